"""Who a request comes from, for the routes of the consultant's workspace."""

from starlette.requests import Request

from access import COOKIE, access
from storage.desk import Desk


def consultant_of(request: Request, desk: Desk) -> str | None:
    """The consultant whose cookie the request brings; `None` for anybody else.

    The store is asked every time, so a sign-in that has ended or expired opens nothing. Raises
    `StoreFault` if it cannot be asked.
    """
    token = request.cookies.get(COOKIE)
    found = desk.sign_ins.who(token) if token else None
    return found.identity if found and access().how(found.identity, found.under) else None
