"""Rules that compare entries of one list, and references against the list of sources."""

from dataclasses import replace

import pytest

from bank.lint.identity import duplicate_id, duplicate_text
from bank.lint.references import unknown_source
from bank.reading import Reading
from bank.tree import grow
from tests.bank.broken_bank import SAMPLE
from tests.bank.sample import bank, one_changed, said, with_items

READING = Reading(grow(SAMPLE, "sample.yaml"))


def ids(changed):
    return [(one.path, one.message) for one in duplicate_id(changed, READING)]


def texts(changed):
    return [(one.path, one.message) for one in duplicate_text(changed, READING)]


def test_the_sample_repeats_nothing():
    assert ids(bank()) == []
    assert texts(bank()) == []


@pytest.mark.parametrize(
    ("section", "place", "changes", "key", "message"),
    [
        ("items", 1, {"id": "OWN-01"}, "id", "The item 'OWN-01' is in the bank twice."),
        ("dimensions", 1, {"id": "OWN"}, "id", "The dimension 'OWN' is in the bank twice."),
        ("caps", 1, {"code": "CRIT_0"}, "code", "The cap 'CRIT_0' is in the bank twice."),
        ("claims", 2, {"evidence": "owner"}, "evidence", "The claim 'owner' is in the bank twice."),
        ("released", 3, {"id": "OWN-01"}, "id", "The released id 'OWN-01' is in the bank twice."),
    ],
)
def test_an_id_stands_once_in_its_list(section, place, changes, key, message):
    entries = one_changed(getattr(bank(), section), place, **changes)
    assert ids(replace(bank(), **{section: entries})) == [((section, place, key), message)]


def test_codes_of_choices_are_unique_within_their_part_only():
    part = bank().trace.parts[0]
    choices = one_changed(part.choices, 2, code="none")
    parts = one_changed(bank().trace.parts, 0, choices=choices)
    assert ids(replace(bank(), trace=replace(bank().trace, parts=parts))) == [
        (("trace", "parts", 0, "choices", 2, "code"), "The choice 'none' is in the bank twice.")
    ]


def test_two_levels_of_one_number_are_left_to_their_own_rule():
    assert ids(replace(bank(), levels=one_changed(bank().levels, 1, level=1))) == []


def test_items_and_symptoms_share_no_id():
    checklist = one_changed(bank().symptoms.checklist, 1, id="OWN-01")
    changed = replace(bank(), symptoms=replace(bank().symptoms, checklist=checklist))
    assert ids(changed) == [
        (("symptoms", "checklist", 1, "id"), "The id 'OWN-01' is in the bank twice.")
    ]


def test_the_outside_cause_is_no_capability():
    changed = replace(bank(), causes=replace(bank().causes, outside="O1"))
    assert ids(changed) == [(("causes", "outside"), "The id 'O1' is in the bank twice.")]
    (remark,) = duplicate_id(changed, READING)
    assert remark.fix == "Give one of them another id."


@pytest.mark.parametrize("text", ["Nobody.", "nobody", " NOBODY! ", "“Nobody”"])
def test_two_options_do_not_say_the_same(text):
    options = one_changed(bank().items[0].options, 3, text=text)
    assert texts(with_items(0, options=options)) == [
        (
            ("items", 0, "options", 3, "text"),
            "'text' of option 4 of item 'OWN-01' says the same as option 1 of item 'OWN-01'.",
        )
    ]


def test_a_third_repetition_is_held_against_the_first():
    options = one_changed(bank().items[0].options, 3, text="Nobody.")
    options = one_changed(options, 4, text="Nobody.")
    remarks = list(duplicate_text(with_items(0, options=options), READING))
    assert [one.path[3] for one in remarks] == [3, 4]
    assert {one.message.rpartition(" says ")[2] for one in remarks} == {
        "the same as option 1 of item 'OWN-01'."
    }
    assert {one.fix for one in remarks} == {"Reword one of them."}


@pytest.mark.parametrize(
    ("section", "place", "changes"),
    [
        ("items", 1, {"stem": "Who owns each result?"}),
        ("items", 1, {"ask": "Whose name comes up first?"}),
        ("items", 1, {"first_move": "Put one name on each line."}),
        ("capabilities", 1, {"question": "Is there a name?"}),
        ("capabilities", 1, {"name": "Owners"}),
        ("verdicts", 1, {"headline": "Headline 1."}),
        ("rules", 3, {"screen": "Pair 3 on screen."}),
    ],
)
def test_every_text_that_people_compare_is_compared(section, place, changes):
    (key,) = changes
    entries = one_changed(getattr(bank(), section), place, **changes)
    ((path, _),) = texts(replace(bank(), **{section: entries}))
    assert path == (section, place, key)


def test_evidence_and_meaning_may_repeat():
    options = one_changed(bank().items[0].options, 1, evidence="Two people give two names")
    assert texts(with_items(0, options=options)) == []
    assert texts(with_items(1, meaning="Who owns each result")) == []


def test_two_rules_without_a_screen_do_not_say_the_same():
    assert [rule.screen for rule in bank().rules].count(None) > 1
    assert texts(bank()) == []


def sources(changed, **words):
    reading = Reading(READING.root)
    reading.texts.update({(key,): text for key, text in words.items()})
    return list(unknown_source(changed, reading))


@pytest.mark.parametrize(
    ("reference", "row"),
    [("A1", None), ("B17", None), ("C3a", None), ("E37", None), ("E3", "E3"), ("E37b", "E37b")],
)
def test_a_reference_has_its_row(reference, row):
    remarks = sources(with_items(1, sources=("A2", reference)))
    assert [one.message for one in remarks] == [
        f"Entry 2 of 'sources' of item 'OWN-02' names a source '{row}', which is not in the bank."
        for _ in ([row] if row else [])
    ]


def test_without_its_row_an_article_is_unknown():
    (remark,) = sources(replace(bank(), sources=bank().sources[1:]))[:1]
    assert remark.message == (
        "Entry 1 of 'sources' of item 'OWN-01' names a source 'A', which is not in the bank."
    )
    assert remark.fix == "Add it under 'sources', or correct the reference."
    assert (remark.path, remark.word) == (("items", 0, "sources", 0), "A16")


def test_symptoms_are_checked_as_well():
    checklist = one_changed(bank().symptoms.checklist, 1, sources=("E1",))
    changed = replace(bank(), symptoms=replace(bank().symptoms, checklist=checklist))
    (remark,) = sources(changed)
    assert remark.path == ("symptoms", "checklist", 1, "sources", 0)


def test_references_in_texts_are_checked_as_well():
    remarks = sources(bank(), statement="As in [E37], [E8], [A1] and [E9].", title="[E10] E11")
    assert said(remarks) == [
        "statement names a source 'E8', which is not in the bank.",
        "statement names a source 'E9', which is not in the bank.",
        "title names a source 'E10', which is not in the bank.",
    ]
    assert [one.word for one in remarks] == ["E8", "E9", "E10"]
