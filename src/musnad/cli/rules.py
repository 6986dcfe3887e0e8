"""`musnad rules`: every rule with what it reads, how often it makes something, and which ones never do."""

import json
from collections import Counter
from typing import Annotated

import typer

from musnad.cli.engine import started
from musnad.cli.options import Knowledge
from musnad.cli.progress import Tally
from musnad.cli.read import given_from
from musnad.cli.sources import articles
from musnad.evaluate.rules import Note, book, fired, note
from musnad.model import Reading
from musnad.pipeline import read_or_reject

HELP = "List the rules; over articles, how often each made something, and with --orphans those that never did."
NOTHING_READ = 1


def rules(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[INPUT]", help="Articles to count over: files, folders; - is stdin.")
    ] = None,
    orphans: Annotated[bool, typer.Option("--orphans", help="Only rules that made nothing in the inputs.")] = False,  # noqa: FBT002 - a flag
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line a rule: id, stage, doc, count.")] = False,  # noqa: FBT002 - a flag
    knowledge: Knowledge = None,
) -> None:
    """Print one line a rule. Exit 1 if inputs were named and none could be read."""
    if orphans and not sources:
        message = "--orphans needs inputs to count over"
        raise typer.BadParameter(message)
    engine = started(knowledge)
    counts: Counter[str] = Counter()
    with Tally() as tally:
        for item in articles(sources or [], given_from(None, None, None), engine):
            result = read_or_reject(item, engine)
            tally.add(result)
            if isinstance(result, Reading):
                counts.update(fired(result))
    known = book(engine.lexicon)
    listed = {**known, **{name: found for name in sorted(counts) if (found := note(name, known)) is not None}}
    for found in listed.values():
        if not orphans or not (counts[found.id] or found.traps):
            typer.echo(_line(found, counts[found.id], counted=bool(sources), as_json=as_json))
    if sources:
        typer.echo(tally.summary(), err=True)
        if not tally.read:
            raise typer.Exit(NOTHING_READ)


def _line(found: Note, count: int, *, counted: bool, as_json: bool) -> str:
    if as_json:
        value = {"id": found.id, "stage": found.stage, "doc": found.doc, "count": count if counted else None}
        return json.dumps(value, ensure_ascii=False)
    return f"{count:>8}  {found.id}  {found.doc}" if counted else f"{found.id}  {found.doc}"
