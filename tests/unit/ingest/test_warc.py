"""Web archives: every captured page is an article or a rejection, and an archive that is cut says so."""

import gzip
import zlib
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

import pytest
from designs import BODY, LEAD, TITLE, WITH_LEAD
from fastwarc.stream_io import BrotliWriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musnad.ingest.given import Given
from musnad.ingest.inputs import read
from musnad.ingest.source import Source
from musnad.model import REASONS, Article, Capture, Rejection, Span
from musnad.pipeline import default_engine

PAGE = WITH_LEAD["plain article"].encode()
ENGLISH = b"<html><body><p>" + b"The council agreed on a plan for the old harbour. " * 20 + b"</p></body></html>"
PERSIAN = ("<html><body><p>" + "شورای شهر برنامه‌ای برای گسترش بندر قدیمی تصویب کرد که سه سال طول می‌کشد. " * 20).encode()
DEEP = b"<html><body>" + b"<div>" * 100_000 + "\n".join(BODY).encode() + b"</div>" * 100_000


def http(body: bytes, *, status: str = "200 OK", kind: str = "text/html", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def record(
    block: bytes, name: str, *, kind: str = "response", holds: str = "application/http", length: int = 0
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://paper.example/{name}\r\n"
        f"WARC-Date: 2024-05-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
        f"Content-Type: {holds}\r\nContent-Length: {length or len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def page(name: str, body: bytes = PAGE) -> bytes:
    return record(http(body), name)


INFO = record(b"software: own", "info", kind="warcinfo", holds="application/warc-fields")
REQUEST = record(b"GET / HTTP/1.1\r\nHost: paper.example\r\n\r\n", "request", kind="request")


def plain(records: list[bytes]) -> bytes:
    return b"".join(records)


def zipped_each(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(part, mtime=0) for part in records)


def zipped_whole(records: list[bytes]) -> bytes:
    return gzip.compress(b"".join(records), mtime=0)


PACKINGS = pytest.mark.parametrize("pack", [plain, zipped_each, zipped_whole])


def found_in(data: bytes, *, max_bytes: int = 5_000_000) -> list[Article | Rejection]:
    return list(read(BytesIO(data), Source(default_engine().lexicon, Given(), max_bytes)))


def short(items: list[Article | Rejection]) -> list[str]:
    """Return the last part of the address of every article, and the reason of every rejection."""
    return [str(i.id).rpartition("/")[2] if isinstance(i, Article) else i.reason for i in items]


@PACKINGS
def test_every_page_is_read_in_its_order(pack: Callable[[list[bytes]], bytes]) -> None:
    found = found_in(pack([INFO, REQUEST, page("a"), page("b", ENGLISH), page("c"), page("d", PERSIAN)]))
    assert short(found) == ["a", "not-arabic", "c", "not-arabic"]
    article = found[0]
    assert isinstance(article, Article)
    assert (article.title, article.url) == (TITLE, "https://paper.example/a")
    assert LEAD in article.text
    assert [item.id for item in found] == [f"https://paper.example/{name}" for name in "abcd"]


def test_a_page_of_an_archive_is_a_capture_of_its_moment_and_its_unzipped_bytes() -> None:
    (found,) = found_in(zipped_each([page("a")]))
    assert isinstance(found, Article)
    capture = Capture.of(found)
    assert capture is not None
    assert (capture.retrieved_at, capture.url) == ("2024-05-01T10:00:00Z", "https://paper.example/a")
    assert capture.raw_hash == sha256(PAGE).hexdigest()
    at = found.text.index(LEAD)
    place = found.raw_bytes(Span(at, at + len(LEAD)))
    assert place is not None
    assert PAGE[slice(*place)].decode() == LEAD


def test_texts_of_a_wet_file_are_kept_verbatim() -> None:
    text = TITLE + "\n\n" + "\n".join(BODY)
    found = found_in(zipped_each([record(text.encode(), "a", kind="conversion", holds="text/plain")]))
    assert isinstance(found[0], Article)
    assert (found[0].text, found[0].title, found[0].url) == (text, TITLE, "https://paper.example/a")


def brotli(data: bytes) -> bytes:
    buffer = BytesIO()
    writer = BrotliWriter(buffer)
    writer.write(data)
    writer.close()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("coding", "squeeze"),
    [
        ("br", brotli),
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
    ],
    ids=["brotli", "gzip", "deflate", "raw-deflate"],
)
def test_an_answer_is_unzipped_as_far_as_it_may_be(coding: str, squeeze: Callable[[bytes], bytes]) -> None:
    more = f"Content-Encoding: {coding}\r\n"
    big = squeeze(PAGE + b" " * 6_000_000)
    found = found_in(
        plain([record(http(squeeze(PAGE), more=more), "a"), record(http(big, more=more), "b"), page("next")])
    )
    assert short(found) == ["a", "too-large", "next"]


def test_a_zip_within_a_record_that_is_cut_or_unknown_is_rejected() -> None:
    cut = record(http(gzip.compress(PAGE)[:-30], more="Content-Encoding: gzip\r\n"), "a")
    torn = record(http(zlib.compress(PAGE)[:-30], more="Content-Encoding: deflate\r\n"), "b")
    odd = record(http(PAGE, more="Content-Encoding: zstd\r\n"), "c")
    assert short(found_in(plain([cut, torn, odd, page("next")]))) == ["truncated", "truncated", "encoding", "next"]


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/xml; charset=utf-8", "text/html"])
def test_the_entries_of_a_captured_feed_are_articles(kind: str) -> None:
    items = "".join(
        f"<item><title>{TITLE} {n}</title><link>https://paper.example/n/{n}</link><description>{LEAD}</description></item>"
        for n in (1, 2)
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'.encode()
    found = found_in(plain([record(http(feed, kind=kind), "feed"), page("next")]))
    assert short(found) == ["1", "2", "next"]
    assert [item.id for item in found[:2]] == ["https://paper.example/n/1", "https://paper.example/n/2"]


def dated(day: str) -> bytes:
    return PAGE.replace(b"</head>", f'<meta name="pubdate" content="{day}"></head>'.encode())


def test_nothing_was_published_after_it_was_captured() -> None:
    pages = [page("a", dated("2024-04-30")), page("b", dated("2024-05-02")), page("c", dated("2031-01-01")), page("d")]
    before, zone, late, undated = [item.published for item in found_in(plain(pages)) if isinstance(item, Article)]
    assert (before.value, before.candidates) == ("2024-04-30", ())
    assert zone.value == "2024-05-02"  # clocks and zones differ
    assert late.value is None
    assert [c.value for c in late.candidates] == ["2031-01-01", "2024-05-01T10:00:00Z"]
    assert undated.value is None
    assert [(c.value, c.basis) for c in undated.candidates] == [("2024-05-01T10:00:00Z", "evidence")]


def test_another_stated_day_is_believed_where_the_best_one_comes_after_the_capture() -> None:
    both = dated("2031-01-01").replace(
        b"</head>", b'<link rel="canonical" href="https://paper.example/2024/4/9/n"></head>'
    )
    found = found_in(plain([page("a", both)]))[0]
    assert isinstance(found, Article)
    assert (found.published.value, found.published.basis) == ("2024-04-09", "url")
    assert "2031-01-01" in [c.value for c in found.published.candidates]


@pytest.mark.parametrize(
    ("block", "kind", "reason"),
    [
        (http(b"", status="301 Moved", more="Location: /b\r\n"), "response", "no-article"),
        (http(PAGE, status="404 Not Found"), "response", "no-article"),
        (http(b"\x89PNG\r\n", kind="image/png"), "response", "no-article"),
        (http(b""), "response", "empty"),
        (b"no HTTP at all", "response", "no-article"),
        (http(PAGE, more="Content-Encoding: gzip\r\n"), "response", "no-article"),
        (http(PAGE, more="Transfer-Encoding: chunked\r\n"), "response", "no-article"),
        (PAGE, "resource", "no-article"),
        (http(PAGE), "revisit", "no-article"),
        (PAGE, "continuation", "no-article"),
        (b"\xd8\xa7\xd9\x84" * 3, "conversion", "not-arabic"),
    ],
    ids="moved gone image empty no-http no-gzip no-chunks resource revisit continuation short".split(),
)
def test_other_records_are_rejected_and_the_next_one_is_read(block: bytes, kind: str, reason: str) -> None:
    found = found_in(plain([record(block, "odd", kind=kind), page("next")]))
    assert short(found) == [reason, "next"]
    assert isinstance(found[0], Rejection)
    assert (found[0].id, found[0].detail[:17]) == ("https://paper.example/odd", "record at byte 0:")


def test_pages_are_unzipped_and_their_chunks_joined() -> None:
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (PAGE[:500], PAGE[500:])) + b"0\r\n\r\n"
    old = WITH_LEAD["plain article"].replace("utf-8", "windows-1256").encode("cp1256")
    found = found_in(
        plain(
            [
                record(http(gzip.compress(PAGE), more="Content-Encoding: gzip\r\n"), "zipped"),
                record(http(chunks, more="Transfer-Encoding: chunked\r\n"), "chunks"),
                record(http(old, kind="text/html; charset=windows-1256"), "old"),
            ]
        )
    )
    assert short(found) == ["zipped", "chunks", "old"]
    assert len({item.text for item in found if isinstance(item, Article)}) == 1


@PACKINGS
@pytest.mark.parametrize("missing", [5, 30, 3000])
def test_a_cut_archive_says_so_and_loses_nothing_else(pack: Callable[[list[bytes]], bytes], missing: int) -> None:
    whole = pack([page(name) for name in "abc"])
    size = len(pack([page("c")]))
    cut = whole[: -min(missing, size - 40)]
    found = found_in(cut)
    assert short(found)[:2] == ["a", "b"] or pack is zipped_whole
    assert short(found).count("truncated") == 1
    assert isinstance(found[-1], Rejection)
    assert "truncated" not in short(found_in(whole))


def test_a_cut_inside_of_a_record_that_is_passed_over_is_noticed() -> None:
    for cut in (plain([page("a"), REQUEST])[:-20], zipped_each([page("a"), REQUEST])[:-20]):
        assert short(found_in(cut)) == ["a", "truncated"]


def test_damaged_zipped_data_costs_its_own_record_alone() -> None:
    parts = [gzip.compress(page(name), mtime=0) for name in "abcd"]
    broken = bytearray(parts[1])
    broken[len(broken) // 2] ^= 0xFF
    assert short(found_in(parts[0] + bytes(broken) + parts[2] + parts[3])) == ["a", "truncated", "c", "d"]
    for missing in range(9, 400, 17):
        assert short(found_in(parts[0] + parts[1][:-missing] + parts[2] + parts[3])) == ["a", "truncated", "c", "d"]
    assert short(found_in(parts[0] + b"\0" * 100 + parts[1])) == ["a", "b"]


def test_a_record_that_swallows_others_is_counted_with_them() -> None:
    found = found_in(plain([page("a"), page("b")[:-900], page("c"), page("d"), page("e")]))
    assert short(found) == ["a", "truncated", "d", "e", "truncated"]
    assert isinstance(found[-1], Rejection)
    assert found[-1].detail.endswith("lost: 1")


def test_bombs_and_huge_records_are_rejected_and_the_next_page_is_read() -> None:
    bomb = http(gzip.compress(b" " * 30_000_000), more="Content-Encoding: gzip\r\n")
    found = found_in(zipped_each([record(bomb, "bomb"), page("huge", b" " * 30_000_000), page("next")]))
    assert short(found) == ["too-large", "too-large", "next"]


def test_deep_nesting_is_no_danger() -> None:
    found = found_in(zipped_each([page("deep", DEEP), page("next")]))
    assert short(found)[1] == "next"
    assert len(found) == 2


@pytest.mark.parametrize("data", [b"WARC/", b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 99999\r\n\r\nx"])
def test_what_only_begins_like_an_archive(data: bytes) -> None:
    assert set(short(found_in(data))) <= {"truncated", "empty"}
    assert found_in(data)


ARCHIVE = plain([INFO, page("a"), REQUEST, page("b", ENGLISH), page("c")])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, len(ARCHIVE)), st.integers(0, 400), st.binary(max_size=12), st.sampled_from([plain, zipped_whole])
)
def test_any_damage(at: int, size: int, new: bytes, pack: Callable[[list[bytes]], bytes]) -> None:
    packed = pack([ARCHIVE])
    at = at * len(packed) // len(ARCHIVE)
    data = packed[:at] + new + packed[at + size :]
    found = found_in(data)
    assert found
    assert all(isinstance(item, Article) or item.reason in set(REASONS) - {"internal"} for item in found)
    assert found == found_in(data)
