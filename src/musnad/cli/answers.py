"""How answers of a collection are written: lines for people, or one JSON line a find and one about the page."""

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from musnad.query import (
    GROUPS,
    Collection,
    Coverage,
    Found,
    FoundArticle,
    FoundEvent,
    FoundPerson,
    FoundStatement,
    Hand,
    Identity,
    Page,
    Question,
    saved,
    to_json,
)
from musnad.render.bidi import isolate
from musnad.render.screen import Screen
from musnad.store import Writer

NOTHING_FOUND = 1
PAGE = "musnad.page/1"
_NOT_DATED = "no day"

By = Annotated[str | None, typer.Option(help=f"Count instead, by {', '.join(GROUPS)}.")]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an answer is wanted: a page behind another, counts by a group, as JSON; and whether the question is saved."""

    limit: int
    after: str | None
    by: str | None
    as_json: bool
    save: str | None = None


def answer(db: Path, question: Question, wanted: Wanted) -> None:
    """Ask and write a page, or counts, or save the question. Exit 1 if nothing fits."""
    if wanted.save is not None:
        _save(db, question, wanted.save)
        return
    by, limit, after, as_json = wanted.by, wanted.limit, wanted.after, wanted.as_json
    with Collection(db) as collection:
        if by is not None:
            _write_counts(collection, question, by, as_json=as_json)
            return
        page = collection.find(question, after=after, limit=limit)
        why = () if page.total else collection.hints(question)
    if as_json:
        for item in page.items:
            _line(to_json(item))
        _line(
            {"format": PAGE, "of": question.of, "total": page.total, "after": page.after} | coverage_json(page.coverage)
        )
    else:
        screen = Screen()
        for item in page.items:
            show(item, screen)
        _show_page(page, question, screen)
    for hint in why:
        typer.echo(hint, err=True)
    if not page.items:
        raise typer.Exit(NOTHING_FOUND)


def _save(db: Path, question: Question, name: str) -> None:
    with Collection(db) as collection:
        mark = collection.mark(question.of)
    with Writer.sharing(db) as writer:
        writer.save_watch(name, saved(question), mark)
    typer.echo(f"saved as {name}; `musnad watch {db} {name}` reports what is new from now on", err=True)


def _write_counts(collection: Collection, question: Question, by: str, *, as_json: bool) -> None:
    count = collection.count(question, by)
    if as_json:
        for (name, number), held in zip(count.groups, count.articles, strict=True):
            _line({by: name or None, "count": number, "articles": held})
        _line({"format": PAGE, "of": question.of, "by": by} | coverage_json(count.coverage))
    else:
        screen = Screen()
        for (name, number), held in zip(count.groups, count.articles, strict=True):
            looked_at = f" {'of' if question.of == 'articles' else 'from'} {held:,} articles"
            screen.line((f"{number:8,}", "bold"), (f"{looked_at:24}", "dim"), isolate(name or "-"))
        screen.line((f"looked at {coverage_line(count.coverage)}", "dim"))
    if not count.groups:
        raise typer.Exit(NOTHING_FOUND)


def coverage_json(coverage: Coverage) -> dict[str, Any]:
    """Return coverage as JSON values."""
    return {
        "matched_publishers": coverage.matched,
        "articles": coverage.articles,
        "last_capture": coverage.last_capture,
        "coverage": [{name: value or None for name, value in asdict(held).items()} for held in coverage.publishers],
    }


def coverage_line(coverage: Coverage) -> str:
    """Return one line: how much was looked at, and how fresh it is."""
    held = f"{coverage.articles:,} articles of {len(coverage.publishers)} publishers"
    captured = f", last capture {coverage.last_capture}" if coverage.last_capture else ""
    return f"{held}{captured}; finds in {coverage.matched} of them"


def _show_page(page: Page, question: Question, screen: Screen) -> None:
    screen.line("")
    screen.line((f"{page.total:,} {question.of}; looked at {coverage_line(page.coverage)}", "bold"))
    if page.after is not None:
        screen.line((f"more: --after {page.after}", "dim"))


def show(item: Found, screen: Screen) -> None:
    """Write a find for people."""
    if isinstance(item, FoundStatement):
        _show_statement(item, screen)
    elif isinstance(item, FoundEvent):
        _show_event(item, screen)
    elif isinstance(item, FoundArticle):
        _show_article(item, screen)
    else:
        _show_person(item, screen)
    marks = item.marks
    for tag in marks.tags:
        screen.line((f"# {tag}", "yellow"))
    for note in (*marks.notes, *(["found wrong"] if marks.is_wrong else [])):
        screen.line((f"! {note}", "yellow"))


def _show_statement(item: FoundStatement, screen: Screen) -> None:
    notes = [item.day or _NOT_DATED, item.form, *(["denied"] if item.denial else []), item.id]
    screen.line("")
    screen.row([("  ".join(notes), "dim")], item.speaker or "-", "bold")
    for part in item.content:
        screen.arabic(part)
    _show_source(item.chain, item, screen)


def _show_event(item: FoundEvent, screen: Screen) -> None:
    kind = item.type + (f".{item.mode}" if item.mode else "")
    notes = [item.date or item.day or _NOT_DATED, kind, item.status, item.id]
    screen.line("")
    screen.line(("  ".join(notes), "dim"))
    sides = [" + ".join(who.name for who in side) for side in (item.actors, item.recipients) if side]
    screen.arabic(" ← ".join([*sides, f"«{item.trigger}»", *([item.place] if item.place else [])]), "bold")
    _show_source(item.chain, item, screen)


def _show_source(chain: tuple[Hand, ...], item: FoundStatement | FoundEvent, screen: Screen) -> None:
    hands = [hand.name for hand in (*chain, *item.article.chain)]
    title = item.article.title or item.article.url or item.article.version
    screen.arabic(" ← ".join(dict.fromkeys(hands)) or "-", "dim")
    screen.arabic(title, "dim")


def _show_article(item: FoundArticle, screen: Screen) -> None:
    screen.line("")
    screen.row([(f"{item.day or _NOT_DATED}  {item.article.version}", "dim")], item.article.publisher or "-")
    if item.article.title:
        screen.arabic(item.article.title, "bold")
    screen.arabic(item.excerpt)
    if item.article.url:
        screen.line((item.article.url, "dim"))


def _show_person(item: FoundPerson, screen: Screen) -> None:
    days = f"{item.first or '?'} to {item.last or '?'}"
    screen.line("")
    screen.row([(f"{item.articles:,} articles  {item.mentions:,} mentions  {days}", "dim")], item.name, "bold")
    screen.line((f"{item.id}  {item.latin}", "dim"))
    if item.names[1:]:
        screen.arabic("، ".join(item.names[1:]), "dim")


def show_identity(item: Identity, screen: Screen) -> None:
    """Write all that are one for people: how surely and why, and what they were one with before."""
    screen.heading(f"{isolate(item.id)}  {item.kind}  (version {item.version} of the table)")
    for member in item.members:
        why = "" if member.reason is None else f"  {member.score:.2f} since {member.since}: {isolate(member.reason)}"
        screen.row([(f"{member.articles:6,} articles{why}", "dim")], member.name, "bold")
    for past in item.past:
        said = f"{isolate(past.id)} = {isolate(past.same)}"
        screen.line((f"until version {past.until} (since {past.since}): {said}  {isolate(past.reason)}", "dim"))


def _line(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
