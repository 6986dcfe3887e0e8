"""`musnad find`: questions to a collection."""

import json
import sys
from collections import Counter
from dataclasses import asdict
from typing import Annotated

import typer

from musnad.cli.answers import NOTHING_FOUND, By, Wanted, answer, coverage_json, show_identity
from musnad.cli.options import (
    After,
    AsJson,
    Db,
    Exact,
    Limit,
    Mentions,
    Publisher,
    Save,
    Since,
    Tag,
    Until,
    Versions,
    Via,
    Words,
    Wrong,
    one_of,
)
from musnad.model import KINDS, REASONS, STATUSES
from musnad.query import Changed, Collection, Coverage, Question, to_json
from musnad.render.bidi import isolate
from musnad.render.screen import Screen

HELP = "Find statements, events, people and articles in a collection, with what was looked at beside every count."

app = typer.Typer(name="find", help=HELP, no_args_is_help=True, rich_markup_mode=None)


@app.command(help="Find who said what: newest first.")
def statements(  # noqa: PLR0913, PLR0917 - one parameter an option
    db: Db,
    words: Words = None,
    speaker: Annotated[str | None, typer.Option(help="Words of the speaker's name, or an id.")] = None,
    about: Annotated[str | None, typer.Option(help="Words of what is said.")] = None,
    denied: Annotated[bool | None, typer.Option("--denied/--affirmed", help="Only denials, or only others.")] = None,
    via: Via = None,
    mentions: Mentions = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    wrong: Wrong = False,  # noqa: FBT002 - a flag
    exact: Exact = False,  # noqa: FBT002 - a flag
    versions: Versions = False,  # noqa: FBT002 - a flag
    by: By = None,
    limit: Limit = 20,
    after: After = None,
    save: Save = None,
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write what fits. Exit 1 if nothing does."""
    asked = Question(
        "statements",
        words=words,
        exact=exact,
        speaker=speaker,
        about=about,
        denied=denied,
        mentions=mentions,
        via=via,
        publisher=publisher,
        since=since,
        until=until,
        tag=tag,
        wrong=wrong,
        versions=versions,
    )
    answer(db, asked, Wanted(limit, after, by, as_json, save))


@app.command(help="Find who did what to whom: newest first.")
def events(  # noqa: PLR0913, PLR0917 - one parameter an option
    db: Db,
    words: Words = None,
    kind: Annotated[str | None, typer.Option("--type", help="PLOVER type, as CONSULT.")] = None,
    actor: Annotated[str | None, typer.Option(help="Words of the actor's name, or an id.")] = None,
    recipient: Annotated[str | None, typer.Option(help="Words of the recipient's name, or an id.")] = None,
    place: Annotated[str | None, typer.Option(help="Words of the place, or an id.")] = None,
    status: Annotated[str | None, typer.Option(help=f"One of {', '.join(STATUSES)}.")] = None,
    via: Via = None,
    mentions: Mentions = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    wrong: Wrong = False,  # noqa: FBT002 - a flag
    exact: Exact = False,  # noqa: FBT002 - a flag
    versions: Versions = False,  # noqa: FBT002 - a flag
    by: By = None,
    limit: Limit = 20,
    after: After = None,
    save: Save = None,
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write what fits. Exit 1 if nothing does."""
    asked = Question(
        "events",
        words=words,
        exact=exact,
        type=kind,
        actor=actor,
        recipient=recipient,
        place=place,
        status=status,
        mentions=mentions,
        via=via,
        publisher=publisher,
        since=since,
        until=until,
        tag=tag,
        wrong=wrong,
        versions=versions,
    )
    answer(db, asked, Wanted(limit, after, by, as_json, save))


@app.command(help="Find people, or bodies and places, and with --mentions those named beside somebody.")
def people(  # noqa: PLR0913, PLR0917 - one parameter an option
    db: Db,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Words of the name, or an id.")] = None,
    kind: Annotated[str, typer.Option(help=f"One of {', '.join(KINDS)}.")] = "person",
    words: Annotated[str | None, typer.Option(help="In articles with these words.")] = None,
    via: Via = None,
    mentions: Mentions = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    by: By = None,
    limit: Limit = 20,
    after: After = None,
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write who fits, in most articles first. Exit 1 if nobody does."""
    asked = Question(
        "people",
        words=words,
        name=name,
        kind=kind,
        mentions=mentions,
        via=via,
        publisher=publisher,
        since=since,
        until=until,
        tag=tag,
    )
    answer(db, asked, Wanted(limit, after, by, as_json))


@app.command(help="Show who is one with somebody across articles, since when and why; of anybody with that name.")
def identity(
    db: Db,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Words of the name, or an id.")],
    kind: Annotated[str | None, typer.Option(callback=one_of(KINDS), help=f"Only one of {', '.join(KINDS)}.")] = None,
    limit: Limit = 20,
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write all that are one, those in most articles first. Exit 1 if nobody has that name."""
    with Collection(db) as collection:
        found = [each for each in collection.identities(name) if kind in {None, each.kind}][:limit]
    screen = Screen()
    for each in found:
        if as_json:
            sys.stdout.write(json.dumps(asdict(each), ensure_ascii=False) + "\n")
        else:
            show_identity(each, screen)
    if not found:
        raise typer.Exit(NOTHING_FOUND)


@app.command(help="Find articles: newest first; with --mentions and --by day, the timeline of somebody.")
def articles(  # noqa: PLR0913, PLR0917 - one parameter an option
    db: Db,
    words: Words = None,
    via: Via = None,
    mentions: Mentions = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    exact: Exact = False,  # noqa: FBT002 - a flag
    versions: Versions = False,  # noqa: FBT002 - a flag
    by: By = None,
    limit: Limit = 20,
    after: After = None,
    save: Save = None,
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write what fits. Exit 1 if nothing does."""
    asked = Question(
        "articles",
        words=words,
        exact=exact,
        mentions=mentions,
        via=via,
        publisher=publisher,
        since=since,
        until=until,
        tag=tag,
        versions=versions,
    )
    answer(db, asked, Wanted(limit, after, by, as_json, save))


@app.command(help="Show pages whose text was changed, sentence by sentence, and whether they say so.")
def edits(
    db: Db,
    told: Annotated[bool | None, typer.Option("--told/--stealth", help="Only told ones, or only others.")] = None,
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write what changed between the versions of pages. Exit 1 if nothing did."""
    screen = Screen()
    count = 0
    with Collection(db) as collection:
        for each in collection.changes():
            if told is not None and each.told != told:
                continue
            count += 1
            if as_json:
                sys.stdout.write(json.dumps(to_json(each), ensure_ascii=False) + "\n")
            else:
                _show_change(each, screen)
    if not count:
        raise typer.Exit(NOTHING_FOUND)


@app.command(help="Show what is held: how much, of which publishers, and when each was captured last.")
def coverage(db: Db, as_json: AsJson = False) -> None:  # noqa: FBT002 - a flag
    """Write what is held of every publisher."""
    screen = Screen()
    with Collection(db) as collection:
        held, sizes = collection.coverage(), collection.sizes()
    if as_json:
        value = {"sizes": sizes} | coverage_json(Coverage(len(held), held))
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
        return
    for each in held:
        days = f"{each.first or '?'} to {each.last or '?'}"
        captured = f"  captured {each.captured}" if each.captured else ""
        screen.line(f"{each.articles:8,}  {days}{captured}  {isolate(each.publisher or '-')}")
    screen.line((", ".join(f"{number:,} {name}" for name, number in sizes.items()), "bold"))


@app.command(help="Show what could not be read, and why.")
def rejections(
    db: Db,
    reason: Annotated[
        str | None, typer.Option(callback=one_of(REASONS), help=f"Only these: {', '.join(REASONS)}.")
    ] = None,
    as_json: AsJson = False,  # noqa: FBT002 - a flag
) -> None:
    """Write what was rejected, with a count by reason. Exit 1 if nothing was."""
    counts: Counter[str] = Counter()
    with Collection(db) as collection:
        for each in collection.rejections():
            if reason not in {None, each.reason}:
                continue
            counts[each.reason] += 1
            if as_json:
                sys.stdout.write(json.dumps(asdict(each), ensure_ascii=False) + "\n")
            else:
                typer.echo(f"{each.reason}  {each.source}  {each.input or '-'}  {each.detail}")
    if not counts:
        raise typer.Exit(NOTHING_FOUND)
    listed = ", ".join(f"{number:,} {name}" for name, number in sorted(counts.items()))
    typer.echo(f"{counts.total():,} rejected ({listed})", err=True)


def _show_change(each: Changed, screen: Screen) -> None:
    state = "told by the page" if each.told else "not told by the page"
    screen.line("")
    screen.line(
        (f"{each.seen_before or '?'} to {each.seen_after or '?'}  {state}  {each.url or each.document}", "bold")
    )
    if each.fields:
        screen.line(f"changed: {', '.join(each.fields)}")
    for edit in each.edits:
        for sentence in edit.before:
            screen.line(("-", "red"))
            screen.arabic(sentence, "red")
        for sentence in edit.after:
            screen.line(("+", "green"))
            screen.arabic(sentence, "green")
