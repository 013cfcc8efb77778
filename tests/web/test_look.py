"""The style sheet and the logo have addresses of their own, which a browser may keep."""

from starlette.applications import Starlette

from tests.web.asking import ask
from ui import look
from web.look import look_routes


def answers(logo):
    return {
        route.path: route.endpoint(None)
        for route in look_routes("/base", "a {}", lambda: logo, {})[:2]
    }


def test_both_are_kept_for_ever_and_say_what_they_are():
    sheet, logo = answers(b"png").values()
    assert list(answers(b"png")) == ["/base/look.css", "/base/logo.png"]
    assert (sheet.body, sheet.media_type) == (b"a {}", "text/css")
    assert (logo.body, logo.media_type) == (b"png", "image/png")
    assert "immutable" in sheet.headers["Cache-Control"] == logo.headers["Cache-Control"]


def test_without_a_logo_there_is_nothing_at_its_address():
    missing = answers(None)["/base/logo.png"]
    assert missing.status_code == 404
    assert "Cache-Control" not in missing.headers


def test_the_fonts_of_plain_pages_are_those_that_streamlit_brings_along():
    fonts = look.fonts()
    assert sorted(fonts) == ["sans", "serif"]
    app = Starlette(routes=look_routes("/base", "", lambda: None, fonts))
    answers = [ask(app, f"/base/font/{name}.woff2") for name in ("sans", "serif", "other")]
    assert [each.status for each in answers] == [307, 307, 404]
    assert [each.headers.get("location") for each in answers[:2]] == [
        f"/base/{fonts[name]}" for name in ("sans", "serif")
    ]
