"""One step of an explanation: a value, what it weighs in its parent, and what it was made of."""

from __future__ import annotations

from typing import NamedTuple


class Explanation(NamedTuple):
    """A node of the tree; a named tuple, because a scorecard opens into hundreds of them.

    Scores run 0-100, levels 0-4, shares and weights 0-1.

    `kind` says how `value` follows from `parts` (a weighted mean, the lowest, a product …);
    `weight` is the share this node has in its parent; `choice` is the answer at a leaf, as its
    code; `binding` marks the part that decided when only one could.
    """

    id: str
    kind: str
    value: float | None
    weight: float | None = None
    choice: str | None = None
    binding: bool = False
    parts: tuple[Explanation, ...] = ()
