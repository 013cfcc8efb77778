"""Findings and plan as CSV for a spreadsheet or a backlog; no cell can act as a formula there."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from scoring.export.plain import number
from scoring.scorecard import Scorecard
from scoring.wording import (
    confidence_sentence,
    flag_sentences,
    held_back,
    look_together,
    verdict_sentences,
)
from scoring.words.moves import efforts

Cell = str | float | int | None
Row = Sequence[Cell]

STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet read a text as a formula, full-width ones included."""

FINDINGS: Final = ("kind", "code", "about", "finding", "number")
PLAN: Final = (
    "order",
    "by_day",
    "item",
    "question",
    "move",
    "effort",
    "rests_on",
    "value",
    "after",
    "owner",
    "date",
)


def findings_csv(card: Scorecard) -> bytes:
    """Everything a respondent may read as a finding, one a line."""
    return as_csv(FINDINGS, _findings(card))


def plan_csv(card: Scorecard) -> bytes:
    """Every move in the plan's order, with owner and date left empty."""
    return as_csv(PLAN, _plan(card))


def harmless(text: str) -> str:
    """`text` so that a spreadsheet shows it: an apostrophe in front of what starts a formula."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def as_csv(headings: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Rows under headings as UTF-8, with a mark at the start that tells spreadsheets so."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _findings(card: Scorecard) -> Iterator[Row]:
    verdict = next(entry for entry in card.bank.verdicts if entry.code == card.verdict.code)
    yield "verdict", verdict.code, "", f"{verdict.headline} {verdict.text}", None
    for reason in verdict_sentences(card):
        yield "reason", reason.code, "", reason.text, None
    yield "confidence", card.confidence, "", confidence_sentence(card), None
    yield from _scores(card)
    for entry in look_together(card):
        if entry.screen is not None:
            yield "look_together", entry.code, entry.severity, entry.screen, None
    claims = {entry.evidence: entry for entry in card.bank.claims}
    for name in card.claims.ahead:
        yield "claim", "ahead", claims[name].item, claims[name].ahead, _gap(card, name)
    for name in card.claims.behind:
        yield "claim", "behind", claims[name].item, claims[name].behind, _gap(card, name)
    for flag in flag_sentences(card):
        yield "pattern", flag.code, "", flag.text, None


def _scores(card: Scorecard) -> Iterator[Row]:
    overall = card.overall
    yield "score", "overall", "", overall.level_name or "no score yet", number(overall.score)
    for name, entry in card.dimensions.items():
        title = card.bank.dimension_by_id[name].name
        yield "score", name, title, entry.level_name or "no score yet", number(entry.final)
        held = held_back(card, name)
        if held is not None:
            yield "limit", held.code, title, f"{held.text} {held.lift}", number(entry.raw)
    for place, priority in enumerate(card.trace.priorities):
        yield "priority", f"priority:{place}", priority.name, "trace score", number(priority.score)
    yield "money", "budget", "", card.alignment.band or card.alignment.reason, _index(card)


def _index(card: Scorecard) -> float | None:
    return number(card.alignment.index)


def _gap(card: Scorecard, name: str) -> float | None:
    return number(card.claims.pairs[name].gap)


def _plan(card: Scorecard) -> Iterator[Row]:
    moves = {move.item: move for move in card.moves}
    for order, placing in enumerate(card.plan.placings, start=1):
        item, move = card.bank.item_by_id[placing.item], moves[placing.item]
        yield (
            order,
            placing.column,
            item.id,
            item.stem,
            item.first_move,
            efforts(card.bank)[move.effort],
            move.basis,
            number(move.value),
            " ".join(placing.needs),
            "",
            "",
        )
