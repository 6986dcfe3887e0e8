"""Which words of an article are events: triggers that fit where they stand."""

from musnad.arabic import AND, ARTICLE, BA, BARE, CONJUNCTIONS, LAM
from musnad.arabic.letters import ALEF, NUN, TANWIN, WAW, YA
from musnad.events.belief import complete
from musnad.events.constructions import fits
from musnad.events.draft import FALLEN, Draft
from musnad.events.roles.carriers import support_at
from musnad.events.roles.cast_roles import assign
from musnad.events.roles.nouns import noun_parties
from musnad.events.roles.subjects import subject_before
from musnad.events.roles.verbs import verb_parties
from musnad.events.scene import Scene
from musnad.events.status.governing import BEFORE
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE, PREPOSITIONS, WHAT, Particle
from musnad.lexicon import Hit

_SIGNING = "sign"  # the group of verbs that make a paper an agreement
_UNARMED = frozenset({"verbal_attack_soft", "accident"})
_ACCIDENTAL = frozenset({"accident", "crash"})
_PROCLITICS = BA | LAM
_INCIDENT = "incident"  # the context of «the incident», of which the sentence before or the title tells the kind
_SOFT = frozenset({"culture", "economy"}) | _UNARMED
_FORCE = (frozenset({"violence", "crowd"}), frozenset({"forces", "weapon"}))  # what is stronger than a soft context
_ALWAYS_EXCLUDED = frozenset({"sport", "culture"})
_JUSSIVE = frozenset({"not_past", "not", "if"})  # what a verb in the jussive stands behind
_MANNER = "particle.manner"
_NOMINATIVE, _DUAL = WAW + NUN, ALEF + NUN
_BEFORE_NOUNS = frozenset({"in", "on", "to", "with", "about", "between", "for", "against"})
_MADE = frozenset({"masdar", "participle"})
_NEAR = 2  # tokens behind a noun in which a preposition belongs to it and to nothing else
_CLAUSE = 12  # tokens from a verb of yielding to «that»
_YIELDING = "CONCEDE"
_OCCASION, _HITTING = "occasion", frozenset({"attack", "hit"})  # levels of meetings, and of what hits them
_TARGET = 4  # tokens from a verb of attack over its subject to what was hit
_JOINED = 8  # tokens from «not» to a second verb: «did not apologise | and resign»
_RETOLD = 5  # tokens from an event noun to the verb of its relative clause
_SUPPORT_WINDOW = 9
_LARGE = 100  # numbers behind which one noun in the singular stands
_WHOLE = frozenset(
    {"body", "role", "place_head", "title", "organisation", "group", "country", "place", "source_noun", "ordinary_word"}
)


def drafts(scene: Scene) -> list[Draft]:
    """Return a draft for every trigger of the article that fits, in order, with its parties."""
    found: list[Draft] = []
    covered = 0
    for first, hits in scene.words.triggers.items():
        if first < covered:
            continue
        draft = _best(scene, hits)
        if draft is not None and not (_retells(scene, draft, found) or _hit(scene, draft, found)):
            if found and _carries(found[-1], draft):
                found.pop()
            found.append(draft)
            covered = draft.last
    return found


def _carries(before: Draft, draft: Draft) -> bool:
    """Say whether the draft before is only the verb that makes another word an event: «held | hostages»."""
    support = draft.support
    made = support is not None and bool(draft.hit.entry.texts("support")) and before.type != draft.type
    return made and support is not None and support.first == before.first


def _best(scene: Scene, hits: list[Hit]) -> Draft | None:
    """Return the first reading of a word that has all its participants, else the first that fits at all."""
    first: Draft | None = None
    ordered = _ranked(hits) if len(hits) > 1 else hits
    for hit in ordered:
        draft = _draft(scene, hit)
        if draft is None:
            continue
        assign(draft)
        if complete(draft):
            return draft
        first = first or draft
    return first


