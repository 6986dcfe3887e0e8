"""Who stands where around a noun or masdar: idafa, demonym, prepositions, the verb that carries it."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, BARE, JOINED, LAM
from musnad.arabic.letters import ALEF, HA, TA, YA
from musnad.events import unnamed
from musnad.events.draft import FALLEN, HARMING, SEIZING, UNDERGONE, Draft, Party
from musnad.events.parts import some_of, with_whole
from musnad.events.phrases import Phrase
from musnad.events.roles import machines
from musnad.events.roles.attached import add, aimed_of, chair, foreign, host, prepositional, turn_to_target
from musnad.events.roles.attending import add_attendant, add_owner
from musnad.events.roles.carried import take_subject
from musnad.events.roles.carriers import carrier, claimed, relative, support_at
from musnad.events.roles.hitting import behind_hit, qualifies
from musnad.events.roles.idafa import behind_pair, done_to, gathering_of, in_idafa, object_follows
from musnad.events.roles.pronouns import add_held, means_all, noun_meant
from musnad.events.roles.strangers import add_stranger
from musnad.events.roles.suffering import target_at
from musnad.events.roles.visitors import add_visitor
from musnad.events.scene import QUOTES, Scene
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE

_VIOLENT = "ASSAULT"
_AIMED = frozenset({_VIOLENT, "SANCTION", "ACCUSE"})
_HELP = "AID"
_HELD = SEIZING | {"release"}
_SITES = frozenset(f"place_head.{site}" for site in ("base", "airport", "port", "prison", "camp", "mosque"))
_FROM = ("from",)  # whom a place is taken from
_HYPHENS = frozenset("-–—/")
_ABSTRACT = "abstract_foe"
_ASIDE = 5  # tokens of a day in brackets between a masdar with pronoun and its object
_FAR = 9  # tokens from «came under» to the attack
_ADJECTIVES = 3  # words between a noun and its complement


def noun_parties(scene: Scene, draft: Draft) -> None:
    """Fill the parties of a draft whose trigger is a noun or masdar."""
    last = machines.attacking(scene, draft) or _complement(scene, draft)
    draft.reach = scene.clause_end(last)
    prepositional(scene, draft, last, draft.reach)
    add_stranger(scene, draft, last, draft.reach)
    _laid_by(scene, draft)
    turn_to_target(scene, draft, last)
    behind_hit(scene, draft)
    relative_end = relative(scene, draft, last)
    if relative_end:
        draft.reach = relative_end
    if draft.support is None or draft.support.entry.text("subject") == "event":
        carrier(scene, draft)  # «X carried out a raid | that hit the school»
    else:
        _undergone(scene, draft)
    draft.carried = draft.carried or _was_done(scene, draft)
    claimed(scene, draft)
    if draft.type in _AIMED:
        _target(scene, draft)
    elif draft.hit.entry.text("mode") in _HELD and {"on", "about"} & {*draft.recipient_slots}:
        _seized(scene, draft)
    add_visitor(scene, draft)
    if draft.hit.suffix:
        _pronoun(scene, draft)
    add_held(scene, draft, (draft.last, last))
    host(scene, draft)
    chair(scene, draft)
    add_owner(draft)
    add_attendant(scene, draft)
    inside = scene.at_last.get(draft.last) if draft.type == _HELP else None
    if inside is not None and inside.head > draft.first and inside.mention.kind == "group":
        draft.parties.append(Party("sufferer", inside))  # «help for | the displaced», one trigger
    if draft.hit.entry.texts("support"):
        if draft.level == FALLEN:
            _counted_self(scene, draft)
        elif draft.hit.entry.text("mode") in SEIZING and draft.first in scene.covered:
            draft.parties.append(Party("sufferer", scene.covered[draft.first]))  # «held | hostages»


def _laid_by(scene: Scene, draft: Draft) -> None:
    """Let an ambush in which others fall be of those behind «of»: «killed in | an ambush | of the rebels»."""
    into = scene.words.particle_before(draft.first)
    inside = draft.hit.prefix in BA or (into is not None and into.part in {"in", "cause"})
    if inside and draft.level == "attack" and draft.recipient_slots == ("for",):
        draft.parties = [replace(p, slot="agent") if p.slot == "for" else p for p in draft.parties]


def _was_done(scene: Scene, draft: Draft) -> bool:
    """Say whether the verb right before a noun says no more than that it was done: «was done | the arrest of X».

    To somebody, or with a pronoun in a preposition: not «were seized | the goods».
    """
    if not (draft.parties or any(scene.hits.has(k, "bound_preposition") for k in (draft.last - 1, draft.last))):
        return False
    i = draft.first - 1
    while i in scene.timed:
        i -= 1  # «was done, on Saturday, | the arrest of X»
    verbs = scene.hits.at(i, "phase_verb")
    return any(hit.entry.flag("agentless") and hit.form.tense == "past" for hit in verbs)


def _undergone(scene: Scene, draft: Draft) -> None:
    """Take who underwent an attack that a relative clause tells of: «X came under | a raid that Y made»."""
    told = draft.support is not None and draft.support.entry.text("group") == UNDERGONE
    if draft.type != _VIOLENT or draft.hit.prefix not in LAM or told:
        return  # «shows pictures of | the attacks that X came under»: those are told there
    for i in range(draft.first - 1, max(scene.units.sentence(draft.first).first, draft.first - _FAR) - 1, -1):
        hit = None if scene.idle(i) else support_at(scene, i)
        if hit is not None and hit.entry.text("group") == UNDERGONE:
            take_subject(scene, draft, hit, i)
        if hit is not None or scene.verb(i):
            return


def _counted_self(scene: Scene, draft: Draft) -> None:
    """Let those who fell be the people whom the trigger itself counts: «three martyrs fell»."""
    own = scene.covered.get(draft.first) or scene.at_last.get(draft.first)
    counted = own is not None and own.mention.span.start < draft.hit.start
    if own is not None and counted and own.mention.kind == "group" and own.mention.span.end >= draft.hit.end:
        fell = (
            Party("sufferer", one) for one in scene.chain(own) if one is own or one.mention.rule.endswith("counted")
        )
        draft.parties = [*fell, *(p for p in draft.parties if p.slot not in {"subject", "object"})]


def _target(scene: Scene, draft: Draft) -> None:
    """Take what an attack is aimed at though the cast does not know it: «attacks on | military targets»."""
    if any(party.slot in {"object", "on", "against", "idafa"} for party in draft.parties):
        return
    for i in range(draft.last, draft.reach):
        particle = scene.words.particle(i)
        if particle is None or particle.part not in {"on", "against"}:
            continue
        at = particle.last
        at += at + 1 < len(scene.units) and scene.units.norms[at] in QUOTES  # «attacks on | «sensitive sites»»
        people = unnamed.counted(scene, at) if draft.type != _VIOLENT else None
        phrase = people or target_at(scene, at) or unnamed.indefinite(scene, at) or unnamed.definite(scene, at)
        heads = scene.hits.at(at, "place_head")
        owner = None if phrase is None else scene.at_head.get(phrase.last)
        owned = bool(heads) and owner is not None and owner.slot == "for"  # «on a base | of the rebels»
        where = owned or any(
            hit.entry.id not in _SITES for hit in heads
        )  # «on | districts of the town», but «on a base»
        abstract = scene.told_of(at, _ABSTRACT)  # «crimes against | humanity»
        if phrase is not None and not (where or abstract) and not foreign(scene, draft, phrase):
            add(scene, draft, particle.part, phrase)
        return


def _seized(scene: Scene, draft: Draft) -> None:
    """Take the people behind «on» or «about» whom the cast does not know: «laid hands | on 14 pirates»."""
    slots = draft.recipient_slots
    opening = scene.words.particle_before(draft.last)
    if opening is None or opening.part not in slots:
        opening = scene.words.particle(draft.last) if draft.last < len(scene.units) else None
    if opening is None or opening.part not in slots or any(party.slot in slots for party in draft.parties):
        return
    people = unnamed.counted(scene, opening.last)
    if people is None and not unnamed.owned(scene, opening.last):  # «on | his brother» names nobody
        people = unnamed.indefinite(scene, opening.last)
    if people is not None:
        add(scene, draft, opening.part, people._replace(mention=replace(people.mention, rule="events.counted")))


def _complement(scene: Scene, draft: Draft) -> int:
    """Read idafa, adjectives and demonyms behind the noun; return the token behind them."""
    units = scene.units
    i = behind_pair(scene, draft)
    i = start = i + (i not in scene.at_head and scene.words.shows(i))  # «the killing of | these soldiers»
    end = units.sentence(draft.first).last
    own = draft.last - draft.first > 1 and unnamed.owned(scene, draft.last - 1)  # «cut its ties»
    definite = draft.hit.definite or bool(draft.hit.suffix) or own
    steps = 0
    while i < end and steps <= _ADJECTIVES:
        phrase = scene.at_head.get(i)
        if phrase is not None:
            if phrase.slot or phrase.joined or (steps and phrase.first == phrase.head):
                return i
            if qualifies(scene, draft, phrase):
                i = phrase.last
                continue
            if not definite or draft.hit.suffix:
                return in_idafa(scene, draft, phrase)
            return i
        if i == start and not definite:
            behind = _thing_of_land(scene, draft, i) or _unnamed_idafa(scene, draft, i)
            if behind:
                return behind
        if draft.hit.suffix and (i in scene.timed or not units.norms[i][0].isalnum()) and i - draft.last < _ASIDE:
            i += 1
            continue
        nisba = any(party.slot == "nisba" for party in draft.parties)
        if nisba and (units.norms[i] in _HYPHENS or (units.norms[i] in QUOTES and i + 1 in scene.words.demonyms)):
            i += 1
            continue
        allowed = BARE | JOINED if nisba else BARE
        demonym = next((h for h in scene.words.demonyms.get(i, NONE) if h.prefix in allowed), None)
        if demonym is not None and not (demonym.entry.id == _MALIAN and draft.type in _PAID):
            draft.parties.append(Party("nisba", hit=demonym))
            steps += 1
            i = demonym.last
            continue
        closed = scene.verb(i) or not units.norms[i][0].isalpha() or scene.words.is_particle(i) or i in scene.timed
        if closed or not _adjective(scene, draft, i):
            return i
        steps += 1
        i += 1
    return i


def _thing_of_land(scene: Scene, draft: Draft, i: int) -> int:
    """Take the unnamed thing of a country that a masdar is done to: «the bombing of | an American plane».

    The adjective is not that of the masdar where people are killed or taken, or where its gender, or that of the noun
    before it, is another. Return the token behind it, or 0.
    """
    norms, slots = scene.units.norms, {"object", "idafa"} & {*draft.recipient_slots}
    noun = not (scene.words.is_particle(i) or scene.verb(i) or norms[i].startswith(ARTICLE) or i in scene.covered)
    sent = all(hit.entry.texts("support") for hit in scene.words.triggers.get(i, NONE))  # «a plane» that is sent
    if not (slots and noun and sent and i + 1 in scene.words.demonyms and i + 1 not in scene.covered):
        return 0
    feminine, thing_feminine, adjective = (norms[k].endswith(_FEMININE) for k in (draft.last - 1, i, i + 1))
    victim = (
        draft.takes_people and draft.type in HARMING and scene.plain(i) and not norms[i].endswith(YA)
    )  # «the killing of | an infant»
    if feminine == adjective and (thing_feminine or not feminine) and not victim:
        return 0
    thing = unnamed.unnamed_phrase(scene, i, i + 2, rule="events.counted")
    code = scene.words.demonyms[i + 1][0].entry.text("code")
    add(scene, draft, max(slots), thing._replace(entity=replace(thing.entity, country=code)))
    return thing.last


def _unnamed_idafa(scene: Scene, draft: Draft, i: int) -> int:
    """Take people whom the cast does not know as second part of an idafa; return the token behind them, or 0."""
    suffers = draft.level == FALLEN or (draft.hit.entry.text("mode") in SEIZING and draft.hit.form.pos == "masdar")
    harmed = draft.type in HARMING and "object" in draft.recipient_slots
    phrase = unnamed.counted(scene, i)
    if phrase is None and suffers:
        phrase = some_of(scene, i) or unnamed.national(scene, i) or unnamed.number_alone(scene, i)
    if phrase is None and (suffers or harmed):
        phrase = unnamed.several(scene, i) or (target_at(scene, i) if draft.type == _VIOLENT and harmed else None)
    if phrase is not None and (suffers or draft.symmetric or not harmed):
        return in_idafa(scene, draft, phrase)
    if phrase is not None:
        add(scene, draft, "object", phrase)  # «the destruction of | nine stores»
        return phrase.last
    thing = target_at(scene, i) if draft.type == _VIOLENT and "idafa" in draft.recipient_slots else None
    if thing is not None:  # «the burning of | stores»
        add(scene, draft, "idafa", thing._replace(mention=replace(thing.mention, rule="events.counted")))
        return thing.last
    victim = _victim(scene, draft, i) if suffers else None
    if victim is not None:
        add(scene, draft, "object" if "object" in draft.recipient_slots else "idafa", victim)
        return victim.last
    phrase = unnamed.definite(scene, i) if draft.hit.form.pos == "masdar" else None
    if phrase is None or "object" not in draft.recipient_slots:
        return 0
    if object_follows(scene, phrase, phrase.last) or done_to(scene, draft, phrase, phrase.last):
        add(scene, draft, "subject", phrase)
        return phrase.last
    if draft.type == _VIOLENT and "idafa" not in draft.hit.entry.texts("actor"):
        add(scene, draft, "object", phrase)  # «the killing of | innocents»
        return phrase.last
    return 0


def _victim(scene: Scene, draft: Draft, i: int) -> Phrase | None:
    """Return the indefinite noun at a token for whom somebody killed or took: «the killing of | a student»."""
    norm = scene.units.norms[i]
    alike = norm.endswith(HA) and scene.units.norms[draft.last - 1].endswith(HA)  # «a serious | injury»
    if norm.endswith(_NISBA) or alike or scene.hits.has(i, "adjective") or scene.told_of(i, _NOBODY):
        return None  # «an honorary | martyrdom»
    only = draft.level == FALLEN and "idafa" in draft.recipient_slots  # «the death of»: no «systematic | killing»
    theirs = draft.level != FALLEN and unnamed.owned(scene, i) and scene.plain(i) and not scene.hits.has(i, "one_of")
    phrase = unnamed.unnamed_phrase(scene, i, i + 1) if theirs else None
    phrase = unnamed.indefinite(scene, i) if only and not unnamed.owned(scene, i) else phrase
    if phrase is None or draft.first in scene.covered or draft.hit.form.number != "s":
        return None
    whole = with_whole(scene, phrase)
    return whole._replace(mention=replace(whole.mention, rule="events.counted"))


def _adjective(scene: Scene, draft: Draft, i: int) -> bool:
    """Say whether a word may be an adjective of the noun: it agrees in definiteness and is no event itself."""
    event = scene.words.supports.get(i, NONE) or (i >= draft.last and scene.words.triggers.get(i, NONE))
    if event or scene.hits.has(i, "bound_preposition"):  # «sanctions | on it»
        return False
    if scene.units.norms[i].startswith(_BEHIND_PREPOSITION) or any(hit.prefix in LAM | BA for hit in scene.hits.at(i)):
        return False  # «an attack on the museum | in the Tunisian capital»
    definite = scene.units.norms[i].startswith(ARTICLE)
    return definite == (draft.hit.definite or bool(draft.hit.suffix))


def _pronoun(scene: Scene, draft: Draft) -> None:
    """Let a pronoun on the noun stand for the subject of its sentence, or for the last people named: «killing them»."""
    agent = any(party.slot == "agent" for party in draft.parties)
    if any(party.slot == "subject" for party in draft.parties):
        _done_by_subject(scene, draft)
        return
    if any(party.slot == "idafa" for party in draft.parties) or (agent and not draft.takes_people):
        return
    aimed = aimed_of(draft)
    draft.parties = [replace(p, slot="object") if p is aimed else p for p in draft.parties]
    has_object = any(party.slot == "object" for party in draft.parties)
    acts = "object" not in draft.recipient_slots or has_object or "idafa" in draft.hit.entry.texts("actor")
    directed = draft.type in SPOKEN | HARMING and _directed(scene, draft)
    acts = (acts or directed or (draft.type in SPOKEN and _voiced(scene, draft))) and not agent
    suffers = "idafa" in draft.recipient_slots and "idafa" not in draft.actor_slots  # «his death, his trial»
    acts = acts and not suffers
    found = noun_meant(scene, draft, acts=acts)
    freed = draft.type == _VIOLENT and draft.recipient_slots == _FROM  # «the town and | its liberation»
    if found is not None and not (freed and found.mention.kind != "place"):
        slot = "idafa" if acts or suffers else "object"
        if means_all(scene, draft.hit.suffix, found):
            add(scene, draft, slot, found)
        else:
            draft.parties.append(Party(slot, found))


def _done_by_subject(scene: Scene, draft: Draft) -> None:
    """Take for whom the pronoun stands where a verb before the noun tells who acts: «gunmen made | her arrest»."""
    suffering = {"object", "idafa"} & {*draft.recipient_slots}
    if not (draft.takes_people and suffering) or any(p.slot in draft.recipient_slots for p in draft.parties):
        return
    found = noun_meant(scene, draft, acts=False)
    if found is not None and found.first >= scene.units.sentence(draft.first).first:
        draft.parties.append(Party(max(suffering), found))


def _voiced(scene: Scene, draft: Draft) -> bool:
    """Say whether speech with a pronoun stands behind «about», as what somebody voices: «voiced | its condemnation»."""
    before = scene.words.particle_before(draft.first)
    return before is not None and before.part == "about"


def _directed(scene: Scene, draft: Draft) -> bool:
    """Say whether what a masdar with pronoun is about follows with «of»: «his condemnation | of the attack»."""
    i, norms = draft.last, scene.units.norms
    i += i < len(norms) and norms[i].startswith(AND)  # «his condemnation | and rejection | of the attack»
    if i >= len(norms):
        return False
    phrase = scene.at_head.get(i)
    people = unnamed.indefinite(scene, i) if norms[i][0] in LAM and scene.plain(i) else None
    named = people is not None or (phrase is not None and phrase.slot == "for")
    return named or norms[i].startswith(unnamed.OF_THE) or gathering_of(scene, i)


_BEHIND_PREPOSITION = tuple(letter + ARTICLE for letter in BA if len(letter) == 1)
_NISBA = (YA, YA + HA, YA + ALEF)
_NOBODY = "no_one"
_MALIAN = "demonym.MLI"  # also the adjective of money
_PAID = frozenset({"AID", "AGREE", "SANCTION", "SUPPORT"})
_FEMININE = (HA, ALEF + TA)
