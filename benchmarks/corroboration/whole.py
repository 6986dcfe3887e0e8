"""Print what the stories and claims of a whole collection cost once it is read, and what one more article costs then.

usage: whole.py DB [--scratch FOLDER] [--workers N] [--new N] [--only PART ...]

DB is a collection that `musnad ingest` has filled; it is copied, never written to. In the copy
- `stories`: statistics, likeness, stories and who takes from whom are thrown away and made anew, by N processes; the
  traits of articles stay, for `ingest` takes them with the reading at hand (`--features` makes them anew too);
- `claims`: the claims of every story of several articles are made, by N processes;
- `new`: some articles, taken at random, are forgotten by the stories, and come back one by one: each is compared with
  all the rest, its story is made anew, and the claims of that story are made.
Memory is the sum over all processes of a part, pages that they share counted once for all of them (PSS, Linux), looked
at twice a second; mapped pages of the database count.
"""

import argparse
import os
import random
import re
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Self

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent / "speed")]

from family import family  # noqa: E402

from musnad.pipeline import default_engine  # noqa: E402 - the checkout itself is measured
from musnad.query import Collection  # noqa: E402
from musnad.store import Writer  # noqa: E402
from musnad.stories.current import Refreshed, refresh  # noqa: E402

PARTS = ("stories", "claims", "new")
SEED = 10
MILLI = 1000
_AT_ONCE = 50  # stories that a process gets at once
_MADE = ("lead", "alike", "rarity", "common_trait", "common_print", "epoch", "story_stale", "story_was")
_collection: Collection | None = None


def main() -> int:
    """Copy, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("db", type=Path)
    parser.add_argument("--scratch", type=Path, help="folder of the copy; one that lies there is taken as it is")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--new", type=int, default=100)
    parser.add_argument("--features", action="store_true")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    chosen = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = chosen.scratch or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        db = folder / "whole.db"
        if not db.exists():
            _copied(chosen.db, db)
        if "stories" in chosen.only:
            stories(db, chosen.workers, features=chosen.features)
        if "claims" in chosen.only:
            claims(db, chosen.workers)
        if "new" in chosen.only:
            new(db, chosen.new)
    return 0


def stories(db: Path, workers: int, *, features: bool) -> None:
    """Make all stories anew."""
    with Writer(db) as writer:
        refresh(writer, default_engine(), workers=workers)  # what came since, and what an older musnad made
    connection = sqlite3.connect(db, isolation_level=None)
    for table in (*_MADE, "story_article", "story", *(("print", "printing", "compared") if features else ())):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own tables
    connection.execute("UPDATE compared SET leads = NULL")
    connection.execute("UPDATE printing SET taken = NULL")
    connection.close()
    began = time.perf_counter()
    marks: dict[str, float] = {}

    def seen(done: Refreshed) -> None:
        for name, reached in (("features", done.read), ("compared", done.compared), ("stories", done.stories)):
            if reached and (name != "stories" or name not in marks):
                marks[name] = time.perf_counter() - began

    with Memory() as memory, Writer(db) as writer:
        done = refresh(writer, default_engine(), seen, anew=True, workers=workers)
    took = time.perf_counter() - began
    print(f"stories: {took:.1f} s, {memory.peak:,.0f} MB, {done.summary()}")
    steps = [("features", marks.get("features", 0.0)), ("statistics and likeness", marks["compared"])]
    steps += [("stories", marks["stories"]), ("who takes from whom", took)]
    parts = (f"{name} {end - start:.1f} s" for (name, end), (_, start) in zip(steps, [("", 0.0), *steps], strict=False))
    print(f"  {', '.join(parts)}", flush=True)


def claims(db: Path, workers: int) -> None:
    """Make the claims of all stories of several articles."""
    with Collection(db) as collection:
        keys = list(_stories(collection))
    keys.sort(key=lambda each: (-each[1], each[0]))
    parts = max(1, len(keys) // _AT_ONCE)
    tasks = [[key for key, _ in keys[at::parts]] for at in range(parts)]
    began = time.perf_counter()
    with Memory() as memory, ProcessPoolExecutor(workers, get_context("spawn"), _open, (db,)) as pool:
        made = list(pool.map(_claims, tasks))
    took = time.perf_counter() - began
    each = sorted(ms for some in made for ms, _ in some)
    print(
        f"claims: {took:.1f} s, {memory.peak:,.0f} MB, {len(keys):,} stories of {sum(n for _, n in keys):,} articles,"
    )
    print(f"  {sum(n for some in made for _, n in some):,} propositions; a story {_spread(each)}", flush=True)


def new(db: Path, count: int) -> None:
    """Forget articles and let them come back: one after the other, then all at once, as an hour's news does."""
    compared, told = [], []
    with Writer(db) as writer:
        with writer.comparing() as (comparisons, _):
            rows = comparisons.articles()
        chosen = sorted(random.Random(SEED).sample(rows, count))  # noqa: S311 - any articles will do
        for article in chosen:
            key, took = _come_back(writer, [article])
            compared.append(took)
            with Collection(db) as collection:
                began = time.perf_counter()
                collection.account(key)
                told.append((time.perf_counter() - began) * MILLI)
        _, took = _come_back(writer, chosen)
    print(f"one more article, {count} times: into its story {_spread(compared)}")
    print(f"  the claims of its story {_spread(told)}")
    print(f"{count} more articles at once: into their stories {took / count:.1f} ms each", flush=True)


