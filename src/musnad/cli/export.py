"""`musnad export`: articles in, a table of their events out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.engine import started
from musnad.cli.progress import Tally
from musnad.cli.read import given_from
from musnad.cli.sources import articles
from musnad.export import FORMATS, TABLES, Ontology, writer
from musnad.model import Reading
from musnad.pipeline import read_or_reject

HELP = "Read articles and write their events as a table: PLOVER-style events, or CAMEO dyads."
NOTHING_READ = 1
_NAMES = ", ".join(f"{name} ({table.doc})" for name, table in TABLES.items())


def export(
    sources: Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, patterns; - is stdin.")],
    table: Annotated[str, typer.Option(help=f"Which table: {_NAMES}.")] = "plover",
    output: Annotated[
        Path | None, typer.Option(help=f"File to write, by its ending {', '.join(FORMATS)}; default: TSV to stdout.")
    ] = None,
    published: Annotated[str | None, typer.Option(help="When it was published, as an ISO date or date-time.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where the saved page came from.")] = None,
) -> None:
    """Write the rows of every input in order; exit 0 if one was read at least, 1 if none was, 2 on a wrong call."""
    chosen = TABLES.get(table)
    if chosen is None:
        message = f"no table {table!r}: there are {', '.join(TABLES)}"
        raise typer.BadParameter(message)
    given = given_from(published, publisher, url)
    engine = started()
    ontology = Ontology(engine.lexicon)
    out = writer(chosen, output, sys.stdout)
    with Tally() as tally:
        try:
            for item in articles(sources, given, engine):
                result = read_or_reject(item, engine)
                tally.add(result)
                if isinstance(result, Reading):
                    out.write(chosen.rows(result, ontology))
        finally:
            out.close()
    if tally.reasons:
        typer.echo(tally.summary(), err=True)
    if not tally.read:
        raise typer.Exit(NOTHING_READ)
