"""One input, one article: plain text or an HTML page."""

import re
from dataclasses import replace

from musnad.errors import InputError
from musnad.ingest.comments import COMMENTS
from musnad.ingest.decode import clean, decoded
from musnad.ingest.given import Given
from musnad.ingest.language import require_arabic
from musnad.ingest.places import Decoded
from musnad.ingest.saved import saved_page
from musnad.ingest.title import title_span
from musnad.lexicon import Lexicon
from musnad.model import Article, Published, Retrieval

MAX_BYTES = 20_000_000
LONGEST = 2_000_000  # code points of one text: no article is longer, and reading takes memory by its length
_PAGE = re.compile(
    rf"\s*(?:<\?xml[^>]*>\s*)?{COMMENTS}<(?:!doctype\s+html|html|head|body|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(rf"\s*(?:<\?xml[^>]*>\s*)?{COMMENTS}<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_PAGES = (".html", ".htm", ".xhtml")
_HEAD = 2000  # code points in which a page shows that it is one


def read_bytes(
    data: bytes, lexicon: Lexicon, *, name: str | None = None, given: Given | None = None, max_bytes: int = MAX_BYTES
) -> Article:
    """Return the article of a file's bytes; `name` is the file's name, whose ending tells a page.

    Raises `InputError` where there is none, with the reason of its rejection.
    """
    known = given or Given()
    saved = saved_page(data) if len(data) <= max_bytes else None
    if saved is not None:
        data, address, moment = saved
        known = replace(known, url=known.url or address, retrieved_at=known.retrieved_at or moment)
    is_page = saved is not None or (name is not None and name.lower().endswith(_PAGES))
    article = _read(decoded(data, max_bytes), lexicon, known, is_page=is_page)
    return replace(article, retrieval=Retrieval.of(data, known.retrieved_at, known.url))


def read_text(text: str, lexicon: Lexicon, *, given: Given | None = None, max_bytes: int = MAX_BYTES) -> Article:
    """Return the article of a string: an HTML page, or plain text, which is kept verbatim. Raises `InputError`."""
    if len(text) > max_bytes:
        raise InputError("too-large", f"more than {max_bytes} characters")
    return _read(Decoded.of(clean(text)), lexicon, given or Given(), is_page=False)


def _read(source: Decoded, lexicon: Lexicon, given: Given, *, is_page: bool) -> Article:
    text = source.text
    if is_page or _PAGE.match(text[:_HEAD]):
        from musnad.ingest.page import read_page  # noqa: PLC0415 - the extractor takes longer to load than to read text

        try:
            return read_page(source, lexicon, given)
        except InputError:
            raise
        except Exception as error:  # pages break parsers in ways that nobody foresees, and one must not end a batch
            raise InputError("internal", f"{type(error).__name__}: {error}") from error
    if _FEED.match(text[:_HEAD]):
        raise InputError("no-article", "a feed of several articles, not one")
    if len(text) > LONGEST:
        raise InputError("too-large", f"one text of more than {LONGEST} characters is no article")
    require_arabic(text)
    return Article(
        text,
        title_span(text),
        id=given.id,
        url=given.url,
        publisher=given.publisher,
        published=given.day(Published()),
        raw_map=source.itself(),
    )
