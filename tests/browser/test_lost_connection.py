"""What a person's browser shows and does while nothing reaches the server."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.person import READY, Person
from tests.web.proxy import Proxy
from tests.web.screen import ANSWER, FIRST, OTHER_ANSWER, SECOND
from tests.web.server import Nursery, Server
from tests.web.waiting import wait_until

WARNED = 10_000
"""Milliseconds in which the page has to say that an answer is not saved."""
HEALED = 30_000
"""Milliseconds in which it has to come back by itself."""
STEPS = "questions"


@pytest.fixture
def server(nursery: Nursery, tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path, nursery).start()
    yield started
    started.end()


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    opened = Proxy(server.port)
    yield opened
    opened.close()


@pytest.fixture
def person(browser: Browser, server: Server, proxy: Proxy) -> Iterator[Person]:
    """Somebody on the first screen of questions, whose every byte goes through the proxy."""
    token = server.visitor().open().press("Start").parameter("t")
    context = browser.new_context(locale="en-GB")
    came = Person(context.new_page(), f"http://127.0.0.1:{proxy.port}")
    yield came.open(STEPS, token)
    proxy.swallows = False
    context.close()


def line(person: Person, level: int, item: object = FIRST) -> Locator:
    """The radio that stands for a level."""
    return person.question(item.stem).get_by_role("radio").nth(level)  # type: ignore[attr-defined]


def click(person: Person, level: int, item: object = FIRST) -> None:
    """Click the text of an answer, as a person does; nothing is waited for."""
    text = item.options[level].text  # type: ignore[attr-defined]
    person.question(item.stem).get_by_text(text, exact=True).click()  # type: ignore[attr-defined]


def stored(server: Server, name: str, level: int, seconds: float = HEALED / 1000) -> bool:
    """Whether a level comes to be stored."""
    return wait_until(lambda: server.stored().get(name) == level, seconds)


def warning(person: Person) -> Locator:
    """The bar that says that nothing reaches the server."""
    return person.page.locator(".keeper-bar")


def test_a_connection_that_dies_in_silence_is_told_within_ten_seconds_and_heals(
    person: Person, server: Server, proxy: Proxy
) -> None:
    click(person, 1)
    assert stored(server, ANSWER, 1)
    person.ready()
    proxy.swallows = True
    click(person, 3)
    click(person, 2, SECOND)
    expect(warning(person)).to_contain_text("Not saved", timeout=WARNED)
    assert server.stored()[ANSWER] == 1
    expect(line(person, 3)).to_be_checked()
    click(person, 4)
    proxy.work_again()
    assert stored(server, ANSWER, 4)
    assert stored(server, OTHER_ANSWER, 2)
    expect(warning(person)).to_have_count(0, timeout=HEALED)
    expect(person.page.get_by_text("Saved ")).to_be_visible()
    expect(line(person, 4)).to_be_checked()
    expect(line(person, 2, SECOND)).to_be_checked()


def test_an_answer_clicked_just_before_the_server_dies_is_saved_after_its_restart(
    person: Person, server: Server, proxy: Proxy
) -> None:
    click(person, 1)
    assert stored(server, ANSWER, 1)
    person.ready()
    proxy.swallows = True
    click(person, 3)
    server.kill()
    expect(warning(person)).to_contain_text("Not saved", timeout=WARNED)
    expect(line(person, 3)).to_be_checked()
    server.start()
    proxy.work_again()
    assert stored(server, ANSWER, 3)
    expect(warning(person)).to_have_count(0, timeout=HEALED)
    expect(line(person, 3)).to_be_checked()


def test_the_first_click_after_a_restart_is_saved_from_the_browser_too(
    person: Person, server: Server
) -> None:
    click(person, 1)
    assert stored(server, ANSWER, 1)
    server.restart()
    person.page.wait_for_selector('[data-testid="stApp"][data-test-connection-state="CONNECTED"]')
    click(person, 4)
    assert stored(server, ANSWER, 4)
    expect(line(person, 4)).to_be_checked()


def test_clicks_the_instant_a_page_appears_end_on_screen_as_they_are_stored(
    person: Person, server: Server
) -> None:
    for level in (0, 1, 2, 3, 4, 2, 1, 3):
        person.page.reload(wait_until="commit")
        radio = person.question(FIRST.stem).get_by_text(FIRST.options[level].text, exact=True)
        radio.click(force=True)
        person.page.wait_for_selector(READY)
        time.sleep(0.3)
        person.page.wait_for_selector(READY)
        kept = server.stored().get(ANSWER)
        assert kept is not None
        expect(line(person, kept)).to_be_checked()
        assert kept == level


def test_a_reload_in_the_middle_shows_every_answer_in_the_browser(
    person: Person, server: Server
) -> None:
    click(person, 2)
    click(person, 0, SECOND)
    assert stored(server, OTHER_ANSWER, 0)
    person.page.reload()
    expect(line(person, 2)).to_be_checked()
    expect(line(person, 0, SECOND)).to_be_checked()
    assert not person.outside


def test_a_click_leaves_the_page_as_it_is_but_for_the_question_and_what_is_counted(
    person: Person, server: Server
) -> None:
    person.watched()
    person.page.evaluate("document.querySelector('h1').dataset.untouched = 'yes'")
    counted = person.page.get_by_text("1 of 24")
    for level in (1, 3):
        person.run(lambda level=level: click(person, level))  # type: ignore[misc]
        expect(counted).to_have_count(2)
        expect(line(person, level)).to_be_checked()
        assert stored(server, ANSWER, level)
    person.run(lambda: click(person, 2, SECOND))
    expect(person.page.get_by_text("2 of 24")).to_have_count(2)
    expect(person.page.get_by_role("status").filter(has_text="Saved")).to_have_count(1)
    assert person.page.evaluate("document.querySelector('h1').dataset.untouched") == "yes"
    turns = person.runs
    time.sleep(4)
    assert person.runs == turns, "nothing is asked for again once it is answered"
    assert not person.broken
