"""One POST to a checked address, within a time, that can be cut off. Nothing is followed or kept.

The standard library is enough: a connection that goes to a given address and asks TLS for the name
is ten lines, and no library that could be locked bounds the whole of an exchange either.
"""

import http.client
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock, Timer
from time import monotonic
from typing import Final

from web.hook.addresses import Allowed, NotAllowed, Resolve, checked, is_public, resolved
from web.hook.settings import Hook

CONNECT: Final = 5.0
"""Seconds for a connection to one address."""
TOTAL: Final = 10.0
"""Seconds for everything, from the name to the answer’s status."""


class NotTold(Exception):  # noqa: N818 - says what happened
    """It did not arrive, as far as is known. The text is a reason in a few of our own words."""


class Sender:
    """Sends to one hook, one request at a time. `cut` may be called from any thread."""

    def __init__(
        self,
        hook: Hook,
        *,
        resolve: Resolve = resolved,
        allowed: Allowed = is_public,
        trust: ssl.SSLContext | None = None,
        total: float = TOTAL,
    ) -> None:
        """A sender for `hook`. Only tests bring a resolver, rule, trust or time of their own."""
        self._hook = hook
        self._resolve, self._allowed = resolve, allowed
        self._trust = trust or ssl.create_default_context()
        self._total = total
        self._line = Line()

    def send(self, body: bytes, headers: Mapping[str, str]) -> None:
        """POST this. Returns if the answer was 2xx; its body is not read.

        Raises:
            NotTold: for everything else: no or a wrong address, no connection, no trust, no time.
        """
        until = monotonic() + self._total
        self._line.open()
        clock = Timer(self._total, self._line.cut)
        clock.daemon = True
        clock.start()
        try:
            status = self._status(body, headers, until)
        except NotAllowed:
            raise NotTold("its name leads to an address that is not public") from None
        except socket.gaierror:
            raise NotTold("its name has no address") from None
        except ssl.SSLCertVerificationError:
            raise NotTold("its certificate was not accepted") from None
        except (OSError, http.client.HTTPException, ValueError) as fault:
            late = isinstance(fault, TimeoutError) or monotonic() >= until
            raise NotTold("no answer in time" if late else "no connection") from None
        finally:
            clock.cancel()
            self._line.close()
        if not 200 <= status < 300:
            raise NotTold(f"it answered {status}")

    def cut(self) -> None:
        """End what is being sent at once, and refuse to begin anew."""
        self._line.end()

    def _status(self, body: bytes, headers: Mapping[str, str], until: float) -> int:
        hook = self._hook
        addresses = checked(hook.host, hook.port, self._resolve, self._allowed)
        connection = Pinned(hook, addresses, self._trust, self._line, until)
        try:
            connection.request("POST", hook.target, body, dict(headers))
            status = connection.getresponse().status
            self._line.check()  # a head that was cut off in the middle looks complete
            return status
        finally:
            connection.close()


class Line:
    """The socket in use, so that another thread can cut it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._cut = self._ended = False

    def open(self) -> None:
        """Begin a new exchange."""
        with self._lock:
            self._cut = self._ended

    def use(self, plain: socket.socket) -> None:
        """Remember the socket; raises `ConnectionAbortedError` if the line was cut meanwhile."""
        with self._lock:
            self._socket = plain
        self.check()

    def check(self) -> None:
        """Raises `ConnectionAbortedError` if the line was cut."""
        if self._cut:
            raise ConnectionAbortedError

    def cut(self) -> None:
        """Whoever waits for this socket waits no longer. The file stays for its owner to close."""
        with self._lock:
            self._cut = True
            if self._socket is not None:
                with suppress(OSError):  # it may not be connected, or be closed
                    # past ssl’s own shutdown, which would leave a plain socket behind
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def close(self) -> None:
        """Forget the socket: the exchange is over."""
        with self._lock:
            self._socket = None

    def end(self) -> None:
        """Cut, for good."""
        self._ended = True
        self.cut()


class Pinned(http.client.HTTPSConnection):
    """An HTTPS connection to given addresses, with the certificate checked against the name."""

    def __init__(
        self, hook: Hook, addresses: list[str], trust: ssl.SSLContext, line: Line, until: float
    ) -> None:
        super().__init__(hook.host, hook.port, context=trust)
        self._addresses, self._trust = addresses, trust
        self._line, self._until = line, until

    def connect(self) -> None:
        """Connect to the first address that answers, then speak TLS in the host’s name."""
        self._line.check()
        self.sock = plain = self._reached()  # so that `close` finds it, whatever happens next
        self._line.use(plain)
        plain.settimeout(self._left(TOTAL))
        self.sock = wrapped = self._trust.wrap_socket(
            plain, server_hostname=self.host, do_handshake_on_connect=False
        )
        self._line.use(wrapped)  # wrapping has moved the connection to a new object
        wrapped.do_handshake()

    def _reached(self) -> socket.socket:
        fault: OSError = OSError("no address")
        for address in self._addresses:
            try:
                return socket.create_connection((address, self.port), self._left(CONNECT))
            except OSError as failed:
                fault = failed
        raise fault

    def _left(self, most: float) -> float:
        left = self._until - monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, most)
