"""What people type is shown as they typed it, everywhere, and asks nothing of any other host."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from scoring.assessment import MOST_BLANK, MOST_NAME, MOST_NOTE
from tests.browser.conftest import DESK, Site
from tests.browser.looking import unfold
from tests.browser.person import Person
from tests.browser.whole_way import BANK
from ui.trace_questions import BLANKS

IMAGE = "A & B <b> ![x](http://evil.example/x.png) <img src=//e.vil>"
LINK = "[a](javascript:alert(1)) :red[x] $x$ :material/home: *y* #1"
OTHER = "\u202eשלום 🧭 a_b ~~d~~ `e` -> :smile: :streamlit: www.e.vil f@e"
NAMES = (IMAGE, LINK, OTHER)
LONG = f"{IMAGE} {LINK}"
"""Longer than a name may be; a blank may be that long."""
NOTE = "\n".join((IMAGE, LINK, OTHER, "- a list", "# a heading", "<script>alert(1)</script>"))
CONTROL = "a\x07b\x00c\x1b[31md"
TIDY = "a b c [31md"
OWNER = BANK.trace.owner_label
ITEM = BANK.items[0]
UNSEEN = re.compile("[\u2060\u2068\u2069]")
"""What keeps Streamlit from making a link of an address, and a direction from going on."""
ACTIVE = """() => [...document.querySelectorAll(
    '[data-testid="stMain"] :is(img, script, .katex, a[href*="vil"], a[href^="javascript"])')]
  .concat([...document.querySelectorAll('[data-testid="stMain"] :is(b, em, del, code, span)')]
    .filter((each) => /^[xyde]$/.test(each.textContent.trim())))
  .map((each) => each.outerHTML.slice(0, 120))"""


NAMED = r"""() => [...document.querySelectorAll('input[aria-label]')]
  .every((box) => !box.ariaLabel.includes('\\'))"""
"""Whether the page's own script has named the boxes."""


@dataclass
class Typed:
    """A respondent who has typed it all in, on the pages themselves."""

    person: Person
    token: str
    site: Site


@pytest.fixture(scope="module")
def typed(site: Site) -> Iterator[Typed]:
    token = site.begun("P1", **{"priority:0:owner": "one_person"})
    visitor = site.visitor(DESK, reduced_motion="reduce").open("priorities", token)
    for place, name in enumerate(NAMES, start=1):
        fill(visitor, f"Priority {place}", name)
    visitor.open("priorities", token, step=2)
    fill(visitor, OWNER, CONTROL)
    for label, text in zip(BLANKS.values(), (LONG, OTHER, CONTROL, IMAGE), strict=True):
        fill(visitor, label, text)
    visitor.open("questions", token)
    visitor.run(visitor.page.get_by_text("Add a note").first.click)
    fill(visitor, "Add a note", NOTE)
    yield Typed(visitor, token, site)
    visitor.page.context.close()


def fill(visitor: Person, label: str, text: str) -> None:
    """Type into a box and leave it."""
    box = visitor.box(label)
    box.fill(text)
    visitor.run(box.blur)


def shown(visitor: Person) -> str:
    """All text of the page."""
    text: str = visitor.page.evaluate("() => document.body.innerText")
    return plain(text)


def plain(text: str) -> str:
    """`text` without what nobody sees."""
    return UNSEEN.sub("", text)


def test_it_is_stored_whole_up_to_the_limit(typed: Typed) -> None:
    fields = typed.site.fields(typed.token)
    assert fields is not None
    assert [fields[f"priority:{slot}:name"] for slot in range(3)] == list(NAMES)
    assert fields["priority:0:owner_ref"] == TIDY
    assert [fields[f"priority:0:rule_{blank}"] for blank in BLANKS] == [LONG, OTHER, TIDY, IMAGE]
    assert fields[f"note:{ITEM.id}"] == NOTE


@pytest.mark.threat(1)
@pytest.mark.parametrize(
    ("key", "step", "texts"),
    [
        ("priorities", 1, NAMES),
        ("priorities", 2, (IMAGE, LONG, OTHER, TIDY)),
        ("money", 1, NAMES),
        ("check", 1, (*NAMES, LONG, TIDY, "<script>alert(1)</script>", "- a list")),
        ("result", 1, (*NAMES, LONG, TIDY)),
        ("questions", 2, ()),
    ],
)
def test_it_is_shown_literally(typed: Typed, key: str, step: int, texts: tuple[str, ...]) -> None:
    visitor = typed.person.open(key, typed.token, step=step)
    unfold(visitor)
    text = shown(visitor)
    assert [each for each in texts if each not in text] == []
    assert visitor.page.evaluate(ACTIVE) == []
    assert visitor.outside == set()
    assert visitor.broken == []


def test_boxes_are_named_as_their_labels_read(typed: Typed) -> None:
    visitor = typed.person.open("money", typed.token)
    visitor.page.wait_for_function(NAMED)
    names = [
        box.get_attribute("aria-label") or ""
        for box in visitor.page.get_by_role("spinbutton").all()
    ]
    assert [plain(name) for name in names[:3]] == list(NAMES)


@pytest.mark.threat(11)
@pytest.mark.parametrize(
    ("key", "label", "name", "most"),
    [
        ("priorities", "Priority 1", "priority:0:name", MOST_NAME),
        ("trace", BLANKS["result"], "priority:0:rule_result", MOST_BLANK),
        ("note", "Add a note", f"note:{ITEM.id}", MOST_NOTE),
    ],
)
def test_ten_thousand_characters_are_kept_up_to_the_limit(
    site: Site, key: str, label: str, name: str, most: int
) -> None:
    token = site.begun("P1")
    page, step = {"trace": ("priorities", 2), "note": ("questions", 1)}.get(key, (key, 1))
    visitor = site.visitor(DESK).open(page, token, step=step)
    if key == "note":
        visitor.run(visitor.page.get_by_text("Add a note").first.click)
    box = visitor.box(label)
    box.click()
    visitor.page.keyboard.press("Control+a")
    visitor.page.keyboard.insert_text("é" * 10_000)
    visitor.run(box.blur)
    assert f"The first {most} characters are kept." in visitor.words()
    fields = site.fields(token)
    assert fields is not None
    assert fields[name] == "é" * most
    assert visitor.broken == []
    visitor.page.context.close()
