"""`musnad flows`: who takes from whom in a collection."""

import json
import sys
from typing import Annotated

import typer

from musnad.claims.jsonio import graph_to_json
from musnad.cli.answers import NOTHING_FOUND
from musnad.cli.options import Db, Since, Until
from musnad.cli.told import show_graph
from musnad.query import Collection
from musnad.render.screen import Screen

HELP = "Show the source graph of a collection: who takes from whom, how often with credit, how late; own reporting."


def flows(
    db: Db,
    since: Since = None,
    until: Until = None,
    most: Annotated[int, typer.Option(min=1, help="Outlets and flows shown.")] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON value, musnad.sources/1.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Write outlets and flows, the most first. Exit 1 if there are no articles."""
    with Collection(db) as collection:
        graph = collection.sources(since, until)
    if as_json:
        sys.stdout.write(json.dumps(graph_to_json(graph), ensure_ascii=False) + "\n")
    else:
        show_graph(graph, Screen(), most=most)
    if not graph.documents:
        raise typer.Exit(NOTHING_FOUND)
