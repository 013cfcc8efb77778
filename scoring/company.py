"""Several people of one company: where they see different pictures (docs/method.md 4.4).

Raw scores are compared, because caps would hide the difference. A gap is a topic, not an error.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bank.model import Bank
from scoring.scorecard import Scorecard
from scoring.thresholds import above

LEADER: Final = "leader"
TEAM: Final = "team"

ONE: Final = "nothing"
DIFFERENCE: Final = "difference"
RANGE_AND_AD: Final = "range_and_ad"
AD_AND_RWG: Final = "ad_and_rwg"
PAIR: Final = 2
GROUP: Final = 5
"""From five respondents on, r_wg may be read."""


@dataclass(frozen=True, slots=True)
class ItemAgreement:
    """One item over everyone who answered it, in levels 0-4.

    `ad` is the average deviation from the mean [E34]; `rwg` is 1 - s²/σ² with s² over n-1 and
    limited to σ² [E33]. `show` says which of them may be shown for so many answers.
    """

    n: int
    mean: float | None
    range: float | None
    ad: float | None
    rwg: float | None
    differs: bool
    show: str


@dataclass(frozen=True, slots=True)
class DimensionAgreement:
    """Raw scores (0-100) over everyone; `leader_minus_team` is the difference of the two means."""

    n: int
    mean: float | None
    range: float | None
    leader_minus_team: float | None
    mean_item_rwg: float | None


@dataclass(frozen=True, slots=True)
class Company:
    """One company's respondents together; `differs` lists items, the largest difference first.

    `shown_to_leader` is false while so few team members answered that one could be worked out.
    """

    respondents: int
    items: Mapping[str, ItemAgreement]
    dimensions: Mapping[str, DimensionAgreement]
    differs: tuple[str, ...]
    shown_to_leader: bool


def company(responses: Sequence[tuple[str, Scorecard]]) -> Company:
    """Put pairs of role group (*leader* or *team*) and scorecard together.

    All scorecards must come from the same bank. Raises `ValueError` for none at all.
    """
    if not responses:
        raise ValueError("A company needs at least one response.")
    bank = responses[0][1].bank
    items = {
        item.id: _item(
            bank,
            [
                card.responses.levels[item.id]
                for _, card in responses
                if item.id in card.responses.levels
            ],
        )
        for item in bank.items
    }
    differing = [name for name, entry in items.items() if entry.differs]
    team = sum(role == TEAM for role, _ in responses)
    return Company(
        respondents=len(responses),
        items=items,
        dimensions={
            entry.id: _dimension(bank, entry.id, responses, items) for entry in bank.dimensions
        },
        differs=tuple(sorted(differing, key=lambda name: -round(items[name].ad or 0.0, 9))),
        shown_to_leader=team >= bank.numbers.company.team_minimum,
    )


def _item(bank: Bank, levels: Sequence[int]) -> ItemAgreement:
    count = len(levels)
    if not count:
        return ItemAgreement(0, None, None, None, None, False, ONE)
    mean = sum(levels) / count
    spread = max(levels) - min(levels)
    deviation = sum(abs(level - mean) for level in levels) / count
    numbers = bank.numbers.company
    differs = (
        above(deviation, numbers.deviation_above)
        if count >= GROUP
        else spread >= numbers.difference_from
    )
    return ItemAgreement(
        n=count,
        mean=mean,
        range=spread,
        ad=deviation,
        rwg=_rwg(levels, mean, numbers.null_variance),
        differs=differs,
        show=_show(count),
    )


def _rwg(levels: Sequence[int], mean: float, null_variance: float) -> float | None:
    if len(levels) < PAIR:
        return None
    variance = sum((level - mean) ** 2 for level in levels) / (len(levels) - 1)
    return 1 - min(variance, null_variance) / null_variance


def _show(count: int) -> str:
    if count >= GROUP:
        return AD_AND_RWG
    if count > PAIR:
        return RANGE_AND_AD
    return DIFFERENCE if count == PAIR else ONE


def _dimension(
    bank: Bank,
    dimension: str,
    responses: Sequence[tuple[str, Scorecard]],
    items: Mapping[str, ItemAgreement],
) -> DimensionAgreement:
    raw = {
        group: [
            score
            for role, card in responses
            if role == group and (score := card.dimensions[dimension].raw) is not None
        ]
        for group in (LEADER, TEAM)
    }
    everyone = [*raw[LEADER], *raw[TEAM]]
    leader, team = _mean(raw[LEADER]), _mean(raw[TEAM])
    agreement = [
        rwg
        for item in bank.items
        if bank.capability_by_id[item.capability].dimension == dimension
        and (rwg := items[item.id].rwg) is not None
    ]
    return DimensionAgreement(
        n=len(everyone),
        mean=_mean(everyone),
        range=max(everyone) - min(everyone) if everyone else None,
        leader_minus_team=None if leader is None or team is None else leader - team,
        mean_item_rwg=_mean(agreement),
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
