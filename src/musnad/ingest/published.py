"""When a page says that it was published: every stated day with its evidence, the best one believed.

When it was changed since stands among the candidates, with a reason that begins with `updated`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement

from musnad.ingest.address import address_day
from musnad.ingest.captured import UPDATED
from musnad.ingest.days import Calendar, as_iso, same, same_moment
from musnad.model import Published, PublishedCandidate

_NAMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "og:pubdate",
    "article:published", "article.published", "datepublished", "schema:datepublished", "rnews:datepublished",
    "published", "pubdate", "pub_date", "publishdate", "publish_date", "publish-date", "publicationdate",
    "publication_date", "dc.date.issued", "dc:date.issued", "dcterms.issued", "dcterms:issued",
    "dcterms.created", "dcterms:created", "dc.terms.created", "dc:created", "dc.created", "dcterms.date",
    "dc.date", "dc:date", "date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "bt:pubdate", "article_date_original", "datecreated",
)  # fmt: skip
_UPDATE_NAMES = (
    "article:modified_time", "og:updated_time", "article:modified", "datemodified", "schema:datemodified",
    "last-modified", "lastmod", "modified", "dcterms.modified", "dcterms:modified", "dc.date.modified", "dc:modified",
)  # fmt: skip
_KNOWN = frozenset((*_NAMES, *_UPDATE_NAMES))
_UPDATE_CLASS = re.compile("updat|modif", re.IGNORECASE)
_ASIDE = frozenset(("nav", "aside", "footer", "script", "style", "noscript", "template", "head"))
_LISTED = frozenset(("a", "li", "ul", "ol"))  # mostly other news, sometimes the article's own line of facts
_INLINE = frozenset(("i", "b", "span", "svg", "img", "br", "strong", "path"))
_LONGEST_VALUE = 40  # code points of a day that is marked up in the text
METADATA, URL, PRINTED = 0.9, 0.7, 0.7  # how far each basis is believed


def stated_day(
    tree: HtmlElement, blocks: Sequence[Mapping[str, Any]], address: str | None, calendar: Calendar
) -> Published:
    """Return the best stated day, the others as candidates; what cannot be read as a day is a candidate too.

    In this order: JSON-LD, named metadata wherever it stands, `time` elements, the address, a line beside the headline
    that prints a day and nothing else.
    """
    named = _named(tree)
    seen = [("metadata", METADATA, value.strip(), reason) for value, reason in _metadata(tree, blocks, named)]
    day = address_day(address)
    seen += [("url", URL, day, "address")] if day else []
    printed: list[PublishedCandidate] = []
    if not any(as_iso(value) for _, _, value, _ in seen):
        days = _printed(tree, calendar)
        seen += [("metadata", PRINTED, day, reason) for day, reason in days[:1]]
        printed = [
            PublishedCandidate(day, "metadata", reason) for day, reason in days[1:] if reason.startswith(UPDATED)
        ]
    good = [(basis, trust, iso, reason) for basis, trust, value, reason in seen if (iso := as_iso(value)) is not None]
    updates = (*_updates(tree, blocks, named), *printed[:1])
    if not good:
        return Published(candidates=(*(PublishedCandidate(v, b, r) for b, _, v, r in seen if v), *updates))
    basis, trust, value, _ = good[0]
    others = tuple(PublishedCandidate(v, b, r) for b, _, v, r in good[1:] if not same(v, value))
    return Published(value, basis, trust, (*others, *(u for u in updates if not same_moment(u.value, value))))


def _updates(
    tree: HtmlElement, blocks: Sequence[Mapping[str, Any]], named: Mapping[str, str]
) -> Iterator[PublishedCandidate]:
    """Yield when a page says that it was changed, each moment once."""
    stated = [(str(block["dateModified"]), "JSON-LD") for block in blocks if block.get("dateModified")]
    stated += [(named[name], f"meta {name}") for name in _UPDATE_NAMES if name in named]
    stated += [(element.get("datetime", ""), "time element") for element in tree.iter("time") if _is_update(element)][
        :1
    ]
    seen: set[str] = set()
    for value, reason in stated:
        iso = as_iso(value)
        if iso is not None and iso not in seen:
            seen.add(iso)
            yield PublishedCandidate(iso, "metadata", f"{UPDATED}: {reason}")


def _metadata(
    tree: HtmlElement, blocks: Sequence[Mapping[str, Any]], named: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if block.get("datePublished"):
            yield str(block["datePublished"]), "JSON-LD"
    for name in _NAMES:
        if name in named:
            yield named[name], f"meta {name}"
    times = [t for t in tree.iter("time") if t.get("datetime") and not _is_update(t)]
    marked = [t for t in times if t.get("pubdate") is not None or "publish" in (t.get("class") or "").lower()]
    for element in _by_nearness(tree, marked or times)[:1]:
        yield element.get("datetime", ""), "time element"


def _is_update(element: HtmlElement) -> bool:
    written = (element.get("class") or "").lower()
    return _UPDATE_CLASS.search(written) is not None and "publish" not in written


def _named(tree: HtmlElement) -> dict[str, str]:
    """Return the values of metadata by name, from `meta` elements and from marked-up elements of the page."""
    found: dict[str, str] = {}
    for element in tree.xpath("//*[@property or @itemprop or @name]"):
        written = " ".join(filter(None, map(element.get, ("property", "name", "itemprop")))).lower().split()
        if _KNOWN.isdisjoint(written):
            continue
        value = element.get("content") or element.get("datetime")
        if not value and element.get("name") is None:
            value = " ".join(element.text_content().split())
            value = value if len(value) <= _LONGEST_VALUE else None
        for name in written:
            if value:
                found.setdefault(name, value)
    return found


def _printed(tree: HtmlElement, calendar: Calendar) -> list[tuple[str, str]]:
    """Return the printed days with their reasons, the nearest to the headline first, those of changes behind."""
    days: dict[HtmlElement, tuple[str, str]] = {}
    for element in tree.iter():
        if isinstance(element.tag, str) and all(child.tag in _INLINE for child in element):
            line = " ".join(element.text_content().split())
            day = calendar.stamp(line)
            if day is not None:
                reason = f"{UPDATED}: printed" if calendar.is_update(line) else "printed beside the headline"
                days[element] = day.isoformat(), reason
    found = [days[element] for element in _by_nearness(tree, list(days))]
    return sorted(found, key=lambda day: day[1].startswith(UPDATED))


def _by_nearness(tree: HtmlElement, elements: list[HtmlElement]) -> list[HtmlElement]:
    """Sort elements that hold a day: out of lists and links first, then the first behind the headline."""
    if not elements:
        return []
    order = {element: number for number, element in enumerate(tree.iter())}
    headline = next((order[h1] for h1 in tree.iter("h1") if h1.text_content().strip()), -1)
    keys = {}
    for element in elements:
        tags = {element.tag, *(ancestor.tag for ancestor in element.iterancestors())}
        if not tags & _ASIDE:
            distance = order[element] - headline
            keys[element] = (bool(tags & _LISTED), distance < 0, abs(distance))
    return sorted(keys, key=lambda element: keys[element])
