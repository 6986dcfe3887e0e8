"""`musnad who`: who is meant in an article."""

import json
import sys
from typing import Annotated

import typer

from musnad.cli.engine import started
from musnad.cli.options import Knowledge, Published, PublishedBy, one_of
from musnad.cli.read import given_from
from musnad.cli.sources import articles
from musnad.model import KINDS, Mention, Reading, Rejection
from musnad.names import basis
from musnad.pipeline import Engine, read_or_reject
from musnad.render.screen import Screen
from musnad.render.who import Told, show_who, who_to_json

HELP = "Show every person, body and place of an article with all its mentions, its Latin form, and why."
NOBODY = 1


def who(
    source: Annotated[str, typer.Argument(metavar="ARTICLE", help="Text, page or JSONL; - is standard input.")],
    published: Published = None,
    publisher: PublishedBy = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(callback=one_of(KINDS), help=f"Only these: {', '.join(KINDS)}. May be repeated."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line an entity.")] = False,  # noqa: FBT002 - a flag
    knowledge: Knowledge = None,
) -> None:
    """Print who is meant, in order of first mention. Exit 1 if nobody is."""
    wanted = frozenset(kind or KINDS)
    given = given_from(published, publisher, None)
    engine = started(knowledge)
    screen = Screen()
    shown = 0
    for item in articles([source], given, engine):
        result = read_or_reject(item, engine)
        if isinstance(result, Rejection):
            typer.echo(f"{result.id}: rejected, {result.reason}: {result.detail}", err=True)
            continue
        told = [each for each in _told(result, engine) if each.entity.kind in wanted]
        shown += len(told)
        if not as_json:
            show_who(result, told, screen)
            continue
        for value in who_to_json(result, told):
            sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    if not shown:
        raise typer.Exit(NOBODY)


def _told(reading: Reading, engine: Engine) -> list[Told]:
    """Return the entities of a reading with their mentions, in order of first mention."""
    by_entity: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        by_entity.setdefault(mention.entity, []).append(mention)
    entities = {entity.id: entity for entity in reading.entities}
    return [
        Told(entities[name], basis(entities[name], engine.lexicon), tuple(mentions))
        for name, mentions in by_entity.items()
    ]
