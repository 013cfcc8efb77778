"""The middle of the brief: answers to look at together, what hurts, what was tried, the load."""

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from discovery.brief import Brief
from discovery.brief.findings import Together
from report.call.limits import Limits
from report.call.style import CallLook, short
from report.charts.pen import Pen, height_of
from report.tagging.structure import Element

HEAD, GUTTER, AFTER = 11.0, 18.0, 2.0
"""Points: a heading, the space between the columns, the space after an entry."""
CODE: Final = 22.0
"""Points for the code before an entry."""
DOT: Final = 9.0


@dataclass(frozen=True, slots=True)
class Findings:
    """Two columns: findings with their questions, symptoms with what they may come from."""

    brief: Brief
    limits: Limits
    style: CallLook
    element: Element

    def height(self, width: float) -> float:
        """The longer column."""
        column = (width - GUTTER) / 2
        hurts = self._hurts_height(self._symptoms(column), column)
        return max(self._together_height(column), hurts)

    def draw(self, pen: Pen, width: float) -> None:
        """The left column, then the right one."""
        column = (width - GUTTER) / 2
        self._draw_together(pen, column)
        self._draw_hurts(pen.inside(column + GUTTER, 0), column)

    def _draw_together(self, pen: Pen, width: float) -> None:
        canvas, style, limits = pen.canvas, self.style, self.limits
        here = self.element.add("Sect")
        with canvas.content(here.add("H2")):
            pen.text(0, 8, self.brief.headings.together, style.head, width)
        if self.brief.together_none:
            with canvas.content(here.add("P")):
                pen.block(0, HEAD, self.brief.together_none, style.body, width, 2)
            return
        y, listed = HEAD, here.add("L", numbering="None")
        for entry in self.brief.together:
            body = listed.add("LI").add("LBody")
            with canvas.content(body.add("P")):
                pen.text(0, y + style.body.leading - 2.1, entry.code, style.quiet)
                y = pen.block(CODE, y, short(entry.text), style.body, width - CODE, limits.finding)
            with canvas.content(body.add("P")):
                y = pen.block(CODE, y, short(entry.ask), style.strong, width - CODE, limits.put)
            y += AFTER

    def _draw_hurts(self, pen: Pen, width: float) -> None:
        canvas, style, hurts = pen.canvas, self.style, self.brief.hurts
        here = self.element.add("Sect")
        with canvas.content(here.add("H2")):
            pen.text(0, 8, self.brief.headings.hurts, style.head, width)
        y, symptoms = HEAD, self._symptoms(width)
        listed = here.add("L", numbering="Disc") if symptoms else None
        for text in symptoms:
            assert listed is not None
            item = listed.add("LI")
            with canvas.content(item.add("Lbl")):
                dot = style.body.but(colour=style.look.colours.accent)
                pen.text(0, y + style.body.leading - 2.1, "•", dot)
            with canvas.content(item.add("LBody")):
                y = pen.block(DOT, y, text, style.body, width - DOT, self.limits.symptom)
        y += AFTER * bool(symptoms)
        if hurts.causes:
            with canvas.content(here.add("P")):
                y = pen.block(0, y, self._causes(), style.strong, width, 2)
        for line in hurts.lines:
            with canvas.content(here.add("P")):
                y = pen.block(0, y, line, style.body, width, 2)

    def _symptoms(self, width: float) -> list[str]:
        """As many as the limit says, and more where the other column leaves room for them."""
        texts = [short(text) for text in self.brief.hurts.symptoms]
        shown, room = texts[: self.limits.symptoms], self._together_height(width)
        for text in texts[self.limits.symptoms :]:
            if self._hurts_height([*shown, text], width) > room:
                break
            shown.append(text)
        return shown

    def _causes(self) -> str:
        """The capabilities that may be behind it, the word for how likely before each group."""
        groups = groupby(self.brief.hurts.causes, key=lambda cause: cause.word)
        told = "; ".join(f"{word}: {', '.join(each.name for each in of)}" for word, of in groups)
        return f"{told[:1].upper()}{told[1:]}."

    def _together_height(self, width: float) -> float:
        if self.brief.together_none:
            return HEAD + height_of(self.brief.together_none, self.style.body, width, 2)
        return HEAD + sum(self._entry_height(each, width - CODE) for each in self.brief.together)

    def _entry_height(self, entry: Together, width: float) -> float:
        text = height_of(short(entry.text), self.style.body, width, self.limits.finding)
        return text + height_of(short(entry.ask), self.style.strong, width, self.limits.put) + AFTER

    def _hurts_height(self, symptoms: list[str], width: float) -> float:
        style, hurts = self.style, self.brief.hurts
        told = sum(
            height_of(text, style.body, width - DOT, self.limits.symptom) for text in symptoms
        )
        lines = sum(height_of(line, style.body, width, 2) for line in hurts.lines)
        causes = height_of(self._causes(), style.strong, width, 2) if hurts.causes else 0.0
        return HEAD + told + AFTER * bool(symptoms) + causes + lines


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Two columns: what was blamed and tried, and how the work has grown."""

    brief: Brief
    limits: Limits
    style: CallLook
    element: Element

    def height(self, width: float) -> float:
        """The longer column."""
        column = (width - GUTTER) / 2
        return HEAD + max(self._lines_height(each, column) for each in (self._tried(), self._load))

    def draw(self, pen: Pen, width: float) -> None:
        """The left column, then the right one."""
        column, words = (width - GUTTER) / 2, self.brief.headings
        self._draw(pen, words.tried, self._tried(), column)
        self._draw(pen.inside(column + GUTTER, 0), words.load, self._load, column)

    def _draw(self, pen: Pen, heading: str, lines: tuple[str, ...], width: float) -> None:
        canvas, here, y = pen.canvas, self.element.add("Sect"), HEAD
        with canvas.content(here.add("H2")):
            pen.text(0, 8, heading, self.style.head, width)
        for line in lines:
            with canvas.content(here.add("P")):
                y = pen.block(0, y, line, self.style.body, width, self.limits.tried)

    def _tried(self) -> tuple[str, ...]:
        return (f"{short(self.brief.tried.blamed)} {short(self.brief.tried.tried)}",)

    @property
    def _load(self) -> tuple[str, ...]:
        return (" ".join(self.brief.load),)

    def _lines_height(self, lines: tuple[str, ...], width: float) -> float:
        return sum(height_of(line, self.style.body, width, self.limits.tried) for line in lines)
