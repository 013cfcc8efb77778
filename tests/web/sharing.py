"""Somebody who shares real answers, as the page of sharing does, and a consultant who is let in."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import discovery.shared_copy as discovery
from access import COOKIE
from scoring import score
from scoring.assessment import Assessment
from storage import Started, Store
from storage.desk import Consent, Contact, Package, Shared, Summary
from storage.fields import assessment_of, fields_of
from tests.scoring.verbs import person
from tests.storage.verbs import TEXT, the_bank

CONSULTANT = "anna@firm.example"
LISTED = {"DIAGNOSTIC_CONSULTANTS": "anna@firm.example"}
"""Settings with which this consultant, and nobody else, may sign in."""


def begun(store: Store, assessment: Assessment | None = None) -> Started:
    """An assessment with answers, P1's if no others are given; nothing of it is shared."""
    return store.start(TEXT, the_bank(), fields_of(assessment or person("P1")))


def shared_by(store: Store, started: Started, contact: Contact, **ticked: bool) -> Shared:
    """What sharing stores of an assessment; `notes` and `owners` are the boxes, empty at first."""
    record = store.read(started.record.id)
    assert record is not None
    boxes = {"notes": False, "owners": False, **ticked}
    card = score(the_bank(), assessment_of(record.fields, the_bank()))
    who = discovery.Contact(contact.name, contact.email, contact.company)
    copy = discovery.shared_copy(card, the_bank(), contact=who, **boxes)
    levels = {name: each.level for name, each in card.dimensions.items()}
    package = Package(
        contact,
        Consent("2026-11", "Your answers go to the firm."),
        Summary(card.verdict.code, card.confidence, levels),
        copy.document,
        **boxes,
    )
    sent = store.desk.sharing.share(record.id, package, package.sha256, version=record.version)
    assert sent.shared is not None, sent.refused
    return sent.shared


def cookie_of(store: Store, identity: str = CONSULTANT, **lasting: Any) -> str:
    """The cookie of somebody who has signed in; `hours=-1` makes one that is over."""
    until = timedelta(**(lasting or {"hours": 1}))
    return f"{COOKIE}={store.desk.sign_ins.begin(identity, until)}"


def noted(assessment: Assessment, note: str, owner: str) -> Assessment:
    """The same answers with a note beside the first question and an owner of the first priority."""
    first, *rest = assessment.priorities
    return replace(
        assessment,
        notes={the_bank().items[0].id: note},
        priorities=(replace(first, owner_ref=owner), *rest),
    )
