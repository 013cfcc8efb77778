"""Rules that keep one thing one thing, now and in later versions of the bank."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from bank.lint.remark import Remark
from bank.model import Bank, Released
from bank.naming import NOUNS, Path, sentence
from bank.quoting import quote
from bank.reading import Reading

TEXTS = ("stem", "text", "question", "name", "headline", "screen", "ask", "first_move")


def duplicate_id(bank: Bank, reading: Reading) -> Iterator[Remark]:
    """Two entries with one id: answers are stored under it and could not be told apart.

    Ids are unique within their list; items, symptoms and capabilities share none either.
    """
    for path, entries in _lists(bank, ()):
        noun, key = NOUNS[tuple(step for step in path if isinstance(step, str))]
        seen: set[str] = set()
        for place, entry in enumerate(entries):
            name = str(getattr(entry, key)) if key else ""
            if name and name in seen:
                yield _twice((*path, place, key), f"{noun} {quote(name)}")
            seen.add(name)
    items = set(bank.item_by_id)
    for place, symptom in enumerate(bank.symptoms.checklist):
        if symptom.id in items:
            path = ("symptoms", "checklist", place, "id")
            yield _twice(path, f"id {quote(symptom.id)}")
    if bank.causes.outside in bank.capability_by_id:
        yield _twice(("causes", "outside"), f"id {quote(bank.causes.outside)}")


def _twice(path: Path, what: str) -> Remark:
    return Remark(path, f"The {what} is in the bank twice.", "Give one of them another id.")


def duplicate_text(bank: Bank, reading: Reading) -> Iterator[Remark]:
    """Two entries of one list with the same words: a reader cannot tell them apart."""
    for path, entries in _lists(bank, ()):
        for key in TEXTS:
            seen: dict[str, int] = {}
            for place, entry in enumerate(entries):
                text = _bare(getattr(entry, key, None) or "")
                if text and text in seen:
                    name = sentence(reading.name((*path, place, key)))
                    first = reading.name((*path, seen[text]))
                    message = f"{name} says the same as {first}."
                    yield Remark((*path, place, key), message, "Reword one of them.")
                seen.setdefault(text, place)


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _lists(part: Any, path: Path) -> Iterator[tuple[Path, tuple[Any, ...]]]:
    """Every list of records inside `part`, with its path."""
    for one in fields(part):
        value = getattr(part, one.name)
        inner = (*path, one.name)
        if is_dataclass(value):
            yield from _lists(value, inner)
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            yield inner, value
            for place, entry in enumerate(value):
                yield from _lists(entry, (*inner, place))


def retired_id(bank: Bank) -> Iterator[Remark]:
    """An id that was once published keeps its meaning for ever, because stored answers hang on it.

    `released` lists every id of an item or symptom with its meaning. An id may be reworded; for a
    new meaning take a new id. An id that is dropped stays listed with the version that dropped it.
    """
    used = _used(bank)
    released = {one.id: one for one in bank.released}
    for name, (path, meaning) in used.items():
        yield from _against_release(bank, name, path, meaning, released.get(name))
    for place, one in enumerate(bank.released):
        if one.id not in used and one.retired is None:
            yield Remark(
                ("released", place, "id"),
                f"The id {quote(one.id)} was released with version {one.since} and has vanished.",
                f"Bring it back, or add 'retired: {bank.about.version}' here.",
            )


def _used(bank: Bank) -> dict[str, tuple[Path, str]]:
    """The ids of items and symptoms with their places and meanings."""
    places: dict[str, tuple[Path, str]] = {}
    for place, item in enumerate(bank.items):
        places[item.id] = (("items", place), item.meaning)
    for place, symptom in enumerate(bank.symptoms.checklist):
        places[symptom.id] = (("symptoms", "checklist", place), symptom.meaning)
    return places


def _against_release(
    bank: Bank, name: str, path: Path, meaning: str, released: Released | None
) -> Iterator[Remark]:
    if released is None:
        line = f'- {{id: {name}, since: {bank.about.version}, meaning: "{meaning}"}}'
        message = f"The id {quote(name)} is new and not listed under 'released'."
        yield Remark((*path, "id"), message, f"Add this line there: {line}")
    elif released.retired is not None:
        yield Remark(
            (*path, "id"),
            f"The id {quote(name)} was retired with version {released.retired}.",
            "Take a new id; stored answers still use this one.",
        )
    elif released.meaning != meaning:
        yield Remark(
            (*path, "meaning"),
            f"The id {quote(name)} has another meaning than when it was released "
            f"({quote(released.meaning)}).",
            "Restore the meaning and reword the text only, or take a new id.",
        )
