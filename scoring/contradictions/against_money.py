"""Rules that set an answer against the budget split and the load."""

from collections.abc import Mapping

from scoring.contradictions.facts import NOTHING_TO_ADD, Condition, Cutoffs, Detail, Facts
from scoring.thresholds import above, below, reaches

UNSPLIT = ("split_not_known", "split_incomplete")


def k04_budget_by_priority_but_money_elsewhere(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """The budget is said to be set by priority; much of the movable money sits elsewhere."""
    index = facts.alignment.index
    if index is None or not facts.claims_at_least("RES-01", cutoffs["answer"]):
        return None
    return NOTHING_TO_ADD if below(index, cutoffs["index"]) else None


def k05_first_priority_is_not_the_largest_spend(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """A lighter priority, or everything else, has a larger share than the first priority."""
    alignment, trace = facts.alignment, facts.trace
    if trace.top is None or len(trace.priorities) < cutoffs["priorities"]:
        return None
    if alignment.index is None or alignment.unaligned is None:
        return None
    heaviest, largest = trace.priorities[trace.top].weight, alignment.shares[trace.top]
    rivals = [
        share
        for share, priority in zip(alignment.shares, trace.priorities, strict=True)
        if below(priority.weight, heaviest)
    ]
    beaten = any(above(share, largest) for share in [*rivals, alignment.unaligned])
    return NOTHING_TO_ADD if beaten else None


def k06_budget_by_priority_but_split_not_to_hand(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """The budget is said to be set with priorities in mind; the split could not be given."""
    missing = facts.alignment.reason in UNSPLIT
    return (
        NOTHING_TO_ADD if missing and facts.claims_at_least("RES-01", cutoffs["answer"]) else None
    )


def k14_hours_checked_but_load_outgrown(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Plans are said to be checked against hours; the load has outgrown the team."""
    if not facts.claims_at_least("RES-03", cutoffs["answer"]):
        return None
    ratio = facts.load.ratio
    outgrown = ratio is not None and reaches(ratio, cutoffs["ratio"])
    return NOTHING_TO_ADD if outgrown or facts.hurts("S10", cutoffs["symptom"]) else None


def k21_work_checked_but_money_serves_none(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """New work is said to be checked against priorities; much of the money serves none of them."""
    unaligned = facts.alignment.unaligned
    if unaligned is None or not facts.claims_at_least("RES-02", cutoffs["answer"]):
        return None
    return NOTHING_TO_ADD if reaches(unaligned, cutoffs["unaligned"]) else None


def k22_limit_claimed_but_many_in_flight(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """A limit on projects is said to hold; more than two are running for each person."""
    running = facts.load.initiatives_per_person
    if running is None or not facts.claims_at_least("RES-04", cutoffs["answer"]):
        return None
    return NOTHING_TO_ADD if above(running, cutoffs["initiatives"]) else None


CONDITIONS: Mapping[str, Condition] = {
    "K04": k04_budget_by_priority_but_money_elsewhere,
    "K05": k05_first_priority_is_not_the_largest_spend,
    "K06": k06_budget_by_priority_but_split_not_to_hand,
    "K14": k14_hours_checked_but_load_outgrown,
    "K21": k21_work_checked_but_money_serves_none,
    "K22": k22_limit_claimed_but_many_in_flight,
}
