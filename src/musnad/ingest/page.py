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
from musnad.ingest.align import align
from musnad.ingest.boilerplate import Boilerplate
from musnad.ingest.clock import at_home
from musnad.ingest.credit import byline_of
from musnad.ingest.days import Calendar
from musnad.ingest.given import Given
from musnad.ingest.language import require_arabic
from musnad.ingest.layout import made_plain
from musnad.ingest.lead import lead
from musnad.ingest.metadata import Metadata, read_metadata
from musnad.ingest.places import Decoded
from musnad.ingest.subtitle import subtitle_span, with_subtitle
from musnad.ingest.title import with_title
from musnad.lexicon import Lexicon
from musnad.model import Article, Published

for _name in ("trafilatura", "htmldate"):  # what they have to say goes to whoever sets up logging, not to the terminal
    logging.getLogger(_name).addHandler(logging.NullHandler())

EXTRACTOR = "page/3"
_LEAST = 80  # code points; less is no article
_FOUND_DATE = 0.5  # how far a day found by searching the page is believed
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"  # no hidden clock: the search must not depend on today
_OPTIONS = Extractor(output_format="python", fast=True, precision=True, comments=False, with_metadata=False)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))  # no text of a tree holds them
_PLAIN = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))
_NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())  # nor these
_REFERENCES = re.compile(  # nor what names such a character («&#1;»)
    rb"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9])|x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f]));?",
    re.IGNORECASE,
)
_CELL = re.compile(r"^\|\s?|\s?\|$")


def read_page(page: Decoded, lexicon: Lexicon, given: Given) -> Article:
    """Return the article of a decoded page.

    Raises `InputError` with the reason `no-article` where the page holds none, `not-arabic` where it is not in Arabic.
    """
    tree = _parse(page.text)
    calendar, boilerplate = Calendar.of(lexicon), Boilerplate.of(lexicon)
    meta = read_metadata(tree, given.url, calendar)
    publisher = given.publisher or meta.publisher
    site = boilerplate.sites.at(meta.url, publisher)
    boilerplate = boilerplate.at(site)
    lines = boilerplate.without(_body(tree, meta), calendar)
    if sum(map(len, lines)) < _LEAST:
        raise InputError("no-article", "the page holds no article text")
    if boilerplate.is_wall(lines):
        raise InputError("no-article", "the page asks to log in or to subscribe instead")
    apart = lead(tree, lines, meta)
    if apart is not None:
        lines = [*boilerplate.without([apart], calendar), *lines]
    byline, lines = byline_of(tree, lines, meta, boilerplate, site)
    lines, subtitle = with_subtitle(tree, lines, meta)
    text, span = with_title(meta.title or "", "\n".join(lines))
    require_arabic(text)
    published = meta.published if meta.published.value else _searched(tree, meta.published)
    raw_map = page.raw_map(align(text, page.text), text) if page.parts else None
    return Article(
        text,
        span,
        id=given.id,
        url=meta.url,
        publisher=publisher or site.name or None,
        byline=byline,
        published=given.day(at_home(published, site.zone)),
        extractor=EXTRACTOR,
        subtitle_span=subtitle_span(text, span, subtitle),
        raw_map=raw_map,
    )


def _parse(source: str) -> HtmlElement:
    """Return the tree of a page; the encoding is settled already, whatever the page declares."""
    data = source.encode().translate(_PLAIN)
    for character in _NONCHARACTERS:
        data = data.replace(character, b" ")
    data = _REFERENCES.sub(b" ", data)
    try:
        tree = document_fromstring(data, parser=_parser())
    except (etree.ParserError, ValueError) as error:
        raise InputError("no-article", f"no HTML: {error}") from error
    # Of two pages in one file the parser makes two roots, and whoever walks the first would not see the second.
    for other in list(tree.itersiblings()):
        tree.extend(other)
    return tree


def _parser() -> HTMLParser:
    return HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)


def _body(tree: HtmlElement, meta: Metadata) -> list[str]:
    """Return the lines of the body without the title."""
    document = bare_extraction(made_plain(deepcopy(tree)), options=_OPTIONS)
    text = getattr(document, "text", None) or ""
    lines = [flat for line in text.split("\n") if (flat := " ".join(_CELL.sub("", line.strip()).split()))]
    if lines and meta.title is not None and fold_word(lines[0]) == fold_word(meta.title):
        lines = lines[1:]
    return lines


def _searched(tree: HtmlElement, stated: Published) -> Published:
    """Return the day that a search over the whole page finds, where the page states none.

    The extensive search would make a first of January of any year, that of a copyright notice too.
    """
    day = find_date(tree, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    if day is None or any(changed.value.startswith(day) for changed in stated.updated):
        return stated
    return Published(day, "metadata", _FOUND_DATE, stated.candidates, True, "searched in the page", stated.updated)  # noqa: FBT003
