"""Put the commands together, and say once how every one of them ends."""

import os
import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from musnad.cli import (
    bundle,
    copies,
    correct,
    demo,
    diff,
    explain,
    export,
    export_db,
    find,
    forget,
    ingest,
    lexicon,
    read,
    reread,
    schema,
    watch,
    who,
)
from musnad.errors import MusnadError

BAD_CALL, INTERRUPTED, READER_GONE = 2, 130, 141

EXIT_CODES = {
    0: "at least one input was read, or what was asked for was found",
    1: "nothing could be read, or nothing was found, or (`lexicon`) a data file is wrong",
    BAD_CALL: "the call itself is wrong: an unknown option or form, a date that is none, a setting or data of your own",
    INTERRUPTED: "interrupted (Ctrl-C); what was written before is whole",
    READER_GONE: "the reader of the output went away, as when `head` has enough",
}
"""Every exit code with what it means."""


class Commands(TyperGroup):
    """The group of all commands: an interrupt, a broken pipe or wrong data ends a command without a traceback."""

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401 - the parser is typer's own business
        """Run the command that was called."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            typer.echo("interrupted", err=True)
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            # The interpreter flushes standard output once more at its end, which must not fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(READER_GONE) from error
        except MusnadError as error:
            typer.echo(f"musnad: {error}", err=True)
            raise typer.Exit(BAD_CALL) from error


app = typer.Typer(
    name="musnad",
    cls=Commands,
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
app.command(name="export", help=export.HELP)(export.export)
app.command(name="who", help=who.HELP)(who.who)
app.command(name="ingest", help=ingest.HELP)(ingest.ingest)
app.command(name="reread", help=reread.HELP)(reread.reread)
app.command(name="copies", help=copies.HELP)(copies.copies)
app.command(name="diff", help=diff.HELP)(diff.diff)
app.add_typer(find.app)
app.add_typer(correct.app)
app.command(name="watch", help=watch.HELP)(watch.watch)
app.command(name="forget", help=forget.HELP)(forget.forget)
app.command(name="export-db", help=export_db.HELP)(export_db.export_db)
app.command(name="bundle", help=bundle.HELP)(bundle.bundle)
app.command(name="demo", help=demo.HELP)(demo.demo)
app.command(name="schema", help=schema.HELP)(schema.schema)
app.command(name="lexicon", help=lexicon.HELP)(lexicon.lexicon)


def main() -> None:
    """Run the command line of this process. Output is UTF-8 whatever the locale says, for JSON is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    app()
