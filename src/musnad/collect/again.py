"""Read a collection again after an update: only articles whose readings other stages made, and of these only the rest.

Every reading says which stages made it, so a run that was ended is resumed by running it again.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from musnad.collect.pool import Task, results
from musnad.collect.work import FeaturesOf, Stored
from musnad.ingest import Given
from musnad.model import Rejection
from musnad.pipeline import Engine
from musnad.store import Change, Writer, digests_text

_AT_ONCE = 16  # articles of a task


@dataclass(slots=True)
class Reread:
    """How many articles there were to read again, how many were, what became of their facts.

    `reasons` count those that could not be read, whose old readings stay.
    """

    due: int
    done: int = 0
    change: Change = field(default_factory=Change)
    reasons: Counter[str] = field(default_factory=Counter)

    def summary(self) -> str:
        """Return one line."""
        facts = f"{self.change.kept:,} kept, {self.change.gone:,} gone, {self.change.new:,} new"
        said = f"{self.done:,} of {self.due:,} read again; facts: {facts}"
        failed = self.reasons.total()
        return said + (f"; {failed:,} could not be read and stay as they were" if failed else "")


def reread(
    writer: Writer,
    engine: Engine,
    workers: int,
    show: Callable[[Reread], None] = lambda _: None,
    features: FeaturesOf | None = None,
) -> Reread:
    """Read again what the stages of the engine would read otherwise. `show` is called after every commit.

    `features` makes what articles are compared by, while the reading is at hand.
    """
    digests = digests_text(engine.digests)
    found = Reread(writer.outdated(digests))
    if not found.due:
        return found
    for task, done in results(_tasks(writer, digests), engine, Given(), workers, features):
        for stored, result in zip(task, done, strict=True):
            for item in result.found:
                if isinstance(item, Rejection):
                    found.reasons[item.detail] += 1
                elif isinstance(stored, Stored):
                    found.change += writer.replace(stored.article, item)
                    found.done += 1
        writer.commit()
        show(found)
    writer.rest()
    return found


def _tasks(writer: Writer, digests: str) -> Iterator[Task]:
    after = 0
    while rows := writer.outdated_bodies(digests, after, _AT_ONCE):
        after = rows[-1][0]
        yield tuple(Stored(*row) for row in rows)
