"""Whom a protest is against, and who protests, where another word of the sentence tells it.

«Hundreds took to the streets | demanding that the government …», «a march | denouncing the visit of X»: what protesters
demand, denounce or reject is told by a trigger of its own, whose addressee is the recipient of the protest; so is who
stands behind «against» or «opposed to», whose visit it is, or who has the building in front of which they gather.
"""

from musnad.arabic import OBLIQUE
from musnad.arabic.letters import ALEF, HA
from musnad.events.draft import Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.roles.pronouns import agrees
from musnad.events.scene import CLAUSE_ENDS, QUOTES, Scene
from musnad.events.words import NONE, WHAT

_VOICED = frozenset({"REQUEST", "ACCUSE", "REJECT", "PROTEST"})
_REACH = 40  # tokens from a protest to the word that says what it demands
_BEHIND = 8  # tokens from that word to those whom it names
_NEXT = 2  # tokens from a word of protest to the deed that it is about
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_DEMAND = "REQUEST"
_AGAINST_THEM = _DEEDS | {"ACCUSE"}  # what is demanded against somebody: that he be expelled, tried, boycotted
_LEAVING, _FREEING = "resign", "release"  # modes of what is demanded of somebody, and for somebody
_GOAL = "to"
_CURSE, _ANGER, _OPPOSING = "down_with", "anger", "opposing"
_PRONOUNS = (HA, HA + ALEF)
_RIOT, _ON = "riot", "on"
_ADDRESSED = frozenset({"person", "office", "organisation", "group"})
_BODIES = frozenset({"office", "organisation"})
_PLACE = "in"
_CLASH, _CROWD = "ASSAULT", "crowd"
_PROTEST, _AGAINST = "PROTEST", "against"
_ABOUT = frozenset({"on", "against"})
IN_FRONT = "particle.in_front"


def voice(scene: Scene, drafts: list[Draft], every: list[Draft]) -> None:
    """Give protests without recipients those of the demand behind them, and protests without actors the protesters.

    `every` holds the drafts that were believed and those that were not: a demand alone need be no event.
    """
    for draft in drafts:
        if draft.type != _PROTEST:
            continue
        if not draft.recipients:
            draft.recipients += (
                _opposed(scene, draft, draft.reach)
                or _addressed(scene, draft, [other for other in every if other.first > draft.first])
                or _opposed(scene, draft, draft.last + _REACH)
                or _confronted(scene, draft, every)
                or _faced(scene, draft)
            )
        draft.recipients += [p for p in _faced(scene, draft) if _office(p) and p not in draft.recipients]
        if not draft.actors:
            draft.actors += _protesters(scene, draft)


def cry(scene: Scene, every: list[Draft]) -> None:
    """Let a crowd that nobody knows be who demands or denounces in a participle behind: «dozens marched, | demanding».

    A statement would have gone on with the last one who spoke.
    """
    crowds = [d for d in every if d.type == _PROTEST and d.verbal and d.actors and not any(map(_of_cast, d.actors))]
    for crowd in crowds:
        for other in every:
            if scene.units.sentence_of[other.first] != scene.units.sentence_of[crowd.first]:
                continue
            if other.first < crowd.last or other.type not in _VOICED or not _many_say(other):
                continue
            if not any(scene.verb(i) for i in range(crowd.last, other.first)):
                other.actors = list(crowd.actors)


def _of_cast(party: Party) -> bool:
    return party.phrase is None or party.phrase.entity.id != ""


def _many_say(other: Draft) -> bool:
    """Say whether a word is an indefinite participle in the plural: «demanding, denouncing»."""
    form = other.hit.form
    return form.pos == "participle" and form.pattern.endswith(OBLIQUE) and not other.hit.definite


