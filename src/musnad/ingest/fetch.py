"""Pages from the net, fetched only when asked for, with manners: robots.txt, a pause for each host, limits everywhere.

Nothing here looks at a clock of its own: the caller gives one, and how to wait.
"""

import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from http.client import HTTPException, HTTPResponse
from io import BytesIO
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from musnad.errors import InputError
from musnad.ingest.captured import captured
from musnad.ingest.days import as_iso
from musnad.ingest.given import Given
from musnad.ingest.hosts import Resolve, WatchedSocket, checked, connection, resolved
from musnad.ingest.inputs import read
from musnad.ingest.single import MAX_BYTES
from musnad.ingest.source import Source
from musnad.lexicon import Lexicon
from musnad.model import Article, Rejection

_PORTS = {"http": 80, "https": 443}
_MOVED = frozenset({301, 302, 303, 307, 308})
_OK, _UNCHANGED = 200, 304
_CLIENT_ERRORS = range(400, 500)
_ROBOTS_BYTES = 500_000  # as much of a robots.txt as RFC 9309 asks to read
_LONGEST_PAUSE = 60.0  # seconds; a host that asks for more gets this
_CHUNK = 1 << 16  # bytes
_SAFE = "/:@!$&'()*+,;=~-._%?"  # what an address keeps as it is written
_GZIP = 31  # window bits of zlib for the gzip format
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Manners:
    """The limits of fetching. `allowed` are host names whose addresses need not be public."""

    agent: str = "musnad"
    timeout: float = 20.0  # seconds without an answer, and three times as many for a whole one
    max_bytes: int = MAX_BYTES
    max_redirects: int = 5
    pause: float = 1.0  # seconds between two requests to one host
    allowed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: where it came from in the end, and what to send the next time to be told that nothing changed.

    `status` is 200, or 304 where the page is unchanged; then there are no bytes.
    """

    url: str
    status: int
    data: bytes = field(repr=False)
    etag: str | None = None
    modified: str | None = None
    is_page: bool = False
    retrieved_at: str | None = None


class Fetcher:
    """Fetches pages one at a time and remembers the rules of each host and when it was asked last."""

    def __init__(
        self,
        clock: Callable[[], float],
        wait: Callable[[float], None],
        *,
        manners: Manners | None = None,
        resolve: Resolve = resolved,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        """Take a clock in seconds that never goes back, a function that waits for some, and one for the day and time.

        Without the last one, a page is taken for fetched when its server says that it answered.
        """
        self._clock, self._wait, self._resolve, self._now = clock, wait, resolve, now
        self.manners = manners or Manners()
        self._context: ssl.SSLContext | None = None
        self._asked: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Return the page at an address; with `etag` or `modified` of an earlier answer only if it has changed since.

        Raises `InputError` with the reason `not-fetched` or `too-large`.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: _one_line(value) for name, value in conditions.items() if value is not None}
        return self._followed(url, headers, self.manners.max_bytes, robots=True)

    def _followed(self, url: str, headers: Mapping[str, str], limit: int, *, robots: bool) -> Fetched:
        """Return the answer behind at most so many redirects as the manners allow; every address is checked."""
        for _ in range(self.manners.max_redirects + 1):
            parts = _parts(url)
            if robots and not self._may(parts):
                raise InputError("not-fetched", f"the robots.txt of {parts.netloc} forbids {url}")
            answer = self._asked_once(parts, headers, limit)
            if isinstance(answer, Fetched):
                return answer
            url = urljoin(url, answer)
        raise InputError("not-fetched", f"more than {self.manners.max_redirects} redirects")

    def _asked_once(self, parts: SplitResult, headers: Mapping[str, str], limit: int) -> Fetched | str:
        """Return an answer, or where a redirect leads."""
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        addresses = checked(host, port, self._resolve, self.manners.allowed, timeout=self.manners.timeout)
        self._pause(parts)
        context = self._secure() if parts.scheme == "https" else None
        to = connection(host, port, addresses, timeout=self.manners.timeout, context=context)
        sent = {"User-Agent": self.manners.agent, "Accept-Encoding": "gzip", "Accept": "*/*", **headers}
        until = self._clock() + 3 * self.manners.timeout

        def check() -> None:
            if self._clock() > until:
                message = f"slower than {3 * self.manners.timeout:.0f} seconds"
                raise TimeoutError(message)

        try:
            to.connect()
            to.sock = WatchedSocket(to.sock, check)
            to.request("GET", _target(parts), headers=sent)
            with to.getresponse() as response:
                location = response.headers.get("Location")
                if response.status in _MOVED and location:
                    return location
                return self._answer(parts.geturl(), response, limit)
        except (OSError, HTTPException, ValueError, zlib.error) as error:
            if isinstance(error, InputError):
                raise
            raise InputError("not-fetched", f"{parts.geturl()}: {type(error).__name__}: {error}") from error
        finally:
            to.close()

    def _answer(self, url: str, response: HTTPResponse, limit: int) -> Fetched:
        if response.status not in {_OK, _UNCHANGED}:
            raise _RefusedError(response.status, f"{url}: {response.status} {response.reason}")
        data = b"" if response.status == _UNCHANGED else self._body(response, limit)
        headers = response.headers
        is_page = headers.get_content_type() in _PAGES
        moment = as_iso(headers.get("Date") or "") if self._now is None else self._now().isoformat(timespec="seconds")
        return Fetched(url, response.status, data, headers.get("ETag"), headers.get("Last-Modified"), is_page, moment)

    def _body(self, response: HTTPResponse, limit: int) -> bytes:
        """Return the bytes of an answer, unzipped. Raises `InputError` where they are too many or not all there."""
        coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
        if coding not in {"identity", "gzip", "x-gzip"}:
            raise InputError("not-fetched", f"coded as {coding!r}, which was not asked for")
        unzip = None if coding == "identity" else zlib.decompressobj(_GZIP)
        found = bytearray()
        received = 0  # zipped bytes may be many and hold nothing
        while (unzip is None or not unzip.eof) and (data := response.read1(_CHUNK)):
            received += len(data)
            found += unzip.decompress(data, limit + 1 - len(found)) if unzip else data
            if max(len(found), received) > limit:
                raise InputError("too-large", f"more than {limit} bytes")
        if (unzip is None and response.length) or (
            unzip is not None and not unzip.eof
        ):  # of the stated length so much is missing
            raise InputError("not-fetched", "the answer ends early")
        return bytes(found)

    def _pause(self, parts: SplitResult) -> None:
        """Wait until a host may be asked again."""
        host = parts.hostname or ""
        rules = self._robots.get(_origin(parts))
        wanted = rules.crawl_delay(self.manners.agent) if rules else None
        pause = max(self.manners.pause, min(float(wanted or 0), _LONGEST_PAUSE))
        rest = self._asked.get(host, float("-inf")) + pause - self._clock()
        if rest > 0:
            self._wait(rest)
        self._asked[host] = self._clock()

    def _may(self, parts: SplitResult) -> bool:
        """Say whether the rules of a host allow an address: all if it has none (4xx); in trouble nothing is fetched."""
        origin = _origin(parts)
        if origin not in self._robots:
            rules = RobotFileParser()
            try:
                text = self._followed(f"{origin}/robots.txt", {}, _ROBOTS_BYTES, robots=False).data
                rules.parse(text.decode("utf-8-sig", "replace").splitlines())
            except _RefusedError as error:
                if error.status not in _CLIENT_ERRORS:
                    raise
                rules.parse([])
            self._robots[origin] = rules
        return self._robots[origin].can_fetch(self.manners.agent, parts.geturl())

    def _secure(self) -> ssl.SSLContext:
        if self._context is None:
            self._context = ssl.create_default_context()
        return self._context


class _RefusedError(InputError):
    """A server answered, but not with a page."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__("not-fetched", detail)
        self.status = status


