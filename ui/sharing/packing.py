"""What would be sent, made anew in every run: the list is drawn from it, and the store gets it."""

import json
from dataclasses import dataclass
from typing import Final

from discovery.consent import Consent as Words
from discovery.preview import SharedLine, preview
from discovery.shared_copy import Contact as Sender
from discovery.shared_copy import SharedCopy, shared_copy
from scoring.scorecard import Scorecard
from storage.desk import Consent, Contact, Package, Shared, Summary

PACE: Final = ("answers", "input", "seconds_core")
"""Where a copy holds the seconds spent: reading on does not make what was shared out of date."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of the page; nothing of it is stored before *Share*."""

    contact: Contact
    notes: bool = False
    owners: bool = False


def copy_of(card: Scorecard, typed: Typed) -> SharedCopy:
    """The copy of the answers that goes along with what is typed."""
    who = typed.contact
    return shared_copy(
        card,
        card.bank,
        notes=typed.notes,
        owners=typed.owners,
        contact=Sender(who.name, who.email, who.company),
    )


def package_of(
    card: Scorecard, typed: Typed, copy: SharedCopy, words: Words, marketing: bool
) -> Package:
    """Everything that is stored: contact, consent, the result in short, the copy."""
    text = "\n\n".join((*words.paragraphs, words.agree))
    return Package(
        contact=typed.contact,
        consent=Consent(words.version, text, marketing, words.marketing),
        summary=summary_of(card),
        copy=copy.document,
        notes=typed.notes,
        owners=typed.owners,
    )


def summary_of(card: Scorecard) -> Summary:
    """The result in short, as the list of shared results shows it."""
    levels = {name: entry.level for name, entry in card.dimensions.items()}
    return Summary(card.verdict.code, card.confidence, levels)


def typed_of(shared: Shared) -> Typed:
    """What was typed when this was shared."""
    package = shared.package
    return Typed(package.contact, package.notes, package.owners)


def lines_of(card: Scorecard, shared: Shared) -> tuple[SharedLine, ...]:
    """What was sent, read off the stored copy itself."""
    return preview(json.loads(shared.package.copy), card.bank)


def is_out_of_date(card: Scorecard, shared: Shared) -> bool:
    """Whether sharing the same parts now would send other answers."""
    now, then = copy_of(card, typed_of(shared)).lines, lines_of(card, shared)
    return _without_pace(now) != _without_pace(then)


def _without_pace(lines: tuple[SharedLine, ...]) -> list[SharedLine]:
    return [line for line in lines if line.path != PACE]
