"""People whom the cast does not know behind the preposition that a deed asks for: «let go | of two sailors».

«Met | with leaders in the party», «asked | of the farmers». A bare noun behind a verb is taken whoever it is; behind a
preposition a noun is often a thing, so that only deeds are asked that are mostly done to somebody.
"""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, LAM, OBLIQUE, fold_word
from musnad.arabic.cases import nominative
from musnad.arabic.letters import ALEF, NUN, TA, WAW, YA
from musnad.events.draft import HARMING, OTHER, SEIZING, Draft, Party
from musnad.events.parts import with_whole, without_and
from musnad.events.phrases import Phrase
from musnad.events.scene import Scene
from musnad.events.unnamed import (
    OF,
    are_people,
    construct,
    counted,
    definite,
    indefinite,
    owned,
    several,
    unnamed_phrase,
)
from musnad.events.words import FOLLOWERS, NONE

_JUDGING = frozenset({"ACCUSE", "SUPPORT"})
_NEAR = 8  # tokens from a deed to the preposition of whom it is done to
_UNIT = "time_unit"
_PLURAL = (ALEF + TA, YA + NUN)
_SOMEBODY = ("source_noun", "body", "role", "group", "adjective")  # the kinds of words in «ات» that are people
_LETTERS = tuple(letter for letter in BA | LAM if letter)
_ADDRESSED, _MEETING, _ASKING = frozenset({"REQUEST", "THREATEN"}), "CONSULT", "REQUEST"
_PHONE, _OUTLET, _MEDIUM = "phone", "outlet", "medium"
_NO_ONE = "no_one"  # the context of things that are nobody
_BESIDE = frozenset({"companions", FOLLOWERS})  # the contexts of those who are with somebody: his brother, his guards
_BODIES = frozenset({"body", "press", "source_noun"})  # the kinds of words for bodies
_COLLECTIVES = frozenset({"organisation", "group", "office"})
_ARREST, _RELEASE = "arrest", "release"  # modes
_HELP, _ABOUT, _VIOLENT = "AID", "approximate", "ASSAULT"
_TO_WHOM = frozenset({"for", "to", "on"})
_FOR = tuple(letter for letter in LAM if letter)
_GOODS = ("vessel", "aircraft", "assets")  # contexts of what is released as people are: ships, accounts
_BY_MODE = {_ARREST: "on", _RELEASE: "about"}
_BY_TYPE = {
    "ACCUSE": "with",
    "AGREE": "with",
    "AID": "on",
    "ASSAULT": "to",
    "CONSULT": "with",
    "COOPERATE": "with",
    "REQUEST": "from",
    "SANCTION": "on",
    "SUPPORT": "with",
}
"""The preposition, by type, behind which somebody stands rather than something."""
_VERBAL = frozenset({"AGREE", "REQUEST"})  # types whose nouns have somebody else behind it: «the demand | of many»


def add_stranger(scene: Scene, draft: Draft, low: int, high: int) -> None:
    """Add who stands, unknown to the cast, behind the preposition that a deed asks for, where nobody else does."""
    mode = draft.hit.entry.text("mode")
    slot = _BY_MODE.get(mode) or _BY_TYPE.get(draft.type, "")
    if draft.type == _HELP:
        _add_helped(scene, draft, low, high)
    if not slot or slot not in (draft.actor_slots if draft.symmetric else draft.recipient_slots):
        return
    if (draft.type in _VERBAL and not draft.verbal) or (draft.type == _MEETING and mode == _PHONE):
        return
    if any(party.slot in {slot, "object", "between"} for party in draft.parties):
        return
    for i in range(low, min(high, low + _NEAR)):
        particle = scene.words.particle(i)
        if particle is not None and particle.part == slot and i not in scene.covered:
            apart = i > low and i - 1 not in scene.covered and i - 1 not in scene.timed
            held = scene.hits.has(i - 1, "bound_preposition") or (draft.type == _ASKING and apart)
            held = held or (mode == _RELEASE and any(scene.told_of(particle.last, thing) for thing in _GOODS))
            at = particle.last + scene.words.shows(particle.last)
            stranger = None if held else _stranger(scene, at, owned_too=False)
            if stranger is not None and stranger.last <= high:
                draft.parties.append(Party(slot, stranger))
            return
        if i in scene.covered:
            continue
        if _asked_for(scene, draft, i) or (i > low and (scene.verb(i) or scene.words.is_event_noun(i))):
            return


