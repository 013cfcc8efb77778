"""Rules about how the parts of a bank fit together, at their limits."""

from dataclasses import replace

import pytest

from bank.lint.amounts import bands_cover, numbers_agree
from bank.lint.completeness import codes_complete, five_levels, needs_items
from bank.lint.identity import retired_id
from bank.lint.references import (
    needs_circular,
    needs_unknown,
    unknown_capability,
    unknown_dimension,
    unknown_item,
)
from bank.model import Bank
from tests.bank.sample import bank, one_changed, said, with_items

RULES_ABOUT_THE_BANK = [
    bands_cover,
    numbers_agree,
    codes_complete,
    five_levels,
    needs_items,
    retired_id,
    needs_circular,
    needs_unknown,
    unknown_capability,
    unknown_dimension,
    unknown_item,
]


def with_levels(place, **changes) -> Bank:
    return replace(bank(), levels=one_changed(bank().levels, place, **changes))


def with_bands(*starts) -> Bank:
    bands = tuple(replace(bank().load.bands[0], id=f"b{n}", start=n) for n in starts)
    return replace(bank(), load=replace(bank().load, bands=bands))


@pytest.mark.parametrize("rule", RULES_ABOUT_THE_BANK)
def test_the_sample_breaks_no_rule(rule):
    assert list(rule(bank())) == []


@pytest.mark.parametrize(
    ("place", "changes", "message", "fix", "path"),
    [
        (0, {"start": 1}, "The first level starts at 1.", "Start it at 0.", (0, "start")),
        (4, {"top": 99.5}, "The last level ends at 99.5.", "End it at 100.", (4, "top")),
        (
            1,
            {"start": 12},
            "Level 2 starts at 12, not above the top of level 1 (12).",
            "Start it above 12, or lower that top.",
            (1, "start"),
        ),
        (
            2,
            {"top": 70},
            "Level 4 starts at 62.5, not above the top of level 3 (70).",
            "Start it above 70, or lower that top.",
            (3, "start"),
        ),
        (
            3,
            {"top": 62.4},
            "Level 4 ends at 62.4, below its start.",
            "Raise its 'top' or lower its 'start'.",
            (3, "top"),
        ),
    ],
)
def test_levels_cover_the_whole_scale(place, changes, message, fix, path):
    (remark,) = bands_cover(with_levels(place, **changes))
    assert (remark.message, remark.fix) == (message, fix)
    assert remark.path == ("levels", *path)


def test_a_level_may_be_a_single_point():
    assert said(bands_cover(with_levels(3, start=87, top=87))) == []


def test_without_levels_only_the_other_bands_are_checked():
    assert said(bands_cover(replace(bank(), levels=()))) == []


@pytest.mark.parametrize("starts", [(0, 1, 2), (2, 1, 0), (0,)])
def test_bands_run_up_or_down(starts):
    assert said(bands_cover(with_bands(*starts))) == []


@pytest.mark.parametrize(
    ("starts", "complaints"),
    [
        ((0, 2, 1), [(2, "Band 'b1' of load.bands starts at 1, after 2.")]),
        ((2, 0, 1), [(2, "Band 'b1' of load.bands starts at 1, after 0.")]),
        ((0, 1, 1), [(2, "Band 'b1' of load.bands starts at 1, after 1.")]),
        ((1, 1, 0), [(1, "Band 'b1' of load.bands starts at 1, after 1.")]),
        ((0, 0), [(1, "Band 'b0' of load.bands starts at 0, after 0.")]),
        ((1, 0, 1), [(1, "Band 'b0' of load.bands starts at 0, after 1.")]),
    ],
)
def test_bands_out_of_order(starts, complaints):
    remarks = list(bands_cover(with_bands(*starts)))
    assert [(one.path[2], one.message) for one in remarks] == complaints
    assert {one.fix for one in remarks} == {
        "List the bands in one direction, each with its own start."
    }
    assert remarks[0].path[:2] == ("load", "bands")
    assert remarks[0].path[3] == "start"


@pytest.mark.parametrize("starts", [(), (1, 2)])
def test_the_lowest_band_starts_at_zero(starts):
    (remark,) = bands_cover(with_bands(*starts))
    assert remark.message == "load.bands has no band that starts at 0."
    assert remark.fix == "Start the lowest band at 0."
    assert remark.path == ("load", "bands")


def test_bands_of_the_budget_and_of_causes_are_held_to_the_same():
    budget = replace(bank().budget, bands=())
    causes = replace(bank().causes, words=(), shares=())
    assert said(bands_cover(replace(bank(), budget=budget, causes=causes))) == [
        "budget.bands has no band that starts at 0.",
        "causes.words has no band that starts at 0.",
        "causes.shares has no band that starts at 0.",
    ]


@pytest.mark.parametrize(
    ("group", "key", "value", "other", "limit"),
    [
        ("coverage", "provisional", 0.8, "scored", "0.75"),
        ("caps", "evidence_thin_below", 0.6, "evidence_below", "0.5"),
        ("verdict", "fix_dimension_below", 63, "dimension_below", "62.5"),
        ("verdict", "fix_trace_below", 76, "trace_below", "75"),
        ("verdict", "fix_budget_below", 0.7, "budget_below", "0.6"),
    ],
)
def test_a_stricter_number_is_not_the_looser_one(group, key, value, other, limit):
    changed = replace(getattr(bank().numbers, group), **{key: value})
    (remark,) = numbers_agree(replace(bank(), numbers=replace(bank().numbers, **{group: changed})))
    assert remark.message == (
        f"numbers.{group}.{key} ({value}) is above numbers.{group}.{other} ({limit})."
    )
    assert remark.fix == "Lower the first or raise the other."
    assert remark.path == ("numbers", group, key)


