"""The map of events over the API: where they were, with coordinates."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, Response

from musnad.web.answers import marked
from musnad.web.api import forms
from musnad.web.api.downloads import FILES, Ending, file
from musnad.web.api.finds import coverage_json
from musnad.web.asking import Asked
from musnad.web.desk import Desk
from musnad.web.problems import documented
from musnad.web.views.map import events_map


class Place(forms.Form):
    """A place, with how many events were there; it has coordinates where musnad knows them."""

    id: str
    name: str
    events: int
    latitude: float | None
    longitude: float | None


class Places(forms.Form):
    """Where events were: `total` fit, `placed` of them have a place with coordinates."""

    asked: dict[str, Any]
    total: int
    placed: int
    places: list[Place]
    coverage: forms.Coverage


def router(desk: Desk) -> APIRouter:
    """Return the operations."""
    found = APIRouter(prefix="/api", tags=["finds"], responses=documented(422, 503))

    @found.get("/map", response_model=Places, summary="Where events were, those of most events first.")
    def places(request: Request, asked: Annotated[Asked, Depends()]) -> Response:
        with desk.pool.collection() as collection:
            view = events_map(collection, asked)
        value = {name: getattr(view, name) for name in ("total", "placed")}
        value |= {"asked": dict(view.asked), "places": [asdict(each) for each in view.places]}
        return marked(request, JSONResponse(value | {"coverage": coverage_json(view.coverage)}))

    @found.get("/map.{ending}", response_class=Response, responses=FILES, summary="Download the places of events.")
    def download(ending: Ending, asked: Annotated[Asked, Depends()]) -> Response:
        with desk.pool.collection() as collection:
            return file("places", events_map(collection, asked).places, ending)

    return found
