"""Whether an event happened: from tense, negation, modality, and the word or request that governs it."""

from musnad.arabic import CONJUNCTIONS, FUTURE, LAM
from musnad.events.draft import Draft
from musnad.events.scene import Scene
from musnad.events.words import NONE
from musnad.lexicon import Hit
from musnad.model import Node

_LEFT = 5  # tokens between a governing word and the noun it governs
_RELATIVE = 7  # tokens behind a noun in which a relative clause tells its time
_RIGHT = 3  # tokens between a noun and an adjective that qualifies it
_RULES = {"asks": "requested", "promises": "planned", "threatens": "hypothetical"}  # by the flag of what rules
_PARTICLES = {"not_past": "denied", "not_future": "denied", "not": "denied", "future": "planned", "if": "hypothetical"}


def settle(scene: Scene, drafts: list[Draft]) -> None:
    """Give every draft its status, in order: requests and threats rule the events behind them."""
    for number, draft in enumerate(drafts):
        draft.status = _status(scene, draft, drafts[max(0, number - 3) : number])


def _status(scene: Scene, draft: Draft, before: list[Draft]) -> str:
    fixed = draft.hit.entry.text("status")
    if fixed:
        return fixed
    own = _verb_status(scene, draft) if draft.verbal else _noun_status(scene, draft)
    if own in {"happened", "ongoing"}:
        ruled = _ruled(scene, draft, before)
        if ruled:
            return ruled
    return own


def _verb_status(scene: Scene, draft: Draft) -> str:
    return verb_status(scene, draft.hit, draft) or "happened"


def verb_status(scene: Scene, hit: Hit, draft: Draft) -> str:
    """Return the status that the form of a verb and the particles before it give; empty for a plain past."""
    if hit.prefix.endswith(FUTURE):
        return "planned"
    present = hit.form.tense == "present"
    i = hit.first
    start = scene.units.sentence(i).first
    for _ in range(3):
        particle = scene.words.particle_before(i)
        if particle is None or i <= start:
            break
        part = particle.part
        if part in _PARTICLES:
            _note(draft, particle.hit)
            before = scene.words.particle_before(particle.first)
            condition = before is not None and before.part == "if"
            draft.negated = draft.negated or (part.startswith("not") and not condition)
            return "hypothetical" if condition else _PARTICLES[part]
        if part == "may" and present:
            _note(draft, particle.hit)
            return "hypothetical"
        i = particle.first
    word = governing(scene, hit.first, 4, verbal=True)
    if word is not None and present:
        _note(draft, word)
        return word.entry.text("status")
    if not present:
        return ""
    if hit.prefix:
        return "ongoing" if hit.prefix in CONJUNCTIONS else "planned"
    return "" if scene.units.sentence(hit.first).paragraph == 0 else "ongoing"


def _noun_status(scene: Scene, draft: Draft) -> str:
    for i in range(draft.last, min(draft.last + _RIGHT, scene.units.sentence(draft.first).last)):
        for hit in scene.words.states.get(i, NONE):
            if i in scene.timed:
                continue
            behind = scene.words.particle(hit.last)
            if hit.entry.flag("behind") and (behind is None or behind.part != "from"):
                _note(draft, hit)
                return hit.entry.text("status")
    word = governing(scene, draft.first, _LEFT)
    if word is not None and not _mere_attempt(draft, word):
        _note(draft, word)
        negation = scene.words.particle_before(word.first)
        negated = negation is not None and negation.part in {"not", "not_past", "not_future"}
        return "denied" if negated else word.entry.text("status")
    if _never(scene, draft):
        return "denied"
    if _will(scene, draft) or _purpose(draft):
        return "planned"
    if draft.support is not None and scene.verb(draft.support.first):
        told = verb_status(scene, draft.support, draft)
        if told:
            return told
        return "happened"
    if draft.hit.entry.flag("lasting") and not _over(scene, draft):
        return "ongoing"
    return "happened"


def _never(scene: Scene, draft: Draft) -> bool:
    """Say whether a negation stands before the noun that carries the event: «without firing a shot»."""
    carrier = draft.support
    if carrier is None or carrier.form.pos != "masdar" or carrier.first >= draft.first:
        return False
    particle = scene.words.particle_before(carrier.first)
    return particle is not None and particle.part == "not"


