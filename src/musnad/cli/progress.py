"""How far a long batch is: counted always, shown on standard error where somebody watches."""

import sys
from collections import Counter
from types import TracebackType
from typing import TYPE_CHECKING, Self

from musnad.model import Reading, Rejection

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

_SHOWN_FROM = 2  # inputs; a single one needs no progress


class Tally:
    """Count readings and rejections by reason, and show the counts while they grow.

    Nothing is shown unless standard error is a terminal and standard output is not, so that no line of the progress
    ever stands between the results.
    """

    def __init__(self, console: "Console | None" = None) -> None:
        """Show on `console`, by default on standard error if somebody watches it."""
        self.read = 0
        self.reasons: Counter[str] = Counter()
        watched = sys.stderr.isatty() and not sys.stdout.isatty()
        self._console = console if console is not None else _on_errors() if watched else None
        self._progress: Progress | None = None

    def __enter__(self) -> Self:
        """Start to count."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the progress off the screen, however the batch ended."""
        if self._progress is not None:
            self._progress.stop()

    def add(self, result: Reading | Rejection) -> None:
        """Count one result."""
        if isinstance(result, Rejection):
            self.reasons[result.reason] += 1
        else:
            self.read += 1
        count = self.read + self.reasons.total()
        if self._console is not None and count >= _SHOWN_FROM:
            self._show(count)

    def summary(self) -> str:
        """Return one line: how many were read, how many rejected and why."""
        listed = ", ".join(f"{number} {reason}" for reason, number in sorted(self.reasons.items()))
        return f"{self.read} read, {self.reasons.total()} rejected" + (f" ({listed})" if listed else "")

    def _show(self, count: int) -> None:
        if self._progress is None:
            from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - few wait for it

            columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
            self._progress = Progress(
                *columns,
                console=self._console,
                transient=True,
                redirect_stdout=False,  # results go where they were sent, not to the progress
                redirect_stderr=False,
            )
            self._progress.add_task("", total=None)
            self._progress.start()
        (task,) = self._progress.tasks
        rate = "" if task.speed is None else f", {task.speed:,.0f} a second"
        self._progress.update(task.id, completed=count, description=self.summary() + rate)


def _on_errors() -> "Console":
    from rich.console import Console  # noqa: PLC0415 - where nobody watches, the start is not to wait for it

    return Console(stderr=True)
