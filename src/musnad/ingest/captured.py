"""What was captured was published by then."""

from dataclasses import replace
from datetime import date, datetime

from musnad.ingest.days import as_iso
from musnad.model import CAPTURED, Article, PublishedCandidate


def captured(article: Article, moment: str | None) -> Article:
    """Return an article that was captured at a moment: no stated day after that is believed.

    Where the page states none, the moment is a candidate: it was published by then.
    """
    if moment is None or article.published.basis == "given":
        return article
    stated = article.published
    bound = PublishedCandidate(moment, "evidence", CAPTURED)
    latest = bound.latest
    if stated.day is not None and stated.day <= latest:
        return article
    if stated.value is None or stated.day is None:
        return replace(article, published=replace(stated, candidates=(*stated.candidates, bound)))
    late = PublishedCandidate(stated.value, stated.basis, f"stated, but after the capture: {stated.reason}")
    good = next((c for c in stated.candidates if (day := _day(c.value)) is not None and day <= latest), None)
    rest = (*(c for c in stated.candidates if c is not good), late, bound)
    if good is None:
        none = replace(stated, value=None, basis="none", confidence=0.0, reason="", approximate=False)
        return replace(article, published=replace(none, candidates=rest))
    believed = replace(stated, value=good.value, basis=good.basis, reason=good.reason, candidates=rest)
    return replace(article, published=believed)


def _day(value: str) -> date | None:
    iso = as_iso(value)
    return None if iso is None else datetime.fromisoformat(iso).date()
