"""The bank's words for the call: brief, run sheet, ratings, recap, and consent to share."""

from dataclasses import dataclass
from typing import Annotated

from bank.kinds import Between, Blanks, OneOf, Text, Version

CALL_PARTS = ("frame", "words", "priority", "together", "cause", "move", "close")
"""The parts of a call in the order in which they come."""

OUTCOME_CODES = ("self_serve", "review_agreed", "follow_up", "refer_elsewhere", "not_now")


@dataclass(frozen=True, slots=True)
class BriefHeadings:
    """What stands above each part of the brief."""

    who: Text
    verdict: Text
    scores: Text
    trace: Text
    money: Text
    together: Text
    hurts: Text
    tried: Text
    load: Text
    questions: Text
    trust: Text
    notes: Text


@dataclass(frozen=True, slots=True)
class BriefHolds:
    """What holds a score, in a few words: its answers, or one of the caps."""

    answers: Annotated[Text, Blanks(("capability",), all=True)]
    critical: Text
    critical_missing: Text
    trace: Text
    budget: Text
    unverified: Text
    weak_capability: Text


@dataclass(frozen=True, slots=True)
class BriefReasons:
    """Why a question is asked on this call: what its move rests on, and what speaks for it."""

    answer: Annotated[Text, Blanks(("answer",), all=True)]
    evidence: Annotated[Text, Blanks(("answer",), all=True)]
    contradiction: Annotated[Text, Blanks(("answer",), all=True)]
    unknown: Annotated[Text, Blanks(("answer",), all=True)]
    critical: Annotated[Text, Blanks(("dimension",), all=True)]
    together: Text
    cause: Text


@dataclass(frozen=True, slots=True)
class BriefWords:
    """The sentences of the brief that the result does not have; the rest it repeats."""

    headings: BriefHeadings
    holds: BriefHolds
    reasons: BriefReasons
    voice: Text
    team: Annotated[Text, Blanks(("count",), all=True)]
    growth: Annotated[Text, Blanks(("answer",), all=True)]
    new_strategy: Text
    considering: Text
    not_considering: Text
    who_not_told: Text
    priority: Annotated[Text, Blanks(("priority", "points"), all=True)]
    no_priorities: Text
    not_scored: Annotated[Text, Blanks(("answered", "asked"), all=True)]
    provisional: Annotated[Text, Blanks(("answered", "asked"), all=True)]
    index: Annotated[Text, Blanks(("thing", "band", "points"), all=True)]
    money: Text
    time: Text
    other: Annotated[Text, Blanks(("points",), all=True)]
    fixed: Annotated[Text, Blanks(("points",), all=True)]
    prompt: Text
    no_together: Text
    symptom: Annotated[Text, Blanks(("symptom", "answer"), all=True)]
    outside: Annotated[Text, Blanks(("points",), all=True)]
    nothing_hurts: Text
    blamed: Annotated[Text, Blanks(("answers",), all=True)]
    nothing_blamed: Text
    tried: Annotated[Text, Blanks(("answers",), all=True)]
    nothing_tried: Text
    load: Annotated[Text, Blanks(("band",), all=True)]
    projects: Annotated[Text, Blanks(("count", "team"), all=True)]
    load_not_told: Text
    no_questions: Text
    coverage: Annotated[Text, Blanks(("answered", "asked"), all=True)]
    compared: Annotated[Text, Blanks(("compared", "matched"), all=True)]
    ahead: Annotated[Text, Blanks(("answers",), all=True)]
    behind: Annotated[Text, Blanks(("answers",), all=True)]
    unknown: Annotated[Text, Blanks(("answers",), all=True)]


@dataclass(frozen=True, slots=True)
class CallPart:
    """One part of the half hour. `say` may name the {priority}; `otherwise` is said without one.

    `leave` is what to have when the part ends, `mind` what not to forget.
    """

    id: Annotated[str, OneOf(CALL_PARTS)]
    title: Text
    minutes: Annotated[int, Between(1, 60)]
    say: tuple[Annotated[Text, Blanks(("priority",))], ...]
    otherwise: tuple[Text, ...]
    leave: Text
    mind: Text | None


