"""The JSON Schema for editors: in step with the types, and right about real banks."""

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from bank.schema import bank_schema, schema_text
from tests.bank.broken_bank import SAMPLE

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = bank_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def complaints(text):
    """What an editor would underline; YAML 1.1 values are near enough for these files."""
    return [error.json_path for error in VALIDATOR.iter_errors(yaml.safe_load(text))]


def test_the_committed_schema_is_the_one_the_types_give():
    assert (ROOT / "questions.schema.json").read_text("utf-8") == schema_text()


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "Question bank"
    assert (
        SCHEMA["$comment"]
        == "Written by `python -m bank --schema`; change the types in bank/ instead."
    )


def test_the_question_bank_fits_and_points_to_it():
    text = (ROOT / "questions.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=questions.schema.json\n")
    assert complaints(text) == []


def test_the_sample_fits():
    assert complaints(SAMPLE) == []


@pytest.mark.parametrize(
    ("find", "write", "place"),
    [
        ("    effort: 3\n", "    effort: 4\n", "$.items[2].effort"),
        ("    effort: 3\n", "    effort: 2.5\n", "$.items[2].effort"),
        ("    effort: 3\n", "", "$.items[2]"),
        ("    effort: 3\n", "    effort: 3\n    colour: green\n", "$.items[2]"),
        ("    weight: 2\n", "    weight: 0\n", "$.items[0].weight"),
        ("    weight: 2\n", "    weight: 1/0\n", "$.items[0].weight"),
        ("version: 1.2.0", "version: 1.2.x", "$.about.version"),
        ("kind: choice", "kind: choise", "$.profile.fields[0].kind"),
        ("early: true", "early: 'true'", "$.profile.fields[0].early"),
        ("sources: [B4b]", "sources: [D4]", "$.items[2].sources[0]"),
        ("X: 0.1}", "X: 2}", "$.symptoms.checklist[0].causes.X"),
        ('ask: "Who could stop it today?"', "ask: null", "$.items[1].ask"),
        ("top: {value: 1, ", "top: {", "$.numbers.causes.top"),
        ("top: {value: 1, ", "top: {value: 1.5, ", "$.numbers.causes.top.value"),
    ],
)
def test_an_editor_underlines(find, write, place):
    assert SAMPLE.count(find) == 1
    assert complaints(SAMPLE.replace(find, write)) == [place]


def test_classes_explain_themselves_in_the_editor():
    definitions = SCHEMA["$defs"]
    assert definitions["Saying"] == {
        "description": "A code that the software uses and the words a person reads for it.",
        "type": "object",
        "properties": {
            "code": {
                "type": "string",
                "pattern": "^(?:[A-Za-z0-9][A-Za-z0-9_+-]*)$",
                "examples": ["two_weekly"],
            },
            "text": {"type": "string"},
        },
        "required": ["code", "text"],
        "additionalProperties": False,
    }
    assert definitions["Released"]["required"] == ["id", "since", "meaning"]
    assert all(definition.get("description") != "" for definition in definitions.values())
    assert list(definitions) == sorted(definitions)


def test_every_kind_of_value_is_described():
    definitions = SCHEMA["$defs"]
    assert definitions["Item"]["properties"]["na"] == {
        "anyOf": [{"$ref": "#/$defs/NotApplicable"}, {"type": "null"}]
    }
    assert definitions["Rule"]["properties"]["words"] == {
        "type": "object",
        "additionalProperties": {"type": "string"},
    }
    assert definitions["Rule"]["properties"]["severity"] == {
        "type": "string",
        "enum": ["high", "medium", "low"],
    }
    assert definitions["ProfileField"]["properties"]["early"] == {"type": "boolean"}
    assert definitions["TraceSection"]["properties"]["group_words"] == {
        "type": "array",
        "items": {"type": "string"},
    }
    assert definitions["WholeFrom1To3"] == {"type": "integer", "minimum": 1, "maximum": 3}
    assert definitions["NumberFrom0To1"] == {
        "anyOf": [
            {"type": "number", "minimum": 0, "maximum": 1},
            {"type": "string", "pattern": "^[0-9]{1,6}/[1-9][0-9]{0,5}$"},
        ]
    }
    assert definitions["NotedNumberFrom0To1"] == {
        "description": "A number with a note that says whose judgement it is.",
        "type": "object",
        "properties": {
            "value": {"$ref": "#/$defs/NumberFrom0To1"},
            "note": {"type": "string"},
        },
        "required": ["value", "note"],
        "additionalProperties": False,
    }
