"""Verbs that carry an event noun, before it or in a relative clause behind it, and who takes part by them.

«X launched | an attack», «an attack | that X launched», «X underwent | torture», «three fell | through the shelling».
"""

from collections.abc import Iterator

from musnad.arabic import AND, BA
from musnad.arabic.letters import DHAL, TA, YA
from musnad.events.days.circumstances import SINCE
from musnad.events.draft import Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.referring import presupposed
from musnad.events.roles import machines
from musnad.events.roles.antecedents import relative_antecedent
from musnad.events.roles.attached import HIT, OWNER, add, owner_of_target, prepositional
from musnad.events.roles.carried import carries_other, construct_first, kind_first, places, take_between, take_subject
from musnad.events.roles.cast_roles import DEEDS
from musnad.events.roles.declaring import declared_deed, keep_doers
from musnad.events.roles.holders import are_planners, holder, intending, names_others, others_do, responsible
from musnad.events.roles.pronouns import imposed_on
from musnad.events.roles.subjects import dropped_subject, subject_before
from musnad.events.scene import Scene
from musnad.events.status.governing import doing
from musnad.events.unnamed import OF_THE, accusative, counted, indefinite
from musnad.events.words import NONE, OF_WHAT
from musnad.lexicon import Hit

_VIOLENT, _STEPPED_UP = "ASSAULT", "tighten"  # the group of verbs that step up what somebody does: «its | raids»
# Before a noun that no verb carries: «files | about torture», «the crisis that it lives through since | the coup».
_APART = frozenset({"particle.concerning", "particle.before", SINCE})
_BESIDE_IT = frozenset({"particle.through", "particle.according"})  # «goes on | in spite of | the sanctions»
_BECAUSE = "particle.because"
_ASIDE_LONG = 16  # tokens of a relative clause between commas
_LAUNCHING = frozenset({"do", "launch"})  # what can only be done with a deed: «an attack on X | that Y launched»
_CLAIMING = "claim"  # the group of verbs by which somebody says that an attack was his
_SUPPORT_LEFT = 9  # tokens from a carrying verb to its noun
_NEW_CLAUSE = frozenset({"complementiser", "that_he", "conjunction", "if", "when"})
_AIMED = frozenset({"on", "against", "to"})  # prepositions of a target, which a relative clause may tell more of
_ACTING = frozenset({"actor", "any"})
_VAGUE = frozenset({"place", "group"})  # where it is, or who suffers it: «the killing | of dozens»
_BESIDE = frozenset({"idafa", "nisba", "agent"})
_ASCRIBING = "ascribe"  # the group of verbs that say whose deed it is thought to be
_COOPERATING = "COOPERATE"  # «a seminar that X held | in cooperation with Y»
_ANSWERING = "turn_down"  # the group of «answered, refused»
_SUPPORT_RIGHT = 4  # tokens from a noun to the verb of its relative clause


