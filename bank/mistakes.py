"""Mistakes of form: what the reader says when the file does not fit the bank's types.

One function for each rule; its docstring is the rule's manual, its id the function's name with
dashes. `name` is a place as `bank.naming` speaks of it.
"""

import re

from bank.kinds import Pattern
from bank.naming import sentence
from bank.problem import Wording
from bank.quoting import listed, nearest, number, quote
from bank.shapes import NumberShape
from bank.tree import Node, Scalar, Series

ZERO_IN_FRONT = re.compile(r"-?0\d{1,12}", re.ASCII)


def unknown_key(name: str, key: str, known: tuple[str, ...], guess: str | None) -> Wording:
    """A key that nothing reads, most often a slip of the finger."""
    fix = f"Did you mean '{guess}'?" if guess else f"Its keys are: {listed(known)}."
    return Wording(f"{sentence(name)} has no key called {quote(key)}.", fix)


def missing_key(name: str, key: str) -> Wording:
    """A key that has to be there; one that has nothing to say is written as `null` or `[]`."""
    return Wording(f"{sentence(name)} has no '{key}'.", f"Add a line '{key}: …' to it.")


def duplicate_key(name: str, key: str, first_line: int) -> Wording:
    """The same key twice in one place: only one of them would be read."""
    return Wording(
        f"{sentence(name)} has the key {quote(key)} twice.",
        f"Keep one of them; the first is on line {first_line}.",
    )


def wrong_kind(name: str, found: Node, wanted: str, example: str) -> Wording:
    """A list where a text belongs, a text where keys belong, or nothing at all."""
    return Wording(f"{sentence(name)} is {_kind_of(found)}; {wanted} belongs here.", example)


def not_a_number(name: str, found: Scalar, whole: bool) -> Wording:
    """Numbers are written in digits: `2`, `0.75` or a fraction `1/3`; whole ones have no point."""
    wanted = "a whole number" if whole else "a number"
    if not found.plain:
        fix = "Remove the quotation marks around the digits."
    elif ZERO_IN_FRONT.fullmatch(found.text):
        fix = f"Write {int(found.text)}, without the zero in front."
    elif whole:
        fix = "Write digits only, such as 2."
    else:
        fix = "Write digits such as 2 or 0.75, or a fraction such as 1/3."
    return Wording(f"{sentence(name)} is {quote(found.text)}; {wanted} belongs here.", fix)


def out_of_range(name: str, value: float, shape: NumberShape) -> Wording:
    """A number below or above what the method can use."""
    return Wording(
        f"{sentence(name)} is {number(value)}, which is outside its range.",
        f"Write a number from {number(shape.low)} to {number(shape.high)}.",
    )


def weight_positive(name: str, value: float) -> Wording:
    """A weight or a ratio of 0 or less would silence what it weighs, or turn it round."""
    return Wording(
        f"{sentence(name)} is {number(value)}; it has to be above 0.",
        "Give it a weight, or retire what it weighs.",
    )


def not_one_of(name: str, text: str, words: tuple[str, ...]) -> Wording:
    """A word that the software does not know; code stands behind each word of these lists."""
    guess = nearest(text, words)
    fix = f"Did you mean '{guess}'?" if guess else f"Write one of: {listed(words)}."
    return Wording(f"{sentence(name)} is {quote(text)}, which is not one of its words.", fix)


def bad_code(name: str, text: str, pattern: Pattern) -> Wording:
    """A code, version or reference that does not have its form. Codes are stored with answers."""
    return Wording(
        f"{sentence(name)} is {quote(text)}, which does not have the form of '{pattern.example}'.",
        "Use letters and digits in the same arrangement, without spaces.",
    )


def _kind_of(found: Node) -> str:
    if isinstance(found, Series):
        return "a list"
    if not isinstance(found, Scalar):
        return "a group of keys"
    if found.is_missing:
        return "left empty"
    return "null" if found.is_null else quote(found.text)
