"""The sentences of a result as types, block by block, with the words that go into their blanks.

The texts stand in the bank; which of them is said is decided in `scoring/words`.
"""

from dataclasses import dataclass
from typing import Annotated

from bank.kinds import Blanks, Text


@dataclass(frozen=True, slots=True)
class Things:
    """What the split divides."""

    money: Text
    time: Text


@dataclass(frozen=True, slots=True)
class ShownAnswers:
    """An answer as it was chosen, or why nothing counts."""

    chosen: Annotated[Text, Blanks(("answer",))]
    left_out: Annotated[Text, Blanks(("answer",))]
    not_believed: Annotated[Text, Blanks(("answer",))]
    unanswered: Text


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """What stands above the reasons that would remain."""

    others_title: Text


@dataclass(frozen=True, slots=True)
class ShownAreas:
    """What a score of an area means, what would lift it, and how the overall score comes about."""

    level: Annotated[Text, Blanks(("description",))]
    provisional: Annotated[Text, Blanks(("answered", "asked"))]
    unverified: Text
    weights: Text
    too_few: Annotated[Text, Blanks(("answered", "asked", "least"))]
    lift: Annotated[Text, Blanks(("item", "score", "higher", "answer"))]
    no_lift: Text
    equal_weights: Annotated[Text, Blanks(("equal", "score"))]
    level_start: Annotated[Text, Blanks(("level", "score"))]
    overall: Annotated[Text, Blanks(("way", "mean"))]
    no_overall: Text
    marks: Annotated[Text, Blanks(("levels",))]
    target: Text
    lift_title: Text
    parts_title: Text
    halfway: Text
    part_way: Annotated[Text, Blanks(("share",))]


@dataclass(frozen=True, slots=True)
class ShownPriorities:
    """How far the priorities can be followed, and where each of them breaks."""

    score: Annotated[Text, Blanks(("score", "clear", "possible"))]
    weight: Annotated[Text, Blanks(("weight",))]
    clear: Text
    breaks: Annotated[Text, Blanks(("facet", "missing"))]
    others: Annotated[Text, Blanks(("facets",))]
    rule: Annotated[Text, Blanks(("rule",))]
    none: Text


@dataclass(frozen=True, slots=True)
class ShownMoney:
    """The first priority's points, what they would be by its weight, the index, and the marks."""

    first: Annotated[Text, Blanks(("points", "movable", "priority"))]
    stated: Annotated[Text, Blanks(("points",))]
    index: Annotated[Text, Blanks(("points", "movable", "index", "thing", "band"))]
    marks: Annotated[Text, Blanks(("thing",))]


@dataclass(frozen=True, slots=True)
class ShownTogether:
    """What answers to look at together are good for, and that there are none."""

    why: Text
    none: Text


@dataclass(frozen=True, slots=True)
class ShownCauses:
    """What hurts, what it points to, and the load."""

    symptom: Annotated[Text, Blanks(("symptom", "answer"))]
    points_to: Annotated[Text, Blanks(("causes",))]
    part: Annotated[Text, Blanks(("part", "likely"))]
    load: Annotated[Text, Blanks(("band",))]
    most_title: Text
    from_title: Text
    none: Text
    unanswered: Annotated[Text, Blanks(("lines",))]


@dataclass(frozen=True, slots=True)
class Efforts:
    """How long a move takes, from the shortest to the longest."""

    days: Text
    weeks: Text
    quarter: Text


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of the plan's columns."""

    by_30: Text
    by_60: Text
    by_90: Text
    later: Text


@dataclass(frozen=True, slots=True)
class Bases:
    """What a move rests on."""

    answer: Text
    evidence: Text
    contradiction: Text
    unknown: Text


@dataclass(frozen=True, slots=True)
class Boosts:
    """What speaks for a move."""

    critical: Text
    together: Text
    cause: Text


@dataclass(frozen=True, slots=True)
class ShownMoves:
    """Moves: how long, resting on what, worth how much, and why they stand where they stand."""

    efforts: Efforts
    columns: Columns
    bases: Bases
    boosts: Boosts
    basis: Annotated[Text, Blanks(("effort", "basis"))]
    to_do: Annotated[Text, Blanks(("move", "effort"))]
    distance: Annotated[Text, Blanks(("points",))]
    weight: Annotated[Text, Blanks(("share",))]
    boost: Annotated[Text, Blanks(("share", "boosts"))]
    no_boost: Text
    divided: Annotated[Text, Blanks(("effort", "number"))]
    undivided: Annotated[Text, Blanks(("effort",))]
    placed: Annotated[Text, Blanks(("column", "item"))]
    before: Annotated[Text, Blanks(("item",))]
    after: Annotated[Text, Blanks(("items",))]
    full: Annotated[Text, Blanks(("column",))]
    plan_title: Text
    empty_column: Text
    none: Text
    unanswered: Text


@dataclass(frozen=True, slots=True)
class Monday:
    """One small step for Monday, by what is open first: a link, the money, or nothing."""

    owner: Annotated[Text, Blanks(("priority",))]
    trigger: Annotated[Text, Blanks(("priority",))]
    review: Annotated[Text, Blanks(("priority",))]
    process: Annotated[Text, Blanks(("priority",))]
    money: Annotated[Text, Blanks(("priority", "thing"))]
    split: Text
    trace: Text
    keep: Annotated[Text, Blanks(("priority",))]


@dataclass(frozen=True, slots=True)
class ShownTrust:
    """How much was answered, what is open, and with whom nobody is compared."""

    area: Annotated[Text, Blanks(("area", "answered", "asked"))]
    coverage: Annotated[
        Text,
        Blanks(("areas", "unknown", "unknown_count", "not_applicable", "not_applicable_count")),
    ]
    not_believed: Annotated[Text, Blanks(("not_applicable", "count"))]
    open_trace: Annotated[Text, Blanks(("facet", "priority"))]
    matched: Annotated[Text, Blanks(("matched", "compared"))]
    no_comparison: Annotated[Text, Blanks(("least",))]
    equal_areas: Text
    find_out_one: Text
    find_out: Annotated[Text, Blanks(("count",))]
    alone_title: Text
    claims_title: Text


@dataclass(frozen=True, slots=True)
class ShownSteps:
    """The names of the steps behind a number that have no name elsewhere in the bank."""

    mean: Text
    lowest: Text
    level_top: Text
    pulled: Annotated[Text, Blanks(("way",))]
    answers: Text
    evidence: Text
    money: Text
    stated: Text
    spent: Text
    facet: Annotated[Text, Blanks(("facet",))]
    cap: Annotated[Text, Blanks(("why",))]
    no_answer: Text


@dataclass(frozen=True, slots=True)
class Shown:
    """Small numbers as words from none upwards, then one group for each block of the result."""

    counts: tuple[Text, ...]
    things: Things
    answers: ShownAnswers
    verdict: ShownVerdict
    areas: ShownAreas
    priorities: ShownPriorities
    money: ShownMoney
    together: ShownTogether
    causes: ShownCauses
    moves: ShownMoves
    monday: Monday
    trust: ShownTrust
    steps: ShownSteps
