"""What is said on the way in and out, as plain HTML."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from access import access
from brand import Brand
from storage import StoreFault
from web.plain import no_such_page, plain_page
from web.work_account import WorkAccount

FIRST: Final = "shared"
"""The page of the workspace that one comes to without another wish."""
FOREIGN: Final = (
    "<p>This form was sent from another site, so nothing was done. Please open the sign-in page "
    "here and try again. If you did, the proxy in front may not pass the Host header on.</p>"
)
NOT_NOW: Final = "<p>Signing in cannot be reached right now. Please try again in a minute.</p>"

ALERT: Final = '<p class="wrong" role="alert" tabindex="-1" autofocus>'
"""Begins what went wrong; the focus starts there, so that a screen reader says it first."""

Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The pages under the path `prefix`, in the look of the firm."""

    prefix: str
    brand: Callable[[], Brand]
    work: WorkAccount

    def guarded(self, answer: Answer) -> Answer:
        """`answer`, but 404 while nobody could sign in, and a plain page when the store fails."""

        async def answered(request: Request) -> Response:
            if access().passphrase is None and not self.work.is_on():
                return no_such_page(self.brand(), self.prefix)
            try:
                return await answer(request)
            except StoreFault:
                return self._page("Sign in", NOT_NOW, 503)

        return answered

    def address(self, wanted: str | None) -> str:
        """The full path of the page that somebody asked for, or of the first."""
        return f"{self.prefix}/{wanted or FIRST}"

    def form(
        self,
        wanted: str | None,
        status: int = 200,
        wrong: str = "",
        out: bool = False,
        **headers: str,
    ) -> Response:
        """The ways to sign in, with what was wrong the time before."""
        told = '<p class="told" role="status">You are signed out in every tab.</p>' if out else ""
        passphrase = access().passphrase is not None
        body = told + (self._passphrase(wanted, wrong) if passphrase else "")
        if wrong and not passphrase:
            body += f"{ALERT}{escape(wrong)}</p>"
        if self.work.is_on():
            body += self._work(wanted, "or" if passphrase else "")
        return self._page("Sign in", body, status, **headers)

    def _passphrase(self, wanted: str | None, wrong: str) -> str:
        said = f'<p class="wrong" id="wrong" role="alert">{escape(wrong)}</p>' if wrong else ""
        marked = ' aria-invalid="true" aria-describedby="wrong"' if wrong else ""
        return (
            f'<form method="post" action="{escape(self.prefix)}/signin">'
            f'<input type="hidden" name="next" value="{escape(wanted or "")}">'
            '<label for="passphrase">Passphrase</label>'
            '<input id="passphrase" name="passphrase" type="password" required autofocus '
            f'autocomplete="current-password" maxlength="1000"{marked}>{said}'
            "<button>Sign in</button></form>"
        )

    def _work(self, wanted: str | None, kind: str) -> str:
        query = f"?{urlencode({'next': wanted})}" if wanted else ""
        link = f"{escape(self.prefix)}/signin/work{escape(query)}"
        return (
            f'<p class="{kind}"><a class="button" href="{link}">Sign in with your work account</a>'
            "</p>"
        )

    def early(self, wanted: str | None, seconds: int) -> Response:
        """The form again, when it is too early for another try."""
        unit = "second" if seconds == 1 else "seconds"
        wrong = f"Too many tries. Try again in {seconds} {unit}."
        return self.form(wanted, 429, wrong, Retry_After=str(seconds))

    def foreign(self) -> Response:
        """What is said to a form that another site sent."""
        return self._page("Sign in", FOREIGN, 403)

    def not_listed(self) -> Response:
        """What is said to a work account that may not sign in."""
        said = (
            f"{ALERT}This account may not see the workspace. Either its "
            "address is not on the list, or your provider has not verified it. Ask whoever runs "
            "this diagnostic.</p>"
            f'<p><a class="button" href="{escape(self.prefix)}/signin">Try again</a></p>'
        )
        return self._page("Sign in", said, 403)

    def way_out(self) -> Response:
        """The button that signs out."""
        return self._page(
            "Sign out",
            "<p>This ends your sign-in in every tab.</p>"
            f'<form method="post" action="{escape(self.prefix)}/signout">'
            "<button>Sign out</button></form>",
        )

    def _page(self, title: str, body: str, status: int = 200, **headers: str) -> Response:
        return plain_page(title, body, self.brand(), self.prefix, status, **headers)
