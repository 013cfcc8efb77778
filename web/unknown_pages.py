"""An address that is no page: said plainly, instead of Streamlit's window over the start page."""

from collections.abc import Collection, Sequence
from typing import Final

from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

FRAMEWORK: Final = frozenset(
    {"_stcore/health", "_stcore/host-config", "_stcore/stream", "favicon.png", "manifest.json"}
    | {"oauth2callback"}
)
"""Addresses that Streamlit answers itself."""
FOLDERS: Final = ("static/", "media/", "auth/", "_stcore/upload_file/")
"""Where everything is Streamlit's."""
PAGE: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>No such page</title>
<style>:root{{color-scheme:light dark}}
body{{font:1.1rem/1.5 sans-serif;max-width:38rem;margin:4rem auto;padding:0 1rem}}</style>
<main><h1>There is no page at this address</h1>
<p>Your answers are not touched by this. If you have a private link, open it again.</p>
<p><a href="{home}">Go to the start page</a></p></main></html>
"""


def unknown_pages(pages: Collection[str], routes: Sequence[Route], base: str = "") -> Middleware:
    """The middleware for an application with these pages and routes under the path `base`."""
    return Middleware(UnknownPages, pages=pages, routes=routes, base=base)


class UnknownPages:
    """Middleware that answers 404 where somebody asks for what does not exist.

    Streamlit answers such an address with its page and 200, so that a wrong probe is always green.
    """

    def __init__(
        self, app: ASGIApp, pages: Collection[str], routes: Sequence[Route], base: str = ""
    ) -> None:
        """`pages` are the last parts of pages' addresses, `base` the path they stand under."""
        self.app = app
        self.pages = frozenset(pages)
        self.routes = routes
        self.home = f"/{base.strip('/')}/" if base.strip("/") else "/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless it asks for no page of ours."""
        if scope["type"] == "http" and self._asks_in_vain(scope):
            response = HTMLResponse(PAGE.format(home=self.home), 404)
            await response(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _asks_in_vain(self, scope: Scope) -> bool:
        path: str = scope["path"]
        if scope["method"] not in ("GET", "HEAD") or not path.startswith(self.home):
            return False
        name = path.removeprefix(self.home).strip("/")
        if not name or name in self.pages or name in FRAMEWORK or name.startswith(FOLDERS):
            return False
        return all(route.matches(scope)[0] is Match.NONE for route in self.routes)
