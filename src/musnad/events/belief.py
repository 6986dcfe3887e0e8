"""Whether a trigger tells of a happening: the participants that it needs, details, and company in the article."""

from collections import Counter

from musnad.arabic import BA, LAM, LIKE
from musnad.events.days.circumstances import SINCE
from musnad.events.draft import UNDERGONE, WHERE, Draft, Party
from musnad.events.referring import AGREED, counted_from, presupposed, referred, relative, said_of_it, says_who
from musnad.events.roles.demands import in_front
from musnad.events.roles.suffering import ARMED
from musnad.events.scene import QUOTES, Scene
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE, WHAT

# Calibrated on single sentences (majority F1) and on articles: with fewer details a word of violence more often names
# old or general violence than one happening. Company in other sentences of the article makes up for missing details.
_NOUN_DETAILS, _VERB_DETAILS, _COMPANY = 3, 2, 2
_REPORT = 4  # sentences from which a text is a report, whose words tell of happenings, rather than a lone sentence
_REFERRED, _UNREAL, _PRESENT, _PRONOUN = 2, 2, 2, 1
_AIM = 8  # tokens from an event that is asked for to what it is for
_OPEN = frozenset({"requested", "planned"})
_REAL = frozenset({"happened", "ongoing", "failed", "denied"})
_UNCERTAIN = frozenset({"hypothetical", "requested", "denied"})
_TOLD = 2  # details that a word is worth that says what became of an attack: it was foiled, is feared, was denied
_NEAR, _QUALIFIED = 15, 4  # tokens behind a definite noun in which a day is told of it, or a relative clause
_FOILING = frozenset({"status_word.fail2", "status_word.foil"})
_SUMMED, _KNOWN = 2, 2  # details that a sum of violence and the article of a noun cost
_MONTH, _YEAR = 7, 4  # letters of an ISO month, and of a year
_INTRODUCED = 2  # details of its own that a definite noun needs to tell something new
_PLACED = frozenset({"object", "on", "against", WHERE, "idafa"})
_CHECKED = frozenset({"ASSAULT"})
_CIVIL = frozenset({"GOV", "LEG", "PTY", "OPP", "JRN", "MED"})  # sectors of people who attack in words
_ARMS = frozenset({"weapon", "forces", "crowd"})
_PHONE, _REGULARLY = "phone", "regularly"
_COERCING, _LAUNCHING, _SPREADING = "COERCE", "launch", "MOBILIZE"  # fire and terror spread as troops do
_ROUTINE = frozenset({"CONSULT", "AID", "AGREE", "SUPPORT", "COOPERATE"})  # what may be done by rule
_MATERIAL = frozenset({"PROTEST", "COERCE", "MOBILIZE", "AID", "RETREAT", "SANCTION", "COOPERATE"})


