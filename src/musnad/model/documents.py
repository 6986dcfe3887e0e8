"""Documents, their versions (articles) and captures; what is known of a publication day."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from musnad.errors import RecordError
from musnad.model.ids import content_id
from musnad.model.spans import OffsetMap, Span

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|cmpid|ocid|fb_\w+)", re.IGNORECASE
)
_PORTS = {"http": 80, "https": 443}
_ANY = "surrogatepass"  # an address may hold half a character, from JSON that somebody cut
_SAFE = "/:@!$&'()*+,;=~-._"  # what a path keeps unescaped

LATE = 3  # days by which an approximate day, that of a crawl, may be late
BASES = ("metadata", "url", "dateline", "text", "evidence", "given", "none")
CAPTURED = "captured then, so published by then"
"""The reason of the candidate that only says by when a page without a day was published."""
_CLOCKS = timedelta(days=1)  # how far clocks and zones may differ


@dataclass(frozen=True, slots=True)
class PublishedCandidate:
    """A day or time on which the article may have been published, and what speaks for it."""

    value: str
    basis: str
    reason: str = ""

    @property
    def latest(self) -> date:
        """Return the last calendar day that a moment may fall on, however clocks differ.

        Raises `ValueError` for a stretch of days.
        """
        return (datetime.fromisoformat(self.value) + _CLOCKS).date()


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: an ISO date or date-time, or None with the days that fit.

    `basis` is one of `BASES`; `confidence` lies between 0 and 1; `reason` names every place that states the value.
    `candidates` hold other values that were seen, days or stretches `first/last`, those that the text proves best
    first: beside a value they contradict it. `updated` holds when the page says that it was changed, with the evidence
    of each; several moments there contradict each other.
    `approximate` marks a value that may be late by up to `LATE` days (the day of a crawl).
    """

    value: str | None = None
    basis: str = "none"
    confidence: float = 0.0
    candidates: tuple[PublishedCandidate, ...] = ()
    approximate: bool = False
    reason: str = ""
    updated: tuple[PublishedCandidate, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an unknown basis and a value that is no ISO date."""
        if self.basis not in BASES:
            message = f"basis must be one of {BASES}, not {self.basis!r}"
            raise RecordError(message)
        if self.value is not None:
            try:
                datetime.fromisoformat(self.value)
            except ValueError as error:
                message = f"published must be an ISO 8601 date or date-time, not {self.value!r}"
                raise RecordError(message) from error

    @property
    def day(self) -> date | None:
        """Return the calendar day at the publisher's own clock, or None."""
        return None if self.value is None else datetime.fromisoformat(self.value).date()

    @property
    def slack(self) -> int:
        """Return by how many days the value may be late."""
        return LATE if self.approximate else 0

    @property
    def latest(self) -> date | None:
        """Return the last calendar day that an undated page may have been published, told by its capture, or None."""
        return next((candidate.latest for candidate in self.candidates if candidate.reason == CAPTURED), None)

    @property
    def earliest(self) -> date | None:
        """Return the first calendar day that it may have been, or None.

        >>> Published("2024-03-01", "metadata", approximate=True).earliest
        datetime.date(2024, 2, 27)
        """
        day = self.day
        return None if day is None else max(date.min + timedelta(self.slack), day) - timedelta(self.slack)


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How the bytes came from which an article was read: the SHA-256 of them, and when and where they were fetched.

    `retrieved_at` is an ISO date-time, None where nobody knows (a file); so is `url`. Raises `RecordError` otherwise.
    `data` are the bytes themselves while they are at hand; they are no part of the record.
    """

    raw_hash: str
    retrieved_at: str | None = None
    url: str | None = None
    data: bytes | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse a moment that is none."""
        try:
            datetime.fromisoformat(self.retrieved_at or "2000-01-01")
        except ValueError as error:
            message = f"retrieved_at must be an ISO 8601 date-time, not {self.retrieved_at!r}"
            raise RecordError(message) from error

    @classmethod
    def of(cls, data: bytes, retrieved_at: str | None = None, url: str | None = None) -> "Retrieval":
        """Return the retrieval of some bytes."""
        return cls(sha256(data).hexdigest(), retrieved_at, url, data)


@dataclass(frozen=True, slots=True)
class Article:
    """One version of a document. `text` is title, blank line, body, kept verbatim; spans point into it.

    `version` is a hash of title, text, day and byline; from where it came and what extracted it are no part of it.

    `id` is the name that the input gave it (for batches), not its identity: that is `version`. `own_id` is the one by
    which its publisher knows it, where it states one. `raw_map` leads from `text` to the bytes that `retrieval` names,
    where the reader of that format keeps one; `raw_bytes` looks up in it.
    """

    text: str
    title_span: Span | None = None
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: Published = field(default_factory=Published)
    language: str = "ar"
    extractor: str = "text/1"
    subtitle_span: Span | None = None
    own_id: str | None = None
    retrieval: Retrieval | None = None
    raw_map: OffsetMap | None = field(default=None, repr=False)
    version: str = field(init=False)

    def __post_init__(self) -> None:
        """Check the spans of title and subtitle and compute the version."""
        for name, span in (("title", self.title_span), ("subtitle", self.subtitle_span)):
            if span is not None and span.end > len(self.text):
                message = f"{name} span {span} ends after the text ({len(self.text)} code points)"
                raise RecordError(message)
        parts = (self.title or "", self.text, self.published.value or "", self.byline or "")
        object.__setattr__(self, "version", content_id("v", *parts))

    @property
    def title(self) -> str | None:
        """Return the title, which is part of the text, or None."""
        return None if self.title_span is None else self.title_span.of(self.text)

    @property
    def subtitle(self) -> str | None:
        """Return the subtitle, which is part of the text, or None."""
        return None if self.subtitle_span is None else self.subtitle_span.of(self.text)

    def raw_bytes(self, span: Span) -> tuple[int, int] | None:
        """Return where the words of a span stand in the raw bytes, None where that is not known.

        Exact wherever the page writes the words as they are; else (a character reference) the whole of it is meant.
        """
        pieces = () if self.raw_map is None else self.raw_map.pieces
        ends = []
        for at, first in ((span.start, True), (span.end - 1, False)):
            number = bisect_right(pieces, at, key=lambda piece: piece[0]) - 1
            if number < 0 or at >= pieces[number][1]:
                return None
            ends.append(self._byte(pieces[number], at if first else at + 1, first=first))
        return ends[0], ends[1]

    def _byte(self, piece: tuple[int, int, int, int], at: int, *, first: bool) -> int:
        """Return the byte of a place in a piece; how many a character has is known by how many the piece has."""
        start, end, low, high = piece
        words, size = self.text[start:end], high - low
        if size == end - start:
            return low + at - start
        for name in ("utf-8", "utf-16-le", "utf-32-le"):
            if len(words.encode(name)) == size:
                return low + len(self.text[start:at].encode(name))
        return low if first else high


def canonical_url(address: str) -> str:
    """Return the one spelling of an address that identifies a document: no scheme, fragment or tracking parameter.

    Host in small letters without a default port, one way of escaping, no slash at the end, parameters in their order.
    What is no address is returned as it stands.

    >>> canonical_url("HTTPS://Site.example:443/a/%d8%a8/?utm_source=x&id=7#top")
    '//site.example/a/%D8%A8?id=7'
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return address.strip()
    host = (parts.hostname or "").rstrip(".")
    shown = f"{host}:{port}" if port not in {None, _PORTS.get(parts.scheme)} else host
    path = quote(unquote(parts.path), safe=_SAFE, errors=_ANY).rstrip("/")
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    query = urlencode(kept, errors=_ANY)
    return f"//{shown}{path}" + (f"?{query}" if query else "")


@dataclass(frozen=True, slots=True)
class Document:
    """A page as a thing that lives on, whatever versions of it are captured. `id` is computed from `key`."""

    key: tuple[str, ...]

    @property
    def id(self) -> str:
        """Return the content id of the identity."""
        return content_id("d", *self.key)

    @classmethod
    def of(cls, article: Article) -> "Document":
        """Identify the document of an article: canonical URL, else publisher and own id, else publisher and text.

        >>> a, b = Article("نص", publisher="x"), Article("نص", publisher="y")
        >>> Document.of(a).id == Document.of(b).id
        False
        """
        if article.url:
            return cls(("url", canonical_url(article.url)))
        if article.own_id:
            return cls(("own", article.publisher or "", article.own_id))
        return cls(("text", article.publisher or "", content_id("t", article.text)))


@dataclass(frozen=True, slots=True)
class Capture:
    """One fetch of a page: which version of which document it found, when and where, and the SHA-256 of its bytes.

    The same page with other chrome is another capture of the same version.
    """

    document: str
    version: str
    retrieved_at: str | None
    url: str | None
    raw_hash: str

    @classmethod
    def of(cls, article: Article) -> "Capture | None":
        """Return the capture that an article was read from, None where its reader knows of no bytes of its own."""
        found = article.retrieval
        if found is None:
            return None
        return cls(Document.of(article).id, article.version, found.retrieved_at, found.url, found.raw_hash)
