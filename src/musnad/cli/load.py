"""`musnad load`: results of `musnad scale read` into a collection."""

from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.bar import Bar
from musnad.cli.compare import compare
from musnad.cli.engine import started
from musnad.cli.ingest import identified
from musnad.cli.options import PROCESSORS, Workers
from musnad.cli.scale import parts
from musnad.store import Writer

HELP = "Bring the results of `musnad scale read` into a collection, each shard once."
NOTHING_TAKEN = 1


def load(
    results: Annotated[str, typer.Argument(metavar="DIR", help="Folder of the results, or an fsspec path.")],
    db: Annotated[Path, typer.Argument(metavar="DB", help="The database; it is made where there is none.")],
    workers: Workers = PROCESSORS,
) -> None:
    """Take in readings and rejections, passing over shards that are known. Exit 1 if there was no reading."""
    scale = parts()
    store = scale.Store(results)
    total = sum(receipt["shard"]["end"] - receipt["shard"]["start"] for _, receipt in scale.in_order(store))
    engine = started()
    with Writer(db) as writer:
        with Bar(total) as bar:
            filled = scale.load(
                store, writer, engine, workers, lambda now: bar.show(now.position, now.outcomes.total(), now.summary())
            )
        same = identified(writer, engine)
        typer.echo("; ".join(filter(None, (filled.summary(), same.summary()))), err=True)
        compare(writer, engine, workers=workers)
    if not filled.outcomes.total():
        raise typer.Exit(NOTHING_TAKEN)
