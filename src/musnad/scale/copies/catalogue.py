"""The documents of all results, each under the key that it has on one machine, numbered in the order of the keys.

What one machine does with a second article of a known id is done here too: the same one again is dropped, another one
is named by its document.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.parquet import ParquetFile

from musnad.scale.places import Store
from musnad.scale.shuffle import write_parts, write_table

ROWS, KEYS = "rows.parquet", "keys.parquet"
_TOLD = ("key", "document", "same")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """How many documents there are, and how many fingerprints they have together."""

    documents: int
    prints: int


def catalogue(store: Store, folder: str, shards: Sequence[str]) -> Catalogue:
    """Number the documents of some shards, and write their rows by shard and their keys with the number of prints."""
    place: dict[str, tuple[str, int, int, int]] = {}
    for number, name in enumerate(shards):
        with store.file(f"prints/{name}.parquet") as file, ParquetFile(file) as opened:
            table = opened.read(columns=[*_TOLD, "prints"])
        sizes = pc.list_value_length(table["prints"]).to_pylist()
        told = zip(*(table[name].to_pylist() for name in _TOLD), sizes, strict=True)
        for row, (key, document, same, size) in enumerate(told):
            known = place.get(key)
            place[document if known is not None and known[0] != same else key] = (same, number, row, size)
    keys = sorted(place)
    found = [place[key] for key in keys]
    rows = pa.table(
        {
            "row": pa.array([row for _, _, row, _ in found], pa.int32()),
            "number": pa.array(range(len(found)), pa.int32()),
        }
    )
    write_parts(store, f"{folder}/{ROWS}", rows, pa.array([shard for _, shard, _, _ in found], pa.int32()))
    sizes = pa.array([size for _, _, _, size in found], pa.int32())
    write_table(store, f"{folder}/{KEYS}", pa.table({"key": pa.array(keys, pa.string()), "prints": sizes}))
    return Catalogue(len(keys), sum(size for _, _, _, size in found))
