"""The table of shared assessments, 5,000 of them, beside a bare page with a table of as many rows.

Both are opened in new sessions over a real websocket by the same client, in turn, as in
`bench_answers.py`. A third of the shares has an open next step.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.bench_answers import in_turn, report  # noqa: E402
from storage import Store, open_store  # noqa: E402
from storage.desk import Contact  # noqa: E402
from tests.storage.verbs import TEXT, the_bank  # noqa: E402
from tests.web.server import Server  # noqa: E402
from tests.web.sharing import CONSULTANT, begun, cookie_of, shared_by  # noqa: E402
from tests.web.signed_in import SET_UP  # noqa: E402
from tests.web.visitor import Visitor  # noqa: E402

SHARES, STEPS_EVERY = 5000, 3
RENDERS, BAR = 30, 2.0


def fill(store: Store, many: int) -> None:
    """Shares with names of their own: one made by the page's own way, the others after it."""
    first = shared_by(store, begun(store), Contact("Mina Okafor", "m@acme.example", "Company 0"))
    for number in range(1, many):
        started = store.start(TEXT, the_bank(), {"answer:OWN-01": 3})
        contact = replace(first.package.contact, company=f"Company {number}")
        package = replace(first.package, contact=contact)
        version = started.record.version
        sent = store.desk.sharing.share(started.record.id, package, package.sha256, version=version)
        assert sent.shared is not None
        if number % STEPS_EVERY == 0:
            step = {"text": f"Name one owner for priority {number}", "source": "call"}
            day = {"due": "2027-12-31"}
            store.desk.steps.add(sent.shared.id, step | day, f"k{number}", CONSULTANT)


def opening(server: Server, page: str, query: str, cookie: str) -> Callable[[int], Visitor]:
    """Opens the page in a new session and leaves."""

    def once(_: int) -> Visitor:
        visitor = server.visitor()
        visitor.cookie = cookie
        visitor.open(page, query)
        visitor.drop()
        return visitor

    return once


def main() -> int:
    """Measure; 1 if the bar is missed."""
    many = int(os.environ.get("SHARES", SHARES))
    with tempfile.TemporaryDirectory() as folder:
        servers = [Server(Path(folder, name)) for name in ("ours", "bare")]
        for server, script in zip(servers, ("app.py", "benchmarks/bare_table.py"), strict=True):
            server.folder.mkdir()
            server.script = script
            server.settings = SET_UP
        try:
            store = open_store(str(servers[0].database))
            fill(store, many)
            cookie = cookie_of(store)
            store.close()
            ours, bare = (server.start() for server in servers)
            seen = opening(ours, "shared", "", cookie)(0)
            assert f"of {many} shared" in seen.words(), seen.words()
            found = in_turn(
                {
                    "ours": (ours, opening(ours, "shared", "", cookie)),
                    "bare": (bare, opening(bare, "", f"rows={many}", "")),
                },
                RENDERS,
                1,
            )
        finally:
            for server in servers:
                server.end()
    return 0 if report(f"The table of {many} shares", BAR, *found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