def _add_helped(scene: Scene, draft: Draft, low: int, high: int) -> None:
    """Add the people whom help reaches that a number tells, «about» before it or not: «help for | some 900 men»."""
    if any(party.slot in draft.recipient_slots for party in draft.parties):
        return
    for i in range(low, min(high, low + _NEAR)):
        about = next(iter(scene.hits.at(i, _ABOUT)), None)
        before = scene.words.particle_before(i)
        ruled = (before is not None and before.part in _TO_WHOM) or scene.units.norms[i - 1] in _FOR
        ruled = ruled or (about is not None and about.prefix in _FOR)
        at = i if about is None else about.last
        more = scene.words.particle(at)
        at = more.last if about is not None and more is not None and more.part == OF else at  # «for more | than 900»
        people = _numbered(scene, at) if ruled else None
        if people is not None:
            draft.parties.append(Party("for" if "for" in draft.recipient_slots else "on", people))
            return


def _numbered(scene: Scene, i: int) -> Phrase | None:
    """Return the people that a number at a token counts, whether the cast has the last words of them or none."""
    numbered = i < len(scene.units) and (i in scene.words.numbers or scene.units.norms[i].isdigit())
    known = next((scene.covered[k] for k in (i, i + 1) if numbered and k in scene.covered), None)
    if known is None:
        return counted(scene, i) if numbered else None
    people = known.mention.kind == "group" and not known.joined
    return unnamed_phrase(scene, i, known.last, rule="events.counted") if people else None


def _asked_for(scene: Scene, draft: Draft, i: int) -> bool:
    """Say whether what is demanded starts at a token, behind which «from» is its own: «demand freedom | from X»."""
    particle, norms = scene.words.particle(i), scene.units.norms
    opens = norms[i] in BA or (norms[i][0] in BA and scene.prefixed(i) and particle is None)
    return draft.type == _ASKING and (opens or (particle is not None and particle.part in {"by", "to"}))


def add_judged(scene: Scene, draft: Draft) -> None:
    """Add the people in the plural whom somebody praises or blames with «by» written onto them: «praised | the guards».

    What is praised or blamed is mostly a thing; the ending of a participle tells that it is people.
    """
    if draft.type not in _JUDGING or "by" not in draft.recipient_slots:
        return
    if any(party.slot in {"by", "object"} for party in draft.parties):
        return
    for i in range(draft.last, min(draft.reach, draft.last + _NEAR)):
        if i in scene.covered:
            continue
        if scene.verb(i) or scene.words.is_event_noun(i) or scene.words.is_particle(i):
            return
        norm = scene.units.norms[i]
        if norm[0] in BA and norm.startswith(ARTICLE, 1) and are_people(norm[1:]):
            people = unnamed_phrase(scene, i, i + 1)
            name = nominative(scene.units.surface(i, i + 1).strip()[1:])
            mention = replace(people.mention, rule=OTHER, name=name)
            entity = replace(people.entity, name=name)
            draft.parties.append(Party("by", people._replace(mention=mention, entity=entity)))
            return


def strange_object(scene: Scene, draft: Draft, subject: Phrase, at: int) -> list[Phrase]:
    """Return the noun without article at a token behind a subject, whom a verb of people is done to: «met | leaders».

    An ending of manner («in secret») is left out, and «a year» in jail. Behind an indefinite subject a noun may be in
    its idafa: «a specialist | of eyes».
    """
    addressed = draft.type in _ADDRESSED and "object" in draft.recipient_slots
    met = draft.type == _MEETING and "object" in draft.actor_slots
    taken = draft.hit.entry.text("mode") in SEIZING and draft.hit.form.number != "d"
    if draft.hit.suffix or not (addressed or met or taken):
        return []
    end = scene.units.sentence(draft.first).last
    while at < end and at in scene.timed:
        at += 1
    norm = scene.units.norms[at] if at < end else ""
    if not norm or norm.startswith((ARTICLE, AND, *_LETTERS)) or norm.endswith(ALEF):
        return []
    if not (subject.mention.proper or scene.units.norms[subject.last - 1].startswith(ARTICLE)):
        return []
    stranger = None if scene.hits.has(at, _UNIT) else _stranger(scene, at)
    named = subject.mention.proper is not None and subject.mention.kind == "person"
    alone = stranger is not None and stranger.last == at + 1 and not (owned(scene, at) or norm.endswith(_PLURAL))
    return [] if stranger is None or (named and alone) else [stranger]  # it may be his family name


def _stranger(scene: Scene, i: int, *, owned_too: bool = True) -> Phrase | None:
    """Return the people at a token whom the cast does not know, with the body that they are of."""
    if i >= len(scene.units) or i in scene.covered or i in scene.timed or scene.told_of(i, _NO_ONE):
        return None
    if scene.words.is_event_noun(i) or scene.words.is_particle(i) or scene.told_of(i, _OUTLET):
        return None
    if scene.hits.has(i, _MEDIUM, "bound_preposition"):
        return None
    norm = scene.units.norms[i]
    if norm.startswith(ARTICLE) and norm.endswith(ALEF + TA) and not scene.hits.has(i, *_SOMEBODY):
        return None  # «is in keeping with | the specifications»
    people = counted(scene, i) or definite(scene, i) or several(scene, i) or construct(scene, i) or indefinite(scene, i)
    if people is None:
        return None
    if owned(scene, i):
        named, last = scene.at_head.get(people.last), people.last
        if named is not None and named.head == last and not (named.slot or named.joined):
            return named  # «with its neighbour | Armenia»
        if any(hit.definite for hit in scene.words.demonyms.get(last, NONE)):
            people = unnamed_phrase(scene, i, last + 1)  # «with their French colleagues»
        elif not owned_too and last == i + 1:
            return None  # «through it»
    people = people if people.definite else with_whole(scene, people)
    return people._replace(mention=replace(people.mention, rule=OTHER))


