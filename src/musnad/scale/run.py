"""Work given to a cluster, whatever dies meanwhile: every task comes back with its result, or with why there is none.

Tasks must be such that doing one twice does no harm. A worker whose disk fails gets no more; a task whose worker dies
is given to another, and one that seems to kill its workers is tried once more alone, at the end, before it is given up;
where the scheduler is gone, its tasks are given again as soon as there is another one at its address.
"""

import errno
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any

from distributed import Client, Future, KilledWorker, get_worker

from musnad.errors import ClusterError, MusnadError

AHEAD = 3  # tasks a worker: enough that none waits, few enough that a restart repeats little
TRIES = 3  # of a task whose input fails
PATIENCE = 600.0  # seconds without a scheduler, or without any worker
_LOOK = 0.5  # seconds between two looks at the cluster
_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Task:
    """One call on a worker; `name` is told where it fails, and no two tasks of a crew have the same."""

    name: str
    call: Callable[..., Any]
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task has no result."""

    detail: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong on a worker: `is_workers` where another worker may do better."""

    worker: str
    detail: str
    is_workers: bool


@dataclass(slots=True)
class _Try:
    task: Task
    future: Future
    workers: frozenset[str]  # the only ones it may run on; any where empty


@dataclass(slots=True)
class Crew:
    """The workers of a client, and what is known against some of them."""

    client: Client
    patience: float = PATIENCE
    sick: dict[str, str] = field(default_factory=dict)
    _tries: dict[str, int] = field(default_factory=dict)
    _running: dict[str, _Try] = field(default_factory=dict)
    _ended: "SimpleQueue[str]" = field(default_factory=SimpleQueue)
    _alone: deque[Task] = field(default_factory=deque)
    _idle_since: float | None = None

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Any]]:
        """Yield every task with its result or a `Failure`, in the order in which they end.

        Raises `ClusterError` where no worker can go on, or the scheduler does not come back.
        """
        waiting = iter(tasks)
        more = True
        try:
            while True:
                while more and len(self._running) < AHEAD * max(1, len(self._healthy())):
                    task = next(waiting, None)
                    more = task is not None
                    if task is not None:
                        self._give(task)
                if not self._running and self._alone:
                    self._give(self._alone.popleft())
                if not self._running:
                    return
                yield from self._next()
        finally:
            for each in self._running.values():
                each.future.cancel()

    def _next(self) -> Iterator[tuple[Task, Any]]:
        """Wait a moment for a task that ended; look after the cluster where none did."""
        try:
            key = self._ended.get(timeout=_LOOK)
        except Empty:
            self._look()
            return
        ended = self._running.pop(key, None)
        if ended is not None:
            self._idle_since = None
            yield from self._judge(ended.task, ended.future)

    def _judge(self, task: Task, future: Future) -> Iterator[tuple[Task, Any]]:
        if future.status == "finished":
            found = self._result(future)
            if isinstance(found, Trouble):
                yield from self._troubled(task, found)
            elif found is None:
                self._give(task)
            else:
                yield task, found[0]
        elif future.status == "error":
            error = future.exception()
            if isinstance(error, KilledWorker):
                yield from self._killed(task)
            else:
                yield task, Failure(f"{type(error).__name__}: {error}")
        else:  # its scheduler is gone
            self._give(task)

    def _result(self, future: Future) -> Any:  # noqa: ANN401 - whatever the task returns
        """Return the result of a task; None where its worker died with it."""
        try:
            return future.result(timeout=self.patience)
        except Exception:  # noqa: BLE001 - the task ended well, so only the way to its result can have failed
            return None

    def _troubled(self, task: Task, trouble: Trouble) -> Iterator[tuple[Task, Any]]:
        if trouble.is_workers:
            self.sick[trouble.worker] = trouble.detail
            if not self._healthy():
                message = f"no worker can go on: {trouble.detail} (what was written is kept: run again to go on)"
                raise ClusterError(message)
            self._give(task)
            return
        tries = self._tries[task.name] = self._tries.get(task.name, 0) + 1
        if tries < TRIES:
            self._give(task)
        else:
            yield task, Failure(trouble.detail)

    def _killed(self, task: Task) -> Iterator[tuple[Task, Any]]:
        if task.name in self._tries:
            yield task, Failure("it killed every worker that took it")
        else:
            self._tries[task.name] = 0
            self._alone.append(task)

    def _give(self, task: Task) -> None:
        self._wait_for_scheduler()
        only = self._healthy() if self.sick else frozenset()
        chosen = {"workers": sorted(only), "allow_other_workers": False} if only else {}
        future = self.client.submit(attempt, task.call, task.arguments, pure=False, **chosen)
        self._running[future.key] = _Try(task, future, only)
        future.add_done_callback(lambda done: self._ended.put(done.key))

    def _healthy(self) -> frozenset[str]:
        return frozenset(self._workers()) - self.sick.keys()

    def _workers(self) -> list[str]:
        return list(self.client.scheduler_info(n_workers=-1)["workers"])

    def _wait_for_scheduler(self) -> None:
        began = time.monotonic()
        while self.client.status != "running":
            if time.monotonic() - began > self.patience:
                message = "the scheduler is gone and does not come back; what was written is kept: run again to go on"
                raise ClusterError(message)
            time.sleep(_LOOK)

    def _look(self) -> None:
        """Give tasks again whose workers are gone for good; end where there has been no worker for long."""
        self._wait_for_scheduler()
        here = frozenset(self._workers())
        for key, each in list(self._running.items()):
            if each.workers and not each.workers & here:
                del self._running[key]
                each.future.cancel()
                self._give(each.task)
        now = time.monotonic()
        if here:
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since = now
        elif now - self._idle_since > self.patience:
            message = "there is no worker; what was written is kept: run again to go on"
            raise ClusterError(message)


def attempt(call: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Any] | Trouble:
    """Call on a worker; what goes wrong becomes a `Trouble`, for errors do not always travel."""
    try:
        return (call(*arguments),)
    except Exception as error:  # noqa: BLE001 - the stores behind fsspec raise errors of every kind
        told = str(error) if isinstance(error, MusnadError) else f"{type(error).__name__}: {error}"
        is_full = isinstance(error, OSError) and error.errno in _DISK
        return Trouble(get_worker().address, told, is_full or isinstance(error, ClusterError))
