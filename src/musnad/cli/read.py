"""`musnad read`: articles in, readings out."""

import json
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Annotated

import typer

from musnad.cli.engine import started
from musnad.cli.options import Inputs, Knowledge, Published, PublishedBy, Url
from musnad.cli.progress import Tally
from musnad.cli.sources import articles
from musnad.ingest import Given
from musnad.model import Article, Reading, Rejection, reading_to_json, rejection_to_json
from musnad.pipeline import Engine, read_or_reject

HELP = "Read articles (text, pages, JSONL, feeds, tables, archives) and show who says what, through whom."
NOTHING_READ = 1
_AT_ONCE = 16  # articles that a process takes: large enough that handing over costs little


def read(  # noqa: PLR0913, PLR0917 - one parameter an option
    sources: Inputs,
    published: Published = None,
    publisher: PublishedBy = None,
    url: Url = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line an input, in input order.")] = False,  # noqa: FBT002 - a flag
    fetch: Annotated[bool, typer.Option("--fetch", help="Fetch inputs that are addresses (http, https).")] = False,  # noqa: FBT002 - a flag
    workers: Annotated[int, typer.Option(min=1, help="Processes that read; for many articles, one a processor.")] = 1,
    knowledge: Knowledge = None,
) -> None:
    """Read every input in order. Exit 0 if at least one was read, 1 if none was, 2 if the call is wrong."""
    given = given_from(published, publisher, url)
    engine = started(knowledge)
    write = _write_json if as_json else _text_writer()
    with Tally() as tally:
        for result in _results(articles(sources, given, engine, fetch=fetch), engine, workers):
            tally.add(result)
            write(result)
    if tally.reasons:
        typer.echo(tally.summary(), err=True)
    if not tally.read:
        raise typer.Exit(NOTHING_READ)


def _results(items: Iterator[Article | Rejection], engine: Engine, workers: int) -> Iterator[Reading | Rejection]:
    """Yield what comes of every input, in order; several processes read some inputs at once each."""
    if workers == 1:
        yield from (read_or_reject(item, engine) for item in items)
        return
    from musnad.collect.pool import spread  # noqa: PLC0415 - one process needs no pool

    tasks = iter(lambda: tuple(islice(items, _AT_ONCE)), ())
    for _, results in spread(tasks, _read_all, engine, workers):
        yield from results


def _read_all(items: tuple[Article | Rejection, ...], engine: Engine) -> tuple[Reading | Rejection, ...]:
    return tuple(read_or_reject(item, engine) for item in items)


def _write_json(result: Reading | Rejection) -> None:
    """Write one line and hand it on at once: whoever reads along must not wait, and a crash must lose nothing."""
    value = reading_to_json(result) if isinstance(result, Reading) else rejection_to_json(result)
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _text_writer() -> Callable[[Reading | Rejection], None]:
    """Return what shows results to people."""
    from musnad.render.screen import Screen  # noqa: PLC0415 - programs, which want JSON, need not wait for it
    from musnad.render.terminal import show  # noqa: PLC0415 - nor for this

    screen = Screen()

    def write(result: Reading | Rejection) -> None:
        if isinstance(result, Reading):
            show(result, screen)
        else:
            typer.echo(f"{result.id}: rejected, {result.reason}: {result.detail}", err=True)

    return write


def given_from(published: str | None, publisher: str | None, url: str | None) -> Given:
    """Return what the caller knows of an input; a date that is no ISO date is a wrong call."""
    try:
        return Given(published=published, publisher=publisher, url=url)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
