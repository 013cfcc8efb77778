"""What was shared: when, with whom, exactly what, and the way to take it back."""

from typing import Final, NoReturn

import streamlit as st

from scoring.scorecard import Scorecard
from storage import NotSaved
from storage.desk import Facilitation, Shared
from ui import bottom_bar, finishing, navigation, session
from ui.escape import as_html, escape
from ui.sharing import form, listing
from ui.sharing.offer import Offer
from ui.sharing.packing import is_out_of_date, lines_of, typed_of
from ui.visit import Visit

CHANGED: Final = (
    "You have changed answers since. What you sent stays as it was until you share again."
)
AGAIN: Final = "Share again"
OTHERWISE: Final = "Share again with other parts or another name"


def draw(card: Scorecard, shared: Shared, offer: Offer | str, *, reachable: bool = True) -> None:
    """Draw what was sent, the way to share again and the way to withdraw it."""
    visit = session.here()
    at = shared.at.astimezone(bottom_bar.zone())
    contact = shared.package.contact
    who = as_html(f"{contact.name}, {contact.company}, {contact.email}")
    st.html(f"<p>Sent on {at.day} {at:%B %Y} at {at:%H:%M} as {who}.</p>")
    with st.expander("Exactly this was sent", type="compact"):
        listing.draw(card.bank, lines_of(card, shared), shared.package.summary)
    with st.expander("What you agreed to", type="compact"):
        consent = shared.package.consent
        for paragraph in consent.text.split("\n\n"):
            st.markdown(escape(paragraph))
        answer = "You said yes to this:" if consent.marketing else "You did not say yes to this:"
        st.markdown(f"{answer} {escape(consent.marketing_text)}")
        st.caption(f"Version {escape(consent.version)} of these words.")
    _draw_again(visit, card, shared, offer, reachable)
    _draw_withdraw(visit, reachable)


def draw_begun(begun: Facilitation | None) -> None:
    """Who began this on a call, if somebody did."""
    if begun is not None:
        at = begun.at.astimezone(bottom_bar.zone())
        st.markdown(
            f"{escape(begun.consultant)} began this with you on a call on {at.day} {at:%B %Y}. "
            "The private link is yours, and so is the choice to share."
        )


def _draw_again(
    visit: Visit, card: Scorecard, shared: Shared, offer: Offer | str, reachable: bool
) -> None:
    """The form once more, open if there is something new to send."""
    changed = is_out_of_date(card, shared)
    if changed:
        st.markdown(f"**{CHANGED}**")
    if isinstance(offer, str):
        st.markdown(offer)
        return
    label = AGAIN if changed else OTHERWISE
    box = st.expander(
        label, expanded=changed, type="compact", key=visit.key("again"), on_change="rerun"
    )
    if box.open:
        with box:
            form.draw(card, offer, typed_of(shared), reachable=reachable)


def _draw_withdraw(visit: Visit, reachable: bool) -> None:
    st.header("Take it back", anchor=False)
    st.markdown(
        "Withdrawing deletes at once what you sent, the notes of calls about it and their summary. "
        "Your answers stay with you, behind your private link."
    )
    sure = st.checkbox("Yes, withdraw what I shared", key=visit.key("share:sure"))
    ready = sure and reachable
    if st.button("Withdraw", disabled=not ready, key=visit.key("withdraw")):
        _withdraw(visit)


def _withdraw(visit: Visit) -> NoReturn:
    """Withdraw and say what was deleted, or that it was not."""
    try:
        deleted = session.store().desk.sharing.withdraw(visit.current.record.id)
    except NotSaved as fault:
        form.said(f"Nothing was withdrawn. {fault}")
        st.stop()
    visit.sharing.known = None
    gone = finishing.shared_words(deleted) or "There was nothing to withdraw any more"
    session.leave_word(form.WORD, f"{gone}. Your answers are still behind your private link.")
    navigation.go("share")
