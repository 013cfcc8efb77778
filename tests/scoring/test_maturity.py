"""Capabilities, dimensions, caps, levels and the overall score, by hand."""

from dataclasses import replace

import pytest

from scoring import Scorecard
from scoring.assessment import Assessment
from scoring.maturity import level_of, overall_score, overall_value
from scoring.method import method_of
from tests.scoring.verbs import PERSONAS, card, clear, every, person, sound, split, the_bank

METHOD = method_of(the_bank())
THIN = {"process": "none", "owner": "nobody"}


def test_p1_by_hand() -> None:
    result = card(person("P1"))
    assert result.capabilities["O1"] == pytest.approx((2 * 3 + 1) / 3)
    assert result.capabilities["O2"] == pytest.approx((1.5 * 1 + 1 * 2) / 2.5)
    assert result.dimensions["OWN"].raw == pytest.approx(51.6667, abs=5e-5)
    assert result.overall.mean == pytest.approx(46.2963, abs=5e-5)
    assert result.overall.formula == pytest.approx(44.2593, abs=5e-5)


def test_a_capability_without_answers_is_left_out_of_its_dimension() -> None:
    answers = every(2, OWN_01=4, OWN_02=4)
    del answers["OWN-07"], answers["OWN-08"]
    result = card(answers=answers)
    assert result.capabilities["O4"] is None
    assert result.dimensions["OWN"].raw == pytest.approx(25 * (1.5 * 4 + 2 + 2) / 3.5)


@pytest.mark.parametrize(
    ("critical", "code", "cap"),
    [(0, "CRIT_0", 37.0), (1, "CRIT_1", 62.0), ("dk", "CRIT_MISSING", 62.0)],
)
@pytest.mark.parametrize("item", ["OWN-01", "RES-01", "REV-05"])
def test_a_low_critical_answer_caps_its_dimension(
    item: str, critical: int, code: str, cap: float
) -> None:
    result = card(answers=every(4, **{item.replace("-", "_"): critical}))
    dimension = result.dimensions[item[:3]]
    assert code in dimension.caps
    assert dimension.final == cap
    assert dimension.capped
    others = [entry for name, entry in result.dimensions.items() if name != item[:3]]
    assert all(entry.caps == () and not entry.capped for entry in others)


def test_a_critical_answer_of_two_caps_nothing() -> None:
    assert card(answers=every(4, OWN_01=2)).dimensions["OWN"].caps == ()


def priorities(**given: str) -> tuple[object, ...]:
    return (clear("A", points=60, **given), clear("B", points=40, **given))


@pytest.mark.parametrize(
    ("given", "evidence", "caps", "final"),
    [
        ({"process": "none", "owner": "shared"}, 0.25, ("EVIDENCE_THIN",), 37.0),
        ({"process": "in_heads", "owner": "shared"}, 0.375, ("EVIDENCE",), 62.0),
        ({"process": "partly_written", "owner": "shared"}, 0.5, (), 100.0),
        ({"process": "written_used", "owner": "nobody"}, 0.5, (), 100.0),
    ],
)
def test_thin_evidence_caps_a_dimension(
    given: dict[str, str], evidence: float, caps: tuple[str, ...], final: float
) -> None:
    ownership = card(answers=every(4), priorities=priorities(**given)).dimensions["OWN"]
    assert ownership.evidence == pytest.approx(evidence)
    assert ownership.caps == caps
    assert ownership.final == final
    assert ownership.raw == 100.0


def test_exactly_a_third_is_not_thin() -> None:
    result = card(answers=every(4), budget=split(0, 30, fixed=10, other=60))
    assert result.alignment.index == pytest.approx(1 / 3)
    assert result.dimensions["RES"].caps == ("EVIDENCE",)


def test_no_evidence_keeps_a_dimension_from_the_top() -> None:
    result = card(answers=every(4), priorities=(), budget=None)
    for dimension in result.dimensions.values():
        assert dimension.caps == ("UNVERIFIED",)
        assert dimension.final == 87.0
        assert dimension.level == 4
        assert dimension.evidence is None


