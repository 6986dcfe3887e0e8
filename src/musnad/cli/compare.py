"""The last step of every command that changes what a collection holds: its stories are brought up to date."""

import typer

from musnad.cli.bar import Bar
from musnad.pipeline import Engine
from musnad.store import Writer
from musnad.stories.current import Refreshed, refresh


def compare(writer: Writer, engine: Engine, *, anew: bool | None = None, workers: int = 1) -> None:
    """Compare what came, changed or went with all the rest, and say on standard error what became of it."""
    with Bar(2.0) as bar:

        def show(now: Refreshed) -> None:
            whole = max(1, now.wanted)
            bar.show((now.read + now.compared) / whole, now.compared, now.summary())

        done = refresh(writer, engine, show, anew=anew, workers=workers)
    if done.compared or done.stories:
        typer.echo(done.summary(), err=True)
