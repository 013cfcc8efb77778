"""The answer file and the PDF behind a private link: there for who has it, for nobody else."""

from io import BytesIO
from urllib.error import HTTPError
from urllib.request import urlopen

import pikepdf
import pypdf
import pytest

from scoring.answer_file import write_answer_file
from storage import open_store
from storage.fields import fields_of
from tests.scoring.verbs import person
from tests.storage.verbs import TEXT, the_bank
from web.downloads import page_setting
from web.private import NOTHING_HERE
from web.shelf import Shelf

WRONG = "A" * 43


@pytest.fixture
def served(server):
    """A server, what opens its addresses, P1's token, and how to delete P1."""
    store = open_store(str(server.database))
    started = store.start(TEXT, the_bank(), fields_of(person("P1")))

    def fetch(path):
        try:
            with urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=20) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except HTTPError as refused:
            return refused.code, dict(refused.headers), refused.read()

    yield fetch, started.token, lambda: store.delete(started.record.id)
    store.close()


def test_the_pdf_is_made_for_who_has_the_link_and_kept_by_no_cache(served):
    fetch, token, delete = served
    status, headers, content = fetch(f"/scorecard/{token}.pdf")
    assert (status, headers["content-type"]) == (200, "application/pdf")
    assert headers["cache-control"] == "private, no-store"
    assert headers["content-disposition"].startswith('inline; filename="scorecard-20')
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)
    assert "Lead generation" in text
    assert token not in text
    assert token.encode() not in content
    assert fetch(f"/scorecard/{token}.pdf")[2] == content
    delete()
    gone, wrong = fetch(f"/scorecard/{token}.pdf"), fetch(f"/scorecard/{WRONG}.pdf")
    assert (gone[0], gone[2].decode()) == (wrong[0], wrong[2].decode()) == (404, NOTHING_HERE)


def test_the_answer_file_goes_along_when_it_is_asked_for(served):
    fetch, token, _ = served
    alone = fetch(f"/answers/{token}.json")[2]
    with pikepdf.open(BytesIO(fetch(f"/scorecard/{token}.pdf?attach=1")[2])) as document:
        inside = document.attachments["answers.json"].get_file().read_bytes()
    assert inside == alone == write_answer_file(person("P1"), the_bank()).encode()


@pytest.mark.parametrize(
    ("setting", "page"),
    [(None, "A4"), ("A4", "A4"), ("Letter", "Letter"), (" letter ", "Letter"), ("A5", "A4")],
)
def test_paper_is_a4_unless_letter_is_set(monkeypatch, setting, page):
    monkeypatch.delenv("DIAGNOSTIC_PAPER", raising=False)
    if setting is not None:
        monkeypatch.setenv("DIAGNOSTIC_PAPER", setting)
    assert page_setting() == page


def test_the_shelf_makes_a_pdf_once_and_forgets_the_oldest(monkeypatch):
    made = []

    def make(card, paper):
        made.append((card, paper))
        return f"{card}.pdf", card.encode()

    monkeypatch.setattr("web.shelf.scorecard_pdf", make)
    monkeypatch.setattr("web.shelf.fingerprint", lambda card, paper: (card + paper).encode())
    shelf = Shelf(2)
    for card in ("one", "one", "two", "one", "three", "one", "two"):
        assert shelf.get(card, "paper", lambda: None) == (f"{card}.pdf", card.encode())
    assert [card for card, _ in made] == ["one", "two", "three", "two"]
