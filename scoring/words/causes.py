"""What hurts and what it may come from, in words: shares are too rough for numbers."""

from dataclasses import dataclass
from typing import Final

from bank.sections import Symptom
from scoring.scorecard import Scorecard
from scoring.words.filling import fill
from scoring.words.formulas import fraction

OFTEN: Final = 2
"""From this answer a symptom counts as happening several times."""

NAMED: Final = 3
"""How many of the things that hurt are named."""


@dataclass(frozen=True, slots=True)
class CauseArea:
    """Where causes may lie: an area with its likely parts, or the outside with its text."""

    name: str
    share: str
    parts: tuple[str, ...]
    text: str
    is_outside: bool


def what_hurts(card: Scorecard) -> tuple[str, ...]:
    """What was said to happen most, the most frequent first, three at most."""
    given = card.assessment.symptoms
    often = [entry for entry in card.bank.symptoms.checklist if given.get(entry.id, 0) >= OFTEN]
    ranked = sorted(often, key=lambda entry: -given[entry.id])
    return tuple(_symptom(card, entry) for entry in ranked[:NAMED])


def cause_areas(card: Scorecard) -> tuple[CauseArea, ...]:
    """Where causes may lie, the largest share first; empty where nothing hurts."""
    shares = card.causes.by_dimension
    return tuple(_area(card, area) for area in sorted(shares, key=lambda area: -shares[area]))


def what_points_where(card: Scorecard) -> tuple[str, ...]:
    """Every symptom above “not at all”, with the causes it points to."""
    names = {entry.id: entry.name for entry in card.bank.capabilities}
    names[card.bank.causes.outside] = card.bank.causes.outside_name
    said = []
    for entry in card.bank.symptoms.checklist:
        if card.assessment.symptoms.get(entry.id):
            strongest = sorted(entry.causes, key=lambda cause: -entry.causes[cause])
            causes = "; ".join(names[cause] for cause in strongest)
            points_to = fill(card.bank.shown.causes.points_to, {"causes": causes})
            said.append(f"{_symptom(card, entry)} {points_to}")
    return tuple(said)


def why_none(card: Scorecard) -> str:
    """Why no cause is named: nothing hurts, or nothing was said about it yet."""
    words = card.bank.shown.causes
    lines = str(len(card.bank.symptoms.checklist))
    return words.none if card.assessment.symptoms else fill(words.unanswered, {"lines": lines})


def load_words(card: Scorecard) -> tuple[str, str] | None:
    """How far the work has grown beside the team, and what that means; `None` when unknown."""
    load = card.bank.load
    band = next((entry.text for entry in load.bands if entry.id == card.load.band), None)
    if band is None:
        return None
    return fill(card.bank.shown.causes.load, {"band": band}), load.text


def _symptom(card: Scorecard, entry: Symptom) -> str:
    answer = card.bank.symptoms.answers[card.assessment.symptoms[entry.id]]
    return fill(card.bank.shown.causes.symptom, {"symptom": entry.text, "answer": answer})


def _area(card: Scorecard, area: str) -> CauseArea:
    causes, share = card.bank.causes, fraction(card.bank, card.causes.by_dimension[area])
    if area == causes.outside:
        return CauseArea(causes.outside_name, share, (), causes.outside_text, True)
    words = card.bank.shown.causes.part
    least, capabilities = causes.words[-1].text, card.bank.capability_by_id
    parts = tuple(
        fill(words, {"part": capabilities[entry.cause].name, "likely": entry.word})
        for entry in card.causes.ranked
        if entry.cause in capabilities
        and capabilities[entry.cause].dimension == area
        and entry.word != least
    )
    text = f"{'; '.join(parts)}." if parts else ""
    return CauseArea(card.bank.dimension_by_id[area].name, share, parts, text, False)
