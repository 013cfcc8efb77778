"""One word for how far an answer of the trace goes."""

import pytest

from scoring.clarity import clarity, unclear_facets
from tests.scoring.verbs import card, clear, the_bank


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (None, "unanswered"),
        (0.0, "missing"),
        (0.25, "partial"),
        (0.74, "partial"),
        (0.75, "clear"),
        (1.0, "clear"),
    ],
)
def test_a_number_has_a_word(value: float | None, word: str) -> None:
    assert clarity(the_bank(), value) == word


def test_everything_short_of_clear_is_listed_in_order() -> None:
    given = clear(owner="team", process=None, action="discuss")
    priority = card(priorities=(given,)).trace.priorities[0]
    assert unclear_facets(the_bank(), priority) == ("process", "owner", "trigger")
    assert unclear_facets(the_bank(), card().trace.priorities[0]) == ()
