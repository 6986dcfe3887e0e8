"""What lies ahead of what is told: purposes, meetings to come, nouns of which a clause in the future is told."""

from musnad.arabic import AND, ARTICLE, BARE, CONJUNCTIONS, FUTURE, FUTURE_STARTS, LAM
from musnad.arabic.letters import HA
from musnad.events.days.circumstances import SINCE
from musnad.events.draft import FALLEN, HARMING, UNDERGONE, Draft
from musnad.events.scene import CLAUSE_ENDS, COMMAS, Scene
from musnad.events.status.clause import carried_out, deliberated, discussed, negotiated, under_future
from musnad.events.status.governing import AIMS, BEFORE, NEGATIONS, done_by, governing, in_another, note, will
from musnad.events.status.tense import SAID
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE, SIGN_MASDAR, WHAT, Particle

_MEETING, _SIGNED, _GIVEN, _THANKS = "CONSULT", "AGREE", "AID", "SUPPORT"
_TOWARDS = "to"
_WILL_BE, _WOULD = "status_word.will_be", "status_word.would"
_WILL_BEGIN = frozenset({"status_word.begins_soon", "status_word.will_be_done"})
_AHEAD = 4  # tokens from «before» to what lies ahead
_PRESIDING = "presiding"  # the context of «his chairing of»
_STAGE = "stage"  # the context of «the end of, in the course of»
_TALKS = 2  # tokens from talks to what they are about
_ASKS_FOR = frozenset({"status_word.requires", "status_word.needs_to", "status_word.is_an_aim"})
_RELATIVE = 7  # tokens behind a noun in which a relative clause tells its time
_SHORT = 4  # letters of a word too short to be a verb of the future
_REACH = 14  # tokens from a verb of those to whom a thing is done to that thing
# Masdars behind «for» that are not yet done.
_PURPOSES = frozenset({"ASSAULT", "CONSULT", "COERCE", "AID", "MOBILIZE", "RETREAT", "COOPERATE"})
_LEAVE, _ARREST = "trigger.retreat.withdraw", "arrest"
_PHRASED = frozenset({"MOBILIZE", "RETREAT", "COOPERATE"})  # types whose set phrases are masdars
_BY_COURT = frozenset({"allege", "investigate"})  # modes of what is done to somebody, not only said
_MET = frozenset({UNDERGONE, "repel"})  # groups of verbs that take what is done with «to»
_DECIDED = frozenset({"AGREE", "RETREAT", "SANCTION", "REJECT", "COOPERATE", "AID", "MOBILIZE"})
_CHOSEN, _ATTACKED = _DECIDED | {"CONCEDE"}, "ASSAULT"


def outlook(scene: Scene, draft: Draft) -> str:
    """Return the status of a noun on a condition, with a purpose or a future; empty where it lies not ahead."""
    thought = _in_condition(scene, draft) and not _refused(scene, draft)
    if thought or to_be_done(scene, draft) or deliberated(scene, draft) or discussed(scene, draft):
        return "hypothetical"
    made = draft.support
    opening = draft.first if made is None or made.form.pos != "masdar" else min(draft.first, made.first)
    if done_by(scene, opening - 1) and _present(scene, opening - 1):
        asked = scene.words.particle_before(opening - 1)
        if asked is not None and asked.part in NEGATIONS:
            return "denied"
        # «he | is being prosecuted», «is he?»
        return "hypothetical" if asked is not None and asked.part in {"may", "if"} else "ongoing"
    if negotiated(scene, draft):
        return "planned"
    if _incumbent(scene, draft):
        return "requested"
    aim = purpose(scene, draft) or (draft.support is None and to_launch(scene, draft))
    if aim and _of_a_word(scene, draft):
        return "happened"
    if aim or _ahead(scene, draft) or _at_what_is_due(scene, draft):
        return "planned"
    return _will(scene, draft) or under_future(scene, draft)


def _refused(scene: Scene, draft: Draft) -> bool:
    """Say whether a request is what is refused, and so was made: «in case they refuse | his request»."""
    before = range(draft.first - _AHEAD, draft.first)
    words = (hit for i in before for hit in scene.words.triggers.get(i, NONE))
    return draft.type == "REQUEST" and any(hit.entry.text("type") == "REJECT" for hit in words)