def _addressed(scene: Scene, draft: Draft, following: list[Draft]) -> list[Party]:
    number = scene.units.sentence_of[draft.first]
    for other in following:
        if scene.units.sentence_of[other.first] != number or other.first - draft.last > _REACH:
            return []
        if other.type not in _VOICED or not _chorus(scene, other):
            continue
        behind = next((one for one in following if 0 <= one.first - other.last <= _NEXT), None)
        if behind is not None and other.type == _DEMAND and (wanted := _wanted(behind)) is not None:
            named = _others(draft, wanted)
        elif behind is not None and behind.type in _DEEDS and not other.recipients:
            named = _others(draft, behind.actors)  # «in protest against | the killing of … by X»
        else:
            slogan = other.type == _PROTEST and not _aimed(scene, other)
            named = (
                _others(draft, other.recipients)
                or _named(scene, other.last, draft, phrases_only=slogan)
                or (_meant(scene, other.last, draft) if other.type == _PROTEST else [])
            )
        if named:
            return named
    return []


def _wanted(deed: Draft) -> list[Party] | None:
    """Return whom a deed that is demanded would be done to, or who is to leave; nobody where somebody is to be freed.

    None where it is any other deed: whom it is demanded of then stands behind the demand.
    """
    mode = deed.hit.entry.text("mode")
    if mode == _LEAVING:
        return deed.actors or None
    if mode == _FREEING:
        return []
    return deed.recipients or None if deed.type in _AGAINST_THEM else None


def _chorus(scene: Scene, other: Draft) -> bool:
    """Say whether a word can tell what protesters want: no verb of somebody else, but «they demand», «slogans that»."""
    form = other.hit.form
    if other.type == _PROTEST and not (_aimed(scene, other) or other.hit.entry.number("doubt")):
        return False
    if form.pos != "verb":
        return True
    told = scene.words.triggers.get(other.first - 1, NONE)
    voiced = any(hit.entry.number("doubt") or (hit.entry.text("type") == _PROTEST and not hit.definite) for hit in told)
    return form.tense == "present" and (form.number == "p" or voiced)


def _aimed(scene: Scene, other: Draft) -> bool:
    """Say whether a word of protest has a preposition behind it or in it that tells what it is about."""
    particle = scene.words.particle(other.last)
    told = particle is not None and particle.part in _ABOUT
    last = scene.words.particle(other.last - 1)
    return told or (other.last - other.first > 1 and last is not None and last.part in _ABOUT)


def _opposed(scene: Scene, draft: Draft, end: int) -> list[Party]:
    """Return those named behind «against», pelted, cursed in a slogan («down with X») or whom people are angry with."""
    pelts = draft.hit.entry.text("mode") == _RIOT
    for i in range(draft.last, min(scene.units.sentence(draft.first).last, end)):
        particle = scene.words.particle(i)
        part = "" if particle is None else particle.part
        against = particle.last if particle is not None and (part == _AGAINST or (pelts and part == _ON)) else 0
        opposing = scene.at_head.get(i + 1) if scene.told_of(i, _OPPOSING) else None
        if opposing is not None and opposing.slot == "for" and _answers(opposing):
            return _others(draft, [Party("object", opposing)])
        if scene.told_of(i, _ANGER) or (scene.units.norms[i - 1] in QUOTES and scene.told_of(i, _CURSE)):
            against = i + 1
        named = _named(scene, against, draft) if against else []
        if named:
            return named
    return []


def _confronted(scene: Scene, draft: Draft, every: list[Draft]) -> list[Party]:
    """Return with whom the protesters of the sentence clash, whose property they burn, or whom they pelt."""
    number = scene.units.sentence_of[draft.first]
    for other in every:
        if other is draft or scene.units.sentence_of[other.first] != number:
            continue
        crowd = [p for p in other.actors if p.phrase is not None and _protesting(scene, p.phrase)]
        hit: list[Party] = []
        if other.type == _CLASH and crowd:
            sides = (p for p in other.actors if p.phrase is not None and p not in crowd)
            hit = list(sides) if other.symmetric else other.recipients
        elif other.type == _PROTEST and other.hit.entry.text("mode") == _RIOT:
            hit = other.recipients
        if hit:
            return _others(draft, hit)
    return []


