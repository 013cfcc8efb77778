"""Any number opens down to the answers that made it, and the parts really make it."""

import json
from collections.abc import Callable, Iterator
from math import prod

import pytest

from scoring.assessment import Assessment, Profile
from scoring.explanation import Explanation, UnknownNumberError, numbers
from scoring.export import explanation_as_json
from tests.scoring.verbs import PERSONAS, card, clear, every, person, split

P1 = card(person("P1"))


def walk(node: Explanation) -> Iterator[Explanation]:
    yield node
    for part in node.parts:
        yield from walk(part)


def value(node: Explanation) -> float:
    assert node.value is not None
    return node.value


def weighted(node: Explanation) -> float:
    scale = 25 if node.id.endswith(".raw") else 1
    known = [part for part in node.parts if part.value is not None]
    return scale * sum(value(part) * (part.weight or 0) for part in known)


def known_values(node: Explanation) -> list[float]:
    return [part.value for part in node.parts if part.value is not None]


def worth(node: Explanation) -> float:
    gap, weight, boost, effort = known_values(node)
    return gap * weight * boost / effort


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


RECOMPUTE: dict[str, Callable[[Explanation], float]] = {
    "weighted_mean": weighted,
    "lowest": lambda node: min(known_values(node)),
    "product": lambda node: prod(known_values(node)),
    "mean_of_facets": lambda node: 100 * sum(known_values(node)) / 4,
    "sum_of_overlaps": lambda node: sum(known_values(node)),
    "smaller_of": lambda node: min(known_values(node)),
    "gap_times_weight_times_boost_over_effort": worth,
    "geometric_mean": lambda node: prod(known_values(node)) ** (1 / len(known_values(node))),
    "ratio": lambda node: known_values(node)[0] / known_values(node)[1],
    "mean": lambda node: mean(known_values(node)),
}
"""What the parts of a node give under its kind."""


@pytest.mark.parametrize("name", PERSONAS)
def test_every_number_follows_from_its_parts(name: str) -> None:
    result = card(person(name))
    checked = 0
    for number in numbers(result):
        for node in walk(result.explain(number)):
            if node.kind in RECOMPUTE and node.value is not None and known_values(node):
                again = RECOMPUTE[node.kind](node)
                assert again == pytest.approx(node.value), (number, node.id, node.kind)
                checked += 1
    assert checked > 50


def test_a_dimension_opens_into_its_answers() -> None:
    tree = P1.explain("OWN")
    assert (tree.id, tree.kind) == ("OWN", "lowest")
    assert tree.value == P1.dimensions["OWN"].final
    raw, thin, weak = tree.parts
    assert (raw.id, raw.kind, raw.binding) == ("OWN.raw", "weighted_mean", True)
    assert [part.id for part in raw.parts] == ["O1", "O2", "O3", "O4"]
    assert [part.weight for part in raw.parts] == pytest.approx([1.5 / 4.5] + [1 / 4.5] * 3)
    first = raw.parts[0]
    assert (first.id, first.kind) == ("O1", "weighted_mean")
    assert [(leaf.id, leaf.kind, leaf.value, leaf.choice) for leaf in first.parts] == [
        ("OWN-01", "answer", 3, "3"),
        ("OWN-02", "answer", 1, "1"),
    ]
    assert [leaf.weight for leaf in first.parts] == pytest.approx([2 / 3, 1 / 3])
    assert (thin.id, thin.kind, thin.value, thin.binding) == ("EVIDENCE", "cap", 62.0, False)
    assert (weak.id, weak.value) == ("WEAK_CAPABILITY", 87.0)
    assert weak.parts[0].id == "O2"


def test_a_cap_that_binds_says_so_and_opens_into_the_trace() -> None:
    tree = card(person("P5")).explain("OWN")
    raw, cap = tree.parts
    assert not raw.binding
    assert (cap.id, cap.binding, cap.value) == ("EVIDENCE_THIN", True, 37.0)
    (evidence,) = cap.parts
    assert (evidence.id, evidence.kind, evidence.value) == ("OWN.evidence", "mean", 0.25)
    assert [part.id for part in evidence.parts] == ["process", "owner"]
    owner = evidence.parts[1]
    assert [(leaf.choice, leaf.value) for leaf in owner.parts] == [
        ("Grow brand awareness", 0.25),
        ("Demand generation", 0.25),
        ("Launch new range", 0.0),
    ]
    assert owner.parts[0].parts[0] == Explanation("owner", "choice", 0.25, choice="team")


