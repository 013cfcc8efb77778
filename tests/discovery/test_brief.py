"""The brief: what it puts first, what it leaves out, and that nothing unshared is behind it."""

from dataclasses import replace

import pytest

from discovery.brief import Brief, make_brief
from discovery.brief.scores import HELD_BY
from scoring import Assessment
from scoring.assessment import Budget, Profile, TriggerRule
from scoring.wording import look_together
from tests.discovery.outlines import brief_lines
from tests.scoring.verbs import PERSONAS, answered, card, clear, every, person, split, the_bank

BANK = the_bank()


def brief(given: Assessment | None = None, *, notes: bool = True, owners: bool = True) -> Brief:
    return make_brief(card(given), notes=notes, owners=owners)


def one_owner(**other: str) -> Assessment:
    """Three clear priorities with one and the same owner, whose label fires K02."""
    named = tuple(clear(name, points=30, owner_ref="ZQ", **other) for name in "abc")
    return Assessment(answers=every(2), priorities=named, budget=split(30, 30, 30, other=10))


def test_the_parts_stand_in_the_order_of_the_plan() -> None:
    titles = [line[2:] for line in brief_lines(brief(person("P1"))) if line.startswith("# ")]
    words = BANK.call.brief.headings
    assert titles == [getattr(words, name) for name in type(words).__slots__ if name != "notes"]


def test_p1_can_be_begun_after_reading_its_questions_only() -> None:
    first, second, third = brief(person("P1")).questions
    assert (first.item, second.item, third.item) == ("REV-05", "OWN-01", "OWN-03")
    assert first.ask == BANK.item_by_id["REV-05"].ask
    assert "We discuss it and wait for the next report." in first.why
    assert BANK.call.brief.reasons.cause in first.why
    assert "Review rests on this answer." in first.why
    assert BANK.call.brief.reasons.cause not in third.why


def test_each_question_is_that_of_one_of_the_highest_moves() -> None:
    for name in PERSONAS:
        scored = card(person(name))
        found = make_brief(scored, notes=True, owners=True).questions
        assert [one.item for one in found] == [move.item for move in scored.moves[:3]]
        assert [one.ask for one in found] == [BANK.item_by_id[one.item].ask for one in found]


def test_a_question_says_only_what_speaks_for_it() -> None:
    words = BANK.call.brief.reasons
    first, second, third = brief(person("P2")).questions
    assert words.together not in first.why + second.why + third.why
    assert words.cause not in first.why
    assert third.why == "Chosen: “It gets done; nobody keeps track.” It may be behind what hurts."


def test_with_nothing_to_move_the_brief_says_so() -> None:
    found = brief(Assessment(answers=every(4)))
    assert found.questions == ()
    assert found.questions_none == BANK.call.brief.no_questions


def test_an_answer_that_is_not_known_is_asked_about_as_such() -> None:
    found = brief(Assessment(answers=every(4, OWN_01="dk")))
    assert found.questions[0].why.startswith("Answered with “I don’t know”, so finding out")
    assert found.trust.unknown == f"Not known to them: {BANK.item_by_id['OWN-01'].stem}"


def test_answers_held_by_another_say_so_once() -> None:
    found = brief(person("P5"))
    why = {
        one.item: one.why
        for one in make_brief(card(person("P5")), notes=True, owners=True).questions
    }
    assert set(why) == {"OWN-01", "REV-05", "REV-03"}
    held = Assessment(answers=every(3), symptoms={"S03": 3})
    (question, *_) = brief(held).questions
    assert question.item == "REV-04"
    assert "Another answer is hard to square with it." in question.why
    assert BANK.call.brief.reasons.together not in question.why
    assert found.questions_none is None


def test_at_most_three_to_look_at_together_and_high_ones_first() -> None:
    codes = [entry.code for entry in brief(person("P1")).together]
    assert codes == ["K01", "K04", "K05"]
    assert [entry.severity for entry in brief(person("P5")).together] == ["high", "high", "medium"]


def test_prompts_that_the_result_does_not_show_are_here_with_code_and_question() -> None:
    (entry,) = [one for one in brief(one_owner()).together if one.code == "K02"]
    assert entry.text == BANK.call.brief.prompt
    assert entry.ask.startswith("One person answers for all three.")
    prompts = {one.code for one in brief(person("P4")).together}
    assert prompts == {"K12", "K24"}
    spoken = Assessment(answers=every(3), symptoms={"S01": 3})
    assert [one.code for one in brief(spoken).together] == ["K15"]


def test_chosen_lines_stand_beside_answers_to_look_at_together() -> None:
    entry = brief(person("P1")).together[0]
    assert entry.answers == (("OWN-01", "One named person for every priority."),)


