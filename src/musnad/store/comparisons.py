"""What articles are compared by: traits and fingerprints, indexes to find others by them, who is alike, the epoch.

And what the source graph keeps of each. Only current versions are compared; a likeness of 1 says that two carry one
text. Articles are rows here; `keys` says of which documents they are versions.
"""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from musnad.store.packed import Features
from musnad.store.several import marks, parts

_ONE_TEXT = 1.0  # likeness of two articles that carry one text
_SIGN = 1 << 63  # fingerprints have 64 bits without a sign, numbers of the database have one

Due = tuple[int, str, int, bytes, bytes]
"""Article, document, stages, text, reading."""


class Comparisons:
    """Reads and writes through one connection; transactions are the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work on a connection."""
        self._run = connection.execute
        self._many = connection.executemany

    def missing(self) -> list[int]:
        """Return current articles that are not there yet, in order."""
        sql = (
            "SELECT id FROM article INDEXED BY article_held WHERE current = 1 AND id NOT IN"
            " (SELECT article FROM compared INDEXED BY compared_article) ORDER BY id"
        )
        return [row for (row,) in self._run(sql)]

    def due(self, articles: Sequence[int]) -> list[Due]:
        """Return what some articles are to be compared by is made of."""
        sql = (
            "SELECT a.id, d.key, a.reader, b.text, b.reading FROM article a JOIN document d ON d.id = a.document"
            f" JOIN body b ON b.article = a.id WHERE a.id IN ({marks(articles)}) ORDER BY a.id"
        )
        return list(self._run(sql, articles))

    def count(self) -> tuple[int, int]:
        """Return how many articles are there, and how many are to be."""
        sql = (
            "SELECT (SELECT count(*) FROM compared INDEXED BY compared_article),"
            " (SELECT count(*) FROM article WHERE current = 1)"
        )
        held, wanted = self._run(sql).fetchone()
        return held, wanted

    def put(self, article: int, reader: int, features: Features) -> None:
        """Keep an article, which is still to be compared: its traits and fingerprints, what the source graph keeps."""
        traits, prints, printed = features
        self._run("INSERT INTO compared VALUES (?, ?, NULL, ?, ?)", (article, reader, traits, prints))
        self._run("INSERT INTO printing VALUES (?, ?, NULL)", (article, printed))
        self._many("INSERT INTO print VALUES (?, ?)", [(_signed(number), article) for number in _numbers(prints)])

    def drop(self, article: int) -> None:
        """Forget an article; whoever was alike or stood in its story is to be looked at again."""
        sql = (
            "INSERT OR IGNORE INTO story_stale SELECT other FROM alike WHERE one = ?1 UNION"
            " SELECT one FROM alike WHERE other = ?1 UNION SELECT m.article FROM story_article m"
            " JOIN story_article own ON own.story = m.story WHERE own.article = ?1"
        )
        self._run(sql, (article,))
        row = self._run("SELECT leads, prints FROM compared WHERE article = ?", (article,)).fetchone()
        if row is not None:
            if row[0] is None:  # it may be found already though it was not compared
                self._run("DELETE FROM lead WHERE article = ?", (article,))
            numbers, times = _leads(row[0]) if row[0] else ((), ())
            rows = [(number, time, article) for number in numbers for time in times]
            self._many("DELETE FROM lead WHERE number = ? AND time = ? AND article = ?", rows)
            prints = [(_signed(number), article) for number in _numbers(row[1])]
            self._many("DELETE FROM print WHERE number = ? AND article = ?", prints)
        carriers = [row for pair in self.alike([article], _ONE_TEXT) for row in pair[:2] if row != article]
        self._take_again(carriers)
        self._run("DELETE FROM story_article WHERE article = ?", (article,))
        self._run("DELETE FROM story WHERE id NOT IN (SELECT story FROM story_article)")
        for table in ("compared", "story_stale", "printing"):
            self._run(f"DELETE FROM {table} WHERE article = ?", (article,))
        self._run("DELETE FROM alike WHERE one = ?1 OR other = ?1", (article,))

    def waiting(self) -> list[int]:
        """Return articles that are still to be compared, in order."""
        sql = "SELECT article FROM compared INDEXED BY compared_waiting WHERE leads IS NULL ORDER BY article"
        return [row for (row,) in self._run(sql)]

    def articles(self) -> list[int]:
        """Return all articles in order."""
        return [row for (row,) in self._run("SELECT article FROM compared INDEXED BY compared_article ORDER BY 1")]

    def printed(self, least: int) -> Iterator[tuple[int, list[int]]]:
        """Yield the fingerprints that at least so many articles have, with these."""
        sql = (
            "SELECT number, article FROM print WHERE number IN"
            " (SELECT number FROM print GROUP BY number HAVING count(*) >= ?) ORDER BY number"
        )
        for number, rows in groupby(self._run(sql, (least,)), key=itemgetter(0)):
            yield _unsigned(number), [article for _, article in rows]

    def load(self, articles: Collection[int]) -> list[tuple[int, str, bytes, bytes]]:
        """Return article, document, traits and fingerprints."""
        return self._held("c.traits, c.prints", articles)

    def traits(self, articles: Collection[int]) -> list[tuple[int, str, bytes]]:
        """Return article, document and traits."""
        return self._held("c.traits", articles)

    def _held(self, columns: str, articles: Collection[int]) -> list[Any]:
        """Return article, document and some columns, in order of the articles."""
        found: list[Any] = []
        for some in parts(sorted(articles)):
            sql = (
                f"SELECT c.article, d.key, {columns} FROM compared c JOIN article a ON a.id = c.article"
                f" JOIN document d ON d.id = a.document WHERE c.article IN ({marks(some)}) ORDER BY c.article"
            )
            found += self._run(sql, some)
        return found

    def lead(self, article: int, numbers: Sequence[int], times: Sequence[int]) -> None:
        """Let an article be found by leading traits at its times."""
        rows = [(number, time, article) for number in numbers for time in times]
        self._many("INSERT OR IGNORE INTO lead VALUES (?, ?, ?)", rows)

    def sharing(self, numbers: Sequence[int], times: Sequence[int] | None) -> tuple[Counter[int], Counter[int]]:
        """Return how many leading traits articles share at some times, or at any: dated articles, and undated ones."""
        when = "" if times is None else f" AND time IN ({marks(times)})"
        sql = (
            "SELECT article, count(DISTINCT number), max(time) < 0 FROM lead"
            f" WHERE number IN ({marks(numbers)}){when} GROUP BY article"
        )
        found: tuple[Counter[int], Counter[int]] = Counter(), Counter()
        for article, shared, undated in self._run(sql, (*numbers, *(times or ()))):
            found[undated][article] = shared
        return found

    def holding(self, numbers: Iterable[int]) -> Counter[int]:
        """Return in which articles some fingerprints stand, and how many of them."""
        found: Counter[int] = Counter()
        for some in parts(map(_signed, numbers)):
            sql = f"SELECT article, count(*) FROM print WHERE number IN ({marks(some)}) GROUP BY article"
            for article, count in self._run(sql, some):
                found[article] += count
        return found

    def finish(
        self, article: int, leads: tuple[Sequence[int], Sequence[int]], scores: Iterable[tuple[int, float]]
    ) -> None:
        """Note who is alike an article, which is then compared; its story is to be looked at."""
        self._run("UPDATE compared SET leads = ? WHERE article = ?", (_packed(leads), article))
        rows = [(min(article, other), max(article, other), score) for other, score in scores]
        self._many("INSERT OR REPLACE INTO alike VALUES (?, ?, ?)", rows)
        self._run("INSERT OR IGNORE INTO story_stale VALUES (?)", (article,))
        self._take_again([row for one, other, score in rows if score >= _ONE_TEXT for row in (one, other)])

    def alike(self, articles: Collection[int], least: float) -> set[tuple[int, int, float]]:
        """Return the pairs of which at least one is among some articles."""
        found: set[tuple[int, int, float]] = set()
        for some in parts(sorted(articles)):
            for column in ("one", "other"):
                sql = f"SELECT one, other, score FROM alike WHERE {column} IN ({marks(some)}) AND score >= ?"
                found.update(self._run(sql, (*some, least)))
        return found

    def inside(self, articles: Collection[int]) -> list[tuple[int, int, float]]:
        """Return the pairs of which both are among some articles."""
        held = set(articles)
        found: list[tuple[int, int, float]] = []
        for some in parts(sorted(held)):
            rows = self._run(f"SELECT one, other, score FROM alike WHERE one IN ({marks(some)})", some)
            found += [row for row in rows if row[1] in held]
        return found

    def all_leads(self) -> Iterator[tuple[int, int, int]]:
        """Yield every number and time under which articles are found, with these, in order."""
        yield from self._run("SELECT number, time, article FROM lead ORDER BY number, time, article")

    def epoch(self) -> tuple[int, str] | None:
        """Return of how many articles the statistics were taken, and by which rules ('' until all of them are)."""
        found: tuple[int, str] | None = self._run("SELECT documents, rules FROM epoch").fetchone()
        return found

    def begin_epoch(self, documents: int, rarity: Iterable[tuple[int, int]], prints: Iterable[int]) -> None:
        """Keep new statistics but for common traits; all articles are to be compared anew."""
        for table in ("epoch", "rarity", "common_trait", "common_print"):
            self._run(f"DELETE FROM {table}")
        self._run("INSERT INTO epoch VALUES (1, ?, '')", (documents,))
        self._many("INSERT INTO rarity VALUES (?, ?)", rarity)
        self._many("INSERT INTO common_print VALUES (?)", [(_signed(number),) for number in sorted(prints)])
        self.compare_again()

    def complete_epoch(self, rules: str, common: Iterable[int]) -> None:
        """Keep the traits by which nothing is found; the statistics are whole then."""
        self._many("INSERT INTO common_trait VALUES (?)", [(trait,) for trait in sorted(common)])
        self._run("UPDATE epoch SET rules = ?", (rules,))

    def compare_again(self) -> None:
        """Let all articles be compared anew by the same statistics."""
        for table in ("lead", "alike"):
            self._run(f"DELETE FROM {table}")
        self._run("UPDATE compared SET leads = NULL")
        self._run("UPDATE printing SET taken = NULL")

    def clear(self) -> None:
        """Forget all that articles are compared by, and the statistics; their stories stay until new ones are made."""
        for table in ("epoch", "lead", "print", "alike", "printing", "compared"):
            self._run(f"DELETE FROM {table}")

    def untaken(self) -> list[int]:
        """Return the articles of which it is still to be found from whom they take their text, in order."""
        return [row for (row,) in self._run("SELECT article FROM printing WHERE taken IS NULL ORDER BY article")]

    def take(self, found: Iterable[tuple[int, str]]) -> None:
        """Keep from whom articles take their text."""
        self._many("UPDATE printing SET taken = ? WHERE article = ?", [(taken, article) for article, taken in found])

    def printings(self, articles: Collection[int]) -> list[tuple[int, str, str, str | None]]:
        """Return article, document, what the source graph keeps of it, and from whom it takes."""
        found = []
        for some in parts(sorted(articles)):
            sql = (
                "SELECT p.article, d.key, p.printed, p.taken FROM printing p JOIN article a ON a.id = p.article"
                f" JOIN document d ON d.id = a.document WHERE p.article IN ({marks(some)}) ORDER BY p.article"
            )
            found += list(self._run(sql, some))
        return found

    def _take_again(self, articles: Iterable[int]) -> None:
        sql = "UPDATE printing SET taken = NULL WHERE article = ? AND taken IS NOT NULL"
        self._many(sql, [(article,) for article in articles])

    def rarity(self, traits: Sequence[int]) -> dict[int, int]:
        """Return how many articles hold traits; no others than those of several."""
        found: dict[int, int] = {}
        for some in parts(traits):
            found.update(self._run(f"SELECT trait, holders FROM rarity WHERE trait IN ({marks(some)})", some))
        return found

    def all_rarity(self) -> Iterator[tuple[int, int]]:
        """Yield all traits of several articles, and how many hold each."""
        yield from self._run("SELECT trait, holders FROM rarity")

    def common_traits(self) -> frozenset[int]:
        """Return the traits by which nothing is found."""
        return frozenset(trait for (trait,) in self._run("SELECT trait FROM common_trait"))

    def common_among(self, traits: Iterable[int]) -> frozenset[int]:
        """Return by which of some traits nothing is found."""
        found: set[int] = set()
        for some in parts(traits):
            sql = f"SELECT trait FROM common_trait WHERE trait IN ({marks(some)})"
            found.update(trait for (trait,) in self._run(sql, some))
        return frozenset(found)

    def common_prints(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return which of some fingerprints tell of no copy."""
        found: set[int] = set()
        for some in parts(map(_signed, numbers)):
            sql = f"SELECT number FROM common_print WHERE number IN ({marks(some)})"
            found.update(_unsigned(number) for (number,) in self._run(sql, some))
        return frozenset(found)


def _packed(leads: tuple[Sequence[int], Sequence[int]]) -> bytes:
    """Return numbers and times as bytes: how many numbers, these, and the times, each 32 bits."""
    numbers, times = leads
    return b"".join(each.to_bytes(4, "little", signed=each < 0) for each in (len(numbers), *numbers, *times))


def _leads(data: bytes) -> tuple[list[int], list[int]]:
    size = int.from_bytes(data[:4], "little")
    numbers = [int.from_bytes(data[at : at + 4], "little") for at in range(4, 4 + 4 * size, 4)]
    times = [int.from_bytes(data[at : at + 4], "little", signed=True) for at in range(4 + 4 * size, len(data), 4)]
    return numbers, times


def _signed(number: int) -> int:
    return number - 2 * _SIGN if number >= _SIGN else number


def _unsigned(number: int) -> int:
    return number + 2 * _SIGN if number < 0 else number


def _numbers(data: bytes) -> Iterable[int]:
    """Return fingerprints from their bytes, eight each, the lowest first."""
    return (int.from_bytes(data[at : at + 8], "little") for at in range(0, len(data), 8))
