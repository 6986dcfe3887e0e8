"""`musnad corroborate`: many articles in, what stands behind their claims out."""

import json
import sys
from typing import Annotated

import typer

from musnad.claims import RULES, Rules, corroborated
from musnad.cli.collection import Collection, collected
from musnad.cli.engine import Knowledge
from musnad.render.claims import show_claims
from musnad.render.copies import show_dispatches
from musnad.render.screen import Screen

HELP = (
    "Show how many independent sources stand behind what a collection claims: its stories, the texts that several "
    "articles carry, and for every claim its origins and routes."
)
NOTHING_FOUND = 1


def rules_without(names: list[str] | None) -> Rules:
    """Return the rules of dependence but some; an unknown name is a wrong call."""
    try:
        return Rules.without(names or ())
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--without") from error


def corroborate(
    sources: Annotated[
        list[str], typer.Argument(metavar="ARTICLES", help="Databases, JSONL, files, folders; - is stdin.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON value, musnad.corroboration/1.")] = False,  # noqa: FBT002 - a flag
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Leave out a rule of dependence; may be given again: " + ", ".join(RULES)),
    ] = None,
    most: Annotated[int, typer.Option(min=1, help="Claims shown of each story, those of most articles first.")] = 8,
    knowledge: Knowledge = None,
) -> None:
    """Compare all inputs with each other. Exit 0 if at least one was read, 1 if none was, 2 if the call is wrong."""
    rules = rules_without(without)
    found: Collection = collected(sources, knowledge)
    if not found.articles:
        raise typer.Exit(NOTHING_FOUND)
    made = corroborated(found.articles.values(), engine=found.engine, rules=rules)
    for each in made.rejected:
        typer.echo(f"{each.id}: {each.reason}: {each.detail}", err=True)
    if as_json:
        sys.stdout.write(json.dumps(made.to_json(), ensure_ascii=False) + "\n")
        return
    out = Screen()
    show_dispatches(made.copies.documents, made.copies.dispatches, found.articles, out)
    show_claims(made.claims.stories, made.claims.propositions, found.articles, out, most=most)
