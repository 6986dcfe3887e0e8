"""Questions as SQL: which rows fit, in one form for pages, counts and what is new.

`f` is the row that is asked for, `a` its article.
"""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import json
import re
from dataclasses import dataclass, field
from typing import Any

from musnad.arabic import fold_word
from musnad.store.errors import StoreError
from musnad.store.packed import ACTOR, OF_EVENT, OF_STATEMENT, RECIPIENT, TAIL, stretched
from musnad.store.question import ARTICLES, EVENTS, PEOPLE, STATEMENTS, Question
from musnad.store.words import name_question, question, raw_parts

_ID = re.compile(r"[a-z_]+\.[A-Za-z0-9_.-]+|[a-z_.]+:.+")
_TABLES = {
    STATEMENTS: "statement f",
    EVENTS: "event f",
    ARTICLES: "article a",
    PEOPLE: "appearance f",
}
_JOIN = " JOIN article a ON a.id = f.article"
_ENTITY = " JOIN entity e ON e.id = f.entity"
_DAYS = {STATEMENTS: "f.day", EVENTS: "f.day", ARTICLES: "a.day", PEOPLE: "a.day"}
ARTICLE = "a.id, a.version, d.key, a.input, p.name, a.day, a.basis, a.title, a.url, a.characters, a.current"
MORE = "LEFT JOIN publisher p ON p.id = a.publisher JOIN document d ON d.id = a.document"
"""The columns of an article, and what is joined for them to the table of articles as `a`."""

ROWS = {STATEMENTS: "f.id", EVENTS: "f.id", ARTICLES: "a.id", PEOPLE: "coalesce(e.same, e.id)"}
_OPEN = frozenset({"of", "exact", "since", "until", "type", "status", "denied", "kind", "versions", "wrong"})
_OWN_IDS = {STATEMENTS: "f.fact", EVENTS: "f.fact", ARTICLES: "a.version", PEOPLE: "e.key"}
_CHAINS = {STATEMENTS: OF_STATEMENT, EVENTS: OF_EVENT}


@dataclass(slots=True)
class Clauses:
    """What must hold, joined by AND, with the values of its marks."""

    tests: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, test: str, *values: object) -> None:
        """Demand one thing more."""
        self.tests.append(test)
        self.values += values

    def where(self) -> str:
        """Return the condition."""
        return " AND ".join(self.tests) or "1"

    def source(self, of: str, *others: str) -> str:
        """Return the tables that the condition and other pieces of a question name, no more."""
        pieces = (*self.tests, *others)
        entity = _ENTITY if of == PEOPLE and any(re.search(r"\be\.", piece) for piece in pieces) else ""
        article = _JOIN if of != ARTICLES and any("a." in piece for piece in pieces) else ""
        return _TABLES[of] + entity + article


def day_of(asked: Question) -> str:
    """Return the column that holds the day of what is asked for."""
    return _DAYS[asked.of]


def is_open(asked: Question) -> bool:
    """Say whether neither words nor names limit a question: most of what is held may fit."""
    return all(getattr(asked, name) in {None, False} for name in Question.__slots__ if name not in _OPEN)


def clauses(asked: Question, *, is_wide: bool = False) -> Clauses:
    """Return what must hold of a row. Raises `StoreError` where a text of the question holds no word.

    `is_wide` says that most articles lie within the days of a question for people: then all appearances are looked at.
    """
    found = Clauses()
    article = "a.id" if asked.of == ARTICLES else "f.article"
    if asked.of == ARTICLES and is_open(asked):  # the index that has the order of days begins with it
        found.add(f"a.current IN ({'0, 1' if asked.versions else '1'})")
    elif not asked.versions:  # few are old: looking for those costs less than looking at every article
        found.add(f"{article} NOT IN (SELECT id FROM article WHERE current = 0)")
    _limits(asked, found, is_wide=is_wide)
    if asked.words is not None:
        found.add(f"{article} IN (SELECT rowid FROM words WHERE words MATCH ?)", _words(asked.words, exact=asked.exact))
        _exactly(asked, asked.words, article, "NULL", found)
    if asked.mentions is not None:
        who, value = named(asked.mentions)
        found.add(f"{article} IN (SELECT article FROM appearance WHERE entity IN ({who}))", value)
        if asked.of == PEOPLE:
            found.add(f"f.entity NOT IN ({who})", value)
    if asked.via is not None:
        _via(asked, asked.via, found)
    _corrected(asked, found)
    {STATEMENTS: _of_statements, EVENTS: _of_events, PEOPLE: _of_people}.get(asked.of, lambda _a, _f: None)(
        asked, found
    )
    return found


