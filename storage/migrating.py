"""The store's revisions: which one a database has, and bringing it to this program's.

Alembic is loaded when something is to be upgraded: that takes a third of a second, and a store that
is up to date needs none of it at start.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

FOLDER: Final = Path(__file__).parent / "migrations"
NAMED: Final = re.compile(r'^(revision|down_revision) = "(\w+)"', re.MULTILINE)
"""How a revision's file names itself and the one before it; the first one has none before it."""


@dataclass(frozen=True)
class Revisions:
    """The revisions in `folder/versions`, and in the folders `more`."""

    folder: Path = FOLDER
    more: tuple[Path, ...] = ()

    @cached_property
    def head(self) -> str:
        """The revision that this program works with."""
        folders = (self.folder / "versions", *self.more)
        texts = (path.read_text("utf-8") for folder in folders for path in folder.glob("*.py"))
        found: list[dict[str, str]] = [dict(NAMED.findall(text)) for text in texts]
        before = {each.get("down_revision") for each in found}
        (head,) = {each["revision"] for each in found if "revision" in each} - before
        return head

    def knows(self, revision: str) -> bool:
        """Whether `revision` is the head or older; false for one from a newer program."""
        return any(revision == script.revision for script in self._scripts.walk_revisions())

    def upgrade(self, connection: Connection) -> None:
        """Bring the database to `head`, within the transaction that `connection` is in."""
        from alembic import command

        config = self._config
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

    @property
    def _config(self) -> "Config":
        from alembic.config import Config

        config = Config()
        folders = (self.folder / "versions", *self.more)
        options = {
            "script_location": str(self.folder),
            "path_separator": "newline",
            "version_locations": "\n".join(map(str, folders)),
        }
        for name, value in options.items():
            config.set_main_option(name, value.replace("%", "%%"))
        return config

    @cached_property
    def _scripts(self) -> "ScriptDirectory":
        from alembic.script import ScriptDirectory

        return ScriptDirectory.from_config(self._config)


def revision_of(connection: Connection) -> str | None:
    """The revision of the database behind `connection`; `None` if it never had one."""
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()
