"""The bank's other questions as types: trace, budget, symptoms, load and profile."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from bank.kinds import Between, Blanks, Code, OneOf, Positive, Reference, Share, Text

Facet = Annotated[str, OneOf(("process", "owner", "review", "trigger"))]

NO_INDEX_CODES = (
    "no_priorities",
    "split_not_known",
    "split_incomplete",
    "no_budget",
    "does_not_add_up",
    "nothing_movable",
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A code that the software uses and the words a person reads for it."""

    code: Code
    text: Text


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of a number line: it holds from `start` up to the next band's start."""

    id: Code
    start: Annotated[float, Between(0, 100)]
    text: Text


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a trace part, with what it is worth between 0 and 1."""

    code: Code
    text: Text
    value: Share


@dataclass(frozen=True, slots=True)
class TracePart:
    """One question asked about each priority. Two parts can make one facet."""

    id: Annotated[
        str, OneOf(("process", "owner", "review_form", "review_cadence", "threshold", "action"))
    ]
    facet: Facet
    question: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FacetWords:
    """A facet of the trace in words: its name, what clear looks like, what missing is called."""

    id: Facet
    name: Text
    clear: Text
    missing: Text


@dataclass(frozen=True, slots=True)
class TraceSection:
    """The priority trace: how priorities are named and weighed, and the questions put to each.

    `sentence` is the trigger rule with its four blanks {result}, {date}, {person}, {action}.
    `group_words` make an owner label read like a group; `group_question` is then asked once.
    """

    prompt: Text
    share: Text
    rank: Text
    most: Annotated[int, Between(1, 5)]
    name_length: Annotated[int, Between(10, 200)]
    owner_label: Text
    group_words: tuple[Text, ...]
    group_question: Text
    sentence_prompt: Text
    sentence: Annotated[Text, Blanks(("result", "date", "person", "action"), all=True)]
    parts: tuple[TracePart, ...]
    facets: tuple[FacetWords, ...]


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """An item that claims something, the evidence beside it, and the words for a difference."""

    evidence: Annotated[str, OneOf(("owner", "process", "budget", "review", "trigger"))]
    item: Code
    name: Text
    ahead: Text
    behind: Text


@dataclass(frozen=True, slots=True)
class NoIndex:
    """Why the split cannot be compared: as a heading, and with what to do about it.

    {thing} is what is split, money or time.
    """

    code: Annotated[str, OneOf(NO_INDEX_CODES)]
    headline: Annotated[Text, Blanks(("thing",))]
    text: Text


@dataclass(frozen=True, slots=True)
class BudgetSection:
    """The budget split: `reasons` why no index is shown, `notes` what to bear in mind with one."""

    prompt: Text
    prompt_time: Text
    fixed: Text
    other: Text
    unknown: Text
    use_time: Text
    bands: tuple[Band, ...]
    reasons: tuple[NoIndex, ...]
    notes: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Symptom:
    """Something that hurts, and how far each cause could explain it; the shares add up to 1."""

    id: Code
    meaning: Text
    text: Text
    sources: tuple[Reference, ...]
    causes: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class SymptomSection:
    """The symptom checklist. `answers` run from 0 (not at all) upwards."""

    prompt: Text
    answers: tuple[Text, ...]
    checklist: tuple[Symptom, ...]


@dataclass(frozen=True, slots=True)
class CauseSection:
    """Words for likely causes: the outside cause, how likely, the limits printed beside them.

    `shares` are the words for how much of what hurts may come from one area.
    """

    outside: Code
    outside_name: Text
    outside_text: Text
    limits: Text
    words: tuple[Band, ...]
    shares: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class LoadSection:
    """Words for the complexity-capacity ratio."""

    bands: tuple[Band, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class Ratio:
    """One answer of the change grid and the growth it stands for (1 = unchanged)."""

    code: Code
    text: Text
    ratio: Positive


@dataclass(frozen=True, slots=True)
class ProfileField:
    """One question of the profile. `early` ones are asked before the items."""

    id: Code
    kind: Annotated[str, OneOf(("text", "count", "yes_no", "choice", "several"))]
    question: Text
    early: bool
    choices: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile's questions and the grid of what has grown in two years."""

    fields: tuple[ProfileField, ...]
    change_prompt: Text
    change_rows: tuple[Saying, ...]
    change_choices: tuple[Ratio, ...]