def fetched(
    url: str, lexicon: Lexicon, fetcher: Fetcher, *, given: Given | None = None
) -> Iterator[Article | Rejection]:
    """Yield the articles and rejections of what stands at an address: a page, a feed, or any other kind of input."""
    known = given or Given()
    try:
        answer = fetcher.fetch(url)
    except InputError as error:
        yield Rejection(known.id or url, error.reason, error.detail)
        return
    named = replace(known, id=known.id or url, url=known.url or answer.url, retrieved_at=answer.retrieved_at)
    name = "page.html" if answer.is_page else urlsplit(answer.url).path.rpartition("/")[2]
    for item in read(BytesIO(answer.data), Source(lexicon, named, fetcher.manners.max_bytes, name=name)):
        yield captured(item, answer.retrieved_at) if isinstance(item, Article) else item


def _parts(url: str) -> SplitResult:
    """Return the parts of an address that can be fetched. Raises `InputError` for any other."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise InputError("not-fetched", f"no address: {url!r}: {error}") from error
    if parts.scheme not in _PORTS or not host or parts.username is not None:
        raise InputError("not-fetched", f"no address of a page on the net: {url!r}")
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port in {None, _PORTS[parts.scheme]} else f"{shown}:{port}"
    return SplitResult(parts.scheme, netloc, quote(parts.path, safe=_SAFE) or "/", quote(parts.query, safe=_SAFE), "")


def _origin(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc}"


def _target(parts: SplitResult) -> str:
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _one_line(value: str) -> str:
    return " ".join(value.split())
