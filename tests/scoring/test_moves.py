"""Held values, likely causes, moves and the plan, by hand."""

from dataclasses import replace

import pytest

from scoring import score
from scoring.assessment import Assessment
from scoring.method import method_of
from tests.scoring.verbs import card, clear, every, person, sound, split, the_bank

LIGHT = (clear("A", points=60), clear("B", points=40))


def test_an_answer_is_held_to_its_evidence() -> None:
    result = card(answers=every(2, OWN_01=4, OWN_06=1), priorities=(clear(owner="shared"),))
    assert (result.held["OWN-01"].level, result.held["OWN-01"].basis) == (2.0, "evidence")
    assert (result.held["OWN-06"].level, result.held["OWN-06"].basis) == (1.0, "answer")
    assert (result.held["OWN-02"].level, result.held["OWN-02"].basis) == (2.0, "answer")


def test_evidence_as_good_as_the_answer_holds_nothing() -> None:
    result = card(answers=every(2), priorities=(clear(owner="shared"),))
    assert result.held["OWN-01"].basis == "answer"


def test_a_contradicted_claim_is_held_to_two() -> None:
    result = card(answers=every(2, REV_04=3, OWN_05=4), symptoms={"S03": 2, "S01": 2})
    assert (result.held["REV-04"].level, result.held["REV-04"].basis) == (2.0, "contradiction")
    assert result.held["OWN-05"].basis == "answer"


def test_the_lower_of_evidence_and_contradiction_holds() -> None:
    by_both = card(person("P1")).held["RES-01"]
    assert (by_both.level, by_both.basis) == (pytest.approx(1.9333, abs=5e-5), "evidence")
    by_rule = card(person("P1")).held["REV-03"]
    assert (by_rule.level, by_rule.basis) == (2.0, "contradiction")


def test_an_answer_below_three_is_not_held_by_a_contradiction() -> None:
    result = card(answers=every(2, OWN_01=3, OWN_03=1))
    assert result.held["OWN-03"].level == 1.0
    assert result.held["OWN-03"].basis == "answer"
    assert result.held["OWN-01"].basis == "contradiction"


def test_scores_are_never_worked_out_from_held_values() -> None:
    result = card(person("P5"))
    assert result.capabilities["O1"] == 4.0
    assert result.capabilities_held["O1"] == pytest.approx(1.2)
    assert result.dimensions["OWN"].raw == 100.0


def test_a_cause_is_its_symptoms_times_its_gap() -> None:
    result = card(answers=every(2), symptoms={"S15": 3})
    causes = result.causes
    weight = 0.1 + 1.5 * 0.5
    total = (0.05 + 0.10 + 0.75) * weight + 0.10
    assert causes.symptoms_present == 1
    assert causes.shares["V1"] == pytest.approx(0.75 * weight / total)
    assert causes.shares["X"] == pytest.approx(0.10 / total)
    assert causes.shares["O1"] == 0.0
    assert [entry.cause for entry in causes.ranked[:4]] == ["V1", "X", "R4", "O4"]
    assert [entry.word for entry in causes.ranked[:5]] == [
        "most likely",
        "likely",
        "possible",
        "less likely",
        "less likely",
    ]
    assert causes.top == ("V1", "R4", "O4")
    assert causes.by_dimension["REV"] == pytest.approx(causes.shares["V1"])
    assert causes.infrastructure_share == pytest.approx(1 - causes.shares["X"])
    assert causes.outside == causes.shares["X"]


def test_how_often_something_hurts_counts() -> None:
    result = card(answers=every(2), symptoms={"S15": 1, "S09": 3})
    assert result.causes.shares["V1"] / result.causes.shares["O3"] == pytest.approx(0.25 / 0.65)


def test_strong_answers_point_outside() -> None:
    """This is how the diagnostic says that it is not your infrastructure."""
    strong, weak = (
        card(answers=every(4), symptoms={"S06": 3}),
        card(answers=every(0), symptoms={"S06": 3}, priorities=()),
    )
    assert strong.causes.ranked[0].cause == "X"
    assert strong.causes.shares["X"] == pytest.approx(0.15 / (0.85 * 0.1 + 0.15))
    assert weak.causes.shares["X"] < 0.2


def test_a_capability_without_answers_has_half_a_gap() -> None:
    answers = every(2)
    del answers["REV-01"], answers["REV-02"]
    result = card(answers=answers, symptoms={"S15": 3})
    assert result.capabilities_held["V1"] is None
    weight = 0.1 + 1.5 * 0.5
    total = (0.05 + 0.10 + 0.75) * weight + 0.10
    assert result.causes.shares["V1"] == pytest.approx(0.75 * weight / total)


def test_nothing_hurts_then_there_are_no_causes() -> None:
    causes = card(symptoms={"S01": 0}).causes
    assert (causes.symptoms_present, causes.ranked, causes.top) == (0, (), ())
    assert causes.outside is causes.infrastructure_share is None
    assert dict(causes.by_dimension) == {}


def test_a_move_is_gap_times_weight_times_boost_over_effort() -> None:
    result = card(answers=every(3, OWN_04=1), priorities=LIGHT)
    (move,) = result.moves
    assert (move.item, move.held, move.basis) == ("OWN-04", 1.0, "answer")
    assert move.gap == pytest.approx(2 / 3)
    assert (move.weight, move.boost, move.effort, move.critical) == (1.0, 1.0, 2, False)
    assert move.value == pytest.approx(1 / 3)


