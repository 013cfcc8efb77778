"""What child processes of the tests do to a store; `python -m tests.storage NAME PATH …`.

Each prints a line of JSON. Those that must begin together say "ready" and wait for a line.
"""

import json
import multiprocessing
import os
import random
import resource
import signal
import sys
from pathlib import Path

from storage import NotSaved, StoreRefused, open_store
from storage.migrating import Revisions
from storage.sqlite import SqliteDatabase
from tests.storage.verbs import ROUNDS, the_bank

FULL_AT = 2_000_000
"""Bytes at which a file can grow no further in `fill`."""


def together():
    print("ready", flush=True)
    sys.stdin.readline()


def begin(path):
    """Open a store at the same moment as others; say whether it is well."""
    together()
    store = open_store(path)
    print(json.dumps({"ok": store.health().ok}))
    store.close()


def begin_all(path, count):
    """Open a store in `count` processes at the same moment; say which of them are well.

    They are forked, so that they cost an opening each and no imports.
    """
    fork = multiprocessing.get_context("fork")
    gate, told = fork.Barrier(int(count)), fork.SimpleQueue()

    def one():
        gate.wait()
        store = open_store(path)
        told.put(store.health().ok)
        store.close()

    processes = [fork.Process(target=one) for _ in range(int(count))]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(json.dumps({"well": [told.get() for process in processes if process.exitcode == 0]}))


def upgrade(path, revisions):
    """Open a store with one more revision at the same moment as others."""
    together()
    plan = Revisions(more=(Path(revisions),))
    database = SqliteDatabase(Path(path), link_key=None, wait=5, revisions=plan)
    with database.reading() as connection:
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").one()
    print(json.dumps({"revision": row[0]}))
    database.close()


def write(path, assessment_id, name, count):
    """Save `count` values of one field; say how many were acknowledged."""
    store = open_store(path, banks=[the_bank()])
    tab = store.open_tab(assessment_id)
    together()
    for number in range(int(count)):
        store.save(assessment_id, tab, {name: number}, {}, f"{name} {number}")
    print(json.dumps({"acknowledged": int(count)}))
    store.close()


def refused(path):
    """Open a store that cannot be opened; say why."""
    try:
        open_store(path).close()
    except StoreRefused as fault:
        print(json.dumps({"code": fault.code, "words": str(fault)}))


def fill(path, assessment_id):
    """Write until a file may grow no further, then read, make room and write again."""
    store = open_store(path, banks=[the_bank()])
    tab = store.open_tab(assessment_id)
    told = {"acknowledged": 0}
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_AT, resource.RLIM_INFINITY))
    try:
        for number in range(100_000):
            note = {"note:OWN-01": f"{number}" + "x" * 900}
            store.save(assessment_id, tab, note, {}, f"fill {number}")
            told["acknowledged"] = number + 1
    except NotSaved as fault:
        told["code"] = fault.code
    told["read"] = store.read(assessment_id).fields["note:OWN-01"].strip("x")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    outcome = store.save(assessment_id, tab, {"note:OWN-01": "room"}, {}, "room")
    told["after"] = outcome.record.fields["note:OWN-01"]
    store.close()
    print(json.dumps(told))


def killed(path, assessment_id, rounds=ROUNDS):
    """Kill a writing process `rounds` times; say what it acknowledged and what came back.

    Each round forks, so that it costs an opening and some saves but no imports.
    """
    chance = random.Random(3)
    the_bank()
    acknowledged, missing, lines = 0, [], []
    for number in range(int(rounds)):
        found, lines = _round(path, assessment_id, acknowledged, chance.randint(1, 12))
        if found < acknowledged:
            missing.append([number, acknowledged, found])
        acknowledged = max(acknowledged, *lines) if lines else acknowledged
    print(json.dumps({"acknowledged": acknowledged, "missing": missing}))


def _round(path, assessment_id, last, until):
    """What the new process found stored, and every number it acknowledged before it was killed."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _count(path, assessment_id, last, into)
    os.close(into)
    with os.fdopen(out) as pipe:
        found = int(pipe.readline())
        lines = [int(pipe.readline()) for _ in range(until)]
        os.kill(child, signal.SIGKILL)
        lines += [int(line) for line in pipe if line.endswith("\n")]
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    return found, lines


def _count(path, assessment_id, last, into):
    """Save and acknowledge numbers above `last` until killed."""
    store = open_store(path, banks=[the_bank()])
    tab = store.open_tab(assessment_id)
    stored = int(store.read(assessment_id).fields.get("seconds_core", 0))
    os.write(into, b"%d\n" % stored)
    number = max(stored, last)
    while True:
        number += 1
        change = {"seconds_core": number, "note:OWN-01": "x" * (number % 997)}
        store.save(assessment_id, tab, change, {}, f"count {number}")
        os.write(into, b"%d\n" % number)


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    globals()[name](*arguments)
