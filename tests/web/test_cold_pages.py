"""The first request of a fresh server, for every page: a page is never run without its frame."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.web.screen import answer, at_questions, level
from tests.web.server import Server
from ui.address import DESK

ROOT = Path(__file__).resolve().parent.parent.parent
WORKSPACE = {place.file for place in DESK.values()}
PAGES = sorted({path.stem for path in (ROOT / "pages").glob("*.py")} - WORKSPACE)
"""A respondent's pages; nobody is shown the others before signing in is set up."""
FREE = ("welcome", "about")
"""Pages that need no private link."""
NEEDED = "Your answers are found by their private link."
CANARY = "Canary 4711"
CRASHED = ("Traceback", "Uncaught", "AttributeError", "exception")


def words_of_first_visit(server: Server, page: str, query: str = "") -> str:
    """Start a server and open one page of it, before anything else is asked of it."""
    visitor = server.start().visitor().open(page, query)
    assert not list(visitor.found("exception"))
    titles = "\n".join(heading.body for heading in visitor.found("heading"))
    shown = f"{titles}\n{visitor.words()}"
    server.end()
    log = (server.folder / "log.txt").read_text("utf-8")
    assert not any(word in log for word in CRASHED), log
    return shown


@pytest.fixture
def filled(servers):
    """A store with one assessment in it, and the token of its link."""
    server = servers()
    tab = answer(at_questions(server.start()), 2)
    tab.go("priorities").fill("Priority 1", CANARY)
    assert CANARY in server.stored().values()
    server.end()
    return server, tab.parameter("t")


@pytest.mark.threat(7)
def test_every_page_that_needs_a_link_shows_the_plain_page_on_a_cold_server(filled, servers):
    store, _ = filled
    pages = [page for page in PAGES if page not in FREE]
    fresh = []
    for _ in pages:
        fresh.append(servers(database=store.database))
    with ThreadPoolExecutor(2) as pool:
        for page, words in zip(pages, pool.map(words_of_first_visit, fresh, pages), strict=True):
            assert NEEDED in words, page
            assert CANARY not in words, page
            assert level(2) not in words, page


@pytest.mark.parametrize("page", FREE)
def test_a_page_that_needs_no_link_is_drawn_on_a_cold_server(servers, page):
    words = words_of_first_visit(servers(), "" if page == "welcome" else page)
    assert {"welcome": "Would your team", "about": "About this diagnostic"}[page] in words


@pytest.mark.threat(7)
@pytest.mark.parametrize("page", ["pages/result.py", "pages/result", "result.py", "ui/frame.py"])
def test_a_file_of_the_program_is_no_page_on_a_cold_server(servers, page):
    words = words_of_first_visit(servers(), page)
    assert "Would your team" in words, "an unknown address opens the start page"


def test_a_link_opens_its_page_on_a_cold_server(filled, servers):
    store, token = filled
    words = words_of_first_visit(servers(database=store.database), "check", f"t={token}")
    assert CANARY in words


def test_the_very_command_of_make_run_guards_its_pages_too(filled, servers):
    store, _ = filled
    words = words_of_first_visit(servers(nursery=None, database=store.database), "result")
    assert NEEDED in words
    assert CANARY not in words


def test_a_source_file_is_not_served_as_a_file(server):
    for path in ("/pages/result.py", "/app/static/pages/result.py", "/app/pages/result.py"):
        assert "session.require" not in server.get(path)[1]