def _ranked(hits: list[Hit]) -> list[Hit]:
    """Return the readings of a word, the most telling first.

    A word written out in full beats one that needs a pronoun to fit; of two types the one that asks for its verb, or
    for what stands behind it, says more: «imposed | an embargo» is a sanction, whatever a ban is; a noun of its own
    beats what is made of a verb, and a signed paper one of which nobody says that.
    """
    types = {hit.entry.text("type") for hit in hits}
    return sorted(
        hits,
        key=lambda hit: (
            -hit.last,
            hit.suffix != "",
            len(types) > 1 and not (hit.entry.texts("support") or hit.entry.texts("then")),
            hit.form.pos in _MADE,
            _SIGNING not in hit.entry.texts("support"),
        ),
    )


def _retells(scene: Scene, draft: Draft, before: list[Draft]) -> bool:
    """Say whether a relative clause only tells more of the event noun before it: «talks that Riyadh will host»."""
    if not before or not draft.verbal or not draft.hit.suffix:
        return False
    particle = scene.words.particle_before(draft.first)
    relative = particle is not None and particle.part == "relative"
    return relative and before[-1].type == draft.type and draft.first - before[-1].last <= _RETOLD


def _hit(scene: Scene, draft: Draft, before: list[Draft]) -> bool:
    """Say whether a meeting is only what an attack hit: «a drone hit | a gathering of elders»."""
    if not before or draft.level != _OCCASION or before[-1].level not in _HITTING:
        return False
    ruled = draft.hit.prefix not in BARE or scene.words.particle_before(draft.first) is not None
    between = range(before[-1].last, draft.first)
    beside = len(between) <= _TARGET and all(i in scene.covered or scene.idle(i) for i in between)
    return beside and not ruled and (not between or scene.units.norms[draft.first].endswith(ALEF))


def _draft(scene: Scene, hit: Hit) -> Draft | None:
    # The cheapest questions come first: most words fall at one of them.
    form = hit.form
    verbal = form.pos == "verb"
    if verbal and form.person != 3:  # noqa: PLR2004 - the third person
        return None
    if verbal != scene.verb(hit.first) and (verbal or form.pos in {"masdar", "noun"}):
        return None
    if hit.first and scene.units.norms[hit.first - 1] == ARTICLE:
        return None  # «Al Thani»: a house, written apart
    if _inside_name(scene, hit) or not _in_context(scene, hit) or not fits(scene, hit):
        return None
    groups = hit.entry.texts("support")
    if (groups and not _supported(scene, hit, groups)) or _misread(scene, hit):
        return None
    if verbal and hit.entry.flag("lasting") and hit.form.tense == "present" and _describes(scene, hit):
        return None
    draft = Draft(hit, hit.first, hit.last, verbal)
    if verbal or hit.form.pos == "participle":
        verb_parties(scene, draft)
    else:
        noun_parties(scene, draft)
    wanted = hit.entry.texts("prepositions")
    if wanted and verbal and hit.suffix and "object" not in draft.recipient_slots:
        return None  # «the victories that they achieved», of a verb that as one of inquiry has no object
    if wanted and not _preposition_follows(scene, draft, wanted) and not _content_follows(scene, draft):
        return None
    return draft


def _content_follows(scene: Scene, draft: Draft) -> bool:
    """Say whether words of speech have a content of their own, whatever stands between: «confessed | that»."""
    spoken = draft.type in SPOKEN - {"AGREE"} and draft.hit.form.tense != "present"
    if not spoken or scene.told(draft.hit) is None:
        return False
    reach = min(scene.units.sentence(draft.first).last, draft.last + _CLAUSE)
    return draft.type != _YIELDING or any(map(scene.opens_content, range(draft.last, reach)))  # «approved | a law»


