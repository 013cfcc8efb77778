"""How a piece of text looks: its face, size, distance of lines, colour and side."""

from dataclasses import dataclass, replace
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Style:
    """`face` is a name of `report.text.faces`; `size` and `leading` are points.

    `colour` is “#RRGGBB”. `direction` says what decides the order of mixed text: with *auto* its
    first letter, which also sends it to the right if that is Hebrew or Arabic; with *name* the
    first letter, and the side stays; with *ltr* the sentence is ours and runs from left to right,
    whatever name it begins with.
    """

    face: str
    size: float
    leading: float
    colour: str
    align: Literal["left", "right", "center"] = "left"
    direction: Literal["auto", "name", "ltr"] = "auto"

    def but(self, **changes: Any) -> "Style":
        """The same style with some things changed; TypeError for a field it does not have."""
        return replace(self, **changes)
