"""Saved questions: saved from a search, told to have been seen, removed."""

from typing import Literal

from fastapi import HTTPException

from musnad.query import saved
from musnad.store import Writer
from musnad.web.asking import Asked, question
from musnad.web.desk import Desk

LONGEST = 100
"""Characters of a name."""
Watched = Literal["statements", "events", "articles"]
"""What a saved question may ask for: people are no rows that come."""


def save(desk: Desk, name: str, of: Watched, asked: Asked) -> None:
    """Save a question under a name that no other has; what comes from now on is new to it.

    Raises `HTTPException` where the name is taken or none, `StoreError` for what cannot be asked.
    """
    called = " ".join(name.split())[:LONGEST]
    if not called:
        raise HTTPException(422, "a watch needs a name")
    asking = question(of, asked)
    with desk.pool.collection() as collection:
        collection.find(asking, limit=1)  # what cannot be asked is refused now, not at every look
        taken, mark = called in collection.watches(), collection.mark(of)
    if taken:
        raise HTTPException(409, f"a watch is called {called!r} already")
    with Writer.sharing(desk.site.db) as writer:
        writer.save_watch(called, saved(asking), mark)


def seen(desk: Desk, name: str, mark: int) -> None:
    """Note that what is new to a saved question was seen up to a mark; never more than is held."""
    of = _of(desk, name)
    with desk.pool.collection() as collection:
        newest = collection.mark(of)
    with Writer.sharing(desk.site.db) as writer:
        writer.move_watch(name, min(mark, newest))


def remove(desk: Desk, name: str) -> None:
    """Remove a saved question. Raises `HTTPException` where none has this name."""
    _of(desk, name)
    with Writer.sharing(desk.site.db) as writer:
        writer.remove_watch(name)


def _of(desk: Desk, name: str) -> str:
    with desk.pool.collection() as collection:
        found = collection.watches().get(name)
    if found is None:
        raise HTTPException(404, f"no watch is called {name!r}")
    return found[0].of
