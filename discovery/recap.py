"""The recap: what was said on the call, to be sent afterwards by a person and by nobody else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bank.model import Bank
from discovery.said import day_in_words, one_line
from scoring.wording import fill


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something to be done: what, by whom (initials or a role), by which day."""

    text: str = ""
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Recap:
    """The summary in blocks, each of one or more lines; what was left empty is not in it."""

    title: str
    blocks: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The whole as plain text to paste, blocks apart by an empty line."""
        return "\n\n".join((self.title, *("\n".join(block) for block in self.blocks))) + "\n"


def make_recap(
    bank: Bank, *, on: date, goal: str, saw: Sequence[str], move: Agreed, step: Agreed
) -> Recap:
    """Their goal in their words, what both saw, the one move, and the next step.

    `on` is the day of the call. Typed text is kept as it is, each piece on one line.
    """
    words = bank.call.recap
    seen = [f"- {line}" for line in map(one_line, saw) if line]
    wanted = one_line(goal)
    blocks = (
        (fill(words.goal, {"goal": wanted}),) if wanted else (),
        (words.saw, *seen) if seen else (),
        tuple(_agreed(bank, "move", move)),
        tuple(_agreed(bank, "step", step)),
        (words.close,),
    )
    title = fill(words.title, {"date": day_in_words(on)})
    return Recap(title, tuple(block for block in blocks if block))


def _agreed(bank: Bank, kind: str, agreed: Agreed) -> Iterator[str]:
    words, text, owner = bank.call.recap, one_line(agreed.text), one_line(agreed.owner)
    if not text:
        return
    template: str = getattr(words, kind)
    yield fill(template, {kind: text})
    if owner:
        yield fill(words.owner, {"owner": owner})
    if agreed.due:
        yield fill(words.due, {"date": day_in_words(agreed.due)})
