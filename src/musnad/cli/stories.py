"""`musnad stories`: what the articles of a collection are about, happening by happening."""

import json
import sys
from typing import Annotated

import typer

from musnad.cli.answers import NOTHING_FOUND, PAGE
from musnad.cli.options import After, AsJson, Db, Limit, Since, Until
from musnad.cli.told import show_stories
from musnad.query import Collection, found_story_to_json
from musnad.render.screen import Screen

HELP = "List the stories of a collection: articles about one happening, latest news first."


def stories(  # noqa: PLR0913, PLR0917 - one parameter an option
    db: Db,
    since: Since = None,
    until: Until = None,
    least: Annotated[int, typer.Option(min=1, help="Only stories of at least so many articles.")] = 2,
    limit: Limit = 20,
    after: After = None,
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write a page of stories; `musnad trace DB ID` shows what is claimed in one. Exit 1 if there are none."""
    with Collection(db) as collection:
        page = collection.stories(since, until, least=least, after=after, limit=limit)
    if as_json:
        for story in page.items:
            sys.stdout.write(json.dumps(found_story_to_json(story), ensure_ascii=False) + "\n")
        value = {"format": PAGE, "of": "stories", "total": page.total, "after": page.after}
        value |= {"articles": page.articles, "publishers": page.publishers, "waiting": page.waiting}
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    else:
        screen = Screen()
        show_stories(page.items, screen)
        screen.line("")
        looked = f"looked at {page.articles:,} articles of {page.publishers} publishers"
        screen.line((f"{page.total:,} stories; {looked}", "bold"))
        if page.waiting:
            screen.line((f"{page.waiting:,} articles are not compared yet: musnad ingest {db}", "yellow"))
        if page.after is not None:
            screen.line((f"more: --after {page.after}", "dim"))
    if not page.items:
        raise typer.Exit(NOTHING_FOUND)
