"""`musnad ingest`: fill a collection."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.bar import Bar
from musnad.cli.clock import now
from musnad.cli.compare import compare
from musnad.cli.engine import started
from musnad.cli.options import PROCESSORS, Knowledge, Published, PublishedBy, Workers
from musnad.cli.read import given_from
from musnad.cli.sources import articles, is_address
from musnad.collect import Cutter, Filled, Plan, Unit, fill, size, units
from musnad.corpus.identities import Identified, identify
from musnad.pipeline import Engine
from musnad.store import Writer
from musnad.stories.work import features

HELP = "Take articles into a collection: a database that keeps pages, versions, readings and rejections."
NOTHING_TAKEN = 1


def ingest(  # noqa: PLR0913, PLR0917 - one parameter an option
    db: Annotated[Path, typer.Argument(metavar="DB", help="The database; it is made where there is none.")],
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files, folders, patterns; - is stdin.")],
    published: Published = None,
    publisher: PublishedBy = None,
    fetch: Annotated[bool, typer.Option("--fetch", help="Fetch sources that are addresses (http, https).")] = False,  # noqa: FBT002 - a flag
    raw: Annotated[bool, typer.Option(help="Keep the bytes of pages, compressed, or only their hashes.")] = True,  # noqa: FBT002 - a flag
    workers: Workers = PROCESSORS,
    knowledge: Knowledge = None,
) -> None:
    """Take in every source in order, passing over what is known. Exit 1 if nothing could be taken in."""
    given = given_from(published, publisher, None)
    engine = started(knowledge)
    files = [source for source in sources if not is_address(source)]
    addresses = [source for source in sources if is_address(source)]
    with Writer(db) as writer:
        cutter = Cutter(
            engine.lexicon, given, engine.settings.max_bytes, lambda item: bool(writer.known([item])), sys.stdin.buffer
        )
        found = _all(files, addresses, cutter, engine, fetch=fetch)
        with Bar(None if addresses else size(files)) as bar:
            plan = Plan(given, workers, raw, features)
            filled = fill(writer, found, engine, plan, lambda done: _show(bar, done))
        same = identified(writer, engine)
        typer.echo("; ".join(filter(None, (filled.summary(), same.summary()))), err=True)
        compare(writer, engine, workers=workers)
    if not filled.outcomes.total():
        raise typer.Exit(NOTHING_TAKEN)


def _all(
    files: Sequence[str], addresses: Sequence[str], cutter: Cutter, engine: Engine, *, fetch: bool
) -> Iterator[Unit]:
    yield from units(files, cutter)
    for item in articles(addresses, cutter.given, engine, fetch=fetch) if addresses else ():
        yield Unit("net", None, 0, made=item)


def _show(bar: Bar, done: Filled) -> None:
    bar.show(done.position, done.outcomes.total() + done.reasons.total(), done.summary())


def identified(writer: Writer, engine: Engine) -> Identified:
    """Bring the table of identities up to date, with a bar of its own."""
    with Bar(None) as bar:
        return identify(writer, engine.lexicon, now(), lambda done: bar.show(done.done, done.done, "names compared"))
