"""A scorecard in the bank's own sentences: blanks filled with names and whole numbers.

The words are the bank's; what stands here is only which fact goes into which blank.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bank.verdicts import Rule
from scoring.contradictions import Contradiction
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.thresholds import at_most, reaches
from scoring.trace import FacetId, TracedPriority
from scoring.verdict import Fact, Reason
from scoring.words.confidence import confidence_sentence as confidence_sentence
from scoring.words.filling import fill as fill

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The bank's language decides here, not the machine's."""

POINTS_OF_100: Final = frozenset({"F4_budget_far_from_priorities"})
"""Reasons whose numbers are shares (0-1) and are read as points of 100."""

DIMENSION_FACETS: Final[tuple[tuple[FacetId, ...], ...]] = (
    ("owner", "process"),
    (),
    ("review", "trigger"),
)
"""Facets that stand behind each dimension's evidence, in dimension order; none means the budget."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence for people and the code it speaks for."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Why a dimension shows less than its answers give, and what would lift that."""

    code: str
    text: str
    lift: str


@dataclass(frozen=True, slots=True)
class LookTogether:
    """A contradiction as people read it; `screen` is `None` for the consultant's prompts."""

    code: str
    severity: str
    screen: str | None
    ask: str


def verdict_sentences(card: Scorecard) -> tuple[Sentence, ...]:
    """Every reason of the verdict as one sentence for each fact behind it."""
    return tuple(
        Sentence(reason.code, _reason(card, reason, fact))
        for reason in card.verdict.reasons
        for fact in reason.facts
    )


def held_back(card: Scorecard, dimension: str) -> HeldBack | None:
    """The cap that holds a dimension, in words; `None` when its answers decide.

    When two caps of one height hold it, the first says why and both say what lifts them.
    """
    scored = card.dimensions[dimension]
    if not scored.capped or scored.final is None or scored.raw is None:
        return None
    limit = scored.final
    caps = [
        entry for entry in card.bank.caps if entry.code in scored.caps and at_most(entry.cap, limit)
    ]
    about = card.bank.dimension_by_id[dimension]
    priority, missing = _weakest_link(card, dimension)
    blanks = {
        "raw": str(half_up_whole(scored.raw)),
        "cap": str(half_up_whole(limit)),
        "dimension": about.name,
        "item": card.bank.item_by_id[about.critical].stem,
        "priority": priority,
        "missing": missing,
    }
    lift = " ".join(fill(cap.lift, blanks) for cap in caps)
    return HeldBack(caps[0].code, fill(caps[0].text, blanks), lift)


def look_together(card: Scorecard) -> tuple[LookTogether, ...]:
    """The contradictions that fired, high severity first, then in the bank's order."""
    rules = {rule.id: rule for rule in card.bank.rules}
    order = ("high", "medium", "low")
    fired = sorted(card.contradictions, key=lambda entry: order.index(entry.severity))
    return tuple(_together(card, rules[entry.code], entry) for entry in fired)


def flag_sentences(card: Scorecard) -> tuple[Sentence, ...]:
    """Each answer-pattern flag as a plain sentence."""
    return tuple(
        Sentence(flag.code, flag.text) for flag in card.bank.flags if flag.code in card.flags
    )


def statement(card: Scorecard, on: date) -> str:
    """The statement of uncertainty that goes with every result; `on` is the day it was finished."""
    answered = sum(entry.coverage.answered for entry in card.dimensions.values())
    asked = sum(entry.coverage.applicable for entry in card.dimensions.values())
    return fill(
        card.bank.statement,
        {
            "date": f"{on.day} {MONTHS[on.month - 1]} {on.year}",
            "answered": str(answered),
            "asked": str(asked),
            "compared": str(len(card.claims.pairs)),
            "matched": str(card.claims.matched),
        },
    )


def _reason(card: Scorecard, reason: Reason, fact: Fact) -> str:
    words = next(entry for entry in card.bank.reasons if entry.code == reason.code)
    scale = 100 if reason.code in POINTS_OF_100 else 1
    blanks = {name: _blank(card, name, value, scale) for name, value in fact.items()}
    if "threshold" in blanks:  # 39.6 is below 40 and would round up to it
        blanks["score"] = str(min(int(blanks["score"]), int(blanks["threshold"]) - 1))
    blanks["which"] = words.words.get(blanks.get("which", ""), "")
    return fill(words.text, blanks)


def _blank(card: Scorecard, name: str, value: str | float | tuple[str, ...], scale: int) -> str:
    if name == "dimension" and isinstance(value, str):
        return card.bank.dimension_by_id[value].name
    if isinstance(value, tuple):
        return _list(card, name, value)
    return str(half_up_whole(value * scale)) if isinstance(value, (int, float)) else value


def _list(card: Scorecard, name: str, codes: tuple[str, ...]) -> str:
    if name == "missing":
        return _missing(card, codes)
    if name == "flags":
        return " ".join(entry.text for entry in flag_sentences(card))
    texts = {entry.code: entry.screen or "" for entry in look_together(card)}
    return " ".join(texts[code] for code in codes)


def _missing(card: Scorecard, facets: tuple[str, ...]) -> str:
    return "; ".join(entry.missing for entry in card.bank.trace.facets if entry.id in facets)


def _weakest_link(card: Scorecard, dimension: str) -> tuple[str, str]:
    """The priority that costs a dimension's evidence most, and what is missing there, in words."""
    place = list(card.dimensions).index(dimension)
    facets, priorities = DIMENSION_FACETS[place], card.trace.priorities
    if not priorities:
        return "", ""
    if not facets:
        gaps = card.alignment.gaps
        worst = priorities[gaps.index(min(gaps))] if gaps else priorities[0]
        money = next(entry for entry in card.bank.reasons if entry.code.startswith("C4"))
        return worst.name, money.words["apart"]
    worst = max(
        priorities,
        key=lambda entry: (
            entry.weight * sum(1 - value for value in _answered(entry, facets).values())
        ),
    )
    clear_from = card.bank.numbers.trace.clear_from
    unclear = tuple(
        facet for facet, value in _answered(worst, facets).items() if not reaches(value, clear_from)
    )
    return worst.name, _missing(card, unclear)


def _answered(priority: TracedPriority, facets: tuple[FacetId, ...]) -> dict[str, float]:
    """Those of `facets` that were answered: an open question takes nothing from the evidence."""
    return {
        facet: value
        for facet, value in priority.facets.named()
        if facet in facets and value is not None
    }


def _together(card: Scorecard, rule: Rule, found: Contradiction) -> LookTogether:
    places = [place for place in found.detail.get("priorities", ()) if isinstance(place, int)]
    names = [card.trace.priorities[place].name for place in places]
    which = _which(card, rule)
    screen = {"p": "”, “".join(names), "which": which}
    ask = {"p": names[0] if names else "", "which": which}
    return LookTogether(
        rule.id,
        rule.severity,
        None if rule.screen is None else fill(rule.screen, screen),
        fill(rule.ask, ask),
    )


def _which(card: Scorecard, rule: Rule) -> str:
    """K25's phrase: which of Review and Ownership is ahead of the other."""
    review, ownership = card.dimensions["REV"].raw or 0.0, card.dimensions["OWN"].raw or 0.0
    return rule.words.get("review_ahead" if review > ownership else "ownership_ahead", "")
