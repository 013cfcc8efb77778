"""The run sheet: thirty minutes, the right priority, the right questions."""

from itertools import pairwise

import pytest

from discovery.run_sheet import RunPart, RunSheet, make_run_sheet
from scoring import Assessment
from tests.scoring.verbs import PERSONAS, answered, card, every, person, the_bank

BANK = the_bank()


def part(sheet: RunSheet, name: str) -> RunPart:
    return next(entry for entry in sheet.parts if entry.id == name)


@pytest.mark.parametrize("name", PERSONAS)
def test_the_parts_fill_half_an_hour_without_a_gap(name: str) -> None:
    sheet = make_run_sheet(card(person(name)))
    assert sheet.minutes == 30
    assert (sheet.parts[0].start, sheet.parts[-1].end) == (0, 30)
    assert all(before.end == after.start for before, after in pairwise(sheet.parts))
    assert [entry.id for entry in sheet.parts] == [entry.id for entry in BANK.call.parts]
    assert all("{" not in text for entry in sheet.parts for text in entry.say)
    for shown, written in zip(sheet.parts, BANK.call.parts, strict=True):
        assert (shown.title, shown.leave, shown.mind) == (
            written.title,
            written.leave,
            written.mind,
        )


def test_the_heaviest_priority_is_walked_unless_another_is_chosen() -> None:
    scored = card(person("P1"))
    assert make_run_sheet(scored).priority == "Lead generation"
    assert "“Lead generation”" in part(make_run_sheet(scored), "priority").say[0]
    assert make_run_sheet(scored, 0) == make_run_sheet(scored)
    other = make_run_sheet(scored, 2)
    assert other.priority == "Brand awareness"
    assert "“Brand awareness”" in part(other, "priority").say[0]


@pytest.mark.parametrize("place", [-1, 3])
def test_a_place_without_a_priority_is_refused(place: int) -> None:
    with pytest.raises(IndexError, match=f"no priority at place {place}; there are 3"):
        make_run_sheet(card(person("P1")), place)


def test_without_a_priority_the_call_asks_for_one() -> None:
    sheet = make_run_sheet(card(Assessment(answers=every(2))))
    assert sheet.priority is None
    assert part(sheet, "priority").say == BANK.call.parts[2].otherwise


def test_the_top_two_answers_to_look_at_together_are_asked_about() -> None:
    sheet = make_run_sheet(card(person("P1")))
    rules = {rule.id: rule.ask for rule in BANK.rules}
    assert part(sheet, "together").ask == (
        rules["K01"].replace("{p}", "Lead generation"),
        rules["K04"],
    )
    calm = part(make_run_sheet(card(person("P3"))), "together")
    assert (calm.ask, calm.say) == ((), BANK.call.parts[3].otherwise)


def test_questions_and_moves_of_the_three_highest_stand_at_the_first_move() -> None:
    found = part(make_run_sheet(card(person("P1"))), "move")
    highest = [BANK.item_by_id[item] for item in ("REV-05", "OWN-01", "OWN-03")]
    assert found.ask == tuple(item.ask for item in highest)
    assert found.offer == tuple(item.first_move for item in highest)
    assert part(make_run_sheet(card(person("P1"))), "frame").ask == ()


@pytest.mark.parametrize(
    ("minute", "name"),
    [(0, "frame"), (1.99, "frame"), (2, "words"), (13.5, "priority"), (26, "close"), (45, "close")],
)
def test_a_minute_of_the_call_belongs_to_a_part(minute: float, name: str) -> None:
    assert make_run_sheet(card(person("P1"))).at(minute).id == name


def test_a_priority_with_braces_is_said_as_typed() -> None:
    given = answered({"priorities": [{"name": "{priority}", "points": 100}]})
    assert "“{priority}”" in part(make_run_sheet(card(given)), "priority").say[0]


def test_what_is_said_is_not_taken_over_from_the_items_or_rules() -> None:
    said = {text for entry in BANK.call.parts for text in (*entry.say, *entry.otherwise)}
    assert said.isdisjoint({item.ask for item in BANK.items})
    assert said.isdisjoint({rule.ask for rule in BANK.rules})
