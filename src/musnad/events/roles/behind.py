"""The bare phrases that follow one another behind a verb: its subject, then its object."""

from musnad.arabic import AND, ARTICLE, BA, LAM
from musnad.arabic.letters import TA
from musnad.events.draft import Draft
from musnad.events.parts import part_of, some_more, some_of, unit_of
from musnad.events.phrases import Phrase
from musnad.events.roles import asides
from musnad.events.roles.cast_roles import DEEDS
from musnad.events.roles.strangers import bodies, companions
from musnad.events.scene import Scene
from musnad.events.unnamed import accusative, counted, definite, national, number_alone, whole
from musnad.events.words import NONE, PREPOSITIONS, Particle

_SUBJECT_GAP = 4  # tokens between a verb and its subject: a day, an adverb
_JUDGED = frozenset({"on", "about", "for"})
_LONGEST_JUDGED = 6  # tokens of what is judged: «condemned | the cowardly terrorist attack | X»
_OF_THIS = tuple(letter + ARTICLE for letter in BA if len(letter) == 1)
_SUBJECTS = frozenset({"person", "office", "organisation"})
_VISITORS = _SUBJECTS | {"group"}
_FALLEN = frozenset({"person", "group"})
_OCCASION = 3  # tokens of «the raid, the last raid»
_WHERE = frozenset({"in", "by"})  # the prepositions of a place: «received | at the palace | X»
_ASKING = "REQUEST"
MARGIN = "particle.margin"  # «on the sidelines of»
_HELD = frozenset({"organisation", "place"})  # what has meetings, and where they are
OBJECT_GAP = 3
"""Tokens between a subject and the object behind it."""
MEDIUM = "medium"
"""The kind of words for what is written or said."""


def bare_chain(scene: Scene, draft: Draft, high: int, at: int = 0) -> list[Phrase]:
    """Return the bare phrases behind a verb that follow one another closely: subject, then object."""
    found: list[Phrase] = []
    at, gap = at or draft.last, _SUBJECT_GAP
    at = _behind_judged(scene, draft, at, high) or at
    opening = _author(scene, at) or _shared(scene, at) or _part(scene, draft, at, high)
    if opening is not None:
        found, at = [opening], opening.last
    counts = draft.fells_or_seizes
    if counts and at < high and not scene.units.norms[at].startswith(AND):
        number = number_alone(scene, at) or national(scene, at)
        if number is not None:
            return [number]
    while True:
        aside = asides.behind_aside(scene, at, high) or (asides.behind_leader(scene, at) if found else 0)
        seat = asides.behind_seat(scene, found[-1]) if found and found[-1].last == at else 0
        if aside:
            at, gap = aside, 0
        elif seat:
            at = seat
        elif found and at < high and scene.units.norms[at][0] in "،," and at + 1 not in scene.timed:
            if not scene.closes_apposition(at):
                return found
            at += 1
        nxt = _next_bare(scene, at, high, gap)
        if nxt is None or (draft.type == _ASKING and _asked_for(scene, nxt)):
            return found
        if found and nxt.entity.id and nxt.entity == found[-1].entity:
            at, gap = scene.chain(nxt)[-1].last, OBJECT_GAP  # «Prince X, | the governor of Y»
            continue
        if seat and nxt.mention.kind == "person" and nxt.mention.proper == nxt.mention.span:
            found.clear()  # «the deputy of the party X, | so-and-so»
        found.append(nxt)
        at, gap = scene.chain(nxt)[-1].last, OBJECT_GAP
        more = some_more(scene, at) or companions(scene, at) or bodies(scene, nxt, at)
        at = at if more is None else more.last


def _asked_for(scene: Scene, phrase: Phrase) -> bool:
    """Say whether an unlisted noun has «for» written onto it: «demanded | a number of things»."""
    i = phrase.head
    joined = not phrase.entity.id and scene.prefixed(i) and scene.units.norms[i].startswith(tuple(BA))
    hits = scene.hits.at(i)
    return joined and (not hits or any(hit.prefix in BA for hit in hits))


def _part(scene: Scene, draft: Draft, at: int, high: int) -> Phrase | None:
    """Return the part of a body that does a deed right behind its verb: «attacked | forces of the army»."""
    if at >= high:
        return None
    some = some_of(scene, at)
    if some is not None or draft.type not in DEEDS:
        return some
    return part_of(scene, at) or _unit(scene, draft, at, high)


