"""Dispatches of the documents that share text: what hangs together is brought together, and woven as on one machine.

wanted     by shard     the rows of documents that share text, with the task that weaves them
paired     by task      the pairs among them
members    by sender    their texts, readings and fingerprints, parted by task
woven      by task      the dispatches as lines, each with the keys of its group
"""

import json
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from musnad.corpus.copies import dispatches
from musnad.corpus.index import CopyIndex, Pair, Print
from musnad.corpus.jsonio import dispatch_to_json
from musnad.scale.copies.catalogue import KEYS, ROWS
from musnad.scale.load import reading_of
from musnad.scale.places import Store
from musnad.scale.shuffle import read_part, read_table, write_parts
from musnad.scale.work import engine_of
from musnad.settings import Settings

WANTED, PAIRED = "wanted.parquet", "paired.parquet"


def tie(store: Store, folder: str, pairs: pa.Table, shards: int, most: int) -> int:
    """Share out the documents that share text, `most` to a task and those that hang together to one.

    Returns the number of tasks.
    """
    keys = read_table(store, f"{folder}/{KEYS}", ["key"])["key"].to_pylist()
    first = pairs["first"].to_pylist()
    task = _tasks(connected(first, pairs["second"].to_pylist()), most)
    write_parts(store, f"{folder}/{PAIRED}", pairs, pa.array([task[one] for one in first], pa.int32()))
    found = []
    for shard in range(shards):
        rows = read_part(store, [f"{folder}/{ROWS}"], shard)
        for row, number in (
            [] if rows is None else zip(*(rows[name].to_pylist() for name in ("row", "number")), strict=True)
        ):
            if number in task:
                found.append((row, number, task[number], keys[number], shard))
    columns = list(zip(*found, strict=True)) or [()] * 5
    types = (pa.int32(), pa.int32(), pa.int32(), pa.string(), pa.int32())
    row, number, of, key, shard = (pa.array(each, kind) for each, kind in zip(columns, types, strict=True))
    write_parts(store, f"{folder}/{WANTED}", pa.table({"row": row, "number": number, "task": of, "key": key}), shard)
    return 1 + max(task.values(), default=-1)


def connected(first: Sequence[int], second: Sequence[int]) -> list[list[int]]:
    """Return the documents that hang together by pairs, in the order of the lowest.

    >>> connected([1, 2, 5], [2, 3, 7])
    [[1, 2, 3], [5, 7]]
    """
    above: dict[int, int] = {}

    def lowest(number: int) -> int:
        top = number
        while (up := above.setdefault(top, top)) != top:
            above[top] = above.setdefault(up, up)
            top = up
        return top

    for one, other in zip(first, second, strict=True):
        low, high = sorted((lowest(one), lowest(other)))
        above[high] = low
    found: dict[int, list[int]] = {}
    for number in sorted(above):
        found.setdefault(lowest(number), []).append(number)
    return list(found.values())


def _tasks(groups: Iterable[Sequence[int]], most: int) -> dict[int, int]:
    """Return for every document the task that gets its group."""
    task: dict[int, int] = {}
    number = held = 0
    for group in groups:
        if held and held + len(group) > most:
            number, held = number + 1, 0
        held += len(group)
        task.update(dict.fromkeys(group, number))
    return task


def gather(address: str, folder: str, sender: int, shards: Sequence[tuple[int, str]]) -> bool:
    """Write the wanted documents of some shards, parted by task."""
    store = Store(address)
    found = []
    for number, name in shards:
        wanted = read_part(store, [f"{folder}/{WANTED}"], number)
        if wanted is not None:
            for kind, columns in (("readings", ["text", "reading"]), ("prints", ["prints", "publisher", "day"])):
                rows = read_table(store, f"{kind}/{name}.parquet", columns).take(wanted["row"])
                for column in columns:
                    wanted = wanted.append_column(column, rows[column])
            found.append(wanted)
    if found:
        table = pa.concat_tables(found)
        write_parts(
            store, _members(folder, sender), table.drop_columns(["row", "task"]), table["task"].combine_chunks()
        )
    return bool(found)


def weave(
    address: str, folder: str, task: int, senders: Sequence[int], settings: Settings
) -> list[tuple[list[str], str]]:
    """Return the dispatches of one task: the keys of the members, and its line of JSON."""
    store = Store(address)
    rows = read_part(store, [_members(folder, sender) for sender in senders], task)
    pairs = read_part(store, [f"{folder}/{PAIRED}"], task)
    if rows is None or pairs is None:
        return []
    told = rows.to_pylist()
    key = {row["number"]: row["key"] for row in told}
    readings = {row["key"]: reading_of(row["text"], row["reading"]) for row in told}
    index = CopyIndex()
    for row in told:
        index.add(row["key"], Print(frozenset(row["prints"]), row["publisher"], row["day"]))
    found = [Pair(key[pair["first"]], key[pair["second"]], *_counts(pair)) for pair in pairs.to_pylist()]
    articles = {name: reading.article for name, reading in readings.items()}
    known = {id(reading.article): reading for reading in readings.values()}  # equal articles may have several keys
    made = dispatches(sorted(found), index, articles, lambda article: known[id(article)], engine_of(settings).lexicon)
    return [([m.key for m in each.members], json.dumps(dispatch_to_json(each), ensure_ascii=False)) for each in made]


def _counts(pair: Mapping[str, int]) -> tuple[int, int, int]:
    return pair["shared"], pair["of_first"], pair["of_second"]


def _members(folder: str, sender: int) -> str:
    return f"{folder}/members/{sender}.parquet"
