"""The steps behind a number as a nested list."""

from scoring.scorecard import Scorecard
from scoring.words.steps import DEEPEST, Step
from scoring.words.steps import steps as steps_of
from ui.escape import escape


def steps(card: Scorecard, number: str, deepest: int = DEEPEST) -> str:
    """Everything below `number` as a Markdown list, `deepest` steps down at most."""
    return "\n".join(_line(step) for step in steps_of(card, number, deepest))


def _line(step: Step) -> str:
    """One step: its points, its name, what it weighs, and whether it decides."""
    points = "" if step.points is None else f"**{step.points}** · "
    counts = "" if step.counts is None else f" (counts {step.counts} %)"
    decides = " ← this decides" if step.decides else ""
    return f"{'    ' * step.depth}- {points}{escape(step.text)}{counts}{decides}"
