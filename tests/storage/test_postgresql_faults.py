"""Faults of a store on PostgreSQL: nothing is acknowledged that is not kept, nothing waits long."""

import os
import signal
from contextlib import closing, contextmanager, suppress
from threading import Event, Thread
from time import monotonic, sleep

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from storage import NotRead, NotSaved, StoreRefused, open_store
from storage.postgresql import MOST_CONNECTIONS
from storage.postgresql_driver import TICK, patience
from tests.postgres import OWNER, running
from tests.storage.verbs import child, save, started, the_bank, told

WAIT = 0.6
ROUNDS = int(os.environ.get("FAULT_ROUNDS", "0"))
CRASHES, KILLS = ROUNDS // 5 or 1, 2 * ROUNDS or 5
"""How often the server crashes, and a program that writes is killed; `make faults` sets more."""


@pytest.fixture(scope="module")
def server():
    """A server as an operator runs it: what it acknowledges is on the disk."""
    with running() as found:
        yield found


@pytest.fixture
def url(server):
    return server.emptied()


@pytest.fixture
def store(url):
    opened = open_store(url, wait=WAIT, banks=[the_bank()])
    yield opened
    opened.close()


def not_saved(store, begun, tab, most=WAIT + 1):
    """The fault that a save meets now; it takes little longer than the limit."""
    since = monotonic()
    with pytest.raises(NotSaved) as refused:
        save(store, begun, tab, {"answer:OWN-01": 4})
    assert monotonic() - since < most
    assert refused.value.reason
    assert refused.value.advice
    return refused.value


def saves_again(store, begun, tab):
    outcome = save(store, begun, tab, {"answer:OWN-01": 3})
    return outcome.record.fields == {"answer:OWN-01": 3}


def backends(server):
    words = f"SELECT pid FROM pg_stat_activity WHERE usename = '{OWNER}'"
    return [row[0] for row in server.ask(words)]


@contextmanager
def still(*processes):
    """Processes that do nothing meanwhile, though the machine answers for them."""
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            os.kill(process, signal.SIGCONT)


def test_a_server_that_holds_still_is_given_up_in_time(store, server):
    begun, tab = started(store)
    with still(*backends(server)):
        assert not_saved(store, begun, tab).code == "locked"
    assert saves_again(store, begun, tab)


def test_a_server_that_holds_still_before_a_commit_acknowledges_nothing(store, server):
    begun, _ = started(store)
    since = monotonic()

    def stopped_before_its_commit():
        with store._database.writing() as connection:
            connection.exec_driver_sql("UPDATE instance SET probe = 'never'")
            with still(*backends(server)):
                connection.commit()

    with pytest.raises(NotSaved, match="did not answer"):
        stopped_before_its_commit()
    assert monotonic() - since < WAIT + 1
    assert store.read(begun.record.id) == begun.record


def test_a_server_that_takes_no_new_connection_is_given_up_in_time(store, server):
    begun, tab = started(store)
    busy = backends(server)
    with still(server.process, *busy):
        assert not_saved(store, begun, tab, most=WAIT + 3).code == "locked"
        assert not store.health().ok
    assert saves_again(store, begun, tab)


def test_a_server_restarted_under_an_idle_store_costs_nothing(store, server):
    begun, tab = started(store)
    with store._database.reading(), store._database.reading():
        pass
    server.stop()
    server.start()
    assert saves_again(store, begun, tab)
    assert store.read(begun.record.id).fields == {"answer:OWN-01": 3}


def test_a_server_that_is_down_says_so_at_once_and_comes_back_by_itself(store, server):
    begun, tab = started(store)
    server.stop()
    try:
        fault = not_saved(store, begun, tab, most=0.5)
        assert (fault.code, "cannot be reached" in fault.reason) == ("gone", True)
        with pytest.raises(NotRead):
            store.read(begun.record.id)
        assert not store.health().ok
        with pytest.raises(StoreRefused) as refused:
            open_store(server.first, wait=WAIT)
        assert refused.value.code == "gone"
    finally:
        server.start()
    assert store.health().ok
    assert saves_again(store, begun, tab)


def test_a_server_that_crashes_while_answers_are_saved_loses_none_that_was_acknowledged(
    store, server
):
    begun, tab = started(store)
    acknowledged, stop = [], Event()

    def answer():
        number = 0
        while not stop.is_set():
            number += 1
            try:
                save(store, begun, tab, {"seconds_core": number})
            except NotSaved:
                continue
            acknowledged.append(number)

    thread = Thread(target=answer)
    thread.start()
    try:
        for _ in range(CRASHES):
            count = len(acknowledged)
            while thread.is_alive() and len(acknowledged) < count + 20:
                stop.wait(0.01)
            server.stop(signal.SIGQUIT)
            server.start()
    finally:
        stop.set()
        thread.join()
    values = "SELECT value::int FROM event WHERE name = 'seconds_core' AND kind = 'saved'"
    kept = {row[0] for row in server.ask(values, "t1")}
    assert set(acknowledged) <= kept
    assert store.read(begun.record.id).fields["seconds_core"] >= acknowledged[-1]


def test_a_writer_killed_again_and_again_loses_nothing_it_acknowledged(store, url):
    begun, _ = started(store)
    result = told(child("killed", url, begun.record.id, KILLS), timeout=600)
    assert result["missing"] == []
    assert result["acknowledged"] >= KILLS
    assert store.open(begun.token).fields["seconds_core"] >= result["acknowledged"]


