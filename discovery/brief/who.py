"""Part 1 of the brief: who answered, and why now."""

from dataclasses import dataclass

from discovery.said import chosen, whole_points
from scoring.scorecard import Scorecard
from scoring.wording import fill


@dataclass(frozen=True, slots=True)
class Who:
    """One line about the respondent and her plans, and her priorities in her own words."""

    line: str
    priorities: tuple[str, ...]


def introduce(card: Scorecard) -> Who:
    """Role, team, growth and plans as far as they were told, and what was typed as priorities."""
    words, profile = card.bank.call.brief, card.assessment.profile
    told: list[str] = []
    if profile.role:
        told.append(f"{chosen(card.bank, 'role', profile.role)}.")
    if profile.team_size is not None:
        told.append(fill(words.team, {"count": str(profile.team_size)}))
    if profile.growth_24m:
        growth = chosen(card.bank, "growth_24m", profile.growth_24m)
        told.append(fill(words.growth, {"answer": growth}))
    if profile.new_strategy_24m:
        told.append(words.new_strategy)
    if profile.considering_new_strategy is not None:
        plans = profile.considering_new_strategy
        told.append(words.considering if plans else words.not_considering)
    return Who(" ".join(told) or words.who_not_told, _priorities(card))


def _priorities(card: Scorecard) -> tuple[str, ...]:
    words = card.bank.call.brief
    named = tuple(
        fill(words.priority, {"priority": entry.name, "points": whole_points(entry.weight)})
        for entry in card.trace.priorities
    )
    return named or (words.no_priorities,)
