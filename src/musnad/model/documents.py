"""Documents, their versions (articles) and captures; what is known of a publication day."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from musnad.errors import RecordError
from musnad.model.ids import content_id
from musnad.model.spans import OffsetMap, Span

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|cmpid|ocid|fb_\w+)", re.IGNORECASE
)
_PORTS = {"http": 80, "https": 443}
_SAFE = "/:@!$&'()*+,;=~-._"  # what a path keeps unescaped

BASES = ("metadata", "url", "dateline", "text", "evidence", "given", "none")


@dataclass(frozen=True, slots=True)
class PublishedCandidate:
    """A day or time on which the article may have been published, and what speaks for it."""

    value: str
    basis: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: an ISO date or date-time, or None with the days that fit.

    `basis` is one of `BASES`; `confidence` lies between 0 and 1; `candidates` hold other values that were seen,
    days or stretches `first/last`, those that the text proves best first.
    `approximate` marks a value that may be late by up to three days (the day of a crawl).
    """

    value: str | None = None
    basis: str = "none"
    confidence: float = 0.0
    candidates: tuple[PublishedCandidate, ...] = ()
    approximate: bool = False

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


@dataclass(frozen=True, slots=True)
class Article:
    """One version of a document. `text` is title, blank line, body, kept verbatim; spans point into it.

    `version` is a hash of title, text, day and byline; from where it came and what extracted it are no part of it.

    `id` is the name that the input gave it (for batches), not its identity: that is `version`.
    `raw_map` leads from `text` to the characters of the decoded page, where the reader of that format keeps one.
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
    raw_map: OffsetMap | None = field(default=None, repr=False)
    version: str = field(init=False)

    def __post_init__(self) -> None:
        """Check the title span and compute the version."""
        if self.title_span is not None and self.title_span.end > len(self.text):
            message = f"title span {self.title_span} ends after the text ({len(self.text)} code points)"
            raise RecordError(message)
        parts = (self.title or "", self.text, self.published.value or "", self.byline or "")
        object.__setattr__(self, "version", content_id("v", *parts))

    @property
    def title(self) -> str | None:
        """Return the title, which is part of the text, or None."""
        return None if self.title_span is None else self.title_span.of(self.text)


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
    path = quote(unquote(parts.path), safe=_SAFE).rstrip("/")
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)])
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
    def of(cls, article: Article, *, own_id: str | None = None) -> "Document":
        """Identify the document of an article: canonical URL, else publisher and own id, else publisher and text.

        >>> a, b = Article("نص", publisher="x"), Article("نص", publisher="y")
        >>> Document.of(a).id == Document.of(b).id
        False
        """
        if article.url:
            return cls(("url", canonical_url(article.url)))
        if own_id:
            return cls(("own", article.publisher or "", own_id))
        return cls(("text", article.publisher or "", content_id("t", article.text)))


@dataclass(frozen=True, slots=True)
class Capture:
    """One fetch of a page. `retrieved_at` is an ISO date-time; `raw_hash` the SHA-256 of the bytes as they came."""

    document: str
    version: str
    retrieved_at: str
    url: str | None
    raw_hash: str
    raw: bytes | None = field(default=None, repr=False)
