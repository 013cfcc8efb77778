"""`python -m scoring` as a process: standard streams, UTF-8 whatever the locale, closed pipes."""

import io
import json
import os
import subprocess
import sys

from scoring import __main__ as command
from tests.scoring.answer_files import EXAMPLES, ROOT, example
from tests.scoring.command_line import loaded, written

P1 = EXAMPLES / "P1.json"


class Standard:
    """A standard stream as Python has it: `buffer` takes the bytes."""

    def __init__(self, buffer):
        self.buffer = buffer
        self.flushed = 0

    def flush(self):
        self.flushed += 1


def run_with(monkeypatch, given, flush=None, fileno=None):
    """Run with `-` on standard streams in memory, put in place while the test runs."""
    streams = {name: Standard(io.BytesIO()) for name in ("stdin", "stdout", "stderr")}
    streams["stdin"].buffer = io.BytesIO(given)
    streams["stdout"].flush = flush or streams["stdout"].flush
    streams["stdout"].fileno = fileno
    with monkeypatch.context() as patch:
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "argv", ["scoring", "-"])
        patch.setattr(command, "load", loaded)
        status = command.run()
    return status, streams["stdout"], streams["stderr"].buffer.getvalue()


def test_the_standard_streams_are_used(monkeypatch):
    status, output, errors = run_with(monkeypatch, P1.read_bytes())
    assert (status, errors, output.flushed) == (0, b"", 1)
    assert json.loads(output.buffer.getvalue()) == example("P1")["expected"]


def test_problems_go_to_standard_error(monkeypatch):
    status, output, errors = run_with(monkeypatch, b"")
    assert (status, errors) == (1, b"-: The file is empty.\n")
    assert output.buffer.getvalue() == b""


def test_a_closed_output_is_replaced_by_nothing(monkeypatch, tmp_path):
    def closed():
        raise BrokenPipeError

    with (tmp_path / "output").open("wb") as output:
        status, _, errors = run_with(monkeypatch, b"{}", closed, output.fileno)
        output.write(b"lost")
    assert (status, errors) == (1, b"")
    assert (tmp_path / "output").read_bytes() == b""


def real(*arguments, **options):
    """Start the real command, with an environment that knows nothing of UTF-8."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    return subprocess.Popen(
        [sys.executable, "-m", "scoring", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_the_real_command_writes_utf8_whatever_the_locale(tmp_path):
    with real(written(tmp_path, "a.json", {"priorities": [{"name": "Café 中"}]})) as process:
        output, errors = process.communicate()
    assert (process.returncode, errors) == (0, b"")
    assert json.loads(output.decode("utf-8"))["trace"]["priorities"][0]["name"] == "Café 中"


def test_a_reader_that_goes_away_early_is_no_reason_for_a_traceback(tmp_path):
    line = json.dumps(example("P1")["input"])
    with real("--lines", written(tmp_path, "a.jsonl", (line + "\n").encode() * 100)) as process:
        process.stdout.read(1)
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait() == 1
    assert errors == b""
