"""`musnad export-db`: a collection, or what fits a question, as files for other programs."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.engine import started
from musnad.cli.options import Db, Mentions, Publisher, Since, Until, Via
from musnad.export import TABLES as EVENT_TABLES
from musnad.export import Ontology, writer
from musnad.model import reading_to_json
from musnad.query import EXPORT_FORMATS, Collection, Question, prov, write

HELP = "Write a collection as JSONL, CSV, TSV or Parquet, as event tables (PLOVER, CAMEO), as whole readings or PROV-O."
NOTHING_WRITTEN = 1
READINGS = "readings"
_WHAT = ("statements", "events", "people", "articles", READINGS, *EVENT_TABLES)


def export_db(  # noqa: PLR0913, PLR0917 - one parameter an option
    db: Db,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=f"One of {', '.join(_WHAT)}.")],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", help=f"File, by its ending {', '.join(EXPORT_FORMATS)}; readings: .jsonl, .jsonld."
        ),
    ],
    words: Annotated[str | None, typer.Option(help="In articles with these words.")] = None,
    via: Via = None,
    mentions: Mentions = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    saved: Annotated[str | None, typer.Option(help="What fits this saved question instead.")] = None,
) -> None:
    """Write the file and say how many there are. Exit 1 if there is nothing."""
    with Collection(db) as collection:
        if what == READINGS:
            count = _readings(collection, output)
        elif what in EVENT_TABLES:
            count = _events(collection, what, output)
        else:
            asked = _saved(collection, saved, what) if saved is not None else None
            question = asked or Question(
                what, words=words, via=via, mentions=mentions, publisher=publisher, since=since, until=until
            )
            count = write(what, collection.all(question), output)
    typer.echo(f"{count:,} {what}", err=True)
    if not count:
        raise typer.Exit(NOTHING_WRITTEN)


def _saved(collection: Collection, name: str, what: str) -> Question:
    watches = collection.watches()
    if name not in watches:
        message = f"no question is saved as {name}: there are {', '.join(sorted(watches)) or 'none'}"
        raise typer.BadParameter(message)
    question = watches[name][0]
    if question.of != what:
        message = f"the question {name} asks for {question.of}, not for {what}"
        raise typer.BadParameter(message)
    return question


def _events(collection: Collection, what: str, output: Path) -> int:
    """Write a table of events with the codes of a codebook, as `musnad export` does of articles."""
    ontology = Ontology(started().lexicon)
    table = EVENT_TABLES[what]
    out = writer(table, output, sys.stdout)
    count = 0
    try:
        for reading in collection.readings():
            rows = list(table.rows(reading, ontology))
            out.write(rows)
            count += len(rows)
    finally:
        out.close()
    return count


def _readings(collection: Collection, output: Path) -> int:
    if output.suffix.lower() not in {".jsonl", ".jsonld"}:
        message = f"readings are written as .jsonl or .jsonld, not as {output.suffix!r}"
        raise typer.BadParameter(message)
    count = 0
    with output.open("w", encoding="utf-8") as file:
        for reading in collection.readings():
            if output.suffix.lower() == ".jsonl":
                value = reading_to_json(reading)
            else:  # one graph a line, for a database of graphs to load one by one
                value = prov(reading, collection.captures(reading.article.version))
            file.write(json.dumps(value, ensure_ascii=False) + "\n")
            count += 1
    return count
