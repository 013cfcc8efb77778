"""What shared assessments say about the questions: how often each line is chosen, what to watch.

No company is compared with another. Below the bank's number of answers nothing is said at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from bank.model import Bank, Item
from discovery.said import whole_points
from scoring.assessment import NOT_APPLICABLE, UNKNOWN, Answer, Assessment
from scoring.thresholds import above, below
from scoring.wording import fill

WatchCode = Literal["one_option", "dead_option", "unknown"]
NOTHING_YET: Final[Mapping[int, float]] = {}


@dataclass(frozen=True, slots=True)
class Watch:
    """Something to look at: an option that takes nearly all or nothing, or many who do not know."""

    code: WatchCode
    level: int | None
    text: str


@dataclass(frozen=True, slots=True)
class ItemShares:
    """One item over everyone who reacted to it (`people`).

    `options` are shares (0-1) of those who chose a line; `unknown` and `not_applicable` are shares
    of everyone who reacted. All are empty or `None` while `people` are too few.
    """

    item: str
    stem: str
    people: int
    options: Mapping[int, float]
    unknown: float | None
    not_applicable: float | None
    watch: tuple[Watch, ...]


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """All items; while `missing` is above 0 it has none, and `line` says how many are missing."""

    people: int
    missing: int
    items: tuple[ItemShares, ...]
    line: str | None


def watch_questions(bank: Bank, assessments: Sequence[Assessment]) -> QuestionReport:
    """Shares and watch-outs over `assessments`, which all belong to `bank`."""
    enough = bank.numbers.questions.assessments_needed
    missing = max(enough - len(assessments), 0)
    if missing:
        counts = {"enough": str(enough), "count": str(missing)}
        line = fill(bank.call.questions.missing, counts)
        return QuestionReport(len(assessments), missing, (), line)
    items = tuple(
        _shares(bank, item, [one.answers[item.id] for one in assessments if item.id in one.answers])
        for item in bank.items
    )
    return QuestionReport(len(assessments), 0, items, None)


def _shares(bank: Bank, item: Item, answers: Sequence[Answer]) -> ItemShares:
    people = len(answers)
    if people < bank.numbers.questions.assessments_needed:
        return ItemShares(item.id, item.stem, people, NOTHING_YET, None, None, ())
    chosen = [answer for answer in answers if isinstance(answer, int)]
    options = {
        option.level: chosen.count(option.level) / len(chosen) for option in item.options if chosen
    }
    unknown = answers.count(UNKNOWN) / people
    return ItemShares(
        item=item.id,
        stem=item.stem,
        people=people,
        options=options,
        unknown=unknown,
        not_applicable=answers.count(NOT_APPLICABLE) / people,
        watch=tuple(_watch(bank, item, options, unknown)),
    )


def _watch(bank: Bank, item: Item, options: Mapping[int, float], unknown: float) -> Iterator[Watch]:
    numbers, words = bank.numbers.questions, bank.call.questions
    texts = {option.level: option.text for option in item.options}
    for level, share in options.items():
        blanks = {"option": texts[level], "share": whole_points(share)}
        if above(share, numbers.one_option_above):
            yield Watch("one_option", level, fill(words.one_option, blanks))
        if below(share, numbers.dead_option_below):
            yield Watch("dead_option", level, fill(words.dead_option, blanks))
    if above(unknown, numbers.unknown_above):
        yield Watch("unknown", None, fill(words.unknown, {"share": whole_points(unknown)}))
