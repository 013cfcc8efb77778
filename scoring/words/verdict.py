"""The verdict's text and its reasons, the most urgent kind first."""

from scoring.scorecard import Scorecard
from scoring.wording import Sentence, verdict_sentences


def verdict_text(card: Scorecard) -> str:
    """What the verdict means."""
    return next(entry.text for entry in card.bank.verdicts if entry.code == card.verdict.code)


def first_reasons(card: Scorecard) -> tuple[str, ...]:
    """The reasons of the verdict's own tier."""
    return tuple(entry.text for entry in verdict_sentences(card) if _decides(card, entry))


def other_reasons(card: Scorecard) -> tuple[str, ...]:
    """What would remain after those."""
    return tuple(entry.text for entry in verdict_sentences(card) if not _decides(card, entry))


def _decides(card: Scorecard, sentence: Sentence) -> bool:
    return sentence.code[0] == card.verdict.reasons[0].code[0]
