"""Writing an analyst's decisions: the only thing beside saved questions that the pages write.

The writer lives as long as that. What was decided of stories is carried out at once where nobody else writes; else
whoever does brings them up to date when it ends.
"""

from datetime import UTC, datetime
from typing import Literal

from musnad.query import Collection
from musnad.store import Correction, StoreError, UnknownIdError, Writer
from musnad.stories.current import refresh
from musnad.web.desk import Desk

Kind = Literal["same", "different", "namesake", "together", "apart", "wrong", "note", "tag"]
_TOLD = frozenset({"together", "apart"})
_FACTS = ("s-", "e-")
_DOCUMENT = 2  # column of an article that holds the id of its document
_LONGEST = 4_000
"""Characters of a note."""
_FEW = 100  # articles that are compared while somebody waits


def keep(desk: Desk, kind: Kind, subject: str, other: str = "", text: str = "") -> Correction:
    """Keep a decision, taken now. Raises `StoreError` where it decides nothing or is about what is not held.

    Documents may be named by any id or address that leads to them.
    """
    with desk.pool.collection() as collection:
        if kind in _TOLD:
            subject = _told(collection, subject)
        if kind in _TOLD or kind == "namesake":
            other = _told(collection, other)
    correction = Correction(kind, subject, other, " ".join(text.split())[:_LONGEST], at=_now())
    with Writer.sharing(desk.site.db) as writer:
        writer.correct(correction)
    _follow(desk)
    return correction


def undo(desk: Desk, key: str) -> None:
    """Undo a decision by its id; it stays on record. Raises `StoreError` where there is none to undo."""
    with Writer.sharing(desk.site.db) as writer:
        writer.undo(key, _now())
    _follow(desk)


def _told(collection: Collection, name: str) -> str:
    """Return the fact or document that an id, an address of the web or one of these pages names."""
    last = name.rstrip("/").rpartition("/")[2].partition("?")[0].partition("#")[0]
    if last.startswith(_FACTS) or not name:
        return last
    _, stories = collection.reader.comparing()
    story = stories.named(last)
    if story is not None:
        return str(stories.columns(stories.articles(story)[:1])[0][_DOCUMENT])
    try:
        return collection.document(last)
    except UnknownIdError:
        return collection.document(name)


def _follow(desk: Desk) -> None:
    """Bring the stories up to date of which something was decided."""
    with desk.pool.collection() as collection:
        comparisons, stories = collection.reader.comparing()
        held, wanted = comparisons.count()
        if not stories.stale() or wanted - held > _FEW:
            return
    try:
        with Writer(desk.site.db) as writer:
            refresh(writer, desk.engine, anew=False)
    except StoreError:
        return  # another process writes, and ends with the same


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")  # noqa: TID251 - when a thing was decided is a fact
