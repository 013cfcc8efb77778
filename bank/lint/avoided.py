"""Words that the copy guide avoids, with what to write instead."""

import re
from collections.abc import Iterator

from bank.lint.remark import Passage, Remark
from bank.naming import sentence
from bank.quoting import quote

DELETE = "Leave it out."

AVOIDED = (
    (r"(?:mis)?align(?:s|ed|ing|ments?)?", "Write 'match'."),
    (r"synerg(?:y|ies|istic)", "Write 'work together'."),
    (r"leverag(?:e|es|ed|ing)", "Write 'use'."),
    (r"holistic(?:ally)?", "Write 'whole'."),
    (r"best[- ]in[- ]class|world[- ]class|cutting[- ]edge", DELETE),
    (r"accountability structures?", "Write 'who answers for what'."),
    (r"stakeholders?", "Write 'the people who approve', or name them."),
    (r"operationali[sz](?:e|es|ed|ing)|execut(?:e|es|ed|ing) on", "Write 'do' or 'run'."),
    (r"KPIs?", "Write 'target'."),
    (r"OKRs?", "Write 'goal'."),
    (r"RACI", "Write 'who does what'."),
    (r"SLAs?", "Write 'time limit'."),
    (r"martech stacks?", "Write 'tools'."),
    (r"maturity scores?", "Write 'score'."),
    (r"failures?|broken|chaos|chaotic|dysfunction(?:s|al)?", "Write 'gap' or 'not yet written'."),
    (
        r"contradict(?:s|ed|ions?|ory)|inconsisten(?:t|cy|cies)|lying",
        "Write 'answers to look at together'.",
    ),
    (r"benchmark(?:s|ed|ing)?|industry averages?|percentiles?", "Nothing is compared yet."),
    (r"proven|guarantee(?:s|d)?|scientifically validated", DELETE),
    (r"always|never", "Write a number or an example."),
    (r"low performers?|laggards?|(?:industry|market|category) leaders?", DELETE),
)
TO_PROSPECTS = ((r"should|must", "Write 'could' or 'next'."),)
"""Words that a consultant may use on a call, but that a respondent does not read."""

FOR_CONSULTANTS = (("items", "ask"), ("rules", "ask"), ("call", "parts", "say"))
EXEMPT = frozenset({"sources", "released", "numbers", "judgements", "meaning"})


def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE), fix) for words, fix in table
    )


FOR_ALL = _compiled(AVOIDED)
FOR_RESPONDENTS = _compiled(TO_PROSPECTS)


def avoided_word(passage: Passage) -> Iterator[Remark]:
    """Words that sound like a sale, a verdict on people or a buzzword; each has a plainer one.

    Titles and notes of sources are exempt. 'Should' and 'must' are allowed in questions that only
    a consultant asks.
    """
    if EXEMPT.intersection(passage.keys):
        return
    spoken = passage.keys in FOR_CONSULTANTS
    for pattern, fix in FOR_ALL if spoken else FOR_ALL + FOR_RESPONDENTS:
        found = pattern.search(passage.text)
        if found:
            message = f"{sentence(passage.name)} says {quote(found.group())}."
            yield Remark(passage.path, message, fix, found.group())
