"""Who is who within one story: the fuller and shorter names by which its articles call one person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from musnad.claims.assertion import Assertion
from musnad.corpus.fingerprints import words
from musnad.model import Reading
from musnad.stories.traits import trait_of

_LEAST = 2  # words that two names must share: a single one is a family's or anybody's

Words = frozenset[str]


def identified(found: Sequence[Assertion], readings: Iterable[Reading]) -> list[Assertion]:
    """Return the assertions of a story with one trait for one person, whatever each article calls them."""
    known = identities(readings)
    return [
        replace(
            each,
            who=frozenset(known.get(trait, trait) for trait in each.who),
            actors=frozenset(known.get(trait, trait) for trait in each.actors),
            recipients=frozenset(known.get(trait, trait) for trait in each.recipients),
            speaker=None if each.speaker is None else known.get(each.speaker, each.speaker),
        )
        for each in found
    ]


def identities(readings: Iterable[Reading]) -> Mapping[str, str]:
    """Return, for every name of a person that is a part of another's or holds it, the trait of that other one.

    Known people come first, then longer names; a name that fits several people stays as it is.
    """
    names: defaultdict[str, set[Words]] = defaultdict(set)
    for reading in readings:
        for entity in reading.entities:
            if entity.kind == "person":
                forms = (entity.name, *entity.aliases)
                names[trait_of(entity.id, entity.name)].update(frozenset(words(form)) for form in forms)
    known = {trait for trait in names if "." in trait}
    found: dict[str, str] = {}
    for trait in sorted(set(names) - known):
        own = frozenset(words(trait))
        if len(own) < _LEAST:
            continue
        fitting = {other for other in known if _fits(own, names[other])}
        if not fitting:
            longer = {other for other in set(names) - known - {trait} if own < frozenset(words(other))}
            fitting = {max(longer, key=lambda other: (len(words(other)), other))} if longer else set()
        if len(fitting) == 1:
            found[trait] = fitting.pop()
    return found


def _fits(own: Words, forms: Iterable[Words]) -> bool:
    return any(len(own & form) >= _LEAST and (own <= form or form <= own) for form in forms)
