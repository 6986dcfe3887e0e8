"""What is served, to whom, and within which limits."""

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names under which a browser on this machine asks."""


@dataclass(frozen=True, slots=True)
class Site:
    """One collection with its limits.

    `hosts` are the names under which requests are answered: a page of another site cannot reach the collection by a
    name that it makes point here. Without a `token` nothing can be written. `seconds` bound what the questions of one
    request may take, `download_seconds` those of a download, `max_body` the bytes of what is sent, `max_text` those of
    an article that is read now; `threads` are the requests that are answered at once. `is_secure` says that a proxy in
    front speaks HTTPS.
    """

    db: Path
    hosts: tuple[str, ...] = LOOPBACK
    token: str | None = None
    seconds: float = 5.0
    download_seconds: float = 120.0
    max_body: int = 2_000_000
    max_text: int = 500_000
    threads: int = 6
    is_secure: bool = False
