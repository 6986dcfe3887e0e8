"""Facets: by what a question can be narrowed, each value with its count among the newest finds."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from musnad.store.clauses import clauses, is_open
from musnad.store.packed import TAIL
from musnad.store.question import Question
from musnad.store.reader import Reader, Row

Values = Sequence[tuple[int | str, int]]

FACETS = ("month", "publisher", "agency", "speaker", "type", "status", "place")
_MONTH = 7  # characters
_ENTITIES = frozenset({"agency", "speaker", "place"})
_GIVEN = "(SELECT +value FROM json_each(?))"
_HEADS = f"SELECT id, same FROM entity WHERE id IN {_GIVEN} AND same IS NOT NULL"
_KEYS = (
    "SELECT id, key, (SELECT name FROM alias WHERE entity = e.id ORDER BY id LIMIT 1)"
    f" FROM entity e WHERE id IN {_GIVEN}"
)
_PUBLISHERS = f"SELECT id, name, name FROM publisher WHERE id IN {_GIVEN}"
_AGENCIES = f"SELECT fact, entity FROM hand WHERE kind = {TAIL} AND fact IN {_GIVEN} AND role = 'agency'"


def facets(reader: Reader, newest: Sequence[Row], limit: int) -> list[tuple[str, str, str, int]]:
    """Return facet, key, name and count: of every facet the most frequent values, months newest first.

    `newest` are the finds as `musnad.store.finding` groups them.
    """
    if not newest:
        return []
    articles, days, publishers, speakers, types, statuses, places = zip(*newest, strict=True)
    months: Counter[str] = Counter()
    for day, number in Counter(days).items():
        months[day[:_MONTH]] += number
    del months[""]
    counted: dict[str, Values] = {
        "month": sorted(months.items(), reverse=True)[:limit],
        "publisher": _most(_counts(publishers), limit),
        "agency": _most(_one(reader, _agencies(reader, Counter(articles))), limit),
        "speaker": _most(_one(reader, _counts(speakers)), limit),
        "type": _most(_counts(types), limit),
        "status": _most(_counts(statuses), limit),
        "place": _most(_one(reader, _counts(places)), limit),
    }
    return [row for facet in FACETS for row in _named(reader, facet, counted[facet])]


def places(reader: Reader, asked: Question) -> list[tuple[str, str, int]]:
    """Return key, name and count of the places of all events that fit, the most frequent first."""
    if is_open(asked):
        return reader.patience.behind(("places", asked), reader, lambda own: _places(own, asked))
    return _places(reader, asked)


def _places(reader: Reader, asked: Question) -> list[tuple[str, str, int]]:
    found = clauses(asked)
    found.add("f.place IS NOT NULL")
    sql = f"SELECT f.place, count(*) FROM {found.source(asked.of)} WHERE {found.where()} GROUP BY f.place"
    counts = _one(reader, Counter(dict(reader.ask(sql, *found.values))))
    values = _most(counts, len(counts))
    return [(key, name, number) for _, key, name, number in _named(reader, "place", values)]


def _counts(values: Iterable[int | str | None]) -> Counter[int | str]:
    found = Counter(values)
    return Counter({value: number for value, number in found.items() if value})


def _agencies(reader: Reader, articles: Mapping[int, int]) -> Counter[int | str]:
    """Return through which agencies finds came, of which so many stand in these articles."""
    counts: Counter[int | str] = Counter()
    for article, entity in reader.ask(_AGENCIES, json.dumps([*articles])):
        counts[entity] += articles[article]
    return counts


def _one(reader: Reader, counts: Counter[int | str]) -> Counter[int | str]:
    """Count all entities that are one as one."""
    heads: dict[int | str, int] = dict(reader.ask(_HEADS, json.dumps([*counts]))) if counts else {}
    if not heads:
        return counts
    found: Counter[int | str] = Counter()
    for entity, number in counts.items():
        found[heads.get(entity, entity)] += number
    return found


def _most(counts: Counter[int | str], limit: int) -> Values:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]


def _named(reader: Reader, facet: str, values: Values) -> Iterator[tuple[str, str, str, int]]:
    """Yield values with their keys and names."""
    asked = _PUBLISHERS if facet == "publisher" else _KEYS if facet in _ENTITIES else None
    if asked is None:
        yield from ((facet, str(value), str(value), number) for value, number in values)
        return
    names = {row: names for row, *names in reader.ask(asked, json.dumps([value for value, _ in values]))}
    yield from ((facet, *names[value], number) for value, number in values)
