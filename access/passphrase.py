"""The local passphrase: whether it is strong enough, its argon2id hash, whether it is the one."""

import unicodedata
from itertools import pairwise
from typing import Final

from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type

SHORTEST: Final = 12
LONGEST: Final = 1000
FEWEST_LETTERS: Final = 5
"""Different characters."""
MOST_STEPS: Final = 0.6
"""Share of neighbours that may be the next or the same character, as in 12345 or aaaaa."""

HASHER: Final = PasswordHasher()
"""Argon2id with 64 MiB, three passes and four lanes (RFC 9106, the second recommendation)."""


def weakness(passphrase: str) -> str | None:
    """Why this passphrase is too easy to guess, as a sentence; `None` if it is not."""
    text = _normal(passphrase)
    if len(text) < SHORTEST:
        return f"It is too short: {len(text)} characters, and {SHORTEST} are the least."
    if len(text) > LONGEST:
        return f"It is too long: {LONGEST} characters are the most."
    if len(set(text.casefold())) < FEWEST_LETTERS:
        return "It has too few different characters."
    if text in (text + text)[1:-1]:
        return "It is one piece, repeated."
    steps = [ord(after) - ord(before) for before, after in pairwise(text.casefold())]
    if sum(step in (-1, 0, 1) for step in steps) > MOST_STEPS * len(steps):
        return "It is a run of neighbours, such as 12345 or abcde."
    return None


def hash_of(passphrase: str) -> str:
    """The hash to put into the settings."""
    return HASHER.hash(_normal(passphrase))


def is_hash(text: str) -> bool:
    """Whether this is an argon2id hash."""
    try:
        return extract_parameters(text).type is Type.ID
    except InvalidHashError:
        return False


def matches(passphrase_hash: str, passphrase: str) -> bool:
    """Whether the hash is that of this passphrase. Takes as long for a wrong one as for the right.

    It takes a tenth of a second and 64 MiB: on purpose, and never more than a few at once.
    """
    try:
        return HASHER.verify(passphrase_hash, _normal(passphrase[:LONGEST]))
    except (VerificationError, InvalidHashError):
        return False


def _normal(text: str) -> str:
    """One spelling for what different keyboards send; half a character becomes a question mark."""
    return unicodedata.normalize("NFKC", text).encode("utf-8", "replace").decode()
