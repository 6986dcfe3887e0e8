"""Whether a noun beside a verb suffers its deed, where no ending and no mark of the passive says so."""

from musnad.arabic import AND, BA, NUNATED, OBLIQUE, fold_word
from musnad.arabic.letters import ALEF
from musnad.events.draft import FALLEN, HARMING, SEIZING, Draft
from musnad.events.phrases import Phrase
from musnad.events.roles.antecedents import relative_before
from musnad.events.roles.subjects import dropped_subject
from musnad.events.scene import Scene
from musnad.events.unnamed import accusative, counted
from musnad.events.words import NONE
from musnad.lexicon import Hit

_VIOLENT = "ASSAULT"
_OUTLAWS = frozenset({"REB", "UAF", "PAR", "SEP"})  # of the armed those who, counted, still rather take others
ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PAR", "SEP", "SPY"})  # sectors that arrest and abduct
_TELLING = 9  # tokens from an attack to the verb that says what it hit
_ACTED_ON = "acted_on"
_AFTER = 3  # tokens from a comma to whom somebody took
_BY = tuple(letter for letter in BA if len(letter) == 1)
_COERCING = "COERCE"
_PERSONAL = frozenset({"expel", "deport", "convict"})  # modes of what is done to somebody
_PEOPLE = frozenset({"person", "group"})
_THIRD = 3  # letters before the vowel sign of a past verb with three letters before its root: «was arrested»
_SECOND = 2  # letters before it where the second is doubled: «was accused»
_DAMMA = "\u064f"
_THREE_LETTERS = 4  # of a verb of three letters in the present


def marked_passive(scene: Scene, hit: Hit) -> bool:
    """Say whether a vowel sign marks a verb as passive; in the present only one of three letters shows it."""
    short = hit.form.tense != "present" or len(scene.units.norms[hit.first].removeprefix(AND)) <= _THREE_LETTERS
    text, start = scene.units.text, hit.start
    augmented = hit.form.tense == "past" and fold_word(text[start : start + 1]) == ALEF
    third = augmented and _DAMMA in text[start + _SECOND : start + _THIRD + 1]
    return short and (third or text[start + 1 : start + 2] == _DAMMA)


def falls(scene: Scene, draft: Draft, unnamed: Phrase) -> bool:
    """Say whether the unnamed noun behind a verb of harm suffers it: nobody else stands behind it as object."""
    harm = draft.type == _VIOLENT and draft.hit.form.tense == "past" and "object" in draft.recipient_slots
    if draft.type == _COERCING:
        return "object" in draft.recipient_slots and taken_thing(scene, draft, unnamed)
    if scene.verb(unnamed.last) and draft.level != FALLEN:
        return False  # «a militia | that supports the government | attacked»
    if harm and draft.level == "hit" and tells_target(scene, draft):
        return True
    return harm and not accusative(scene, unnamed.last) and scene.at_head.get(unnamed.last) is None


