"""How long six pages of text take: our paragraphs beside ReportLab's own, in the same faces.

Processor time, so that other work on the machine does not count; the least and the middle of
fifteen documents after one that warms up. Half of the paragraphs have bold and coloured words.
"""

import io
import random
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from report.text import faces
from report.text.spans import Span
from report.text.style import Style
from report.text.words import words

ROUNDS = 15
PARAGRAPHS = 64


def sentences() -> list[list[str]]:
    """Paragraphs of sixty words of the question bank, shuffled with a fixed seed."""
    text = Path(__file__).resolve().parent.parent.joinpath("questions.yaml").read_text("utf-8")
    of = [
        word for word in text.split() if word[0].isalpha() and "<" not in word and "&" not in word
    ]
    random.Random(1).shuffle(of)
    return [of[60 * place : 60 * place + 60] for place in range(PARAGRAPHS)]


def ours(texts: list[list[str]]) -> list[Any]:
    """The paragraphs made of spans."""
    body = Style(faces.SANS, 10, 14, "#10151C")
    story = []
    for place, text in enumerate(texts):
        start, bold, plain, colour = (" ".join(part) for part in parts(text))
        spans = [Span(start + " "), Span(bold, bold=True), Span(f" {plain} ")]
        spans.append(Span(colour, colour="#12606F"))
        story.append(words(spans if place % 2 else " ".join(text), body))
    return story


def stock(texts: list[list[str]]) -> list[Any]:
    """The same with ReportLab's paragraphs and markup."""
    body = ParagraphStyle("body", fontName="Stock", fontSize=10, leading=14, textColor="#10151C")
    story = []
    for place, text in enumerate(texts):
        start, bold, plain, colour = (" ".join(part) for part in parts(text))
        marked = f'{start} <b>{bold}</b> {plain} <font color="#12606F">{colour}</font>'
        story.append(Paragraph(marked if place % 2 else " ".join(text), body))
    return story


def parts(text: list[str]) -> tuple[list[str], ...]:
    """The words of a paragraph that begin it, are bold, plain and coloured."""
    return text[:10], text[10:14], text[14:50], text[50:]


def measure(story: Callable[[list[list[str]]], list[Any]], texts: list[list[str]]) -> str:
    """Milliseconds for a document, its pages and its size."""
    times = []
    for _ in range(ROUNDS + 1):
        file, started = io.BytesIO(), process_time()
        template = SimpleDocTemplate(file, pagesize=(595, 842), invariant=1)
        template.build(story(texts))
        times.append((process_time() - started) * 1000)
    first, *rest = times
    size = len(file.getvalue()) / 1024
    took = f"first {first:5.1f} ms, least {min(rest):5.1f}, middle {median(rest):5.1f}"
    return f"{took}; {template.page} pages, {size:.0f} KiB"


def main() -> None:
    """Load the faces, then measure both ways twice."""
    started = process_time()
    faces.load_faces()
    print(f"four faces cut and registered: {(process_time() - started) * 1000:.0f} ms")
    for name, of in (("Stock", faces.SANS), ("StockBold", faces.SANS_BOLD)):
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(faces.static(faces.CUTS[of]))))
    addMapping("Stock", 1, 0, "StockBold")
    texts = sentences()
    for _ in range(2):
        for name, story in (("ours", ours), ("ReportLab", stock)):
            print(f"{name:10}{measure(story, texts)}")


if __name__ == "__main__":
    main()
