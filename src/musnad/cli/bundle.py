"""`musnad bundle`: the evidence of an article or a fact in one file."""

from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.options import Db
from musnad.query import Collection
from musnad.query import bundle as write_bundle

HELP = "Write the evidence of an article or one fact as a zip: page, text, facts, chain, capture times, hashes."


def bundle(
    db: Db,
    key: Annotated[str, typer.Argument(metavar="KEY", help="An address, or the id of a document, version or fact.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write; default: KEY.zip.")] = None,
) -> None:
    """Write the bundle. Exit 2 if nothing has that id."""
    path = output or Path(f"{key.rstrip('/').rpartition('/')[2] or 'page'}.zip")
    with Collection(db) as collection:
        hashes = write_bundle(collection, key, path)
    typer.echo(f"{path}: {len(hashes)} files", err=True)
