"""Reads the tree into the bank's types, one reader for all, and remembers where things stood."""

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from bank import mistakes
from bank.naming import Path, spoken
from bank.problem import Place, Problem, Wording, problem_at
from bank.quoting import nearest
from bank.shapes import (
    FieldShape,
    ListShape,
    MappingShape,
    NotedShape,
    NumberShape,
    OptionalShape,
    RecordShape,
    Shape,
    SwitchShape,
    TextShape,
)
from bank.tree import Node, Scalar, Series, Table

BROKEN: Final = object()
"""Stands for a value that could not be read; the reason is among the problems."""

WHOLE = re.compile(r"-?(0|[1-9]\d{0,11})", re.ASCII)
DECIMAL = re.compile(r"-?(0|[1-9]\d{0,11})(\.\d{1,12})?", re.ASCII)
FRACTION = re.compile(r"(\d{1,6})/([1-9]\d{0,5})", re.ASCII)

SENTENCE = ("a text", "Write words; put them in quotation marks if they begin with a sign.")
DIGITS = ("a number", "Write digits such as 2 or 0.75.")
SWITCH = ("true or false", "Write true or false, without quotation marks.")
ENTRIES = ("a list", "Begin each entry with '- ', or write [] if there is none.")
KEYS = ("a group of keys", "Write its keys below it, two spaces further in.")
NOTED = ("a number with a note", 'Write {value: 0.75, note: "whose judgement it is"}.')