def believed(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with enough details to be one happening; what a verb says was not done is no event."""
    pairs = zip([None, *drafts], drafts, strict=False)
    done = [d for before, d in pairs if (complete(d) or _wanted(d)) and not _aim(scene, before, d)]
    company = Counter(scene.units.sentence_of[draft.first] for draft in done if draft.type in _CHECKED)
    total = company.total()
    report = int(len(scene.units.sentences) >= _REPORT)
    kept = []
    for draft in done:
        others = total - company[scene.units.sentence_of[draft.first]]
        credit = report + min(_COMPANY, others)
        parts = filter(complete, draft.absorbed) if draft.type in _CHECKED else ()
        # In a lone sentence «the attack», of which nobody has told before, is more often referred to than told.
        credit -= (not report) * _lone(scene, draft)
        told = next((one for one in (draft, *parts) if _detailed(scene, one, credit)), None)
        if told is None and _by_arms(draft) and _detailed(scene, draft, credit + draft.hit.entry.number("doubt")):
            told = draft
        if told is not None:
            kept.append(told)
    return kept


def _in_words(scene: Scene, draft: Draft) -> bool:
    """Say whether an attack is one in words: that of politicians, with nothing that tells of weapons or forces."""
    if not draft.hit.entry.flag("spoken") or not draft.actors or draft.toll or draft.absorbed:
        return False
    launched = draft.support is not None and draft.support.entry.text("group") == _LAUNCHING
    if not (draft.verbal or launched or draft.hit.suffix):
        return False
    doers = (party.phrase if party.slot == "subject" else None for party in draft.actors)
    civil = all(p is not None and p.mention.kind == "person" and p.entity.sector in _CIVIL for p in doers)
    return civil and not _ARMS & scene.contexts(draft.first)


def _lone(scene: Scene, draft: Draft) -> int:
    """Count what makes a word of violence in a lone sentence a reference: an article, no deed, a month long past."""
    both = (draft.actors and draft.recipients) or _pair(draft)
    undone = draft.status not in {"happened", "hypothetical"} and not (both or _foiled(draft))
    if draft.verbal:
        return undone
    months = [time for time in scene.times_by(draft.first) if time.type == "DATE"]
    past = bool(months) and all(len(time.value or "") <= _MONTH for time in months)
    known = _definite(scene, draft) and not (_qualified(draft) or _carried(scene, draft))
    known = known or counted_from(scene, draft) or says_who(scene, draft)
    return _KNOWN * known + past + undone + said_of_it(scene, draft)


def _carried(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb carries a noun whose article says nothing: «was subjected to | torture», «X fired | rockets».

    Where both sides are told, that is so of any verb: «the rebels launched | the attack on the site».
    """
    support = draft.support
    before = None if support is None else scene.words.particle_before(support.first)
    if support is None or not scene.verb(support.first) or (before is not None and before.hit.entry.id == WHAT):
        return False
    if support.entry.text("group") == UNDERGONE:
        return True
    return bool(draft.actors) and (bool(draft.hit.entry.texts("support")) or bool(draft.recipients))


def _definite(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun has an article that says it is known, and not only as «القضاء على» has one."""
    return draft.hit.definite and not (draft.last - draft.first > 1 and scene.words.is_particle(draft.last - 1))


def _aim(scene: Scene, before: Draft | None, draft: Draft) -> bool:
    """Say whether a noun only tells what an open event is for: «called for a meeting | to sign the deal»."""
    if before is None or draft.verbal or before.status not in _OPEN or draft.status not in _OPEN:
        return False
    together = scene.units.sentence_of[before.first] == scene.units.sentence_of[draft.first]
    opening = min((draft, *draft.absorbed), key=lambda one: one.first)
    near = opening.first - before.last <= _AIM and opening.hit.prefix in LAM | BA
    return together and near and before.type not in SPOKEN and not any(map(_named, draft.recipients))


def complete(draft: Draft) -> bool:
    """Say whether a draft has the participants that its trigger asks for."""
    whole = all(_has(draft, need) for need in draft.hit.entry.texts("needs"))
    return whole and not (_taken_in(draft) or _career(draft))


def _career(draft: Draft) -> bool:
    """Say whether a march is somebody's course of life: that of one person, in idafa, is no protest."""
    parties = (party.phrase for party in draft.actors if party.slot == "idafa")
    alone = (p is not None and p.mention.kind == "person" and p.entity.number == "s" for p in parties)
    return draft.type == "PROTEST" and any(alone)


def _taken_in(draft: Draft) -> bool:
    """Say whether a word of visits tells of how many people: «the camp received 47,000», «the toll reached 50 dead»."""
    if draft.hit.entry.text("mode") != "visit":
        return False
    guests = (party.phrase for party in draft.actors if party.slot == "object")
    reached = (party.phrase for party in draft.recipients if party.slot == "to" and draft.verbal)
    return any(
        p is not None and p.mention.rule.endswith("counted") and p.entity.sector in {None, "CVL"}
        for p in (*guests, *reached)
    )


def _has(draft: Draft, need: str) -> bool:
    if need in {"subject", "object"}:
        doer = need == "subject" and any(party.slot == "idafa" for party in draft.actors)
        return doer or any(party.slot == need for party in draft.parties)
    # A finite verb that is not passive has a subject, named or not.
    actors = bool(draft.actors) or (draft.verbal and not draft.passive and not _nobody(draft))
    recipients = bool(draft.recipients) or (not draft.verbal and draft.hit.suffix != "" and draft.takes_people)
    if need == "both":
        return (actors and recipients) or _pair(draft)
    return (actors and need != "recipient") or (recipients and need != "actor")


def _pair(draft: Draft) -> bool:
    """Say whether two sides act on each other: a meeting, a clash, a war between two."""
    mutual = draft.symmetric or any(party.slot == "between" for party in draft.actors)
    return mutual and len(draft.actors) > 1


def _nobody(draft: Draft) -> bool:
    """Say whether the subject of a verb of speech or spreading is a definite noun for nobody: «floods threaten»."""
    if draft.type in _MATERIAL | _CHECKED and draft.type != _SPREADING:
        return False
    subjects = [party.phrase for party in draft.parties if party.slot == "subject" and party.phrase is not None]
    return any(not phrase.entity.id and phrase.definite for phrase in subjects)


def _detailed(scene: Scene, draft: Draft, company: int) -> bool:
    """Say whether a word has enough details to tell of one happening."""
    if (not draft.verbal and _merely_named(scene, draft)) or _interview(scene, draft) or _by_rule(scene, draft):
        return False
    if _in_words(scene, draft):
        return False
    if draft.type in _CHECKED:
        told = draft.verbal or draft.actors or draft.recipients or draft.toll or _foiled(draft)
        if not (told or _own_details(scene, draft)):
            return False
        wanted = _VERB_DETAILS if draft.verbal or _narrated(scene, draft) else _NOUN_DETAILS
        return _details(scene, draft) + company - _doubts(scene, draft) >= wanted
    if draft.type not in _MATERIAL or (draft.verbal and draft.type != "PROTEST"):
        return True
    # «An inquiry into | the arrest of X» refers to it, and tells it all the same.
    victim = draft.type == _COERCING and not draft.hit.suffix and any(map(_bears_name, draft.recipients))
    wanted = 1 + (referred(scene, draft) and not victim) + draft.hit.entry.number("doubt")
    return _own_details(scene, draft) >= wanted


def _narrated(scene: Scene, draft: Draft) -> bool:
    """Say whether a finite verb tells who fell in the attack that a noun names, or makes the noun an attack at all."""
    told = [one for one in draft.absorbed if one.verbal or _by_verb(scene, one)]
    committed = draft.committed and len(scene.units.sentences) >= _REPORT
    made = _by_verb(scene, draft) and (bool(draft.hit.entry.texts("support")) or committed)
    return bool(told) or made or _taken(scene, draft)


def _taken(scene: Scene, draft: Draft) -> bool:
    """Say whether a clause takes a noun for known: «began the trial of the suspect in | the attacks»."""
    return draft.carried and draft.support is None and presupposed(scene, draft)


def _by_verb(scene: Scene, draft: Draft) -> bool:
    """Say whether a finite verb carries a noun."""
    return draft.support is not None and scene.verb(draft.support.first)


def _with_a_title(scene: Scene, draft: Draft) -> bool:
    """Say whether a talk is one with what stands in quotation marks, as a paper does: «in a call with «X»»."""
    particle = scene.words.particle(draft.last)
    if particle is None or particle.part != "with" or particle.last >= len(scene.units):
        return False
    return scene.units.norms[particle.last] in QUOTES


def _interview(scene: Scene, draft: Draft) -> bool:
    """Say whether a talk is one with a medium: it brings a statement, and is no meeting."""
    if draft.type != "CONSULT":
        return False
    phrases = [party.phrase for party in (*draft.actors, *draft.recipients)]
    if len(phrases) == 1 and _with_a_title(scene, draft):
        return True
    if len(phrases) == 1 and draft.hit.entry.text("mode") == _PHONE:  # «told Reuters in a telephone call»
        phrases += (p for p in scene.between(draft.first - _AIM, draft.first) if p.slot == "for")
    return any(p is not None and (p.mention.kind == "agency" or p.entity.sector == "JRN") for p in phrases)


def _by_rule(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb in the present tells what is done again and again: «the committee meets | every month»."""
    present = draft.verbal and draft.status == "ongoing" and draft.hit.form.tense == "present"
    return present and draft.type in _ROUTINE and _REGULARLY in scene.contexts(draft.first)


def _merely_named(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun names what is known or only thought of: «these talks», «the deal», «a possible attack»."""
    asked = _asked(draft)
    if (draft.hit.definite and scene.hits.has(draft.first - 1, "demonstrative")) or _of_many(scene, draft):
        return True
    if draft.type in AGREED and referred(scene, draft):
        return True
    if draft.status in _UNCERTAIN:
        return not (draft.actors or draft.recipients or asked or _own_details(scene, draft) >= _INTRODUCED)
    if not _definite(scene, draft) or asked or (draft.status == "ongoing" and _qualified(draft)):
        return False
    details = bool(draft.actors) + bool(draft.recipients) + draft.carried + draft.toll
    reach = min(max(draft.reach, draft.last + _NEAR), scene.units.sentence(draft.first).last)
    details += any(i in scene.timed for i in range(draft.last, reach))
    details += any(p.slot == "in" and p.mention.kind == "place" for p in scene.between(draft.last, draft.reach))
    return details + _set_apart(scene, draft) < _INTRODUCED


def _of_many(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun names a kind or a number of events: «an attack | like this», «one of the worst | attacks»."""
    if any(hit.prefix == LIKE for hit in scene.hits.at(draft.last, "demonstrative")):
        return True
    plural = draft.hit.definite and draft.hit.form.number == "p"
    return plural and any(hit.entry.flag("sums") for hit in scene.words.backgrounds.get(draft.first - 1, NONE))


def _wanted(draft: Draft) -> bool:
    """Say whether an event that is asked for needs nobody else: the trigger does not ask whom it is done to."""
    return _asked(draft) and "recipient" not in draft.hit.entry.texts("needs")


def _asked(draft: Draft) -> bool:
    """Say whether somebody asks for the event: who would do it need not be told."""
    return draft.status == "requested" and bool(draft.evidence)


def _qualified(draft: Draft) -> bool:
    """Say whether a word tells whether it happened or goes on: «the siege goes on», «intends to condemn»."""
    return any(node.kind == "status_word" for node in draft.evidence)


def _set_apart(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun dates something («after the deal»), is intended, or told of in a relative clause."""
    before = scene.words.particle_before(draft.first)
    if before is not None and before.part in {"cause", "when"}:
        return True
    following = map(scene.words.particle, range(draft.last, draft.last + _QUALIFIED))
    if any(particle is not None and particle.part == "relative" for particle in following):
        return True
    return _qualified(draft)


def _details(scene: Scene, draft: Draft) -> int:
    """Count what the sentence tells: who, whom, how many, when, where, with what, a toll, a carrying verb."""
    sentence = scene.units.sentence(draft.first)
    when = any(i in scene.timed for i in range(sentence.first, sentence.last))
    where = any(p.slot == "in" and p.mention.kind == "place" for p in scene.between(draft.last, sentence.last))
    where = where or any(_place(party) for party in draft.parties)
    counted = any(p.phrase is not None and p.phrase.mention.rule.endswith("counted") for p in draft.recipients)
    means = "weapon" in scene.contexts(draft.first)
    who = bool(draft.actors) + (_pair(draft) or any(map(_named, draft.recipients))) + counted
    told = _TOLD * (
        draft.status in {"failed", "denied"} and (_qualified(draft) or draft.hit.entry.text("status") != "")
    )
    who += not draft.actors and any(map(_bears_name, draft.recipients)) and _taken(scene, draft)
    return who + when + where + draft.carried + means + draft.toll + told + _foiled(draft)


def _foiled(draft: Draft) -> bool:
    """Say whether somebody foiled it, who is as good as a doer: «foiled | a plan to kill X»."""
    return any(node.rule in _FOILING for node in draft.evidence)


def _by_arms(draft: Draft) -> bool:
    """Say whether a finite verb of violence has an army, police or other armed body for its doer."""
    armed = (party.phrase for party in draft.actors if party.slot == "subject")
    return draft.verbal and any(phrase is not None and phrase.entity.sector in ARMED for phrase in armed)


def _place(party: Party) -> bool:
    """Say whether a place saw the event, or is what an attack hits or takes: «the liberation of the town»."""
    return party.slot in _PLACED and party.phrase is not None and party.phrase.mention.kind == "place"


def _named(party: Party) -> bool:
    """Say whether a participant is of the cast or counted, and not just any noun."""
    phrase = party.phrase
    return phrase is None or bool(phrase.entity.id) or phrase.mention.rule.endswith("counted")


def _bears_name(party: Party) -> bool:
    """Say whether a participant is a person told by name."""
    phrase = party.phrase
    return phrase is not None and phrase.mention.kind == "person" and phrase.mention.proper is not None


def _own_details(scene: Scene, draft: Draft) -> int:
    start = draft.opening
    when = any(i in scene.timed for i in range(start, draft.reach))
    where = any(p.slot == "in" and p.mention.kind == "place" for p in scene.between(start, draft.reach))
    where = where or (draft.type in _CHECKED and any(map(_place, draft.parties))) or in_front(scene, draft)
    told = draft.verbal or draft.support is not None or not draft.hit.definite
    crowd = draft.type == "PROTEST" and told and "crowd" in scene.contexts(draft.first)
    behind = draft.hit.prefix in LAM | BA and draft.support is not None and draft.support.first > draft.first
    if draft.type == "AID" and draft.hit.prefix and draft.hit.form.pos != "masdar" and (behind or not draft.carried):
        return 0  # «laden with aid», «a pier for aid»: aid, but no giving
    # «Protests broke out» is as often a summary as one protest.
    ruled = (draft.carried and (draft.verbal or draft.type != "PROTEST")) or draft.status == "requested"
    goes_on = draft.status == "ongoing" and _qualified(draft)
    return bool(draft.actors) + bool(draft.recipients) + when + where + ruled + crowd + goes_on


def _doubts(scene: Scene, draft: Draft) -> int:
    """Count what speaks against one happening: a mere reference, what has not happened, a habit, a pronoun."""
    doubts = draft.hit.entry.number("doubt")
    doubts += _REFERRED if referred(scene, draft) else 0
    doubts += _REFERRED if draft.verbal and relative(scene, draft) else 0
    doubts += _SUMMED if _summed(scene, draft) else 0
    pair = (draft.actors and any(party.sure for party in draft.recipients)) or _pair(draft)
    # «The possible Iranian attack» is one that is feared of somebody, whoever it would hit.
    whose = any(party.slot in {"nisba", "idafa"} for party in draft.actors)
    feared = draft.status == "hypothetical" and draft.hit.definite and whose
    doubts += _UNREAL * (not pair and not feared) if draft.status not in _REAL else 0
    doubts += _PRESENT if draft.hit.form.tense == "present" and draft.status == "ongoing" else 0
    return doubts + (_PRONOUN if draft.hit.suffix and not draft.verbal else 0)


def _summed(scene: Scene, draft: Draft) -> bool:
    """Say whether violence of a long time is summed up: «since the war», «in 1988»; a day in the clause is one case."""
    times = scene.times_by(draft.first)
    if times and all(len(time.value or "") <= _YEAR and time.type == "DATE" for time in times):
        return True
    if draft.status == "ongoing":
        return False
    for i in range(draft.last, draft.reach):
        if any(hit.entry.text("role") == "ordinal" for hit in scene.words.numbers.get(i, NONE)):
            return False  # «the first of its kind | since»
        particle = scene.words.particle(i)
        if particle is not None and particle.hit.entry.id == SINCE:
            return True
    return False
