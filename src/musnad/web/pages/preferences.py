"""What a reader prefers, language and colours, kept in a cookie of his own."""

from fastapi import APIRouter, HTTPException
from starlette.responses import RedirectResponse, Response

from musnad.web.desk import Desk
from musnad.web.pages.forms import local
from musnad.web.ui import LANGUAGE, THEME, THEMES
from musnad.web.wording import LANGUAGES

_YEAR = 365 * 24 * 3600


def router(desk: Desk) -> APIRouter:
    """Return the addresses."""
    found = APIRouter(include_in_schema=False)

    @found.get("/language/{value}")
    def _language(value: str, back: str = "/") -> Response:
        return _kept(desk, LANGUAGE, value, LANGUAGES, back)

    @found.get("/theme/{value}")
    def _theme(value: str, back: str = "/") -> Response:
        return _kept(desk, THEME, value, THEMES, back)

    return found


def _kept(desk: Desk, cookie: str, value: str, allowed: tuple[str, ...], back: str) -> Response:
    if value not in allowed:
        raise HTTPException(404, f"one of {', '.join(allowed)}, not {value}")
    response = RedirectResponse(local(back), 303)
    response.set_cookie(cookie, value, max_age=_YEAR, samesite="lax", httponly=True, secure=desk.site.is_secure)
    return response
