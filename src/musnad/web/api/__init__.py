"""The HTTP API: everything that the pages show, as JSON, described by OpenAPI at `/api/openapi.json`."""

from fastapi import APIRouter

from musnad.web.api import desk as lists
from musnad.web.api import finds, places, records, telling, watching
from musnad.web.desk import Desk


def routers(desk: Desk) -> tuple[APIRouter, ...]:
    """Return all parts of the API."""
    return tuple(part.router(desk) for part in (finds, places, records, telling, lists, watching))
