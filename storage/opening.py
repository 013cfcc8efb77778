"""From an address to an open store: its kind, and what to say of an address that is none."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bank.model import Bank
from storage.database import Database
from storage.desk.moments import Clock, wall_clock
from storage.faults import StoreRefused
from storage.relational import RelationalStore
from storage.sqlite import SqliteDatabase
from storage.store import Store

DEFAULT_URL = "sqlite:///data/diagnostic.db"
"""Where assessments are kept unless the operator says otherwise; relative to the working folder."""
WRITE_A_PATH = (
    "Write the path of a file, sqlite:///path/of/the/file.db, "
    "or postgresql+psycopg://account:password@server/database."
)
NO_DRIVER = (
    "DIAGNOSTIC_DB names a PostgreSQL database, but its driver psycopg is not installed.",
    "Install it with: pip install 'psycopg[binary]>=3.3,<4'",
)
DRIVERS = ("postgresql", "postgresql+psycopg", "postgres")
"""How an address of PostgreSQL may begin."""


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
    In an empty PostgreSQL database the tables are made; an older one is refused.
    `link_key` (at least 16 bytes) replaces the key kept in the store for private links; links
    made with another key no longer open. No method waits longer than about `wait` seconds.
    `banks` are at hand already, so the store need not read them again. `clock` is the time of the
    desk, by which what was kept for long enough is deleted.

    Raises:
        StoreRefused: with a reason and an advice; nothing was changed.
    """
    if link_key is not None and len(link_key) < 16:
        raise ValueError("link_key needs at least 16 bytes")
    database = open_database(url or DEFAULT_URL, link_key=link_key, wait=wait)
    return RelationalStore(database, banks, clock)


def open_database(url: str, *, link_key: bytes | None = None, wait: float = 5.0) -> Database:
    """The database of the store at `url`; raises as `open_store` does."""
    server = server_of(url)
    if server is None:
        return SqliteDatabase(path_of(url), link_key=link_key, wait=wait)
    require_driver()
    from storage.postgresql import PostgresDatabase

    return PostgresDatabase(server, link_key=link_key, wait=wait)


def is_missing(url: str) -> bool:
    """Whether opening this store would make a new one; false for an address that is none."""
    try:
        return server_of(url) is None and not path_of(url).exists()
    except StoreRefused:
        return False


def server_of(url: str) -> URL | None:
    """The PostgreSQL database that `url` names; `None` if it names none. Raises `StoreRefused`."""
    if "://" not in url:
        return None
    parts = _parts_of(url)
    if parts.drivername not in DRIVERS:
        return None
    if not parts.database:
        raise StoreRefused("unsupported", "The store's address names no database.", WRITE_A_PATH)
    return parts.set(drivername="postgresql+psycopg")


def require_driver() -> None:
    """Raise `StoreRefused` if what talks to PostgreSQL is not installed; it is optional."""
    if find_spec("psycopg") is None:
        raise StoreRefused("unsupported", *NO_DRIVER)


def path_of(url: str) -> Path:
    """The file that `url` names; raises `StoreRefused` for anything else."""
    name = url
    if "://" in url:
        parts = _parts_of(url)
        if parts.get_backend_name() != "sqlite":
            reason = f"A store on {parts.drivername} is not supported by this version."
            raise StoreRefused("unsupported", reason, WRITE_A_PATH)
        if parts.query or parts.host:
            reason = "The store's address has options that are not supported."
            raise StoreRefused("unsupported", reason, WRITE_A_PATH)
        name = parts.database or ""
    if name in ("", ":memory:") or name.startswith("file:"):
        reason = "The store needs a file; nothing is kept in memory only."
        raise StoreRefused("unsupported", reason, WRITE_A_PATH)
    return Path(name).expanduser()


def _parts_of(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise StoreRefused("unsupported", "The store's address is no URL.", WRITE_A_PATH) from None