def test_without_any_the_brief_says_that_nothing_is_hard_to_square() -> None:
    assert brief(person("P3")).together_none == BANK.call.brief.no_together
    assert brief(person("P1")).together_none is None


def test_only_the_reasons_that_decide_are_given() -> None:
    codes = {
        name: {one.code[0] for one in brief(person(name)).verdict.reasons} for name in PERSONAS
    }
    assert codes == {"P1": {"F"}, "P2": {"F"}, "P3": set(), "P4": {"C"}, "P5": {"F"}}
    assert {one.code[0] for one in brief(Assessment()).verdict.reasons} == {"I"}


def test_a_bar_says_what_holds_it() -> None:
    own, res, rev = brief(person("P5")).scores
    assert (own.score, own.holds, own.capped) == (37, "the trace", True)
    assert (res.score, res.holds) == (87, "nothing shown for it yet")
    assert own.why is not None
    assert own.why.startswith("Your answers give 100.")
    first = brief(person("P1")).scores[0]
    assert (first.score, first.low, first.high, first.level_name) == (52, 46, 57, "Documented")
    assert (first.holds, first.why) == ("its answers, lowest in “Decisions and approvals”", None)
    assert (own.dimension, res.dimension, rev.dimension) == ("OWN", "RES", "REV")
    assert rev.level == 2


@pytest.mark.parametrize(
    ("answers", "budget", "words"),
    [
        (every(4, RES_01=0), split(60, 40), "the critical answer"),
        (
            {k: v for k, v in every(4).items() if k != "RES-01"},
            split(60, 40),
            "the critical answer, which is missing",
        ),
        (every(4), split(0, 0, other=100), "the split"),
        (every(4, RES_03=1, RES_04=3), split(60, 40), "one weak capability"),
    ],
)
def test_each_limit_has_its_word(answers: dict[str, int], budget: Budget, words: str) -> None:
    named = (clear("a", points=60), clear("b", points=40))
    found = brief(Assessment(answers=answers, priorities=named, budget=budget))
    assert found.scores[1].holds == words


def test_the_lowest_capability_is_one_that_was_answered() -> None:
    answers = {item: level for item, level in every(3, OWN_07=2).items() if item[:6] != "OWN-03"}
    del answers["OWN-04"]
    own = brief(Assessment(answers=answers)).scores[0]
    assert own.holds == "its answers, lowest in “Handoffs across teams and vendors”"


def test_every_cap_of_the_bank_has_a_word() -> None:
    assert set(HELD_BY) == {cap.code for cap in BANK.caps}


def test_too_few_answers_give_no_bar_and_some_give_a_provisional_one() -> None:
    few = {
        item: 2
        for item in list(every(2))
        if item in ("OWN-01", "RES-01", "RES-02", "RES-03", "RES-04")
    }
    own, res, _ = brief(Assessment(answers=few)).scores
    assert (own.score, own.level, own.low, own.caution) == (
        None,
        None,
        None,
        "no score: 1 of 8 questions answered",
    )
    assert res.caution == "provisional: 4 of 8 questions answered"


def outlined(found: Brief) -> list[tuple[str, str]]:
    return [
        (row.priority, cell.facet) for row in found.trace for cell in row.cells if cell.outlined
    ]


def test_the_two_cells_that_cost_most_are_outlined() -> None:
    assert outlined(brief(person("P1"))) == [
        ("Lead generation", "owner"),
        ("Lead generation", "trigger"),
    ]
    # 70 · 0.75 = 52.5 and 30 · 1 = 30; the next is 30 · 0.5 = 15
    assert outlined(brief(person("P4"))) == [
        ("Repeat purchase", "trigger"),
        ("New-market launch", "trigger"),
    ]
    assert outlined(brief(person("P3"))) == []


def test_weight_counts_with_what_is_missing_and_not_alone() -> None:
    # 60 · 0.5 = 30 for the heavier priority, 40 · 1 = 40 twice for the other
    heavy = clear("heavy", points=60, process="partly_written")
    light = clear("light", points=40, process="none", owner="nobody")
    found = brief(Assessment(priorities=(heavy, light)))
    assert outlined(found) == [("light", "process"), ("light", "owner")]


def test_an_open_cell_counts_as_empty_and_says_nothing() -> None:
    named = (clear("a", points=50, owner=None), clear("b", points=50))
    found = brief(Assessment(priorities=named))
    cell = found.trace[0].cells[1]
    assert (cell.clarity, cell.said, cell.outlined) == ("unanswered", "", True)


