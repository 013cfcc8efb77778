"""What findings rest on as tables: claims, money, causes, answers to look at together, sources."""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from bank.model import Bank
from bank.verdicts import Rule
from scoring.pictures.numbers import Numbers
from scoring.words.formulas import fractions
from ui.about.weights import percent, plain

BLANK: Final = re.compile(r"\{\w+\}")

CUTOFFS: Final[Mapping[str, str]] = {
    "answer": "an answer from line {}",
    "stop": "who may stop it: up to line {}",
    "process": "written steps below {}",
    "trigger": "a trigger below {}",
    "review": "a review below {}",
    "index": "money where the priorities say below {}",
    "unaligned": "money that serves no priority from {}",
    "symptom": "what hurts, from “{}”",
    "ratio": "growth of the load from {} times the team’s",
    "priorities": "from {} priorities",
    "initiatives": "more than {} projects for each person",
    "tried": "from {} of a hire, an agency and a tool tried",
    "gap": "from {} between an answer and what was shown",
    "share": "a share from {}",
    "overall": "an overall score below {}",
    "distance": "from {} points between the two areas",
}
SHARES: Final = frozenset({"process", "trigger", "review", "index", "unaligned", "gap", "share"})
LINES: Final = frozenset({"answer", "stop"})

JUDGEMENTS: Final = {
    "dimension_weights": "Weights of the areas",
    "capability_weights": "Weights of the parts",
    "item_weights": "Weights of the questions",
    "efforts": "How long a move takes",
    "levels": "Levels",
    "caps": "Limits",
    "trace_values": "Points of the trace",
    "budget_bands": "Words for the money",
    "load_bands": "Words for the load",
    "change_ratios": "Growth in words",
    "cause_table": "Causes of what hurts",
    "cause_words": "Words for causes",
    "rules": "Answers to look at together",
}


def claims(bank: Bank) -> Numbers:
    """The five answers that are set beside something shown."""
    return Numbers(
        ("What", "The answer to"),
        tuple((entry.name, bank.item_by_id[entry.item].stem) for entry in bank.claims),
    )


def bands(bank: Bank) -> Numbers:
    """Where the words for money, causes and load begin."""
    money = (
        (f"Your money is {band.text}", f"from {percent(band.start)}") for band in bank.budget.bands
    )
    causes = (
        (f"A part is a {band.text} cause", f"from {percent(band.start)}")
        for band in bank.causes.words
    )
    load = (
        (f"The load is {band.text}", f"from {plain(band.start)} times") for band in bank.load.bands
    )
    shares = ((f"A share is {words}", f"from {percent(start)}") for start, words in fractions(bank))
    return Numbers(("Words", "Begin"), (*money, *causes, *load, *shares))


def growth(bank: Bank) -> Numbers:
    """What the answers about growth stand for."""
    return Numbers(
        ("Answer about growth", "Stands for"),
        tuple((entry.text, f"{plain(entry.ratio)} times") for entry in bank.profile.change_choices),
    )


def causes(bank: Bank) -> Numbers:
    """Each symptom with the causes it points to and how strongly."""
    names = {entry.id: entry.name for entry in bank.capabilities}
    names[bank.causes.outside] = bank.causes.outside_name
    return Numbers(
        ("What hurts", "Points to"),
        tuple(
            (
                symptom.text,
                "; ".join(
                    f"{names[cause]} {percent(share)}" for cause, share in symptom.causes.items()
                ),
            )
            for symptom in bank.symptoms.checklist
        ),
    )


def rules(bank: Bank) -> Numbers:
    """The rules that a respondent may see, with what they compare against."""
    return Numbers(
        ("What is said", "Weighs", "Speaks up from"),
        tuple(
            (BLANK.sub("…", rule.screen), rule.severity, _cutoffs(bank, rule))
            for rule in bank.rules
            if rule.screen is not None and rule.audience == "everyone"
        ),
    )


def judgements(bank: Bank) -> Numbers:
    """Whose judgement the weights are."""
    return Numbers(
        ("About", "Judgement"),
        tuple(
            (JUDGEMENTS[entry.name], getattr(bank.judgements, entry.name))
            for entry in fields(bank.judgements)
        ),
    )


def sources(bank: Bank) -> Numbers:
    """Every source but the articles, with what it says and what it was used for."""
    return Numbers(
        ("Source", "Says", "Used for"),
        tuple(
            (f"[{entry.id}] {entry.name}", entry.says, entry.used_for)
            for entry in bank.sources
            if entry.id.startswith("E")
        ),
    )


def articles(bank: Bank) -> Numbers:
    """The articles the idea comes from, in our words."""
    return Numbers(
        ("Article", "Idea taken", "Used for"),
        tuple(
            (entry.name, entry.says, entry.used_for)
            for entry in bank.sources
            if not entry.id.startswith("E")
        ),
    )


def _cutoffs(bank: Bank, rule: Rule) -> str:
    return "; ".join(
        CUTOFFS[name].format(_cutoff(bank, name, value)) for name, value in rule.cutoffs.items()
    )


def _cutoff(bank: Bank, name: str, value: float) -> str:
    """A cut-off as its rule means it: a line counted from 1, an answer, a share or a number."""
    if name == "symptom":
        return bank.symptoms.answers[int(value)].lower()
    if name in LINES:
        return plain(value + 1)
    return percent(value) if name in SHARES else plain(value)
