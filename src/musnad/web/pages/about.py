"""What the pages themselves are made of: the operations of the API, and vendored assets with their licences."""

import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from musnad.web.answers import page
from musnad.web.desk import Desk
from musnad.web.ui import ui_of
from musnad.web.views.about import Operation, Vendored


def router(desk: Desk) -> APIRouter:
    """Return the pages."""
    found = APIRouter(include_in_schema=False)
    shipped = vendored()

    @found.get("/licences")
    def _licences(request: Request) -> Response:
        return page(request, ui_of(request, desk), "licences.html", view=shipped)

    @found.get("/api")
    def _api(request: Request) -> Response:
        operations = tuple(_operations(request.app.openapi()))
        return page(request, ui_of(request, desk), "api.html", view=operations)

    return found


def vendored() -> tuple[Vendored, ...]:
    """Return the assets that were not written for musnad."""
    data = (resources.files("musnad.web") / "static" / "vendored.toml").read_text("utf-8")
    return tuple(Vendored(**{**each, "files": tuple(each["files"])}) for each in _named(tomllib.loads(data)["asset"]))


def _named(assets: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in assets:
        yield {"source" if name == "from" else name: value for name, value in each.items()}


def _operations(described: dict[str, Any]) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            names = tuple(each["name"] for each in operation.get("parameters", ()) if each["in"] == "query")
            yield Operation(method.upper(), path, operation.get("summary", ""), names)
