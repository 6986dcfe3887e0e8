"""Who takes part by a verb, masdar or participle that carries an event noun: «X launched | an attack».

Its subject stands before it or behind it, is left out, or is whoever rules it: «the decision of X | to impose».
"""

from collections.abc import Sequence
from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, LAM
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, HA, MIM, NUN, TA, YA
from musnad.events import unnamed
from musnad.events.draft import OTHER, UNDERGONE, WHERE, Draft, Party
from musnad.events.parts import with_whole
from musnad.events.phrases import Phrase
from musnad.events.roles import machines
from musnad.events.roles.acting import last_subject
from musnad.events.roles.agreement import agrees
from musnad.events.roles.antecedents import antecedent, clause_start, relative_antecedent, relative_before, resumed
from musnad.events.roles.attached import add
from musnad.events.roles.cast_roles import DEEDS
from musnad.events.roles.holders import obliged_before
from musnad.events.roles.subjects import dropped_subject, subject_before
from musnad.events.roles.suffering import marked_passive
from musnad.events.scene import Scene
from musnad.events.status.governing import done_by
from musnad.events.words import NONE, PREPOSITIONS
from musnad.lexicon import Hit

_VIOLENT, _BLAMING = "ASSAULT", "ACCUSE"
_DIRECT = "direct"  # the group of verbs by which somebody lays charges
_GRANTING = "grant"  # the group of verbs that take whom they give to as their first object
_IN, _OF, _ON, _OR, _TO = "in", "from", "on", "coordinator", "to"
_MARCH, _MEETING = "PROTEST", "CONSULT"
# Verbs with a preposition of their own, which have no other object: «managed to, hurried to».
_GOVERNING = frozenset({"attend", "begin", "dare", "manage", "reach", "resort", "rush", "start", "succeed"})
_DOING, _STRESSING = "do", "tighten"
_ACTORS = frozenset({"person", "office", "organisation", "group"})
_NEAR = 4  # tokens from the subject of a relative clause to a masdar that it carries out
_REACH = 12  # the same in other clauses
_RULED = 2  # tokens from a verb to the masdar that it rules


def take_subject(scene: Scene, draft: Draft, hit: Hit, at: int) -> None:
    """Take the subject of the verb or noun that carries an event at a token, and what stands before its noun."""
    role = hit.entry.text("subject")
    if role == "place":
        before = subject_before(scene, at, hit) or scene.at_last.get(at)
        draft.parties += places(scene.bare(at + 1, draft.first) or [before])  # «the city saw | clashes»
    slot = {"actor": "subject", "recipient": "sufferer", "any": "subject"}.get(role)
    if slot is None:
        return
    armed = machines.behind(scene, hit.last) or machines.before(scene, at) if draft.type == _VIOLENT else None
    if armed is not None and role == "actor":
        draft.parties.append(armed.party)
        return
    behind = [p for p in scene.bare(at + 1, draft.first) if not p.joined]
    if hit.form.pos == "verb":
        subject = _before_or_behind(scene, draft, hit, at, behind)
    else:
        # «Was done | the setting up of»: nobody is told who did it.
        done = role == "actor" and not draft.symmetric and hit.entry.text("object") != "recipient"
        done = done and at > 0 and done_by(scene, at - 1)
        subject = behind[0] if behind else None if done else _masdar_subject(scene, hit, at)
    if subject is not None:
        subject = _first_joined(scene, subject)
        given = role == "actor" and hit.entry.text("object") == "recipient"  # «committed | X to prison»
        granted = hit.entry.text("group") == _GRANTING and hit.form.pos == "masdar" and subject in behind
        alone = (given or granted) and all(party.slot != "object" for party in draft.parties)
        doubted = role == "actor" and _has_object(scene, draft, hit, subject)
        subject = subject._replace(doubted=True) if doubted else subject
        add(scene, draft, "sufferer" if alone else slot, subject)
        giver = last_subject(scene, clause_start(scene, at), at) if granted else None
        if giver is not None:
            add(scene, draft, "subject", giver)  # «X agreed to grant Y | aid»
    take_between(scene, draft, at)


