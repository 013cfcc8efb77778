"""The brief: what a consultant reads in five minutes before a call, one part a line of its plan.

Nothing stands in it that the respondent could not read about herself, and nothing that was not
shared. There is no lead score and no guess at what anybody would buy.
"""

from dataclasses import dataclass

from bank.calls import BriefHeadings
from discovery.brief.findings import Hurts, Together, Tried, look, tried, what_hurts
from discovery.brief.load import load_lines
from discovery.brief.money import Money, weigh_money
from discovery.brief.questions import CallQuestion, three_questions
from discovery.brief.scores import Bar, Standing, bars, standing
from discovery.brief.traced import GridRow, trace_grid
from discovery.brief.trust import Note, Trust, shared_notes, trust
from discovery.brief.who import Who, introduce
from discovery.shared_part import shared_card
from scoring.scorecard import Scorecard

__all__ = ["Brief", "make_brief"]


@dataclass(frozen=True, slots=True)
class Brief:
    """The parts in the order in which they are read; `headings` names each of them.

    `voice` says whom the lines taken over from the result speak to.
    """

    headings: BriefHeadings
    voice: str
    who: Who
    verdict: Standing
    scores: tuple[Bar, ...]
    trace: tuple[GridRow, ...]
    money: Money
    together: tuple[Together, ...]
    together_none: str | None
    hurts: Hurts
    tried: Tried
    load: tuple[str, ...]
    questions: tuple[CallQuestion, ...]
    questions_none: str | None
    trust: Trust
    notes: tuple[Note, ...]


def make_brief(card: Scorecard, *, notes: bool, owners: bool) -> Brief:
    """The brief on `card` with the boxes for notes and owner labels as they were ticked.

    What was not shared is taken out first, so that the brief cannot rest on it.
    """
    known = shared_card(card, notes=notes, owners=owners)
    words = known.bank.call.brief
    together, questions = look(known), three_questions(known)
    return Brief(
        headings=words.headings,
        voice=words.voice,
        who=introduce(known),
        verdict=standing(known),
        scores=bars(known),
        trace=trace_grid(known),
        money=weigh_money(known),
        together=together,
        together_none=None if together else words.no_together,
        hurts=what_hurts(known),
        tried=tried(known),
        load=load_lines(known),
        questions=questions,
        questions_none=None if questions else words.no_questions,
        trust=trust(known),
        notes=shared_notes(known),
    )
