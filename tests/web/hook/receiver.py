"""A receiving system for tests: real TLS on loopback, with an answer for each connection."""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread

import trustme

HOST = "hooks.example.com"
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
Answer = Callable[[ssl.SSLSocket, "Receiver"], None]


def says(content):
    """Answers with these bytes."""
    return lambda line, receiver: line.sendall(content)


def status(code, *headers):
    lines = [f"HTTP/1.1 {code} Reason", *headers, "Content-Length: 0", "", ""]
    return says("\r\n".join(lines).encode())


def closes(line, receiver):
    """Hangs up without a word."""


def waits(line, receiver):
    """Says nothing for as long as the test lasts."""
    receiver.over.wait(20)


def drips(line, receiver):
    """A byte of a header every now and then, so that no single wait is long."""
    line.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not receiver.over.wait(0.05):
        line.sendall(b"x")


def floods(line, receiver):
    """A body without an end."""
    line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while not receiver.over.is_set():
        line.sendall(b"x" * 65_536)


@dataclass
class Received:
    """One request: its first line, its headers, its body, and the name TLS was asked for."""

    first: str
    headers: dict[str, str]
    body: bytes
    name: str | None


@dataclass
class Receiver:
    """Answers one connection after the other, as `answers` says; 200 when that runs out."""

    name: str = HOST
    answers: list[Answer] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    connections: int = 0
    over: Event = field(default_factory=Event)

    def __post_init__(self):
        self.authority = trustme.CA()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(self.name).configure_cert(self.context)
        self.names = {}
        self.context.sni_callback = lambda line, name, _: self.names.update({id(line): name})
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        Thread(target=self._serve, daemon=True).start()

    def trust(self):
        """What a sender needs to believe this receiver."""
        context = ssl.create_default_context()
        self.authority.configure_trust(context)
        return context

    def close(self):
        self.over.set()
        self.listening.close()

    def _serve(self):
        while not self.over.is_set():
            try:
                plain, _ = self.listening.accept()
            except OSError:
                return
            self.connections += 1
            Thread(target=self._one, args=(plain,), daemon=True).start()

    def _one(self, plain):
        plain.settimeout(20)
        try:
            with self.context.wrap_socket(plain, server_side=True) as line:
                self._hear(line)
                answer = self.answers.pop(0) if self.answers else says(OK)
                answer(line, self)
        except OSError:
            plain.close()

    def _hear(self, line):
        with line.makefile("rb") as file:
            first = file.readline().decode().strip()
            headers = {}
            while text := file.readline().decode().strip():
                name, _, value = text.partition(": ")
                headers[name] = value
            body = file.read(int(headers["Content-Length"]))
        self.received.append(Received(first, headers, body, self.names.get(id(line))))
