"""JSON lines: one record a line, one article or rejection each, in order."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from musnad.errors import InputError
from musnad.ingest.decode import clean
from musnad.ingest.given import Given, is_iso
from musnad.ingest.language import require_arabic
from musnad.ingest.single import MAX_BYTES, read_text
from musnad.ingest.title import title_span, with_title
from musnad.lexicon import Lexicon
from musnad.model import Article, Published, PublishedCandidate, Rejection

_TEXTS = ("text", "html", "title", "url", "publisher", "byline", "published", "date_basis")
STATED, CRAWLED = 0.9, 0.5  # how far a stated day is believed, and the day of a crawl


def records(
    lines: Iterable[bytes], lexicon: Lexicon, *, given: Given | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every line that is not blank.

    A record holds `text` (kept verbatim) or `html`, and may hold `id`, `title`, `url`, `publisher`, `byline`,
    `published` (ISO) and `date_basis` (`crawl`: the day may be up to three days late). `given` wins over the record.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _line(line, number, lexicon, given or Given(), max_bytes)


def _line(line: bytes, number: int, lexicon: Lexicon, given: Given, max_bytes: int) -> Article | Rejection:
    where = f"line {number}"
    if len(line) > max_bytes:
        return Rejection(None, "too-large", f"{where}: more than {max_bytes} bytes")
    try:
        record = json.loads(line)
    except UnicodeDecodeError as error:
        return Rejection(None, "encoding", f"{where}: {error}")
    except (ValueError, RecursionError) as error:
        return Rejection(None, "json", f"{where}: {error}")
    if not isinstance(record, dict):
        return Rejection(None, "record", f"{where}: not an object but {type(record).__name__}")
    name = record.get("id")
    label = clean(name) if isinstance(name, str) else str(name) if isinstance(name, int) else None
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
    published = given.day(_published(record))
    if record.get("text") is None:
        known = Given(published.value, publisher, url, label)
        return read_text(record["html"], lexicon, given=known)
    text, title = clean(record["text"]), _text(record, "title")
    require_arabic(text)
    text, span = with_title(title, text) if title else (text, title_span(text))
    return Article(text, span, label, url, publisher, _text(record, "byline"), published)


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
    return Published(value, "metadata", CRAWLED if crawled else STATED, approximate=crawled)
