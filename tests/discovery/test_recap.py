"""The recap: their words, what both saw, the one move, the next step; nothing that was not said."""

from datetime import date

from discovery.recap import Agreed, make_recap
from tests.scoring.verbs import the_bank

BANK = the_bank()
DAY = date(2026, 11, 25)


def test_a_full_recap_reads_as_a_person_would_send_it() -> None:
    recap = make_recap(
        BANK,
        on=DAY,
        goal="Fewer launches,\nall of them on time",
        saw=["Nobody may stop a campaign.", " ", "Brand takes more than its weight."],
        move=Agreed("Give each owner a limit", "AB", date(2026, 12, 4)),
        step=Agreed("We look at it together", "AB and me", date(2027, 1, 8)),
    )
    assert recap.text == (
        "Our call on 25 November 2026\n"
        "\n"
        "What you want to reach: “Fewer launches, all of them on time”\n"
        "\n"
        "What we both saw:\n"
        "- Nobody may stop a campaign.\n"
        "- Brand takes more than its weight.\n"
        "\n"
        "The one move: Give each owner a limit\n"
        "Who: AB\n"
        "By: 4 December 2026\n"
        "\n"
        "Next step: We look at it together\n"
        "Who: AB and me\n"
        "By: 8 January 2027\n"
        "\n"
        "If a line here is wrong, tell me and I will put it right.\n"
    )


def test_what_was_not_said_leaves_no_gap() -> None:
    empty = make_recap(BANK, on=DAY, goal=" ", saw=[], move=Agreed(), step=Agreed(owner="AB"))
    assert empty.blocks == ((BANK.call.recap.close,),)
    move_only = make_recap(BANK, on=DAY, goal="", saw=[], move=Agreed("Stop one"), step=Agreed())
    assert move_only.blocks[0] == ("The one move: Stop one",)


def test_typed_text_is_kept_as_it_is() -> None:
    typed = "{move} **x** <b> =1+1"
    recap = make_recap(BANK, on=DAY, goal=typed, saw=[typed], move=Agreed(typed), step=Agreed())
    assert recap.text.count(typed) == 3
