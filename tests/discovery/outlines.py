"""A brief, a run sheet and a recap as lines of plain text, for somebody to read and approve."""

from collections.abc import Iterator

from discovery.brief import Brief
from discovery.brief.scores import Bar
from discovery.confirmed import Confirmed
from discovery.run_sheet import RunSheet

MARKS = {"clear": "●", "partial": "◐", "missing": "○", "unanswered": "?"}


def brief_lines(brief: Brief) -> Iterator[str]:
    """The brief as a consultant reads it, part by part."""
    titles = brief.headings
    yield brief.voice
    yield from (f"# {titles.who}", brief.who.line, *brief.who.priorities)
    yield from (f"# {titles.verdict}", brief.verdict.headline, brief.verdict.text)
    yield from (f"- {reason.text}" for reason in brief.verdict.reasons)
    yield f"# {titles.scores}"
    yield from (_bar(bar) for bar in brief.scores)
    yield f"# {titles.trace}"
    for row in brief.trace:
        yield f"“{row.priority}” {row.points} {row.owner}".rstrip()
        for cell in row.cells:
            mark = f"[{MARKS[cell.clarity]}]" if cell.outlined else f" {MARKS[cell.clarity]} "
            yield f"  {mark} {cell.name}: {cell.said}".rstrip()
    yield f"# {titles.money}"
    for line in brief.money.rows:
        yield f"“{line.priority}” weight {line.weight}, share {line.share}"
    yield from brief.money.lines
    yield f"# {titles.together}"
    for entry in brief.together:
        yield f"{entry.code} ({entry.severity}) {entry.text}"
        yield f"  Ask: {entry.ask}"
        yield from (f"  {item}: {text}" for item, text in entry.answers)
    yield from filter(None, [brief.together_none])
    yield from (f"# {titles.hurts}", *brief.hurts.symptoms)
    yield from (f"- {cause.name}: {cause.word}" for cause in brief.hurts.causes)
    yield from brief.hurts.lines
    yield from (f"# {titles.tried}", brief.tried.blamed, brief.tried.tried)
    yield from (f"# {titles.load}", *brief.load)
    yield f"# {titles.questions}"
    for place, question in enumerate(brief.questions, start=1):
        yield f"{place}. {question.ask}"
        yield f"   {question.capability} ({question.item}). {question.why}"
    yield from filter(None, [brief.questions_none])
    yield from (f"# {titles.trust}", *brief.trust.lines)
    if brief.notes:
        yield f"# {titles.notes}"
        yield from (f"{note.item}: {note.note}" for note in brief.notes)


def _bar(bar: Bar) -> str:
    parts = [f"{bar.name}: {bar.score} of 100, {bar.level_name}, {bar.low} to {bar.high}"]
    parts += [f"held by {bar.holds}", *filter(None, [bar.caution, bar.why])]
    return "; ".join(parts)


def run_lines(sheet: RunSheet) -> Iterator[str]:
    """The run sheet as it lies on the table."""
    yield sheet.before
    for part in sheet.parts:
        yield f"# {part.start}–{part.end} {part.title}"
        yield from part.say
        yield from (f"? {text}" for text in part.ask)
        yield from (f"> {text}" for text in part.offer)
        yield f"= {part.leave}"
        yield from filter(None, [part.mind])


def confirmed_lines(found: Confirmed) -> Iterator[str]:
    """Claimed and confirmed side by side."""
    for pair in found.pairs:
        yield f"{pair.name} ({pair.item}): {pair.change}"
        yield from (f"  “{text}”" for text in (pair.claimed_text, pair.confirmed_text) if text)
    for entry in (*found.dimensions, found.overall):
        yield f"# {entry.name}"
        yield from entry.lines
    yield from filter(None, [found.verdict])
