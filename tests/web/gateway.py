"""nginx for tests, with the file as we ship it; only ports, replicas and its folder differ."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from tests.web.server import ROOT, Server
from tests.web.visitor import Visitor
from tests.web.waiting import free_port, wait_until

SHIPPED = ROOT / "deploy" / "nginx.conf"
STICKY = "diagnostic_replica"


class NoRedirect(HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *_: object) -> None:
        """None: the answer is taken as it is."""


class Gateway:
    """A running nginx in front of these replicas, with its log."""

    def __init__(self, nginx: Path, replicas: Sequence[Server]) -> None:
        self.replicas, self.port = list(replicas), free_port()
        # Its workers are nobody when root starts it; pytest's own folders are private.
        self.folder = Path(tempfile.mkdtemp())
        self.folder.chmod(0o755)
        file = self.folder / "nginx.conf"
        file.write_text(here(self.folder, self.port, [each.port for each in replicas]), "utf-8")
        self.log = self.folder / "log.txt"
        self.visitors: list[Visitor] = []
        with self.log.open("w") as out:
            command = [nginx, "-c", file, "-p", self.folder, "-g", "daemon off;"]
            self._process = subprocess.Popen(command, stdout=out, stderr=out)
        assert wait_until(self.is_up, 10), self.log.read_text("utf-8")

    def is_up(self) -> bool:
        """Whether nginx answers; /metrics is its own answer and asks no replica."""
        try:
            return self.get("/metrics")[0] == 404
        except OSError:
            return False

    def get(self, path: str, cookie: str = "", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and content at an address."""
        return self.ask(path, cookie, None, headers)

    def ask(
        self, path: str, cookie: str, body: bytes | None, headers: Mapping[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        """The same; with a body it is a POST."""
        whole = {**headers, **({"Cookie": cookie} if cookie else {})}
        request = Request(f"http://127.0.0.1:{self.port}{path}", body, whole)
        try:
            with build_opener(NoRedirect).open(request, timeout=20) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except HTTPError as refused:
            return refused.code, dict(refused.headers), refused.read()

    def cookie(self) -> str:
        """A sticky cookie as nginx gives it to a new visitor."""
        given = self.get("/healthz")[1]["Set-Cookie"]
        return given.split(";")[0]

    def replica_of(self, cookie: str) -> Server:
        """The replica that answers who has this cookie, as the log says."""
        before = len(self.lines())
        self.get("/healthz", cookie)
        assert wait_until(lambda: len(self.lines()) > before, 5)
        port = int(re.findall(r'"replica":"[^"]*:(\d+)"', self.lines()[-1])[0])
        return next(each for each in self.replicas if each.port == port)

    def cookie_for(self, replica: Server) -> str:
        """A cookie that leads to this replica."""
        while self.replica_of(cookie := self.cookie()) is not replica:
            pass
        return cookie

    def visitor(self, cookie: str = "") -> Visitor:
        """A new tab, not opened yet, that comes through nginx."""
        tab = Visitor(self.port)
        tab.cookie = cookie or self.cookie()
        self.visitors.append(tab)
        return tab

    def lines(self) -> list[str]:
        """What nginx has written so far."""
        return self.log.read_text("utf-8").splitlines()

    def close(self) -> None:
        """Close every tab and end nginx."""
        for tab in self.visitors:
            tab.drop()
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        """The gateway itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()


def here(folder: Path, port: int, replicas: Sequence[int]) -> str:
    """The shipped file for this machine: each of these words stands in it exactly so."""
    text = SHIPPED.read_text("utf-8")
    swaps = {"listen 8080;": f"listen 127.0.0.1:{port};"}
    for number, replica in enumerate(replicas, 1):
        swaps[f"server app-{number}:8501"] = f"server 127.0.0.1:{replica}"
    for shipped, wanted in swaps.items():
        assert text.count(shipped) == 1, shipped
        text = text.replace(shipped, wanted)
    return text.replace(" /tmp/", f" {os.fspath(folder)}/")