def places(phrases: Sequence[Phrase | None]) -> list[Party]:
    """Return those of some phrases that are places as where an event took place."""
    return [Party(WHERE, one) for one in phrases if one is not None and one.mention.kind == "place"]


def _first_joined(scene: Scene, subject: Phrase) -> Phrase:
    """Return the first of those alike whom «and» joins, where the last was taken: «X, Y and | Z cut ties»."""
    if not subject.joined:
        return subject
    alike = (one for one in scene.bare(clause_start(scene, subject.head), subject.head))
    return next((o for o in alike if o.mention.kind == subject.mention.kind and subject in scene.chain(o)), subject)


def take_between(scene: Scene, draft: Draft, at: int) -> None:
    """Take who stands with a preposition between a carrying verb and its noun: «were imposed | on X | sanctions»."""
    for phrase in scene.between(at + 1, draft.first):
        if phrase.slot in PREPOSITIONS and not phrase.joined:
            add(scene, draft, phrase.slot, phrase)
    if draft.type == _BLAMING and all(party.slot not in draft.recipient_slots for party in draft.parties):
        _take_accused(scene, draft, at)


def _take_accused(scene: Scene, draft: Draft, at: int) -> None:
    """Take people whom the cast does not know before what they are accused of: «laid | on the men | charges»."""
    for i in range(at + 1, draft.first - 1):
        particle = scene.words.particle(i)
        if particle is None or particle.part not in draft.recipient_slots or i in scene.covered:
            continue
        people = unnamed.counted(scene, particle.last) or unnamed.definite(scene, particle.last)
        if people is not None and people.last <= draft.first:
            people = people._replace(mention=replace(people.mention, rule=OTHER))
            draft.parties.append(Party(particle.part, people))
        return


def _before_or_behind(scene: Scene, draft: Draft, hit: Hit, at: int, behind: list[Phrase]) -> Phrase | None:
    """Return the subject of a carrying verb; add whoever else stands between the verb and its noun as object."""
    held = _was_held(scene, hit)
    late = None if held or behind else _behind_noun(scene, draft, hit)
    subject = late
    if late is None or not relative_before(scene, at):
        subject = None if held else _verb_subject(scene, hit, at)
    if behind and (subject is None or not subject.entity.id):
        subject = behind[0]  # «the reasons that pushed | the state | to ban X»
    if behind[1:] and subject is behind[0]:
        add(scene, draft, "object", behind[1])
    elif behind and subject is behind[0] and hit.entry.text("object") == "recipient":
        other = unnamed.definite(scene, scene.chain(subject)[-1].last)
        if other is not None and other.last <= draft.first:  # «listed | Washington | the group»
            draft.parties.append(Party("object", other._replace(mention=replace(other.mention, rule=OTHER))))
    subject = subject or late
    if held:
        _done_to_him(scene, draft, hit, at)
    elif subject is None and not _both_beside(draft):
        subject = _unwritten(scene, draft, hit, at)
    if behind and behind[0] is not subject:
        add(scene, draft, "object", behind[0])
    return subject


def _behind_noun(scene: Scene, draft: Draft, hit: Hit) -> Phrase | None:
    """Return the subject of a verb that stands behind the noun it carries: «took part in the meeting | X».

    Behind an indefinite one stand a day or a place first: «paid a visit to Y yesterday | X».
    """
    near = 0 <= draft.first - hit.last <= 1 and hit.form.number == "s" and not hit.suffix
    if not near or hit.entry.text("subject") != "actor":
        return None
    if draft.hit.definite:
        i, end = draft.last, min(scene.units.sentence(draft.first).last, draft.last + _NEAR)
        while i < end and scene.units.norms[i].startswith(ARTICLE) and i not in scene.covered:
            i += 1  # «the emergency meeting»
        phrase = scene.at_head.get(i)
    else:
        phrase = _behind_place(scene, draft) if draft.type == _MEETING else None
    stands = phrase is not None and not (phrase.slot or phrase.joined) and phrase.mention.kind in _ACTORS
    if phrase is None or not stands or (relative_before(scene, hit.first) and not _taken_up(scene, draft, phrase)):
        return None
    return phrase if agrees(hit, phrase) is not False else None


