"""Answers that are no finds as rows of flat tables: stories, claims with their evidence, flows, coverage, places."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from musnad.claims.jsonio import proposition_to_json
from musnad.model.flows import Flow
from musnad.query.accounts import Account, FoundStory, found_story_to_json
from musnad.query.tables import NUMBER, REAL, TRUTH, Column, Row, Table, joined

_STORY = (
    Column("id", "id of the story; it leads on where the story was merged or split"),
    Column("title", "title of its first article"),
    Column("first", "first day of its articles"),
    Column("last", "last day"),
    Column("articles", "how many articles", NUMBER),
    Column("publishers", "who tells it, joined by «; »"),
    Column("documents", "its articles, joined by «; »"),
)
_CLAIM = (
    Column("id", "id of the claim"),
    Column("story", "id of its story"),
    Column("kind", "happening or content"),
    Column("text", "the claim in the words of one who tells it"),
    Column("grade", "independence at the narrowest level: gharib, aziz, mashhur, mutawatir"),
    Column("articles", "how many articles tell it", NUMBER),
    Column("copies", "how many of them are copies", NUMBER),
    Column("publishers", "how many publishers", NUMBER),
    Column("origins_least", "at least so many hands first put it on record", NUMBER),
    Column("origins_most", "at most so many", NUMBER),
    Column("origins", "these hands, joined by «; »"),
    Column("routes_least", "at least so many routes", NUMBER),
    Column("routes_most", "at most so many", NUMBER),
    Column("routes", "the routes, joined by «; »"),
    Column("common_link", "the hand through which all of it came"),
    Column("unnamed", "unnamed sources, joined by «; »"),
    Column("owners", "owners of several of its outlets, joined by «; »"),
    Column("states", "states that control several of its outlets, joined by «; »"),
    Column("first", "day of its first print"),
    Column("first_publisher", "who printed it first"),
    Column("conflicts", "what its places do not agree about, joined by «; »"),
)
_EVIDENCE = (
    Column("claim", "id of the claim"),
    Column("story", "id of its story"),
    Column("document", "the article"),
    Column("start", "where the words start in its text, in code points", NUMBER),
    Column("end", "where they end", NUMBER),
    Column("words", "the words"),
    Column("kind", "happening or content"),
    Column("fact", "id of the statement or event"),
    Column("denies", "whether they deny it", TRUTH),
    Column("in_title", "whether they stand in the title", TRUTH),
    Column("chain", "hands from the origin to the page, joined by «; »"),
)
_FLOW = (
    Column("taker", "who takes"),
    Column("source", "from whom"),
    Column("kind", "agency, release, outlet or quoted"),
    Column("articles", "in how many articles", NUMBER),
    Column("credited", "in how many of them it says so", NUMBER),
    Column("days", "median of the days by which it prints later than the first", REAL),
)
_OUTLET = (
    Column("name", "the publisher"),
    Column("articles", "how many articles of the days asked for", NUMBER),
    Column("own", "how many are own reporting", NUMBER),
    Column("unknown", "how many name nobody", NUMBER),
    Column("share", "share of own reporting", REAL),
    Column("owner", "its owner"),
    Column("state", "state that controls it"),
)
_HELD = (
    Column("publisher", "the publisher; empty for articles without one"),
    Column("articles", "how many articles are held", NUMBER),
    Column("first", "first day"),
    Column("last", "last day"),
    Column("captured", "moment of the last capture"),
)
_PLACE = (
    Column("id", "id of the place"),
    Column("name", "its name"),
    Column("events", "how many events were there", NUMBER),
    Column("latitude", "degrees north, where musnad knows them", REAL),
    Column("longitude", "degrees east", REAL),
)
_COMPANION = (
    Column("id", "id of whom somebody met or called"),
    Column("kind", "person, organisation, place …"),
    Column("name", "the name"),
    Column("count", "how many times that took place", NUMBER),
    Column("last", "the last day"),
)
_REPORTER = (
    Column("role", "spokesperson, office, outlet, agency, publisher, republisher"),
    Column("id", "id of a hand through which somebody's statements came"),
    Column("name", "the name"),
    Column("count", "how many statements", NUMBER),
)
_REJECTED = (
    Column("source", "file, feed or address"),
    Column("input", "id of the input in it"),
    Column("reason", "one of the reasons of the reference"),
    Column("detail", "what is wrong with it"),
)


def claims(account: Account) -> Iterator[Row]:
    """Yield the claims of a story, those of most articles first, in the form of `musnad.account/1`."""
    return (proposition_to_json(each, account.texts) for each in account.propositions)


def evidence(account: Account) -> Iterator[Row]:
    """Yield every place in which a claim of a story is told, in the form of `musnad.account/1`, with its claim."""
    for each in claims(account):
        for place in each["evidence"]:
            yield {"claim": each["id"], "story": account.story.id} | place


def _story(item: FoundStory) -> Row:
    row = {name: getattr(item, name) for name in ("id", "title", "first", "last")}
    row |= {"articles": len(item.articles), "publishers": joined(item.publishers)}
    return row | {"documents": joined(each.document for each in item.articles)}


def _claim(item: Row) -> Row:
    names = ("id", "story", "kind", "text", "grade", "articles", "copies", "publishers", "common_link")
    row = {name: item[name] for name in names}
    for name in ("origins", "routes"):
        row |= {f"{name}_least": item[name]["least"], f"{name}_most": item[name]["most"]}
        row |= {name: joined(item[name]["names"])}
    first = item["first"] or {"published": None, "publisher": None}
    row |= {"first": first["published"], "first_publisher": first["publisher"]}
    row |= {name: joined(item[name]) for name in ("unnamed", "owners", "states")}
    return row | {"conflicts": joined(each["about"] for each in item["conflicts"])}


def _place(item: Row) -> Row:
    start, end = item["span"]
    row = {name: item[name] for name in ("claim", "story", "words", "kind", "fact", "denies")}
    row |= {"document": item["id"], "start": start, "end": end, "in_title": item["title"]}
    return row | {"chain": joined(hand["name"] for hand in item["chain"])}


def _named(*columns: Column) -> Table:
    """Return the table of records whose fields are called as the columns; '' is unknown."""

    def row(item: Any) -> Row:  # noqa: ANN401 - any record with such fields
        values = {column.name: getattr(item, column.name) for column in columns}
        return {name: None if value == "" else value for name, value in values.items()}

    return Table(columns, row, row)


def _flow(item: Flow) -> Row:
    return _FLOWS.row(item) | {"members": list(item.keys)}


_FLOWS = _named(*_FLOW)
TOLD_TABLES: Mapping[str, Table] = {
    "stories": Table(_STORY, _story, found_story_to_json),
    "claims": Table(_CLAIM, _claim, dict),
    "evidence": Table(_EVIDENCE, _place, dict),
    "flows": replace(_FLOWS, whole=_flow),
    "outlets": _named(*_OUTLET),
    "coverage": _named(*_HELD),
    "places": _named(*_PLACE),
    "companions": _named(*_COMPANION),
    "reporters": _named(*_REPORTER),
    "rejections": _named(*_REJECTED),
}
"""The tables of all other answers, by name."""
