"""When a page says that it was published, and when that it was changed: every stated day with its evidence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from musnad.ingest.address import address_day
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
_YEARS = etree.XPath(
    "descendant-or-self::*[text()[contains(., '20') or contains(., '19') or contains(., '\u0662\u0660') "
    "or contains(., '\u0661\u0669') or contains(., '\u06f2\u06f0') or contains(., '\u06f1\u06f9')]]"
)  # the parser of paths passes over most of a page faster than a pattern could
_MOST_AROUND = 2
_LONGEST_VALUE = 40  # code points of a day that is marked up in the text
METADATA, URL, PRINTED, LATE = 0.9, 0.7, 0.7, 0.5  # how far each basis is believed
_CHANGED = "printed beside the headline as the day of a change"


def stated_day(
    tree: HtmlElement, blocks: Sequence[Mapping[str, Any]], address: str | None, calendar: Calendar
) -> Published:
    """Return the best stated day with all that state it; other days, and what cannot be read as one, as candidates.

    In this order: JSON-LD, named metadata wherever it stands, `time` elements, the address, a line beside the headline
    that prints a day and nothing else.
    """
    named = _named(tree)
    seen = [("metadata", METADATA, value.strip(), reason) for value, reason in _metadata(tree, blocks, named)]
    day = address_day(address)
    seen += [("url", URL, day, "address")] if day else []
    is_stated = any(as_iso(value) for _, _, value, _ in seen)
    printed, changed = _printed(tree, calendar, is_stated=is_stated)
    seen += [("metadata", PRINTED, day, "printed beside the headline") for day in printed[:1]]
    if not is_stated and not printed:  # the day of a change is better than none
        seen += [("metadata", LATE, day, _CHANGED) for day in changed[:1]]
    updated = tuple(_updates(tree, blocks, named, changed))
    good = [(basis, trust, iso, reason) for basis, trust, value, reason in seen if (iso := as_iso(value)) is not None]
    odd = tuple(PublishedCandidate(v, b, f"{r}: no date") for b, _, v, r in seen if v and as_iso(v) is None)
    if not good:
        return Published(candidates=odd, updated=updated)
    basis, trust, value, _ = good[0]
    others = tuple(PublishedCandidate(v, b, r) for b, _, v, r in good if not same(v, value))
    evidence = ", ".join(dict.fromkeys(reason for _, _, v, reason in good if same(v, value)))
    is_late = good[0][3] == _CHANGED
    return Published(value, basis, trust, (*others, *odd), is_late, evidence, updated)


def _updates(
    tree: HtmlElement, blocks: Sequence[Mapping[str, Any]], named: Mapping[str, str], printed: Sequence[str]
) -> Iterator[PublishedCandidate]:
    """Yield when a page says that it was changed, each moment once with all that state it."""
    stated = [(str(block["dateModified"]), "JSON-LD") for block in blocks if block.get("dateModified")]
    stated += [(named[name], f"meta {name}") for name in _UPDATE_NAMES if name in named]
    changed = [element.get("datetime", "") for element in tree.iter("time") if _is_update(element)]
    stated += [(value, "time element") for value in changed[:1]]
    stated += [(day, "printed beside the headline") for day in printed[:1]]
    found: dict[str, list[str]] = {}
    for value, reason in stated:
        iso = as_iso(value)
        if iso is not None:
            moment = next((known for known in found if same_moment(known, iso) or known.startswith(iso)), iso)
            found.setdefault(moment, []).append(reason)
    for moment, reasons in found.items():
        yield PublishedCandidate(moment, "metadata", ", ".join(dict.fromkeys(reasons)))


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


def _printed(tree: HtmlElement, calendar: Calendar, *, is_stated: bool) -> tuple[list[str], list[str]]:
    """Return the printed days of publication and those of changes, the nearest to the headline first.

    Against a day that is stated elsewhere none counts that stands before the headline or in a list: of other news.
    """
    days: dict[HtmlElement, tuple[str, bool]] = {}
    for element in _with_year(tree):
        if all(child.tag in _INLINE for child in element):
            line = " ".join(element.text_content().split())
            day = calendar.stamp(line)
            if day is not None:
                days[element] = day.isoformat(), calendar.is_update(line)
    found = [days[element] for element in _by_nearness(tree, list(days), beside=is_stated)]
    return [day for day, is_update in found if not is_update], [day for day, is_update in found if is_update]


def _with_year(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements that may print a year, and those around them: a day may be cut by inline elements."""
    found: dict[HtmlElement, None] = {}
    for element in _YEARS(tree):
        around = islice(element.iterancestors(), _MOST_AROUND)
        found |= dict.fromkeys((element, *around))
    return list(found)


def _by_nearness(tree: HtmlElement, elements: list[HtmlElement], *, beside: bool = False) -> list[HtmlElement]:
    """Sort elements that hold a day: out of lists and links first, then the first behind the headline.

    With `beside` no others are returned than those out of lists and behind it.
    """
    if not elements:
        return []
    order = {element: number for number, element in enumerate(tree.iter())}
    headline = next((order[h1] for h1 in tree.iter("h1") if h1.text_content().strip()), -1)
    keys = {}
    for element in elements:
        tags = {element.tag, *(ancestor.tag for ancestor in element.iterancestors())}
        is_other = bool(tags & _LISTED) or order[element] < headline
        if not tags & _ASIDE and not (beside and is_other):
            distance = order[element] - headline
            keys[element] = (bool(tags & _LISTED), distance < 0, abs(distance))
    return sorted(keys, key=lambda element: keys[element])
