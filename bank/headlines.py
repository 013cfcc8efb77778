"""The headings of a result as types: one sentence for each thing that a block can have found.

The texts stand in the bank; which of them is said is decided in `scoring/words/headlines.py`.
"""

from dataclasses import dataclass
from typing import Annotated

from bank.kinds import Blanks, Text


@dataclass(frozen=True, slots=True)
class AreaHeadlines:
    """The three areas: none can be scored, some can, all stand at one number, or they differ."""

    none: Text
    some: Annotated[Text, Blanks(("count",))]
    even: Annotated[Text, Blanks(("score",))]
    apart: Annotated[Text, Blanks(("highest", "lowest"))]


@dataclass(frozen=True, slots=True)
class TraceHeadlines:
    """The trace: nothing followed, everything clear, or how far the first priority is clear."""

    none: Text
    every: Annotated[Text, Blanks(("count",))]
    first: Annotated[Text, Blanks(("priority",))]
    unclear: Annotated[Text, Blanks(("priority",))]
    one: Annotated[Text, Blanks(("priority",))]
    some: Annotated[Text, Blanks(("priority", "count"))]


@dataclass(frozen=True, slots=True)
class MoneyHeadlines:
    """Money against words: the first priority gets less than another, or the band reached."""

    not_first: Text
    not_first_time: Text
    band: Annotated[Text, Blanks(("thing", "band"))]


@dataclass(frozen=True, slots=True)
class TogetherHeadlines:
    """Answers to look at together: nothing answered, none, one set, or several."""

    unanswered: Text
    none: Text
    one: Text
    several: Annotated[Text, Blanks(("count",))]


@dataclass(frozen=True, slots=True)
class CauseHeadlines:
    """What hurts: not answered, nothing, mostly from outside, or mostly from one area."""

    unanswered: Text
    none: Text
    outside: Text
    area: Annotated[Text, Blanks(("area",))]


@dataclass(frozen=True, slots=True)
class MoveHeadlines:
    """The first moves: none yet, none, one, or several and how many of them take only days."""

    unanswered: Text
    none: Text
    one: Text
    several: Annotated[Text, Blanks(("count",))]
    all_quick: Annotated[Text, Blanks(("count",))]
    one_quick: Annotated[Text, Blanks(("count",))]
    some_quick: Annotated[Text, Blanks(("count", "quick"))]


@dataclass(frozen=True, slots=True)
class ScoreHeadlines:
    """The overall score: none yet, held back by no area more than by another, or by the lowest."""

    none: Text
    even: Text
    lowest: Annotated[Text, Blanks(("area",))]


@dataclass(frozen=True, slots=True)
class Headlines:
    """One group for each block of the result, in its order; the verdict has its own."""

    areas: AreaHeadlines
    trace: TraceHeadlines
    money: MoneyHeadlines
    together: TogetherHeadlines
    causes: CauseHeadlines
    moves: MoveHeadlines
    scores: ScoreHeadlines
    trust: Annotated[Text, Blanks(("answered", "asked", "confidence"))]
