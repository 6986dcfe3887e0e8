"""Whether an event happened: from tense, negation, modality, and the word or request that governs it."""

from musnad.arabic import AND, BA, CONJUNCTIONS, LAM
from musnad.events.days.circumstances import SINCE
from musnad.events.draft import FALLEN, HARMING, REAL, Draft
from musnad.events.referring import presupposed
from musnad.events.scene import BREAKS, CLAUSE_ENDS, QUOTES, Scene
from musnad.events.status.ahead import outlook, purpose, standing, to_be_done, to_launch
from musnad.events.status.beside import JOINED, hosted, joined
from musnad.events.status.governing import ANY, GOES_ON, NEGATIONS, done_by, governing, is_from, not_to, note, told_by
from musnad.events.status.ruling import OTHER_SENSE, preposition, ruled, rules_it
from musnad.events.status.tense import PREDICATE, SAID, by_particles, thought_of, told_behind, told_in_past, verb_status
from musnad.events.words import NONE
from musnad.lexicon import Hit

_LEFT = 5  # tokens between a governing word and the noun it governs
_RIGHT = 3  # tokens between a noun and an adjective that qualifies it
_LIFTED, _IMPOSED, _PREVIOUS = "RETREAT", "status_word.imposed", "status_word.previous"
_RANK = "background.superlative"
_JOINS = LAM | {AND}  # «resigned | for his failing», «…, and failed»
_THOUGHT_OF = frozenset({"status_word.plot", "status_word.any_attempt"})  # which no negation before them denies
_ROUND = 4  # tokens from a masdar to the noun it carries: «hopes for the holding | of a new round of | talks»
_ANSWERING = "answering"  # the context of «in answer to»
_BRING = "status_word.to_bring"
_DECREE, _CANCEL = "decree", "status_word.cancel"  # the context of what decides a deed; what undoes it
_UNDONE_BY = frozenset({_CANCEL, "status_word.postponed"})  # what somebody does to an event
_REQUEST, _AGREED, _MEETING, _SANCTION = "REQUEST", "AGREE", "CONSULT", "SANCTION"
_HOPED = frozenset({_AGREED, _MEETING})
_FOUGHT_OUT = HARMING | {"MOBILIZE", "PROTEST"}  # «are trying to retake» is going on


def settle(scene: Scene, drafts: list[Draft]) -> None:
    """Give every draft its status, in order: requests and threats rule the events behind them."""
    for number, draft in enumerate(drafts):
        draft.status = _status(scene, draft, drafts[max(0, number - 3) : number])


def _status(scene: Scene, draft: Draft, before: list[Draft]) -> str:
    told = draft.hit.entry.text("status") or _already(scene, draft)
    if told:
        return told
    own = _verb_status(scene, draft) if draft.verbal else _noun_status(scene, draft)
    # «invited him | for a visit», «called for speeding up | the release»
    open_yet = own == "planned" and not draft.verbal and (purpose(scene, draft) or _brought_about(draft))
    carried = draft.support is not None and draft.support.first < draft.first and thought_of(scene, draft.support)
    thought = own == "hypothetical" and (carried or thought_of(scene, draft.hit) or to_be_done(scene, draft))
    if (own in REAL or open_yet or thought) and not presupposed(scene, draft):
        asked = ruled(scene, draft, before)
        if asked:
            return asked
    if own == "denied" and not_to(scene, draft) and ruled(scene, draft, before) == "requested":
        return "requested"
    return (not draft.verbal and own in REAL and (hosted(draft, before) or joined(scene, draft, before))) or own


def _brought_about(draft: Draft) -> bool:
    """Say whether a word that only says how it comes to a deed made it planned: «speeding up»."""
    return any(node.rule == _BRING for node in draft.evidence)


