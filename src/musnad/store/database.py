"""Open a database: for one writer, or for any number of readers, at the schema of this program.

Write-ahead logging lets readers ask while a writer works. A commit survives a killed process; a power cut may undo the
last ones, and leaves the database whole.
"""

import sqlite3
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from musnad.store.errors import StoreError, clear

_WAIT = 10.0  # seconds for a moment in which another connection ends its work
_CACHE = 64 * 1024  # KiB of pages that a connection may keep
_SMALL_CACHE = 16 * 1024  # of one that is to use little memory: the system keeps the pages too
_MAPPED = 1 << 30  # bytes of the file that readers take without copying: a commit empties the cache of each of them
_LOCK = "-writer"


def migrations() -> tuple[tuple[str, str], ...]:
    """Return name and SQL of every step from nothing to the schema of today, in order."""
    folder = resources.files("musnad.store") / "migrations"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple((file.name.removesuffix(".sql"), file.read_text("utf-8")) for file in files)


def to_read(path: Path, *, is_small: bool = False) -> sqlite3.Connection:
    """Open an existing database that nobody changes through this connection. Raises `StoreError`.

    One that `is_small` uses little memory for its pages, and takes longer.
    """
    if not path.is_file():
        message = f"{path}: there is no database (musnad ingest makes one)"
        raise StoreError(message)
    size = {"mapped": 0, "cache": _SMALL_CACHE} if is_small else {"mapped": _MAPPED}
    with clear(path):
        try:
            found = _connect(path, "ro", **size)
            applied = _applied(found)
        except sqlite3.OperationalError:
            # A file in a folder where nothing may be written has no log beside it: nobody can be writing to it.
            found = _connect(path, "ro&immutable=1", **size)
            applied = _applied(found)
    _must_know(path, applied)
    if any(name not in applied for name, _ in migrations()):
        found.close()
        message = f"{path}: made by an older musnad, or no musnad database; `musnad ingest {path}` brings it up to date"
        raise StoreError(message)
    return found


def to_share(path: Path) -> sqlite3.Connection:
    """Open an existing database for small changes between two transactions of its writer. Raises `StoreError`."""
    to_read(path).close()
    with clear(path):
        found = _connect(path, "rw")
        _set_up(found)
    return found


def to_write(path: Path) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    """Open or make a database as its only writer, at the newest schema; the second connection holds the lock.

    Raises `StoreError` where another writer is at work, or the file cannot be written or is none of ours.
    """
    with clear(path):
        lock = _locked(path)
        try:
            found = _connect(path, "rwc")
            applied = _applied(found)
            _must_know(path, applied)
            _set_up(found)
            _migrate(found, applied)
        except BaseException:
            lock.close()
            raise
    return found, lock


def _connect(path: Path, mode: str, *, mapped: int = 0, cache: int = _CACHE) -> sqlite3.Connection:
    """Open a file. A writer maps nothing: its cache lasts, and what is mapped counts for memory that it uses."""
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    found = sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None)
    found.execute(f"PRAGMA cache_size = -{cache}")
    found.execute("PRAGMA temp_store = MEMORY")
    found.execute(f"PRAGMA mmap_size = {mapped}")
    return found


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA secure_delete = ON")


def _locked(path: Path) -> sqlite3.Connection:
    """Return a connection that holds the lock of the writer until it is closed, or its process ends in any way."""
    lock = sqlite3.connect(f"{path}{_LOCK}", timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if not str(error.sqlite_errorname).startswith("SQLITE_BUSY"):
            raise
        message = f"{path}: another process writes to it; wait for it to end (readers need not)"
        raise StoreError(message) from error
    return lock


def _applied(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the names of the steps that a database has taken."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "migration" in tables:
        return frozenset(name for (name,) in connection.execute("SELECT name FROM migration"))
    return frozenset({"?"} if tables else ())


def _must_know(path: Path, applied: frozenset[str]) -> None:
    unknown = sorted(applied - {name for name, _ in migrations()})
    if unknown:
        made = "it holds tables of another program" if "?" in applied else f"made by a newer musnad ({unknown[-1]})"
        message = f"{path}: {made}"
        raise StoreError(message)


def _migrate(connection: sqlite3.Connection, applied: frozenset[str]) -> None:
    """Take the steps that are missing, each with its name in one transaction."""
    connection.execute("CREATE TABLE IF NOT EXISTS migration (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
    for name, sql in migrations():
        if name not in applied:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{sql}\nINSERT INTO migration (name) VALUES ('{name}');\nCOMMIT;"
            )
