"""Rules that say what a whole bank holds. Each docstring is the rule's manual."""

from collections.abc import Iterator

from bank.calls import CallPart, Outcome
from bank.lint.remark import Remark
from bank.model import Bank
from bank.naming import NOUNS, Path
from bank.quoting import listed, quote
from bank.sections import ClaimPair, FacetWords, NoIndex, TracePart
from bank.shapes import TextShape, record_shape
from bank.verdicts import (
    CONFIDENCE_CAUSES,
    RULE_CUTOFFS,
    Cap,
    Confidence,
    Flag,
    Reason,
    Rule,
    Verdict,
)

LEVELS = (1, 2, 3, 4, 5)


def codes_complete(bank: Bank) -> Iterator[Remark]:
    """Every code that the software knows has an entry, and levels describe every dimension.

    Holds for rules, caps, verdicts, reasons, claims, flags, the confidence words with their causes,
    why there is no index, the parts and facets of the trace, and the parts and outcomes of a call.
    """
    yield from _lacking(("caps",), Cap, "code", [one.code for one in bank.caps])
    yield from _lacking(("rules",), Rule, "id", [one.id for one in bank.rules])
    yield from _lacking(("verdicts",), Verdict, "code", [one.code for one in bank.verdicts])
    yield from _lacking(("reasons",), Reason, "code", [one.code for one in bank.reasons])
    yield from _lacking(("claims",), ClaimPair, "evidence", [one.evidence for one in bank.claims])
    yield from _lacking(("flags",), Flag, "code", [one.code for one in bank.flags])
    confidence = [one.code for one in bank.confidence]
    yield from _lacking(("confidence",), Confidence, "code", confidence)
    no_index = [one.code for one in bank.budget.reasons]
    yield from _lacking(("budget", "reasons"), NoIndex, "code", no_index)
    yield from _lacking(("trace", "parts"), TracePart, "id", [one.id for one in bank.trace.parts])
    yield from _lacking(("call", "parts"), CallPart, "id", [one.id for one in bank.call.parts])
    outcomes = [one.code for one in bank.call.outcomes]
    yield from _lacking(("call", "outcomes"), Outcome, "code", outcomes)
    facets = [one.id for one in bank.trace.facets]
    yield from _lacking(("trace", "facets"), FacetWords, "id", facets)
    yield from _undescribed_levels(bank)
    yield from _causes_of_confidence(bank)


def _undescribed_levels(bank: Bank) -> Iterator[Remark]:
    for place, level in enumerate(bank.levels):
        for dimension in bank.dimensions:
            if dimension.id not in level.descriptions:
                yield Remark(
                    ("levels", place, "descriptions"),
                    f"Level {level.level} does not describe dimension {quote(dimension.id)}.",
                    f"Add a line '{dimension.id}: …' to its descriptions.",
                )


def _causes_of_confidence(bank: Bank) -> Iterator[Remark]:
    """Every cause has words, and no words stand for a cause that the software does not know."""
    for place, entry in enumerate(bank.confidence):
        path, wanted = ("confidence", place, "causes"), CONFIDENCE_CAUSES[entry.code]
        fix = f"Its causes are: {listed(wanted)}."
        for cause in wanted:
            if cause not in entry.causes:
                message = f"Confidence word {quote(entry.code)} has no cause {quote(cause)}."
                yield Remark(path, message, fix)
        for cause in entry.causes:
            if cause not in wanted:
                message = f"Confidence word {quote(entry.code)} does not know the cause "
                yield Remark((*path, cause), f"{message}{quote(cause)}.", fix)


def _lacking(path: tuple[str, ...], kind: type, key: str, present: list[str]) -> Iterator[Remark]:
    """One remark for each word that `key` of `kind` may be and that is not present."""
    shape = next(one.shape for one in record_shape(kind).fields if one.name == key)
    noun = NOUNS[path][0]
    for word in shape.words if isinstance(shape, TextShape) else ():
        if word not in present:
            yield Remark(
                path,
                f"The bank has no {noun} {quote(word)}.",
                f"Add an entry with '{key}: {word}' under '{'.'.join(path)}'.",
            )


def five_levels(bank: Bank) -> Iterator[Remark]:
    """There are five levels, listed from 1 to 5."""
    found = tuple(level.level for level in bank.levels)
    if found != LEVELS:
        yield Remark(
            ("levels",),
            f"The levels are {listed(tuple(str(level) for level in found))}.",
            "List five, from level 1 to level 5.",
        )


def needs_items(bank: Bank) -> Iterator[Remark]:
    """A capability without an item, or a dimension without a capability, could never be scored."""
    asked = {item.capability for item in bank.items}
    for place, capability in enumerate(bank.capabilities):
        if capability.id not in asked:
            path: Path = ("capabilities", place, "id")
            message = f"Capability {quote(capability.id)} has no item."
            yield Remark(path, message, "Add an item that names it, or remove it.")
    filled = {capability.dimension for capability in bank.capabilities}
    for place, dimension in enumerate(bank.dimensions):
        if dimension.id not in filled:
            path = ("dimensions", place, "id")
            message = f"Dimension {quote(dimension.id)} has no capability."
            yield Remark(path, message, "Add a capability that names it, or remove it.")


def rule_needs_text(part: object) -> Iterator[Remark]:
    """A rule has the words it is shown with and exactly the cut-offs that its condition compares.

    `screen` may be null only for the audience *consultant*; `ask` is there for every rule.
    """
    if not isinstance(part, Rule):
        return
    if part.audience == "everyone" and not (part.screen or "").strip():
        message = f"Rule {quote(part.id)} is for everyone but has nothing to show on screen."
        yield Remark(("screen",), message, "Write its 'screen', or make its audience consultant.")
    if not part.ask.strip():
        message = f"Rule {quote(part.id)} has no question for the call."
        yield Remark(("ask",), message, "Write its 'ask'.")
    wanted = RULE_CUTOFFS[part.id]
    for cutoff in wanted:
        if cutoff not in part.cutoffs:
            message = f"Rule {quote(part.id)} has no cut-off {quote(cutoff)}."
            yield Remark(("cutoffs",), message, f"Its cut-offs are: {listed(wanted)}.")
    for cutoff in part.cutoffs:
        if cutoff not in wanted:
            message = f"Rule {quote(part.id)} does not compare anything with {quote(cutoff)}."
            yield Remark(("cutoffs", cutoff), message, f"Its cut-offs are: {listed(wanted)}.")