@contextmanager
def outside(server, words):
    """A transaction of another program that has said `words` and stays open."""
    with closing(psycopg.connect(server.address("t1"))) as raw:
        raw.execute(words)
        yield


def test_an_assessment_that_another_program_holds_says_so_in_time_and_others_go_on(store, server):
    begun, tab = started(store)
    other, its = started(store)
    held = f"SELECT * FROM assessment WHERE id = '{begun.record.id}' FOR UPDATE"
    with outside(server, held):
        fault = not_saved(store, begun, tab, most=WAIT)
        assert (fault.code, "busy" in fault.reason) == ("locked", True)
        assert saves_again(store, other, its)
        assert store.read(begun.record.id) == begun.record
    assert saves_again(store, begun, tab)


def test_a_program_that_hangs_inside_a_transaction_loses_it(store, server):
    begun, tab = started(store)
    with closing(store._database._fresh()) as hung:
        hung.execute("BEGIN; SELECT * FROM assessment FOR UPDATE")
        assert not_saved(store, begun, tab).code == "locked"
        sleep(WAIT)
        assert saves_again(store, begun, tab)


def test_a_store_without_a_free_connection_says_so_in_time(store):
    begun, tab = started(store)
    inside, done = [Event() for _ in range(MOST_CONNECTIONS)], Event()

    def hold(mine):
        with store._database.reading():
            mine.set()
            done.wait(10)

    threads = [Thread(target=hold, args=(mine,)) for mine in inside]
    for thread, mine in zip(threads, inside, strict=True):
        thread.start()
        assert mine.wait(10)
    assert not_saved(store, begun, tab).code == "locked"
    done.set()
    for thread in threads:
        thread.join()
    assert saves_again(store, begun, tab)


def administered(server, words):
    """Change what the account or the database may do, for new connections, of which there are
    only new ones from now on.
    """
    server.ask(words)
    for process in backends(server):
        server.ask(f"SELECT pg_terminate_backend({process}, 5000)")


FORBIDDEN = {
    "read only": (
        f"ALTER ROLE {OWNER} SET default_transaction_read_only = on",
        f"ALTER ROLE {OWNER} RESET default_transaction_read_only",
        "read_only",
        "cannot be written",
    ),
    "no connection left": (
        f"ALTER ROLE {OWNER} CONNECTION LIMIT 0",
        f"ALTER ROLE {OWNER} CONNECTION LIMIT -1",
        "locked",
        "no connection left",
    ),
    "no account": (
        f"ALTER ROLE {OWNER} NOLOGIN",
        f"ALTER ROLE {OWNER} LOGIN",
        "gone",
        "does not let this program in",
    ),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_the_server_forbids_is_said_plainly_and_ends_when_it_is_allowed(store, server, what):
    forbid, allow, code, words = FORBIDDEN[what]
    begun, tab = started(store)
    administered(server, forbid)
    try:
        fault = not_saved(store, begun, tab)
        assert (fault.code, words in fault.reason) == (code, True)
        assert not store.health().ok
        with pytest.raises(StoreRefused) as refused:
            open_store(server.first, wait=WAIT)
        assert refused.value.code == code
        if code == "read_only":
            assert store.read(begun.record.id) == begun.record
    finally:
        administered(server, allow)
    assert saves_again(store, begun, tab)


RAISE = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'CANARY' USING ERRCODE = '{state}'; END $$;
CREATE TRIGGER refused BEFORE INSERT ON event EXECUTE FUNCTION refuse()
"""


@pytest.mark.parametrize(
    ("state", "code"),
    [("53100", "full"), ("XX001", "damaged"), ("40P01", "locked"), ("58030", "unknown")],
)
def test_what_the_server_reports_becomes_a_plain_sentence(store, server, state, code):
    begun, tab = started(store)
    server.ask(RAISE.format(state=state), "t1")
    try:
        fault = not_saved(store, begun, tab)
    finally:
        server.ask("DROP FUNCTION refuse CASCADE", "t1")
    assert (fault.code, "CANARY" in str(fault)) == (code, False)
    assert store.read(begun.record.id) == begun.record
    assert saves_again(store, begun, tab)


def test_another_store_in_the_same_place_is_noticed(store, server):
    begun, tab = started(store)
    (before,) = server.ask("SELECT id FROM instance", "t1")
    server.ask("UPDATE instance SET id = 'another'", "t1")
    assert not_saved(store, begun, tab).code == "replaced"
    with pytest.raises(NotRead):
        store.read(begun.record.id)
    server.ask(f"UPDATE instance SET id = '{before[0]}'", "t1")
    assert saves_again(store, begun, tab)


def test_a_failed_transaction_is_never_taken_for_a_committed_one(store):
    def fails_and_goes_on():
        with store._database.writing() as connection, suppress(DBAPIError):
            connection.exec_driver_sql("SELECT 1 / 0")

    with pytest.raises(NotSaved):
        fails_and_goes_on()


def test_patience_inside_patience_is_not_longer():
    with patience(1) as outer, patience(100) as inner:
        assert inner == outer
    assert TICK < WAIT


def test_what_is_asked_for_with_a_nul_is_not_there(store):
    begun, _ = started(store)
    assert store.read(f"{begun.record.id}\0") is store.desk.workspace.read("\0", "anna@f.example")
