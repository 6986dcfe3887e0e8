"""Files of answers: the same rows as CSV, TSV and Parquet, the whole records as JSON lines."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from starlette.responses import Response

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
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{of}.{ending}"
        write_table({**TABLES, **TOLD_TABLES}[of], items, path)
        data = path.read_bytes()
    headers = {"content-disposition": f'attachment; filename="{of}.{ending}"'}
    return Response(data, media_type=MEDIA[ending], headers=headers)
