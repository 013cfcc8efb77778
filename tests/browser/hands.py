"""Two ways to answer: with a mouse, and with the keyboard alone."""

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Locator, expect

from tests.browser.person import Person

FAR = 60
"""How many times somebody presses Tab before giving up."""
INSIDE = "element => element.contains(document.activeElement)"


class Hand(Protocol):
    """What a respondent does with a page."""

    person: Person

    def press(self, name: str) -> None:
        """Press a button."""

    def choose(self, question: str, option: str, place: int) -> None:
        """Choose a line of a question; it is the line number `place` from 0."""

    def write(self, label: str, text: str) -> None:
        """Type into a box and leave it."""

    def pick(self, label: str, option: str) -> None:
        """Choose from a list that opens."""

    def tick(self, text: str) -> None:
        """Tick a box."""


@dataclass
class Mouse:
    """Points and clicks; types only where words or numbers are asked for."""

    person: Person

    def press(self, name: str) -> None:
        self.person.button(name).click()

    def choose(self, question: str, option: str, place: int) -> None:
        group = self.person.question(question)
        group.get_by_text(option, exact=True).click()
        expect(group.get_by_role("radio").nth(place)).to_be_checked()

    def write(self, label: str, text: str) -> None:
        box = self.person.box(label)
        box.click()
        box.fill(text)
        box.blur()
        self.person.ready()

    def pick(self, label: str, option: str) -> None:
        self.person.page.get_by_role("combobox", name=label).click()
        self.person.page.get_by_role("option", name=option, exact=True).click()
        self.person.ready()

    def tick(self, text: str) -> None:
        self.person.page.get_by_text(text, exact=True).click()
        expect(self.person.page.get_by_role("checkbox", name=text, exact=True)).to_be_checked()


@dataclass
class Keyboard:
    """Nothing but keys: Tab to a thing, arrows within it, Space and Enter."""

    person: Person

    def _to(self, thing: Locator) -> None:
        """Tab until the focus is in `thing`."""
        for _ in range(FAR):
            if thing.evaluate(INSIDE):
                return
            self._key("Tab")
        raise AssertionError(f"{FAR} times Tab, and the focus never came to {thing}")

    def _key(self, name: str) -> None:
        self.person.page.keyboard.press(name)

    def press(self, name: str) -> None:
        self._to(self.person.button(name))
        self._key("Enter")

    def choose(self, question: str, option: str, place: int) -> None:
        group = self.person.question(question)
        self._to(group)
        radios = group.get_by_role("radio")
        self._key("Space")
        for step in range(place):
            self._key("ArrowDown")
            expect(radios.nth(step + 1)).to_be_focused()
        expect(radios.nth(place)).to_be_checked()

    def write(self, label: str, text: str) -> None:
        self._to(self.person.box(label))
        self.person.page.keyboard.type(text)
        self._key("Tab")
        self.person.ready()

    def pick(self, label: str, option: str) -> None:
        self._to(self.person.page.get_by_role("combobox", name=label))
        self.person.page.keyboard.type(option)
        expect(self.person.page.get_by_role("option", name=option, exact=True)).to_be_visible()
        self._key("Enter")
        self.person.ready()

    def tick(self, text: str) -> None:
        box = self.person.page.get_by_role("checkbox", name=text, exact=True)
        self._to(box)
        self._key("Space")
        expect(box).to_be_checked()
