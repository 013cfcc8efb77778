"""Whether the store holds what respondents gave: read straight from its tables, only to read."""

import json
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import create_engine, select

from benchmarks.load.respondent import Told
from storage import tables
from storage.opening import path_of


def wrong_answers(url: str, told: Iterable[Told]) -> list[str]:
    """A line for each answer that is not stored as it was given; `url` names the store."""
    server = url.startswith("postgres")
    place = "" if server else f"sqlite:///file:{Path(path_of(url)).absolute()}?mode=ro&uri=true"
    engine = create_engine(url if server else place)
    wrong = []
    try:
        with engine.connect() as connection:
            for each in told:
                query = select(tables.field.c.name, tables.field.c.value).where(
                    tables.field.c.assessment_id == each.assessment
                )
                stored = {
                    name: json.loads(text or "null") for name, text in connection.execute(query)
                }
                wrong += [
                    f"respondent {each.number}, {name}: gave {value!r}, stored {stored.get(name)!r}"
                    for name, value in each.given.items()
                    if stored.get(name) != value
                ]
    finally:
        engine.dispose()
    return wrong