def _incumbent(scene: Scene, draft: Draft) -> bool:
    """Say whether a deed falls to somebody: «he said that it is for the government | to free X», a masdar in Arabic."""
    opening = draft.opening
    who = scene.at_last.get(opening)
    noun = draft.hit.form.pos == "noun" and draft.support is None
    if noun or draft.hit.prefix not in BARE or who is None or who.slot != "on":
        return False
    particle = scene.words.particle_before(who.head)
    if particle is None or particle.part != "on":
        return False
    return particle.first == scene.units.sentence(opening).first or scene.opens_content(particle.first - 1)


def _ahead(scene: Scene, draft: Draft) -> bool:
    """Say whether a meeting lies ahead of what is told: «days before | the visit», «before the start of | talks»."""
    if draft.type != _MEETING or (draft.support is not None and draft.support.form.tense == "past"):
        return False
    before = draft.first - 1
    if scene.verb(before) and (will(scene, before) or _is_due(scene, before)):
        return True  # «the visit | will include, is expected to include», in Arabic the other way round
    for i in range(draft.first, max(draft.first - _AHEAD, scene.units.sentence(draft.first).first), -1):
        particle = scene.words.particle_before(i)
        if particle is not None and particle.hit.entry.id == BEFORE:
            return particle.first not in scene.timed  # «hosted, days ago, | a meeting»
        opening = (scene.plain(i - 1) or i - 1 in scene.words.supports) and not scene.told_of(i - 1, _STAGE)
        if not (i - 1 in scene.timed or opening or (particle is not None and particle.part == "from")):
            return False
    return False


def _is_due(scene: Scene, verb: int) -> bool:
    """Say whether a word behind which something is due governs a verb: «is expected to»."""
    word = governing(scene, verb, _AHEAD, verbal=True)
    return word is not None and word.entry.text("status") == "planned"


def _at_what_is_due(scene: Scene, draft: Draft) -> bool:
    """Say whether a meeting is where something will be done: «will speak | during | his visit»."""
    particle = scene.words.particle_before(draft.first)
    if draft.type != _MEETING or draft.support is not None or particle is None or particle.part != "cause":
        return False
    for i in range(particle.first - 1, max(scene.units.sentence(draft.first).first, particle.first - _REACH) - 1, -1):
        if scene.ends_clause(i) or scene.words.is_relative(i):
            return False
        if scene.verb(i):
            return _is_due(scene, i) or will(scene, i)
    return False


def _will(scene: Scene, draft: Draft) -> str:
    """Return what a clause behind the noun in the future makes of it: «talks that Riyadh will host», «will be about».

    Of what somebody decides it tells the consequences, should he do so: «the withdrawal of X | will threaten».
    """
    names = sum(i in scene.covered for i in range(draft.last, draft.last + _RELATIVE))
    near = range(draft.last, min(draft.last + _RELATIVE + names, scene.units.sentence(draft.first).last))
    place = scene.words.particle_before(draft.first)
    within = draft.hit.definite and place is not None and place.part == "in"
    if within and not any(map(scene.words.is_relative, near)):
        return ""  # «who takes part in | the talks | will discuss»
    for i in near:
        particle = scene.words.particle(i)
        goes_on = scene.units.norms[i - 1] in COMMAS and _goes_on(scene, i)
        if goes_on or scene.units.norms[i][0] in ':«"' or (particle is not None and particle.parts):
            return ""  # «was put off at the summit, | and they will hold»; «after talks broke down, | but he will stay»
        if _may(scene, i):  # «the resignation of X | may lead to»
            return "hypothetical" if carried_out(draft) else _consequence(scene, draft)
        future = particle is not None and particle.part == "future"
        state = i in scene.words.states
        if future or (state and any(hit.entry.id == _WILL_BE for hit in scene.words.states[i])):
            return _to_come(scene, draft)
        if _needs(scene, i):
            return "" if place is not None and scene.is_preposition(place.first) else _not_yet(scene, draft)
        due = particle is not None and particle.part == "relative" and _due(scene, particle.last)
        if due or (state and _begins(scene, i)):
            return "planned"
        if scene.opens_content(i):
            return ""
        if _future_form(scene, i):
            return _to_come(scene, draft)
        if not scene.verb(i):
            continue
        if any(hit.form.pos == "verb" and hit.prefix.endswith(FUTURE) for hit in scene.hits.at(i)):
            before = scene.words.particle(i - 1)
            return "planned" if before is not None and before.part == "relative" else _to_come(scene, draft)
        return ""
    return ""


