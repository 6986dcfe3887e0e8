"""Batches: one article or rejection a record, in order, whatever the record is."""

import json
from collections.abc import Iterable

import pytest
from designs import WITH_LEAD

from musnad.ingest import Given, records
from musnad.ingest.records import Form, form_of, whole
from musnad.model import Article, Rejection
from musnad.pipeline import default_engine

TEXT = "قال وزير الخارجية المصري إن المحادثات في القاهرة كانت مثمرة وبناءة."
DEEP = b'{"id": "deep", "text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def line(**record: object) -> bytes:
    return json.dumps({"id": "a", "text": TEXT, **record}).encode()


def read(lines: Iterable[bytes], **given: str) -> list[Article | Rejection]:
    return list(records(lines, default_engine().lexicon, given=Given(**given), max_bytes=300_000))


def one(data: bytes) -> Article | Rejection:
    (found,) = read([data])
    return found


@pytest.mark.parametrize(
    ("data", "reason", "name"),
    [
        (b'{"id": "cut", "text": "\xd9\x82\xd8\xa7\xd9\x84', "json", None),
        (b"[1, 2]", "record", None),
        (b'"text"', "record", None),
        (b"null", "record", None),
        (b"{}", "record", None),
        (line(text=7), "record", "a"),
        (line(text=None), "record", "a"),
        (line(published=20210914), "record", "a"),
        (line(publisher=["x"]), "record", "a"),
        (line(id=["x"]), "record", "['x']"),
        (line(id=True), "record", "True"),
        (line(text=" \n "), "empty", "a"),
        (line(text="The minister said that the talks went well."), "not-arabic", "a"),
        (line(text=None, html="<html><body><p>قصير</p></body></html>"), "no-article", "a"),
        (DEEP, "json", None),
        (b"[" * 250_000, "json", None),
        (b'{"id": ' + b"9" * 5000 + b"}", "json", None),
        (line(text=TEXT * 10_000), "too-large", None),
    ],
    ids="cut list string null empty-object text-number no-text day-number publisher-list id-list id-bool blank "
    "english html deep deeper huge-number large".split(),
)
def test_a_bad_record_is_a_rejection_and_the_next_one_is_read(data: bytes, reason: str, name: str | None) -> None:
    first, second = read([data + b"\n", line(id="next")])
    assert isinstance(first, Rejection)
    assert (first.reason, first.id) == (reason, name)
    assert first.detail.startswith("line 1: ")
    assert isinstance(second, Article)
    assert second.id == "next"


def test_a_record_is_read_as_it_stands() -> None:
    article = one(line(id=7, publisher="صحيفة", byline="وكالة", url="https://x.example/7", published="2021-09-14"))
    assert isinstance(article, Article)
    assert (article.id, article.text, article.publisher, article.byline) == ("7", TEXT, "صحيفة", "وكالة")
    assert (article.url, article.published.value) == ("https://x.example/7", "2021-09-14")
    assert article.title_span is None


def test_a_separate_title_is_put_before_the_text() -> None:
    article = one(line(title="  عنوان\nالخبر "))
    assert isinstance(article, Article)
    assert article.text == f"عنوان الخبر\n\n{TEXT}"
    assert article.title == "عنوان الخبر"


def test_the_day_of_a_crawl_is_believed_less() -> None:
    article = one(line(published="2021-09-14", date_basis="crawl"))
    assert isinstance(article, Article)
    assert article.published.approximate
    doubtful = one(line(published="yesterday"))
    assert isinstance(doubtful, Article)
    assert doubtful.published.value is None
    assert [c.value for c in doubtful.published.candidates] == ["yesterday"]


UNDATED = WITH_LEAD["plain article"]
DATED = UNDATED.replace("<head>", '<head><meta property="article:published_time" content="2021-09-12">')


@pytest.mark.parametrize(
    ("html", "more", "value", "approximate", "others"),
    [
        (DATED, {"published": "2021-09-14"}, "2021-09-14", False, ["2021-09-12"]),
        (DATED, {"published": "2021-09-14", "date_basis": "crawl"}, "2021-09-12", False, []),
        (UNDATED, {"published": "2021-09-14", "date_basis": "crawl"}, "2021-09-14", True, []),
        (DATED, {"published": "yesterday"}, "2021-09-12", False, ["yesterday"]),
    ],
    ids="stated crawled undated unreadable".split(),
)
def test_a_page_in_a_record_has_the_day_of_the_record_unless_that_is_of_a_crawl(
    html: str,
    more: dict[str, str],
    value: str,
    approximate: bool,  # noqa: FBT001 - a parameter
    others: list[str],
) -> None:
    article = one(line(text=None, html=html, byline="وكالة", **more))
    assert isinstance(article, Article)
    assert (article.published.value, article.published.approximate, article.byline) == (value, approximate, "وكالة")
    assert article.published.basis == "metadata"
    assert [c.value for c in article.published.candidates] == others


def test_what_the_caller_knows_wins_over_the_record() -> None:
    (article,) = read([line(published="2021-09-14", publisher="x")], published="2021-09-13", publisher="صحيفة")
    assert isinstance(article, Article)
    assert (article.published.value, article.publisher) == ("2021-09-13", "صحيفة")
    assert [c.value for c in article.published.candidates] == ["2021-09-14"]


def test_blank_lines_bom_and_line_ends_are_no_records() -> None:
    found = read([b"\xef\xbb\xbf" + line() + b"\r\n", b"\n", b"  \r\n", line(id="b")])
    assert [item.id for item in found] == ["a", "b"]


def test_a_line_in_an_old_encoding_is_decoded() -> None:
    article = one(json.dumps({"id": "old", "text": TEXT}, ensure_ascii=False).encode("cp1256"))
    assert isinstance(article, Article)
    assert article.text == TEXT


def test_json_lines_in_utf_16_are_one_rejection() -> None:
    data = (json.dumps({"id": "a", "text": TEXT}) + "\n").encode("utf-16")
    (found,) = read(data.splitlines(keepends=True))
    assert isinstance(found, Rejection)
    assert found.reason == "encoding"


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    article = one(line(text=TEXT + "\ud800"))
    assert isinstance(article, Article)
    assert article.text == TEXT + "\ufffd"


@pytest.mark.parametrize(
    ("first", "form"),
    [
        (b'{"id": "a"}\n', Form.LINES),
        (b'\xef\xbb\xbf  {"id"', Form.LINES),
        (b"{\n", Form.WHOLE),
        (b'[{"id": "a"},\n', Form.WHOLE),
        (b"[\n", Form.WHOLE),
        ("[عاجل] قال".encode(), Form.SINGLE),
        ("{قال}".encode(), Form.SINGLE),
        (b"<html>", Form.SINGLE),
        (b"", Form.SINGLE),
    ],
)
def test_the_first_line_shows_the_form_of_an_input(first: bytes, form: Form) -> None:
    assert form_of(first) is form


def test_an_array_or_a_record_over_several_lines_is_read_whole() -> None:
    rows = [{"id": "a", "text": TEXT}, 7, {"id": "b", "text": TEXT}]
    found = list(whole(json.dumps(rows, indent=1).encode(), default_engine().lexicon))
    assert [item.id for item in found] == ["a", None, "b"]
    assert isinstance(found[1], Rejection)
    assert found[1].detail.startswith("record 2: ")
    (single,) = whole(json.dumps(rows[0], indent=1).encode(), default_engine().lexicon)
    assert isinstance(single, Article)
    (large,) = whole(b"[" + b" " * 100, default_engine().lexicon, max_bytes=50)
    assert isinstance(large, Rejection)
    assert large.reason == "too-large"
