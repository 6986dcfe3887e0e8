"""`musnad explain`: why was this read here."""

import json
import sys
from typing import Annotated

import typer

from musnad.cli.engine import started
from musnad.cli.options import Knowledge, Published, PublishedBy
from musnad.cli.read import given_from
from musnad.cli.sources import articles
from musnad.model import Reading, Rejection
from musnad.pipeline import read as read_article
from musnad.render.bidi import plain
from musnad.render.explanation import explanations, explanations_to_json

HELP = "Show which rules and words made the facts at an offset of the article's text."
NOTHING_THERE = 1


def explain(
    source: Annotated[str, typer.Argument(metavar="FILE", help="The article: text or HTML; - is standard input.")],
    at: Annotated[int, typer.Option(help="Offset in code points of the article's text (title included).")],
    published: Published = None,
    publisher: PublishedBy = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line a fact: part, fact, tree.")] = False,  # noqa: FBT002 - a flag
    knowledge: Knowledge = None,
) -> None:
    """Print the evidence tree of every fact that covers an offset. Exit 1 if there is none."""
    engine = started(knowledge)
    for item in articles([source], given_from(published, publisher, None), engine):
        if isinstance(item, Rejection):
            typer.echo(f"{item.id}: rejected, {item.reason}: {item.detail}", err=True)
            raise typer.Exit(NOTHING_THERE)
        reading: Reading = read_article(item, engine)
        if as_json:
            found = [json.dumps(value, ensure_ascii=False) for value in explanations_to_json(reading, at)]
        else:
            found = [text + "\n" for text in explanations(reading, at)]
        for text in found:
            typer.echo(text if as_json or sys.stdout.isatty() else plain(text))
        if not found:
            typer.echo(f"nothing was read at offset {at} (the text has {len(item.text)} code points)", err=True)
            raise typer.Exit(NOTHING_THERE)
