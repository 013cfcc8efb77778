"""The question bank: reads `questions.yaml` into types and lints it."""

from bank.loading import check, load
from bank.model import Bank
from bank.problem import BrokenBank, Problem

__all__ = ["Bank", "BrokenBank", "Problem", "check", "load"]
