"""Single lines: measured, shortened with an ellipsis, wrapped for a fixed room, drawn in place."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from report.text.clean import one_line
from report.text.drawing import draw_linked, seen
from report.text.lines import SLACK, letter_end, lines_of
from report.text.pieces import Prepared, prepared
from report.text.spans import Span
from report.text.style import Style

ELLIPSIS: Final = "…"


def width_of(text: str, style: Style) -> float:
    """The width of `text` on one line, in points, as `draw_line` draws it."""
    return _width(prepared(one_line(text), style))


def fitted(text: str, style: Style, width: float) -> str:
    """`text` on one line of at most `width` points, shortened with “…” where it must be.

    The ellipsis alone is the least that is left, even where that is wider.
    """
    line = one_line(text)
    if len(line) <= _most(style, width) and width_of(line, style) <= width + SLACK:
        return line
    return "".join(span.text for span in _shortened((Span(line),), style, width))


def wrapped(text: str, style: Style, width: float, most_lines: int) -> list[str]:
    """`text` in at most `most_lines` lines of at most `width` points; “…” ends what was cut."""
    if most_lines < 1:
        return []
    lines = lines_of(prepared(text, style), width, style.size)
    texts = ["".join(word.text for word in line.words).rstrip(" \n") for line in lines]
    if len(texts) <= most_lines:
        return texts
    last = texts[most_lines - 1] + ELLIPSIS
    return [*texts[: most_lines - 1], last if width_of(last, style) <= width + SLACK
            else fitted(texts[most_lines - 1] + " " + ELLIPSIS, style, width)]  # fmt: skip


def draw_line(
    canvas: Any,
    x: float,
    y: float,
    content: str | Sequence[Span],
    style: Style,
    *,
    width: float | None = None,
) -> float:
    """Draw one line with its baseline at `y`, and give back the width drawn, in points.

    It begins at `x`, ends there or has its middle there, as `style.align` says; what is wider
    than `width` ends in “…”. Line breaks become spaces.
    """
    if isinstance(content, str):
        spans = [Span(one_line(content))]
    else:
        spans = [replace(span, text=one_line(span.text)) for span in content]
    text = _ready(spans, style, width)
    pieces = seen(text.words, text.turned)
    wide = sum(piece.shape.width for piece in pieces) * style.size / 1000
    left = x - wide * {"left": 0.0, "center": 0.5, "right": 1.0}[style.align]
    if pieces:
        draw_linked(canvas, pieces, left, y, style.size)
    return wide


def _width(text: Prepared) -> float:
    return sum(word.width for word in text.words)


def _ready(spans: Sequence[Span], style: Style, width: float | None) -> Prepared:
    """`spans` of one line, or as much of their beginning as fits `width` with an ellipsis."""
    length = sum(len(span.text) for span in spans)
    if width is None or length <= _most(style, width):
        text = prepared(spans, style)
        if width is None or _width(text) <= width + SLACK:
            return text
    return prepared(_shortened(spans, style, width), style)


def _shortened(spans: Sequence[Span], style: Style, width: float) -> Sequence[Span]:
    """As much of the beginning of `spans` as fits `width` with an ellipsis."""
    length = sum(len(span.text) for span in spans)
    fits, too_many = 0, min(length, _most(style, width)) + 1
    while fits + 1 < too_many:
        middle = (fits + too_many) // 2
        if _width(prepared(_beginning(spans, middle), style)) <= width + SLACK:
            fits = middle
        else:
            too_many = middle
    return _beginning(spans, fits)


def _most(style: Style, width: float) -> int:
    """More characters than ever fit: hardly any is narrower than a sixteenth of the size."""
    return int(max(width, 0.0) / style.size * 16) + 32


def _beginning(spans: Sequence[Span], count: int) -> list[Span]:
    """The first `count` characters of `spans` and an ellipsis."""
    found: list[Span] = []
    for span in spans:
        if count > 0:
            found.append(replace(span, text=span.text[: letter_end(span.text, 0, count)]))
            count -= len(span.text)
    last = found.pop() if found else Span("")
    return [*found, replace(last, text=last.text.rstrip() + ELLIPSIS)]
