"""The top of the brief: who answered and why now, the verdict and the reasons that decided it."""

from dataclasses import dataclass
from typing import Final

from discovery.brief import Brief
from report.call.limits import Limits
from report.call.style import CallLook, short
from report.charts.pen import Pen, height_of
from report.tagging.structure import Element

KICKER: Final = "BRIEF FOR THE CALL"
DOT: Final = 9.0
"""Points before a reason’s first letter."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Whose brief it is, what was typed as priorities, headline and reasons. `whom` is a name."""

    brief: Brief
    whom: str
    limits: Limits
    style: CallLook
    element: Element

    def height(self, width: float) -> float:
        """Down to the last reason."""
        style, limits = self.style, self.limits
        return (
            10
            + height_of(self._who(), style.body, width, limits.who)
            + height_of(self._priorities(), style.body, width, limits.who)
            + 4
            + height_of(self.brief.verdict.headline, style.title, width, 2)
            + 1
            + height_of(self.brief.verdict.text, style.body, width, 2)
            + sum(self._reason_height(text, width) for text in self._reasons())
        )

    def draw(self, pen: Pen, width: float) -> None:
        """From the kicker down."""
        canvas, style, limits, here = pen.canvas, self.style, self.limits, self.element
        with canvas.content(here.add("P")):
            x = 12 + pen.text(0, 7.5, KICKER, style.look.kicker)
        if self.whom:
            with canvas.content(here.add("P")):
                pen.text(x, 7.5, self.whom, style.strong.but(direction="name"), width - x)
        y = 10.0
        with canvas.content(here.add("P")):
            y = pen.block(0, y, self._who(), style.body, width, limits.who)
        with canvas.content(here.add("P")):
            y = pen.block(0, y, self._priorities(), style.body, width, limits.who)
        with canvas.content(here.add("H1")):
            y = pen.block(0, y + 4, self.brief.verdict.headline, style.title, width, 2)
        with canvas.content(here.add("P")):
            y = pen.block(0, y + 1, self.brief.verdict.text, style.body, width, 2)
        self._draw_reasons(pen, y, width)

    def _draw_reasons(self, pen: Pen, y: float, width: float) -> None:
        canvas, style = pen.canvas, self.style
        reasons = self._reasons()
        listed = self.element.add("L", numbering="Disc") if reasons else None
        for text in reasons:
            assert listed is not None
            item = listed.add("LI")
            with canvas.content(item.add("Lbl")):
                dot = style.body.but(colour=style.look.colours.accent)
                pen.text(0, y + style.body.leading - 2.1, "•", dot)
            with canvas.content(item.add("LBody")):
                y = pen.block(DOT, y, text, style.body, width - DOT, self.limits.reason)

    def _who(self) -> str:
        return short(self.brief.who.line)

    def _priorities(self) -> str:
        return " · ".join(short(text) for text in self.brief.who.priorities)

    def _reasons(self) -> list[str]:
        """As many of the reasons as there is room for, and how many more there are."""
        texts = [short(entry.text) for entry in self.brief.verdict.reasons]
        if len(texts) <= self.limits.reasons:
            return texts
        shown = self.limits.reasons - 1
        return [*texts[:shown], f"And {len(texts) - shown} more reasons, in the workspace."]

    def _reason_height(self, text: str, width: float) -> float:
        return height_of(text, self.style.body, width - DOT, self.limits.reason)
