"""What of an assessment may leave its owner's hands: the answers, the rest only if ticked."""

from dataclasses import replace
from types import MappingProxyType

from scoring.assessment import Assessment, Priority
from scoring.scorecard import Scorecard, score


def shared_part(assessment: Assessment, *, notes: bool, owners: bool) -> Assessment:
    """`assessment` without its notes and without the names or roles of owners, unless ticked.

    The person in a trigger rule is an owner's label as well.
    """
    return replace(
        assessment,
        notes=assessment.notes if notes else MappingProxyType({}),
        priorities=assessment.priorities
        if owners
        else tuple(_without_owner(priority) for priority in assessment.priorities),
    )


def shared_card(card: Scorecard, *, notes: bool, owners: bool) -> Scorecard:
    """The scorecard that follows from what is shared and from nothing else.

    Without owner labels rule K02 cannot fire, so that nobody learns from it that they are alike.
    """
    kept = shared_part(card.assessment, notes=notes, owners=owners)
    return card if kept == card.assessment else score(card.bank, kept)


def _without_owner(priority: Priority) -> Priority:
    return replace(priority, owner_ref="", rule=replace(priority.rule, person=""))
