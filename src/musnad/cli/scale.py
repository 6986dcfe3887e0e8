"""`musnad scale`: the same reading on many machines."""

from typing import Annotated, Any

import typer

from musnad.cli.bar import Bar
from musnad.cli.engine import settings
from musnad.cli.options import PROCESSORS, Knowledge, Published, PublishedBy, Workers
from musnad.cli.read import given_from
from musnad.errors import MusnadError

HELP = "Read archives on many machines (Dask): results as Parquet files, resumable; find copies in them."
INSTALL = "pip install 'musnad[scale]'"
NOTHING_READ = NOTHING_FOUND = 1

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)

Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Dask scheduler, such as tcp://host:8786; default: worker processes here."),
]
_MEGA = 1_000_000


@app.command(
    help="Read WARC, Parquet, JSONL, whatever `musnad read` takes: one Parquet file a shard and kind of record."
)
def read(  # noqa: PLR0913, PLR0917 - one parameter an option
    sources: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files, folders, patterns; here, s3://, gs://, any fsspec path."),
    ],
    out: Annotated[
        str, typer.Option(metavar="DIR", help="Folder of the results, or fsspec path; all workers reach it.")
    ],
    scheduler: Scheduler = None,
    workers: Workers = PROCESSORS,
    split: Annotated[
        int, typer.Option(min=1, metavar="MB", help="Files of plain lines that are larger are read in stretches.")
    ] = 32,
    published: Published = None,
    publisher: PublishedBy = None,
    knowledge: Knowledge = None,
) -> None:
    """Read every shard that is not done. Exit 1 if a shard failed or nothing was read; run again to go on."""
    scale = parts()
    planned = scale.shards(sources, split * _MEGA)
    work = scale.job(out, settings(knowledge), given_from(published, publisher, None))
    found, due = scale.begun(planned, work)
    if due:
        with scale.cluster(scheduler, workers) as client, Bar(found.bytes) as bar:
            typer.echo(f"{len(due):,} of {len(planned):,} shards; dashboard: {scale.dashboard_of(client)}", err=True)
            found = scale.read(client, planned, work, lambda now: bar.show(now.done_bytes, now.fresh, now.summary()))
    typer.echo(found.summary(), err=True)
    for worker, detail in found.sick.items():
        typer.echo(f"worker {worker} got no more work: {detail}", err=True)
    for name, detail in found.failed.items():
        typer.echo(f"shard {name} failed: {detail}", err=True)
    if found.failed or not found.readings:
        raise typer.Exit(NOTHING_READ)


@app.command(help="Find copies among the results of `musnad scale read`, the same as `musnad copies` would.")
def copies(
    results: Annotated[str, typer.Argument(metavar="DIR", help="Folder of the results, or an fsspec path.")],
    scheduler: Scheduler = None,
    workers: Workers = PROCESSORS,
    knowledge: Knowledge = None,
) -> None:
    """Write copies/dispatches.jsonl and copies/pairs.parquet into the folder. Exit 1 if there are none."""
    scale = parts()
    store = scale.Store(results)
    with scale.cluster(scheduler, workers) as client, Bar(1) as bar:
        typer.echo(f"dashboard: {scale.dashboard_of(client)}", err=True)
        found = scale.find_copies(
            client, store, settings(knowledge), lambda stage, done, of: bar.show(done / max(1, of), done, stage)
        )
    said = f"{found.documents:,} articles, {found.pairs:,} pairs share text, {found.dispatches:,} texts in several"
    typer.echo(f"{said}: {store.path(scale.DISPATCHES)}", err=True)
    if not found.dispatches:
        raise typer.Exit(NOTHING_FOUND)


def parts() -> Any:  # noqa: ANN401 - a module
    """Return what needs the extra. Raises `MusnadError` where it is not installed."""
    try:
        from musnad import scale  # noqa: PLC0415 - optional, and heavy
    except ImportError as error:
        message = f"this needs Dask and Parquet ({error.name} is missing): {INSTALL}"
        raise MusnadError(message) from error
    return scale
