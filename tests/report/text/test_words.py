import io
import random

import pikepdf
import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate

from report.text.drawing import seen, without_end
from report.text.faces import SANS, SERIF_BOLD, load_faces
from report.text.spans import Span
from report.text.style import Style
from report.text.words import words

STYLE = Style(SANS, 10, 14, "#10151C")
HOSTILE = {
    "markup": "<b>bold</b> & R&D <3 <img src=/etc/hostname> <a href='javascript:x'>x</a>",
    "half characters": "a\ud800b\udfffc",
    "turned around": "pay \u202eevil\u202c \u2067x",
    "no space": "x" * 10_000,
    "no space, wide": "𝐖" * 3_000,
    "no space, right to left": "ש" * 3_000,
    "no space, joined": "سلام" * 800,
    "emoji": "🚀👩\u200d👩\u200d👧\ufe0f🏳️\u200d🌈" * 60,
    "accents": "z" + "\u0301\u0302\u0323" * 500 + " e\u0301" * 40,
    "accents alone": "\u0301" * 400,
    "control": "".join(map(chr, range(32))) + "\x7f\x85",
    "lines": "\n" * 300 + "end",
    "spaces": " " * 5_000 + "end",
    "brackets": "(" * 700 + "ש" + ")" * 700,
    "dashes": "a-" * 2_000 + "—" * 500 + "/" * 500,
    "unknown": "\ue000ก中" * 300,
    "operators": "(x) Tj ET Q endstream endobj \\ ) ] TJ <FEFF>",
    "nothing": "",
}


def made(story, **how):
    """The bytes of a document."""
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=(400, 500), invariant=1, **how).build(story)
    return file.getvalue()


def text_of(pdf):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def shown(line):
    return "".join(word.text for word in line.words)


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_nothing_people_write_breaks_a_document_or_leaves_its_frame(content):
    paragraph = words(content, STYLE)
    for width in (300, 61.5):
        paragraph.wrap(width, 10_000)
        for line in paragraph.lines:
            wide = (
                sum(p.shape.width for p in seen(without_end(line.words), paragraph.text.turned))
                * 10
                / 1000
            )
            assert wide <= width + 0.01
            assert wide == pytest.approx(line.width)
        assert "".join(map(shown, paragraph.lines)) == paragraph.getPlainText()
    pdf = made([words(content, STYLE), words([Span(content, bold=True, link=content)], STYLE)])
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        assert all("/Annots" not in page for page in document.pages)


def test_text_comes_out_as_it_was_written():
    written = [
        "Plain words, “quoted” – 12.5 % AVATAR To. fi ffl",
        "Zażółć gęślą jaźń, Nguyễn Thị Ánh Tuyết",
        "Ελληνικά, Съешь же ещё",
        "<b>x</b> & R&D <3",
        "שלום עולם",
        "שָׁלוֹם",
        "شركة التسويق",
        "ثبت مُحَمَّد",
    ]
    read = text_of(made([words(text, STYLE) for text in written])).split("\n")
    assert [line.strip() for line in read] == written


def test_spaces_come_out_as_spaces_even_beside_ones_that_do_not_break():
    assert "a b c" in text_of(made([words("a\u00a0b c", STYLE)]))


@pytest.mark.parametrize(
    ("content", "edge"),
    [
        ("Acme", "left"),
        ("שלום", "right"),
        ("שלום abc", "right"),
        ("(1) سلام", "right"),
        ("1 + 1", "left"),
    ],
)
def test_text_begins_where_its_first_letter_does(content, edge):
    paragraph = words(content, STYLE)
    paragraph.wrap(300, 100)
    left = paragraph._left(paragraph.lines[0].width)
    assert left == pytest.approx(0 if edge == "left" else 300 - paragraph.lines[0].width)


def test_lines_stand_left_right_or_in_the_middle():
    lefts = []
    for align in ("left", "center", "right"):
        paragraph = words("Acme", STYLE.but(align=align), indent=20)
        paragraph.wrap(220, 100)
        lefts.append(paragraph._left(paragraph.lines[0].width))
    width = paragraph.lines[0].width
    assert lefts == pytest.approx([20, 20 + (200 - width) / 2, 220 - width])


