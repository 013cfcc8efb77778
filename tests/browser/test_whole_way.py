"""P1 by mouse on a desk, P4 by keyboard alone on a phone: from Start to the right result."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from scoring import Scorecard, score
from scoring.export import as_json
from scoring.rounding import half_up_whole
from scoring.transcript import transcript
from storage.fields import assessment_of
from tests.browser.conftest import DESK, PHONE, Site
from tests.browser.hands import Hand, Keyboard, Mouse
from tests.browser.person import Person
from tests.browser.whole_way import walk
from tests.report.reading import squeezed, text_of
from tests.scoring.verbs import example, person, the_bank

WAYS = {"P1": (Mouse, DESK), "P4": (Keyboard, PHONE)}


@dataclass
class Walked:
    """A respondent at the end of the way, with what is stored and what was to be expected."""

    name: str
    person: Person
    fields: dict[str, Any]

    @property
    def expected(self) -> Any:
        return example(self.name)["expected"]

    @property
    def card(self) -> Scorecard:
        """What the stored answers come to. No test waits as long as a person reads."""
        seconds = example(self.name)["input"]["seconds_core"]
        fields = {**self.fields, "seconds_core": seconds}
        return score(the_bank(), assessment_of(fields, the_bank()))


@pytest.fixture(scope="module", params=WAYS)
def walked(request: pytest.FixtureRequest, site: Site) -> Iterator[Walked]:
    kind, size = WAYS[request.param]
    visitor = site.visitor(size).open()
    hand: Hand = kind(visitor)
    walk(hand, person(request.param))
    hand.press("See the result")
    visitor.at(headline(request.param))
    fields = site.fields(visitor.token)
    assert fields is not None
    yield Walked(request.param, visitor, fields)
    visitor.page.context.close()


def headline(name: str) -> str:
    code = example(name)["expected"]["verdict"]["code"]
    return next(entry.headline for entry in the_bank().verdicts if entry.code == code)


def test_the_result_shows_the_verdict_and_the_whole_scores(walked: Walked) -> None:
    shown = " ".join(walked.person.words().split())
    overall = walked.expected["overall"]
    assert f"{half_up_whole(overall['score'])} / 100" in shown
    assert f"Level {overall['level']} · {overall['level_name']}" in shown
    for key, entry in walked.expected["dimensions"].items():
        name = the_bank().dimension_by_id[key].name
        assert f"{name} {half_up_whole(entry['final'])} {entry['level_name']}" in shown
    trace = walked.expected["trace"]
    assert f"followed for {half_up_whole(trace['score'])} of 100 points" in shown
    assert f"{trace['clear']} of {trace['clear_possible']} answers are clear" in shown


def test_the_result_shows_the_first_three_moves_in_order(walked: Walked) -> None:
    shown = walked.person.words()
    moves = [move["item"] for move in walked.expected["moves"][:3]]
    texts = [the_bank().item_by_id[item].first_move for item in moves]
    places = [shown.find(f"{place}. {text}") for place, text in enumerate(texts, start=1)]
    assert -1 not in places
    assert places == sorted(places)


def test_what_is_stored_scores_as_the_example_says_in_every_key(walked: Walked) -> None:
    found = as_json(walked.card)
    for key, value in walked.expected.items():
        assert unordered(found[key]) == unordered(value), key


def unordered(value: Any) -> Any:
    """`value`, but for the order of `blamed`: ticked boxes are kept in the order of the boxes."""
    if isinstance(value, list):
        return [unordered(each) for each in value]
    if isinstance(value, dict):
        return {
            key: sorted(each) if key == "blamed" else unordered(each) for key, each in value.items()
        }
    return value


def test_the_paper_behind_the_result_s_link_says_the_same(walked: Walked) -> None:
    page = walked.person.page
    answer = page.request.get(
        page.get_by_role("link", name="PDF scorecard").evaluate("a => a.href")
    )
    assert answer.headers["content-type"] == "application/pdf"
    text = squeezed(text_of(answer.body()))
    assert squeezed(headline(walked.name)) in text
    assert squeezed(f"{half_up_whole(walked.expected['overall']['score'])} / 100") in text
    for priority in example(walked.name)["input"]["priorities"]:
        assert squeezed(priority["name"]) in text
    for row in answered(walked.card):
        assert squeezed(row) in text


def answered(card: Scorecard) -> Iterator[str]:
    """Every answer in words."""
    for passage in transcript(card.bank, card.assessment):
        yield from (row.answer for row in passage.rows if row.answer)


def test_nothing_but_the_diagnostic_itself_was_asked_for_anything(walked: Walked) -> None:
    assert walked.person.outside == set()
    assert walked.person.asked
    assert walked.person.broken == []
