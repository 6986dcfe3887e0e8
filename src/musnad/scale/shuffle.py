"""Rows parted by where they are needed next: a file has a part for every receiver, who reads his parts of all files.

One file a sender instead of one a sender and receiver; a receiver reads of each file only its own row group.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.parquet import ParquetFile, ParquetWriter

from musnad.scale.places import Store

_PARTS = b"musnad.parts"


def write_parts(store: Store, name: str, table: pa.Table, part: pa.Array) -> None:
    """Write a table in parts: `part` holds the number of the receiver of every row. Rows keep their order."""
    ordered = table.append_column("part", part).sort_by("part")  # a stable sort
    counted = pc.value_counts(ordered["part"].combine_chunks()).to_pylist() if len(ordered) else []
    numbers = [each["values"] for each in counted]
    schema = table.schema.with_metadata({_PARTS: json.dumps(numbers).encode()})
    rows = ordered.drop_columns("part").cast(schema)
    with store.scratch() as folder:
        path = folder / "parts"
        with path.open("wb") as file, ParquetWriter(file, schema, compression="zstd") as writer:
            at = 0
            for each in counted:
                writer.write_table(rows.slice(at, each["counts"]), row_group_size=each["counts"])
                at += each["counts"]
        store.publish(path, name)


def read_part(store: Store, names: Sequence[str], number: int) -> pa.Table | None:
    """Return the rows of some files for one receiver, in the order of the files; None where there are none."""
    found = list(_parts(store, names, number))
    return pa.concat_tables(found) if found else None


def _parts(store: Store, names: Sequence[str], number: int) -> Iterator[pa.Table]:
    for name in names:
        with store.file(name) as file, ParquetFile(file) as opened:
            parts = json.loads((opened.schema_arrow.metadata or {}).get(_PARTS, b"[]"))
            if number in parts:
                yield opened.read_row_group(parts.index(number)).replace_schema_metadata()


def write_table(store: Store, name: str, table: pa.Table) -> None:
    """Write a table that is read whole."""
    with store.scratch() as folder:
        path = Path(folder, "table")
        with path.open("wb") as file, ParquetWriter(file, table.schema, compression="zstd") as writer:
            writer.write_table(table)
        store.publish(path, name)


def read_table(store: Store, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a table that was written whole, or all parts of one."""
    with store.file(name) as file, ParquetFile(file) as opened:
        return opened.read(columns=columns)