@dataclass(frozen=True, slots=True)
class RatingWords:
    """Words for confirming or revising the five answers that the trace can be held against."""

    prompt: Text
    proof: Text
    revised: Annotated[Text, Blanks(("item", "claimed", "confirmed"), all=True)]
    first: Annotated[Text, Blanks(("item", "confirmed"), all=True)]
    moves: Annotated[Text, Blanks(("name", "before", "after"), all=True)]
    stays: Annotated[Text, Blanks(("name", "after"), all=True)]
    hidden: Annotated[Text, Blanks(("before", "raw", "holds"), all=True)]
    level: Annotated[Text, Blanks(("before", "after"), all=True)]
    held: Annotated[Text, Blanks(("holds",), all=True)]
    verdict: Annotated[Text, Blanks(("before", "after"), all=True)]
    overall: Text
    no_score: Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way in which a call can end."""

    code: Annotated[str, OneOf(OUTCOME_CODES)]
    text: Text


@dataclass(frozen=True, slots=True)
class RecapWords:
    """The summary after the call, line by line; a line with nothing to fill it is left out."""

    title: Annotated[Text, Blanks(("date",), all=True)]
    goal: Annotated[Text, Blanks(("goal",), all=True)]
    saw: Text
    move: Annotated[Text, Blanks(("move",), all=True)]
    step: Annotated[Text, Blanks(("step",), all=True)]
    owner: Annotated[Text, Blanks(("owner",), all=True)]
    due: Annotated[Text, Blanks(("date",), all=True)]
    close: Text


@dataclass(frozen=True, slots=True)
class WatchWords:
    """What is said about questions once enough people have answered them."""

    missing: Annotated[Text, Blanks(("enough", "count"), all=True)]
    missing_ratings: Annotated[Text, Blanks(("enough", "count"), all=True)]
    one_option: Annotated[Text, Blanks(("option", "share"), all=True)]
    dead_option: Annotated[Text, Blanks(("option", "share"), all=True)]
    unknown: Annotated[Text, Blanks(("share",), all=True)]


@dataclass(frozen=True, slots=True)
class CallSection:
    """Everything a consultant reads before, during and after a call."""

    brief: BriefWords
    before: Text
    parts: tuple[CallPart, ...]
    ratings: RatingWords
    outcomes: tuple[Outcome, ...]
    recap: RecapWords
    questions: WatchWords


@dataclass(frozen=True, slots=True)
class SharingLabels:
    """What each thing in the preview is called, where the bank has no other words for it."""

    sent: Text
    not_sent: Text
    said_yes: Text
    said_no: Text
    left_open: Text
    format: Text
    bank: Text
    version: Text
    digest: Text
    notes: Text
    owners: Text
    contact_name: Text
    contact_email: Text
    contact_company: Text
    note: Annotated[Text, Blanks(("item",), all=True)]
    priority: Annotated[Text, Blanks(("count",), all=True)]
    part: Annotated[Text, Blanks(("priority", "question"), all=True)]
    points: Annotated[Text, Blanks(("priority",), all=True)]
    rank: Annotated[Text, Blanks(("priority",), all=True)]
    owner: Annotated[Text, Blanks(("priority",), all=True)]
    rule_result: Annotated[Text, Blanks(("priority",), all=True)]
    rule_date: Annotated[Text, Blanks(("priority",), all=True)]
    rule_person: Annotated[Text, Blanks(("priority",), all=True)]
    rule_action: Annotated[Text, Blanks(("priority",), all=True)]
    basis: Text
    basis_money: Text
    basis_time: Text
    split_known: Text
    share: Annotated[Text, Blanks(("priority",), all=True)]
    seconds: Text


@dataclass(frozen=True, slots=True)
class SharingSection:
    """Consent to share, and the preview of what is sent.

    `version` goes up with every change of a word in `consent`, `agree` or `marketing`, because it
    is stored with the consent. {firm} is the consultancy, {months} how long it keeps what it got.
    """

    version: Version
    consent: tuple[Annotated[Text, Blanks(("firm", "months"))], ...]
    agree: Annotated[Text, Blanks(("firm",), all=True)]
    marketing: Annotated[Text, Blanks(("firm",), all=True)]
    labels: SharingLabels
