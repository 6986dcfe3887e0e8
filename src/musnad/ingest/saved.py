"""Pages that a browser saved with all their parts in one file (MHTML): the page itself, and where it came from."""

import re

from musnad.ingest.days import as_iso

_HEAD = 2000  # bytes in which such a file shows what it is
_SIGN = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEADER = re.compile(rb"\s*[A-Za-z-]+:\s")


def saved_page(data: bytes) -> tuple[bytes, str | None, str | None] | None:
    """Return the HTML of a saved page, its address and the time of saving; None if the bytes hold no such page."""
    head = data[:_HEAD]
    if not _HEADER.match(head) or not _SIGN.search(head):
        return None
    from email import message_from_bytes, policy  # noqa: PLC0415 - for everything else the start need not wait for it

    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
            if not isinstance(payload, bytes):
                return None
            return payload, str(address) if address else None, as_iso(str(message.get("Date") or ""))
    return None
