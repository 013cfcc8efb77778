"""From bytes to a bank: lint, then build; refuse if there is any error. One path for everyone."""

from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

from bank.lint import lint
from bank.model import Bank
from bank.problem import BrokenBank, BrokenFile, Problem
from bank.quoting import counted
from bank.reading import Reading
from bank.shapes import record_shape
from bank.tree import decode, grow, lines_of


@dataclass(frozen=True, slots=True)
class Examination:
    """What one file turned out to be: its text, every problem in file order, and its bank.

    `bank` is None as soon as one of the problems is an error.
    """

    name: str
    text: str
    problems: tuple[Problem, ...]
    bank: Bank | None

    @property
    def found(self) -> str | None:
        """The bank in a few words, if it can be used."""
        if self.bank is None:
            return None
        about = self.bank.about
        return f"bank {about.id} {about.version}, {counted(len(self.bank.items), 'item')}"


def load(content: bytes | str, name: str = "questions.yaml") -> Bank:
    """The bank that `content` holds; `name` is what problems call the file.

    Raises:
        BrokenBank: with every problem, if any of them is an error.
    """
    examined = examine(content, name)
    if examined.bank is None:
        raise BrokenBank(examined.name, examined.text, examined.problems)
    return examined.bank


def check(content: bytes | str, name: str = "questions.yaml") -> tuple[Problem, ...]:
    """Every problem of the file in file order, warnings included; empty when there is none."""
    return examine(content, name).problems


def examine(content: bytes | str, name: str) -> Examination:
    """Reads, lints and, if nothing speaks against it, builds. Raises nothing."""
    octets = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    try:
        text = decode(octets, name)
        reading = Reading(grow(text, name))
    except BrokenFile as refused:
        return Examination(name, refused.text, refused.problems, None)
    bank = _build(reading, sha256(octets).hexdigest())
    problems = tuple(sorted([*reading.problems, *lint(reading, bank, lines_of(text))]))
    sound = all(problem.severity == "warning" for problem in problems)
    return Examination(name, text, problems, bank if sound else None)


def _build(reading: Reading, digest: str) -> Bank | None:
    """The bank, if every key could be read; it may still be wrong in what it says."""
    fields = reading.fields(reading.root, record_shape(Bank), ())
    if fields is None:
        return None
    return Bank(**fields, notes=MappingProxyType(reading.notes), sha256=digest)