def _begins(scene: Scene, i: int) -> bool:
    """Say whether a token tells that what stands before it will begin or be done: «the release of X | will be done»."""
    soon = any(hit.entry.id in _WILL_BEGIN for hit in scene.words.states.get(i, NONE))
    return soon and not scene.words.is_relative(i - 1)


def _goes_on(scene: Scene, i: int) -> bool:
    """Say whether a verb of the future stands behind «and»."""
    if any(hit.prefix.startswith(AND) and hit.prefix.endswith(FUTURE) for hit in scene.hits.verbs(i)):
        return True
    particle = scene.words.particle(i)
    return particle is not None and particle.part == "future" and particle.hit.prefix.startswith(AND)


def _to_come(scene: Scene, draft: Draft) -> str:
    """Return what a verb of the future makes of a noun before it: planned of meetings and aid, else only thought of."""
    if draft.type == _MEETING or (draft.type == _GIVEN and draft.hit.form.pos == "word"):
        return "planned"  # «a plane with aid | will land today»
    return _consequence(scene, draft)


def _consequence(scene: Scene, draft: Draft) -> str:
    """Return «hypothetical» for a decision of whose consequences a clause tells, and for an attack that none knows."""
    carrier = draft.support
    deed = draft.hit if carrier is None else carrier
    masdar = deed.form.pos == "masdar" or (carrier is None and draft.last - draft.first > 1)
    known = scene.units.norms[deed.first].startswith(ARTICLE)
    made = scene.is_preposition(draft.last) if carrier is None else carrier.form.pos == "masdar"
    launched = draft.type == _ATTACKED and made and not draft.hit.definite
    return "hypothetical" if ((draft.type in _CHOSEN and masdar) or launched) and not known else ""


def _may(scene: Scene, i: int) -> bool:
    """Say whether a token opens what a thing may do: «may, could, would | lead to», in Arabic no «has led to»."""
    if i in scene.words.states and any(hit.entry.id == _WOULD for hit in scene.words.states[i]):
        return True
    particle = scene.words.particle(i)
    if particle is None or particle.part != "may":
        return False
    verbs = scene.hits.verbs(particle.last)
    return scene.opens_content(particle.last) or any(hit.form.tense == "present" for hit in verbs)


def _needs(scene: Scene, i: int) -> bool:
    """Say whether a token tells what a thing takes, will not do or is for: «sending X | requires»."""
    if any(hit.entry.id in _ASKS_FOR and not hit.suffix for hit in scene.words.states.get(i, NONE)):
        return scene.words.particle_before(i) is None  # no «with all | that he needs»
    particle = scene.words.particle(i)
    return particle is not None and particle.part == "not_future"


def _not_yet(scene: Scene, draft: Draft) -> str:
    """Return «hypothetical» for a deed that is yet to be done by what its clause says of it; empty for a known one."""
    if draft.hit.definite or draft.support is not None:
        opens = draft.type == _MEETING and carried_out(draft)
    else:
        opens = draft.hit.entry.flag("takes_places") and draft.hit.form.pos == "masdar"  # «freeing the town»
        if not opens and draft.type in SPOKEN:
            return ""  # «the approval of X | will not deter Y»
    return "hypothetical" if opens else _consequence(scene, draft)


def _future_form(scene: Scene, i: int) -> bool:
    """Say whether a word that no list knows looks like a verb of the future: «the talks | will-centre on»."""
    norm = scene.units.norms[i]
    shaped = norm.startswith(FUTURE_STARTS) and len(norm) > _SHORT and not norm.endswith(HA)  # «his car»
    return shaped and i not in scene.covered and not scene.hits.at(i)


