"""Documents that share fingerprints, bucket by bucket: a task sees a part of the fingerprints, or of the pairs.

postings   by sender    every fingerprint with its document, parted by its own lowest bits
shared     by bucket    of each fingerprint that several hold and that is not common: its pairs, counted
common     by bucket    how many common fingerprints a document holds
pairs      by part      the counts of all buckets added up; pairs that share enough
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import combinations, groupby
from operator import itemgetter

import pyarrow as pa
import pyarrow.compute as pc

from musnad.corpus.index import is_common, shares_enough
from musnad.scale.copies.catalogue import KEYS, ROWS
from musnad.scale.places import Store
from musnad.scale.shuffle import read_part, read_table, write_parts, write_table

_PAIR = pa.schema([("first", pa.int32()), ("second", pa.int32()), ("shared", pa.int32())])
PAIRS = pa.schema([*_PAIR, ("of_first", pa.int32()), ("of_second", pa.int32())])


def post(address: str, folder: str, sender: int, shards: Sequence[tuple[int, str]], buckets: int) -> bool:
    """Write the postings of some shards, parted by bucket. `buckets` is a power of two."""
    store = Store(address)
    found = [_postings(store, folder, number, name) for number, name in shards]
    table = pa.concat_tables(found)
    part = pc.cast(pc.bit_wise_and(table["print"], pa.scalar(buckets - 1, pa.uint64())), pa.int32())
    write_parts(store, f"{folder}/postings/{sender}.parquet", table, part)
    return True


def _postings(store: Store, folder: str, number: int, name: str) -> pa.Table:
    kept = read_part(store, [f"{folder}/{ROWS}"], number)
    table = read_table(store, f"prints/{name}.parquet", ["prints", "publisher", "day"])
    rows = kept["row"] if kept is not None else pa.array([], pa.int32())
    numbers = kept["number"].combine_chunks() if kept is not None else pa.array([], pa.int32())
    chosen = table.take(rows).combine_chunks()
    prints = chosen["prints"].combine_chunks() if len(chosen) else pa.array([], table.schema.field("prints").type)
    of = pc.list_parent_indices(prints)
    publisher = pa.array([_hash(each) for each in chosen["publisher"].to_pylist()], pa.uint64())
    day = chosen["day"].combine_chunks() if len(chosen) else pa.array([], pa.int32())
    columns = {"print": pc.list_flatten(prints), "document": numbers.take(of)}
    return pa.table(columns | {"publisher": publisher.take(of), "day": day.take(of)})


def _hash(publisher: str) -> int:
    return int.from_bytes(blake2b(publisher.encode(), digest_size=8).digest(), "little")


def bucket(address: str, folder: str, number: int, senders: int, parts: int) -> bool:
    """Write what the fingerprints of one bucket say of pairs and of common fingerprints. `parts` is a power of two."""
    store = Store(address)
    table = read_part(store, [f"{folder}/postings/{sender}.parquet" for sender in range(senders)], number)
    pairs: Counter[tuple[int, int]] = Counter()
    common: Counter[int] = Counter()
    for holders in _several(table):
        if is_common([(publisher, day) for _, publisher, day in holders]):
            common.update(document for document, _, _ in holders)
        else:
            pairs.update(combinations(sorted(document for document, _, _ in holders), 2))
    rows = _columns(_PAIR, ((first, second, count) for (first, second), count in sorted(pairs.items())))
    part = pc.bit_wise_and(rows["first"], pa.scalar(parts - 1, pa.int32()))
    write_parts(store, f"{folder}/shared/{number}.parquet", rows, part.combine_chunks())
    held = _columns(pa.schema([("document", pa.int32()), ("common", pa.int32())]), sorted(common.items()))
    write_table(store, f"{folder}/common/{number}.parquet", held)
    return True


def _several(table: pa.Table | None) -> Iterator[list[tuple[int, int, int | None]]]:
    """Yield the holders of every fingerprint that several documents hold."""
    if table is None:
        return
    counted = pc.value_counts(table["print"].combine_chunks())
    often = counted.field("values").filter(pc.greater(counted.field("counts"), 1))
    rows = table.filter(pc.is_in(table["print"], often)).sort_by("print").to_pydict()
    told = zip(rows["print"], rows["document"], rows["publisher"], rows["day"], strict=True)
    for _, group in groupby(told, itemgetter(0)):
        yield [(document, publisher, day) for _, document, publisher, day in group]


def join(address: str, folder: str, number: int, buckets: int) -> bool:
    """Write the pairs of one part that share enough."""
    store = Store(address)
    sizes = read_table(store, f"{folder}/{KEYS}", ["prints"])["prints"].to_pylist()
    for each in range(buckets):
        held = read_table(store, f"{folder}/common/{each}.parquet")
        for document, common in zip(held["document"].to_pylist(), held["common"].to_pylist(), strict=True):
            sizes[document] -= common
    table = read_part(store, [f"{folder}/shared/{each}.parquet" for each in range(buckets)], number)
    found = []
    if table is not None:
        counted = table.group_by(["first", "second"]).aggregate([("shared", "sum")])
        names = ("first", "second", "shared_sum")
        for first, second, shared in zip(*(counted[name].to_pylist() for name in names), strict=True):
            if shares_enough(shared, sizes[first], sizes[second]):
                found.append((first, second, shared, sizes[first], sizes[second]))
    write_table(store, f"{folder}/pairs/{number}.parquet", _columns(PAIRS, sorted(found)))
    return True


def _columns(schema: pa.Schema, rows: Iterable[tuple[int, ...]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([pa.array(each, field.type) for each, field in zip(columns, schema, strict=True)], schema=schema)
