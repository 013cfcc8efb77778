"""The sample bank, loaded once for all tests."""

from dataclasses import replace
from functools import cache

from bank.lint.remark import Passage
from bank.loading import load
from bank.model import Bank
from bank.naming import Path
from tests.bank.broken_bank import SAMPLE


@cache
def bank() -> Bank:
    return load(SAMPLE, "sample.yaml")


def passage(text: str, path: Path = ("trace", "prompt"), sourced: bool = False) -> Passage:
    return Passage(path, text, "the text", sourced)


def said(remarks) -> list[str]:
    """The messages of all remarks."""
    return [remark.message for remark in remarks]


def one_changed(entries, place, **changes):
    """A list with one entry changed."""
    return (*entries[:place], replace(entries[place], **changes), *entries[place + 1 :])


def with_items(place, **changes) -> Bank:
    return replace(bank(), items=one_changed(bank().items, place, **changes))
