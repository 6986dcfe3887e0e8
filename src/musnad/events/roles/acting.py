"""Who was the last to act before a token: the subjects of verbs, those of the sentence before those of its asides."""

from collections.abc import Callable

from musnad.arabic import AND
from musnad.events.phrases import Phrase
from musnad.events.roles.agreement import agrees, differs, plural_object
from musnad.events.roles.antecedents import AUXILIARIES, relative_before
from musnad.events.roles.asides import was
from musnad.events.scene import Scene
from musnad.events.words import NONE
from musnad.lexicon import Hit

ALSO = "particle.also"
"""The word with which whoever acted before goes on."""
DOERS = frozenset({"person", "office", "organisation", "group", "place"})
"""The kinds of mentions that act; media tell, they do not act."""


def previous_start(scene: Scene, first: int) -> int:
    """Return where the sentence before that of a token starts, if it is not the title; else where its own does."""
    number = scene.units.sentence_of[first]
    if number == 0 or scene.in_headline(scene.units.sentences[number - 1].first):
        return scene.units.sentences[number].first
    scene.look_at(number - 1)
    return scene.units.sentences[number - 1].first


def last_subject(
    scene: Scene, low: int, high: int, hit: Hit | None = None, *, suits: Callable[[Phrase], bool] | None = None
) -> Phrase | None:
    """Return the last phrase in `[low, high)` that is the subject of a verb, agrees with one, and suits.

    Who acts only in a relative clause that a comma has closed goes behind whoever acts in the sentence itself.
    """
    within = None
    for phrase in reversed(scene.bare(low, high)):
        if phrase.last > high or phrase.mention.kind not in DOERS or phrase.joined:
            continue
        if suits is not None and not suits(phrase):
            continue
        if not is_subject(scene, phrase, low) or _fell(scene, phrase):
            continue
        alone = len(scene.chain(phrase)) == 1
        if hit is not None and (agrees(hit, phrase) is False or (alone and differs(hit, phrase))):
            continue
        if not _closed_off(scene, phrase, high):
            return phrase
        within = within or phrase
    return within


