"""How the paper looks: its pages, and the styles of text, made from the colours of `theme`."""

from dataclasses import dataclass
from typing import Final, Literal

from report.text.faces import SANS, SANS_BOLD, SERIF
from report.text.style import Style
from theme import PAPER, Palette

PageName = Literal["A4", "Letter"]


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet in points: its size and the margins around what flows."""

    width: float
    height: float
    side: float = 48.0
    top: float = 64.0
    bottom: float = 48.0

    @property
    def text_width(self) -> float:
        """The width of a line of text."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """The height of a full page of text."""
        return self.height - self.top - self.bottom


PAGES: Final[dict[PageName, Page]] = {
    "A4": Page(595.28, 841.89),
    "Letter": Page(612.0, 792.0, side=52.0, top=60.0, bottom=48.0),
}


@dataclass(frozen=True, slots=True)
class Look:
    """The paper's colours and styles of text.

    `title` is the verdict, `heading` a finding, `part` what stands under it; `body` is read,
    `small`, `note` and `tiny` are looked up; `label` names a row, `number` stands beside it.
    """

    colours: Palette
    kicker: Style
    title: Style
    heading: Style
    part: Style
    lead: Style
    body: Style
    small: Style
    note: Style
    tiny: Style
    label: Style
    number: Style
    figure: Style


def ours(face: str, size: float, leading: float, colour: str) -> Style:
    """A style for sentences of ours, which run from left to right whatever names are in them."""
    return Style(face, size, leading, colour, direction="ltr")


def look_of(colours: Palette) -> Look:
    """The styles in these colours."""
    ink, secondary, accent = colours.ink, colours.secondary, colours.accent
    return Look(
        colours=colours,
        kicker=ours(SANS_BOLD, 7.5, 10, accent),
        title=ours(SERIF, PAPER.title, 31, ink),
        heading=ours(SERIF, 15.5, 19, ink),
        part=ours(SANS_BOLD, 10, 13, ink),
        lead=ours(SANS, 11, 15, ink),
        body=ours(SANS, 9.2, 12.4, ink),
        small=ours(SANS, PAPER.small, 10.3, secondary),
        note=ours(SANS, 7.4, 9.2, secondary),
        tiny=ours(SANS, 7.2, 8.8, ink),
        label=ours(SANS_BOLD, 9, 11.5, ink),
        number=ours(SANS_BOLD, 11, 13, ink),
        figure=ours(SERIF, PAPER.figure, 56, ink),
    )
