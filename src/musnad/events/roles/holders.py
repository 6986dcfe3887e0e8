"""Who would or should do what a noun says: «the attempt | of X | to try Y», «it is up | to X | to release Y»."""

from musnad.arabic import AND, ARTICLE, BA, LAM
from musnad.arabic.letters import ALEF, HA, MIM
from musnad.events.draft import Draft
from musnad.events.phrases import Phrase
from musnad.events.roles.pronouns import subject_meant
from musnad.events.scene import Scene
from musnad.events.status.governing import NEGATIONS, governing
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE
from musnad.lexicon import Hit

_DUTY = "status_word.must"
_WISHES = frozenset(
    f"status_word.{wish}"
    for wish in ("attempt", "continue", "continue4", "desire", "intend", "intention", "resolve", "seek", "willing")
)
_CLAIMED, _DENIED, _BLAMING = "claimed", "denied", "ACCUSE"
_OUTER = 3  # tokens from a word that governs a plan
_SAID = 8  # tokens from the verb by which an attack is claimed
_OBLIGED = "on"
_OWNERS = (HA + ALEF, HA + MIM, HA)
_TIED = "tied_to"  # the context of what has to do with a deed, or comes of it
_TAKEN_UP = "taken_up"  # the context of words for taking something up: «the return to, the part in»
_NO_NOUN = ("bound_preposition", "one_of", "approximate", "demonstrative")
_PEOPLE = frozenset({"group", "person"})
_LONGEST = 2  # tokens of a word of duty


def holder(scene: Scene, i: int) -> Phrase | None:
    """Return who has the duty or the wish that a noun or an impersonal verb at a token tells of."""
    for hit in scene.words.states.get(i, NONE):
        if hit.form.pos == "verb":
            continue
        if hit.entry.id == _DUTY:
            phrase = scene.at_head.get(hit.last + 1)
            if phrase is not None and phrase.slot == _OBLIGED and not phrase.joined:
                return phrase
        elif hit.entry.id in _WISHES and i not in scene.covered:
            return _of_whom(scene, i, hit.last)
    return None


def responsible(scene: Scene, i: int) -> Phrase | None:
    """Return who said that he is behind an attack: «claimed | its responsibility for», where nobody denies it."""
    if not scene.told_of(i, _CLAIMED):
        return None
    states = (
        hit for k in range(max(i - _SAID, scene.units.sentence(i).first), i) for hit in scene.words.states.get(k, NONE)
    )
    particles = map(scene.words.particle, range(max(i - _SAID, scene.units.sentence(i).first), i))
    denied = any(hit.entry.text("status") == _DENIED for hit in states)
    return (
        None if denied or any(one is not None and one.part in NEGATIONS for one in particles) else _of_whom(scene, i, i)
    )


def obliged_before(scene: Scene, at: int) -> Phrase | None:
    """Return who has the duty to do what stands at a token, right before it: «it is up | to X | to launch Y»."""
    phrase = scene.at_last.get(at)
    if phrase is None or phrase.slot != _OBLIGED:
        return None
    found = (holder(scene, phrase.head - 1 - back) for back in range(1, _LONGEST + 1))
    return phrase if any(one is phrase for one in found) else None


def others_do(scene: Scene, draft: Draft, word: Hit) -> bool:
    """Say whether somebody expects what others do, or denies that there is something, and so no deed of his own."""
    denies = word.entry.text("status") == _DENIED and draft.type in SPOKEN
    blamed = draft.type == _BLAMING and not draft.verbal and not draft.hit.suffix  # «X denies | the accusations»
    denies = denies and (blamed or any(map(scene.plain, range(word.last, draft.first))))
    outer = governing(scene, word.first, _OUTER) if word.form.pos == "participle" else None
    of_others = any(one.entry.flag("of_others") for one in (word, outer) if one is not None)  # «foiled | a plan»
    return denies or of_others


def intending(scene: Scene, word: Hit, draft: Draft, subject: Phrase) -> Phrase:
    """Return the subject of a word of intention, doubted where a noun stands between it and the deed.

    «Tries to bring both sides back | to talks»: he does not talk. Who takes something up rules what that is («decided
    to take part | in the talks»), and an ending tells an adverb.
    """
    joined = bool(draft.hit.prefix) and scene.units.norms[draft.first].startswith(AND)
    apart = not joined and any(_is_other(scene, i) for i in range(word.last, draft.first))
    return subject._replace(doubted=True) if apart else subject


def _is_other(scene: Scene, i: int) -> bool:
    """Say whether a token is a noun of its own: no part of a known phrase, day, particle or word that rules another."""
    words = scene.words
    if i in scene.covered or i in scene.timed or words.is_particle(i) or i in words.inner or not scene.units.is_word(i):
        return False
    ruling = i in words.states or i in words.supports or i in words.triggers or i in words.demonyms
    adverb = scene.units.norms[i].endswith(ALEF) and not scene.units.norms[i].startswith(ARTICLE)
    return not (ruling or adverb or scene.hits.has(i, *_NO_NOUN) or scene.told_of(i, _TAKEN_UP))


def are_planners(scene: Scene, draft: Draft, word: Hit) -> bool:
    """Say whether a word of intention is a noun for those who have it: «the planners | of the attack»."""
    named = word.form.pos == "participle" and word.last == draft.first and draft.hit.definite
    return named and not scene.units.norms[word.first].endswith(ALEF)


def names_others(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun only tells who or what another one is, and so no verb before that carries it.

    «Visited | those wounded in the attack», «published | the papers that have to do with the assassination».
    """
    i, whole, particle = draft.first, scene.covered.get(draft.first), scene.words.particle_before(draft.first)
    inside = whole is not None and whole.head < i and whole.mention.kind in _PEOPLE and particle is None
    if inside and not draft.hit.entry.texts("support"):
        return True
    at = particle.first - 1 if particle is not None else i - 1
    governed = particle is not None or (draft.hit.prefix != "" and draft.hit.prefix in LAM | BA)
    return governed and at >= 0 and scene.told_of(at, _TIED)


def _of_whom(scene: Scene, i: int, behind: int) -> Phrase | None:
    """Return whose wish it is: the one in idafa with its noun, or the subject for whom its pronoun stands."""
    phrase = scene.at_head.get(behind) if behind > i else None
    if phrase is not None:
        return None if phrase.slot or phrase.joined or phrase.head != phrase.first else phrase
    word = scene.units.surface(i, i + 1).strip()
    pronoun = next((one for one in _OWNERS if word.endswith(one)), "")
    if not pronoun:
        return None
    behind_verb = i > scene.units.sentence(i).first and scene.verb(i - 1)
    return subject_meant(scene, pronoun, i, (i - 1, scene.hits.verbs(i - 1)[0]) if behind_verb else None)
