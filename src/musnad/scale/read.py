"""Read shards on a cluster: those that are not done already, with what became of all of them."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from distributed import Client

from musnad.ingest import Given
from musnad.scale.output import RECEIPTS
from musnad.scale.places import Store
from musnad.scale.run import Crew, Failure, Task
from musnad.scale.shards import Shard
from musnad.scale.work import Job, engine_of, read_shard
from musnad.settings import Settings

Receipt = dict[str, Any]


@dataclass(slots=True)
class Read:
    """How far the reading is: shards and bytes of how many, readings, rejections by reason, shards that failed and why.

    `before` counts the shards that were done by an earlier run, `fresh` the inputs that this run read.
    """

    shards: int
    bytes: int
    done: int = 0
    before: int = 0
    done_bytes: int = 0
    readings: int = 0
    fresh: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    failed: dict[str, str] = field(default_factory=dict)
    sick: dict[str, str] = field(default_factory=dict)

    def take(self, receipt: Receipt) -> None:
        """Count a shard that is done."""
        shard = receipt["shard"]
        self.done += 1
        self.done_bytes += shard["end"] - shard["start"]
        self.readings += receipt["rows"]["readings"]
        self.reasons.update(receipt["rejected"])

    def summary(self) -> str:
        """Return one line."""
        said = f"{self.done:,} of {self.shards:,} shards"
        said += f" ({self.before:,} done before)" if self.before else ""
        listed = ", ".join(f"{number:,} {reason}" for reason, number in sorted(self.reasons.items()))
        said += f", {self.readings:,} read, {self.reasons.total():,} rejected" + (f" ({listed})" if listed else "")
        return said + (f"; {len(self.failed):,} shards FAILED" if self.failed else "")


def job(out: str, settings: Settings | None = None, given: Given | None = None) -> Job:
    """Return the job of this musnad with its data: what its stages would read."""
    chosen = settings or Settings.from_environment()
    return Job(out, given or Given(), chosen, engine_of(chosen).digests)


def begun(planned: Sequence[Shard], work: Job) -> tuple[Read, list[Shard]]:
    """Return how far the work is already, and the shards that are still to be read."""
    found = Read(len(planned), sum(shard.end - shard.start for shard in planned))
    done = receipts(Store(work.out))
    due = []
    for shard in planned:
        receipt = done.get(shard.name)
        if receipt is not None and receipt["shard"] == shard.to_json() and receipt["job"] == work.key:
            found.take(receipt)
            found.before += 1
        else:
            due.append(shard)
    return found, due


def read(client: Client, planned: Sequence[Shard], work: Job, show: Callable[[Read], None] = lambda _: None) -> Read:
    """Read all shards that are not done. `show` is called after each.

    Results are a function of the shards and the job, whatever died meanwhile; a second call does nothing.
    Raises `ClusterError` and `PlaceError`.
    """
    store = Store(work.out)
    store.make()
    store.sweep()
    found, due = begun(planned, work)
    crew = Crew(client)
    tasks = (Task(shard.name, read_shard, (shard, work)) for shard in due)
    for task, result in crew.run(tasks):
        if isinstance(result, Failure):
            found.failed[task.name] = result.detail
        else:
            found.take(result)
            found.fresh += result["rows"]["readings"] + result["rows"]["rejections"]
        found.sick = crew.sick
        show(found)
    store.sweep()
    return found


def receipts(store: Store) -> dict[str, Receipt]:
    """Return the receipts of all shards that are done, by name."""
    found = {}
    for name in store.names(RECEIPTS, ".json"):
        found[name.removeprefix(f"{RECEIPTS}/").removesuffix(".json")] = json.loads(store.read(name))
    return found
