"""An HTML page becomes an article: body, title, what the page says of itself, and the way back to its source.

The body comes from trafilatura (precision, fast); its lead paragraph, which some page designs keep apart, is recovered,
and lines of the page's furniture are dropped.
"""

import re

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from musnad.arabic import fold_word
from musnad.errors import InputError
from musnad.ingest.align import align
from musnad.ingest.boilerplate import without_boilerplate
from musnad.ingest.given import Given
from musnad.ingest.language import require_arabic
from musnad.ingest.metadata import Metadata, read_metadata
from musnad.ingest.title import with_title
from musnad.lexicon import Lexicon
from musnad.model import Article, Published

EXTRACTOR = "page/1"
_LEAST = 80  # code points; less is no article
_LEAST_LEAD = 8  # words of a paragraph that can be a lead
_OPENING = 40  # folded code points by which a paragraph is recognised
_FOUND_DATE = 0.5  # how far a day found by searching the page is believed
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"  # no hidden clock: the search must not depend on today
_LEAD_CLASS = re.compile(
    r"\b\S*(?:lead|intro|summary|standfirst|chapo|excerpt|subtitle|announce|brief)\S*", re.IGNORECASE
)
_DROPPED = "script|style|noscript|template|nav|aside|header|footer|form|figure|figcaption"
_CELL = re.compile(r"^\|\s?|\s?\|$")


def read_page(source: str, lexicon: Lexicon, given: Given) -> Article:
    """Return the article of a decoded page.

    Raises `InputError` with the reason `no-article` where the page holds none, `not-arabic` where it is not in Arabic.
    """
    tree = _parse(source)
    meta = read_metadata(tree, given.url)
    lines = _body(source, meta, lexicon)
    if sum(map(len, lines)) < _LEAST:
        raise InputError("no-article", "the page holds no article text")
    lead = _lead(tree, lines, meta)
    if lead is not None:
        lines = [*without_boilerplate([lead], lexicon), *lines]
    text, span = with_title(meta.title or "", "\n".join(lines))
    require_arabic(text)
    return Article(
        text,
        span,
        id=given.id,
        url=meta.url,
        publisher=given.publisher or meta.publisher,
        byline=meta.byline,
        published=given.day(meta.published if meta.published.value else _searched(source, meta.published)),
        extractor=EXTRACTOR,
        raw_map=align(text, source),
    )


def _parse(source: str) -> HtmlElement:
    """Return the tree of a page; the encoding is settled already, whatever the page declares."""
    try:
        return document_fromstring(source.encode("utf-8"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        raise InputError("no-article", f"no HTML: {error}") from error


def _body(source: str, meta: Metadata, lexicon: Lexicon) -> list[str]:
    """Return the lines of the body without the title and the page's furniture."""
    options = Extractor(output_format="python", fast=True, precision=True, comments=False, with_metadata=False)
    document = bare_extraction(source, options=options)
    text = getattr(document, "text", None) or ""
    lines = [flat for line in text.split("\n") if (flat := " ".join(_CELL.sub("", line.strip()).split()))]
    if lines and meta.title is not None and fold_word(lines[0]) == fold_word(meta.title):
        lines = lines[1:]
    return without_boilerplate(lines, lexicon)


def _lead(tree: HtmlElement, lines: list[str], meta: Metadata) -> str | None:
    """Return the lead paragraph where it stands before the extracted body.

    It is the one that the page's description quotes, or one that the page's design marks as such.
    """
    known = fold_word(" ".join(lines))
    description = fold_word(meta.description or "")[:_OPENING]
    title = fold_word(meta.title or "")
    for element in tree.iter("p", "div", "h2", "section"):
        if element.xpath(f"ancestor-or-self::*[self::{_DROPPED.replace('|', ' or self::')}]"):
            continue
        own = " ".join(element.text_content().split())
        folded = fold_word(own)
        if folded and known.startswith(folded[:_OPENING]):
            return None  # the body begins here
        quoted = len(description) == _OPENING and folded.startswith(description)
        marked = _LEAD_CLASS.search(element.get("class") or "") is not None and not element.xpath(".//a|.//p[2]")
        if (quoted or marked) and _is_lead(element, own) and folded != title and folded[:_OPENING] not in known:
            return own
    return None


def _is_lead(element: HtmlElement, text: str) -> bool:
    """Say whether an element holds one paragraph of prose."""
    return len(text.split()) >= _LEAST_LEAD and not element.xpath(".//p | .//div[normalize-space()] | .//ul")


def _searched(source: str, stated: Published) -> Published:
    """Return the day that a search over the whole page finds, where the page states none."""
    day = find_date(source, extensive_search=True, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    if day is None:
        return stated
    return Published(day, "metadata", _FOUND_DATE, stated.candidates, approximate=True)
