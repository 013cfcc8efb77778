"""Link annotations: the part of a link that can be clicked and read out."""

import re
from typing import Final

from report.tagging.structure import Box, Element
from report.tagging.writing import Written, points, text_string

_ALLOWED: Final = re.compile(r"(?:https://|mailto:)[!-~]+", re.ASCII)


def checked(uri: str) -> str:
    """Return the address if it is one of `https://` or `mailto:` in printable ASCII.

    Anything else is a ValueError; characters outside ASCII have to be percent-encoded before.
    """
    if _ALLOWED.fullmatch(uri) is None:
        raise ValueError(f"only https:// and mailto: addresses become links, not {uri[:60]!r}")
    return uri


class LinkAnnotation(Written):
    """A link annotation (ISO 32000-1, 12.5.6.5) that knows its Link element."""

    def __init__(self, element: Element, rect: Box, uri: str, contents: str) -> None:
        """`rect` is left, bottom, right, top in points from the page’s lower left corner."""
        super().__init__()
        self.element = element
        self._parts = (points(*rect).encode(), text_string(checked(uri)), text_string(contents))

    def settle(self, parent_key: int) -> None:
        """Write the annotation; `parent_key` is its key in the parent tree."""
        rect, uri, contents = self._parts
        self.content = (
            b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%b]/Contents %b/StructParent %d"
            b"/A<</Type/Action/S/URI/URI %b>>>>"
        ) % (rect, contents, parent_key, uri)
