"""The verdict's tiers, each reason with the facts behind it, flags and confidence."""

from typing import Any

import pytest

from scoring.assessment import Assessment, Budget, Priority
from tests.scoring.verbs import card, clear, every, person, reasons, sound, split, the_bank

MIXED = every(3, OWN_02=4, RES_02=4, REV_02=4)
READY: dict[str, Any] = {"answers": MIXED}


def verdict(**given: Any) -> Any:
    return card(**(READY | given)).verdict


def facts(code: str, **given: Any) -> tuple[Any, ...]:
    return next(reason.facts for reason in verdict(**given).reasons if reason.code == code)


def low(dimension: str, level: int) -> dict[str, Any]:
    return {
        "answers": {
            item: level if item.startswith(dimension) else answer for item, answer in MIXED.items()
        }
    }


def pair(**given: Any) -> dict[str, Any]:
    return {"priorities": (clear("First", points=60, **given), clear("Second", points=40, **given))}


NO_REVIEW = {"review_form": "none", "review_cadence": None}
CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("I1_dimension_not_scored", "not_enough_evidence", {"answers": {"OWN-01": 3}}),
    ("I2_no_trace", "not_enough_evidence", {"priorities": (), "budget": None}),
    ("I2_no_trace", "not_enough_evidence", {"priorities": (Priority("Name only", points=1),)}),
    ("F1_dimension_below_documented", "fix_first", low("RES", 1)),
    ("F2_trace_below_50", "fix_first", pair(process="none", owner="nobody", action="discuss")),
    (
        "F3_top_priority_not_traceable",
        "fix_first",
        pair(process="partly_written", owner="shared", action="discuss"),
    ),
    ("F4_budget_far_from_priorities", "fix_first", {"budget": split(0, 39, other=61)}),
    ("C1_dimension_below_managed", "proceed_with_conditions", low("RES", 2)),
    ("C2_trace_below_75", "proceed_with_conditions", pair(process="none", action="discuss")),
    ("C3_top_priority_not_fully_clear", "proceed_with_conditions", pair(action="discuss")),
    ("C4_budget_unknown_or_apart", "proceed_with_conditions", {"budget": None}),
    ("C4_budget_unknown_or_apart", "proceed_with_conditions", {"budget": split(19, 40, other=41)}),
    ("C5_high_severity_contradiction", "proceed_with_conditions", {"budget": split(45, 55)}),
    (
        "C6_low_coverage",
        "proceed_with_conditions",
        {"answers": {i: a for i, a in MIXED.items() if i not in ("REV-01", "REV-02", "REV-04")}},
    ),
    ("C7_answer_pattern", "proceed_with_conditions", {"seconds_core": 60}),
]


@pytest.mark.parametrize(("code", "outcome", "given"), CASES)
def test_a_reason_leads_to_its_verdict(code: str, outcome: str, given: dict[str, Any]) -> None:
    found = verdict(**given)
    assert code in [reason.code for reason in found.reasons]
    assert found.code == outcome


def test_every_reason_is_given_by_a_test() -> None:
    assert {case[0] for case in CASES} == {reason.code for reason in the_bank().reasons}


def test_without_a_reason_the_system_is_ready() -> None:
    assert verdict().code == "ready"
    assert verdict().reasons == ()


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("F2_trace_below_50", pair(process="none", owner="nobody")),
        ("F4_budget_far_from_priorities", {"budget": split(0, 40, other=60)}),
        ("C4_budget_unknown_or_apart", {"budget": split(20, 40, other=40)}),
        ("C2_trace_below_75", pair(process="none")),
        ("F3_top_priority_not_traceable", pair(owner="team", action="discuss")),
        (
            "C6_low_coverage",
            {"answers": {i: a for i, a in MIXED.items() if i not in ("REV-01", "REV-02")}},
        ),
        ("C7_answer_pattern", {"seconds_core": 120}),
    ],
)
def test_a_cut_off_that_is_met_gives_no_reason(code: str, given: dict[str, Any]) -> None:
    assert code not in [reason.code for reason in verdict(**given).reasons]


def test_reasons_stand_in_the_order_of_the_bank() -> None:
    order = [reason.code for reason in the_bank().reasons]
    found = reasons(card(person("P5")))
    assert found == sorted(found, key=order.index)


def test_reasons_carry_names_and_numbers() -> None:
    assert facts("I1_dimension_not_scored", answers={"OWN-01": 3, "REV-01": 2}) == (
        {"dimension": "OWN", "count": 3},
        {"dimension": "RES", "count": 4},
        {"dimension": "REV", "count": 3},
    )
    assert facts("I2_no_trace", priorities=()) == ({},)
    assert facts("F1_dimension_below_documented", **low("RES", 1)) == (
        {"dimension": "RES", "score": 25.0, "threshold": 37.5},
    )
    assert facts("C1_dimension_below_managed", **low("RES", 2))[0]["threshold"] == 62.5
    assert facts("F2_trace_below_50", **pair(process="none", owner="nobody", action="discuss")) == (
        {"score": pytest.approx(31.25), "threshold": 50},
    )
    assert facts("C2_trace_below_75", **pair(process="none", action="discuss")) == (
        {"score": pytest.approx(56.25), "threshold": 75},
    )
    assert facts("F4_budget_far_from_priorities", budget=split(0, 39, other=61)) == (
        {"score": pytest.approx(0.39), "threshold": 0.4},
    )
    assert facts("C4_budget_unknown_or_apart", budget=split(0, 39, other=61)) == (
        {"score": pytest.approx(0.39), "threshold": 0.6, "which": "apart"},
    )
    assert facts("C4_budget_unknown_or_apart", budget=Budget(known=False)) == (
        {"which": "unknown", "reason": "split_not_known"},
    )
    assert facts("C5_high_severity_contradiction", budget=split(45, 55)) == ({"answers": ("K05",)},)
    assert facts("C7_answer_pattern", seconds_core=60) == ({"flags": ("FAST",)},)


