"""Answers in; maturity, coverage, findings and next moves out. Pure: no files, no screen."""

from scoring.assessment import Assessment
from scoring.scorecard import Scorecard, score

__all__ = ["Assessment", "Scorecard", "score"]
