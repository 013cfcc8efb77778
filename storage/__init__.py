"""Keeps assessments: one interface, a row per answer, nothing acknowledged before it is stored."""

from storage.opening import DEFAULT_URL, open_store
from storage.store import (
    Conflict,
    Deleted,
    Health,
    Json,
    NotRead,
    NotSaved,
    Outcome,
    Record,
    Refusal,
    Snapshot,
    Started,
    Store,
    StoreFault,
    StoreRefused,
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
