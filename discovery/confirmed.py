"""Claimed and confirmed side by side: the scorecard anew with what the consultant found.

Five answers can be confirmed or revised; everything else stays as it was answered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from discovery.brief.scores import holds
from discovery.rating import check_rating
from discovery.said import answer_text
from scoring.assessment import Answer
from scoring.explanation import Explanation
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard, score
from scoring.wording import fill

Change = Literal["lower", "same", "higher", "first", "not_rated"]


@dataclass(frozen=True, slots=True)
class ConfirmedPair:
    """One of the five answers: as claimed, as rated, and how they differ; texts are the lines."""

    pair: str
    name: str
    item: str
    claimed: Answer | None
    confirmed: int | None
    claimed_text: str
    confirmed_text: str
    change: Change


@dataclass(frozen=True, slots=True)
class ConfirmedScore:
    """A dimension (or *overall*) before and after, 0 to 100 and unrounded, with the words for it.

    `because` holds the items that moved it, read off its explanation.
    """

    id: str
    name: str
    claimed: float | None
    confirmed: float | None
    claimed_level: str | None
    confirmed_level: str | None
    because: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Confirmed:
    """Both scorecards, the five pairs, and each score that can be set side by side.

    `verdict` says how the verdict changes, `None` when it does not.
    """

    claimed: Scorecard
    confirmed: Scorecard
    pairs: tuple[ConfirmedPair, ...]
    dimensions: tuple[ConfirmedScore, ...]
    overall: ConfirmedScore
    verdict: str | None

    @property
    def changed(self) -> bool:
        """Did any rating differ from the answer?"""
        return any(entry.change in ("lower", "higher", "first") for entry in self.pairs)


def confirm(card: Scorecard, ratings: Mapping[str, int]) -> Confirmed:
    """Score `card` anew with the answers that `ratings` replace: pair to level 0-4.

    A pair without a rating keeps its answer. Raises `ValueError` for a pair or level that the bank
    does not have.
    """
    items = {check_rating(card.bank, pair, level): level for pair, level in ratings.items()}
    given = {item: card.assessment.answers.get(item) for item in items}
    if given == items:
        confirmed = card
    else:
        answers = MappingProxyType({**card.assessment.answers, **items})
        confirmed = score(card.bank, replace(card.assessment, answers=answers))
    moved = tuple(item for item, level in items.items() if given[item] != level)
    return Confirmed(
        claimed=card,
        confirmed=confirmed,
        pairs=_pairs(card, ratings),
        dimensions=tuple(_dimension(card, confirmed, name, moved) for name in card.dimensions),
        overall=_overall(card, confirmed, moved),
        verdict=_verdict(card, confirmed),
    )


def _verdict(before: Scorecard, after: Scorecard) -> str | None:
    headlines = {entry.code: entry.headline for entry in before.bank.verdicts}
    if before.verdict.code == after.verdict.code:
        return None
    blanks = {"before": headlines[before.verdict.code], "after": headlines[after.verdict.code]}
    return fill(before.bank.call.ratings.verdict, blanks)


def _pairs(card: Scorecard, ratings: Mapping[str, int]) -> tuple[ConfirmedPair, ...]:
    found = []
    for entry in card.bank.claims:
        claimed = card.assessment.answers.get(entry.item)
        rated = ratings.get(entry.evidence)
        found.append(
            ConfirmedPair(
                pair=entry.evidence,
                name=entry.name,
                item=entry.item,
                claimed=claimed,
                confirmed=rated,
                claimed_text=_text(card, entry.item, claimed),
                confirmed_text=_text(card, entry.item, rated),
                change=_change(claimed, rated),
            )
        )
    return tuple(found)


def _text(card: Scorecard, item: str, answer: Answer | None) -> str:
    return "" if answer is None else answer_text(card.bank, item, answer)


def _change(claimed: Answer | None, rated: int | None) -> Change:
    if rated is None:
        return "not_rated"
    if not isinstance(claimed, int):
        return "first"
    if rated == claimed:
        return "same"
    return "higher" if rated > claimed else "lower"


def _dimension(
    before: Scorecard, after: Scorecard, name: str, moved: tuple[str, ...]
) -> ConfirmedScore:
    first, second = before.dimensions[name], after.dimensions[name]
    inside = set(_behind(after.explain(name)))
    because = tuple(item for item in moved if item in inside)
    title = before.bank.dimension_by_id[name].name
    lines = [_rated(before, after, item) for item in because]
    lines += _moves(before, title, first.final, second.final)
    if because:
        lines += _deciding(before, after, name)
    lines += _levels(before, first.level_name, second.level_name)
    return ConfirmedScore(
        id=name,
        name=title,
        claimed=first.final,
        confirmed=second.final,
        claimed_level=first.level_name,
        confirmed_level=second.level_name,
        because=because,
        lines=tuple(lines),
    )


def _deciding(before: Scorecard, after: Scorecard, name: str) -> list[str]:
    """What the score rests on now; where a limit hides the change, what the answers alone do."""
    words, first, second = before.bank.call.ratings, before.dimensions[name], after.dimensions[name]
    if second.raw is None or second.final is None:
        return []
    blanks = {"holds": holds(after, name), "raw": str(half_up_whole(second.raw))}
    if first.final != second.final or first.raw is None or first.raw == second.raw:
        return [fill(words.held, blanks)]
    return [fill(words.hidden, blanks | {"before": str(half_up_whole(first.raw))})]


def _overall(before: Scorecard, after: Scorecard, moved: tuple[str, ...]) -> ConfirmedScore:
    first, second = before.overall, after.overall
    words = before.bank.call.ratings
    lines = _moves(before, words.overall, first.score, second.score)
    return ConfirmedScore(
        id="overall",
        name=words.overall,
        claimed=first.score,
        confirmed=second.score,
        claimed_level=first.level_name,
        confirmed_level=second.level_name,
        because=moved if first.score != second.score else (),
        lines=(*lines, *_levels(before, first.level_name, second.level_name)),
    )


def _behind(node: Explanation) -> Iterator[str]:
    """The items whose answers stand in an explanation, at whatever depth."""
    if node.kind == "answer":
        yield node.id
    for part in node.parts:
        yield from _behind(part)


def _rated(before: Scorecard, after: Scorecard, item: str) -> str:
    """What was answered and what it was rated, as the levels' numbers."""
    words, claimed = before.bank.call.ratings, before.assessment.answers.get(item)
    blanks = {
        "item": before.bank.item_by_id[item].stem,
        "claimed": str(claimed),
        "confirmed": str(after.assessment.answers[item]),
    }
    return fill(words.revised if isinstance(claimed, int) else words.first, blanks)


def _moves(card: Scorecard, name: str, before: float | None, after: float | None) -> list[str]:
    words = card.bank.call.ratings
    texts = [words.no_score if one is None else str(half_up_whole(one)) for one in (before, after)]
    blanks = {"name": name, "before": texts[0], "after": texts[1]}
    return [fill(words.stays if texts[0] == texts[1] else words.moves, blanks)]


def _levels(card: Scorecard, before: str | None, after: str | None) -> list[str]:
    if before == after or before is None or after is None:
        return []
    return [fill(card.bank.call.ratings.level, {"before": before, "after": after})]
