"""Who may write: whoever knows the token. Nothing is kept on the server; what is signed with the token is believed."""

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256
from time import time

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "musnad-session"
LASTS = 12 * 3600
"""Seconds that a session lasts."""


@dataclass(frozen=True, slots=True)
class Session:
    """A reader who may write; `csrf` is what his own forms carry and another site cannot know."""

    csrf: str


class Sessions:
    """Begins, recognises and ends sessions of one token; without a token there are none."""

    def __init__(self, token: str | None) -> None:
        """Take the token."""
        self._token = token

    def knows(self, token: str) -> bool:
        """Say whether this is the token, in a time that tells nothing."""
        return self._token is not None and hmac.compare_digest(token.encode(), self._token.encode())

    def begin(self, response: Response, *, is_secure: bool) -> None:
        """Let the browser to which the response goes write."""
        value = f"{int(time()) + LASTS}.{secrets.token_urlsafe(16)}"
        response.set_cookie(
            COOKIE,
            f"{value}.{self._signed('session', value)}",
            max_age=LASTS,
            httponly=True,
            samesite="strict",
            secure=is_secure,
        )

    def of(self, request: Request) -> Session | None:
        """Return the session of a request, None where there is none or it has ended."""
        value, _, signature = request.cookies.get(COOKIE, "").rpartition(".")
        if self._token is None or not hmac.compare_digest(signature.encode(), self._signed("session", value).encode()):
            return None
        end = value.partition(".")[0]
        return Session(self._signed("form", value)) if end.isdecimal() and int(end) > time() else None

    def may_post(self, request: Request, csrf: str) -> bool:
        """Say whether a form was sent by a page of ours to somebody who may write."""
        session = self.of(request)
        return session is not None and hmac.compare_digest(session.csrf.encode(), csrf.encode())

    def may_call(self, request: Request) -> bool:
        """Say whether a call of the API carries the token."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self.knows(token.strip())

    def _signed(self, what: str, value: str) -> str:
        return hmac.new((self._token or "").encode(), f"{what}:{value}".encode(), sha256).hexdigest()
