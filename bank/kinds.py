"""What a value in the bank may be, said once for the reader, the lint and the JSON Schema."""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Prose:
    """Words a person reads, checked for stray spaces, straight quotes and words to avoid."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """The {blanks} that the software fills in a text; all of them have to be in it if `all`."""

    names: tuple[str, ...]
    all: bool = False


NO_BLANKS = Blanks(())


@dataclass(frozen=True, slots=True)
class Pattern:
    """A code that must match a regular expression; `example` goes into the message."""

    regex: str
    example: str


@dataclass(frozen=True, slots=True)
class Between:
    """A number with its lowest and highest allowed value, both included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word out of a closed list that the code knows."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """Written as `{value: …, note: …}`; the note says whose judgement the number is."""


Text = Annotated[str, Prose()]
Code = Annotated[str, Pattern(r"[A-Za-z0-9][A-Za-z0-9_+-]*", "two_weekly")]
Method = Annotated[str, Pattern(r"[a-z]+-\d+\.\d+", "orr-1.0")]
Version = Annotated[str, Pattern(r"\d+\.\d+\.\d+", "1.0.0")]
Reference = Annotated[str, Pattern(r"[ABCE]\d+[a-z]?", "E37")]
AnswerLevel = Annotated[int, Between(0, 4)]
Effort = Annotated[int, Between(1, 3)]
Share = Annotated[float, Between(0, 1)]
Score = Annotated[float, Between(0, 100)]
Positive = Annotated[float, Between(1e-6, 1000)]
NotedShare = Annotated[float, Between(0, 1), Noted()]
NotedScore = Annotated[float, Between(0, 100), Noted()]
NotedNumber = Annotated[float, Between(0, 1000), Noted()]
NotedCount = Annotated[int, Between(0, 1000), Noted()]
