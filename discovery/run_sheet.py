"""The half hour as a run sheet: what to say in each part, with the priority's name filled in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bank.calls import CallPart
from discovery.brief.findings import Together, look
from discovery.brief.questions import CallQuestion, three_questions
from scoring.scorecard import Scorecard
from scoring.wording import fill

MOST_TOGETHER: Final = 2
"""How many sets of answers fit into their part of the call."""


@dataclass(frozen=True, slots=True)
class RunPart:
    """One part, from minute `start` to minute `end`.

    `say` is said or asked, `ask` holds questions that belong to this respondent's answers, `offer`
    moves to have at hand; `leave` is what to have when the part ends, `mind` what not to forget.
    """

    id: str
    title: str
    start: int
    end: int
    say: tuple[str, ...]
    ask: tuple[str, ...]
    offer: tuple[str, ...]
    leave: str
    mind: str | None


@dataclass(frozen=True, slots=True)
class RunSheet:
    """What to do `before`, the parts in order, and how long they take together, in minutes."""

    before: str
    parts: tuple[RunPart, ...]
    minutes: int
    priority: str | None

    def at(self, minute: float) -> RunPart:
        """The part that runs at `minute` of the call; after the end it is the last one."""
        return next((part for part in self.parts if minute < part.end), self.parts[-1])


def make_run_sheet(card: Scorecard, walked: int | None = None) -> RunSheet:
    """The run sheet for `card`; `walked` is the place of the priority to follow.

    Without it the heaviest one is followed. Raises `IndexError` for a place that has no priority.
    """
    names = [entry.name for entry in card.trace.priorities]
    if walked is not None and not 0 <= walked < len(names):
        raise IndexError(f"There is no priority at place {walked}; there are {len(names)}.")
    place = card.trace.top if walked is None else walked
    priority = None if place is None else names[place]
    found = look(card)[:MOST_TOGETHER]
    questions = three_questions(card)
    parts, start = [], 0
    for part in card.bank.call.parts:
        parts.append(_part(part, start, priority, found, questions))
        start += part.minutes
    return RunSheet(card.bank.call.before, tuple(parts), start, priority)


def _part(
    part: CallPart,
    start: int,
    priority: str | None,
    found: Sequence[Together],
    questions: Sequence[CallQuestion],
) -> RunPart:
    missing = {"priority": priority is None, "together": not found}
    ask = {"together": [one.ask for one in found], "move": [one.ask for one in questions]}
    say = part.otherwise if missing.get(part.id) else part.say
    return RunPart(
        id=part.id,
        title=part.title,
        start=start,
        end=start + part.minutes,
        say=tuple(fill(text, {"priority": priority or ""}) for text in say),
        ask=tuple(ask.get(part.id, ())),
        offer=tuple(one.move for one in questions) if part.id == "move" else (),
        leave=part.leave,
        mind=part.mind,
    )
