"""Every page of the respondent's way: empty, part-way and full; and without a link that works."""

import pytest

from tests.ui.way import BANK, PAGES, STATES, begin, fields, html, open_page, radio, stored
from ui import session

ITEM = BANK.items[0]
HOSTILE = "A & B <b> ![i](http://evil.example/x.png) :red[x] $y$ \u202eabc"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("key", PAGES)
def test_a_page_opens_with_one_title_and_without_a_fault(key, state):
    page = open_page(key, begin(fields(state)))
    assert not page.exception
    assert len(page.title) == 1


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("key", PAGES)
def test_opening_a_page_changes_no_answer(key, state):
    before = fields(state)
    token = begin(before)
    open_page(key, token).run()
    assert {name: value for name, value in stored(token).items() if name != "place"} == before


@pytest.mark.parametrize("step", range(1, 13))
def test_every_screen_of_questions_asks_one_capability_with_nothing_preselected(step):
    page = open_page("questions", begin({}), step)
    capability = BANK.capabilities[step - 1]
    stems = [item.stem for item in BANK.items if item.capability == capability.id]
    assert page.title[0].value.replace("\\", "") == capability.name
    assert [each.label for each in page.radio] == stems
    assert [each.value for each in page.radio] == [None, None]
    assert BANK.scale.instruction in html(page)


def test_options_run_lowest_first_with_the_escapes_at_the_end():
    page = open_page("questions", begin({}), 7)
    last = next(item for item in BANK.items if item.id == "RES-07")
    options = radio(open_page("questions", begin({}), 8), last.stem).options
    assert options == [
        *(option.text for option in last.options),
        BANK.scale.unknown,
        BANK.scale.not_applicable,
    ]
    assert all(BANK.scale.not_applicable not in each.options for each in page.radio)


def test_choosing_does_not_apply_shows_its_rule_and_whether_the_facts_allow_it():
    token = begin({"profile:vendors": 4})
    page = open_page("questions", token, 8)
    item = next(item for item in BANK.items if item.id == "RES-07")
    radio(page, item.stem).set_value("na").run()
    said = [caption.value for caption in page.caption]
    assert item.na.text in said
    assert any("skipped question" in each for each in said)


def test_a_choice_is_stored_at_once():
    token = begin({})
    page = open_page("questions", token)
    radio(page, ITEM.stem).set_value(3).run()
    assert stored(token)["answer:OWN-01"] == 3
    assert "Saved" in html(page)


def test_next_never_blocks_and_says_what_skipping_costs():
    page = open_page("questions", begin({}))
    page.button(key="next").click().run()
    assert page.title[0].value == BANK.capabilities[1].name
    assert BANK.scale.skipped in html(page)


def test_next_on_the_last_screen_leads_to_the_next_part():
    page = open_page("questions", begin({}), 12)
    page.button(key="next").click().run()
    assert page.title[0].value == "Your priorities"


def test_a_priority_named_a_moment_ago_gets_its_own_screen():
    token = begin({})
    page = open_page("priorities", token)
    page.text_input[0].set_value("Lead generation").run()
    page.button(key="next").click().run()
    assert page.title[0].value == "Lead generation"


def test_the_cadence_is_not_asked_when_nobody_looks_and_the_page_says_so():
    token = begin({"priority:0:name": "Lead generation", "priority:0:review_form": "none"})
    page = open_page("priorities", token, 2)
    assert "How often?" not in [each.label for each in page.radio]
    assert any("not asked" in caption.value for caption in page.caption)


def test_i_do_not_know_in_the_trace_is_kept_as_chosen():
    token = begin({"priority:0:name": "Lead generation", "priority:0:owner": "team"})
    page = open_page("priorities", token, 2)
    radio(page, "Who answers for the result?").set_value("dk").run()
    assert stored(token)["priority:0:owner"] == "dk"


def test_an_owner_that_reads_like_a_group_is_asked_about_and_not_changed():
    token = begin({"priority:0:name": "Lead generation", "priority:0:owner": "one_person"})
    page = open_page("priorities", token, 2)
    label = next(each for each in page.text_input if each.label == BANK.trace.owner_label)
    label.set_value("Sales team").run()
    assert [info.value for info in page.info] == [BANK.trace.group_question]
    assert stored(token)["priority:0:owner_ref"] == "Sales team"


