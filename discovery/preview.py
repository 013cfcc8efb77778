"""A shared copy in words: one line for each value in it, in the order of the questions."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from bank.model import Bank
from scoring.assessment import NOT_APPLICABLE, UNKNOWN
from scoring.wording import fill

Path = tuple[str | int, ...]

INPUT: Final = ("answers", "input")
PRIORITY_TEXTS: Final = {"owner_ref": "owner", "points": "points", "rank": "rank"}
BEFORE_THE_BANK: Final = ("contact", "name", "email", "company", "includes", "owners")
AFTER_THE_BANK: Final = ("seconds_core", "format", "bank", "id", "version", "sha256")


class SharedLine(NamedTuple):
    """One value of the document: what it is called, its text for people, and where it is."""

    what: str
    text: str
    path: Path


class Leaf(NamedTuple):
    """One value with its path; lists of codes count as one value."""

    path: Path
    value: Any


def preview(content: Mapping[str, Any], bank: Bank) -> tuple[SharedLine, ...]:
    """Every value in `content` as one line; none is left out and none is added."""
    rank = {name: place for place, name in enumerate(_order(bank))}

    def place(leaf: Leaf) -> tuple[int, ...]:
        inside = sum(step == key for step, key in zip(leaf.path, INPUT, strict=False))
        return tuple(step if isinstance(step, int) else rank[step] for step in leaf.path[inside:])

    return tuple(_line(bank, content, leaf) for leaf in sorted(_leaves(content, ()), key=place))


def _leaves(value: Any, path: Path) -> Iterator[Leaf]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list) and path[-1] in ("priorities", "per_priority"):
        for place, inner in enumerate(value):
            yield from _leaves(inner, (*path, place))
    else:
        yield Leaf(path, value)


def _order(bank: Bank) -> Iterator[str]:
    """Every key of a document in the order in which a person reads what it holds."""
    yield from BEFORE_THE_BANK
    yield "profile"
    yield from (field.id for field in bank.profile.fields)
    yield "change"
    yield from (row.code for row in bank.profile.change_rows)
    yield "priorities"
    yield from ("points", "rank", *(part.id for part in bank.trace.parts), "owner_ref")
    yield from ("rule", "result", "date", "person", "action")
    yield from ("budget", "basis", "known", "per_priority", "fixed", "other", "answers")
    yield from bank.item_by_id
    yield "notes"
    yield "symptoms"
    yield from (symptom.id for symptom in bank.symptoms.checklist)
    yield from AFTER_THE_BANK


def _line(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> SharedLine:
    inside = leaf.path[: len(INPUT)] == INPUT
    section = str(leaf.path[len(INPUT)] if inside else leaf.path[0])
    name = _SECTIONS.get(section, _about) if inside else _OUTSIDE.get(section, _about)
    what, text = name(bank, content, leaf)
    return SharedLine(what, text, leaf.path)


Naming = Callable[[Bank, Mapping[str, Any], Leaf], tuple[str, str]]
"""What a value is called, and its text."""


def _contact(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    what: str = getattr(bank.sharing.labels, f"contact_{leaf.path[-1]}")
    return what, str(leaf.value)


def _includes(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    labels = bank.sharing.labels
    what = labels.notes if leaf.path[-1] == "notes" else labels.owners
    return what, labels.sent if leaf.value else labels.not_sent


def _profile(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    key = leaf.path[-1]
    if "change" in leaf.path:
        row = next(entry for entry in bank.profile.change_rows if entry.code == key)
        grown = {entry.code: entry.text for entry in bank.profile.change_choices}
        return f"{bank.profile.change_prompt} {row.text}", grown[leaf.value]
    field = next(entry for entry in bank.profile.fields if entry.id == key)
    texts = {choice.code: choice.text for choice in field.choices}
    if isinstance(leaf.value, list):
        return field.question, "; ".join(texts[code] for code in leaf.value)
    if isinstance(leaf.value, bool):
        return field.question, _yes_or_no(bank, leaf.value)
    return field.question, texts.get(str(leaf.value), _exactly(leaf.value))


def _answer(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    item = bank.item_by_id[str(leaf.path[-1])]
    escapes = {UNKNOWN: bank.scale.unknown, NOT_APPLICABLE: bank.scale.not_applicable}
    texts = {option.level: option.text for option in item.options} | escapes
    return item.stem, texts[leaf.value]


def _note(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    stem = bank.item_by_id[str(leaf.path[-1])].stem
    return fill(bank.sharing.labels.note, {"item": stem}), str(leaf.value)


def _symptom(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    entry = next(one for one in bank.symptoms.checklist if one.id == leaf.path[-1])
    return entry.text, bank.symptoms.answers[leaf.value]


def _priority(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    labels, key = bank.sharing.labels, str(leaf.path[-1])
    place = next(step for step in leaf.path if isinstance(step, int))
    named = {"priority": _name(content, place)}
    if key == "name":
        return fill(labels.priority, {"count": str(place + 1)}), str(leaf.value)
    if "rule" in leaf.path:
        return fill(getattr(labels, f"rule_{key}"), named), str(leaf.value)
    if key in PRIORITY_TEXTS:
        return fill(getattr(labels, PRIORITY_TEXTS[key]), named), _exactly(leaf.value)
    part = next(entry for entry in bank.trace.parts if entry.id == key)
    chosen = next(choice.text for choice in part.choices if choice.code == leaf.value)
    return fill(labels.part, named | {"question": part.question}), chosen


def _budget(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    labels, key = bank.sharing.labels, leaf.path[-1]
    if key == "basis":
        return labels.basis, labels.basis_time if leaf.value == "time" else labels.basis_money
    if key == "known":
        return labels.split_known, _yes_or_no(bank, leaf.value)
    text = labels.left_open if leaf.value is None else _exactly(leaf.value)
    if isinstance(key, int):
        return fill(labels.share, {"priority": _name(content, key)}), text
    return bank.budget.fixed if key == "fixed" else bank.budget.other, text


def _seconds(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    return bank.sharing.labels.seconds, _exactly(leaf.value)


def _about(bank: Bank, content: Mapping[str, Any], leaf: Leaf) -> tuple[str, str]:
    """Which format and which bank: what a reader needs to read the rest."""
    labels = bank.sharing.labels
    names = {"format": labels.format, "id": labels.bank, "version": labels.version}
    return names.get(str(leaf.path[-1]), labels.digest), str(leaf.value)


_OUTSIDE: Final[Mapping[str, Naming]] = {"contact": _contact, "includes": _includes}
_SECTIONS: Final[Mapping[str, Naming]] = {
    "profile": _profile,
    "answers": _answer,
    "notes": _note,
    "symptoms": _symptom,
    "priorities": _priority,
    "budget": _budget,
    "seconds_core": _seconds,
}


def _name(content: Mapping[str, Any], place: int) -> str:
    return str(content["answers"]["input"]["priorities"][place]["name"])


def _yes_or_no(bank: Bank, value: bool) -> str:
    return bank.sharing.labels.said_yes if value else bank.sharing.labels.said_no


def _exactly(value: Any) -> str:
    """A number as the document writes it, a text as it is."""
    return value if isinstance(value, str) else json.dumps(value)
