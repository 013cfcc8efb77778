"""What a brand is: the keys as a firm writes them, and what the screens and the paper get."""

from dataclasses import dataclass
from typing import Final

from bank.kinds import Text
from bank.problem import BrokenFile
from bank.refusals import FileKind
from theme import LIGHT

BRAND_FILE: Final = FileKind(
    noun="brand",
    most_bytes=20_000,
    most_values=100,
    most_depth=4,
    steps="one",
    first_key="name",
)
"""How large and how deep a brand file may be; five lines and their comments are a tenth of that."""

LONGEST: Final = {"name": 60, "logo": 200, "accent": 7, "booking": 500, "footer": 120}
"""Most characters of each key's text."""


@dataclass(frozen=True, slots=True)
class Written:
    """The keys of a brand file, as they are written. All but the name may be left out."""

    name: Text
    logo: Text | None = None
    accent: Text | None = None
    booking: Text | None = None
    footer: Text | None = None


@dataclass(frozen=True, slots=True)
class Brand:
    """Who shows the diagnostic.

    `logo` is a PNG with nothing in it but the picture, `logo_size` its width and height in pixels;
    both or neither. `accent` is `#RRGGBB` as the firm wrote it: `theme.branded` makes colours of
    it. `booking` begins with `https://` or `mailto:`. Name and footer are plain text on one line.
    """

    name: str
    logo: bytes | None
    logo_size: tuple[int, int] | None
    accent: str
    booking: str | None
    footer: str | None


DEFAULT: Final = Brand(
    name="Ownership / Resourcing / Review",
    logo=None,
    logo_size=None,
    accent=LIGHT.accent,
    booking=None,
    footer=None,
)
"""The neutral brand, where there is no brand file."""


class BrokenBrand(BrokenFile):
    """A brand file that cannot be used."""
