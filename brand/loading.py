"""From a file to a brand: lint, then build; refuse if there is any error. One path for everyone."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from unicodedata import normalize

from bank.lint import ABOUT_THE_FILE, rule_id
from bank.lint import texts as text_rules
from bank.lint.remark import Passage
from bank.mistakes import duplicate_key, missing_key, unknown_key, wrong_kind
from bank.problem import BrokenFile, Problem, Severity, problem_at
from bank.reading import Reading
from bank.shapes import record_shape
from bank.tree import decode, grow
from brand import checks, mistakes
from brand.folder import Folder
from brand.mistakes import Mistake
from brand.model import BRAND_FILE, DEFAULT, Brand, BrokenBrand, Written
from brand.picture import Picture
from theme import DARK, LIGHT, branded

SETTING: Final = "DIAGNOSTIC_BRAND"
USUAL: Final = "brand.yaml"
ADVICE: Final = frozenset({"stray-space", "accent-like-warning"})
"""Rules whose problems are warnings: a brand with them can be used."""
BLANKS: Final = re.compile("[^\\S\N{NO-BREAK SPACE}]+")
QUOTED: Final = 'Put the colour in quotation marks: without them, "#" begins a comment.'


@dataclass(frozen=True, slots=True)
class Examination:
    """What one file turned out to be: its text, every problem in file order, and its brand.

    `brand` is None as soon as one of the problems is an error.
    """

    name: str
    text: str
    problems: tuple[Problem, ...]
    brand: Brand | None

    @property
    def found(self) -> str | None:
        """The brand in a few words, with the two shades of its accent, if it can be used."""
        if self.brand is None:
            return None
        light, dark = (branded(each, self.brand.accent).accent for each in (LIGHT, DARK))
        size = self.brand.logo_size
        logo = f"logo {size[0]} × {size[1]}" if size else "no logo"
        return f"brand '{self.brand.name}', accent {light} on white and {dark} on dark, {logo}"


def chosen() -> Path | None:
    """The brand file that DIAGNOSTIC_BRAND names, else `brand.yaml` in this folder if there is one.

    A file that is named and not there is given all the same: that is a mistake to be shown.
    """
    named = os.environ.get(SETTING)
    usual = Path(USUAL)
    return Path(named) if named else usual if usual.exists() else None


def load(path: Path | None) -> Brand:
    """The brand that the file at `path` describes; the neutral one for None.

    Raises:
        BrokenBrand: with every problem, if any of them is an error.
        OSError: the file cannot be read.
    """
    if path is None:
        return DEFAULT
    with path.open("rb") as file:
        content = file.read(BRAND_FILE.most_bytes + 1)
    examined = examine(content, path.name, path.parent)
    if examined.brand is None:
        raise BrokenBrand(examined.name, examined.text, examined.problems)
    return examined.brand


def examine(content: bytes, name: str, folder: Path) -> Examination:
    """Reads, lints and, if nothing speaks against it, builds; the logo is looked for in `folder`.

    Raises nothing.
    """
    try:
        text = decode(content, name, BRAND_FILE)
        reading = Reading(grow(text, name, BRAND_FILE), BRAND_FILE.noun)
    except BrokenFile as refused:
        return Examination(name, refused.text, refused.problems, None)
    fields = reading.fields(reading.root, record_shape(Written), ())
    logo: list[Picture] = []
    found = [*map(_about_comments, reading.problems), *_problems(reading, Folder(folder), logo)]
    problems = tuple(sorted(found))
    sound = all(problem.severity == "warning" for problem in problems)
    brand = _built(Written(**fields), logo) if fields is not None and sound else None
    return Examination(name, text, problems, brand)


def every_rule() -> tuple[Callable[..., object], ...]:
    """Every rule that a brand file is held against, in the order of docs/brand.md."""
    form = (unknown_key, missing_key, duplicate_key, wrong_kind)
    return (
        *ABOUT_THE_FILE,
        *form,
        text_rules.empty_text,
        text_rules.stray_space,
        *mistakes.OWN,
    )


def _problems(reading: Reading, folder: Folder, logo: list[Picture]) -> Iterator[Problem]:
    """What is wrong with the texts; the logo, if it can be used, is left in `logo`."""
    for path, text in reading.texts.items():
        passage = Passage(path, text, reading.name(path))
        for mistake in _mistakes(passage, folder, logo):
            rule = rule_id(mistake.rule)
            severity: Severity = "warning" if rule in ADVICE else "error"
            yield problem_at(reading.places[path], rule, mistake.wording(), severity)


def _mistakes(passage: Passage, folder: Folder, logo: list[Picture]) -> Iterator[Mistake]:
    yield from checks.of_any(passage)
    if not passage.text.strip():
        return
    match passage.keys[0]:
        case "accent":
            yield from checks.of_accent(passage)
        case "booking":
            yield from checks.of_booking(passage)
        case "logo":
            found = checks.logo_of(passage, folder)
            if isinstance(found, Mistake):
                yield found
            else:
                logo.append(found)


def _about_comments(problem: Problem) -> Problem:
    """A colour without quotation marks is a comment to YAML, so nothing seems to be there."""
    empty = problem.rule == "wrong-kind" and problem.message.startswith("accent is left empty")
    return replace(problem, fix=QUOTED) if empty else problem


def _built(written: Written, logo: list[Picture]) -> Brand:
    picture = logo[0] if logo else None
    return Brand(
        name=_tidy(written.name),
        logo=picture.content if picture else None,
        logo_size=(picture.width, picture.height) if picture else None,
        accent=(written.accent or DEFAULT.accent).upper(),
        booking=written.booking,
        footer=_tidy(written.footer) if written.footer else None,
    )


def _tidy(text: str) -> str:
    """On one line, without spaces at the ends, letters and their accents joined."""
    return normalize("NFC", BLANKS.sub(" ", text)).strip()
