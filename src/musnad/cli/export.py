"""`musnad export`: articles in, a table of their events out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.engine import started
from musnad.cli.options import Inputs, Published, PublishedBy, Url, one_of
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
    sources: Inputs,
    table: Annotated[str, typer.Option(callback=one_of(TABLES), help=f"Which table: {_NAMES}.")] = "plover",
    output: Annotated[
        Path | None, typer.Option(help=f"File to write, by its ending {', '.join(FORMATS)}; default: TSV to stdout.")
    ] = None,
    published: Published = None,
    publisher: PublishedBy = None,
    url: Url = None,
) -> None:
    """Write the rows of every input in order; exit 0 if one was read at least, 1 if none was, 2 on a wrong call."""
    chosen = TABLES[table]
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
