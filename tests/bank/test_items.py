"""Rules for items, choices, contradiction rules and symptoms, at their limits."""

from dataclasses import replace

import pytest

from bank.lint.amounts import causes_sum
from bank.lint.answers import answers_climb, five_options, low_needs_move
from bank.lint.completeness import rule_needs_text
from bank.lint.wording import (
    double_barrelled,
    leading_question,
    long_option,
    long_stem,
    reading_grade,
    vague_word,
)
from tests.bank.sample import bank, said

ITEM = bank().items[1]
PART = bank().trace.parts[0]
PROFILE = bank().profile
RULE = next(rule for rule in bank().rules if rule.id == "K03")
EVERY_RULE = [
    five_options,
    answers_climb,
    low_needs_move,
    rule_needs_text,
    causes_sum,
    double_barrelled,
    vague_word,
    long_stem,
    long_option,
    leading_question,
]


def asks(stem):
    return replace(ITEM, stem=stem)


def offers(place, text):
    options = list(ITEM.options)
    options[place] = replace(options[place], text=text)
    return replace(ITEM, options=tuple(options))


def with_levels(*levels):
    return replace(ITEM, options=tuple(replace(ITEM.options[0], level=one) for one in levels))


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_leaves_other_parts_alone(rule):
    assert list(rule(bank().about)) == []
    assert list(rule(ITEM)) == []


@pytest.mark.parametrize("count", [0, 4, 6])
def test_an_item_has_five_options(count):
    (remark,) = five_options(with_levels(*range(count)))
    assert remark.message == f"Item 'OWN-02' has {count} options."
    assert remark.fix == "Write five, from level 0 to level 4."
    assert remark.path == ("options",)


@pytest.mark.parametrize(
    ("levels", "place", "level"),
    [((1, 2, 3, 4, 4), 0, 1), ((0, 2, 2, 3, 4), 1, 2), ((0, 1, 2, 4, 3), 3, 4), ((4, 3), 0, 4)],
)
def test_options_climb_one_level_at_a_time(levels, place, level):
    (remark,) = answers_climb(with_levels(*levels))
    assert remark.message == f"Option {place + 1} of item 'OWN-02' has level {level}."
    assert remark.fix == (
        f"List the options from the lowest to the highest: level {place} stands here."
    )
    assert remark.path == ("options", place, "level")


def valued(*values):
    return replace(PART, choices=tuple(replace(PART.choices[0], value=one) for one in values))


def test_choices_of_the_trace_may_stay_level_but_not_fall():
    assert list(answers_climb(valued(0, 0.25, 0.25, 1))) == []
    (remark,) = answers_climb(valued(0, 0.5, 0.25, 1))
    assert remark.path == ("choices", 2, "value")
    assert remark.message == (
        "Choice 'none' of trace part 'process' is worth less than the one before it."
    )
    assert remark.fix == "List the choices from the lowest to the highest."


def test_the_first_choice_of_the_trace_is_worth_nothing():
    (remark,) = answers_climb(valued(0.25, 1))
    assert remark.message == "The first choice of trace part 'process' is worth 0.25."
    assert remark.fix == "Begin with the lowest choice, worth 0."
    assert remark.path == ("choices", 0, "value")
    assert list(answers_climb(valued())) == []


def grown(*ratios):
    choice = PROFILE.change_choices[0]
    return replace(PROFILE, change_choices=tuple(replace(choice, ratio=one) for one in ratios))


@pytest.mark.parametrize(("ratios", "place"), [((1, 2, 2), 2), ((2, 1, 3), 1)])
def test_growth_ratios_rise(ratios, place):
    (remark,) = answers_climb(grown(*ratios))
    assert remark.path == ("change_choices", place, "ratio")
    assert remark.message == (
        "Change choice 'same' does not stand for more than the one before it."
    )
    assert remark.fix == "List the choices from the least growth to the most."
    assert list(answers_climb(grown(0.75, 1, 1.25))) == []


def test_a_low_answer_leads_to_a_question_and_a_move():
    ask, move = low_needs_move(replace(ITEM, ask=" ", first_move=""))
    assert ask.message == "Item 'OWN-02' has low options but nothing to ask on the call."
    assert ask.fix == "Write the question a consultant asks when the answer is low."
    assert move.message == "Item 'OWN-02' has low options but no first move."
    assert move.fix == "Write a decision, a name, a number or a date to begin with."
    assert (ask.path, move.path) == (("ask",), ("first_move",))


@pytest.mark.parametrize(("levels", "remarks"), [((3, 4), 0), ((2, 4), 2), ((), 0)])
def test_an_answer_below_three_is_low(levels, remarks):
    item = replace(with_levels(*levels), ask="", first_move="")
    assert len(list(low_needs_move(item))) == remarks


def test_a_rule_for_everyone_has_a_text_on_screen():
    for screen in (None, "", " "):
        (remark,) = rule_needs_text(replace(RULE, screen=screen))
        assert remark.message == "Rule 'K03' is for everyone but has nothing to show on screen."
        assert remark.fix == "Write its 'screen', or make its audience consultant."
        assert remark.path == ("screen",)
    assert list(rule_needs_text(replace(RULE, screen=None, audience="consultant"))) == []


def test_every_rule_has_a_question():
    (remark,) = rule_needs_text(replace(RULE, ask=" "))
    assert (remark.message, remark.fix) == (
        "Rule 'K03' has no question for the call.",
        "Write its 'ask'.",
    )
    assert remark.path == ("ask",)


