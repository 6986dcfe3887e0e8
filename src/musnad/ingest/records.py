"""Batches: JSON records, one article or rejection each, in order."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import Any

from musnad.errors import InputError
from musnad.ingest.decode import clean, decode
from musnad.ingest.given import Given, is_iso
from musnad.ingest.language import require_arabic
from musnad.ingest.single import MAX_BYTES, read_text
from musnad.ingest.title import title_span, with_title
from musnad.lexicon import Lexicon
from musnad.model import Article, Published, PublishedCandidate, Rejection

_TEXTS = ("text", "html", "title", "url", "publisher", "byline", "published", "date_basis")
_RECORD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")
_WHOLE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*$|\[\s*(?:$|\{))")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # lines cannot be cut at bytes in it
STATED, CRAWLED = 0.9, 0.5  # how far a stated day is believed, and the day of a crawl


class Form(Enum):
    """What an input is by its first line: JSON lines, one JSON value over several lines, or a text or page."""

    LINES = auto()
    WHOLE = auto()
    SINGLE = auto()


def form_of(head: bytes) -> Form:
    r"""Say what an input is by its first bytes, of which the first line counts.

    >>> form_of(b'{"id": "a", "text": "..."}\n'), form_of(b"{\n"), form_of(b"<html>")
    (<Form.LINES: 1>, <Form.WHOLE: 2>, <Form.SINGLE: 3>)
    """
    line = head.partition(b"\n")[0]
    if _RECORD.match(line):
        return Form.LINES
    return Form.WHOLE if _WHOLE.match(line) else Form.SINGLE


def records(
    lines: Iterable[bytes], lexicon: Lexicon, *, given: Given | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every line that is not blank.

    A record holds `text` (kept verbatim) or `html`, and may hold `id`, `title`, `url`, `publisher`, `byline`,
    `published` (ISO) and `date_basis` (`crawl`: the day may be up to three days late). `given` wins over the record.
    """
    for number, line in enumerate(lines, 1):
        if number == 1 and line.startswith(_UTF_16):
            yield Rejection(None, "encoding", "line 1: JSON lines must be UTF-8, and these are UTF-16")
            return
        if line.strip():
            yield _parsed(line, f"line {number}", lexicon, given or Given(), max_bytes)


def whole(
    data: bytes, lexicon: Lexicon, *, given: Given | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for one JSON record that fills several lines, or for each record of an array."""
    known = given or Given()
    if len(data) > max_bytes:
        yield Rejection(None, "too-large", f"more than {max_bytes} bytes in one JSON value")
        return
    value = _value(data, "JSON", max_bytes)
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield read_record(item, f"record {number}", lexicon, known)
    else:
        yield value if isinstance(value, Rejection) else read_record(value, "JSON", lexicon, known)


def _parsed(line: bytes, where: str, lexicon: Lexicon, given: Given, max_bytes: int) -> Article | Rejection:
    if len(line) > max_bytes:
        return Rejection(None, "too-large", f"{where}: more than {max_bytes} bytes")
    value = _value(line, where, max_bytes)
    return value if isinstance(value, Rejection) else read_record(value, where, lexicon, given)


def _value(data: bytes, where: str, max_bytes: int) -> Any:  # noqa: ANN401 - any JSON value, or why there is none
    """Return the JSON value of some bytes; they may be in the same encodings as a text."""
    try:
        try:
            return json.loads(data)
        except UnicodeDecodeError:
            return json.loads(decode(data, max_bytes))
    except InputError as error:
        return Rejection(None, error.reason, f"{where}: {error.detail}")
    except RecursionError:
        return Rejection(None, "json", f"{where}: nested too deeply")
    except ValueError as error:
        return Rejection(None, "json", f"{where}: {error}")


def read_record(record: object, where: str, lexicon: Lexicon, given: Given) -> Article | Rejection:
    """Return the article of one JSON record, or its rejection; `where` names the place of the record in its input."""
    if not isinstance(record, dict):
        return Rejection(None, "record", f"{where}: not an object but {type(record).__name__}")
    name = record.get("id")
    label = clean(name) if isinstance(name, str) else None if name is None else str(name)
    if not isinstance(name, str | int | None) or isinstance(name, bool):
        return Rejection(label, "record", f"{where}: id must be a string or a whole number")
    try:
        return _article(record, label, lexicon, given)
    except InputError as error:
        return Rejection(label, error.reason, f"{where}: {error.detail}")


def _article(record: Mapping[str, Any], label: str | None, lexicon: Lexicon, given: Given) -> Article:
    wrong = [key for key in _TEXTS if not isinstance(record.get(key), str | None)]
    if wrong or (record.get("text") is None and record.get("html") is None):
        reason = f"{', '.join(wrong)} must be strings" if wrong else "neither text nor html"
        raise InputError("record", reason)
    url, publisher = given.url or _text(record, "url"), given.publisher or _text(record, "publisher")
    stated = _published(record)
    if record.get("text") is None:
        page = read_text(record["html"], lexicon, given=replace(given, publisher=publisher, url=url, id=label))
        published = page.published if given.published is not None else _of_page(page.published, stated)
        return replace(page, byline=_text(record, "byline") or page.byline, published=published)
    text, title = clean(record["text"]), _text(record, "title")
    require_arabic(text)
    text, span = with_title(title, text) if title else (text, title_span(text))
    return Article(text, span, label, url, publisher, _text(record, "byline"), given.day(stated))


def _of_page(own: Published, stated: Published) -> Published:
    """Return the day that a record states of a page; the page's own where it states none, or only that of a crawl."""
    if stated.value is None or (stated.approximate and own.value is not None):
        return replace(own, candidates=(*own.candidates, *stated.candidates))
    seen = () if own.value is None else (PublishedCandidate(own.value, own.basis, own.reason),)
    others = tuple(c for c in (*seen, *own.candidates) if c.value != stated.value)
    return replace(stated, candidates=others, updated=own.updated)


def _text(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    return clean(value) if isinstance(value, str) and value.strip() else None


def _published(record: Mapping[str, Any]) -> Published:
    """Return the stated day; what is no ISO date is kept as a candidate and not believed."""
    value = _text(record, "published")
    if value is None:
        return Published()
    if not is_iso(value):
        return Published(candidates=(PublishedCandidate(value, "metadata", "not an ISO 8601 date"),))
    crawled = record.get("date_basis") == "crawl"
    reason = "day of a crawl" if crawled else "field published"
    return Published(value, "metadata", CRAWLED if crawled else STATED, approximate=crawled, reason=reason)
