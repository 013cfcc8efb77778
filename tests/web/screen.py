"""What a screen of questions says, and whether it agrees with the store."""

import re
from typing import Any

from tests.storage.verbs import the_bank
from tests.web.server import Server
from tests.web.visitor import Visitor

ITEMS = the_bank().items
FIRST, SECOND = ITEMS[0], ITEMS[1]
"""The two questions of the first screen."""
ANSWER, OTHER_ANSWER = f"answer:{FIRST.id}", f"answer:{SECOND.id}"
NOT_SAVED = "Not saved – trying again"
ELSEWHERE = "changed in another tab"
SAVED = re.compile(r'<p class="saved"[^>]*>Saved (\d\d:\d\d:\d\d)')


def level(number: int, item: Any = FIRST) -> str:
    """The text of the answer that stands for a level."""
    text: str = item.options[number].text
    return text


def shown(visitor: Visitor, item: Any = FIRST) -> int | None:
    """The level that a person sees chosen, if any."""
    text = visitor.shown(item.stem)
    return None if text is None else [option.text for option in item.options].index(text)


def answer(visitor: Visitor, number: int, item: Any = FIRST) -> Visitor:
    """Choose the answer that stands for a level."""
    return visitor.choose(item.stem, level(number, item))


def touch(visitor: Visitor, number: int, item: Any = FIRST) -> None:
    """Choose it while nothing can be sent."""
    visitor.touch(item.stem, level(number, item))


def saved(visitor: Visitor) -> bool:
    """Whether the page says that everything is saved."""
    return SAVED.search(visitor.words()) is not None


def at_questions(server: Server) -> Visitor:
    """A tab on the first screen of questions of a new assessment."""
    return server.visitor().open().press("Start").go("questions")


def second_tab(server: Server, first: Visitor, page: str = "questions") -> Visitor:
    """Another tab on the same private link, as somebody opens it who pasted the link."""
    return server.visitor().open(page, f"t={first.parameter('t')}")


def agrees(server: Server, visitor: Visitor) -> bool:
    """Whether the screen's two answers are those in the store."""
    stored = server.stored()
    return all(shown(visitor, each) == stored.get(f"answer:{each.id}") for each in (FIRST, SECOND))
