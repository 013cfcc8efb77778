"""Annotations become shapes, once."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Optional

import pytest

from bank.kinds import Between, Blanks, Noted, OneOf, Pattern, Prose, Text
from bank.model import Bank, Released
from bank.shapes import (
    MOST,
    FieldShape,
    ListShape,
    MappingShape,
    NotedShape,
    NumberShape,
    OptionalShape,
    RecordShape,
    SwitchShape,
    TextShape,
    record_shape,
    shape_at,
    shape_of,
)

LETTERS = Pattern("[a-z]+", "abc")


@dataclass(frozen=True)
class Pair:
    left: int
    right: Annotated[int, Between(1, 3)] = 2


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        (str, TextShape()),
        (Text, TextShape(prose=True)),
        (Annotated[Text, Blanks(("a",))], TextShape(prose=True, blanks=Blanks(("a",)))),
        (Annotated[str, LETTERS], TextShape(pattern=LETTERS)),
        (Annotated[str, OneOf(("a", "b"))], TextShape(words=("a", "b"))),
        (Annotated[str, Prose(), LETTERS], TextShape(prose=True, pattern=LETTERS)),
        (int, NumberShape(whole=True, low=-MOST, high=MOST)),
        (float, NumberShape(whole=False, low=-MOST, high=MOST)),
        (Annotated[float, Between(0, 1)], NumberShape(whole=False, low=0, high=1)),
        (Annotated[int, Between(0, 4), Noted()], NotedShape(NumberShape(True, 0, 4))),
        (bool, SwitchShape()),
        (int | None, OptionalShape(NumberShape(True))),
        (None | int, OptionalShape(NumberShape(True))),
        (Optional[Text], OptionalShape(TextShape(prose=True))),  # noqa: UP045
        (tuple[bool, ...], ListShape(SwitchShape())),
        (Mapping[str, bool], MappingShape(SwitchShape())),
        (
            Pair,
            RecordShape(
                Pair,
                (
                    FieldShape("left", NumberShape(True), required=True, default=None),
                    FieldShape("right", NumberShape(True, 1, 3), required=False, default=2),
                ),
            ),
        ),
    ],
)
def test_the_shape_of(annotation, shape):
    found = shape_of(annotation)
    if isinstance(found, RecordShape):
        assert [(one.name, one.shape, one.required) for one in found.fields] == [
            (one.name, one.shape, one.required) for one in shape.fields
        ]
        assert found.fields[1].default == 2
        assert found.keys == ("left", "right")
    else:
        assert found == shape


@pytest.mark.parametrize(
    "annotation",
    [bytes, list[int], tuple[int, int], tuple[int], Mapping[int, str], int | str, int | str | None],
)
def test_a_type_that_no_key_may_have_is_refused(annotation):
    with pytest.raises(TypeError, match="no key of the bank may be"):
        shape_of(annotation)


def test_what_the_reader_fills_is_no_key():
    names = {field.name for field in fields(Bank)}
    assert names - set(record_shape(Bank).keys) == {"notes", "sha256"}
    assert "retired" in record_shape(Released).keys


def test_a_shape_is_worked_out_once():
    assert record_shape(Bank) is record_shape(Bank)


@pytest.mark.parametrize(
    ("keys", "blanks"),
    [
        (("caps", "why"), ()),
        (("rules", "screen"), ("p", "which")),
        (("confidence", "causes", "thin"), ("areas",)),
        (("headlines", "scores", "lowest"), ("area",)),
        (("shown", "counts"), ()),
    ],
)
def test_a_text_is_found_along_its_keys(keys, blanks):
    assert shape_at(record_shape(Bank), keys) == TextShape(prose=True, blanks=Blanks(blanks))


@pytest.mark.parametrize(
    "keys", [("nothing",), ("statement", "more"), ("numbers", "load", "ratios_needed", "note")]
)
def test_nothing_is_found_along_keys_that_lead_nowhere(keys):
    assert shape_at(record_shape(Bank), keys) is None
