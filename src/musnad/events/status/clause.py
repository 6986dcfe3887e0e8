"""What the verb of a clause makes of deeds told as nouns behind it: «the second stage will include | withdrawal»."""

from musnad.arabic import AND, ARTICLE
from musnad.events.draft import HARMING, OPEN, Draft
from musnad.events.scene import CLAUSE_ENDS, Scene
from musnad.events.status.governing import NEGATIONS, governing, will
from musnad.events.words import NONE, SIGN_MASDAR, SIGNING
from musnad.lexicon import Hit

_DEEDS = frozenset({"AGREE", "RETREAT", "SANCTION", "COOPERATE", "AID", "MOBILIZE", "CONSULT"})
_MEETING, _GIVEN = "CONSULT", "AID"
_ALONG = frozenset({"to", "in", "on", "by", "from", "for", "coordinator"})  # parts of particles in a verb's objects
_FAR = 20  # tokens from a deed back to the verb of its clause
_GOVERNS = 4  # tokens from letters of a verb back to the word that governs its subject
_LIST = 11  # the same over the deeds that stand before one in a list
_BARGAINS = frozenset({"RETREAT", "COOPERATE"})
_EFFORTS = "efforts"  # the context of «efforts for»
_TALKED_OVER = frozenset(
    f"trigger.{name}"
    for name in ("consult.negotiations", "consult.talks", "consult.talks2", "consult.mediation", "agree.deal")
)
_CONCERNING = "particle.concerning"
_TALK = "talk"  # the level of verbs of discussing
_TALKS = 2  # tokens from talks to what they are about
_DECIDED = _DEEDS - {_MEETING}
_WITHDRAW = "withdraw"
_AHEAD = {"future": "planned", "not_future": "hypothetical"}


def under_future(scene: Scene, draft: Draft) -> str:
    """Return the status that a verb of the future gives a deed among its objects; empty where it gives none."""
    opening = draft.opening
    before = scene.words.particle_before(opening)
    if draft.type in HARMING:
        # «Will aim | at driving out», not «will look into | the killing».
        aimed = before is not None and before.part == "to"
        if not aimed or draft.hit.form.pos != "masdar" or draft.hit.definite:
            return ""
    elif draft.type not in _DEEDS or not _to_do(scene, draft, opening):
        return ""
    verb = _verb_before(scene, opening)
    if verb is None:
        return ""
    particle = scene.words.particle_before(verb)
    if particle is not None and particle.part in _AHEAD:
        return _AHEAD[particle.part]
    return "planned" if will(scene, verb) else ""


def _to_do(scene: Scene, draft: Draft, opening: int) -> bool:
    """Say whether a noun is a deed to be done rather than one that is known: «withdrawal», no «talks»."""
    made = draft.support
    if draft.hit.definite or scene.units.norms[draft.first].startswith(ARTICLE):
        return made is not None and made.form.pos == "masdar" and made.first < draft.first
    if made is not None and made.first < draft.first:
        return made.form.pos == "masdar"
    if draft.type == _MEETING:
        return False
    if draft.hit.form.pos == "masdar" or draft.last - draft.first > 1 or draft.hit.entry.id in SIGNING:
        return True
    before = next((i for i in range(opening - 1, -1, -1) if i not in scene.covered), opening)
    return draft.type == _GIVEN and scene.verb(before)  # «will double | its aid»


def _verb_before(scene: Scene, first: int) -> int | None:
    """Return the verb among whose objects a token stands; none where another clause or a circumstance begins."""
    for i in range(first - 1, max(scene.units.sentence(first).first, first - _FAR) - 1, -1):
        if i in scene.covered or i in scene.timed:
            continue
        if scene.units.norms[i][0] in CLAUSE_ENDS:
            return None
        particle = scene.words.particle(i)
        if particle is not None and particle.part not in _ALONG:
            return None
        if scene.verb(i):
            return i
    return None


def over_masdar(scene: Scene, hit: Hit) -> Hit | None:
    """Return what rules letters of a past verb, its masdar: «can the government | shell», «want X | and ban Y»."""
    same = (*scene.words.triggers.get(hit.first, NONE), *scene.words.supports.get(hit.first, NONE))
    if hit.suffix or not any(one.form.pos == "masdar" for one in same if one.entry is hit.entry):
        return None
    if hit.prefix == AND:
        return _over_list(scene, hit)
    phrase = scene.at_last.get(hit.first)
    if phrase is None or hit.prefix:
        return None
    word = governing(scene, hit.first, _GOVERNS)
    rules = word is not None and word.last == phrase.head and word.form.pos != "verb"
    return word if rules and word is not None and word.entry.text("status") in OPEN else None


def _over_list(scene: Scene, hit: Hit) -> Hit | None:
    """Return the word of the present over a list of deeds, since no past deed goes on from what is only wanted."""
    word = governing(scene, hit.first, _LIST)
    if word is None or word.entry.text("status") not in OPEN:
        return None
    negation = scene.words.particle_before(word.first)
    verbs = scene.hits.verbs(word.first)
    now = bool(verbs) and all(one.form.tense == "present" for one in verbs)
    return word if now and (negation is None or negation.part not in NEGATIONS) else None


def carried_out(draft: Draft) -> bool:
    """Say whether a masdar carries out a deed without article, which may be none told of: «imposing | sanctions»."""
    made = draft.support
    return made is not None and made.form.pos == "masdar" and made.first < draft.first and not draft.hit.definite


def negotiated(scene: Scene, draft: Draft) -> bool:
    """Say whether a deed is what people negotiate about or try for: «talks on | an exchange», in Arabic an idafa."""
    talks = draft.first - 1
    if draft.type not in _BARGAINS or draft.verbal or draft.hit.definite:
        return False
    if draft.support is not None and draft.support.last > talks:
        return False
    named = any(
        hit.last == draft.first and hit.entry.id in _TALKED_OVER for hit in scene.words.triggers.get(talks, NONE)
    )
    return named or scene.told_of(talks, _EFFORTS)


def deliberated(scene: Scene, draft: Draft) -> bool:
    """Say whether people only talk about a decision: «negotiations about | granting aid», not «about the attack»."""
    opening = draft.opening
    particle = scene.words.particle_before(opening)
    decided = draft.type in _DECIDED or (draft.type == _MEETING and carried_out(draft))
    decision = decided and not draft.verbal and not draft.hit.definite
    if not decision or particle is None or particle.hit.entry.id != _CONCERNING:
        return False
    talks = (hit for i in range(particle.first - _TALKS, particle.first) for hit in scene.words.triggers.get(i, NONE))
    return any(hit.entry.text("type") == _MEETING for hit in talks)


def discussed(scene: Scene, draft: Draft) -> bool:
    """Say whether people only talk about carrying out a deed: «the ministers discussed | imposing sanctions»."""
    made = draft.support
    phrased = made is None and (draft.last - draft.first > 1 or draft.hit.entry.id == SIGN_MASDAR)
    left = draft.hit.entry.text("mode") == _WITHDRAW and draft.hit.form.pos == "masdar"
    carried = carried_out(draft) or phrased or left
    if not carried or draft.type not in _DEEDS or draft.hit.definite:
        return False
    opening = draft.first if made is None else min(draft.first, made.first)
    at = next((i for i in range(opening - 1, -1, -1) if not (i in scene.covered or i in scene.timed)), opening)
    return any(hit.entry.text("level") == _TALK for hit in scene.words.triggers.get(at, NONE))
