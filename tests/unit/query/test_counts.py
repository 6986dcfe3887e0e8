"""Counts of much: what is counted without being looked at is what one finds by looking at everything."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeGuard, TypeVar

import pytest

from musnad.model import Published, Retrieval
from musnad.pipeline import default_engine, read
from musnad.query import Collection, Found, FoundArticle, FoundEvent, FoundPerson, FoundStatement, met, places
from musnad.store import Correction, Question, Writer, pack
from musnad.store.patience import AtOnce

Asked = TypeVar("Asked")
Counted = TypeVar("Counted")
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


@pytest.mark.parametrize("is_one", [False, True])
def test_whoever_stands_beside_somebody_is_counted_by_the_articles_of_both(
    full: Collection, db: Path, *, is_one: bool
) -> None:
    if is_one:
        with Writer(db) as writer:
            writer.correct(Correction("same", MINISTER, PLACE, at=LATER))
    for kind in ("person", "place", "organisation"):
        asked = Question("people", mentions=OTHER, kind=kind)
        page = full.find(asked)
        assert [each.articles for each in full.all(asked) if isinstance(each, FoundPerson)] == sorted(
            (named_with(full, each.id, OTHER) for each in page.items if isinstance(each, FoundPerson)), reverse=True
        )
        pages = [full.find(asked, limit=1)]
        while pages[-1].after is not None:
            pages.append(full.find(asked, after=pages[-1].after, limit=1))
        assert tuple(item for each in pages for item in each.items) == page.items
        for each in page.items:
            assert isinstance(each, FoundPerson)
            (alone,) = full.find(replace(asked, name=each.id)).items
            assert alone == each
    people = full.find(Question("people", mentions=OTHER)).items
    assert [each.id for each in people if isinstance(each, FoundPerson) and len(each.ids) > 1] == [PLACE] * is_one


def named_with(collection: Collection, *names: str) -> int:
    """Return how many articles name all of some."""
    found = [
        {each.article.version for each in collection.all(Question("articles", mentions=name)) if is_article(each)}
        for name in names
    ]
    return len(set.intersection(*found))


def is_article(found: Found) -> TypeGuard[FoundArticle]:
    return isinstance(found, FoundArticle)


class Lender(AtOnce):
    """Counts at once, and notes what may be a little older."""

    def __init__(self) -> None:
        self.lent: list[Hashable] = []

    def behind(self, key: Hashable, reader: Asked, count: Callable[[Asked], Counted]) -> Counted:
        self.lent.append(key)
        return count(reader)


def test_what_all_who_ask_are_shown_may_be_a_little_older(full: Collection) -> None:
    full.reader.patience = lender = Lender()
    places(full, Question("events", type="CONSULT"))
    full.find(Question("people"))
    assert len(lender.lent) == 2
    places(full, Question("events", words="الوقود"))
    full.find(Question("people", mentions=OTHER))
    assert len(lender.lent) == 2


def test_companions_have_the_id_that_stands_for_them(full: Collection, db: Path) -> None:
    before = {each.id: each for each in met(full, MINISTER)}
    assert OTHER in before
    with Writer(db) as writer:
        writer.correct(Correction("same", OTHER, PLACE, at=LATER))  # whom no meeting names stands for him
    after = {each.id: each for each in met(full, MINISTER)}
    assert after.keys() == before.keys() - {OTHER} | {PLACE}
    assert after[PLACE].count == before[OTHER].count
