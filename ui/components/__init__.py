"""Small pieces of plain JavaScript in the page itself: what Streamlit cannot do from the server."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = Path(__file__).resolve().parent


@cache
def _source(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _mount(name: str, key: str, data: dict[str, Any], **options: Any) -> None:
    _component(name)(key=key, data=data, **options)


@cache
def _component(name: str) -> Any:
    return st.components.v2.component(
        name, js=_source(f"{name}.js"), css=_source("style.css"), isolate_styles=False
    )


def keeper(screen: str, epoch: int | None, language: str, unsaved: bool) -> None:
    """Watches over the page: focus on a new screen, a warning when nothing reaches the server.

    `epoch` is this tab's number, which it keeps in the address; `unsaved` whether leaving the page
    would lose an answer. See `keeper.js`.
    """
    data = {"screen": screen, "tab": epoch, "language": language, "unsaved": unsaved}
    _mount("keeper", "keeper", data, on_again_change=_nothing)


def copy_field(path: str, label: str, key: str) -> None:
    """A read-only field with this site's address and `path`, and a button that copies it."""
    _mount("copy_field", key, {"path": path, "label": label})


def _nothing() -> None:
    """Streamlit sends a component's events only where a function waits for them."""
