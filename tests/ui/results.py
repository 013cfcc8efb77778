"""The results the tests of the result page look at, and what may not be said in any of them."""

import json
import re
from functools import cache
from pathlib import Path

import bank
from bank.lint.avoided import FOR_ALL, FOR_RESPONDENTS
from scoring import score
from scoring.answer_file import read_answer_file

ROOT = Path(__file__).resolve().parents[2]
PERSONAS = ("P1", "P2", "P3", "P4", "P5")
STATES = (*PERSONAS, "empty", "half", "core", "outside", "hostile", "time")
HOSTILE = "A & B <b> ![i](http://evil.example/x.png) :red[x] $y$ |"


@cache
def the_bank():
    return bank.load(bank_text())


@cache
def bank_text():
    """The bank's file, read once, so that nobody who edits it meanwhile gets in between."""
    return (ROOT / "questions.yaml").read_bytes()


@cache
def given(state):
    """What was answered in a state, as plain JSON."""
    known = {
        "empty": ("P1", lambda full: {}),
        "half": ("P1", _half),
        "core": ("P4", lambda full: {key: full[key] for key in ("profile", "answers")}),
        "outside": ("P3", lambda full: full | {"symptoms": {"S01": 3, "S05": 3, "S13": 3}}),
        "hostile": ("P1", _hostile),
        "time": ("P4", lambda full: full | {"budget": full["budget"] | {"basis": "time"}}),
    }
    person, change = known.get(state, (state, lambda full: full))
    text = (ROOT / "tests" / "worked_examples" / f"{person}.json").read_text("utf-8")
    return change(json.loads(text)["input"])


@cache
def assessment(state):
    return read_answer_file(json.dumps(given(state)).encode(), the_bank()).assessment


@cache
def card(state):
    return score(the_bank(), assessment(state))


def _half(full):
    answers = dict(list(full["answers"].items())[:13]) | {"OWN-01": "dk"}
    priority = {"name": "Lead generation", "owner": "one_person", "points": 100}
    return {"profile": full["profile"], "answers": answers, "priorities": [priority]}


def _hostile(full):
    first, *rest = full["priorities"]
    return full | {"priorities": [first | {"name": HOSTILE}, *rest]}


def avoided(text):
    """The words of the copy guide that stand in `text`."""
    return [found[0] for rule, _ in (*FOR_ALL, *FOR_RESPONDENTS) if (found := rule.search(text))]


def decimals(text):
    """Numbers with decimals, but for the version of the bank and the method."""
    return re.findall(r"\d+\.\d+", re.sub(r"(bank|method orr\\?-) ?\d+(\.\d+)+", "", text))
