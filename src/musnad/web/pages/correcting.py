"""Signing in with the token, and an analyst's decisions: made and undone where the thing is shown."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from musnad.web.answers import page
from musnad.web.desk import Desk
from musnad.web.pages.forms import local, must_be_ours
from musnad.web.sessions import COOKIE, Sessions
from musnad.web.ui import ui_of
from musnad.web.views import desk_lists
from musnad.web.writing import Kind, keep, undo

_Short = Annotated[str, Form(max_length=400)]


def router(desk: Desk) -> APIRouter:
    """Return the pages."""
    found = APIRouter(include_in_schema=False)
    sessions = Sessions(desk.site.token)

    @found.get("/sign-in")
    def _form(request: Request, back: str = "/") -> Response:
        return page(request, ui_of(request, desk), "sign_in.html", back=local(back), is_wrong=False)

    @found.post("/sign-in")
    def _sign_in(request: Request, token: _Short = "", back: _Short = "/") -> Response:
        if not sessions.knows(token):
            return page(request, ui_of(request, desk), "sign_in.html", status=403, back=local(back), is_wrong=True)
        response = RedirectResponse(local(back), 303)
        sessions.begin(response, is_secure=desk.site.is_secure)
        return response

    @found.post("/sign-out")
    def _sign_out(request: Request, csrf: _Short = "") -> Response:
        must_be_ours(desk, request, csrf)
        response = RedirectResponse("/", 303)
        response.delete_cookie(COOKIE)
        return response

    @found.get("/corrections")
    def _list(request: Request) -> Response:
        with desk.pool.collection() as collection:
            view = desk_lists.corrections(collection)
        return page(request, ui_of(request, desk, "corrections"), "corrections.html", view=view)

    @found.post("/corrections")
    def _correct(  # noqa: PLR0913, PLR0917 - one parameter a field of the form
        request: Request,
        kind: Annotated[Kind, Form()],
        subject: _Short,
        other: _Short = "",
        text: Annotated[str, Form(max_length=4000)] = "",
        csrf: _Short = "",
        back: _Short = "/corrections",
    ) -> Response:
        must_be_ours(desk, request, csrf)
        keep(desk, kind, subject.strip(), other.strip(), text)
        return RedirectResponse(local(back), 303)

    @found.post("/corrections/undo")
    def _undo(request: Request, key: _Short, csrf: _Short = "", back: _Short = "/corrections") -> Response:
        must_be_ours(desk, request, csrf)
        undo(desk, key)
        return RedirectResponse(local(back), 303)

    return found
