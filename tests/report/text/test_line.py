import io

import pikepdf
import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from report.text.faces import SANS, SANS_BOLD
from report.text.line import draw_line, fitted, width_of, wrapped
from report.text.spans import Span
from report.text.style import Style

STYLE = Style(SANS, 10, 14, "#10151C")
TEXTS = [
    "The plan has an owner and a date",
    "x" * 10_000,
    "שלום עולם זהו מסמך ארוך מאוד",
    "شركة التسويق في لندن",
    "🚀" * 40,
    "e\u0301\u0323" * 500,
    "one\ntwo\nthree four five six seven",
    " " * 400 + "x",
]


def page(*lines, **how):
    """A document with these lines on one page, and what `draw_line` gave back."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, initialFontName=SANS)
    widths = [
        draw_line(canvas, 200, 700 - 20 * n, line, STYLE, **how) for n, line in enumerate(lines)
    ]
    canvas.save()
    return file.getvalue(), widths


def text_of(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().strip()


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [20, 80, 123.4])
def test_a_fitted_line_is_not_wider_than_its_room(text, width):
    line = fitted(text, STYLE, width)
    assert width_of(line, STYLE) <= width + 0.01
    assert "\n" not in line


def test_a_line_that_fits_is_left_alone_and_a_longer_one_ends_in_an_ellipsis():
    assert fitted("one two", STYLE, 200) == "one two"
    assert fitted("one two three four", STYLE, 45) == "one two…"
    assert fitted("anything", STYLE, 0) == "…"
    assert fitted("e\u0301\u0323" * 500, STYLE, 40)[-2] in "\u0323\u0301ẹ"


def test_a_line_is_as_wide_as_its_glyphs_after_kerning():
    assert width_of("AVAVAV", STYLE) < 6 * max(width_of(letter, STYLE) for letter in "AV") - 1
    assert width_of("ab", STYLE.but(size=20)) == pytest.approx(2 * width_of("ab", STYLE))
    assert width_of("ab", STYLE.but(face=SANS_BOLD)) > width_of("ab", STYLE)
    assert width_of("", STYLE) == 0


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("most", [1, 2, 3])
def test_wrapped_lines_stay_in_their_room_and_number(text, most):
    lines = wrapped(text, STYLE, 90, most)
    assert 1 <= len(lines) <= most
    assert all(width_of(line, STYLE) <= 90.01 for line in lines)


def test_wrapping_says_where_it_cut():
    assert wrapped("one two three four", STYLE, 45, 5) == ["one two", "three four"]
    assert wrapped("one two three four", STYLE, 45, 1) == ["one two…"]
    assert wrapped("one two three four", STYLE, 37, 1) == ["one t…"]
    assert wrapped("one\ntwo\nthree", STYLE, 200, 2) == ["one", "two…"]
    assert wrapped("anything", STYLE, 45, 0) == []
    assert wrapped("", STYLE, 45, 2) == [""]


def test_a_drawn_line_is_as_wide_as_it_was_measured_and_no_wider_than_its_room():
    pdf, widths = page("short", "long " * 40, width=60)
    assert widths[0] == pytest.approx(width_of("short", STYLE))
    assert 50 < widths[1] <= 60.01
    assert text_of(pdf).split("\n")[1].endswith("…")


@pytest.mark.parametrize(("align", "left"), [("left", 200.0), ("right", 200.0), ("center", 200.0)])
def test_a_line_stands_about_its_place_as_its_style_says(align, left):
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=0)
    width = draw_line(canvas, left, 50, "Acme", STYLE.but(align=align))
    canvas.save()
    begins = {"left": 200, "right": 200 - width, "center": 200 - width / 2}[align]
    assert f"1 0 0 1 {begins:.3f}".rstrip("0").rstrip(".").encode() in file.getvalue()


def test_spans_on_a_line_keep_their_weight_and_links():
    pdf, _ = page([Span("bold ", bold=True), Span("there", link="mailto:ann@example.com")])
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = {
            str(font.BaseFont).split("+")[-1] for font in document.pages[0].Resources.Font.values()
        }
        assert fonts == {SANS, SANS_BOLD}
        assert [str(link.A.URI) for link in document.pages[0].Annots] == ["mailto:ann@example.com"]
    assert text_of(pdf) == "bold there"


def test_a_line_of_nothing_has_no_width():
    _, widths = page("", " ", "\n", "x")
    assert widths == [0, 0, 0, width_of("x", STYLE)]


def test_what_was_drawn_before_and_after_keeps_its_colour():
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=0)
    draw_line(canvas, 10, 10, "x", STYLE)
    canvas.save()
    drawn = file.getvalue()
    assert drawn.count(b"q BT") == drawn.count(b"ET Q") == 1
