"""A share and its calls made into papers: what the store holds, handed to `report`."""

from discovery.brief import make_brief
from discovery.call_recap import recap_of_call
from discovery.recap import Agreed
from discovery.shared_copy import BrokenSharedCopyError, open_shared_copy
from discovery.steps import step_of_call
from report.call.papers import CallPaper, brief_pdf, recap_pdf
from report.paper import Stationery
from scoring.answer_file import BrokenAnswerFile
from scoring.scorecard import score
from storage import Store
from storage.desk import Call, Desk, Shared
from web.papers import File, told


class UnreadableError(Exception):
    """What was shared cannot be read: its bank is gone, or it is not what sharing writes."""


def brief_of(store: Store, shared: Shared, stationery: Stationery) -> File:
    """The brief on a share; raises `UnreadableError`, or `StoreFault` from the store."""
    bank = store.bank(shared.bank_sha256)
    if bank is None:
        raise UnreadableError
    try:
        copy = open_shared_copy(shared.package.copy, bank)
    except (BrokenSharedCopyError, BrokenAnswerFile) as broken:
        raise UnreadableError from broken
    card = score(copy.bank, copy.assessment)
    brief = make_brief(card, notes=shared.package.notes, owners=shared.package.owners)
    contact = shared.package.contact
    paper = CallPaper(shared.at, contact.name, contact.company, stationery)
    return told("brief", lambda: brief_pdf(brief, copy.bank, paper))


def recap_of(
    store: Store, shared: Shared, call_id: str | None, stationery: Stationery
) -> File | None:
    """The recap of a call about a share, the latest one without an id; `None` if there is none.

    Raises `UnreadableError` when the share's bank is gone, or `StoreFault` from the store.
    """
    bank, call = store.bank(shared.bank_sha256), _call(store.desk, shared.id, call_id)
    if call is None:
        return None
    if bank is None:
        raise UnreadableError
    when, contact = call.started_at or call.created_at, shared.package.contact
    step = next_step(store.desk, call)
    recap = recap_of_call(bank, call.fields, on=when.date(), step=step)
    paper = CallPaper(when, contact.name, contact.company, stationery)
    return told("recap", lambda: recap_pdf(recap, bank, paper))


def next_step(desk: Desk, call: Call) -> Agreed:
    """The call's own step, or the open one that is due first, as a recap says it; or empty."""
    found = step_of_call(desk.steps.of(call.share_id), call.id)
    return Agreed(found.text, found.owner_label or "", found.due) if found else Agreed()


def _call(desk: Desk, share_id: str, call_id: str | None) -> Call | None:
    """A call of this share and of no other one."""
    calls = desk.calls.of(share_id)
    if call_id is None:
        return calls[-1] if calls else None
    return next((call for call in calls if call.id == call_id), None)
