"""RSS and Atom feeds: every entry an article, from the page saved beside the feed, its full text or its summary."""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from musnad.errors import InputError
from musnad.ingest.boilerplate import Boilerplate
from musnad.ingest.clock import at_home
from musnad.ingest.comments import COMMENT, COMMENTS
from musnad.ingest.days import Calendar, as_iso
from musnad.ingest.decode import clean, decode
from musnad.ingest.given import Given
from musnad.ingest.language import require_arabic
from musnad.ingest.records import STATED
from musnad.ingest.single import read_bytes
from musnad.ingest.source import Source
from musnad.ingest.stream import Stream
from musnad.ingest.title import with_title
from musnad.model import Article, Published, PublishedCandidate, Rejection, Retrieval, Span

EXTRACTOR = "feed/1"
_SIGN = re.compile(
    rb"\s*(?:<\?[^>]*>\s*|" + COMMENT.encode() + rb"|<!DOCTYPE\s+rss[^>]*>\s*)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
_HEAD = 4096  # bytes in which a feed shows that it is one
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_END = re.compile(rf"</(?:rss|feed|\w+:RDF)\s*>\s*{COMMENTS}$", re.DOTALL)
_TAIL = 4096  # code points in which a feed closes: its end, and what caches write behind it
_REFERENCE = re.compile(r"&#(?:(?P<decimal>\d+)|[xX](?P<hex>[0-9a-fA-F]+));?")
_SAVED = ("", ".html", ".htm")
_UPDATED = "updated"
_DAYS = ("published", "created", _UPDATED)  # the first that is stated is believed
_ENOUGH = 0.8  # share of the longest text of an entry; a shorter one is a summary
_MOST_DIGITS = 10  # of a reference to a character
_E_MAIL = re.compile(r"\S+@\S+")


@dataclass(frozen=True, slots=True)
class _Feed:
    """What all entries of a feed share: what it says of itself, whose input it is, and what is no text."""

    about: Mapping[str, Any]
    source: Source
    boilerplate: Boilerplate
    calendar: Calendar
    retrieval: Retrieval


def is_feed(head: bytes) -> bool:
    """Say whether the first bytes of an input are those of a feed."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return _SIGN.match(head.replace(b"\0", b"")) is not None


def feed(stream: Stream, source: Source) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every entry, in the order of the feed."""
    try:
        data = stream.whole(source.max_bytes)
        text = decode(data, source.max_bytes)
        parsed = _parsed(text)
    except InputError as error:
        yield Rejection(source.label, error.reason, error.detail)
        return
    entries = [dict(entry) for entry in parsed.get("entries") or []]  # as it is stated, one name not put for another
    about, lexicon, given = parsed.get("feed") or {}, source.lexicon, source.given
    retrieval = Retrieval.of(data, given.retrieved_at, given.url)
    shared = _Feed(about, source, Boilerplate.of(lexicon), Calendar.of(lexicon), retrieval)
    for number, entry in enumerate(entries, 1):
        label = _string(entry, "id") or _string(entry, "link") or f"{source.label}#{number}"
        try:
            yield _article(entry, label, shared)
        except InputError as error:
            yield Rejection(label, error.reason, f"entry {number}: {error.detail}")
        except Exception as error:  # noqa: BLE001 - one odd entry must not end the feed
            yield Rejection(label, "internal", f"entry {number}: {type(error).__name__}: {error}")
    cut = stream.damage() or (None if _END.search(text[-_TAIL:]) else "the feed ends before its last element is closed")
    if cut is not None:
        yield Rejection(source.label, "truncated", cut)
    elif not entries:
        yield Rejection(source.label, "empty", "a feed without a single entry")


def pages_beside(path: Path, max_bytes: int) -> frozenset[Path]:
    """Return the saved pages to which the entries of a feed lead: the feed reads them, so that they are no inputs."""
    with path.open("rb") as file:
        if not is_feed(file.read(_HEAD)):
            return frozenset()
        file.seek(0)
        data = file.read(max_bytes + 1)
    try:
        entries = _parsed(decode(data, max_bytes)).get("entries") or []
    except InputError:
        return frozenset()
    found = (_saved(_string(dict(entry), "link"), path) for entry in entries)
    return frozenset(page for page in found if page is not None)


def _parsed(text: str) -> Mapping[str, Any]:
    import feedparser  # noqa: PLC0415 - loads only where a feed is read

    text = _REFERENCE.sub(_possible, text)
    headers = {"content-type": "application/xml; charset=utf-8"}  # decoded already, whatever the feed declares
    try:  # a file object: a string might be taken for an address and fetched
        parsed: Mapping[str, Any] = feedparser.parse(BytesIO(text.encode()), response_headers=headers)
    except Exception as error:  # broken mark-up breaks the parser in ways that nobody foresees
        detail = f"the parser of feeds fails at its mark-up ({type(error).__name__}: {error})"
        raise InputError("truncated", detail) from error
    return parsed


def _possible(reference: re.Match[str]) -> str:
    """Return a character reference as it is written, U+FFFD where it stands for no character: parsers fail at it."""
    digits, base = (reference["decimal"], 10) if reference["decimal"] else (reference["hex"], 16)
    number = int(digits, base) if len(digits) < _MOST_DIGITS else sys.maxunicode + 1
    return reference.group() if 0 < number <= sys.maxunicode and not 0xD800 <= number <= 0xDFFF else "\ufffd"  # noqa: PLR2004 - surrogates


def _article(entry: Mapping[str, Any], label: str, shared: _Feed) -> Article:
    source = shared.source
    url = _string(entry, "link")
    published = at_home(_published(entry), shared.boilerplate.sites.at(url).zone)
    publisher = _publisher(entry, url, shared)
    page = _saved(url, source.path)
    if page is not None:
        try:
            known = source.known(id=label, url=url, publisher=publisher)
            article = _read_page(page, known, source)
        except (InputError, OSError):
            pass  # what the feed itself holds is still there
        else:
            weak = article.published.value is None or article.published.approximate
            return replace(article, published=published) if weak and published.value else article
    title, lines = _title_and_body(entry, shared)
    if not lines and not title:
        raise InputError("empty", "neither title nor text")
    text, span = with_title(title, "\n".join(lines)) if lines else (title, Span(0, len(title)))
    require_arabic(text)
    known = source.known(id=label, url=url, publisher=publisher)
    return Article(
        text,
        span,
        id=label,
        url=known.url,
        publisher=known.publisher,
        byline=_byline(entry),
        published=known.day(published),
        extractor=EXTRACTOR,
        own_id=_string(entry, "id"),
        retrieval=shared.retrieval,
    )


def _read_page(page: Path, known: Given, source: Source) -> Article:
    with page.open("rb") as file:
        data = file.read(source.max_bytes + 1)
    return read_bytes(data, source.lexicon, name="page.html", given=known, max_bytes=source.max_bytes)


def _title_and_body(entry: Mapping[str, Any], shared: _Feed) -> tuple[str, list[str]]:
    """Return the title, and the lines of the full text of an entry, or of its summary where that is all it has."""
    from musnad.ingest.fragment import fragment_lines  # noqa: PLC0415 - the parser of mark-up loads where it is needed

    boilerplate = shared.boilerplate
    without = boilerplate.at(boilerplate.sites.at(_string(entry, "link"))).without
    bodies = [without(fragment_lines(clean(text)), shared.calendar) for text in _texts(entry)]
    sizes = [sum(len("".join(line.split())) for line in lines) for lines in bodies]
    enough = _ENOUGH * max(sizes)
    title = " ".join(fragment_lines(_string(entry, "title") or ""))
    return title, next(lines for lines, size in zip(bodies, sizes, strict=True) if size >= enough)


def _texts(entry: Mapping[str, Any]) -> list[str]:
    """Return the texts of an entry, those first that still have their paragraphs."""
    parts = [(part.get("type"), part.get("value")) for part in entry.get("content") or []]
    marked_up = [str(value or "") for kind, value in parts if kind != "text/plain"]
    return [*marked_up, _string(entry, "summary") or "", *(str(v or "") for kind, v in parts if kind == "text/plain")]


def _published(entry: Mapping[str, Any]) -> Published:
    """Return the stated day with its zone, as the feed writes it; other stated days are candidates."""
    stated = [(name, value) for name in _DAYS if (value := _string(entry, name)) is not None]
    good = [(name, iso) for name, value in stated if (iso := as_iso(value)) is not None]
    if not good:
        return Published(candidates=tuple(PublishedCandidate(v, "metadata", f"feed {n}: no date") for n, v in stated))
    value = good[0][1]
    found = [(name, PublishedCandidate(iso, "metadata", f"feed {name}")) for name, iso in good[1:] if iso != value]
    others = tuple(candidate for name, candidate in found if name != _UPDATED)
    updated = tuple(candidate for name, candidate in found if name == _UPDATED)
    return Published(value, "metadata", STATED, others, reason=f"feed {good[0][0]}", updated=updated)


def _publisher(entry: Mapping[str, Any], url: str | None, shared: _Feed) -> str | None:
    """Return who published an entry: the feed that it was taken from, the known site, else the feed's own title."""
    origin = entry.get("source")
    taken = _string(origin, "title") if isinstance(origin, Mapping) else None
    sites = shared.boilerplate.sites
    site = sites.at(url).name or sites.at(_string(shared.about, "link")).name
    return taken or site or _string(shared.about, "title")


def _byline(entry: Mapping[str, Any]) -> str | None:
    """Return the author's name without an address."""
    detail = entry.get("author_detail")
    name = (_string(detail, "name") if isinstance(detail, Mapping) else None) or _string(entry, "author")
    return " ".join(_E_MAIL.sub("", name).strip(" ()<>").split()) or None if name else None


def _saved(url: str | None, feed_path: Path | None) -> Path | None:
    """Return the page beside a feed to which a link leads: by its path, or by the last part of its address."""
    if url is None or feed_path is None:
        return None
    folder = feed_path.parent.resolve()
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = unquote(parts.path).strip("/")
    names = [path.rpartition("/")[2]] if parts.netloc else [path, path.rpartition("/")[2]]
    for name in (name for name in names if name and "\0" not in name):
        for ending in _SAVED:
            try:
                page = (folder / (name + ending)).resolve()
                if page.is_relative_to(folder) and page.is_file() and page != feed_path.resolve():
                    return page
            except OSError:  # a name too long for the file system
                continue
    return None


def _string(values: Mapping[str, Any], name: str) -> str | None:
    value = values.get(name)
    return clean(value).strip() or None if isinstance(value, str) else None
