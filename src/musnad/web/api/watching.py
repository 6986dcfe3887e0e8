"""Saved questions over the API: saved, asked for what is new, told to have been seen, removed."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse, Response

from musnad.web.answers import marked
from musnad.web.api import forms
from musnad.web.api.finds import item_json
from musnad.web.api.tokens import must_know
from musnad.web.asking import Asked
from musnad.web.desk import Desk
from musnad.web.problems import documented
from musnad.web.views import desk_lists
from musnad.web.watching import LONGEST, Watched, remove, save, seen


class Watch(forms.Form):
    """A saved question."""

    name: str
    of: str
    asked: dict[str, Any]


class News(forms.Form):
    """What is new to a saved question since its last report, up to `mark`."""

    watch: Watch
    items: list[dict[str, Any]]
    mark: int


class NewWatch(BaseModel):
    """A question to save: `asked` are parameters of the search, as `q` or `since`."""

    name: str = Field(min_length=1, max_length=LONGEST)
    of: Watched
    asked: Asked = Field(default_factory=Asked)


class Mark(BaseModel):
    """Up to where what is new was seen."""

    mark: Annotated[int, Field(ge=0, lt=1 << 62)]


def router(desk: Desk) -> APIRouter:
    """Return the operations."""
    found = APIRouter(prefix="/api", tags=["desk"], responses=documented(422, 503))
    missing, refused = documented(404), documented(401, 409)

    @found.get("/watches", response_model=list[Watch], summary="The saved questions.")
    def watches(request: Request) -> Response:
        with desk.pool.collection() as collection:
            view = desk_lists.watches(collection)
        return marked(request, JSONResponse([_watch(each) for each in view]))

    @found.post("/watches", response_model=Watch, status_code=201, summary="Save a question.", responses=refused)
    def keep(request: Request, sent: NewWatch) -> Response:
        must_know(desk, request)
        save(desk, sent.name, sent.of, sent.asked)
        return JSONResponse({"name": sent.name, "of": sent.of, "asked": sent.asked.of(sent.of).values()}, 201)

    @found.get("/watches/{name}", response_model=News, summary="What is new to a saved question.", responses=missing)
    def watch(request: Request, name: str) -> Response:
        with desk.pool.collection() as collection:
            view = desk_lists.watch(collection, name)
        if view is None:
            raise HTTPException(404, f"no watch is called {name!r}")
        items = [item_json(each.find, desk) for each in view.found]
        return marked(request, JSONResponse({"watch": _watch(view.watch), "items": items, "mark": view.mark}))

    @found.post(
        "/watches/{name}/seen",
        status_code=204,
        summary="Say that what is new up to a mark was seen.",
        responses=refused | missing,
    )
    def look(request: Request, name: str, sent: Mark) -> Response:
        must_know(desk, request)
        seen(desk, name, sent.mark)
        return Response(status_code=204)

    @found.delete("/watches/{name}", status_code=204, summary="Remove a saved question.", responses=refused | missing)
    def forget(request: Request, name: str) -> Response:
        must_know(desk, request)
        remove(desk, name)
        return Response(status_code=204)

    return found


def _watch(found: desk_lists.Watch) -> dict[str, Any]:
    return {"name": found.name, "of": found.of, "asked": dict(found.asked)}
