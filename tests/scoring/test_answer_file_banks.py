"""An assessment keeps its bank: which of the known banks an answer file is read with."""

from dataclasses import replace

import pytest

from scoring.answer_file import (
    BrokenAnswerFile,
    read_answer_file,
    read_company_file,
    read_comparison_file,
)
from scoring.known_banks import KnownBanks, NamedBank, no_released_banks
from tests.scoring.answer_files import BANK, another_bank, as_bytes

OLD = another_bank("0.9.0", "a" * 64, items=BANK.items[:2])
OLDER = another_bank("0.8.0", "b" * 64)
CURRENT = {"id": BANK.about.id, "version": BANK.about.version}


def read(bank, released=(OLDER, OLD)):
    return read_answer_file(as_bytes({"bank": bank, "input": {}}), BANK, lambda: released)


def never():
    raise AssertionError("The released banks were loaded without need.")


@pytest.mark.parametrize("named", [None, CURRENT, {"sha256": BANK.sha256}])
def test_the_current_bank_is_used_without_loading_others(named):
    answers = read_answer_file(as_bytes({"bank": named, "input": {}}), BANK, never)
    assert answers.bank is BANK


def test_a_bare_input_is_read_with_the_current_bank():
    assert read_answer_file(b"{}", BANK, never).bank is BANK


@pytest.mark.parametrize(
    ("named", "bank"),
    [
        ({"sha256": "a" * 64}, OLD),
        ({"sha256": "b" * 64}, OLDER),
        ({"id": "orr", "version": "0.9.0"}, OLD),
        ({"id": "orr", "version": "0.8.0"}, OLDER),
        ({"id": "orr", "version": "7.7.7", "sha256": "a" * 64}, OLD),
        ({**CURRENT, "sha256": "b" * 64}, OLDER),
        ({"id": "orr", "version": "0.9.0", "sha256": None}, OLD),
    ],
)
def test_a_released_bank_is_found_by_its_digest_or_by_id_and_version(named, bank):
    assert read(named).bank is bank


@pytest.mark.parametrize(
    ("named", "called"),
    [
        ({"sha256": "c" * 64}, "bank (sha256 cccccccccccc…)"),
        ({"id": "orr", "version": "2.0.0"}, "bank orr 2.0.0"),
        ({"id": "other", "version": BANK.about.version}, f"bank other {BANK.about.version}"),
        ({**CURRENT, "sha256": "c" * 64}, f"bank orr {BANK.about.version} (sha256 cccccccccccc…)"),
    ],
)
def test_an_unknown_bank_is_refused_with_the_reason(named, called):
    with pytest.raises(BrokenAnswerFile) as caught:
        read(named)
    assert str(caught.value) == (
        f"bank: this file was answered with {called}, which is not known here;"
        " put that bank's file into the folder released_banks"
    )


@pytest.mark.parametrize("named", [{}, {"id": "orr"}, {"version": "1.0.0"}])
def test_a_bank_needs_a_digest_or_id_and_version(named):
    with pytest.raises(BrokenAnswerFile, match=r"^bank: a bank is named by its sha256, or by its"):
        read(named)


def test_answers_are_checked_against_the_bank_they_name():
    named = {"bank": {"sha256": OLD.sha256}, "input": {"answers": {"OWN-01": 1, "REV-03": 1}}}
    with pytest.raises(BrokenAnswerFile) as caught:
        read_answer_file(as_bytes(named), BANK, lambda: [OLD])
    assert str(caught.value) == "input.answers.REV-03: bank orr 0.9.0 has no item with this id"


def test_a_bank_without_a_question_does_not_know_its_key():
    fields = tuple(each for each in BANK.profile.fields if each.id not in ("sector", "tried"))
    smaller = another_bank(profile=replace(BANK.profile, fields=fields))
    value = {"profile": {"sector": "Retail", "tried": [], "revenue_band": "under_5m"}}
    with pytest.raises(BrokenAnswerFile, match=r"^profile\.tried: this key is not known; the keys"):
        read_answer_file(as_bytes(value), smaller)


def test_respondents_of_a_company_may_name_a_released_bank():
    value = {"role_group": "team", "bank": {"sha256": OLD.sha256}, "input": {}}
    (person,) = read_company_file(as_bytes(value), BANK, lambda: [OLD])
    assert person.bank is OLD


def test_the_two_assessments_of_a_comparison_may_name_two_banks():
    named = {"bank": {"sha256": OLD.sha256}, "input": {}}
    data = as_bytes({"first": named, "second": {}})
    first, second = read_comparison_file(data, BANK, lambda: [OLD])
    assert (first.bank, second.bank) == (OLD, BANK)


@pytest.mark.parametrize("unknown", ["first", "second"])
def test_a_comparison_needs_both_banks(unknown):
    value = {"first": {}, "second": {}, unknown: {"bank": {"sha256": "c" * 64}, "input": {}}}
    with pytest.raises(BrokenAnswerFile, match=rf"^{unknown}\.bank: this file was answered with"):
        read_comparison_file(as_bytes(value), BANK)


def test_without_released_banks_only_the_current_one_is_known():
    assert KnownBanks(BANK).choose(NamedBank(sha256=OLD.sha256)) is None
    assert KnownBanks(BANK).choose(NamedBank("orr", BANK.about.version)) is BANK
    assert list(no_released_banks()) == []