def _due(scene: Scene, token: int) -> bool:
    """Say whether a word at a token puts what follows ahead: «the withdrawal which | is due to begin»."""
    entries = ((h, h.entry) for h in scene.words.states.get(token, NONE))
    words = (h for h, entry in entries if not (entry.flag("behind") or entry.id == AIMS or entry.texts("by")))
    return any(hit.entry.text("status") == "planned" and hit.form.pos != "verb" for hit in words)


def purpose(scene: Scene, draft: Draft) -> bool:
    """Say whether the noun is only the purpose of something: «to hold talks»."""
    made = draft.support
    suffers = made is not None and made.entry.text("subject") == "recipient"
    if made is not None and suffers and (made.form.pos == "masdar" or made.entry.text("group") in _MET):
        return False  # «underwent, repelled | an attack»: in Arabic with «to», and done
    carrier = draft.support
    if carrier is not None and carrier.form.pos == "masdar" and carrier.prefix in LAM:
        if carrier.suffix and carrier.prefix:
            return False  # «was tried for his launching | an attack»
        if carrier.last <= draft.first and in_another(scene, carrier, draft.first):
            return False  # «to hold an inquiry | into the killing»
        doers = (p.phrase for p in draft.parties if p.slot == "subject" and p.phrase is not None)
        return not any(carrier.last <= doer.first < draft.first for doer in doers)  # «for X's doing so» is why
    if draft.type == _MEETING and (scene.told_of(draft.first - 1, _PRESIDING) or _thanked(scene, draft)):
        return False  # «his chairing | of the meeting», in Arabic «for»
    pos = draft.hit.form.pos
    phrased = draft.level == FALLEN or draft.type in _PHRASED or draft.hit.entry.text("mode") == _ARREST
    signed = draft.hit.entry.id == SIGN_MASDAR
    phrased = (phrased and pos == "word") or signed
    leaves = draft.hit.entry.id == _LEAVE  # «alluded | to the withdrawal of»
    nominal = (pos == "masdar" and not leaves) or draft.type == _MEETING or phrased
    court = draft.hit.entry.text("mode") in _BY_COURT
    if _of_a_noun(scene, draft) or _reason(scene, draft) or _owns(scene, draft):
        return False
    if not draft.hit.definite and _told_behind(scene, draft.last):
        return False  # «the fruit of talks | that went on for months»
    return nominal and draft.hit.prefix in LAM and (draft.type in _PURPOSES or court or signed)


def _thanked(scene: Scene, draft: Draft) -> bool:
    """Say whether somebody is thanked or praised for a meeting: «thanked him | for | his visit»."""
    if not draft.hit.suffix:
        return False
    for i in range(draft.first - 1, max(scene.units.sentence(draft.first).first, draft.first - _REACH) - 1, -1):
        if scene.ends_clause(i) or scene.words.is_relative(i):
            return False
        if any(hit.entry.text("type") == _THANKS for hit in scene.words.triggers.get(i, NONE)):
            return True
    return False


def _owns(scene: Scene, draft: Draft) -> bool:
    """Say whether «to be» before a noun with «for» tells what that has: «denied that | the visit had to do with»."""
    particle = scene.words.particle_before(draft.first)
    return draft.support is None and particle is not None and particle.part in {"be", "was"}


def _reason(scene: Scene, draft: Draft) -> bool:
    """Say whether a masdar behind «for» has its doer in its pronoun, and so is why: «jailed for | his attack on X»."""
    if not draft.hit.suffix or draft.hit.form.pos != "masdar" or draft.type == _MEETING:
        return False
    behind = scene.at_head.get(draft.last)
    if behind is not None and not behind.slot:
        return True  # «for | his killing X»
    particle = scene.words.particle(draft.last)
    taken = draft.type in HARMING and particle is not None and particle.part == "from"  # «to free | it from X»
    return particle is not None and not taken and particle.part in set(draft.recipient_slots) - {"object"}


