"""Write rows as TSV, CSV or Parquet: a header with the column names, then the rows in the order in which they come."""

import csv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol, TextIO

from musnad.errors import MusnadError
from musnad.export.tables import Row, Table

INSTALL = "pip install 'musnad[parquet]'"
_BATCH = 4096  # rows that a Parquet file takes at once
_ARROW = {"quad": "int64", "trigger_start": "int64", "trigger_end": "int64", "score": "float64"}


class Writer(Protocol):
    """Takes rows, and closes what it opened."""

    def write(self, rows: Iterable[Row]) -> None:
        """Write rows."""

    def close(self) -> None:
        """Finish the file; nothing is written after it."""


class _Delimited:
    """Rows as text with a delimiter; a field that holds it, or a line break, is quoted."""

    def __init__(self, table: Table, stream: TextIO, delimiter: str, *, owned: bool) -> None:
        names = [column.name for column in table.columns]
        self._stream, self._owned = stream, owned
        self._rows = csv.DictWriter(stream, names, delimiter=delimiter, lineterminator="\n", extrasaction="ignore")
        self._rows.writeheader()

    def write(self, rows: Iterable[Row]) -> None:
        self._rows.writerows(rows)

    def close(self) -> None:
        if self._owned:
            self._stream.close()


class _Parquet:
    """Rows as a Parquet file. Needs pyarrow, which is optional."""

    def __init__(self, table: Table, path: Path) -> None:
        try:
            import pyarrow as pa  # noqa: PLC0415 - optional, and heavy
            from pyarrow.parquet import ParquetWriter  # noqa: PLC0415
        except ImportError as error:
            message = f"writing Parquet needs pyarrow: {INSTALL}"
            raise MusnadError(message) from error
        kinds = {"int64": pa.int64(), "float64": pa.float64()}
        fields = [(c.name, kinds.get(_ARROW.get(c.name, ""), pa.string())) for c in table.columns]
        self._arrow: Any = pa
        self._schema = pa.schema(fields)
        self._file = ParquetWriter(path, self._schema)
        self._held: list[Row] = []

    def write(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._held.append(row)
            if len(self._held) == _BATCH:
                self._flush()

    def close(self) -> None:
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        names = self._schema.names
        held = [{name: row.get(name) for name in names} for row in self._held]
        self._file.write_table(self._arrow.Table.from_pylist(held, schema=self._schema))
        self._held.clear()


def _text(delimiter: str) -> Callable[[Table, Path], Writer]:
    return lambda table, path: _Delimited(table, path.open("w", encoding="utf-8", newline=""), delimiter, owned=True)


FORMATS: Mapping[str, Callable[[Table, Path], Writer]] = {".tsv": _text("\t"), ".csv": _text(","), ".parquet": _Parquet}
"""How a file is written, by the ending of its name."""


def writer(table: Table, path: Path | None, stream: TextIO) -> Writer:
    """Return what writes a table to a file, or without a file to a stream as TSV.

    Raises `MusnadError` where the ending of the name is unknown, or pyarrow is missing for Parquet.
    """
    if path is None:
        return _Delimited(table, stream, "\t", owned=False)
    make = FORMATS.get(path.suffix.lower())
    if make is None:
        message = f"the name of a table ends in one of {', '.join(FORMATS)}, not in {path.suffix!r}"
        raise MusnadError(message)
    return make(table, path)
