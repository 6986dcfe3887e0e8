"""Questions: what fits is found, in one order, page by page, with what was looked at beside every count."""

import pytest

from musnad.errors import MusnadError
from musnad.model import Reading
from musnad.query import (
    Collection,
    Found,
    FoundArticle,
    FoundEvent,
    FoundPerson,
    FoundStatement,
    Question,
    to_json,
)


def statements(collection: Collection, **asked: object) -> list[FoundStatement]:
    page = collection.find(Question("statements", **asked))  # type: ignore[arg-type]
    found = [item for item in page.items if isinstance(item, FoundStatement)]
    assert page.total == len(page.items) == len(found)
    assert collection.count(Question("statements", **asked)).groups == (("", page.total),)  # type: ignore[arg-type]
    return found


def events(collection: Collection, **asked: object) -> list[FoundEvent]:
    found = collection.find(Question("events", **asked)).items  # type: ignore[arg-type]
    return [item for item in found if isinstance(item, FoundEvent)]


@pytest.mark.parametrize(
    ("asked", "speakers"),
    [
        ({"speaker": "الشاذلي"}, {"سامح الشاذلي"}),
        ({"speaker": "نجفى"}, {"كاظم نجفي"}),
        ({"speaker": "كاظم نجفي", "about": "الإمدادات"}, {"كاظم نجفي"}),
        ({"about": "ازمه"}, {"كاظم نجفي", "سامح الشاذلي"}),
        ({"denied": True}, {"كاظم نجفي"}),
        ({"via": "رويترز"}, {"كاظم نجفي"}),
        ({"via": "الميناء"}, {"سامح الشاذلي"}),
        ({"since": "2021-09-15", "until": "2021-09-15"}, {"كاظم نجفي"}),
        ({"publisher": "الساحل"}, {"كاظم نجفي"}),
        ({"words": "بيروت"}, {"سامح الشاذلي"}),
        ({"mentions": "بيروت"}, {"سامح الشاذلي"}),
        ({"speaker": "لا أحد"}, set()),
    ],
)
def test_statements_are_found_by_what_is_asked(
    collection: Collection, asked: dict[str, object], speakers: set[str]
) -> None:
    found = statements(collection, **asked)
    assert {item.speaker for item in found} == speakers
    for item in found:
        assert asked.get("denied") is None or item.denial


def test_words_that_are_said_are_found_exactly_on_demand(collection: Collection) -> None:
    assert statements(collection, about="أزمة", exact=True)
    assert not statements(collection, about="ازمة", exact=True)
    assert not statements(collection, about="القاهرة", exact=True), "it stands in the article but is not said"


def test_a_statement_carries_its_evidence_and_its_chain(collection: Collection) -> None:
    for item in statements(collection):
        reading = collection.reading(item.id)
        assert isinstance(reading, Reading)
        text = reading.article.text
        assert [span.of(text) for span in item.content_spans] == list(item.content)
        assert item.cue_span.of(text) == item.cue
        (statement,) = [each for each in reading.statements if each.id == item.id]
        hands = [hand.name for hand in (*item.chain, *item.article.chain)]
        assert hands == [link.name for link in statement.chain]


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ({"type": "consult"}, {"2021-09-14", "2021-09-15"}),
        ({"type": "CONSULT", "actor": "الشاذلي", "until": "2021-09-14"}, {"2021-09-14"}),
        ({"place": "القاهرة"}, {"2021-09-14"}),
        ({"status": "denied", "type": "ASSAULT"}, set()),
    ],
)
def test_events_are_found_by_what_is_asked(collection: Collection, asked: dict[str, object], days: set[str]) -> None:
    assert {item.day for item in events(collection, **asked)} == days


