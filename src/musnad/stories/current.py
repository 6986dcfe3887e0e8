"""Keep the stories of a collection current: what came, changed or went is compared, and its neighbourhood changes.

The state is a function of the current versions and of the statistics of the epoch, whatever the order in which they
came and however often this ran: a rebuild with the same statistics gives the same stories. A new epoch begins when the
collection has grown by half. Every step is committed, so an interrupted run goes on where it ended.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from musnad.collect.pool import scatter, spread
from musnad.model import content_id
from musnad.pipeline import Engine
from musnad.store import TOLD_APART, TOLD_TOGETHER, Comparisons, Due, StoredStory, StoryShelf, Writer, parts
from musnad.stories.cluster import Pairs
from musnad.stories.desk import Run, running
from musnad.stories.epochs import FEW, begin, leads
from musnad.stories.find import LEAST, grouped
from musnad.stories.packed import days_of
from musnad.stories.sources import take
from musnad.stories.work import Leads, Task, compared, features_of

RULES = "stories/3"
"""What all comparisons are made by: another name makes all of them anew."""
GROWTH = 1.5  # times the articles of which the statistics were taken, from which new ones are
MANY = 1000  # articles to be compared, from which the leads of all are taken into memory
_AT_ONCE = 64  # articles between two commits

Show = Callable[["Refreshed"], None]


@dataclass(slots=True)
class Refreshed:
    """What was done so far: articles looked at and compared out of how many, stories that changed, a new epoch."""

    wanted: int = 0
    read: int = 0
    compared: int = 0
    stories: int = 0
    epoch: bool = False

    def summary(self) -> str:
        """Return one line."""
        renewed = ", statistics renewed" if self.epoch else ""
        return f"{self.compared:,} articles compared, {self.stories:,} stories changed{renewed}"


def refresh(
    writer: Writer, engine: Engine, show: Show = lambda _: None, *, anew: bool | None = None, workers: int = 1
) -> Refreshed:
    """Bring the stories of a collection up to date, in several processes if that is wanted.

    With `anew` the statistics are taken anew and all is compared; where it is False they are kept however the
    collection has grown; by default they are taken anew when it is time.
    """
    done = Refreshed()
    with writer.comparing() as (comparisons, _):
        epoch = comparisons.epoch()
        if epoch is not None and epoch[1] not in {RULES, ""}:
            comparisons.clear()
        held, done.wanted = comparisons.count()
        missing = comparisons.missing() if held != done.wanted else []  # to look for them costs more than to count
    writer.commit()
    for _ in _read(writer, engine, workers, missing, done):
        show(done)
    with writer.comparing() as (comparisons, _):
        epoch = comparisons.epoch()
    done.epoch = epoch is None or not epoch[1] or (done.wanted > GROWTH * epoch[0] if anew is None else anew)
    if done.epoch:
        begin(writer, workers if done.wanted > FEW else 1)
    for _ in _compare(writer, leads(writer, workers, RULES if done.epoch else None), workers, done):
        show(done)
    with writer.comparing() as (comparisons, stories):
        for part in _parts_of(stories.stale(), comparisons, stories):
            done.stories += stories.replace(part, _made(part, comparisons, stories))
    writer.commit()
    show(done)
    for _ in take(writer, engine, workers):
        show(done)
    return done


def _read(writer: Writer, engine: Engine, workers: int, missing: Sequence[int], done: Refreshed) -> Iterator[None]:
    """Take the features of articles that came without them."""

    def tasks() -> Iterator[list[Due]]:
        for some in parts(missing, _AT_ONCE):
            with writer.comparing() as (comparisons, _):
                due = comparisons.due(some)
            yield due

    for due, found in spread(tasks(), features_of, engine, workers if len(missing) > FEW else 1):
        with writer.comparing() as (comparisons, _):
            for (article, _, reader, _, _), packed in zip(due, found, strict=True):
                comparisons.put(article, reader, packed)
        writer.commit()
        done.read += len(due)
        yield


def _compare(writer: Writer, found: Mapping[int, Leads], workers: int, done: Refreshed) -> Iterator[None]:
    """Compare articles that can be found now with all the rest; those of one time together, for they share others."""
    workers = workers if len(found) > FEW else 1
    ordered = sorted(found, key=lambda article: (found[article][1], article))
    run_of = Run(writer.path, content_id("c", *map(str, ordered)), len(found) > MANY, len(found) == done.wanted)
    with running(run_of) as run:
        tasks = (Task(run, some, tuple(found[a] for a in some)) for some in parts(ordered, _AT_ONCE))
        for task, alike in scatter(tasks, compared, workers):
            with writer.comparing() as (comparisons, _):
                for article, own, scores in zip(task.articles, task.leads, alike, strict=True):
                    once = [(row, score) for row, score in scores if row not in found or row < article]
                    comparisons.finish(article, own, once)
            writer.commit()
            done.compared += len(alike)
            yield


def _parts_of(stale: Collection[int], comparisons: Comparisons, stories: StoryShelf) -> Iterator[set[int]]:
    """Yield the articles that hang together with what is to be looked at again, each of them once."""
    decided = sorted(stories.decided(TOLD_TOGETHER))
    rows = stories.rows({key for pair in decided for key in pair})
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in decided:
        if one in rows and other in rows:
            beside[rows[one]].add(rows[other])
            beside[rows[other]].add(rows[one])
    left = set(stale) | stories.fellows(stale)
    while left:
        part: set[int] = set()
        ahead = {min(left)}
        while ahead:
            part |= ahead
            reached = {row for one, other, _ in comparisons.alike(ahead, LEAST) for row in (one, other)}
            reached |= {row for own in ahead for row in beside.get(own, ())}
            ahead = (reached | stories.fellows(ahead)) - part
        left -= part
        yield part


def _made(part: Collection[int], comparisons: Comparisons, stories: StoryShelf) -> list[StoredStory]:
    """Return the stories of articles that hang together with no others."""
    keys, days = {}, {}
    for row, key, traits in comparisons.traits(part):
        keys[row], days[key] = key, days_of(traits)
    rows = {key: row for row, key in keys.items()}
    shown = stories.shown(keys)
    decided = (stories.decided(kind) for kind in (TOLD_TOGETHER, TOLD_APART))
    together, apart = ([pair for pair in sorted(pairs) if set(pair) <= days.keys()] for pairs in decided)
    made = []
    for story in grouped(days, _pairs(keys, comparisons), together, apart):
        members = tuple(sorted(rows[key] for key in story))
        versions = sorted(shown[row][0] for row in members)
        known = sorted(day for row in members if (day := shown[row][1]))
        first, last = (known[0], known[-1]) if known else ("", "")
        made.append(StoredStory(content_id("y", *versions), members, first, last))
    return made


def _pairs(keys: Mapping[int, str], comparisons: Comparisons) -> Pairs:
    found = {}
    for one, other, score in comparisons.inside(keys):
        first, second = keys[one], keys[other]
        found[(first, second) if first < second else (second, first)] = score
    return found
