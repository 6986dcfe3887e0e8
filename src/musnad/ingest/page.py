"""An HTML page becomes an article: body, title, what the page says of itself, and the way back to its source.

The body comes from trafilatura (precision, fast); its lead paragraph, which some page designs keep apart, is recovered,
and lines of the page's furniture are dropped.
"""

import logging
import re
from copy import deepcopy

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from musnad.arabic import fold_word
from musnad.errors import InputError
from musnad.ingest.address import site_publisher
from musnad.ingest.align import align
from musnad.ingest.boilerplate import Boilerplate
from musnad.ingest.days import Calendar
from musnad.ingest.given import Given
from musnad.ingest.language import require_arabic
from musnad.ingest.layout import made_plain
from musnad.ingest.lead import lead
from musnad.ingest.metadata import Metadata, read_metadata
from musnad.ingest.title import with_title
from musnad.lexicon import Lexicon
from musnad.model import Article, Published

for _name in ("trafilatura", "htmldate"):  # what they have to say goes to whoever sets up logging, not to the terminal
    logging.getLogger(_name).addHandler(logging.NullHandler())

EXTRACTOR = "page/1"
_LEAST = 80  # code points; less is no article
_FOUND_DATE = 0.5  # how far a day found by searching the page is believed
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"  # no hidden clock: the search must not depend on today
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no text of a tree holds them
_CELL = re.compile(r"^\|\s?|\s?\|$")


def read_page(source: str, lexicon: Lexicon, given: Given) -> Article:
    """Return the article of a decoded page.

    Raises `InputError` with the reason `no-article` where the page holds none, `not-arabic` where it is not in Arabic.
    """
    tree = _parse(source)
    calendar, boilerplate = Calendar.of(lexicon), Boilerplate.of(lexicon)
    meta = read_metadata(tree, given.url, calendar)
    lines = boilerplate.without(_body(tree, meta), calendar)
    if sum(map(len, lines)) < _LEAST:
        raise InputError("no-article", "the page holds no article text")
    apart = lead(tree, lines, meta)
    if apart is not None:
        lines = [*boilerplate.without([apart], calendar), *lines]
    text, span = with_title(meta.title or "", "\n".join(lines))
    require_arabic(text)
    return Article(
        text,
        span,
        id=given.id,
        url=meta.url,
        publisher=given.publisher or meta.publisher or site_publisher(meta.url, lexicon),
        byline=meta.byline,
        published=given.day(meta.published if meta.published.value else _searched(source, meta.published)),
        extractor=EXTRACTOR,
        raw_map=align(text, source),
    )


def _parse(source: str) -> HtmlElement:
    """Return the tree of a page; the encoding is settled already, whatever the page declares."""
    try:
        return document_fromstring(_FORBIDDEN.sub(" ", source).encode("utf-8"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        raise InputError("no-article", f"no HTML: {error}") from error


def _body(tree: HtmlElement, meta: Metadata) -> list[str]:
    """Return the lines of the body without the title."""
    options = Extractor(output_format="python", fast=True, precision=True, comments=False, with_metadata=False)
    document = bare_extraction(made_plain(deepcopy(tree)), options=options)
    text = getattr(document, "text", None) or ""
    lines = [flat for line in text.split("\n") if (flat := " ".join(_CELL.sub("", line.strip()).split()))]
    if lines and meta.title is not None and fold_word(lines[0]) == fold_word(meta.title):
        lines = lines[1:]
    return lines


def _searched(source: str, stated: Published) -> Published:
    """Return the day that a search over the whole page finds, where the page states none."""
    day = find_date(source, extensive_search=True, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    if day is None:
        return stated
    return Published(day, "metadata", _FOUND_DATE, stated.candidates, approximate=True)