def _taken_up(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether a pronoun before a phrase stands for what its clause qualifies: «Y, to which paid a visit | X»."""
    return any(scene.hits.has(i, "bound_preposition") for i in range(draft.last, phrase.head))


def _behind_place(scene: Scene, draft: Draft) -> Phrase | None:
    """Return the bare phrase right behind the day or the place of an event noun, no comma between."""
    for i in range(draft.last + 1, min(draft.last + _REACH, scene.clause_end(draft.last))):
        if not scene.units.norms[i][0].isalnum():
            return None
        before, phrase = scene.at_last.get(i), scene.at_head.get(i)
        there = before is not None and before.slot != "" and before.mention.kind == "place"
        if phrase is not None and not phrase.slot:
            apart = there or i - 1 in scene.timed or scene.hits.has(i - 1, "bound_preposition")
            return phrase if apart and phrase.head == phrase.first else None
    return None


def _both_beside(draft: Draft) -> bool:
    """Say whether those who meet stand beside the noun, so that nobody is carried: «Turkish-American | talks»."""
    sides = [party for party in draft.parties if party.slot in {"nisba", "between"}]
    return draft.symmetric and len(sides) > 1


def _done_to_him(scene: Scene, draft: Draft, hit: Hit, at: int) -> None:
    """Take for whom the pronoun behind a noun stands whose verb is passive: «he was put | under arrest»."""
    pronouns = scene.hits.at(draft.last, "bound_preposition") if draft.last < len(scene.units) else NONE
    if any(one.entry.text("part") in draft.recipient_slots for one in pronouns):
        meant = _verb_subject(scene, hit, at) or dropped_subject(scene, at, hit)
        if meant is not None:
            add(scene, draft, "sufferer", meant)


def _was_held(scene: Scene, hit: Hit) -> bool:
    """Say whether a vowel sign or a last letter shows that nobody is told who did it: «a meeting was held»."""
    acts = hit.form.number == "s" and hit.entry.text("subject") == "actor"
    weak = acts and scene.units.text[hit.start : hit.end].endswith(YA)  # «was thrown», no «threw»
    return hit.form.tense == "past" and (weak or marked_passive(scene, hit))


def _masdar_subject(scene: Scene, hit: Hit, at: int) -> Phrase | None:
    """Return who does what a carrying masdar or participle says, none behind it: «the decision of X | to impose»."""
    role = hit.entry.text("subject")
    beside = _beside(scene, at) if hit.form.pos == "masdar" and role == "actor" else None
    if beside is not None or role == "any":  # who denies that some fell is not who fell
        return beside
    return obliged_before(scene, at) or _planner(scene, at) or _ruling(scene, at)


def _ruling(scene: Scene, at: int) -> Phrase | None:
    """Return the subject of the clause of a carrying masdar, doubted if it is far, or not near in a relative clause."""
    found = last_subject(scene, clause_start(scene, at), at)
    if found is None or _only_judges(scene, found, at):
        return None
    apart = at - scene.chain(found)[-1].last
    qualifies = found.head > 0 and scene.verb(found.head - 1) and relative_before(scene, found.head - 1)
    return found._replace(doubted=apart > (_NEAR if qualifies else _REACH))


def _only_judges(scene: Scene, subject: Phrase, at: int) -> bool:
    """Say whether a man only says of a thing that it does so: «he (m.) held that it (f.) was an attempt | to»."""
    his = subject.mention.kind == "person" and subject.entity.gender != "f"
    between = (scene.words.particle(i) for i in range(subject.last, at))
    that = (one for one in between if one is not None and one.part == "that_he")
    return his and any(scene.units.norms[one.first].endswith(HA + ALEF) for one in that)


def _beside(scene: Scene, at: int) -> Phrase | None:
    """Return who stands right before a carrying masdar: «the decision of X | to impose sanctions»."""
    phrase = scene.at_last.get(at)
    if phrase is None or phrase.slot or phrase.joined:
        return None
    wish = any(hit.form.pos != "verb" for hit in scene.words.states.get(phrase.head - 1, NONE))  # «the intent | of X»
    return phrase if phrase.head != phrase.first or wish else None


def _verb_subject(scene: Scene, hit: Hit, at: int) -> Phrase | None:
    """Return the subject before a carrying verb: whom its relative clause qualifies, or the one right before it."""
    qualified = None if hit.suffix or resumed(scene, hit.last) else antecedent(scene, at)
    if qualified is not None and agrees(hit, qualified) is False:
        qualified = None  # «X (m.), at whom | fire was (f.) opened»
    return qualified or subject_before(scene, at, hit)


def _unwritten(scene: Scene, draft: Draft, hit: Hit, at: int) -> Phrase | None:
    """Return the subject of a carrying verb that the cast does not know, or that the verb goes on with."""
    if relative_before(scene, at) and not (hit.suffix or resumed(scene, hit.last)):
        return None  # «the men who | cast light on the abductions»
    if hit.entry.flag("starts") and draft.hit.definite and draft.first == hit.last and _agree(scene, draft, hit):
        return None  # «since | began | the protests»
    return _unnamed(scene, draft, hit) or dropped_subject(scene, at, hit, acts=_surely_acts(scene, draft, hit))


def _surely_acts(scene: Scene, draft: Draft, hit: Hit) -> bool:
    """Say whether letters tell that a verb in the past has the noun behind it for its object: «and | held | talks»."""
    near = hit.form.tense == "past" and hit.form.number == "s" and draft.first == hit.last
    weak = scene.units.norms[hit.first].endswith((YA, ALEF_MAQSURA))
    return near and (weak or scene.units.norms[draft.first].endswith(ALEF) or not _agree(scene, draft, hit))


def _agree(scene: Scene, draft: Draft, hit: Hit) -> bool:
    """Say whether a verb has the gender of the event noun behind it, whose verb it then is."""
    return scene.units.norms[draft.last - 1].endswith((HA, ALEF + TA)) == (hit.form.gender == "f")


def _unnamed(scene: Scene, draft: Draft, hit: Hit) -> Phrase | None:
    """Return the subject right behind a carrying verb that the cast does not know: «the coalition | carried out»."""
    if hit.suffix or hit.form.number != "s":
        return None
    people = unnamed.counted(scene, hit.last)
    if people is not None and people.last < draft.first:
        return people
    suffers = hit.entry.text("group") == UNDERGONE  # «a tanker, the tanker's crew | came under attack»
    named = (unnamed.whole(scene, hit.last) if suffers else None) or unnamed.indefinite(scene, hit.last)
    bare = draft.hit.prefix not in BA or not draft.hit.prefix  # «a youth carried out | by-the stabbing of X»
    bare = bare or scene.prefixed(hit.last)  # «carried out | indeed | the arrest of X»
    if named is not None and named.last == draft.first and bare and not (suffers or _ends_as_object(scene, draft)):
        named = None  # «carried out | the largest attack»
    named = None if named is None else with_whole(scene, named)
    if named is not None or draft.type in DEEDS:
        return named or unnamed.definite(scene, hit.last)
    accuser = (
        unnamed.definite(scene, hit.last) if draft.type == _BLAMING and hit.entry.text("group") == _DIRECT else None
    )
    if accuser is None or accuser.last >= draft.first:
        return None
    return accuser._replace(mention=replace(accuser.mention, rule=OTHER))  # «the prosecution | laid charges»


def _ends_as_object(scene: Scene, draft: Draft) -> bool:
    """Say whether the form of an event noun says that it is an object: an article, the ending of the accusative."""
    norm = scene.units.norms[draft.first]
    return norm.startswith(ARTICLE) or norm.endswith(ALEF)


def _planner(scene: Scene, at: int) -> Phrase | None:
    """Return the subject of the verb that rules a carrying masdar: «X | planned to carry out»."""
    for i in range(at - 1, max(scene.units.sentence(at).first, at - _RULED) - 1, -1):
        if scene.verb(i):
            hit = scene.hits.verbs(i)[0]
            return relative_antecedent(scene, i) or subject_before(scene, i, hit)
    return None


def _has_object(scene: Scene, draft: Draft, hit: Hit, subject: Phrase) -> bool:
    """Say whether a carrying verb has another object, and what it carries there only a circumstance of that.

    «The authorities cut | the lines | in view of the protests»; what has «for» or «by» is done for it or with it.
    """
    governed = draft.hit.prefix != "" and draft.hit.prefix in LAM | BA
    purpose = governed and (draft.hit.form.pos == "masdar" or (draft.hit.prefix in LAM and not draft.hit.definite))
    before = scene.words.particle_before(draft.first)
    part, group = "" if before is None else before.part, hit.entry.text("group")
    if (part == _TO and group == _DOING) or (part == _ON and group == _STRESSING and draft.type in DEEDS):
        return True  # «news that led | to the arrest of X», «X stressed | the cleansing of Y»
    marching = draft.type == _MARCH and part == _IN and not draft.hit.definite  # «headed, flags in hand, | in a march»
    if draft.hit.entry.texts("support") or purpose or marching or part == _OR or group in _GOVERNING:
        return False
    other = ruled = False  # another object stands before any preposition
    i = hit.last
    while i < draft.first:
        phrase, particle = scene.at_head.get(i), scene.words.particle(i)
        if i == subject.first and subject.definite:
            phrase = subject
        if particle is not None and particle.part in PREPOSITIONS and other and particle.part != _OF:
            return True
        ruled = ruled or particle is not None or (phrase is None and scene.prefixed(i) and i not in scene.covered)
        other = other or (phrase is None and not ruled and _noun(scene, i))
        i = max(i + 1, 0 if phrase is None else phrase.last)
    return other and governed


def _noun(scene: Scene, i: int) -> bool:
    """Say whether a token is a noun that no list knows, and no adjective of a phrase or a noun before it."""
    norms = scene.units.norms
    known = i in scene.words.known or i in scene.words.joints or i in scene.words.inner or i in scene.timed
    if known or i in scene.covered or not norms[i][0].isalpha() or norms[i].startswith(AND):
        return False
    behind = i - 1 in scene.at_last or i in scene.at_last or norms[i - 1].startswith(ARTICLE)
    return not (norms[i].startswith(ARTICLE) and behind)


_OF_DEEDS = frozenset({"do", "launch", "hold", "impose", "sign", "begin"})  # what is done to no people
_KIND_OF_DEED = "kind_of_deed"
_PEOPLE = frozenset({HA + MIM, HA + NUN})  # «them», who are pushed to do something


def carries_other(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb carries what a pronoun on or behind it stands for: «a protest that | they held»."""
    if hit.entry.text("group") in _OF_DEEDS and hit.suffix.startswith(HA) and hit.suffix not in _PEOPLE:
        return True
    return any(held.entry.text("part") == "by" for held in scene.hits.at(hit.last, "bound_preposition"))


def construct_first(scene: Scene, noun: int) -> int:
    """Return where the masdar stands that a noun belongs to, or the noun: «after | the announcing of | the strike»."""
    masdars = (hit for hit in scene.words.supports.get(noun - 1, NONE) if hit.form.pos == "masdar")
    bare = any(not hit.prefix for hit in masdars) and noun - 1 not in scene.covered
    return noun - 1 if bare and scene.words.particle_before(noun) is None else noun


def kind_first(scene: Scene, noun: int) -> int:
    """Return where the words of what kind a deed is begin, or the noun: «about | the incident of | the shooting»."""
    first = noun
    while first > 0 and scene.told_of(first - 1, _KIND_OF_DEED):
        first -= 1
    return first
