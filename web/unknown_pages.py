"""An address that is no page: said plainly, instead of Streamlit's window over the start page."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Final

from starlette.middleware import Middleware
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from brand import Brand
from web.plain import no_such_page

FRAMEWORK: Final = frozenset(
    {"_stcore/health", "_stcore/host-config", "_stcore/stream", "favicon.png", "manifest.json"}
    | {"oauth2callback"}
)
"""Addresses that Streamlit answers itself."""
FOLDERS: Final = ("static/", "media/", "auth/", "_stcore/upload_file/")
"""Where everything is Streamlit's."""


def unknown_pages(
    pages: Collection[str], routes: Sequence[Route], brand: Callable[[], Brand], base: str = ""
) -> Middleware:
    """The middleware for an application with these pages and routes under the path `base`.

    `brand` gives the firm's name and look as they are now.
    """
    return Middleware(UnknownPages, pages=pages, routes=routes, brand=brand, base=base)


class UnknownPages:
    """Middleware that answers 404 where somebody asks for what does not exist.

    Streamlit answers such an address with its page and 200, so that a wrong probe is always green.
    """

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

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass the request on, unless it asks for no page of ours."""
        if scope["type"] == "http" and self._asks_in_vain(scope):
            response = no_such_page(self.brand(), self.home.rstrip("/"))
            return response(scope, receive, send)
        return self.app(scope, receive, send)

    def _asks_in_vain(self, scope: Scope) -> bool:
        path: str = scope["path"]
        if scope["method"] not in ("GET", "HEAD") or not path.startswith(self.home):
            return False
        name = path.removeprefix(self.home).strip("/")
        if not name or name in self.pages or name in FRAMEWORK or name.startswith(FOLDERS):
            return False
        return all(route.matches(scope)[0] is Match.NONE for route in self.routes)
