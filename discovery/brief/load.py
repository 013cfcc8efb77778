"""Part 9 of the brief: how the work has grown beside the team."""

from scoring.scorecard import Scorecard
from scoring.wording import fill


def load_lines(card: Scorecard) -> tuple[str, ...]:
    """The band in words and the projects in flight, as far as they are known."""
    words, profile = card.bank.call.brief, card.assessment.profile
    band = next((one.text for one in card.bank.load.bands if one.id == card.load.band), None)
    lines = [fill(words.load, {"band": band})] if band else [words.load_not_told]
    if profile.initiatives is not None and profile.team_size:
        counts = {"count": str(profile.initiatives), "team": str(profile.team_size)}
        lines.append(fill(words.projects, counts))
    return tuple(lines)
