"""What lint rules take and give: a passage of text, and a remark on a place in the bank."""

from dataclasses import dataclass

from bank.naming import Path


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that people read, with what their place is called.

    `sourced` says whether the item or symptom around them names its sources.
    """

    path: Path
    text: str
    name: str
    sourced: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The path without positions: `("items", "options", "text")`."""
        return tuple(step for step in self.path if isinstance(step, str))


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to change. `word` is the part of the text it is about, if it is only a part."""

    path: Path
    message: str
    fix: str
    word: str = ""
