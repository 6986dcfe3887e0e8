"""The status that the form of a verb gives an event, with the particles and the word that govern the verb."""

from musnad.arabic import AND, ARTICLE, CONJUNCTIONS, FUTURE, LAM
from musnad.arabic.letters import ALEF, NUN, YA
from musnad.events.draft import FALLEN, OPEN, REAL, Draft
from musnad.events.headings import in_heading
from musnad.events.scene import BREAKS, CLAUSE_ENDS, COMMAS, Scene
from musnad.events.status.clause import over_masdar
from musnad.events.status.governing import NEGATIONS, excepted, governing, in_phrase, note, told_by, will
from musnad.events.words import NONE, NTH_TIME, Particle
from musnad.lexicon import Hit

_OF_VERBS = frozenset({"not_past", "not_future"})  # negations that stand before nothing but verbs
_NEIGHBOUR = 8  # tokens from «or» back to the negation of the verb that it stands beside
_SUBJECT = 8  # tokens from «be» over its subject to its verb
_PARTICLES = {"not_past": "denied", "not_future": "denied", "not": "denied", "future": "planned", "if": "hypothetical"}
_NOW = "PRESENT_REF"
_YET = frozenset({"particle.after_that", "particle.until", "particle.so_that"})  # behind which a verb lies ahead
_RESUMED = 12  # tokens from a verb with «and» back to the one that it goes on from
_NOUN = 3  # tokens of a noun with its adjective
_IF = 24  # tokens from a condition to what depends on it
_GOVERNS = 4  # tokens from «that» back to the word that governs it
_NEXT, _TOMORROW = "status_word.due_behind", "day_word.tomorrow"
_DUE = 20  # tokens from a verb to a day to come
_AHEAD = {"may": "hypothetical", "future": "planned"}
_DENIED = 6  # tokens from «denied» to «to have»
_REFUSED, _MEETING = "REJECT", "CONSULT"
_WHERE, _DURING = "particle.where", "bound_preposition.during"
_WHETHER = "status_word.whether"
_THAT = ALEF + NUN
SAID = frozenset(
    {"AGREE", "REQUEST", "ACCUSE", "THREATEN", "CONCEDE", "REJECT", "SUPPORT"}
)  # told in the present, said once
_ONLY_SAID = SAID - {"AGREE"}  # done by who came or sent for somebody in order to say it
_RANK, _RANKED = "ordinal", 4  # the context of «the first», and the tokens from it to a verb
PREDICATE = 14  # tokens between an event noun and the verb that says what became of it
_TOPIC = frozenset({"about", "on"})
_HELD = "status_word.held"
_HOLDING = frozenset({"hold", "occur"})  # the groups of verbs of meetings that are held
_SHORT = 3  # letters of a verb that are as often those of a noun: «a visit | of work»
_GOVERNED = 5  # tokens between a governing word and the noun it governs
INQUIRY = "investigate"  # the mode of what goes on though it is one of words


