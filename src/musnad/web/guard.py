"""The guard before everything: who asks under which name, how much is sent, and what a browser may do with an answer.

Pages hold text of strangers. Should an error let markup through, the policy lets it load, run and send nothing.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from musnad.web.problems import problem
from musnad.web.site import Site

_SOURCES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
POLICY = "; ".join(_SOURCES)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class _TooLargeError(Exception):
    """More was sent than is taken."""


class Guard:
    """Answers only what is asked under a known name and from no other site, and adds the headers of `HEADERS`."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        """Stand before an application."""
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = False

        async def guarded(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                headers = MutableHeaders(raw=message["headers"])
                for name, value in HEADERS.items():
                    headers[name] = value
                message["headers"] = headers.raw
            await send(message)

        if scope["method"] == "GET" and not scope["path"].startswith("/api/"):
            # A form sends the fields that nobody filled in; who asks for nothing in particular leaves them out.
            asked = [part for part in scope["query_string"].split(b"&") if not part.endswith(b"=")]
            scope = {**scope, "query_string": b"&".join(asked)}
        headers = Headers(scope=scope)
        refused = self._refused(scope["method"], headers)
        if refused is not None:
            await problem(*refused)(scope, receive, guarded)
            return
        try:
            await self._app(scope, self._counted(receive), guarded)
        except _TooLargeError:
            if began:
                raise
            await problem(413, f"at most {self._site.max_body:,} bytes are taken")(scope, receive, guarded)

    def _refused(self, method: str, headers: Headers) -> tuple[int, str] | None:
        """Return status and reason where a request is none for us."""
        host = _name(headers.get("host", ""))
        if host not in self._site.hosts:
            return 421, f"this is not {host or 'a host without a name'}; see --allow-host"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._site.max_body:
            return 413, f"at most {self._site.max_body:,} bytes are taken"
        if method in _CHANGING and headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return 403, "this was sent from another site"
        return None

    def _counted(self, receive: Receive) -> Receive:
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._site.max_body:
                raise _TooLargeError
            return message

        return counted


def _name(host: str) -> str:
    """Return the name of a host without its port; that of an IPv6 address with its brackets.

    >>> _name("localhost:8080"), _name("[::1]:8080")
    ('localhost', '[::1]')
    """
    end = host.find("]") + 1 if host.startswith("[") else host.find(":")
    return (host[:end] if end > 0 else host).lower()
