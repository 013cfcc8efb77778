"""From an address to an open store: its kind, and what to say of an address that is none."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bank.model import Bank
from storage.desk.moments import Clock, wall_clock
from storage.faults import StoreRefused
from storage.relational import RelationalStore
from storage.sqlite import SqliteDatabase
from storage.store import Store

DEFAULT_URL = "sqlite:///data/diagnostic.db"
"""Where assessments are kept unless the operator says otherwise; relative to the working folder."""
WRITE_A_PATH = "Write the path of a file, or sqlite:///path/of/the/file.db."


def open_store(
    url: str | None = None,
    *,
    link_key: bytes | None = None,
    wait: float = 5.0,
    banks: Iterable[Bank] = (),
    clock: Clock = wall_clock,
) -> Store:
    """Open the store at `url`: an SQLAlchemy URL or the path of an SQLite file.

    A file that does not exist is created, and its folder; an older one is copied and upgraded.
    `link_key` (at least 16 bytes) replaces the key kept in the store for private links; links
    made with another key no longer open. No method waits longer than about `wait` seconds.
    `banks` are at hand already, so the store need not read them again. `clock` is the time of the
    desk, by which what was kept for long enough is deleted.

    Raises:
        StoreRefused: with a reason and an advice; nothing was changed.
    """
    if link_key is not None and len(link_key) < 16:
        raise ValueError("link_key needs at least 16 bytes")
    path = path_of(url or DEFAULT_URL)
    return RelationalStore(SqliteDatabase(path, link_key=link_key, wait=wait), banks, clock)


def is_missing(url: str) -> bool:
    """Whether opening this store would make a new one; false for an address that is none."""
    try:
        return not path_of(url).exists()
    except StoreRefused:
        return False


def path_of(url: str) -> Path:
    """The file that `url` names; raises `StoreRefused` for anything else."""
    if "://" not in url:
        name = url
    else:
        try:
            parts = make_url(url)
        except ArgumentError:
            raise StoreRefused(
                "unsupported", "The store's address is no URL.", WRITE_A_PATH
            ) from None
        if parts.get_backend_name() != "sqlite":
            reason = f"A store on {parts.get_backend_name()} is not supported by this version."
            raise StoreRefused("unsupported", reason, WRITE_A_PATH)
        if parts.query or parts.host:
            reason = "The store's address has options that are not supported."
            raise StoreRefused("unsupported", reason, WRITE_A_PATH)
        name = parts.database or ""
    if name in ("", ":memory:") or name.startswith("file:"):
        reason = "The store needs a file; nothing is kept in memory only."
        raise StoreRefused("unsupported", reason, WRITE_A_PATH)
    return Path(name).expanduser()