def relative(scene: Scene, draft: Draft, low: int) -> int:
    """Read «(that) X launched (on Y)» behind the noun; return where it ends, or 0."""
    units = scene.units
    end = units.sentence(draft.first).last
    opened = ruled = False
    for i in range(low, min(end, low + _SUPPORT_RIGHT + 4)):
        particle = scene.words.particle(i)
        dates = particle is not None and particle.hit.entry.id in _APART and scene.verb(particle.last)
        if particle is not None and (dates or particle.part in _NEW_CLAUSE):
            return 0  # «a siege | since X seized it»
        if particle is not None and particle.part == "relative":
            if _of_another_noun(scene, draft, i) or (ruled and not _known(draft)):
                return 0  # «an attack on the force | that X sends»
            opened = True
        ruled = ruled or (particle is not None and particle.part in _AIMED)
        if scene.hits.has(i, "demonstrative") or scene.told_of(i, OF_WHAT):  # «his condemnation of | what X did»
            return 0
        if i in scene.at_head and scene.at_head[i].slot == "" and i - low > 1:
            return 0
        hit = next((h for h in scene.words.supports.get(i, NONE) if _carries(draft, h)), None)
        launched = hit is not None and hit.form.pos == "verb" and hit.suffix != "" and not draft.hit.definite
        if not scene.verb(i) and not launched:
            continue
        apart = not opened and any(units.norms[k][0] in "،," for k in range(low, i))  # «for fear of it, | X deployed»
        if not (opened or launched or apart) and _says(scene, hit):
            return 0  # «as to the threats X | stressed that»
        by_whom = launched and draft.type == _VIOLENT and _launched(scene, hit, low)
        if (ruled or (draft.hit.definite and i > low)) and not (opened or by_whom):
            return 0  # «on a compound | that X uses», «the attack in a tape | that X published»
        bare = (
            by_whom or draft.hit.form.pos != "masdar" or low == draft.last
        )  # «shelling | that X carried out», without «that»
        if hit is None or hit.prefix or not (opened or (bare and (launched or not _of_another(scene, i)))):
            return 0
        reach = scene.clause_end(i + 1)
        draft.carried = True
        draft.support = draft.support or hit
        _read_support(scene, draft, hit, i + 1, reach, doubted=apart and hit.form.tense == "past" and not launched)
        return reach
    return 0


def _says(scene: Scene, hit: Hit | None) -> bool:
    """Say whether a verb that may carry a noun is one of saying."""
    acts = hit is not None and hit.entry.text("subject") == "actor"
    return acts and hit is not None and any(one.kind == "cue" for one in scene.hits.at(hit.first))


def _of_another_noun(scene: Scene, draft: Draft, i: int) -> bool:
    """Say whether «which» at a token stands for another noun: «marches against the coup | that (m.) X led».

    So it is by gender («the role in | the war, which (m.)») and in «his thanks for the help | that X gave».
    """
    form, norm = draft.hit.form, scene.units.norms[i]
    if form.number == "p" and norm.endswith(YA) and TA not in norm:
        return True
    if i > draft.last and (draft.hit.suffix or scene.units.norms[i - 1].startswith(OF_THE)):
        return True
    gender = "f" if norm.endswith(TA + YA) else "m" if norm.endswith(DHAL + YA) else ""
    return form.pos == "noun" and form.number == "s" and {form.gender, gender} == {"m", "f"}


def claimed(scene: Scene, draft: Draft) -> None:
    """Add who claimed an attack as his own behind it in its sentence: «an attack on X, | which the group claimed»."""
    if draft.level != "attack" or any(p.slot in {"subject", "nisba", "agent"} for p in draft.parties):
        return
    for i in range(draft.last, scene.units.sentence(draft.first).last):
        own = any(hit.entry.text("group") == _CLAIMING and hit.suffix for hit in scene.words.supports.get(i, NONE))
        phrase = scene.at_head.get(i + 1) if own and scene.verb(i) else None
        if phrase is not None and not (phrase.slot or phrase.joined):
            add(scene, draft, "subject", phrase)
            return


def _known(draft: Draft) -> bool:
    """Say whether a noun is definite, by its article or by whose it is, so that «which» may stand for it."""
    return draft.hit.definite or bool(draft.hit.suffix) or any(party.slot == "idafa" for party in draft.parties)


def _of_another(scene: Scene, i: int) -> bool:
    """Say whether a verb right behind a noun goes on with the clause: «those who signed agreements | could not».

    «Talks | that go on between X and Y» are told by it.
    """
    behind = scene.words.particle(i + 1) if i + 1 < len(scene.units) else None
    if behind is not None and behind.part == "between":
        return False
    return i in scene.words.states or scene.is_preposition(i - 1)


def _launched(scene: Scene, hit: Hit | None, low: int) -> bool:
    """Say whether a verb tells who launched an attack, behind its target: «an attack on X | that Y launched»."""
    if hit is None or hit.entry.text("group") not in _LAUNCHING:
        return False
    return not any(scene.words.triggers.get(k) or scene.units.norms[k][0] in "،," for k in range(low, hit.first))


