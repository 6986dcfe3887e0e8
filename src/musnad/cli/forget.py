"""`musnad forget`: take documents down."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.clock import now
from musnad.cli.compare import compare
from musnad.cli.engine import started
from musnad.store import Reader, Writer

HELP = "Take a document down: its text, bytes and facts are removed, a tombstone with the reason stays."


def forget(
    db: Annotated[Path, typer.Argument(metavar="DB", help="The database.", exists=True, dir_okay=False)],
    key: Annotated[
        str | None, typer.Argument(metavar="[KEY]", help="Its address, or the id of it, a version or a fact.")
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Why; it stays with the tombstone.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line a tombstone.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Take one document down, or without a key list what was. Exit 2 if there is no such document."""
    if key is None:
        _list(db, as_json=as_json)
        return
    if not reason:
        message = "--reason is wanted: it is what stays"
        raise typer.BadParameter(message)
    with Writer(db) as writer:
        stone = writer.take_down(key, reason, now())
        compare(writer, started())
    if as_json:
        sys.stdout.write(json.dumps(asdict(stone), ensure_ascii=False) + "\n")
    else:
        typer.echo(f"{stone.document}: {len(stone.versions)} versions with {stone.facts} facts removed; {stone.reason}")


def _list(db: Path, *, as_json: bool) -> None:
    with Reader(db) as reader:
        stones = reader.tombstones()
    for document, url, publisher, versions, reason, at in stones:
        if as_json:
            value = {"document": document, "url": url, "publisher": publisher, "versions": json.loads(versions)}
            sys.stdout.write(json.dumps(value | {"reason": reason, "at": at}, ensure_ascii=False) + "\n")
        else:
            typer.echo(f"{at}  {document}  {url or '-'}  {reason}")
