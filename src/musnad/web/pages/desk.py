"""What a desk looks at every day: somebody, what came in, coverage, rejections."""

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from musnad.query import refusals
from musnad.web.answers import page
from musnad.web.desk import Desk
from musnad.web.ui import ui_of
from musnad.web.views import desk_lists
from musnad.web.views.day import day
from musnad.web.views.entity import entity


def router(desk: Desk) -> APIRouter:
    """Return the pages."""
    found = APIRouter(include_in_schema=False)

    @found.get("/entity/{key:path}")
    def _entity(request: Request, key: str) -> Response:
        ui = ui_of(request, desk, "search")
        with desk.pool.collection() as collection:
            view = entity(collection, key, mirrored=ui.direction == "rtl")
        return page(request, ui, "entity.html", view=view)

    @found.get("/today")
    def _today(request: Request, day_: Annotated[date | None, Query(alias="day")] = None) -> Response:
        now = datetime.now(UTC).date()  # noqa: TID251 - a page about today cannot be told which day it is
        with desk.pool.collection() as collection:
            view = day(collection, day_, now)
        return page(request, ui_of(request, desk, "today"), "day.html", view=view)

    @found.get("/coverage")
    def _coverage(request: Request) -> Response:
        with desk.pool.collection() as collection:
            view = desk_lists.coverage(collection)
        return page(request, ui_of(request, desk, "coverage"), "coverage.html", view=view)

    @found.get("/rejections")
    def _rejections(
        request: Request,
        reason: Annotated[str | None, Query(max_length=40)] = None,
        after: Annotated[int, Query(ge=0, lt=1 << 62)] = 0,
    ) -> Response:
        with desk.pool.collection() as collection:
            view = refusals(collection, reason, after)
        return page(request, ui_of(request, desk, "rejections"), "rejections.html", view=view, reason=reason)

    return found
