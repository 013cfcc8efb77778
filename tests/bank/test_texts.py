"""Rules for any text: which words they catch and which they leave alone."""

import pytest

from bank.lint.avoided import _compiled, avoided_word
from bank.lint.texts import empty_text, straight_quote, stray_space, unknown_blank, unsourced_claim
from tests.bank.sample import passage, said

STATISTICS = [
    ("80% of teams", "80%"),
    ("7.7 % of revenue", "7.7 %"),
    ("Ten per cent of all", "Ten per cent"),
    ("12 percent of all", "12 percent"),
    ("It returns 2.7 times.", "2.7 times"),
    ("three times as long", "three times as"),
    ("Two times more", "Two times more"),
    ("2.7x the return", "2.7x"),
    ("It grew 2×.", "2×"),
    ("Three of four", "Three of four"),
    ("3 of the 4 teams", "3 of the 4"),
    ("One in ten", "One in ten"),
    ("nine out of 10", "nine out of 10"),
    ("1,5% of all", "1,5%"),
]
NO_STATISTICS = [
    "Share 100 points.",
    "at least four of the last five",
    "{answered} of {asked} questions",
    "twice as long",
    "Three times a week",
    "one or two clear answers",
    "A quarter of it",
    "Two in trouble",
    "Put one in each",
    "One of us",
    "5x5cm",
]


@pytest.mark.parametrize(("text", "figure"), STATISTICS)
def test_a_statistic_needs_a_source(text, figure):
    (remark,) = unsourced_claim(passage(text))
    assert remark.message == f"The text states a figure ('{figure}') without a source."
    assert remark.fix == "Name the source in the text, such as [E21], or leave the figure out."
    assert (remark.path, remark.word) == (("trace", "prompt"), figure)


@pytest.mark.parametrize("text", NO_STATISTICS)
def test_no_statistic(text):
    assert said(unsourced_claim(passage(text))) == []


@pytest.mark.parametrize("text", ["80% [E21]", "80% [A3]", "80% [B4b] of all"])
def test_a_text_may_name_its_source_itself(text):
    assert said(unsourced_claim(passage(text))) == []


@pytest.mark.parametrize("text", ["80% (E21)", "80% [D1]", "80% [E]"])
def test_a_reference_has_its_form(text):
    assert len(said(unsourced_claim(passage(text)))) == 1


def test_a_sourced_item_may_state_figures():
    assert said(unsourced_claim(passage("80%", ("items", 0, "stem"), sourced=True))) == []


@pytest.mark.parametrize(
    "path",
    [
        ("sources", 0, "says"),
        ("released", 0, "meaning"),
        ("numbers", "load", "ratios_needed", "note"),
        ("items", 0, "meaning"),
    ],
)
def test_figures_belong_in_sources_and_notes(path):
    assert said(unsourced_claim(passage("80%", path))) == []


def test_judgements_are_checked_for_sources():
    assert len(said(unsourced_claim(passage("80%", ("judgements", "rules"))))) == 1


BLANKS = [
    (("statement",), "{date}{answered}{asked}{compared}{matched}", []),
    (("trace", "sentence"), "{result} {date} {person} {action}", []),
    (("rules", 0, "screen"), "{p} {which}", []),
    (("rules", 0, "ask"), "{p} {which}", []),
    (("caps", 0, "text"), "{raw}{cap}{dimension}{item}{priority}{missing}", []),
    (("caps", 0, "lift"), "{raw}{cap}{dimension}{item}{priority}{missing}", []),
    (("reasons", 0, "text"), "{dimension}{score}{threshold}{priority}{missing}", []),
    (("reasons", 0, "words", "a"), "{which}{answers}{count}{flags}{share}", []),
    (("reasons", 0, "text"), "{raw}", ["{raw}"]),
    (("caps", 0, "text"), "{score}", ["{score}"]),
    (("rules", 0, "words", "a"), "{p}", ["{p}"]),
    (("verdicts", 0, "text"), "{score}", ["{score}"]),
    (("call", "parts", 0, "say", 1), "{priority}", []),
    (("call", "parts", 0, "otherwise", 0), "{priority}", ["{priority}"]),
    (("call", "brief", "outside"), "{points}", []),
    (("call", "brief", "holds", "trace"), "{points}", ["{points}"]),
    (("sharing", "consent", 0), "{firm} {months}", []),
    (("sharing", "labels", "share"), "{priority}", []),
    (("headlines", "moves", "some_quick"), "{count} {quick}", []),
    (("headlines", "moves", "all_quick"), "{quick}", ["{quick}"]),
    (("confidence", 0, "causes", "thin"), "{areas}{causes}", ["{causes}"]),
    (("budget", "reasons", 0, "headline"), "{thing}", []),
    (("budget", "reasons", 0, "text"), "{thing}", ["{thing}"]),
    (("items", 0, "stem"), "{}", ["{}"]),
    (("items", 0, "stem"), "{a b} and {a b} and {c}", ["{a b}", "{c}"]),
    (("items", 0, "stem"), "a } b { c", []),
]


