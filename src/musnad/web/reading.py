"""Reading one article now, without storing it: bounded in size, and in how many are read at once."""

from threading import Semaphore

from musnad.errors import BusyError
from musnad.ingest import Given, read_bytes, read_text
from musnad.model import Reading
from musnad.pipeline import read
from musnad.web.desk import Desk

_AT_ONCE = Semaphore(2)
_WAIT = 10.0  # seconds


def read_now(desk: Desk, source: str | bytes, published: str | None, publisher: str | None) -> Reading:
    """Return the reading of a text, or of a page as text or bytes.

    Raises `InputError` where it cannot be read, and `BusyError` where others are being read and do not end.
    """
    given = Given(published=published or None, publisher=publisher or None)
    lexicon, limit = desk.engine.lexicon, desk.site.max_text
    if not _AT_ONCE.acquire(timeout=_WAIT):
        message = "too many texts are being read; try again"
        raise BusyError(message)
    try:
        if isinstance(source, bytes):
            article = read_bytes(source, lexicon, given=given, max_bytes=limit)
        else:
            article = read_text(source, lexicon, given=given, max_bytes=limit)
        return read(article, desk.engine)
    finally:
        _AT_ONCE.release()
