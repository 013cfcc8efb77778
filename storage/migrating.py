"""The store's revisions: which one a database has, and bringing it to this program's."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

FOLDER: Final = Path(__file__).parent / "migrations"


@dataclass(frozen=True)
class Revisions:
    """The revisions in `folder/versions`, and in the folders `more`."""

    folder: Path = FOLDER
    more: tuple[Path, ...] = ()

    @cached_property
    def head(self) -> str:
        """The revision that this program works with."""
        head = self._scripts.get_current_head()
        assert head is not None
        return head

    def knows(self, revision: str) -> bool:
        """Whether `revision` is the head or older; false for one from a newer program."""
        return any(revision == script.revision for script in self._scripts.walk_revisions())

    def upgrade(self, connection: Connection) -> None:
        """Bring the database to `head`, within the transaction that `connection` is in."""
        config = self._config
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

    @property
    def _config(self) -> Config:
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
    def _scripts(self) -> ScriptDirectory:
        return ScriptDirectory.from_config(self._config)


def revision_of(connection: Connection) -> str | None:
    """The revision of the database behind `connection`; `None` if it never had one."""
    return MigrationContext.configure(connection).get_current_revision()
