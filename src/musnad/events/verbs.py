"""Who stands where around a finite verb: subject before or behind it, object, agent, prepositions, dropped subject."""

from musnad.arabic import FUTURE
from musnad.events.draft import Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.scene import PREPOSITIONS, Scene
from musnad.events.unnamed import counted, definite, definite_before, indefinite, number_alone
from musnad.events.words import NONE
from musnad.lexicon import Hit

_SUBJECT_GAP = 4  # tokens between a verb and its subject: a day, an adverb
_OBJECT_GAP = 3
_SIGNED = "AGREE"
_VISIT = "visit"  # the mode of events that go to a place
_MARKS = 3  # closing marks and commas between a subject and its verb
_BEFORE = frozenset({"adverb", "may", "future", "not_past", "not_future", "not", "was", "was_may"})
_DOERS = frozenset({"person", "office", "organisation", "group", "place"})  # media tell, they do not act
_PEOPLE = frozenset({"person", "office", "organisation", "agency", "group"})


def verb_parties(scene: Scene, draft: Draft) -> None:
    """Fill the parties of a draft whose trigger is a finite verb."""
    hit = draft.hit
    end = scene.clause_end(draft.last)
    draft.reach = end
    draft.passive = hit.form.voice == "passive" or _marked_passive(scene, draft)
    before = subject_before(scene, draft.first, hit)
    antecedent = relative_antecedent(scene, draft.first)
    behind = _bare_chain(scene, draft, end)
    subject, objects = _divide(scene, draft, before, antecedent, behind)
    if subject is not None:
        add(scene, draft, "object" if draft.passive else "subject", subject)
    elif not draft.passive and not _relative_before(scene, draft.first):
        subject = _indefinite(scene, draft) or dropped_subject(scene, draft.first, hit)
        if subject is not None:
            add(scene, draft, "subject", subject)
    for phrase in objects:
        add(scene, draft, "object", phrase)
    prepositional(scene, draft, draft.last, end)


def _indefinite(scene: Scene, draft: Draft) -> Phrase | None:
    """Return the unnamed subject behind a verb, so that nobody else acts: «an armed alliance seized the city»."""
    if draft.hit.suffix or draft.hit.form.number != "s":
        return None
    return indefinite(scene, draft.last)


def add(scene: Scene, draft: Draft, slot: str, phrase: Phrase) -> None:
    """Add a phrase and those joined to it."""
    for one in scene.chain(phrase):
        if all(party.phrase is not one for party in draft.parties):
            draft.parties.append(Party(slot, one))


def prepositional(scene: Scene, draft: Draft, low: int, high: int) -> None:
    """Add the phrases with a preposition in `[low, high)`, up to the next trigger."""
    for phrase in scene.between(low, high):
        if phrase.slot in PREPOSITIONS and not phrase.joined and not foreign(scene, draft, phrase):
            add(scene, draft, phrase.slot, phrase)


