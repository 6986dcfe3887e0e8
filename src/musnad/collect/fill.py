"""Fill a collection: sources in, readings, captures and rejections in the store, committed step by step.

What is known by its bytes is passed over before it is read, so that a run that was ended in any way is resumed by
running it again.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from musnad.collect.pool import Task, results
from musnad.collect.units import Unit
from musnad.collect.work import FeaturesOf, Result
from musnad.ingest import Given
from musnad.model import Article, Rejection
from musnad.pipeline import Engine
from musnad.store import Writer

_AT_ONCE = 16  # units of a task: large enough that handing over costs nothing, small enough to lose


@dataclass(slots=True)
class Filled:
    """What became of the units so far: by outcome (new, version, capture, known, taken-down), rejections by reason.

    `position` counts bytes of the sources; `defects` are sources of which something could not be read for a defect,
    `mending` what could not in earlier runs.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    defects: set[str] = field(default_factory=set)
    position: int = 0
    mending: frozenset[bytes | str] = frozenset()

    def summary(self) -> str:
        """Return one line."""
        names = {
            "new": "new",
            "version": "new versions",
            "capture": "captures",
            "known": "known before",
            "files": "whole files known before",
            "taken-down": "refused, for they were taken down",
        }
        said = [f"{self.outcomes[name]:,} {words}" for name, words in names.items() if self.outcomes[name]]
        listed = ", ".join(f"{number} {reason}" for reason, number in sorted(self.reasons.items()))
        if listed:
            said.append(f"{self.reasons.total():,} rejected ({listed})")
        return ", ".join(said) or "nothing"


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fill: what the caller knows of the sources, how many processes read, whether raw bytes are kept.

    `features` makes what articles are compared by later, while the reading is at hand.
    """

    given: Given = field(default_factory=Given)
    workers: int = 1
    keeps_bytes: bool = True
    features: FeaturesOf | None = None


def fill(
    writer: Writer, units: Iterable[Unit], engine: Engine, plan: Plan, show: Callable[[Filled], None] = lambda _: None
) -> Filled:
    """Take in all units, in order. `show` is called after every commit.

    Raises `StoreError` where nothing can be written, `WorkerError` where a worker dies; what was committed is kept.
    """
    filled = Filled(mending=writer.defects())
    for task, found in results(_tasks(writer, units, filled), engine, plan.given, plan.workers, plan.features):
        for unit, result in zip(task, found, strict=True):
            if isinstance(unit, Unit):
                _take(writer, unit, result, filled, keeps_bytes=plan.keeps_bytes)
                filled.position = unit.position
        writer.commit()
        show(filled)
    writer.rest()
    return filled


def _tasks(writer: Writer, units: Iterable[Unit], filled: Filled) -> Iterator[Task]:
    """Yield units that are not known, some at once; those that are known are counted."""
    waiting = iter(units)
    while chunk := list(islice(waiting, _AT_ONCE)):
        known = writer.known([unit.item for unit in chunk if unit.item is not None])
        task = []
        for unit in chunk:
            if unit.item in known:
                filled.outcomes["files" if unit.is_mark else "known"] += 1
            elif not _recaptured(writer, unit, filled):
                task.append(unit)
        if task:
            yield tuple(task)


def _recaptured(writer: Writer, unit: Unit, filled: Filled) -> bool:
    """Note the capture of an article whose bytes are known at its address, and say whether they are."""
    article = unit.made if isinstance(unit.made, Article) else None
    if article is None or article.retrieval is None or not article.retrieval.url:
        return False
    found = article.retrieval
    known = writer.captured(article.version, found.raw_hash, article.retrieval.url)
    if known is None:
        return False
    writer.recapture(known, found.raw_hash, found.retrieved_at, found.url)
    if unit.item is not None:
        writer.mark(unit.item, known)
    filled.outcomes["capture"] += 1
    return True


def _take(writer: Writer, unit: Unit, result: Result, filled: Filled, *, keeps_bytes: bool) -> None:
    for item in result.found:
        if isinstance(item, Rejection):
            writer.reject(item, unit.source, unit.item)
            filled.reasons[item.reason] += 1
        else:
            added = writer.add(item)
            filled.outcomes[added.outcome] += 1
            if len(result.found) == 1 and unit.item is not None:
                writer.mark(unit.item, added.article)
            if keeps_bytes and added.article is not None and item.raw is not None:
                writer.keep(item.raw)
    if _is_defect(result):
        filled.defects.add(unit.source)  # to be read again by a musnad without the defect
    if unit.item is None or (unit.source in filled.defects and (unit.is_mark or _is_defect(result))):
        return
    writer.mark(unit.item)
    for what in filled.mending & {unit.item, *([unit.source] if unit.is_mark else [])}:
        writer.mended(what)


def _is_defect(result: Result) -> bool:
    return any(isinstance(item, Rejection) and item.reason == "internal" for item in result.found)
