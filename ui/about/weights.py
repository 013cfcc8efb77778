"""Weights and cut-offs of scores as tables: questions, parts, levels, limits, the trace."""

from dataclasses import fields
from typing import Any, Final

from bank.kinds import NotedShare
from bank.model import Bank
from scoring.maturity import PERCENT_PER_LEVEL
from scoring.method import method_of
from scoring.pictures.numbers import Numbers
from scoring.rounding import half_up_whole
from scoring.words.formulas import cap_names
from scoring.words.moves import efforts

GROUPS: Final = {
    "not_applicable": "Does not apply",
    "coverage": "Coverage",
    "caps": "Limits",
    "overall": "Overall score",
    "trace": "Priority trace",
    "budget": "Money",
    "claims": "Answers beside what was shown",
    "load": "Load",
    "held": "Answers held back for moves and causes",
    "causes": "Likely causes",
    "moves": "Moves and plan",
    "verdict": "Verdict",
    "flags": "Patterns in the answers",
    "confidence": "Confidence",
    "company": "Several people from one company",
    "comparison": "Answering again",
    "questions": "What calls say about the questions",
}


def questions(bank: Bank, dimension: str) -> Numbers:
    """A dimension's questions with what each counts in it when all are answered."""
    rows = []
    for item in bank.items:
        capability = bank.capability_by_id[item.capability]
        if capability.dimension == dimension:
            share = percent(_share_of_item(bank, item.id))
            rows.append((item.stem, capability.name, share, efforts(bank)[item.effort]))
    return Numbers(("Question", "Part", "Counts", "A move takes"), tuple(rows))


def parts(bank: Bank) -> Numbers:
    """The capabilities with what each counts in its dimension."""
    return Numbers(
        ("Part", "Area", "Counts", "Question it answers"),
        tuple(
            (
                entry.name,
                bank.dimension_by_id[entry.dimension].name,
                percent(_share_of_capability(bank, entry.id)),
                entry.question,
            )
            for entry in bank.capabilities
        ),
    )


def levels(bank: Bank) -> Numbers:
    """The levels with where each begins and the most a score held there shows."""
    return Numbers(
        ("Level", "From", "Held at most"),
        tuple(
            (f"{entry.level} {entry.name}", plain(entry.start), plain(entry.top))
            for entry in bank.levels
        ),
    )


def level_pictures(bank: Bank) -> Numbers:
    """What each level looks like in each dimension."""
    return Numbers(
        ("Level", "Area", "What it looks like"),
        tuple(
            (entry.name, dimension.name, entry.descriptions[dimension.id])
            for dimension in bank.dimensions
            for entry in bank.levels
        ),
    )


def limits(bank: Bank) -> Numbers:
    """The caps with their height."""
    return Numbers(
        ("A score is held when", "At"),
        tuple((cap_names(bank)[entry.code], plain(entry.cap)) for entry in bank.caps),
    )


def trace_answers(bank: Bank) -> Numbers:
    """Every answer of the trace with its points."""
    return Numbers(
        ("Question about each priority", "Answer", "Points of 100"),
        tuple(
            (part.question, choice.text, plain(100 * choice.value))
            for part in bank.trace.parts
            for choice in part.choices
        ),
    )


def answer_points(bank: Bank) -> str:
    """What the five lines of a question count, as words."""
    points = [plain(PERCENT_PER_LEVEL * level) for level in range(len(bank.levels))]
    return f"{', '.join(points[:-1])} and {points[-1]}"


def other_numbers(bank: Bank) -> Numbers:
    """Every other number of the method with the note that says whose judgement it is."""
    rows = []
    for group in fields(bank.numbers):
        values = getattr(bank.numbers, group.name)
        for number in fields(values):
            note = bank.notes[f"numbers.{group.name}.{number.name}"]
            value = _shown(number.type, getattr(values, number.name))
            rows.append((GROUPS[group.name], value, note))
    return Numbers(("For", "Value", "What it does, and whose judgement it is"), tuple(rows))


def percent(share: float) -> str:
    """A share (0-1) in whole percent."""
    return f"{half_up_whole(100 * share)} %"


def plain(value: float) -> str:
    """A number as an author wrote it, without needless zeros."""
    return f"{value:g}"


def _shown(kind: Any, value: float) -> str:
    return percent(value) if kind is NotedShare else plain(value)


def _share_of_item(bank: Bank, item: str) -> float:
    capability = bank.item_by_id[item].capability
    inside = sum(entry.weight for entry in bank.items if entry.capability == capability)
    return bank.item_by_id[item].weight / inside * _share_of_capability(bank, capability)


def _share_of_capability(bank: Bank, capability: str) -> float:
    wanted = bank.capability_by_id[capability]
    table = next(entry for entry in method_of(bank).dimensions if entry.id == wanted.dimension)
    return wanted.weight / sum(entry.weight for entry in table.capabilities)
