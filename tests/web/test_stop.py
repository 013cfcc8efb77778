"""SIGTERM while people answer, a PDF is being made and somebody reads too slowly."""

import logging
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

import pypdf
import streamlit
from websockets.exceptions import ConnectionClosed

from storage import open_store
from tests.web.screen import ANSWER, answer, at_questions, saved
from tests.web.sharing import begun
from tests.web.waiting import wait_until
from web.stopping import bound_the_stop

log = logging.getLogger(__name__)
MOST = 10.0
"""Seconds that whoever stops the server waits before it is killed."""


def answers_until_it_ends(tab):
    """The last level that was acknowledged, how many were, and the code that ended it."""
    count = last = 0
    try:
        while True:
            answer(tab, level := (count + 1) % 5)
            if saved(tab):
                count, last = count + 1, level
    except ConnectionClosed as ended:
        return last, count, ended.rcvd and ended.rcvd.code


def reads_nothing(server):
    """A connection that asks for the largest script and takes none of it."""
    scripts = Path(streamlit.__file__).parent.glob("static/static/js/*.js")
    largest = max(scripts, key=lambda each: each.stat().st_size)
    slow = socket.socket()
    slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    slow.connect(("127.0.0.1", server.port))
    slow.sendall(f"GET /static/js/{largest.name} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    return slow


def pdf(server, token):
    with urlopen(f"http://127.0.0.1:{server.port}/scorecard/{token}.pdf", timeout=20) as answered:
        return answered.read()


def test_a_stop_under_load_ends_within_ten_seconds_and_loses_nothing_acknowledged(server):
    store = open_store(str(server.database))
    tabs = [at_questions(server) for _ in range(3)]
    token = begun(store).token
    with ThreadPoolExecutor(5) as people, reads_nothing(server):
        answering = [people.submit(answers_until_it_ends, tab) for tab in tabs]
        sleep(0.5)
        paper = people.submit(pdf, server, token)
        sleep(0.05)
        began = monotonic()
        server.signal(signal.SIGTERM)
        told = [each.result() for each in answering]
        gone = wait_until(lambda: not server._lives(), MOST)
        took = monotonic() - began
        assert len(pypdf.PdfReader(BytesIO(paper.result())).pages) == 6
    assert gone, f"still there after {took:.1f} s"
    stored = [store.open(tab.parameter("t")).fields[ANSWER] for tab in tabs]
    store.close()
    log.info("%d acknowledged, gone after %.1f s", sum(each[1] for each in told), took)
    assert min(count for _, count, _ in told) > 0
    assert {code for _, _, code in told} == {1012}  # “service restart”: a page comes back by itself
    for (last, _, _), level in zip(told, stored, strict=True):
        # What the server stored last may be one answer further than what it could still say.
        assert level in (last, (last + 1) % 5)


def test_a_server_that_has_no_limit_to_set_is_said_in_the_log(caplog):
    assert not bound_the_stop()
    assert "A slow visitor can hold up a stop" in caplog.text
