"""Search, and the pages of articles and facts to which it leads."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from musnad.web.answers import page
from musnad.web.asking import Asked, Of
from musnad.web.desk import Desk
from musnad.web.ui import ui_of
from musnad.web.views.article import stored_article
from musnad.web.views.fact import fact
from musnad.web.views.map import events_map
from musnad.web.views.search import search

_Words = Annotated[str | None, Query(max_length=300)]


def router(desk: Desk) -> APIRouter:
    """Return the pages."""
    found = APIRouter(include_in_schema=False)

    @found.get("/")
    def _search(
        request: Request, asked: Annotated[Asked, Depends()], of: Of = "statements", after: _Words = None
    ) -> Response:
        with desk.pool.collection() as collection:
            view = search(collection, of, asked, after)
        return page(request, ui_of(request, desk, "search"), "search.html", view=view)

    @found.get("/map")
    def _map(request: Request, asked: Annotated[Asked, Depends()]) -> Response:
        with desk.pool.collection() as collection:
            view = events_map(collection, asked)
        return page(request, ui_of(request, desk, "map"), "map.html", view=view)

    @found.get("/article/{key:path}")
    def _article(request: Request, key: str, q: _Words = None) -> Response:
        with desk.pool.collection() as collection:
            view = stored_article(collection, key, q)
        return page(request, ui_of(request, desk, "search"), "article.html", view=view)

    @found.get("/statement/{key}")
    @found.get("/event/{key}")
    def _fact(request: Request, key: str) -> Response:
        with desk.pool.collection() as collection:
            view = fact(collection, key, desk.engine)
        return page(request, ui_of(request, desk, "search"), "fact.html", view=view)

    return found
