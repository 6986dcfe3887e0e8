"""Web archives: WARC with the pages and feeds of a crawl, WET with their texts; one article or rejection a page.

Pages that are not Arabic are skipped by their bytes. An archive that ends early, also inside of zipped data, says so.
"""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from musnad.errors import InputError
from musnad.ingest import feeds
from musnad.ingest.captured import captured
from musnad.ingest.days import as_iso
from musnad.ingest.decode import clean
from musnad.ingest.gate import may_be_arabic
from musnad.ingest.single import read_bytes
from musnad.ingest.source import Source
from musnad.ingest.stream import GZIP, Stream
from musnad.model import Article, Rejection

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

SIGN = b"WARC/"
_BEGUN = b"\r\nWARC-Type:"  # stands once in the head of every record
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
)
_HEAD = 4096  # bytes in which a feed shows that it is one
_SUCCESS = range(200, 300)


class _Watched:
    """The bytes of an archive on their way to its reader, which passes over damage: the beginnings are counted."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._tail = b""
        self.begun = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size) or b""
        joined = self._tail + data
        self.begun += joined.count(_BEGUN)
        self._tail = joined[-len(_BEGUN) + 1 :]
        return data

    def tell(self) -> int:
        return self._stream.tell()

    def is_closed(self) -> bool:
        """Say whether the bytes end as an archive does."""
        return self._tail.endswith(b"\n")


def warc(stream: Stream, source: Source) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every page of an archive, in its order; other records are passed over.

    A record that is cut or damaged is a rejection; reading goes on with the next one that can be found.
    """
    count = 0
    goes_on = True
    while goes_on:
        for item in _part(stream, source):
            count += 1
            yield item
        goes_on = stream.resume()
    if not count:
        yield Rejection(source.label, "empty", "an archive without a captured page")


def _part(stream: Stream, source: Source) -> Iterator[Article | Rejection]:
    """Yield what stands in an archive up to its end or to zipped data that is damaged."""
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 - loads only where an archive is read

    watched = _Watched(stream)
    seen = cut = 0
    try:
        for record in ArchiveIterator(watched, parse_http=False, quirks_mode=True):  # type: ignore[arg-type]
            seen += 1
            for item in _record(record, source):
                cut += isinstance(item, Rejection) and item.reason == "truncated"
                yield item
    except OSError as error:
        yield Rejection(source.label, "truncated", f"no record can be found behind byte {watched.tell()}: {error}")
        return
    lost = watched.begun - seen
    damage = stream.damage() or (None if watched.is_closed() or not seen else "the last record is cut")
    if lost > 0:
        yield Rejection(source.label, "truncated", f"records that begin inside of damaged ones are lost: {lost}")
    elif damage is not None and not cut:
        yield Rejection(source.label, "truncated", f"{damage}, behind {seen} records")


def _record(record: "WarcRecord", source: Source) -> Iterator[Article | Rejection]:
    """Yield what one record holds, nothing where it is no captured page (a request, a description of the crawl)."""
    kind = str(record.record_type).rpartition(".")[2].lower()
    if kind not in {"response", "resource", "conversion", "revisit", "continuation"}:
        return
    url = record.headers.get("WARC-Target-URI")
    url = clean(url).strip(" <>") if url else None
    label = url or record.record_id or source.label
    where = f"record at byte {record.stream_pos}"
    try:
        yield from _items(record, kind, url, label, source)
    except InputError as error:
        yield Rejection(label, error.reason, f"{where}: {error.detail}")
    except OSError as error:
        yield Rejection(label, "no-article", f"{where}: not the HTTP that it says to be: {error}")


