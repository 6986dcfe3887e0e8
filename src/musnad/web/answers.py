"""Answers: a template made into a page, with a mark by which a browser asks whether it changed."""

from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from musnad.web.ui import Ui

_CACHED = "private, no-cache"


def page(request: Request, ui: Ui, template: str, *, status: int = 200, **context: object) -> Response:
    """Return a page. One that a browser holds already is not sent again."""
    text = ui.desk.templates.get_template(template).render(ui=ui, **context)
    response = HTMLResponse(text, status)
    response.headers["vary"] = "Cookie, Accept-Language"
    return marked(request, response)


def marked(request: Request, response: Response) -> Response:
    """Return a response with its ETag, or in place of it word that the one that the browser holds still stands."""
    tag = f'"{blake2b(bytes(response.body), digest_size=12).hexdigest()}"'
    response.headers["etag"] = tag
    response.headers["cache-control"] = _CACHED
    known = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if response.status_code == 200 and request.method in {"GET", "HEAD"} and (tag in known or "*" in known):  # noqa: PLR2004
        kept = {name: value for name, value in response.headers.items() if name in {"etag", "cache-control", "vary"}}
        return Response(status_code=304, headers=kept)
    return response