def test_a_critical_cap_opens_into_its_answer() -> None:
    tree = card(person("P2")).explain("RES")
    caps = {part.id: part for part in tree.parts[1:]}
    assert caps["CRIT_0"].parts == (Explanation("RES-01", "answer", 0, choice="0"),)
    missing = card(answers=every(4, RES_01="dk")).explain("RES")
    caps = {part.id: part for part in missing.parts[1:]}
    assert caps["CRIT_MISSING"].binding
    assert caps["CRIT_MISSING"].parts == (Explanation("RES-01", "answer", None, choice="dk"),)


def test_only_the_cap_that_decides_is_binding() -> None:
    result = card(
        answers=every(4, OWN_01=1), priorities=(clear(owner="nobody", process="none"),)
    ).explain("OWN")
    assert [(part.id, part.binding) for part in result.parts] == [
        ("OWN.raw", False),
        ("CRIT_1", False),
        ("EVIDENCE_THIN", True),
    ]


def test_the_overall_score_opens_into_mean_and_lowest() -> None:
    tree = P1.explain("overall")
    formula, top = tree.parts
    assert (formula.binding, top.binding) == (True, False)
    assert (top.id, top.value) == ("overall.level_top", 62.0)
    mean, lowest = formula.parts
    assert (mean.weight, lowest.weight) == (0.5, 0.5)
    assert [part.id for part in mean.parts] == ["OWN", "RES", "REV"]
    assert [part.weight for part in mean.parts] == pytest.approx([1 / 3] * 3)
    assert [part.id for part in lowest.parts] == ["REV"]
    assert lowest.value == P1.dimensions["REV"].final
    held = card(person("P5")).explain("overall")
    assert [part.binding for part in held.parts] == [False, True]


def test_an_item_opens_into_the_value_it_is_held_to() -> None:
    node = P1.explain("OWN-01")
    assert (node.value, node.choice) == (3, "3")
    assert node.parts[0].id == "OWN-01.held"
    assert (node.parts[0].value, node.parts[0].choice) == (pytest.approx(1.7), "evidence")
    unknown = card(person("P2")).explain("REV-02")
    assert (unknown.value, unknown.choice, unknown.parts) == (None, "dk", ())
    nothing = card(Assessment()).explain("REV-02")
    assert (nothing.value, nothing.choice) == (None, None)


def test_a_capability_shows_what_was_not_answered() -> None:
    node = card(person("P2")).explain("V1")
    assert node.weight is None
    assert [(leaf.id, leaf.value, leaf.weight) for leaf in node.parts] == [
        ("REV-01", 1, 1.0),
        ("REV-02", None, None),
    ]
    empty = card(Assessment()).explain("V1")
    assert empty.value is None
    raw = card(answers={i: 2 for i in every(2) if i not in ("OWN-07", "OWN-08")}).explain("OWN")
    assert [part.weight for part in raw.parts[0].parts] == pytest.approx(
        [1.5 / 3.5, 1 / 3.5, 1 / 3.5, None]
    )


def test_the_trace_opens_into_choices() -> None:
    tree = P1.explain("trace")
    assert tree.value == P1.trace.score
    first = tree.parts[0]
    assert (first.id, first.weight, first.choice) == ("priority:0", 0.6, "Lead generation")
    assert [part.id for part in first.parts] == ["process", "owner", "review", "trigger"]
    assert [part.weight for part in first.parts] == [0.25] * 4
    review, trigger = first.parts[2], first.parts[3]
    assert (review.kind, trigger.kind) == ("product", "lowest")
    assert [(leaf.id, leaf.value, leaf.choice) for leaf in review.parts] == [
        ("review_form", 0.5, "report_only"),
        ("review_cadence", 1.0, "monthly"),
    ]
    assert P1.explain("priority:0") == first


def test_a_cadence_that_was_not_asked_is_not_shown() -> None:
    no_review = card(person("P2")).explain("priority:1").parts[2]
    assert [leaf.id for leaf in no_review.parts] == ["review_form"]
    open_form = card(priorities=(clear(review_form=None, review_cadence=None),))
    open_review = open_form.explain("priority:0").parts[2]
    assert [(leaf.id, leaf.value, leaf.choice) for leaf in open_review.parts] == [
        ("review_form", None, None),
        ("review_cadence", None, None),
    ]


