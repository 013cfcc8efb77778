"""What an operator does with a whole store: move it, back it up, restore it, upgrade it."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from storage.database import Database
from storage.faults import StoreRefused
from storage.migrating import Revisions
from storage.moving import Carried, contents, move
from storage.opening import is_missing, open_database, path_of, require_driver, server_of
from storage.sqlite_faults import raising
from storage.sqlite_file import BESIDE, connect, is_there

PATIENCE: Final = 3600.0
"""Seconds that moving a store may take; nobody waits for it at a screen."""
NOT_THERE: Final = "Nothing was done."


def move_store(source: str, target: str) -> tuple[Carried, ...]:
    """Copy the store at `source` into an empty one at `target`; what is there now.

    Raises:
        StoreFault: if there is no store at `source`, `target` holds anything, or something fails.
            Then nothing is left at `target` that was not there before.
    """
    _need(source)
    with _opened(source) as old, _opened(target, new=is_missing(target)) as new:
        return move(old, new)


def back_up(source: str, file: Path) -> tuple[Carried, ...]:
    """Copy a store, as it is at one moment, into a new SQLite file; what is in it.

    Others may go on writing to the store. The file stands there when it is whole, and not before.

    Raises:
        StoreFault: if there is no store, `file` is there already, or something fails.
    """
    _need(source)
    if file.exists():
        raise StoreRefused(
            "unsupported", f"{file} is there already.", f"Name a new file. {NOT_THERE}"
        )
    aside = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        if server_of(source) is None:
            _copy(path_of(source), aside)
            with _opened(str(aside)) as copied:
                there = contents(copied)
        else:
            there = move_store(source, str(aside))
        _put(aside, file)
    except OSError as error:
        reason = f"The backup {file} cannot be made ({error.strerror})."
        raise StoreRefused("read_only", reason, NOT_THERE) from error
    finally:
        _remove(aside)
    return there


def restore(file: Path, target: str, *, replace: bool = False) -> tuple[Carried, ...]:
    """Put what a backup holds into the store at `target`, which is made if it is not there.

    The backup itself is only read; one from an older version is upgraded on the way.

    Raises:
        StoreFault: if `file` is no backup, `target` holds anything and `replace` was not said, or
            something fails. Then the store is as it was.
    """
    _need(str(file))
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "backup.db"
        _copy(file, copy)
        with _opened(str(copy)) as old, _opened(target, new=is_missing(target)) as new:
            return move(old, new, replace=replace)


def upgrade_store(url: str) -> tuple[str | None, str]:
    """Bring the store to this program's revision; the revisions before and after.

    Raises:
        StoreFault: if there is no store, it is from a newer version, or something fails. Then the
            store is as it was.
    """
    _need(url)
    server = server_of(url)
    head = Revisions().head
    if server is None:
        with raising(StoreRefused), closing(connect(path_of(url), 5, write=False)) as raw:
            before = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        open_database(url).close()
        return before and before[0], head
    require_driver()
    from storage.postgresql_opening import upgrade

    return upgrade(server, Revisions())


def _need(url: str) -> None:
    if is_missing(url):
        raise StoreRefused("gone", "There is no store at the place that was named.", NOT_THERE)


@contextmanager
def _opened(url: str, *, new: bool = False) -> Iterator[Database]:
    """A store's database; one that was made for this is removed again if it came to nothing."""
    database = open_database(url, wait=PATIENCE)
    try:
        yield database
    except BaseException:
        database.close()
        if new:
            _remove(path_of(url))
        raise
    database.close()


def _copy(source: Path, target: Path) -> None:
    """Copy an SQLite file as it is at one moment, what its log holds included; only reading it."""
    is_there(source)
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with (
        raising(StoreRefused),
        closing(connect(source, PATIENCE, write=False)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def _put(aside: Path, file: Path) -> None:
    """Give a finished file its name, unless there is one of that name by now."""
    try:
        os.link(aside, file)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        os.rename(aside, file)


def _remove(file: Path) -> None:
    for end in ("", *BESIDE):
        Path(f"{file}{end}").unlink(missing_ok=True)