def _items(
    record: "WarcRecord", kind: str, url: str | None, label: str, source: Source
) -> Iterator[Article | Rejection]:
    """Yield the article of a page, or those of a feed, dated not later than they were captured."""
    if kind in {"revisit", "continuation"}:
        raise InputError("no-article", f"a {kind} record, which holds no page of its own")
    length = record.content_length
    if length > source.max_bytes:
        raise InputError("too-large", f"{length} bytes, more than {source.max_bytes}")
    block = record.reader.read(length)
    if len(block) < length or _BEGUN in block:
        raise InputError("truncated", f"the record is damaged, its {length} bytes are not all there")
    body = _payload(block, source.max_bytes) if kind == "response" else _checked(block, record, kind)
    if len(body) > source.max_bytes:
        raise InputError("too-large", f"more than {source.max_bytes} bytes when unzipped")
    if not may_be_arabic(body):
        raise InputError("not-arabic" if body.strip() else "empty", "by its bytes" if body.strip() else "no bytes")
    moment = as_iso(record.headers.get("WARC-Date") or "")
    if kind != "conversion" and feeds.is_feed(body[:_HEAD]):
        known = replace(source.known(id=label), retrieved_at=moment)
        found = feeds.feed(Stream(BytesIO(body)), Source(source.lexicon, known, source.max_bytes))
        yield from (captured(item, moment) if isinstance(item, Article) else item for item in found)
        return
    known = replace(source.known(id=label, url=url), retrieved_at=moment)
    name = None if kind == "conversion" else "page.html"
    yield captured(read_bytes(body, source.lexicon, name=name, given=known, max_bytes=source.max_bytes), moment)


def _payload(block: bytes, limit: int) -> bytes:
    """Return the page in an answer of a server, with chunks joined and unzipped, up to `limit` bytes and one.

    Raises `InputError` if the answer holds no page, `OSError` if it is none.
    """
    from fastwarc.warc import WarcRecord  # noqa: PLC0415 - as above

    answer = WarcRecord()
    answer.set_bytes_content(block)
    answer.is_http = True
    answer.parse_http(auto_decode="transfer")
    headers = answer.http_headers
    status = headers.status_code if headers is not None else None
    if status not in _SUCCESS:
        raise InputError("no-article", f"an answer with status {status}")
    kind = (answer.http_content_type or "").partition(";")[0].strip().lower()
    if kind and kind not in _PAGES | _FEEDS:
        raise InputError("no-article", f"no page but {kind}")
    body = _unzipped(answer, limit)
    if kind in _FEEDS and not feeds.is_feed(body[:_HEAD]):
        raise InputError("no-article", f"no page and no feed but {kind}")
    return body


def _unzipped(answer: "WarcRecord", limit: int) -> bytes:
    """Return the body of an answer, unzipped up to `limit` bytes and one: the archive's reader would unzip all of it.

    Raises `InputError` if the zip is cut or of a kind that is not read, `OSError` if it is none.
    """
    data = answer.reader.read()
    headers = answer.http_headers
    coding = ((headers.get("Content-Encoding") if headers is not None else None) or "identity").strip().lower()
    if coding in {"gzip", "x-gzip"}:
        if not data.startswith(GZIP):
            message = "no gzip data"
            raise OSError(message)
        stream = Stream(BytesIO(data))
        found = stream.whole(limit)
        if (damage := stream.damage()) is not None:
            raise InputError("truncated", damage)
        return found
    if coding == "deflate":
        for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # servers send both
            with suppress(zlib.error):
                unzip = zlib.decompressobj(bits)
                found = unzip.decompress(data, limit + 1)
                if not unzip.eof and len(found) <= limit:
                    raise InputError("truncated", "the answer ends inside of deflate data")
                return found
        message = "no deflate data"
        raise OSError(message)
    if coding == "br":
        from fastwarc.stream_io import BrotliReader  # noqa: PLC0415 - as above

        return BrotliReader(BytesIO(data)).read(limit + 1)
    if coding not in {"identity", ""}:
        raise InputError("encoding", f"zipped as {coding!r}, which is not read")
    return data[: limit + 1]


def _checked(block: bytes, record: "WarcRecord", kind: str) -> bytes:
    """Return a block that is a page or a text by itself."""
    written = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if kind == "resource" and written not in _PAGES | _FEEDS:
        raise InputError("no-article", f"no page but {written or 'a thing of unknown kind'}")
    return block
