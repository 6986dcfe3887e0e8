"""Web archives: WARC with the pages of a crawl, WET with their texts; one article or rejection a captured page.

Pages that are not Arabic are skipped by their bytes. An archive that ends early, also inside of zipped data, says so.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from musnad.errors import InputError
from musnad.ingest.decode import clean
from musnad.ingest.gate import may_be_arabic
from musnad.ingest.single import read_bytes
from musnad.ingest.source import Source
from musnad.ingest.stream import Stream
from musnad.model import Article, Rejection

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

SIGN = b"WARC/"
_BEGUN = b"\r\nWARC-Type:"  # stands once in the head of every record
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
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
        yield _article(record, kind, url, label, source)
    except InputError as error:
        yield Rejection(label, error.reason, f"{where}: {error.detail}")
    except OSError as error:
        yield Rejection(label, "no-article", f"{where}: not the HTTP that it says to be: {error}")


def _article(record: "WarcRecord", kind: str, url: str | None, label: str, source: Source) -> Article:
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
    known = source.known(id=label, url=url)
    name = None if kind == "conversion" else "page.html"
    return read_bytes(body, source.lexicon, name=name, given=known, max_bytes=source.max_bytes)


def _payload(block: bytes, limit: int) -> bytes:
    """Return the page in an answer of a server, with chunks joined and unzipped, up to `limit` bytes and one.

    Raises `InputError` if the answer holds no page, `OSError` if it is none.
    """
    from fastwarc.warc import WarcRecord  # noqa: PLC0415 - as above

    answer = WarcRecord()
    answer.set_bytes_content(block)
    answer.is_http = True
    answer.parse_http(auto_decode="all")
    headers = answer.http_headers
    status = headers.status_code if headers is not None else None
    if status not in _SUCCESS:
        raise InputError("no-article", f"an answer with status {status}")
    kind = (answer.http_content_type or "").partition(";")[0].strip().lower()
    if kind and kind not in _PAGES:
        raise InputError("no-article", f"no page but {kind}")
    return answer.reader.read(limit + 1)


def _checked(block: bytes, record: "WarcRecord", kind: str) -> bytes:
    """Return a block that is a page or a text by itself."""
    written = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if kind == "resource" and written not in _PAGES:
        raise InputError("no-article", f"no page but {written or 'a thing of unknown kind'}")
    return block
