"""Noun phrases that the cast does not know: definite nouns, and people counted by a number or a quantity."""

from dataclasses import replace

from musnad.arabic import ARTICLE
from musnad.arabic.letters import ALEF
from musnad.events.phrases import Phrase, unknown
from musnad.events.scene import Scene
from musnad.events.words import NONE

_LONGEST = 4  # tokens of a noun phrase that the cast does not know
_SOME = "one_of"  # the kind of words such as «dozens»
_OF = "from"


def definite(scene: Scene, i: int) -> Phrase | None:
    """Return the noun phrase at a token: a definite noun with what belongs to it."""
    norms = scene.units.norms
    if not _nominal(scene, i) or not norms[i].startswith(ARTICLE):
        return None
    last = i + 1
    end = min(scene.units.sentence(i).last, i + _LONGEST)
    while last < end and norms[last].startswith(ARTICLE) and (_nominal(scene, last) or last in scene.words.demonyms):
        last += 1
    return unnamed_phrase(scene, i, last)


def definite_before(scene: Scene, i: int) -> Phrase | None:
    """Return the noun phrase that opens a clause and ends before a token: «that the forces …»."""
    start = scene.units.sentence(i).first
    first = i
    norms = scene.units.norms
    while first > start and i - first < _LONGEST and norms[first - 1].startswith(ARTICLE):
        if not _nominal(scene, first - 1):
            return None
        first -= 1
    if first == i:
        return None
    if first > start and norms[first - 1][0].isalpha() and not _closed(scene, first - 1):
        first -= 1
    particle = scene.words.particle_before(first)
    opens = particle is not None and particle.part in {"complementiser", "was"}
    return unnamed_phrase(scene, first, i) if opens or first == start else None


def indefinite(scene: Scene, i: int) -> Phrase | None:
    """Return the indefinite noun at a token with its adjectives, unless its ending says that it is an object."""
    last = i
    end = min(scene.units.sentence(i).last, i + _LONGEST - 1) if i < len(scene.units) else i
    while last < end and scene.plain(last) and not scene.units.norms[last].endswith(ALEF):
        last += 1
    return unnamed_phrase(scene, i, last) if last > i else None


def national(scene: Scene, i: int) -> Phrase | None:
    """Return who is only called by his country at a token: «the arrest of | a Palestinian», «two Iraqis fell»."""
    if i in scene.covered or i in scene.timed:
        return None
    hit = next((h for h in scene.words.demonyms.get(i, NONE) if not h.prefix and not h.definite), None)
    if hit is None:
        return None
    person = unnamed_phrase(scene, i, i + 1, rule="events.counted")
    return person._replace(entity=replace(person.entity, country=hit.entry.text("code")))


def counted(scene: Scene, i: int) -> Phrase | None:
    """Return the people counted at a token: a number and an indefinite noun, a number alone, «dozens of people»."""
    if i in scene.timed or i in scene.covered:
        return None
    noun = _behind_number(scene, i)
    if not noun:
        return None
    end = scene.units.sentence(i).last
    particle = scene.words.particle(noun)
    if particle is not None and particle.part == _OF:
        whole = scene.at_first(particle.last)
        return None if whole is None else unnamed_phrase(scene, i, whole.last, rule="events.counted")
    if noun < end and _nominal(scene, noun):
        some = scene.hits.has(i, _SOME)
        if scene.units.norms[noun].startswith(ARTICLE) == some:
            return unnamed_phrase(scene, i, noun + 1, rule="events.counted")
    return None


def number_alone(scene: Scene, i: int) -> Phrase | None:
    """Return a number at a token that counts people without naming them, with «about» before it or not."""
    first = i
    for hit in scene.hits.at(i, "approximate"):
        i = hit.last
        break
    if i >= len(scene.units) or not scene.units.norms[i].isdigit() or i in scene.timed or i in scene.covered:
        return None
    people = counted(scene, i)
    if people is not None:
        return unnamed_phrase(scene, first, people.last, rule="events.counted")
    last = i + 1
    ends = last >= scene.units.sentence(i).last or not _nominal(scene, last) or scene.verb(last)
    return unnamed_phrase(scene, first, last, rule="events.counted") if ends and last not in scene.at_head else None


def _behind_number(scene: Scene, i: int) -> int:
    """Return the token behind a number or quantity, 0 where none stands at a token."""
    if scene.units.norms[i].isdigit():
        return i + 1
    for hit in scene.words.numbers.get(i, NONE):
        if hit.entry.text("role") != "ordinal":
            return hit.last
    some = scene.hits.at(i, _SOME)
    return some[0].last if some else 0


def _closed(scene: Scene, i: int) -> bool:
    """Say whether a token is no noun: a particle, a verb, a day, or part of a known phrase."""
    return scene.words.is_particle(i) or i in scene.timed or i in scene.covered or scene.verb(i)


def _nominal(scene: Scene, i: int) -> bool:
    """Say whether a token looks like a noun or adjective that no list knows as something else."""
    if i >= len(scene.units.norms):
        return False
    if not scene.units.norms[i][0].isalpha() or i in scene.timed or i in scene.covered:
        return False
    return i not in scene.words.known and not scene.verb(i)


def unnamed_phrase(scene: Scene, first: int, last: int, *, rule: str = "") -> Phrase:
    """Return tokens as a phrase that stands for nobody of the cast."""
    name = " ".join(scene.units.surface(first, last).split())
    span = scene.units.span(first, last)
    definite = scene.units.norms[first].startswith(ARTICLE)
    return unknown((first, last), span, name, rule=rule, definite=definite)
