"""Saved questions: listed, looked at for what is new; saved from a search, told to have been seen, removed."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Form, HTTPException, Request
from pydantic import TypeAdapter, ValidationError
from starlette.responses import RedirectResponse, Response

from musnad.web.answers import page
from musnad.web.asking import Asked
from musnad.web.desk import Desk
from musnad.web.pages.forms import must_be_ours
from musnad.web.ui import ui_of
from musnad.web.views import desk_lists
from musnad.web.watching import LONGEST, Watched, remove, save, seen

_Name = Annotated[str, Form(max_length=LONGEST)]
_Csrf = Annotated[str, Form(max_length=400)]
_LONGEST = 4_000  # characters of a question
_ASKED = TypeAdapter(Asked)


def router(desk: Desk) -> APIRouter:
    """Return the pages."""
    found = APIRouter(include_in_schema=False)

    @found.get("/watches")
    def _watches(request: Request) -> Response:
        with desk.pool.collection() as collection:
            view = desk_lists.watches(collection)
        return page(request, ui_of(request, desk, "watches"), "watches.html", view=view)

    @found.post("/watches")
    def _save(
        request: Request,
        name: _Name,
        of: Annotated[Watched, Form()],
        asked: Annotated[str, Form(max_length=_LONGEST)] = "",
        csrf: _Csrf = "",
    ) -> Response:
        must_be_ours(desk, request, csrf)
        save(desk, name, of, _asked(asked))
        return RedirectResponse("/watches", 303)

    @found.post("/watches/seen")
    def _seen(
        request: Request, name: _Name, mark: Annotated[int, Form(ge=0, lt=1 << 62)], csrf: _Csrf = ""
    ) -> Response:
        must_be_ours(desk, request, csrf)
        seen(desk, name, mark)
        return RedirectResponse("/watches", 303)

    @found.post("/watches/remove")
    def _remove(request: Request, name: _Name, csrf: _Csrf = "") -> Response:
        must_be_ours(desk, request, csrf)
        remove(desk, name)
        return RedirectResponse("/watches", 303)

    @found.get("/watches/{name:path}")
    def _watch(request: Request, name: str) -> Response:
        with desk.pool.collection() as collection:
            view = desk_lists.watch(collection, name)
        if view is None:
            raise HTTPException(404, f"no watch is called {name!r}")
        return page(request, ui_of(request, desk, "watches"), "watch.html", view=view)

    return found


def _asked(query: str) -> Asked:
    """Return the limits that the query of a search holds."""
    try:
        return _ASKED.validate_python(dict(parse_qsl(query)))
    except ValidationError as error:
        raise HTTPException(422, str(error.errors()[0]["msg"])) from error
