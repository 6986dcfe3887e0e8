"""What goes wrong with a database, in words that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from musnad.errors import StoreError, UnknownIdError

__all__ = ["StoreError", "UnknownIdError", "clear"]

_SAID = {
    "SQLITE_FULL": "the disk is full; what was committed is kept: make room and run the same command again",
    "SQLITE_IOERR": "it cannot be written to (disk full, or a limit on file size?); what was committed is kept",
    "SQLITE_READONLY": "it is read-only for this user",
    "SQLITE_PERM": "it is read-only for this user",
    "SQLITE_CANTOPEN": "it cannot be opened: is the folder there, and may this user write in it?",
    "SQLITE_NOTADB": "it is no musnad database",
    "SQLITE_CORRUPT": "it is damaged; restore the last backup (docs/explain/collection.md)",
    "SQLITE_INTERRUPT": "the question costs more than is allowed; ask for less",
    "SQLITE_BUSY": "another program has locked it",
}


@contextmanager
def clear(path: Path) -> Iterator[None]:
    """Turn errors of the database into `StoreError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = str(getattr(error, "sqlite_errorname", None) or "")
        said = next((words for code, words in _SAID.items() if name.startswith(code)), None)
        if said is None:
            raise
        message = f"{path}: {said} ({error})"
        raise StoreError(message) from error
