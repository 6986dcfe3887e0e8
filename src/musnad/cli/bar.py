"""A bar for long work on a collection: rate, what became of it, time left; shown where somebody watches."""

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn


class Bar:
    """Shows how far work is on standard error if that is a terminal. Without a total there is no time left."""

    def __init__(self, total: float | None, console: Console | None = None) -> None:
        """Show on `console`, by default on standard error if somebody watches it."""
        self._total = total
        self._console = console if console is not None else Console(stderr=True) if sys.stderr.isatty() else None
        self._progress: Progress | None = None

    def __enter__(self) -> Self:
        """Start."""
        if self._console is not None:
            columns = (
                *(BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn()),
                *(TextColumn("left"), TimeRemainingColumn(), TextColumn("{task.description}")),
            )
            self._progress = Progress(*columns, console=self._console, transient=True)
            self._progress.add_task("", total=self._total, rate="")
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar off the screen, however the work ended."""
        if self._progress is not None:
            self._progress.stop()

    def show(self, done: float, count: int, said: str) -> None:
        """Show how much of the total is done, after how many inputs, and a line about them."""
        if self._progress is None:
            return
        (task,) = self._progress.tasks
        elapsed = task.elapsed or 0.0
        rate = f"{count / elapsed:,.0f}/s" if elapsed > 0 else ""
        self._progress.update(task.id, completed=done, rate=rate, description=said)
