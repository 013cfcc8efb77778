"""A peer: fpdf2, with `multi_cell`, `write_html` where a paragraph changes its ink, and `table`."""

import tempfile
from html import escape
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace, TextStyle

from benchmarks.paper.content import Content, Drawing, Grid, Label, Mark, Part, Room, Text
from report.story.teller import INDENT
from report.text import faces
from report.text.style import Style

FACES = {faces.SANS: ("Sans", ""), faces.SANS_BOLD: ("Sans", "B"), faces.SERIF: ("Serif", "")}
ALIGN = {"left": "L", "right": "R", "center": "C"}
FOLDER = tempfile.TemporaryDirectory()


def prepare() -> None:
    """Write the faces into files, which is what fpdf2 wants."""
    for name in FACES:
        Path(FOLDER.name, f"{name}.ttf").write_bytes(faces.static(faces.CUTS[name]))


def made(content: Content) -> bytes:
    """The content as a PDF."""
    paper = Sheets(content)
    paper.add_page()
    paper.picture(content.front)
    paper.add_page()
    for part in content.parts:
        paper.tell(part)
    return bytes(paper.output())


class Sheets(FPDF):
    """Pages with our head and foot."""

    def __init__(self, content: Content) -> None:
        page = content.page
        super().__init__(unit="pt", format=(page.width, page.height))
        self.content = content
        for name, (family, weight) in FACES.items():
            self.add_font(family, weight, Path(FOLDER.name, f"{name}.ttf"))
        self.set_margins(page.side, page.top, page.side)
        self.set_auto_page_break(True, page.bottom)
        self.c_margin = 0
        self.set_title(content.foot)

    def header(self) -> None:
        """The firm's name and the day."""
        page, (name, told) = self.content.page, self.content.head
        self.label(Label(page.side, page.top - 24, name, self.content.look.part))
        right = self.content.look.small.but(align="right")
        self.label(Label(page.width - page.side, page.top - 24, told, right))
        self.set_xy(page.side, page.top)

    def footer(self) -> None:
        """The title and the page's number."""
        page, small = self.content.page, self.content.look.small
        y, right = page.height - page.bottom + 21, page.width - page.side
        self.line(page.side, y - 12, right, y - 12)
        self.label(Label(page.side, y, self.content.foot, small))
        self.label(Label(right, y, f"{self.page_no()} / 6", small.but(align="right")))

    def tell(self, part: Part) -> None:
        """One part of the story."""
        if isinstance(part, Text):
            self.paragraph(part)
        elif isinstance(part, Grid):
            self.grid(part)
        elif isinstance(part, Drawing):
            if self.will_page_break(part.height):
                self.add_page()
            self.picture(part)
        elif isinstance(part, Room):
            self.ln(part.height)

    def paragraph(self, text: Text) -> None:
        """Text under text, with inks or without."""
        style = text.style
        self.ln(text.before)
        if text.room and self.will_page_break(text.room):
            self.add_page()
        self.use(style)
        if text.bullet:
            self.text(self.l_margin, self.y + style.size, "•")
            self.set_left_margin(self.l_margin + INDENT)
            self.set_x(self.l_margin)
        if len(text.spans) == 1:
            self.multi_cell(
                0, style.leading, text.spans[0].text, align="L", new_x="LMARGIN", new_y="NEXT"
            )
        else:
            told = TextStyle(t_margin=0, b_margin=0, font_size_pt=style.size)
            self.write_html(_marked(text), tag_styles={"p": told})
        if text.bullet:
            self.set_left_margin(self.l_margin - INDENT)
        self.ln(text.after)
        self.set_x(self.l_margin)

    def grid(self, grid: Grid) -> None:
        """A table with horizontal rules."""
        self.use(grid.cell)
        head = FontFace(*FACES[grid.head.face], size_pt=grid.head.size, color=grid.head.colour)
        with self.table(
            grid.rows,
            col_widths=grid.widths,
            width=min(sum(grid.widths), self.epw),
            align="L",
            text_align="L",
            headings_style=head,
            line_height=grid.cell.leading,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            padding=(1.3, 8, 2.2, 0),
        ):
            pass

    def picture(self, drawing: Drawing) -> None:
        """The marks of a drawing, one after the other."""
        left, top = self.l_margin, self.y
        with self.local_context():
            self.set_auto_page_break(False)
            for mark in drawing.marks:
                self.mark(mark, left, top)
            self.set_auto_page_break(True, self.content.page.bottom)
        self.set_xy(left, top + drawing.height)

    def mark(self, mark: Text | Label | Mark, left: float, top: float) -> None:
        """One mark of a drawing that begins at `left`, `top`."""
        if isinstance(mark, Label):
            self.label(Label(left + mark.x, top + mark.y, mark.text, mark.style))
        elif isinstance(mark, Text):
            assert mark.at is not None
            self.use(mark.style)
            self.set_xy(left + mark.at[0], top + mark.at[1])
            self.multi_cell(mark.at[2], mark.style.leading, mark.spans[0].text, align="L")
        else:
            self.stroke(mark, left, top)

    def stroke(self, mark: Mark, left: float, top: float) -> None:
        """A rectangle, a box, a line or a circle."""
        x, y, *others = mark.numbers
        x, y = left + x, top + y
        if mark.kind in ("rect", "circle"):
            self.set_fill_color(mark.ink)
        else:
            self.set_draw_color(mark.ink)
            self.set_line_width(mark.thick)
        if mark.kind == "circle":
            self.circle(x, y, others[0], style="F")
        elif mark.kind == "line":
            self.line(x, y, left + others[0], top + others[1])
        elif mark.kind == "rect":
            self.rect(x, y, others[0], others[1], style="F")
        else:
            self.set_dash_pattern(2, 1.5)
            self.rect(x, y, others[0], others[1], style="D")
            self.set_dash_pattern()

    def label(self, label: Label) -> None:
        """A line of text in its place."""
        self.use(label.style)
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[label.style.align]
        wide = self.get_string_width(label.text) if share else 0.0
        self.text(label.x - share * wide, label.y, label.text)

    def use(self, style: Style) -> None:
        """Write in this style from here on."""
        self.set_font(*FACES[style.face], style.size)
        self.set_text_color(style.colour)


def _marked(text: Text) -> str:
    parts: list[Any] = []
    for span in text.spans:
        part = escape(span.text)
        if span.bold:
            part = f"<b>{part}</b>"
        if span.link:
            part = f'<a href="{escape(span.link)}">{part}</a>'
        parts.append(f'<font color="{span.colour or text.style.colour}">{part}</font>')
    return f'<p line-height="{text.style.leading / text.style.size:.3f}">{"".join(parts)}</p>'
