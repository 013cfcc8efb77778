"""Rules that set an answer against the respondent's own priorities."""

from collections.abc import Mapping

from scoring.contradictions.facts import NOTHING_TO_ADD, Condition, Cutoffs, Detail, Facts
from scoring.thresholds import at_most, below, reaches

GROUP_OWNERS = ("nobody", "team")
ONE_PERSON = "one_person"


def k01_owners_claimed_but_groups_chosen(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Every priority is said to have a person; at least one has a group or nobody."""
    if not facts.claims_at_least("OWN-01", cutoffs["answer"]):
        return None
    found = tuple(
        position
        for position, priority in enumerate(facts.assessment.priorities)
        if priority.owner in GROUP_OWNERS
    )
    return {"priorities": found} if found else None


def k02_one_person_for_everything(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """The same person is named for every one of three priorities."""
    priorities = facts.assessment.priorities
    labels = {priority.owner_ref.strip().casefold() for priority in priorities}
    alone = all(priority.owner == ONE_PERSON for priority in priorities)
    enough = len(priorities) >= cutoffs["priorities"]
    return NOTHING_TO_ADD if enough and alone and len(labels) == 1 and "" not in labels else None


def k03_written_steps_claimed_but_in_heads(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Work could run from written steps, yet the priorities mostly run on what people know."""
    process = facts.trace.facet_means.process
    if process is None or not facts.claims_at_least("OWN-06", cutoffs["answer"]):
        return None
    return NOTHING_TO_ADD if below(process, cutoffs["process"]) else None


def k07_triggers_claimed_but_missing(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """A set number is said to start a set response; at least one priority has no such rule."""
    if not facts.claims_at_least("REV-05", cutoffs["answer"]):
        return None
    found = facts.priorities_below("trigger", cutoffs["trigger"])
    return {"priorities": found} if found else None


def k08_reviews_claimed_but_missing(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Every priority is said to be reviewed on a schedule; at least one shows little review."""
    if not facts.claims_at_least("REV-03", cutoffs["answer"]):
        return None
    found = facts.priorities_below("review", cutoffs["review"])
    return {"priorities": found} if found else None


def k23_answers_lower_than_the_trace(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """The priorities look better run than the answers suggest."""
    found = tuple(
        name for name, pair in facts.claims.pairs.items() if at_most(pair.gap, -cutoffs["gap"])
    )
    return {"facets": found} if found else None


def k25_review_and_ownership_far_apart(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Review and Ownership are at least a level and a half apart."""
    review, ownership = facts.raw.get("REV"), facts.raw.get("OWN")
    if review is None or ownership is None:
        return None
    return NOTHING_TO_ADD if reaches(abs(review - ownership), cutoffs["distance"]) else None


def k27_owner_who_cannot_stop_anything(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Each priority has a name, but that person may not be able to stop a campaign."""
    stop = facts.levels.get("OWN-03")
    named = facts.claims_at_least("OWN-01", cutoffs["answer"])
    return NOTHING_TO_ADD if named and stop is not None and stop <= cutoffs["stop"] else None


CONDITIONS: Mapping[str, Condition] = {
    "K01": k01_owners_claimed_but_groups_chosen,
    "K02": k02_one_person_for_everything,
    "K03": k03_written_steps_claimed_but_in_heads,
    "K07": k07_triggers_claimed_but_missing,
    "K08": k08_reviews_claimed_but_missing,
    "K23": k23_answers_lower_than_the_trace,
    "K25": k25_review_and_ownership_far_apart,
    "K27": k27_owner_who_cannot_stop_anything,
}