def joined_things(scene: Scene, draft: Draft, phrase: Phrase) -> list[Phrase]:
    """Return what «and» joins, unlisted too, to what an attack hit: «bombed the houses | and the schools»."""
    found, last = list[Phrase](), phrase.last
    if draft.type != _VIOLENT or phrase.entity.id or phrase.mention.rule.endswith("counted"):
        return found
    while last < scene.units.sentence(phrase.first).last and _goes_on(scene, last, definite=phrase.definite):
        other = without_and(unnamed_phrase(scene, last, last + 1))
        found.append(other._replace(mention=replace(other.mention, rule=phrase.mention.rule)))
        last += 1
    return found


def _goes_on(scene: Scene, i: int, *, definite: bool) -> bool:
    """Say whether «and» at a token joins a noun to the one before it, both with the article or both as objects."""
    norm = scene.units.norms[i]
    if not norm.startswith(AND) or not scene.plain(i) or scene.verb(i) or scene.words.is_event_noun(i):
        return False
    bare = norm.removeprefix(AND)
    ends = bare.endswith((ALEF, ALEF + TA, OBLIQUE)) and not bare.endswith(WAW + ALEF)
    return bare.startswith(ARTICLE) if definite else ends and not bare.startswith(ARTICLE)


def joined(scene: Scene, draft: Draft, phrase: Phrase, last: int) -> Phrase | None:
    """Return who suffers with those before a token though the cast does not know him: «X | and his brother»."""
    done = draft.type in HARMING or draft.hit.entry.text("mode") == _RELEASE
    if not done or draft.hit.suffix or last >= len(scene.units) or last in scene.covered:
        return None
    if not scene.units.norms[last].startswith(AND):
        return None
    others = companions(scene, last) or counted(scene, last)
    if others is None or scene.verb(others.last):
        return None
    listed = phrase.mention.rule.endswith("counted") and scene.units.norms[last].removeprefix(AND).isdigit()
    if not (listed or owned(scene, others.last - 1)):
        return None  # «three of | his guards» are with him, «and three people» may be of another deed
    return without_and(others)


def _joins(scene: Scene, i: int) -> bool:
    """Say whether «and» stands at a token with a word of no list, and opens no sentence."""
    inside = i < len(scene.units) and i not in scene.covered and i > scene.units.sentence(i).first
    return inside and scene.units.norms[i].startswith(AND)


def companions(scene: Scene, i: int) -> Phrase | None:
    """Return whom «and» at a token joins to somebody as his own: «X | and his brother», «France | and its allies»."""
    if not _joins(scene, i) or not scene.contexts_at(i) & _BESIDE or scene.verb(i + 1):
        return None
    own = without_and(unnamed_phrase(scene, i, i + 1))
    return own._replace(mention=replace(own.mention, rule=OTHER))


def serving(scene: Scene, i: int) -> Phrase | None:
    """Return somebody of a body whom «and» at a token joins to people as unnamed: «an officer | and a clerk of X»."""
    if not _joins(scene, i):
        return None
    closed = not scene.plain(i) or scene.words.is_event_noun(i) or scene.units.norms[i][1:].startswith(_LETTERS)
    whole = None if closed else with_whole(scene, unnamed_phrase(scene, i, i + 1))
    return without_and(whole) if whole is not None and whole.last > i + 1 else None


def bodies(scene: Scene, phrase: Phrase, i: int) -> Phrase | None:
    """Return the bodies or people whom «and» at a token joins to definite ones: «the firms | and the banks»."""
    norms = scene.units.norms
    if not _joins(scene, i) or not norms[i].startswith(AND + ARTICLE):
        return None
    whole = phrase.mention.kind in _COLLECTIVES and fold_word(phrase.entity.name).startswith(ARTICLE)
    plural = any(hit.kind in _BODIES and hit.form.number == "p" for hit in scene.hits.at(i))
    if not whole or not (plural or are_people(norms[i].removeprefix(AND))) or scene.words.is_event_noun(i):
        return None
    described = definite(scene, i + 1)  # «and the quarters | concerned»
    joint = without_and(unnamed_phrase(scene, i, i + 1 if described is None else described.last))
    return None if scene.verb(joint.last) else joint._replace(mention=replace(joint.mention, rule=OTHER))
