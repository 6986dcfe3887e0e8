"""Records refuse what cannot be, and ids are made of content only."""

from datetime import date

import pytest

from musnad.errors import RecordError
from musnad.model import (
    Article,
    Document,
    Event,
    Link,
    Mention,
    OffsetMap,
    Published,
    Rejection,
    Span,
    Statement,
    TimeExpression,
    fact_id,
)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_is_never_negative_empty_or_reversed(start: int, end: int) -> None:
    with pytest.raises(RecordError, match=f"start={start}, end={end}"):
        Span(start, end)


def test_a_title_lies_inside_its_text() -> None:
    with pytest.raises(RecordError, match="ends after the text"):
        Article("قصير", title_span=Span(0, 9))


def test_an_approximate_day_reaches_back_no_farther_than_days_do() -> None:
    assert Published("2024-03-01", "metadata", approximate=True).earliest == date(2024, 2, 27)
    assert Published("2024-03-01", "metadata").earliest == date(2024, 3, 1)
    assert Published("0001-01-02", "metadata", approximate=True).earliest == date.min
    assert Published().earliest is None


def test_records_refuse_values_outside_their_vocabulary() -> None:
    span = Span(0, 1)
    with pytest.raises(RecordError):
        Mention(span, "planet", "x", "local.1")
    with pytest.raises(RecordError):
        Mention(span, "person", "x", "local.1", proper=Span(0, 2))
    with pytest.raises(RecordError):
        TimeExpression(span, "HOUR", None)
    with pytest.raises(RecordError):
        Statement("s", "shouted", span, (span,))
    with pytest.raises(RecordError):
        Statement("s", "direct", span, ())
    with pytest.raises(RecordError):
        Event("e", "AGREE", span, status="maybe")
    with pytest.raises(RecordError):
        Link("x", "witness")
    with pytest.raises(RecordError):
        Rejection("x", "boring")
    with pytest.raises(RecordError):
        Published("yesterday", "given")
    with pytest.raises(RecordError):
        Published("2021-09-14", "rumour")


def test_a_version_changes_with_text_day_and_byline_and_with_nothing_else() -> None:
    base = Article("نص", id="a", url="http://x", publisher="p")
    same = Article("نص", id="b", url="http://y", publisher="q", extractor="other/9")
    assert base.version == same.version
    assert base.version != Article("نص آخر").version
    assert base.version != Article("نص", published=Published("2021-09-14", "given")).version
    assert base.version != Article("نص", byline="وكالة").version
    assert base.version != Article("نص", title_span=Span(0, 2)).version


def test_a_document_is_its_url_then_its_own_id_then_its_text_at_its_publisher() -> None:
    with_url = Article("نص", url="http://x/1", publisher="p")
    changed = Article("نص جديد", url="http://x/1", publisher="p")
    assert Document.of(with_url).id == Document.of(changed).id
    plain = Article("نص", publisher="p")
    own = Article("نص", publisher="p", own_id="7")
    assert Document.of(own).id == Document.of(Article("آخر", publisher="p", own_id="7")).id != Document.of(plain).id
    assert Document.of(plain).id != Document.of(Article("نص", publisher="q")).id


@pytest.mark.parametrize(
    "other",
    [
        "http://site.example/news/7?id=3",
        "https://SITE.example:443/news/7?id=3",
        "https://site.example/news/7/?id=3#comments",
        "https://site.example/news/7?utm_source=x&id=3&fbclid=y&UTM_medium=z",
        "https://site.example./news/%37?id=3",
        " https://site.example/news/7?id=3 ",
    ],
)
def test_spellings_of_one_address_are_one_document(other: str) -> None:
    one = Document.of(Article("نص", url="https://site.example/news/7?id=3"))
    assert Document.of(Article("آخر", url=other)).id == one.id


@pytest.mark.parametrize(
    "other",
    [
        "https://site.example/news/7?id=4",
        "https://site.example/news/7",
        "https://site.example/news/8?id=3",
        "https://site.example/News/7?id=3",
        "https://sport.site.example/news/7?id=3",
        "https://site.example:8443/news/7?id=3",
    ],
)
def test_other_addresses_are_other_documents(other: str) -> None:
    one = Document.of(Article("نص", url="https://site.example/news/7?id=3"))
    assert Document.of(Article("نص", url=other)).id != one.id


def test_what_is_no_address_identifies_as_it_stands() -> None:
    assert Document.of(Article("نص", url="http://[")).key == ("url", "http://[")


def test_arabic_addresses_are_one_escaped_or_not() -> None:
    written, escaped = "https://site.example/ميناء", "https://site.example/%d9%85%d9%8a%d9%86%d8%a7%d8%a1"
    assert Document.of(Article("نص", url=written)).id == Document.of(Article("نص", url=escaped)).id


def test_a_fact_id_depends_on_version_kind_and_evidence() -> None:
    spans = [Span(0, 3), Span(5, 9)]
    assert fact_id("v-1", "statement", spans) == fact_id("v-1", "statement", list(spans))
    assert fact_id("v-1", "statement", spans).startswith("s-")
    others = {
        fact_id("v-2", "statement", spans),
        fact_id("v-1", "event", spans),
        fact_id("v-1", "statement", spans[:1]),
    }
    assert len(others | {fact_id("v-1", "statement", spans)}) == 4


def test_pieces_of_an_offset_map_do_not_overlap() -> None:
    with pytest.raises(RecordError, match="must not overlap"):
        OffsetMap(((0, 4, 0, 4), (3, 5, 9, 11)))
