"""How a piece of text looks: its face, size, distance of lines, colour and side."""

from dataclasses import dataclass, replace
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Style:
    """`face` is a name of `report.text.faces`; `size` and `leading` are points.

    `colour` is “#RRGGBB”. Text that begins with a right-to-left letter goes to the right where
    `align` says left.
    """

    face: str
    size: float
    leading: float
    colour: str
    align: Literal["left", "right", "center"] = "left"

    def but(self, **changes: Any) -> "Style":
        """The same style with some things changed; TypeError for a field it does not have."""
        return replace(self, **changes)
