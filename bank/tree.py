"""The file as a tree of raw texts, each with its place, before it means anything.

PyYAML's events are used rather than its values: `safe_load` would turn version `2026.10` into
`2026.1` and id `no` into `False`, and silently keep the second of two equal keys. Whatever could
be used against the reader is refused here, before a tree is built.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from bank import refusals
from bank.problem import BrokenFile, Place, Wording, problem_at
from bank.refusals import BANK_FILE, FileKind

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
"""Characters that do not show on screen or on paper; U+FFFD stands for letters already lost."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single text as written; `plain` when it stands without quotation marks."""

    place: Place
    text: str
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether the author wrote `null` or `~`."""
        return self.plain and self.text in ("null", "~")

    @property
    def is_missing(self) -> bool:
        """Whether the author wrote nothing at all."""
        return self.plain and self.text == ""


@dataclass(frozen=True, slots=True)
class Series:
    """Entries one after the other."""

    place: Place
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with their values, in file order; a key may stand in it twice."""

    place: Place
    entries: tuple[tuple["Node", "Node"], ...]


Node = Scalar | Series | Table


class _Refusal(Exception):  # noqa: N818 - it is the refusal, not an error of ours
    """The place and the rule at which reading stopped."""

    def __init__(self, place: Place, rule: str, wording: Wording) -> None:
        super().__init__()
        self.place, self.rule, self.wording = place, rule, wording


def decode(content: bytes, name: str, kind: FileKind = BANK_FILE) -> str:
    """The file's text.

    Raises:
        BrokenFile: larger than its kind may be, or bytes that are not UTF-8.
    """
    start = Place(1, 1)
    if len(content) > kind.most_bytes:
        raise _broken(name, "", _Refusal(start, "too-large", refusals.too_large(kind)))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        place = _place_at(before, len(before))
        wording = refusals.not_utf_8(content[error.start])
        text = content.decode("utf-8", errors="replace")
        raise _broken(name, text, _Refusal(place, "not-utf-8", wording)) from None


def grow(text: str, name: str, kind: FileKind = BANK_FILE) -> Node:
    """The tree of `text`.

    Raises:
        BrokenFile: for anything this module refuses and for text that is not YAML.
    """
    try:
        _check_characters(text)
        return _Grower(_events(text), kind).tree()
    except _Refusal as refused:
        raise _broken(name, text, refused) from None


def _broken(name: str, text: str, refused: _Refusal) -> BrokenFile:
    return BrokenFile(name, text, (problem_at(refused.place, refused.rule, refused.wording),))


def _check_characters(text: str) -> None:
    if text.startswith("\ufeff"):
        raise _Refusal(Place(1, 1), "byte-order-mark", refusals.byte_order_mark())
    found = INVISIBLE.search(text)
    if found:
        wording = refusals.invisible_character(found.group())
        raise _Refusal(_place_at(text, found.start()), "invisible-character", wording)
    if "\t" in text:
        raise _Refusal(_place_at(text, text.index("\t")), "tab", refusals.tab())


def _place_at(text: str, index: int) -> Place:
    before = lines_of(text[:index])
    return Place(len(before), len(before[-1]) + 1)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a file as PyYAML counts them."""
    return tuple(re.split(r"\r\n|\r|\n", text))


def _events(text: str) -> Iterator[yaml.Event]:
    """PyYAML's events, with its complaints put into our words."""
    place = Place(1, 1)
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            place = _place_of(event)
            yield event
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else place
        raise _Refusal(place, "not-yaml", refusals.not_yaml(error.problem or "")) from None
    except (ValueError, OverflowError):
        # An escape or a directive with a number that Python cannot hold.
        raise _Refusal(place, "not-yaml", refusals.not_yaml("")) from None


class _Grower:
    """Builds the tree out of events, refusing whatever a file of this kind may not hold."""

    def __init__(self, events: Iterator[yaml.Event], kind: FileKind) -> None:
        self.events, self.kind = events, kind
        self.unfinished: list[tuple[yaml.Event, list[Node]]] = []
        self.roots: list[Node] = []
        self.values = 0

    def tree(self) -> Node:
        for event in self.events:
            place = _place_of(event)
            if isinstance(event, yaml.DocumentStartEvent) and self.roots:
                raise _Refusal(place, "several-documents", refusals.several_documents(self.kind))
            if isinstance(event, yaml.AliasEvent):
                raise _Refusal(place, "alias", refusals.alias(f"*{event.anchor}", self.kind))
            if isinstance(event, yaml.ScalarEvent):
                self._refuse_shorthand(event, place)
                self._add(_scalar(event, place))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_shorthand(event, place)
                self._open(event, place)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()
        if not self.roots or (isinstance(self.roots[0], Scalar) and self.roots[0].is_missing):
            raise _Refusal(Place(1, 1), "empty-file", refusals.empty_file(self.kind))
        return self.roots[0]

    def _refuse_shorthand(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place
    ) -> None:
        if event.anchor is not None:
            raise _Refusal(place, "alias", refusals.alias(f"&{event.anchor}", self.kind))
        if event.tag is not None:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise _Refusal(place, "tag", refusals.tag(name, self.kind))
        self.values += 1
        if self.values > self.kind.most_values:
            raise _Refusal(place, "too-large", refusals.too_large(self.kind))

    def _open(self, event: yaml.CollectionStartEvent, place: Place) -> None:
        self.unfinished.append((event, []))
        if len(self.unfinished) > self.kind.most_depth:
            raise _Refusal(place, "too-deep", refusals.too_deep(self.kind))

    def _close(self) -> None:
        event, parts = self.unfinished.pop()
        if isinstance(event, yaml.SequenceStartEvent):
            self._add(Series(_place_of(event), tuple(parts)))
        else:
            pairs = tuple(zip(parts[::2], parts[1::2], strict=True))
            first = pairs[0][0].place if pairs else _place_of(event)
            self._add(Table(first, pairs))

    def _add(self, node: Node) -> None:
        (self.unfinished[-1][1] if self.unfinished else self.roots).append(node)


def _scalar(event: yaml.ScalarEvent, place: Place) -> Scalar:
    found = INVISIBLE.search(event.value)
    if found:
        wording = refusals.invisible_character(found.group())
        raise _Refusal(place, "invisible-character", wording)
    return Scalar(place, event.value, plain=event.style is None)


def _place_of(event: yaml.Event) -> Place:
    start, end = event.start_mark, event.end_mark
    assert start is not None, "PyYAML marks where every event that it reads begins"
    assert end is not None, "PyYAML marks where every event that it reads ends"
    length = end.column - start.column if end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(length, 1))
