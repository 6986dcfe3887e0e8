"""`musnad correct`: what an analyst decides, applied over every reading."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from musnad.cli.clock import now
from musnad.cli.compare import compare
from musnad.cli.engine import started
from musnad.cli.options import AsJson, Db, one_of
from musnad.errors import MusnadError
from musnad.model import KINDS
from musnad.query import Collection
from musnad.render.bidi import isolate
from musnad.store import CORRECTIONS, Correction, Reader, StoreError, Writer

HELP = (
    "Correct a collection: same or not the same entity, one story or claim or two, wrong fact, note, tag; "
    "listed, exported, imported, undone."
)
FORMAT = "musnad.correction/1"
NOTHING = 1

app = typer.Typer(name="correct", help=HELP, no_args_is_help=True, rich_markup_mode=None)

_Entity = Annotated[str, typer.Argument(metavar="ID", help="Id of an entity, as `musnad find people` shows it.")]
_Any = Annotated[str, typer.Argument(metavar="ID", help="Id of a fact, version, document or entity.")]


@app.command(help="Two entities are one: whoever asks for one gets both.")
def same(db: Db, one: _Entity, two: _Entity) -> None:
    """Keep the decision."""
    _keep(db, Correction("same", one, two, at=now()))


@app.command(help="Two entities are not one, whatever was said before.")
def different(db: Db, one: _Entity, two: _Entity) -> None:
    """Keep the decision."""
    _keep(db, Correction("different", one, two, at=now()))


@app.command(help="In a document the name means somebody else, who gets an id of his own there.")
def namesake(
    db: Db,
    key: _Entity,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Address, or id of the document, version or fact.")],
) -> None:
    """Keep the decision. Exit 2 if the entity or the document is not held."""
    with Collection(db) as collection:
        document = collection.document(article)
    _keep(db, Correction("namesake", key, document, at=now()))


_Told = Annotated[str, typer.Argument(metavar="ID", help="Id of a document, or of a statement or event.")]


@app.command(help="Two documents tell one story, or two facts are one claim, whatever is compared.")
def together(db: Db, one: _Told, two: _Told) -> None:
    """Keep the decision, and bring the stories up to date."""
    _keep(db, Correction("together", one, two, at=now()))


@app.command(help="Two documents tell two stories, or two facts are two claims.")
def apart(db: Db, one: _Told, two: _Told) -> None:
    """Keep the decision, and bring the stories up to date."""
    _keep(db, Correction("apart", one, two, at=now()))


@app.command(help="A statement or event is read wrongly: it is left out of answers.")
def wrong(
    db: Db,
    fact: Annotated[str, typer.Argument(metavar="ID", help="Id of the statement or event.")],
    why: Annotated[str, typer.Option(help="What is wrong with it.")] = "",
) -> None:
    """Keep the decision."""
    _keep(db, Correction("wrong", fact, text=why, at=now()))


@app.command(help="Write a note beside a fact, version, document or entity.")
def note(db: Db, key: _Any, text: Annotated[str, typer.Argument(metavar="TEXT")]) -> None:
    """Keep the note."""
    _keep(db, Correction("note", key, text=text, at=now()))


@app.command(help="Tag a fact, version, document or entity; `musnad find … --tag` finds it.")
def tag(db: Db, key: _Any, name: Annotated[str, typer.Argument(metavar="TAG")]) -> None:
    """Keep the tag."""
    _keep(db, Correction("tag", key, text=name, at=now()))


@app.command(help="Propose entities that may be one, the surest first, for you to decide about; nothing is changed.")
def suggest(
    db: Db,
    kind: Annotated[str, typer.Option(callback=one_of(KINDS), help=f"One of {', '.join(KINDS)}.")] = "person",
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 100,
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write the pairs with the reason; --json lines may be given to `import` as they are. Exit 1 if there are none."""
    lexicon = started().lexicon
    moment = now()
    with Collection(db) as collection:
        found = collection.proposals(lexicon, kind)[:limit]
        for each in found:
            if as_json:
                text = f"{each.verdict}: {each.reason}"
                decision = Correction("same", each.one.id, each.two.id, text, at=moment)
                sys.stdout.write(json.dumps({"format": FORMAT} | asdict(decision), ensure_ascii=False) + "\n")
            else:
                sides = " = ".join(f"{isolate(side.id)} ({side.articles})" for side in (each.one, each.two))
                typer.echo(f"{each.score:.2f}  {sides}  {each.reason}")
    if not found:
        raise typer.Exit(NOTHING)


@app.command(help="Undo a correction by its id; it stays on record.")
def undo(db: Db, key: Annotated[str, typer.Argument(metavar="ID", help="Id of the correction.")]) -> None:
    """Undo it. Exit 2 if there is none."""
    with Writer.sharing(db) as writer:
        writer.undo(key, now())
    _follow(db)


@app.command(name="list", help="List corrections.")
def list_all(
    db: Db,
    kind: Annotated[
        str | None, typer.Option(callback=one_of(CORRECTIONS), help=f"Only these: {', '.join(CORRECTIONS)}.")
    ] = None,
    undone: Annotated[bool, typer.Option("--undone", help="Undone ones too.")] = False,  # noqa: FBT002 - a flag
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write them in the order of their moments; --json is what `import` takes. Exit 1 if there are none."""
    with Collection(db) as collection:
        found = [c for c in collection.corrections() if kind in {None, c.kind} and (undone or not c.undone)]
    for each in found:
        if as_json:
            sys.stdout.write(json.dumps({"format": FORMAT} | asdict(each), ensure_ascii=False) + "\n")
        else:
            state = " (undone)" if each.undone else ""
            about = f"{each.subject} {each.object}".strip()
            typer.echo(f"{each.id}  {each.at}  {each.kind}{state}  {about}  {each.text}".rstrip())
    if not found:
        raise typer.Exit(NOTHING)


@app.command(
    name="import", help="Take in corrections that `musnad correct list --json` wrote, of this collection or another."
)
def take_in(
    db: Db, file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON lines.", exists=True, dir_okay=False)]
) -> None:
    """Keep every one, also about what is not held yet. Exit 2 at the first line that is none, and nothing is kept."""
    lines = [line for line in file.read_text("utf-8").splitlines() if line.strip()]
    found = [_parsed(line, number) for number, line in enumerate(lines, 1)]
    with Writer.sharing(db) as writer:
        for each in found:
            writer.correct(each, must_exist=False)
    typer.echo(f"{len(found)} corrections", err=True)
    _follow(db)


def _parsed(line: str, number: int) -> Correction:
    try:
        value: dict[str, Any] = json.loads(line)
        kind, subject, other, text, at = (str(value[name]) for name in ("kind", "subject", "object", "text", "at"))
        return Correction(kind, subject, other, text, at, bool(value["undone"]))
    except (ValueError, KeyError, TypeError, MusnadError) as error:
        message = f"line {number} is no correction: {error}"
        raise typer.BadParameter(message) from error


def _keep(db: Path, correction: Correction) -> None:
    with Writer.sharing(db) as writer:
        writer.correct(correction)
    typer.echo(correction.id)
    _follow(db)


def _follow(db: Path) -> None:
    """Bring the stories up to date of which something was decided, if nobody else writes now."""
    with Reader(db) as reader:
        _, stories = reader.comparing()
        if not stories.stale():
            return
    try:
        with Writer(db) as writer:
            compare(writer, started())
    except StoreError as error:
        typer.echo(f"{error}: stories follow at the end of it", err=True)
