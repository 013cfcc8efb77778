"""The metrics: closed until they are asked for, exact, and bounded in their labels."""

import logging

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette

from events import EVENTS, say
from storage import NotRead, NotSaved, open_store
from storage.desk import Delivery
from storage.watched import watched
from tests.loops import in_a_loop
from tests.storage.desk_verbs import ANNA, somebody_shared
from tests.storage.verbs import save, started, the_bank
from web.numbers import MOST_VALUES, SETTING, Numbers, number_routes

TOKEN = "a-token-of-many-letters"


@pytest.fixture
def numbers():
    counting = Numbers()
    logging.getLogger().addHandler(counting)
    yield counting
    logging.getLogger().removeHandler(counting)


def value(numbers, name, **labels):
    return numbers.registry.get_sample_value(f"diagnostic_{name}", labels)


@pytest.fixture
def told(tmp_path):
    """A store whose calls are told."""
    store = watched(open_store(str(tmp_path / "a.db"), banks=[the_bank()]))
    yield store
    store.close()


def asked(setting, brought="", store=None):
    """The answer at /metrics with this setting, to who brings this header."""
    root = logging.getLogger()
    before = root.handlers[:]
    settings = {} if setting is None else {SETTING: setting}
    looks = {"live_sessions": lambda: 3.0}
    routes = number_routes("/at", settings, lambda: store, looks, lambda: {"version": "1"})
    try:

        async def ask():
            transport = httpx.ASGITransport(Starlette(routes=routes))
            async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
                return await client.get("/at/metrics", headers={"Authorization": brought})

        return in_a_loop(ask())
    finally:
        root.handlers[:] = before


@pytest.mark.parametrize("setting", [None, "", "off", "OFF", "too-short", "é" * 30])
def test_there_are_no_metrics_until_they_are_asked_for(setting):
    assert asked(setting).status_code == 404


@pytest.mark.parametrize("brought", ["", TOKEN, "Bearer", "Bearer x", f"bearer {TOKEN}", "é"])
def test_without_the_token_there_are_none_either(brought, told):
    header = brought.encode() if not brought.isascii() else brought
    assert asked(TOKEN, header, told).status_code == 404


def test_with_the_token_or_with_on_they_can_be_read(told):
    for answer in (asked(TOKEN, f"Bearer {TOKEN}", told), asked("On", store=told)):
        assert answer.headers["cache-control"] == "private, no-store"
        families = {each.name: each for each in text_string_to_metric_families(answer.text)}
        assert families["diagnostic_live_sessions"].samples[0].value == 3
        assert families["diagnostic_store_ready"].samples[0].value == 1
        assert families["diagnostic_info"].samples[0].labels == {"version": "1"}


def test_what_happens_at_the_store_is_counted(told, numbers):
    begun, shared = somebody_shared(told)
    other, tab = started(told)
    save(told, other, tab, {"answer:OWN-01": 2})
    told.finish(other.record.id, {})
    told.delete(other.record.id)
    told.delete(other.record.id)
    with pytest.raises(NotSaved):
        save(told, other, tab, {"answer:OWN-01": 2})
    told.desk.sharing.withdraw(begun.record.id)
    deeds = ("started", "shared", "finished", "deleted", "withdrawn")
    counts = [value(numbers, "assessments_total", deed=deed) for deed in deeds]
    assert counts == [2, 1, 1, 1, 1]
    assert value(numbers, "saves_total", outcome="ok") == 1
    assert value(numbers, "save_seconds_count") == 1
    assert value(numbers, "store_faults_total", kind="not_saved", code="deleted") is None
    assert told.desk.workspace.read(shared.id, ANNA) is None


def test_faults_and_sign_ins_are_counted_by_what_became_of_them(told, numbers, monkeypatch):
    told.desk.sign_ins.refuse("planted@evil.example")
    for _ in range(4):
        told.desk.sign_ins.knock("consultant", "203.0.113.7")
    told.close()
    with pytest.raises(NotRead):
        told.open("planted")
    assert value(numbers, "sign_ins_total", outcome="refused") == 1
    assert value(numbers, "sign_ins_total", outcome="slowed") == 1
    assert value(numbers, "store_faults_total", kind="not_read", code="closed") == 1
    assert value(numbers, "sign_ins_total", outcome="ok") == 0


def test_every_event_is_counted_or_left_alone_and_no_label_grows_without_end(numbers):
    facts = {"ms": 1.5, "code": "full", "deed": "save", "limit": "starting", "paper": "brief"}
    for event in EVENTS:
        say(event, **facts)
    letters = "abcdefghijklmnopqrstuvwxyz"
    for one in letters:
        for two in "abc":
            say("limit_hit", limit=f"limit_{one}{two}")
    names = {
        sample.labels["limit"]
        for family in numbers.registry.collect()
        for sample in family.samples
        if "limit" in sample.labels
    }
    assert len(names) == MOST_VALUES + 1
    assert value(numbers, "saves_total", outcome="full") == 1
    assert value(numbers, "webhook_tries_total", outcome="not_told") == 1
    assert value(numbers, "paper_seconds_count", paper="brief") == 1


def test_a_watched_store_is_the_store_in_everything_else(told, numbers):
    begun, _ = started(told, **{"answer:OWN-01": 3})
    assert told.open(begun.token) == begun.record
    assert told.health().ok
    assert told.desk.persons.find(begun.token)[0].assessment_id == begun.record.id
    somebody_shared(told, announce={"company": "planted"})
    delivery = told.desk.outbox.claim()
    assert isinstance(delivery, Delivery)
    assert told.desk.outbox.failed(delivery)
    assert value(numbers, "webhook_tries_total", outcome="not_told") == 1
