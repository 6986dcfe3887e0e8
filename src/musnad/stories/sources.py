"""Keep current from whom the articles of a collection take their text.

Articles that carry one text hang together by their likeness of 1. What one of them takes depends on these alone: who
comes, changes or goes touches them and nobody else, and a rebuild gives the same.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from musnad.collect.pool import spread
from musnad.corpus.dispatches import Carrier, dispatch
from musnad.corpus.groups import groups
from musnad.corpus.takings import Printed, packed_takings, taken_by
from musnad.model import content_id
from musnad.pipeline import Engine
from musnad.store import Comparisons, Writer, parts
from musnad.stories.desk import Run, desk, running
from musnad.stories.find import COPIED
from musnad.stories.shelf import ShelfIndex
from musnad.stories.work import Task

FEW = 300  # articles that carry the text of others which this process looks at alone
_AT_ONCE = 500  # articles between two commits
_CUT = 200  # readings kept for the next dispatch
_TOGETHER = 40  # articles of one task, where their texts do not hang together


def take(writer: Writer, engine: Engine, workers: int) -> Iterator[int]:
    """Find from whom articles take of which that is not known, with all who carry their text; yield how many."""
    with writer.comparing() as (comparisons, _):
        waiting = comparisons.untaken()
        alone, together = _parted(waiting, comparisons)
    for some in parts(alone, _AT_ONCE):
        with writer.comparing() as (comparisons, _):
            comparisons.take(_by_itself(*row) for row in comparisons.printings(some))
        writer.commit()
        yield len(some)
    several = sum(map(len, together))
    with running(Run(writer.path, content_id("t", *map(str, waiting)))) as run:
        tasks = (Task(run, tuple(rows)) for rows in _batches(together))
        for task, found in spread(tasks, taken, engine, workers if several > FEW else 1):
            with writer.comparing() as (comparisons, _):
                comparisons.take(found)
            writer.commit()
            yield len(task.articles)


def taken(task: Task, engine: Engine) -> list[tuple[int, str]]:
    """Return from whom articles take that carry one text, or several that hang together; all of these are given."""
    at = desk(task.run)
    rows = {key: row for row, key, *_ in at.shelf.comparisons.load(task.articles)}
    index = ShelfIndex(at.shelf, rows)
    pairs = {pair for key in rows for pair in index.neighbours(key) if pair.first in rows and pair.second in rows}
    carriers = lru_cache(_CUT)(lambda key: Carrier.of(key, at.reader.reading(rows[key]), engine.lexicon))
    found = [dispatch([carriers(key) for key in group]) for group in groups(sorted(pairs), index, at.worded(rows))]
    printed = [
        Printed.from_row(key, json.loads(row)) for _, key, row, _ in at.shelf.comparisons.printings(task.articles)
    ]
    return [(rows[key], packed_takings(each)) for key, each in taken_by(printed, found).items()]


def _by_itself(article: int, key: str, printed: str, _: str | None) -> tuple[int, str]:
    """Return what an article takes whose text nobody else carries."""
    found = taken_by([Printed.from_row(key, json.loads(printed))], ())
    return article, packed_takings(found[key])


def _parted(waiting: Collection[int], comparisons: Comparisons) -> tuple[list[int], list[list[int]]]:
    """Return the articles whose text nobody else carries, and groups of all whose texts hang together with one."""
    beside: defaultdict[int, set[int]] = defaultdict(set)
    seen: set[int] = set()
    ahead = set(waiting)
    while ahead:
        seen |= ahead
        for one, other, _ in comparisons.alike(ahead, COPIED):
            beside[one].add(other)
            beside[other].add(one)
        ahead = beside.keys() - seen
    found = []
    left = set(beside)
    for start in sorted(beside):
        part, ahead = [], {start} & left
        while ahead:
            left -= ahead
            part += sorted(ahead)
            ahead = set().union(*(beside[row] for row in ahead)) & left
        if part:
            found.append(part)
    return [row for row in waiting if row not in beside], found


def _batches(together: Iterable[list[int]]) -> Iterator[list[int]]:
    """Yield the articles of several groups at once, for a group has two or three as a rule."""
    batch: list[int] = []
    for part in together:
        batch += part
        if len(batch) >= _TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch
