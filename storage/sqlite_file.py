"""The store's file: what stands at its path, how it is opened, and whether it is still the same."""

import logging
import os
import re
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from storage.faults import StoreRefused

log = logging.getLogger(__name__)

MAGIC: Final = b"SQLite format 3\x00"
HEADER: Final = 100
"""Bytes of the header of an SQLite file."""
BESIDE: Final = ("-wal", "-shm")
"""Ends of the names of the files that SQLite keeps beside its own while it is open."""
GIVE_RIGHTS: Final = (
    "Give the account that runs this program the right to read and write the file and its folder."
)
RESTORE: Final = "Keep the file aside and restore the latest backup. It was left as it is."


class Place:
    """A path with the files that stand there, by device and inode; it notices another file."""

    def __init__(self, path: Path) -> None:
        real = os.path.realpath(path)
        self._names = (str(path), *(real + end for end in BESIDE))
        self._found = self._look()

    def is_same(self) -> bool:
        """Whether the same files stand there as when this was made."""
        return self._look() == self._found

    def _look(self) -> tuple[tuple[int, int] | None, ...]:
        return tuple(map(_inode, self._names))


def connect(path: Path, wait: float, *, write: bool) -> sqlite3.Connection:
    """A connection to an existing file; never makes one.

    Only a connection that may write may also checkpoint, and the program has one of those.
    """
    raw = sqlite3.connect(
        f"file:{quote(str(path))}?mode=rw",
        uri=True,
        timeout=wait,
        isolation_level=None,
        check_same_thread=False,
    )
    role = ("synchronous=FULL", "secure_delete=ON") if write else ("query_only=ON",)
    try:
        for pragma in (*role, "foreign_keys=ON", "temp_store=MEMORY", "trusted_schema=OFF"):
            raw.execute(f"PRAGMA {pragma}").close()
        if not write:
            raw.execute("PRAGMA wal_autocheckpoint=0").close()
    except BaseException:
        raw.close()
        raise
    return raw


def is_there(path: Path) -> bool:
    """Whether a file that may be a store is at `path`; its folder is made if need be.

    Raises:
        StoreRefused: if something else is there, or only what stood beside a store.
    """
    _make_folder(path.parent)
    _look_at_rights(path)
    left = [path.name + end for end in BESIDE if Path(f"{path}{end}").exists()]
    if path.is_file():
        _look_at_header(path)
        return True
    if path.exists():
        reason = f"{path} is not a file."
        raise StoreRefused("not_a_store", reason, "Name a file for the store.")
    if left:
        reason = f"The store's file {path} is gone, but {' and '.join(left)} still stand there."
        advice = "Put the file back beside them, or move them away if the store is to start empty."
        raise StoreRefused("gone", reason, advice)
    return False


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        reason = f"The store's folder {folder} cannot be made ({error.strerror})."
        raise StoreRefused("read_only", reason, GIVE_RIGHTS) from error


def _look_at_rights(path: Path) -> None:
    """SQLite writes the file, and makes others beside it."""
    for place, right in ((path.parent, os.W_OK | os.X_OK), (path, os.R_OK | os.W_OK)):
        if place.exists() and not os.access(place, right):
            what = "folder" if place is path.parent else "file"
            reason = f"The store's {what} {place} cannot be written."
            raise StoreRefused("read_only", reason, GIVE_RIGHTS)


def _look_at_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(HEADER)
    except OSError as error:
        reason = f"The store's file {path} cannot be read ({error.strerror})."
        raise StoreRefused("read_only", reason, GIVE_RIGHTS) from error
    if not header:
        reason = f"The store's file {path} is empty, so it was damaged or made by mistake."
        advice = "Restore the latest backup; if the store is to start empty, remove the file."
        raise StoreRefused("not_a_store", reason, advice)
    if len(header) < HEADER or not header.startswith(MAGIC):
        reason = f"The file {path} is not an SQLite database, or its beginning is damaged."
        raise StoreRefused("not_a_store", reason, RESTORE)


def _inode(name: str) -> tuple[int, int] | None:
    try:
        found = os.stat(name)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def has_reset_bug(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite can damage a file when two connections write and checkpoint at once.

    sqlite.org names 3.7.0 to 3.51.2, except 3.50.7 and 3.44.6 and what follows in their lines.
    """
    if version[:2] == (3, 50):
        return version < (3, 50, 7)
    if version[:2] == (3, 44):
        return version < (3, 44, 6)
    return (3, 7, 0) <= version < (3, 51, 3)


def warn_of_old_sqlite() -> None:
    """Say in the log if only one process may use the file because of the SQLite that is there."""
    found = tuple(int(part) for part in re.findall(r"\d+", sqlite3.sqlite_version)[:3])
    if has_reset_bug((found[0], found[1], found[2])):
        log.warning(
            "SQLite %s has a rare fault when two processes write one file (fixed in 3.51.3, 3.50.7 "
            "and 3.44.6). This program writes through one connection; do not let a second process "
            "use the file for longer than a restart takes. See docs/storage.md.",
            sqlite3.sqlite_version,
        )
