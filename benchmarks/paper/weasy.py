"""A peer: WeasyPrint, with HTML, a style sheet and pictures as SVG inside the page."""

import tempfile
from html import escape
from pathlib import Path

from benchmarks.paper.content import Content, Drawing, Grid, Label, Mark, Part, Text
from report.story.teller import INDENT
from report.text import faces
from report.text.style import Style

try:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
except OSError as error:
    MISSING = str(error)
else:
    MISSING = ""

FACES = {
    faces.SANS: ("Sans3", 400),
    faces.SANS_BOLD: ("Sans3", 600),
    faces.SERIF: ("Serif4", 400),
}
ANCHOR = {"left": "start", "center": "middle", "right": "end"}
FOLDER = tempfile.TemporaryDirectory()
READY: dict[str, object] = {}


def prepare() -> None:
    """Write the faces into files and read the style sheet once."""
    rules = []
    for name, (family, weight) in FACES.items():
        file = Path(FOLDER.name, f"{name}.ttf")
        file.write_bytes(faces.static(faces.CUTS[name]))
        face = f"font-family: {family}; font-weight: {weight}; src: url({file.as_uri()})"
        rules.append(f"@font-face {{{face}}}")
    READY["fonts"] = FontConfiguration()
    READY["sheet"] = CSS(string="\n".join(rules) + SHEET, font_config=READY["fonts"])


SHEET = """
* {margin: 0; padding: 0}
b, th {font-weight: 600}
table {border-collapse: collapse; table-layout: fixed; width: 100%}
td, th {padding: 1.3pt 8pt 2.2pt 0; text-align: left; vertical-align: top}
tr {border-bottom: 0.4pt solid #D9DEE5; break-inside: avoid}
li {list-style-position: outside}
div.front, div.chart {position: relative; break-inside: avoid}
div.front {break-after: page}
div.front p {position: absolute}
svg {display: block}
"""


def made(content: Content) -> bytes:
    """The content as a PDF."""
    body = [_picture(content.front, "front"), *(_part(part) for part in content.parts)]
    page = f"<html lang=en><style>{_page(content)}</style><body>{''.join(body)}</body></html>"
    told = HTML(string=page)
    file = told.write_pdf(stylesheets=[READY["sheet"]], font_config=READY["fonts"])
    return bytes(file)


def _page(content: Content) -> str:
    page, (name, told), small = content.page, content.head, content.look.small
    number = 'counter(page) " / " counter(pages)'
    return (
        f"@page {{size: {page.width}pt {page.height}pt; margin: {page.top}pt {page.side}pt "
        f"{page.bottom}pt; {_box('top-left', repr(name), content.look.part)}"
        f"{_box('top-right', repr(told), small)}{_box('bottom-left', repr(content.foot), small)}"
        f"{_box('bottom-right', number, small)}}}"
    )


def _box(place: str, text: str, style: Style) -> str:
    return f"@{place} {{content: {text}; {_style(style)}}}"


def _part(part: Part) -> str:
    if isinstance(part, Drawing):
        return _picture(part, "chart")
    if isinstance(part, Grid):
        return _grid(part)
    if isinstance(part, Text):
        around = f"margin: {part.before}pt 0 {part.after}pt; {_style(part.style)}"
        if part.bullet:
            return f'<ul style="{around}; padding-left: {INDENT}pt"><li>{_marked(part)}</li></ul>'
        tag = "h2" if part.room else "p"
        return f'<{tag} style="{around}">{_marked(part)}</{tag}>'
    return f'<div style="height: {part.height}pt"></div>'


def _grid(grid: Grid) -> str:
    columns = "".join(f'<col style="width: {width}pt">' for width in grid.widths)
    head = "".join(f'<th style="{_style(grid.head)}">{escape(cell)}</th>' for cell in grid.rows[0])
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in grid.rows[1:]
    )
    return (
        f'<table style="{_style(grid.cell)}"><colgroup>{columns}</colgroup>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _picture(drawing: Drawing, kind: str) -> str:
    shapes = "".join(
        _label(mark) if isinstance(mark, Label) else _shape(mark)
        for mark in drawing.marks
        if not isinstance(mark, Text)
    )
    texts = "".join(_placed(mark) for mark in drawing.marks if isinstance(mark, Text))
    size = f'width="{drawing.width}pt" height="{drawing.height}pt"'
    view = f'viewBox="0 0 {drawing.width} {drawing.height}"'
    return f'<div class="{kind}"><svg {size} {view}>{shapes}</svg>{texts}</div>'


def _placed(text: Text) -> str:
    assert text.at is not None
    x, y, width = text.at
    place = f"left: {x}pt; top: {y}pt; width: {width}pt"
    return f'<p style="{place}; {_style(text.style)}">{_marked(text)}</p>'


def _label(label: Label) -> str:
    (family, weight), style = FACES[label.style.face], label.style
    return (
        f'<text x="{label.x}" y="{label.y}" font-family="{family}" font-weight="{weight}" '
        f'font-size="{style.size}" fill="{style.colour}" text-anchor="{ANCHOR[style.align]}">'
        f"{escape(label.text)}</text>"
    )


def _shape(mark: Mark) -> str:
    x, y, *others = mark.numbers
    if mark.kind == "circle":
        return f'<circle cx="{x}" cy="{y}" r="{others[0]}" fill="{mark.ink}"/>'
    if mark.kind == "line":
        ends = f'x1="{x}" y1="{y}" x2="{others[0]}" y2="{others[1]}"'
        return f'<line {ends} stroke="{mark.ink}" stroke-width="{mark.thick}"/>'
    size = f'x="{x}" y="{y}" width="{others[0]}" height="{others[1]}"'
    if mark.kind == "rect":
        return f'<rect {size} fill="{mark.ink}"/>'
    dashes = f'stroke="{mark.ink}" stroke-width="{mark.thick}" stroke-dasharray="2 1.5"'
    return f'<rect {size} fill="none" {dashes}/>'


def _marked(text: Text) -> str:
    parts = []
    for span in text.spans:
        part = escape(span.text)
        if span.bold:
            part = f"<b>{part}</b>"
        if span.colour:
            part = f'<span style="color: {span.colour}">{part}</span>'
        if span.link:
            part = f'<a href="{escape(span.link)}">{part}</a>'
        parts.append(part)
    return "".join(parts)


def _style(style: Style) -> str:
    family, weight = FACES[style.face]
    return (
        f"font: {weight} {style.size}pt/{style.leading}pt {family}; color: {style.colour}; "
        f"text-align: {style.align}"
    )
