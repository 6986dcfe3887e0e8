"""Who opens a clause and is parted from its verb: by who he is, by a relative clause, as its topic («as for X»)."""

from musnad.arabic import AND, FUTURE, SO
from musnad.events.phrases import Phrase
from musnad.events.roles.acting import before_auxiliaries
from musnad.events.roles.agreement import agrees
from musnad.events.scene import COMMAS, Scene
from musnad.events.unnamed import definite, unnamed_phrase
from musnad.events.words import Particle
from musnad.lexicon import Hit

_TOLD = 14  # tokens of what a relative clause tells of a subject before its verb
_BETWEEN = 24  # the same where commas close it off
_CLAUSES = frozenset({"complementiser", "that_he", "conjunction"})
_STOPS = frozenset(".؛:")
_AS_FOR = "connective.as_for"
_PRONOUN = "pronoun"


def over_relative(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return who opens a clause, told who he is before its verb: «that the minister | who visited X | met».

    So he is where commas close that off: «X, which was founded in Y, | rejects», «X, and he is a former judge, | said».
    """
    start, verb = scene.units.sentence(first).first, before_auxiliaries(scene, first)
    norms = scene.units.norms
    closed = norms[verb - 1][0] in COMMAS
    for i in range(first - 1, max(start, first - (_BETWEEN if closed else _TOLD)), -1):
        particle = scene.words.particle(i)
        comma = norms[i - 1][0] in COMMAS
        if norms[i][0] in _STOPS or (particle is not None and particle.part in _CLAUSES):
            return None
        if not _tells_who(scene, i, particle, aside=closed and comma):
            continue
        last = i - comma
        phrase = scene.at_last.get(last)
        if phrase is None and definite(scene, last - 1):
            phrase = unnamed_phrase(scene, last - 1, last)
        if phrase is None or not _opens(scene, phrase, start) or agrees(hit, phrase, before=True) is False:
            return None
        return phrase if closed or any(scene.verb(k) for k in range(i + 1, first)) else None
    return None


def _tells_who(scene: Scene, i: int, particle: Particle | None, *, aside: bool) -> bool:
    """Say whether a token opens a relative clause, or an `aside` that tells who somebody is: «, and he is a judge,»."""
    if particle is not None and particle.part == "relative" and not particle.each:
        return True
    return aside and scene.units.norms[i].startswith(AND) and scene.hits.has(i, _PRONOUN)


def _opens(scene: Scene, phrase: Phrase, start: int) -> bool:
    """Say whether a phrase opens the sentence that starts at a token, or the clause of «that»."""
    opening = scene.words.particle_before(phrase.head)
    opens = phrase.head == start or (opening is not None and opening.part in {"complementiser", "was"})
    return opens and not (phrase.slot or phrase.joined)


def topic(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return whom the clause of a verb with «so» is about: «as for X, | it refused»."""
    if hit.prefix not in {SO, SO + FUTURE}:
        return None
    start = scene.units.sentence(first).first
    for i in range(first - 1, max(start, first - _TOLD) - 1, -1):
        if any(one.entry.id == _AS_FOR for one in scene.hits.at(i, "connective")):
            phrase = scene.at_head.get(i + 1) or scene.at_head.get(i) or definite(scene, i + 1)
            stands = phrase is not None and not (phrase.slot or phrase.joined)
            return phrase if stands and phrase is not None and agrees(hit, phrase, before=True) is not False else None
        if scene.units.norms[i][0] in _STOPS or scene.opens_content(i) or _led_over(scene, i):
            return None
    return None


def _led_over(scene: Scene, i: int) -> bool:
    """Say whether another verb with «so» stands at a token: the topic is that one's."""
    return scene.verb(i) and any(hit.prefix.startswith(SO) for hit in scene.hits.verbs(i))