def _faced(scene: Scene, draft: Draft) -> list[Party]:
    """Return whose building it is in front of which a protest takes place, or to which a march goes."""
    for phrase in scene.between(draft.last, scene.units.sentence(draft.first).last):
        particle = scene.words.particle_before(phrase.head)
        if particle is None or not _answers(phrase):
            continue
        goal = particle.part == _GOAL and phrase.head < draft.reach and phrase.mention.kind in _BODIES
        if particle.hit.entry.id == IN_FRONT or goal:
            return _others(draft, [Party("in", phrase)])
    return []


def in_front(scene: Scene, draft: Draft) -> bool:
    """Say whether a protest is told with where it stands: «a sit-in | in front of the embassy»."""
    if draft.type != _PROTEST:
        return False
    particles = map(scene.words.particle, range(draft.last, draft.last + _NEXT))
    return any(particle is not None and particle.hit.entry.id == IN_FRONT for particle in particles)


def _named(scene: Scene, low: int, draft: Draft, *, phrases_only: bool = False) -> list[Party]:
    """Return the first of whom something can be demanded within a few tokens of the clause: named or by adjective."""
    end = min(scene.units.sentence(draft.first).last, low + _BEHIND)
    for i in range(low, end):
        if scene.units.norms[i][0] in CLAUSE_ENDS or (i > low and scene.verb(i) and _narrates(scene, i)):
            return []
        phrase = scene.at_head.get(i)
        if phrase is not None and phrases_only and phrase.slot == _PLACE:
            return []  # «raised banners | in front of X»
        if phrase is not None and _answers(phrase):
            return _others(draft, [Party("object", phrase)])
        if not phrases_only and i not in scene.covered and i in scene.words.demonyms:
            return [Party("nisba", hit=scene.words.demonyms[i][0])]
    return []


def _meant(scene: Scene, i: int, draft: Draft) -> list[Party]:
    """Return whose visit or policy a noun with pronoun names that a protest is about: «in protest at | his visit».

    Of a deed the pronoun is the one who suffers it: «at | his arrest».
    """
    sentence = scene.units.sentence(draft.first)
    if i >= sentence.last or not scene.units.surface(i, i + 1).endswith(_PRONOUNS):
        return []
    if any(hit.entry.text("type") in _DEEDS for hit in scene.words.triggers.get(i, NONE)):
        return []
    for phrase in reversed(scene.between(sentence.first, draft.first)):
        if _answers(phrase) and not phrase.joined and agrees(scene, scene.units.norms[i], phrase):
            return _others(draft, [Party("object", phrase)])
    return []


def _office(party: Party) -> bool:
    """Say whether a party is an office: those who gather in front of it also mean it, whatever else they demand."""
    return party.phrase is not None and party.phrase.mention.kind == "office"


def _narrates(scene: Scene, i: int) -> bool:
    """Say whether a verb goes on with the story: none in the present, nor behind «what», as in «what they called»."""
    before = scene.words.particle_before(i)
    named = before is not None and before.hit.entry.id == WHAT
    return not named and all(hit.form.tense == "past" for hit in scene.hits.verbs(i))


def _others(draft: Draft, parties: list[Party]) -> list[Party]:
    """Return parties without those who protest themselves."""
    actors = {party.phrase.entity.id for party in draft.actors if party.phrase is not None and party.phrase.entity.id}
    return [p for p in parties if p.phrase is None or p.phrase.entity.id not in actors]


def _answers(phrase: Phrase) -> bool:
    """Say whether a demand can be addressed to a phrase: people, bodies, states."""
    return phrase.mention.kind in _ADDRESSED or phrase.entity.sector is not None


def _protesters(scene: Scene, draft: Draft) -> list[Party]:
    """Return the people of the sentence whose name says that they protest."""
    sentence = scene.units.sentence(draft.first)
    for phrase in scene.between(sentence.first, sentence.last):
        if _protesting(scene, phrase):
            return [Party("subject", phrase)]
    return []


def _protesting(scene: Scene, phrase: Phrase) -> bool:
    """Say whether the name of people says that they protest."""
    tokens = range(phrase.first, phrase.last) if phrase.mention.kind == "group" else ()
    return any(hit.entry.text("context") == _CROWD for i in tokens for hit in scene.hits.at(i, "context"))
