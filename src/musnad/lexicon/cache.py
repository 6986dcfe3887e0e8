"""What was compiled, kept in a folder that any number of processes and versions share.

A file is JSON (nothing in it can run), is named by the digest of all data files and of the code that compiles them, and
is written to a temporary name and renamed; one that cannot be read or written is ignored. Its time is that of its last
use: whoever writes a new one removes those that nobody used for a month. Who wanted one of them compiles anew.
"""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

UNUSED = 30 * 24 * 3600  # seconds without use from which a file is removed


def kept(folder: Path | None, digest: str, form: str) -> dict[str, Any] | None:
    """Return what was compiled under a digest in a form, None where nothing like that is kept."""
    if folder is None:
        return None
    try:
        path = _path(folder, digest)
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(value, dict) or value.get("format") != form:
        return None
    try:
        os.utime(path)
    except OSError:  # of somebody else, or in a folder where nothing may be written
        return value
    return value


def keep(folder: Path | None, digest: str, compiled: dict[str, Any]) -> None:
    """Keep what was compiled under a digest, and remove what is no longer used."""
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix="lexicon-", suffix=".part")
    except OSError:
        return
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(compiled, out, ensure_ascii=False, separators=(",", ":"))
        path = Path(name).replace(_path(folder, digest))
        now = path.stat().st_mtime
    except OSError:  # a full disk
        Path(name).unlink(missing_ok=True)
        return
    for other in [*folder.glob("lexicon-*.json"), *folder.glob("lexicon-*.part")]:
        _remove(other, now - UNUSED)


def _path(folder: Path, digest: str) -> Path:
    return folder / f"lexicon-{digest}.json"


def _remove(path: Path, before: float) -> None:
    """Remove a file that was last used before a moment."""
    try:
        if path.stat().st_mtime < before:
            path.unlink()
    except OSError:  # another process did
        return
