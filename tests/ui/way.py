"""A respondent before a screen: opens pages of the way with some answers, and looks at them."""

import json
from dataclasses import dataclass
from pathlib import Path

from streamlit.testing.v1 import AppTest

import bank
from scoring.answer_file import read_answer_file
from storage.fields import fields_of
from ui import session

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "questions.yaml").read_bytes()
BANK = bank.load(TEXT)
PAGES = ("about_you", "questions", "priorities", "money", "hurts", "facts", "check")
STATES = ("empty", "part-way", "full")


def fields(state):
    """The stored fields of a respondent who has not begun, is half-way, or is persona P1."""
    file = (ROOT / "tests" / "worked_examples" / "P1.json").read_bytes()
    full = fields_of(read_answer_file(file, BANK).assessment)
    half = dict(list(full.items())[: len(full) // 2])
    return {"empty": {}, "part-way": half, "full": full}[state]


def begin(stored):
    """A stored assessment; its private link's token."""
    return session.store().start(TEXT, BANK, stored).token


def open_page(key, token=None, step=None):
    """The page as it opens with the private link."""
    page = AppTest.from_file(ROOT / "ui" / "frame.py", default_timeout=30)
    page.run()
    if token is not None:
        page.query_params["t"] = token
    if step is not None:
        page.query_params["step"] = str(step)
    return page.run() if key == "welcome" else page.switch_page(f"../pages/{key}.py").run()


def stored(token):
    """What the store holds now, read anew."""
    record = session.store().open(token)
    return None if record is None else dict(record.fields)


def html(page):
    """All plain HTML of the page."""
    return "\n".join(element.proto.body for element in page.get("html"))


def radio(page, label):
    """The question with this label."""
    (found,) = [each for each in page.radio if each.label == label]
    return found


@dataclass(frozen=True)
class Answers:
    """The answer file of a worked example, to compare with."""

    input: dict

    @classmethod
    def of(cls, name):
        return cls(
            json.loads((ROOT / "tests/worked_examples" / f"{name}.json").read_text())["input"]
        )
