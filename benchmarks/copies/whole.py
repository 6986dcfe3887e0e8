"""Print what finding the copies of a whole collection costs, and what one new article costs afterwards.

usage: whole.py --articles FILE.jsonl[.gz] [--processes N] [--new N]

Fingerprints are made by N processes (2), the rest by one. Nothing here asserts a time.
"""

import argparse
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from texts import records, text_of  # noqa: E402 - the checkout itself is measured

from musnad.corpus.fingerprints import fingerprints, words  # noqa: E402
from musnad.corpus.groups import groups  # noqa: E402
from musnad.corpus.index import CopyIndex, Print  # noqa: E402

BATCH = 500  # articles a process gets at once
MILLI = 1000


def main() -> int:
    """Index, settle, pair, group; then add and look up articles one by one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--new", type=int, default=500)
    chosen = parser.parse_args()
    started = time.perf_counter()
    index = CopyIndex()
    with ProcessPoolExecutor(chosen.processes) as pool:
        for made in pool.map(prints, batches(records(chosen.articles))):
            for key, each in made:
                index.add(key, each)
    step("indexed", started, f"{len(index)} articles")
    index.settle()
    step("settled", started, f"{len(index.common)} common fingerprints")
    pairs = list(index.pairs())
    step("paired", started, f"{len(pairs)} pairs")
    found = groups(pairs, index)
    step("grouped", started, f"{len(found)} texts of {len({key for group in found for key in group})} articles")
    new(index, list(islice(records(chosen.articles), chosen.new)))
    return 0


def batches(every: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield records in batches."""
    left = iter(every)
    while batch := list(islice(left, BATCH)):
        yield batch


def prints(batch: list[dict[str, Any]]) -> list[tuple[str, Print]]:
    """Return the prints of some records by id."""
    return [(record["id"], print_of(record)) for record in batch]


def print_of(record: dict[str, Any]) -> Print:
    """Return the print of a record."""
    day = record.get("published")
    number = date.fromisoformat(day[:10]).toordinal() if day else None
    return Print(fingerprints(words(text_of(record))), record.get("publisher") or "", number)


def new(index: CopyIndex, some: list[dict[str, Any]]) -> None:
    """Print what adding an article and looking for its copies costs, after all others."""
    taken = []
    for record in some:
        index.remove(record["id"])
    for record in some:
        started = time.perf_counter()
        index.add(record["id"], print_of(record))
        index.neighbours(record["id"])
        taken.append(MILLI * (time.perf_counter() - started))
    taken.sort()
    print(f"one new article: median {taken[len(taken) // 2]:.2f} ms, the slowest of {len(taken)} {taken[-1]:.2f} ms")


def step(name: str, started: float, what: str) -> None:
    """Print when a step was done, and the memory of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:8} after {time.perf_counter() - started:6.1f} s, {used:6.0f} MB: {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
