"""The frame and the welcome page: drawn without a fault, asking for nothing, served cold."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def welcome():
    return AppTest.from_file(ROOT / "ui" / "frame.py", default_timeout=20).run()


def test_the_welcome_page_opens_with_one_title(welcome):
    assert not welcome.exception
    assert [title.value for title in welcome.title] == [
        "Would your team carry out its next strategy?"
    ]


def test_the_welcome_page_says_that_answers_will_be_compared_with_evidence(welcome):
    promise = "we ask you to show five of the answers at work in your own priorities"
    assert any(promise in text.value for text in welcome.markdown)


def test_the_welcome_page_asks_for_nothing_but_a_private_link(welcome):
    assert [field.label for field in welcome.text_input] == ["Your private link"]
    assert not [*welcome.radio, *welcome.selectbox, *welcome.checkbox, *welcome.number_input]


def test_the_application_is_not_a_script_beside_the_pages():
    import app

    assert isinstance(app.app, st.App)
    assert Path(app.app.script_path) == Path("ui/frame.py")


def test_the_server_answers_from_another_folder(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", ROOT / "app.py", f"--server.port={port}"],
        cwd=tmp_path,
        env={**os.environ, "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert health(port, seconds=60) == "ok"
    finally:
        server.terminate()
        server.wait(timeout=20)


def health(port, seconds):
    """Ask until the server answers, or raise its last refusal when the time is up."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as r:
                return r.read().decode()
        except OSError:  # refused, reset or timed out: not up yet, or the computer is busy
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
