"""Results as plain JSON values: the keys that files and the command line promise."""

from scoring.export.explanation import explanation_as_json
from scoring.export.groups import company_as_json, comparison_as_json
from scoring.export.scorecard import as_json

__all__ = ["as_json", "company_as_json", "comparison_as_json", "explanation_as_json"]
