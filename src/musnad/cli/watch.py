"""`musnad watch`: what is new to saved questions since the last time."""

import json
import sys
from typing import Annotated

import typer

from musnad.cli.answers import show
from musnad.cli.options import AsJson, Db
from musnad.query import Collection, Found, to_json
from musnad.render.screen import Screen
from musnad.store import Writer

HELP = "Report what is new to saved questions since the last time; `musnad find … --save NAME` saves one."
NOTHING_NEW = 1
_MOST = 1000  # finds of one question in one report; the others come the next time


def watch(
    db: Db,
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]", help="Which questions; default: all.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Report the same again the next time.")] = False,  # noqa: FBT002 - a flag
    listed: Annotated[bool, typer.Option("--list", help="List the saved questions.")] = False,  # noqa: FBT002 - a flag
    remove: Annotated[bool, typer.Option("--remove", help="Remove the questions that are named.")] = False,  # noqa: FBT002 - a flag
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write what is new to each question. Exit 1 if nothing is, so that cron sends no mail."""
    with Collection(db) as collection:
        saved = collection.watches()
    wanted = names or sorted(saved)
    unknown = sorted(set(wanted) - set(saved))
    if unknown:
        message = f"no question is saved as {', '.join(unknown)}: there are {', '.join(sorted(saved)) or 'none'}"
        raise typer.BadParameter(message)
    if listed:
        for name in wanted:
            typer.echo(f"{name}\t{json.dumps(saved[name][0].saved(), ensure_ascii=False)}")
        return
    if remove:
        with Writer.sharing(db) as writer:
            for name in names or ():
                writer.remove_watch(name)
        return
    news = 0
    for name in wanted:
        question, mark = saved[name]
        with Collection(db) as collection:
            found, last = collection.newest(question, mark, _MOST)
        _report(name, found, as_json=as_json)
        sys.stdout.flush()  # what could not be written is new again the next time
        news += len(found)
        if last != mark and not keep:
            with Writer.sharing(db) as writer:
                writer.move_watch(name, last)
    if not news:
        raise typer.Exit(NOTHING_NEW)


def _report(name: str, found: tuple[Found, ...], *, as_json: bool) -> None:
    """Write what is new to a question."""
    if as_json:
        for item in found:
            sys.stdout.write(json.dumps({"watch": name} | to_json(item), ensure_ascii=False) + "\n")
    elif found:
        screen = Screen()
        screen.heading(f"{name}: {len(found)} new")
        for item in found:
            show(item, screen)
