"""The store over any SQL database: what to ask and write; `Database` says how transactions go."""

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from hashlib import sha256
from threading import Lock
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, delete, func, insert, select, update

from bank import load
from bank.model import Bank
from storage import tables
from storage.faults import NotSaved
from storage.field_names import VIEW_FIELDS
from storage.fields import check
from storage.links import link_hash, new_id, new_token
from storage.records import (
    BY_ID_TO_WRITE,
    encoded,
    field_rows,
    moment,
    now,
    read_by_link,
    read_record,
    read_snapshot,
    said,
)
from storage.saving import DELETED, Asked, save
from storage.store import Deleted, Health, Json, Outcome, Record, Refusal, Snapshot, Started, Tab