def test_each_boost_adds_a_quarter() -> None:
    critical = card(answers=every(3, REV_05=1))
    assert {move.item: move.boost for move in critical.moves}["REV-05"] == 1.25
    at_two = card(answers=every(3, REV_05=2))
    assert {move.item: move.boost for move in at_two.moves}["REV-05"] == 1.0
    named = card(answers=every(3, OWN_03=1))
    assert {move.item: move.boost for move in named.moves}["OWN-03"] == 1.25
    hurting = card(answers=every(3, OWN_04=1), symptoms={"S02": 3})
    assert {move.item: move.boost for move in hurting.moves}["OWN-04"] == 1.25


def test_an_item_at_the_target_needs_no_move() -> None:
    assert card(answers=every(3, OWN_02=4)).moves == ()


def test_not_knowing_is_a_move_of_days() -> None:
    (move,) = card(answers=every(3, RES_06="dk")).moves
    assert (move.item, move.held, move.basis, move.effort) == ("RES-06", 1.5, "unknown", 1)
    assert move.gap == 0.5
    assert move.value == pytest.approx(0.5)


def test_unanswered_items_and_refused_escapes_make_no_move() -> None:
    answers = every(3, OWN_05="na")
    del answers["RES-06"]
    assert card(answers=answers).moves == ()


def test_of_equal_moves_the_critical_one_comes_first() -> None:
    bank = the_bank()
    items = tuple(
        replace(item, weight=1.0, effort=1, needs=()) if item.id in ("OWN-01", "OWN-08") else item
        for item in bank.items
    )
    capabilities = tuple(replace(entry, weight=1.0) for entry in bank.capabilities)
    level = replace(bank, items=items, capabilities=capabilities)
    result = score(level, sound(answers=every(3, OWN_01=2, OWN_08=2), priorities=()))
    assert [move.item for move in result.moves] == ["OWN-01", "OWN-08"]
    swapped = replace(
        level,
        dimensions=tuple(
            replace(entry, critical="OWN-08") if entry.id == "OWN" else entry
            for entry in bank.dimensions
        ),
    )
    result = score(swapped, sound(answers=every(3, OWN_01=2, OWN_08=2), priorities=()))
    assert [move.item for move in result.moves] == ["OWN-08", "OWN-01"]


def test_equal_moves_keep_the_order_of_the_bank() -> None:
    result = card(answers=every(3, OWN_07=2, RES_05=2, REV_07=2))
    assert [move.item for move in result.moves] == ["OWN-07", "RES-05", "REV-07"]


def test_a_plan_puts_needs_first_and_three_to_a_column() -> None:
    plan = card(person("P1")).plan
    assert plan.column("30") == ("OWN-01", "REV-01", "REV-05")
    assert plan.column("90") == ("RES-01", "OWN-08", "RES-04")
    by_item = {entry.item: entry for entry in plan.placings}
    assert by_item["REV-01"].before == "REV-05"
    assert by_item["REV-05"].needs == ("OWN-01", "REV-01")
    assert by_item["REV-05"].before is None
    assert (by_item["RES-01"].earliest, by_item["RES-01"].column) == ("60", "90")
    assert (by_item["OWN-03"].earliest, by_item["OWN-03"].column) == ("30", "60")


def test_a_quarter_of_work_starts_in_the_last_column() -> None:
    (placing,) = card(answers=every(3, RES_06=2)).plan.placings
    assert (placing.item, placing.column, placing.earliest) == ("RES-06", "90", "90")
    assert (placing.needs, placing.before) == ((), None)


def test_a_move_waits_for_the_column_of_what_it_needs() -> None:
    plan = card(answers=every(3, OWN_03=2, OWN_04=2, REV_06=2)).plan
    columns = {entry.item: entry.column for entry in plan.placings}
    assert columns == {"OWN-03": "30", "REV-06": "30", "OWN-04": "60"}


def test_a_need_that_is_in_order_is_not_waited_for() -> None:
    plan = card(answers=every(3, REV_05=2)).plan
    assert plan.placings[0].needs == ()
    assert plan.placings[0].column == "30"


def test_what_does_not_fit_comes_later() -> None:
    plan = card(Assessment(answers=every(0))).plan
    assert [len(plan.column(name)) for name in ("30", "60", "90")] == [3, 3, 3]
    assert len(plan.column("later")) == 15


def test_the_method_is_arranged_once_for_a_bank() -> None:
    assert method_of(the_bank()) is method_of(the_bank())
    assert card(budget=split(60, 40)).plan.placings == ()


def test_the_outside_cause_has_a_factor_of_its_own() -> None:
    bank = the_bank()
    doubled = replace(bank.numbers.causes, outside_factor=2.0)
    other = replace(bank, numbers=replace(bank.numbers, causes=doubled))
    once = score(bank, sound(answers=every(2), symptoms={"S15": 3})).causes.shares
    twice = score(other, sound(answers=every(2), symptoms={"S15": 3})).causes.shares
    assert twice["X"] / twice["V1"] == pytest.approx(2 * once["X"] / once["V1"])


def test_tables_made_anew_give_the_same_moves() -> None:
    method_of.cache_clear()
    result = card(person("P1"))
    weights = {move.item: move.weight for move in result.moves}
    assert (weights["REV-05"], weights["OWN-03"], weights["OWN-04"]) == (3.0, 1.5, 1.0)
    assert method_of(the_bank()).moves[0].capability == "O1"