def _limits(asked: Question, found: Clauses, *, is_wide: bool) -> None:
    day = "day" if asked.of == PEOPLE else day_of(asked)
    limits = Clauses()
    if asked.since is not None:
        limits.add(f"{day} >= ?", asked.since)
    if asked.until is not None:
        limits.add(f"{day} <> '' AND {day} <= ?", asked.until)
    if limits.tests and asked.of == PEOPLE:  # few articles are sought first, then whom they name
        limits = Clauses(
            [f"{'+' if is_wide else ''}f.article IN (SELECT id FROM article WHERE {limits.where()})"], limits.values
        )
    found.tests += limits.tests
    found.values += limits.values
    if asked.publisher is not None:
        found.add(
            "a.publisher IN (SELECT id FROM publisher WHERE instr(folded(name), ?))", fold_word(asked.publisher).strip()
        )


def _corrected(asked: Question, found: Clauses) -> None:
    """Leave out what analysts found wrong, and demand their tag."""
    own = _OWN_IDS[asked.of]
    if asked.of in _CHAINS and not asked.wrong:
        wrong = f"SELECT w.id FROM correction c JOIN {_TABLES[asked.of][:-2]} w ON w.fact = c.subject"
        found.add(f"f.id NOT IN ({wrong} WHERE c.kind = 'wrong' AND c.undone = 0)")  # by row: indices hold no more
    if asked.tag is not None:
        tagged = "SELECT subject FROM correction WHERE kind = 'tag' AND text = ? AND undone = 0"
        page = f"a.version IN ({tagged}) OR a.document IN (SELECT id FROM document WHERE key IN ({tagged}))"
        found.add(f"({own} IN ({tagged}) OR {page})", *[asked.tag] * 3)


def _of_statements(asked: Question, found: Clauses) -> None:
    if asked.speaker is not None:
        who, value = named(asked.speaker)
        found.add(f"f.speaker IN ({who})", value)
    if asked.about is not None:
        found.add("f.id IN (SELECT rowid FROM said WHERE said MATCH ?)", _words(asked.about, exact=asked.exact))
        _exactly(asked, asked.about, "f.article", "f.content", found)
    if asked.denied is not None:
        found.add("f.denial = ?", int(asked.denied))


def _of_events(asked: Question, found: Clauses) -> None:
    if asked.type is not None:
        found.add("f.type = ?", asked.type.upper())
    if asked.status is not None:
        found.add("f.status = ?", asked.status)
    for side, name in ((ACTOR, asked.actor), (RECIPIENT, asked.recipient)):
        if name is not None:
            who, value = named(name)
            found.add(f"f.id IN (SELECT event FROM participant WHERE side = {side} AND entity IN ({who}))", value)
    if asked.place is not None:
        who, value = named(asked.place)
        found.add(f"f.place IN ({who})", value)


def _of_people(asked: Question, found: Clauses) -> None:
    found.add("f.kind <> '' AND f.kind = ?", asked.kind or "person")  # the first part names the index
    if asked.name is not None:
        who, value = named(asked.name)
        found.add(f"f.entity IN ({who})", value)


def _via(asked: Question, name: str, found: Clauses) -> None:
    """Demand a hand of this name: in the chain of the fact itself, or in that of its article."""
    who, value = named(name)
    article = "a.id" if asked.of == ARTICLES else "f.article"
    tail = f"{article} IN (SELECT fact FROM hand WHERE kind = {TAIL} AND entity IN ({who}))"
    kind = _CHAINS.get(asked.of)
    if kind is None:
        found.add(tail, value)
    else:
        found.add(
            f"(f.id IN (SELECT fact FROM hand WHERE kind = {kind} AND entity IN ({who})) OR {tail})", value, value
        )


def named(name: str) -> tuple[str, str]:
    """Return the SQL for the entities that a name or id may mean, and the value of its mark."""
    if _ID.fullmatch(name.strip()):
        return _same("SELECT id FROM entity WHERE key = ?"), name.strip()
    words = name_question(name)
    if words is None:
        message = f"a name holds letters, unlike {name!r}"
        raise StoreError(message)
    return _same("SELECT entity FROM alias WHERE id IN (SELECT rowid FROM names WHERE names MATCH ?)"), words


def _same(who: str) -> str:
    """Return the SQL for entities and all that are one with them."""
    return (
        f"SELECT id FROM entity WHERE coalesce(same, id) IN (SELECT coalesce(same, id) FROM entity WHERE id IN ({who}))"
    )


def _words(asked: str, *, exact: bool) -> str:
    found = question(asked, exact=exact)
    if found is None:
        message = f"{asked!r} holds no word to look for"
        raise StoreError(message)
    return found


def _exactly(asked: Question, words: str, article: str, content: str, found: Clauses) -> None:
    """Demand that every word or phrase stands in the text, or in the content, letter by letter."""
    for said in raw_parts(words) if asked.exact else ():
        found.add(f"holds((SELECT text FROM body WHERE article = {article}), {content}, ?)", said)


def holds(data: bytes, content: str | None, said: str) -> int:
    """Say whether a compressed text, or only the spans of it that are given as JSON, hold some words as whole words."""
    text = stretched(data)
    parts = [text] if content is None else [text[start:end] for start, end in json.loads(content)]
    pattern = re.compile(rf"(?<!\w){re.escape(said)}(?!\w)")
    return int(any(pattern.search(part) for part in parts))
