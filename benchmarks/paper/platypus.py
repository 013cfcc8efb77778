"""The peer that is measured against: ReportLab’s own paragraphs with markup, tables, template."""

import io
from functools import cache
from html import escape
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from benchmarks.paper.content import Content, Drawing, Grid, Label, Mark, Part, Text
from report.story.teller import INDENT
from report.text import faces
from report.text.style import Style

ALIGN = {"left": 0, "center": 1, "right": 2}
PAD = 8.0


def prepare() -> None:
    """Register the faces of the paper as ReportLab's own fonts."""
    for name in (faces.SANS, faces.SANS_BOLD, faces.SERIF):
        file = io.BytesIO(faces.static(faces.CUTS[name]))
        font = TTFont(_font(name), file)
        font.face.name = _font(name).encode()  # both weights of one file have one name inside
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(
        "Plain", *(_font(name) for name in (faces.SANS, faces.SANS_BOLD, faces.SANS, faces.SANS))
    )


def made(content: Content) -> bytes:
    """The content as a PDF."""
    file, page = io.BytesIO(), content.page
    template = SimpleDocTemplate(
        file,
        pagesize=(page.width, page.height),
        leftMargin=page.side - 6,  # a frame has six points of its own
        rightMargin=page.side - 6,
        topMargin=page.top - 6,
        bottomMargin=page.bottom - 6,
        title=content.foot,
        invariant=1,
    )

    def furniture(canvas: Any, document: Any) -> None:
        _furniture(canvas, content, document.page)

    story: list[Any] = [Picture(content.front), PageBreak()]
    for part in content.parts:
        story += _flowables(part)
    template.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return file.getvalue()


class Picture(Flowable):
    """The marks of a drawing on the canvas."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing, self.width, self.height = drawing, drawing.width, drawing.height

    def draw(self) -> None:
        """Draw mark by mark."""
        for mark in self.drawing.marks:
            if isinstance(mark, Text):
                assert mark.at is not None
                x, y, width = mark.at
                paragraph = Paragraph(_marked(mark), _style(mark.style))
                _, height = paragraph.wrapOn(self.canv, width, self.height)
                paragraph.drawOn(self.canv, x, self.height - y - height)
            elif isinstance(mark, Label):
                _line(self.canv, mark.x, self.height - mark.y, mark.text, mark.style)
            else:
                self._shape(mark)

    def _shape(self, mark: Mark) -> None:
        canvas, numbers = self.canv, mark.numbers
        x, y = numbers[0], self.height - numbers[1]
        if mark.kind in ("rect", "circle"):
            canvas.setFillColor(HexColor(mark.ink))
        else:
            canvas.setStrokeColor(HexColor(mark.ink))
            canvas.setLineWidth(mark.thick)
        if mark.kind == "circle":
            canvas.circle(x, y, numbers[2], stroke=0, fill=1)
        elif mark.kind == "line":
            canvas.line(x, y, numbers[2], self.height - numbers[3])
        elif mark.kind == "rect":
            canvas.rect(x, y - numbers[3], numbers[2], numbers[3], stroke=0, fill=1)
        else:
            canvas.setDash(2, 1.5)
            canvas.rect(x, y - numbers[3], numbers[2], numbers[3], stroke=1, fill=0)
            canvas.setDash()


def _flowables(part: Part) -> list[Any]:
    if isinstance(part, Text):
        style = _style(part.style, part.before, part.after, INDENT if part.bullet else 0)
        if part.bullet:
            return [Paragraph(_marked(part), style, bulletText="•")]
        room = [CondPageBreak(part.room)] if part.room else []
        return [*room, Paragraph(_marked(part), style)]
    if isinstance(part, Grid):
        head, cell = _style(part.head), _style(part.cell)
        rows = [[Paragraph(escape(text), head) for text in part.rows[0]]]
        rows += [[Paragraph(escape(text), cell) for text in row] for row in part.rows[1:]]
        return [Table(rows, part.widths, style=RULES, repeatRows=1, hAlign="LEFT")]
    return [Picture(part)] if isinstance(part, Drawing) else [Spacer(1, part.height)]


RULES = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
    ("TOPPADDING", (0, 0), (-1, -1), 1.3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, 0), 0.7, HexColor("#8A93A0")),
    ("LINEBELOW", (0, 1), (-1, -1), 0.4, HexColor("#D9DEE5")),
]


def _furniture(canvas: Any, content: Content, number: int) -> None:
    page, small = content.page, content.look.small
    top, right = page.height - page.top + 24, page.width - page.side
    _line(canvas, page.side, top, content.head[0], content.look.part)
    _line(canvas, right, top, content.head[1], small.but(align="right"))
    canvas.line(page.side, page.bottom - 9, right, page.bottom - 9)
    _line(canvas, page.side, page.bottom - 21, content.foot, small)
    _line(canvas, right, page.bottom - 21, f"{number} / 6", small.but(align="right"))


def _line(canvas: Any, x: float, y: float, text: str, style: Style) -> None:
    canvas.setFont(_font(style.face), style.size)
    canvas.setFillColor(HexColor(style.colour))
    draw = {"left": "drawString", "right": "drawRightString", "center": "drawCentredString"}
    getattr(canvas, draw[style.align])(x, y, text)


def _marked(text: Text) -> str:
    parts = []
    for span in text.spans:
        part = escape(span.text)
        if span.bold:
            part = f"<b>{part}</b>"
        if span.colour:
            part = f'<font color="{span.colour}">{part}</font>'
        if span.link:
            part = f'<a href="{escape(span.link)}">{part}</a>'
        parts.append(part)
    return "".join(parts)


@cache
def _style(style: Style, before: float = 0, after: float = 0, indent: float = 0) -> ParagraphStyle:
    """A style of ReportLab's, made once, as in a well-kept program."""
    return ParagraphStyle(
        "told",
        fontName=_font(style.face),
        fontSize=style.size,
        leading=style.leading,
        textColor=style.colour,
        alignment=ALIGN[style.align],
        bulletFontName=_font(style.face),
        bulletFontSize=style.size,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
    )


def _font(name: str) -> str:
    return f"Plain{name}"
