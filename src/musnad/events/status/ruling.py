"""What rules the events behind it in its clause: a request, promise or threat, a word of status before a noun."""

from musnad.arabic import AND, ARTICLE, BA, LAM
from musnad.events.days.circumstances import SINCE
from musnad.events.draft import FALLEN, HARMING, OPEN, Draft
from musnad.events.scene import CLAUSE_ENDS, COMMAS, Scene
from musnad.events.status.decided import SAYS, done_by_deciding
from musnad.events.status.governing import NEGATIONS, closes_aside, done_by, in_another, is_end, not_to
from musnad.events.status.tense import INQUIRY, PREDICATE, SAID, thought_of
from musnad.events.words import NONE, SIGNING
from musnad.lexicon import Hit
from musnad.model import Node

_RULES = {"asks": "requested", "promises": "planned", "threatens": "hypothetical"}  # by the flag of what rules
_PROTEST, _WHOSE = "PROTEST", frozenset({"idafa", "nisba"})
_YIELDED, _MEETING, _SANCTION, _RESIGNED = "CONCEDE", "CONSULT", "SANCTION", "resign"
_ABOUT = "particle.about"
_REQUEST, _REFUSED, _AGREED, _ACCUSED = "REQUEST", "REJECT", "AGREE", "ACCUSE"
_REFUSED_NEAR = 3  # tokens from a refusal to what is refused
_REFUSED_FAR = 10  # the same over a long subject
_TRIAL = "trigger.accuse.trial"
_STAGE = "stage"  # the context of «the beginning, the end of»
_TOPIC = "about"  # the preposition of what something is about
# Prepositions that make another verb of a word: «did not reply | to» is written like «want», «excluded | from».
OTHER_SENSE = {
    "status_word.want": "on",
    "status_word.rule_out": "from",
    "status_word.stall": "on",
    "status_word.goes_on_verb": "with",
}
_THROUGH = "particle.through"
_CONSIDER = frozenset({"status_word.look_into", "status_word.consider", "status_word.think_of"})
_FAVOURS, _HINDERS, _DIRECTS = "status_word.favours", "status_word.hinders", "status_word.directs"
_ENTITLED = frozenset({"status_word.right_to", _DIRECTS})
_LIED = "status_word.deny3"
_NO_MORE = "status_word.no_more"  # said of verbs
_PERMITS = frozenset({"status_word.permit", "status_word.permit2"})
# Trying to accuse, to mediate or to ask is done by trying.
_DONE_BY_TRYING = frozenset({"ACCUSE", "CONSULT", "REQUEST", "SUPPORT", "THREATEN", "REJECT"})
_MEDIATED = "third-party"  # who tries to mediate does so; nobody meets by trying
_INSISTS = frozenset({"status_word.insist", "status_word.insist2", "status_word.clings_to", "status_word.stresses"})
_EXPECT, _APPROVED = "status_word.expect", "trigger.agree.approve"
_WAS_NONE, _AVOID, _ONLY, _UNDERSTOOD = "status_word.was_none", "status_word.avoid", "only", "understood"
_DONE = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
_HOLDS, _SAID_IN = "status_word.provides_for2", frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT"})
_TO_DISCUSS = frozenset({"status_word.to_discuss"})
_IN_EXCHANGE = frozenset({"status_word.in_exchange"})
_OF_DEEDS = {"ASSAULT": _TO_DISCUSS | _IN_EXCHANGE}
_PARTING = frozenset({"cause", "relative", "conjunction", "if"})  # behind which another clause or time is told
_ASIDE = frozenset({SINCE, "particle.according"})


