"""Marked content: the operators around what is drawn, and what is left outside them."""

import re
from dataclasses import dataclass
from typing import Final

from report.tagging.structure import Element

# Entries of a page’s code that paint nothing: they set a state, save it or bring it back.
_SETS: Final = re.compile(
    r"\s*(?:(?:(?:[-+.\d]+|/\S+|\[[-+.\d\s]*\])\s+)*"
    r"(?:q|Q|n|cm|gs|w|J|j|M|d|g|G|rg|RG|k|K|cs|CS|sc|SC|scn|SCN|BT|ET|Tf|TL|Tm|Td|Tc|Tw|Tz|Tr|Ts|T\*)"
    r"(?:\s+|$))*"
)
# The commonest of them, and the quickest to tell; “… cm” is another.
_OFTEN: Final = frozenset({"q", "Q", " "})


class Mark(str):
    """A marked-content operator: the only entries of a page’s code that were not drawn."""

    __slots__ = ()


CLOSE: Final = Mark("EMC")


@dataclass(slots=True, eq=False)
class Span:
    """What is open now: an element’s content, or an artifact of a kind."""

    element: Element | None
    kind: str = ""
    start: int = 0

    def opening(self, number: int) -> Mark:
        """The operator that opens this span; `number` is the content’s on its page."""
        if self.element is not None:
            return Mark(f"/{self.element.tag} <</MCID {number}>> BDC")
        return Mark(f"/Artifact <</Type /{self.kind}>> BDC")


def paints(code: list[str], start: int = 0) -> bool:
    """Whether any entry of the code from `start` on leaves something on the page."""
    for place in range(start, len(code)):
        entry = code[place]
        if entry not in _OFTEN and not entry.endswith(" cm") and not _SETS.fullmatch(entry):
            return True
    return False


def with_artifacts(code: list[str]) -> list[str]:
    """The page’s code with all that was painted outside marked content made a layout artifact."""
    result: list[str] = []
    stray: list[str] = []
    inside = False
    for entry in code:
        if isinstance(entry, Mark):
            result += _wrapped(stray)
            stray = []
            inside = entry is not CLOSE
        (result if inside or isinstance(entry, Mark) else stray).append(entry)
    return result + _wrapped(stray)


def _wrapped(stray: list[str]) -> list[str]:
    return [Span(None, "Layout").opening(0), *stray, CLOSE] if paints(stray) else stray
