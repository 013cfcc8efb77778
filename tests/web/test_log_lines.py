"""What a line of the log passes on, and what it leaves out, plain and as JSON."""

import json
import logging
import sys

import pytest

import events
from web.log_lines import JsonLines, PlainLines, is_json, is_wanted, set_up
from web.sparing import Sparing

PLANTED = 'planted\r\n{"event": "forged"}\u2028\x1b[31m'
BOTH = [pytest.param(PlainLines(), id="plain"), pytest.param(JsonLines(), id="json")]


def record(name, words, *values, level=logging.WARNING, error=None, **extra):
    """A record as a logger of this name makes it."""
    raised = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord(name, level, __file__, 7, words, values, raised)
    vars(made).update(extra)
    return made


def raised():
    """An error that quotes somebody, and came from another that does."""
    try:
        try:
            raise LookupError(PLANTED)
        except LookupError as first:
            raise ValueError(PLANTED) from first
    except ValueError as error:
        return error


@pytest.fixture
def heard():
    """The records of events said meanwhile."""
    kept = []
    outlet = logging.Handler(logging.DEBUG)
    outlet.emit = kept.append
    events.LOG.addHandler(outlet)
    yield kept
    events.LOG.removeHandler(outlet)


@pytest.mark.parametrize("form", BOTH)
def test_an_error_is_its_type_and_its_places_and_not_its_words(form):
    for name in ("streamlit.error_util", "uvicorn.error", "web.desk", "asyncio"):
        line = form.format(record(name, f"Trouble with {PLANTED}", error=raised()))
        assert "planted" not in line
        assert "ValueError" in line
        assert "tests/web/test_log_lines.py:" in line
        assert "\n" not in line


@pytest.mark.parametrize("form", BOTH)
def test_what_a_library_says_loses_its_words(form):
    line = form.format(record("uvicorn.access", f"GET /?t={PLANTED} %s", PLANTED))
    assert "planted" not in line
    assert "uvicorn.access" in line
    assert "tests/web/test_log_lines.py:7" in line
    assert not is_wanted(record("uvicorn.error", "Hello", level=logging.INFO))
    assert is_wanted(record("web.upkeep", "Hello", level=logging.INFO))


@pytest.mark.parametrize("form", BOTH)
def test_our_own_words_are_one_line_whatever_they_name(form):
    line = form.format(record("storage.sqlite_opening", "Copied %s", PLANTED))
    assert line.isprintable()
    assert line.isascii() or isinstance(form, PlainLines)
    assert "Copied planted" in line


def test_a_line_of_json_has_time_level_event_and_facts(heard):
    events.say("paper_made", paper="brief", pages=1, ms=12.34567)
    line = json.loads(JsonLines().format(heard[0]))
    assert line.pop("time").endswith("Z")
    assert line == {
        "level": "info",
        "event": "paper_made",
        "paper": "brief",
        "pages": 1,
        "ms": 12.346,
    }
    assert PlainLines().format(heard[0]).endswith("PDF: brief with 1 pages made in 12.346 ms")


@pytest.mark.parametrize(
    "text",
    [PLANTED, "mina@acme.example", "4fd8a2b0", "Acme Pumps", "203.0.113.7", "x" * 41, "", None, []],
)
def test_a_fact_that_is_no_number_and_no_code_is_left_out(heard, text):
    events.say("limit_hit", limit=text)
    assert heard[0].facts == {"limit": "left_out"}


def test_an_event_that_nobody_knows_is_a_mistake_in_the_code():
    with pytest.raises(KeyError):
        events.say("planted")


def test_every_event_can_be_said_with_the_facts_of_its_words(heard):
    for name in events.EVENTS:
        events.say(name)
    assert [each.event for each in heard] == list(events.EVENTS)
    assert all("{" not in each.getMessage() for each in heard)


def test_only_json_asks_for_json():
    said = {text: is_json({"DIAGNOSTIC_LOG": text}) for text in ("json", " JSON ", "plain", "x")}
    assert said == {"json": True, " JSON ": True, "plain": False, "x": False}
    assert not is_json({})


def test_set_up_takes_the_place_of_outlets_and_hears_what_nobody_caught(capsys, monkeypatch):
    root, theirs = logging.getLogger(), logging.getLogger("planted.library")
    before, hooks = root.handlers[:], (sys.excepthook, sys.unraisablehook)
    for hook in ("sys.excepthook", "sys.unraisablehook", "threading.excepthook"):
        monkeypatch.setattr(hook, lambda *_: None)
    theirs.addHandler(logging.StreamHandler())
    theirs.propagate = False
    try:
        set_up({"DIAGNOSTIC_LOG": "json"})
        theirs.warning("planted")
        error = raised()
        sys.excepthook(type(error), error, error.__traceback__)
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        logging.captureWarnings(False)
        root.handlers[:] = before
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"] for line in lines] == ["framework", "unhandled"]
    assert "planted" not in json.dumps(lines).replace("planted.library", "")
    assert (sys.excepthook, sys.unraisablehook) != hooks


def test_a_warning_that_repeats_is_one_line_in_ten_seconds_and_is_counted():
    now = [100.0]
    sparing = Sparing(lambda: now[0])
    passed = []

    def say(name="diagnostic", **extra):
        made = record(name, "Said", **extra)
        if sparing.filter(made):
            passed.append(json.loads(JsonLines().format(made)).get("left_out", 0))

    for _ in range(5):
        say(event="not_saved", facts={"code": "full", "ms": now[0]})
        now[0] += 1
    say(event="not_saved", facts={"code": "locked", "ms": 1})
    say("web", error=raised())
    say("web")
    assert passed == [0, 0, 0, 0]
    now[0] += 10
    say(event="not_saved", facts={"code": "full", "ms": 2})
    assert passed[4:] == [4]
    assert all(sparing.filter(record("web", "Said", level=logging.INFO)) for _ in range(3))
