"""Stories and what is claimed in them over the API, two copies compared, and who takes from whom."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response

from musnad.claims.jsonio import graph_to_json, proposition_to_json
from musnad.corpus.jsonio import diff_to_json
from musnad.query import Collection, FoundStory, account_to_json, claims, evidence, found_story_to_json
from musnad.web.answers import marked
from musnad.web.api import forms
from musnad.web.api.downloads import FILES, Ending, file
from musnad.web.desk import Desk
from musnad.web.pages.telling import iso, window
from musnad.web.problems import documented
from musnad.web.views.story import account_of, compared

_AT_ONCE = 200  # stories that are asked for at once


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


class Sources(forms.Form):
    """How many there are at least and at most, and which ones."""

    names: list[str]
    least: int
    most: int
    found: list[dict[str, Any]]


class Claim(forms.Form):
    """What is claimed and what stands behind it, as in `musnad.account/1`."""

    id: str
    story: str
    kind: str
    text: str
    articles: int
    copies: int
    origins: Sources
    routes: Sources
    grade: str
    evidence: list[dict[str, Any]]


class Graph(forms.Form):
    """Who takes from whom: `musnad.sources/1`."""

    format: str
    documents: int
    outlets: list[dict[str, Any]]
    flows: list[dict[str, Any]]


_Least = Annotated[int, Query(ge=1, le=1000, description="Articles that a story has at least.")]


def router(desk: Desk) -> APIRouter:
    """Return the operations."""
    found = APIRouter(prefix="/api", tags=["stories"], responses=documented(422, 503))
    _add_stories(found, desk)
    _add_claims(found, desk)
    _add_sources(found, desk)
    return found


def _add_stories(found: APIRouter, desk: Desk) -> None:
    @found.get("/stories", response_model=Stories, summary="Stories: articles about one happening.")
    def stories(
        request: Request,
        since: date | None = None,
        until: date | None = None,
        least: _Least = 2,
        after: Annotated[str | None, Query(max_length=80)] = None,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
    ) -> Response:
        with desk.pool.collection() as collection:
            view = collection.stories(iso(since), iso(until), least=least, after=after, limit=limit)
        value = {name: getattr(view, name) for name in ("total", "after", "articles", "publishers", "waiting")}
        return marked(request, JSONResponse({"items": [found_story_to_json(each) for each in view.items]} | value))

    @found.get("/stories.{ending}", response_class=Response, responses=FILES, summary="Download all stories that fit.")
    def downloaded(ending: Ending, since: date | None = None, until: date | None = None, least: _Least = 2) -> Response:
        with desk.pool.collection(seconds=desk.site.download_seconds) as collection:
            return file("stories", _all(collection, (iso(since), iso(until)), least), ending)


def _add_claims(found: APIRouter, desk: Desk) -> None:
    missing = documented(404)

    @found.get(
        "/stories/{key}",
        response_model=Account,
        summary="A story, or that of an article, with its claims, origins, routes and readouts.",
        responses=missing,
    )
    def account(request: Request, key: str) -> Response:
        with desk.pool.collection() as collection:
            return marked(request, JSONResponse(account_to_json(account_of(collection, key))))

    @found.get(
        "/stories/{key}/claims.{ending}",
        response_class=Response,
        responses=FILES | missing,
        summary="Download what is claimed in a story.",
    )
    def all_claims(key: str, ending: Ending) -> Response:
        with desk.pool.collection() as collection:
            return file("claims", claims(account_of(collection, key)), ending)

    @found.get(
        "/stories/{key}/evidence.{ending}",
        response_class=Response,
        responses=FILES | missing,
        summary="Download every place in which something is claimed in a story.",
    )
    def all_evidence(key: str, ending: Ending) -> Response:
        with desk.pool.collection() as collection:
            return file("evidence", evidence(account_of(collection, key)), ending)

    @found.get(
        "/claims/{story}/{key}",
        response_model=Claim,
        summary="A claim of a story: its places, origins and routes.",
        responses=missing,
    )
    def claim(request: Request, story: str, key: str) -> Response:
        with desk.pool.collection() as collection:
            account = account_of(collection, story)
        return marked(request, JSONResponse(proposition_to_json(account.proposition(key), account.texts)))

    @found.get("/compare/{first}/{second}", summary="What two articles share, and the edits.", responses=missing)
    def comparison(first: str, second: str) -> dict[str, Any]:
        with desk.pool.collection() as collection:
            one, two, found = compared(collection, first, second, desk.engine)
        return diff_to_json(found, (one, two))


def _add_sources(found: APIRouter, desk: Desk) -> None:
    @found.get(
        "/sources", response_model=Graph, summary="Who takes from whom, of the last days that are held or of others."
    )
    def sources(request: Request, since: date | None = None, until: date | None = None) -> Response:
        with desk.pool.collection(seconds=desk.site.download_seconds) as collection:
            graph = collection.sources(*window(collection, since, until))
        return marked(request, JSONResponse(graph_to_json(graph)))

    for of in ("flows", "outlets"):
        found.add_api_route(
            f"/sources/{of}.{{ending}}",
            _graph_file(desk, of),
            summary=f"Download the {of} of the source graph.",
            operation_id=f"sources_{of}",
            response_class=Response,
            responses=FILES,
        )


def _graph_file(desk: Desk, of: str) -> Callable[..., Response]:
    def answer(ending: Ending, since: date | None = None, until: date | None = None) -> Response:
        with desk.pool.collection(seconds=desk.site.download_seconds) as collection:
            return file(of, getattr(collection.sources(*window(collection, since, until)), of), ending)

    return answer


def _all(collection: Collection, days: tuple[str | None, str | None], least: int) -> Iterator[FoundStory]:
    """Yield all stories that fit."""
    after: str | None = None
    while True:
        page = collection.stories(*days, least=least, after=after, limit=_AT_ONCE)
        yield from page.items
        if page.after is None:
            return
        after = page.after