def only_subject_before(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return who alone acts in the sentence before, where «and, also» open the verb's: «X arrived. | And met Y»."""
    start = scene.units.sentence(first).first
    low = previous_start(scene, first)
    also = goes_on(scene, first)
    if low == start or not also or any(i not in scene.timed for i in range(start, first - (also == ALSO))):
        return None
    found = last_subject(scene, low, start, hit)
    acting = (one for one in scene.bare(low, start) if one.mention.kind in DOERS and not one.joined)
    fitting = (one for one in acting if agrees(hit, one) is not False and is_subject(scene, one, low))
    return found if all(found is not None and one.entity == found.entity for one in fitting) else None


def goes_on(scene: Scene, first: int) -> str:
    """Return «and» that is written onto a verb, or the «also» before it, empty where neither stands."""
    particle = scene.words.particle_before(first)
    if particle is not None and particle.hit.entry.id == ALSO:
        return ALSO
    return AND if scene.units.norms[first].startswith(AND) else ""


def _closed_off(scene: Scene, phrase: Phrase, high: int) -> bool:
    """Say whether a phrase acts in a relative clause that a comma ends before a token: «what X does, | voicing»."""
    verb = phrase.head - 1
    if not (verb >= 0 and scene.verb(verb) and relative_before(scene, verb)):
        return False
    return any(scene.units.norms[i][0] in "،," for i in range(phrase.last, high))


def _fell(scene: Scene, phrase: Phrase) -> bool:
    """Say whether counted people are those who suffer the verb beside them: «five people died»."""
    if not phrase.mention.rule.endswith("counted"):
        return False
    last = scene.chain(phrase)[-1].last
    beside = (*scene.words.triggers.get(phrase.head - 1, NONE), *scene.words.triggers.get(last, NONE))
    return any(hit.entry.text("level") == "casualty" for hit in beside)


def is_subject(scene: Scene, phrase: Phrase, low: int) -> bool:
    """Say whether a phrase is the subject of a verb beside it, in a text that starts at a token."""
    head = phrase.head
    between = head - 1 > low and scene.hits.has(head - 1, "bound_preposition", "demonstrative")
    verb = head - 1 - between  # «rules | over it | X», «attacked | these | gunmen»
    if verb == head - 1 and head > low and scene.verb(verb) and _of_many(scene, verb, phrase):
        return False  # «they attacked | a group of people | who were coming back»
    if head > 0 and was(scene, head) and scene.units.norms[min(phrase.last, len(scene.units) - 1)][0] in ".؛":
        return False  # «he was | the spokesman»
    if any(hit.last > phrase.last for hit in scene.words.triggers.get(phrase.first, NONE)):
        return False  # «| doing away | with them», no judges
    if head > low and scene.verb(verb) and not _has_subject(scene, verb):
        deed = any(hit.form.pos == "masdar" for hit in scene.hits.at(verb))  # «the leaving | of the troops», no verb
        return deed or not (verb == head - 1 and plural_object(scene, phrase))  # «and met | the wounded»
    last = scene.chain(phrase)[-1].last
    last = _past_auxiliaries(scene, last) if was(scene, head) else last
    if last < len(scene.units) and scene.verb(last) and not scene.units.norms[last].startswith(AND):
        return True  # «the police confirmed the fall of victims | and asked»: these ask nobody
    particle = scene.words.particle_before(head)
    if particle is not None and particle.part == "complementiser":
        return True
    return head > low + 1 and head - 1 in scene.timed and scene.verb(_before_time(scene, head))


def _past_auxiliaries(scene: Scene, i: int) -> int:
    """Return the token behind «had, will, not» that start at a token: «X | had | told»."""
    particle = scene.words.particle(i) if i < len(scene.units) else None
    while particle is not None and particle.part in AUXILIARIES and particle.last < len(scene.units):
        i = particle.last
        particle = scene.words.particle(i)
    return i


def before_auxiliaries(scene: Scene, verb: int) -> int:
    """Return the token at which «had, will, not» start before a verb, else its own: «X | had | met»."""
    particle = scene.words.particle_before(verb)
    while particle is not None and particle.part in AUXILIARIES:
        verb = particle.first
        particle = scene.words.particle_before(verb)
    return verb


def _of_many(scene: Scene, verb: int, phrase: Phrase) -> bool:
    """Say whether people behind a verb in the plural are its object, since before its subject it is singular."""
    many = all(hit.form.number == "p" for hit in scene.hits.verbs(verb))
    return many and phrase.mention.kind in {"group", "person"}


def _has_subject(scene: Scene, verb: int) -> bool:
    """Say whether the subject of a verb stands right before it, so that what follows is its object: «X | rejects Y»."""
    norms = scene.units.norms
    before = scene.at_last.get(before_auxiliaries(scene, verb))
    before = before or (_fronted_by_comma(scene, verb) if norms[verb - 1][0] in "،," else None)
    start = scene.units.sentence(verb).first
    if before is None or before.slot or before.joined or before.head < max(before.first, start):
        return False
    form, entity = scene.hits.verbs(verb)[0].form, before.entity
    alike = entity.number == "s" and form.gender in {"", entity.gender} and form.number == "s"
    return alike and before.mention.kind in DOERS and not norms[verb].startswith(AND)


def _fronted_by_comma(scene: Scene, verb: int) -> Phrase | None:
    """Return the subject of «that» that a comma parts from its verb: «that | X, | rejects»."""
    before = scene.at_last.get(verb - 1)
    that = None if before is None else scene.words.particle_before(before.head)
    return before if that is not None and that.part == "complementiser" else None


def _before_time(scene: Scene, i: int) -> int:
    while i > 0 and (i - 1 in scene.timed or scene.units.norms[i - 1][0] in "،,"):
        i -= 1
    return max(0, i - 1)