def verb_status(scene: Scene, hit: Hit, draft: Draft) -> str:
    """Return the status that the form of a verb and the particles before it give; empty for a plain past."""
    if hit.prefix.endswith(FUTURE):
        word = governing(scene, hit.first, 4, verbal=True)
        unsure = word is not None and word.entry.text("status") in {"hypothetical", "denied"}
        if word is not None and unsure:
            return told_by(scene, draft, word)
        return "hypothetical" if _on_condition(scene, draft) else "planned"
    told = by_particles(scene, hit, draft)
    if told:
        return told
    present = hit.form.tense == "present"
    word = governing(scene, hit.first, 4, verbal=True)
    word = word if word is not None and (present or word.entry.flag("whenever")) else over_masdar(scene, hit)
    if word is not None:
        return told_by(scene, draft, word)
    before = scene.words.particle_before(hit.first)
    be = None if present else _before_subject(scene, hit.first, "be")
    if be is not None:
        return _would_have(scene, draft, be)
    if present and before is not None and before.hit.entry.id in _YET:
        return "planned"  # «what Iran will do after sanctions | are lifted», «in order to»
    narrated = before is not None and before.part == "conjunction" and before.last - before.first > 1
    past = not present or narrated or _ranked(scene, hit)
    if past or _before_subject(scene, hit.first, "was") is not None:
        return ""  # «before he fled» is in the present, and past; «they were | demonstrating»
    if hit.prefix and hit.prefix not in CONJUNCTIONS:
        done = draft.type in _ONLY_SAID or _falls(draft, hit)  # «hit a lamp post | to meet his death»
        return "" if done and _came_to(scene, hit.first) else "planned"
    resumed = _resumed(scene, hit, draft) or due_behind(scene, hit, draft) or _on_the_way(scene, hit, draft)
    if resumed:
        return resumed
    if thought_of(scene, hit):
        return "planned" if before is not None and _agreed(scene, before) else "hypothetical"
    headline = scene.in_headline(hit.first) or in_heading(scene, hit.first)
    if not headline and draft.hit.entry.flag("stance") and _held(scene, draft):
        return "ongoing"
    said = (draft.type in SAID and draft.hit.entry.text("mode") != INQUIRY) or headline
    now = any(time.value == _NOW for time in scene.times_by(hit.first))
    return "" if said and not now else "ongoing"


def due_behind(scene: Scene, hit: Hit, draft: Draft) -> str:
    """Return «planned» where the clause behind a word tells a day to come: «holds a meeting | tomorrow»."""
    if draft.type in SAID:
        return ""
    for i in range(hit.last, min(hit.last + _DUE, scene.units.sentence(hit.first).last)):
        if scene.units.norms[i] in COMMAS and (i - 1 in scene.timed or i + 1 in scene.timed):
            continue  # «receives, | tomorrow, | the head of»
        if scene.ends_clause(i) or scene.opens_content(i) or scene.words.is_relative(i):
            return ""
        if i not in scene.timed:
            if scene.verb(i):
                return ""
            continue
        ahead = any(word.entry.id == _NEXT for word in scene.words.states.get(i, NONE))
        if ahead or any(word.entry.id == _TOMORROW for word in scene.hits.at(i, "day_word")):
            return "planned"
    return ""


def _on_the_way(scene: Scene, hit: Hit, draft: Draft) -> str:
    """Return «planned» for whom somebody meets on a visit: «on a visit | during which he meets», «will go to X, where».

    Such a visit lies ahead or has just begun.
    """
    if draft.type != _MEETING or hit.form.person == 1:
        return ""
    if any(word.entry.id == _DURING for word in scene.hits.at(hit.last, "bound_preposition")):
        return "planned"
    where = scene.words.particle_before(hit.first)
    if where is None or where.hit.entry.id != _WHERE:
        return ""
    for i in range(where.first - 1, max(scene.units.sentence(hit.first).first, where.first - _DUE) - 1, -1):
        if scene.opens_content(i):
            return ""
        if scene.verb(i):
            return "planned" if will(scene, i) else ""
    return ""


def _falls(draft: Draft, hit: Hit) -> bool:
    """Say whether a verb tells who died or was hurt, as nobody sets out to."""
    return draft.level == FALLEN and (hit is not draft.hit or "subject" in draft.recipient_slots)


def _came_to(scene: Scene, first: int) -> bool:
    """Say whether a verb with «for» tells what somebody did something for: «went to Geneva | to demand»."""
    first -= scene.units.norms[first - 1] in "،,"
    for i in range(first - 1, max(scene.units.sentence(first).first, first - PREDICATE) - 1, -1):
        if scene.ends_clause(i) or scene.opens_content(i) or scene.words.is_relative(i):
            return False
        if scene.verb(i):
            return any(one.form.tense == "past" for one in scene.hits.verbs(i))
    return False


