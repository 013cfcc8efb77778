"""The folder of a brand file, out of which the logo is read and nothing else."""

from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from bank.quoting import nearest
from brand.mistakes import MOST_BYTES


class OutsideError(Exception):
    """A path that leads out of the folder."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder at `path`."""

    path: Path

    def read(self, written: str) -> bytes:
        """The bytes of the file at `written`, as seen from here; one more at most than it may have.

        Raises:
            OutsideError: the path leads out of the folder, by itself or by a link on the disk.
            OSError: there is no file there, or it cannot be read.
        """
        foreign = PureWindowsPath(written)
        if "\\" in written or foreign.drive or foreign.root:
            raise OutsideError
        home = self.path.resolve()
        file = (home / written).resolve()
        if not file.is_relative_to(home):
            raise OutsideError
        if not file.is_file():
            raise FileNotFoundError(written)
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)

    def nearest(self, written: str) -> str | None:
        """The PNG of this folder whose name was probably meant."""
        try:
            names = tuple(sorted(file.name for file in self.path.glob("*.[pP][nN][gG]")))
        except OSError:
            return None
        return nearest(written, names)
