"""What runs beside the pages: it starts late, works by itself, says little and stops at once."""

import logging
import signal
from datetime import timedelta
from threading import Event, Thread
from time import monotonic

import pytest

from storage import NotSaved, open_store
from storage.desk.announcing import WEBHOOK
from storage.desk.keeping import DAYS, MONTHS
from tests.loops import in_a_loop
from tests.storage.desk_verbs import MovedClock, somebody_shared
from tests.storage.verbs import started, the_bank
from tests.web.waiting import wait_until
from web.forgetting import Forgetter
from web.hook.settings import SECRET
from web.hook.worker import Teller
from web.tidying import Tidier, warm
from web.upkeep import kind_of, upkeep, workers

WE = ("web", "diagnostic")
HOOK = {WEBHOOK: "https://hooks.example.com/planted-path", SECRET: "planted-" * 5}


@pytest.fixture
def clock():
    return MovedClock()


@pytest.fixture
def store(tmp_path, clock):
    opened = open_store(str(tmp_path / "diagnostic.db"), banks=[the_bank()], clock=clock)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _no_breath(monkeypatch):
    monkeypatch.setattr("web.tidying.load_faces", lambda: None)
    for name in (*HOOK, DAYS, MONTHS):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def said(caplog):
    """The lines of our own log so far."""
    caplog.set_level(logging.INFO, "web")
    return lambda: [line.getMessage() for line in caplog.records if line.name.startswith(WE)]


def running(worker):
    thread = Thread(target=worker.run)
    thread.start()
    return thread


def test_what_is_old_goes_soon_after_the_start_and_every_day(store, clock, said):
    begun, _ = started(store)
    _, shared = somebody_shared(store)
    clock.move(days=31)
    tidier = Tidier(lambda: store, {}, breath=0.0, every=0.05)
    thread = running(tidier)
    assert wait_until(lambda: store.open(begun.token) is None)
    assert [each.id for each in store.desk.workspace.listed()] == [shared.id]
    clock.at += timedelta(days=340)
    assert wait_until(lambda: store.desk.workspace.listed() == ())
    tidier.stop()
    thread.join(2)
    assert not thread.is_alive()
    nothing = "Retention: deleted 0 unshared, 0 shared, 0 sign-ins, 0 tries, 0 events"
    assert nothing.replace("0 unshared", "1 unshared") in said()
    assert nothing.replace("0 shared", "1 shared") in said()
    assert shared.id not in "".join(said())


def test_how_long_is_kept_is_as_set(store, clock):
    begun, _ = started(store)
    clock.move(days=40)
    assert Tidier(lambda: store, {DAYS: "50"}).tidy()
    assert store.open(begun.token) is not None
    assert Tidier(lambda: store, {DAYS: "39"}).tidy()
    assert store.open(begun.token) is None


def test_a_wrong_setting_deletes_nothing_and_says_so(store, clock, said):
    begun, _ = started(store)
    clock.move(days=4_000)
    assert Tidier(lambda: store, {MONTHS: "for ever"}).tidy()
    assert store.open(begun.token) is not None
    (line,) = said()
    wrong = f"Retention: {MONTHS} has to be a whole number from 1 to 120."
    assert line == f"{wrong} Nothing is deleted until then."


@pytest.mark.parametrize("fault", [NotSaved("locked", "planted"), RuntimeError("planted")])
def test_a_fault_is_one_line_and_is_tried_again_soon(store, clock, said, fault):
    begun, _ = started(store)
    clock.move(days=31)
    faults = [fault]

    def opened():
        if faults:
            raise faults.pop()
        return store

    tidier = Tidier(opened, {}, breath=0.0, again=0.02)
    thread = running(tidier)
    assert wait_until(lambda: store.open(begun.token) is None)
    tidier.stop()
    thread.join(2)
    first, *_ = said()
    assert first.endswith("; trying later")
    assert "planted" not in first


def test_fonts_are_made_before_anybody_asks_and_a_missing_one_stops_nothing(monkeypatch, said):
    made = []
    monkeypatch.setattr("web.tidying.load_faces", lambda: made.append("faces"))
    warm()
    monkeypatch.setattr("web.tidying.load_faces", lambda: made[1])
    warm()
    assert (made, said()) == (["faces"], ["Fonts: stumbled over IndexError"])


def test_the_kind_of_store_is_told_and_not_where_it_is():
    planted = "postgresql+psycopg://planted:planted@db.example/planted"
    kinds = [kind_of({"DIAGNOSTIC_DB": each}) for each in (planted, "sqlite:///a.db", "/a.db", "")]
    assert kinds == ["postgresql", "sqlite", "sqlite", "sqlite"]
    assert kind_of({}) == "sqlite"


def test_a_stop_before_the_first_breath_ends_at_once():
    tidier = Tidier(lambda: pytest.fail("the store was not to be opened"), {}, breath=60.0)
    thread = running(tidier)
    tidier.stop()
    thread.join(1)
    assert not thread.is_alive()


def test_a_webhook_works_only_when_it_is_set_rightly(store, said):
    assert [type(each) for each in workers(lambda: store, {})] == [Tidier, Forgetter]
    assert [type(each) for each in workers(lambda: store, HOOK)] == [Tidier, Forgetter, Teller]
    wrong = {**HOOK, WEBHOOK: "http://hooks.example.com/planted-path"}
    assert [type(each) for each in workers(lambda: store, wrong)] == [Tidier, Forgetter]
    assert said() == [
        "Webhook: events are told to hooks.example.com",
        f"Webhook: {WEBHOOK} has to begin with https://. Nothing is told until then.",
    ]


def test_serving_starts_at_once_and_stops_within_two_seconds_whatever_hangs(monkeypatch, store):
    over = Event()

    class Hangs:
        def run(self):
            over.wait(20)

        def stop(self):
            """Does not listen."""

    monkeypatch.setattr("web.upkeep.workers", lambda *_: [Hangs(), Hangs()])

    async def serve():
        begun = monotonic()
        async with upkeep(lambda: store):
            ready = monotonic()
        return ready - begun, monotonic() - ready

    to_start, to_stop = in_a_loop(serve())
    over.set()
    assert to_start < 0.5
    assert to_stop < 2


def test_a_server_runs_with_a_wrong_webhook_cleans_up_and_ends_at_once(servers):
    secret = HOOK[SECRET]
    wrong = {WEBHOOK: "https://planted-user@hooks.example.com/", SECRET: secret, DAYS: "2"}
    server = servers(settings=wrong).start()
    log = server.folder / "log.txt"
    assert wait_until(lambda: "Retention: deleted 0 unshared" in log.read_text("utf-8"), 15)
    assert server.get("/readyz")[0] == 200
    begun = monotonic()
    server.signal(signal.SIGTERM)
    assert wait_until(lambda: not server._lives())
    assert monotonic() - begun < 2
    text = log.read_text("utf-8")
    assert "must not hold a user or a password" in text
    assert "planted" not in text
    assert "Traceback" not in text
