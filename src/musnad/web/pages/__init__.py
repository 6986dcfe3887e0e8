"""The pages: one file a group of addresses. Each takes the request apart, asks, and fills a template."""

from fastapi import APIRouter

from musnad.web.desk import Desk
from musnad.web.pages import about, correcting, pasting, preferences, searching, telling, watching
from musnad.web.pages import desk as desks


def routers(desk: Desk) -> tuple[APIRouter, ...]:
    """Return all pages."""
    parts = (searching, telling, desks, watching, correcting, pasting, about, preferences)
    return tuple(part.router(desk) for part in parts)
