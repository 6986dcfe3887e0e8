"""Put the commands together."""

from importlib.metadata import version
from typing import Annotated

import typer

from musnad.cli import demo, explain, lexicon, read, schema

app = typer.Typer(
    name="musnad",
    help="Read Arabic news and keep every fact with its isnad: who said what, through whom it reached us.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - the shape that the parser calls
    if wanted:
        typer.echo(version("musnad"))
        raise typer.Exit


@app.callback()
def _root(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Read Arabic news and keep every fact with its isnad."""


app.command(name="read", help=read.HELP)(read.read)
app.command(name="explain", help=explain.HELP)(explain.explain)
app.command(name="demo", help=demo.HELP)(demo.demo)
app.command(name="schema", help=schema.HELP)(schema.schema)
app.command(name="lexicon", help=lexicon.HELP)(lexicon.lexicon)


def main() -> None:
    """Run the command line of this process."""
    app()
