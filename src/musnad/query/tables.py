"""Answers as rows of flat tables, every column with its type and what it holds; here those of finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from musnad.query.found import (
    ArticleRef,
    FoundArticle,
    FoundEvent,
    FoundPerson,
    FoundStatement,
    Hand,
    Who,
    to_json,
)

Row = dict[str, Any]
TEXT, NUMBER, REAL, TRUTH = "text", "number", "real", "truth"
JOINT = "; "
"""What stands between several values in one field."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and its type."""

    name: str
    doc: str
    kind: str = TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of one kind of answer, how one becomes a row, and the whole record as plain JSON values."""

    columns: tuple[Column, ...]
    row: Callable[[Any], Row]
    whole: Callable[[Any], Row] = to_json


_ARTICLE = (
    Column("version", "version of the article"),
    Column("document", "the page, whatever versions there are"),
    Column("input", "id that the input gave it"),
    Column("publisher", "who published it"),
    Column("published", "day of the article, as read"),
    Column("published_basis", "what speaks for that day"),
    Column("title", "its title"),
    Column("url", "its address"),
    Column("is_current", "whether the page stands so as far as we know", TRUTH),
    Column("tail", "the article's own hands, agency first, joined by «; »"),
)
_STATEMENT = (
    Column("id", "id of the statement; the same in every reading of this version"),
    Column("day", "when it was said, else the day of the article"),
    Column("said", "when it was said, where the text tells"),
    Column("speaker", "who says it, in the fullest form of the article"),
    Column("speaker_id", "id of the speaker across articles"),
    Column("content", "what is said; parts joined by « … »"),
    Column("cue", "the words that report it"),
    Column("form", "direct, indirect or mixed"),
    Column("denial", "whether it denies", TRUTH),
    Column("stance", "stance of the cue"),
    Column("medium", "statement, interview, social_post …"),
    Column("chain", "hands from the speaker to the article, joined by «; »"),
    Column("start", "where its content starts in the text, in code points", NUMBER),
    Column("end", "where it ends", NUMBER),
    Column("parent", "id of the statement that holds it"),
    Column("rule", "the rule that read it"),
)
_EVENT = (
    Column("id", "id of the event; the same in every reading of this version"),
    Column("day", "when it was, else the day of the article"),
    Column("date", "when it was, where the text tells: an ISO day or a longer TIMEX3 value"),
    Column("type", "PLOVER type, whatever became of it"),
    Column("mode", "PLOVER mode"),
    Column("status", "happened, ongoing, planned, hypothetical, requested, denied, failed"),
    Column("actors", "who did it, joined by «; »"),
    Column("actor_ids", "their ids across articles"),
    Column("actor_countries", "their countries (ISO 3166 alpha-3)"),
    Column("recipients", "to whom, joined by «; »"),
    Column("recipient_ids", "their ids across articles"),
    Column("recipient_countries", "their countries"),
    Column("place", "where, by name"),
    Column("place_id", "id of the place"),
    Column("trigger", "the words that tell it"),
    Column("start", "where they start in the text, in code points", NUMBER),
    Column("end", "where they end", NUMBER),
    Column("chain", "hands before those of the article, joined by «; »"),
    Column("rule", "the rule that read it"),
)
_PERSON = (
    Column("id", "id of the knowledge base, else kind and folded name"),
    Column("kind", "person, organisation, place …"),
    Column("name", "most frequent form of the name"),
    Column("latin", "its Latin form"),
    Column("names", "all forms, joined by «; »"),
    Column("articles", "in how many articles", NUMBER),
    Column("mentions", "how often", NUMBER),
    Column("first", "first day"),
    Column("last", "last day"),
    Column("ids", "ids of all that are one with it, joined by «; »"),
)


def _article(ref: ArticleRef) -> Row:
    return {
        "version": ref.version,
        "document": ref.document,
        "input": ref.input,
        "publisher": ref.publisher,
        "published": ref.day,
        "published_basis": ref.basis,
        "title": ref.title,
        "url": ref.url,
        "is_current": ref.is_current,
        "tail": _hands(ref.chain),
    }


def _statement(item: FoundStatement) -> Row:
    row = {
        name: getattr(item, name) for name in ("id", "day", "said", "speaker", "speaker_id", "cue", "form", "denial")
    }
    row |= {name: getattr(item, name) for name in ("stance", "medium", "parent", "rule")}
    row |= {"content": " … ".join(item.content), "chain": _hands(item.chain)}
    row |= {"start": item.content_spans[0].start, "end": item.content_spans[-1].end}
    return row | _article(item.article)


def _event(item: FoundEvent) -> Row:
    row = {name: getattr(item, name) for name in ("id", "day", "date", "type", "mode", "status", "place", "place_id")}
    row |= {"trigger": item.trigger, "rule": item.rule, "chain": _hands(item.chain)}
    row |= {"start": item.trigger_span.start, "end": item.trigger_span.end}
    return row | _side("actor", item.actors) | _side("recipient", item.recipients) | _article(item.article)


def _side(name: str, people: Iterable[Who]) -> Row:
    found = tuple(people)
    return {
        f"{name}s": joined(who.name for who in found),
        f"{name}_ids": joined(who.id or "" for who in found),
        f"{name}_countries": joined(who.country or "" for who in found),
    }


def _found_article(item: FoundArticle) -> Row:
    return _article(item.article) | {"characters": item.article.characters}


def _person(item: FoundPerson) -> Row:
    row = {
        name: getattr(item, name) for name in ("id", "kind", "name", "latin", "articles", "mentions", "first", "last")
    }
    return row | {"names": JOINT.join(item.names), "ids": JOINT.join(item.ids)}


def _hands(chain: Iterable[Hand]) -> str | None:
    return joined(hand.name for hand in chain)


def joined(values: Iterable[str]) -> str | None:
    """Return several values as one, None where there are none."""
    found = tuple(values)
    return JOINT.join(found) if any(found) else None


TABLES: Mapping[str, Table] = {
    "statements": Table((*_STATEMENT, *_ARTICLE), _statement),
    "events": Table((*_EVENT, *_ARTICLE), _event),
    "people": Table(_PERSON, _person),
    "articles": Table((*_ARTICLE, Column("characters", "length of the text in code points", NUMBER)), _found_article),
}
"""The tables of finds by what is asked for."""


def rows(table: Table, found: Iterable[Any]) -> Iterator[Row]:
    """Yield answers as rows with the columns of their table, in the order of these."""
    for item in found:
        row = table.row(item)
        yield {column.name: row[column.name] for column in table.columns}
