"""The top of the first page: the verdict as a headline, whose it is, and the reasons."""

from dataclasses import dataclass
from typing import Final

from report.charts.pen import Pen, height_of
from report.look import Look
from report.tagging.structure import Element
from scoring.scorecard import Scorecard
from scoring.words.filling import count
from scoring.words.headlines import trust_headline, verdict_headline
from scoring.words.verdict import first_reasons, verdict_text

KICKER: Final = "MARKETING EXECUTION SCORECARD"
MOST_REASONS: Final = 4
MOST_LINES: Final = 2
"""Lines of one reason."""
DOT: Final = 11.0
"""Points before a reason's first letter."""


@dataclass(frozen=True, slots=True)
class Top:
    """The verdict, what it rests on, and its reasons; the rest is said to be further in."""

    card: Scorecard
    look: Look
    element: Element

    def height(self, width: float) -> float:
        """Down to the last reason."""
        look = self.look
        reasons = sum(self._reason_height(text, width) for text in self._reasons())
        return (
            14
            + height_of(verdict_headline(self.card), look.title, width, 3)
            + 6
            + look.small.leading
            + 8
            + height_of(self._lead(), look.lead, width, 2)
            + 3
            + reasons
        )

    def draw(self, pen: Pen, width: float) -> None:
        """Kicker, headline, whose result it is, the verdict's text, its reasons."""
        canvas, look, here = pen.canvas, self.look, self.element
        with canvas.content(here.add("P")):
            pen.text(0, 7.5, KICKER, look.kicker)
        with canvas.content(here.add("H1")):
            y = pen.block(0, 14, verdict_headline(self.card), look.title, width, 3)
        y += 6 + look.small.leading
        with canvas.content(here.add("P")):
            pen.text(0, y - 2, _whose(self.card), look.small, width)
        with canvas.content(here.add("P")):
            y = pen.block(0, y + 8, self._lead(), look.lead, width, 2)
        self._draw_reasons(pen, y + 3, width)

    def _draw_reasons(self, pen: Pen, y: float, width: float) -> None:
        canvas, look = pen.canvas, self.look
        reasons = self._reasons()
        listed = self.element.add("L", numbering="Disc") if reasons else None
        for text in reasons:
            assert listed is not None
            item = listed.add("LI")
            with canvas.content(item.add("Lbl")):
                pen.text(
                    0, y + look.body.leading - 2.4, "•", look.body.but(colour=look.colours.accent)
                )
            with canvas.content(item.add("LBody")):
                y = pen.block(DOT, y, text, look.body, width - DOT, MOST_LINES)

    def _lead(self) -> str:
        return verdict_text(self.card)

    def _reasons(self) -> list[str]:
        """The reasons of the tier that decides, and how many more there are."""
        texts, shown = list(first_reasons(self.card)), reasons_shown(self.card)
        more = len(texts) - shown
        if not more:
            return texts
        return [
            *texts[:shown],
            f"And {count(self.card.bank, more)} more reasons, on the next pages.",
        ]

    def _reason_height(self, text: str, width: float) -> float:
        return height_of(text, self.look.body, width - DOT, MOST_LINES)


def reasons_shown(card: Scorecard) -> int:
    """How many of the verdict's reasons the first page says in full."""
    reasons = len(first_reasons(card))
    return reasons if reasons <= MOST_REASONS else MOST_REASONS - 1


def _whose(card: Scorecard) -> str:
    """The respondent's role and company as far as they were told, and how much was answered."""
    fields = {field.id: field for field in card.bank.profile.fields}
    told = []
    for name in ("role", "sector", "company_size"):
        code = getattr(card.assessment.profile, name)
        chosen = (choice.text for choice in fields[name].choices if choice.code == code)
        text = next(chosen, None)
        if text:
            told.append(f"{text} people" if name == "company_size" else text)
    return " · ".join([*told, trust_headline(card)])
