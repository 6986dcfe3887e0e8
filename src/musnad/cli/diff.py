"""`musnad diff`: two articles side by side."""

import json
import sys
from typing import Annotated

import typer

from musnad.cli.collection import Collection, collected
from musnad.cli.options import Knowledge
from musnad.corpus.copies import compare
from musnad.corpus.jsonio import diff_to_json
from musnad.model import Reading
from musnad.render.diff import show_diff
from musnad.render.screen import Screen

HELP = "Show what two copies share, what the second changed, sentence by sentence, and which was taken from which."
_NOTHING_SHARED = 1
_TWO = 2


def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="A file; with --in, the id of an article.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    source: Annotated[
        str | None, typer.Option("--in", metavar="ARTICLES", help="Database or JSONL that holds both by id.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON value, musnad.diff/1.")] = False,  # noqa: FBT002 - a flag
    knowledge: Knowledge = None,
) -> None:
    """Compare two articles. Exit 0 if they share text, 1 if they do not, 2 if the call is wrong."""
    found = collected([first, second] if source is None else [source], knowledge)
    readings = _readings(found, None if source is None else (first, second))
    copy = compare(readings[0], readings[1], found.read, found.engine.lexicon)
    if as_json:
        sys.stdout.write(json.dumps(diff_to_json(copy, readings), ensure_ascii=False) + "\n")
    else:
        show_diff(copy, readings, Screen())
    if not copy.overlap.passages:
        raise typer.Exit(_NOTHING_SHARED)


def _readings(found: Collection, keys: tuple[str, str] | None) -> tuple[Reading, Reading]:
    """Return the readings of the two articles that were asked for, in that order."""
    if keys is None:
        keys_found = tuple(found.articles)
        if len(keys_found) != _TWO:
            message = f"two articles are needed, {len(keys_found)} were found: give two files, or two ids and --in"
            raise typer.BadParameter(message)
    else:
        keys_found = keys
    missing = [key for key in keys_found if key not in found.articles]
    if missing:
        message = f"no article has the id {missing[0]}"
        raise typer.BadParameter(message)
    first, second = (found.read(found.articles[key]) for key in keys_found)
    return first, second
