"""What is sent on sharing is what was shown, line by line, and nothing that was not ticked."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from discovery.preview import SharedLine
from discovery.shared_copy import (
    BrokenSharedCopyError,
    Contact,
    SharedCopy,
    canonical,
    digest,
    open_shared_copy,
    shared_copy,
)
from scoring import Assessment
from scoring.answer_file import BrokenAnswerFile, read_answer_file
from scoring.assessment import TriggerRule
from tests.scoring.test_properties import assessments
from tests.scoring.verbs import PERSONAS, card, clear, every, person, split, the_bank

BANK = the_bank()
ANN = Contact("Ann Lee", "ann@example.org", "Example Ltd")
PLANTED = replace(
    person("P1"),
    notes={"OWN-01": "planted-note one", "REV-05": "planted-note\ntwo"},
    priorities=tuple(
        replace(
            one,
            owner_ref="planted-label",
            rule=TriggerRule("a result", "a date", "planted-label too", "stop it"),
        )
        for one in person("P1").priorities
    ),
)


def sent(
    given: Assessment, *, notes: bool = False, owners: bool = False, who: Contact | None = ANN
) -> SharedCopy:
    return shared_copy(card(given), BANK, notes=notes, owners=owners, contact=who)


def values(
    value: Any, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value of a document but empty objects, with its path; lists of codes are one value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from values(inner, (*path, key))
    elif isinstance(value, list) and path[-1] in ("priorities", "per_priority"):
        for place, inner in enumerate(value):
            yield from values(inner, (*path, place))
    else:
        yield path, value


def text_of(copy: SharedCopy, *path: str | int) -> SharedLine:
    return next(line for line in copy.lines if line.path == path)


@given_any(assessments(), st.booleans(), st.booleans())
@settings(max_examples=15, deadline=None)
def test_the_preview_has_one_line_for_each_value_sent(
    given: Assessment, notes: bool, owners: bool
) -> None:
    copy = sent(given, notes=notes, owners=owners)
    assert sorted(map(str, (line.path for line in copy.lines))) == sorted(
        str(path) for path, _ in values(json.loads(copy.document))
    )
    assert all(line.what and line.text for line in copy.lines)


@given_any(assessments())
@settings(max_examples=15, deadline=None)
def test_what_was_sent_reads_back_as_what_was_answered(given: Assessment) -> None:
    shared = open_shared_copy(sent(given, notes=True, owners=True).document, BANK)
    there, here = card(shared.assessment), card(given)
    assert (there.overall, there.trace, there.moves) == (here.overall, here.trace, here.moves)
    assert there.verdict == here.verdict
    again = open_shared_copy(sent(shared.assessment, notes=True, owners=True).document, BANK)
    assert again == shared
    assert (shared.contact, shared.notes, shared.owners) == (ANN, True, True)
    assert shared.bank is BANK


@pytest.mark.parametrize("name", PERSONAS)
def test_the_answers_inside_are_an_answer_file(name: str) -> None:
    inside = json.loads(sent(person(name), owners=True).document)["answers"]
    assert inside["format"] == "orr-answers-1"
    read = read_answer_file(json.dumps(inside).encode(), BANK)
    assert card(read.assessment).overall == card(person(name)).overall


def test_without_the_boxes_no_note_and_no_label_is_anywhere_in_it() -> None:
    copy = sent(PLANTED)
    assert "planted" not in repr(copy)
    assert '"notes":{' not in copy.document
    assert text_of(copy, "includes", "notes").text == "not sent"
    assert text_of(copy, "includes", "owners").text == "not sent"


def test_each_box_lets_only_its_own_part_through() -> None:
    with_notes, with_owners = sent(PLANTED, notes=True), sent(PLANTED, owners=True)
    assert "planted-note" in with_notes.document
    assert "planted-label" not in repr(with_notes)
    assert "planted-label too" in with_owners.document
    assert "planted-note" not in repr(with_owners)


def test_notes_and_labels_are_shown_word_for_word() -> None:
    copy = sent(PLANTED, notes=True, owners=True)
    note = text_of(copy, "answers", "input", "notes", "REV-05")
    assert note.text == "planted-note\ntwo"
    assert note.what == f"Note on “{BANK.item_by_id['REV-05'].stem}”"
    label = text_of(copy, "answers", "input", "priorities", 0, "owner_ref")
    assert (label.what, label.text) == ("Who answers for “Lead generation”", "planted-label")
    person_line = text_of(copy, "answers", "input", "priorities", 0, "rule", "person")
    assert person_line.what == "Your rule for “Lead generation”: the person"


def test_codes_are_shown_as_the_words_that_were_chosen() -> None:
    copy = sent(replace(person("P1"), answers=every(3, OWN_02="dk", RES_07="na")))
    told = {line.what: line.text for line in copy.lines}
    assert told["What is your role?"] == "Chief marketing officer"
    assert told["Which sector comes closest?"] == "B2B software"
    assert told["What did people think the main cause was?"] == "The agency; The creative work"
    assert told[BANK.item_by_id["OWN-02"].stem] == "I don’t know"
    assert told[BANK.item_by_id["RES-07"].stem] == "Does not apply"
    assert told["“Lead generation”: Who answers for the result?"] == "A team, function or agency."
    assert told["Points of 100 for “Brand awareness”"] == "30"
    assert told["Your name"] == "Ann Lee"


def test_the_lines_come_in_the_order_of_the_questions() -> None:
    paths = [line.path for line in sent(PLANTED, notes=True).lines]
    sections = list(
        dict.fromkeys(path[:3] if path[:2] == ("answers", "input") else path[:1] for path in paths)
    )
    assert [section[-1] for section in sections] == [
        "contact",
        "includes",
        "profile",
        "priorities",
        "budget",
        "answers",
        "notes",
        "symptoms",
        "seconds_core",
        "answers",
        "format",
    ]
    items = [path[-1] for path in paths if path[:3] == ("answers", "input", "answers")]
    assert items == list(BANK.item_by_id)


def test_time_and_rows_left_open_have_their_words() -> None:
    open_split = replace(split(40, None, other=60), basis="time", known=True)
    given = Assessment(priorities=(clear("a"), clear("b")), budget=open_split)
    told = {line.what: line.text for line in sent(given).lines}
    assert told["What was split"] == "The team’s time"
    assert told["Points of 100 for “b”"] == "Left open"
    assert told["Whether the split is known"] == "Yes"


def test_the_document_is_canonical_and_its_digest_is_that_of_its_bytes() -> None:
    copy = sent(person("P2"))
    assert copy.document == canonical(json.loads(copy.document))
    assert copy.sha256 == digest(copy.document)
    assert len(copy.sha256) == 64
    assert sent(person("P2")) == copy
    assert sent(person("P2"), owners=True).sha256 != copy.sha256


def test_an_empty_contact_sends_no_contact() -> None:
    copy = sent(person("P1"), who=None)
    assert json.loads(copy.document)["contact"] == {}
    assert open_shared_copy(copy.document, BANK).contact == Contact()


def test_another_bank_is_refused() -> None:
    other = replace(BANK, sha256="0" * 64)
    with pytest.raises(ValueError, match="the bank that the answers belong to"):
        shared_copy(card(person("P1")), other, notes=False, owners=False)


GOOD = json.loads(sent(person("P1")).document)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "format orr-shared-1"),
        ("{}", "format orr-shared-1"),
        (canonical({**GOOD, "format": "orr-answers-1"}), "format orr-shared-1"),
        (canonical({**GOOD, "contact": None}), "keys that are not known"),
        (canonical({**GOOD, "contact": {"phone": "1"}}), "keys that are not known"),
        (canonical({**GOOD, "contact": {"name": 1}}), "no text"),
        (canonical({**GOOD, "includes": {"notes": True}}), "lacks its answers"),
        (canonical({**GOOD, "includes": {"notes": 1, "owners": 0}}), "lacks its answers"),
        (canonical({**GOOD, "answers": []}), "lacks its answers"),
    ],
)
def test_another_document_is_refused_with_the_reason(document: str, words: str) -> None:
    with pytest.raises(BrokenSharedCopyError, match=words):
        open_shared_copy(document, BANK)


def test_answers_that_do_not_fit_their_bank_are_refused() -> None:
    broken = {**GOOD, "answers": {**GOOD["answers"], "input": {"answers": {"OWN-01": 9}}}}
    with pytest.raises(BrokenAnswerFile):
        open_shared_copy(canonical(broken), BANK)