def test_equal_numbers_agree():
    coverage = replace(bank().numbers.coverage, provisional=0.75)
    numbers = replace(bank().numbers, coverage=coverage)
    assert said(numbers_agree(replace(bank(), numbers=numbers))) == []


@pytest.mark.parametrize(("mean", "total"), [(0.4, "0.9"), (0.6, "1.1")])
def test_mean_and_lowest_make_one(mean, total):
    overall = replace(bank().numbers.overall, mean_share=mean)
    (remark,) = numbers_agree(replace(bank(), numbers=replace(bank().numbers, overall=overall)))
    assert remark.message == f"numbers.overall.mean_share and lowest_share add up to {total}."
    assert remark.fix == "Change one of them until they add up to 1."
    assert remark.path == ("numbers", "overall", "mean_share")


def test_thirds_make_one():
    overall = replace(bank().numbers.overall, mean_share=1 / 3, lowest_share=2 / 3)
    numbers = replace(bank().numbers, overall=overall)
    assert said(numbers_agree(replace(bank(), numbers=numbers))) == []


def test_levels_are_counted_from_one_to_five():
    (remark,) = five_levels(replace(bank(), levels=bank().levels[:2]))
    assert (remark.message, remark.fix) == (
        "The levels are 1, 2.",
        "List five, from level 1 to level 5.",
    )
    assert remark.path == ("levels",)
    assert said(five_levels(replace(bank(), levels=()))) == ["The levels are none."]
    assert said(five_levels(replace(bank(), levels=bank().levels[::-1]))) == [
        "The levels are 5, 4, 3, 2, 1."
    ]


@pytest.mark.parametrize(
    ("section", "noun", "key", "code"),
    [
        ("caps", "cap", "code", "CRIT_0"),
        ("rules", "rule", "id", "K01"),
        ("verdicts", "verdict", "code", "not_enough_evidence"),
        ("reasons", "reason", "code", "I1_dimension_not_scored"),
        ("claims", "claim", "evidence", "owner"),
        ("flags", "flag", "code", "SAME_ANSWER"),
        ("confidence", "confidence word", "code", "lower"),
    ],
)
def test_every_code_has_its_words(section, noun, key, code):
    (remark,) = codes_complete(replace(bank(), **{section: getattr(bank(), section)[1:]}))
    assert remark.path == (section,)
    assert remark.message == f"The bank has no {noun} '{code}'."
    assert remark.fix == f"Add an entry with '{key}: {code}' under '{section}'."


def test_every_reason_against_a_comparison_has_its_words():
    budget = replace(bank().budget, reasons=bank().budget.reasons[1:])
    (remark,) = codes_complete(replace(bank(), budget=budget))
    assert remark.message == "The bank has no budget reason 'no_priorities'."
    assert remark.path == ("budget", "reasons")


def test_every_cause_of_confidence_has_words_and_no_other_has():
    causes = {"thin": "few answers", "mood": "a bad day"}
    confidence = one_changed(bank().confidence, 0, causes=causes)
    lacking, unknown = codes_complete(replace(bank(), confidence=confidence))
    assert lacking.message == "Confidence word 'lower' has no cause 'no_trace'."
    assert unknown.message == "Confidence word 'lower' does not know the cause 'mood'."
    assert lacking.fix == unknown.fix == "Its causes are: no_trace, thin."
    assert lacking.path == ("confidence", 0, "causes")
    assert unknown.path == ("confidence", 0, "causes", "mood")


def test_every_part_and_facet_of_the_trace_is_there():
    trace = replace(bank().trace, parts=bank().trace.parts[1:], facets=bank().trace.facets[:-1])
    part, facet = codes_complete(replace(bank(), trace=trace))
    assert part.message == "The bank has no trace part 'process'."
    assert part.fix == "Add an entry with 'id: process' under 'trace.parts'."
    assert part.path == ("trace", "parts")
    assert facet.message == "The bank has no facet 'trigger'."
    assert facet.path == ("trace", "facets")


def test_every_level_describes_every_dimension():
    (remark,) = codes_complete(with_levels(2, descriptions={"OWN": "Most own it."}))
    assert remark.message == "Level 3 does not describe dimension 'REV'."
    assert remark.fix == "Add a line 'REV: …' to its descriptions."
    assert remark.path == ("levels", 2, "descriptions")


def test_a_capability_has_an_item_and_a_dimension_a_capability():
    (remark,) = needs_items(with_items(2, capability="O1"))
    assert remark.message == "Capability 'V1' has no item."
    assert remark.fix == "Add an item that names it, or remove it."
    assert remark.path == ("capabilities", 1, "id")
    capabilities = one_changed(bank().capabilities, 1, dimension="OWN")
    (remark,) = needs_items(replace(bank(), capabilities=capabilities))
    assert remark.message == "Dimension 'REV' has no capability."
    assert remark.fix == "Add a capability that names it, or remove it."
    assert remark.path == ("dimensions", 1, "id")
