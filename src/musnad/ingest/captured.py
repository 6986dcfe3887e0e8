"""Captures: what was fetched and when; nothing is published later than that."""

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from musnad.ingest.days import as_iso
from musnad.model import Article, Capture, Document, Published, PublishedCandidate

UPDATED = "updated"
"""How the reason of a candidate begins that is the time of a change, not of publication."""
_CLOCKS = timedelta(days=1)  # how far clocks and zones may differ


def captured(article: Article, moment: str | None) -> Article:
    """Return an article that was captured at a moment: no stated day after that is believed.

    Where the page states none, the moment is a candidate: it was published by then.
    """
    if moment is None or article.published.basis == "given":
        return article
    stated = article.published
    latest = (datetime.fromisoformat(moment) + _CLOCKS).date()
    if stated.day is not None and stated.day <= latest:
        return article
    bound = PublishedCandidate(moment, "evidence", "captured then, so published by then")
    if stated.value is None or stated.day is None:
        return replace(article, published=replace(stated, candidates=(*stated.candidates, bound)))
    late = PublishedCandidate(stated.value, stated.basis, "stated, but after the capture")
    others = [c for c in stated.candidates if not c.reason.startswith(UPDATED)]
    good = next((c for c in others if (iso := as_iso(c.value)) and datetime.fromisoformat(iso).date() <= latest), None)
    rest = (*(c for c in stated.candidates if c is not good), late, bound)
    if good is None:
        return replace(article, published=Published(candidates=rest))
    return replace(article, published=Published(good.value, good.basis, stated.confidence, rest))


def capture(article: Article, data: bytes, *, retrieved_at: str, url: str | None = None) -> Capture:
    """Return the capture of the bytes that an article was read from.

    The same page with other chrome is another capture of the same version. Raises `ValueError` if `retrieved_at` is no
    ISO date-time.
    """
    datetime.fromisoformat(retrieved_at)
    raw_hash = sha256(data).hexdigest()
    return Capture(Document.of(article).id, article.version, retrieved_at, url or article.url, raw_hash)
