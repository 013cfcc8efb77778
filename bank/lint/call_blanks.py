"""The blanks of the words for calls and for sharing: which the software fills, place by place."""

BRIEF_BLANKS: dict[str, tuple[str, ...]] = {
    "team": ("count",),
    "growth": ("answer",),
    "priority": ("priority", "points"),
    "not_scored": ("answered", "asked"),
    "provisional": ("answered", "asked"),
    "index": ("thing", "band", "points"),
    "other": ("points",),
    "fixed": ("points",),
    "symptom": ("symptom", "answer"),
    "outside": ("points",),
    "blamed": ("answers",),
    "tried": ("answers",),
    "load": ("band",),
    "projects": ("count", "team"),
    "coverage": ("answered", "asked"),
    "compared": ("compared", "matched"),
    "ahead": ("answers",),
    "behind": ("answers",),
    "unknown": ("answers",),
}
RATING_BLANKS: dict[str, tuple[str, ...]] = {
    "revised": ("item", "claimed", "confirmed"),
    "first": ("item", "confirmed"),
    "moves": ("name", "before", "after"),
    "stays": ("name", "after"),
    "hidden": ("before", "raw", "holds"),
    "level": ("before", "after"),
    "held": ("holds",),
    "verdict": ("before", "after"),
}
RECAP_BLANKS: dict[str, tuple[str, ...]] = {
    "title": ("date",),
    "goal": ("goal",),
    "move": ("move",),
    "step": ("step",),
    "owner": ("owner",),
    "due": ("date",),
}
QUESTION_BLANKS: dict[str, tuple[str, ...]] = {
    "missing": ("enough", "count"),
    "missing_ratings": ("enough", "count"),
    "one_option": ("option", "share"),
    "dead_option": ("option", "share"),
    "unknown": ("share",),
}
LABEL_BLANKS: dict[str, tuple[str, ...]] = {
    "note": ("item",),
    "priority": ("count",),
    "part": ("priority", "question"),
    **dict.fromkeys(("points", "rank", "owner", "share"), ("priority",)),
    **dict.fromkeys(
        ("rule_result", "rule_date", "rule_person", "rule_action"),
        ("priority",),
    ),
}
CALL_BLANKS: dict[tuple[str, ...], tuple[str, ...]] = {
    **{("call", "brief", key): blanks for key, blanks in BRIEF_BLANKS.items()},
    **{
        ("call", "brief", "reasons", key): ("answer",)
        for key in ("answer", "evidence", "contradiction", "unknown")
    },
    ("call", "brief", "reasons", "critical"): ("dimension",),
    ("call", "brief", "holds", "answers"): ("capability",),
    ("call", "parts", "say"): ("priority",),
    **{("call", "ratings", key): blanks for key, blanks in RATING_BLANKS.items()},
    **{("call", "recap", key): blanks for key, blanks in RECAP_BLANKS.items()},
    **{("call", "questions", key): blanks for key, blanks in QUESTION_BLANKS.items()},
    ("sharing", "consent"): ("firm", "months"),
    ("sharing", "agree"): ("firm",),
    ("sharing", "marketing"): ("firm",),
    **{("sharing", "labels", key): blanks for key, blanks in LABEL_BLANKS.items()},
}

MAY_LEAVE_OUT = frozenset({("call", "parts", "say"), ("sharing", "consent")})
"""Texts in several lines, of which only some need the blank."""

CALL_FILLED_IN_FULL = frozenset(CALL_BLANKS) - MAY_LEAVE_OUT
"""Texts that would lose a fact with a blank left out."""
