"""The unnamed part of a body, with the body: «forces | of the army», «a patrol | of the police»."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, LAM
from musnad.events.phrases import Phrase
from musnad.events.scene import QUOTES, Scene
from musnad.events.unnamed import OF, counted, indefinite, unnamed_phrase
from musnad.events.words import NONE

_WHOLES = frozenset({"organisation", "group"})
_OWNERS = _WHOLES | {"office"}
_BELONGING = _OWNERS | {"place", "person"}  # whom those may be loyal to, backed by, tied to
_SOME = "one_of"  # the kind of words such as «dozens»
_TIED = "allegiance"
_LETTERED = frozenset({"for", "by", "from", "on", "with", "to"})
_WITHIN = "in"


def part_of(scene: Scene, i: int) -> Phrase | None:
    """Return the unnamed part of a body that a token opens: «forces | of the army», «a delegation | of the party»."""
    particle = scene.words.particle(i + 1) if i + 1 < len(scene.units) else None
    whole = None if particle is None or particle.part != OF else scene.at_head.get(particle.last)
    closed = i in scene.covered or scene.words.is_particle(i) or i in scene.timed or scene.verb(i)
    if whole is None or closed or whole.mention.kind not in _WHOLES or not scene.units.norms[i][0].isalpha():
        return None
    event = any(not hit.entry.texts("support") for hit in scene.words.triggers.get(i, NONE))
    if event or scene.units.norms[i].startswith(ARTICLE) or i in scene.words.supports or i in scene.words.states:
        return None
    part = unnamed_phrase(scene, i, whole.last)
    return part._replace(entity=replace(part.entity, country=whole.entity.country, sector=whole.entity.sector))


def part_before(scene: Scene, whole: Phrase) -> Phrase | None:
    """Return the part of a body that opens a clause and that its whole ends: «that | a force of the police»."""
    particle = scene.words.particle_before(whole.head)
    if particle is None or particle.part != OF or particle.first <= scene.units.sentence(whole.head).first:
        return None
    i = particle.first - 1
    part = part_of(scene, i)
    if part is None or part.last != whole.last:
        return None
    opening = scene.words.particle_before(i)
    opens = opening is not None and opening.part == "complementiser"
    quoted = scene.units.norms[i - 1] in QUOTES or i == scene.units.sentence(i).first
    return part if opens or quoted else None


def some_of(scene: Scene, i: int) -> Phrase | None:
    """Return those of a known body or people whom a quantity at a token opens: «many of | the Democrats»."""
    some = None if i in scene.at_head else next(iter(scene.hits.at(i, _SOME)), None)
    whole = None if some is None or i in scene.covered else scene.covered.get(some.last)
    if some is not None and whole is None and scene.units.norms[i].startswith(ARTICLE):
        return counted(scene, i)  # «closed | many of the roads»
    if some is None or whole is None or whole.first != some.last or whole.mention.kind not in _WHOLES:
        return None
    return unnamed_phrase(scene, i, whole.last, rule="events.counted")


def some_more(scene: Scene, i: int) -> Phrase | None:
    """Return the quantity that «and» at a token joins to who stands before it: «X | and a number of unions»."""
    if i >= len(scene.units) or i in scene.covered or not scene.units.norms[i].startswith(AND):
        return None
    if not any(hit.prefix == AND for hit in scene.hits.at(i, _SOME)):
        return None
    some = some_of(scene, i) or counted(scene, i)
    verb = some is not None and some.last < len(scene.units) and scene.verb(some.last)
    return None if some is None or verb else without_and(some)


def without_and(phrase: Phrase) -> Phrase:
    """Return an unnamed phrase without the «and» that is written onto it."""
    bare = _without(phrase, AND)
    return bare._replace(mention=replace(bare.mention, rule="events.counted"))


def without_for(phrase: Phrase) -> Phrase:
    """Return an unnamed phrase without the letter of «for» that may be written onto it."""
    return _without(phrase, min(LAM, key=len))


def _without(phrase: Phrase, letter: str) -> Phrase:
    name = phrase.entity.name.removeprefix(letter)
    return phrase._replace(mention=replace(phrase.mention, name=name), entity=replace(phrase.entity, name=name))


def with_whole(scene: Scene, part: Phrase) -> Phrase:
    """Return an indefinite noun with the body that it is of: «a patrol | of the army», «a leader | in the movement»."""
    whole = _whole(scene, part.last)
    if whole is None or part.definite or scene.units.sentence_of[part.first] != scene.units.sentence_of[whole.first]:
        return part
    longer = unnamed_phrase(scene, part.first, whole.last, rule=part.mention.rule)
    return longer._replace(entity=replace(longer.entity, country=whole.entity.country, sector=whole.entity.sector))


def unit_of(scene: Scene, i: int) -> Phrase | None:
    """Return the indefinite part of a body at a token, with the body: «boats | that belong to | the navy»."""
    part = None if i in scene.words.supports or i in scene.words.states else indefinite(scene, i)
    if part is None or any(not hit.entry.texts("support") for hit in scene.words.triggers.get(i, NONE)):
        return None
    whole = with_whole(scene, part)
    return whole if whole.last > part.last else None


def _whole(scene: Scene, i: int) -> Phrase | None:
    """Return the body that a preposition, «for» or a word of allegiance at a token ties to the noun before it."""
    tie = next((hit for hit in scene.hits.at(i, _TIED) if not hit.prefix and not hit.definite), None)
    if tie is not None:
        phrase = scene.at_head.get(tie.last) or _behind_preposition(scene, tie.last)
        fits = phrase is not None and phrase.mention.kind in _BELONGING and phrase.slot in _LETTERED
        return phrase if fits else None
    phrase = scene.at_head.get(i)
    if phrase is not None:
        ruled = phrase.slot == "for" and phrase.head == phrase.first and phrase.mention.kind in _OWNERS
        return phrase if ruled and not phrase.joined else None
    particle = scene.words.particle(i) if i < len(scene.units) else None
    if particle is None or particle.part not in {OF, _WITHIN}:
        return None
    phrase = _behind_preposition(scene, particle.last)
    return phrase if phrase is not None and phrase.mention.kind in _OWNERS else None


def _behind_preposition(scene: Scene, i: int) -> Phrase | None:
    """Return the phrase that starts right behind a preposition which ends before a token."""
    phrase = scene.at_head.get(i)
    return phrase if phrase is not None and phrase.first == i and not phrase.joined else None