def ruled(scene: Scene, draft: Draft, before: list[Draft]) -> str:
    """Return the status that a request, promise or threat before the event in its clause gives it."""
    if _told_where(scene, draft) or _free_verb(scene, draft):
        return ""  # «agreed in a call»: the call is where, not what
    carrier = draft.support
    opening = draft.opening
    # «giving» is no word before «giving aid»
    before = [one for one in before if one.type != draft.type or one.first < opening]
    for ruler in reversed(before):
        if scene.units.sentence_of[ruler.first] != scene.units.sentence_of[draft.first]:
            return ""
        entry = ruler.hit.entry
        if _answers(scene, ruler, draft) or _parallel(ruler, draft) or _of_meeting(ruler, draft):
            return ""
        status = next((status for flag, status in _RULES.items() if entry.flag(flag)), "")
        if not status:
            continue
        if _beside(scene, ruler, draft):
            return ""
        if ruler.type == _REFUSED and (ruler is not before[-1] or _apart(scene, ruler, draft)):
            return ""  # «refused to release it | in line with the sanctions»
        high = opening if carrier is not None and thought_of(scene, carrier) else draft.first
        if clear(scene, ruler.last, high) and not (status == "requested" and _is_topic(scene, draft)):
            draft.evidence.append(Node("trigger", entry.id, ruler.hit.start, ruler.hit.end))
            if status == "requested" and not draft.actors:
                draft.actors += ruler.recipients  # who is asked is who would do it
            return status
    return ""


