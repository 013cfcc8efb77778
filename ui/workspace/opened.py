"""What was shared, opened for a consultant: read anew in every run, the audit log says by whom."""

from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from bank.model import Bank
from discovery.shared_copy import BrokenSharedCopyError, open_shared_copy
from scoring.answer_file import BrokenAnswerFile
from scoring.assessment import Assessment
from scoring.scorecard import Scorecard, score
from storage import StoreFault
from storage.desk import Shared
from ui import address, consultant, plain_pages, session
from ui.address import DESK
from ui.consultant import Consultant
from ui.escape import escape
from ui.workspace import ways


@dataclass(frozen=True)
class Opened:
    """A share as this consultant sees it, with the bank that its answers belong to."""

    who: Consultant
    shared: Shared
    bank: Bank
    assessment: Assessment

    @cached_property
    def card(self) -> Scorecard:
        """The scorecard of what was shared, worked out when it is asked for."""
        return score(self.bank, self.assessment)


def require(here: str) -> Opened:
    """The share that the address names, below the workspace's navigation.

    Without one that can be shown: a plain page, and the end of the run.
    """
    who = consultant.require(here)
    try:
        share = address.share()
        shared = session.store().desk.workspace.read(share, who.identity) if share else None
        bank = session.store().bank(shared.bank_sha256) if shared else None
    except StoreFault as fault:
        plain_pages.not_readable(fault)
        st.stop()
    ways.draw(here, who, shared)
    if shared is None or bank is None:
        _nothing_here()
        st.stop()
    try:
        copy = open_shared_copy(shared.package.copy, bank)
    except (BrokenSharedCopyError, BrokenAnswerFile):
        _not_ours()
        st.stop()
    return Opened(who, shared, copy.bank, copy.assessment)


def _nothing_here() -> None:
    st.set_page_config(page_title="Nothing shared here")
    st.title("Nothing is shared here", anchor=False)
    st.markdown(
        "It may have been withdrawn or deleted, or it was kept as long as we keep what is shared."
    )
    st.page_link(DESK["shared"].page(), label=escape(DESK["shared"].name))


def _not_ours() -> None:
    st.set_page_config(page_title="Cannot be shown")
    st.title("These answers cannot be shown", anchor=False)
    st.markdown(
        "They were not written by this version. The JSON export has them as they were sent."
    )
