"""An explanation tree in words: every step with its whole number and its share, in order.

All points are of 100: levels of answers (0-4) count 25 each, shares (0-1) count 100.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from scoring.explanation import Explanation
from scoring.maturity import PERCENT_PER_LEVEL
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.trace import FACETS
from scoring.words.answers import stem_and_answer
from scoring.words.filling import fill
from scoring.words.formulas import cap_names, halfway

WHOLE: Final = 100.0
DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One step, `depth` steps below the number explained; `points` of 100, `counts` in percent."""

    depth: int
    points: int | None
    text: str
    counts: int | None
    decides: bool


def steps(card: Scorecard, number: str, deepest: int = DEEPEST) -> tuple[Step, ...]:
    """Everything below `number`, `deepest` steps down at most, each before what is below it."""
    return tuple(_below(card, card.explain(number), 0, deepest))


def _below(card: Scorecard, above: Explanation, depth: int, deepest: int) -> Iterator[Step]:
    if depth < deepest:
        for part in above.parts:
            yield _step(card, part, above, depth)
            yield from _below(card, part, depth + 1, deepest)


def _step(card: Scorecard, node: Explanation, above: Explanation, depth: int) -> Step:
    return Step(
        depth,
        _points(card, node),
        (node.choice or "") if _is_priority(node, above) else _name(card, node),
        None if node.weight is None else half_up_whole(100 * node.weight),
        bool(node.binding and node.kind != "dimension"),
    )


def _is_priority(node: Explanation, above: Explanation) -> bool:
    """A facet of one priority among the same facet of the others goes by the priority's name."""
    return node.id == above.id and node.id in FACETS and bool(node.parts)


def _points(card: Scorecard, node: Explanation) -> int | None:
    """The node's value in whole points of 100."""
    if node.value is None:
        return None
    return half_up_whole(node.value * _scale(card, node))


def _scale(card: Scorecard, node: Explanation) -> float:
    if node.kind == "answer" or node.id in card.bank.capability_by_id:
        return PERCENT_PER_LEVEL
    shares = {"choice", "product", "sum_of_overlaps", "smaller_of", "share"}
    is_share = node.kind in shares or node.id in FACETS or node.id.endswith(".evidence")
    return WHOLE if is_share else 1.0


def _name(card: Scorecard, node: Explanation) -> str:
    namer = NAMES.get(node.kind)
    return _by_id(card, node) if namer is None or _is_facet(node) else namer(card, node)


def _is_facet(node: Explanation) -> bool:
    """Process and owner are a facet and its only question in one; the facet has parts."""
    return node.id in FACETS and bool(node.parts)


def _by_id(card: Scorecard, node: Explanation) -> str:
    bank, words = card.bank, card.bank.shown.steps
    known = {
        "overall.mean": words.mean,
        "overall.lowest": words.lowest,
        "overall.level_top": words.level_top,
        "overall.formula": fill(words.pulled, {"way": halfway(bank)}),
        "budget": words.money,
        "weight": words.stated,
        "spent": words.spent,
    }
    if node.id in known:
        return known[node.id]
    if node.id in bank.dimension_by_id:
        return bank.dimension_by_id[node.id].name
    if node.id in bank.capability_by_id:
        return bank.capability_by_id[node.id].name
    if node.id.endswith(".raw"):
        return words.answers
    if node.id.endswith(".evidence"):
        return words.evidence
    return _facet(card, node)


def _facet(card: Scorecard, node: Explanation) -> str:
    """A priority by its own name, a facet by the bank's."""
    names = {facet.id: facet.name for facet in card.bank.trace.facets}
    name = names.get(node.id)
    if node.kind == "weighted_mean" and name:
        return fill(card.bank.shown.steps.facet, {"facet": name})
    return name or node.choice or node.id


def _cap(card: Scorecard, node: Explanation) -> str:
    return fill(card.bank.shown.steps.cap, {"why": cap_names(card.bank)[node.id]})


def _answer(card: Scorecard, node: Explanation) -> str:
    return stem_and_answer(card, node.id)


def _choice(card: Scorecard, node: Explanation) -> str:
    part = next(entry for entry in card.bank.trace.parts if entry.id == node.id)
    chosen = next((entry.text for entry in part.choices if entry.code == node.choice), None)
    words = card.bank.shown
    said = fill(words.answers.chosen, {"answer": chosen}) if chosen else words.steps.no_answer
    return f"{part.question} {said}"


NAMES: Final[Mapping[str, Callable[[Scorecard, Explanation], str]]] = {
    "cap": _cap,
    "answer": _answer,
    "choice": _choice,
}