@pytest.mark.parametrize(("path", "text", "unknown"), BLANKS)
def test_only_blanks_that_are_filled(path, text, unknown):
    remarks = list(unknown_blank(passage(text, path)))
    assert [remark.message for remark in remarks] == [
        f"The text has a blank '{blank}' that nothing fills." for blank in unknown
    ]
    assert [remark.word for remark in remarks] == unknown


def test_the_blanks_of_a_place_are_listed():
    (remark,) = unknown_blank(passage("{q}", ("rules", 0, "ask")))
    assert remark.fix == "The blanks here are: {p}, {which}."
    (remark,) = unknown_blank(passage("{q}", ("items", 0, "ask")))
    assert remark.fix == "The blanks here are: none."


def test_two_texts_hold_all_of_their_blanks():
    assert said(unknown_blank(passage("{date}", ("trace", "sentence")))) == [
        "The text lacks the blank '{result}'.",
        "The text lacks the blank '{person}'.",
        "The text lacks the blank '{action}'.",
    ]
    (remark,) = unknown_blank(passage("{date}{answered}{asked}{compared}", ("statement",)))
    assert remark.message == "The text lacks the blank '{matched}'."
    assert remark.fix == "Every blank of this text has to be in it."
    assert said(unknown_blank(passage("", ("caps", 0, "text")))) == []


@pytest.mark.parametrize("text", ["", " ", "\n", "\N{NO-BREAK SPACE}"])
def test_a_text_without_words(text):
    (remark,) = empty_text(passage(text))
    assert (remark.message, remark.fix) == ("The text has no words in it.", "Write the text.")
    assert remark.path == ("trace", "prompt")
    assert said(stray_space(passage(text))) == []


@pytest.mark.parametrize("key", ["ask", "first_move", "screen"])
def test_texts_with_a_rule_of_their_own_are_left_to_it(key):
    assert said(empty_text(passage("", ("items", 0, key)))) == []


def test_a_text_with_words():
    assert said(empty_text(passage("a"))) == []


ENDS = "The text begins or ends with a space or a line break."
INSIDE = "The text has two spaces in a row or a line break in it."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" a", ENDS),
        ("a ", ENDS),
        ("a\n", ENDS),
        ("\N{NO-BREAK SPACE}a", ENDS),
        ("a  b", INSIDE),
        ("a\nb", INSIDE),
        ("a\tb", INSIDE),
        ("a\N{EM SPACE}b", INSIDE),
    ],
)
def test_stray_spaces(text, message):
    (remark,) = stray_space(passage(text))
    assert remark.message == message
    assert remark.fix == "Remove it; for a text over several lines write '>-' after the colon."


@pytest.mark.parametrize("text", ["a", "a b c", "5\N{NO-BREAK SPACE}%"])
def test_spaces_in_their_place(text):
    assert said(stray_space(passage(text))) == []


def test_straight_quotes_of_both_kinds():
    first, second = straight_quote(passage('it\'s "so"'))
    assert first.message == "The text has a straight quotation mark (') in it."
    assert (first.fix, first.word) == ("Write ’ instead.", "'")
    assert second.message == 'The text has a straight quotation mark (") in it.'
    assert (second.fix, second.word) == ("Write “ and ” instead.", '"')
    assert said(straight_quote(passage("it’s “so”"))) == []


