"""The style sheet and the firm's logo, each at an address that holds its version.

So a browser may keep them for ever and asks for neither again.
"""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

FOR_EVER: Final = {"Cache-Control": "public, max-age=31536000, immutable"}


def look_routes(prefix: str, sheet: str, logo: Callable[[], bytes | None]) -> list[Route]:
    """The routes under `prefix`; `logo` gives the firm's logo as it is now."""

    def look(request: Request) -> Response:
        """The style sheet."""
        return Response(sheet, 200, FOR_EVER, "text/css")

    def picture(request: Request) -> Response:
        """The firm's logo, a PNG."""
        content = logo()
        if content is None:
            return PlainTextResponse("Not found\n", 404)
        return Response(content, 200, FOR_EVER, "image/png")

    return [Route(f"{prefix}/look.css", look), Route(f"{prefix}/logo.png", picture)]
