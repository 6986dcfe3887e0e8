"""Stories, what is claimed in them and what stands behind it, copies side by side, and who takes from whom."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from musnad.query import Collection
from musnad.web.answers import page
from musnad.web.desk import Desk
from musnad.web.ui import ui_of
from musnad.web.views.claim import claim
from musnad.web.views.sources import drawn
from musnad.web.views.story import comparison, story

_LISTED = 20
_CLAIMS = 15
_DAYS = 14
"""Of the source graph, where no days are asked for: as many up to the newest that is held."""


def router(desk: Desk) -> APIRouter:
    """Return the pages."""
    found = APIRouter(include_in_schema=False)
    lexicon = desk.engine.lexicon

    @found.get("/stories")
    def _stories(
        request: Request,
        since: date | None = None,
        until: date | None = None,
        least: Annotated[int, Query(ge=1, le=1000)] = 2,
        after: Annotated[str | None, Query(max_length=80)] = None,
    ) -> Response:
        with desk.pool.collection() as collection:
            view = collection.stories(iso(since), iso(until), least=least, after=after, limit=_LISTED)
        asked = {"since": iso(since), "until": iso(until), "least": least}
        return page(request, ui_of(request, desk, "stories"), "stories.html", view=view, asked=asked)

    @found.get("/story/{key}")
    def _story(request: Request, key: str, claims: Annotated[int, Query(ge=1, le=1000)] = _CLAIMS) -> Response:
        with desk.pool.collection() as collection:
            view = story(collection, key, lexicon, claims)
        if view.address != key:  # the story of an article, or one that has another id by now
            return RedirectResponse(f"/story/{view.address}", 303)
        return page(request, ui_of(request, desk, "stories"), "story.html", view=view)

    @found.get("/claim/{story_key}/{key}")
    def _claim(request: Request, story_key: str, key: str) -> Response:
        ui = ui_of(request, desk, "stories")
        with desk.pool.collection() as collection:
            view = claim(collection, story_key, key, mirrored=ui.direction == "rtl")
        return page(request, ui, "claim.html", view=view)

    @found.get("/compare/{first}/{second}")
    def _compare(request: Request, first: str, second: str) -> Response:
        with desk.pool.collection() as collection:
            view = comparison(collection, first, second, desk.engine)
        return page(request, ui_of(request, desk, "stories"), "compare.html", view=view)

    @found.get("/sources")
    def _sources(request: Request, since: date | None = None, until: date | None = None) -> Response:
        ui = ui_of(request, desk, "sources")
        with desk.pool.collection(seconds=desk.site.download_seconds) as collection:
            days = window(collection, since, until)
            view = drawn(collection.sources(*days), *days, mirrored=ui.direction == "rtl")
        return page(request, ui, "sources.html", view=view)

    return found


def window(collection: Collection, since: date | None, until: date | None) -> tuple[str, str]:
    """Return the days of the source graph: those that are asked for, else the last ones that are held."""
    newest = max((held.last for held in collection.coverage() if held.last), default="9999-12-31")
    end = until or date.fromisoformat(newest)
    start = since or (end - timedelta(days=_DAYS) if end > date.min + timedelta(days=_DAYS) else date.min)
    return start.isoformat(), end.isoformat()


def iso(day: date | None) -> str | None:
    """Return a day as a collection is asked for it."""
    return None if day is None else day.isoformat()
