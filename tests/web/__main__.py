"""Starts servers fast: `python -m tests.web` imports what the app imports, then forks on demand.

Each line on stdin asks for a server, in JSON; each line on stdout is the process id of one. A fork
has imported everything and run nothing, so it is as fresh as `python -m streamlit run app.py`, only
without the seconds of imports. SIGUSR1 makes a fork's store read-only, SIGUSR2 lets it write again.
"""

import gc
import json
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("ui", "web", "storage", "brand", "scoring", "bank")
FRAMEWORK = (
    "altair",
    "pandas",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
    "uvloop",
    "streamlit.web.bootstrap",
    "streamlit.web.cli",
    "streamlit.web.server.starlette.starlette_app",
    "streamlit.web.server.starlette.starlette_server",
)
NOBODY = 65534


def load() -> None:
    """Import what a server needs, but neither app.py nor anything that runs at import."""
    for name in FRAMEWORK:
        import_module(name)
    for part in PARTS:
        for path in sorted((ROOT / part).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            if "migrations" not in name and not name.endswith("__") and name != "ui.frame":
                import_module(name)
    gc.freeze()


def serve(asked: dict[str, Any]) -> NoReturn:
    """Become the server that was asked for."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    log = os.open(asked["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.update(asked["environment"])
    if asked["nobody"]:
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    signal.signal(signal.SIGUSR1, lambda *_: writes(False))
    signal.signal(signal.SIGUSR2, lambda *_: writes(True))
    cli = import_module("streamlit.web.cli")
    cli.main(["run", asked["script"], *asked["flags"]], prog_name="streamlit")
    sys.exit()


def writes(allowed: bool) -> None:
    """Let SQLite refuse, or allow, what the store wants to write."""
    database = import_module("ui.session").store()._database
    not_saved = import_module("storage").NotSaved
    with database._alone(not_saved, 5.0) as (_, raw):
        raw.execute(f"PRAGMA query_only={'OFF' if allowed else 'ON'}")


def main() -> None:
    """Fork a server for each line."""
    load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("ready", flush=True)
    for line in sys.stdin:
        if (child := os.fork()) == 0:
            serve(json.loads(line))
        print(child, flush=True)


if __name__ == "__main__":
    main()
