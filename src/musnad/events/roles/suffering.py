"""Whether a noun beside a verb suffers its deed, where no ending and no mark of the passive says so."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, NUNATED, OBLIQUE, fold_word
from musnad.arabic.letters import ALEF, HA
from musnad.events.draft import FALLEN, HARMING, OTHER, SEIZING, Draft
from musnad.events.phrases import Phrase
from musnad.events.roles.acting import goes_on, last_subject, only_subject_before
from musnad.events.roles.agreement import plural_object
from musnad.events.roles.behind import MEDIUM, OBJECT_GAP
from musnad.events.scene import Scene
from musnad.events.unnamed import OF_THE, accusative, construct, counted, definite, national, owned, unnamed_phrase
from musnad.events.voices import past_adverbs, suffers_deed
from musnad.events.words import NONE
from musnad.lexicon import Hit

_BLAMING = "ACCUSE"
_VIOLENT = "ASSAULT"
_SEIZE = "seize"  # the mode of seizing goods, and people with some verbs
_OUTLAWS = frozenset({"REB", "UAF", "PAR", "SEP"})  # of the armed those who, counted, still rather take others
ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PAR", "SEP", "SPY"})  # sectors that arrest and abduct
_TELLING = 9  # tokens from an attack to the verb that says what it hit
_ACTED_ON = "acted_on"
_SOME = "one_of"  # the kind of words such as «some, dozens»
_WEAPON = "weapon"  # the context of what somebody is hit with
_ADJECTIVES = 2  # of an unnamed target
_SHORTEST = 4  # letters of a noun for them
_LONGEST = 5  # tokens of whom nobody knows, up to what he is accused of
_COUNTED = ("counted", "part")  # how the rules end of people who are counted
_FEW, _TEN = 3, 10  # the numbers that have the gender that what they count has not
_BESIDE = frozenset({"with", "by"})  # the slots of the other side
_ASIDE = 10  # tokens from who meets to the other side, a day between: «X met, | on Monday, | with Y»
_AFTER = 3  # tokens from a comma to whom somebody took
_BY = tuple(letter for letter in BA if len(letter) == 1)
_COERCING = "COERCE"
_THEN = frozenset({"particle.where", "particle.after_that"})  # «then, where», and not «while», when others act
_PERSONAL = frozenset({"expel", "deport", "convict"})  # modes of what is done to somebody
_PEOPLE = frozenset({"person", "group"})
_BODIES = frozenset({"organisation", "office"})
_VISIT = "visit"  # the mode of events that go to a place, or somebody's
_THIRD, _SECOND = 3, 2  # letters before the vowel sign of a past verb: «was arrested», «was accused» (doubled)
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
        alone = _alone(scene, unnamed) and unnamed.last not in scene.covered
        own = draft.hit.entry.text("mode") in SEIZING and owned(scene, unnamed.first) and alone
        return "object" in draft.recipient_slots and (own or taken_thing(scene, draft, unnamed))  # «arrested | his son»
    if scene.verb(unnamed.last) and draft.level != FALLEN:
        return False  # «a militia | that supports the government | attacked»
    if harm and draft.level == "hit" and tells_target(scene, draft):
        return True
    return harm and not accusative(scene, unnamed.last) and scene.at_head.get(unnamed.last) is None


def taken_thing(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether an unnamed noun alone behind a verb of seizing or banning is what it takes: «seized | the goods»."""
    people = phrase.entity.id or phrase.mention.rule.endswith("counted") or draft.hit.entry.text("mode") in SEIZING
    return not people and _alone(scene, phrase)


def _alone(scene: Scene, phrase: Phrase) -> bool:
    """Say whether no unnamed noun stands right behind a phrase."""
    last = phrase.last
    joined = last < len(scene.units) and scene.units.norms[last].startswith(AND)
    return last >= scene.units.sentence(phrase.first).last or not scene.plain(last) or joined


