"""Finds over the API: pages of statements, events, articles and people, their counts and facets, and downloads."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import JSONResponse, Response

from musnad.query import LOOKED_AT, Coverage, Found, FoundStatement, to_json
from musnad.web.answers import marked
from musnad.web.api import forms
from musnad.web.api.downloads import MEDIA, Ending, file
from musnad.web.asking import Asked, Of, question
from musnad.web.desk import Desk
from musnad.web.problems import documented

_LARGEST = 100
_PAGES: dict[Of, type[forms.Page]] = {
    "statements": forms.Statements,
    "events": forms.Events,
    "articles": forms.Articles,
    "people": forms.People,
}
_After = Annotated[str | None, Query(max_length=60, description="What the page before gave.")]
_Limit = Annotated[int, Query(ge=1, le=_LARGEST)]
_ASKED_WRONGLY = documented(422, 503)


def router(desk: Desk) -> APIRouter:
    """Return the operations."""
    found = APIRouter(prefix="/api", tags=["finds"])
    for of, form in _PAGES.items():
        _add(found, f"/{of}", _page(desk, of), form, f"Find {of}: newest first, people in most articles first.")
        _add(found, f"/{of}/counts", _counts(desk, of), forms.Counts, f"Count {of} by a group.")
        _add(found, f"/{of}/facets", _facets(desk, of), forms.Facets, f"Say by what {of} can be narrowed.")
        for ending, media in MEDIA.items():
            found.add_api_route(
                f"/{of}.{ending}",
                _download(desk, of, ending),
                summary=f"Download all {of} that fit.",
                operation_id=f"{of}_{ending}",
                response_class=Response,
                responses={**_ASKED_WRONGLY, 200: {"content": {media: {}}}},
            )
    return found


def _add(to: APIRouter, path: str, operation: Callable[..., Response], form: type[forms.Form], summary: str) -> None:
    name = path.strip("/").replace("/", "_")
    to.add_api_route(path, operation, summary=summary, operation_id=name, response_model=form, responses=_ASKED_WRONGLY)


def _page(desk: Desk, of: Of) -> Callable[..., Response]:
    def answer(
        request: Request, asked: Annotated[Asked, Depends()], after: _After = None, limit: _Limit = 20
    ) -> Response:
        with desk.pool.collection() as collection:
            page = collection.find(question(of, asked), after=after, limit=limit)
        value = {
            "format": "musnad.page/1",
            "of": of,
            "items": [item_json(item, desk) for item in page.items],
            "total": page.total,
            "after": page.after,
            "next": _next(request, page.after),
            "coverage": coverage_json(page.coverage),
        }
        return marked(request, JSONResponse(value))

    return answer


def _counts(desk: Desk, of: Of) -> Callable[..., Response]:
    def answer(
        request: Request,
        asked: Annotated[Asked, Depends()],
        by: Literal["day", "month", "publisher", "agency"] = "day",
    ) -> Response:
        with desk.pool.collection() as collection:
            count = collection.count(question(of, asked), by)
        groups = [{"name": name or None, "count": number} for name, number in count.groups]
        value = {"of": of, "by": by, "groups": groups, "coverage": coverage_json(count.coverage)}
        return marked(request, JSONResponse(value))

    return answer


def _facets(desk: Desk, of: Of) -> Callable[..., Response]:
    def answer(
        request: Request, asked: Annotated[Asked, Depends()], limit: Annotated[int, Query(ge=1, le=50)] = 8
    ) -> Response:
        with desk.pool.collection() as collection:
            found = collection.facets(question(of, asked), limit)
        value = {"of": of, "looked_at": LOOKED_AT, "facets": [asdict(each) for each in found]}
        return marked(request, JSONResponse(value))

    return answer


def _download(desk: Desk, of: Of, ending: Ending) -> Callable[..., Response]:
    def answer(asked: Annotated[Asked, Depends()]) -> Response:
        with desk.pool.collection(seconds=desk.site.download_seconds) as collection:
            return file(of, collection.all(question(of, asked)), ending)

    return answer


def item_json(item: Found, desk: Desk) -> dict[str, Any]:
    """Return a find as JSON values, the speaker's name in Latin script beside it."""
    value = to_json(item)
    if isinstance(item, FoundStatement):
        value["speaker_latin"] = (
            None if item.speaker is None else desk.latin.of(item.speaker, item.speaker_id, "person")
        )
    return value


def coverage_json(coverage: Coverage) -> dict[str, Any]:
    """Return coverage as JSON values."""
    return {
        "matched_publishers": coverage.matched,
        "articles": coverage.articles,
        "last_capture": coverage.last_capture,
        "publishers": [
            held | {name: held[name] or None for name in _MAYBE} for held in map(asdict, coverage.publishers)
        ],
    }


_MAYBE = ("publisher", "first", "last", "captured")


def _next(request: Request, after: str | None) -> str | None:
    if after is None:
        return None
    url = request.url.include_query_params(after=after)
    return f"{url.path}?{url.query}"