def test_money_stands_beside_weight_and_is_put_in_words() -> None:
    money = brief(person("P1")).money
    assert [(row.weight, row.share) for row in money.rows] == [(60, 24), (25, 9), (15, 33)]
    assert (money.other, money.fixed) == (33, 10)
    assert money.lines[0].endswith("Of 100 movable points, 48 sit where the weights say.")
    time = Assessment(priorities=(clear("a", points=1),), budget=replace(split(100), basis="time"))
    assert "Your movable time is" in brief(time).money.lines[0]


def test_what_is_fixed_is_a_share_of_the_whole_budget() -> None:
    given = Assessment(priorities=(clear("a", points=1),), budget=split(20, fixed=60, other=20))
    money = brief(given).money
    assert (money.fixed, money.other, money.rows[0].share) == (60, 50, 50)
    assert money.lines[2] == "Fixed, and left out of this: 60 of 100 points."


def test_without_a_split_the_reason_stands_there() -> None:
    money = brief(person("P5")).money
    assert [row.share for row in money.rows] == [None, None, None]
    assert (money.other, money.fixed) == (None, None)
    assert money.lines == (
        next(e.text for e in BANK.budget.reasons if e.code == "split_not_known"),
    )


def test_what_hurts_is_in_words_and_the_share_outside_in_points() -> None:
    hurts = brief(person("P1")).hurts
    assert [cause.capability for cause in hurts.causes] == ["O1", "V3", "R1"]
    assert {cause.word for cause in hurts.causes} == {"likely"}
    assert hurts.outside == 15
    assert len(hurts.symptoms) == 4
    assert brief(person("P5")).hurts.outside == 23
    assert brief(Assessment()).hurts.lines == (BANK.call.brief.nothing_hurts,)


def test_nothing_told_is_said_and_not_guessed() -> None:
    found = brief(Assessment())
    assert found.who.line == BANK.call.brief.who_not_told
    assert found.who.priorities == (BANK.call.brief.no_priorities,)
    assert found.tried.blamed == BANK.call.brief.nothing_blamed
    assert found.tried.tried == BANK.call.brief.nothing_tried
    assert found.load == (BANK.call.brief.load_not_told,)
    assert found.trace == ()


def test_projects_are_named_only_beside_a_team() -> None:
    for told in (Profile(team_size=5), Profile(initiatives=5), Profile(initiatives=5, team_size=0)):
        assert brief(Assessment(profile=told)).load == (BANK.call.brief.load_not_told,)
    both = brief(Assessment(profile=Profile(team_size=5, initiatives=0))).load
    assert both[1] == "Projects in flight: 0, for a team of 5."


def test_growth_and_plans_are_told_in_the_respondents_words() -> None:
    profile = Profile(role="founder", growth_24m="flat", considering_new_strategy=False)
    assert brief(Assessment(profile=profile)).who.line == (
        "Founder or chief executive. Revenue over two years: “It stayed about the same.” "
        "No new strategy, positioning or agency is being considered."
    )


def test_notes_and_labels_are_there_only_when_they_were_shared() -> None:
    given = replace(
        one_owner(rule=TriggerRule(person="ZQ", action="stop")), notes={"OWN-02": "planted remark"}
    )
    shown = "\n".join(brief_lines(brief(given)))
    assert "planted remark" in shown
    assert "ZQ" in shown
    hidden = brief(given, notes=False, owners=False)
    assert "planted" not in repr(hidden)
    assert "ZQ" not in repr(hidden)
    assert hidden.notes == ()


def test_without_labels_nobody_learns_that_they_are_alike() -> None:
    assert "K02" in [entry.code for entry in brief(one_owner()).together]
    assert "K02" not in [entry.code for entry in brief(one_owner(), owners=False).together]


def test_the_brief_from_a_shared_copy_is_the_brief_of_the_whole() -> None:
    given = replace(one_owner(), notes={"OWN-01": "private"})
    stripped = replace(
        given, notes={}, priorities=tuple(replace(one, owner_ref="") for one in given.priorities)
    )
    assert brief(given, notes=False, owners=False) == brief(stripped)


def test_every_line_of_the_result_is_one_the_respondent_can_read() -> None:
    for name in PERSONAS:
        scored = card(person(name))
        shown = {entry.screen for entry in look_together(scored)}
        for entry in make_brief(scored, notes=True, owners=True).together:
            assert entry.text in shown or entry.text == BANK.call.brief.prompt


def test_no_number_rates_the_respondent_as_a_customer() -> None:
    names = {name for kind in (Brief,) for name in kind.__slots__}
    assert not {name for name in names if "lead" in name or "fit" in name or "deal" in name}


def test_a_name_with_braces_is_kept_as_typed() -> None:
    given = answered({"priorities": [{"name": "{points} {0} “x”", "points": 100}]})
    assert brief(given).who.priorities == ("“{points} {0} “x””, weight 100 of 100 points",)
