"""What is sent on sharing: one document, its preview line by line, and its digest.

The preview is read off the document itself, so the two cannot differ.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any, Final

from bank.model import Bank
from discovery.preview import SharedLine, preview
from discovery.shared_part import shared_part
from scoring.answer_file import read_answer_file, write_answer_file
from scoring.assessment import Assessment
from scoring.known_banks import Released, no_released_banks
from scoring.scorecard import Scorecard

FORMAT: Final = "orr-shared-1"
CONTACT_KEYS: Final = ("name", "email", "company")


@dataclass(frozen=True, slots=True)
class Contact:
    """Who shares; asked only on sharing. An empty text is not sent."""

    name: str = ""
    email: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """`document` is the JSON that is sent, in canonical form; `sha256` is the digest of its UTF-8.

    `lines` show it in words, one for each value in it.
    """

    lines: tuple[SharedLine, ...]
    document: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A document read back: answers and their bank, who sent them, which boxes had ticks."""

    assessment: Assessment
    bank: Bank
    contact: Contact
    notes: bool
    owners: bool


class BrokenSharedCopyError(ValueError):
    """The text is no shared copy of ours; the message says what is wrong with it."""


def shared_copy(
    card: Scorecard, bank: Bank, *, notes: bool, owners: bool, contact: Contact | None = None
) -> SharedCopy:
    """The copy of `card`'s answers that would be sent with these boxes ticked.

    Raises `ValueError` if `bank` is not the one the answers belong to.
    """
    if bank.sha256 != card.bank.sha256:
        raise ValueError("A shared copy is made with the bank that the answers belong to.")
    kept = shared_part(card.assessment, notes=notes, owners=owners)
    who = contact or Contact()
    content = {
        "format": FORMAT,
        "contact": {key: getattr(who, key) for key in CONTACT_KEYS if getattr(who, key)},
        "includes": {"notes": notes, "owners": owners},
        "answers": json.loads(write_answer_file(kept, bank)),
    }
    document = canonical(content)
    return SharedCopy(preview(json.loads(document), bank), document, digest(document))


def canonical(content: Mapping[str, Any]) -> str:
    """`content` as JSON in one way only: sorted keys, no spaces, characters as they are."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(document: str) -> str:
    """SHA-256 of the document's UTF-8, in hexadecimal; what was shown and what is kept share it."""
    return sha256(document.encode("utf-8")).hexdigest()


def open_shared_copy(document: str, bank: Bank, released: Released = no_released_banks) -> Shared:
    """Read a document back; its answers are held against the bank that they name.

    Raises `BrokenSharedCopyError` for another kind of document and `BrokenAnswerFile` for answers
    that do not fit their bank.
    """
    content = _content(document)
    answers = json.dumps(content["answers"], ensure_ascii=False).encode("utf-8")
    file = read_answer_file(answers, bank, released)
    ticked = content["includes"]
    return Shared(
        assessment=file.assessment,
        bank=file.bank,
        contact=Contact(**content["contact"]),
        notes=ticked["notes"],
        owners=ticked["owners"],
    )


def _content(document: str) -> dict[str, Any]:
    """The parsed document, if it has the parts that `shared_copy` writes."""
    try:
        content = json.loads(document)
    except (ValueError, RecursionError) as problem:
        raise BrokenSharedCopyError("This is not JSON.") from problem
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BrokenSharedCopyError(f"This is not a document of the format {FORMAT}.")
    contact, ticked = content.get("contact"), content.get("includes")
    known = {field.name for field in fields(Contact)}
    if not isinstance(contact, dict) or not known.issuperset(contact):
        raise BrokenSharedCopyError("The contact has keys that are not known.")
    if not all(isinstance(value, str) for value in contact.values()):
        raise BrokenSharedCopyError("The contact holds something that is no text.")
    sound = isinstance(ticked, dict) and all(
        isinstance(ticked.get(key), bool) for key in ("notes", "owners")
    )
    if not sound or not isinstance(content.get("answers"), dict):
        raise BrokenSharedCopyError("The document lacks its answers or says not what it includes.")
    return content
