"""The bank's words for the call: brief, run sheet, ratings, recap, and consent to share."""

from dataclasses import dataclass
from typing import Annotated

from bank.kinds import Between, OneOf, Text, Version

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

    answers: Text
    critical: Text
    critical_missing: Text
    trace: Text
    budget: Text
    unverified: Text
    weak_capability: Text


@dataclass(frozen=True, slots=True)
class BriefReasons:
    """Why a question is asked on this call: what its move rests on, and what speaks for it."""

    answer: Text
    evidence: Text
    contradiction: Text
    unknown: Text
    critical: Text
    together: Text
    cause: Text


@dataclass(frozen=True, slots=True)
class BriefWords:
    """The sentences of the brief that the result does not have; the rest it repeats."""

    headings: BriefHeadings
    holds: BriefHolds
    reasons: BriefReasons
    voice: Text
    team: Text
    growth: Text
    new_strategy: Text
    considering: Text
    not_considering: Text
    who_not_told: Text
    priority: Text
    no_priorities: Text
    not_scored: Text
    provisional: Text
    index: Text
    money: Text
    time: Text
    other: Text
    fixed: Text
    prompt: Text
    no_together: Text
    symptom: Text
    outside: Text
    nothing_hurts: Text
    blamed: Text
    nothing_blamed: Text
    tried: Text
    nothing_tried: Text
    load: Text
    projects: Text
    load_not_told: Text
    no_questions: Text
    coverage: Text
    compared: Text
    ahead: Text
    behind: Text
    unknown: Text


@dataclass(frozen=True, slots=True)
class CallPart:
    """One part of the half hour. `say` may name the {priority}; `otherwise` is said without one.

    `leave` is what to have when the part ends, `mind` what not to forget.
    """

    id: Annotated[str, OneOf(CALL_PARTS)]
    title: Text
    minutes: Annotated[int, Between(1, 60)]
    say: tuple[Text, ...]
    otherwise: tuple[Text, ...]
    leave: Text
    mind: Text | None


@dataclass(frozen=True, slots=True)
class RatingWords:
    """Words for confirming or revising the five answers that the trace can be held against."""

    prompt: Text
    proof: Text
    revised: Text
    first: Text
    moves: Text
    stays: Text
    hidden: Text
    level: Text
    held: Text
    verdict: Text
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

    title: Text
    goal: Text
    saw: Text
    move: Text
    step: Text
    owner: Text
    due: Text
    close: Text


@dataclass(frozen=True, slots=True)
class WatchWords:
    """What is said about questions once enough people have answered them."""

    missing: Text
    missing_ratings: Text
    one_option: Text
    dead_option: Text
    unknown: Text


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
    note: Text
    priority: Text
    part: Text
    points: Text
    rank: Text
    owner: Text
    rule_result: Text
    rule_date: Text
    rule_person: Text
    rule_action: Text
    basis: Text
    basis_money: Text
    basis_time: Text
    split_known: Text
    share: Text
    seconds: Text


@dataclass(frozen=True, slots=True)
class SharingSection:
    """Consent to share, and the preview of what is sent.

    `version` goes up with every change of a word in `consent`, `agree` or `marketing`, because it
    is stored with the consent. {firm} is the consultancy, {months} how long it keeps what it got.
    """

    version: Version
    consent: tuple[Text, ...]
    agree: Text
    marketing: Text
    labels: SharingLabels
