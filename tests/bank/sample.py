"""The sample bank, loaded once for all tests."""

from functools import cache

from bank.lint.remark import Passage
from bank.loading import Examination, examine, load
from bank.model import Bank
from bank.naming import Path
from tests.bank.broken_bank import SAMPLE


@cache
def bank() -> Bank:
    return load(SAMPLE, "sample.yaml")


def changed(find: str, write: str) -> Examination:
    """The sample with one thing changed."""
    assert SAMPLE.count(find) == 1, find
    return examine(SAMPLE.replace(find, write), "sample.yaml")


def rules(examined: Examination) -> list[str]:
    return [problem.rule for problem in examined.problems]


def passage(text: str, path: Path = ("trace", "prompt"), sourced: bool = False) -> Passage:
    return Passage(path, text, "the text", sourced)


def said(remarks) -> list[str]:
    """The messages of all remarks."""
    return [remark.message for remark in remarks]
