"""The bank's types as shapes: what the reader accepts at a place and the JSON Schema says about it.

A shape is worked out once from a dataclass's annotations and the markers of `bank.kinds`.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from bank.kinds import NO_BLANKS, Between, Blanks, Noted, OneOf, Pattern, Prose

FILLED_BY_THE_READER = {"Bank": frozenset({"notes", "sha256"})}
"""Fields that are no keys in the file, by class name."""

MOST = 1e9
"""Largest number anywhere that has no limits of its own."""


@dataclass(frozen=True, slots=True)
class TextShape:
    """Words for people (`prose`), a code that fits `pattern`, or one out of `words`.

    `blanks` are those that the software fills in such words.
    """

    prose: bool = False
    pattern: Pattern | None = None
    words: tuple[str, ...] = ()
    blanks: Blanks = NO_BLANKS


@dataclass(frozen=True, slots=True)
class NumberShape:
    """A number from `low` to `high`, both included; `whole` ones have no fraction."""

    whole: bool
    low: float = -MOST
    high: float = MOST


@dataclass(frozen=True, slots=True)
class SwitchShape:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class OptionalShape:
    """The inner shape, or `null`."""

    inner: "Shape"


@dataclass(frozen=True, slots=True)
class ListShape:
    """Any number of the inner shape, in order."""

    inner: "Shape"


@dataclass(frozen=True, slots=True)
class MappingShape:
    """Free keys, each with the inner shape."""

    inner: "Shape"


@dataclass(frozen=True, slots=True)
class NotedShape:
    """A number written as `{value: …, note: …}`."""

    inner: "Shape"


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One key of a record. A key that is not `required` may be left out and is `default` then."""

    name: str
    shape: "Shape"
    required: bool
    default: object


@dataclass(frozen=True, slots=True)
class RecordShape:
    """A dataclass and its keys in the order in which they are declared."""

    kind: type[Any]
    fields: tuple[FieldShape, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of all keys."""
        return tuple(field.name for field in self.fields)


Shape = (
    TextShape
    | NumberShape
    | SwitchShape
    | OptionalShape
    | ListShape
    | MappingShape
    | NotedShape
    | RecordShape
)


@cache
def record_shape(kind: type[Any]) -> RecordShape:
    """The shape of a dataclass, worked out at the first call and kept."""
    hints = get_type_hints(kind, include_extras=True)
    filled = FILLED_BY_THE_READER.get(kind.__name__, frozenset())
    return RecordShape(
        kind,
        tuple(
            FieldShape(
                field.name,
                shape_of(hints[field.name]),
                required=field.default is MISSING,
                default=field.default,
            )
            for field in fields(kind)
            if field.name not in filled
        ),
    )


def shape_at(shape: Shape, keys: tuple[str, ...]) -> Shape | None:
    """The shape found inside `shape` along `keys`, lists counted as their entries; else `None`."""
    match shape:
        case OptionalShape() | ListShape():
            return shape_at(shape.inner, keys)
        case MappingShape() if keys:
            return shape_at(shape.inner, keys[1:])
        case RecordShape() if keys:
            inner = next((one.shape for one in shape.fields if one.name == keys[0]), None)
            return None if inner is None else shape_at(inner, keys[1:])
    return None if keys else shape


def shape_of(annotation: Any) -> Shape:
    """The shape that an annotation describes.

    Raises:
        TypeError: for an annotation that no key of the bank may have.
    """
    if get_origin(annotation) is not Annotated:
        return _bare_shape(annotation, ())
    base, *marks = get_args(annotation)
    bare = _bare_shape(base, tuple(mark for mark in marks if not isinstance(mark, Noted)))
    return NotedShape(bare) if any(isinstance(mark, Noted) for mark in marks) else bare


def _bare_shape(base: Any, marks: tuple[object, ...]) -> Shape:
    if base is str:
        return _text_shape(marks)
    if base is int or base is float:
        return _number_shape(base is int, marks)
    if base is bool:
        return SwitchShape()
    if isinstance(base, type) and hasattr(base, "__dataclass_fields__"):
        return record_shape(base)
    return _compound_shape(base)


def _compound_shape(base: Any) -> Shape:
    origin, arguments = get_origin(base), get_args(base)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return ListShape(shape_of(arguments[0]))
    if origin is Mapping and arguments[0] is str:
        return MappingShape(shape_of(arguments[1]))
    if origin in (Union, types.UnionType) and len(arguments) == 2 and type(None) in arguments:
        return OptionalShape(shape_of(next(part for part in arguments if part is not type(None))))
    raise TypeError(f"no key of the bank may be {base!r}")


def _text_shape(marks: tuple[object, ...]) -> TextShape:
    pattern = next((mark for mark in marks if isinstance(mark, Pattern)), None)
    words = next((mark.words for mark in marks if isinstance(mark, OneOf)), ())
    blanks = next((mark for mark in marks if isinstance(mark, Blanks)), NO_BLANKS)
    return TextShape(any(isinstance(mark, Prose) for mark in marks), pattern, words, blanks)


def _number_shape(whole: bool, marks: tuple[object, ...]) -> NumberShape:
    limits = next((mark for mark in marks if isinstance(mark, Between)), Between(-MOST, MOST))
    return NumberShape(whole, limits.low, limits.high)