def _already(scene: Scene, draft: Draft) -> str:
    """Return the status of what nothing before it rules: an agreement there is, words that were said, what was done."""
    if standing(scene, draft):
        word = _said_behind(scene, draft)
        return "happened" if word is None else told_by(scene, draft, word)
    if (draft.type in SAID and _beside(scene, draft)) or _was_made(scene, draft):
        return "happened"
    if not draft.verbal and draft.type not in SAID and _to_be_ended(scene, draft):
        return "ongoing"
    done = not draft.verbal and (_was_done(scene, draft) or _revoked(scene, draft) or told_behind(scene, draft))
    return "happened" if done else ""


def _was_done(scene: Scene, draft: Draft) -> bool:
    """Say whether a clause of its own tells that a noun was done: «a plan | that was agreed on», whatever is asked."""
    before = draft.first - 1
    if before < scene.units.sentence(draft.first).first or not done_by(scene, before):
        return False
    past = all(hit.form.tense == "past" and hit.prefix in CONJUNCTIONS | {""} for hit in scene.hits.verbs(before))
    particle = scene.words.particle_before(before)
    free = particle is None or particle.part in {"relative", "was"}
    return past and free and before - 1 not in scene.words.states


def _revoked(scene: Scene, draft: Draft) -> bool:
    """Say whether what is to be cancelled was decided: «the cancelling of the decision to | dissolve the house»."""
    at = draft.first - 1
    words = scene.words.states.get(at - 1, NONE)
    return scene.told_of(at, _DECREE) and any(hit.entry.id == _CANCEL for hit in words)


