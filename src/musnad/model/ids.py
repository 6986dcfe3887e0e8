"""Content ids: the same evidence has the same id, whatever rules or lexicons read it."""

from collections.abc import Iterable
from hashlib import blake2b

from musnad.model.spans import Span

_SEPARATOR = b"\x1f"


def content_id(prefix: str, *parts: str) -> str:
    """Return `prefix-` and 16 hex digits of the BLAKE2b hash of the parts.

    >>> content_id("a", "x", "y") == content_id("a", "x", "y") != content_id("a", "xy")
    True
    """
    digest = blake2b(_SEPARATOR.join(part.encode("utf-8", "surrogatepass") for part in parts), digest_size=8)
    return f"{prefix}-{digest.hexdigest()}"


def fact_id(version: str, kind: str, spans: Iterable[Span]) -> str:
    """Return the id of a fact: article version, kind of fact and its evidence spans, and nothing else."""
    return content_id(kind[0], version, kind, *(f"{span.start}:{span.end}" for span in spans))
