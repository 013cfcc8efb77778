"""A scorecard in the bank's sentences: the right fact in every blank, whole numbers."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from bank.verdicts import Confidence
from scoring import Scorecard
from scoring.assessment import Assessment
from scoring.wording import (
    Sentence,
    confidence_sentence,
    fill,
    flag_sentences,
    held_back,
    look_together,
    statement,
    verdict_sentences,
)
from scoring.words.filling import BLANK
from tests.scoring.verbs import PERSONAS, card, clear, every, person, split, the_bank


def said(result: Scorecard, code: str) -> list[str]:
    return [entry.text for entry in verdict_sentences(result) if entry.code.startswith(code)]


def template(code: str) -> str:
    return next(entry.text for entry in the_bank().reasons if entry.code.startswith(code))


def test_blanks_are_filled_once() -> None:
    assert fill("{a} and {b}", {"a": "{b}", "b": "2"}) == "{b} and 2"
    assert fill("{unknown}", {}) == "{unknown}"


@pytest.mark.parametrize("name", [*PERSONAS, None])
def test_no_blank_is_left_open(name: str | None) -> None:
    result = card(person(name) if name else Assessment())
    texts = [entry.text for entry in verdict_sentences(result)]
    texts += [entry.screen for entry in look_together(result) if entry.screen is not None]
    texts += [entry.ask for entry in look_together(result)]
    texts += [
        held.text + held.lift for key in result.dimensions if (held := held_back(result, key))
    ]
    texts += [statement(result, date(2026, 11, 22)), confidence_sentence(result)]
    assert texts
    assert not [text for text in texts if BLANK.search(text) or not text]


def test_reasons_name_dimensions_and_whole_numbers() -> None:
    result = card(person("P1"))
    assert said(result, "C1") == [
        fill(template("C1"), {"dimension": name, "score": score, "threshold": "63"})
        for name, score in (("Ownership", "52"), ("Resourcing", "45"), ("Review", "42"))
    ]
    assert said(result, "F2") == [fill(template("F2"), {"score": "42", "threshold": "50"})]


def test_reasons_name_the_priority_and_what_is_missing() -> None:
    facets = {entry.id: entry.missing for entry in the_bank().trace.facets}
    result = card(priorities=(clear("Heavy", points=90, owner="team", action="discuss"),))
    missing = f"{facets['owner']}; {facets['trigger']}"
    assert said(result, "C3") == [fill(template("C3"), {"priority": "Heavy", "missing": missing})]


def test_a_share_of_money_is_said_as_points_of_a_hundred() -> None:
    result = card(budget=split(0, 39, other=61))
    assert said(result, "F4") == [fill(template("F4"), {"score": "39", "threshold": "40"})]


@pytest.mark.parametrize(("budget", "word"), [(None, "unknown"), (split(0, 59, other=41), "apart")])
def test_money_is_unknown_or_apart(budget: Any, word: str) -> None:
    words = next(entry.words for entry in the_bank().reasons if entry.code.startswith("C4"))
    assert said(card(budget=budget), "C4") == [fill(template("C4"), {"which": words[word]})]


def test_what_is_open_is_said_in_full() -> None:
    result = card(person("P5"))
    high = [entry.screen for entry in look_together(result) if entry.severity == "high"]
    assert len(high) == 2
    assert said(result, "C5") == [fill(template("C5"), {"answers": " ".join(map(str, high))})]
    flags = " ".join(entry.text for entry in flag_sentences(result))
    assert said(result, "C7") == [fill(template("C7"), {"flags": flags})]


def test_missing_answers_are_counted() -> None:
    result = card(Assessment(answers={"OWN-01": 3}))
    counts = (("Ownership", "3"), ("Resourcing", "4"), ("Review", "4"))
    assert said(result, "I1") == [
        fill(template("I1"), {"dimension": name, "count": count}) for name, count in counts
    ]


def cap(code: str) -> tuple[str, str]:
    entry = next(entry for entry in the_bank().caps if entry.code == code)
    return entry.text, entry.lift


def test_a_score_that_its_answers_decide_is_not_held() -> None:
    result = card(person("P1"))
    assert held_back(result, "OWN") is None
    assert held_back(card(Assessment()), "OWN") is None


def test_a_held_score_names_the_weakest_priority() -> None:
    facets = {entry.id: entry.missing for entry in the_bank().trace.facets}
    given = (
        clear("Sound", points=40),
        clear("Loose", points=60, owner="nobody", process="in_heads"),
    )
    held = held_back(card(answers=every(4), priorities=given), "OWN")
    assert held is not None
    blanks = {
        "raw": "100",
        "cap": "62",
        "dimension": "Ownership",
        "priority": "Loose",
        "missing": f"{facets['process']}; {facets['owner']}",
    }
    text, lift = cap("EVIDENCE")
    assert (held.code, held.text, held.lift) == (
        "EVIDENCE",
        fill(text, blanks),
        fill(lift, blanks),
    )


def test_weight_decides_which_priority_is_weakest() -> None:
    given = (
        clear("Light", points=10, owner="nobody", process="none"),
        clear("Heavy", points=90, owner="shared", process="partly_written", threshold="none"),
    )
    held = held_back(card(answers=every(4), priorities=given), "OWN")
    assert held is not None
    assert "“Heavy”" in held.text
    only_one = (clear("A", points=90, owner="nobody"), clear("B", points=10, process="none"))
    facets = {entry.id: entry.missing for entry in the_bank().trace.facets}
    held = held_back(card(answers=every(4), priorities=only_one), "OWN")
    assert held is None
    review = held_back(
        card(answers=every(4), priorities=(clear("A", action="nothing_set", review_form="none"),)),
        "REV",
    )
    assert review is not None
    assert facets["review"] in review.text
    assert facets["process"] not in review.text


def test_held_money_names_the_priority_it_misses_most() -> None:
    held = held_back(card(answers=every(4), budget=split(10, 20, other=70)), "RES")
    assert held is not None
    assert held.code == "EVIDENCE_THIN"
    assert "“First”" in held.text
    words = next(entry.words for entry in the_bank().reasons if entry.code.startswith("C4"))
    assert words["apart"] in held.text


def test_money_that_is_unknown_is_held_without_a_name() -> None:
    held = held_back(card(answers=every(4), budget=None), "RES")
    assert held is not None
    assert held.code == "UNVERIFIED"
    nobody = held_back(card(answers=every(4), priorities=(), budget=None), "OWN")
    assert nobody is not None
    assert nobody.code == "UNVERIFIED"


def test_a_critical_answer_is_quoted_by_its_question() -> None:
    held = held_back(card(answers=every(4, OWN_01=0)), "OWN")
    assert held is not None
    assert held.code == "CRIT_0"
    assert the_bank().item_by_id["OWN-01"].stem in held.text


def test_the_lowest_of_several_caps_speaks() -> None:
    given = (clear("A", owner="nobody", process="none"),)
    held = held_back(card(answers=every(4, OWN_01=1), priorities=given), "OWN")
    assert held is not None
    assert held.code == "EVIDENCE_THIN"


def test_high_severity_is_looked_at_first() -> None:
    found = look_together(card(person("P5")))
    assert [entry.severity for entry in found] == sorted(
        [entry.severity for entry in found], key=["high", "medium", "low"].index
    )
    assert [entry.code for entry in found][:3] == ["K01", "K07", "K03"]


def test_prompts_for_the_call_have_no_text_for_the_screen() -> None:
    found = {entry.code: entry for entry in look_together(card(person("P5")))}
    assert found["K15"].screen is None
    assert found["K15"].ask
    assert found["K16"].screen


def test_a_rule_names_the_priorities_it_is_about() -> None:
    rules = {rule.id: rule for rule in the_bank().rules}
    given = tuple(clear(name, owner="team", points=1) for name in ("Low", "High"))
    result = card(answers=every(3), priorities=given)
    first = look_together(result)[0]
    assert first.code == "K01"
    assert first.screen == fill(rules["K01"].screen or "", {"p": "Low”, “High"})
    assert first.ask == fill(rules["K01"].ask, {"p": "Low"})


@pytest.mark.parametrize(
    ("own", "rev", "word"), [(1, 3, "review_ahead"), (3, 1, "ownership_ahead")]
)
def test_far_apart_says_which_is_ahead(own: int, rev: int, word: str) -> None:
    answers = {
        item: own if item.startswith("OWN") else rev if item.startswith("REV") else 2
        for item in every(0)
    }
    rule = next(rule for rule in the_bank().rules if rule.id == "K25")
    found = {entry.code: entry.screen for entry in look_together(card(answers=answers))}
    assert found["K25"] == fill(rule.screen or "", {"which": rule.words[word]})


def test_flags_are_plain_sentences() -> None:
    flags = {flag.code: flag.text for flag in the_bank().flags}
    assert flag_sentences(card(person("P5"))) == tuple(
        Sentence(code, flags[code]) for code in ("SAME_ANSWER", "CEILING", "FAST")
    )
    assert flag_sentences(card(person("P1"))) == ()


def confidence(code: str) -> Confidence:
    return next(entry for entry in the_bank().confidence if entry.code == code)


def test_the_highest_confidence_has_no_causes() -> None:
    assert confidence_sentence(card(person("P3"))) == confidence("higher").text


CLAIMED: Final = tuple(entry.item for entry in the_bank().claims)
AS_SHOWN: Final = every(3, OWN_04=2, RES_05=2) | dict.fromkeys(CLAIMED, 4)
"""Answers without a pattern that match two clear priorities and their money."""


@pytest.mark.parametrize(
    ("causes", "given"),
    [
        (["no_split"], {"budget": None}),
        (["far_apart"], {"answers": AS_SHOWN | dict.fromkeys(CLAIMED, 2)}),
        (["hard_to_square"], {"budget": split(45, 55)}),
        (["partial_trace"], {"priorities": (clear(points=60), clear(points=40, owner=None))}),
        (["one_priority", "no_split"], {"priorities": (clear(),), "budget": None}),
        (
            ["one_priority", "partial_trace"],
            {"priorities": (clear(owner=None),), "budget": split(100)},
        ),
    ],
)
def test_medium_confidence_names_the_causes_that_hold(
    causes: list[str], given: dict[str, Any]
) -> None:
    result = card(**({"answers": AS_SHOWN} | given))
    assert result.confidence == "medium"
    entry = confidence("medium")
    said = "; ".join(entry.causes[cause] for cause in causes)
    assert confidence_sentence(result) == fill(entry.text, {"causes": said})


def test_lower_confidence_names_patterns_and_thin_areas_and_leaves_the_rest_out() -> None:
    flags = {flag.code: flag.cause for flag in the_bank().flags}
    result = card(person("P5"))
    said = "; ".join(flags[code] for code in ("SAME_ANSWER", "CEILING", "FAST"))
    assert confidence_sentence(result) == fill(confidence("lower").text, {"causes": said})
    empty = card(Assessment())
    causes = confidence("lower").causes
    areas = fill(causes["thin"], {"areas": "Ownership, Resourcing, Review"})
    said = f"{causes['no_trace']}; {areas}"
    assert confidence_sentence(empty) == fill(confidence("lower").text, {"causes": said})


def test_the_statement_counts() -> None:
    text = statement(card(person("P2")), date(2026, 3, 9))
    assert text == fill(
        the_bank().statement,
        {"date": "9 March 2026", "answered": "22", "asked": "23", "compared": "5", "matched": "1"},
    )


def test_a_priority_named_like_a_blank_stays_as_it_is() -> None:
    result = card(priorities=(clear("{score}", action="discuss", points=1),))
    assert "“{score}”" in said(result, "C3")[0]


def test_a_bank_without_a_phrase_leaves_the_blank_empty() -> None:
    bank = the_bank()
    reasons = tuple(replace(entry, words={}) for entry in bank.reasons)
    from scoring import score
    from tests.scoring.verbs import sound

    result = score(replace(bank, reasons=reasons), sound(budget=None))
    assert said(result, "C4") == [fill(template("C4"), {"which": ""})]


def test_two_caps_of_one_height_both_say_what_lifts_them() -> None:
    given = (clear("A", owner="shared", process="in_heads"),)
    held = held_back(card(answers=every(4, OWN_01=1), priorities=given), "OWN")
    assert held is not None
    assert held.code == "CRIT_1"
    assert held.lift == f"{cap('CRIT_1')[1]} {fill(cap('EVIDENCE')[1], {'priority': 'A'})}"


def test_an_open_question_is_not_blamed_for_thin_evidence() -> None:
    given = (
        clear("Open", points=90, owner=None, process=None),
        clear("Told", points=10, owner="team", process="in_heads"),
    )
    held = held_back(card(answers=every(4), priorities=given), "OWN")
    assert held is not None
    assert "“Told”" in held.text


@pytest.mark.parametrize(("share", "said_as"), [(39.6, "39"), (39.4, "39"), (20, "20")])
def test_a_number_below_a_cut_off_never_rounds_up_to_it(share: float, said_as: str) -> None:
    result = card(budget=split(0, share, other=100 - share))
    assert said(result, "F4") == [fill(template("F4"), {"score": said_as, "threshold": "40"})]


def test_points_of_a_hundred_are_a_hundredfold() -> None:
    result = card(budget=split(0, 34.4, other=65.6))
    assert said(result, "F4") == [fill(template("F4"), {"score": "34", "threshold": "40"})]


def test_money_names_whichever_priority_it_misses_most() -> None:
    held = held_back(card(answers=every(4), budget=split(15, 0, other=85)), "RES")
    assert held is not None
    assert "“First”" in held.text
    turned = (clear("Light", points=20), clear("Heavy", points=80))
    held = held_back(
        card(answers=every(4), priorities=turned, budget=split(20, 5, other=75)), "RES"
    )
    assert held is not None
    assert "“Heavy”" in held.text


def test_what_is_missing_weighs_not_how_many_questions_there_are() -> None:
    given = (
        clear("Heavy", points=70, owner="team"),
        clear("Light", points=30, owner="nobody", process="none"),
    )
    held = held_back(card(answers=every(4), priorities=given), "OWN")
    assert held is not None
    assert "“Light”" in held.text
