"""An address that is no page: said plainly, instead of Streamlit's window over the start page."""

from collections.abc import Awaitable, Collection, Sequence
from typing import Final

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

FRAMEWORK: Final = ("_", "static", "media", "component", "app", "favicon", "manifest", "robots")
"""How the addresses begin that Streamlit answers itself."""
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
    """Middleware that answers 404 where a browser asks for a page that does not exist."""

    def __init__(
        self, app: ASGIApp, pages: Collection[str], routes: Sequence[Route], base: str = ""
    ) -> None:
        """`pages` are the last parts of pages' addresses, `base` the path they stand under."""
        self.app = app
        self.pages = frozenset(pages)
        self.routes = routes
        self.home = f"/{base.strip('/')}/" if base.strip("/") else "/"

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass the request on, unless it asks for no page of ours."""
        if scope["type"] == "http" and self._asks_in_vain(scope):
            response = HTMLResponse(PAGE.format(home=self.home), 404)
            return response(scope, receive, send)
        return self.app(scope, receive, send)

    def _asks_in_vain(self, scope: Scope) -> bool:
        path: str = scope["path"]
        asks_for_a_page = "text/html" in Request(scope).headers.get("accept", "")
        if scope["method"] != "GET" or not asks_for_a_page or not path.startswith(self.home):
            return False
        name = path.removeprefix(self.home).strip("/")
        if not name or name in self.pages or name.startswith(FRAMEWORK):
            return False
        return all(route.matches(scope)[0] is Match.NONE for route in self.routes)
