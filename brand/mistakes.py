"""What the lint says about a brand file, beyond what it says about any file: one function a rule.

Each docstring is the rule's manual; its id is the function's name with dashes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from bank.naming import sentence
from bank.problem import Wording
from bank.quoting import number, quote
from theme import TEXT

MOST_BYTES: Final = 200_000
WIDEST: Final = 2000
HIGHEST: Final = 1000
"""Most bytes of a logo, and most pixels across and down."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A rule that was broken, with what its message is about."""

    rule: Callable[..., Wording]
    about: tuple[Any, ...]

    def wording(self) -> Wording:
        """What the rule says."""
        return self.rule(*self.about)


def too_long(name: str, length: int, most: int) -> Wording:
    """A text that would not fit where it is shown."""
    return Wording(
        f"{sentence(name)} has {length} characters; at most {most} fit where it is shown.",
        "Write it shorter.",
    )


def bad_colour(name: str, text: str) -> Wording:
    """A colour is written with a number sign and six digits, in quotation marks."""
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    is_hex = len(digits) == 6 and not set(digits.upper()) - set("0123456789ABCDEF")
    fix = f'Write "#{digits.upper()}".' if is_hex else 'Write it like "#12606F".'
    return Wording(f"{sentence(name)} is {quote(text)}, which is not a colour of six digits.", fix)


def faint_accent(text: str, contrast: float, darker: str) -> Wording:
    """The accent is text on white paper and the ground of white text; both need a contrast."""
    return Wording(
        f"The accent {quote(text)} has a contrast of {_shown(contrast)}:1 with white; "
        f"text needs {number(TEXT)}:1.",
        f'Take a darker one: "{darker}" is the nearest of the same hue.',
    )


def accent_like_warning(text: str, warning: str) -> Wording:
    """An accent that looks like the colour of warnings makes every button look like one."""
    return Wording(
        f"The accent {quote(text)} is hard to tell from the colour of warnings ('{warning}').",
        "Take another of the firm’s colours if there is one.",
    )


def bad_address(name: str, text: str, guess: str) -> Wording:
    """A booking address begins with https:// or mailto: and holds nothing a browser would change.

    Names and passwords inside an address, spaces and letters beyond ASCII are refused.
    """
    fix = "Write an address that begins with https:// or mailto:, as a browser shows it."
    return Wording(
        f"{sentence(name)} is {quote(text)}, which is not an address that can be linked to.",
        f"Did you mean '{guess}'?" if guess else fix,
    )


def logo_outside(name: str, text: str) -> Wording:
    """The logo stands beside the brand file or in a folder below it, and nowhere else."""
    return Wording(
        f"{sentence(name)} is {quote(text)}, which leads out of the brand file’s folder.",
        "Put the picture beside the brand file and write its name, such as logo.png.",
    )


def logo_missing(name: str, text: str, guess: str | None) -> Wording:
    """There is no file of that name, or it cannot be read."""
    fix = f"Did you mean '{guess}'?" if guess else "Write its name as seen from the brand file."
    return Wording(f"{sentence(name)} is {quote(text)}, and there is no such file.", fix)


def logo_not_png(name: str, found: str) -> Wording:
    """PNG is the one kind of picture that screen and paper show alike without risk."""
    what = f"is a file of the kind {found}" if found else "is not a picture of the kind PNG"
    return Wording(f"{sentence(name)} {what}.", "Save the logo as PNG; renaming it does not do it.")


def logo_broken(name: str, why: str) -> Wording:
    """A PNG that is cut off, damaged or carries something else is not sent to anybody."""
    return Wording(f"{sentence(name)} cannot be used: {why}.", "Save it as PNG once more.")


def logo_moves(name: str) -> Wording:
    """A moving logo distracts from reading, and paper cannot show it."""
    return Wording(f"{sentence(name)} is a moving picture.", "Save a single picture of it as PNG.")


def logo_too_large(name: str, size: str) -> Wording:
    """Every visitor loads the logo, which is shown at most 40 pixels high."""
    return Wording(
        f"{sentence(name)} has {size}; at most {MOST_BYTES:,} bytes and "
        f"{WIDEST} × {HIGHEST} pixels are allowed.",
        "Save it smaller: it is shown 40 pixels high, so 120 are plenty.",
    )


def _shown(contrast: float) -> str:
    """Rounded down, so that 4.49 is not called 4.5."""
    return number(int(contrast * 10) / 10)


OWN: Final[tuple[Callable[..., Wording], ...]] = (
    too_long,
    bad_colour,
    faint_accent,
    accent_like_warning,
    bad_address,
    logo_outside,
    logo_missing,
    logo_not_png,
    logo_broken,
    logo_moves,
    logo_too_large,
)
"""The rules of this module, in the order of the docs."""
