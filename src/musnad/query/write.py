"""Write answers as JSONL, CSV, TSV or Parquet, or hand them over as an Arrow table."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from musnad.errors import MusnadError
from musnad.query.found import Found
from musnad.query.tables import NUMBER, REAL, TABLES, TRUTH, Table, rows

INSTALL = "pip install 'musnad[parquet]'"
_BATCH = 4096  # rows that a Parquet file takes at once


def write(of: str, found: Iterable[Found], path: Path) -> int:
    """Write finds to a file by the ending of its name and return how many there were.

    JSONL holds the whole records with their spans, the others the columns of `TABLES`. Raises `MusnadError` where the
    ending is unknown, or pyarrow is missing for Parquet.
    """
    return write_table(TABLES[of], found, path)


def write_table(table: Table, found: Iterable[Any], path: Path) -> int:
    """Write the answers of a table to a file as `write` does."""
    how = FORMATS.get(path.suffix.lower())
    if how is None:
        message = f"the name of an export ends in one of {', '.join(FORMATS)}, not in {path.suffix!r}"
        raise MusnadError(message)
    return how(table, found, path)


def arrow(of: str, found: Iterable[Found]) -> Any:  # noqa: ANN401 - pyarrow is optional
    """Return finds as a `pyarrow.Table`; `.to_pandas()` and polars take it. Raises `MusnadError` without pyarrow."""
    pa = _pyarrow()
    table = TABLES[of]
    return pa.Table.from_pylist(list(rows(table, found)), schema=_schema(table, pa))


def _jsonl(table: Table, found: Iterable[Any], path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for item in found:
            file.write(json.dumps(table.whole(item), ensure_ascii=False) + "\n")
            count += 1
    return count


def _delimited(delimiter: str) -> Callable[[Table, Iterable[Any], Path], int]:
    def write_rows(table: Table, found: Iterable[Any], path: Path) -> int:
        count = 0
        with path.open("w", encoding="utf-8", newline="") as file:
            names = [column.name for column in table.columns]
            out = csv.DictWriter(file, names, delimiter=delimiter, lineterminator="\n")
            out.writeheader()
            for row in rows(table, found):
                out.writerow({name: _written(value) for name, value in row.items()})
                count += 1
        return count

    return write_rows


def _written(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _parquet(table: Table, found: Iterable[Any], path: Path) -> int:
    pa = _pyarrow()
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 - optional, and heavy

    schema = _schema(table, pa)
    count = 0
    with ParquetWriter(path, schema) as file:
        held: list[dict[str, Any]] = []
        for row in rows(table, found):
            held.append(row)
            count += 1
            if len(held) == _BATCH:
                file.write_table(pa.Table.from_pylist(held, schema=schema))
                held.clear()
        file.write_table(pa.Table.from_pylist(held, schema=schema))
    return count


def _schema(table: Table, pa: Any) -> Any:  # noqa: ANN401 - pyarrow is optional
    """Return the schema of a table, with what each column holds."""
    kinds = {NUMBER: pa.int64(), REAL: pa.float64(), TRUTH: pa.bool_()}
    fields = [pa.field(c.name, kinds.get(c.kind, pa.string()), metadata={"description": c.doc}) for c in table.columns]
    return pa.schema(fields)


def _pyarrow() -> Any:  # noqa: ANN401 - pyarrow is optional
    try:
        import pyarrow as pa  # noqa: PLC0415 - optional, and heavy
    except ImportError as error:
        message = f"Arrow tables and Parquet need pyarrow: {INSTALL}"
        raise MusnadError(message) from error
    return pa


FORMATS: Mapping[str, Callable[[Table, Iterable[Any], Path], int]] = {
    ".jsonl": _jsonl,
    ".csv": _delimited(","),
    ".tsv": _delimited("\t"),
    ".parquet": _parquet,
}
"""How a file is written, by the ending of its name."""
