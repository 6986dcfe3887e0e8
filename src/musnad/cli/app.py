"""Put the commands together, and say once how every one of them ends."""

import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

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


COMMANDS = (
    "read",
    "explain",
    "export",
    "who",
    "ingest",
    "reread",
    "scale",
    "load",
    "copies",
    "diff",
    "corroborate",
    "stories",
    "trace",
    "flows",
    "watch",
    "serve",
    "forget",
    "export-db",
    "bundle",
    "demo",
    "schema",
    "lexicon",
    "rules",
    "find",
    "correct",
)
"""All commands in the order of the help: each is the module of its name."""


class _Modules(Mapping[str, Any]):
    """The commands by name; a module is imported when its command is called, which saves a fifth of the start."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - the parser is typer's own business
        """Return a command: of several ones, or of one function."""
        if name not in COMMANDS:
            raise KeyError(name)
        word = name.replace("-", "_")
        module = import_module(f"musnad.cli.{word}")
        if hasattr(module, "app"):
            return get_group(module.app)
        own = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
        own.command(name=name, help=module.HELP)(getattr(module, word))
        return get_command(own)

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(COMMANDS)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(COMMANDS)


class Commands(TyperGroup):
    """The group of all commands: an interrupt, a broken pipe or wrong data ends a command without a traceback."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - the parser is typer's own business
        """Take the commands from their modules."""
        super().__init__(**settings)
        self.commands = _Modules()  # type: ignore[assignment]  # the parser only reads them

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
        from importlib.metadata import version  # noqa: PLC0415 - no other command wants it

        typer.echo(version("musnad"))
        raise typer.Exit


@app.callback()
def _root(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Read Arabic news and keep every fact with its isnad."""


def main() -> None:
    """Run the command line of this process. Output is UTF-8 whatever the locale says, for JSON is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    app()