def _mere_attempt(draft: Draft, word: Hit) -> bool:
    """Say whether «attempt» stands before words that are acts already when tried: attempts to prosecute."""
    return word.entry.text("status") == "failed" and draft.type not in {"ASSAULT", "COERCE", "AGREE", "RETREAT"}


def _will(scene: Scene, draft: Draft) -> bool:
    """Say whether a relative clause behind the noun puts it in the future: «talks that Riyadh will host»."""
    for i in range(draft.last, min(draft.last + _RELATIVE, scene.units.sentence(draft.first).last)):
        if not scene.verb(i):
            continue
        if any(hit.form.pos == "verb" and hit.prefix.endswith(FUTURE) for hit in scene.hits.at(i)):
            before = scene.words.particle(i - 1)
            return before is not None and before.part == "relative"
    return False


def _purpose(draft: Draft) -> bool:
    """Say whether the noun is only the purpose of something: «to hold talks»."""
    if draft.support is not None and draft.support.form.pos == "masdar" and draft.support.prefix in LAM:
        return True
    return draft.hit.form.pos == "masdar" and draft.hit.prefix in LAM and draft.type in {"ASSAULT", "CONSULT"}


def _over(scene: Scene, draft: Draft) -> bool:
    """Say whether a lasting event is told as done: behind «after», or with a date in its clause."""
    for i in range(draft.first, max(draft.first - 3, 0), -1):
        particle = scene.words.particle_before(i)
        if particle is not None and particle.part == "cause":
            return True
    return any(i in scene.timed for i in range(draft.first, draft.reach))


def governing(scene: Scene, first: int, window: int, *, verbal: bool = False) -> Hit | None:
    """Return the word of status that governs what stands at `first`: before it in the clause, with no event between."""
    units = scene.units
    start = units.sentence(first).first
    for i in range(first - 1, start - 1, -1):
        if i in scene.covered or i in scene.timed:
            continue  # the subject and the day between a verb and its object cost nothing
        window -= 1
        if window < 0 or units.norms[i][0] in ".؛:،":
            return None
        if scene.idle(i):
            continue
        found = [
            h
            for h in scene.words.states.get(i, NONE)
            if not h.entry.flag("behind") and (h.last == first if h.entry.flag("adjacent") else h.last <= first)
        ]
        if found:
            return found[0]
        carries = bool(scene.words.supports.get(i, NONE))
        if scene.words.triggers.get(i, NONE) and i not in scene.covered and not verbal and not carries:
            return None
        particle = scene.words.particle(i)
        if particle is not None and particle.part in {"cause", "relative", "conjunction"}:
            return None
        if scene.verb(i) and not scene.words.supports.get(i, NONE):
            return None
    return None


def _ruled(scene: Scene, draft: Draft, before: list[Draft]) -> str:
    """Return the status that a request, promise or threat before the event in its clause gives it."""
    preposition = scene.words.particle_before(draft.first)
    if draft.verbal or (preposition is not None and preposition.part == "in"):
        return ""  # «agreed in a call»: the call is where, not what
    for ruler in reversed(before):
        if scene.units.sentence_of[ruler.first] != scene.units.sentence_of[draft.first]:
            return ""
        entry = ruler.hit.entry
        status = next((status for flag, status in _RULES.items() if entry.flag(flag)), "")
        if not status:
            continue
        if _clear(scene, ruler.last, draft.first):
            draft.evidence.append(Node("trigger", entry.id, ruler.hit.start, ruler.hit.end))
            return status
    return ""


def _clear(scene: Scene, low: int, high: int) -> bool:
    """Say whether nothing between two tokens takes the second out of the reach of the first."""
    for i in range(low, high):
        if scene.idle(i):
            continue
        if scene.units.norms[i][0] in ".؛:،":
            return False
        particle = scene.words.particle(i)
        if particle is not None and particle.part in {"cause", "relative", "conjunction"}:
            return False
        if scene.verb(i):
            return False
    return True


def _note(draft: Draft, hit: Hit) -> None:
    draft.evidence.append(Node(hit.entry.kind, hit.entry.id, hit.start, hit.end))
