"""Results of a shard on their way to the store: one Parquet file a kind of record, published when all are whole.

The bytes of a file are a function of its rows alone: no clock, no machine, no order in which others finish.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from musnad.model import Reading, Rejection
from musnad.scale.places import Store
from musnad.scale.tables import KINDS, REJECTIONS, Row, rejection_row

RECEIPTS = "receipts"
_ARTICLES = 512  # a row group: some 10 MB of memory
_COMPRESSION = "zstd"


class RowGroups:
    """A Parquet file on its way, written in row groups. Raises `OSError` where the disk takes no more."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        """Begin a file."""
        self._schema = schema
        self._file = path.open("wb")
        self._writer = ParquetWriter(self._file, schema, compression=_COMPRESSION)

    def write(self, rows: Sequence[Row]) -> None:
        """Write rows as one row group."""
        columns = list(zip(*rows, strict=True)) if rows else [()] * len(self._schema)
        arrays = [pa.array(column, each.type) for column, each in zip(columns, self._schema, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema), row_group_size=max(1, len(rows)))

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()
        self._file.close()

    def drop(self) -> None:
        """Give the file up, however it stands; nothing where it is finished."""
        for close in (self._writer.close, self._file.close):
            with suppress(OSError, ValueError):  # the disk is full
                close()
        self._writer.is_open = False  # else it tries once more when it is collected


class Results:
    """Takes the readings and rejections of one shard; a context manager that gives everything up after an error."""

    def __init__(self, store: Store, folder: Path, name: str) -> None:
        """Write to files in a scratch folder, which are published under a name."""
        self._store, self._folder, self._name = store, folder, name
        self._files = {kind: RowGroups(folder / kind, each.schema) for kind, each in KINDS.items()}
        self._rejections = RowGroups(folder / "rejections", REJECTIONS)
        self._rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
        self._rejected: list[Row] = []
        self._held = 0
        self.counts = dict.fromkeys([*KINDS, "rejections"], 0)

    def __enter__(self) -> Self:
        """Return the results."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all files."""
        for file in (*self._files.values(), self._rejections):
            file.drop()

    def add(self, reading: Reading) -> None:
        """Take a reading."""
        for kind, each in KINDS.items():
            self._rows[kind] += each.rows(reading)
        self._held += 1
        if self._held == _ARTICLES:
            self._flush()

    def reject(self, source: str, rejection: Rejection) -> None:
        """Take a rejection."""
        self._rejected.append(rejection_row(source, rejection))

    def publish(self, receipt: dict[str, Any]) -> dict[str, Any]:
        """Put all files in their places, the receipt last, and return it with the number of rows of every kind."""
        self._flush()
        self._rejections.write(self._rejected)
        self.counts["rejections"] = len(self._rejected)
        for file in (*self._files.values(), self._rejections):
            file.close()
        for kind in (*KINDS, "rejections"):
            self._store.publish(self._folder / kind, f"{kind}/{self._name}.parquet")
        whole = receipt | {"rows": self.counts}
        written = self._folder / "receipt"
        written.write_text(json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1) + "\n", "utf-8")
        self._store.publish(written, f"{RECEIPTS}/{self._name}.json")
        return whole

    def _flush(self) -> None:
        for kind, rows in self._rows.items():
            if rows:
                self._files[kind].write(rows)
                self.counts[kind] += len(rows)
                rows.clear()
        self._held = 0
