"""The statistics of a collection on disk, and the leading traits of its articles by them.

Both are made by several processes. An epoch that was not finished is begun anew.
"""

from array import array
from collections import Counter

from musnad.collect.pool import scatter
from musnad.corpus.index import FORMULA, is_common
from musnad.model import content_id
from musnad.store import Writer, parts
from musnad.stories.desk import Run, running
from musnad.stories.leads import ANY
from musnad.stories.statistics import Leading, several
from musnad.stories.work import Leads, Led, Task, counted, leading

FEW = 1000  # articles that one process compares alone: starting others takes a second
_AT_ONCE = 400  # articles of a task


def begin(writer: Writer, workers: int) -> None:
    """Take the statistics of all articles that are there, but for common traits; all are to be compared anew."""
    with writer.comparing() as (comparisons, _):
        articles = comparisons.articles()
    holders: Counter[int] = Counter()
    prints: dict[int, tuple[str, int | None]] = {}
    with running(Run(writer.path, content_id("n", *map(str, articles)))) as run:
        tasks = (Task(run, some) for some in parts(articles, _AT_ONCE))
        for _, found in scatter(tasks, counted, workers):
            holders.update(dict(zip(found.traits, found.holders, strict=True)))
            prints.update(found.prints)
    with writer.comparing() as (comparisons, _):
        printed = comparisons.printed(FORMULA)
        common = [number for number, rows in printed if is_common([prints[row] for row in rows])]
        comparisons.begin_epoch(len(articles), sorted(several(holders).items()), common)
    writer.commit()


def leads(writer: Writer, workers: int, rules: str | None) -> dict[int, Leads]:
    """Let what is still to be compared be found, and return by what. `rules` ends the epoch that was begun."""
    with writer.comparing() as (comparisons, _):
        waiting = comparisons.waiting()
    found: list[Led] = []
    times = Leading()
    with running(Run(writer.path, content_id("l", *map(str, waiting)), len(waiting) > FEW)) as run:
        tasks = (Task(run, some) for some in parts(waiting, _AT_ONCE))
        for _, led in scatter(tasks, leading, workers if len(waiting) > FEW else 1):
            found += led
            for each in led if rules is not None else ():
                if each.day is not None and each.times != (ANY,):
                    times.add(each.day, each.traits)
    if rules is not None:
        common = times.common()
        with writer.comparing() as (comparisons, _):
            comparisons.complete_epoch(rules, common)
    else:
        with writer.comparing() as (comparisons, _):
            common = comparisons.common_among({trait for each in found for trait in each.traits})
    made: dict[int, Leads] = {}
    for some in parts(found, _AT_ONCE):
        with writer.comparing() as (comparisons, _):
            for each in some:
                numbers = array("I", sorted(set(each.traits) - common))
                made[each.article] = numbers, each.times
                comparisons.lead(each.article, numbers, each.times)
        writer.commit()
    return made
