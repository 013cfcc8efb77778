"""The bank we ship: it loads, without a single warning, and starts quickly."""

from functools import cache
from pathlib import Path
from time import process_time

from bank.loading import Examination, examine
from bank.readability import grade

FILE = Path(__file__).resolve().parents[2] / "questions.yaml"


@cache
def questions() -> tuple[Examination, float]:
    """The shipped bank and the seconds of processor time it took to read."""
    begun = process_time()
    examined = examine(FILE.read_bytes(), FILE.name)
    return examined, process_time() - begun


def test_the_shipped_bank_has_no_problems():
    assert questions()[0].problems == ()


def test_the_shipped_bank_has_twenty_four_items_in_twelve_capabilities():
    bank = questions()[0].bank
    assert len(bank.items) == 24
    assert len(bank.capabilities) == 12
    assert len(bank.symptoms.checklist) == 16


def test_the_shipped_bank_reads_easily():
    items = questions()[0].bank.items
    assert (
        grade(
            tuple(
                text for item in items for text in (item.stem, *(one.text for one in item.options))
            )
        )
        < 6
    )


def test_reading_it_takes_no_noticeable_time():
    # A bound against accidents, ten times what it takes; measurements live in benchmarks/.
    assert questions()[1] < 5
