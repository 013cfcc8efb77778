"""A consultant before a page of the workspace, and a respondent who has shared something."""

from streamlit.testing.v1 import AppTest

from storage.desk import Contact
from tests.ui.way import ROOT
from tests.web.sharing import begun, shared_by
from ui import consultant, session, signing_in

ANNA = consultant.Consultant("anna@firm.example", "work account")
MINA = Contact("Mina Okafor", "mina.okafor@acme.example", "Acme Pumps")
HOSTILE = Contact("A :red[x] <b>", "x@evil.example", "B & ![i](http://evil.example/x.png) $y$")


def let_in(monkeypatch, who=ANNA):
    """Somebody is signed in, or nobody; AppTest has no cookies of its own."""
    monkeypatch.setattr(signing_in, "is_on", lambda: True)
    monkeypatch.setattr(consultant, "signed_in", lambda: who)


def share(assessment=None, contact=MINA, **ticked):
    """What somebody has shared, P1's answers if no others are given."""
    store = session.store()
    return shared_by(store, begun(store, assessment), contact, **ticked)


def open_desk(key, share_id=None):
    """A page of the workspace as it opens."""
    page = AppTest.from_file(ROOT / "ui" / "frame.py", default_timeout=30)
    page.run()
    if share_id is not None:
        page.query_params["s"] = share_id
    return page.switch_page(f"../pages/{key.replace('-', '_')}.py").run()


def call_of(shared):
    """The call about a share as it is stored."""
    return session.store().desk.calls.open(shared.id, ANNA.identity)


def words(page):
    """Everything there is to read on a page."""
    html = [each.proto.body for each in page.get("html")]
    kinds = (page.title, page.header, page.subheader, page.markdown, page.caption, page.text)
    return "\n".join([*html, *(each.value for kind in kinds for each in kind)])
