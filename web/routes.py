"""The addresses that are no pages: health, the look, what is behind a private link or a sign-in."""

from collections.abc import Callable

from starlette.routing import Route

from brand import Brand
from storage import Store
from web.desk import desk_routes
from web.downloads import download_routes
from web.health import health_routes
from web.look import look_routes


def routes(
    store: Callable[[], Store], sheet: str, brand: Callable[[], Brand], base: str = ""
) -> list[Route]:
    """All routes under the path `base`; `store` opens the store, `sheet` is the style sheet.

    `brand` gives the firm's name and look as they are now.
    """
    prefix = f"/{base.strip('/')}".rstrip("/")
    return [
        *health_routes(prefix, store),
        *look_routes(prefix, sheet, lambda: brand().logo),
        *download_routes(prefix, store, brand),
        *desk_routes(prefix, store, brand),
    ]
