"""Single records over the API: the reading of an article, a fact, a name, with provenance and evidence bundle."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from musnad.model import reading_to_json
from musnad.query import bundle, profile, prov
from musnad.query.bundle import facts_of
from musnad.store import UnknownIdError
from musnad.web.answers import marked
from musnad.web.api import forms
from musnad.web.api.finds import item_json
from musnad.web.desk import Desk
from musnad.web.problems import documented

_MISSING = documented(404, 422)
_LINKED: dict[int | str, dict[str, Any]] = {200: {"content": {"application/ld+json": {}}}}
_ZIP: dict[int | str, dict[str, Any]] = {200: {"content": {"application/zip": {}}}}


class Reading(forms.Form):
    """Everything that was read in one article: `musnad schema reading` describes all of it."""

    format: str
    id: str | None
    text: str
    statements: list[dict[str, Any]]
    events: list[dict[str, Any]]
    chain: list[dict[str, Any]]


class Fact(forms.Form):
    """A statement or event with the words of its evidence, as in `musnad.reading/1`."""

    kind: str
    id: str
    words: list[str]
    rule: str
    version: str


def router(desk: Desk) -> APIRouter:
    """Return the operations."""
    found = APIRouter(prefix="/api", tags=["records"], responses=_MISSING)

    @found.get(
        "/articles/{key}", response_model=Reading, summary="The whole reading of an article, by id of its version."
    )
    def article(request: Request, key: str) -> Response:
        with desk.pool.collection() as collection:
            return marked(request, JSONResponse(reading_to_json(collection.reading(key))))

    @found.get(
        "/articles/{key}/prov", response_class=Response, responses=_LINKED, summary="Its provenance as W3C PROV-O."
    )
    def provenance(request: Request, key: str) -> Response:
        with desk.pool.collection() as collection:
            found = prov(collection.reading(key), collection.captures(key), None)
        return marked(request, JSONResponse(found, media_type="application/ld+json"))

    @found.get("/statements/{key}", response_model=Fact, summary="A statement.")
    def statement(request: Request, key: str) -> Response:
        return _fact(desk, request, key)

    @found.get("/events/{key}", response_model=Fact, summary="An event.")
    def event(request: Request, key: str) -> Response:
        return _fact(desk, request, key)

    @found.get("/people/{key:path}", response_model=forms.Entity, summary="A person, body or place, by id.")
    def entity(request: Request, key: str) -> Response:
        with desk.pool.collection() as collection:
            return marked(request, JSONResponse(item_json(profile(collection, key), desk)))

    for kind in ("articles", "statements", "events"):
        found.add_api_route(
            f"/{kind}/{{key}}/bundle",
            _bundle(desk),
            summary="The evidence bundle: bytes, text, reading, facts, captures, provenance, and the hashes of all.",
            operation_id=f"{kind}_bundle",
            response_class=Response,
            responses=_ZIP,
        )
    return found


def _fact(desk: Desk, request: Request, key: str) -> Response:
    with desk.pool.collection() as collection:
        reading = collection.reading(key)
    facts = facts_of(reading, [key])
    if not facts:
        message = f"nothing has the id {key!r}"
        raise UnknownIdError(message)
    return marked(request, JSONResponse(facts[0] | {"version": reading.article.version}))


def _bundle(desk: Desk) -> Callable[..., Response]:
    def answer(key: str) -> Response:
        with TemporaryDirectory() as folder, desk.pool.collection() as collection:
            path = Path(folder) / "bundle.zip"
            bundle(collection, key, path)
            data = path.read_bytes()
        return Response(
            data, media_type="application/zip", headers={"content-disposition": 'attachment; filename="bundle.zip"'}
        )

    return answer
