"""`docs/answer-file.md` says what the reader does: keys, limits, and an example."""

import json
import re

import pytest

from scoring import answer_sections, json_document
from scoring.answer_envelope import BANK_CHECKS, ENVELOPE_CHECKS, FORMAT
from scoring.answer_file import BOTH
from scoring.answer_problems import MOST_PROBLEMS
from scoring.assessment import MOST_BLANK, MOST_NAME, MOST_NOTE
from tests.scoring.answer_files import BANK, ROOT, assessment_of

PAGE = (ROOT / "docs" / "answer-file.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^#+ (.+?)\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL))
ENVELOPE = [key for key in ENVELOPE_CHECKS if key not in answer_sections.INPUT_KEYS]


def rows(heading):
    """Key → rest of the row, of the table under this heading."""
    return dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", SECTIONS[heading], re.MULTILINE))


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("The outermost object", ENVELOPE),
        ("`bank`", BANK_CHECKS),
        ("`input`", answer_sections.input_checks(BANK)),
        ("`profile`", answer_sections.profile_checks(BANK)),
        ("`priorities`", answer_sections.priority_checks(BANK)),
        ("`rule`", answer_sections.RULE_BLANKS),
        ("`budget`", answer_sections.budget_checks(BANK)),
        ("Several people, and answering again", ["responses", *BOTH]),
    ],
)
def test_every_key_of_the_reader_has_a_row_and_every_row_a_key(heading, keys):
    assert sorted(rows(heading)) == sorted(keys)


@pytest.mark.parametrize(
    ("heading", "key", "limit"),
    [
        ("The outermost object", "format", f"`{FORMAT}`"),
        ("`input`", "notes", f"{MOST_NOTE} characters"),
        ("`input`", "priorities", f"which is {BANK.trace.most}"),
        ("`input`", "seconds_core", f"0 to {answer_sections.MOST_SECONDS}"),
        ("`profile`", "role", f"{MOST_NAME} characters"),
        ("`profile`", "sector", f"{MOST_NAME} characters"),
        *[
            ("`profile`", key, f"0 to {answer_sections.MOST_COUNTED}")
            for key in answer_sections.PROFILE_COUNTS
        ],
        ("`priorities`", "name", f"{MOST_NAME} characters"),
        ("`priorities`", "owner_ref", f"{MOST_NAME} characters"),
        ("`priorities`", "points", f"0 to {answer_sections.MOST_POINTS}"),
        ("`priorities`", "rank", f"1 to {answer_sections.LAST_RANK}"),
        *[("`rule`", key, f"{MOST_BLANK} characters") for key in answer_sections.RULE_BLANKS],
        *[
            ("`budget`", key, f"0 to {answer_sections.MOST_SHARE}")
            for key in ("per_priority", "fixed", "other")
        ],
    ],
)
def test_the_limit_of_a_key_is_in_its_row(heading, key, limit):
    assert limit in rows(heading)[key]


@pytest.mark.parametrize(
    "limit",
    [
        f"{json_document.MOST_BYTES:,} bytes",
        f"more than {json_document.MOST_DEPTH} deep",
        f"more than {json_document.MOST_BRACKETS:,} opening brackets",
        f"after {MOST_PROBLEMS} problems",
    ],
)
def test_the_limits_of_a_whole_file_are_named(limit):
    assert limit in SECTIONS["What is refused"]


def test_the_example_is_an_answer_file_with_every_section():
    example = json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)[1])
    example["bank"]["version"] = BANK.about.version
    assessment = assessment_of(example)
    assert list(example["input"]) == list(answer_sections.INPUT_KEYS)
    assert assessment.priorities[1].rule.person == "F"


@pytest.mark.parametrize("code", [choice.code for choice in BANK.profile.change_choices])
def test_the_words_of_the_change_grid_are_named(code):
    assert f"`{code}`" in rows("`profile`")["change"]
