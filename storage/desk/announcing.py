"""What is told to the webhook about an event: facts the table of shares shows, nothing written."""

from collections.abc import Mapping
from typing import Any, Final

from storage.desk.values import Package, Shared, Summary

WEBHOOK: Final = "DIAGNOSTIC_WEBHOOK"
"""Setting: the https address that is told; while it is empty, no event is written down for it."""
TOLD: Final = ("company", "verdict", "levels", "outcome")
"""All that a payload holds; the sender leaves out anything else."""

News = dict[str, Any]


def news_of_share(package: Package, settings: Mapping[str, str]) -> News | None:
    """The `announce` of `Sharing.share`: company, verdict and levels, and no outcome yet.

    `settings` are usually `os.environ`; `None` while no webhook is set.
    """
    return _news(settings, package.contact.company, package.summary, None)


def news_of_outcome(shared: Shared, outcome: str, settings: Mapping[str, str]) -> News | None:
    """The `announce` of `Calls.save`: the same, with the code of how the call ended."""
    package = shared.package
    return _news(settings, package.contact.company, package.summary, outcome)


def _news(
    settings: Mapping[str, str], company: str, summary: Summary, outcome: str | None
) -> News | None:
    if not settings.get(WEBHOOK, "").strip():
        return None
    levels = dict(summary.levels)
    return {"company": company, "verdict": summary.verdict, "levels": levels, "outcome": outcome}
