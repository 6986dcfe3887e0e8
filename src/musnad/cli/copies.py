"""`musnad copies`: which texts of a collection are printed by several, or what one article shares with the others."""

import json
import sys
from typing import Annotated

import typer

from musnad.cli.collection import Collection, collected
from musnad.cli.options import Compared, Knowledge
from musnad.corpus.copies import compare, indexed
from musnad.corpus.jsonio import diff_to_json, dispatch_to_json
from musnad.render.copies import show_dispatches
from musnad.render.diff import show_diff
from musnad.render.screen import Screen

HELP = "List the texts that several articles carry; with --article, what one of them shares with each other one."
NOTHING_FOUND = 1


def copies(
    sources: Compared,
    article: Annotated[str | None, typer.Option(metavar="ID", help="Only the copies of this article.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line a text, or with --article a copy.")] = False,  # noqa: FBT002 - a flag
    knowledge: Knowledge = None,
) -> None:
    """Find copies among all inputs. Exit 0 if there are any, 1 if there are none, 2 if the call is wrong."""
    found = collected(sources, knowledge)
    if article is None:
        _dispatches(found, as_json=as_json)
    elif article in found.articles:
        _of_one(found, article, as_json=as_json)
    else:
        message = f"no article has the id {article}"
        raise typer.BadParameter(message)


def _dispatches(found: Collection, *, as_json: bool) -> None:
    result = found.copies()
    if as_json:
        for each in result.dispatches:
            sys.stdout.write(json.dumps(dispatch_to_json(each), ensure_ascii=False) + "\n")
    else:
        show_dispatches(result.documents, result.dispatches, found.articles, Screen())
    if not result.dispatches:
        raise typer.Exit(NOTHING_FOUND)


def _of_one(found: Collection, key: str, *, as_json: bool) -> None:
    pairs = indexed(found.articles).neighbours(key)
    own = found.read(found.articles[key])
    screen = Screen()
    for pair in pairs:
        other = found.read(found.articles[pair.second if pair.first == key else pair.first])
        copy = compare(own, other, found.read, found.engine.lexicon)
        if as_json:
            sys.stdout.write(json.dumps(diff_to_json(copy, (own, other)), ensure_ascii=False) + "\n")
        else:
            show_diff(copy, (own, other), screen)
    if not pairs:
        raise typer.Exit(NOTHING_FOUND)
