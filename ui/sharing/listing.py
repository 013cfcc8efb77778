"""The list of what is sent: every line of the copy under a heading, and the result in short."""

from collections.abc import Iterable, Iterator
from typing import Final

import streamlit as st

from bank.model import Bank
from discovery.preview import INPUT, SharedLine
from storage.desk import Summary
from ui.escape import as_html

EMPTY: Final = "Still empty"
WHO: Final = "Who sends it"
HEADINGS: Final = {
    "contact": WHO,
    "includes": "Parts for you to choose",
    "profile": "Facts about your team",
    "priorities": "Your priorities",
    "budget": "The split",
    "answers": "Your answers",
    "notes": "Your notes",
    "symptoms": "What hurts",
}
OTHER: Final = "About this list"
IN_SHORT: Final = "The result in short"
NO_LEVEL: Final = "No level"
Row = tuple[str, str | None]
"""What a value is called, and its text; `None` is still to be filled in."""


def draw(bank: Bank, lines: Iterable[SharedLine], summary: Summary) -> None:
    """Draw all of it literally; nothing is left out and nothing is added.

    The contact has its three rows also while they are empty, so that nothing on the page moves
    under the hand of somebody who fills them in.
    """
    labels = bank.sharing.labels
    who = (labels.contact_name, labels.contact_email, labels.contact_company)
    blocks: dict[str, list[Row]] = {WHO: [], IN_SHORT: list(_in_short(bank, summary))}
    for line in lines:
        blocks.setdefault(_title(line), []).append((line.what, line.text))
    known = dict(blocks[WHO])
    blocks[WHO] = [(each, known.get(each)) for each in who]
    st.html("".join(_block(title, rows) for title, rows in blocks.items()))


def _title(line: SharedLine) -> str:
    path = line.path
    inside = path[: len(INPUT)] == INPUT and len(path) > len(INPUT)
    return HEADINGS.get(str(path[len(INPUT)] if inside else path[0]), OTHER)


def _in_short(bank: Bank, summary: Summary) -> Iterator[Row]:
    verdict = next(each for each in bank.verdicts if each.code == summary.verdict)
    yield "Verdict", verdict.headline
    yield (
        "Confidence",
        next(each.word for each in bank.confidence if each.code == summary.confidence),
    )
    names = {level.level: level.name for level in bank.levels}
    for dimension in bank.dimensions:
        level = summary.levels.get(dimension.id)
        yield dimension.name, NO_LEVEL if level is None else names[level]


def _block(title: str, rows: Iterable[Row]) -> str:
    return f'<h3>{as_html(title)}</h3><dl class="answers">{"".join(map(_row, rows))}</dl>'


def _row(row: Row) -> str:
    what, text = row
    told = f"<dd>{as_html(text)}</dd>" if text else f'<dd class="open">{EMPTY}</dd>'
    return f"<dt>{as_html(what)}</dt>{told}"
