"""The table of what was shared: found by words and filters, as a grid and as a list of links.

The grid is a canvas: quick with thousands of rows, and little use to a keyboard or a screen reader.
So the first rows stand above it as plain links, and a search brings any other row among them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd  # type: ignore[import-untyped]
import streamlit as st

from bank.model import Bank
from storage.desk import Listed
from storage.forgetting import will_forget
from ui import bottom_bar
from ui.escape import as_html
from ui.workspace import ways

FIRST: Final = 8
"""How many rows stand above the grid as links."""
ANY: Final = "any"
STEPS: Final = {
    ANY: "All",
    "open": "With an open step",
    "none": "Without an open step",
    "ended": "With an outcome",
}
SORTS: Final = {
    "newest": "Newest first",
    "due": "Next step first",
    "company": "By company",
    "lowest": "Lowest levels first",
}
NO_LEVEL: Final = 9
"""Sorts behind every level."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: words, a verdict's code or *any*, a kind of step, and the order."""

    words: str = ""
    verdict: str = ANY
    step: str = ANY
    sort: str = "newest"


def ask(lines: Sequence[Listed]) -> Wanted:
    """The search, the filters and the order, above the table."""
    codes = [ANY, *sorted({line.summary.verdict for line in lines})]
    words = st.text_input("Search company, name or next step", key="desk-search")
    with st.container(horizontal=True, key="desk-filters"):
        verdict = st.selectbox(
            "Verdict", codes, format_func=lambda code: verdict_words(code), key="desk-verdict"
        )
        step = st.selectbox("Next step", STEPS, format_func=STEPS.__getitem__, key="desk-step")
        sort = st.selectbox("Order", SORTS, format_func=SORTS.__getitem__, key="desk-sort")
    return Wanted(words or "", verdict or ANY, step or ANY, sort or "newest")


def found(lines: Sequence[Listed], wanted: Wanted) -> Sequence[Listed]:
    """The lines that are wanted, in the order that is wanted; every word has to be found."""
    if wanted == Wanted():
        return lines
    words = wanted.words.casefold().split()
    kept = [
        line
        for line in lines
        if wanted.verdict in (ANY, line.summary.verdict)
        and _has_step(line, wanted.step)
        and (not words or _holds(line, words))
    ]
    if wanted.sort == "company":
        kept.sort(key=lambda line: line.company.casefold())
    elif wanted.sort == "due":
        kept.sort(key=lambda line: (line.next_due is None, line.next_due))
    elif wanted.sort == "lowest":
        kept.sort(key=lambda line: [each or NO_LEVEL for each in line.summary.levels.values()])
    return kept


def draw(lines: Sequence[Listed], bank: Bank | None) -> None:
    """The first lines as links, then all of them as a grid; `bank` names the areas."""
    names = {entry.id: entry.name for entry in bank.dimensions} if bank else {}
    st.html(f'<ul class="shares">{"".join(_row(line, names) for line in lines[:FIRST])}</ul>')
    if len(lines) > FIRST:
        st.caption(f"The first {FIRST} of {len(lines)}. Search to bring others up here.")
    st.dataframe(
        _whole.of(lines, names),
        hide_index=True,
        width="stretch",
        column_config={"Shared": st.column_config.DatetimeColumn(format="D MMM YYYY")},
        alt="All that was found, as a grid to scroll through; its first rows are the links above.",
    )


class _Whole:
    """The last grid that was made, for as long as the store gives the very same lines.

    Making one of thousands of lines takes longer than everything else on the page.
    """

    def __init__(self) -> None:
        self._last: tuple[Sequence[Listed], Mapping[str, str], pd.DataFrame] | None = None
        will_forget(self)

    def of(self, lines: Sequence[Listed], names: Mapping[str, str]) -> pd.DataFrame:
        """The grid of these lines."""
        last = self._last
        if last is None or last[0] is not lines or last[1] != names:
            last = self._last = (lines, names, grid(lines, names))
        return last[2]

    def forget(self) -> None:
        """Keep none: one of its lines may be deleted."""
        self._last = None


_whole: Final = _Whole()


def grid(lines: Sequence[Listed], names: Mapping[str, str]) -> pd.DataFrame:
    """The lines as columns; levels are 1 to 5 or empty."""
    areas = dict.fromkeys(name for line in lines for name in line.summary.levels)
    return pd.DataFrame(
        {
            "Company": [line.company for line in lines],
            "Shared": pd.to_datetime([line.at for line in lines]),
            "Verdict": [verdict_words(line.summary.verdict) for line in lines],
            **{
                names.get(area, area): [line.summary.levels.get(area) for line in lines]
                for area in areas
            },
            "Confidence": [line.summary.confidence for line in lines],
            "Next step": [line.next_step or "" for line in lines],
            "By": [line.next_due.isoformat() if line.next_due else "" for line in lines],
        }
    )


def verdict_words(code: str) -> str:
    """A verdict's code as a few words."""
    return "All" if code == ANY else code.replace("_", " ").capitalize()


def _has_step(line: Listed, step: str) -> bool:
    return {
        ANY: True,
        "open": line.next_step is not None,
        "none": line.next_step is None,
        "ended": line.outcome is not None,
    }[step]


def _holds(line: Listed, words: Sequence[str]) -> bool:
    text = f"{line.company}\n{line.name}\n{line.next_step or ''}".casefold()
    return all(word in text for word in words)


def _row(line: Listed, names: Mapping[str, str]) -> str:
    levels = " · ".join(
        f"{as_html(names.get(area, area))} {level or '–'}"
        for area, level in line.summary.levels.items()
    )
    shared_on = f"{line.at.astimezone(bottom_bar.zone()):%-d %B %Y}"
    due = f", by {line.next_due:%-d %B %Y}" if line.next_due else ""
    step = f"<p>Next: {as_html(line.next_step)}{due}</p>" if line.next_step else ""
    facilitated = " · begun on a call" if line.facilitated_by else ""
    return (
        f"<li>{ways.link('brief', line.company, line.id)}"
        f"<p>{as_html(line.name)} · {shared_on}{facilitated}</p>"
        f"<p><b>{as_html(verdict_words(line.summary.verdict))}</b> · {levels} · "
        f"confidence {as_html(line.summary.confidence)}</p>{step}</li>"
    )
