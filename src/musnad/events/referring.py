"""Words that only refer to what is told elsewhere: «accused of», «the fourth attack», «who carried out an attack»."""

from musnad.events.draft import HARMING, Draft
from musnad.events.scene import Scene
from musnad.events.words import NONE, NTH_TIME

AGREED = frozenset({"AGREE", "RETREAT", "CONCEDE"})
"""Types of what is agreed on, which goes by the name of the agreement."""
_REFERRING = 3  # tokens before a noun in which a word can make it a reference
_PLACE = "place"
_THAT_IT, _IT = "that_he", ("pronoun", "demonstrative")  # words for what was told: «that it», «it», «this»
_KNOWN = "presupposing"  # the context of «victims of, consequences of»
_DEALT_WITH, _SEEN = "dealt_with", HARMING | {"PROTEST"}  # «to look into, to face | the attack»
_KNOWN_FROM = 4  # tokens before a noun from which on a word may take it for known
_KIND = "background.file"  # «case, crime, operations of»
_TIMES = 2  # tokens of «the second time»


def referred(scene: Scene, draft: Draft) -> bool:
    """Say whether a word before the noun makes it a mere reference: «accused of», «the terms of»."""
    start = scene.units.sentence(draft.first).first
    deal = draft.type in AGREED
    nearest = draft.first - (1 if deal else _REFERRING)
    tokens = (i for i in range(max(start, nearest), draft.first) if i not in scene.timed)
    words = (hit for i in tokens for hit in scene.words.backgrounds.get(i, NONE))
    return any(hit.entry.flag("deals") == deal and not hit.entry.flag("whole") for hit in words)


def presupposed(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun before an event takes it for known: «fear the consequences of | the war», «the victims of».

    A word of the kind of deed may stand between the two: «the victims of | operations of | shelling».
    """
    if draft.verbal:
        return False
    made = draft.support
    first = made.first if made is not None and made.form.pos == "masdar" and made.last <= draft.first else draft.first
    kind = any(hit.entry.id == _KIND for hit in scene.words.backgrounds.get(first - 1, NONE))
    ends = (first, first - 1) if kind else (first,)
    known = {_KNOWN}
    if draft.type in _SEEN and first == draft.first and (draft.hit.definite or draft.parties):
        known.add(_DEALT_WITH)
    starts = [i for end in ends for i in scene.words.context_ends.get(end, ()) if i >= first - _KNOWN_FROM]
    told = (i for i in starts if not known.isdisjoint(scene.contexts_at(i)))
    words = (hit for i in told for hit in scene.hits.at(i, "context"))
    return any(hit.last in ends and hit.entry.text("context") in known for hit in words)


def says_who(scene: Scene, draft: Draft) -> bool:
    """Say whether the verb before a noun only says who somebody is: «three fugitives who carried out | an attack»."""
    verb = draft.support
    if verb is None or verb.first >= draft.first or not scene.verb(verb.first):
        return False
    if verb.entry.text("subject") == _PLACE:
        return False  # «the mosque that saw | an attack»
    particle = scene.words.particle_before(verb.first)
    return particle is not None and particle.part == "relative"


def counted_from(scene: Scene, draft: Draft) -> bool:
    """Say whether time is counted from a noun, which is known then: «three weeks after | his abduction»."""
    before = scene.words.particle_before(draft.first)
    return before is not None and before.part in {"on", "from"} and before.first - 1 in scene.timed


def relative(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb only says who somebody is: «the hostages whom gunmen had kidnapped»."""
    particle = scene.words.particle_before(draft.first)
    if particle is not None and particle.part in {"may", "was"}:
        particle = scene.words.particle_before(particle.first)
    return particle is not None and particle.part == "relative"


def said_of_it(scene: Scene, draft: Draft) -> bool:
    """Say whether a word only says what «it» is: «this was the fourth | attack», «the first time that he | visits»."""
    if draft.support is not None and draft.support.first < draft.first:
        return _nth_time(scene, draft.support.first)
    if draft.verbal:
        return _nth_time(scene, draft.first)
    if draft.hit.form.pos not in {"noun", "masdar"} or draft.hit.suffix or draft.hit.definite or draft.hit.prefix:
        return False
    first = draft.first - 1
    adjective = not (scene.words.is_particle(first) or scene.verb(first))
    for start in (draft.first, first) if adjective else (draft.first,):
        before = scene.words.particle_before(start)
        if scene.hits.has(start - 1, *_IT) or (before is not None and before.part == _THAT_IT):
            return True
    return False


def _nth_time(scene: Scene, verb: int) -> bool:
    """Say whether a verb tells how often it was so: «this is | the second time | that he visits»."""
    particle = scene.words.particle_before(verb)
    i = verb if particle is None or particle.part != "relative" else particle.first
    starts = range(max(0, i - _TIMES), i)
    return any(scene.told_of(k, NTH_TIME) and scene.hits.has(k - 1, *_IT) for k in starts)
