"""The confidence word with those of its causes that hold."""

from scoring.flags import doubts
from scoring.scorecard import Scorecard
from scoring.words.filling import fill


def confidence_sentence(card: Scorecard) -> str:
    """The confidence word and what it comes from."""
    entry = next(entry for entry in card.bank.confidence if entry.code == card.confidence)
    return fill(entry.text, {"causes": "; ".join(confidence_causes(card))})


def confidence_causes(card: Scorecard) -> tuple[str, ...]:
    """Why confidence is no higher, each in a few words; empty when it is at its highest."""
    found = doubts(
        card.bank,
        card.trace,
        {name: entry.coverage for name, entry in card.dimensions.items()},
        card.alignment.index is not None,
        any(entry.severity == "high" for entry in card.contradictions),
        card.claims,
    )
    entry = next(entry for entry in card.bank.confidence if entry.code == card.confidence)
    areas = ", ".join(card.bank.dimension_by_id[name].name for name in found.thin)
    flags = tuple(flag.cause for flag in card.bank.flags if flag.code in card.flags)
    causes = (
        fill(entry.causes[code], {"areas": areas}) for code in found.codes if code in entry.causes
    )
    return (*(flags if card.confidence == "lower" else ()), *causes)