def _free_verb(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb hangs on no «that»; behind «not» of nouns it is letters of a masdar."""
    if not draft.verbal or not_to(scene, draft):
        return False
    return _part_before(scene, draft.first) != "complementiser" or draft.hit.form.tense != "present"


def _part_before(scene: Scene, token: int) -> str:
    particle = scene.words.particle_before(token)
    return "" if particle is None else particle.part


def _told_where(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun only tells in or about what something is: «in all | talks», «apologise for | its refusal».

    So it is with an inquiry «into the carrying out of | the killing».
    """
    first, made = draft.first, draft.support
    summed = any(hit.entry.flag("sums") for hit in scene.words.backgrounds.get(first - 1, NONE))
    particle = scene.words.particle_before(first - summed)
    if particle is not None and particle.part == "from" and draft.type in HARMING and scene.plain(particle.first - 1):
        particle = scene.words.particle_before(particle.first - 1)  # «an inquiry into | a series of attacks»
    carried = made is not None and particle is not None and made.last == particle.first
    if particle is not None:  # «speeding | up | the release», in Arabic with «in»
        carried = carried or any(h.last == particle.last for h in scene.words.states.get(particle.first - 1, NONE))
    if ((particle is not None and particle.part == "in") or scene.told_of(first - 1, _STAGE)) and not carried:
        return True
    if particle is not None and particle.part == _TOPIC and not _kept_from(scene, particle.first):
        if draft.type == _MEETING and particle.hit.entry.id == _ABOUT:
            return True  # «the call that came | from the meeting»
        words = scene.words.triggers.get(particle.first - 1, NONE)
        return any(hit.entry.text("type") == _YIELDED and hit.form.pos != "verb" for hit in words)
    harm = made is not None and made.first < first and made.form.pos == "masdar" and draft.type in HARMING
    into = scene.words.particle_before(made.first) if harm and made is not None else None
    if into is None or into.part != "in":
        return False
    words = scene.words.triggers.get(into.first - 1, NONE)
    return any(hit.entry.text("mode") == INQUIRY for hit in words)


def _kept_from(scene: Scene, token: int) -> bool:
    """Say whether «from» at a token tells what somebody keeps from doing: «abstained | from»."""
    token = next((i for i in range(token - 1, -1, -1) if i not in scene.covered), 0)
    words = scene.words.triggers.get(token, NONE)
    return any(hit.entry.text("type") == _REFUSED and bool(hit.entry.texts("prepositions")) for hit in words)


def _parallel(ruler: Draft, draft: Draft) -> bool:
    """Say whether a masdar with its pronoun is joined to one of the same make: «for their demand … and | refusal»."""
    alike = all(one.hit.form.pos == "masdar" and one.hit.suffix for one in (ruler, draft))
    return alike and draft.hit.prefix.startswith(AND)


def _of_meeting(ruler: Draft, draft: Draft) -> bool:
    """Say whether a meeting gives the word before it: «the consent of | the summit | to the sending of»."""
    given = not ruler.verbal and ruler.hit.entry.flag("promises")
    return given and ruler.last == draft.first and draft.type == _MEETING


def _is_topic(scene: Scene, draft: Draft) -> bool:
    """Say whether a deed is only what something is about: «demanded an inquiry about | the killing of»."""
    particle = scene.words.particle_before(draft.first)
    return particle is not None and particle.part == _TOPIC and draft.type in HARMING


def _answers(scene: Scene, ruler: Draft, draft: Draft) -> bool:
    """Say whether a word is answered, and so was said: «rejected | the call of X», «agreed to | the request of X»."""
    said = draft.type in SAID and not (_in_court(draft) or _deed(draft))
    proposed = draft.type == _AGREED and not draft.hit.definite
    proposed = proposed and any(map(scene.plain, range(ruler.last, draft.first)))
    kept_from = bool(ruler.hit.entry.texts("prepositions"))  # «abstained from | condemning X»
    refused = ruler.type == _REFUSED and said and not (proposed or kept_from)  # «rejected the offer of | an agreement»
    resigned = draft.hit.entry.text("mode") == _RESIGNED and ruler.hit.entry.id.startswith(_APPROVED)
    # «agreed to | the resignation of X»
    return refused or (ruler.type == _AGREED and not draft.verbal and (draft.type == _REQUEST or resigned))


def _beside(scene: Scene, ruler: Draft, draft: Draft) -> bool:
    """Say whether an event is only told beside a word: «rejects | the shelling», «the call drew | anger»."""
    if ruler.type == _REFUSED:
        known = draft.hit.definite or (draft.type == _PROTEST and any(p.slot in _WHOSE for p in draft.actors))
        return draft.type in HARMING | {_PROTEST, _SANCTION} and known and draft.support is None
    if ruler.verbal or ruler.support is not None or ruler.hit.form.pos != "noun" or draft.type not in SAID:
        return False
    joined = draft.hit.form.pos == "masdar" and draft.hit.prefix.startswith(AND)
    return not joined and draft.hit.prefix in {"", AND} and scene.words.particle_before(draft.first) is None


def _in_court(draft: Draft) -> bool:
    """Say whether an accusation is an inquiry or a trial, which are done and not only said."""
    return draft.hit.entry.text("mode") == INQUIRY or draft.hit.entry.id == _TRIAL


def _deed(draft: Draft) -> bool:
    """Say whether a masdar is what somebody would do: «refused | to sign, to endorse X», and no call of another."""
    masdar = draft.hit.form.pos == "masdar" or draft.hit.entry.id in SIGNING
    return draft.type in _DONE and masdar and not any(party.slot == "idafa" for party in draft.actors)


def _apart(scene: Scene, ruler: Draft, draft: Draft) -> bool:
    """Say whether more than a few words of no name stand between a refusal and an event: it is not what is refused."""
    opening = draft.opening
    far = sum(i not in scene.covered for i in range(ruler.last, opening))
    return far > (_REFUSED_FAR if _object(scene, draft, opening) else _REFUSED_NEAR)


def _object(scene: Scene, draft: Draft, opening: int) -> bool:
    """Say whether a bare masdar behind a name, which is in no idafa, can only be an object."""
    bare = draft.hit.form.pos == "masdar" and not draft.hit.prefix and scene.words.particle_before(opening) is None
    return bare and draft.support is None and opening - 1 in scene.covered


def clear(scene: Scene, low: int, high: int) -> bool:
    """Say whether nothing between two tokens takes the second out of the reach of the first."""
    for i in range(low, high):
        if scene.idle(i) or (closes_aside(scene, i) and (i + 1 == high or scene.prefixed(i + 1))):
            continue  # «the commander, X, pledged | to retake»
        if scene.units.norms[i] in COMMAS and _taken_up(scene, low, i + 1):
            continue
        if scene.units.norms[i][0] in CLAUSE_ENDS:
            return False
        if _parts(scene, i) or (scene.verb(i) and not (done_by(scene, i) or is_end(scene, i))):
            return False
    return True


def _parts(scene: Scene, i: int) -> bool:
    """Say whether another clause, time or source is told from a token on; «for years» is only how long."""
    particle = scene.words.particle(i)
    if particle is None or (particle.hit.entry.id == SINCE and particle.last in scene.timed):
        return False
    return particle.part in _PARTING or particle.hit.entry.id in _ASIDE


def _taken_up(scene: Scene, low: int, i: int) -> bool:
    """Say whether «and» takes up a preposition before it: «called | for reforms, | and for a summit»."""
    if not scene.units.norms[i].startswith(AND):
        return False
    particle, known = scene.words.particle(i), map(scene.words.particle, range(low, i))
    if particle is not None:
        ids = {one.hit.entry.id for one in known if one is not None}
        return particle.hit.prefix != "" and particle.hit.entry.id in ids
    if scene.units.norms[i].removeprefix(AND)[:1] not in BA:
        return False
    free = (k for k in range(low, i) if k not in scene.covered)
    first = next((k for k in free if scene.words.is_particle(k) or _joined_on(scene, k)), i)  # «demanded | X, | and Y»
    return first < i and scene.units.norms[first][0] in BA and _joined_on(scene, first)


def _joined_on(scene: Scene, i: int) -> bool:
    return scene.prefixed(i) and scene.units.norms[i][0] in BA | LAM


def rules_it(scene: Scene, draft: Draft, word: Hit) -> bool:
    """Say whether a word of status before a noun really says what became of it.

    Words are acts already when tried («attempts to prosecute»); who denies accusations says that they were made; an
    attempt stands close before what is tried; «the collapse of the house | and the death of X» are two things.
    """
    tried, status = word.entry.flag("tried"), word.entry.text("status")
    if tried and _said_by_trying(draft):
        negation = scene.words.particle_before(word.first)
        return negation is not None and negation.part in NEGATIONS  # «did not try to hinder»
    if (word.entry.id == SAYS and word.last == draft.first) or done_by_deciding(scene, draft, word):
        return False  # «provides | the agreement»: its subject; «the court decided | to dissolve the party»
    if draft.type == _ACCUSED and status == "denied" and not (_in_court(draft) or word.entry.flag("adjacent")):
        return False
    opening = draft.opening
    between = [i for i in range(word.last, opening) if _stands_between(scene, i)]
    of_another = opening - 1 in between and scene.units.norms[draft.first].startswith(ARTICLE)
    apart = any(scene.is_preposition(i + 1) or _for(scene, i) for i in between) and not word.entry.texts("by")
    apart = apart or len(between) > 1
    if tried and (of_another or apart) and not _listed(scene, word, opening):
        return False  # «tried to hush up | the killing of», «attempts to break | the embargo»
    if OTHER_SENSE.get(word.entry.id) == preposition(scene, opening):
        return False
    looked_into = draft.type == _REQUEST and word.entry.id in _CONSIDER
    if _taken_for_done(draft, word) or looked_into or (draft.type == _AGREED and word.entry.id == _EXPECT):
        return False  # «to look into | the request of X»: it was made; letters of «expected» are «signs» there
    if not word.entry.flag("takes_in") and in_another(scene, word, opening):
        return False  # «could not verify | the claims»
    made = draft.support
    if (
        made is not None
        and opening < draft.first
        and made.form.pos == "masdar"
        and in_another(scene, made, draft.first)
    ):
        return False  # «an attempt to escape the bearing of guilt | in the killing»
    if _not_its_object(scene, draft, word, opening):
        return False
    if between and (word.entry.id in _ENTITLED or (status in OPEN and _known_deed(draft))):
        return False  # «the right of X to rejoice in | the withdrawal», «is to contain | the riots»
    if status == "failed" and any(_by_means(scene, i) for i in range(word.last, opening)):
        return False  # «foiled the reconciliation | through the arrest of»
    return status != "failed" or word.form.pos == "verb" or not draft.hit.prefix.startswith(AND)


def _listed(scene: Scene, word: Hit, opening: int) -> bool:
    """Say whether a deed is the next of those that somebody seeks: «seeks | reforms and | the dismissal of»."""
    particle = scene.words.particle_before(opening)
    first = opening if particle is None or particle.hit.prefix != AND else particle.first
    sought = bool(word.entry.texts("by")) or scene.is_preposition(word.last - 1)
    return sought and word.entry.text("status") == "planned" and scene.units.norms[first].startswith(AND)


def _said_by_trying(draft: Draft) -> bool:
    """Say whether an event is an act of words or mediation, which is done by trying or insisting; a meeting is none."""
    if _in_court(draft) or (draft.type == _MEETING and draft.hit.entry.text("mode") != _MEDIATED):
        return False
    return draft.type in _DONE_BY_TRYING


def _known_deed(draft: Draft) -> bool:
    """Say whether a noun is a deed that the article of Arabic says is known, and that nothing carries."""
    return draft.hit.definite and draft.support is None and draft.type in HARMING | {_PROTEST}


def _taken_for_done(draft: Draft, word: Hit) -> bool:
    """Say whether a word of what is due stands before something done: «in exchange for | ten dead», «discuss | a war».

    What a paper holds was said in it («a letter that holds | his consent»), words are acts when insisted on («insists
    on | its refusal»), and nobody goes on dying.
    """
    if word.entry.id == _FAVOURS and (draft.type in HARMING | {"COERCE"} or not _carried(draft)):
        return True  # «backs | the invasion, the sanctions», «upheld | the sentence»
    if word.entry.id == _HINDERS:
        return draft.hit.definite and draft.support is None
    beside = draft.hit.form.pos == "noun" and draft.hit.prefix.startswith(AND)
    if draft.type == _REQUEST and word.entry.text("status") == "requested" and beside:
        return True  # «the appeals | and the demands of X»
    if word.entry.id in _INSISTS | {_FAVOURS}:
        return _said_by_trying(draft)
    if word.entry.id == _HOLDS:
        return draft.type in _SAID_IN or (draft.type == _AGREED and draft.hit.suffix != "")
    if word.entry.text("status") == "ongoing":
        return draft.level == FALLEN and not draft.verbal
    if draft.type in _SAID_IN and word.entry.id in _IN_EXCHANGE:
        return True  # «against | the refusal of X»
    return draft.type in HARMING and word.entry.id in _OF_DEEDS.get(draft.type, _TO_DISCUSS)


def _carried(draft: Draft) -> bool:
    """Say whether a deed is told as a masdar, a set phrase or a noun that a masdar carries: «sending | troops»."""
    made = draft.hit if draft.support is None else draft.support
    phrased = made is draft.hit and (draft.last - draft.first > 1 or made.entry.id in SIGNING)
    return phrased or made.form.pos == "masdar"


def _not_its_object(scene: Scene, draft: Draft, word: Hit, opening: int) -> bool:
    """Say whether a word of status rules another word, to which a noun belongs.

    «The final statement | of the summit» avoids something; the visit that «can be understood» took place; «is not | the
    strikes» tells what they are not.
    """
    before = opening - 1
    sense = OTHER_SENSE.get(word.entry.id)
    if word.entry.id in _INSISTS and any(map(scene.opens_content, range(word.last, opening))):
        return True  # «stressed that | the handing out of»
    between = range(word.last, draft.first)
    if word.entry.id == _DIRECTS and (_said_by_trying(draft) or any(i in scene.words.triggers for i in between)):
        return True  # «directed | congratulations to», «made an accusation of | the arrest of»
    lied = word.entry.id == _LIED and preposition(scene, word.last + 1) == _TOPIC  # «lied | about the meeting»
    if lied or word.entry.id == _NO_MORE or (sense is not None and sense == preposition(scene, word.last + 1)):
        return True
    if word.entry.id == _WAS_NONE:
        only = any(scene.told_of(i, _ONLY) for i in range(draft.last, min(draft.last + PREDICATE, len(scene.units))))
        return only or scene.units.norms[draft.first].startswith(ARTICLE)
    owned = draft.hit.prefix in LAM and before >= word.last and scene.units.norms[before].startswith(ARTICLE)
    allowed = word.entry.id in _PERMITS and draft.hit.prefix in LAM and draft.hit.prefix != ""
    return (owned and word.entry.id == _AVOID) or allowed or scene.told_of(before, _UNDERSTOOD)


def _stands_between(scene: Scene, i: int) -> bool:
    """Say whether a token is a word of its own between an attempt and what is tried: no name, particle or carrier."""
    bare = i not in scene.covered and scene.units.norms[i][0].isalnum() and not scene.words.is_particle(i)
    return bare and not (scene.words.supports.get(i, NONE) or scene.words.triggers.get(i, NONE))


def preposition(scene: Scene, token: int) -> str:
    """Return the part of the preposition before a noun, a demonstrative between them left aside."""
    particle = scene.words.particle_before(token - scene.hits.has(token - 1, "demonstrative"))
    return "" if particle is None else particle.part


def _for(scene: Scene, i: int) -> bool:
    """Say whether «for» is written onto an ordinary word."""
    return scene.prefixed(i) and scene.units.norms[i][0] in LAM


def _by_means(scene: Scene, i: int) -> bool:
    particle = scene.words.particle(i)
    return particle is not None and particle.hit.entry.id == _THROUGH