def test_a_rule_has_exactly_its_cutoffs():
    lacking, unknown = rule_needs_text(replace(RULE, cutoffs={"answer": 3, "index": 1}))
    assert lacking.message == "Rule 'K03' has no cut-off 'process'."
    assert unknown.message == "Rule 'K03' does not compare anything with 'index'."
    assert lacking.fix == unknown.fix == "Its cut-offs are: answer, process."
    assert (lacking.path, unknown.path) == (("cutoffs",), ("cutoffs", "index"))


@pytest.mark.parametrize(
    ("shares", "total"),
    [((0.5, 0.4), "0.9"), ((0.5, 0.6), "1.1"), ((), "0"), ((0.5, 0.500001), "1")],
)
def test_shares_of_causes_add_up_to_one(shares, total):
    symptom = bank().symptoms.checklist[0]
    (remark,) = causes_sum(replace(symptom, causes=dict(enumerate(shares))))
    assert remark.message == f"The causes of symptom 'S01' add up to {total}."
    assert remark.fix == "Change the shares until they add up to 1."
    assert remark.path == ("causes",)


@pytest.mark.parametrize("shares", [(0.1,) * 10, (1 / 3,) * 3, (0.7, 0.2, 0.1)])
def test_sums_are_not_held_against_binary_fractions(shares):
    symptom = bank().symptoms.checklist[0]
    assert list(causes_sum(replace(symptom, causes=dict(enumerate(shares))))) == []


@pytest.mark.parametrize(
    ("stem", "joints"),
    [
        ("Who starts and stops it?", ["and"]),
        ("Who starts OR stops it?", ["or"]),
        ("Who starts and stops or pays?", ["and", "or"]),
        ("Who orders the band?", []),
        ("And who pays?", []),
    ],
)
def test_two_questions_in_one(stem, joints):
    remarks = list(double_barrelled(asks(stem)))
    assert [one.word for one in remarks] == joints
    for joint, remark in zip(joints, remarks, strict=True):
        assert remark.message == (
            f"The stem of item 'OWN-02' may ask two things at once ('{joint}')."
        )
        assert remark.fix == "Ask one of them, or check that both always have the same answer."
        assert remark.path == ("stem",)


@pytest.mark.parametrize("word", ["regularly", "Effectively", "effective", "appropriate"])
def test_vague_words_in_stems_and_options(word):
    (remark,) = vague_word(asks(f"Who {word} looks?"))
    assert remark.message == f"The stem of item 'OWN-02' says '{word}'."
    assert (remark.path, remark.word) == (("stem",), word)
    (remark,) = vague_word(offers(3, f"We {word} look."))
    assert remark.message == f"Option 4 of item 'OWN-02' says '{word}'."
    assert (remark.path, remark.word) == (("options", 3, "text"), word)
    assert remark.fix == "Write what can be seen: how often, how many, by when."


def test_words_like_vague_ones_are_left_alone():
    assert list(vague_word(asks("Who sees irregularly ineffective inappropriateness?"))) == []


def test_a_stem_has_at_most_sixteen_words():
    assert list(long_stem(asks("Who " + "so " * 14 + "goes?"))) == []
    (remark,) = long_stem(asks("Who " + "so " * 15 + "goes?"))
    assert (remark.message, remark.fix) == (
        "The stem of item 'OWN-02' has 17 words.",
        "Keep it to 16.",
    )
    assert remark.path == ("stem",)


def test_an_option_has_at_most_fifteen_words():
    assert list(long_option(offers(2, "so " * 15))) == []
    (remark,) = long_option(offers(2, "so " * 16))
    assert remark.message == "Option 3 of item 'OWN-02' has 16 words."
    assert remark.fix == "Keep it to 15."
    assert remark.path == ("options", 2, "text")


@pytest.mark.parametrize(
    ("stem", "sign"),
    [
        ("Don’t you meet?", "Don’t"),
        ("Isn't there a name?", "Isn't"),
        ("Surely there is a name?", "Surely"),
        ("Of course you meet?", "Of course"),
        ("Do you agree that you meet?", "Do you agree"),
        ("Would you not agree?", "Would you not agree"),
        ("You meet, right?", ", right?"),
        ("You meet, don’t you?", ", don’t you?"),
    ],
)
def test_leading_questions(stem, sign):
    (remark,) = leading_question(asks(stem))
    assert remark.message == f"The stem of item 'OWN-02' suggests an answer ('{sign}')."
    assert remark.fix == "Ask what happens: who, what, when, how."
    assert (remark.path, remark.word) == (("stem",), sign)


@pytest.mark.parametrize(
    "stem", ["When do you agree what success means?", "Who is right?", "What does a donation do?"]
)
def test_questions_that_do_not_lead(stem):
    assert list(leading_question(asks(stem))) == []


def test_the_reading_grade_is_measured_per_item_and_over_all():
    hard = "Which organisational authority terminates communication initiatives?"
    items = (bank().items[0], asks(hard), bank().items[2])
    assert said(reading_grade(replace(bank(), items=items))) == [
        "Item 'OWN-02' reads at grade 7.2."
    ]
    (_, remark) = reading_grade(replace(bank(), items=(items[1],)))
    assert remark.message == "All items together read at grade 7.2."
    assert remark.fix == "Use shorter words and sentences until it is 6 or lower."
    assert remark.path == ("items",)
    (remark,) = reading_grade(replace(bank(), items=items))
    assert remark.path == ("items", 1, "stem")


def test_an_explanation_may_read_at_grade_8_and_no_higher():
    easy = "Each of the four answers about a priority counts 0 to 100 points."
    hard = "Organisational complexity is approximated geometrically."
    explained = replace(bank().explained, area=easy, load=hard)
    (remark,) = reading_grade(replace(bank(), explained=explained))
    assert remark.message.startswith("The explanation 'load' reads at grade ")
    assert remark.fix == "Use shorter words and sentences until it is 8 or lower."
    assert remark.path == ("explained", "load")
