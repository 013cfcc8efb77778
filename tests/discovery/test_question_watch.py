"""What assessments say about the questions, on numbers that can be counted by hand."""

import pytest

from discovery.question_watch import ItemShares, QuestionReport, watch_questions
from scoring import Assessment
from scoring.assessment import Answer
from tests.scoring.verbs import every, the_bank

BANK = the_bank()


def people(*groups: tuple[int, Answer | None]) -> list[Assessment]:
    """So many people each with this answer to OWN-01; the rest is 2 (`None` left it open)."""
    found = []
    for count, answer in groups:
        answers = every(2)
        if answer is None:
            del answers["OWN-01"]
        else:
            answers["OWN-01"] = answer
        found += [Assessment(answers=answers)] * count
    return found


def first(report: QuestionReport) -> ItemShares:
    return report.items[0]


def test_below_thirty_nothing_is_said_but_how_many_are_missing() -> None:
    report = watch_questions(BANK, people((29, 3)))
    assert (report.people, report.missing, report.items) == (29, 1, ())
    assert report.line == ("This page speaks from 30 shared assessments on. Still missing: 1.")
    assert watch_questions(BANK, []).missing == 30


def test_thirty_people_by_hand() -> None:
    # 24 chose a line: 6, 12, 3, 0, 3; 5 did not know, 1 said it does not apply.
    report = watch_questions(BANK, people((6, 0), (12, 1), (3, 2), (3, 4), (5, "dk"), (1, "na")))
    found = first(report)
    assert (report.missing, report.line, len(report.items)) == (0, None, 24)
    assert (found.item, found.people) == ("OWN-01", 30)
    assert found.stem == BANK.item_by_id["OWN-01"].stem
    assert found.options == {0: 0.25, 1: 0.5, 2: 0.125, 3: 0.0, 4: 0.125}
    assert found.unknown == pytest.approx(5 / 30)
    assert found.not_applicable == pytest.approx(1 / 30)
    assert [(one.code, one.level) for one in found.watch] == [("dead_option", 3)]
    assert found.watch[0].text == (
        "“One named person for every priority.” takes 0 of 100 answers. "
        "Hardly anybody finds themselves in it."
    )


@pytest.mark.parametrize(
    ("groups", "codes"),
    [
        # 28 of 40 is 70 in 100, which is not above it; 29 of 40 is.
        (((28, 3), (3, 0), (3, 1), (3, 2), (3, 4)), []),
        (((29, 3), (3, 0), (3, 1), (3, 2), (2, 4)), [("one_option", 3)]),
        # 3 of 100 is not below 3 in 100; 2 of 100 is.
        (((3, 0), (40, 1), (40, 2), (10, 3), (7, 4)), []),
        (((2, 0), (40, 1), (41, 2), (10, 3), (7, 4)), [("dead_option", 0)]),
        # 10 of 40 is 25 in 100, which is not above it; 11 of 40 is.
        (((6, 0), (6, 1), (6, 2), (6, 3), (6, 4), (10, "dk")), []),
        (((6, 0), (6, 1), (6, 2), (6, 3), (5, 4), (11, "dk")), [("unknown", None)]),
    ],
)
def test_each_line_to_watch_begins_where_it_says(
    groups: tuple[tuple[int, Answer | None], ...], codes: list[tuple[str, int | None]]
) -> None:
    found = first(watch_questions(BANK, people(*groups)))
    assert [(one.code, one.level) for one in found.watch] == codes


def test_when_nobody_knows_no_line_has_a_share() -> None:
    found = first(watch_questions(BANK, people((30, "dk"))))
    assert (found.options, found.unknown) == ({}, 1.0)
    assert [one.code for one in found.watch] == ["unknown"]
    assert found.watch[0].text.startswith("100 of 100 people do not know.")


def test_an_item_that_few_reacted_to_says_nothing_yet() -> None:
    report = watch_questions(BANK, people((29, 3), (11, None)))
    assert report.missing == 0
    assert (first(report).people, first(report).options, first(report).watch) == (29, {}, ())
    assert first(report).unknown is None
    assert report.items[1].people == 40