def _describes(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb of a relative clause only says who somebody is: «the forces that fight»."""
    particle = scene.words.particle_before(hit.first)
    if particle is None and not hit.prefix and hit.first > scene.units.sentence(hit.first).first:
        return scene.hits.has(hit.last, "bound_preposition")  # «tanks | that they control»
    return particle is not None and particle.part == "relative" and not hit.suffix


def _misread(scene: Scene, hit: Hit) -> bool:
    """Say whether the letters are another word: article and pronoun at once, a part of the day, a whole noun."""
    if (hit.definite and hit.form.pos == "participle") or _nisba(scene, hit):
        return True
    if hit.suffix and scene.words.is_particle(hit.first):
        return True
    if hit.suffix == YA or hit.first in scene.timed or hit.first in scene.words.numbers:
        return True
    if hit.form.pos == "participle":
        return _adjectival(scene, hit)
    return (hit.form.pos == "verb" and _no_verb(scene, hit)) or _other_word(scene, hit)


def _nisba(scene: Scene, hit: Hit) -> bool:
    """Say whether letters of a dual in construct are an adjective: «social», not «in | the two meetings of»."""
    if hit.form.number != "d" or hit.form.pos == "verb" or hit.suffix or not hit.form.pattern.endswith(YA):
        return False
    before = scene.words.particle_before(hit.first)
    return hit.definite or (not hit.prefix and (before is None or before.part == "coordinator")) or hit.prefix == AND


def _adjectival(scene: Scene, hit: Hit) -> bool:
    """Say whether a participle tells no act: those that do are accusative, «calling for», not counted."""
    before = hit.first - 1
    counted = before >= 0 and (scene.units.norms[before].isdigit() or before in scene.words.numbers)
    nouns = (other for other in scene.words.triggers.get(before, NONE) if other.form.pos in {"masdar", "noun"})
    if hit.form.number != "s" and not hit.prefix and any(nouns):
        return True  # «the arrest of | accused men»
    if scene.units.norms[hit.first].endswith(_NOMINATIVE) and scene.words.is_particle(hit.last):
        return True  # «critics | have accused»
    short = hit.form.gender == "m" and hit.form.number == "s" and not hit.form.pattern.endswith(ALEF)
    return counted or short or (hit.form.gender == "f" and hit.form.number == "s" and _predicative(scene, hit))


def _predicative(scene: Scene, hit: Hit) -> bool:
    """Say whether a participle is what a clause without a verb says of its subject: «that the states are | asked»."""
    for i in range(hit.first - 1, scene.units.sentence(hit.first).first - 1, -1):
        if scene.opens_content(i):
            return True
        if scene.verb(i) or not (scene.units.is_word(i) or i in scene.covered):
            return False
    return False


def _no_verb(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb cannot stand here: «what he called», or a dual with nobody before it."""
    before = scene.words.particle(hit.first - 1)
    if hit.suffix and before is not None and before.hit.entry.id == WHAT:
        return True
    if _function_word(scene, hit):
        return True
    joined = scene.words.particle_before(hit.first)
    if hit.form.tense == "past" and not hit.prefix and joined is not None and _before_nouns(joined):
        return True  # «in | prison», «in a | decisive manner»: letters of a past verb
    if hit.form.tense == "jussive" and hit.prefix in CONJUNCTIONS and not _ruled_jussive(scene, hit, joined):
        return True
    if hit.form.number == "d" and (hit.suffix.endswith(YA) or TANWIN in scene.units.surface(hit.first, hit.last)):
        return True  # «of the Taliban»: letters of «they asked me»; «a student», in the accusative
    if _speech(scene, hit) or _subject_noun(scene, hit):
        return True
    if hit.prefix in LAM and hit.prefix and scene.units.norms[hit.first].endswith((_NOMINATIVE, _DUAL)):
        return True  # «Lieberman», letters of «that both conclude», which would end without its nun
    if joined is not None and not hit.prefix and joined.part in PREPOSITIONS | {"other"}:
        # «Whoever kills» is no one's deed; «in his words» no verb. «Before» can stand for «before that».
        return hit.form.tense == "present" or (bool(hit.suffix) and joined.hit.entry.id != BEFORE)
    digits = hit.first > 0 and scene.units.norms[hit.first - 1][-1].isdigit()
    noun = hit.form.tense == "past" and not hit.suffix and _large(scene, hit.first - 1)
    counted = (digits or noun) and hit.first - 1 not in scene.timed
    if hit.form.number == "s" and not hit.prefix and counted:
        return True  # «8,800 students»: letters of a verb, but counted
    return hit.form.number == "d" and not hit.prefix and subject_before(scene, hit.first, hit) is None


def _ruled_jussive(scene: Scene, hit: Hit, before: Particle | None) -> bool:
    """Say whether «not» or «if» rules a verb in the jussive, whose letters are else others: «he | rides a car»."""
    if not hit.prefix:
        return before is not None and before.part in _JUSSIVE
    start = max(scene.units.sentence(hit.first).first, hit.first - _JOINED)
    particles = (scene.words.particle(i) for i in range(start, hit.first))
    return any(particle is not None and particle.part in _JUSSIVE for particle in particles)


def _large(scene: Scene, i: int) -> bool:
    """Say whether a token is a number with one noun behind it: «450 thousand | students», letters of «demanded»."""
    return any(hit.entry.number("value") >= _LARGE for hit in scene.words.numbers.get(i, NONE))


def _function_word(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb without its last hamza is a function word: «here», letters of «congratulated»."""
    bare = scene.units.surface(hit.first, hit.last).strip().endswith(ALEF)
    return bare and hit.form.number == "s" and not hit.suffix and scene.hits.has(hit.first, "function_word")


def _before_nouns(particle: Particle) -> bool:
    """Say whether nothing but a noun or adjective stands behind a particle."""
    return particle.part in _BEFORE_NOUNS or particle.hit.entry.id == _MANNER


def _speech(scene: Scene, hit: Hit) -> bool:
    """Say whether letters of an act are rather those of speech: «did not say», not «dismiss»; «وصفت», «described»."""
    cues = [other for other in scene.hits.at(hit.first) if other.kind == "cue" and other.form.pos == "verb"]
    if any(len(other.prefix) < len(hit.prefix) and other.last >= hit.last for other in cues):
        return True
    if hit.form.tense == "jussive":
        return any(other.form.tense == "jussive" for other in cues)
    past = any(other.form.tense == "past" and other.last <= hit.last for other in cues)
    return hit.form.tense == "present" and past and scene.told(hit) is not None


def _subject_noun(scene: Scene, hit: Hit) -> bool:
    """Say whether letters of a past verb are a noun: behind a preposition written onto it, or right behind a verb."""
    if hit.form.tense != "past":
        return False
    if hit.prefix in _PROCLITICS:
        return True
    before = hit.first - 1
    if hit.prefix or before < scene.units.sentence(hit.first).first:
        return False
    if before in scene.words.supports and not _fell(scene, before):
        return False
    return scene.verb(before) and scene.opens(before) and not scene.words.is_particle(before)


def _fell(scene: Scene, i: int) -> bool:
    """Say whether a token is a verb of those who fell, behind which stands who did: «was wounded | a student»."""
    verbs = (hit for hit in scene.words.triggers.get(i, NONE) if hit.form.pos == "verb")
    return any(hit.entry.text("level") == FALLEN for hit in verbs)


def _other_word(scene: Scene, hit: Hit) -> bool:
    """Say whether another entry explains the letters better, with less written onto it."""
    for other in scene.hits.at(hit.first):
        form, kind = other.form, other.kind
        if kind == "status_word" and form.pos == "verb" and other.last >= hit.last:
            return hit.form.pos == "verb" and not (form.entry.flag("predicate") or form.entry.texts("by"))
        same = kind == "trigger" and hit.prefix not in CONJUNCTIONS and other.last >= hit.last
        whole = kind in _WHOLE and form.pos in {"noun", "word"} and (hit.suffix or hit.form.pos == "verb")
        fuller = (same or whole) and len(other.prefix) < len(hit.prefix) and len(other.suffix) <= len(hit.suffix)
        if fuller:
            return True  # «a search», not «by urging»
    return False


def _inside_name(scene: Scene, hit: Hit) -> bool:
    """Say whether the word is part of a name or title."""
    phrase = scene.covered.get(hit.first)
    if phrase is None:
        return False
    if phrase.mention.kind == "group":
        of_attack = hit.entry.text("level") == "attack"  # «the victims | of the attack»
        return phrase.first < hit.first and (phrase.mention.proper is not None or (hit.definite and not of_attack))
    return not (phrase.first == hit.first and (phrase.last <= hit.last or hit.last - hit.first > 1))


def _in_context(scene: Scene, hit: Hit) -> bool:
    """Say whether the sentence is about what the trigger needs, and about nothing that excludes it.

    Violence in the sentence is stronger than a context of culture or economy; weapons and forces than an accident.
    """
    contexts = scene.contexts(hit.first)
    entry = hit.entry
    if _INCIDENT in contexts and entry.text("level") == FALLEN:
        contexts |= _incident(scene, hit.first)
    excluded = contexts & (_ALWAYS_EXCLUDED | set(entry.texts("unless")))
    if excluded and not (excluded <= _SOFT and contexts & _FORCE[excluded <= _UNARMED]):
        return False
    within = entry.texts("within")
    return not within or bool(contexts & set(within)) or _confessed(scene, hit)


def _incident(scene: Scene, token: int) -> frozenset[str]:
    """Return what the title and the sentence before tell of «the incident»: that it was a crash or an accident."""
    number = scene.units.sentence_of[token]
    before = scene.units.sentences[max(number - 1, 0)].first
    return (scene.contexts(before) | scene.contexts(0)) & _ACCIDENTAL


def _confessed(scene: Scene, hit: Hit) -> bool:
    """Say whether words that may yield or approve have a content: «acknowledged | that», whatever it is about."""
    yielding = hit.entry.text("type") == _YIELDING and hit.form.tense == "past"
    return yielding and scene.told(hit) is not None


def _supported(scene: Scene, hit: Hit, groups: tuple[str, ...]) -> bool:
    """Say whether a verb of the wanted groups carries the noun: before it in the clause, or right behind it."""
    units, first = scene.units, hit.first
    start = units.sentence(first).first
    for i in range(first - 1, max(start, first - _SUPPORT_WINDOW) - 1, -1):
        if scene.idle(i):
            continue
        if support_at(scene, i, groups) is not None:
            return True
        particle = scene.words.particle(i)
        before = particle is not None and particle.hit.entry.id == BEFORE and i not in scene.timed
        if before or units.norms[i][0] in ".؛:" or scene.verb(i):
            break  # «held a meeting | before a session»: the session is another one
    end = units.sentence(first).last
    return any(support_at(scene, i, groups) is not None for i in range(hit.last, min(end, hit.last + 3)))


def _preposition_follows(scene: Scene, draft: Draft, wanted: tuple[str, ...]) -> bool:
    """Say whether one of some prepositions follows in the clause, written apart or onto its noun."""
    reach = max(draft.reach, draft.last)
    if draft.hit.entry.flag("near"):
        reach = min(reach, draft.last + _NEAR)
    for i in range(draft.last, reach):
        particle = scene.words.particle(i)
        if particle is not None and particle.part in wanted:
            return True
        if any(hit.entry.text("part") in wanted for hit in scene.hits.at(i, "bound_preposition")):
            return True
    if draft.hit.entry.flag("near"):
        return False
    if any(party.slot in wanted for party in draft.parties):
        return True
    return bool({"by", "for"} & set(wanted)) and any(
        i not in scene.covered and _proclitic(scene.units.norms[i], wanted) and not _own_letter(scene, i)
        for i in range(draft.last, min(reach, draft.last + 8))
    )


def _own_letter(scene: Scene, i: int) -> bool:
    """Say whether the first letter of a token is no preposition, since a list knows the word with it."""
    hits = scene.hits.at(i)
    return bool(hits) and not any(hit.prefix for hit in hits)


def _proclitic(norm: str, wanted: tuple[str, ...]) -> bool:
    by = "by" in wanted and any(norm.startswith(p) for p in BA)
    return by or ("for" in wanted and any(norm.startswith(p) for p in LAM) and not norm.startswith(ARTICLE))
