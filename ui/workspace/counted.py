"""What all shared assessments say about the questions: counted anew, with the bank of today."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import streamlit as st

from bank.model import Bank
from discovery.question_watch import ItemShares, QuestionReport, watch_questions
from discovery.rating_agreement import Agreement, AgreementReport, RatedCall, compare_ratings
from discovery.said import whole_points
from discovery.shared_copy import BrokenSharedCopyError, open_shared_copy
from scoring.answer_file import BrokenAnswerFile
from scoring.assessment import Assessment
from storage.desk import PAIRS, Exported, Workspace
from ui.escape import escape
from ui.result.layout import bullets, folded, table

NO_NUMBER: Final = "–"


@dataclass(frozen=True, slots=True)
class Counted:
    """Assessments and rated calls that belong to a bank; `others` is how many shares do not."""

    assessments: tuple[Assessment, ...]
    calls: tuple[RatedCall, ...]
    others: int


def count(workspace: Workspace, bank: Bank) -> Counted:
    """Walk through all that is shared; raises `StoreFault` if that cannot be read."""
    found: list[Assessment] = []
    calls: list[RatedCall] = []
    others = 0
    for each in workspace.walk():
        assessment = _assessment(each, bank)
        if assessment is None:
            others += 1
            continue
        found.append(assessment)
        calls += [(assessment, ratings) for ratings in _ratings(each)]
    return Counted(tuple(found), tuple(calls), others)


def draw(bank: Bank, counted: Counted) -> None:
    """Both reports; either says how many are missing while it is too early."""
    st.header("Answers", anchor=False)
    _draw_questions(watch_questions(bank, counted.assessments))
    st.header("Answers beside ratings", anchor=False)
    _draw_agreement(bank, compare_ratings(bank, counted.calls))
    if counted.others:
        st.caption(f"Left out, because they belong to another question bank: {counted.others}.")


def _assessment(each: Exported, bank: Bank) -> Assessment | None:
    if each.shared.bank_sha256 != bank.sha256:
        return None
    try:
        return open_shared_copy(each.shared.package.copy, bank).assessment
    except (BrokenSharedCopyError, BrokenAnswerFile):
        return None


def _ratings(each: Exported) -> Iterator[dict[str, int]]:
    """The ratings of the latest call that has any: one respondent counts once."""
    for call in reversed(each.calls):
        found = {pair: call.fields.get(f"rating:{pair}") for pair in PAIRS}
        rated = {pair: level for pair, level in found.items() if type(level) is int}
        if rated:
            yield rated
            return


def _draw_questions(report: QuestionReport) -> None:
    if report.line is not None:
        st.markdown(escape(report.line))
        return
    st.markdown(f"**{report.people}** shared assessments.")
    for item in report.items:
        if item.watch:
            st.markdown(f"**{escape(item.stem)}**")
            bullets(watch.text for watch in item.watch)
    with folded("How often each line was chosen, of 100 who chose one"):
        levels = sorted({level for item in report.items for level in item.options})
        heads = ("Question", "People", *map(str, levels), "Don’t know")
        table(heads, (_row(item, levels) for item in report.items), first=40)


def _row(item: ItemShares, levels: list[int]) -> tuple[str, ...]:
    shares = (item.options.get(level) for level in levels)
    return (item.stem, str(item.people), *map(_points, (*shares, item.unknown)))


def _points(share: float | None) -> str:
    return NO_NUMBER if share is None else whole_points(share)


def _draw_agreement(bank: Bank, report: AgreementReport) -> None:
    if report.line is not None:
        st.markdown(escape(report.line))
        return
    st.markdown(
        f"**{report.calls}** rated calls. A difference above 0 means the answer was higher."
    )
    heads = ("Area", "Answers", "Mean difference", "Same, of 100", "Correlation")
    table(heads, (_agreement(bank, each) for each in report.dimensions))


def _agreement(bank: Bank, each: Agreement) -> tuple[str, ...]:
    name = bank.dimension_by_id[each.dimension].name
    decimals = (each.mean_difference, each.correlation)
    mean, together = (NO_NUMBER if one is None else f"{one:+.2f}" for one in decimals)
    return (name, str(each.n), mean, _points(each.exact), together)
