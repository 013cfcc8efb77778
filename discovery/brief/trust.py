"""Part 11 of the brief: how far to trust all this, and the notes that were shared."""

from dataclasses import dataclass

from scoring.scorecard import Scorecard
from scoring.wording import Sentence, confidence_sentence, fill, flag_sentences


@dataclass(frozen=True, slots=True)
class Trust:
    """The confidence word's sentence and what stands behind it, flags with their codes."""

    confidence: Sentence
    coverage: str
    compared: str
    differences: tuple[str, ...]
    flags: tuple[Sentence, ...]
    unknown: str | None

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything in order, for a page that prints it line by line."""
        flags = (entry.text for entry in self.flags)
        known = (self.confidence.text, self.coverage, self.compared, *self.differences, *flags)
        return (*known, self.unknown) if self.unknown else known


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was shared, beside the question it belongs to."""

    item: str
    stem: str
    note: str


def trust(card: Scorecard) -> Trust:
    """Coverage, compared answers, flags and what is not known."""
    words = card.bank.call.brief
    answered = sum(entry.coverage.answered for entry in card.dimensions.values())
    asked = sum(entry.coverage.applicable for entry in card.dimensions.values())
    compared = {"compared": str(len(card.claims.pairs)), "matched": str(card.claims.matched)}
    unknown = [card.bank.item_by_id[item].stem for item in card.responses.unknown]
    return Trust(
        confidence=Sentence(card.confidence, confidence_sentence(card)),
        coverage=fill(words.coverage, {"answered": str(answered), "asked": str(asked)}),
        compared=fill(words.compared, compared),
        differences=_differences(card),
        flags=flag_sentences(card),
        unknown=fill(words.unknown, {"answers": " ".join(unknown)}) if unknown else None,
    )


def shared_notes(card: Scorecard) -> tuple[Note, ...]:
    """The notes beside questions, in bank order."""
    notes = card.assessment.notes
    return tuple(
        Note(item.id, item.stem, notes[item.id]) for item in card.bank.items if item.id in notes
    )


def _differences(card: Scorecard) -> tuple[str, ...]:
    names = {entry.evidence: entry.name for entry in card.bank.claims}
    words = card.bank.call.brief
    both = ((words.ahead, card.claims.ahead), (words.behind, card.claims.behind))
    return tuple(
        fill(text, {"answers": "; ".join(names[pair] for pair in pairs)})
        for text, pairs in both
        if pairs
    )
