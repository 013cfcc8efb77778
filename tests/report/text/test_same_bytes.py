"""Documents made at once, in other processes and after other documents have the same bytes."""

import hashlib
import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest
import uharfbuzz as hb
from reportlab.platypus import SimpleDocTemplate

from report.text.faces import SANS, SERIF_BOLD, face
from report.text.spans import Span
from report.text.style import Style
from report.text.words import words

STYLE = Style(SANS, 10, 14, "#10151C")
TEXTS = (
    "Łódź and Ελληνικά", "שלום עולם (Acme)", "سلام عليكم", "مُحَمَّد ثبت", "ب ت ث پ",
    "q\u0301\u0302 🚀", "Съешь ещё", "Thị Ánh", "a\u00a0b -> ½", "ثبت مُحَمَّد", "word " * 30,
)  # fmt: skip


def made(number):
    """One of many documents, each with the texts in another order."""
    turned = TEXTS[number % 11 :] + TEXTS[: number % 11]
    story = [words(f"No. {number}", STYLE.but(face=SERIF_BOLD, size=20, leading=26))]
    story += [words([Span(text), Span(text, bold=True)], STYLE) for text in turned[:5]]
    file = io.BytesIO()
    SimpleDocTemplate(file, invariant=1, initialFontName=SANS).build(story)
    return file.getvalue()


def digest():
    """What identifies all the documents."""
    return hashlib.sha256(b"".join(made(number) for number in range(2))).hexdigest()


def test_twenty_documents_made_at_once_are_those_made_alone():
    alone = [made(number) for number in range(20)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(made, range(20))) == alone


def test_a_document_does_not_depend_on_what_was_forgotten():
    before = made(1)
    for name in ("PaperSans", "PaperArabic", "PaperArabicFull", "PaperHebrew"):
        face(name)._shapes.clear()
        face(name).words.clear()
    assert made(1) == before


def test_another_process_with_other_settings_writes_the_same_bytes():
    here = os.path.dirname(__file__)
    code = (
        f"import sys; sys.path.insert(0, {here!r}); import test_same_bytes as t; print(t.digest())"
    )
    settings = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "RL_ttfAsciiReadable": "1",
    }
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == digest()


@pytest.mark.parametrize(
    "text", ["AVA q\u0301\u0302", "שָׁלוֹם וּבְרָכָה", "سلام ثبت", "مُحَمَّد ثبت", "(a) שלום {b}"]
)
def test_every_glyph_shown_is_embedded_in_full(text):
    paragraph = words(text, STYLE)
    file = io.BytesIO()
    SimpleDocTemplate(file, invariant=1, initialFontName=SANS).build([paragraph])
    outlines = {}
    with pikepdf.open(file) as document:
        for font in document.pages[0].Resources.Font.values():
            program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
            outlines[str(font.BaseFont).split("+")[1]] = hb.Font(hb.Face(program))
    pieces = [piece for word in paragraph.text.words for piece in word.pieces]
    for piece in pieces:
        for glyph in piece.shape.glyphs:
            embedded = outlines[piece.ink.face.fontName].get_glyph_extents(glyph.number)
            assert embedded == piece.ink.face.font.get_glyph_extents(glyph.number)


def test_only_the_glyphs_of_a_document_are_embedded():
    assert len(made(1)) < 90_000
    with pikepdf.open(io.BytesIO(made(1))) as document:
        assert document.check_pdf_syntax() == []
        for font in document.pages[0].Resources.Font.values():
            assert font.is_indirect
            assert font.Subtype == "/Type0"
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
