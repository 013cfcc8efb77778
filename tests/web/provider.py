"""An OpenID provider for tests: real keys, codes that open once, PKCE; it says what a test wants.

It stands for a firm's own. Whoever comes is signed in as `person` without being asked.
"""

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass, field
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.web.waiting import free_port, wait_until

CLIENT = "diagnostic"
SECRET = "a client's secret"
ANN = {"email": "ann@firm.example", "email_verified": True, "sub": "7", "name": "Ann"}


@dataclass
class Provider:
    """A provider on a port. `person` and `wrong` are claims, the second after all others.

    `key` signs; only `published` is given to who asks for keys. `refuses` is an error's name.
    """

    person: dict[str, Any] = field(default_factory=lambda: dict(ANN))
    wrong: dict[str, Any] = field(default_factory=dict)
    refuses: str = ""
    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        self.key = self.published = RSAKey.generate_key(2048, {"kid": "one"})
        self.codes: dict[str, dict[str, str]] = {}
        routes = [
            Route("/.well-known/openid-configuration", self._about),
            Route("/keys", self._keys),
            Route("/authorize", self._authorize),
            Route("/token", self._token, methods=["POST"]),
        ]
        settings = {"port": self.port, "log_level": "error", "lifespan": "off", "ws": "none"}
        self._server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), **settings))  # type: ignore[arg-type]
        self._thread = Thread(target=self._server.run, daemon=True)
        self._thread.start()
        assert wait_until(lambda: self._server.started)

    @property
    def issuer(self) -> str:
        """The provider's name, which is its address."""
        return f"http://127.0.0.1:{self.port}"

    def set_up(self, port: int, base: str = "") -> str:
        """The `[auth]` section for a diagnostic on a port under a path."""
        return (
            f'[auth]\nredirect_uri = "http://127.0.0.1:{port}{base}/oauth2callback"\n'
            f'cookie_secret = "{"c" * 32}"\nclient_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n'
            f'server_metadata_url = "{self.issuer}/.well-known/openid-configuration"\n'
        )

    def as_new(self) -> None:
        """Be honest again, about Ann."""
        self.person, self.wrong, self.refuses, self.key = dict(ANN), {}, "", self.published

    def close(self) -> None:
        """Stop listening."""
        self._server.should_exit = True
        self._thread.join(5)

    async def _about(self, request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def _keys(self, request: Request) -> Response:
        return JSONResponse({"keys": [self.published.as_dict(private=False)]})

    async def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        answer = {"state": asked["state"], "error": self.refuses}
        if not self.refuses:
            code = secrets.token_urlsafe()
            self.codes[code] = asked
            answer = {"state": asked["state"], "code": code}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 302)

    async def _token(self, request: Request) -> Response:
        form = dict(await request.form())
        asked = self.codes.pop(str(form["code"]), None)
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        digest = hashlib.sha256(str(form["code_verifier"]).encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        known = asked is not None and asked["code_challenge"] == challenge
        if not known or request.headers["authorization"] != f"Basic {basic}":
            return JSONResponse({"error": "invalid_grant"}, 400)
        assert asked is not None
        token = {"access_token": "a", "token_type": "Bearer", "id_token": self._signed(asked)}
        return JSONResponse(token)

    def _signed(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        made = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 600}
        claims = {**made, "nonce": asked["nonce"], **self.person, **self.wrong}
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