def taken_thing(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether an unnamed noun alone behind a verb of seizing or banning is what it takes: «seized | the goods»."""
    people = phrase.entity.id or phrase.mention.rule.endswith("counted") or draft.hit.entry.text("mode") in SEIZING
    last = phrase.last
    joined = last < len(scene.units) and scene.units.norms[last].startswith(AND)
    alone = last >= scene.units.sentence(phrase.first).last or not scene.plain(last) or joined
    return alone and not people


def is_target(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a noun is something that can only be acted on: «invaded | the country», «hit | positions of X»."""
    tokens = range(phrase.head, phrase.first if phrase.entity.id else phrase.last)
    return any(scene.hits.has(i, "place_head") or scene.told_of(i, _ACTED_ON) for i in tokens)


def aims_at(scene: Scene, draft: Draft, unnamed: Phrase) -> bool:
    """Say whether the noun behind a verb in the present can only be what it harms: «to bombard | sites»."""
    harms = draft.type in HARMING and draft.hit.form.tense == "present"
    return harms and "object" in draft.recipient_slots and is_target(scene, unnamed)


def charged(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether of what somebody is accused stands right behind the only one behind a verb: «accused | X | of it»."""
    near = phrase.head == phrase.first == draft.last and phrase.last < scene.units.sentence(draft.first).last
    if not (near and draft.hit.entry.flag("charges") and phrase.entity.id):
        return False
    acts = scene.units.norms[phrase.first].endswith(NUNATED[0])  # «officials in the government accused»
    return not acts and scene.units.norms[phrase.last].startswith(_BY)


def tells_target(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb tells what the attack named before it in the clause hit: «a raid | targeted a patrol»."""
    if draft.hit.prefix:
        return False
    joined = scene.units.norms[draft.first].startswith(AND)
    for i in range(draft.first - 1, max(scene.units.sentence(draft.first).first, draft.first - _TELLING) - 1, -1):
        carried = joined and any(hit.suffix for hit in scene.words.supports.get(i, NONE))  # «a raid that X launched»
        if scene.ends_clause(i) or (scene.verb(i) and not carried):
            return False
        if any(hit.entry.text("level") == "attack" for hit in scene.words.triggers.get(i, NONE)):
            return True
    return False


def victim(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a phrase looks like those who suffer: counted people or a person, and nothing that is acted on."""
    last = scene.chain(phrase)[-1].last
    units = scene.units
    followed = last < len(units) and units.sentence_of[last] == units.sentence_of[phrase.first] and _object(scene, last)
    if phrase.entity.sector in ARMED and last < len(units) and not scene.words.is_particle(last):
        followed = followed or (units.norms[last].endswith(ALEF) and last not in scene.timed)  # «gunmen | a reporter»
    followed = followed and not units.norms[last].startswith(AND)  # «a man was killed | and his son»
    if phrase.mention.kind == "person":
        return not followed
    return phrase.mention.kind == "group" and (phrase.mention.rule.endswith("counted") or not followed)


def fell_there(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether those behind a verb of a relative clause are who fell: «the raid in which | were killed | six»."""
    return draft.level == FALLEN and draft.hit.form.tense == "past" and victim(scene, phrase)


def is_seized(draft: Draft, phrase: Phrase) -> bool:
    """Say whether the only one behind a verb of arrest or abduction is who was taken, not who takes others."""
    past = draft.hit.form.tense == "past" and draft.hit.form.number == "s"
    taken = phrase.mention.rule.endswith("counted") and phrase.entity.sector not in _OUTLAWS
    unarmed = phrase.entity.sector not in ARMED or taken
    return past and draft.hit.entry.text("mode") in SEIZING and unarmed


def taken_apart(scene: Scene, draft: Draft, phrase: Phrase) -> list[Phrase]:
    """Return whom a body that nobody knows took, told further on: «detained | the third branch, in the city, | X»."""
    body = phrase.mention.kind == "group" and not (phrase.entity.id or phrase.mention.rule)
    if not (body and draft.hit.entry.text("mode") in SEIZING) or scene.units.norms[phrase.first].endswith(OBLIQUE):
        return []
    for other in scene.bare(phrase.last, scene.units.sentence(phrase.first).last):
        if other.mention.kind == "person" and other.mention.proper is not None and not other.joined:
            between = range(phrase.last, other.head)
            return (
                []
                if any(scene.verb(i) or (scene.ends_clause(i) and i + _AFTER < other.head) for i in between)
                else [other]
            )
    return []


def were_taken(scene: Scene, draft: Draft, before: Phrase) -> bool:
    """Say whether those before a verb of arrest in the plural were taken: «eight civilians had been | held»."""
    form, behind = draft.hit.form, draft.last
    taking = draft.hit.entry.text("mode") in SEIZING and form.tense == "past" and form.number == "p"
    alone = behind >= len(scene.units) or not (scene.plain(behind) or counted(scene, behind))
    return taking and alone and before.mention.kind == "group" and before.entity.sector not in ARMED


def suffers(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb that could be active or passive is passive for lack of an object: «six people killed in».

    So it is where right behind it stands of what somebody is accused: «X was | accused | of fraud».
    """
    if draft.hit.form.tense != "past" or "object" not in draft.recipient_slots:
        return False
    if draft.hit.entry.flag("charges") and not draft.hit.suffix:
        return draft.last < len(scene.units) and draft.last not in scene.covered and _by(scene, draft.last)
    if draft.level == FALLEN or (draft.hit.entry.text("mode") in SEIZING and draft.hit.form.number == "s"):
        last = draft.last
        return last >= len(scene.units) or not _object(scene, last)
    return False


def _object(scene: Scene, i: int) -> bool:
    """Say whether an unlisted noun at a token may be an object: none that a preposition is written onto, «by shots»."""
    return scene.plain(i) and (accusative(scene, i) or not scene.prefixed(i))


def _by(scene: Scene, i: int) -> bool:
    """Say whether «by, of» stands at a token or is written onto it."""
    particle = scene.words.particle(i)
    return (particle is not None and particle.part == "by") or (
        scene.units.norms[i].startswith(_BY) and scene.prefixed(i)
    )


def undergone(scene: Scene, draft: Draft) -> Phrase | None:
    """Return for whom a passive verb without a subject goes on: «he advised the king, but | was dismissed»."""
    i, first, hit = draft.last, draft.first, draft.hit
    taken = draft.fells_or_seizes or hit.entry.text("mode") in _PERSONAL or hit.entry.flag("charges")
    noun = any(other.form.pos != "verb" for other in scene.words.triggers.get(first, NONE))  # «every | prison»
    behind = i < scene.units.sentence(first).last and _may_be_subject(scene, i)
    if not taken or noun or hit.suffix or behind or not scene.opens(first):
        return None
    subject = dropped_subject(scene, first, hit)
    if subject is None or subject.first < scene.units.sentence(first).first or subject.mention.kind not in _PEOPLE:
        return None
    between = (k for k in range(subject.last, first) if k not in scene.words.inner)
    other = any(scene.opens_content(k) or relative_before(scene, k + 1) for k in between)
    return None if other else subject


def _may_be_subject(scene: Scene, i: int) -> bool:
    """Say whether a noun may stand at a token, as the subject of the verb before it."""
    closed = i in scene.timed or scene.words.is_particle(i) or scene.prefixed(i)
    return scene.units.is_word(i) and not (closed or scene.hits.has(i, "bound_preposition"))
