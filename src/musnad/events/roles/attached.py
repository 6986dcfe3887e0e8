"""Who stands with a preposition around a trigger, and to whom of several triggers he belongs."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, LAM
from musnad.arabic.letters import ALEF
from musnad.events.draft import FALLEN, HARMING, Draft, Party
from musnad.events.parts import some_more, with_whole
from musnad.events.phrases import Phrase, of_role, unknown
from musnad.events.roles.cast_roles import DEEDS
from musnad.events.roles.nearer import belongs_nearer, by_participle, of_participle, pays
from musnad.events.roles.resumed import beyond, lone, resumed
from musnad.events.roles.strangers import bodies, companions, joined, joined_things, serving
from musnad.events.scene import CLAUSE_ENDS, COMMAS, Scene
from musnad.events.unnamed import counted, definite, indefinite, owned
from musnad.events.words import NONE, PREPOSITIONS, Particle

_BODIES = frozenset({"organisation", "office"})
_UNDERGOING = frozenset({"object", "idafa"})
_SUFFERING = _UNDERGOING | {"on", "about"}  # slots of whom a deed is done to
_ACCOMPANIED = _SUFFERING | {"subject", "with", "between", "against", "agent"}  # of whom his own people may be told
_FIGHTERS = 3  # tokens of «ten of the militia»
_ROLES = frozenset({"person", "group"})  # what a role is, known to the cast or not
_FOR_WHOM = frozenset({"about"})  # prepositions of whom somebody sits for; behind «in» may stand where a subject was
_TIES = _FOR_WHOM | {"in", "by"}
_ASKING = "REQUEST"
_SIGNED = "AGREE"
_MEETING, _PHONE = "CONSULT", "phone"
_ACCUSING = "ACCUSE"
_AGENT, _MEANS, _THROUGH = "agent", "particle.agent_means", "particle.agent_through"
_VIOLENT = "ASSAULT"
_VISIT = "visit"  # a mode
_ACTED_ON = "acted_on"  # the context of seats, posts, houses
_CAPITAL = "place_head.capital"
_TOWARDS = frozenset({"to", "for"})
_AIMED = frozenset({"on", "against", "to"})
_LONGEST_TARGET = 5  # tokens of an unnamed target up to who owns it
HIT = "hit"
"""The slot of whom an attack hit, whatever the frame of its word."""
OWNER = "owner"
"""The slot of whose the target is that an attack hit: «the attack» on it may be the one told before."""
_TO_CHAIR = 18  # tokens from a meeting to who chairs it
_BROUGHT = "brought"  # «a meeting | that brought together X and Y, that X attended»
_TO_VERB = 2  # tokens of adjectives between a meeting and that verb
BROUGHT_HIM = "brought_him"
"""The context of «a meeting | that brought him together with X»."""
_CHAIRED = "chaired"
_ATTENDED = frozenset({_CHAIRED, _BROUGHT, BROUGHT_HIM})
_ALONG = frozenset({"accompanied"})
_SEATED = frozenset({"person", "office", "organisation", "group"})
_BORDER, _PROTEST = "border", "PROTEST"
_TOWNS = frozenset({"capital", "city", "town"})  # the kinds of places to which somebody goes
_LONGEST_ASIDE = 20  # tokens of a relative clause between commas


def add(scene: Scene, draft: Draft, slot: str, phrase: Phrase) -> None:
    """Add a phrase and those joined to it."""
    for link in (*scene.chain(phrase), *beyond(scene, phrase)):
        if _owns_too(phrase, link):
            continue
        apart = slot == "subject" and link is not phrase and _as_object(scene, draft, phrase, link)
        own = "object" if apart else slot
        one = _headed(scene, draft, link) if own in _UNDERGOING else link
        one = _named(scene, own, one)
        one = one._replace(doubted=True) if phrase.doubted else one
        if one.slot and scene.units.norms[one.head] in LAM:
            one = one._replace(first=one.head)  # «of | «X»» has no noun before its name
        if all(party.phrase is not one for party in draft.parties):
            draft.parties.append(Party(own, one))
    last = scene.chain(phrase)[-1].last
    suffers = slot in draft.recipient_slots and (slot in _SUFFERING or draft.level == FALLEN)
    beside = joined(scene, draft, phrase, last) if suffers else None
    if beside is None and slot in _ACCOMPANIED:
        beside = companions(scene, last) or (serving(scene, resumed(scene, phrase)) if lone(scene, phrase) else None)
    beside = beside or some_more(scene, last)
    things = joined_things(scene, draft, phrase) if slot == "object" and beside is None else []
    beside = beside if beside is not None or things else bodies(scene, phrase, last)
    if beside is not None:
        draft.parties.append(Party(slot, beside._replace(doubted=phrase.doubted)))
    draft.parties += (Party(slot, one) for one in things)


def _owns_too(phrase: Phrase, link: Phrase) -> bool:
    """Say whether a short name behind counted fighters is of whose they are: «ten of the militia of X | and Y»."""
    counted_of = phrase.mention.rule.endswith("counted") and phrase.last - phrase.first > _FIGHTERS
    return counted_of and link is not phrase and link.mention.kind == "person" and link.last == link.first + 1


def _as_object(scene: Scene, draft: Draft, phrase: Phrase, link: Phrase) -> bool:
    """Say whether who is joined to a subject has the ending of an object: «X killed those two | and a third man»."""
    verbal = draft.verbal and not draft.passive and "object" in draft.recipient_slots
    counted = phrase.mention.rule.endswith("counted")  # «freed | twenty women and a child»: all of them
    named = link.mention.proper is not None or owned(scene, link.first)  # «X | and her allies»
    return verbal and not (counted or named) and scene.units.norms[link.first].endswith(ALEF)


def _named(scene: Scene, slot: str, phrase: Phrase) -> Phrase:
    """Return the name that a lone role announces behind the body it is of: «the member | for the party | X»."""
    alone = phrase.last == phrase.first + 1 and phrase.mention.proper is None and phrase.entity.number != "p"
    if not (alone and scene.units.norms[phrase.first].startswith(ARTICLE) and phrase.mention.kind in _ROLES):
        return phrase
    body = next((scene.at_head[i] for i in (phrase.last, phrase.last + 1) if i in scene.at_head), None)
    ties = _TIES if slot in _UNDERGOING else _FOR_WHOM
    if body is None or body.slot not in ties or body.mention.kind not in _BODIES or body.joined:
        return phrase
    name = scene.at_head.get(body.last)
    proper = name is not None and name.mention.kind == "person" and name.mention.proper is not None
    return name if name is not None and proper and not name.slot and name.head == name.first else phrase


def _headed(scene: Scene, draft: Draft, phrase: Phrase) -> Phrase:
    """Return who is killed or taken by an unlisted noun before a name: «the killing of | the sons of X», not of X."""
    headed = draft.last == phrase.head == phrase.first - 1 and phrase.mention.kind != "group" and not draft.verbal
    unlisted = headed and scene.plain(phrase.head) and not scene.hits.has(phrase.head, "one_of", "demonstrative")
    if not (unlisted and draft.takes_people):
        return phrase
    name = f"{scene.units.surface(phrase.head, phrase.first).strip()} {phrase.entity.name}"
    span = scene.units.span(phrase.head, phrase.last)
    return unknown((phrase.head, phrase.last), span, name, rule="events.counted")


def prepositional(scene: Scene, draft: Draft, low: int, high: int) -> None:
    """Add the phrases with a preposition in `[low, high)`, up to the next trigger."""
    for phrase in scene.between(low, high):
        inside = any(p.phrase is not None and p.phrase.first < phrase.head < p.phrase.last for p in draft.parties)
        if (
            inside
            or phrase.slot not in PREPOSITIONS
            or phrase.joined
            or scene.hits.has(phrase.head - 1, "cue_preposition")
        ):
            continue  # «a patrol | of the army» is one; «according | to a reporter»
        if by_participle(scene, draft, phrase):
            continue
        if belongs_nearer(scene, draft, low, phrase):
            draft.parties += [Party("idafa", phrase)] * pays(draft, phrase)
            continue
        governs = owns(scene, low, phrase)
        if governs is not None:
            aimed = _AIMED if draft.type == _VIOLENT else frozenset[str]()
            hit = governs.part in aimed or (governs.part == "in" and "in" in draft.recipient_slots)
            if hit and not foreign(scene, draft, phrase):
                add(scene, draft, OWNER, phrase)  # «an attack on | a base | of the rebels»: they are hit
            continue
        told = phrase.mention.kind == "person" and phrase.mention.subkind == "source" and draft.type == _MEETING
        counted_of = "from" not in draft.recipient_slots and _of_number(scene, phrase)
        of_body = draft.symmetric and _of_body(scene, draft, phrase)
        if told or counted_of or of_body or of_role(scene.at_last.get(phrase.head), phrase):
            continue  # «visits Y, according | to a source»
        blamed = draft.type == _ACCUSING and _blamed_already(scene, draft, low, phrase)
        if blamed or _of_a_noun(scene, draft, phrase):
            continue
        asked = phrase.slot == "from" and draft.verbal and draft.type == _ASKING
        if not (foreign(scene, draft, phrase) or (asked and _demanded(scene, low, phrase))):
            add(scene, draft, phrase.slot, phrase)
    if _AGENT in draft.actor_slots and draft.type in DEEDS and all(p.slot != _AGENT for p in draft.parties):
        _unnamed_agent(scene, draft, low, high)


def _of_a_noun(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether a phrase belongs to a noun before it: «clashes on the border | with X», «promised to go | to X»."""
    if draft.type == _PROTEST and phrase.slot == "for" and phrase.head > draft.last:
        return True  # «a strike | of the teachers», no «a march against, hostile | to the government»
    if phrase.slot == "with" and phrase.head > 1 and scene.told_of(phrase.head - 2, _BORDER):
        return True
    if draft.type != _SIGNED or phrase.slot != "to" or phrase.mention.subkind not in _TOWNS:
        return False
    return any(i not in scene.covered and scene.prefixed(i) for i in range(draft.last, phrase.head - 1))


