"""Fills a throwaway store with many assessments fast: straight into its tables, answers varied."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from random import Random

from scoring import score
from scoring.export import as_json
from storage import Json, open_store
from storage.fields import assessment_of, fields_of
from tests.scoring.verbs import person
from tests.storage.verbs import TEXT, the_bank

VARIANTS = 500
AT = "2026-01-01T00:00:00.000000Z"


@lru_cache(maxsize=VARIANTS)
def varied(number: int) -> dict[str, Json]:
    """P1's answers with other levels for each number."""
    random = Random(number)
    fields = dict(fields_of(person("P1")))
    lean = random.randrange(5)
    for item in the_bank().items:
        level = min(4, max(0, lean + random.choice((-1, 0, 0, 1))))
        fields[f"answer:{item.id}"] = level if random.random() < 0.95 else "dk"
    for symptom in the_bank().symptoms.checklist:
        fields[f"symptom:{symptom.id}"] = random.randrange(3)
    return fields


@lru_cache(maxsize=VARIANTS)
def _texts(number: int) -> tuple[list[tuple[str, str]], str, str]:
    """Fields as rows, as one object, and the result, all as JSON."""
    fields = varied(number)
    result = as_json(score(the_bank(), assessment_of(fields, the_bank())))
    rows = [(name, json.dumps(value, ensure_ascii=False)) for name, value in fields.items()]
    return rows, json.dumps(fields, ensure_ascii=False), json.dumps(result, ensure_ascii=False)


def seed(path: Path, people: int) -> None:
    """A store at `path` with so many assessments, every second one finished."""
    store = open_store(str(path))
    store.start(TEXT, the_bank())
    store.close()
    digest = the_bank().sha256
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("DELETE FROM assessment")
        names = [f"{number:022d}" for number in range(people)]
        raw.executemany(
            "INSERT INTO assessment VALUES (?, ?, ?, ?, ?, ?, 1, 0)",
            (
                (name, f"{name:>64}", digest, AT, AT, AT if number % 2 else None)
                for number, name in enumerate(names)
            ),
        )
        raw.executemany("INSERT INTO field VALUES (?, ?, ?, 1, 1, 1)", _fields(names))
        raw.executemany("INSERT INTO snapshot VALUES (?, 1, ?, ?, ?, ?)", _results(names))


def _fields(names: list[str]) -> Iterator[tuple[str, str, str]]:
    for number, name in enumerate(names):
        for field, value in sorted(_texts(number % VARIANTS)[0]):
            yield name, field, value


def _results(names: list[str]) -> Iterator[tuple[str, str, str, str, str]]:
    for number, name in enumerate(names):
        if number % 2:
            _, fields, result = _texts(number % VARIANTS)
            yield name, AT, the_bank().sha256, result, fields