def is_target(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a noun is something that can only be acted on: «invaded | the country», «hit | positions of X»."""
    tokens = range(phrase.head, phrase.first if phrase.entity.id else phrase.last)
    if any(scene.hits.has(i, "place_head") or scene.told_of(i, _ACTED_ON) for i in tokens):
        return True
    return phrase.mention.proper is None and scene.told_of(phrase.first, _ACTED_ON)  # «the embassy of X»


def _describes(scene: Scene, i: int) -> bool:
    """Say whether an indefinite word goes on with the noun before it: no «and», no preposition is written onto it."""
    norm = scene.units.norms[i]
    return scene.words.verb(i) is None and not (scene.prefixed(i) or (norm.startswith(AND) and len(norm) > _SHORTEST))


def target_at(scene: Scene, i: int) -> Phrase | None:
    """Return the indefinite thing that can only be acted on at a token, with its adjectives: «an air base»."""
    hits = [hit for hit in scene.hits.at(i, "context") if hit.entry.text("context") == _ACTED_ON and not hit.prefix]
    if not hits or i in scene.covered or scene.units.norms[i].startswith(ARTICLE):
        return None
    last = max(hit.last for hit in hits)
    end = min(scene.units.sentence(i).last, last + _ADJECTIVES)
    while last < end and (scene.plain(last) or last in scene.words.demonyms) and _describes(scene, last):
        last += 1
    if scene.told_of(last - 1, _WEAPON):
        return None  # «the explosion of | car bombs»
    land = next((hit.entry.text("code") for hit in scene.words.demonyms.get(last - 1, NONE)), None)
    if land is not None:
        thing = unnamed_phrase(scene, i, last, rule="events.counted")
        return thing._replace(entity=replace(thing.entity, country=land))
    whole = definite(scene, last) if last < end else None  # «the yard | of the hospital»
    owned = last < end and scene.units.norms[last].startswith(OF_THE) and last not in scene.covered
    return unnamed_phrase(scene, i, whole.last if whole is not None else last + owned)  # «positions | of the rebels»


def aims_at(scene: Scene, draft: Draft, unnamed: Phrase) -> bool:
    """Say whether the noun behind a verb in the present can only be what it harms: «to bombard | sites»."""
    harms = draft.type in HARMING and draft.hit.form.tense == "present"
    return harms and "object" in draft.recipient_slots and is_target(scene, unnamed)


def charged(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether of what somebody is accused stands right behind the only one behind a verb: «accused | X | of it»."""
    some = scene.hits.has(draft.last, _SOME)  # «accused | some | governments | of»
    near = phrase.head - draft.last in {0, some}
    if not (near and draft.hit.entry.flag("charges")):
        return False
    acts = scene.units.norms[phrase.first].endswith(NUNATED[0])  # «officials in the government accused»
    end, at = scene.units.sentence(draft.first).last, past_adverbs(scene, phrase.last)
    return not acts and at < end and scene.units.norms[at].startswith(_BY)


def accused(scene: Scene, draft: Draft, behind: list[Phrase], objects: list[Phrase]) -> list[Phrase]:
    """Return the objects of a verb, and of one of accusing whom nobody knows: «X accused | foreign circles | of it»."""
    if draft.type == _BLAMING:
        objects = [one for one in objects if one.head == one.first or not suffers_deed(scene, one)]
    entry, known = draft.hit.entry, any(one.entity.id or one.mention.rule for one in objects)
    if known or draft.passive or draft.hit.suffix or not entry.flag("charges") or entry.texts("then"):
        return objects
    if draft.hit.form.pos == "participle" and not scene.units.norms[draft.first].endswith((ALEF, OBLIQUE)):
        return objects  # «they are | accused»
    subject = next((one for one in behind if one not in objects), None)
    at = draft.last if subject is None else scene.chain(subject)[-1].last
    last, end = at, min(scene.units.sentence(draft.first).last, at + _LONGEST)
    if at >= end or len(scene.units.norms[at]) < _SHORTEST:
        return objects  # «either, each»
    while last < end and _noun(scene, last) and not (last > at and _by(scene, last)):
        last += 1
    norms = scene.units.norms
    apart = last - at > 1 and norms[at + 1].startswith(ARTICLE) and not norms[at].startswith(ARTICLE)
    described = draft.hit.form.pos == "participle" and norms[at].endswith(ALEF)  # «and | a sixth accused of»
    if last == at or last >= end or not _by(scene, last) or (subject is None and apart) or described:
        return objects  # «activists | the government»: who stands first may be the subject
    return [unnamed_phrase(scene, at, last, rule=OTHER)]


def _noun(scene: Scene, i: int) -> bool:
    """Say whether a token is an unnamed noun or adjective, as far as can be told: no day, no mark, particle or verb."""
    closed = i in scene.covered or i in scene.timed or scene.words.is_particle(i) or scene.verb(i)
    return scene.units.is_word(i) and not (closed or scene.hits.has(i, "bound_preposition"))


def unnamed_object(scene: Scene, draft: Draft, at: int, *, subject: bool) -> list[Phrase]:
    """Return the object at a token whom the cast does not know: «they kidnapped a photographer».

    Where the subject is known, its ending need not say that it is one: «the aircraft hit | depots of the army».
    """
    i, ruled, limit = at, False, scene.units.sentence(draft.first).last
    end = min(limit, i + OBJECT_GAP)
    while i < end:
        where = scene.at_head.get(i + 1) if scene.is_preposition(i) else None
        if where is not None and where.slot == "in" and where.mention.kind == "place":
            i, end = where.last, min(limit, end + where.last - i)  # «hit | in the town»
        elif i in scene.timed or scene.words.particle(i) is not None:
            particle = scene.words.particle(i)
            ruled = ruled or (particle is not None and particle.part != "adverb")
            i += 1
        else:
            break
    someone = felled(scene, draft, i) if i < end else None
    if someone is not None:
        return [someone]
    if not accusative(scene, i):
        free = i < end and not ruled and scene.at_head.get(i) is None
        whole = target_at(scene, i) or (construct(scene, i) if subject else None) if free else None
        if whole is None or scene.told_of(whole.last - 1, _WEAPON):
            return []
        tied = scene.hits.has(whole.last - 1, "allegiance")  # «a bus | that belongs to | the police», who are hit
        owner = scene.at_head.get(whole.last) if tied else whole
        return [] if owner is None else [owner]
    last = i + 1
    while last < end and (accusative(scene, last) or last in scene.words.demonyms):
        last += 1
    hit = draft.type == _VIOLENT and draft.level != FALLEN and last < limit and last not in scene.covered
    last += hit and scene.units.norms[last].startswith(OF_THE)  # «a seat | of the division»
    return [unnamed_phrase(scene, i, last)]


def felled(scene: Scene, draft: Draft, i: int) -> Phrase | None:
    """Return who is by his ending the object of who kills or takes: «X killed | a Briton», «stabbed | a soldier»."""
    if not draft.fells_or_seizes or i >= len(scene.units):
        return None
    named = scene.at_head.get(i)
    if named is not None:
        return named if scene.units.norms[i].endswith(ALEF) and not (named.slot or named.joined) else None
    return national(scene, i) if scene.units.norms[i].endswith((ALEF, OBLIQUE)) else None


def is_object(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether the one phrase behind a verb is its object: by its ending, or behind a paper («accused | it | X»)."""
    paper = scene.hits.has(draft.last, MEDIUM) and scene.units.norms[draft.last].startswith(ARTICLE)
    paper = paper and phrase.head == draft.last + 1
    return paper or plural_object(scene, phrase) or charged(scene, draft, phrase) or is_accusative(scene, phrase)


def is_accusative(scene: Scene, phrase: Phrase) -> bool:
    """Say whether the ending of an indefinite noun for somebody says that it is an object: «attacked | a guard»."""
    norm, single = scene.units.norms[phrase.first], phrase.mention.kind == "person" and phrase.entity.number == "s"
    single = single or (phrase.mention.kind == "group" and phrase.entity.id != "")
    indefinite = norm.endswith(ALEF) and not norm.startswith(ARTICLE)
    return single and indefinite and phrase.mention.proper is None and phrase.head == phrase.first


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
    if draft.hit.entry.text("mode") == _SEIZE:  # «found 18 cases | and caught 20 people»
        return past and draft.hit.form.gender == "m" and phrase.mention.rule.endswith("counted")
    taken = phrase.mention.rule.endswith("counted") and phrase.entity.sector not in _OUTLAWS
    unarmed = phrase.entity.sector not in ARMED or taken
    return past and draft.hit.entry.text("mode") in SEIZING and unarmed


def gone_on_to(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether the only one behind a verb is to whom somebody told before does it: ending or gender say so.

    Whoever is met, or taken by an armed body, is so where the verb stands behind «and».
    """
    before = _before_and(scene, draft) if _meets(scene, draft, phrase) else None
    if before is not None and before.entity != phrase.entity:
        return True
    if "object" not in draft.recipient_slots or draft.type not in HARMING:
        return False
    if _surely_object(scene, draft, phrase):
        return True
    before = _before_and(scene, draft) if is_seized(draft, phrase) else None
    return before is not None and before.entity.sector in ARMED


def _surely_object(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether number and ending tell that counted people are whom a verb is done to: «and | she held | three men».

    A verb before its subject has the gender of that one, so that men do not stand behind one in the feminine.
    """
    if not phrase.mention.rule.endswith(_COUNTED):
        return False
    form, norms = draft.hit.form, scene.units.norms
    if norms[phrase.head].endswith(ALEF):
        return True  # «arrested | a number of them», by its ending
    if form.gender != "f" or form.number != "s":
        return False
    return any(norms[i].endswith(ALEF) or _of_men(scene, i) for i in range(phrase.head, phrase.last))


def _of_men(scene: Scene, i: int) -> bool:
    """Say whether a number at a token counts men: from three to ten it has the ending that they have not."""
    ending = scene.units.norms[i].endswith(HA)
    return ending and any(_FEW <= hit.entry.number("value") <= _TEN for hit in scene.words.numbers.get(i, NONE))


def _meets(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether a verb of meeting has nobody but its only phrase beside it: «X came to Y and | met the Z»."""
    visits = draft.hit.entry.text("mode") == _VISIT and "object" in draft.recipient_slots
    if visits and phrase.mention.kind in _BODIES:
        return True  # «also | visited the parliament»
    if not (draft.symmetric and "object" in draft.actor_slots and draft.hit.form.number == "s"):
        return False
    two = phrase.entity.number == "d" or len(scene.chain(phrase)) > 1  # «and | the two ministers | met»
    end = min(scene.units.sentence(phrase.first).last, phrase.last + _ASIDE)
    end = next((i for i in range(phrase.last, end) if scene.verb(i)), end)
    return not two and all(other.slot not in _BESIDE for other in scene.between(phrase.last, end))


def _before_and(scene: Scene, draft: Draft) -> Phrase | None:
    """Return who goes on with a verb behind «and, then»: «the army raided the town | and held | 15 people».

    A verb of meeting does so at the start of a sentence, too.
    """
    first, start = draft.first, scene.units.sentence(draft.first).first
    before = scene.words.particle_before(first)
    then = before is not None and before.hit.entry.id in _THEN
    if not (then or goes_on(scene, first)):
        return None
    found = last_subject(scene, start, first, draft.hit)
    back = draft.symmetric or draft.hit.entry.text("mode") == _VISIT
    return found if found is not None or not back else only_subject_before(scene, first, draft.hit)


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
    """Say whether those before a verb in the past were taken or hit: «eight civilians had been | held».

    So it is in the plural or dual of arrests, and with whatever is counted: «1,500 schools | were wrecked».
    """
    form, behind = draft.hit.form, draft.last
    numbered = before.mention.rule.endswith(_COUNTED[0])
    hits = numbered and draft.type in HARMING and "object" in draft.recipient_slots and not _third_form(scene, draft)
    taking = draft.hit.entry.text("mode") in SEIZING and form.number in {"p", "d"}
    alone = behind >= len(scene.units) or not (_object(scene, behind) or counted(scene, behind))
    free = numbered or before.mention.kind in _PEOPLE
    free = free and before.entity.sector not in (_OUTLAWS if numbered else ARMED)
    return (taking or hits) and form.tense == "past" and alone and free


def _third_form(scene: Scene, draft: Draft) -> bool:
    """Say whether the letters of a verb can only be active: «attacked, besieged», whose passive has no alef."""
    return scene.units.norms[draft.first].removeprefix(AND)[1:2] == ALEF


def suffers(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb that could be active or passive is passive for lack of an object: «six people killed in».

    So it is where right behind it stands of what somebody is accused: «X was | accused | of fraud».
    """
    if "object" not in draft.recipient_slots:
        return False
    if draft.hit.entry.flag("charges") and not draft.hit.suffix:
        return draft.last < len(scene.units) and draft.last not in scene.covered and _by(scene, draft.last)
    if draft.hit.form.tense != "past":
        return False
    if draft.level == FALLEN or (draft.hit.entry.text("mode") in SEIZING and draft.hit.form.number == "s"):
        last = draft.last
        return last >= len(scene.units) or not _object(scene, last)
    return False


def _object(scene: Scene, i: int) -> bool:
    """Say whether an unlisted noun at a token may be an object: none that a preposition is written onto.

    «Were killed | by shots, this week», «and 32».
    """
    norm = scene.units.norms[i]
    apart = i in scene.timed or norm == AND or norm.removeprefix(AND).isdigit() or scene.hits.has(i, "demonstrative")
    return scene.plain(i) and not apart and (accusative(scene, i) or not scene.prefixed(i))


def _by(scene: Scene, i: int) -> bool:
    """Say whether «by, of» stands at a token or is written onto it."""
    particle = scene.words.particle(i)
    written = scene.units.norms[i].startswith(_BY) and scene.prefixed(i)
    written = written or any(hit.prefix in BA and hit.prefix for hit in scene.hits.at(i))  # «by firing»: short
    return (particle is not None and particle.part == "by") or written
