"""The address of a page: which of those that it states stands for the document, and its day."""

import re
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from musnad.ingest.given import is_iso

_DAY = re.compile(r"/(?P<y>20\d\d)[/-](?:[a-z_]{3,}/)?(?P<m>[01]?\d)[/-](?P<d>[0-3]?\d)(?=[/_\-.]|$)")
_RUN = re.compile(r"/(?P<y>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=\d*[/_\-.]|\d*$)")
_VARIANTS = re.compile(r"^(?:www|m|mobile|amp|wap)\.|\.cdn\.ampproject\.org$")


def document_address(retrieved: str | None, stated: list[str]) -> str | None:
    """Return the address that stands for the document: the first stated one that can, else where it came from.

    A stated address is believed if it is not the front page, and of the site that the page came from, where that is
    known: an AMP or mobile variant names its main version, but a copy must not take the identity of its source.
    """
    for address in stated:
        try:
            whole = urljoin(retrieved or "", address.strip())
        except ValueError:
            continue
        parts = _split(whole)
        is_page = parts.scheme in {"http", "https"} and bool(parts.netloc) and (parts.path.strip("/") or parts.query)
        if is_page and (retrieved is None or site_host(whole) == site_host(retrieved)):
            return whole
    return retrieved


def _split(address: str) -> SplitResult:
    """Return the parts of an address, all empty where it is none («http://[»)."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def site_host(address: str) -> str:
    """Return the host without what marks a variant; the cache of AMP pages names the host that it caches."""
    parts = _split(address)
    host = (parts.hostname or "").lower()
    if host.endswith(".cdn.ampproject.org"):
        host = host.partition(".")[0].replace("--", "\0").replace("-", ".").replace("\0", "-")
    if host.startswith("www.google.") and parts.path.startswith("/amp/"):
        host = parts.path.removeprefix("/amp/").removeprefix("s/").partition("/")[0]
    previous = ""
    while host != previous:
        previous, host = host, _VARIANTS.sub("", host)
    return host


def address_day(address: str | None) -> str | None:
    """Return the ISO day in the path of an address.

    >>> address_day("https://site.example/2021/9/14/some-news"), address_day("https://site.example/n/123")
    ('2021-09-14', None)
    """
    path = _split(unquote(address)).path if address else ""
    found = _DAY.search(path) or _RUN.search(path)
    if found is None:
        return None
    day = f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"
    return day if is_iso(day) else None
