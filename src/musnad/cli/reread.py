"""`musnad reread`: bring the readings of a collection up to date."""

from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.bar import Bar
from musnad.cli.clock import now
from musnad.cli.compare import compare
from musnad.cli.engine import started
from musnad.cli.ingest import identified
from musnad.cli.options import PROCESSORS, Knowledge, Workers
from musnad.collect import reread as read_again
from musnad.store import Writer, digests_text
from musnad.stories.work import features

HELP = "Read a collection again after an update: only what the stages that changed affect."


def reread(
    db: Annotated[Path, typer.Argument(metavar="DB", help="The database.", exists=True, dir_okay=False)],
    workers: Workers = PROCESSORS,
    anew: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--compare-anew", help="Compare all articles anew, with new statistics of the collection.")
    ] = False,
    knowledge: Knowledge = None,
) -> None:
    """Read again what is out of date, and say how many facts were kept, are gone, are new; compare what changed."""
    engine = started(knowledge)
    with Writer(db) as writer:
        with Bar(writer.outdated(digests_text(engine.digests))) as bar:
            found = read_again(
                writer, engine, workers, lambda done: bar.show(done.done, done.done, done.summary()), features
            )
        if found.done:
            writer.sweep(now())
        same = identified(writer, engine)
        waiting = len(writer.defects())
        typer.echo("; ".join(filter(None, (found.summary(), same.summary()))), err=True)
        compare(writer, engine, anew=True if anew else None, workers=workers)
    if waiting:
        typer.echo(
            f"{waiting:,} inputs could not be read for a defect of musnad; "
            "`musnad ingest` of the same sources tries them again",
            err=True,
        )
