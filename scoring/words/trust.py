"""How far a result can be trusted, in words: what was answered, what is open, what differs."""

from scoring.pictures.numbers import Numbers
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.trace import FACETS


def coverage_words(card: Scorecard) -> str:
    """How much of each area was answered, and what was left out."""
    given, bank = card.responses, card.bank
    covered = {
        bank.dimension_by_id[name].name: entry.coverage for name, entry in card.dimensions.items()
    }
    answered = "; ".join(
        f"{name} {coverage.answered} of {coverage.applicable}" for name, coverage in covered.items()
    )
    refused = f", and {len(given.na_rejected)} not counted" if given.na_rejected else ""
    return (
        f"Answered: {answered}. “{bank.scale.unknown}”: {len(given.unknown)}. "
        f"“{bank.scale.not_applicable}”: {len(given.not_applicable)}{refused}."
    )


def open_points(card: Scorecard) -> tuple[str, ...]:
    """Don’t-knows first, then a split that is not known, then open answers of the trace."""
    items = [card.bank.item_by_id[item].stem for item in card.responses.unknown]
    money = [
        entry.text
        for entry in card.bank.budget.reasons
        if entry.code == card.alignment.reason and entry.code == "split_not_known"
    ]
    names = {facet.id: facet.name for facet in card.bank.trace.facets}
    trace = [
        f"{names[facet]} of “{priority.name}”: one of its answers is open."
        for priority in card.trace.priorities
        for facet, value in zip(FACETS, priority.facets.values(), strict=True)
        if value is None
    ]
    return (*items, *money, *trace)


def claims_matched(card: Scorecard) -> str:
    """How many of the answers that can be compared match; empty when none can."""
    pairs = len(card.claims.pairs)
    return f"{card.claims.matched} of {pairs} answers match what you showed us" if pairs else ""


def claim_differences(card: Scorecard) -> tuple[str, ...]:
    """Where an answer says more than was shown, then where it says less."""
    words = {entry.evidence: entry for entry in card.bank.claims}
    return (
        *(words[name].ahead for name in card.claims.ahead),
        *(words[name].behind for name in card.claims.behind),
    )


def claim_numbers(card: Scorecard) -> Numbers:
    """The answers beside what the priorities and the money show, in points of 100."""
    names = {entry.evidence: entry.name for entry in card.bank.claims}
    return Numbers(
        ("What", "Your answer", "What you showed"),
        tuple(
            (
                names[name],
                str(half_up_whole(100 * pair.claim)),
                str(half_up_whole(100 * pair.evidence)),
            )
            for name, pair in card.claims.pairs.items()
        ),
    )


def no_benchmark(card: Scorecard) -> str:
    """That nobody is compared with anybody yet, and what that would take."""
    least = card.bank.numbers.company.benchmark_minimum
    return (
        f"We compare you with nobody yet. When at least {least} companies like yours have "
        "answered, we will show the middle half of their scores."
    )


def why_areas_count_the_same(card: Scorecard) -> str:
    """Why no area outweighs another."""
    return "The three areas count the same, because we know of no ground to rank them."