def _carries(draft: Draft, hit: Hit) -> bool:
    """Say whether a verb may carry an event noun: any that carries all, or one that the noun asks for."""
    group, own = hit.entry.text("group"), (*draft.hit.entry.texts("support"), *draft.hit.entry.texts("carriers"))
    asked = group in own and (group != _STEPPED_UP or draft.type != _VIOLENT or draft.hit.suffix != "")
    return hit.entry.text("subject") != "any" and (hit.entry.flag("general") or asked)


def support_at(scene: Scene, i: int, groups: tuple[str, ...] = ()) -> Hit | None:
    """Return the support verb at a token, of some groups or of any that has a subject to give."""
    for hit in scene.words.supports.get(i, NONE):
        verbal = hit.form.pos == "verb"
        if i in scene.covered:
            if not verbal:
                continue  # the head of a name: an organisation, no organising
        elif verbal != scene.verb(i):
            continue
        if _spoke(scene, i, hit) or hit.suffix == YA:
            continue
        if hit.entry.text("group") in groups if groups else hit.entry.flag("general"):
            return hit
    return None


def _spoke(scene: Scene, i: int, hit: Hit) -> bool:
    """Say whether letters in the present are rather a past cue: «he spoke», not «it occurs»."""
    occurs = hit.form.tense == "present" and hit.entry.text("group") == "occur"
    return occurs and any(other.kind == "cue" and other.form.tense == "past" for other in scene.hits.at(i))


def _read_support(scene: Scene, draft: Draft, hit: Hit, low: int, reach: int, *, doubted: bool) -> None:
    """Take the parties of a carrying verb in the relative clause behind its noun, whose doer may be doubted."""
    role = hit.entry.text("subject")
    bare = [p for p in scene.bare(low, reach) if not (p.joined or _of_deed(scene, hit, p))]
    slot = {"actor": "subject", "recipient": "sufferer", "event": "hit"}.get(role)
    if slot == HIT and hit.entry.text("object") != "recipient":
        slot = None
    if role == "place":
        draft.parties += places(bare[:1])  # «talks | that Geneva hosts»
    armed = machines.behind(scene, low) if draft.type == _VIOLENT and slot == "subject" else None
    if armed is not None:
        draft.parties.append(armed.party)
    elif hit.entry.text("group") == _ASCRIBING:
        blamed = next((p for p in scene.between(low, reach) if p.slot in {"for", "to"} and not p.joined), None)
        if blamed is not None:
            add(scene, draft, "agent", blamed)
        return
    elif slot is not None and bare and _near(scene, low, bare[0].head, thing=slot == HIT):
        add(scene, draft, slot, bare[0]._replace(doubted=True) if doubted and slot != HIT else bare[0])
    else:
        other = owner_of_target(scene, low, reach) if slot == HIT else None
        if slot == "subject" and hit.suffix and hit.entry.text("group") in _LAUNCHING and draft.type == _VIOLENT:
            other = counted(scene, low) or indefinite(scene, low)  # «that | a woman | carried out»
        if slot is not None and other is not None:
            add(scene, draft, OWNER if slot == HIT else slot, other)
            low = other.last if slot != HIT else reach  # whom those who were hit belong to is not who did it
    prepositional(scene, draft, low, reach)


def _of_deed(scene: Scene, hit: Hit, phrase: Phrase) -> bool:
    """Say whether a phrase is of a deed behind a verb that has its object: «held it | after the killing of X»."""
    at = phrase.head - 1
    deed = any(one.form.pos == "masdar" for one in scene.words.triggers.get(at, NONE)) or not hit.entry.text("object")
    return bool(hit.suffix) and at >= hit.last and deed and not scene.verb(at)  # «brought him | at the seat of X»


def _near(scene: Scene, low: int, high: int, *, thing: bool) -> bool:
    """Say whether few words stand between a verb and its noun, commas, days and places apart, and no other object."""
    words = [i for i in range(low, high) if scene.units.is_word(i) and i not in scene.timed and i not in scene.covered]
    if thing and any(accusative(scene, i) or (scene.is_preposition(i) and i + 1 not in scene.at_head) for i in words):
        return False
    return len(words) <= _SUPPORT_RIGHT


