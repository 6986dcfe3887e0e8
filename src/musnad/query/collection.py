"""A collection to ask: pages of records, counts, coverage, readings and changes."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from musnad.claims.rules import ALL_RULES, Rules
from musnad.errors import MusnadError
from musnad.lexicon import Lexicon
from musnad.model import Capture, Reading
from musnad.model.flows import SourceGraph
from musnad.pipeline import default_engine
from musnad.query.accounts import Account, FoundStory, Stories, Trace
from musnad.query.changes import Changed, changed
from musnad.query.found import Found, FoundArticle
from musnad.query.hints import hints
from musnad.query.identities import Identity, Named, Proposal, identity, proposals
from musnad.query.repeated import is_repeated
from musnad.query.shape import Shaper, key_of
from musnad.query.told import Told, without, wrong_facts
from musnad.query.trace import of_article, of_fact, of_words
from musnad.query.write import arrow
from musnad.store import Correction, Holdings, Key, Question, Reader, UnknownIdError, facets, finding, people

_PAGE = 20
_LARGEST = 1000
_PEOPLE = "people"
_EVER = "9999-12-31"
_HITS = 40  # articles with the words of a trace whose stories are looked at


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at: publishers with a find of all whose articles are held, and what is held of each.

    `last_capture` is the last of all captures, None where none has a time. An absent publisher is not a silent one.
    """

    matched: int
    publishers: tuple[Holdings, ...]

    @property
    def articles(self) -> int:
        """Return how many articles lie within the days of the question."""
        return sum(held.within for held in self.publishers)

    @property
    def last_capture(self) -> str | None:
        """Return the moment of the last capture."""
        return max((held.captured for held in self.publishers), default="") or None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what fits a question, in its order; `after` leads to the next page, None on the last one."""

    items: tuple[Found, ...]
    after: str | None
    total: int
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are, by a group or (under '') in all, with what was looked at.

    `articles` says of every group how many articles of it are held: of the day, the publisher, the agency.
    """

    groups: tuple[tuple[str, int], ...]
    coverage: Coverage
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be read: in which source, its id there, the reason (see `REASONS`), what is wrong."""

    source: str
    input: str | None
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A value by which a question can be narrowed: of which facet, its key (an id or the value), name and count."""

    facet: str
    key: str
    name: str
    count: int


