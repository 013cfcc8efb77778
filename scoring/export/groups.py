"""Two or more scorecards as plain JSON values: a comparison, a company."""

from scoring.company import Company
from scoring.comparison import Comparison
from scoring.export.plain import Json, number


def comparison_as_json(comparison: Comparison) -> Json:
    """A comparison of two assessments; changes are differences of the printed numbers."""
    return {
        "dimensions": {
            name: {
                "first": entry.first,
                "second": entry.second,
                "change": entry.change,
                "items_up": list(entry.items_up),
                "items_down": list(entry.items_down),
                "verdict": entry.verdict,
            }
            for name, entry in comparison.dimensions.items()
        },
        "overall_change": comparison.overall_change,
        "trace_change": comparison.trace_change,
        "verdict_from": comparison.verdict_from,
        "verdict_to": comparison.verdict_to,
    }


def company_as_json(company: Company) -> Json:
    """One company's respondents together, numbers rounded to four decimals."""
    return {
        "respondents": company.respondents,
        "items": {
            name: {
                "n": entry.n,
                "mean": number(entry.mean),
                "range": entry.range,
                "ad": number(entry.ad),
                "rwg": number(entry.rwg),
                "differs": entry.differs,
                "show": entry.show,
            }
            for name, entry in company.items.items()
        },
        "dimensions": {
            name: {
                "n": entry.n,
                "mean": number(entry.mean),
                "range": number(entry.range),
                "leader_minus_team": number(entry.leader_minus_team),
                "mean_item_rwg": number(entry.mean_item_rwg),
            }
            for name, entry in company.dimensions.items()
        },
        "differs": list(company.differs),
    }
