"""Holds each text of a brand file against the rules of its key."""

import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import urlsplit

from bank.lint import texts
from bank.lint.remark import Passage
from bank.problem import Wording
from bank.quoting import nearest
from brand import mistakes
from brand.folder import Folder, OutsideError
from brand.mistakes import Mistake
from brand.model import LONGEST
from brand.picture import Picture, read_picture
from theme import DARK, LIGHT, TEXT, branded, contrast, distance, readable

COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
LINKABLE: Final = re.compile(r"[!#-;=?-\[\]_a-z~]+")
"""The characters that an address may hold: ASCII without quotation marks, angles and spaces."""
MAIL: Final = re.compile(r"mailto:[^@?:/]+@[^@?:/.]+(\.[^@?:/.]+)+(\?.*)?")
HOST: Final = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
LOOKS_ALIKE: Final = 0.08
"""Colours nearer than this (`theme.distance`) are taken for each other. Our judgement, by eye."""


def of_any(passage: Passage) -> Iterator[Mistake]:
    """What holds for every key: words in it, not too many, no stray spaces."""
    for rule in (texts.empty_text, texts.stray_space):
        for remark in rule(passage):
            yield Mistake(_told(rule), (Wording(remark.message, remark.fix),))
    most = LONGEST[passage.keys[0]]
    if passage.keys[0] != "accent" and len(passage.text) > most:
        yield Mistake(mistakes.too_long, (passage.name, len(passage.text), most))


def of_accent(passage: Passage) -> Iterator[Mistake]:
    """A colour, dark enough, unlike the warning."""
    if not COLOUR.fullmatch(passage.text):
        yield Mistake(mistakes.bad_colour, (passage.name, passage.text))
        return
    reached = contrast(passage.text, LIGHT.paper)
    if reached < TEXT:
        darker = readable(passage.text.upper(), (LIGHT.paper,), TEXT, lighter=False)
        yield Mistake(mistakes.faint_accent, (passage.text, reached, darker))
    shown = ((branded(each, passage.text).accent, each.warning) for each in (LIGHT, DARK))
    if min(distance(accent, warning) for accent, warning in shown) < LOOKS_ALIKE:
        yield Mistake(mistakes.accent_like_warning, (passage.text, LIGHT.warning))


def of_booking(passage: Passage) -> Iterator[Mistake]:
    """An address to link to."""
    if not _is_address(passage.text):
        guess = _guess(passage.text.strip())
        yield Mistake(mistakes.bad_address, (passage.name, passage.text, guess))


def logo_of(passage: Passage, folder: Folder) -> Picture | Mistake:
    """The logo that the text names, or why it cannot be used."""
    try:
        content = folder.read(passage.text)
    except OutsideError:
        return Mistake(mistakes.logo_outside, (passage.name, passage.text))
    except (OSError, ValueError):
        guess = folder.nearest(passage.text)
        return Mistake(mistakes.logo_missing, (passage.name, passage.text, guess))
    return read_picture(content, passage.name)


def _told(rule: Callable[..., object]) -> Callable[[Wording], Wording]:
    """A rule of the bank that has already said what it has to say."""

    def said(wording: Wording) -> Wording:
        return wording

    said.__name__ = rule.__name__
    return said


def _is_address(text: str) -> bool:
    if not LINKABLE.fullmatch(text):
        return False
    if text.startswith("mailto:"):
        return bool(MAIL.fullmatch(text))
    try:
        parts = urlsplit(text)
        named, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    alone = parts.username is None and parts.password is None
    return text.startswith("https://") and alone and bool(HOST.fullmatch(named))


def _guess(text: str) -> str:
    """The address that was probably meant, or ''."""
    bare = text.partition("://")[2] if nearest(text.partition("://")[0], ("https",)) else text
    for begun in ("https://", "mailto:"):
        guess = f"{begun}{bare}"
        if _is_address(guess) and "." in bare and ("@" in bare) == (begun == "mailto:"):
            return guess
    return ""