def test_one_half_of_the_evidence_is_enough() -> None:
    given = (clear("A", process=None, review_form=None, points=1),)
    result = card(priorities=given, budget=None)
    assert result.dimensions["OWN"].evidence == 1.0
    assert result.dimensions["REV"].evidence == 1.0


@pytest.mark.parametrize(("level", "weak"), [(1, True), (2, False)])
def test_one_weak_capability_keeps_a_dimension_from_the_top(level: int, weak: bool) -> None:
    ownership = card(answers=every(4, OWN_07=level, OWN_08=level)).dimensions["OWN"]
    assert (ownership.caps == ("WEAK_CAPABILITY",)) is weak
    assert not ownership.capped


def test_a_weak_capability_holds_a_score_that_would_be_higher() -> None:
    bank = the_bank()
    heavier = tuple(
        replace(entry, weight=20.0) if entry.id == "O1" else entry for entry in bank.capabilities
    )
    from scoring import score

    result = score(replace(bank, capabilities=heavier), sound(answers=every(4, OWN_07=1, OWN_08=1)))
    ownership = result.dimensions["OWN"]
    assert ownership.raw is not None
    assert ownership.raw > 90
    assert ownership.final == 87.0
    assert ownership.capped


@pytest.mark.parametrize(
    ("score", "level", "name"),
    [
        (0.0, 1, "Improvised"),
        (12.4999, 1, "Improvised"),
        (12.5, 2, "Informal"),
        (37.4999, 2, "Informal"),
        (37.5, 3, "Documented"),
        (62.4999, 3, "Documented"),
        (62.5 - 1e-12, 4, "Managed"),
        (62.5, 4, "Managed"),
        (87.4999, 4, "Managed"),
        (87.5, 5, "Adaptive"),
        (100.0, 5, "Adaptive"),
    ],
)
def test_a_level_begins_at_its_start(score: float, level: int, name: str) -> None:
    reached = level_of(METHOD, score)
    assert (reached.level, reached.name) == (level, name)


@pytest.mark.parametrize(
    ("finals", "formula", "score", "level", "lowest"),
    [
        ((100.0, 100.0, 100.0), 100.0, 100.0, 5, "OWN"),
        ((37.0, 87.0, 37.0), 45.33333333333333, 37.0, 2, "OWN"),
        ((100.0, 100.0, 40.0), 60.0, 60.0, 3, "REV"),
        ((100.0, 100.0, 10.0), 40.0, 37.0, 2, "REV"),
        ((100.0, 40.0, 90.0), 58.333333333333336, 58.333333333333336, 3, "RES"),
        ((63.0, 62.0, 100.0), 68.5, 68.5, 4, "RES"),
        ((100.0, 60.0, 60.0), 66.66666666666667, 62.0, 3, "RES"),
        ((0.0, 0.0, 0.0), 0.0, 0.0, 1, "OWN"),
    ],
)
def test_the_lowest_part_counts(
    finals: tuple[float, ...], formula: float, score: float, level: int, lowest: str
) -> None:
    overall = overall_score(METHOD, dict(zip(("OWN", "RES", "REV"), finals, strict=True)))
    assert overall.formula == pytest.approx(formula)
    assert overall.score == pytest.approx(score)
    assert (overall.level, overall.lowest) == (level, lowest)
    assert overall.level_name == the_bank().levels[level - 1].name
    assert overall.mean == pytest.approx(sum(finals) / 3)
    assert overall_value(METHOD, finals) == overall.score


def test_there_is_no_overall_score_with_a_dimension_missing() -> None:
    overall = overall_score(METHOD, {"OWN": 50.0, "RES": None, "REV": 50.0})
    assert overall == overall_score(METHOD, {})
    assert overall.score is overall.formula is overall.level is overall.mean is None


def test_equal_weights_can_change_the_level_and_then_it_is_said() -> None:
    ownership = card(answers=every(3, OWN_01=1, OWN_02=2)).dimensions["OWN"]
    assert ownership.equal_weights_raw == 65.625
    assert ownership.raw == pytest.approx(25 * (1.5 * 4 / 3 + 9) / 4.5)
    assert ownership.depends_on_weights
    assert not card().dimensions["OWN"].depends_on_weights


