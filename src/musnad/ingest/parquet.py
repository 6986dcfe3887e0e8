"""Parquet files whose columns are record fields: one article or rejection a row. Needs pyarrow, which is optional."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from musnad.ingest.records import read_record
from musnad.ingest.source import Source
from musnad.ingest.stream import Stream
from musnad.ingest.tables import FIELDS
from musnad.model import Article, Rejection

SIGN = b"PAR1"
INSTALL = "pip install 'musnad[parquet]'"
_ROWS = 256  # held at a time


def parquet(stream: Stream, source: Source) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every row. The file must be one that lies on a disk, not a pipe."""
    del stream  # the format is read from its end
    if source.path is None:
        yield Rejection(source.label, "unreadable", "Parquet is read from its end: give the name of a file")
        return
    try:
        from pyarrow import ArrowException  # noqa: PLC0415 - optional, and heavy
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError:
        yield Rejection(source.label, "unreadable", f"reading Parquet needs pyarrow: {INSTALL}")
        return
    number = 0
    try:
        with ParquetFile(source.path) as file:
            names = [name for name in file.schema_arrow.names if name.strip().lower() in FIELDS]
            if not {"text", "html"} & {name.strip().lower() for name in names}:
                found = ", ".join(file.schema_arrow.names)
                yield Rejection(source.label, "record", f"the columns are neither text nor html but {found}")
                return
            for batch in file.iter_batches(_ROWS, columns=names):
                for row in batch.to_pylist():
                    number += 1
                    yield _read(row, f"row {number}", source)
    except (ArrowException, OSError, ValueError) as error:
        yield Rejection(source.label, "truncated", f"behind row {number}: {error}")
    else:
        if not number:
            yield Rejection(source.label, "empty", "a table without a single row")


def _read(row: dict[str, Any], where: str, source: Source) -> Article | Rejection:
    """Read a row as a record: names in small letters, days as ISO strings, without what is empty."""
    found = {name.strip().lower(): value for name, value in row.items() if value is not None}
    record = {name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()}
    if sum(len(value) for value in record.values() if isinstance(value, str)) > source.max_bytes:
        return Rejection(
            str(record.get("id") or where), "too-large", f"{where}: more than {source.max_bytes} characters"
        )
    return read_record(record, where, source.lexicon, source.given)
