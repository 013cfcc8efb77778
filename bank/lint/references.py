"""Rules for names that point to something else in the bank. Each docstring is the rule's manual."""

import re
from collections.abc import Iterator

from bank.lint.remark import Remark
from bank.model import Bank
from bank.naming import Path, sentence
from bank.quoting import listed, nearest, quote
from bank.reading import Reading

REFERENCE = re.compile(r"\[([ABCE]\d+[a-z]?)\]")


def unknown_capability(bank: Bank) -> Iterator[Remark]:
    """Items and causes name a capability that exists; causes may name the outside cause as well."""
    known = tuple(bank.capability_by_id)
    for place, item in enumerate(bank.items):
        if item.capability not in known:
            path: Path = ("items", place, "capability")
            yield _unknown(path, f"Item {quote(item.id)}", "a capability", item.capability, known)
    for place, symptom in enumerate(bank.symptoms.checklist):
        for cause in symptom.causes:
            if cause not in (*known, bank.causes.outside):
                path = ("symptoms", "checklist", place, "causes", cause)
                yield _unknown(path, f"Symptom {quote(symptom.id)}", "a capability", cause, known)


def unknown_dimension(bank: Bank) -> Iterator[Remark]:
    """Capabilities and level descriptions name a dimension that exists."""
    known = tuple(bank.dimension_by_id)
    for place, part in enumerate(bank.capabilities):
        if part.dimension not in known:
            path: Path = ("capabilities", place, "dimension")
            yield _unknown(
                path, f"Capability {quote(part.id)}", "a dimension", part.dimension, known
            )
    for place, level in enumerate(bank.levels):
        for name in level.descriptions:
            if name not in known:
                path = ("levels", place, "descriptions", name)
                yield _unknown(path, f"Level {level.level}", "a dimension", name, known)


def unknown_item(bank: Bank) -> Iterator[Remark]:
    """Claims, rules and dimensions name an item that exists; a critical one in its dimension."""
    known = tuple(bank.item_by_id)
    for path, who, item in _items_named(bank):
        if item not in known:
            yield _unknown(path, who, "an item", item, known)
    for place, dimension in enumerate(bank.dimensions):
        critical = bank.item_by_id.get(dimension.critical)
        home = critical and bank.capability_by_id.get(critical.capability)
        if home and home.dimension in bank.dimension_by_id and home.dimension != dimension.id:
            yield Remark(
                ("dimensions", place, "critical"),
                f"The critical item of dimension {quote(dimension.id)} belongs to "
                f"{quote(home.dimension)}.",
                "Name an item of this dimension.",
            )


def _items_named(bank: Bank) -> Iterator[tuple[Path, str, str]]:
    """Where an item is named, who names it, and the name."""
    for place, claim in enumerate(bank.claims):
        yield ("claims", place, "item"), f"Claim {quote(claim.evidence)}", claim.item
    for place, rule in enumerate(bank.rules):
        for entry, item in enumerate(rule.items):
            yield ("rules", place, "items", entry), f"Rule {quote(rule.id)}", item
    for place, dimension in enumerate(bank.dimensions):
        name = f"Dimension {quote(dimension.id)}"
        yield ("dimensions", place, "critical"), name, dimension.critical


def needs_unknown(bank: Bank) -> Iterator[Remark]:
    """`needs` names items whose moves come first, so they have to exist."""
    known = tuple(bank.item_by_id)
    for place, item in enumerate(bank.items):
        for entry, need in enumerate(item.needs):
            if need not in known:
                path = ("items", place, "needs", entry)
                yield _unknown(path, f"Item {quote(item.id)}", "an item", need, known)


def needs_circular(bank: Bank) -> Iterator[Remark]:
    """If two moves need each other, neither can come first."""
    reported: set[str] = set()
    for place, item in enumerate(bank.items):
        circle = _circle(bank, item.id)
        if circle and not reported.intersection(circle):
            reported.update(circle)
            yield Remark(
                ("items", place, "needs"),
                f"The needs of item {quote(item.id)} lead back to itself: "
                f"{' → '.join((*circle, item.id))}.",
                "Remove one of these needs.",
            )


def _circle(bank: Bank, start: str) -> tuple[str, ...]:
    """The items on the way from `start` back to it, or none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop(0)
        item = bank.item_by_id.get(way[-1])
        for need in item.needs if item else ():
            if need == start:
                return way
            if need not in seen:
                seen.add(need)
                ways.append((*way, need))
    return ()


def unknown_source(bank: Bank, reading: Reading) -> Iterator[Remark]:
    """A reference such as E37 has its row in `sources`; A16 and B4b belong to the rows A and B.

    Holds for `sources` of items and symptoms and for references in brackets inside any text.
    """
    known = tuple(source.id for source in bank.sources)
    for path, reference in _references(bank, reading):
        row = reference if reference.startswith("E") else reference[0]
        if row not in known:
            yield Remark(
                path,
                f"{sentence(reading.name(path))} names a source {quote(row)}, "
                "which is not in the bank.",
                "Add it under 'sources', or correct the reference.",
                reference,
            )


def _references(bank: Bank, reading: Reading) -> Iterator[tuple[Path, str]]:
    for place, item in enumerate(bank.items):
        for entry, reference in enumerate(item.sources):
            yield ("items", place, "sources", entry), reference
    for place, symptom in enumerate(bank.symptoms.checklist):
        for entry, reference in enumerate(symptom.sources):
            yield ("symptoms", "checklist", place, "sources", entry), reference
    for path, text in reading.texts.items():
        for reference in REFERENCE.findall(text):
            yield path, reference


def _unknown(path: Path, who: str, what: str, name: str, known: tuple[str, ...]) -> Remark:
    guess = nearest(name, known)
    fix = f"Did you mean '{guess}'?" if guess else f"Known here: {listed(known)}."
    return Remark(path, f"{who} names {what} {quote(name)}, which is not in the bank.", fix)
