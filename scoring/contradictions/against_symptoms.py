"""Rules that set an answer against what was seen in the last six months."""

from collections.abc import Mapping

from scoring.contradictions.facts import NOTHING_TO_ADD, Condition, Cutoffs, Detail, Facts

ADDITIONS = frozenset({"new_hire", "new_agency", "new_tool"})


def _claimed_yet_seen(facts: Facts, cutoffs: Cutoffs, item: str, symptom: str) -> Detail | None:
    claimed = facts.claims_at_least(item, cutoffs["answer"])
    return NOTHING_TO_ADD if claimed and facts.hurts(symptom, cutoffs["symptom"]) else None


def k09_reviews_yet_weak_campaigns_run(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Reviews happen on a schedule, and weak campaigns still keep running."""
    return _claimed_yet_seen(facts, cutoffs, "REV-03", "S14")


def k10_own_work_discussed_yet_outside_blamed(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Misses lead to talk about own work, and outside causes still come up often."""
    return _claimed_yet_seen(facts, cutoffs, "OWN-02", "S05")


def k11_shared_list_yet_duplicates(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """There is one shared list, and work was still done twice."""
    return _claimed_yet_seen(facts, cutoffs, "OWN-08", "S04")


def k12_timed_steps_yet_late_launches(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Steps are written with expected days, and launches still took twice as long."""
    return _claimed_yet_seen(facts, cutoffs, "RES-06", "S02")


def k13_reasons_in_reports_yet_no_why(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Reports give likely reasons, and several still did not say why."""
    return _claimed_yet_seen(facts, cutoffs, "REV-04", "S03")


def k15_briefs_yet_message_differs(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Work starts from full briefs, and the message still differed between channels."""
    return _claimed_yet_seen(facts, cutoffs, "OWN-05", "S01")


def k16_vendors_in_plan_yet_total_flat(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Vendors work to one plan or to written scopes, and the total still did not move."""
    one_plan = _claimed_yet_seen(facts, cutoffs, "OWN-07", "S11")
    return one_plan if one_plan is not None else _claimed_yet_seen(facts, cutoffs, "RES-07", "S11")


def k17_written_steps_yet_work_stopped(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Others could follow written steps, and work still stopped when someone was away."""
    return _claimed_yet_seen(facts, cutoffs, "OWN-06", "S09")


def k18_stuck_work_studied_yet_additions_missed(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Where work gets stuck is looked at first, and two or more additions did not help."""
    added = len(ADDITIONS.intersection(facts.assessment.profile.tried))
    if added < cutoffs["tried"]:
        return None
    return _claimed_yet_seen(facts, cutoffs, "RES-08", "S08")


def k19_causes_found_yet_new_plan_repeated(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Causes are looked for first, and the same problems followed the last new plan."""
    if not facts.assessment.profile.new_strategy_24m:
        return None
    return _claimed_yet_seen(facts, cutoffs, "REV-08", "S13")


def k20_figures_together_yet_not_seen(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """Figures arrive in one place, and the needed numbers still could not be seen."""
    return _claimed_yet_seen(facts, cutoffs, "REV-02", "S15")


def k26_no_miss_yet_weak_campaigns_run(facts: Facts, cutoffs: Cutoffs) -> Detail | None:
    """There was no clear miss, and weak campaigns kept running."""
    no_miss = "REV-06" in facts.not_applicable
    return NOTHING_TO_ADD if no_miss and facts.hurts("S14", cutoffs["symptom"]) else None


CONDITIONS: Mapping[str, Condition] = {
    "K09": k09_reviews_yet_weak_campaigns_run,
    "K10": k10_own_work_discussed_yet_outside_blamed,
    "K11": k11_shared_list_yet_duplicates,
    "K12": k12_timed_steps_yet_late_launches,
    "K13": k13_reasons_in_reports_yet_no_why,
    "K15": k15_briefs_yet_message_differs,
    "K16": k16_vendors_in_plan_yet_total_flat,
    "K17": k17_written_steps_yet_work_stopped,
    "K18": k18_stuck_work_studied_yet_additions_missed,
    "K19": k19_causes_found_yet_new_plan_repeated,
    "K20": k20_figures_together_yet_not_seen,
    "K26": k26_no_miss_yet_weak_campaigns_run,
}
