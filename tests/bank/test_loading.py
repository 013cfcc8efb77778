"""From bytes to a bank: what is built, what is refused, and that both tell the same story."""

import pickle
from dataclasses import FrozenInstanceError
from hashlib import sha256
from types import MappingProxyType

import pytest

import bank as package
from bank import BrokenBank, check, load
from bank.model import NotApplicable, Option, Released
from bank.sections import Choice
from bank.verdicts import Rule
from tests.bank.broken_bank import SAMPLE
from tests.bank.sample import bank


def test_the_sample_has_no_problems():
    assert check(SAMPLE.encode("utf-8")) == ()


def test_keys_become_fields():
    item = bank().items[1]
    assert (item.id, item.capability, item.weight, item.effort) == ("OWN-02", "O1", 1.0, 2)
    assert item.needs == ("OWN-01",)
    assert item.na == NotApplicable("no_vendors", "Does not apply if you work alone.")
    assert item.options[0] == Option(0, "It is not clear.", "Weak work runs on")
    assert bank().items[0].na is None
    assert bank().about.version == "1.2.0"


def test_lists_become_tuples_and_groups_of_keys_become_read_only():
    causes = bank().symptoms.checklist[1].causes
    assert isinstance(bank().items, tuple)
    assert causes == {"O1": 1 / 3, "V1": 1 / 3, "X": 1 / 3}
    assert isinstance(causes, MappingProxyType)
    assert bank().rules[0].words == {}
    with pytest.raises(FrozenInstanceError):
        bank().items[0].weight = 3


def test_a_fraction_is_read_exactly():
    assert bank().numbers.caps.evidence_thin_below == 1 / 3
    assert bank().trace.parts[0].choices[1] == Choice("in_heads", "People know.", 0.25)


def test_numbers_with_a_point_and_without_are_both_decimals():
    assert isinstance(bank().items[0].weight, float)
    assert isinstance(bank().items[0].effort, int)


def test_a_key_that_may_be_left_out_takes_its_default():
    assert bank().released[0] == Released("OWN-01", "1.0.0", "Who owns each result", None)
    assert bank().released[2].retired == "1.1.0"


def test_null_is_kept_where_it_is_allowed():
    second = bank().rules[1]
    assert isinstance(second, Rule)
    assert (second.id, second.screen) == ("K02", None)


def test_notes_are_kept_by_their_path():
    assert bank().notes["numbers.coverage.scored"] == "Our judgement."
    assert all(path.startswith("numbers.") for path in bank().notes)
    assert len(bank().notes) == 59
    assert isinstance(bank().notes, MappingProxyType)


def test_the_digest_is_that_of_the_bytes():
    assert bank().sha256 == sha256(SAMPLE.encode("utf-8")).hexdigest()


def test_text_and_bytes_give_the_same_bank():
    again = load(SAMPLE.encode("utf-8"))
    assert again.sha256 == bank().sha256
    assert again.items == bank().items


def test_things_are_found_by_id():
    assert list(bank().item_by_id) == ["OWN-01", "OWN-02", "REV-01"]
    assert bank().capability_by_id["V1"].dimension == "REV"
    assert bank().dimension_by_id["OWN"].critical == "OWN-01"


def test_warnings_do_not_keep_a_bank_from_loading():
    text = SAMPLE.replace("Who can stop work?", "Who can stop work or people?")
    assert load(text).items[1].stem == "Who can stop work or people?"
    assert [problem.severity for problem in check(text)] == ["warning"]


def test_a_broken_bank_carries_every_problem_in_file_order():
    text = SAMPLE.replace("effort: 3", "effort: 9").replace("version: 1.2.0", "version: 1")
    with pytest.raises(BrokenBank) as caught:
        load(text, "mine.yaml")
    assert [problem.rule for problem in caught.value.problems] == ["bad-code", "out-of-range"]
    assert caught.value.name == "mine.yaml"
    assert caught.value.text == text
    assert str(caught.value) == (
        "mine.yaml:5:12: about.version is '1', which does not have the form of '1.0.0'. (1 more)"
    )
    assert caught.value.problems == check(text.encode("utf-8"))


def test_a_single_error_is_not_counted_and_warnings_before_it_are_left_out():
    text = SAMPLE.replace("A small bank", "A  small bank").replace("effort: 3", "effort: 9")
    with pytest.raises(BrokenBank) as caught:
        load(text)
    assert len(caught.value.problems) == 2
    assert str(caught.value) == (
        "questions.yaml:67:13: 'effort' of item 'REV-01' is 9, which is outside its range."
    )


def test_a_broken_bank_survives_a_trip_between_processes():
    with pytest.raises(BrokenBank) as caught:
        load("about: [", "mine.yaml")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.name, again.text) == ("mine.yaml", "about: [")
    assert again.problems == caught.value.problems
    assert again.args == caught.value.args == (again.name, again.text, again.problems)


def test_a_refused_file_carries_its_text_as_well():
    with pytest.raises(BrokenBank) as caught:
        load(b"\xff\xfe", "picture.yaml")
    assert caught.value.text == "\ufffd\ufffd"
    assert str(caught.value).startswith("picture.yaml:1:1: The file is not text in UTF-8")


def test_a_text_that_no_file_could_hold_is_refused():
    assert [problem.rule for problem in check("about: \ud800")] == ["not-utf-8"]


def test_rules_about_content_wait_for_form_only_where_they_have_to():
    text = SAMPLE.replace("effort: 3", "effort: 9").replace("Who can stop work?", "Who or what?")
    text = text.replace("item: REV-01, name", "item: REV-77, name")
    assert [problem.rule for problem in check(text)] == ["double-barrelled", "out-of-range"]


def test_the_package_offers_what_others_need():
    assert sorted(package.__all__) == ["Bank", "BrokenBank", "Problem", "check", "load"]