def _ranked(scene: Scene, hit: Hit) -> bool:
    """Say whether the present only tells who did it first, or how often it was: «the first minister who | visits»."""
    first = hit.first
    for i in range(first - 1, max(scene.units.sentence(first).first, first - _RANKED) - 1, -1):
        if scene.ends_clause(i) or scene.verb(i) or scene.is_preposition(i):
            return False
        if i not in scene.timed and (scene.told_of(i, _RANK) or scene.told_of(i, NTH_TIME)):
            return True
    return False


def _resumed(scene: Scene, hit: Hit, draft: Draft) -> str:
    """Return the status of the verb that one with «and» goes on from: «is to visit X | and sign»."""
    first = hit.first
    if not scene.units.norms[first].startswith(AND):
        return ""
    for i in range(first - 1, max(scene.units.sentence(first).first, first - _RESUMED) - 1, -1):
        particle = scene.words.particle(i)
        if scene.units.norms[i][0] in CLAUSE_ENDS or (particle is not None and particle.part in BREAKS):
            return ""
        if particle is not None and particle.part in _AHEAD:
            return _like(scene, draft, particle)
        if not scene.verb(i):
            continue
        verbs = scene.hits.verbs(i)
        if all(one.form.tense != "present" for one in verbs):
            return ""
        if any(one.prefix.endswith(FUTURE) for one in verbs):
            return "planned"
        if scene.units.norms[i].startswith(AND):
            continue
        before = scene.words.particle_before(i)
        return "" if before is None else _like(scene, draft, before)
    return ""


def _like(scene: Scene, draft: Draft, before: Particle) -> str:
    """Return the status that a particle before a verb gives to the verb that goes on from it."""
    if before.part in _AHEAD:
        note(draft, before.hit)
        return _AHEAD[before.part]
    if before.hit.entry.id in _YET:
        return "planned"  # «until the town is free | and they withdraw»
    word = governing(scene, before.first, _GOVERNS, verbal=True) if before.part == "complementiser" else None
    return "" if word is None or word.entry.text("status") not in OPEN else told_by(scene, draft, word)


def _held(scene: Scene, draft: Draft) -> bool:
    """Say whether somebody takes the stance that a verb of the present tells, no paper or slogan: «Kurds | demand»."""
    if draft.hit.form.person == 1 or _before_subject(scene, draft.first, "was") is not None:
        return False  # «we demand»: demanded by saying so; «they were demanding»
    if draft.type == _REFUSED:
        return True
    noun = next((i for i in range(draft.first - 1, -1, -1) if i not in scene.timed), 0)
    if noun >= scene.units.sentence(draft.first).first and scene.plain(noun):
        return False  # «a letter | that demands»
    relative = scene.words.particle_before(draft.first)
    if relative is not None and relative.part == "relative" and relative.first in scene.at_last:
        return True  # «the states | that criticise»
    subjects = (p.phrase for p in draft.parties if p.slot == "subject" and p.phrase is not None)
    beside = any(s.entity.id and draft.first in {s.last, s.head - 1} for s in subjects)
    return beside or draft.hit.form.number == "p"


