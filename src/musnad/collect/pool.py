"""Work spread over processes, with the results in the order of the work and never more than a few steps ahead.

Every worker builds the engine once. A worker whose parent is gone ends by itself.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import connection, get_context, parent_process
from typing import TypeVar

from musnad.collect.units import Unit
from musnad.collect.work import FeaturesOf, Result, Stored, work_on
from musnad.errors import WorkerError
from musnad.ingest import Given
from musnad.pipeline import Engine, calm_collector, start
from musnad.settings import Settings

Task = tuple[Unit | Stored, ...]
_Todo = TypeVar("_Todo")
_Done = TypeVar("_Done")
_AHEAD = 3  # tasks for each worker that are waiting or done: enough that none waits for the writer

_engine: Engine | None = None  # of a worker process; the parent passes its own


def results(
    tasks: Iterator[Task], engine: Engine, given: Given, workers: int, features: FeaturesOf | None = None
) -> Iterator[tuple[Task, tuple[Result, ...]]]:
    """Yield every task with its results, in order: see `spread`."""
    return spread(tasks, partial(_work, given=given, features=features), engine, workers)


def spread(
    tasks: Iterator[_Todo], work: Callable[[_Todo, Engine], _Done], engine: Engine, workers: int
) -> Iterator[tuple[_Todo, _Done]]:
    """Yield every task with what `work` makes of it, in order. With one worker all is done in this process.

    `work` is a function of a module, for other processes import it. Raises `WorkerError` where a worker dies; what was
    yielded before is whole.
    """
    if workers > 1:
        return _spread(tasks, partial(_done, work), workers, engine.settings)
    return ((task, work(task, engine)) for task in tasks)


def scatter(tasks: Iterator[_Todo], work: Callable[[_Todo], _Done], workers: int) -> Iterator[tuple[_Todo, _Done]]:
    """Yield what `spread` yields, of work that needs no engine."""
    if workers > 1:
        return _spread(tasks, work, workers, None)
    return ((task, work(task)) for task in tasks)


def _spread(
    tasks: Iterator[_Todo], work: Callable[[_Todo], _Done], workers: int, settings: Settings | None
) -> Iterator[tuple[_Todo, _Done]]:
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (settings,))
    waiting: deque[tuple[_Todo, Future[_Done]]] = deque()
    try:
        for task in tasks:
            waiting.append((task, pool.submit(work, task)))
            if len(waiting) > _AHEAD * workers:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    except BrokenProcessPool as error:
        message = "a worker process ended by itself (out of memory?); what was committed is kept: run again to go on"
        raise WorkerError(message) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _next(waiting: deque[tuple[_Todo, "Future[_Done]"]]) -> tuple[_Todo, _Done]:
    task, future = waiting.popleft()
    return task, future.result()


def _begin(settings: Settings | None) -> None:
    """Make a worker ready, with an engine where there are settings. An interrupt is the parent's to handle."""
    global _engine  # noqa: PLW0603 - what a process of a pool has is set by its initializer
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if settings is not None:
        _engine = start(settings)
    calm_collector()


def _end_with_parent() -> None:
    """Wait for the end of the parent, which may have been killed, and end at once."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(task: Task, engine: Engine, given: Given, features: FeaturesOf | None) -> tuple[Result, ...]:
    return tuple(work_on(unit, engine, given, features) for unit in task)


def _done(work: Callable[[_Todo, Engine], _Done], task: _Todo) -> _Done:
    if _engine is None:
        message = "a worker without an engine"
        raise WorkerError(message)
    return work(task, _engine)
