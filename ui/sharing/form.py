"""The form of sharing: fields, boxes to tick, the list, the consent, and the button that sends."""

import os
from typing import Final

import streamlit as st

from access.rates import TooMany, rates
from discovery.consent import Consent, make_consent
from scoring.scorecard import Scorecard
from storage import NotSaved
from storage.desk import Contact, Package
from storage.desk.announcing import news_of_share
from storage.desk.checks import wrong_contact
from ui import navigation, session
from ui.escape import CONTROL, as_html, escape
from ui.sharing import listing
from ui.sharing.offer import Offer
from ui.sharing.packing import Typed, copy_of, package_of, summary_of
from ui.visit import Visit

WORD: Final = "share:word"
"""Under this name the next run finds what to say about what was just done."""
SENT: Final = "Sent. This page shows what you shared, and lets you take it back at any time."
FIELDS: Final = (("name", "name"), ("email", "email"), ("company", "organization"))
"""Each field with the word by which a browser knows what to fill in."""
NOTHING_TYPED: Final = Typed(Contact("", "", ""))
AGREE_FIRST: Final = "The button works once you have ticked that you agree."
MISSING: Final = (
    "Nothing was sent yet: something is missing above, and it is said beside its field."
)
CHANGED: Final = (
    "Nothing was sent: something has changed since the list was drawn. It shows the change now. "
    "Look at it once more, then share it."
)


def draw(
    card: Scorecard, offer: Offer, before: Typed = NOTHING_TYPED, *, reachable: bool = True
) -> None:
    """Draw the form, filled in as `before`, and send when it is asked for.

    The widgets are not noted for saving: what is typed here is stored by *Share* and by nothing
    else. With `reachable` false the button waits for the store; what is typed stays.
    """
    visit = session.here()
    st.header("What goes along", anchor=False)
    typed = _ask(visit, card, before)
    copy = copy_of(card, typed)
    st.header("Exactly this is sent", anchor=False)
    listing.draw(card.bank, copy.lines, summary_of(card))
    words = make_consent(card.bank, offer.firm, offer.months)
    agreed, marketing = _consent(visit, words)
    package = package_of(card, typed, copy, words, marketing)
    label = f"Share with {escape(offer.firm)}"
    ready = agreed and reachable
    pressed = st.button(label, type="primary", disabled=not ready, key=visit.key("share"))
    if not agreed:
        st.caption(AGREE_FIRST)
    shown, visit.sharing.shown = visit.sharing.shown, package.sha256
    if pressed:
        _send(visit, package, shown)


def said(sentence: str) -> None:
    """A sentence that something did not work, told to a screen reader at once."""
    st.html(f'<p class="unsaved" role="alert">{as_html(sentence)}</p>')


def _ask(visit: Visit, card: Scorecard, before: Typed) -> Typed:
    """Who sends it, and which parts go along that are not sent by themselves."""
    labels = card.bank.sharing.labels
    st.markdown("We ask for these three here and nowhere else. They are kept only once you share.")
    entries = {}
    for name, filled_in_by in FIELDS:
        label = getattr(labels, f"contact_{name}")
        start = getattr(before.contact, name)
        text = st.text_input(
            label, start, key=visit.key(f"share:{name}"), autocomplete=filled_in_by
        )
        entries[name] = CONTROL.sub(" ", text or "").strip()
        wrong = wrong_contact(Contact(**{**_EMPTY, **entries}))[name]
        if wrong and visit.sharing.asked:
            said(f"{label}: {wrong}")
    notes = st.checkbox(labels.notes, before.notes, key=visit.key("share:notes"))
    owners = st.checkbox(labels.owners, before.owners, key=visit.key("share:owners"))
    return Typed(Contact(**entries), notes, owners)


_EMPTY: Final = dict.fromkeys((name for name, _ in FIELDS), "")


def _consent(visit: Visit, words: Consent) -> tuple[bool, bool]:
    """The words of the consent, its box, and the box about marketing, which stands apart."""
    st.header("What you agree to", anchor=False)
    for paragraph in words.paragraphs:
        st.markdown(escape(paragraph))
    agreed = st.checkbox(escape(words.agree), key=visit.key("share:agree"))
    marketing = st.checkbox(escape(words.marketing), key=visit.key("share:marketing"))
    st.caption(f"Version {escape(words.version)} of these words; it is kept with the time.")
    return agreed, marketing


def _send(visit: Visit, package: Package, shown: str) -> None:
    """Share what was shown and end the run; or say what stands in the way and change nothing."""
    record = visit.current.record
    try:
        rates().count("share", session.visitor_address(), record.id)
        sent = session.store().desk.sharing.share(
            record.id,
            package,
            shown,
            version=record.version,
            announce=news_of_share(package, os.environ),
        )
    except TooMany as told:
        said(str(told))
        return
    except NotSaved as fault:
        said(CHANGED if fault.code == "changed" else f"Nothing was sent. {fault}")
        return
    if sent.shared is None:
        if not visit.sharing.asked:
            visit.sharing.asked = True
            session.leave_word(WORD, MISSING)
            st.rerun()
        others = [each.message for each in sent.refused if each.name not in _EMPTY]
        said(" ".join([MISSING, *others]))
        return
    visit.sharing.asked = False
    session.leave_word(WORD, SENT)
    # Another step is another screen: the focus goes to its heading, at the top of a long page.
    navigation.go("share", step=1 + sent.shared.number)
