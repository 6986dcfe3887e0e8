"""Counts of much: what is counted without being looked at is what one finds by looking at everything."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from musnad.model import Published, Retrieval
from musnad.pipeline import default_engine, read
from musnad.query import Collection, Found, FoundArticle, FoundEvent, FoundPerson, FoundStatement, met, places
from musnad.store import Correction, Question, Writer, pack

LATER = "2021-09-17T10:00:00+00:00"
PLACE = "place.beirut"
MINISTER, OTHER = "person:سامح الشاذلي", "person:كاظم نجفي"


@pytest.fixture
def full(db: Path) -> Collection:
    """Return the collection with a page that was changed, a page of no publisher, and a fact that is read wrongly."""
    with Collection(db) as held:
        call = next(each.article for each in held.readings() if (each.article.url or "").endswith("/3"))
    text = call.text + "\nوقال نجفي إن الاتصال كان قصيرا."
    changed = replace(call, text=text, retrieval=Retrieval.of(text.encode(), LATER, call.url))
    nobody = replace(
        call, url="https://other.example/9", publisher=None, published=Published("2021-10-02", "given", 1.0)
    )
    with Writer(db) as writer:
        for article in (changed, nobody):
            writer.add(pack(read(article, default_engine())))
    with Collection(db) as held, Writer(db) as writer:
        fact = next(held.all(Question("statements")))
        assert isinstance(fact, FoundStatement)
        writer.correct(Correction("wrong", fact.id, at=LATER))
    return Collection(db)


def publishers(found: Iterable[Found]) -> set[str | None]:
    return {each.article.publisher for each in found if isinstance(each, FoundStatement | FoundEvent | FoundArticle)}


@pytest.mark.parametrize(
    "asked",
    [
        *(Question(of) for of in ("statements", "events", "articles")),
        *(Question(of, since="2021-09-15") for of in ("statements", "events", "articles")),
        *(Question(of, wrong=True, versions=True) for of in ("statements", "events")),
        Question("events", type="CONSULT"),
        Question("events", status="happened", until="2021-09-16"),
        Question("statements", denied=False),
        Question("statements", speaker=MINISTER),
        Question("articles", publisher="الساحل"),
    ],
)
def test_a_page_counts_what_fits_and_whose_it_is(full: Collection, asked: Question) -> None:
    found = list(full.all(asked))
    page, facets = full.narrowed(asked, limit=2)
    assert found
    assert page.items == tuple(found[:2])
    assert (page.total, page.coverage.matched) == (len(found), len(publishers(found)))
    assert full.facets(asked) == facets
    counted = {facet.key: facet.count for facet in facets if facet.facet == "publisher"}
    assert counted == Counter(name for each in found if (name := each.article.publisher))  # type: ignore[union-attr]
    months = {facet.key: facet.count for facet in facets if facet.facet == "month"}
    assert months == Counter(each.day[:7] for each in found if each.day)  # type: ignore[union-attr, index]


def test_the_places_of_all_events_are_counted(full: Collection) -> None:
    asked = Question("events")
    known = Counter(each.place_id for each in full.all(asked) if isinstance(each, FoundEvent) and each.place_id)
    assert {each.key: each.count for each in places(full, asked)} == known
    assert known


def test_everybody_is_counted_as_if_he_were_sought_alone(full: Collection, db: Path) -> None:
    with Writer(db) as writer:
        writer.correct(Correction("same", MINISTER, OTHER, at=LATER))
    everybody = []
    for kind in ("person", "place", "organisation", "office"):
        asked = Question("people", kind=kind)
        found = [each for each in full.all(asked) if isinstance(each, FoundPerson)]
        assert [each.articles for each in found] == sorted((each.articles for each in found), reverse=True)
        assert full.find(asked, limit=1).total == len(found)
        for each in found:
            (alone,) = full.find(replace(asked, name=each.id)).items
            assert alone == each
        everybody += found
    assert len(everybody) > 4
    assert max(everybody, key=lambda each: len(each.ids)).articles == 4


def test_companions_have_the_id_that_stands_for_them(full: Collection, db: Path) -> None:
    before = {each.id: each for each in met(full, MINISTER)}
    assert OTHER in before
    with Writer(db) as writer:
        writer.correct(Correction("same", OTHER, PLACE, at=LATER))  # whom no meeting names stands for him
    after = {each.id: each for each in met(full, MINISTER)}
    assert after.keys() == before.keys() - {OTHER} | {PLACE}
    assert after[PLACE].count == before[OTHER].count