def thought_of(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb in the present stands right behind «that»: what is wanted or feared, whoever does so."""
    before = scene.words.particle_before(hit.first)
    return hit.form.tense == "present" and before is not None and before.part == "complementiser"


def _agreed(scene: Scene, that: Particle) -> bool:
    """Say whether «on» stands before «that»: «on condition that», «agreed that they | sign»."""
    before = scene.words.particle_before(that.first)
    return before is not None and before.part == "on"


def _on_condition(scene: Scene, draft: Draft) -> bool:
    """Say whether a condition stands behind a verb of the future or opens its sentence: «if X agrees, Y will free»."""
    sentence = scene.units.sentence(draft.first)
    opening = scene.words.particle(sentence.first)
    if opening is not None and opening.part == "if" and _is_if(scene, opening) and draft.first - opening.last < _IF:
        return not any(scene.opens_content(i) for i in range(opening.last, draft.first))
    for i in range(draft.last, sentence.last):
        if scene.ends_clause(i):
            return False
        particle = scene.words.particle(i)
        if particle is not None and particle.part == "if":
            return _is_if(scene, particle)
    return False


def _is_if(scene: Scene, particle: Particle) -> bool:
    """Say whether a particle of condition is none of those that are written like «that»."""
    return not scene.units.norms[particle.first].endswith(_THAT)


def _would_have(scene: Scene, draft: Draft, be: int) -> str:
    """Return the status of what «may be, to be» puts into the past: denied or asked, or only thought of."""
    word = governing(scene, be, _DENIED, verbal=True)
    if word is not None:
        return told_by(scene, draft, word)
    before = scene.words.particle_before(be)
    if before is None and be - 1 == scene.units.sentence(be).first:
        return ""  # «with that | it will have freed the town»
    return _PARTICLES.get("" if before is None else before.part, "hypothetical")


def _before_subject(scene: Scene, first: int, part: str) -> int | None:
    """Return where «be» or «was» stands before a verb or its subject: «that gunmen | may have fled»."""
    start = scene.units.sentence(first).first
    may = scene.words.particle_before(first)
    perfect = may is not None and may.part == "may"  # whoever stands between «be» and «have» is the subject
    noun = part == "was" and not scene.units.norms[first].startswith(AND)  # «were planes of X | shelling»
    for i in range(first - 1 - perfect, max(start, first - _SUBJECT) - 1, -1):
        particle = scene.words.particle(i)
        if particle is not None and particle.part == part:
            return i
        if not (i in scene.covered or (perfect and scene.idle(i)) or (noun and in_phrase(scene, i))):
            return None
    return None


def by_particles(scene: Scene, hit: Hit, draft: Draft) -> str:
    """Return the status that negation, future, possibility or condition right before a verb gives."""
    i = hit.first
    start = scene.units.sentence(i).first
    for _ in range(3):
        particle = scene.words.particle_before(i)
        if particle is None or i <= start:
            break
        part = particle.part
        if part in _PARTICLES:
            note(draft, particle.hit)
            before = scene.words.particle_before(particle.first)
            if part in NEGATIONS and excepted(scene, hit.last):
                return "happened" if part == "not_past" else ""
            # «If he does not …»: what looks like «that» follows no «did not».
            condition = before is not None and before.part in (
                {"if", "complementiser"} if part == "not_past" else {"if"}
            )
            if condition and before is not None and part == "not_past" and before.first > start:
                # «though it does not take part», no «…, and if it does not»
                aside = scene.units.norms[before.first - 1][0] in CLAUSE_ENDS
                condition = aside or not scene.units.norms[before.first].startswith(AND)
            draft.negated = draft.negated or (part in NEGATIONS and not condition)
            condition = condition or (part == "future" and _on_condition(scene, draft))
            return "hypothetical" if condition else _PARTICLES[part]
        if part == "may" and hit.form.tense == "present":
            note(draft, particle.hit)
            return "hypothetical"
        if part == "complementiser" and hit.form.tense == "present" and _falls_to(scene, particle.first):
            word = governing(scene, particle.first, _GOVERNS)  # «it is hard | for X to»
            return "requested" if word is None else told_by(scene, draft, word)
        if part == "coordinator":
            return _beside_another(scene, draft, hit, particle)
        i = particle.first
    return ""


def _falls_to(scene: Scene, token: int) -> bool:
    """Say whether «it is for X» stands right before «to»: «the leaders must | make concessions»."""
    phrase = scene.at_last.get(token)
    if phrase is not None:
        return phrase.slot == "on"
    noun = token - 1
    while noun > token - _NOUN and scene.units.norms[noun].startswith(ARTICLE) and noun not in scene.covered:
        particle = scene.words.particle_before(noun)
        if particle is not None:
            return particle.part == "on"
        noun -= 1  # «it is for the body | that is meant to»
    return False


def _beside_another(scene: Scene, draft: Draft, hit: Hit, coordinator: Particle) -> str:
    """Return the status of a verb behind «or» that is its neighbour's: «did not punish Russia | or condemn it»."""
    first = coordinator.first
    for i in range(first - 1, max(scene.units.sentence(first).first, first - _NEIGHBOUR) - 1, -1):
        if scene.ends_clause(i):
            return ""
        whether = next((h for h in scene.words.states.get(i, NONE) if h.entry.id == _WHETHER), None)
        if whether is not None:
            return told_by(scene, draft, whether)  # «it is not clear whether he was hit | or killed»
        particle = scene.words.particle(i)
        if particle is not None and particle.part in _OF_VERBS:
            note(draft, particle.hit)
            draft.negated = True
            return "denied"
        if particle is not None and particle.part == "may" and hit.form.tense == "present":
            return "hypothetical"
        if scene.verb(i) and any(one.prefix and one.prefix in LAM for one in scene.hits.verbs(i)):
            return "planned"  # «has till May to approve | or refuse»
    return ""


def told_in_past(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb of the past governs the noun in its clause: «Riyadh hosted | negotiations»."""
    start = scene.units.sentence(draft.first).first
    for i in range(draft.first - 1, max(start, draft.first - PREDICATE) - 1, -1):
        if scene.ends_clause(i):
            return False
        particle = scene.words.particle(i)
        if particle is not None and particle.part in _TOPIC:
            return False  # «looked at the progress of | negotiations», «spoke about»
        if scene.verb(i):
            return all(hit.form.tense == "past" for hit in scene.hits.verbs(i))
    return False


def told_behind(scene: Scene, draft: Draft) -> bool:
    """Say whether a clause right behind a noun tells of it in the past: «talks | lasted», «the attack that | hit».

    «Who» behind a deed done to people is whom it is done to.
    """
    i, end = draft.last, scene.units.sentence(draft.first).last
    while draft.type == _MEETING and i < end and i in scene.covered:
        i += 1  # «the summit | of the Union | that was held on Monday»
    near = (hit for k in (i, i + 1) for hit in scene.words.states.get(k, NONE))
    if any(hit.entry.id == _HELD for hit in near):
        return True  # «the meeting | that is held today»
    if draft.hit.definite or i > draft.last:
        particle = scene.words.particle(i)
        if particle is None or particle.part != "relative" or not scene.units.norms[i].endswith(YA):
            return False
        i = particle.last
    elif draft.hit.suffix or scene.units.norms[min(i, len(scene.units) - 1)].startswith(AND):
        return False
    made = scene.words.supports.get(i, NONE) if draft.type == _MEETING else NONE
    met = any(hit.entry.text("group") in _HOLDING for hit in made)
    if not scene.verb(i) or (i > draft.last + 1 and not met) or (draft.hit.definite and not met and _acted(scene, i)):
        return False
    was = scene.words.particle(i)
    due = range(i, i + 1 + (was is not None and was.part == "was"))  # «a visit | that was due»
    if any(hit.entry.text("status") not in REAL for k in due for hit in scene.words.states.get(k, NONE)):
        return False
    verbs = scene.hits.verbs(i)
    if scene.hits.has(i, "adjective") or any(hit.suffix == YA for hit in verbs):
        return False  # «a peaceful | sit-in», in letters of «handed me»
    women = draft.hit.form.gender == "f" or draft.hit.form.number == "p"  # things in the plural take «she»
    held = met or (draft.support is not None and draft.support.first == i)  # «a summit | was held»
    agree = any(hit.form.gender == "f" for hit in verbs) if women else held or len(scene.units.norms[i]) > _SHORT
    if not (agree and all(hit.form.tense == "past" and (held or hit.form.voice == "active") for hit in verbs)):
        return False
    word = governing(scene, draft.first, _GOVERNED)  # «denied | an attack that X launched»
    return word is None or word.entry.text("status") in REAL | {"planned", "requested"}


def _acted(scene: Scene, i: int) -> bool:
    """Say whether a verb that carries nouns has somebody for its subject: «that X launched», not «that took place»."""
    return any(hit.entry.text("subject") == "actor" for hit in scene.words.supports.get(i, NONE))
