"""What stands around the answers in a file: the format, the bank, and whose answers they are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bank.model import Bank
from scoring.answer_checks import Check, an_object, as_it_is, keys_of, line_of_text, one_of
from scoring.answer_problems import Path, ProblemList, shown
from scoring.answer_sections import INPUT_KEYS, read_input
from scoring.assessment import MOST_NAME, Assessment
from scoring.known_banks import KnownBanks, NamedBank

FORMAT: Final = "orr-answers-1"
ROLE_GROUPS: Final = ("leader", "team")
REMARKS: Final = ("id", "title", "story", "kind", "expected")
"""Keys beside `input` that are allowed and not read: they describe a worked example."""
OTHER_FILES: Final = {
    "responses": "this file holds several respondents; use python -m scoring company",
    "first": "this file holds two assessments; use python -m scoring compare",
    "second": "this file holds two assessments; use python -m scoring compare",
}


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """An assessment, the bank it was answered with, and *leader* or *team* if the file says so."""

    assessment: Assessment
    bank: Bank
    role_group: str | None = None


def read_answers(
    value: Any, path: Path, banks: KnownBanks, problems: ProblemList
) -> AnswerFile | None:
    """One respondent's answers: an object with `input`, or the bare `input` itself.

    Gives `None` when the bank is not known; then nothing can be said about the answers.
    """
    root = an_object(value, path, problems)
    if root.keys() & OTHER_FILES.keys() and "input" not in root:
        key = next(key for key in root if key in OTHER_FILES)
        problems.add((*path, key), OTHER_FILES[key])
        return None
    if not root.keys() & {"format", "bank", "input"}:
        assessment = read_input(root, path, banks.current, problems)
        return AnswerFile(assessment, banks.current)
    if root.get("format") not in (None, FORMAT):
        wrong = shown(root["format"])
        problems.add((*path, "format"), f"{wrong} is not known; this version reads '{FORMAT}'")
        return None
    return _enveloped(root, path, banks, problems)


def _enveloped(
    root: Mapping[str, Any], path: Path, banks: KnownBanks, problems: ProblemList
) -> AnswerFile | None:
    found = keys_of(root, path, problems, ENVELOPE_CHECKS)
    bank = banks.current
    if root.get("bank") is not None:
        named = found.get("bank")
        chosen = banks.choose(named) if named else None
        if named and not chosen:
            problems.add((*path, "bank"), named.why_unknown())
        if not chosen:
            return None
        bank = chosen
    if "input" not in found:
        problems.add((*path, "input"), "the answers are missing")
        return None
    assessment = read_input(found["input"], (*path, "input"), bank, problems)
    return AnswerFile(assessment, bank, found.get("role_group"))


def _named_bank(value: Any, path: Path, problems: ProblemList) -> NamedBank | None:
    before = len(problems.found)
    found = keys_of(value, path, problems, BANK_CHECKS)
    if len(problems.found) > before:
        return None
    if "sha256" not in found and not {"id", "version"} <= found.keys():
        problems.add(path, "a bank is named by its sha256, or by its id and version")
        return None
    return NamedBank(**found)


def _digest(value: Any, path: Path, problems: ProblemList) -> str | None:
    if type(value) is str and re.fullmatch("[0-9a-f]{64}", value):
        return value
    problems.add(path, f"{shown(value)} is not a sha256: 64 characters out of 0-9 and a-f")
    return None


def _misplaced(value: Any, path: Path, problems: ProblemList) -> None:
    problems.add(path, "this belongs inside 'input'")


BANK_CHECKS: Final[Mapping[str, Check]] = {
    "id": line_of_text(MOST_NAME),
    "version": line_of_text(MOST_NAME),
    "sha256": _digest,
}
ENVELOPE_CHECKS: Final[Mapping[str, Check]] = {
    **dict.fromkeys(INPUT_KEYS, _misplaced),
    **dict.fromkeys(("format", "input", *REMARKS), as_it_is),
    "bank": _named_bank,
    "role_group": one_of(ROLE_GROUPS),
}
