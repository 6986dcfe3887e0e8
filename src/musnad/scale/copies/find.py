"""Copies among the results of reading, on a cluster: the same dispatches as `musnad copies` finds among these articles.

Every task leaves a file in a folder of its own, so that a run that was ended goes on where it was.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import pyarrow as pa
from distributed import Client

from musnad.errors import ClusterError, PlaceError
from musnad.scale.copies.catalogue import KEYS, catalogue
from musnad.scale.copies.pairing import bucket, join, post
from musnad.scale.copies.weaving import gather, tie, weave
from musnad.scale.load import in_order
from musnad.scale.places import Store
from musnad.scale.run import Crew, Failure, Task
from musnad.scale.shuffle import read_table, write_table
from musnad.settings import Settings

FOLDER = "copies"
DISPATCHES, PAIRS = f"{FOLDER}/dispatches.jsonl", f"{FOLDER}/pairs.parquet"

Show = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much one task gets at most: documents to send on, fingerprints to join, documents to weave.

    Two million fingerprints are half a gigabyte while they are joined. Results do not depend on it.
    """

    documents: int = 20_000
    prints: int = 2_000_000
    woven: int = 500


@dataclass(frozen=True, slots=True)
class Found:
    """How many documents were looked at, how many pairs share text, how many texts several of them carry."""

    documents: int
    pairs: int
    dispatches: int


_SIZES = Sizes()


class _Stages:
    """The stages of one search; results of tasks that are there already are not made again."""

    def __init__(self, client: Client, store: Store, folder: str, show: Show) -> None:
        self._crew, self._store, self._folder, self._show = Crew(client), store, folder, show

    def run(self, name: str, call: Callable[..., Any], arguments: Sequence[tuple[Any, ...]]) -> list[Any]:
        """Do one task for each tuple of arguments and return their results in order. Raises `ClusterError`."""
        done = {int(each.rpartition("/")[2].removesuffix(".json")) for each in self._receipts(name)}
        tasks = (
            Task(f"{name} {number}", _noted, (self._store.address, self._receipt(name, number), call, each))
            for number, each in enumerate(arguments)
            if number not in done
        )
        count = len(done)
        self._show(name, count, len(arguments))
        for task, result in self._crew.run(tasks):
            if isinstance(result, Failure):
                message = f"{task.name} failed: {result.detail}; what was done is kept: run again to go on"
                raise ClusterError(message)
            count += 1
            self._show(name, count, len(arguments))
        return [json.loads(self._store.read(self._receipt(name, number))) for number in range(len(arguments))]

    def _receipts(self, name: str) -> list[str]:
        return self._store.names(f"{self._folder}/done-{name}", ".json")

    def _receipt(self, name: str, number: int) -> str:
        return f"{self._folder}/done-{name}/{number}.json"


def _noted(address: str, receipt: str, call: Callable[..., Any], arguments: tuple[Any, ...]) -> bool:
    """Do a task and leave a note of its result behind it."""
    store = Store(address)
    _write(store, receipt, json.dumps(call(*arguments)))
    return True


def _write(store: Store, name: str, text: str) -> None:
    with store.scratch() as folder:
        path = folder / "text"
        path.write_text(text, "utf-8")
        store.publish(path, name)


def find(
    client: Client, store: Store, settings: Settings, show: Show = lambda *_: None, sizes: Sizes = _SIZES
) -> Found:
    """Write the dispatches and pairs of all results into their folder `copies`. `show` gets stage, done and total.

    Raises `PlaceError` where there are no results, `ClusterError` where the work cannot go on.
    """
    done = in_order(store)
    if not done:
        message = f"{store.address}: no results of `musnad scale read` there"
        raise PlaceError(message)
    told = json.dumps(done, sort_keys=True).encode()
    folder = f"{FOLDER}/.{blake2b(told, digest_size=8).hexdigest()}"
    stages = _Stages(client, store, folder, show)
    names = [name for name, _ in done]
    looked = catalogue(store, folder, names)
    senders = list(_senders([receipt["rows"]["prints"] for _, receipt in done], names, sizes.documents))
    at = (store.address, folder)
    buckets = _power(looked.prints // sizes.prints + 1)
    stages.run("postings", post, [(*at, number, each, buckets) for number, each in enumerate(senders)])
    stages.run("buckets", bucket, [(*at, number, len(senders), buckets) for number in range(buckets)])
    stages.run("pairs", join, [(*at, number, buckets) for number in range(buckets)])
    pairs = pa.concat_tables([read_table(store, f"{folder}/pairs/{number}.parquet") for number in range(buckets)])
    pairs = pairs.sort_by([("first", "ascending"), ("second", "ascending")])
    tasks = tie(store, folder, pairs, len(names), sizes.woven)
    gathered = stages.run("members", gather, [(*at, number, each) for number, each in enumerate(senders)])
    full = [number for number, has in enumerate(gathered) if has]
    woven = stages.run("texts", weave, [(*at, number, full, settings) for number in range(tasks)])
    lines = sorted((members, line) for part in woven for members, line in part)
    _write(store, DISPATCHES, "".join(f"{line}\n" for _, line in lines))
    write_table(store, PAIRS, _named(pairs, read_table(store, f"{folder}/{KEYS}", ["key"])["key"]))
    store.remove(folder)
    return Found(looked.documents, len(pairs), len(lines))


def _senders(sizes: Iterable[int], names: Sequence[str], most: int) -> Iterable[list[tuple[int, str]]]:
    """Yield shards with their numbers, as many as have some documents together."""
    held, some = 0, list[tuple[int, str]]()
    for (number, name), size in zip(enumerate(names), sizes, strict=True):
        if some and held + size > most:
            yield some
            held, some = 0, []
        some.append((number, name))
        held += size
    yield some


def _power(least: int) -> int:
    return 1 << (least - 1).bit_length()


def _named(pairs: pa.Table, keys: pa.ChunkedArray) -> pa.Table:
    """Return pairs with the keys of their documents in the place of the numbers."""
    named = {side: keys.take(pairs[side]) for side in ("first", "second")}
    return pa.table(named | {name: pairs[name] for name in ("shared", "of_first", "of_second")})