@dataclass
class Reading:
    """What was found in one file: values, their places, and every mistake of form.

    `texts` holds the words people read, `parts` every record that could be read, both by path;
    `whole` is the word for all that the file holds.
    """

    root: Node
    whole: str = "bank"
    places: dict[Path, Place] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)
    parts: dict[Path, object] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._enter((), self.root)

    def name(self, path: Path) -> str:
        """What the place at `path` is called when we speak to the author."""
        return spoken(self.root, path, self.whole)

    def read(self, node: Node, shape: Shape, path: Path = ()) -> object:
        """The value at `node`, or `BROKEN` with a problem that says why."""
        match shape:
            case RecordShape():
                return self._record(node, shape, path)
            case OptionalShape():
                missing = isinstance(node, Scalar) and node.is_null
                return None if missing else self.read(node, shape.inner, path)
            case ListShape():
                return self._list(node, shape, path)
            case MappingShape():
                return self._mapping(node, shape, path)
            case NotedShape():
                return self._noted(node, shape, path)
            case TextShape():
                return self._text(node, shape, path)
            case NumberShape():
                return self._number(node, shape, path)
            case SwitchShape():
                return self._switch(node, path)

    def _fault(self, path: Path, rule: str, wording: Wording, place: Place | None = None) -> object:
        self.problems.append(problem_at(place or self.places[path], rule, wording))
        return BROKEN

    def _wrong(self, path: Path, node: Node, wanted: tuple[str, str]) -> object:
        return self._fault(path, "wrong-kind", mistakes.wrong_kind(self.name(path), node, *wanted))

    def _enter(self, path: Path, node: Node, key: Node | None = None) -> None:
        """Remembers where to point: at a text itself, at the key of anything larger."""
        pointed = key if key and not (isinstance(node, Scalar) and node.text) else node
        self.places[path] = pointed.place

    def _entries(self, table: Table, path: Path) -> dict[str, tuple[Scalar, Node]]:
        """Keys with their values; a key that is no text or stands twice is a problem."""
        found: dict[str, tuple[Scalar, Node]] = {}
        name = self.name(path)
        for key, value in table.entries:
            if not isinstance(key, Scalar):
                wording = mistakes.wrong_kind(f"a key of {name}", key, "a word", KEYS[1])
                self._fault(path, "wrong-kind", wording, key.place)
            elif key.text in found:
                first = found[key.text][0].place.line
                wording = mistakes.duplicate_key(name, key.text, first)
                self._fault(path, "duplicate-key", wording, key.place)
            else:
                found[key.text] = (key, value)
        return found

    def _record(self, node: Node, shape: RecordShape, path: Path) -> object:
        fields = self.fields(node, shape, path)
        if fields is None:
            return BROKEN
        part = shape.kind(**fields)
        self.parts[path] = part
        return part

    def fields(self, node: Node, shape: RecordShape, path: Path) -> dict[str, Any] | None:
        """A record's values by key, or None if any of them could not be read."""
        if not isinstance(node, Table):
            self._wrong(path, node, KEYS)
            return None
        entries = self._entries(node, path)
        excused = self._unknown_keys(entries, shape, path)
        values = {
            one.name: self._field(entries, one, path, one.name in excused) for one in shape.fields
        }
        return None if BROKEN in values.values() else values

    def _unknown_keys(
        self, entries: dict[str, tuple[Scalar, Node]], shape: RecordShape, path: Path
    ) -> set[str]:
        """Reports keys that nothing reads and returns the keys that they were meant to be."""
        absent = tuple(key for key in shape.keys if key not in entries)
        meant, name = set(), self.name(path)
        for text, (key, _) in entries.items():
            if text not in shape.keys:
                guess = nearest(text, absent)
                wording = mistakes.unknown_key(name, text, shape.keys, guess)
                self._fault(path, "unknown-key", wording, key.place)
                meant.add(guess or "")
        return meant

    def _field(
        self, entries: dict[str, tuple[Scalar, Node]], one: FieldShape, path: Path, excused: bool
    ) -> object:
        if one.name in entries:
            key, value = entries[one.name]
            inner = (*path, one.name)
            self._enter(inner, value, key)
            return self.read(value, one.shape, inner)
        if not one.required:
            return one.default
        if not excused:
            self._fault(path, "missing-key", mistakes.missing_key(self.name(path), one.name))
        return BROKEN

    def _list(self, node: Node, shape: ListShape, path: Path) -> object:
        if not isinstance(node, Series):
            return self._wrong(path, node, ENTRIES)
        values = []
        for position, part in enumerate(node.parts):
            self._enter((*path, position), part)
            values.append(self.read(part, shape.inner, (*path, position)))
        return BROKEN if BROKEN in values else tuple(values)

    def _mapping(self, node: Node, shape: MappingShape, path: Path) -> object:
        if not isinstance(node, Table):
            return self._wrong(path, node, KEYS)
        values = {}
        for text, (key, value) in self._entries(node, path).items():
            self._enter((*path, text), value, key)
            values[text] = self.read(value, shape.inner, (*path, text))
        whole = len(values) == len(node.entries) and BROKEN not in values.values()
        return MappingProxyType(values) if whole else BROKEN

    def _noted(self, node: Node, shape: NotedShape, path: Path) -> object:
        if not isinstance(node, Table):
            return self._wrong(path, node, NOTED)
        fields = (
            FieldShape("value", shape.inner, required=True, default=None),
            FieldShape("note", TextShape(prose=True), required=True, default=None),
        )
        values = self.fields(node, RecordShape(object, fields), path)
        if values is None:
            return BROKEN
        self.notes[".".join(str(step) for step in path)] = str(values["note"])
        return values["value"]

    def _text(self, node: Node, shape: TextShape, path: Path) -> object:
        if not isinstance(node, Scalar) or node.is_null or node.is_missing:
            return self._wrong(path, node, SENTENCE)
        if shape.words and node.text not in shape.words:
            wording = mistakes.not_one_of(self.name(path), node.text, shape.words)
            return self._fault(path, "not-one-of", wording)
        if shape.pattern and not re.fullmatch(shape.pattern.regex, node.text, re.ASCII):
            wording = mistakes.bad_code(self.name(path), node.text, shape.pattern)
            return self._fault(path, "bad-code", wording)
        if shape.prose:
            self.texts[path] = node.text
        return node.text

    def _number(self, node: Node, shape: NumberShape, path: Path) -> object:
        if not isinstance(node, Scalar) or node.is_null or node.is_missing:
            return self._wrong(path, node, DIGITS)
        value = _parsed(node, shape.whole)
        if value is None:
            wording = mistakes.not_a_number(self.name(path), node, shape.whole)
            return self._fault(path, "not-a-number", wording)
        if value <= 0 < shape.low < 1:
            wording = mistakes.weight_positive(self.name(path), value)
            return self._fault(path, "weight-positive", wording)
        if not shape.low <= value <= shape.high:
            wording = mistakes.out_of_range(self.name(path), value, shape)
            return self._fault(path, "out-of-range", wording)
        return value

    def _switch(self, node: Node, path: Path) -> object:
        if isinstance(node, Scalar) and node.plain and node.text in ("true", "false"):
            return node.text == "true"
        return self._wrong(path, node, SWITCH)


def _parsed(node: Scalar, whole: bool) -> int | float | None:
    """The number that a plain text writes, or None."""
    if not node.plain:
        return None
    if whole:
        return int(node.text) if WHOLE.fullmatch(node.text) else None
    fraction = FRACTION.fullmatch(node.text)
    if fraction:
        return int(fraction[1]) / int(fraction[2])
    return float(node.text) if DECIMAL.fullmatch(node.text) else None
