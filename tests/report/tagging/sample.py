"""A document with one of everything, and the pieces it is made of."""

from datetime import UTC, datetime
from pathlib import Path

import reportlab
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from report.tagging.document import Margins, build
from report.tagging.flowables import InStructure, Picture
from report.tagging.lists import ListItem
from report.tagging.structure import Element
from report.tagging.tables import TaggedTable

FONT = "Vera"
A4 = (595.0, 842.0)
FINISHED = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
STYLE = ParagraphStyle("plain", fontName=FONT, fontSize=10, leading=13)
LINK = "https://example.org/a?b=(c)"

pdfmetrics.registerFont(TTFont(FONT, Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"))


class Words(InStructure, Paragraph):
    """A paragraph of a tagged document; the report has its own, with its own fonts."""


class LinkedWords(Words):
    """A paragraph that leads somewhere as a whole."""

    def draw(self):
        super().draw()
        self.canv.link(self.element, (0, 0, self.width, self.height), LINK, "The example")


def words(text, kind=Words):
    frag = ParaFrag(fontName=FONT, fontSize=10, textColor=STYLE.textColor, rise=0, link=[])
    frag.text, frag.us_lines = text, []
    return kind("", STYLE, frags=[frag])


def footer(canvas, page, pages):
    canvas.setFont(FONT, 8)
    canvas.drawString(50, 20, f"Page {page} of {pages}")


def bar(canvas):
    canvas.rect(0, 0, 100, 40, fill=1)
    canvas.setFont(FONT, 8)
    canvas.drawString(5, 45, "inside the picture")


def made(story, root, **changes):
    """The document of a story: A4, a footer, the sample's font."""
    options = {
        "title": "Scorecard of Zoë – “Ownership” 🚀",
        "author": "Execution diagnostic",
        "subject": "A sample",
        "language": "en-GB",
        "page_size": A4,
        "margins": Margins(50, 50, 50, 50),
        "finished": FINISHED,
        "fingerprint": b"sample",
        "furniture": footer,
        "font": FONT,
    }
    return build(story, structure=root, **options | changes)


def bullets(root, texts):
    items = root.add("L", numbering="Disc")
    return [ListItem(items.add("LI"), words("•"), words(text), 14) for text in texts]


def everything(rows=90, paragraphs=12):
    """Headings, split paragraphs, a table over three pages, nested lists, a picture, a link."""
    root = Element("Document")
    part = root.add("Sect")
    story = [words("Ownership").tagged(part, "H1")]
    story += [
        words(f"Paragraph {n}. " + "Who decides? " * 60).tagged(part) for n in range(paragraphs)
    ]
    story.append(words("Resourcing").tagged(part, "H2"))
    cells = [[words("Priority"), words("What was said"), None]]
    cells += [[words(f"P{row}"), words("money and time " * 6), ""] for row in range(rows)]
    rules = [("GRID", (0, 0), (-1, -1), 0.5, "#888888"), ("BACKGROUND", (0, 0), (-1, 0), "#dddddd")]
    table = root.add("Table")
    story.append(TaggedTable(cells, [80, 250, 60], element=table, row_headers=True, style=rules))
    story += bullets(root, ["first", "second, and longer " * 20])
    story += bullets(story[-1].body.element, ["inner"])
    story.append(Picture(100, 60, bar, "A black bar: 80 of 100 – “high”", root))
    story.append(words("The example", LinkedWords).tagged(root.add("P"), "Link"))
    story.append(words("A note.").tagged(root, "Note"))
    return story, root


def sample(rows=90, paragraphs=12, **changes):
    story, root = everything(rows, paragraphs)
    return made(story, root, **changes)
