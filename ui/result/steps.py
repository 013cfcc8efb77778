"""An explanation tree as a nested list in words: every step with its whole number and its share.

All points are of 100: levels of answers (0-4) count 25 each, shares (0-1) count 100.
"""

from collections.abc import Callable, Mapping
from typing import Final

from scoring.coverage import Responses
from scoring.explanation import Explanation
from scoring.maturity import PERCENT_PER_LEVEL
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.trace import FACETS
from ui.escape import escape
from ui.result.formulas import CAP_NAMES, halfway

WHOLE: Final = 100.0
DEEPEST: Final = 6

PLAIN_NAMES: Final = {
    "overall.mean": "The average of the three",
    "overall.lowest": "The lowest of the three",
    "overall.level_top": "The most that the level it may reach can show",
    "budget": "Money that sits where the priorities say",
    "weight": "The importance you gave it",
    "spent": "Its share of the movable money",
}


def steps(card: Scorecard, number: str, deepest: int = DEEPEST) -> str:
    """Everything below `number` as a Markdown list, `deepest` steps down at most."""
    tree = card.explain(number)
    return "\n".join(_lines(card, tree, 0, deepest))


def _lines(card: Scorecard, above: Explanation, depth: int, deepest: int) -> list[str]:
    """The steps right below `above`, each with its own below it."""
    if depth == deepest:
        return []
    return [
        line
        for part in above.parts
        for line in (
            "    " * depth + f"- {_said(card, part, above)}",
            *_lines(card, part, depth + 1, deepest),
        )
    ]


def _said(card: Scorecard, node: Explanation, above: Explanation) -> str:
    """One step: its points, its name, what it weighs, and whether it decides."""
    value = _points(card, node)
    text = "" if value is None else f"**{value}** · "
    text += escape(node.choice) if _is_priority(node, above) else _name(card, node)
    if node.weight is not None:
        text += f" (counts {half_up_whole(100 * node.weight)} %)"
    return text + (" ← this decides" if node.binding and node.kind != "dimension" else "")


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
    bank = card.bank
    if node.id in PLAIN_NAMES:
        return PLAIN_NAMES[node.id]
    if node.id == "overall.formula":
        return f"Pulled {halfway(bank)} from the average to the lowest"
    if node.id in bank.dimension_by_id:
        return escape(bank.dimension_by_id[node.id].name)
    if node.id in bank.capability_by_id:
        return escape(bank.capability_by_id[node.id].name)
    if node.id.endswith(".raw"):
        return "What your answers give"
    if node.id.endswith(".evidence"):
        return "What you showed us for it"
    return _facet(card, node)


def _facet(card: Scorecard, node: Explanation) -> str:
    """A priority by its own name, a facet by the bank's."""
    names = {facet.id: facet.name for facet in card.bank.trace.facets}
    name = names.get(node.id)  # type: ignore[call-overload]
    if node.kind == "weighted_mean" and name:
        return f"{escape(name)}, over your priorities"
    return escape(name or node.choice or node.id)


def _cap(card: Scorecard, node: Explanation) -> str:
    return f"Limit, because {CAP_NAMES[node.id]}"


def _answer(card: Scorecard, node: Explanation) -> str:
    item = card.bank.item_by_id[node.id]
    return f"{escape(item.stem)} — {escape(answer_words(card, node.id))}"


def _choice(card: Scorecard, node: Explanation) -> str:
    part = next(entry for entry in card.bank.trace.parts if entry.id == node.id)
    chosen = next((entry.text for entry in part.choices if entry.code == node.choice), None)
    return f"{escape(part.question)} — {escape(chosen or 'no answer')}"


NAMES: Final[Mapping[str, Callable[[Scorecard, Explanation], str]]] = {
    "cap": _cap,
    "answer": _answer,
    "choice": _choice,
}


def answer_words(card: Scorecard, item: str) -> str:
    """What was answered to an item, in the words that were on screen."""
    scale, given = card.bank.scale, card.responses
    if item in given.levels:
        options = card.bank.item_by_id[item].options
        text = next(entry.text for entry in options if entry.level == given.levels[item])
        return f"“{text}”"
    return _escape_answer(given, item, scale.unknown, scale.not_applicable)


def _escape_answer(given: Responses, item: str, unknown: str, not_applicable: str) -> str:
    if item in given.unknown:
        return f"“{unknown}”, left out"
    if item in given.not_applicable:
        return f"“{not_applicable}”, left out"
    if item in given.na_rejected:
        return f"“{not_applicable}”, counted as open because the facts you gave speak against it"
    return "not answered, left out"
