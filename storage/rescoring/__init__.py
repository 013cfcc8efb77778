"""All stored assessments under another bank: whose level would move, and nothing written."""

from storage.rescoring.processes import rescore
from storage.rescoring.tally import Moved, Tally

__all__ = ["Moved", "Tally", "rescore"]
