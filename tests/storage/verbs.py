"""What tests of the store say: a bank, answers, and programs that use one store at once."""

import json
import subprocess
import sys
from functools import lru_cache
from itertools import count
from pathlib import Path

from bank import load

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = (ROOT / "questions.yaml").read_bytes()
OTHER_TEXT = TEXT + b"\n# The same questions in another file.\n"
ROUNDS = 100
"""How often a writing process is killed."""
KEYS = (f"key {number}" for number in count())


@lru_cache
def the_bank(text=TEXT):
    return load(text)


def started(store, **fields):
    """A new assessment and its first tab."""
    begun = store.start(TEXT, the_bank(), fields)
    return begun, store.open_tab(begun.record.id)


def save(store, begun, tab, changes, base=None, key=None, **how):
    return store.save(begun.record.id, tab, changes, base or {}, key or next(KEYS), **how)


def child(program, *arguments, before=()):
    """Start `program` (a function in `__main__.py`) in a process of its own."""
    command = [
        *before,
        sys.executable,
        "-m",
        "tests.storage",
        program,
        *map(str, arguments),
    ]
    return subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def together(children):
    """Wait until all children are ready, let them go at once, and gather what they tell."""
    for process in children:
        assert process.stdout.readline() == "ready\n"
    for process in children:
        process.stdin.write("go\n")
        process.stdin.flush()
    return [told(process) for process in children]


def told(process, timeout=60):
    """What a child printed as its last line, once it has ended well."""
    output = process.communicate(timeout=timeout)[0]
    assert process.returncode == 0, output
    return json.loads(output.splitlines()[-1])
