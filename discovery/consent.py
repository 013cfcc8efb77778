"""The consent to share, with its blanks filled: the words somebody agrees to are the words kept."""

from dataclasses import dataclass
from hashlib import sha256

from bank.model import Bank
from scoring.wording import fill


@dataclass(frozen=True, slots=True)
class Consent:
    """The words shown, the version they have in the bank, and the digest of the words themselves.

    `marketing` belongs to a box of its own, which starts empty and changes nothing else.
    """

    version: str
    paragraphs: tuple[str, ...]
    agree: str
    marketing: str
    sha256: str


def make_consent(bank: Bank, firm: str, months: int) -> Consent:
    """The consent as `firm` asks for it; `months` is how long it keeps what was shared.

    Raises `ValueError` without a firm to name or a time to keep: nobody can agree to that.
    """
    if not firm.strip() or months < 1:
        raise ValueError("A consent names a firm and a time of at least one month.")
    words, blanks = bank.sharing, {"firm": firm.strip(), "months": str(months)}
    texts = words.consent if months > 1 else map(_of_one_month, words.consent)
    paragraphs = tuple(fill(text, blanks) for text in texts)
    agree, marketing = fill(words.agree, blanks), fill(words.marketing, blanks)
    whole = "\n".join((words.version, *paragraphs, agree, marketing))
    return Consent(
        version=words.version,
        paragraphs=paragraphs,
        agree=agree,
        marketing=marketing,
        sha256=sha256(whole.encode("utf-8")).hexdigest(),
    )


def _of_one_month(text: str) -> str:
    """The words of a consent as English has them where a single month is kept."""
    return text.replace("{months} months", "{months} month")
