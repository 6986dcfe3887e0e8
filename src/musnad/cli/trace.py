"""`musnad trace`: what stands behind an article, a fact or some words."""

import json
import sys
from typing import Annotated

import typer

from musnad.claims import Rules
from musnad.cli.answers import NOTHING_FOUND
from musnad.cli.corroborate import Most, Without
from musnad.cli.options import Db
from musnad.cli.told import show_account
from musnad.query import Collection, trace_to_json
from musnad.render.screen import Screen

HELP = "Show what stands behind a claim: its origins, the routes from each, the pages, and what the sides tell."


def trace(
    db: Db,
    asked: Annotated[
        str, typer.Argument(metavar="WHAT", help="An address, the id of an article, fact or story, or words.")
    ],
    most: Most = 8,
    without: Without = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON value, musnad.trace/1.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Write the claims as trees. Exit 1 if nothing answers."""
    with Collection(db) as collection:
        found = collection.trace(asked, Rules.without(without or ()))
    if as_json:
        sys.stdout.write(json.dumps(trace_to_json(found), ensure_ascii=False) + "\n")
    else:
        screen = Screen()
        for account in found.accounts:
            show_account(account, screen, most=most)
    if not any(account.propositions for account in found.accounts):
        raise typer.Exit(NOTHING_FOUND)
