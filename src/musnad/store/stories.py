"""Stories as they are kept: which articles each holds, which are to be looked at again, under which ids they were."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from musnad.store.clauses import ARTICLE, MORE
from musnad.store.several import marks, parts

TOLD_TOGETHER, TOLD_APART = "together", "apart"

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class StoredStory:
    """A story: its id, the rows of its articles, the first and last of their days ('' where none is known)."""

    key: str
    articles: tuple[int, ...]
    first: str
    last: str


class StoryShelf:
    """Reads and writes stories through one connection; transactions are the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work on a connection."""
        self._run = connection.execute
        self._many = connection.executemany

    def stale(self) -> list[int]:
        """Return the articles whose stories are to be looked at again."""
        return [row for (row,) in self._run("SELECT article FROM story_stale ORDER BY article")]

    def disturb(self, documents: Iterable[str]) -> None:
        """Let the stories of some documents be looked at again."""
        sql = (
            "INSERT OR IGNORE INTO story_stale SELECT a.id FROM article a JOIN document d ON d.id = a.document"
            " JOIN compared c ON c.article = a.id WHERE d.key = ?"
        )
        self._many(sql, [(key,) for key in documents])

    def decided(self, kind: str) -> frozenset[tuple[str, str]]:
        """Return the pairs of documents or facts of which the last word of analysts is together, or apart."""
        sql = (
            "SELECT subject, object, kind FROM correction WHERE kind IN (?, ?) AND undone = 0"
            " ORDER BY at, kind DESC, id"
        )
        last = {(one, other): word for one, other, word in self._run(sql, (TOLD_TOGETHER, TOLD_APART))}
        return frozenset(pair for pair, word in last.items() if word == kind)

    def rows(self, documents: Iterable[str]) -> dict[str, int]:
        """Return the articles of documents that are compared."""
        sql = (
            "SELECT a.id FROM article a JOIN document d ON d.id = a.document JOIN compared c ON c.article = a.id"
            " WHERE d.key = ?"
        )
        found = {key: self._run(sql, (key,)).fetchone() for key in documents}
        return {key: int(row[0]) for key, row in found.items() if row is not None}

    def columns(self, articles: Collection[int]) -> list[Row]:
        """Return the columns of some articles in order of their rows, as a page of finds has them."""
        found: list[Row] = []
        for some in parts(sorted(articles)):
            found += self._run(f"SELECT {ARTICLE} FROM article a {MORE} WHERE a.id IN ({marks(some)})", some)
        return sorted(found)

    def between(self, since: str, until: str) -> list[int]:
        """Return the current articles between two ISO days."""
        sql = "SELECT id FROM article WHERE current = 1 AND day BETWEEN ? AND ? ORDER BY id"
        return [row for (row,) in self._run(sql, (since, until))]

    def fellows(self, articles: Collection[int]) -> set[int]:
        """Return the articles that stand in the stories of some articles."""
        found: set[int] = set()
        for some in parts(sorted(articles)):
            sql = (
                "SELECT m.article FROM story_article m WHERE m.story IN"
                f" (SELECT story FROM story_article WHERE article IN ({marks(some)}))"
            )
            found.update(row for (row,) in self._run(sql, some))
        return found

    def shown(self, articles: Collection[int]) -> dict[int, tuple[str, str]]:
        """Return version and day of articles that are held."""
        found: dict[int, tuple[str, str]] = {}
        for some in parts(sorted(articles)):
            sql = f"SELECT id, version, day FROM article WHERE id IN ({marks(some)})"
            found.update({row: (version, day) for row, version, day in self._run(sql, some)})
        return found

    def replace(self, old: Collection[int], stories: Iterable[StoredStory]) -> int:
        """Put new stories in the place of those of some articles, whose ids lead on to them; say how many changed.

        An id that is gone leads to the story that holds most of its articles.
        """
        before = self._before(old)
        after = {story.key: story for story in stories}
        held = {article: story.key for story in after.values() for article in story.articles}
        for key, (row, articles) in before.items():
            if key in after and set(after[key].articles) == set(articles):
                continue
            self._run("DELETE FROM story_article WHERE story = ?", (row,))
            self._run("DELETE FROM story WHERE id = ?", (row,))
            heirs = Counter(held[article] for article in articles if article in held)
            if heirs:
                self._lead_on(key, min(heirs, key=lambda each: (-heirs[each], each)))
        new = [s for key, s in after.items() if key not in before or set(before[key][1]) != set(s.articles)]
        for story in new:
            values = (story.key, story.first, story.last, len(story.articles))
            sql = "INSERT INTO story (key, first, last, articles) VALUES (?, ?, ?, ?)"
            number = self._run(sql, values).lastrowid
            self._many("INSERT INTO story_article VALUES (?, ?)", [(article, number) for article in story.articles])
            self._run("DELETE FROM story_was WHERE key = ?", (story.key,))
        self._many("DELETE FROM story_stale WHERE article = ?", [(article,) for article in old])
        return len(new)

    def _before(self, articles: Collection[int]) -> Mapping[str, tuple[int, list[int]]]:
        """Return the stories that hold some articles, by id: their rows and articles."""
        found: dict[str, tuple[int, list[int]]] = {}
        for some in parts(sorted(articles)):
            sql = (
                "SELECT DISTINCT s.key, s.id, m.article FROM story_article own JOIN story s ON s.id = own.story"
                f" JOIN story_article m ON m.story = s.id WHERE own.article IN ({marks(some)})"
            )
            for key, row, article in self._run(sql, some):
                articles_of = found.setdefault(key, (row, []))[1]
                if article not in articles_of:
                    articles_of.append(article)
        return found

    def _lead_on(self, key: str, now: str) -> None:
        if key != now:
            self._run("UPDATE story_was SET now = ? WHERE now = ?", (now, key))
            self._run("INSERT OR REPLACE INTO story_was VALUES (?, ?)", (key, now))

    def named(self, key: str) -> str | None:
        """Return the id under which a story is found now, None where there is none."""
        sql = "SELECT key FROM story WHERE key = ?1 UNION ALL SELECT now FROM story_was WHERE key = ?1"
        found = self._run(sql, (key,)).fetchone()
        return None if found is None else str(found[0])

    def of_documents(self, documents: Iterable[str]) -> list[str]:
        """Return the stories in which the current versions of documents stand, in the order of these."""
        sql = (
            "SELECT s.key FROM document d JOIN article a ON a.document = d.id JOIN story_article m ON m.article = a.id"
            " JOIN story s ON s.id = m.story WHERE d.key = ?"
        )
        found = [self._run(sql, (key,)).fetchone() for key in documents]
        return list(dict.fromkeys(str(row[0]) for row in found if row is not None))

    def page(self, days: tuple[str, str], least: int, after: tuple[str, str] | None, limit: int) -> list[Row]:
        """Return id, first and last day and size of stories with an article between two days, latest news first."""
        sql = f"SELECT key, first, last, articles FROM story WHERE {_WITHIN}"
        values: list[object] = [least, *days]
        if after is not None:
            sql += " AND (last, key) < (?4, ?5)"
            values += after
        return list(self._run(f"{sql} ORDER BY last DESC, key DESC LIMIT {int(limit)}", values))

    def count(self, days: tuple[str, str], least: int) -> int:
        """Return how many stories have so many articles and one between two days."""
        (found,) = self._run(f"SELECT count(*) FROM story WHERE {_WITHIN}", (least, *days)).fetchone()
        return int(found)

    def articles(self, key: str) -> list[int]:
        """Return the articles of a story."""
        sql = "SELECT m.article FROM story s JOIN story_article m ON m.story = s.id WHERE s.key = ? ORDER BY m.article"
        return [row for (row,) in self._run(sql, (key,))]


_WITHIN = (
    "articles >= ?1 AND last >= ?2 AND EXISTS (SELECT 1 FROM story_article m JOIN article a ON a.id = m.article"
    " WHERE m.story = story.id AND a.day BETWEEN ?2 AND ?3)"
)