def test_arabic_letters_join():
    alone = words("س ل ا م", STYLE)
    joined = words("سلام", STYLE)
    numbers = [
        {g.number for word in text.text.words for piece in word.pieces for g in piece.shape.glyphs}
        for text in (alone, joined)
    ]
    assert len(numbers[1] - numbers[0]) >= 2


@pytest.mark.parametrize("text", ["word " * 400, "שלום עולם " * 200, "x" * 6000, "one\ntwo\n" * 60])
def test_a_text_over_several_pages_loses_nothing(text):
    paragraph, element = words(text, STYLE, bullet="•", before=3, after=7), object()
    paragraph.element = element
    whole, rest, parts = paragraph.getPlainText(), paragraph, []
    for width, height in ((300, 100), (200, 57), (310, 43), (250, 1_000_000)):
        *upper, rest = rest.split(width, height)
        parts += upper
    parts.append(rest)
    assert len(parts) == 4
    assert "".join(part.getPlainText() for part in parts) == whole
    assert all(part.element is element for part in parts)
    assert [part.getSpaceBefore() for part in parts] == [3, 0, 0, 0]
    assert [part.getSpaceAfter() for part in parts] == [0, 0, 0, 7]
    assert [part.bullet is not None for part in parts] == [True, False, False, False]


def test_no_line_is_left_alone_on_a_page():
    text = words("a\nb\nc\nd", STYLE)
    assert text.split(100, 14) == []
    assert [len(part.getPlainText().split()) for part in text.split(100, 14 * 3)] == [2, 2]
    assert text.split(100, 14 * 4) == [text]
    assert words("a\nb\nc", STYLE).split(100, 14 * 2) == []


def test_a_line_breaks_after_a_dash_between_letters_but_not_after_a_minus():
    paragraph = words("well-known/sign -5 3–4", STYLE)
    paragraph.wrap(1, 100)
    parts = [word.text for word in paragraph.text.words if word.text != " "]
    assert parts == ["well-", "known/", "sign", "-5", "3–4"]


def test_links_lie_over_their_words_and_nowhere_else():
    spans = [
        Span("See "),
        Span("this page", link="https://example.com/x"),
        Span(" or not", link="file:///x"),
    ]
    with pikepdf.open(io.BytesIO(made([words(spans, STYLE)]))) as document:
        (link,) = document.pages[0].Annots
        assert str(link.A.URI) == "https://example.com/x"
        left, low, right, high = map(float, link.Rect)
    before = sum(word.width for word in words("See ", STYLE).text.words)
    assert left == pytest.approx(78 + before, abs=0.1)
    assert right - left == pytest.approx(
        words("this page", STYLE).text.words[0].width * 2.5, rel=0.3
    )
    assert 0 < high - low < 14


def test_a_paragraph_keeps_with_the_next_and_says_how_wide_its_longest_word_is():
    heading = words("A heading", STYLE, keep_with_next=True, indent=5)
    assert heading.getKeepWithNext()
    assert heading.minWidth() == pytest.approx(5 + max(w.width for w in heading.text.words))


def test_a_wrong_colour_is_named():
    with pytest.raises(ValueError, match="'red' is not a colour like #12606F"):
        made([words("x", STYLE.but(colour="red"))])


def test_reportlabs_own_drawing_can_use_the_faces():
    file = io.BytesIO()
    load_faces()
    canvas = Canvas(file, invariant=1, initialFontName=SERIF_BOLD)
    canvas.setFont(SANS, 12)
    canvas.drawString(50, 50, "Łódź → 🚀 (x)")
    assert canvas.stringWidth("ab", SANS, 10) == pytest.approx(5.04 + 5.53, abs=0.3)
    canvas.save()
    assert text_of(file.getvalue()).strip() == "Łódź → ? (x)"


def test_random_texts_of_mixed_scripts_stay_in_their_frame():
    chance = random.Random(7)
    letters = "abcXYZ 0123-/.,()[] ąłœ Ωя שלם אבג سلام بتث \n\u0301\u200e\u200d🚀中"
    for _ in range(150):
        text = "".join(chance.choices(letters, k=chance.randrange(1, 60)))
        paragraph = words(text, STYLE)
        paragraph.wrap(chance.choice([40, 90, 200]), 100)
        assert all(line.width <= paragraph.width + 0.01 for line in paragraph.lines)
        assert "".join(map(shown, paragraph.lines)) == paragraph.getPlainText()
