"""What may be stored beside answers: lengths, codes, days, and the shape of an e-mail address."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, Final

from scoring.answer_checks import Check, line_of_text, text_of_lines
from scoring.answer_problems import Path, ProblemList, TooManyProblems
from storage.desk.tables import PERSON
from storage.desk.values import Contact, Package
from storage.values import Json, Refusal

MOST_LINE: Final = 200
MOST_EMAIL: Final = 254
MOST_CONSENT: Final = 10_000
MOST_COPY: Final = 1_000_000
"""Characters of the copy of one assessment; they are tens of thousands in practice."""
OWNERS: Final = ("owner_ref", "person")
"""Where an answer file names people: who answers for a priority, and who acts in its rule."""
HIDDEN: Final = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that nobody sees and that turn or hide what stands beside them."""
CODE: Final = re.compile(r"[A-Za-z0-9_.-]{1,40}")
LOCAL: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
LABEL: Final = re.compile(r"[A-Za-z0-9-]{1,63}")
BAD_EMAIL: Final = "This is not an e-mail address such as name@company.com."
MISSING: Final = "Please fill this in."


def wrong_with(value: Json, check: Check) -> str | None:
    """The first thing that `check` says of `value`; `None` if nothing."""
    problems = ProblemList()
    with suppress(TooManyProblems):
        check(value, (), problems)
    return problems.found[0][1] if problems.found else None


def a_day(value: Any, path: Path, problems: ProblemList) -> str | None:
    """A day such as `2026-12-31`."""
    if type(value) is str and len(value) == len("2026-12-31"):
        with suppress(ValueError):
            return date.fromisoformat(value).isoformat()
    problems.add(path, "this is not a day such as 2026-12-31")
    return None


def wrong_email(text: str) -> str | None:
    """What is wrong with an e-mail address: its shape, in ASCII, so that no letter passes for
    another; whether it exists is not asked.
    """
    local, at, host = text.rpartition("@")
    labels = host.split(".")
    whole = at and len(text) <= MOST_EMAIL and len(labels) > 1
    if not whole or not LOCAL.fullmatch(local) or local[0] == "." or ".." in f"{local}.":
        return BAD_EMAIL
    if any(not LABEL.fullmatch(each) or each[0] == "-" or each[-1] == "-" for each in labels):
        return BAD_EMAIL
    return BAD_EMAIL if labels[-1].isdigit() else None


def wrong_line(text: str, most: int = MOST_LINE) -> str | None:
    """What is wrong with one line about a person or a company."""
    if type(text) is not str or not text.strip():
        return MISSING
    if HIDDEN.search(text):
        return "This has invisible characters; please type it again."
    return wrong_with(text, line_of_text(most))


def identity(text: str) -> str:
    """The name of a consultant as it is kept; raises `ValueError` if it cannot be one."""
    message = wrong_line(text, PERSON)
    if message is not None:
        raise ValueError(f"a consultant's name cannot be this: {message}")
    return text.strip()


def wrong_in(package: Package) -> tuple[Refusal, ...]:
    """Everything that keeps a package from being stored, each with the name of its entry."""
    return tuple(Refusal(name, message) for name, message in _mistakes(package) if message)


def wrong_contact(contact: Contact) -> dict[str, str | None]:
    """What is wrong with each entry of a contact, `None` if nothing, to be said beside it."""
    email = contact.email
    return {
        "name": wrong_line(contact.name),
        "email": wrong_line(email, MOST_EMAIL) or wrong_email(email),
        "company": wrong_line(contact.company),
    }


def _mistakes(package: Package) -> Iterator[tuple[str, str | None]]:
    consent, summary = package.consent, package.summary
    yield from wrong_contact(package.contact).items()
    texts = text_of_lines(MOST_CONSENT)
    consented = CODE.fullmatch(consent.version) and consent.text.strip()
    yield "consent", wrong_with(consent.text, texts) if consented else "The consent has no text."
    yield "marketing", wrong_with(consent.marketing_text, texts)
    if consent.marketing and not consent.marketing_text.strip():
        yield "marketing", "The consent to marketing has no text."
    levels = summary.levels.items()
    coded = all(CODE.fullmatch(each) for each in (summary.verdict, summary.confidence))
    stepped = all(CODE.fullmatch(key) and level in (None, 1, 2, 3, 4, 5) for key, level in levels)
    yield "summary", None if coded and stepped else "The summary is not that of a result."
    yield "copy", _wrong_copy(package)


def _wrong_copy(package: Package) -> str | None:
    """The copy is an object, and holds neither notes nor owners that were not ticked."""
    if len(package.copy) > MOST_COPY:
        return "The answers are too long to be shared."
    try:
        package.copy.encode()
        copy = json.loads(package.copy)
    except (ValueError, RecursionError):
        copy = None
    if type(copy) is not dict:
        return "The copy is not a JSON object."
    if not package.notes and _holds(copy, "notes", dict):
        return "There are notes in what would be sent, and they were not ticked."
    if not package.owners and any(_holds(copy, key, str) for key in OWNERS):
        return "There are owners in what would be sent, and they were not ticked."
    return None


def _holds(whole: Mapping[str, Any], key: str, kind: type) -> bool:
    """Whether something of this kind stands under `key` anywhere."""
    todo: list[Any] = [whole]
    while todo:
        each = todo.pop()
        if isinstance(each, dict):
            found = each.get(key)
            if found and isinstance(found, kind):
                return True
            todo.extend(each.values())
        elif isinstance(each, list):
            todo.extend(each)
    return False
