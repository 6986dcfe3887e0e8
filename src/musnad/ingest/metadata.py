"""What a page says of itself: JSON-LD, meta elements, canonical address."""

import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from musnad.ingest.address import document_address
from musnad.ingest.days import Calendar
from musnad.ingest.published import stated_day
from musnad.model import Published

_CREDITS = ("creditText", "sourceOrganization")  # who else stands behind an article
_KINDS = ("Article", "Posting", "Report", "WebPage")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states: None where it states nothing. `credits` are its author and who else stands behind it."""

    title: str | None
    url: str | None
    publisher: str | None
    credits: tuple[str, ...]
    subtitle: str | None
    description: str | None
    published: Published


def read_metadata(tree: HtmlElement, url: str | None, calendar: Calendar) -> Metadata:
    """Return what a page says of itself; `url` is where it came from, if the caller knows."""
    blocks = sorted(_json_ld(tree), key=_is_page)
    metas = _metas(tree)
    canonical = [str(href) for href in tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")]
    address = document_address(url, [*canonical[:1], *([metas["og:url"]] if "og:url" in metas else [])])
    author = next((name for block in blocks if (name := _name(block.get("author")))), None) or metas.get("author")
    credit = next((n for b in blocks for key in _CREDITS if (n := _name(b.get(key)))), None)
    publisher = metas.get("og:site_name") or next(
        (name for block in blocks if (name := _name(block.get("publisher")))), None
    )
    heading = next((text for h1 in tree.iter("h1") if (text := " ".join(h1.text_content().split()))), None)
    title = next((t for b in blocks if (t := _string(b.get("headline")))), None) or metas.get("og:title") or heading
    title = title or next((_string(element.text_content()) for element in tree.iter("title")), None)
    return Metadata(
        title=_without_site(title, publisher),
        url=address,
        publisher=publisher,
        credits=tuple(name for name in (author, credit) if name is not None and "://" not in name),
        subtitle=next((t for b in blocks if (t := _string(b.get("alternativeHeadline")))), None),
        description=metas.get("og:description") or metas.get("description"),
        published=stated_day(tree, blocks, address, calendar),
    )


def _json_ld(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a page's JSON-LD that describe an article or its page, wherever they are nested."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]/text()"):
        try:
            waiting: deque[Any] = deque([json.loads(script, strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.popleft()
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                kinds = value.get("@type", "")
                named = kinds if isinstance(kinds, list) else [kinds]
                if any(str(kind).endswith(_KINDS) for kind in named):
                    yield value
                for inner in (value.get("@graph"), value.get("mainEntity")):
                    waiting += [v for v in (inner if isinstance(inner, list) else [inner]) if isinstance(v, dict)]


def _is_page(block: Mapping[str, Any]) -> bool:
    """Say whether an object describes the page only; an article's own description goes before it."""
    return "WebPage" in str(block.get("@type"))


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
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _without_site(title: str | None, site: str | None) -> str | None:
    """Cut the site's name from the end of a title («… - site», «… | site»)."""
    if title is None:
        return None
    for mark in (" - ", " | ", " – ", " — ", " :: "):
        head, found, tail = title.rpartition(mark)
        if found and head and site and tail.strip() in {site, site.lower()}:
            return head.strip()
    return title
