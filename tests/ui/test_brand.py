"""Whose diagnostic it is, on screen: name, logo, footer, booking, colours; broken files."""

import os

import pytest
from streamlit import config

import theme
from tests.brand.pictures import png
from tests.ui.way import begin, fields, html, open_page
from ui import brand_file

HOSTILE = "A & B <b>"
ACCENT = "#7A1FA2"


@pytest.fixture
def brand(tmp_path, monkeypatch):
    """A brand file of its own; writing to it always counts as a change."""
    folder = tmp_path / "firm"
    folder.mkdir()
    file = folder / "brand.yaml"
    monkeypatch.setenv("DIAGNOSTIC_BRAND", str(file))
    for name in ("_good", "_stamp", "_trouble"):
        monkeypatch.setattr(brand_file, name, None)
    times = iter(range(1, 9))

    def write(text, **files):
        for name, content in files.items():
            (folder / f"{name}.png").write_bytes(content)
        file.write_text(text, "utf-8")
        at = next(times)
        os.utime(file, ns=(at, at))

    yield write
    monkeypatch.delenv("DIAGNOSTIC_BRAND")
    brand_file.current()


def test_without_a_brand_file_the_neutral_brand_is_shown(monkeypatch):
    assert brand_file.current() is brand_file.DEFAULT
    page = html(open_page("questions", begin({})))
    assert "<span>Ownership / Resourcing / Review</span>" in page
    assert "brand" not in page
    assert "footer" not in page


def test_a_name_shows_literally_at_the_top_and_beside_every_page(brand):
    brand(f"name: '{HOSTILE}'\n")
    shown = "A &amp; B &lt;b&gt;"
    assert f'<p class="name brand"><span>{shown}</span></p>' in html(open_page("welcome"))
    assert f"<span>{shown}</span></a></p>" in html(open_page("questions", begin({})))


def test_the_logo_keeps_its_shape_and_is_at_most_forty_pixels_high(brand):
    brand("name: Acme\nlogo: logo.png\n", logo=png(900, 300))
    version = brand_file.version(brand_file.current().logo)
    image = f'<img src="./logo.png?v={version}" alt="" width="120" height="40">'
    assert image in html(open_page("welcome"))


def test_the_footer_stands_at_the_end_of_a_page_even_if_that_stops_early(brand):
    brand("name: Acme\nfooter: '<i>Imprint</i> *here*'\n")
    line = '<p class="footer">&lt;i&gt;Imprint&lt;/i&gt; *here*</p>'
    page = open_page("result")  # without a private link it stops before its end
    assert not page.exception
    assert html(page).count(line) == 1


def test_a_call_is_booked_at_the_end_of_the_result_if_there_is_an_address(brand):
    brand("name: '*A* & B'\nbooking: 'https://cal.example/acme?x=1'\n")
    token = begin(fields("full"))
    page = open_page("result", token)
    paper, link = page.get("link_button")
    assert paper.proto.url == f"./scorecard/{token}.pdf"
    assert link.proto.url == "https://cal.example/acme?x=1"
    assert link.proto.label == r"Book a call with \*A\* \& B"
    brand("name: Acme\n")
    assert len(page.run().get("link_button")) == 1


def test_the_accent_reaches_the_style_sheet_and_streamlit_alike(brand):
    before = config.get_option("theme.light.linkColor")
    brand(f"name: Acme\naccent: '{ACCENT}'\n")
    page = html(open_page("welcome"))
    for colours in (theme.LIGHT, theme.DARK):
        shown = theme.branded(colours, ACCENT)
        assert f"--accent:{shown.accent};" in page
        assert f"--primary:{shown.primary};" in page
    assert config.get_option("theme.light.primaryColor") == ACCENT
    assert config.get_option("theme.dark.linkColor") == theme.branded(theme.DARK, ACCENT).accent
    brand("name: Acme\n")
    brand_file.current()
    assert config.get_option("theme.light.linkColor") == before


@pytest.mark.parametrize("accent", [ACCENT, "#FFEE00", "#000000", "#0000FF", "#808080"])
def test_streamlit_s_notices_and_buttons_can_be_read_in_any_accent(accent):
    told = brand_file.options(accent)
    for variant, colours in (("light", theme.LIGHT), ("dark", theme.DARK)):
        own = {name.rsplit(".", 1)[1]: told[name] for name in told if variant in name}
        assert theme.contrast(own["blueTextColor"], own["blueBackgroundColor"]) >= 4.5
        assert theme.contrast(own["linkColor"], colours.paper) >= 4.5
        assert theme.contrast(own["primaryColor"], "#FFFFFF") >= 4.5
        assert theme.contrast(own["primaryColor"], colours.paper) >= 3


def test_a_file_that_is_broken_at_the_start_is_shown_as_problems(brand, caplog):
    brand("name: Acme\nacent: '#000000'\nbooking: 'http://<b>'\n")
    page = open_page("about")
    assert not page.exception
    assert [title.value for title in page.title] == ["The diagnostic cannot be shown yet"]
    said = "\n".join(text.value for text in page.text)
    assert "Did you mean 'accent'?  [unknown-key]" in said
    assert "booking is 'http://<b>'" in said
    assert not page.button
    said = [record.levelname for record in caplog.records if record.name == brand_file.__name__]
    assert said == ["ERROR", "ERROR"]
    assert "brand.yaml:2:1: The brand has no key called 'acent'." in caplog.text


def test_a_file_that_breaks_while_the_app_runs_leaves_the_last_good_one(brand, caplog):
    brand("name: Acme\n")
    good = brand_file.current()
    for _ in range(2):
        brand("name: Acme\nfont: x\n")
        assert brand_file.current() is good
    assert len(caplog.records) == 1  # said once, not at every look
    brand("name: Emca\n")
    assert brand_file.current().name == "Emca"


def test_a_logo_that_arrives_later_is_found(brand):
    brand("name: Acme\nlogo: logo.png\n")
    assert isinstance(brand_file.current(), brand_file.BrandTrouble)
    brand("name: Acme\nlogo: logo.png\n", logo=png(9, 9))
    assert brand_file.current().logo_size == (9, 9)


def test_a_file_that_is_named_and_not_there_is_said_so(brand):
    trouble = brand_file.current()
    assert trouble.reason == "It cannot be read: No such file or directory."
