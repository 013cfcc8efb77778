"""Who a request comes from, for the routes of the consultant's workspace."""

from typing import Final

from starlette.requests import Request

from storage.desk import Desk

COOKIE: Final = "consultant"


def consultant_of(request: Request, desk: Desk) -> str | None:
    """The consultant whose cookie the request brings; `None` for anybody else.

    Raises `StoreFault` if the store cannot be asked.
    """
    token = request.cookies.get(COOKIE)
    found = desk.sign_ins.who(token) if token else None
    return found.identity if found else None
