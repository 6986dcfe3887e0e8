"""Keep current from whom the articles of a collection take their text.

Articles that carry one text hang together by their likeness of 1. What one of them takes depends on these alone: who
comes, changes or goes touches them and nobody else, and a rebuild gives the same.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from musnad.collect.pool import spread
from musnad.corpus.takings import Printed, packed_takings, taken_by
from musnad.model import content_id
from musnad.pipeline import Engine
from musnad.store import Comparisons, Writer, parts
from musnad.stories.find import COPIED
from musnad.stories.work import Task, let_go, taken

FEW = 300  # articles that carry the text of others which this process looks at alone
_AT_ONCE = 500  # articles between two commits
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
    run = content_id("t", *map(str, waiting))
    tasks = (Task(writer.path, run, tuple((row, ((), ())) for row in rows)) for rows in _batches(together))
    for task, found in spread(tasks, taken, engine, workers if several > FEW else 1):
        with writer.comparing() as (comparisons, _):
            comparisons.take(found)
        writer.commit()
        yield len(task.articles)
    if together:
        let_go(writer.path, run)


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
