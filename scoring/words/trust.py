"""How far a result can be trusted, in words: what was answered, what is open, what differs."""

from scoring.pictures.numbers import Numbers
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.trace import FACETS
from scoring.words.filling import capital, count, fill


def coverage_words(card: Scorecard) -> str:
    """How much of each area was answered, and what was left out."""
    given, bank = card.responses, card.bank
    words = bank.shown.trust
    areas = "; ".join(_answered(card, name) for name in card.dimensions)
    blanks = {
        "areas": areas,
        "unknown": bank.scale.unknown,
        "unknown_count": str(len(given.unknown)),
        "not_applicable": bank.scale.not_applicable,
        "not_applicable_count": str(len(given.not_applicable)),
        "count": str(len(given.na_rejected)),
    }
    said = fill(words.coverage, blanks)
    return f"{said} {fill(words.not_believed, blanks)}" if given.na_rejected else said


def open_points(card: Scorecard) -> tuple[str, ...]:
    """Don’t-knows first, then a split that is not known, then open answers of the trace."""
    items = [card.bank.item_by_id[item].stem for item in card.responses.unknown]
    money = [
        entry.text
        for entry in card.bank.budget.reasons
        if entry.code == card.alignment.reason and entry.code == "split_not_known"
    ]
    names = {facet.id: facet.name for facet in card.bank.trace.facets}
    words = card.bank.shown.trust.open_trace
    trace = [
        fill(words, {"facet": names[facet], "priority": priority.name})
        for priority in card.trace.priorities
        for facet, value in zip(FACETS, priority.facets.values(), strict=True)
        if value is None
    ]
    return (*items, *money, *trace)


def find_out(card: Scorecard, number: int) -> str:
    """The heading of `number` open points, one or more."""
    words = card.bank.shown.trust
    if number == 1:
        return words.find_out_one
    return capital(fill(words.find_out, {"count": count(card.bank, number)}))


def claims_matched(card: Scorecard) -> str:
    """How many of the answers that can be compared match; empty when none can."""
    pairs = len(card.claims.pairs)
    blanks = {"matched": str(card.claims.matched), "compared": str(pairs)}
    return fill(card.bank.shown.trust.matched, blanks) if pairs else ""


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
    least = str(card.bank.numbers.company.benchmark_minimum)
    return fill(card.bank.shown.trust.no_comparison, {"least": least})


def why_areas_count_the_same(card: Scorecard) -> str:
    """Why no area outweighs another."""
    return card.bank.shown.trust.equal_areas


def _answered(card: Scorecard, name: str) -> str:
    """How much of one area was answered."""
    coverage = card.dimensions[name].coverage
    blanks = {
        "area": card.bank.dimension_by_id[name].name,
        "answered": str(coverage.answered),
        "asked": str(coverage.applicable),
    }
    return fill(card.bank.shown.trust.area, blanks)
