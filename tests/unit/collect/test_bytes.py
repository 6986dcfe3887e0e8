"""The bytes of captures: kept once for every capture, whatever stands around them."""

import gzip
import json
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest

from musnad.collect import Cutter, Plan, fill, units
from musnad.ingest import Given
from musnad.pipeline import default_engine
from musnad.store import Reader, Writer

SENTENCE = "قال وزير النقل سامح الشاذلي، الثلاثاء، إن السفن وصلت إلى بيروت، وإن العمل مستمر في الميناء منذ الصباح."


def page(number: int) -> bytes:
    body = "".join(f"<p>{SENTENCE} {number} {paragraph}</p>" for paragraph in range(6))
    head = f"<html><head><title>وصول {number} سفن إلى بيروت</title></head>"
    return f"{head}<body><article>{body}</article></body></html>".encode()


def response(number: int) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(number)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/{number}\r\n"
        f"WARC-Date: 2024-05-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def feed() -> bytes:
    items = "".join(
        f"<item><title>خبر {n}</title><link>https://paper.example/f{n}</link><description>{SENTENCE} {SENTENCE} {n}"
        "</description></item>"
        for n in range(3)
    )
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


def kept(path: Path, tmp_path: Path, *, keeps_bytes: bool = True) -> list[bytes | None]:
    """Return what is kept for every capture of every article that is read from a file."""
    db, engine = tmp_path / "news.db", default_engine()
    with Writer(db) as writer:
        cutter = Cutter(engine.lexicon, Given(), engine.settings.max_bytes, lambda item: bool(writer.known([item])))
        filled = fill(writer, units([str(path)], cutter), engine, Plan(keeps_bytes=keeps_bytes))
    assert not filled.reasons
    with Reader(db) as reader:
        assert reader.check() == []
        captures = [c for row in range(1, filled.outcomes["new"] + 1) for c in reader.captures(row)]
        found = [reader.raw(capture.raw_hash) for capture in captures]
    assert all(data is None or sha256(data).hexdigest() == c.raw_hash for c, data in zip(captures, found, strict=True))
    return found


@pytest.mark.parametrize("at_once", [8_000_000, 0], ids=["read whole", "taken apart"])
def test_pages_of_an_archive_keep_their_own_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(import_module("musnad.collect.units"), "_LARGEST_AT_ONCE", at_once)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(response(n)) for n in range(3)))
    assert kept(path, tmp_path) == [page(n) for n in range(3)]


@pytest.mark.parametrize("at_once", [8_000_000, 0], ids=["read whole", "taken apart"])
def test_entries_of_a_feed_share_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(import_module("musnad.collect.units"), "_LARGEST_AT_ONCE", at_once)
    path = tmp_path / "feed.xml"
    path.write_bytes(feed())
    assert kept(path, tmp_path) == [feed()] * 3


def test_a_page_inside_a_record_keeps_the_line_of_the_record(tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_text(json.dumps({"id": "a", "url": "https://paper.example/a", "html": page(1).decode()}) + "\n", "utf-8")
    assert kept(path, tmp_path) == [path.read_bytes()]


def test_nothing_but_hashes_is_kept_where_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(response(1))
    assert kept(path, tmp_path, keeps_bytes=False) == [None]
