"""Small pieces of plain JavaScript in the page itself: what Streamlit cannot do from the server."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = Path(__file__).resolve().parent


@cache
def _source(name: str) -> str | None:
    file = FOLDER / name
    return file.read_text("utf-8") if file.exists() else None


@cache
def _component(name: str, look: str = "") -> Any:
    css = _source(f"{look or name}.css")
    return st.components.v2.component(name, js=_source(f"{name}.js"), css=css, isolate_styles=False)


def keeper(screen: str, turn: int, epoch: int | None, language: str, unsaved: bool) -> str | None:
    """Watches over the page: focus on a new screen, a warning when nothing reaches the server.

    `turn` is new in every run, `epoch` is this tab's number, which it keeps in the address;
    `unsaved` says whether leaving the page would lose an answer. Gives the key of the page whose
    link was clicked. See `keeper.js`.
    """
    data = {
        "screen": screen,
        "turn": turn,
        "tab": epoch,
        "language": language,
        "unsaved": unsaved,
    }
    result = _component("keeper")(
        key="keeper", data=data, on_again_change=_nothing, on_go_change=_nothing
    )
    wanted = result.go
    return wanted if isinstance(wanted, str) else None


def copy_field(path: str, pages: Sequence[str], label: str, key: str) -> None:
    """A read-only field with this site's address and `path`, and a button that copies it.

    `pages` are the last parts of addresses that are pages and do not belong to the site's own.
    """
    _component("copy_field")(key=key, data={"path": path, "pages": pages, "label": label})


def copy_text(text: str, label: str, key: str) -> None:
    """A text to read, with a button that copies it."""
    _component("copy_text", "copy_field")(key=key, data={"text": text, "label": label})


def clock(gone: float, parts: Sequence[Mapping[str, Any]], minutes: int, key: str) -> None:
    """A clock that counts on from `gone` seconds and names the part that runs.

    `parts` have an `end` in minutes and a `title`; `minutes` is how long they take together.
    """
    data = {"gone": gone, "parts": list(parts), "minutes": minutes}
    _component("clock")(key=f"clock-{key}", data=data)


def _nothing() -> None:
    """Streamlit sends a component's events only where a function waits for them."""