def test_the_first_priority_says_what_is_missing() -> None:
    given = {
        "priorities": (
            clear("Light", points=10, owner="team"),
            clear("Heavy", points=90, process=None, threshold="general", **NO_REVIEW),
        )
    }
    missing = ({"priority": "Heavy", "missing": ("process", "review", "trigger")},)
    assert facts("F3_top_priority_not_traceable", **given) == missing
    assert facts("C3_top_priority_not_fully_clear", **given) == missing


def test_two_clear_answers_of_four_are_conditions_not_a_fix() -> None:
    codes = [entry.code for entry in verdict(**pair(owner="team", action="discuss")).reasons]
    assert "C3_top_priority_not_fully_clear" in codes
    assert "F3_top_priority_not_traceable" not in codes


def test_open_answers_are_counted_for_coverage() -> None:
    answers = {i: a for i, a in MIXED.items() if i not in ("REV-01", "REV-02", "REV-04")}
    assert facts("C6_low_coverage", answers=answers) == ({"dimension": "REV", "count": 3},)


def test_no_answers_give_these_reasons() -> None:
    assert reasons(card(Assessment())) == [
        "I1_dimension_not_scored",
        "I2_no_trace",
        "C4_budget_unknown_or_apart",
        "C6_low_coverage",
    ]


FLAGS: list[tuple[tuple[str, ...], dict[str, Any]]] = [
    (("SAME_ANSWER",), {"answers": every(3)}),
    (("SAME_ANSWER",), {"answers": dict.fromkeys(list(every(3))[:12], 3)}),
    ((), {"answers": dict.fromkeys(list(every(3))[:11], 3)}),
    (("SAME_ANSWER", "CEILING"), {"answers": every(4)}),
    (("LONG_RUN",), {"answers": every(3) | dict.fromkeys(list(every(3))[12:], 1) | {"REV-08": 2}}),
    (("LONG_RUN",), {"answers": every(3) | {"OWN-01": 2}}),
    ((), {"answers": every(3) | {"RES-05": 2, "OWN-01": 1}}),
    (("CEILING",), {"answers": every(4) | {"OWN-01": 3, "RES-05": 3}}),
    ((), {"answers": every(4) | {"OWN-01": 3, "RES-05": 3, "REV-01": 3}}),
    (("SAME_ANSWER", "CEILING"), {"answers": dict.fromkeys(list(every(4))[:12], 4)}),
    (("FAST",), {"seconds_core": 119.9}),
    (("FAST",), {"answers": {"OWN-01": 3}, "seconds_core": 4}),
    ((), {"seconds_core": 120}),
    ((), {"seconds_core": None}),
    (("MANY_UNKNOWN",), {"answers": MIXED | dict.fromkeys(list(MIXED)[:5], "dk")}),
    ((), {"answers": MIXED | dict.fromkeys(list(MIXED)[:4], "dk")}),
    ((), {"answers": {}, "seconds_core": 1}),
]


@pytest.mark.parametrize(("flags", "given"), FLAGS)
def test_patterns_of_answers_are_flagged(flags: tuple[str, ...], given: dict[str, Any]) -> None:
    assert card(**({"answers": MIXED} | given)).flags == flags


def test_every_flag_is_raised_by_a_test() -> None:
    raised = {flag for flags, _ in FLAGS for flag in flags}
    assert raised == {flag.code for flag in the_bank().flags}


def test_a_flag_changes_no_score() -> None:
    slow, fast = card(answers=MIXED), card(answers=MIXED, seconds_core=1)
    assert fast.flags == ("FAST",)
    assert slow.dimensions == fast.dimensions


@pytest.mark.parametrize(
    ("word", "given"),
    [
        ("medium", {}),
        ("higher", {"answers": MIXED | {"OWN-01": 4}}),
        ("lower", {"seconds_core": 1}),
        ("lower", {"priorities": (), "budget": None}),
        (
            "lower",
            {
                "answers": {
                    i: a for i, a in MIXED.items() if i not in ("REV-01", "REV-02", "REV-04")
                }
            },
        ),
        ("medium", {"priorities": (clear(points=1),), "budget": split(100)}),
        (
            "medium",
            {
                "answers": MIXED | dict.fromkeys(["OWN-01", "RES-01", "REV-03"], 4),
                "priorities": (clear(points=1),),
                "budget": split(100),
            },
        ),
        ("medium", {"budget": None}),
        ("medium", {"budget": split(45, 55)}),
        ("medium", {"answers": MIXED | dict.fromkeys(["OWN-01", "OWN-06", "RES-01"], 2)}),
        ("higher", {"answers": MIXED | dict.fromkeys(["OWN-01", "OWN-06"], 4)}),
    ],
)
def test_confidence_is_one_of_three_words(word: str, given: dict[str, Any]) -> None:
    assert card(**({"answers": MIXED} | given)).confidence == word


def test_a_person_who_is_sound_but_for_a_pattern_is_not_ready() -> None:
    assert card(sound()).verdict.code == "proceed_with_conditions"


def test_a_name_alone_is_not_judged() -> None:
    found = reasons(card(priorities=(Priority("Name only", points=1),), budget=split(100)))
    assert "I2_no_trace" in found
    assert not [code for code in found if code.startswith(("F2", "F3", "C2", "C3"))]
