"""Every contradiction rule: what fires it, and the step short of that which does not."""

from dataclasses import replace
from typing import Any

import pytest

from scoring.assessment import Assessment, Budget, Profile
from scoring.contradictions import CONDITIONS, named_items
from tests.scoring.verbs import card, clear, every, fired, person, sound, split, the_bank

PROFILE = Profile(team_size=9, vendors=4, tools=11, added_capacity_12m=True)


def low(**answers: Any) -> dict[str, Any]:
    """Level 2 everywhere, so that no claim is made but those given."""
    return {"answers": every(2, **answers)}


def two(**second: Any) -> tuple[Any, ...]:
    return (clear("A", points=60), clear("B", points=40, **second))


def seen(**symptoms: int) -> dict[str, Any]:
    return {"symptoms": symptoms}


def facts(**profile: Any) -> dict[str, Any]:
    return {"profile": replace(PROFILE, **profile)}


FIRES: list[tuple[str, dict[str, Any]]] = [
    ("K01", low(OWN_01=3) | {"priorities": two(owner="team")}),
    ("K01", low(OWN_01=4) | {"priorities": two(owner="nobody")}),
    ("K03", low(OWN_06=3) | {"priorities": (clear(process="in_heads"),)}),
    ("K04", low(RES_01=3) | {"budget": split(20, 39, other=41)}),
    ("K05", {"budget": split(49, 51)}),
    ("K05", {"budget": split(40, 19, other=41)}),
    ("K06", low(RES_01=2) | {"budget": None}),
    ("K06", low(RES_01=2) | {"budget": Budget(known=False)}),
    ("K06", low(RES_01=2) | {"budget": split(60, None)}),
    ("K07", low(REV_05=3) | {"priorities": two(action="discuss")}),
    ("K08", low(REV_03=3) | {"priorities": two(review_cadence="less_often")}),
    ("K09", low(REV_03=3) | seen(S14=2)),
    ("K10", low(OWN_02=3) | seen(S05=2)),
    ("K11", low(OWN_08=3) | seen(S04=2)),
    ("K12", low(RES_06=3) | seen(S02=2)),
    ("K13", low(REV_04=3) | seen(S03=2)),
    ("K14", low(RES_03=3) | seen(S10=2)),
    (
        "K14",
        low(RES_03=3)
        | facts(change={"team": "same", "tools": "half", "channels": "half", "content": "half"}),
    ),
    ("K15", low(OWN_05=3) | seen(S01=2)),
    ("K16", low(OWN_07=3) | seen(S11=2)),
    ("K16", low(RES_07=3) | seen(S11=2)),
    ("K17", low(OWN_06=3) | seen(S09=2)),
    ("K18", low(RES_08=3) | seen(S08=2) | facts(tried=("new_hire", "new_tool"))),
    ("K18", low(RES_08=3) | seen(S08=3) | facts(tried=("new_agency", "new_tool", "training"))),
    ("K19", low(REV_08=3) | seen(S13=2) | facts(new_strategy_24m=True)),
    ("K20", low(REV_02=3) | seen(S15=2)),
    ("K21", low(RES_02=3) | {"budget": split(40, 35, other=25)}),
    ("K22", low(RES_04=3) | facts(initiatives=19)),
    ("K26", low(REV_06="na") | seen(S14=2)),
    ("K27", low(OWN_01=3, OWN_03=1)),
    ("K27", low(OWN_01=3, OWN_03=0)),
]

