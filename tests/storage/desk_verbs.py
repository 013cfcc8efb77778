"""What tests of the desk say: a moved clock, a package to share, somebody who shared."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from storage.desk import Consent, Contact, Package, Summary
from tests.storage.verbs import started

ANNA = "anna@firm.example"
BEN = "ben@firm.example"
CONTACT = Contact("Mina Okafor", "mina.okafor@acme.example", "Acme Pumps")
CONSENT = Consent("2026-11", "Your answers go to the firm.")
SUMMARY = Summary("fix_first", "medium", {"OWN": 2, "RES": None, "REV": 3})


class MovedClock:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.at = datetime.now(UTC)

    def __call__(self):
        return self.at

    def move(self, **by):
        self.at += timedelta(**by)


def package(content=None, **changes):
    text = json.dumps(content or {"answers": {"OWN-01": 3}}, ensure_ascii=False)
    return replace(Package(CONTACT, CONSENT, SUMMARY, text), **changes)


def share(store, begun, sent=None, **how):
    """Share what was shown, as the page does."""
    sent = sent or package()
    version = store.read(begun.record.id).version
    return store.desk.sharing.share(begun.record.id, sent, sent.sha256, version=version, **how)


def somebody_shared(store, sent=None, **how):
    """A new assessment, and what was shared of it."""
    begun, _ = started(store, **{"answer:OWN-01": 3})
    return begun, share(store, begun, sent, **how).shared