def _come_back(writer: Writer, articles: Sequence[int]) -> tuple[str, float]:
    """Let articles come back with their features, as `ingest` has them; return the last document and the ms it took."""
    key = ""
    for article in articles:
        with writer.comparing() as (comparisons, _):
            ((_, key, traits, prints),) = comparisons.load([article])
            ((_, _, printed, _),) = comparisons.printings([article])
            ((_, _, reader, _, _),) = comparisons.due([article])
            comparisons.drop(article)
            comparisons.put(article, reader, (traits, prints, printed))
        writer.commit()
    began = time.perf_counter()
    refresh(writer, default_engine(), anew=False)
    return key, (time.perf_counter() - began) * MILLI


def _stories(collection: Collection) -> Iterator[tuple[str, int]]:
    """Yield the stories of several articles: id and number of articles."""
    after = None
    while True:
        page = collection.stories(after=after, limit=500)
        yield from ((each.id, len(each.articles)) for each in page.items)
        after = page.after
        if after is None:
            return


def _open(db: Path) -> None:
    global _collection  # noqa: PLW0603 - what a process of a pool has is set by its initializer
    _collection = Collection(db)
    default_engine()


def _claims(keys: Sequence[str]) -> list[tuple[float, int]]:
    """Return for every story how many ms its claims took, and how many there are."""
    if _collection is None:
        message = "a process without a collection"
        raise RuntimeError(message)
    made = []
    for key in keys:
        began = time.perf_counter()
        found = _collection.account(key)
        made.append(((time.perf_counter() - began) * MILLI, len(found.propositions)))
    return made


def _spread(found: Sequence[float]) -> str:
    ordered = sorted(found)
    p95 = quantiles(ordered, n=20)[-1] if len(ordered) > 1 else ordered[0]
    return f"median {median(ordered):.1f} ms, p95 {p95:.1f} ms, most {ordered[-1]:.0f} ms"


def _copied(source: Path, target: Path) -> None:
    """Copy a database as it stands, whoever writes to it."""
    old, new_ = sqlite3.connect(f"file:{source.absolute()}?mode=ro", uri=True), sqlite3.connect(target)
    try:
        old.backup(new_)
    finally:
        old.close()
        new_.close()


class Memory:
    """Looks twice a second how much memory this process and those below it use; `peak` is in MB."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.peak = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            self.peak = max(self.peak, sum(map(_proportional, family(os.getpid()))))


def _proportional(pid: int) -> float:
    """Return the MB of a process, of pages that several share its part; 0 where nobody tells."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(?P<kb>\d+)", text, re.MULTILINE)
    return 0.0 if found is None else int(found["kb"]) / 1000


if __name__ == "__main__":
    sys.exit(main())
