"""Readouts side by side: what each side of a story tells of it, what only one tells, where they contradict each other.

A side is a state with all that speak for it, or a body or person of no state that takes part in an event of the story.
Only what is named for certain as the origin of a claim makes it a side's.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

from musnad.arabic import fold_word
from musnad.claims.contradictions import Pair
from musnad.model.claims import Conflict, Point, Proposition, Readouts, Side, Source
from musnad.stories.traits import trait_of

SHORTEST = 4  # words of what only one side tells: less is the frame of a sentence
_TWO = 2
Contradictions = Callable[[Iterable[Pair]], Mapping[Pair, Conflict]]
_HANDS = frozenset({"person", "body"})


def readouts(
    propositions: Sequence[Proposition],
    participants: Collection[str],
    contradictions: Contradictions,
) -> Readouts:
    """Return the readouts of one story. `contradictions` tells which pairs of propositions cannot both be so.

    `participants` are those of the story's events, as they are compared.
    """
    told: defaultdict[str, list[str]] = defaultdict(list)
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    countries: dict[str, str | None] = {}
    for each in propositions:
        for source in each.corroboration.origins.found:
            if source.kind in _HANDS and source.certain and _is_side(source, participants):
                key = side_of(source)
                countries[key] = source.country
                names[key][source.name] += 1
                if each.id not in told[key]:
                    told[key].append(each.id)
    keys = sorted(told, key=lambda key: (-len(told[key]), key))
    if len(keys) < _TWO:
        return Readouts()
    sides = tuple(Side(_name(names[key]), countries[key], tuple(sorted(names[key]))) for key in keys)
    by_id = {each.id: each for each in propositions}
    of = {each: tuple(n for n, key in enumerate(keys) if each in told[key]) for each in by_id}
    points = [*_points(propositions, of), *_contradictions(by_id, of, contradictions)]
    return Readouts(sides, tuple(points))


def _is_side(source: Source, participants: Collection[str]) -> bool:
    return source.country is not None or trait_of(source.entity, source.name) in participants


def side_of(source: Source) -> str:
    """Return the side for which an origin speaks, as a key: its country, else itself."""
    return source.country or f"={fold_word(source.name)}"


def _name(names: Counter[str]) -> str:
    """Return what a side is called: the hand that tells most of it."""
    return min(names, key=lambda name: (-names[name], -len(name), name))


def _points(propositions: Sequence[Proposition], of: Mapping[str, tuple[int, ...]]) -> list[Point]:
    found = []
    for each in propositions:
        sides = of[each.id]
        if len(sides) > 1 or (sides and len(each.text.split()) >= SHORTEST):
            open_ = next((c for c in each.conflicts if c.explained is None and c.about != "speaker"), None)
            kind = "one" if len(sides) == 1 else "both" if open_ is None else "contradiction"
            found.append(Point(kind, sides, (each.id,), each.text, open_ if kind == "contradiction" else None))
    order = {"both": 0, "contradiction": 1, "one": 2}
    return sorted(found, key=lambda point: (order[point.kind], point.sides))


def _contradictions(
    by_id: Mapping[str, Proposition], of: Mapping[str, tuple[int, ...]], contradictions: Contradictions
) -> list[Point]:
    sided = sorted(key for key, sides in of.items() if sides)
    pairs = ((one, other) for one, other in combinations(sided, 2) if set(of[one]) != set(of[other]))
    return [
        Point("contradiction", tuple(sorted({*of[one], *of[other]})), (one, other), by_id[one].text, conflict)
        for (one, other), conflict in sorted(contradictions(pairs).items())
    ]
