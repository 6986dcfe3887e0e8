"""Files of answers: the same rows as CSV, TSV and Parquet, the whole records as JSON lines."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from musnad.query import TABLES, TOLD_TABLES, write_table

Ending = Literal["csv", "tsv", "jsonl", "parquet"]
MEDIA: dict[Ending, str] = {
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
}
FILES: dict[int | str, dict[str, Any]] = {200: {"content": {media: {} for media in MEDIA.values()}}}
"""What a download answers, for its description."""


def file(of: str, items: Iterable[Any], ending: Ending) -> Response:
    """Return the answers of a table of `musnad.query` as a file."""
    table = {**TABLES, **TOLD_TABLES}[of]
    return sent(f"{of}.{ending}", MEDIA[ending], lambda path: write_table(table, items, path))


def sent(name: str, media: str, write: Callable[[Path], object]) -> Response:
    """Return a file that is written to disk, sent piece by piece and removed when it was sent."""
    folder = TemporaryDirectory()
    try:
        path = Path(folder.name) / name
        write(path)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(path, media_type=media, filename=name, background=BackgroundTask(folder.cleanup))