AVOIDED = [
    ("alignment", "Write 'match'."),
    ("misaligned", "Write 'match'."),
    ("Aligning", "Write 'match'."),
    ("synergies", "Write 'work together'."),
    ("leveraged", "Write 'use'."),
    ("holistically", "Write 'whole'."),
    ("best-in-class", "Leave it out."),
    ("world class", "Leave it out."),
    ("cutting-edge", "Leave it out."),
    ("accountability structure", "Write 'who answers for what'."),
    ("stakeholder", "Write 'the people who approve', or name them."),
    ("operationalise", "Write 'do' or 'run'."),
    ("Operationalizing", "Write 'do' or 'run'."),
    ("execute on", "Write 'do' or 'run'."),
    ("KPIs", "Write 'target'."),
    ("OKR", "Write 'goal'."),
    ("RACI", "Write 'who does what'."),
    ("SLAs", "Write 'time limit'."),
    ("martech stack", "Write 'tools'."),
    ("maturity score", "Write 'score'."),
    ("failures", "Write 'gap' or 'not yet written'."),
    ("broken", "Write 'gap' or 'not yet written'."),
    ("chaos", "Write 'gap' or 'not yet written'."),
    ("dysfunctional", "Write 'gap' or 'not yet written'."),
    ("contradictions", "Write 'answers to look at together'."),
    ("inconsistent", "Write 'answers to look at together'."),
    ("lying", "Write 'answers to look at together'."),
    ("benchmark", "Nothing is compared yet."),
    ("industry averages", "Nothing is compared yet."),
    ("percentile", "Nothing is compared yet."),
    ("proven", "Leave it out."),
    ("guaranteed", "Leave it out."),
    ("scientifically validated", "Leave it out."),
    ("always", "Write a number or an example."),
    ("Never", "Write a number or an example."),
    ("low performer", "Leave it out."),
    ("laggards", "Leave it out."),
    ("market leader", "Leave it out."),
    ("should", "Write 'could' or 'next'."),
    ("must", "Write 'could' or 'next'."),
]


@pytest.mark.parametrize(("word", "fix"), AVOIDED)
def test_a_word_to_avoid(word, fix):
    (remark,) = avoided_word(passage(f"So, {word}: yes."))
    assert (remark.message, remark.fix) == (f"The text says '{word}'.", fix)
    assert remark.word == word


@pytest.mark.parametrize(
    "text",
    [
        "A marketing leader and a team leader.",
        "Executed well.",
        "Mustard, shoulder, a nevertheless.",
        "Relying and outlying.",
        "An unbroken line, never-ending work.",
        "A slab and an oak.",
    ],
)
def test_a_word_inside_another_is_left_alone(text):
    assert said(avoided_word(passage(text))) == []


@pytest.mark.parametrize("section", ["sources", "released", "numbers", "judgements"])
def test_sources_and_notes_may_use_any_word(section):
    assert said(avoided_word(passage("A benchmark.", (section, 0, "says")))) == []
    assert said(avoided_word(passage("A benchmark.", ("items", 0, "meaning")))) == []


@pytest.mark.parametrize("section", ["items", "rules"])
def test_a_consultant_may_say_should_but_not_benchmark(section):
    assert said(avoided_word(passage("What should stop?", (section, 0, "ask")))) == []
    assert said(avoided_word(passage("Which KPI?", (section, 0, "ask")))) == [
        "The text says 'KPI'."
    ]
    assert said(avoided_word(passage("It must stop.", (section, 0, "screen")))) == [
        "The text says 'must'."
    ]


def test_avoided_words_are_whole_words_in_any_capitals():
    ((pattern, fix),) = _compiled((("a|b+", "Write c."),))
    assert fix == "Write c."
    assert [pattern.search(text) is not None for text in ("A", "so bb", "ab", "a-", "-a")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_each_avoided_word_is_its_own_remark():
    assert said(avoided_word(passage("Always use a KPI; you must."))) == [
        "The text says 'KPI'.",
        "The text says 'Always'.",
        "The text says 'must'.",
    ]
