"""A real server’s log after much went wrong: each line is JSON, and nobody’s words are in it."""

import json
import re
import sqlite3
from contextlib import closing
from http.client import HTTPConnection
from io import BytesIO
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from prometheus_client.parser import text_string_to_metric_families
from pypdf import PdfReader

from storage import open_store
from storage.fields import fields_of
from tests.scoring.verbs import person
from tests.storage.verbs import TEXT, the_bank
from tests.web.screen import answer, at_questions
from tests.web.signed_in import SET_UP
from tests.web.test_sharing import AGREE, LABELS, press
from tests.web.waiting import wait_until

TOKEN = "scrape-planted-" * 3
PLANTED = "planted"
COMPANY = "Planted <b>Pumps</b> {0} %s"
FORGED = 'planted\n{"event": "forged", "level": "info"}'
ADDRESS = "203.0.113.77"


def asked(server, method, path, body="", **headers):
    """The status of a request with these headers."""
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=20)) as connection:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {"X-Forwarded-For": ADDRESS, **named})
        answered = connection.getresponse()
        return answered.status, answered.read().decode("utf-8", "replace")


def shares(server, token):
    """P1’s way to its end: name, e-mail address and company are given, and sent."""
    tab = server.visitor().open("share", f"t={token}")
    typed = {
        LABELS.contact_name: "Planted Person",
        LABELS.contact_email: "planted@acme.example",
        LABELS.contact_company: COMPANY,
    }
    for label, text in typed.items():
        tab.fill(label, text)
    tab.fill(AGREE, True, "checkbox")
    tab.rerun(button=press(tab))
    assert "Sent on" in tab.words()


def signs_in_wrongly(server):
    here = f"http://127.0.0.1:{server.port}"
    form = {"Content_Type": "application/x-www-form-urlencoded", "Origin": here}
    body = urlencode({"passphrase": FORGED, "next": "planted"})
    assert [asked(server, "POST", "/signin", body, **form)[0] for _ in range(4)] == [
        403,
        403,
        403,
        429,
    ]


def crashes(server, token):
    """A page that stumbles over what it reads: the error’s own words quote a planted text."""
    with closing(sqlite3.connect(server.database, isolation_level=None)) as raw:
        raw.execute("UPDATE assessment SET created_at = ?", [FORGED])
    tab = server.visitor().open("result", f"t={token}")
    assert "planted" not in tab.words()
    assert asked(server, "GET", f"/answers/{token}.json")[0] == 500


def lines_of(server):
    """Each line of the log, read back; a line that is none fails here."""
    text = (server.folder / "log.txt").read_text("utf-8")
    return text, [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def site(servers):
    settings = {**SET_UP, "DIAGNOSTIC_LOG": "json", "DIAGNOSTIC_METRICS": TOKEN}
    return servers(settings=settings, flags=("--logger.hideWelcomeMessage=true",)).start()


def test_no_word_of_anybodys_reaches_the_log_or_the_numbers(site):
    tab = answer(at_questions(site), 1)
    with site.read_only():
        answer(tab, 3)
    with closing(open_store(str(site.database))) as store:
        told = {"note:OWN-01": f"planted-note {COMPANY}", "priority:0:owner_ref": "planted-owner"}
        begun = store.start(TEXT, the_bank(), {**fields_of(person("P1")), **told})
    shares(site, begun.token)
    wanted = f"http://127.0.0.1:{site.port}/scorecard/{begun.token}.pdf?attach=1&t=planted"
    with urlopen(wanted, timeout=20) as got:
        pages = len(PdfReader(BytesIO(got.read())).pages)
    assert asked(site, "GET", f"/answers/planted%0Aplanted{'x' * 300}.json")[0] == 404
    site.visitor().open("result", "t=planted-wrong-link%0Aplanted")
    signs_in_wrongly(site)
    crashes(site, begun.token)
    assert asked(site, "GET", "/metrics", Authorization="Bearer wrong")[0] == 404
    status, numbers = asked(site, "GET", "/metrics", Authorization=f"Bearer {TOKEN}")
    assert status == 200
    site.signal(15)
    assert wait_until(lambda: not site._lives())

    text, lines = lines_of(site)
    secret = (PLANTED, ADDRESS, "127.0.0.1", begun.token, begun.record.id, "P1", "?t=", "Pumps")
    for each in (*secret, tab.parameter("t"), tab.session):
        assert each.lower() not in text.lower(), each
        assert each.lower() not in numbers.lower(), each
    events = [line["event"] for line in lines]
    assert {"serving", "not_saved", "shared", "paper_made", "unhandled", "stopped"} <= set(events)
    assert {"sign_in_refused", "sign_in_slowed"} <= set(events)
    assert not {"saved", "forged"} & set(events)
    assert all({"time", "level", "event"} <= line.keys() for line in lines)
    paper = next(line for line in lines if line["event"] == "paper_made")
    assert (paper["paper"], paper["pages"]) == ("scorecard", pages)
    crash = next(line for line in lines if line["event"] == "unhandled")
    assert crash["error"] == "ValueError"
    assert any(re.fullmatch(r"storage/records\.py:\d+ moment", each) for each in crash["frames"])
    counted = counts(numbers)
    assert counted["diagnostic_assessments_total", "shared"] == 1
    assert counted["diagnostic_saves_total", "ok"] >= 1
    assert counted["diagnostic_saves_total", "read_only"] >= 1
    assert counted["diagnostic_sign_ins_total", "refused"] == 3
    assert counted["diagnostic_sign_ins_total", "slowed"] == 1
    assert counted["diagnostic_unhandled_errors_total",] >= 2
    assert counted["diagnostic_paper_seconds_count", "scorecard"] == 1
    assert counted["diagnostic_store_ready",] == 1
    assert counted["diagnostic_live_sessions",] >= 1
    assert any(name == "diagnostic_info" and "orr" in labels for name, *labels in counted)


def counts(text):
    """What is in the metrics, by name and labels, as the library’s own reader finds it."""
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