def test_people_are_counted_over_articles(collection: Collection) -> None:
    found = collection.find(Question("people"))
    people = {item.name: item for item in found.items if isinstance(item, FoundPerson)}
    assert found.total == len(found.items)
    assert people["سامح الشاذلي"].articles == people["كاظم نجفي"].articles == 2
    assert (people["سامح الشاذلي"].first, people["سامح الشاذلي"].last) == ("2021-09-14", "2021-09-16")
    beside = collection.find(Question("people", mentions="سامح الشاذلي")).items
    assert [item.name for item in beside if isinstance(item, FoundPerson)][:1] == ["كاظم نجفي"]
    places = collection.find(Question("people", kind="place", name="بيروت")).items
    assert [item.articles for item in places if isinstance(item, FoundPerson)] == [1]


def test_articles_show_the_words_that_fit(collection: Collection) -> None:
    (found,) = collection.find(Question("articles", words="وقود هاتفي")).items
    assert isinstance(found, FoundArticle)
    assert "الوقود" in found.excerpt
    assert found.article.url == "https://port.example/3"


def test_the_timeline_of_somebody_is_a_count_by_day(collection: Collection) -> None:
    asked = Question("articles", mentions="كاظم نجفي")
    assert collection.count(asked, "day").groups == (("2021-09-15", 1), ("2021-09-16", 1))
    assert collection.count(asked, "month").groups == (("2021-09", 2),)
    assert collection.count(asked, "publisher").groups == (("جريدة الساحل", 1), ("صحيفة الميناء", 1))
    assert [n for _, n in collection.count(asked, "agency").groups] == [1, 1]
    with pytest.raises(MusnadError, match="counts are by"):
        collection.count(asked, "colour")


def test_coverage_stands_beside_every_answer(collection: Collection) -> None:
    coverage = collection.find(Question("statements", speaker="نجفي", since="2021-09-15")).coverage
    assert (coverage.matched, len(coverage.publishers), coverage.articles) == (1, 2, 2)
    assert coverage.last_capture == "2021-09-16T12:00:00+00:00"
    port = next(held for held in coverage.publishers if held.publisher == "صحيفة الميناء")
    assert (port.articles, port.within, port.first, port.last) == (2, 1, "2021-09-14", "2021-09-16")


@pytest.mark.parametrize("of", ["statements", "events", "articles", "people"])
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_hold_everything_once_in_one_order(collection: Collection, of: str, limit: int) -> None:
    asked = Question(of)
    whole = list(collection.all(asked))
    seen: list[Found] = []
    after: str | None = None
    while True:
        page = collection.find(asked, after=after, limit=limit)
        assert page.total == len(whole)
        seen += page.items
        after = page.after
        if after is None:
            break
    assert seen == whole
    assert len(whole) > 1


def test_wrong_questions_are_refused(collection: Collection) -> None:
    for wrong in (
        {"of": "colours"},
        {"of": "events", "speaker": "x"},
        {"of": "statements", "since": "yesterday"},
        {"of": "events", "status": "maybe"},
    ):
        with pytest.raises(MusnadError):
            Question(**wrong)  # type: ignore[arg-type]
    with pytest.raises(MusnadError, match="what the page before gave"):
        collection.find(Question("articles"), after="x")
    with pytest.raises(MusnadError, match="nothing has the id"):
        collection.reading("s-0")


def test_a_question_can_be_saved() -> None:
    asked = Question("statements", speaker="نجفي", denied=False, since="2021-01-01")
    assert asked.saved() == {"of": "statements", "speaker": "نجفي", "denied": False, "since": "2021-01-01"}
    assert Question.of_saved(asked.saved() | {"later": 1}) == asked


def test_finds_are_plain_json(collection: Collection) -> None:
    (value,) = [to_json(item) for item in statements(collection, denied=True)][:1]
    assert value["speaker"] == "كاظم نجفي"
    assert value["article"]["publisher"] == "جريدة الساحل"
    assert "row" not in value["article"]
    assert all(isinstance(each, int) for span in value["content_spans"] for each in span)