def test_the_budget_opens_into_overlaps() -> None:
    tree = P1.explain("budget")
    assert tree.value == P1.alignment.index
    assert tree.choice is None
    assert [part.id for part in tree.parts] == ["priority:0", "priority:1", "priority:2"]
    weight, spent = tree.parts[0].parts
    assert (weight.id, weight.value) == ("weight", 0.6)
    assert (spent.id, spent.value) == ("spent", pytest.approx(22 / 90))
    unknown = card(person("P5")).explain("budget")
    assert (unknown.value, unknown.choice, unknown.parts) == (None, "split_not_known", ())


def test_claims_open_into_both_sides() -> None:
    tree = P1.explain("claims")
    assert tree.value == pytest.approx(0.1696, abs=5e-5)
    assert [part.id for part in tree.parts] == ["owner", "process", "budget", "review", "trigger"]
    owner, budget = tree.parts[0], tree.parts[2]
    assert (owner.kind, owner.weight) == ("difference", 0.2)
    assert (owner.parts[0].id, owner.parts[0].value) == ("OWN-01", 0.75)
    assert owner.parts[1].id == "owner"
    assert budget.parts[1] == P1.explain("budget")
    assert card(Assessment()).explain("claims").parts == ()


def test_causes_open_into_symptoms_and_gaps() -> None:
    tree = P1.explain("causes")
    assert tree.value == 1.0
    assert [part.id for part in tree.parts][:2] == ["cause:X", "cause:O1"]
    node = P1.explain("cause:V1")
    assert [(part.id, part.kind) for part in node.parts] == [
        ("S03", "symptom"),
        ("factor", "base_plus_slope_times_gap"),
    ]
    assert node.parts[0].value == pytest.approx(2 / 3)
    assert (node.parts[0].weight, node.parts[0].choice) == (0.35, "2")
    assert node.parts[1].value == pytest.approx(0.1 + 1.5 * 0.5)
    assert [part.value for part in node.parts[1].parts] == [2.0, 0.5]
    outside = P1.explain("cause:X")
    assert [part.kind for part in outside.parts] == ["symptom"] * 10 + ["outside"]
    assert outside.parts[-1].value == 1.0


def test_a_share_follows_from_symptoms_and_factors() -> None:
    amounts = {}
    for node in P1.explain("causes").parts:
        *symptoms, factor = node.parts
        amounts[node.id] = value(factor) * sum(value(s) * (s.weight or 0) for s in symptoms)
    for node in P1.explain("causes").parts:
        assert amounts[node.id] / sum(amounts.values()) == pytest.approx(value(node))


def test_an_open_capability_has_the_gap_of_the_unknown() -> None:
    answers = every(2)
    del answers["REV-01"], answers["REV-02"]
    factor = card(answers=answers, symptoms={"S15": 3}).explain("cause:V1").parts[-1]
    assert [part.value for part in factor.parts] == [None, 0.5]
    assert card(symptoms={}).explain("causes").value == 0.0


def test_moves_open_into_their_factors() -> None:
    node = P1.explain("move:REV-05")
    assert node.choice == "evidence"
    assert [part.id for part in node.parts] == ["gap", "weight", "boost", "effort"]
    assert [part.value for part in node.parts] == [0.75, 3.0, 1.75, 1]
    assert node.parts[0].parts == (P1.explain("REV-05"),)


def test_the_plan_says_why_each_move_stands_where_it_does() -> None:
    tree = P1.explain("plan")
    assert tree.value is None
    by_item = {part.id: part for part in tree.parts}
    forward = by_item["REV-01"]
    assert (forward.choice, forward.binding, forward.value) == ("30", True, 0.5)
    assert [(part.id, part.kind) for part in forward.parts] == [("REV-05", "brought_forward_for")]
    full = by_item["RES-01"]
    assert (full.choice, full.binding) == ("90", False)
    waiting = by_item["REV-05"]
    assert [(part.id, part.kind) for part in waiting.parts] == [
        ("OWN-01", "needs"),
        ("REV-01", "needs"),
    ]
    assert waiting.parts[0].value == pytest.approx(1.95)


