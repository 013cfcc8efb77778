"""The style sheet and the firm's logo, each at an address that holds its version, and the fonts.

So a browser may keep the first two for ever and asks for neither again.
"""

from collections.abc import Callable, Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

FOR_EVER: Final = {"Cache-Control": "public, max-age=31536000, immutable"}
AN_HOUR: Final = {"Cache-Control": "public, max-age=3600"}


def look_routes(
    prefix: str, sheet: str, logo: Callable[[], bytes | None], fonts: Mapping[str, str]
) -> list[Route]:
    """The routes under `prefix`; `logo` gives the firm's logo as it is now.

    `fonts` are the paths of Streamlit's own, which change with its version, by the names of ours.
    """

    def look(request: Request) -> Response:
        """The style sheet."""
        return Response(sheet, 200, FOR_EVER, "text/css")

    def picture(request: Request) -> Response:
        """The firm's logo, a PNG."""
        content = logo()
        if content is None:
            return PlainTextResponse("Not found\n", 404)
        return Response(content, 200, FOR_EVER, "image/png")

    def font(request: Request) -> Response:
        """The way to a font, so that plain pages and Streamlit's share what the browser keeps."""
        path = fonts.get(request.path_params["name"])
        if path is None:
            return PlainTextResponse("Not found\n", 404)
        return RedirectResponse(f"{prefix}/{path}", 307, AN_HOUR)

    return [
        Route(f"{prefix}/look.css", look),
        Route(f"{prefix}/logo.png", picture),
        Route(f"{prefix}/font/{{name}}.woff2", font),
    ]