QUIET: list[tuple[str, dict[str, Any]]] = [
    ("K01", low(OWN_01=2) | {"priorities": two(owner="team")}),
    ("K01", low(OWN_01=3) | {"priorities": two(owner="shared")}),
    ("K01", low(OWN_01=3) | {"priorities": two(owner=None)}),
    ("K03", low(OWN_06=2) | {"priorities": (clear(process="in_heads"),)}),
    ("K03", low(OWN_06=3) | {"priorities": (clear(process="partly_written"),)}),
    ("K03", low(OWN_06=3) | {"priorities": (clear(process=None),)}),
    ("K04", low(RES_01=2) | {"budget": split(20, 39, other=41)}),
    ("K04", low(RES_01=3) | {"budget": split(20, 40, other=40)}),
    ("K04", low(RES_01=3) | {"budget": None}),
    ("K05", {"budget": split(50, 50)}),
    ("K05", {"budget": split(40, 20, other=40)}),
    ("K05", {"budget": None}),
    ("K05", {"priorities": (clear(points=1),), "budget": split(10, other=90)}),
    ("K05", {"priorities": (), "budget": None}),
    (
        "K05",
        {
            "priorities": (clear("A", points=50), clear("B", points=50)),
            "budget": split(40, 60),
        },
    ),
    ("K06", low(RES_01=1) | {"budget": None}),
    ("K06", low(RES_01=2) | {"budget": split(60, 20)}),
    ("K06", low(RES_01=2)),
    ("K07", low(REV_05=2) | {"priorities": two(action="discuss")}),
    ("K07", low(REV_05=3) | {"priorities": two(action="set_action")}),
    ("K07", low(REV_05=3) | {"priorities": two(action=None)}),
    ("K08", low(REV_03=2) | {"priorities": two(review_cadence="less_often")}),
    ("K08", low(REV_03=3) | {"priorities": two(review_form="report_only")}),
    ("K08", low(REV_03=3) | {"priorities": two(review_form=None)}),
    ("K16", low(OWN_07=2, RES_07=2) | seen(S11=3)),
    ("K18", low(RES_08=3) | seen(S08=3) | facts(tried=("new_hire", "training"))),
    ("K19", low(REV_08=3) | seen(S13=3) | facts(new_strategy_24m=False)),
    ("K19", low(REV_08=3) | seen(S13=3)),
    ("K14", low(RES_03=2) | seen(S10=3)),
    ("K14", low(RES_03=3) | seen(S10=1)),
    (
        "K14",
        low(RES_03=3)
        | facts(change={"team": "same", "tools": "half", "channels": "half", "content": "some"}),
    ),
    ("K21", low(RES_02=2) | {"budget": split(40, 30, other=30)}),
    ("K21", low(RES_02=3) | {"budget": split(40, 35.5, other=24.5)}),
    ("K21", low(RES_02=3) | {"budget": None}),
    ("K22", low(RES_04=2) | facts(initiatives=90)),
    ("K22", low(RES_04=3) | facts(initiatives=18)),
    ("K22", low(RES_04=3)),
    ("K26", low(REV_06="na") | seen(S14=1)),
    ("K26", low(REV_06=2) | seen(S14=3)),
    ("K27", low(OWN_01=2, OWN_03=0)),
    ("K27", low(OWN_01=3, OWN_03=2)),
    ("K27", low(OWN_01=3, OWN_03="dk")),
]

SEEN_RULES = {
    "K09": ("REV-03", "S14"),
    "K10": ("OWN-02", "S05"),
    "K11": ("OWN-08", "S04"),
    "K12": ("RES-06", "S02"),
    "K13": ("REV-04", "S03"),
    "K15": ("OWN-05", "S01"),
    "K17": ("OWN-06", "S09"),
    "K20": ("REV-02", "S15"),
}


@pytest.mark.parametrize(("code", "given"), FIRES)
def test_a_rule_fires(code: str, given: dict[str, Any]) -> None:
    assert code in fired(card(**({"profile": PROFILE} | given)))


@pytest.mark.parametrize(("code", "given"), QUIET)
def test_a_rule_stays_quiet_a_step_before(code: str, given: dict[str, Any]) -> None:
    assert code not in fired(card(**({"profile": PROFILE} | given)))


@pytest.mark.parametrize(("code", "item", "symptom"), [(k, *v) for k, v in SEEN_RULES.items()])
@pytest.mark.parametrize(
    ("level", "times", "fires"), [(3, 2, True), (4, 3, True), (2, 3, False), (3, 1, False)]
)
def test_a_claim_is_set_against_what_was_seen(
    code: str, item: str, symptom: str, level: int, times: int, fires: bool
) -> None:
    answers = every(2) | {item: level}
    result = card(answers=answers, symptoms={symptom: times})
    assert (code in fired(result)) is fires


@pytest.mark.parametrize("code", [rule.id for rule in the_bank().rules])
def test_every_rule_is_fired_by_a_test(code: str) -> None:
    elsewhere = {"K02", "K23", "K24", "K25"}
    assert code in elsewhere | {entry[0] for entry in FIRES}
    assert code in CONDITIONS or code == "K24"


def test_somebody_sound_has_nothing_to_look_at() -> None:
    assert fired(card()) == []


