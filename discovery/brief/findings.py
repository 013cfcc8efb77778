"""Parts 6 to 8 of the brief: answers to look at together, what hurts, what was tried."""

from dataclasses import dataclass
from typing import Final

from discovery.said import answer_text, chosen, whole_points
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.wording import fill, look_together

MOST_TOGETHER: Final = 3
MOST_SYMPTOMS: Final = 4


@dataclass(frozen=True, slots=True)
class Together:
    """Answers to look at together: the rule's code, what the result says, and what to ask.

    `answers` are the chosen lines of the items that the rule names, with their ids.
    """

    code: str
    severity: str
    text: str
    ask: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LikelyCause:
    """A capability that may be behind what hurts, and the word for how likely."""

    capability: str
    name: str
    word: str


@dataclass(frozen=True, slots=True)
class Hurts:
    """The strongest symptoms, the three likeliest capabilities, and the points outside (of 100)."""

    symptoms: tuple[str, ...]
    causes: tuple[LikelyCause, ...]
    outside: int | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """What was blamed and what was tried, each as one sentence."""

    blamed: str
    tried: str


def look(card: Scorecard) -> tuple[Together, ...]:
    """At most three, high severity first; prompts that only a consultant sees are among them."""
    items = {rule.id: rule.items for rule in card.bank.rules}
    given = card.assessment.answers
    return tuple(
        Together(
            code=entry.code,
            severity=entry.severity,
            text=entry.screen or card.bank.call.brief.prompt,
            ask=entry.ask,
            answers=tuple(
                (item, answer_text(card.bank, item, given[item]))
                for item in items[entry.code]
                if item in given
            ),
        )
        for entry in look_together(card)[:MOST_TOGETHER]
    )


def what_hurts(card: Scorecard) -> Hurts:
    """Symptoms by how often they are seen, and what they may come from."""
    words, causes = card.bank.call.brief, card.causes
    given, answers = card.assessment.symptoms, card.bank.symptoms.answers
    present = [entry for entry in card.bank.symptoms.checklist if given.get(entry.id)]
    strongest = sorted(present, key=lambda entry: -given[entry.id])[:MOST_SYMPTOMS]
    if causes.outside is None:
        return Hurts((), (), None, (words.nothing_hurts,))
    likely = {entry.cause: entry.word for entry in causes.ranked}
    return Hurts(
        symptoms=tuple(
            fill(words.symptom, {"symptom": entry.text, "answer": answers[given[entry.id]]})
            for entry in strongest
        ),
        causes=tuple(
            LikelyCause(cause, card.bank.capability_by_id[cause].name, likely[cause])
            for cause in causes.top
        ),
        outside=half_up_whole(100 * causes.outside),
        lines=(fill(words.outside, {"points": whole_points(causes.outside)}),),
    )


def tried(card: Scorecard) -> Tried:
    """The respondent's own answers, one sentence each."""
    words, profile = card.bank.call.brief, card.assessment.profile
    blamed = "; ".join(chosen(card.bank, "blamed", code) for code in profile.blamed)
    done = "; ".join(chosen(card.bank, "tried", code) for code in profile.tried)
    return Tried(
        fill(words.blamed, {"answers": blamed}) if blamed else words.nothing_blamed,
        fill(words.tried, {"answers": done}) if done else words.nothing_tried,
    )