def carrier(scene: Scene, draft: Draft) -> None:
    """Find the verb before the noun that carries it, and take its subject: «X launched an attack», «X underwent»."""
    groups, extra = (draft.hit.entry.texts(slot) for slot in ("support", "carriers"))
    before = scene.words.particle_before(kind_first(scene, draft.first))
    apart = before is not None and (before.part == "cause" or before.hit.entry.id in _APART)
    apart = apart or names_others(scene, draft)
    start = scene.units.sentence(draft.first).first
    last = _before_aside(scene, draft.first, start)
    joined = scene.units.norms[draft.first].startswith(AND) and draft.hit.prefix != ""
    crossed = False  # another event, which the verb before it governs
    outer = scene.words.particle_before(construct_first(scene, draft.first))
    barred = outer is not None and (outer.part == "cause" or outer.hit.entry.id in _BESIDE_IT)
    for i in _tokens_before(scene, last, start):
        wishes = None if crossed else _holder(scene, draft, i)
        if wishes is not None:
            add(scene, draft, "subject" if "subject" in draft.actor_slots else "agent", wishes)
            return
        if scene.idle(i):
            continue
        hit = None if apart else (support_at(scene, i, extra) if extra else None) or support_at(scene, i, groups)
        own = draft.type != _COOPERATING and hit is not None and carries_other(scene, hit)
        if hit is not None and scene.verb(i) and (own or barred or presupposed(scene, draft)):
            draft.carried = True
            return  # «a protest that | they held | for fear of attacks»: what it carries stands before it
        made = hit is not None and hit.form.pos in {"masdar", "participle"} and not joined
        if hit is not None and (scene.verb(i) or made):
            hit = _with_by(scene, draft, hit)
            draft.support, draft.carried = hit, True
            _take(scene, draft, hit, i)
            _impose(scene, draft, hit)
            return
        word = doing(scene, i, draft.first)
        if word is not None and "subject" in draft.actor_slots:
            others = crossed or presupposed(scene, draft) or are_planners(scene, draft, word)
            if not (others or others_do(scene, draft, word)):
                _intender(scene, draft, word, i)
            return
        crossed = crossed or (i not in scene.covered and any(map(_tells, scene.words.triggers.get(i, NONE))))
        if scene.verb(i):
            declared = declared_deed(scene, draft, i) or _answered(scene, draft, i)
            if declared is None:
                _fallen(scene, draft, i)
            else:
                _intender(scene, draft, declared, i)
                keep_doers(draft)
            return
        particle = scene.words.particle(i)
        because = particle is not None and particle.hit.entry.id == _BECAUSE
        if scene.units.norms[i][0] in ".؛:" or scene.opens_content(i) or because:
            return


def _impose(scene: Scene, draft: Draft, hit: Hit) -> None:
    """Add for whom the pronoun behind a carrying verb stands, who is not its subject: «were imposed | on it»."""
    held = imposed_on(scene, draft, hit)
    if held is not None:
        draft.parties = [p for p in draft.parties if p.phrase is None or p.phrase.entity != held[1].entity]
        add(scene, draft, *held)


def _take(scene: Scene, draft: Draft, hit: Hit, at: int) -> None:
    """Take the subject of a carrying verb; where a deed has its actor, only who stands between the two."""
    if _has_actor(draft) and hit.entry.text("subject") in _ACTING:
        take_between(scene, draft, at)
    else:
        take_subject(scene, draft, hit, at)


def _with_by(scene: Scene, draft: Draft, hit: Hit) -> Hit:
    """Return the past reading of a carrying verb whose noun stands behind «by»: «came forward | with»."""
    if hit.form.tense != "present" or not scene.units.norms[draft.first].startswith(tuple(BA)):
        return hit
    others = (other for other in scene.words.supports.get(hit.first, NONE) if other.form.tense == "past")
    return next((other for other in others if other.entry.flag("general")), hit)


