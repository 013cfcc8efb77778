"""Answer files: one respondent's answers as JSON, read strictly and written so that they come back.

The format is described in `docs/answer-file.md`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final, TypeVar

from bank.model import Bank
from scoring.answer_checks import a_list, as_it_is, keys_of
from scoring.answer_envelope import FORMAT, REMARKS, AnswerFile, read_answers
from scoring.answer_problems import (
    AnswerProblem,
    BrokenAnswerFile,
    Path,
    ProblemList,
    TooManyProblems,
    shown,
)
from scoring.assessment import Assessment
from scoring.json_document import note_repeated_keys, read_document, refusal
from scoring.known_banks import KnownBanks, Released, no_released_banks

__all__ = [
    "AnswerFile",
    "AnswerProblem",
    "BrokenAnswerFile",
    "read_answer_file",
    "read_company_file",
    "read_comparison_file",
    "write_answer_file",
]

Found = TypeVar("Found")
BOTH: Final = ("first", "second")
COMPARISON_CHECKS: Final = dict.fromkeys((*BOTH, *REMARKS), as_it_is)
COMPANY_CHECKS: Final = dict.fromkeys(("responses", *REMARKS), as_it_is)
NO_GROUP: Final = "in a company file every respondent is 'leader' or 'team'"


def read_answer_file(data: bytes, bank: Bank, released: Released = no_released_banks) -> AnswerFile:
    """Read one respondent's answers.

    `bank` is used unless the file names one of the `released` banks. Raises `BrokenAnswerFile`
    with every problem, in the order of the file.
    """
    banks = KnownBanks(bank, released)
    return _read(data, lambda root, problems: read_answers(root, (), banks, problems))


def read_comparison_file(
    data: bytes, bank: Bank, released: Released = no_released_banks
) -> tuple[AnswerFile, AnswerFile]:
    """Read a file that holds two assessments of one respondent as `first` and `second`."""
    banks = KnownBanks(bank, released)

    def read(root: Any, problems: ProblemList) -> tuple[AnswerFile, AnswerFile] | None:
        found = keys_of(root, (), problems, COMPARISON_CHECKS)
        both = [read_answers(found[key], (key,), banks, problems) for key in BOTH if key in found]
        for key in BOTH:
            if key not in found:
                problems.add((key,), "this assessment is missing")
        first, second = both if len(both) == len(BOTH) else (None, None)
        return (first, second) if first and second else None

    return _read(data, read)


def read_company_file(
    data: bytes, bank: Bank, released: Released = no_released_banks
) -> tuple[AnswerFile, ...]:
    """Read several respondents of one company, from a list `responses` or one respondent's file.

    Every respondent has a `role_group`.
    """
    banks = KnownBanks(bank, released)

    def read(root: Any, problems: ProblemList) -> tuple[AnswerFile, ...]:
        rows: list[tuple[Path, Any]] = [((), root)]
        if "responses" in root:
            found = keys_of(root, (), problems, COMPANY_CHECKS)
            listed = a_list(found.get("responses", []), ("responses",), problems)
            if not root["responses"]:
                problems.add(("responses",), "nobody has answered yet")
            rows = [(("responses", place), row) for place, row in enumerate(listed)]
        people = [_person(row, path, banks, problems) for path, row in rows]
        return tuple(person for person in people if person)

    return _read(data, read)


def _person(row: Any, path: Path, banks: KnownBanks, problems: ProblemList) -> AnswerFile | None:
    person = read_answers(row, path, banks, problems)
    if person and type(row) is dict and row.get("role_group") is None:
        problems.add((*path, "role_group"), NO_GROUP)
    return person


def _read(data: bytes, read: Callable[[Any, ProblemList], Found | None]) -> Found:
    """What `read` makes of the document in `data`; raises `BrokenAnswerFile` on any problem."""
    document = read_document(data)
    if type(document.root) is not dict:
        raise refusal(f"The file holds {shown(document.root)}; an object in braces is expected.")
    problems = ProblemList()
    try:
        note_repeated_keys(document, problems)
        found = read(document.root, problems)
    except TooManyProblems:
        found = None
    if found is None or problems.found:
        raise BrokenAnswerFile(problems.in_file_order(document.root))
    return found


def write_answer_file(assessment: Assessment, bank: Bank, role_group: str | None = None) -> str:
    """The assessment as the text of an answer file; reading it gives an equal assessment.

    Keys stand in the order of the format, ids in the order of the bank. What was not answered is
    left out. Raises `KeyError` for an id that is not in `bank`: an assessment keeps its bank.
    """
    order = {item.id: place for place, item in enumerate(bank.items)}
    order |= {symptom.id: place for place, symptom in enumerate(bank.symptoms.checklist)}
    order |= {row.code: place for place, row in enumerate(bank.profile.change_rows)}
    about = bank.about
    file = {
        "format": FORMAT,
        "bank": {"id": about.id, "version": about.version, "sha256": bank.sha256},
        **({"role_group": role_group} if role_group else {}),
        "input": _plain(assessment, order),
    }
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any, order: Mapping[str, int]) -> Any:
    """`value` as JSON knows it; whole numbers without a decimal point."""
    if is_dataclass(value):
        named = ((each.name, getattr(value, each.name)) for each in fields(value))
        return _filled(named, order)
    if isinstance(value, Mapping):
        return _filled(sorted(value.items(), key=lambda pair: order[pair[0]]), order)
    if isinstance(value, tuple):
        return [_plain(each, order) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _filled(pairs: Any, order: Mapping[str, int]) -> dict[str, Any]:
    """The pairs that say something, as an object."""
    plain = ((key, _plain(value, order)) for key, value in pairs)
    return {key: value for key, value in plain if value not in (None, "", [], {})}
