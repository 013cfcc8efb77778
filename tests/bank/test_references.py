"""Rules about names that point to something else, and about ids that outlive a version."""

from dataclasses import replace

import pytest

from bank.lint.identity import retired_id
from bank.lint.references import (
    needs_circular,
    needs_unknown,
    unknown_capability,
    unknown_dimension,
    unknown_item,
)
from bank.model import Bank, Released
from tests.bank.sample import bank, one_changed, said, with_items


def with_levels(place, **changes) -> Bank:
    return replace(bank(), levels=one_changed(bank().levels, place, **changes))


def test_items_and_causes_name_capabilities_of_the_bank():
    (remark,) = unknown_capability(with_items(1, capability="O11"))
    assert remark.message == "Item 'OWN-02' names a capability 'O11', which is not in the bank."
    assert (remark.fix, remark.path) == ("Did you mean 'O1'?", ("items", 1, "capability"))
    checklist = one_changed(bank().symptoms.checklist, 1, causes={"X": 0.5, "Q9": 0.5})
    symptoms = replace(bank().symptoms, checklist=checklist)
    (remark,) = unknown_capability(replace(bank(), symptoms=symptoms))
    assert remark.message == "Symptom 'S02' names a capability 'Q9', which is not in the bank."
    assert remark.fix == "Known here: O1, V1."
    assert remark.path == ("symptoms", "checklist", 1, "causes", "Q9")


def test_capabilities_and_levels_name_dimensions_of_the_bank():
    capabilities = one_changed(bank().capabilities, 0, dimension="OWM")
    (remark,) = unknown_dimension(replace(bank(), capabilities=capabilities))
    assert remark.message == "Capability 'O1' names a dimension 'OWM', which is not in the bank."
    assert remark.fix == "Known here: OWN, REV."
    assert remark.path == ("capabilities", 0, "dimension")
    descriptions = {**bank().levels[4].descriptions, "REVS": "All."}
    (remark,) = unknown_dimension(with_levels(4, descriptions=descriptions))
    assert remark.message == "Level 5 names a dimension 'REVS', which is not in the bank."
    assert remark.fix == "Did you mean 'REV'?"
    assert remark.path == ("levels", 4, "descriptions", "REVS")


def test_claims_rules_and_dimensions_name_items_of_the_bank():
    changed = replace(
        bank(),
        claims=one_changed(bank().claims, 1, item="OWN-12"),
        rules=one_changed(bank().rules, 2, items=("REV-01", "Z")),
        dimensions=one_changed(bank().dimensions, 0, critical="OWN-10"),
    )
    claim, rule, dimension = unknown_item(changed)
    assert claim.message == "Claim 'process' names an item 'OWN-12', which is not in the bank."
    assert (claim.path, claim.fix) == (("claims", 1, "item"), "Did you mean 'OWN-02'?")
    assert rule.message == "Rule 'K03' names an item 'Z', which is not in the bank."
    assert rule.fix == "Known here: OWN-01, OWN-02, REV-01."
    assert rule.path == ("rules", 2, "items", 1)
    assert dimension.message == "Dimension 'OWN' names an item 'OWN-10', which is not in the bank."
    assert dimension.path == ("dimensions", 0, "critical")


def test_a_critical_item_belongs_to_its_dimension():
    dimensions = one_changed(bank().dimensions, 0, critical="REV-01")
    (remark,) = unknown_item(replace(bank(), dimensions=dimensions))
    assert remark.message == "The critical item of dimension 'OWN' belongs to 'REV'."
    assert remark.fix == "Name an item of this dimension."
    assert remark.path == ("dimensions", 0, "critical")


def test_where_a_critical_item_belongs_is_left_open_while_other_names_are_wrong():
    assert said(unknown_item(with_items(0, capability="Q"))) == []
    capabilities = one_changed(bank().capabilities, 1, dimension="Q")
    assert said(unknown_item(replace(bank(), capabilities=capabilities))) == []


def test_needs_name_items_of_the_bank():
    (remark,) = needs_unknown(with_items(2, needs=("OWN-01", "OWN-03")))
    assert remark.message == "Item 'REV-01' names an item 'OWN-03', which is not in the bank."
    assert remark.path == ("items", 2, "needs", 1)
    assert remark.fix == "Did you mean 'OWN-02'?"
    assert said(needs_circular(with_items(2, needs=("OWN-03",)))) == []


@pytest.mark.parametrize(
    ("first", "second", "third", "circles"),
    [
        (("OWN-01",), (), (), ["OWN-01 → OWN-01"]),
        (("OWN-02",), ("OWN-01",), (), ["OWN-01 → OWN-02 → OWN-01"]),
        (("OWN-02",), ("REV-01",), ("OWN-01",), ["OWN-01 → OWN-02 → REV-01 → OWN-01"]),
        ((), ("REV-01",), ("OWN-02",), ["OWN-02 → REV-01 → OWN-02"]),
        (("OWN-02",), ("OWN-02",), (), ["OWN-02 → OWN-02"]),
        (("OWN-01",), ("OWN-02",), (), ["OWN-01 → OWN-01", "OWN-02 → OWN-02"]),
        (("OWN-02", "REV-01"), ("REV-01",), (), []),
    ],
)
def test_needs_do_not_lead_back(first, second, third, circles):
    items = tuple(
        replace(item, needs=needs)
        for item, needs in zip(bank().items, (first, second, third), strict=True)
    )
    remarks = list(needs_circular(replace(bank(), items=items)))
    assert [remark.message for remark in remarks] == [
        f"The needs of item '{circle[:6]}' lead back to itself: {circle}." for circle in circles
    ]
    assert {remark.fix for remark in remarks} <= {"Remove one of these needs."}
    assert all(remark.path[0] == "items" and remark.path[2] == "needs" for remark in remarks)


def with_released(*changed: Released) -> Bank:
    ids = {one.id for one in changed}
    kept = tuple(one for one in bank().released if one.id not in ids)
    return replace(bank(), released=(*kept, *changed))


def test_a_new_id_is_to_be_listed():
    released = tuple(one for one in bank().released if one.id not in ("REV-01", "S01"))
    item, symptom = retired_id(replace(bank(), released=released))
    assert item.message == "The id 'REV-01' is new and not listed under 'released'."
    assert item.fix == (
        'Add this line there: - {id: REV-01, since: 1.2.0, meaning: "When success is defined"}'
    )
    assert item.path == ("items", 2, "id")
    assert symptom.path == ("symptoms", "checklist", 0, "id")


def test_an_id_does_not_vanish():
    (remark,) = retired_id(with_released(Released("OWN-07", "1.1.0", "Who pays")))
    assert remark.message == "The id 'OWN-07' was released with version 1.1.0 and has vanished."
    assert remark.fix == "Bring it back, or add 'retired: 1.2.0' here."
    assert remark.path == ("released", 6, "id")


def test_a_retired_id_is_not_used_again():
    (remark,) = retired_id(with_released(Released("S02", "1.0.0", "Late launch", "1.1.0")))
    assert remark.message == "The id 'S02' was retired with version 1.1.0."
    assert remark.fix == "Take a new id; stored answers still use this one."
    assert remark.path == ("symptoms", "checklist", 1, "id")


def test_an_id_keeps_its_meaning():
    (remark,) = retired_id(with_released(Released("OWN-01", "1.0.0", "Who pays")))
    assert remark.message == (
        "The id 'OWN-01' has another meaning than when it was released ('Who pays')."
    )
    assert remark.fix == "Restore the meaning and reword the text only, or take a new id."
    assert remark.path == ("items", 0, "meaning")
