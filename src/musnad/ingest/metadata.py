"""What a page says of itself: JSON-LD, meta elements, canonical address."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from musnad.ingest.given import is_iso
from musnad.model import Published, PublishedCandidate

_DATE_NAMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "pubdate",
    "publishdate", "publish_date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date",
    "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_URL_DAY = re.compile(r"/(?P<y>20\d\d)[/-](?:[a-z_]{3,}/)?(?P<m>[01]?\d)[/-](?P<d>[0-3]?\d)(?=[/_\-.]|$)")
_URL_RUN = re.compile(r"/(?P<y>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=\d*[/_\-.]|\d*$)")
_DAY = 10  # length of an ISO day
METADATA, URL = 0.9, 0.7  # how far each basis is believed


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states: None where it states nothing."""

    title: str | None
    url: str | None
    publisher: str | None
    byline: str | None
    description: str | None
    published: Published


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """Return what a page says of itself; `url` is where it came from, if the caller knows."""
    blocks = list(_json_ld(tree))
    metas = _metas(tree)
    address = url or _first(tree.xpath("//link[@rel='canonical']/@href")) or metas.get("og:url")
    author = next((name for block in blocks if (name := _name(block.get("author")))), None) or metas.get("author")
    publisher = metas.get("og:site_name") or next(
        (name for block in blocks if (name := _name(block.get("publisher")))), None
    )
    heading = _flat(_first(tree.xpath("//h1[1]//text()[normalize-space()]/ancestor::h1[1]")))
    title = next((t for b in blocks if (t := _string(b.get("headline")))), None) or metas.get("og:title") or heading
    title = title or _flat(_first(tree.xpath("//title")))
    return Metadata(
        title=_without_site(title, publisher),
        url=address if address and "://" in address else None,
        publisher=publisher,
        byline=None if author is None or "://" in author or author == publisher else author,
        description=metas.get("og:description") or metas.get("description"),
        published=_published(tree, blocks, metas, address),
    )


def _published(
    tree: HtmlElement, blocks: list[Mapping[str, Any]], metas: Mapping[str, str], address: str | None
) -> Published:
    """Return the best stated day with all others as candidates: JSON-LD, meta, `time` element, address."""
    seen = [("metadata", str(b["datePublished"]).strip(), "JSON-LD") for b in blocks if b.get("datePublished")]
    seen += [("metadata", metas[name], f"meta {name}") for name in _DATE_NAMES if name in metas]
    times = tree.xpath("//time[not(ancestor::aside)]/@datetime")
    seen += [("metadata", str(times[0]).strip(), "time element")] if times else []
    day = _url_day(address)
    seen += [("url", day, "address")] if day else []
    good = [(basis, value, reason) for basis, value, reason in seen if is_iso(value)]
    if not good:
        return Published(candidates=tuple(PublishedCandidate(v, b, r) for b, v, r in seen))
    basis, value, _ = good[0]
    others = tuple(PublishedCandidate(v, b, r) for b, v, r in good[1:] if v[:_DAY] != value[:_DAY])
    return Published(value, basis, METADATA if basis == "metadata" else URL, others)


def _url_day(address: str | None) -> str | None:
    path = urlsplit(unquote(address)).path if address else ""
    found = _URL_DAY.search(path) or _URL_RUN.search(path)
    if found is None:
        return None
    day = f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"
    return day if is_iso(day) else None


def _json_ld(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a page's JSON-LD that describe an article, wherever they are nested."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]/text()"):
        try:
            waiting: list[Any] = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                kinds = value.get("@type", "")
                named = kinds if isinstance(kinds, list) else [kinds]
                if any(str(kind).endswith(("Article", "Posting", "Report")) for kind in named):
                    yield value
                waiting += [v for v in value.get("@graph", ()) if isinstance(v, dict)]


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return meta contents by name, property or itemprop; the first of each wins."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _name(value: object) -> str | None:
    """Return the name in a JSON-LD person or organisation, in whatever shape sites write it."""
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item))), None)
    if isinstance(value, dict):
        return _string(value.get("name"))
    return _string(value)


def _string(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(found: list[Any]) -> Any:  # noqa: ANN401 - an element or a string
    return found[0] if found else None


def _flat(element: HtmlElement | None) -> str | None:
    return None if element is None else " ".join(element.text_content().split()) or None


def _without_site(title: str | None, site: str | None) -> str | None:
    """Cut the site's name from the end of a title («… - site», «… | site»)."""
    if title is None:
        return None
    for mark in (" - ", " | ", " – ", " — ", " :: "):
        head, found, tail = title.rpartition(mark)
        if found and head and site and tail.strip() in {site, site.lower()}:
            return head.strip()
    return title
