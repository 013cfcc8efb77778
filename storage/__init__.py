"""Keeps assessments: one interface, a row per answer, nothing acknowledged before it is stored."""

from storage.faults import NotRead, NotSaved, StoreFault, StoreRefused
from storage.opening import DEFAULT_URL, open_store
from storage.store import Store
from storage.values import (
    Conflict,
    Deleted,
    Health,
    Json,
    Outcome,
    Probe,
    Record,
    Refusal,
    Snapshot,
    Started,
    Tab,
)

__all__ = [
    "DEFAULT_URL",
    "Conflict",
    "Deleted",
    "Health",
    "Json",
    "NotRead",
    "NotSaved",
    "Outcome",
    "Probe",
    "Record",
    "Refusal",
    "Snapshot",
    "Started",
    "Store",
    "StoreFault",
    "StoreRefused",
    "Tab",
    "open_store",
]