def test_the_sentence_is_read_back_from_its_blanks():
    token = begin({"priority:0:name": "X", "priority:0:rule_result": "120 leads"})
    page = open_page("priorities", token, 2)
    assert [each.value for each in page.text] == ["If 120 leads is not reached by …, … will …."]


def test_the_split_can_be_unknown_and_team_time_can_take_its_place():
    token = begin({"priority:0:name": "X"})
    page = open_page("money", token)
    click(page, BANK.budget.unknown)
    assert stored(token)["budget:known"] is False
    click(page, BANK.budget.use_time)
    assert stored(token)["budget:basis"] == "time"
    assert page.title[0].value == "Team time"


def test_the_picture_has_its_numbers_as_text():
    said = html(open_page("money", begin(fields("full"))))
    assert "<b>60</b> importance" in said
    assert "<b>24</b> movable money" in said


def test_ranks_take_the_place_of_points():
    token = begin({"priority:0:name": "A", "priority:1:name": "B", "priority:0:points": 60})
    page = open_page("priorities", token)
    click(page, "Put them in order instead")
    assert stored(token)["weighing"] == "ranks"
    radio(page, "A").set_value(1).run()
    assert stored(token)["priority:0:rank"] == 1
    assert stored(token)["priority:0:points"] == 60


def test_the_check_shows_what_is_missing_and_finishes():
    token = begin(fields("part-way"))
    page = open_page("check", token)
    assert "What is missing, and what it costs" in [header.value for header in page.header]
    page.button(key="next").click().run()
    record = session.store().open(token)
    assert record.finished_at is not None
    assert session.store().snapshot(record.id).result["model_version"] == "orr-1.0"


def test_hostile_text_is_stored_whole_and_drawn_literally():
    token = begin({})
    page = open_page("priorities", token)
    page.text_input[0].set_value(HOSTILE).run()
    assert stored(token)["priority:0:name"] == HOSTILE
    page.button(key="next").click().run()
    assert not page.exception
    assert "![" not in page.title[0].value
    assert "<b>" not in html(open_page("check", token)).replace("<b>Check your answers</b>", "")


def test_text_that_is_too_long_is_cut_with_a_word():
    token = begin({})
    page = open_page("priorities", token)
    page.text_input[0].set_value("x" * 10_000).run()
    assert stored(token)["priority:0:name"] == "x" * 60
    assert any("60 characters are kept" in caption.value for caption in page.caption)


@pytest.mark.parametrize("key", [*PAGES, "result", "delete"])
def test_a_link_that_leads_nowhere_gets_a_plain_page(key):
    page = open_page(key, "no-such-token")
    assert not page.exception
    assert page.title[0].value == "There is nothing behind this link"
    assert not page.radio


@pytest.mark.parametrize("key", [*PAGES, "result", "delete"])
def test_a_page_without_a_link_says_that_it_needs_one(key):
    page = open_page(key)
    assert page.title[0].value == "This page needs your private link"


def test_deleting_leaves_nothing_behind_the_link():
    token = begin(fields("full"))
    page = open_page("delete", token)
    page.checkbox[0].check().run()
    click(page, "Delete my answers")
    assert stored(token) is None
    assert page.title[0].value == "Your answers are deleted"


def test_the_start_page_begins_an_assessment_with_its_own_link():
    page = open_page("welcome")
    page.button(key="start").click().run()
    assert page.title[0].value == "About you"
    assert stored(page.query_params["t"]) is not None


def test_a_pasted_link_opens_the_answers():
    token = begin(fields("part-way"))
    page = open_page("welcome")
    page.text_input(key="pasted").set_value(f" https://example.com/questions?t={token}&step=3 ")
    click(page, "Continue")
    assert page.title[0].value == "Welcome back"


def click(page, label):
    (button,) = [each for each in page.button if each.label == label]
    button.click().run()
