"""What can be measured on an open page: rules of WCAG, sizes, widths, the order of the focus."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.person import Person

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
OPTIONS = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
AXE = Axe()
MOST_STOPS = 80

KEEPER, NOTES = ".st-key-keeper", '[class*="st-key-open-"]'
"""What asks the server for something: keeper.js after a change of theme, a note that is opened."""
DARK = """() => getComputedStyle(document.querySelector('[data-testid="stApp"]')).colorScheme
  === 'dark'"""
UNFOLDED = """() => [...document.querySelectorAll('[data-testid="stMain"] summary')]
  .every((line) => line.parentElement.open)"""
UNFOLD = """() => [...document.querySelectorAll('[data-testid="stMain"] summary')]
  .filter((line) => !line.parentElement.open).forEach((line) => line.click())"""
WIDE = """() => ['html', '[data-testid="stMain"]'].map((each) => document.querySelector(each))
  .map((each) => each.scrollWidth - each.clientWidth)"""
CUT = """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
  .filter((each) => each.childElementCount === 0 && each.textContent.trim())
  .filter((each) => each.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter((each) => !each.closest('svg, kbd') && getComputedStyle(each).clip === 'auto')
  .filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
  }).map((each) => each.textContent.trim().slice(0, 60))"""
SMALL = """(least) => {
  const wanted = 'a[href], button, input, select, textarea, summary, [role="combobox"]';
  const seen = (each) => each.checkVisibility({visibilityProperty: true})
    && !each.closest('[aria-hidden="true"], [inert], [data-collapsed="true"]');
  const tapped = (each) => /^(radio|checkbox|file)$/.test(each.type)
    ? each.closest('label, [data-testid="stFileUploaderDropzone"]')
    : each.matches('input') ? each.closest('[data-testid$="RootElement"], [role="group"]') ?? each
    : each;
  return [...document.querySelectorAll(wanted)].filter(seen).map(tapped).filter(Boolean)
    .filter((each) => each.textContent.trim() !== 'Skip to main content')
    .map((each) => [each, each.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height > 1)
    .filter(([, box]) => Math.round(box.width) < least || Math.round(box.height) < least)
    .map(([each, box]) => `${each.tagName} ${(each.ariaLabel ?? each.textContent).trim()
      .slice(0, 40)} ${Math.round(box.width)}×${Math.round(box.height)}`);
}"""
FOCUSED = """() => {
  const each = document.activeElement;
  if (!each || each === document.body) return null;
  const box = each.getBoundingClientRect();
  const places = ['[data-testid="stHeader"]', '[data-testid="stSidebar"]',
    '[data-testid="stBottom"]', '[data-testid="stMain"]'];
  const names = ['head', 'side', 'bar', 'middle'];
  const scrolled = each.closest('[data-testid="stMain"]')?.scrollTop ?? 0;
  const where = names[places.findIndex((place) => each.closest(place))] ?? 'before';
  const name = each.ariaLabel ?? each.textContent.trim().slice(0, 40);
  return {where, name, top: Math.round(box.top + scrolled), left: Math.round(box.left)};
}"""


@dataclass(frozen=True)
class Stop:
    """Where the focus came to rest: the region, the thing's name, its place on the page."""

    where: str
    name: str
    top: int
    left: int


def violations(page: Page) -> list[str]:
    """What axe-core finds: the rule, how often, and the first place.

    What it finds is looked at again twice, because words that are just fading out or in are pale.
    """
    found: list[dict[str, Any]] = []
    for pause in (0, 700, 1400):
        page.wait_for_timeout(pause)
        found = AXE.run(page, options=OPTIONS).response["violations"]
        if not found:
            break
    return [
        f"{each['id']} ×{len(each['nodes'])}: {each['nodes'][0]['html'][:160]}" for each in found
    ]


def in_the_dark(person: Person) -> list[str]:
    """What axe-core finds after the device has changed to its dark theme."""
    _change(person, KEEPER, lambda: person.page.emulate_media(color_scheme="dark"))
    person.page.wait_for_function(DARK)
    found = violations(person.page)
    _change(person, KEEPER, lambda: person.page.emulate_media(color_scheme="light"))
    return found


def unfold(person: Person) -> None:
    """Open everything that can be opened."""
    _change(person, NOTES, lambda: person.page.evaluate(UNFOLD))
    person.page.wait_for_function(UNFOLDED)


def _change(person: Person, reason: str, act: Callable[[], object]) -> None:
    """Do something; wait for the server if there is a reason for it to draw the page anew."""
    if person.page.locator(reason).count():
        person.run(act)
    else:
        act()


def too_wide(page: Page) -> bool:
    """Whether the page can be moved sideways, or a text leaves the screen."""
    return bool(any(page.evaluate(WIDE)) or page.evaluate(CUT))


def too_small(page: Page, least: int = 44) -> list[str]:
    """What there is to tap that is lower or narrower than `least` pixels."""
    found: list[str] = page.evaluate(SMALL, least)
    return found


def stops(page: Page) -> list[Stop]:
    """Every stop of the Tab key, from the top of the page to its end."""
    found: list[Stop] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None or (found and Stop(**at) == found[0]):
            return found
        found.append(Stop(**at))
    raise AssertionError(f"more than {MOST_STOPS} stops, or no way out of {found[-1]}")