def test_bands_say_which_answer_moves_a_score_most() -> None:
    result = card(person("P1"))
    band = result.dimensions["OWN"].band
    assert band is not None
    assert (band.low_item, band.high_item) == ("OWN-01", "OWN-01")
    overall = result.overall.band
    assert overall is not None
    assert (overall.low_item, overall.high_item) == ("REV-05", "REV-05")


def test_a_cap_can_hold_both_ends_of_a_band() -> None:
    band = card(person("P5")).dimensions["OWN"].band
    assert band is not None
    assert (band.low, band.high) == (37.0, 37.0)
    assert (band.low_item, band.high_item) == (None, None)


def test_a_step_on_the_critical_answer_moves_its_cap_too() -> None:
    ownership = card(answers=every(4, OWN_01=1)).dimensions["OWN"]
    assert ownership.band is not None
    assert (ownership.band.low, ownership.band.low_item) == (37.0, "OWN-01")
    assert (ownership.band.high, ownership.band.high_item) == (
        pytest.approx(25 * (1.5 * 8 / 3 + 12) / 4.5),
        "OWN-01",
    )


def test_a_step_that_makes_a_capability_weak_counts() -> None:
    ownership = card(answers=every(4, OWN_07=1, OWN_08=3)).dimensions["OWN"]
    assert ownership.caps == ()
    assert ownership.band is not None
    assert ownership.band.low == pytest.approx(25 * (1.5 * 2 + 2.5 + 1 * 4.5 + 8) / 4.5, abs=20)
    assert ownership.band.low_item is not None


def test_an_empty_assessment_has_no_bands() -> None:
    result = card(Assessment())
    assert result.overall.band is None
    assert all(dimension.band is None for dimension in result.dimensions.values())


def test_floating_point_noise_does_not_choose_the_lowest() -> None:
    finals = {"OWN": 28.333333333333332, "RES": 28.33333333333333, "REV": 90.0}
    assert overall_score(METHOD, finals).lowest == "OWN"


def moved(result: Scorecard) -> list[Scorecard]:
    """The same answers with each one a step lower and a step higher, scored anew."""
    given = result.assessment
    return [
        card(replace(given, answers={**given.answers, item: level + step}))
        for item, level in result.responses.levels.items()
        for step in (-1, 1)
        if 0 <= level + step <= 4
    ]


MANY = every(4, OWN_01=3, OWN_07=2, OWN_08=2, RES_03=1, RES_04=1, REV_05=1, REV_01=2)
GAPS = {item: level for item, level in MANY.items() if item not in ("OWN-05", "OWN-06", "RES-02")}


@pytest.mark.parametrize(
    "given",
    [
        *map(person, PERSONAS),
        sound(answers=MANY),
        sound(answers=GAPS, budget=None),
        sound(answers=every(4, OWN_01=0)),
        sound(answers=every(4, OWN_03=1, OWN_04=3)),
        sound(answers=every(4, OWN_03=2, OWN_04=3)),
    ],
    ids=[*PERSONAS, "mixed", "gaps", "critical", "weak", "nearly weak"],
)
def test_a_band_ends_at_the_lowest_and_highest_of_every_step(given: Assessment) -> None:
    result = card(given)
    others = [result, *moved(result)]
    for name, dimension in result.dimensions.items():
        assert dimension.band is not None
        finals = [other.dimensions[name].final or 0.0 for other in others]
        assert dimension.band.low == pytest.approx(min(finals))
        assert dimension.band.high == pytest.approx(max(finals))
    assert result.overall.band is not None
    scores = [other.overall.score or 0.0 for other in others]
    assert result.overall.band.low == pytest.approx(min(scores))
    assert result.overall.band.high == pytest.approx(max(scores))


def test_a_dimension_without_a_score_keeps_its_evidence() -> None:
    ownership = card(answers={"RES-01": 3}).dimensions["OWN"]
    assert ownership.raw is None
    assert ownership.evidence == 1.0
