"""What we need from inside Streamlit 1.67, for want of another way; nothing else reaches in there.

`tests/web/test_alone.py` tries every part of it on a real server, so that an upgrade that breaks
one is noticed. docs/decisions/011-draw-a-question-by-itself.md says why each is needed.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from logging import Logger
from pathlib import Path
from typing import Any, Final, TypeVar

from streamlit import config
from streamlit import logger as streamlit_logger
from streamlit.file_util import get_static_dir
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.NewSession_pb2 import Config, CustomThemeConfig
from streamlit.runtime import Runtime, app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState

Described = TypeVar("Described", Config, CustomThemeConfig)
"""A message about settings."""
_described: Final[list[dict[tuple[str, ...], Any]]] = []
"""What was worked out of the settings, for each message about them."""
WHOLE: Final = "runs_whole_script"
"""The mark that a script runner gets."""


def outside_fragment() -> AbstractContextManager[Any]:
    """What is drawn inside belongs to the page, not to the fragment that is running.

    A fragment's own elements disappear when it is drawn without them, wherever they stand.
    """
    return ThreadState.scoped(fragment_id=None)


def log_through_root() -> None:
    """Loggers that Streamlit makes from now on have no outlet of their own: `web.log_lines` has it.

    Streamlit’s own outlets print what an error says, and that may quote an answer; its coloured
    tracebacks do so past every outlet, whatever a settings file wants.
    """

    def no_outlet(logger: Logger) -> None:
        logger.propagate = True

    streamlit_logger.setup_formatter = no_outlet
    config.set_option("logger.enableRich", False)


def live_sessions() -> float:
    """How many browser tabs are connected to this process."""
    if not Runtime.exists():
        return 0.0
    return float(Runtime.instance()._session_mgr.num_active_sessions())


def shell() -> bytes:
    """The page that every page of ours begins as, as Streamlit brings it."""
    return Path(get_static_dir(), "index.html").read_bytes()


def describe_settings_once() -> None:
    """Keep what every run tells the browser of the theme and of other settings from their file.

    Streamlit works it out again in every run, option by option, for a fifth of an answer's time.
    """
    _describe_once("_populate_theme_msg", CustomThemeConfig)
    _describe_once("_populate_config_msg", Config)


def _describe_once(name: str, kind: type[Described]) -> None:
    describe = getattr(app_session, name)
    if not hasattr(describe, "__wrapped__"):
        setattr(app_session, name, _kept(describe, kind))


def describe_settings_anew() -> None:
    """Work the description out again at the next run: a setting has changed."""
    for kept in _described:
        kept.clear()


def _kept(describe: Callable[..., None], kind: type[Described]) -> Callable[..., None]:
    """`describe`, which fills a message of a kind from the settings, so that it works only once."""
    kept: dict[tuple[str, ...], Described] = {}
    _described.append(kept)

    @wraps(describe)
    def fill(message: Described, *section: str) -> None:
        if section not in kept:
            made = kind()
            describe(made, *section)
            kept[section] = made
        if kept[section].ByteSize():
            message.MergeFrom(kept[section])

    return fill


def answer_every_click() -> None:
    """Run the whole script for a click whose fragment the server may not know when it gets to it.

    Streamlit ignores such a click: the first one after a restart, and one made while the page is
    being turned. The whole script with the values of all widgets saves it, as it always has.
    """
    request = AppSession.request_rerun
    if hasattr(request, "__wrapped__"):
        return

    @wraps(request)
    def request_rerun(self: AppSession, client_state: ClientState | None) -> None:
        if client_state is not None and client_state.fragment_id:
            lost = not self.has_fragment(client_state.fragment_id)
            if (lost or _runs_whole(self)) and not client_state.is_auto_rerun:
                client_state.fragment_id = ""
        before = self._scriptrunner
        request(self, client_state)
        runner = self._scriptrunner
        if runner is not None and runner is not before:
            setattr(runner, WHOLE, client_state is None or not client_state.fragment_id)

    AppSession.request_rerun = request_rerun  # type: ignore[method-assign]


def _runs_whole(session: AppSession) -> bool:
    """Whether the run in progress is one of the whole script; a new one takes its place."""
    return bool(getattr(session._scriptrunner, WHOLE, False))