def _tokens_before(scene: Scene, token: int, start: int) -> Iterator[int]:
    """Yield the tokens before one, nearest first, down to `start`; those inside of names cost nothing."""
    window = _SUPPORT_LEFT
    for i in range(token - 1, start - 1, -1):
        window -= i not in scene.covered or i - 1 not in scene.covered
        if window < 0:
            return
        yield i


def _has_actor(draft: Draft) -> bool:
    """Say whether a deed has its actor beside it, so that its carrier's subject is not: «came out of | X's attack»."""
    beside = (party for party in draft.parties if party.slot in _BESIDE and party.slot in draft.actor_slots)
    told = [p for p in beside if p.phrase is None or not p.phrase.doubted]
    both = draft.symmetric and len(told) > 1 and all(p.slot == "nisba" for p in told)  # «Turkish-Iranian talks»
    return both or (not draft.symmetric and any(p.phrase is None or p.phrase.mention.kind not in _VAGUE for p in told))


def _tells(hit: Hit) -> bool:
    return hit.form.pos == "masdar" and not hit.entry.texts("support")


def _before_aside(scene: Scene, noun: int, start: int) -> int:
    """Return the token before which a noun's verb stands: before a relative clause between commas, «which X leads»."""
    if noun - 1 <= start or scene.units.norms[noun - 1][0] not in "،,":
        return noun
    for i in range(noun - 2, max(start, noun - _ASIDE_LONG), -1):
        particle = scene.words.particle(i)
        if particle is not None and particle.part == "relative" and scene.units.norms[i - 1][0] in "،,":
            return i - 1
    return noun


def _answered(scene: Scene, draft: Draft, at: int) -> Hit | None:
    """Return the verb at a token that says with what somebody answers: «the army answered | with the shelling of Y»."""
    if draft.type not in DEEDS or "subject" not in draft.actor_slots or draft.hit.prefix not in BA:
        return None
    if not draft.hit.prefix or _has_actor(draft):
        return None
    return next((hit for hit in scene.words.supports.get(at, NONE) if hit.entry.text("group") == _ANSWERING), None)


def _holder(scene: Scene, draft: Draft, at: int) -> Phrase | None:
    """Return who has the wish or the duty told at a token to do what a noun behind it says."""
    phrase = holder(scene, at) or (responsible(scene, at) if draft.type == _VIOLENT else None)
    if phrase is None or phrase.last > draft.first or not {"subject", "agent"} & {*draft.actor_slots}:
        return None
    return None if any(_acts(draft, party) for party in draft.parties) else phrase


def _acts(draft: Draft, party: Party) -> bool:
    """Say whether a party is who does a deed already: of a meeting, the other one may stand beside it."""
    return party.slot == "subject" or (party.slot in draft.actor_slots and not draft.symmetric)


def _fallen(scene: Scene, draft: Draft, at: int) -> None:
    """Take those who fell through an attack: «three martyrs fell as a result of the shelling»."""
    fell = next((h for h in scene.words.supports.get(at, NONE) if h.entry.text("object") == "recipient"), None)
    particle = scene.words.particle_before(draft.first)
    if fell is None or fell.entry.text("subject") != "any" or particle is None or particle.part not in {"cause", "in"}:
        return
    behind = [p for p in scene.bare(at + 1, draft.first) if not p.joined]
    subject = subject_before(scene, at, fell) or (behind[0] if behind else None)
    if subject is not None and subject.mention.kind in {"group", "person"}:
        add(scene, draft, "sufferer", subject)


def _intender(scene: Scene, draft: Draft, word: Hit, at: int) -> None:
    """Take the subject of a verb of intention or attempt: it would do what the noun says."""
    behind = [p for p in scene.bare(at + 1, draft.first) if not p.joined]
    resumed = bool(draft.hit.suffix and behind)  # «the men whose arrest | the police announced»
    subject = None if resumed else relative_antecedent(scene, at) or subject_before(scene, at, word)
    subject = subject or (behind[0] if behind else dropped_subject(scene, at, word))
    if subject is not None:
        add(scene, draft, "subject", intending(scene, word, draft, subject))