def _unit(scene: Scene, draft: Draft, at: int, high: int) -> Phrase | None:
    """Return the part of a body behind a verb, an object behind it: «arrested | a patrol of the army | three»."""
    if draft.passive or draft.hit.suffix or "object" not in draft.recipient_slots:
        return None
    unit = unit_of(scene, at)
    if unit is None or unit.last >= high:
        return None
    followed = accusative(scene, unit.last) or _next_bare(scene, unit.last, high, OBJECT_GAP) is not None
    return unit if followed else None


def _behind_judged(scene: Scene, draft: Draft, at: int, high: int) -> int:
    """Return the token of the subject behind what a verb with a preposition judges: «condemned | the attack | X».

    Behind a definite noun nobody stands in its idafa.
    """
    norms, i = scene.units.norms, at
    if not draft.verbal or draft.passive or "object" in draft.recipient_slots or at >= high:
        return 0
    particle = scene.words.particle(i)
    if particle is not None and particle.part in _JUDGED and not scene.words.is_particle(particle.last):
        i = particle.last
        ruled = norms[i].startswith(ARTICLE) if i < high else False
    else:
        ruled = norms[i].startswith(_OF_THIS) and scene.prefixed(i)
    ruled = ruled or (i < high and scene.hits.has(i, "demonstrative"))
    if not ruled or i in scene.covered:
        return 0
    i += 1
    while i < min(high, at + _LONGEST_JUDGED) and norms[i].startswith(ARTICLE) and i not in scene.at_head:
        i += 1
    particle = scene.words.particle(i) if i < high else None
    i = particle.last if particle is not None and particle.part == "adverb" else i
    phrase = scene.at_head.get(i)
    if phrase is None or i >= high or phrase.first != i:
        return 0
    return i if not (phrase.slot or phrase.joined) and phrase.mention.kind in _SUBJECTS else 0


def _author(scene: Scene, i: int) -> Phrase | None:
    """Return whose report or statement it is that stands at a token: «accused | a report of X»."""
    phrase = scene.at_head.get(i + 1) if scene.hits.has(i, MEDIUM) else None
    slots = {"for"} if i < len(scene.units) and scene.units.norms[i].startswith(ARTICLE) else {"", "for"}
    return phrase if phrase is not None and phrase.slot in slots else None  # «accused | the report | X»


def _next_bare(scene: Scene, low: int, high: int, gap: int) -> Phrase | None:
    """Return the next phrase without preposition within a few tokens that are no clause of their own."""
    steps, i, ruled = 0, low, False
    while i < high and steps <= gap:
        if scene.units.norms[i][0] in "،," and not (i - 1 in scene.timed or i + 1 in scene.timed or i == low):
            return None
        aside = _aside(scene, i)
        if aside:
            i = aside
            continue
        phrase = scene.at_head.get(i)
        if phrase is not None:
            if i < phrase.first and scene.units.norms[i].startswith(AND):
                return None  # «were killed | and more than 20 were wounded»
            if not phrase.slot and not phrase.joined:
                return phrase
            if phrase.slot not in _WHERE or phrase.mention.kind != "place":
                return None
            i = phrase.last
            continue
        behind = _beyond(scene, i, high)
        if behind:
            i = behind
            continue
        if scene.words.is_event_noun(i) or _counts_more(scene, i):
            return None
        unnamed = None if ruled or _governed(scene, i) else _some(scene, i)
        if unnamed is not None:
            return unnamed
        # «demanded | the need for the reform»: the reform is not asked.
        ruled = ruled or not (i in scene.timed or accusative(scene, i) or scene.hits.has(i, "bound_preposition"))
        particle = scene.words.particle(i)
        if particle is not None and particle.part in {"cause", "with", "about", "by", "against"}:
            return None
        steps += i not in scene.timed
        i += 1
    return None


def _some(scene: Scene, i: int) -> Phrase | None:
    """Return those at a token whom the cast does not know, or some of those whom it knows."""
    return definite(scene, i) or some_of(scene, i) or counted(scene, i) or whole(scene, i)


def _counts_more(scene: Scene, i: int) -> bool:
    """Say whether a number with «and» stands at a token: those counted are no object: «X | and three of his sons»."""
    counts = (*scene.words.numbers.get(i, NONE), *scene.hits.at(i, "one_of"))
    return counts != () and all(hit.prefix in AND for hit in counts if hit.prefix) and all(hit.prefix for hit in counts)


