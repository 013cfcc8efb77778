"""The JSON Schema that editors use while someone writes in `questions.yaml`.

It is made from the same types as the reader, so the two cannot disagree.
"""

import json
from inspect import cleandoc
from typing import Any

from bank.model import Bank
from bank.shapes import (
    ListShape,
    MappingShape,
    NotedShape,
    NumberShape,
    OptionalShape,
    RecordShape,
    Shape,
    SwitchShape,
    TextShape,
    record_shape,
)

Schema = dict[str, Any]

FRACTION = {"type": "string", "pattern": "^[0-9]{1,6}/[1-9][0-9]{0,5}$"}


def schema_text() -> str:
    """The schema as `questions.schema.json` holds it, with a line break at the end."""
    return json.dumps(bank_schema(), indent=2, ensure_ascii=False) + "\n"


def bank_schema() -> Schema:
    """The schema of a whole bank (JSON Schema, draft 2020-12)."""
    shape = record_shape(Bank)
    definitions: Schema = {}
    root = _record(shape, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Written by `python -m bank --schema`; change the types in bank/ instead.",
        "title": "Question bank",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(shape: Shape, definitions: Schema) -> Schema:
    match shape:
        case RecordShape():
            return _reference(shape, definitions)
        case OptionalShape():
            return {"anyOf": [_schema(shape.inner, definitions), {"type": "null"}]}
        case ListShape():
            return {"type": "array", "items": _schema(shape.inner, definitions)}
        case MappingShape():
            return {"type": "object", "additionalProperties": _schema(shape.inner, definitions)}
        case NotedShape():
            return _noted(shape.inner, definitions)
        case TextShape():
            return _text(shape)
        case NumberShape():
            return _number(shape, definitions)
        case SwitchShape():
            return {"type": "boolean"}


def _reference(shape: RecordShape, definitions: Schema) -> Schema:
    name = shape.kind.__name__
    if name not in definitions:
        definitions[name] = _record(shape, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _record(shape: RecordShape, definitions: Schema) -> Schema:
    return {
        "description": " ".join(cleandoc(shape.kind.__doc__ or "").split()),
        "type": "object",
        "properties": {one.name: _schema(one.shape, definitions) for one in shape.fields},
        "required": [one.name for one in shape.fields if one.required],
        "additionalProperties": False,
    }


def _noted(inner: Shape, definitions: Schema) -> Schema:
    value = _schema(inner, definitions)
    return _defined(
        definitions,
        f"Noted{value['$ref'].removeprefix('#/$defs/')}",
        {
            "description": "A number with a note that says whose judgement it is.",
            "type": "object",
            "properties": {"value": value, "note": {"type": "string"}},
            "required": ["value", "note"],
            "additionalProperties": False,
        },
    )


def _defined(definitions: Schema, name: str, schema: Schema) -> Schema:
    """A reference to `schema`, which is kept once under `name`."""
    definitions[name] = schema
    return {"$ref": f"#/$defs/{name}"}


def _text(shape: TextShape) -> Schema:
    schema: Schema = {"type": "string"}
    if shape.words:
        schema["enum"] = list(shape.words)
    if shape.pattern:
        schema["pattern"] = f"^(?:{shape.pattern.regex})$"
        schema["examples"] = [shape.pattern.example]
    if shape.blanks.names:
        blanks = " ".join(f"{{{name}}}" for name in shape.blanks.names)
        schema["description"] = f"Blanks that are filled: {blanks}."
    return schema


def _number(shape: NumberShape, definitions: Schema) -> Schema:
    limits = {"minimum": shape.low, "maximum": shape.high}
    stretch = f"From{shape.low:g}To{shape.high:g}"
    if shape.whole:
        return _defined(definitions, f"Whole{stretch}", {"type": "integer", **limits})
    either: Schema = {"anyOf": [{"type": "number", **limits}, FRACTION]}
    return _defined(definitions, f"Number{stretch}", either)