def _to_be_ended(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun names a deed that is to end, and so goes on: «called for an end to | the fighting»."""
    first = draft.first - (scene.units.norms[draft.first - 1] in QUOTES)  # «an end to its "war"»
    for i in range(max(scene.units.sentence(first).first, first - 2), first):
        for hit in scene.words.states.get(i, NONE):
            if hit.last == first and hit.entry.flag("adjacent") and hit.entry.text("status") == "ongoing":
                note(draft, hit)
                return True
    return False


def _beside(scene: Scene, draft: Draft) -> bool:
    """Say whether a participle or request stands beside what is told: «…, warning of», «at the request of»."""
    hit = draft.hit
    if hit.form.pos == "participle":
        particle = scene.words.particle_before(hit.first)
        return not hit.prefix and particle is None
    if draft.type != _REQUEST or draft.verbal:
        return False
    answered = any(scene.told_of(i, _ANSWERING) for i in (hit.first - 1, hit.first - 2))
    return answered or (hit.prefix in BA and draft.support is None)


def _verb_status(scene: Scene, draft: Draft) -> str:
    return verb_status(scene, draft.hit, draft) or "happened"


def _noun_status(scene: Scene, draft: Draft) -> str:
    carrier = draft.support if draft.support is not None and scene.verb(draft.support.first) else None
    if carrier is not None and carrier.first >= draft.last and to_launch(scene, draft):
        return "planned"
    if carrier is not None and carrier.first not in scene.words.states:
        told = by_particles(scene, carrier, draft)
        if told == "denied" and not _hits(draft, carrier) and _of_it(scene, draft, carrier):
            return told
        carrier = None if told == "denied" else carrier
    word = _said_behind(scene, draft)
    if word is not None:
        ruler = _ruler(scene, draft) if word.entry.text("status") == "planned" else None
        off = ruler is not None and ruler.entry.id == _CANCEL and preposition(scene, ruler.first) != "about"
        # «called off | the strike | that was due», not «asked about calling off»
        return told_by(scene, draft, ruler if ruler is not None and off else word)
    word = None if presupposed(scene, draft) else _ruler(scene, draft)
    if (word is None or word.entry.text("status") == "planned") and _never(scene, draft):
        return "denied"  # «decided | not to send»
    word = word or _of_carrier(scene, draft)
    if word is not None and word.entry.flag("weak") and word.entry.id not in _THOUGHT_OF and _not_done(scene, draft):
        return "denied"
    if word is not None and rules_it(scene, draft, word):
        told = told_by(scene, draft, word)
        hoped = draft.type in _HOPED or (told == "ongoing" and draft.type not in _FOUGHT_OUT)
        alone = draft.evidence[-1].rule == word.entry.id  # who tries still hopes, unless «the efforts | failed»
        return "planned" if word.entry.flag("tried") and hoped and alone else told
    carrier = carrier or _set_going(scene, draft)
    if carrier is not None and carrier.first < draft.first and _of_success(scene, carrier):
        carrier = None  # and does not rule it
    done = _done_so(scene, draft) or (draft.type != _MEETING and presupposed(scene, draft))
    prospect = "happened" if done else outlook(scene, draft)
    if prospect:
        return prospect
    if carrier is not None and not _of_object(draft, carrier):
        first = _first_since(scene, draft, carrier)
        return "happened" if first else verb_status(scene, carrier, draft) or "happened"
    carried = draft.support is not None and draft.support.form.pos == "masdar"
    imposed = carried and draft.type == _SANCTION  # «led to the imposing of | sanctions»
    if draft.hit.entry.flag("lasting") and not (imposed or _over(scene, draft)):
        return "ongoing"
    return "happened"


def _of_object(draft: Draft, carrier: Hit) -> bool:
    """Say whether a verb behind a masdar tells of its object: «the arrest of ten people | who hold passports»."""
    deed = draft.type in HARMING and (draft.hit.form.pos == "masdar" or draft.fells_or_seizes)
    return deed and not draft.hit.definite and carrier.form.tense == "present" and carrier.first - draft.last > 1


def _set_going(scene: Scene, draft: Draft) -> Hit | None:
    """Return the verb that carries the masdar carrying a noun: «will | proceed to the holding of | meetings»."""
    made = draft.support
    if made is None or made.form.pos != "masdar" or made.first > draft.first or made.prefix not in BA:
        return None
    if not made.prefix:
        return None
    start = max(scene.units.sentence(made.first).first, made.first - _LEFT)
    for i in range(made.first - 1, start - 1, -1):
        if scene.verb(i):
            return next((hit for hit in scene.words.supports.get(i, NONE) if hit.entry.flag("general")), None)
        if not (scene.idle(i) or i in scene.covered):
            return None
    return None


def _of_success(scene: Scene, carrier: Hit) -> bool:
    """Say whether a carrying verb is one of success, which a negation makes fail: «was able to»."""
    return any(hit.entry.text("negated") for hit in scene.words.states.get(carrier.first, NONE))


def _ruler(scene: Scene, draft: Draft) -> Hit | None:
    """Return the word of status before a noun that governs it."""
    word = governing(scene, draft.first, _LEFT + JOINED * _coordinate(draft))
    if word is not None and word.entry.id == ANY and _parted(scene, draft, word):
        return None  # «had no | schooling since their | detention»
    return word


def _of_carrier(scene: Scene, draft: Draft) -> Hit | None:
    """Return the word of status that governs the masdar carrying a noun: «hopes for | the resumption of talks»."""
    made = draft.support
    if made is None or made.form.pos == "verb" or not 0 <= draft.first - made.last <= _ROUND:
        return None
    between = range(made.last, draft.first)
    if any(scene.ends_clause(i) or scene.verb(i) for i in between):
        return None
    if len(between) > 1 and any(scene.words.is_particle(i) and not is_from(scene, i) for i in between):
        return None  # «what is due to be held in 2011 | by | the agreement»
    return governing(scene, made.first, _LEFT)


def _done_so(scene: Scene, draft: Draft) -> bool:
    """Say whether a purpose was reached by what was done for it: «used tear gas | to disperse»."""
    return draft.hit.entry.flag("by_means") and purpose(scene, draft) and told_in_past(scene, draft)


def _parted(scene: Scene, draft: Draft, word: Hit) -> bool:
    """Say whether a particle other than «or, of» stands between a word and the event or what carries it."""
    opening = draft.opening
    between = (scene.words.particle(i) for i in range(word.last, opening))
    return any(particle is not None and particle.part not in {"coordinator", "from"} for particle in between)


def _first_since(scene: Scene, draft: Draft, carrier: Hit) -> bool:
    """Say whether the present only ranks what was done: «the first attack that it launches | since»."""
    if carrier.first >= draft.last and any(scene.told_of(i, "ordinal") for i in (draft.first - 1, draft.first - 2)):
        return True  # «the third attack | that hits»
    particle = scene.words.particle(carrier.last)
    if particle is None or particle.hit.entry.id != SINCE:
        return False
    opening = draft.first - 1 - (scene.units.norms[draft.first - 1] in QUOTES)  # «the "worst" attack»
    ranks = (hit for i in range(opening, carrier.first) for hit in scene.words.backgrounds.get(i, NONE))
    return any(hit.entry.id == _RANK for hit in ranks)


def _coordinate(draft: Draft) -> bool:
    """Say whether «and» joins a masdar to something before it: «agreed on a ceasefire | and the release of»."""
    return draft.hit.form.pos == "masdar" and draft.hit.prefix == AND


def _said_behind(scene: Scene, draft: Draft) -> Hit | None:
    """Return what adjectives or the clause say behind a noun of its outcome: «previous negotiations | collapsed»."""
    word = _qualifier(scene, draft)
    word = word if word is not None and word.entry.id != _PREVIOUS else _predicate(scene, draft) or word
    return None if word is not None and draft.level == FALLEN and word.entry.text("status") == "ongoing" else word


def _qualifier(scene: Scene, draft: Draft) -> Hit | None:
    """Return the adjective behind an event noun that says whether it happened: «the expected visit»."""
    start, end = draft.last, scene.units.sentence(draft.first).last
    while draft.type == _MEETING and start < end and start in scene.covered:
        start += 1  # «the visit | of the minister X | that is expected»
    near = range(draft.first + 1, min(draft.last + _RIGHT, end))  # «an exchange | that goes on | of letters» too
    tokens = (*near, *range(max(start, draft.last + _RIGHT), start + 1))
    for i in [i for i in tokens if i < end and i in scene.words.states]:
        if draft.last < i and i - 1 not in scene.covered and _another(scene, i - 1):
            continue  # «an agreement in the talks | that go on»
        if draft.last < i and scene.plain(i - 1) and scene.is_preposition(i - 2):
            continue  # «opened fire from a distance | that was near»
        for hit in scene.words.states[i]:
            if i in scene.timed or (draft.type == _LIFTED and hit.entry.id == _IMPOSED):
                continue  # «the lifting of sanctions | that are imposed»
            if hit.entry.id == _PREVIOUS and i > draft.last:
                continue  # «the overthrow of the regime | that was before»
            behind = scene.words.particle(hit.last)
            if hit.entry.flag("behind") and (behind is None or behind.part != "from"):
                return hit
    return None


def _another(scene: Scene, i: int) -> bool:
    """Say whether a token is an event noun of its own."""
    nouns = (hit for hit in scene.words.triggers.get(i, NONE) if hit.form.pos in {"noun", "masdar"})
    return any(not hit.entry.texts("support") for hit in nouns)


def _says(hit: Hit) -> bool:
    """Say whether a word of status can be a predicate: «the talks collapsed», not «after the collapse of»."""
    adjective = hit.entry.id == GOES_ON and hit.definite
    if hit.entry.id in _UNDONE_BY and hit.form.voice != "passive":
        return False  # «the strike | cancels its influence»
    return hit.entry.flag("predicate") and hit.form.pos != "masdar" and not adjective


def _predicate(scene: Scene, draft: Draft) -> Hit | None:
    """Return what the clause says of the event at its head: «the talks between X and Y | collapsed, go on»."""
    if draft.support is not None and draft.support.first > draft.first:
        return None
    for i in range(draft.last, min(draft.last + PREDICATE, scene.units.sentence(draft.first).last)):
        if scene.idle(i) and i not in scene.words.states:
            continue
        found = next((h for h in scene.words.states.get(i, NONE) if _says(h)), None)
        if found is not None and i > draft.last + 1 and scene.plain(i - 1):
            found = None  # «accused of | statements that were false»
        if found is not None and (found.prefix in _JOINS or (found.form.pos == "verb" and not scene.verb(i))):
            found = None  # «talks broke down after the attack, | and efforts to resume them failed»
        if found is not None and OTHER_SENSE.get(found.entry.id) == preposition(scene, found.last + 1):
            found = None  # «finds», not «stalls»
        if found is not None:
            return found
        if i in scene.covered:
            continue
        if scene.units.norms[i].startswith(AND) and _another(scene, i):
            return None  # «arrested X, | and the inquiry goes on»
        particle = scene.words.particle(i)
        if (
            scene.units.norms[i][0] in CLAUSE_ENDS
            or scene.verb(i)
            or (particle is not None and particle.part in BREAKS)
        ):
            return None
        if particle is not None and particle.part == "cause" and particle.last not in scene.timed:
            return None  # «the talks between X and Y | after the failure of»
    return None


def _not_done(scene: Scene, draft: Draft) -> bool:
    """Say whether the verb before «any» is negated: «will not enter into | any talks»."""
    start = max(scene.units.sentence(draft.first).first, draft.first - PREDICATE)
    for i in range(draft.first - 1, start - 1, -1):
        if scene.ends_clause(i):
            return False
        without = scene.words.particle(i)
        if scene.verb(i) or (without is not None and without.part == "not"):
            particle = scene.words.particle_before(i) if scene.verb(i) else without
            if particle is None or particle.part not in NEGATIONS:
                return False
            note(draft, particle.hit)
            draft.negated = True
            return True
    return False


def _never(scene: Scene, draft: Draft) -> bool:
    """Say whether a negation stands before a noun or what carries it: «no | talks», «without firing a shot»."""
    carrier = draft.support
    if carrier is None and (draft.hit.definite or draft.hit.prefix):
        return False
    if carrier is not None and (carrier.form.pos != "masdar" or carrier.first >= draft.first):
        return False
    particle = scene.words.particle_before(draft.first if carrier is None else carrier.first)
    if particle is None or particle.part != "not":
        return False
    note(draft, particle.hit)
    return True


def _of_it(scene: Scene, draft: Draft, carrier: Hit) -> bool:
    """Say whether a carrying verb that is denied tells of the noun: no «met, | but did not reach»."""
    if carrier.first < draft.last:
        particle = scene.words.particle_before(draft.first - 1)  # «no details | about the reasons for»
        return particle is None or particle.part != "about" or particle.first < carrier.last
    between = range(draft.last, carrier.first)
    return not any(scene.units.norms[i][0] in CLAUSE_ENDS or scene.verb(i) for i in between)


def _hits(draft: Draft, carrier: Hit) -> bool:
    """Say whether a verb behind a noun tells whom it hits: «sanctions | that do not touch the people»."""
    return carrier.first >= draft.last and carrier.entry.text("object") == "recipient"


def _was_made(scene: Scene, draft: Draft) -> bool:
    """Say whether a relative clause tells that a word was said: «demanding reforms, and a call | that X made»."""
    support = draft.support
    if support is None or support.first < draft.last:
        return False
    if draft.type not in SAID:
        at = next(filter(scene.words.is_relative, range(draft.last, support.first)), None)
        if at is None or any(scene.is_preposition(i) or i in scene.covered for i in range(draft.last, at)):
            return False  # «agreed to surrender | to the police, who took him»
    return support.form.tense == "past" and scene.verb(support.first)


def _over(scene: Scene, draft: Draft) -> bool:
    """Say whether a lasting event is told as done: behind «after», or with a date in its clause."""
    for i in range(draft.first, max(draft.first - 3, 0), -1):
        particle = scene.words.particle_before(i)
        if particle is not None and particle.part == "cause":
            return True
    return any(i in scene.timed for i in range(draft.first, draft.reach)) or told_in_past(scene, draft)
