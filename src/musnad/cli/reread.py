"""`musnad reread`: bring the readings of a collection up to date."""

from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.bar import Bar
from musnad.cli.engine import Knowledge, started
from musnad.cli.ingest import PROCESSORS, Workers
from musnad.collect import reread as read_again
from musnad.store import Writer, digests_text

HELP = "Read a collection again after an update: only what the stages that changed affect."


def reread(
    db: Annotated[Path, typer.Argument(metavar="DB", help="The database.", exists=True, dir_okay=False)],
    workers: Workers = PROCESSORS,
    knowledge: Knowledge = None,
) -> None:
    """Read again what is out of date, and say how many facts were kept, are gone, are new."""
    engine = started(knowledge)
    with Writer(db) as writer, Bar(writer.outdated(digests_text(engine.digests))) as bar:
        found = read_again(writer, engine, workers, lambda now: bar.show(now.done, now.done, now.summary()))
    typer.echo(found.summary(), err=True)
