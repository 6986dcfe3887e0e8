"""Whether those on one side of two mentions of an event can be the same people, by identity, name and number."""

from collections.abc import Mapping
from functools import lru_cache

from musnad.arabic import NUNATED, OBLIQUE, fold_word
from musnad.arabic.stems import stem
from musnad.model import Cast, Participant, shared_id

Bodies = Mapping[str, frozenset[str]]
"""For people and offices, by entity, the bodies that their descriptions name."""
NOBODIES: Bodies = {}
"""Where no descriptions are known."""

_PEOPLE = frozenset({"person", "office"})
_STATE = "country."
_SOME = 2  # words of a name that tell somebody
_COUNTED = 2  # words that name counted people: «four soldiers», without what else is said of them
_TELLING = 20  # people whose number alone tells that they are the same
_MARKS = str.maketrans("", "", '«»"“”()')
_NOMINATIVE = NUNATED[0]


def known(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return the participants whom the knowledge base knows."""
    return tuple([p for p in participants if shared_id(p.entity)])


def by_count(
    participants: tuple[Participant, ...], toll: frozenset[str]
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Divide participants into those of a toll, who are counted or fell, and those that are named."""
    people = tuple(
        p
        for p in participants
        if (p.name in toll and not shared_id(p.entity)) or (not p.entity and p.name[:1].isdigit())
    )
    return people, tuple(p for p in participants if p not in people)


def shares(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether somebody stands on both sides, by identity or by a name that the other one's holds whole."""
    if not one or not other:
        return False
    return bool(keys(one) & keys(other)) or any(_one_name(a, b) for a in one for b in other)


def akin(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether a word of a name or description stands on both sides: «two guards», «guards of the factory»."""
    return any(not _stems(a.name).isdisjoint(_stems(b.name)) for a in one for b in other)


def equal(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether the same people stand on both sides."""
    return len(one) == len(other) and all(shares((a,), other) for a in one)


def bodies(cast: Cast) -> Bodies:
    """Return for people and offices the bodies that their descriptions name: «the head of | the League»."""
    found: dict[str, set[str]] = {}
    for mention in cast.mentions:
        if mention.kind in _PEOPLE and cast.entity(mention).number == "s":
            inner = (one.entity for one in cast.within(mention.span) if one.entity != mention.entity)
            found.setdefault(mention.entity, set()).update(inner)
    return {entity: frozenset(of) for entity, of in found.items() if of}


def apart(one: tuple[Participant, ...], other: tuple[Participant, ...], of_bodies: Bodies = NOBODIES) -> bool:
    """Say whether nobody of one side can be somebody of the other.

    A state may stand for its people and bodies, a body for those who speak for it.
    """
    if not one or not other or shares(one, other):
        return False
    if any(_serves(a, b, of_bodies) or _serves(b, a, of_bodies) for a in one for b in other):
        return False
    states = {p.country for p in (*one, *other) if p.country and (p.entity or _STATE).startswith(_STATE)}
    return not any(a.country == b.country and a.country in states for a in one for b in other)


def vaguer(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether the first mention names only the country of the other's side: «an Israeli raid», «the army»."""
    nisba = all(p.entity is None and p.country for p in one)
    return nisba and bool(other) and all(p.entity for p in other)


def keys(participants: tuple[Participant, ...]) -> frozenset[str]:
    """Return what tells participants apart; of counted people the number and the noun, of many the number alone."""
    return frozenset([_many(p.name) or p.entity or " ".join(_words(p.name)[:_COUNTED]) for p in participants])


def _serves(person: Participant, body: Participant, of_bodies: Bodies) -> bool:
    """Say whether the description of somebody names a body."""
    return body.entity is not None and body.entity in of_bodies.get(person.entity or "", ())


def _one_name(one: Participant, other: Participant) -> bool:
    """Say whether two names are one, or the longer begins with the other: «ministers of the Union | of Europe»."""
    if len(_words(one.name)) > len(_words(other.name)):
        one, other = other, one
    words, more = _words(one.name), _words(other.name)
    if words == more:
        return True
    if len(words) < _SOME:
        return False
    if more[: len(words)] == words:
        return True
    return not (shared_id(one.entity) or shared_id(other.entity)) and _stems(one.name) <= _stems(other.name)


def _many(name: str) -> str:
    """Return the number of people of whom so many are counted that it tells them: «23 dead» are «23 people»."""
    number = name.partition(" ")[0] if name[:1].isdecimal() else ""
    return number if number.isdecimal() and int(number) >= _TELLING else ""


@lru_cache(maxsize=1024)  # the names of an article are compared again and again
def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, without marks and cases."""
    words = fold_word(name.translate(_MARKS)).split()
    return tuple(word.removesuffix(_NOMINATIVE) + OBLIQUE if word.endswith(_NOMINATIVE) else word for word in words)


@lru_cache(maxsize=1024)
def _stems(name: str) -> frozenset[str]:
    """Return the stems of the words of a name."""
    return frozenset(map(stem, _words(name)))
