"""What to save when the screen and the store differ. Pure: values in, decisions out.

The store is the truth and a widget is a view of it; a click must never be lost, nor an old widget
overwrite what another tab has saved since (docs/decisions/010-save-in-the-body.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from storage import Json


@dataclass(frozen=True, slots=True)
class Known:
    """A field's value as a tab knows it to be stored, with the number of that change."""

    value: Json
    seq: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a widget shows. `clears` says whether a person can empty it; a radio cannot be unset."""

    value: Json
    clears: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """`changes` are to be saved, `take` to be shown instead, `agreed` is the same on both sides."""

    changes: dict[str, Json] = field(default_factory=dict)
    take: dict[str, Json] = field(default_factory=dict)
    agreed: dict[str, Known] = field(default_factory=dict)


def compare(
    shown: Mapping[str, Shown],
    base: Mapping[str, Known],
    fields: Mapping[str, Json],
    seqs: Mapping[str, int],
) -> Difference:
    """What a tab that knows `base` does about widgets that show `shown` while `fields` are stored.

    A widget that still shows what this tab knew was not touched: if the store has moved on, the
    widget follows. Any other difference is a person's change.
    """
    found = Difference()
    for name, widget in shown.items():
        stored = Known(fields.get(name), seqs.get(name, 0))
        if widget.value == stored.value:
            found.agreed[name] = stored
        elif name in base and widget.value == base[name].value:
            found.take[name] = stored.value
        else:
            found.changes[name] = widget.value
    return found


def compare_old(shown: Mapping[str, Shown], fields: Mapping[str, Json]) -> dict[str, Json]:
    """What widgets that outlived their session (after a restart) show otherwise than the store.

    The store decides about each, because only it knows who wrote last. An empty widget that
    nobody can empty says nothing.
    """
    return {
        name: widget.value
        for name, widget in shown.items()
        if widget.value != fields.get(name) and (widget.value is not None or widget.clears)
    }
