"""The question bank as types: items, the scale they are answered on, and what they make up.

`questions.yaml` is read into these classes once; afterwards there are no dictionaries to look
things up in. A key in the file, a field here and a heading on the page share one name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from bank.calls import CallSection, SharingSection
from bank.explained import Explained
from bank.headlines import Headlines
from bank.kinds import (
    AnswerLevel,
    Between,
    Code,
    Effort,
    Method,
    OneOf,
    Positive,
    Reference,
    Score,
    Text,
    Version,
)
from bank.numbers import Numbers
from bank.sections import (
    BudgetSection,
    CauseSection,
    ClaimPair,
    LoadSection,
    Profile,
    Saying,
    SymptomSection,
    TraceSection,
)
from bank.shown import Shown
from bank.verdicts import Cap, Confidence, Flag, Reason, Rule, StatementText, Verdict

NotApplicableRule = Annotated[
    str,
    OneOf(("alone_without_vendors", "no_vendors", "few_tools", "nothing_added", "no_clear_miss")),
]


@dataclass(frozen=True, slots=True)
class About:
    """Which bank this is. `version` is the wording's, `model` the scoring method's."""

    id: Code
    version: Version
    model: Method
    title: Text
    language: Code


@dataclass(frozen=True, slots=True)
class Scale:
    """How any item is answered: the instruction, the two escapes, what frequency words mean."""

    instruction: Text
    unknown: Text
    not_applicable: Text
    skipped: Text
    words: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One of five levels. A score from `start` reaches it; `top` is the most it may show.

    `descriptions` holds one sentence for each dimension id.
    """

    level: Annotated[int, Between(1, 5)]
    name: Text
    start: Score
    top: Score
    descriptions: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Dimension:
    """Ownership, Resourcing or Review. `critical` names the item that can cap it."""

    id: Code
    name: Text
    question: Text
    critical: Code


@dataclass(frozen=True, slots=True)
class Capability:
    """Two items that make up one part of a dimension, with its `weight` in that dimension."""

    id: Code
    dimension: Code
    name: Text
    question: Text
    weight: Positive


@dataclass(frozen=True, slots=True)
class Option:
    """One answer offered: its level (0-4), the sentence on screen, and what would show it."""

    level: AnswerLevel
    text: Text
    evidence: Text


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """When *Does not apply* is offered: `rule` names the condition in code, `text` says it."""

    rule: NotApplicableRule
    text: Text


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `weight` counts in its capability; `effort` is 1 days, 2 weeks, 3 a quarter.

    `needs` lists items whose moves come first when they are open as well. `ask` is the
    consultant's question when the answer is low, `first_move` what to do about it.
    """

    id: Code
    capability: Code
    meaning: Text
    weight: Positive
    effort: Effort
    needs: tuple[Code, ...]
    na: NotApplicable | None
    sources: tuple[Reference, ...]
    stem: Text
    options: tuple[Option, ...]
    ask: Text
    first_move: Text


@dataclass(frozen=True, slots=True)
class Judgements:
    """Whose judgement the numbers are that stand beside items, levels, choices, caps and rules."""

    dimension_weights: Text
    capability_weights: Text
    item_weights: Text
    efforts: Text
    levels: Text
    caps: Text
    trace_values: Text
    budget_bands: Text
    load_bands: Text
    change_ratios: Text
    cause_table: Text
    cause_words: Text
    rules: Text


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact or an idea comes from, and what it was used for."""

    id: Code
    name: Text
    says: Text
    used_for: Text


@dataclass(frozen=True, slots=True)
class Released:
    """A published id with its meaning then; `retired` names the version that dropped it."""

    id: Code
    since: Version
    meaning: Text
    retired: Version | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Bank:
    """The whole bank, compared by identity because there is one of it per file.

    `notes` maps the path of a number (`numbers.coverage.scored`) to whose judgement it is;
    `sha256` is the digest of the file's bytes. Both are filled by the reader, not written in
    the file.
    """

    about: About
    scale: Scale
    levels: tuple[Level, ...]
    dimensions: tuple[Dimension, ...]
    capabilities: tuple[Capability, ...]
    items: tuple[Item, ...]
    claims: tuple[ClaimPair, ...]
    trace: TraceSection
    budget: BudgetSection
    symptoms: SymptomSection
    causes: CauseSection
    load: LoadSection
    profile: Profile
    caps: tuple[Cap, ...]
    rules: tuple[Rule, ...]
    verdicts: tuple[Verdict, ...]
    reasons: tuple[Reason, ...]
    flags: tuple[Flag, ...]
    confidence: tuple[Confidence, ...]
    statement: StatementText
    headlines: Headlines
    shown: Shown
    explained: Explained
    call: CallSection
    sharing: SharingSection
    judgements: Judgements
    numbers: Numbers
    sources: tuple[Source, ...]
    released: tuple[Released, ...]
    notes: Mapping[str, str]
    sha256: str

    def __repr__(self) -> str:
        return f"Bank({self.about.id} {self.about.version}, sha256 {self.sha256[:12]})"

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        """Items by id, in bank order."""
        return {item.id: item for item in self.items}

    @cached_property
    def capability_by_id(self) -> Mapping[str, Capability]:
        """Capabilities by id, in bank order."""
        return {capability.id: capability for capability in self.capabilities}

    @cached_property
    def dimension_by_id(self) -> Mapping[str, Dimension]:
        """Dimensions by id, in bank order."""
        return {dimension.id: dimension for dimension in self.dimensions}
