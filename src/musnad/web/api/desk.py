"""What a desk looks at, over the API: coverage, rejections, corrections; reading a text now."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse, Response

from musnad.errors import InputError
from musnad.model import reading_to_json
from musnad.query import refusals
from musnad.web.answers import marked
from musnad.web.api import forms
from musnad.web.api.downloads import FILES, Ending, file
from musnad.web.api.records import Reading
from musnad.web.api.tokens import must_know
from musnad.web.desk import Desk
from musnad.web.problems import documented
from musnad.web.reading import read_now
from musnad.web.views import desk_lists
from musnad.web.writing import Kind, keep, undo


class Sizes(forms.Form):
    """What is held, in numbers and of whom."""

    sizes: dict[str, int]
    publishers: list[forms.Held]


class Rejected(forms.Form):
    """An input that could not be read."""

    source: str
    input: str | None
    reason: str
    detail: str


class Rejections(forms.Form):
    """Some of what could not be read, and how much there is for every reason."""

    items: list[Rejected]
    counts: dict[str, int]
    after: int | None


class Correction(forms.Form):
    """A decision of an analyst."""

    id: str
    kind: str
    subject: str
    object: str
    text: str
    at: str
    undone: bool


class Decision(BaseModel):
    """A decision to keep."""

    kind: Kind
    subject: str = Field(min_length=1, max_length=400, description="Id of a fact, version, document or entity.")
    object: str = Field(
        "",
        max_length=400,
        description="Id of the other entity (`same`, `different`), document or fact (`together`, `apart`), or of the"
        " document in which somebody else bears the name (`namesake`).",
    )
    text: str = Field("", max_length=4000)


class Text(BaseModel):
    """An article to read now."""

    text: str = Field(min_length=1, description="Title, blank line, body; or the HTML of a page.")
    published: str | None = Field(None, max_length=40, description="ISO day or moment.")
    publisher: str | None = Field(None, max_length=300)


def router(desk: Desk) -> APIRouter:
    """Return the operations."""
    found = APIRouter(prefix="/api", tags=["desk"], responses=documented(422, 503))
    _add_lists(found, desk)
    _add_corrections(found, desk)

    @found.post(
        "/read",
        response_model=Reading,
        summary="Read an article now, without storing it.",
        responses=documented(400, 413),
    )
    def read(sent: Text) -> Response:
        try:
            return JSONResponse(reading_to_json(read_now(desk, sent.text, sent.published, sent.publisher)))
        except InputError as error:
            raise HTTPException(400, f"{error.reason}: {error}") from error
        except ValueError as error:
            raise HTTPException(400, str(error)) from error

    return found


def _add_lists(found: APIRouter, desk: Desk) -> None:
    @found.get("/coverage", response_model=Sizes, summary="What is held, and of whom.")
    def coverage(request: Request) -> Response:
        with desk.pool.collection() as collection:
            view = desk_lists.coverage(collection)
        held = [{name: value or None for name, value in asdict(each).items()} for each in view.publishers]
        held = [each | {"articles": each["articles"] or 0, "within": each["within"] or 0} for each in held]
        return marked(request, JSONResponse({"sizes": dict(view.sizes), "publishers": held}))

    @found.get("/rejections", response_model=Rejections, summary="What could not be read, and why.")
    def rejections(
        request: Request,
        reason: Annotated[str | None, Query(max_length=40)] = None,
        after: Annotated[int, Query(ge=0, lt=1 << 62)] = 0,
        limit: Annotated[int, Query(ge=1, le=100)] = 50,
    ) -> Response:
        with desk.pool.collection() as collection:
            view = refusals(collection, reason, after, limit)
        items = [asdict(each) for each in view.items]
        return marked(request, JSONResponse({"items": items, "counts": dict(view.counts), "after": view.after}))

    @found.get("/coverage.{ending}", response_class=Response, responses=FILES, summary="Download what is held of whom.")
    def coverage_file(ending: Ending) -> Response:
        with desk.pool.collection() as collection:
            return file("coverage", desk_lists.coverage(collection).publishers, ending)

    @found.get("/rejections.{ending}", response_class=Response, responses=FILES, summary="Download all rejections.")
    def rejections_file(ending: Ending) -> Response:
        with desk.pool.collection(seconds=desk.site.download_seconds) as collection:
            return file("rejections", collection.rejections(), ending)


def _add_corrections(found: APIRouter, desk: Desk) -> None:
    refused = documented(401, 409)

    @found.get("/corrections", response_model=list[Correction], summary="The decisions of analysts, newest first.")
    def corrections(request: Request) -> Response:
        with desk.pool.collection() as collection:
            view = desk_lists.corrections(collection)
        return marked(request, JSONResponse([asdict(each) for each in view.decisions]))

    @found.post(
        "/corrections", response_model=Correction, status_code=201, summary="Keep a decision.", responses=refused
    )
    def correct(request: Request, sent: Decision) -> Response:
        must_know(desk, request)
        return JSONResponse(asdict(keep(desk, sent.kind, sent.subject, sent.object, sent.text)), 201)

    @found.delete(
        "/corrections/{key}", status_code=204, summary="Undo a decision; it stays on record.", responses=refused
    )
    def take_back(request: Request, key: str) -> Response:
        must_know(desk, request)
        undo(desk, key)
        return Response(status_code=204)
