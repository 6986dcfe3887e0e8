"""Whether a phrase behind a preposition belongs to what stands nearer to it than a deed: a participle, a topic."""

from musnad.events.draft import Draft
from musnad.events.phrases import Phrase
from musnad.events.scene import Scene

_AGENT, _BETWEEN = "agent", "between"
_MEETING, _VISIT = "CONSULT", "visit"
_TOWARDS = frozenset({"to", "for"})
_GOALS = _TOWARDS | {"object"}
_OTHER_CLAUSE = frozenset({"about", "cause"})
_TO_TOPIC = 2  # tokens from a deed to whom a nearer noun may be for
_DONE_BY = "done_by"  # the context of participles whose agent is told


def of_participle(scene: Scene, i: int) -> bool:
    """Say whether «by» at a token tells the agent of a participle before it: «officers | backed | by a state»."""
    return scene.told_of(i - 1, _DONE_BY)


def by_participle(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether a phrase behind «by» does what a participle tells, and not the deed of a draft."""
    particle = scene.words.particle_before(phrase.head) if phrase.slot == _AGENT else None
    return particle is not None and particle.first > draft.last and of_participle(scene, particle.first)


def belongs_nearer(scene: Scene, draft: Draft, low: int, phrase: Phrase) -> bool:
    """Say whether a phrase belongs to what stands nearer to it than a deed: «consultations about the issues | between».

    Behind one «of» another one says whose something else is, as does one behind «after, about».
    """
    if phrase.slot == _BETWEEN and draft.type == _MEETING:
        noun = phrase.head - _TO_TOPIC
        named = noun in scene.covered or noun in scene.timed
        return not named and any(_part(scene, i) == "about" for i in range(low, noun))
    if phrase.slot != "for" or phrase.slot not in draft.recipient_slots or phrase.head - draft.last < _TO_TOPIC:
        return False
    nearer = (p for p in draft.parties if p.phrase and low <= p.phrase.head < phrase.head)
    told = any(p.slot in (_GOALS if draft.hit.entry.text("mode") == _VISIT else _TOWARDS) for p in nearer)
    return told or any(_part(scene, i) in _OTHER_CLAUSE for i in range(low, phrase.head))


def pays(draft: Draft, phrase: Phrase) -> bool:
    """Say whether a person behind where a visit goes pays it: «the first visit to Malta | of the minister»."""
    visit = draft.hit.entry.text("mode") == _VISIT and not draft.verbal and not draft.hit.suffix
    return visit and phrase.slot == "for" and phrase.mention.kind in {"person", "office"}


def _part(scene: Scene, i: int) -> str:
    particle = scene.words.particle(i)
    return "" if particle is None else particle.part
