"""Stories of a collection: candidates by rare traits, their likeness, clusters, chapters by day.

The answer is a function of the articles and of the statistics of their collection, whatever their order. An article is
compared with those only that share several of its leading traits within the days of a story.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from musnad.lexicon import Lexicon
from musnad.model import Reading, content_id
from musnad.model.claims import Chapter, Story
from musnad.stories.cluster import clusters
from musnad.stories.likeness import Weighed, days_allow, likeness
from musnad.stories.traits import KINDS, Statistics, Traits, traits_of

LEAST = 0.28  # mean likeness of a story
LONGEST = 21  # days that a story may run on
LEADING = 24  # traits of each kind by which an article finds others
SHARED = 2  # of them that a candidate shares
HOLDERS = 60  # articles near each other in time that hold a trait: more say that it tells nothing
COPIED = 1.0  # likeness of two articles that carry one text
_WINDOW = 12  # days
_EVER = -1
_UNSURE = 31  # possible days of an article of which none is known
_HALF = 1 << 24  # numbers of windows that begin half a window later


def stories(
    readings: Mapping[str, Reading], lexicon: Lexicon, copied: Iterable[Sequence[str]] = ()
) -> tuple[Story, ...]:
    """Return the stories of some articles by key, each article in one. `copied` are keys that carry one text."""
    found = {key: traits_of(reading, lexicon) for key, reading in sorted(readings.items())}
    pairs = pairs_of(found)
    for group in copied:
        for one, other in combinations(sorted(set(group) & set(found)), 2):
            if days_allow(found[one], found[other]):
                pairs[one, other] = COPIED
    made = clusters(found, pairs, LEAST, lambda one, other: _is_short((*one, *other), found))
    return tuple(_story(keys, readings) for keys in made)


def pairs_of(found: Mapping[str, Traits]) -> dict[tuple[str, str], float]:
    """Return the likeness of all candidates, by (smaller, greater) key."""
    statistics = Statistics.of(found.values())
    weighed = {key: Weighed.of(traits, statistics) for key, traits in found.items()}
    return {
        (one, other): score for one, other in _candidates(weighed) if (score := likeness(weighed[one], weighed[other]))
    }


def _candidates(weighed: Mapping[str, Weighed]) -> list[tuple[str, str]]:
    holders: defaultdict[tuple[str, str, int], list[str]] = defaultdict(list)
    for key, each in sorted(weighed.items()):
        windows = _windows(each.traits.days)
        for kind in KINDS:
            for trait in each.leading(kind, LEADING):
                for window in windows:
                    holders[kind, trait, window].append(key)
    seen: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for (kind, trait, _), keys in holders.items():
        if len(keys) <= HOLDERS:
            for pair in combinations(keys, 2):
                seen[pair].add((kind, trait))
    return sorted(pair for pair, traits in seen.items() if len(traits) >= SHARED)


def _windows(days: Sequence[int]) -> set[int]:
    """Return the stretches of time in which an article is looked for; those half a window apart always share one.

    All articles are looked for in the whole of time too, by what is rare there: that is how those of unknown day are
    found.
    """
    if len(days) > _UNSURE:
        return {_EVER}
    return {_EVER, *(n for day in days for n in (day // _WINDOW, (day + _WINDOW // 2) // _WINDOW + _HALF))}


def _is_short(keys: Iterable[str], found: Mapping[str, Traits]) -> bool:
    """Say whether articles fit into the days of one story. Those of unknown day always do."""
    known = [found[key].days for key in keys if found[key].days]
    return not known or max(days[0] for days in known) - min(days[-1] for days in known) <= LONGEST


def _story(keys: tuple[str, ...], readings: Mapping[str, Reading]) -> Story:
    days: defaultdict[str | None, list[str]] = defaultdict(list)
    for key in keys:
        day = readings[key].published.day
        days[None if day is None else day.isoformat()].append(key)
    chapters = tuple(Chapter(day, tuple(days[day])) for day in sorted(days, key=lambda d: (d is None, d or "")))
    return Story(content_id("y", *sorted(readings[key].article.version for key in keys)), keys, chapters)
