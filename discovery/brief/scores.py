"""Parts 2 and 3 of the brief: the verdict with its reasons, and three bars with what holds them."""

from dataclasses import dataclass
from typing import Final

from bank.calls import BriefHolds
from scoring.coverage import PROVISIONAL
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.verdict import TIERS
from scoring.wording import DIMENSION_FACETS, Sentence, fill, held_back, verdict_sentences

HELD_BY: Final = {
    "CRIT_0": "critical",
    "CRIT_1": "critical",
    "CRIT_MISSING": "critical_missing",
    "EVIDENCE_THIN": "trace",
    "EVIDENCE": "trace",
    "UNVERIFIED": "unverified",
    "WEAK_CAPABILITY": "weak_capability",
}
"""For each cap: the word of the brief that says what holds the score."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict as the respondent read it, with the reasons that decided it.

    Reasons of the tiers below say less of the same, so they are left to the result.
    """

    code: str
    headline: str
    text: str
    reasons: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One dimension. Scores are whole, 0 to 100, and `None` where too little was answered.

    `holds` says in a few words what the score rests on, `why` in a sentence when it is a cap.
    """

    dimension: str
    name: str
    score: int | None
    level: int | None
    level_name: str | None
    low: int | None
    high: int | None
    capped: bool
    holds: str
    why: str | None
    caution: str | None


def standing(card: Scorecard) -> Standing:
    """Headline, sentence and deciding reasons of the verdict."""
    verdict = next(entry for entry in card.bank.verdicts if entry.code == card.verdict.code)
    letter = next((one for one, code in TIERS if code == verdict.code), "")
    reasons = tuple(one for one in verdict_sentences(card) if one.code[0] == letter)
    return Standing(verdict.code, verdict.headline, verdict.text, reasons)


def bars(card: Scorecard) -> tuple[Bar, ...]:
    """One bar a dimension, in bank order."""
    return tuple(_bar(card, name) for name in card.dimensions)


def holds(card: Scorecard, dimension: str) -> str:
    """What a dimension's score rests on, in a few words."""
    words: BriefHolds = card.bank.call.brief.holds
    held = held_back(card, dimension)
    if held is None:
        return fill(words.answers, {"capability": _lowest(card, dimension)})
    key = HELD_BY[held.code]
    split = not DIMENSION_FACETS[list(card.dimensions).index(dimension)]
    text: str = getattr(words, "budget" if key == "trace" and split else key)
    return text


def _lowest(card: Scorecard, dimension: str) -> str:
    """The name of a dimension's capability with the lowest value; of equal ones the first."""
    inside = [entry for entry in card.bank.capabilities if entry.dimension == dimension]
    known = [entry for entry in inside if card.capabilities[entry.id] is not None] or inside
    return min(known, key=lambda entry: card.capabilities[entry.id] or 0.0).name


def _bar(card: Scorecard, name: str) -> Bar:
    scored, held = card.dimensions[name], held_back(card, name)
    return Bar(
        dimension=name,
        name=card.bank.dimension_by_id[name].name,
        score=_whole(scored.final),
        level=scored.level,
        level_name=scored.level_name,
        low=_whole(scored.band.low if scored.band else None),
        high=_whole(scored.band.high if scored.band else None),
        capped=scored.capped,
        holds=holds(card, name),
        why=held.text if held else None,
        caution=_caution(card, name),
    )


def _caution(card: Scorecard, name: str) -> str | None:
    """A word on how many answers stand behind a bar, where they are few."""
    scored, words = card.dimensions[name], card.bank.call.brief
    coverage = scored.coverage
    counts = {"answered": str(coverage.answered), "asked": str(coverage.applicable)}
    if scored.final is None:
        return fill(words.not_scored, counts)
    return fill(words.provisional, counts) if coverage.status == PROVISIONAL else None


def _whole(score: float | None) -> int | None:
    return None if score is None else half_up_whole(score)
