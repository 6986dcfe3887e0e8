"""People, bodies and places: those that fit a question, in most articles first, with how many there are of all."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

from collections.abc import Sequence

from musnad.store.clauses import clauses, is_open
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
_DATED = (
    "SELECT 0, t.who, t.n, t.m, min(nullif(a.day, '')), max(a.day) FROM hit CROSS JOIN top t ON t.who = hit.who"
    " JOIN article a ON a.id = hit.art GROUP BY t.who"
    " UNION ALL SELECT 1, count(*), 0, 0, 0, 0 FROM one UNION ALL SELECT 2, count(*), 0, 0, 0, 0 FROM"
    " (SELECT DISTINCT publisher FROM article WHERE id IN (SELECT art FROM hit))"
)
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
        chosen, total, matched = reader.patience.behind(place, reader, lambda own: _everybody(own, *place))
    else:
        chosen, total, matched = _sought(reader, asked, after, limit)
    told = _told(reader, asked, [who for who, _ in chosen])
    rows = [(who, *told[who][:2], n, *told[who][2:]) for who, n in chosen]
    return rows, total, matched


def _beside(reader: Reader, asked: Question, after: Key | None, limit: int) -> tuple[list[Row], int, int]:
    """Return the same where few articles fit: days and mentions are those of what was found for counting."""
    found = clauses(asked, is_wide=_is_wide(reader, asked))
    behind, values = ("", ()) if after is None else ("WHERE (n, -who) < (?, -?)", after)
    sql = (
        "WITH hit AS MATERIALIZED (SELECT coalesce(e.same, e.id) AS who, f.article AS art, f.mentions AS m"
        f" FROM {found.source(PEOPLE)} WHERE {found.where()}), one AS MATERIALIZED (SELECT who,"
        " count(DISTINCT art) AS n, sum(m) AS m FROM hit GROUP BY who), top AS MATERIALIZED (SELECT who, n, m"
        f" FROM one {behind} ORDER BY n DESC, who LIMIT ?) {_DATED}"
    )
    hits = reader.ask(sql, *found.values, *values, limit)
    chosen = sorted((row[1:] for row in hits if row[0] == 0), key=lambda row: (-row[1], row[0]))
    who = [row[0] for row in chosen]
    known = {
        row: rest for row, *rest in reader.ask(f"SELECT id, key, kind FROM entity WHERE id IN ({marks(who)})", *who)
    }
    total, matched = (next(row[1] for row in hits if row[0] == kind) for kind in (1, 2))
    return [(row, *known[row], *rest) for row, *rest in chosen], total, matched


def _sought(reader: Reader, asked: Question, after: Key | None, limit: int) -> tuple[list[tuple[int, int]], int, int]:
    """Return who fits with numbers of articles, how many there are, and of how many publishers."""
    found = clauses(asked, is_wide=_is_wide(reader, asked))
    behind, values = ("", ()) if after is None else ("WHERE (n, -who) < (?, -?)", after)
    sql = (
        "WITH hit AS MATERIALIZED (SELECT coalesce(e.same, e.id) AS who, f.article AS art"
        f" FROM {found.source(PEOPLE)} WHERE {found.where()}), one AS MATERIALIZED (SELECT who,"
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


def _told(reader: Reader, asked: Question, who: Sequence[int]) -> dict[int, Row]:
    """Return key, kind, mentions, first and last day of some entities within the limits of a question."""
    found = clauses(asked)
    found.add(f"f.entity IN (SELECT id FROM entity WHERE coalesce(same, id) IN ({marks(who)}))", *who)
    sql = (
        "SELECT coalesce(e.same, e.id) AS who, sum(f.mentions), min(nullif(a.day, '')), max(a.day)"
        f" FROM {found.source(PEOPLE, 'a.')} WHERE {found.where()} GROUP BY who"
    )
    told = {row: rest for row, *rest in reader.ask(sql, *found.values)}
    known = reader.ask(f"SELECT id, key, kind FROM entity WHERE id IN ({marks(who)})", *who)
    return {row: (key, kind, *told[row]) for row, key, kind in known}
