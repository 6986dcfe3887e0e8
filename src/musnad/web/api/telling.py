"""Stories and what is claimed in them over the API, two copies compared, and who takes from whom."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response

from musnad.claims.jsonio import graph_to_json
from musnad.corpus.copies import compare
from musnad.corpus.jsonio import diff_to_json
from musnad.model import Document
from musnad.query import account_to_json, found_story_to_json
from musnad.web.answers import marked
from musnad.web.api import forms
from musnad.web.desk import Desk
from musnad.web.pages.telling import window
from musnad.web.problems import documented


class Stories(forms.Form):
    """A page of stories, those of latest news first."""

    items: list[dict[str, Any]]
    total: int
    after: str | None
    articles: int
    publishers: int
    waiting: int


class Account(forms.Form):
    """A story with all that is claimed in it: `musnad.account/1`."""

    format: str
    story: dict[str, Any]
    propositions: list[dict[str, Any]]
    readouts: dict[str, Any]


def router(desk: Desk) -> APIRouter:
    """Return the operations."""
    found = APIRouter(prefix="/api", tags=["stories"], responses=documented(422, 503))
    missing = documented(404)

    @found.get("/stories", response_model=Stories, summary="Stories: articles about one happening.")
    def stories(
        request: Request,
        since: date | None = None,
        until: date | None = None,
        least: Annotated[int, Query(ge=1, le=1000)] = 2,
        after: Annotated[str | None, Query(max_length=80)] = None,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
    ) -> Response:
        days = (None if since is None else since.isoformat(), None if until is None else until.isoformat())
        with desk.pool.collection() as collection:
            view = collection.stories(*days, least=least, after=after, limit=limit)
        value = {name: getattr(view, name) for name in ("total", "after", "articles", "publishers", "waiting")}
        return marked(request, JSONResponse({"items": [found_story_to_json(each) for each in view.items]} | value))

    @found.get(
        "/stories/{key}",
        response_model=Account,
        summary="A story, or that of an article, with its claims, origins, routes and readouts.",
        responses=missing,
    )
    def account(request: Request, key: str) -> Response:
        with desk.pool.collection() as collection:
            return marked(request, JSONResponse(account_to_json(collection.account(key))))

    @found.get("/compare/{first}/{second}", summary="What two articles share, and the edits.", responses=missing)
    def comparison(first: str, second: str) -> dict[str, Any]:
        with desk.pool.collection() as collection:
            one, two = collection.reading(first), collection.reading(second)
        known = {Document.of(each.article).id: each for each in (one, two)}
        found = compare(one, two, lambda article: known[Document.of(article).id], desk.engine.lexicon)
        return diff_to_json(found, (one, two))

    @found.get("/sources", summary="Who takes from whom, of the last days that are held or of others.")
    def sources(request: Request, since: date | None = None, until: date | None = None) -> Response:
        with desk.pool.collection(seconds=desk.site.download_seconds) as collection:
            graph = collection.sources(*window(collection, since, until))
        return marked(request, JSONResponse(graph_to_json(graph)))

    return found
