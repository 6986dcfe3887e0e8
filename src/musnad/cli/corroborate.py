"""`musnad corroborate`: many articles in, what stands behind their claims out."""

import json
import sys
from typing import Annotated

import typer

from musnad.claims import RULES, Rules, corroborated
from musnad.cli.collection import collected
from musnad.cli.options import Compared, Knowledge, one_of
from musnad.render.claims import show_claims
from musnad.render.copies import show_dispatches
from musnad.render.screen import Screen

HELP = (
    "Show how many independent sources stand behind what a collection claims: its stories, the texts that several "
    "articles carry, and for every claim its origins and routes."
)
NOTHING_FOUND = 1
Without = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        callback=one_of(RULES),
        help="Leave out a rule of dependence; may be given again: " + ", ".join(RULES),
    ),
]
Most = Annotated[int, typer.Option(min=1, help="Claims shown of each story, those of most articles first.")]


def corroborate(
    sources: Compared,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON value, musnad.corroboration/1.")] = False,  # noqa: FBT002 - a flag
    without: Without = None,
    most: Most = 8,
    knowledge: Knowledge = None,
) -> None:
    """Compare all inputs with each other. Exit 0 if at least one was read, 1 if none was, 2 if the call is wrong."""
    found = collected(sources, knowledge)
    if not found.articles:
        raise typer.Exit(NOTHING_FOUND)
    made = corroborated(found.articles.values(), engine=found.engine, rules=Rules.without(without or ()))
    for each in made.rejected:
        typer.echo(f"{each.id}: {each.reason}: {each.detail}", err=True)
    if as_json:
        sys.stdout.write(json.dumps(made.to_json(), ensure_ascii=False) + "\n")
        return
    out = Screen()
    show_dispatches(made.copies.documents, made.copies.dispatches, found.articles, out)
    show_claims(made.claims.stories, made.claims.propositions, found.articles, out, most=most)
