import pytest

from report.text import faces
from report.text.faces import SANS, SANS_BOLD, SERIF
from report.text.fallback import MOST_IN_A_ROW
from report.text.spans import Span, linked, runs
from report.text.style import Style

STYLE = Style(SANS, 10, 14, "#10151C")


@pytest.fixture
def without_east_asia(monkeypatch):
    """As where the extra `cjk` is not installed."""
    monkeypatch.setattr(faces, "_east_asia_installed", lambda: False)


def drawn(content, style=STYLE):
    return [(run.text, run.ink.face.fontName) for run in runs(content, style)]


def text_of(content):
    return "".join(text for text, _ in drawn(content))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("🚀", "[rocket]"),
        ("go 🚀!", "go [rocket]!"),
        ("\ue000", "[U+E000]"),
        ("\U000f0000", "[U+F0000]"),
        ("中", "[cjk unified ideograph-4e2d]"),
        ("𝐁𝐨𝐥𝐝 ＡＢ ㎏", "Bold AB kg"),
        ("👩\u200d👧", "[woman][girl]"),
    ],
)
@pytest.mark.usefixtures("without_east_asia")
def test_a_character_without_a_face_gets_plain_letters_or_its_name(written, shown):
    assert text_of(written) == shown


def test_a_long_row_of_unknown_characters_is_counted_not_named():
    assert text_of("ก" * 500).endswith(f"[and {500 - MOST_IN_A_ROW} more]")
    assert len(text_of("ก a" * 3000)) < 90_000


@pytest.mark.parametrize(
    "written", ["plain", "Łódź שלום سلام 🚀 中", "שָׁלוֹם", "مُحَمَّد", "a\u0301\u0315x"]
)
def test_every_run_is_of_a_face_that_has_all_its_characters(written):
    for run in runs([Span(written), Span(written, bold=True)], STYLE):
        assert run.ink.face.covered.issuperset(run.text)


def test_scripts_go_to_their_faces():
    assert drawn("Acme שלום") == [("Acme ", SANS), ("שלום", "PaperHebrew")]
    assert drawn([Span("סוף", bold=True)]) == [("סוף", "PaperHebrew-Semibold")]
    assert drawn([Span("heavy", bold=True), Span(" light")]) == [
        ("heavy", SANS_BOLD),
        (" light", SANS),
    ]


@pytest.mark.parametrize(
    ("written", "country"),
    [("東京の会社", "JP"), ("서울 회사", "KR"), ("上海公司", "SC"), ("ㄅㄆ臺", "TC")],
)
def test_east_asian_letters_have_the_shapes_of_their_country(written, country):
    assert text_of(written) == written
    assert {name[:7] for _, name in drawn(written)} == {"Paper" + country}


def test_what_the_serif_lacks_comes_from_the_sans():
    ((text, name),) = drawn("ʘ", STYLE.but(face=SERIF))
    assert (text, name) == ("ʘ", SANS)


def test_markup_is_text():
    assert (
        text_of("<b>x</b> &amp; <img src=/etc/hostname>")
        == "<b>x</b> &amp; <img src=/etc/hostname>"
    )


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("https://example.com/a?b=c&d#e", "https://example.com/a?b=c&d#e"),
        ("HTTPS://example.com", "HTTPS://example.com"),
        ("mailto:ann@example.com", "mailto:ann@example.com"),
        ("https://example.com/é", "https://example.com/%C3%A9"),
        ("http://example.com", None),
        ("javascript:alert(1)", None),
        ("file:///etc/hostname", None),
        ("data:text/html,x", None),
        (" https://example.com", None),
        ("https://", None),
        ("https://exa mple.com", None),
        ("https://example.com/\n", None),
        ("https://example.com/\u202e", None),
        ("https://example.com/\ud800", None),
        ("mailto:", None),
        ("https://example.com/" + "a" * 2000, None),
        (None, None),
    ],
)
def test_only_https_and_mail_become_links(asked, given):
    assert linked(asked) == given
    assert {run.ink.link for run in runs([Span("here", link=asked)], STYLE)} == {given}
