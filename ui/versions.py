"""Which version of what runs here, for the metrics and for who asks."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from ui import question_bank

PROJECT: Final = Path(__file__).resolve().parent.parent / "pyproject.toml"


def all_of_them() -> dict[str, str]:
    """The program’s version, and the id and version of the question bank for new assessments."""
    file = question_bank.current()
    if isinstance(file, question_bank.BankTrouble):
        return {"version": of_program(), "bank": "none", "bank_version": "none"}
    about = file.bank.about
    return {"version": of_program(), "bank": about.id, "bank_version": about.version}


@cache
def of_program() -> str:
    """The version in pyproject.toml; *unknown* where that was not brought along."""
    try:
        return str(tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"])
    except (OSError, KeyError, ValueError):
        return "unknown"
