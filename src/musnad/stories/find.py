"""Stories of a collection: candidates by rare traits, their likeness, clusters, chapters by day.

The answer is a function of the articles and of the statistics of their collection, whatever their order. Two articles
are compared that share several of their leading traits within the days of a story; whether they are depends on these
two and the statistics alone.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from musnad.lexicon import Lexicon
from musnad.model import Reading, content_id
from musnad.model.claims import Chapter, Story
from musnad.stories.cluster import clusters
from musnad.stories.leads import is_dated, is_near, leading_of, leads_of, times_around, times_of
from musnad.stories.likeness import Weighed, against, days_allow
from musnad.stories.statistics import Leading, Statistics
from musnad.stories.traits import Traits, traits_of

LEAST = 0.28  # mean likeness of a story
LONGEST = 21  # days that a story may run on
COPIED = 1.0  # likeness of two articles that carry one text


def stories(
    readings: Mapping[str, Reading], lexicon: Lexicon, copied: Iterable[Sequence[str]] = ()
) -> tuple[Story, ...]:
    """Return the stories of some articles by key, each article in one. `copied` are keys that carry one text."""
    found = {key: traits_of(key, reading, lexicon) for key, reading in sorted(readings.items())}
    pairs = pairs_of(found)
    for group in copied:
        for one, other in combinations(sorted(set(group) & set(found)), 2):
            if days_allow(found[one], found[other]):
                pairs[one, other] = COPIED
    days = {key: traits.days for key, traits in found.items()}
    return tuple(_story(keys, readings) for keys in grouped(days, pairs))


def grouped(
    days: Mapping[str, Sequence[int]],
    pairs: Mapping[tuple[str, str], float],
    together: Collection[tuple[str, str]] = (),
    apart: Collection[tuple[str, str]] = (),
) -> list[tuple[str, ...]]:
    """Return which articles make stories, by the possible days of each and the likeness of pairs.

    What analysts put together is one story; what they keep apart is not, unless they put it together by a third.
    """

    def allows(one: Sequence[str], other: Sequence[str]) -> bool:
        joined = {*one, *other}
        return is_short(joined, days) and not any(a in joined and b in joined for a, b in apart)

    return clusters(days, pairs, LEAST, allows, together)


def pairs_of(found: Mapping[str, Traits]) -> dict[tuple[str, str], float]:
    """Return the likeness of all candidates, by (smaller, greater) key."""
    counted = Statistics.of(found.values())
    weighed = {key: Weighed(traits, counted) for key, traits in found.items()}
    leading = {key: leading_of(each) for key, each in weighed.items()}
    times = Leading()
    for key, traits in found.items():
        if is_dated(traits.days):
            times.add(traits.days[0], leading[key])
    statistics = replace(counted, common=times.common())
    leads = {key: leads_of(some, statistics) for key, some in leading.items()}
    pairs = {}
    for key, others in _candidates(weighed, leads):
        score = against(weighed[key])
        pairs.update({(other, key): value for other in others if (value := score(weighed[other]))})
    return pairs


def _candidates(
    weighed: Mapping[str, Weighed], leads: Mapping[str, tuple[int, ...]]
) -> Iterator[tuple[str, list[str]]]:
    """Yield articles in order, each with those before it that it is to be compared with."""
    holders: defaultdict[int, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key in sorted(leads):
        days = weighed[key].days
        around, times = times_around(days), times_of(days)
        shared: Counter[str] = Counter()
        for lead in leads[key]:
            known = holders[lead]
            shared.update(set().union(*(known[time] for time in (known if around is None else around))))
            for time in times:
                known[time].add(key)
        dated = {other for other in shared if around is not None and is_dated(weighed[other].days)}
        yield key, [other for other, count in shared.items() if is_near(count, dated=other in dated)]


def is_short(keys: Iterable[str], days: Mapping[str, Sequence[int]]) -> bool:
    """Say whether articles fit into the days of one story. Those of unknown day always do."""
    known = [days[key] for key in keys if days[key]]
    return not known or max(each[0] for each in known) - min(each[-1] for each in known) <= LONGEST


def chapters(days: Mapping[str, str | None]) -> tuple[Chapter, ...]:
    """Return the chapters of articles by their ISO days, those of unknown day last."""
    found: defaultdict[str | None, list[str]] = defaultdict(list)
    for key, day in sorted(days.items()):
        found[day].append(key)
    return tuple(Chapter(day, tuple(found[day])) for day in sorted(found, key=lambda d: (d is None, d or "")))


def _story(keys: tuple[str, ...], readings: Mapping[str, Reading]) -> Story:
    known = {key: readings[key].published.day for key in keys}
    days = chapters({key: None if day is None else day.isoformat() for key, day in known.items()})
    return Story(content_id("y", *sorted(readings[key].article.version for key in keys)), keys, days)