def _unnamed_agent(scene: Scene, draft: Draft, low: int, high: int) -> None:
    """Take who did a deed though the cast does not know him: «was shot by | the occupation», «was held by | a gang».

    Behind «by the bullets of, on the part of» an indefinite noun is no one, and «through» comes a thing.
    """
    for i in range(low, high):
        particle = scene.words.particle(i)
        if particle is None or particle.part != _AGENT or particle.hit.entry.id == _THROUGH:
            continue
        at = particle.last
        if i > draft.last and of_participle(scene, i):
            continue
        means = particle.hit.entry.id == _MEANS
        doer = None if at in scene.at_head else definite(scene, at) or (None if means else _some(scene, at))
        if doer is not None and not foreign(scene, draft, doer):
            add(scene, draft, _AGENT, doer)
        return


def _some(scene: Scene, i: int) -> Phrase | None:
    """Return the indefinite noun at a token with the body that it is of: «by | a leader | in the movement»."""
    phrase = indefinite(scene, i)
    return None if phrase is None else with_whole(scene, phrase)


def _of_body(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether a phrase right behind a body says whose it is: «met with the committee | of the teachers»."""
    body = scene.at_last.get(phrase.head)
    with_it = body is not None and body.mention.kind in _BODIES and body.first >= draft.last
    return with_it and phrase.slot == "for" and phrase.head == phrase.first


def _of_number(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a phrase behind «of» only says of whom some are counted: «the army killed in the raid six | of X»."""
    people = counted(scene, phrase.head - 2) if phrase.slot == "from" and phrase.head > 1 else None
    return people is not None and people.last >= phrase.last


def _blamed_already(scene: Scene, draft: Draft, low: int, phrase: Phrase) -> bool:
    """Say whether «to» tells what somebody is accused of, who stands before: «accusations to X | of inclining to Y»."""
    return phrase.slot == "to" and any(p.slot == "to" for p in draft.parties) and _demanded(scene, low, phrase)


def turn_to_target(scene: Scene, draft: Draft, low: int) -> None:
    """Let whose the target is be hit where a verb tells what a noun of attack hit: «a raid hit | a post of the guards».

    Whom those belong to takes no part.
    """
    at = draft.first - 1
    near = draft.type == _VIOLENT and at >= scene.units.sentence(draft.first).first
    verbs = scene.words.supports.get(at, NONE) if near else NONE
    hits = any(hit.entry.text("subject") == "event" and hit.entry.text("object") == "recipient" for hit in verbs)
    if not hits or not scene.verb(at):
        return
    for party in draft.parties:
        if party.slot == "idafa" and party.phrase is not None and party.phrase.head < party.phrase.first:
            draft.parties = [replace(p, slot=OWNER) if p is party else p for p in draft.parties]
            return  # «an attack hit | the house of X»
    owned = (p.phrase for p in draft.parties if p.slot == "for" and p.phrase is not None)
    behind = (phrase for phrase in owned if phrase.head > low and scene.plain(phrase.head - 1))
    owner = owner_of_target(scene, low, draft.reach) or next(behind, None)
    if owner is not None:
        draft.parties = [party for party in draft.parties if party.slot != "for"]
        add(scene, draft, OWNER, owner)


def _demanded(scene: Scene, low: int, phrase: Phrase) -> bool:
    """Say whether what is demanded stands before «from»: «demanded | the withdrawal of the troops | from Syria»."""
    for i in range(low, phrase.head - 1):
        particle = scene.words.particle(i)
        if particle is not None and particle.part in {"by", "to"}:
            return True
        joined = i not in scene.covered and scene.units.norms[i].startswith(tuple(BA)) and scene.prefixed(i)
        if joined and not scene.words.is_particle(i):  # no «in a | manner»
            return True
    return False


def aimed_of(draft: Draft) -> Party | None:
    """Return whom a deed is done to that stands with «of» right behind a masdar with pronoun: «its invasion | of X»."""
    harms = draft.type in HARMING and draft.level != FALLEN and draft.hit.form.pos == "masdar"
    if not harms or "object" not in draft.recipient_slots:
        return None
    return next((p for p in draft.parties if p.slot == "for" and p.phrase and p.phrase.head == draft.last), None)


def resumes(scene: Scene, comma: int) -> int:
    """Return where a clause goes on behind a relative clause between commas, 0 if it does not.

    «X, who visits Y, | with Z»: what goes on starts with a preposition or a phrase.
    """
    apart = comma < len(scene.units) and scene.units.norms[comma][0] in "،,"
    behind = behind_relative(scene, comma) if apart else 0
    return behind if behind and (behind in scene.at_head or scene.is_preposition(behind)) else 0


def behind_relative(scene: Scene, comma: int) -> int:
    """Return the token behind the comma of a relative clause that opens at a token, or at the comma there; else 0."""
    units = scene.units
    opens = comma + 1 if comma < len(units) and units.norms[comma][0] in "،," else comma
    particle = scene.words.particle(opens) if opens < len(units) else None
    if particle is None or particle.part != "relative":
        return 0
    for i in range(particle.last, min(units.sentence(comma).last - 1, comma + _LONGEST_ASIDE)):
        if units.norms[i][0] in CLAUSE_ENDS:
            return i + 1 if units.norms[i][0] in "،," else 0
    return 0


def host(scene: Scene, draft: Draft) -> None:
    """Add the state whose capital somebody visits that only its adjective names: «a visit to | the Kenyan capital»."""
    if draft.symmetric or draft.hit.entry.text("mode") != _VISIT:
        return
    if any(party.slot in draft.recipient_slots for party in draft.parties):
        return
    for i in range(draft.last, min(draft.reach, len(scene.units) - 1)):
        seat = i not in scene.covered and any(hit.entry.id == _CAPITAL for hit in scene.hits.at(i, "place_head"))
        land = next((hit for hit in scene.words.demonyms.get(i + 1, NONE) if hit.definite), None) if seat else None
        before = scene.words.particle_before(i)
        if land is not None and (before is None or before.part in _TOWARDS):
            draft.parties.append(Party("to", hit=land))
            return


def chair(scene: Scene, draft: Draft) -> None:
    """Add who chairs or attends a meeting, or goes along on a visit, however far behind it: «met, | chaired by X»."""
    visits = draft.hit.entry.text("mode") == _VISIT and "subject" in draft.actor_slots
    if draft.type != _MEETING or not (draft.symmetric or visits):
        return
    told = _ATTENDED if draft.symmetric else _ALONG
    for i in range(draft.last, min(scene.units.sentence(draft.first).last, draft.last + _TO_CHAIR)):
        by = next((hit for hit in scene.hits.at(i, "context") if hit.entry.text("context") in told), None)
        brought = by is not None and by.entry.text("context") != _CHAIRED
        brought = brought and (i - draft.last <= _TO_VERB or owned(scene, i))  # «a meeting in Y today | X attended it»
        if scene.units.norms[i][0] in ".؛:" or ((scene.verb(i) or _meets(scene, i)) and not brought):
            return
        if by is not None and by.entry.text("context") == _BROUGHT and not brought:
            by = None
        phrase = None if by is None else scene.at_head.get(by.last) or scene.at_head.get(i)
        if phrase is not None and (phrase.mention.kind in _SEATED or (draft.symmetric and _is_state(phrase))):
            draft.parties = [party for party in draft.parties if party.phrase is not phrase]
            add(scene, draft, "with" if phrase.slot and draft.symmetric else "subject", phrase)
            return


def _is_state(phrase: Phrase) -> bool:
    return phrase.mention.kind == "place" and phrase.entity.sector is not None


def _meets(scene: Scene, i: int) -> bool:
    """Say whether a word of another meeting stands at a token."""
    return any(hit.entry.text("type") == _MEETING for hit in scene.words.triggers.get(i, NONE))


def owns(scene: Scene, low: int, phrase: Phrase) -> Particle | None:
    """Return what governs the unnamed target or place that a phrase behind «of» owns, None where it owns none.

    «An attack | on | a barracks | of the army».
    """
    i = phrase.head
    if phrase.slot != "for":
        return None
    while i > low:
        built = _built_from(scene, i)
        if built is None and not (scene.plain(i - 1) or _adjective(scene, i - 1)):
            break
        i = i - 1 if built is None else built
    governs = scene.words.particle_before(i) if low < i < phrase.head else None
    return governs if governs is not None and governs.part in PREPOSITIONS else None


def _built_from(scene: Scene, i: int) -> int | None:
    """Return where a word for a seat or post starts that ends before a token: «a camp, a checkpoint | of the army»."""
    starts = scene.words.context_ends.get(i, ())
    return next((k for k in starts if scene.told_of(k, _ACTED_ON) and k not in scene.covered), None)


def _ends_post(scene: Scene, i: int, phrase: Phrase) -> bool:
    """Say whether a post that a phrase may own ends with a token: «a point of inspection | of the army»."""
    if _built_from(scene, i + 1) in {None, i}:
        return False
    return not any(scene.units.norms[k] in COMMAS for k in range(i, phrase.head))


def owner_of_target(scene: Scene, low: int, high: int) -> Phrase | None:
    """Return who owns the unnamed target behind a verb that tells what was hit: «hit | a patrol | of the army»."""
    for i in range(low, min(high, low + _LONGEST_TARGET)):
        phrase = scene.at_head.get(i)
        if phrase is not None:
            return phrase if i > low and phrase.slot == "for" and phrase.head == phrase.first else None
        object_ends = i > low and scene.units.norms[i].endswith(ALEF) and scene.units.norms[i - 1].endswith(ALEF)
        if (scene.verb(i) and not object_ends) or scene.words.is_particle(i) or not scene.units.is_word(i):
            return None  # «a house | that belongs to X» is written like «they followed»
    return None


def _adjective(scene: Scene, i: int) -> bool:
    """Say whether a token is an unlisted word with article: «on the sites | belonging | to X»."""
    return scene.units.norms[i].startswith(ARTICLE) and i not in scene.covered and i not in scene.words.known


def foreign(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether another event's noun stands between the trigger and a phrase, which then belongs to that one."""
    low, high = sorted((draft.last, phrase.head))
    if phrase.head < draft.first:
        low, high = phrase.last, draft.first
    for i in range(low, high):
        if i == draft.first or i in scene.covered or scene.words.is_particle(i) or i in scene.words.inner:
            continue
        if phrase.slot == "for" and _ends_post(scene, i, phrase):
            continue
        if scene.units.norms[i].startswith(AND) and i >= draft.last and _carries(scene, i):
            return True
        for hit in scene.words.triggers.get(i, NONE):
            own = hit.entry.text("type") == draft.type == _SIGNED  # «the signing of the deal by»
            own = own or hit.prefix in BA  # «attacked with | bullets»: what it is done with
            meets = hit.entry.text("type") == _MEETING
            own = own or (
                meets and draft.type == _MEETING and hit.entry.text("mode") == _PHONE
            )  # «talks on | the phone»
            own = own or (meets and draft.verbal and draft.level == HIT)  # «the raid hit | a meeting | of X»
            event = hit.form.pos != "verb" and not hit.entry.texts("support")  # «aircraft» is one when they are sent
            if event and hit.first >= draft.last and not own:
                return True
    return False


def _carries(scene: Scene, i: int) -> bool:
    """Say whether another masdar that carries an event starts at a token: «meeting X | and strengthening work with»."""
    return any(hit.form.pos == "masdar" and hit.entry.flag("general") for hit in scene.words.supports.get(i, NONE))
