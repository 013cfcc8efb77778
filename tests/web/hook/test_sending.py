"""A POST over real TLS: what arrives, what counts as an answer, and how long anything may take."""

import socket
from threading import Timer
from time import monotonic

import pytest

from tests.web.hook.receiver import HOST, Receiver, closes, drips, floods, says, status, waits
from web.hook.sending import NotTold

BODY = b'{"event":"shared"}'


def test_the_post_arrives_at_the_checked_address_under_the_hosts_name(receiver, sender_of):
    sender_of().send(BODY, {"Content-Type": "application/json", "Diagnostic-Event": "shared"})
    (got,) = receiver.received
    assert (got.first, got.body, got.name) == ("POST /in?team=7 HTTP/1.1", BODY, HOST)
    assert got.headers["Host"] == f"{HOST}:{receiver.port}"
    assert got.headers["Diagnostic-Event"] == "shared"


@pytest.mark.parametrize("code", [200, 201, 202, 204, 299])
def test_any_2xx_is_told(receiver, sender_of, code):
    receiver.answers = [status(code)]
    sender_of().send(BODY, {})


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(receiver, sender_of, code):
    receiver.answers = [status(code, f"Location: https://{HOST}:{receiver.port}/other")]
    with pytest.raises(NotTold, match=f"^it answered {code}$"):
        sender_of().send(BODY, {})
    assert (receiver.connections, len(receiver.received)) == (1, 1)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (status(199), "it answered 199"),
        (status(400), "it answered 400"),
        (status(410), "it answered 410"),
        (status(500), "it answered 500"),
        (closes, "no connection"),
        (says(b"220 mail.example ESMTP\r\n"), "no connection"),
        (says(b"HTTP/1.1 2e2 OK\r\n\r\n"), "no connection"),
        (says(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000), "no connection"),
        (says(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"), "no connection"),
    ],
)
def test_every_other_answer_is_none(receiver, sender_of, answer, reason):
    receiver.answers = [answer]
    with pytest.raises(NotTold, match=f"^{reason}$"):
        sender_of().send(BODY, {})


@pytest.mark.parametrize("answer", [waits, drips])
def test_a_slow_answer_is_cut_off_when_the_time_is_over(receiver, sender_of, answer):
    receiver.answers = [answer]
    begun = monotonic()
    with pytest.raises(NotTold, match=r"^no answer in time$"):
        sender_of(total=0.4).send(BODY, {})
    assert monotonic() - begun < 1.5


def test_an_endless_body_is_not_read(receiver, sender_of):
    receiver.answers = [floods]
    begun = monotonic()
    sender_of().send(BODY, {})
    assert monotonic() - begun < 2


def test_a_host_that_accepts_and_speaks_no_tls_is_cut_off(sender_of, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = silent.getsockname()
        real = socket.create_connection
        monkeypatch.setattr(socket, "create_connection", lambda _, wait: real(place, wait))
        begun = monotonic()
        with pytest.raises(NotTold, match=r"^no answer in time$"):
            sender_of(total=0.4).send(BODY, {})
        assert monotonic() - begun < 1.5


def test_a_resolver_that_took_too_long_leaves_no_time_to_connect(receiver, sender_of):
    late = sender_of(total=0.0)
    with pytest.raises(NotTold, match=r"^no answer in time$"):
        late.send(BODY, {})
    assert receiver.connections == 0


def test_a_certificate_of_another_name_or_nobodys_is_not_accepted(sender_of):
    other = Receiver("elsewhere.example.com")
    try:
        for trust in (other.trust(), None):
            with pytest.raises(NotTold, match="certificate"):
                sender_of(to=other, trust=trust).send(BODY, {})
        assert other.received == []
    finally:
        other.close()


def test_the_next_address_is_tried_when_one_does_not_answer(receiver, sender_of, monkeypatch):
    real, tried = socket.create_connection, []

    def reach(place, wait):
        tried.append(place[0])
        if place[0] == "198.51.100.1":
            raise ConnectionRefusedError
        return real(place, wait)

    monkeypatch.setattr(socket, "create_connection", reach)
    sender_of(resolve=lambda host, port: ["198.51.100.1", "127.0.0.1"]).send(BODY, {})
    assert tried == ["198.51.100.1", "127.0.0.1"]


@pytest.mark.parametrize("fault", [socket.gaierror, UnicodeError])
def test_a_name_that_cannot_be_found_is_a_reason_not_a_traceback(sender_of, fault):
    def fails(host, port):
        raise fault

    with pytest.raises(NotTold, match=r"no address|no connection"):
        sender_of(resolve=fails).send(BODY, {})


def test_cutting_ends_what_is_being_sent_and_lets_nothing_begin(receiver, sender_of):
    receiver.answers = [waits]
    sender = sender_of()
    Timer(0.2, sender.cut).start()
    begun = monotonic()
    for _ in range(2):
        with pytest.raises(NotTold, match=r"^no connection$"):
            sender.send(BODY, {})
    assert monotonic() - begun < 1