@pytest.mark.parametrize(
    ("labels", "owners", "fires"),
    [
        (("A", "A", "A"), ("one_person",) * 3, True),
        ((" a ", "A", "A"), ("one_person",) * 3, True),
        (("", "", ""), ("one_person",) * 3, False),
        (("A", "A", ""), ("one_person",) * 3, False),
        (("A", "A", "B"), ("one_person",) * 3, False),
        (("A", "A", "A"), ("one_person", "one_person", "shared"), False),
        (("A", "A"), ("one_person",) * 2, False),
    ],
)
def test_k02_one_person_for_everything(
    labels: tuple[str, ...], owners: tuple[str, ...], fires: bool
) -> None:
    priorities = tuple(
        clear(str(place), owner_ref=label, owner=owner, points=1)
        for place, (label, owner) in enumerate(zip(labels, owners, strict=True))
    )
    assert ("K02" in fired(card(priorities=priorities, budget=None))) is fires


@pytest.mark.parametrize(("level", "facets"), [(2, ("owner", "process")), (3, ())])
def test_k23_answers_lower_than_the_trace(level: int, facets: tuple[str, ...]) -> None:
    result = card(answers={"OWN-01": level, "OWN-06": level}, budget=None)
    found = [entry for entry in result.contradictions if entry.code == "K23"]
    assert [entry.detail for entry in found] == ([{"facets": facets}] if facets else [])


@pytest.mark.parametrize(
    ("ownership", "review", "fires"), [(3, 1, True), (1, 3, True), (3, 2, False)]
)
def test_k25_review_and_ownership_far_apart(ownership: int, review: int, fires: bool) -> None:
    answers = {
        item: ownership if item.startswith("OWN") else review if item.startswith("REV") else 2
        for item in every(0)
    }
    result = card(answers=answers)
    assert ("K25" in fired(result)) is fires
    del answers["REV-01"], answers["REV-02"], answers["REV-03"], answers["REV-04"]
    del answers["REV-05"]
    assert "K25" not in fired(card(answers=answers))


def test_k25_begins_at_one_and_a_half_levels() -> None:
    near = every(2, OWN_01=3, OWN_02=3, OWN_03=4, OWN_04=4, OWN_05=4, OWN_06=4)
    near |= {"OWN-07": 4, "OWN-08": 4}
    assert card(answers=near).dimensions["OWN"].raw == pytest.approx(91.6667, abs=1e-4)
    assert "K25" in fired(card(answers=near))


WEAK = {"answers": every(1), "symptoms": {"S09": 3, "S10": 3, "S04": 3}}


@pytest.mark.parametrize(
    ("blamed", "detail"),
    [
        (("people",), ("people",)),
        (("creative", "budget"), ("creative",)),
        (("people", "agency"), ("agency", "people")),
        (("tools",), None),
        ((), None),
    ],
)
def test_k24_people_were_blamed(blamed: tuple[str, ...], detail: tuple[str, ...] | None) -> None:
    result = card(**WEAK, profile=replace(PROFILE, blamed=blamed))
    found = [entry.detail for entry in result.contradictions if entry.code == "K24"]
    assert found == ([] if detail is None else [{"blamed": detail}])


def test_k24_needs_causes_and_a_middling_score() -> None:
    blamed = replace(PROFILE, blamed=("people",))
    assert "K24" not in fired(card(answers=every(1), profile=blamed))
    assert "K24" not in fired(card(answers=every(3), symptoms={"S09": 3}, profile=blamed))
    strong = {"answers": every(4), "symptoms": {"S05": 3}}
    assert "K24" not in fired(card(**strong, profile=blamed))
    missing = card(answers={"OWN-01": 1}, symptoms={"S09": 3}, profile=blamed)
    assert "K24" not in fired(missing)


def test_k24_stands_in_its_place_and_names_no_item() -> None:
    result = card(person("P1"))
    assert fired(result) == ["K01", "K04", "K05", "K08", "K09", "K24", "K27"]
    outside = next(entry for entry in result.contradictions if entry.code == "K24")
    assert (outside.severity, outside.items) == ("low", ())


def test_a_rule_says_which_priorities_made_it_fire() -> None:
    result = card(**low(OWN_01=3), priorities=two(owner="team"))
    first = result.contradictions[0]
    assert (first.code, first.severity, first.items) == ("K01", "high", ("OWN-01",))
    assert first.detail == {"priorities": (1,)}


def test_only_some_severities_hold_answers() -> None:
    found = card(person("P5")).contradictions
    assert "OWN-05" in named_items(found, {"low"})
    assert "OWN-05" not in named_items(found, {"high", "medium"})


def test_no_answers_contradict_nothing() -> None:
    assert fired(card(Assessment())) == []


def test_a_sound_person_is_ready() -> None:
    assert card(sound(answers=every(3, OWN_02=4, RES_02=4, REV_02=4))).verdict.code == "ready"
