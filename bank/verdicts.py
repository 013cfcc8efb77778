"""The bank's words for results: caps, contradiction rules, verdicts and their reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from bank.kinds import Between, Blanks, Code, OneOf, Score, Text

CAP_CODES = (
    "CRIT_0",
    "CRIT_1",
    "CRIT_MISSING",
    "EVIDENCE_THIN",
    "EVIDENCE",
    "UNVERIFIED",
    "WEAK_CAPABILITY",
)

RULE_CUTOFFS: dict[str, tuple[str, ...]] = {
    "K01": ("answer",),
    "K02": ("priorities",),
    "K03": ("answer", "process"),
    "K04": ("answer", "index"),
    "K05": ("priorities",),
    "K06": ("answer",),
    "K07": ("answer", "trigger"),
    "K08": ("answer", "review"),
    "K09": ("answer", "symptom"),
    "K10": ("answer", "symptom"),
    "K11": ("answer", "symptom"),
    "K12": ("answer", "symptom"),
    "K13": ("answer", "symptom"),
    "K14": ("answer", "ratio", "symptom"),
    "K15": ("answer", "symptom"),
    "K16": ("answer", "symptom"),
    "K17": ("answer", "symptom"),
    "K18": ("answer", "tried", "symptom"),
    "K19": ("answer", "symptom"),
    "K20": ("answer", "symptom"),
    "K21": ("answer", "unaligned"),
    "K22": ("answer", "initiatives"),
    "K23": ("gap",),
    "K24": ("share", "overall"),
    "K25": ("distance",),
    "K26": ("symptom",),
    "K27": ("answer", "stop"),
}
"""Each contradiction rule that the code knows, with the cut-offs its condition compares against."""

REASON_CODES = (
    "I1_dimension_not_scored",
    "I2_no_trace",
    "F1_dimension_below_documented",
    "F2_trace_below_50",
    "F3_top_priority_not_traceable",
    "F4_budget_far_from_priorities",
    "C1_dimension_below_managed",
    "C2_trace_below_75",
    "C3_top_priority_not_fully_clear",
    "C4_budget_unknown_or_apart",
    "C5_high_severity_contradiction",
    "C6_low_coverage",
    "C7_answer_pattern",
)

FLAG_CODES = ("SAME_ANSWER", "LONG_RUN", "CEILING", "FAST", "MANY_UNKNOWN")

CONFIDENCE_CAUSES: dict[str, tuple[str, ...]] = {
    "lower": ("no_trace", "thin"),
    "medium": ("one_priority", "partial_trace", "no_split", "hard_to_square", "far_apart"),
    "higher": (),
}
"""Each confidence word with what can be the cause of it, beside the flags for the first."""

VERDICT_CODES = ("not_enough_evidence", "fix_first", "proceed_with_conditions", "ready")


CapText = Annotated[Text, Blanks(("raw", "cap", "dimension", "item", "priority", "missing"))]
RuleText = Annotated[Text, Blanks(("p", "which"))]
ReasonText = Annotated[
    Text,
    Blanks(
        (
            "dimension",
            "score",
            "threshold",
            "priority",
            "missing",
            "which",
            "answers",
            "count",
            "flags",
            "share",
        )
    ),
]
StatementText = Annotated[
    Text, Blanks(("date", "answered", "asked", "compared", "matched"), all=True)
]


@dataclass(frozen=True, slots=True)
class Cap:
    """A limit on a dimension's score: its height, why it is there, and what lifts it.

    `why` is the reason in a few words, read after “a score is held when …”.
    """

    code: Annotated[str, OneOf(CAP_CODES)]
    cap: Score
    why: Text
    text: CapText
    lift: CapText


@dataclass(frozen=True, slots=True)
class Rule:
    """A contradiction rule's words and numbers; its condition lives in `scoring/contradictions`.

    `audience` is *everyone* or *consultant*; only the first needs a `screen` text. `words`
    holds phrases that the condition chooses between.
    """

    id: Annotated[str, OneOf(tuple(RULE_CUTOFFS))]
    severity: Annotated[str, OneOf(("high", "medium", "low"))]
    audience: Annotated[str, OneOf(("everyone", "consultant"))]
    items: tuple[Code, ...]
    screen: RuleText | None
    ask: RuleText
    cutoffs: Mapping[str, Annotated[float, Between(0, 100)]]
    words: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of the four verdicts on readiness for a new strategy."""

    code: Annotated[str, OneOf(VERDICT_CODES)]
    headline: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is what it is. `text` has blanks; `words` are phrases put into them."""

    code: Annotated[str, OneOf(REASON_CODES)]
    text: ReasonText
    words: Mapping[str, ReasonText]


@dataclass(frozen=True, slots=True)
class Flag:
    """A pattern of answers as a sentence, and as a cause, read after “because …”."""

    code: Annotated[str, OneOf(FLAG_CODES)]
    text: Text
    cause: Text


@dataclass(frozen=True, slots=True)
class Confidence:
    """One of three words for trust, the sentence with it, and what each cause of it is called.

    {causes} are those that hold, {areas} the areas with too few answers.
    """

    code: Annotated[str, OneOf(tuple(CONFIDENCE_CAUSES))]
    word: Text
    text: Annotated[Text, Blanks(("causes",))]
    causes: Mapping[str, Annotated[Text, Blanks(("areas",))]]
