"""The steps behind a number as the nested list that a page shows."""

from tests.ui.results import HOSTILE, card
from ui.escape import escape
from ui.result.steps import steps


def test_steps_are_a_nested_list_with_points_and_shares():
    first, second, third, *_ = steps(card("P1"), "OWN").splitlines()
    assert first == "- **52** · What your answers give ← this decides"
    assert second == "    - **58** · Named outcome owners (counts 33 %)"
    assert third.startswith("        - **75** · Who answers for the result")
    assert third.endswith("(counts 67 %)")


def test_names_that_people_typed_are_shown_literally():
    text = steps(card("hostile"), "trace")
    assert escape(HOSTILE) in text
    assert HOSTILE not in text
