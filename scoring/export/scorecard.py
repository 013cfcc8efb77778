"""A scorecard as plain JSON values: the keys that files and the command line promise."""

from scoring.coverage import Responses
from scoring.export.plain import Json
from scoring.export.plain import number as _number
from scoring.export.plain import rounded as _rounded
from scoring.maturity import DimensionScore, Overall
from scoring.moves import COLUMNS, Move
from scoring.rounding import half_up
from scoring.scorecard import Scorecard
from scoring.trace import FACETS, Trace


def as_json(scorecard: Scorecard) -> Json:
    """Every result of `scorecard`, numbers rounded half-up to four decimals."""
    return {
        "model_version": scorecard.bank.about.model,
        "capabilities": _rounded(scorecard.capabilities),
        "capabilities_held": _rounded(scorecard.capabilities_held),
        "dimensions": {name: _dimension(entry) for name, entry in scorecard.dimensions.items()},
        "overall": _overall(scorecard.overall),
        **_responses(scorecard.responses),
        "trace": _trace(scorecard.trace),
        "budget": _budget(scorecard),
        "claim_gap": _claims(scorecard),
        "complexity": _load(scorecard),
        "causes": _causes(scorecard),
        "quality_flags": list(scorecard.flags),
        "contradictions": _contradictions(scorecard),
        "verdict": {
            "code": scorecard.verdict.code,
            "reasons": [reason.code for reason in scorecard.verdict.reasons],
        },
        "moves": [_move(move) for move in scorecard.moves],
        "plan": {name: list(scorecard.plan.column(name)) for name in COLUMNS},
        "confidence": scorecard.confidence,
    }


def _dimension(entry: DimensionScore) -> Json:
    return {
        "raw": _number(entry.raw),
        "final": _number(entry.final),
        "level": entry.level,
        "level_name": entry.level_name,
        "caps": list(entry.caps),
        "capped": entry.capped,
        "band_low": _number(entry.band.low if entry.band else None),
        "band_high": _number(entry.band.high if entry.band else None),
        "equal_weights_raw": _number(entry.equal_weights_raw),
        "evidence": _number(entry.evidence),
        "answered": entry.coverage.answered,
        "applicable": entry.coverage.applicable,
        "coverage": half_up(entry.coverage.share),
        "status": entry.coverage.status,
    }


def _overall(overall: Overall) -> Json:
    return {
        "formula": _number(overall.formula),
        "score": _number(overall.score),
        "level": overall.level,
        "level_name": overall.level_name,
        "mean": _number(overall.mean),
        "lowest": overall.lowest,
        "band_low": _number(overall.band.low if overall.band else None),
        "band_high": _number(overall.band.high if overall.band else None),
    }


def _responses(responses: Responses) -> Json:
    return {
        "not_applicable": list(responses.not_applicable),
        "unknown": list(responses.unknown),
        "na_rejected": list(responses.na_rejected),
    }


def _trace(trace: Trace) -> Json:
    return {
        "n": len(trace.priorities),
        "weight_basis": trace.weight_basis,
        "priorities": [
            {
                "name": entry.name,
                "weight": half_up(entry.weight),
                "facets": {name: _number(value) for name, value in entry.facets.named()},
                "score": half_up(entry.score),
                "clear": entry.clear,
                "complete": entry.complete,
            }
            for entry in trace.priorities
        ],
        "score": _number(trace.score),
        "clear": trace.clear,
        "clear_possible": trace.clear_possible,
        "clear_ratio": _number(trace.clear_ratio),
        "top": trace.top,
        "facet_means": dict(zip(FACETS, map(_number, trace.facet_means.values()), strict=True)),
        "status": trace.status,
    }


def _budget(scorecard: Scorecard) -> Json:
    alignment = scorecard.alignment
    return {
        "bai": _number(alignment.index),
        "reason": alignment.reason,
        "shares": [half_up(share) for share in alignment.shares],
        "gaps": [half_up(gap) for gap in alignment.gaps],
        "unaligned": _number(alignment.unaligned),
        "fixed_share": _number(alignment.fixed_share),
        "top_gap": _number(alignment.top_gap),
        "band": alignment.band,
        "notes": list(alignment.notes),
    }


def _claims(scorecard: Scorecard) -> Json:
    claims = scorecard.claims
    return {
        "facets": {
            name: {
                "claim": half_up(pair.claim),
                "evidence": half_up(pair.evidence),
                "gap": half_up(pair.gap),
            }
            for name, pair in claims.pairs.items()
        },
        "mean": _number(claims.mean),
        "mean_abs": _number(claims.mean_abs),
        "ahead": list(claims.ahead),
        "behind": list(claims.behind),
    }


def _load(scorecard: Scorecard) -> Json:
    load = scorecard.load
    return {
        "complexity_growth": _number(load.complexity_growth),
        "team_growth": _number(load.team_growth),
        "ratio": _number(load.ratio),
        "band": load.band,
        "initiatives_per_person": _number(load.initiatives_per_person),
        "touchpoints_per_person": _number(load.touchpoints_per_person),
    }


def _causes(scorecard: Scorecard) -> Json:
    causes = scorecard.causes
    return {
        "symptoms_present": causes.symptoms_present,
        "shares": _rounded(causes.shares),
        "ranked": [
            {"cause": entry.cause, "share": half_up(entry.share), "word": entry.word}
            for entry in causes.ranked
        ],
        "top": list(causes.top),
        "by_dimension": _rounded(causes.by_dimension),
        "infrastructure_share": _number(causes.infrastructure_share),
    }


def _contradictions(scorecard: Scorecard) -> list[Json]:
    return [
        {
            "code": entry.code,
            "severity": entry.severity,
            "items": list(entry.items),
            "detail": {name: list(values) for name, values in entry.detail.items()},
        }
        for entry in scorecard.contradictions
    ]


def _move(move: Move) -> Json:
    return {
        "item": move.item,
        "effective": half_up(move.held),
        "basis": move.basis,
        "gap": half_up(move.gap),
        "weight": half_up(move.weight),
        "boost": half_up(move.boost),
        "effort": move.effort,
        "value": half_up(move.value),
        "critical": move.critical,
    }
