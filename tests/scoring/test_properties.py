"""What must hold for any answers, on random ones with parts missing (docs/method.md 3.17)."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Assessment, score
from scoring.assessment import Budget, Priority, Profile
from scoring.method import method_of
from scoring.moves import COLUMNS
from tests.scoring.verbs import card, every, the_bank

MANY = settings(max_examples=250, deadline=None)
BANK = the_bank()
ITEMS = [item.id for item in BANK.items]
CODES = {part.id: [choice.code for choice in part.choices] for part in BANK.trace.parts}
TIERS = ("not_enough_evidence", "fix_first", "proceed_with_conditions", "ready")
EPS = 1e-9

levels = st.integers(0, 4)
answers = st.dictionaries(
    st.sampled_from(ITEMS), st.one_of(levels, levels, levels, st.sampled_from(["dk", "na"]))
) | st.fixed_dictionaries(dict.fromkeys(ITEMS, levels))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(strategy, strategy, st.none())


@st.composite
def priorities(draw: st.DrawFn) -> Priority:
    codes = {part: draw(maybe(st.sampled_from(CODES[part]))) for part in CODES}
    return Priority(
        name=draw(st.text("abcdef", min_size=1, max_size=5)),
        points=draw(maybe(st.integers(0, 100).map(float))),
        rank=draw(maybe(st.integers(1, 3))),
        owner_ref=draw(st.sampled_from(["", "A", "B"])),
        **codes,
    )


shares = maybe(st.integers(0, 60).map(float))
counts = maybe(st.integers(0, 30))
truth = maybe(st.booleans())
TRIED = next(field for field in BANK.profile.fields if field.id == "tried").choices
BLAMED = next(field for field in BANK.profile.fields if field.id == "blamed").choices


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    named = tuple(draw(st.lists(priorities(), max_size=3)))
    split = Budget(
        known=draw(st.booleans() | st.just(True)),
        per_priority=tuple(draw(shares) for _ in named),
        fixed=draw(shares),
        other=draw(shares),
    )
    change = st.dictionaries(
        st.sampled_from([row.code for row in BANK.profile.change_rows]),
        st.sampled_from([choice.code for choice in BANK.profile.change_choices]),
    )
    return Assessment(
        profile=Profile(
            team_size=draw(counts),
            channels=draw(counts),
            tools=draw(counts),
            vendors=draw(counts),
            initiatives=draw(counts),
            added_capacity_12m=draw(truth),
            new_strategy_24m=draw(truth),
            change=draw(change),
            tried=tuple(draw(st.sets(st.sampled_from([choice.code for choice in TRIED])))),
            blamed=tuple(draw(st.sets(st.sampled_from([choice.code for choice in BLAMED])))),
        ),
        answers=draw(answers),
        priorities=named,
        budget=draw(st.none() | st.just(split) | st.just(_filled(split))),
        symptoms=draw(
            st.dictionaries(
                st.sampled_from([entry.id for entry in BANK.symptoms.checklist]), st.integers(0, 3)
            )
        ),
        seconds_core=draw(maybe(st.floats(0, 3000))),
    )


def _filled(split: Budget) -> Budget:
    """The same split with its empty rows at nought and the rest made up to a hundred."""
    rows = tuple(share or 0.0 for share in split.per_priority)
    fixed = split.fixed or 0.0
    return replace(
        split, known=True, per_priority=rows, fixed=fixed, other=max(0.0, 100 - sum(rows) - fixed)
    )


@MANY
@given(assessments(), st.sampled_from(ITEMS))
def test_raising_one_answer_never_lowers_a_score(given: Assessment, item: str) -> None:
    level = given.answers.get(item)
    if not isinstance(level, int) or level == 4:
        level = 0
        given = replace(given, answers={**given.answers, item: 0})
    before = card(given)
    after = card(replace(given, answers={**given.answers, item: level + 1}))
    for name, dimension in before.dimensions.items():
        raised = after.dimensions[name]
        for low, high in ((dimension.raw, raised.raw), (dimension.final, raised.final)):
            if low is not None and high is not None:
                assert high >= low - EPS
    if before.overall.score is not None and after.overall.score is not None:
        assert after.overall.score >= before.overall.score - EPS


@given(levels)
def test_equal_answers_give_their_level(level: int) -> None:
    result = card(Assessment(answers=every(level)))
    for dimension in result.dimensions.values():
        assert dimension.raw == 25.0 * level
        assert dimension.equal_weights_raw == 25.0 * level
        assert not dimension.depends_on_weights


@MANY
@given(assessments())
def test_a_score_lies_under_its_raw_score_and_inside_its_band(given: Assessment) -> None:
    result = card(given)
    for dimension in result.dimensions.values():
        if dimension.final is None or dimension.raw is None or dimension.band is None:
            assert dimension.raw is dimension.final is dimension.band is dimension.level is None
            assert dimension.coverage.status == "not_scored"
            continue
        assert dimension.final <= dimension.raw + EPS
        assert dimension.band.low - EPS <= dimension.final <= dimension.band.high + EPS
        assert 0 <= dimension.raw <= 100
    overall = result.overall
    if overall.score is not None and overall.band is not None and overall.formula is not None:
        assert overall.band.low - EPS <= overall.score <= overall.band.high + EPS
        assert overall.score <= overall.formula + EPS


@MANY
@given(assessments())
def test_a_band_is_what_scoring_every_step_anew_gives(given: Assessment) -> None:
    """The quick way of working bands out agrees with the definition: everything recomputed."""
    result = card(given)
    again = [
        card(replace(given, answers={**given.answers, item: moved}))
        for item, level in result.responses.levels.items()
        for moved in (level - 1, level + 1)
        if 0 <= moved <= 4
    ][:20]
    for other in again:
        for name, dimension in result.dimensions.items():
            final, band = other.dimensions[name].final, dimension.band
            if final is not None and band is not None:
                assert band.low - EPS <= final <= band.high + EPS
        if result.overall.band is not None and other.overall.score is not None:
            assert result.overall.band.low - EPS <= other.overall.score
            assert other.overall.score <= result.overall.band.high + EPS


@MANY
@given(assessments())
def test_the_budget_index_is_one_minus_total_variation(given: Assessment) -> None:
    result = card(given)
    alignment = result.alignment
    if alignment.index is None:
        assert alignment.reason is not None
        assert alignment.shares == alignment.gaps == ()
        return
    assert alignment.unaligned is not None
    distance = (sum(map(abs, alignment.gaps)) + alignment.unaligned) / 2
    assert abs(alignment.index - (1 - distance)) < EPS
    assert -EPS <= alignment.index <= 1 + EPS
    assert abs(sum(alignment.shares) + alignment.unaligned - 1) < EPS


@MANY
@given(assessments())
def test_the_order_of_the_priorities_does_not_matter(given: Assessment) -> None:
    pointed = tuple(
        replace(priority, points=float(10 + 7 * place))
        for place, priority in enumerate(given.priorities)
    )
    given = replace(given, priorities=pointed)
    budget = given.budget and replace(
        given.budget, per_priority=tuple(reversed(given.budget.per_priority))
    )
    turned = replace(given, priorities=tuple(reversed(pointed)), budget=budget)
    first, second = card(given), card(turned)
    assert _close(first.trace.score, second.trace.score)
    assert _close(first.alignment.index, second.alignment.index)


def _close(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return abs(first - second) < EPS


@MANY
@given(assessments())
def test_shares_of_causes_add_up_to_one(given: Assessment) -> None:
    causes = card(given).causes
    if any(given.symptoms.values()):
        assert abs(sum(causes.shares.values()) - 1) < EPS
        assert abs(sum(causes.by_dimension.values()) - 1) < EPS
        assert len(causes.top) == 3
        assert BANK.causes.outside not in causes.top
        shown = [entry.share for entry in causes.ranked]
        assert all(high >= low - EPS for high, low in pairwise(shown))
    else:
        assert causes.shares == {}


@MANY
@given(assessments())
def test_every_move_is_planned_once_after_what_it_needs(given: Assessment) -> None:
    result = card(given)
    planned = [entry.item for entry in result.plan.placings]
    assert sorted(planned) == sorted(move.item for move in result.moves)
    column = {entry.item: COLUMNS.index(entry.column) for entry in result.plan.placings}
    place = {item: position for position, item in enumerate(planned)}
    for name in COLUMNS[:-1]:
        assert len(result.plan.column(name)) <= 3
    needs = {table.item: table.needs for table in method_of(BANK).moves}
    effort = {move.item: move.effort for move in result.moves}
    for item in planned:
        assert column[item] >= effort[item] - 1
        for need in set(needs[item]) & set(planned):
            assert column[need] <= column[item]
            assert place[need] < place[item]


@MANY
@given(assessments(), st.sampled_from(sorted(CODES)), st.integers(0, 2))
def test_a_better_trace_never_gives_a_worse_verdict(
    given: Assessment, part: str, position: int
) -> None:
    if position >= len(given.priorities):
        return
    priority = given.priorities[position]
    now = getattr(priority, part)
    if now is None or now == CODES[part][-1]:
        return
    values = method_of(BANK).trace_values[part]
    better = next((code for code in CODES[part] if values[code] > values[now]), None)
    if better is None or (part == "review_form" and priority.review_cadence is None):
        return
    changed = list(given.priorities)
    changed[position] = replace(priority, **{part: better})
    before = card(given).verdict.code
    after = card(replace(given, priorities=tuple(changed))).verdict.code
    assert TIERS.index(after) >= TIERS.index(before)


def test_no_answers_give_no_number() -> None:
    result = card(Assessment())
    assert result.verdict.code == "not_enough_evidence"
    assert result.overall.score is None
    assert all(dimension.raw is None for dimension in result.dimensions.values())
    assert result.trace.score is None
    assert result.moves == ()
    assert result.confidence == "lower"


@MANY
@given(assessments(), assessments())
def test_different_levels_give_different_plans(first: Assessment, second: Assessment) -> None:
    """The genre gives everybody the same advice; here a different need gives a different plan."""
    one, two = card(first), card(second)
    below = [{move.item for move in result.moves} for result in (one, two)]
    if below[0] != below[1]:
        assert one.plan != two.plan


@given(st.integers(0, 3), st.integers(0, 4))
def test_another_level_throughout_gives_another_plan(low: int, high: int) -> None:
    plans = [
        [(move.item, move.value) for move in score(BANK, Assessment(answers=every(level))).moves]
        for level in (low, high)
    ]
    assert (plans[0] == plans[1]) == (low == high or min(low, high) >= 3)