class Collection:
    """Questions to one database. A context manager; any number may be open while a writer works."""

    def __init__(self, path: Path | str) -> None:
        """Open an existing database. Raises `StoreError` where there is none that this program reads."""
        self._reader = Reader(Path(path))
        self._shape = Shaper(self._reader)
        self._told: tuple[int, Told] | None = None

    def __enter__(self) -> Self:
        """Return the collection."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    @property
    def reader(self) -> Reader:
        """Return what asks the database: for questions that stand in files of their own."""
        return self._reader

    def close(self) -> None:
        """Let go of the file."""
        self._reader.close()

    def find(self, question: Question, *, after: str | None = None, limit: int = _PAGE) -> Page:
        """Return a page of what fits: newest day first, people in most articles first. The order never depends on luck.

        Raises `StoreError` for what cannot be asked, `MusnadError` where `after` is of no page.
        """
        return self.narrowed(question, after=after, limit=limit, values=0)[0]

    def narrowed(
        self, question: Question, *, after: str | None = None, limit: int = _PAGE, values: int = 8
    ) -> tuple[Page, tuple[Facet, ...]]:
        """Return a page as `find` does, and so many values of every facet as `facets` does, all of it sought once."""
        size = min(limit, _LARGEST)
        found = finding.find(self._reader, question, _key(after), size + 1, grouped=values > 0)
        shown = found.rows[:size]
        more = None if len(found.rows) == len(shown) or not shown else "{}:{}".format(*key_of(question, shown[-1]))
        page = Page(self._shape.records(question, shown), more, found.total, self._coverage(question, found.matched))
        return page, tuple(Facet(*row) for row in facets.facets(self._reader, found.newest, values))

    def hints(self, question: Question) -> tuple[str, ...]:
        """Return what a question asks that nothing here has, in words: unknown names, types, publishers."""
        return tuple(hints(self._reader, question))

    def all(self, question: Question) -> Iterator[Found]:
        """Yield all that fits, in order."""
        after: Key | None = None
        while rows := self._rows(question, after, _LARGEST):
            yield from self._shape.records(question, rows)
            after = key_of(question, rows[-1])

    def frame(self, question: Question) -> Any:  # noqa: ANN401 - pyarrow is optional
        """Return all that fits as a `pyarrow.Table`, whose `to_pandas()` makes a frame; polars and DuckDB take it.

        Raises `MusnadError` where pyarrow is not installed.
        """
        return arrow(question.of, self.all(question))

    def count(self, question: Question, by: str | None = None) -> Count:
        """Return how many fit: in all, or by day or month in order, by publisher or agency, the largest first."""
        groups = tuple(self._reader.count(question, by))
        matched = len(groups) if by == "publisher" else len(self._reader.count(question, "publisher"))
        looked_at = Question(
            "articles",
            since=question.since,
            until=question.until,
            publisher=question.publisher,
            versions=question.versions,
        )
        held = dict(self._reader.count(looked_at, by))
        return Count(groups, self._coverage(question, matched), tuple(held.get(name, 0) for name, _ in groups))

    def facets(self, question: Question, limit: int = 8) -> tuple[Facet, ...]:
        """Return by what a question can be narrowed: of every facet the most frequent values, months newest first.

        The newest `LOOKED_AT` finds are counted.
        """
        newest = finding.newest(self._reader, question)
        return tuple(Facet(*row) for row in facets.facets(self._reader, newest, limit))

    def stop_when(self, is_over: Callable[[], bool] | None) -> None:
        """End every question with a `StoreError` as soon as `is_over` says so; None lets all of them run."""
        self._reader.stop_when(is_over)

    def coverage(self) -> tuple[Holdings, ...]:
        """Return what is held of every publisher."""
        return tuple(self._reader.coverage())

    def reading(self, key: str) -> Reading:
        """Return the reading of an article, by the id of its version, document or one of its facts, or its address.

        Of a document the version that stands. Raises `UnknownIdError` where there is none.
        """
        return self._reader.reading(self.row(key))

    def row(self, key: str) -> int:
        """Return the row of the article that an id or address names."""
        return int(self._row(key)[0])

    def document(self, key: str) -> str:
        """Return the id of the document that an id or address names."""
        row = self.row(key)
        return str(next(found[2] for found in self._reader.articles_of(key) if found[0] == row))

    def captures(self, key: str) -> tuple[Capture, ...]:
        """Return the captures of an article."""
        return tuple(self._reader.captures(self.row(key)))

    def versions(self, document: str) -> tuple[tuple[str, bool], ...]:
        """Return the versions of a document in the order in which they came, each with whether it stands."""
        return tuple((row[1], bool(row[3])) for row in self._reader.articles_of(document))

    def said(self, subjects: Sequence[str]) -> tuple[Correction, ...]:
        """Return what analysts decided about some ids, undone decisions too."""
        return tuple(self._reader.corrections(subjects))

    def readings(self) -> Iterator[Reading]:
        """Return the readings of all articles, one by one, without the facts that an analyst found wrong."""
        wrong = wrong_facts(self._reader)
        return (without(reading, wrong) for reading in self._reader.readings())

    def raw(self, raw_hash: str) -> bytes | None:
        """Return the bytes of a capture, None where only their hash is kept."""
        return self._reader.raw(raw_hash)

    def changes(self) -> Iterator[Changed]:
        """Yield what changed between versions of documents, in the order in which the documents came."""
        at = 0
        while documents := self._reader.changed(at, _LARGEST):
            for document in documents:
                yield from self._changes_of(document)
            at = documents[-1]

    def rejections(self) -> Iterator[Rejected]:
        """Yield what could not be read, in the order in which it came."""
        at = 0
        while rows := self._reader.rejections(at, _LARGEST):
            yield from (Rejected(*row[1:]) for row in rows)
            at = rows[-1][0]

    def corrections(self) -> tuple[Correction, ...]:
        """Return the decisions of analysts in the order of their moments, undone ones too."""
        return tuple(self._reader.corrections())

    def identities(self, name: str) -> tuple[Identity, ...]:
        """Return whom a name or id may mean, each with all that are one with it; in most articles first."""
        return tuple(identity(self._reader, row) for row in self._reader.identities.entities(name)[:_LARGEST])

    def proposals(self, lexicon: Lexicon, kind: str = "person") -> list[Proposal]:
        """Return pairs of entities that may be one and about which nobody has decided yet, the surest first."""
        decided = {frozenset((c.subject, c.object)) for c in self._reader.corrections() if c.object and not c.undone}
        found = proposals((Named(*row) for row in self._reader.identities.named(kind)), lexicon, kind)
        return [each for each in found if frozenset((each.one.id, each.two.id)) not in decided]

    def check(self) -> list[str]:
        """Return what is wrong with the file; nothing where it is whole."""
        return self._reader.check()

    def sizes(self) -> dict[str, int]:
        """Return how much is held: documents, versions, captures, facts, rejections, tombstones."""
        return self._reader.sizes()

    def newest(self, question: Question, mark: int, limit: int) -> tuple[tuple[Found, ...], int]:
        """Return what fits and was added behind a mark, in the order in which it came, and the mark of the last.

        What an older version of the same page told in the same words is not new.
        """
        rows = self._reader.newer(question, mark, limit)
        found = self._shape.records(question, rows)
        news = tuple(item for item in found if not is_repeated(item, self._reader))
        return news, int(rows[-1][0]) if rows else mark

    def mark(self, of: str) -> int:
        """Return the mark behind which what comes from now on is new. People are no rows that come."""
        if of == _PEOPLE:
            message = "people cannot be watched; watch articles with --mentions"
            raise MusnadError(message)
        return self._reader.last(of)

    def watches(self) -> dict[str, tuple[Question, int]]:
        """Return the saved questions with their marks, by name."""
        return {
            name: (Question.of_saved(json.loads(asked)), mark) for name, (asked, mark) in self._reader.watches().items()
        }

    def stories(
        self,
        since: str | None = None,
        until: str | None = None,
        *,
        least: int = 2,
        after: str | None = None,
        limit: int = _PAGE,
    ) -> Stories:
        """Return a page of the stories of at least so many articles, one of them between two ISO days."""
        return self._told_of().page((since or "", until or _EVER), least, after, min(limit, _LARGEST))

    def account(self, key: str, rules: Rules = ALL_RULES) -> Account:
        """Return all that is claimed in a story and what stands behind it.

        `key` is the id of the story, or names one of its articles as `reading` takes it. Raises `MusnadError` where
        there is none.
        """
        told = self._told_of()
        story = self.story(key)
        return told.alone(self._row(key)[0], rules) if story is None else told.account(story.id, rules)

    def story(self, key: str) -> FoundStory | None:
        """Return a story without what is claimed in it; `key` as `account` takes it, None where nothing was compared.

        Raises `MusnadError` where nothing has the key.
        """
        told = self._told_of()
        name = told.named(key) or next(iter(told.holding([self._row(key)[2]])), None)
        return None if name is None else told.story(name)

    def trace(self, asked: str, rules: Rules = ALL_RULES) -> Trace:
        """Return the propositions of an article, of one fact, or in which some words stand, with what is behind them.

        `asked` is an address or id as `reading` takes it, the id of a story, else words as `find` takes them.
        """
        rows = self._reader.articles_of(asked)
        if rows or self._told_of().named(asked):
            account = self.account(asked, rules)
            if not rows:
                return Trace(asked, (account,))
            _, version, document, *_ = self._row(asked)
            facts = asked not in {version, document} and of_fact(account, asked)
            return Trace(asked, (facts if facts and facts.propositions else of_article(account, document),))
        hits = self.find(Question("articles", words=asked), limit=_HITS).items
        stories = self._told_of().holding(hit.article.document for hit in hits if isinstance(hit, FoundArticle))
        return Trace(asked, of_words(asked, stories, lambda key: self.account(key, rules)))

    def sources(self, since: str | None = None, until: str | None = None) -> SourceGraph:
        """Return who takes from whom, how often with credit, how late, and how much of an outlet is its own."""
        return self._told_of().sources((since or "", until or _EVER))

    def _told_of(self) -> Told:
        version = self._reader.version()
        if self._told is None or self._told[0] != version:
            self._told = version, Told(self._reader, self._shape, default_engine().lexicon)
        return self._told[1]

    def _row(self, key: str) -> tuple[Any, ...]:
        """Return row, version, document, state and day of the article that an id or address names."""
        rows = self._reader.articles_of(key)
        if not rows:
            message = f"{self._reader.path}: nothing has the id or address {key!r}"
            raise UnknownIdError(message)
        return next((row for row in rows if row[3]), rows[-1])

    def _changes_of(self, document: int) -> Iterator[Changed]:
        rows = self._reader.versions(document)
        seen = {row[0]: [c.retrieved_at for c in self._reader.captures(row[0]) if c.retrieved_at] for row in rows}
        rows.sort(key=lambda row: (min(seen[row[0]], default=""), row[0]))
        for old, new in pairwise(rows):
            moments = max(seen[old[0]], default=None), min(seen[new[0]], default=None)
            yield changed(new[2], self._reader.reading(old[0]), self._reader.reading(new[0]), moments)

    def _rows(self, question: Question, after: Key | None, limit: int) -> list[tuple[object, ...]]:
        if question.of == _PEOPLE:
            return people.find(self._reader, question, after, limit)[0]
        return self._reader.page(question, after, limit)

    def _coverage(self, question: Question, matched: int) -> Coverage:
        return Coverage(matched, tuple(self._reader.coverage(question.since, question.until)))


def saved(question: Question) -> str:
    """Return a question as JSON."""
    return json.dumps(question.saved(), ensure_ascii=False, sort_keys=True)


def _key(after: str | None) -> Key | None:
    """Return the place that a page ended at."""
    if after is None:
        return None
    day, _, row = after.rpartition(":")
    if not row.isdecimal():
        message = f"--after takes what the page before gave, not {after!r}"
        raise MusnadError(message)
    return (int(day) if day.isdecimal() else day), int(row)
