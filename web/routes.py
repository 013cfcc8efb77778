"""The addresses that are no pages: health, the look, what is behind a private link or a sign-in."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from starlette.routing import Route

from brand import Brand
from storage import Store
from web.desk import desk_routes
from web.downloads import download_routes
from web.health import health_routes
from web.look import look_routes
from web.sign_in import sign_in_routes
from web.work_account import WorkAccount

NO_FONTS: Final[Mapping[str, str]] = MappingProxyType({})


def prefix_of(base: str) -> str:
    """The path that everything is under, such as `/assess`; empty at a site's root."""
    return f"/{base.strip('/')}".rstrip("/")


def routes(
    store: Callable[[], Store],
    sheet: str,
    brand: Callable[[], Brand],
    work: WorkAccount,
    base: str = "",
    fonts: Mapping[str, str] = NO_FONTS,
) -> list[Route]:
    """All routes under the path `base`; `store` opens the store, `sheet` is the style sheet.

    `brand` gives the firm's name and look as they are now, `work` is Streamlit's own login, `fonts`
    the paths of Streamlit's, *sans* and *serif*.
    """
    prefix = prefix_of(base)
    return [
        *health_routes(prefix, store),
        *look_routes(prefix, sheet, lambda: brand().logo, fonts),
        *download_routes(prefix, store, brand),
        *sign_in_routes(prefix, store, brand, work),
        *desk_routes(prefix, store, brand),
    ]
