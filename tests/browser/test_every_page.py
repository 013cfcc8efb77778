"""Every page, in light and dark, on a phone and enlarged: what WCAG asks and what a thumb needs."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.conftest import DESK, PHONE, Site
from tests.browser.looking import Stop, in_the_dark, stops, too_small, too_wide, unfold, violations
from tests.browser.person import Person

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "accessibility.md"
UNAVOIDABLE: dict[str, str] = {}
"""Rules of axe-core that Streamlit itself breaks, with a part of the HTML that breaks them.

`docs/accessibility.md` lists the same rules with their causes.
"""
EMPTY, FULL, WRONG, NOBODY = "empty", "full", "wrong link", "no link"
PAGES = {
    "welcome": ("", NOBODY, {}),
    "welcome back": ("", FULL, {}),
    "about you": ("about_you", FULL, {}),
    "questions": ("questions", FULL, {}),
    "questions, not begun": ("questions", EMPTY, {"step": 12}),
    "priorities": ("priorities", FULL, {}),
    "priorities, not begun": ("priorities", EMPTY, {}),
    "a priority's trace": ("priorities", FULL, {"step": 2}),
    "money": ("money", FULL, {}),
    "money, not begun": ("money", EMPTY, {}),
    "what hurts": ("hurts", FULL, {}),
    "more facts": ("facts", FULL, {}),
    "check": ("check", FULL, {}),
    "check, not begun": ("check", EMPTY, {}),
    "result": ("result", FULL, {}),
    "result, not begun": ("result", EMPTY, {}),
    "share, with nobody": ("share", FULL, {}),
    "about": ("about", NOBODY, {}),
    "delete": ("delete", FULL, {}),
    "wrong link": ("result", WRONG, {}),
    "no link": ("money", NOBODY, {}),
}
ZOOMED = {"width": 640, "height": 450}
"""What is left of a screen of 1280 by 900 at 200 %."""


@dataclass(frozen=True)
class Seen:
    """One page, measured."""

    title: str
    headings: list[str]
    language: str
    stops: list[Stop]
    small: list[str]
    wide: dict[int, bool]
    words_lost: set[str]
    light: list[str]
    dark: list[str]
    broken: list[str]


@pytest.fixture(scope="module")
def look(site: Site) -> Iterator[Callable[[str], Seen]]:
    """Opens a page and measures all of it, once."""
    visitor = site.visitor(PHONE, reduced_motion="reduce")
    tokens = {FULL: site.begun("P1"), EMPTY: site.begun_with({}), WRONG: "x" * 32, NOBODY: None}
    known: dict[str, Seen] = {}

    def at(name: str) -> Seen:
        if name not in known:
            key, whose, query = PAGES[name]
            visitor.broken.clear()
            visitor.open(key, tokens[whose], **query)
            known[name] = measured(visitor)
        return known[name]

    yield at
    visitor.page.context.close()


def measured(visitor: Person) -> Seen:
    page = visitor.page
    order = stops(page)
    unfold(visitor)
    words, light, small = lines(visitor), violations(page), too_small(page)
    wide = {PHONE["width"]: too_wide(page)}
    with zoomed(visitor):
        assert page.evaluate("[innerWidth, devicePixelRatio]") == [ZOOMED["width"], 2]
        wide[ZOOMED["width"]], enlarged = too_wide(page), lines(visitor)
    page.set_viewport_size(DESK)
    wide[DESK["width"]], dark = too_wide(page), in_the_dark(visitor)
    page.set_viewport_size(PHONE)
    return Seen(
        title=page.title(),
        headings=page.get_by_role("heading", level=1).all_inner_texts(),
        language=page.evaluate("document.documentElement.lang"),
        stops=order,
        small=small,
        wide=wide,
        words_lost=words - enlarged,
        light=light,
        dark=dark,
        broken=list(visitor.broken),
    )


def lines(visitor: Person) -> set[str]:
    """The sentences to be read in the middle of the page; charts have their own shape per width."""
    texts = visitor.page.locator("main").get_by_role("paragraph").all_inner_texts()
    return {text for text in texts if text.strip() and "Saved" not in text}


@contextmanager
def zoomed(visitor: Person) -> Iterator[None]:
    """The page at 200 %: half as many pixels of the page on as many of the screen."""
    session = visitor.page.context.new_cdp_session(visitor.page)
    scale = {**ZOOMED, "deviceScaleFactor": 2, "mobile": False}
    session.send("Emulation.setDeviceMetricsOverride", scale)
    yield
    session.send("Emulation.clearDeviceMetricsOverride")
    session.detach()


def avoidable(found: list[str]) -> list[str]:
    return [
        each
        for each in found
        if not any(
            each.startswith(f"{rule} ") and part in each for rule, part in UNAVOIDABLE.items()
        )
    ]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_light_and_in_dark(look: Callable[[str], Seen], name: str) -> None:
    assert avoidable(look(name).light) == []
    assert avoidable(look(name).dark) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_heading_a_title_and_a_language(
    look: Callable[[str], Seen], name: str
) -> None:
    seen = look(name)
    assert len(seen.headings) == 1
    assert seen.language == "en"
    assert seen.title
    assert seen.broken == []


def test_every_page_has_a_title_of_its_own(look: Callable[[str], Seen]) -> None:
    places = {name: PAGES[name][0] for name in PAGES if name not in (WRONG, NOBODY)}
    titles = {(place, look(name).title) for name, place in places.items()}
    titles |= {(name, look(name).title) for name in (WRONG, NOBODY)}
    assert len({title for _, title in titles}) == len(titles)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_off_the_side_at_any_width_and_at_200_percent(
    look: Callable[[str], Seen], name: str
) -> None:
    seen = look(name)
    assert seen.wide == dict.fromkeys(seen.wide, False)
    assert seen.words_lost == set()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_to_tap_is_smaller_than_44_pixels(look: Callable[[str], Seen], name: str) -> None:
    assert look(name).small == []


@pytest.mark.parametrize("name", PAGES)
def test_the_focus_begins_at_the_skip_link_and_goes_in_reading_order(
    look: Callable[[str], Seen], name: str
) -> None:
    first, *rest = look(name).stops
    assert first.name == "Skip to main content"
    order = ["before", "side", "head", "middle", "bar"]
    places = [order.index(stop.where) for stop in rest]
    assert places == sorted(places)
    assert all(stop.left >= 0 for stop in rest), "nothing out of sight takes the focus"
    middle = [stop.top for stop in rest if stop.where == "middle"]
    assert middle == sorted(middle)
    bar = [stop.left for stop in rest if stop.where == "bar"]
    assert bar == sorted(bar)


def test_the_document_lists_what_cannot_be_avoided_and_nothing_else() -> None:
    listed = re.findall(r"^\| `([\w-]+)` \|", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    assert listed == list(UNAVOIDABLE)
