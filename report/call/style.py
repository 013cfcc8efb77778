"""How the papers of a call look: smaller than the scorecard, because all of it is one page."""

from dataclasses import dataclass, replace
from typing import Final

from report.look import PAGES, Look, Page, PageName, ours
from report.text.clean import clean
from report.text.faces import SANS, SANS_BOLD, SERIF
from report.text.style import Style

MOST: Final = 900
"""Characters of any one text; no line limit of these papers leaves room for more."""


SMALLEST: Final = 7.0
"""Points of type; anything smaller is hard to read on paper."""


@dataclass(frozen=True, slots=True)
class CallLook:
    """Styles for one dense page, beside the colours and styles of the scorecard.

    `title` is the verdict, `head` names a part; `body` is read, `strong` stands out in it, `ask` is
    a question to put on the call, `quiet` helps to read what is beside it.
    """

    look: Look
    title: Style
    head: Style
    body: Style
    strong: Style
    ask: Style
    quiet: Style


def call_look(look: Look) -> CallLook:
    """The styles in the colours of `look`."""
    ink, secondary, accent = look.colours.ink, look.colours.secondary, look.colours.accent
    return CallLook(
        look=look,
        title=ours(SERIF, 15.5, 18, ink),
        head=ours(SANS_BOLD, 7.6, 10, accent),
        body=ours(SANS, 8, 9.4, ink),
        strong=ours(SANS_BOLD, 8, 9.4, ink),
        ask=ours(SANS_BOLD, 9, 10.8, ink),
        quiet=ours(SANS, 7.4, 8.6, secondary),
    )


def sized(look: CallLook, size: float) -> CallLook:
    """The same styles at `size` times their own, but none smaller than can be read."""

    def at(style: Style) -> Style:
        ours = max(size, min(1.0, SMALLEST / style.size))
        return style.but(size=style.size * ours, leading=style.leading * ours)

    return replace(
        look,
        title=at(look.title),
        head=at(look.head),
        body=at(look.body),
        strong=at(look.strong),
        ask=at(look.ask),
        quiet=at(look.quiet),
    )


def page_of(name: PageName) -> Page:
    """The sheet, with a little less white above than the scorecard has."""
    return replace(PAGES[name], side=44.0, top=56.0)


def short(text: str) -> str:
    """`text`, cut where no line limit would show more of it."""
    return clean(text, MOST)