def _aside(scene: Scene, i: int) -> int:
    """Return the token behind an adverb or a dash at a token, else 0: «the king | - God keep him - | received»."""
    particle = scene.words.particle(i)
    if particle is not None and particle.part == "adverb":
        return max(particle.last, i + 1)
    if scene.units.norms[i] not in asides.DASHES:
        return 0
    around = (scene.words.particle(i + 1) if i + 1 < len(scene.units) else None, scene.words.particle_before(i))
    return i + 1 if any(one is not None and one.part == "adverb" for one in around) else 0


def _beyond(scene: Scene, i: int, high: int) -> int:
    """Return the token behind «more than», «during the last hours» or «in the raid» at a token, else 0."""
    about, particle = scene.hits.at(i, "approximate"), scene.words.particle(i)
    occasion = 0 if about or particle is None else _behind_occasion(scene, particle, high)
    if occasion:
        return occasion
    if about or particle is None or particle.part not in {"cause", "in"} or particle.last not in scene.timed:
        return about[0].last if about else 0
    return next((k for k in range(particle.last, high) if k not in scene.timed), high)


def _behind_occasion(scene: Scene, particle: Particle, high: int) -> int:
    """Return the token behind «in the raid, in an Israeli raid», where somebody stands who suffers the verb; else 0."""
    i, norms = particle.last, scene.units.norms
    if particle.part not in {"cause", "in"} or i in scene.timed or i in scene.covered:
        return 0
    if i < high and not norms[i].startswith(ARTICLE):
        deed = max((hit.last for hit in scene.words.triggers.get(i, NONE) if hit.form.pos != "verb"), default=0)
        i = next((k for k in range(deed, high) if k not in scene.words.demonyms), high) if deed else i
        if i == deed and deed - particle.last <= 1:
            return 0  # «in the raid of X»
    while i < min(high, particle.last + _OCCASION) and norms[i].startswith(ARTICLE) and i not in scene.covered:
        i += 1
    if particle.hit.entry.id == MARGIN:
        i = _behind_meeting(scene, i, high)
    # Of «a car bomb | three men» the head may be taken for the last word of the deed.
    listed = scene.at_head.get(i) or scene.covered.get(i)
    if listed is not None and i in {listed.first, listed.head}:
        fell = listed.mention.rule.endswith("counted") or listed.mention.kind in _FALLEN
        return listed.head if fell and particle.last < i < high and not (listed.slot or listed.joined) else 0
    return i if particle.last < i < high and counted(scene, i) is not None else 0


def _behind_meeting(scene: Scene, i: int, high: int) -> int:
    """Return the token behind whose meeting it is that stands at a token: «the works of the general assembly | X»."""
    at = next((k for k in range(i, min(high, i + _OCCASION)) if not scene.plain(k) or k in scene.covered), i)
    body = scene.covered.get(at)
    return body.last if body is not None and body.mention.kind in _HELD and body.first == at else i


def _shared(scene: Scene, i: int) -> Phrase | None:
    """Return the object of two verbs of which the second, unknown, stands at a token: «killed | and maimed | X»."""
    phrase, norms = scene.at_head.get(i), scene.units.norms
    if phrase is None or i != phrase.first - 1 or not norms[i].startswith(AND) or scene.hits.has(i):
        return None
    twins = norms[i][-1] == norms[i - 1][-1] == TA
    return phrase._replace(head=phrase.first, joined=False, slot="") if twins else None


def _governed(scene: Scene, i: int) -> bool:
    """Say whether a preposition stands before a token, other than that of «more than»."""
    before = None if i in scene.words.amounts else scene.words.particle_before(i)
    if scene.hits.has(i - 1, "demonstrative") and scene.units.norms[i - 1].startswith(tuple(BA | LAM)):
        return True  # «welcomes | this | offer»
    return before is not None and before.part in PREPOSITIONS


def is_visited(behind: list[Phrase]) -> bool:
    """Say whether a place right behind a verb of visiting is visited by who follows it: nobody else would."""
    place, visitor = behind[:2]
    there = place.mention.kind == "place" and place.head == place.first and not place.joined
    return there and visitor.mention.kind in _VISITORS and not visitor.joined
