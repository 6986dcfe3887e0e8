"""`musnad lexicon`: check the data files and say what they hold."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.options import Knowledge
from musnad.errors import LexiconError
from musnad.lexicon import load

HELP = "Check all data files, count what they hold, and show which shipped entries yours replace."
BAD_DATA = 1


def lexicon(
    extra: Annotated[list[Path] | None, typer.Argument(metavar="FOLDER", help="Folders of your own data.")] = None,
    knowledge: Knowledge = None,
) -> None:
    """Load everything without a cache. Exit 1 where a file breaks its schema."""
    try:
        loaded = load((*(extra or ()), *(knowledge or ())))
    except LexiconError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(BAD_DATA) from error
    counts = Counter(entry.kind for entry in loaded.entries.values())
    for kind, number in sorted(counts.items()):
        typer.echo(f"{number:6}  {kind}: {loaded.kinds[kind].doc}")
    for override in loaded.overrides:
        changed = ", ".join(override.fields) or "nothing"
        typer.echo(f"{override.id}: {override.own} replaces {override.shipped} (changes {changed})")
    typer.echo(f"{len(loaded.entries)} entries, {sum(map(len, loaded.forms.values()))} forms, digest {loaded.digest}")
