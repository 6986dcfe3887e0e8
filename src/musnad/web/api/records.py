"""Single records over the API: the reading of an article, a fact, a name, with provenance and evidence bundle."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response

from musnad.model import reading_to_json
from musnad.query import Companion, Reporter, bundle, met, profile, prov, reported
from musnad.query.bundle import facts_of
from musnad.store import UnknownIdError
from musnad.web.answers import marked
from musnad.web.api import forms
from musnad.web.api.downloads import FILES, Ending, file, sent
from musnad.web.api.finds import item_json
from musnad.web.desk import Desk
from musnad.web.problems import documented
from musnad.web.views.article import stored_article
from musnad.web.views.fact import fact

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


class Beside(forms.Form):
    """Somebody beside somebody."""

    id: str
    name: str
    count: int


class History(forms.Form):
    """How an article came, and what was decided about it."""

    document: str
    versions: list[dict[str, Any]]
    is_current: bool
    captures: list[dict[str, Any]]
    decisions: list[dict[str, Any]]


class Step(forms.Form):
    """A step of the tree behind a fact, `depth` steps below the root."""

    depth: int
    kind: str
    rule: str
    words: str


class Tree(forms.Form):
    """The tree of words and rules that made a fact; null where the rules of today read another one."""

    id: str
    tree: list[Step] | None


_ALL = 10_000
_BESIDE = {
    "companions": "With whom somebody met or called",
    "reporters": "Through whom somebody's statements reached us",
}
_Limit = Annotated[int, Query(ge=1, le=1000)]


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

    @found.get(
        "/articles/{key}/history",
        response_model=History,
        summary="Versions and captures of an article, and what analysts decided about it.",
    )
    def history(request: Request, key: str) -> Response:
        with desk.pool.collection() as collection:
            known = stored_article(collection, key, None).stored
        value = {} if known is None else asdict(known)
        value["versions"] = [{"id": version, "is_current": current} for version, current in value["versions"]]
        value["decisions"] = value.pop("said")["decisions"]
        return marked(request, JSONResponse(value))

    @found.get("/statements/{key}", response_model=Fact, summary="A statement.")
    def statement(request: Request, key: str) -> Response:
        return _fact(desk, request, key)

    @found.get("/events/{key}", response_model=Fact, summary="An event.")
    def event(request: Request, key: str) -> Response:
        return _fact(desk, request, key)

    for of, ask in (("companions", met), ("reporters", reported)):
        _add_beside(found, desk, of, ask)

    @found.get("/people/{key:path}", response_model=forms.Entity, summary="A person, body or place, by id.")
    def entity(request: Request, key: str) -> Response:
        with desk.pool.collection() as collection:
            return marked(request, JSONResponse(item_json(profile(collection, key), desk)))

    for kind in ("statements", "events"):
        found.add_api_route(
            f"/{kind}/{{key}}/tree",
            _tree(desk),
            response_model=Tree,
            summary="Why it was read: the tree of words and rules.",
            operation_id=f"{kind}_tree",
        )
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


def _add_beside(
    found: APIRouter, desk: Desk, of: str, ask: Callable[..., tuple[Companion, ...] | tuple[Reporter, ...]]
) -> None:
    told = _BESIDE[of]

    @found.get(f"/people/{{key:path}}/{of}", response_model=list[Beside], summary=f"{told}.", operation_id=of)
    def listed(request: Request, key: str, limit: _Limit = 12) -> Response:
        with desk.pool.collection() as collection:
            items = ask(collection, profile(collection, key).id, limit)
        return marked(request, JSONResponse([asdict(each) for each in items]))

    @found.get(
        f"/people/{{key:path}}/{of}.{{ending}}",
        response_class=Response,
        responses=FILES,
        summary=f"{told}: download.",
        operation_id=f"{of}_file",
    )
    def downloaded(key: str, ending: Ending) -> Response:
        with desk.pool.collection() as collection:
            return file(of, ask(collection, profile(collection, key).id, _ALL), ending)


def _fact(desk: Desk, request: Request, key: str) -> Response:
    with desk.pool.collection() as collection:
        reading = collection.reading(key)
    facts = facts_of(reading, [key])
    if not facts:
        message = f"nothing has the id {key!r}"
        raise UnknownIdError(message)
    return marked(request, JSONResponse(facts[0] | {"version": reading.article.version}))


def _tree(desk: Desk) -> Callable[..., Response]:
    def answer(request: Request, key: str) -> Response:
        with desk.pool.collection() as collection:
            tree = fact(collection, key, desk.engine).tree
        steps = None if tree is None else [asdict(each) for each in tree]
        return marked(request, JSONResponse({"id": key, "tree": steps}))

    return answer


def _bundle(desk: Desk) -> Callable[..., Response]:
    def answer(key: str) -> Response:
        with desk.pool.collection() as collection:
            return sent("bundle.zip", "application/zip", lambda path: bundle(collection, key, path))

    return answer
