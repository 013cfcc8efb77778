"""The recap of a call: from its fields until somebody writes it anew, then what was written."""

from datetime import date

from discovery.call_recap import recap_of_call, recap_of_text
from discovery.recap import Agreed, make_recap
from tests.scoring.verbs import the_bank

BANK = the_bank()
DAY = date(2026, 11, 25)
STEP = Agreed("We look at it together", "AB", date(2027, 1, 8))
FIELDS = {
    "goal": "Fewer launches",
    "seen": "Nobody may stop a campaign.\nBrand takes more than its weight.",
    "move": "Give each owner a limit",
    "move_owner": "AB",
    "move_due": "2026-12-04",
}


def test_the_fields_of_a_call_make_its_recap() -> None:
    expected = make_recap(
        BANK,
        on=DAY,
        goal="Fewer launches",
        saw=["Nobody may stop a campaign.", "Brand takes more than its weight."],
        move=Agreed("Give each owner a limit", "AB", date(2026, 12, 4)),
        step=STEP,
    )
    assert recap_of_call(BANK, FIELDS, on=DAY, step=STEP) == expected


def test_a_call_with_nothing_written_has_a_recap_all_the_same() -> None:
    empty = recap_of_call(BANK, {"goal": None, "move_due": ""}, on=DAY, step=Agreed())
    assert empty.blocks == ((BANK.call.recap.close,),)


def test_what_a_consultant_wrote_counts_instead() -> None:
    written = recap_of_call(BANK, {**FIELDS, "recap": "As we said.\n"}, on=DAY, step=STEP)
    assert written.text == "Our call on 25 November 2026\n\nAs we said.\n"
    assert recap_of_call(BANK, {**FIELDS, "recap": " \n"}, on=DAY, step=STEP).blocks[0] == (
        "What you want to reach: “Fewer launches”",
    )


def test_a_recap_that_was_copied_and_pasted_is_the_same_recap() -> None:
    made = recap_of_call(BANK, FIELDS, on=DAY, step=STEP)
    assert recap_of_text(BANK, made.text, on=DAY) == made
    assert recap_of_text(BANK, "one\n\n\n \ntwo\nthree", on=DAY).blocks == (
        ("one",),
        ("two", "three"),
    )
