"""An address that is no page: said plainly, instead of Streamlit's window over the start page."""

from collections.abc import Callable, Collection, Sequence
from typing import Final

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from brand import Brand
from web.plain import no_such_page

FRAMEWORK: Final = (
    "_",
    "app",
    "auth/",
    "component",
    "favicon",
    "manifest",
    "media",
    "oauth2callback",
    "robots",
    "static",
)
"""How the addresses begin that Streamlit answers itself."""


def unknown_pages(
    pages: Collection[str], routes: Sequence[Route], brand: Callable[[], Brand], base: str = ""
) -> Middleware:
    """The middleware for an application with these pages and routes under the path `base`.

    `brand` gives the firm's name and look as they are now.
    """
    return Middleware(UnknownPages, pages=pages, routes=routes, brand=brand, base=base)


class UnknownPages:
    """Middleware that answers 404 where a browser asks for a page that does not exist."""

    def __init__(
        self,
        app: ASGIApp,
        pages: Collection[str],
        routes: Sequence[Route],
        brand: Callable[[], Brand],
        base: str = "",
    ) -> None:
        """`pages` are the last parts of pages' addresses, `base` the path they stand under."""
        self.app = app
        self.pages = frozenset(pages)
        self.routes = routes
        self.brand = brand
        self.home = f"/{base.strip('/')}/" if base.strip("/") else "/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless it asks for no page of ours."""
        if scope["type"] == "http" and self._asks_in_vain(scope):
            response = no_such_page(self.brand(), self.home.rstrip("/"))
            await response(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _asks_in_vain(self, scope: Scope) -> bool:
        path: str = scope["path"]
        asks_for_a_page = "text/html" in Request(scope).headers.get("accept", "")
        if scope["method"] != "GET" or not asks_for_a_page or not path.startswith(self.home):
            return False
        name = path.removeprefix(self.home).strip("/")
        if not name or name in self.pages or name.startswith(FRAMEWORK):
            return False
        return all(route.matches(scope)[0] is Match.NONE for route in self.routes)
