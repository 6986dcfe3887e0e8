"""People, bodies and places: those that fit a question, in most articles first, with how many there are of all."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from heapq import nsmallest
from operator import itemgetter

from musnad.store.clauses import ROWS, clauses, is_open, named
from musnad.store.question import PEOPLE, Question
from musnad.store.reader import Key, Reader, Row
from musnad.store.several import marks

_WIDE = 5  # a fifth of all articles: looking for them one by one costs as much as looking at all
_OLD = "(SELECT id FROM article WHERE current = 0)"
_EVERYBODY = (
    "WITH head(id) AS MATERIALIZED (SELECT DISTINCT same FROM entity WHERE same IS NOT NULL),"
    " old(entity, n) AS MATERIALIZED"
    f" (SELECT entity, count(*) FROM appearance WHERE article IN {_OLD} GROUP BY entity),"
    " one(who, n) AS MATERIALIZED (SELECT e.id, (SELECT count(*) FROM appearance f WHERE f.entity = e.id)"
    " - coalesce((SELECT n FROM old WHERE old.entity = e.id), 0) FROM entity e"
    " WHERE e.named = 1 AND e.kind = ?1 AND e.same IS NULL AND e.id NOT IN (SELECT id FROM head)"
    " UNION ALL SELECT head.id, count(DISTINCT f.article) FROM head"
    " CROSS JOIN entity e ON coalesce(e.same, e.id) = +head.id CROSS JOIN appearance f ON f.entity = e.id"
    f" WHERE +e.named = 1 AND +e.kind = ?1 AND f.article NOT IN {_OLD} GROUP BY 1)"
    " SELECT 0, who, n FROM (SELECT who, n FROM one WHERE n > 0 AND (n, -who) < (?2, ?3) ORDER BY n DESC, who LIMIT ?4)"
    " UNION ALL SELECT 1, count(*), 0 FROM one WHERE n > 0"
)
_PUBLISHERS = (
    "SELECT count(*) FROM (SELECT id FROM publisher UNION ALL SELECT NULL) p WHERE EXISTS (SELECT 1 FROM article a"
    " CROSS JOIN appearance f ON f.article = a.id CROSS JOIN entity e ON e.id = f.entity"
    " WHERE a.current = 1 AND a.publisher IS p.id AND +e.named = 1 AND +e.kind = ?)"
)
_JOINED = "SELECT id, same FROM entity WHERE same IS NOT NULL"
_GIVEN = "(SELECT +value FROM json_each(?))"
_DAYS = f"SELECT id, day FROM article WHERE id IN {_GIVEN}"
_NAMES = f"SELECT id, key, kind FROM entity WHERE id IN {_GIVEN}"
_PUBLISHERS_OF = f"SELECT count(*) FROM (SELECT DISTINCT publisher FROM article WHERE id IN {_GIVEN})"
_ABOVE_ALL = (1 << 62, 0)


def find(reader: Reader, asked: Question, after: Key | None, limit: int) -> tuple[list[Row], int, int]:
    """Return entities, in most articles first: row, key, kind, articles, mentions, first and last day.

    And how many there are in all, and of how many publishers. Mentions and days are looked up for those that are
    returned alone.
    """
    if any(each is not None for each in (asked.mentions, asked.words, asked.via)):
        return _beside(reader, asked, after, limit)
    if is_open(asked) and not (asked.since or asked.until or asked.versions):
        place = (asked.kind or "person", after, limit)
        return reader.patience.behind(place, reader, lambda own: _told(own, asked, *_everybody(own, *place)))
    return _told(reader, asked, *_sought(reader, asked, after, limit))


def _beside(reader: Reader, asked: Question, after: Key | None, limit: int) -> tuple[list[Row], int, int]:
    """Return the same where few articles fit: days and mentions are those of what was found for counting.

    Tens of thousands may stand beside somebody: they are counted here, in less time than the database sorts them in.
    """
    found = clauses(replace(asked, mentions=None), is_wide=_is_wide(reader, asked))
    if asked.mentions is not None:  # who is meant is looked up once
        who, name = named(asked.mentions)
        meant = json.dumps([row for (row,) in reader.ask(who, name)])
        found.add(f"f.article IN (SELECT article FROM appearance WHERE entity IN {_GIVEN})", meant)
        found.add(f"f.entity NOT IN {_GIVEN}", meant)
    sql = f"SELECT f.entity, f.article, f.mentions FROM {found.source(PEOPLE)} WHERE {found.where()}"
    hits = reader.ask(sql, *found.values)
    heads: dict[int, int] = dict(reader.ask(_JOINED))
    whose = {entity: heads.get(entity, entity) for entity in heads.keys() | heads.values()}
    counts: Counter[int] = Counter(map(itemgetter(0), hits))
    shared: defaultdict[int, set[int]] = defaultdict(set)  # articles of those who are several
    for entity, article, _ in hits:
        if entity in whose:
            shared[whose[entity]].add(article)
    numbers = {who: n for who, n in counts.items() if who not in whose} | {w: len(a) for w, a in shared.items()}
    most, last = _ABOVE_ALL if after is None else (int(after[0]), after[1])
    chosen = nsmallest(limit, ((-n, who) for who, n in numbers.items() if (-n, who) > (-most, last)))
    rows = _described(reader, [(who, -n) for n, who in chosen], hits, whose)
    held = json.dumps([*{article for _, article, _ in hits}])
    return rows, len(numbers), int(reader.ask(_PUBLISHERS_OF, held)[0][0])


def _described(
    reader: Reader, chosen: Sequence[tuple[int, int]], hits: Sequence[Row], whose: Mapping[int, int]
) -> list[Row]:
    """Return the rows of those who were chosen. Hits are entity, article, mentions; `whose` who stands for whom."""
    mentions = dict.fromkeys([who for who, _ in chosen], 0)
    articles: defaultdict[int, set[int]] = defaultdict(set)
    for entity, article, count in hits:
        who = whose.get(entity, entity)
        if who in mentions:
            mentions[who] += count
            articles[who].add(article)
    days: dict[int, str] = dict(reader.ask(_DAYS, json.dumps([*set().union(*articles.values())])))
    names = {row: (key, kind) for row, key, kind in reader.ask(_NAMES, json.dumps([*mentions]))}
    dated = {who: sorted(filter(None, map(days.__getitem__, each))) for who, each in articles.items()}
    return [
        (who, *names[who], n, mentions[who], *((known[0], known[-1]) if (known := dated[who]) else (None, "")))
        for who, n in chosen
    ]


def _sought(reader: Reader, asked: Question, after: Key | None, limit: int) -> tuple[list[tuple[int, int]], int, int]:
    """Return who fits with numbers of articles, how many there are, and of how many publishers."""
    found = clauses(asked, is_wide=_is_wide(reader, asked))
    behind, values = ("", ()) if after is None else ("WHERE (n, -who) < (?, -?)", after)
    sql = (
        f"WITH hit AS MATERIALIZED (SELECT {ROWS[PEOPLE]} AS who, f.article AS art"
        f" FROM {found.source(PEOPLE, ROWS[PEOPLE])} WHERE {found.where()}), one AS MATERIALIZED (SELECT who,"
        " count(DISTINCT art) AS n FROM hit GROUP BY who)"
        f" SELECT 0, who, n FROM (SELECT who, n FROM one {behind} ORDER BY n DESC, who LIMIT ?)"
        " UNION ALL SELECT 1, count(*), 0 FROM one UNION ALL SELECT 2, count(*), 0 FROM"
        " (SELECT DISTINCT publisher FROM article WHERE id IN (SELECT art FROM hit))"
    )
    rows = reader.ask(sql, *found.values, *values, limit)
    total, matched = (next(row[1] for row in rows if row[0] == kind) for kind in (1, 2))
    return [row[1:] for row in rows if row[0] == 0], total, matched


def _everybody(reader: Reader, kind: str, after: Key | None, limit: int) -> tuple[list[tuple[int, int]], int, int]:
    """Return the same of all articles.

    Who is one with nobody is counted in his own stretch of the index; only those who are several are put together.
    """
    n, who = _ABOVE_ALL if after is None else after
    *rows, (_, total, _) = reader.ask(_EVERYBODY, kind, n, -who, limit)
    return [row[1:] for row in rows], total, int(reader.ask(_PUBLISHERS, kind)[0][0])


def _is_wide(reader: Reader, asked: Question) -> bool:
    """Say whether many of all articles lie within the days of a question."""
    held = reader.coverage(asked.since, asked.until)
    return sum(each.within for each in held) * _WIDE > sum(each.articles for each in held)


def _told(
    reader: Reader, asked: Question, chosen: Sequence[tuple[int, int]], total: int, matched: int
) -> tuple[list[Row], int, int]:
    """Return what `find` does: of who was chosen key, kind, mentions, first and last day within a question's limits."""
    who = [row for row, _ in chosen]
    found = clauses(replace(asked, name=None))
    found.add(f"f.entity IN (SELECT id FROM entity WHERE coalesce(same, id) IN ({marks(who)}))", *who)
    sql = (
        f"SELECT {ROWS[PEOPLE]} AS who, sum(f.mentions), min(nullif(a.day, '')), max(a.day)"
        f" FROM {found.source(PEOPLE, 'a.', ROWS[PEOPLE])} WHERE {found.where()} GROUP BY who"
    )
    told = {row: rest for row, *rest in reader.ask(sql, *found.values)}
    known = reader.ask(f"SELECT id, key, kind FROM entity WHERE id IN ({marks(who)})", *who)
    names = {row: (key, kind) for row, key, kind in known}
    return [(row, *names[row], n, *told[row]) for row, n in chosen], total, matched