def test_the_verdict_opens_into_reasons_and_facts() -> None:
    tree = P1.explain("verdict")
    assert tree.choice == "fix_first"
    reasons = {part.id: part for part in tree.parts}
    assert reasons["F2_trace_below_50"].binding
    assert not reasons["C2_trace_below_75"].binding
    assert [(f.id, f.value, f.choice) for f in reasons["F2_trace_below_50"].parts] == [
        ("score", P1.trace.score, None),
        ("threshold", 50.0, None),
    ]
    missing = reasons["F3_top_priority_not_traceable"].parts
    assert [(f.id, f.value, f.choice) for f in missing] == [
        ("priority", None, "Lead generation"),
        ("missing", None, "process, owner, review, trigger"),
    ]


def test_confidence_opens_into_what_it_rests_on() -> None:
    tree = card(person("P5")).explain("confidence")
    assert tree.choice == "lower"
    assert [part.id for part in tree.parts] == [
        "SAME_ANSWER",
        "CEILING",
        "FAST",
        "OWN.coverage",
        "RES.coverage",
        "REV.coverage",
        "trace",
        "budget",
        "claims",
    ]
    assert tree.parts[3].value == 1.0
    assert tree.parts[6].choice == "full"
    assert tree.parts[7].choice == "split_not_known"
    assert tree.parts[8].value == pytest.approx(0.725)


def test_a_contradiction_opens_into_answers_and_cut_offs() -> None:
    node = P1.explain("contradiction:K08")
    assert node.choice == "medium"
    assert [(part.id, part.kind) for part in node.parts] == [
        ("REV-03", "answer"),
        ("answer", "cutoff"),
        ("review", "cutoff"),
        ("priorities", "detail"),
    ]
    assert [part.value for part in node.parts[1:3]] == [3, 0.5]
    assert node.parts[3].choice == "1"


def test_the_load_opens_into_what_grew() -> None:
    node = P1.explain("load")
    assert (node.value, node.choice) == (P1.load.ratio, "stretching")
    complexity, team = node.parts
    assert (team.value, team.choice) == (1.0, "same")
    assert [(part.id, part.value, part.choice) for part in complexity.parts] == [
        ("channels", 1.25, "some"),
        ("tools", 1.5, "half"),
        ("vendors", 1.25, "some"),
        ("content", 2.0, "double"),
        ("reporting", 1.5, "half"),
    ]
    unknown = card(profile=Profile()).explain("load")
    assert unknown.value is None
    assert unknown.parts[0].parts == ()
    assert unknown.parts[1].choice is None


def test_an_unknown_number_names_the_closest() -> None:
    with pytest.raises(UnknownNumberError) as error:
        P1.explain("OWM")
    assert str(error.value) == "This scorecard has no number called 'OWM'. Did you mean 'OWN'?"
    with pytest.raises(UnknownNumberError) as error:
        P1.explain("zzzzzz")
    assert str(error.value) == "This scorecard has no number called 'zzzzzz'."


def test_a_tree_is_plain_json() -> None:
    tree = explanation_as_json(P1.explain("OWN"))
    assert list(tree) == ["id", "kind", "value", "parts"]
    leaf = tree["parts"][0]["parts"][0]["parts"][0]
    assert leaf == {
        "id": "OWN-01",
        "kind": "answer",
        "value": 3.0,
        "weight": 0.6667,
        "choice": "3",
    }
    assert tree["parts"][0]["binding"] is True
    for number in numbers(P1):
        json.dumps(explanation_as_json(P1.explain(number)), allow_nan=False)


def test_nothing_answered_still_opens() -> None:
    empty = card(Assessment())
    for number in numbers(empty):
        assert isinstance(empty.explain(number), Explanation)
    assert empty.explain("overall").value is None
    assert empty.explain("RES").parts[0].parts[0].weight is None


def test_evidence_for_resourcing_is_the_budget() -> None:
    result = card(answers=every(4), budget=split(20, 20, other=60))
    cap = result.explain("RES").parts[1]
    assert cap.parts[0].id == "RES.evidence"
    assert cap.parts[0].parts[0].id == "budget"


def test_a_facet_nobody_answered_has_no_weights() -> None:
    result = card(
        priorities=(clear("A", owner=None, points=100), clear("B", points=0)), answers=every(3)
    )
    claims = {part.id: part for part in result.explain("claims").parts}
    assert "owner" not in claims
    assert claims["process"].parts[1].parts[1].weight == 0.0


def test_a_verdict_with_one_reason_opens_too() -> None:
    result = card(answers=every(3, OWN_02=4, RES_02=4, REV_02=4), seconds_core=1)
    (reason,) = result.explain("verdict").parts
    assert (reason.id, reason.binding) == ("C7_answer_pattern", True)