def foreign(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether another event's noun stands between the trigger and a phrase, which then belongs to that one."""
    low, high = sorted((draft.last, phrase.head))
    if phrase.head < draft.first:
        low, high = phrase.last, draft.first
    for i in range(low, high):
        if i == draft.first or i in scene.covered or scene.words.is_particle(i):
            continue
        for hit in scene.words.triggers.get(i, NONE):
            own = hit.entry.text("type") == draft.type == _SIGNED  # «the signing of the deal by»
            if hit.form.pos != "verb" and hit.first >= draft.last and not own:
                return True
    return False


def _bare_chain(scene: Scene, draft: Draft, high: int) -> list[Phrase]:
    """Return the bare phrases behind a verb that follow one another closely: subject, then object."""
    found: list[Phrase] = []
    at, gap = draft.last, _SUBJECT_GAP
    if draft.level == "casualty" and at < high:
        number = number_alone(scene, at)
        if number is not None:
            return [number]
    while True:
        if found and at < high and scene.units.norms[at][0] in "،," and at + 1 not in scene.timed:
            return found
        nxt = _next_bare(scene, at, high, gap)
        if nxt is None:
            return found
        found.append(nxt)
        at, gap = scene.chain(nxt)[-1].last, _OBJECT_GAP


def _next_bare(scene: Scene, low: int, high: int, gap: int) -> Phrase | None:
    """Return the next phrase without preposition within a few tokens that are no clause of their own."""
    steps, i = 0, low
    while i < high and steps <= gap:
        if scene.units.norms[i][0] in "،," and not (i - 1 in scene.timed or i + 1 in scene.timed or i == low):
            return None
        aside = scene.words.particle(i)
        if aside is not None and aside.part == "adverb":
            i = max(aside.last, i + 1)
            continue
        phrase = scene.at_head.get(i)
        if phrase is not None:
            if not phrase.slot and not phrase.joined:
                return phrase
            if phrase.slot != "in" or phrase.mention.kind != "place":
                return None
            i = phrase.last
            continue
        if any(hit.form.pos != "verb" for hit in scene.words.triggers.get(i, NONE)):
            return None
        unnamed = definite(scene, i) or counted(scene, i)
        if unnamed is not None:
            return unnamed
        particle = scene.words.particle(i)
        if particle is not None and particle.part in {"cause", "with", "about", "by", "against"}:
            return None
        steps += i not in scene.timed
        i += 1
    return None


def _divide(
    scene: Scene, draft: Draft, before: Phrase | None, antecedent: Phrase | None, behind: list[Phrase]
) -> tuple[Phrase | None, list[Phrase]]:
    """Say who of the phrases around a verb is its subject and who its object."""
    suffix = bool(draft.hit.suffix)
    if draft.hit.form.pos == "participle":
        return None, behind[:1]
    if antecedent is not None:
        if suffix and behind:
            return behind[0], [antecedent]
        if draft.passive:
            return antecedent, []
        draft.passive = not behind and _suffers(scene, draft)
        return antecedent, behind[:1]
    if before is not None:
        draft.passive = draft.passive or (not behind and not suffix and _suffers(scene, draft))
        return before, [] if draft.passive else behind[:1]
    if not behind:
        draft.passive = draft.passive or (not suffix and _suffers(scene, draft))
        return None, []
    if draft.passive or suffix:
        return behind[0], []
    if len(behind) == 1:
        return _only_one(scene, draft, behind[0])
    if agrees(draft.hit, behind[0]) is False and "object" in draft.recipient_slots:
        return None, behind[:1]
    return behind[0], behind[1:2]


def _only_one(scene: Scene, draft: Draft, phrase: Phrase) -> tuple[Phrase | None, list[Phrase]]:
    """Decide whether the only phrase behind a verb is its subject, its object, or the subject of its passive."""
    objects = "object" in draft.recipient_slots
    goal = draft.hit.entry.text("mode") == _VISIT and phrase.mention.kind == "place"
    # Before its subject a verb is singular.
    if objects and (goal or draft.hit.form.number in {"p", "d"} or agrees(draft.hit, phrase) is False):
        return None, [phrase]
    if objects and draft.level == "casualty" and _victim(scene, phrase):
        draft.passive = True
        return phrase, []
    if objects and _suffers(scene, draft) and _victim(scene, phrase):
        draft.passive = True
        return phrase, []
    return phrase, []


def _victim(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a phrase looks like those who suffer: counted people or a person, and nothing that is acted on."""
    last = scene.chain(phrase)[-1].last
    units = scene.units
    followed = last < len(units) and units.sentence_of[last] == units.sentence_of[phrase.first] and scene.plain(last)
    if phrase.mention.kind == "person":
        return not followed
    return phrase.mention.kind == "group" and (phrase.mention.rule.endswith("counted") or not followed)


def _suffers(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb that could be active or passive is passive for lack of an object: «six people killed in»."""
    if draft.hit.form.tense != "past" or "object" not in draft.recipient_slots:
        return False
    if draft.level == "casualty":
        last = draft.last
        return last >= len(scene.units) or not scene.plain(last)
    return False


def _marked_passive(scene: Scene, draft: Draft) -> bool:
    """Say whether a vowel sign or an agent marks the passive."""
    units = scene.units
    start = draft.hit.start
    if units.text[start + 1 : start + 2] == DAMMA:
        return True
    particle = scene.words.particle(draft.last)
    return particle is not None and particle.part == "agent"


DAMMA = "\u064f"


def subject_before(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return the subject that stands before a verb, particles and a day between them allowed."""
    if hit.prefix and hit.prefix != FUTURE:
        return None
    units, i = scene.units, first
    start = units.sentence(first).first
    while i > start:
        phrase = scene.at_last.get(i)
        if phrase is not None:
            return _leads(scene, phrase, hit)
        people = counted(scene, i - 2) if i - 2 >= start else None
        if people is not None and people.last == i:
            return people
        unnamed = definite_before(scene, i)
        if unnamed is not None:
            return unnamed
        particle = scene.words.particle_before(i)
        if particle is not None and particle.part in _BEFORE:
            i = particle.first
        elif i - 1 in scene.timed or (units.norms[i - 1][0] in '،,)»"”' and i - 1 > start and first - i < _MARKS):
            i -= 1
        else:
            return None
    return None


def _leads(scene: Scene, phrase: Phrase, hit: Hit) -> Phrase | None:
    """Return the first phrase of a chain that ends before a verb, if it can be its subject."""
    while phrase.joined:
        before = scene.at_last.get(phrase.head) or next(
            (scene.at_last[j] for j in range(phrase.head, phrase.head - 3, -1) if j in scene.at_last), None
        )
        if before is None:
            break
        phrase = before
    if phrase.slot or (phrase.mention.kind == "place" and phrase.mention.subkind == "site"):
        return None
    if agrees(hit, phrase, before=True) is False:
        return None
    head = phrase.head
    if head > scene.units.sentence(head).first and scene.verb(head - 1):
        return None
    return phrase


def relative_antecedent(scene: Scene, first: int) -> Phrase | None:
    """Return the phrase that a relative clause qualifies whose verb stands at `first`."""
    particle = scene.words.particle_before(first)
    if particle is None or particle.part != "relative":
        return None
    return scene.at_last.get(particle.first)


def _relative_before(scene: Scene, first: int) -> bool:
    """Say whether a verb opens a relative clause: its subject is what the clause qualifies, known or not."""
    particle = scene.words.particle_before(first)
    return particle is not None and particle.part == "relative"


def agrees(hit: Hit, phrase: Phrase, *, before: bool = False) -> bool | None:
    """Say whether verb and phrase agree in gender and number; None where it cannot be told."""
    form, entity = hit.form, phrase.entity
    if form.pos != "verb" or form.person != 3:  # noqa: PLR2004 - the third person
        return None
    if entity.kind == "person" and entity.gender in {"m", "f"} and form.gender in {"m", "f"} and entity.number == "s":
        if form.gender != entity.gender:
            return False
        return not (form.number == "p" and before)
    if entity.kind == "group" and form.gender == "f" and form.number == "s" and entity.gender == "m" and before:
        return None
    return None


def dropped_subject(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return who acts where a verb has no subject of its own: the last subject before it that agrees."""
    sentence = scene.units.sentence(first)
    speaker = _speaker(scene, first, hit)
    if speaker is not None:
        return speaker
    for low in (sentence.first, _previous_start(scene, first)):
        found = last_subject(scene, low, first, hit)
        if found is not None:
            return found
    return None


def _speaker(scene: Scene, first: int, hit: Hit) -> Phrase | None:
    """Return the speaker whom the pronoun of «that he» before a verb means."""
    particle = scene.words.particle_before(first)
    if particle is None or particle.part != "that_he":
        return None
    start = scene.units.starts[first]
    for statement in scene.statements_by(first):
        if any(s.start <= start < s.end for s in statement.content):
            found = scene.speaker(statement, first)
            if found is not None:
                return found
    for i in range(first - 1, scene.units.sentence(first).first, -1):
        phrase = scene.at_last.get(i)
        if phrase is not None and phrase.mention.kind in _PEOPLE and agrees(hit, phrase) is not False:
            return phrase
    return None


def _previous_start(scene: Scene, first: int) -> int:
    number = scene.units.sentence_of[first]
    if number == 0 or scene.units.sentences[number - 1].paragraph == 0:
        return scene.units.sentences[number].first
    scene.look_at(number - 1)
    return scene.units.sentences[number - 1].first


def last_subject(scene: Scene, low: int, high: int, hit: Hit | None = None) -> Phrase | None:
    """Return the last phrase in `[low, high)` that is the subject of a verb and agrees with one."""
    for phrase in reversed(scene.bare(low, high)):
        if phrase.last > high or phrase.mention.kind not in _DOERS or phrase.joined:
            continue
        if not _is_subject(scene, phrase, low):
            continue
        if hit is not None and agrees(hit, phrase) is False:
            continue
        return phrase
    return None


def _is_subject(scene: Scene, phrase: Phrase, low: int) -> bool:
    head = phrase.head
    if head > low and scene.verb(head - 1):
        return True
    last = scene.chain(phrase)[-1].last
    if last < len(scene.units) and scene.verb(last):
        return True
    particle = scene.words.particle_before(head)
    if particle is not None and particle.part == "complementiser":
        return True
    return head > low + 1 and head - 1 in scene.timed and scene.verb(_before_time(scene, head))


def _before_time(scene: Scene, i: int) -> int:
    while i > 0 and (i - 1 in scene.timed or scene.units.norms[i - 1][0] in "،,"):
        i -= 1
    return max(0, i - 1)
