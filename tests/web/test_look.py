"""The style sheet and the logo have addresses of their own, which a browser may keep."""

from web.look import look_routes


def answers(logo):
    return {
        route.path: route.endpoint(None) for route in look_routes("/base", "a {}", lambda: logo)
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