def _of_a_noun(scene: Scene, draft: Draft) -> bool:
    """Say whether «for» joins a meeting to a noun with its adjective: «the political aims | of the visit».

    «Went to the royal palace | for a meeting» is a purpose.
    """
    noun, adjective = draft.first - 2, draft.first - 1
    if draft.type != _MEETING or noun <= scene.units.sentence(draft.first).first:
        return False
    for i in (noun, adjective):
        if i in scene.covered or i in scene.timed or not scene.units.norms[i].startswith(ARTICLE):
            return False
    particle = scene.words.particle_before(noun)
    return particle is None or particle.part != _TOWARDS


def _told_behind(scene: Scene, token: int) -> bool:
    """Say whether a token is a verb of the past, which tells more of the noun before it."""
    return scene.verb(token) and all(hit.form.tense == "past" for hit in scene.hits.verbs(token))


def _of_a_word(scene: Scene, draft: Draft) -> bool:
    """Say whether «for» only joins an event to a noun of speech or remembrance: «denounced | the killing of»."""
    before = draft.first - 1
    start = max(scene.units.sentence(draft.first).first, before - _REACH)
    for i in range(before, start - 1, -1):
        if scene.units.norms[i][0] in CLAUSE_ENDS:
            break
        if any(hit.entry.text("group") == UNDERGONE for hit in scene.words.supports.get(i, NONE)):
            return True  # «a ship that was subjected | to piracy»
    if draft.support is not None and draft.support.first == before:
        return False  # «to hold | a meeting», in Arabic with letters of «for a contract»
    said = (hit for hit in scene.words.triggers.get(before, NONE) if hit.form.pos != "verb")
    return any(hit.entry.text("type") in SAID for hit in said) or bool(scene.words.backgrounds.get(before, NONE))


def to_launch(scene: Scene, draft: Draft) -> bool:
    """Say whether a masdar behind «for» carries a noun that a clause tells of: «to launch | an attack | that hits»."""
    supports = scene.words.supports.get(draft.first - 1, NONE)
    return any(hit.form.pos == "masdar" and hit.prefix != "" and hit.prefix in LAM for hit in supports)


def _in_condition(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun stands in the clause of a condition: «if he insists on | a veto»."""
    start = max(scene.units.sentence(draft.first).first, draft.first - _REACH)
    for i in range(draft.first - 1, start - 1, -1):
        if scene.ends_clause(i):
            return False
        particle = scene.words.particle(i)
        if particle is not None and (particle.parts or particle.hit.entry.id == SINCE or _after(scene, particle)):
            return False  # «if he is asked to settle the crisis since | the removal of X»
        if particle is not None and particle.part == "if" and particle.last <= draft.first:  # «in | a state of alert»
            whether, behind = scene.words.particle_before(i), scene.words.particle(particle.last)
            of_it = behind is not None and behind.part == "from"  # «caused | a state of | chaos»
            if of_it or (whether is not None and whether.hit.entry.id == WHAT):
                return False
            note(draft, particle.hit)
            return True
    return False


def standing(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun names an agreement that there is already: «if they violate | the agreement»."""
    if draft.type != _SIGNED or draft.verbal or draft.support is not None or draft.hit.form.pos == "masdar":
        return False
    inside = any(map(scene.is_preposition, range(draft.first, draft.last)))  # «reaching an agreement»
    behind = (scene.words.particle(i) for i in range(draft.last, draft.last + _TALKS))
    on = inside or any(particle is not None and particle.part == "on" for particle in behind)
    return (draft.hit.definite or scene.units.norms[draft.first].startswith(ARTICLE)) and not on


def _after(scene: Scene, particle: Particle) -> bool:
    """Say whether a particle tells what came of what stands behind it: «because of», not «during the day»."""
    return particle.part == "cause" and particle.last not in scene.timed


def _present(scene: Scene, i: int) -> bool:
    told = [hit for hit in scene.hits.verbs(i) if hit.form.tense != "present" or not _plain(hit.prefix)]
    return not told and not scene.in_headline(i)


def _plain(prefix: str) -> bool:
    return not prefix or prefix in CONJUNCTIONS


def to_be_done(scene: Scene, draft: Draft) -> bool:
    """Say whether «that it be» stands before a noun: «asked that | they be put on trial»."""
    before = draft.first - 1
    if before < 0 or not done_by(scene, before):
        return False
    particle = scene.words.particle_before(before)
    return particle is not None and particle.part == "complementiser"
