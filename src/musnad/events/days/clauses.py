"""To which clause a day belongs: that of an event, or of something else that is told before or behind it."""

from musnad.arabic import AND, ARTICLE, BA, OBLIQUE
from musnad.events.draft import DAY, HARMING, Draft
from musnad.events.scene import CLAUSE_ENDS, Scene
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE
from musnad.lexicon import Hit

_ITS_OWN = 6  # tokens from an event noun to the relative clause that tells of it
_MEDIUM = "medium"  # the kind of words for what is written or said
_MADE, _MADE_NEAR = "made_then", 3  # «signed», «issued»; tokens from such a participle to its day
_HELD, _HELD_NEAR = "held_then", 8  # «held in»; tokens from such a participle to its day
_OF_NAME = 2  # tokens from an event noun to a participle that qualifies it: «the peace agreement | signed in»
_NUMBER, _NUMBERED = "numbered", 16  # «decree no. 7»; tokens from it to its day
_AFTER = "particle.after"
_PEOPLE = frozenset({"person", "group"})
_LATER = frozenset({_AFTER, "particle.since"})
_TO, _UNTIL, _STARTING = (frozenset({f"particle.{word}"}) for word in ("to", "until", "starting"))
_YEAR = 4  # letters of a year
_STAGE, _DEADLINE = "stage", "deadline"  # «the end of»; «by», «on the occasion of»
_BLAMING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})  # what is said of a deed that has its own day
_AFTERMATH = 6  # tokens from «after» to the month or year of what stands behind it
_OPENS = 3  # tokens from the beginning of a clause to the day that opens it
_AGREED, _ATTACK, _MEETING, _OCCASION = "AGREE", "attack", "CONSULT", "occasion"
_HIT = "hit"  # the level of verbs that say whom an attack hit


def is_of_another(scene: Scene, draft: Draft, token: int, size: int) -> bool:
    """Say whether a day is that of something else, told behind an event.

    Of an attack that somebody condemns, of what is agreed on, of that after which it happened: «resigned after the
    death of X in May»; a month or year also of whatever it happened after («arrested after | the revolution of 2011»),
    a year of the deed that is blamed. `size` is the length of the day as it is written.
    """
    spoken, after, agreed = draft.type in SPOKEN, False, False
    later = -_AFTERMATH
    for i in range(draft.last, token):
        if i in scene.covered:
            continue
        particle = scene.words.particle(i)
        if particle is not None:
            put_after = particle.hit.entry.id in _LATER and particle.last not in scene.timed
            after, later = after or put_after, i if put_after else later
            agreed = agreed or (draft.type == _AGREED and draft.verbal and particle.part == "on")
        for hit in scene.words.triggers.get(i, NONE):
            promised = agreed and not (hit.definite and hit.entry.text("type") == _AGREED)
            done = hit.form.pos == "masdar" and hit.entry.text("type") in HARMING
            blamed = size == _YEAR and done and draft.type in _BLAMING
            attack = spoken and hit.definite and hit.entry.text("level") == _ATTACK
            if after or promised or blamed or attack:
                return True
    if draft.type in SPOKEN | {_MEETING} and _stands_behind(scene, token, _STARTING):
        return True
    return size < DAY and token - later < _AFTERMATH and not any(map(scene.verb, range(later, token)))


def is_until(scene: Scene, draft: Draft, token: int) -> bool:
    """Say whether a day is only how long something goes on or is counted: «until | the end of April», «by | 2018».

    Or the feast that somebody keeps or is congratulated on.
    """
    counted = scene.told_of(token - 1, _STAGE) and _stands_behind(scene, token - 1, _TO)
    due = any(hit.last == token for i in (token - 1, token - 2) for hit in scene.hits.at(i, "context") if _due(hit))
    kept = scene.units.norms[token][0] in BA and scene.hits.has(token, "feast")  # «congratulated him | on the feast»
    return draft.status == "happened" and (counted or due or kept or _stands_behind(scene, token, _UNTIL))


def _due(hit: Hit) -> bool:
    """Say whether a word says by when something is due, or what is celebrated: «by | May», «for the coming of»."""
    return hit.entry.text("context") == _DEADLINE


def _stands_behind(scene: Scene, token: int, particles: frozenset[str]) -> bool:
    """Say whether one of some particles ends right before a token."""
    particle = scene.words.particle_before(token)
    return particle is not None and particle.hit.entry.id in particles


def is_of_one_before(scene: Scene, draft: Draft, first: int) -> bool:
    """Say whether a verb of saying opens another clause between a day and an event: «elected in May, | stressed | its».

    A day that opens its sentence dates both.
    """
    units = scene.units
    commas = (i for i in range(first + 1, draft.first) if units.norms[i][0] in "،,")
    opened = next((i + 1 for i in commas if scene.verb(i + 1) and not units.norms[i + 1].startswith(AND)), 0)
    said = opened and any(hit.kind == "cue" and not hit.suffix for hit in scene.hits.at(opened))
    held = opened and scene.hits.has(opened + 1, "bound_preposition")  # «a call in May, | in which he urged»
    return bool(said) and not held and any(map(scene.verb, range(units.sentence(first).first, first)))


def is_of_main_clause(scene: Scene, draft: Draft, token: int) -> bool:
    """Say whether a day before an event is that of what is told first: «took office on Sunday | after the death of X».

    So it is before a verb that tells who somebody is: «received on Sunday the men | who were freed», but «took place on
    Sunday an attack | in which three were killed».
    """
    particle = scene.words.particle_before(draft.first)
    if particle is None or particle.first < token:
        return False
    if particle.part != "relative" or not draft.verbal:
        return particle.hit.entry.id == _AFTER
    if all(i in scene.timed for i in range(token, particle.first)):
        return False  # «the revolution of 2011 | that toppled X»
    start = scene.units.sentence(token).first
    told = token - start > _OPENS or any(map(scene.verb, range(start, particle.first)))
    phrase = scene.at_last.get(particle.first)
    people = scene.units.norms[particle.first].endswith(OBLIQUE)  # «who» in the plural
    people = people or (phrase is not None and phrase.mention.kind in _PEOPLE)
    return told and (people or not any(map(scene.words.is_event_noun, range(token, particle.first))))


def in_a_relative_clause(scene: Scene, draft: Draft, token: int, *, coarse: bool) -> bool:
    """Say whether a day stands in a relative clause to something else: «barred from elections | that … in March».

    A participle is as much: «leaves the treaty | signed in 2015».
    """
    aside = scene.units.norms[token - 1][0] in "،," and scene.verb(token - 2)  # «that hit, | on Monday, | the port»
    aside = aside and not (draft.first > token and draft.level == _OCCASION)  # «that he made, today, at | the meeting»
    for i in range(token - 1 - aside, scene.units.sentence(token).first - 1, -1):
        if i < draft.last and i >= draft.first:
            return False
        own = draft.last if draft.verbal else draft.last + _OF_NAME
        made = token - i <= _MADE_NEAR and (i > own or i < draft.first) and scene.told_of(i, _MADE)
        other = i - 1 not in scene.covered and scene.units.norms[i - 1].startswith(ARTICLE)  # «the vote | due in May»
        elsewhere = i < draft.first or (i > own and (draft.type != _MEETING or other))
        if elsewhere and token - i <= _HELD_NEAR and scene.told_of(i, _HELD) and not scene.verb(i):
            return True  # «in line with the council | held on Monday, it rejects»
        if made and not (draft.type in SPOKEN and scene.hits.has(i - 1, _MEDIUM)):  # «in a statement | issued today»
            return True
        if scene.units.norms[i][0] in CLAUSE_ENDS:
            return False
        if coarse and i > draft.last and _qualifies_somebody(scene, i):
            return True
        particle = scene.words.particle(i)
        if particle is not None and particle.part == "relative" and any(map(scene.verb, range(i, token))):
            if i < draft.first:
                return _left(scene, token, draft.first)
            return draft.verbal or i - draft.last > _ITS_OWN
    return False


def _qualifies_somebody(scene: Scene, i: int) -> bool:
    """Say whether a verb right behind a noun tells who that is: «freed a reporter | held in March», without «who»."""
    phrase = scene.at_last.get(i)
    somebody = phrase is not None and phrase.mention.kind in _PEOPLE and phrase.mention.proper is None
    known = phrase is None or phrase.definite or scene.units.norms[phrase.last - 1].startswith(ARTICLE)
    if not somebody or known or not scene.verb(i) or scene.units.norms[i].startswith(AND):
        return False
    return not any(hit.entry.text("level") == _HIT for hit in scene.words.triggers.get(i, NONE))


def is_of_a_paper(scene: Scene, draft: Draft, first: int, last: int) -> bool:
    """Say whether a day is that of a paper with a number: «having seen decree no. 7 of 3 May, the council | approved».

    What the paper itself does is of its day: «decree no. 7 of 3 May on | the dismissal of».
    """
    if last <= draft.first and not _left(scene, last, draft.first):
        return False
    for i in range(first - 1, max(scene.units.sentence(first).first, first - _NUMBERED) - 1, -1):
        if scene.units.norms[i][0] in CLAUSE_ENDS or scene.verb(i) or draft.first <= i < draft.last:
            return False
        if scene.told_of(i, _NUMBER) and any(map(str.isdecimal, "".join(scene.units.norms[i + 1 : i + 3]))):
            return True
    return False


def in_another_clause(scene: Scene, draft: Draft, first: int, last: int) -> bool:
    """Say whether a month or year belongs to a clause before or behind."""
    if last <= draft.first:
        return _in_a_clause_before(scene, draft, first, last)
    return first >= draft.last and _in_a_clause_behind(scene, draft, first)


def _in_a_clause_before(scene: Scene, draft: Draft, first: int, last: int) -> bool:
    """Say whether a month or year belongs to a noun of a clause before: «decisions of the council in March, | refused».

    One that opens its sentence or clause dates all that follows; «but, while» opens one of which it tells nothing.
    """
    if any(_opens(scene, i, first) for i in range(last, draft.first)):
        return True
    norms, start = scene.units.norms, scene.units.sentence(draft.first).first
    clause = next((i for i in range(first - 1, start - 1, -1) if norms[i][0] in CLAUSE_ENDS), start)
    noun = first - clause > _OPENS and not any(map(scene.verb, range(clause, first)))
    return noun and any(norms[i][0] in CLAUSE_ENDS for i in range(last, draft.first))


def _in_a_clause_behind(scene: Scene, draft: Draft, first: int) -> bool:
    """Say whether a month or year belongs to a clause behind: «promised a port, | and in 2001 shelled it».

    What a relative clause or a verb that carries events tells there is still the event's: «the deal, | which was signed
    in 1991», «the attack, in which tanks took part, | began in May».
    """
    mark = next((i for i in range(draft.last, first) if scene.units.norms[i][0] in CLAUSE_ENDS), first)
    if mark + 1 < first and scene.words.is_relative(mark + 1):
        return False
    return any(scene.verb(i) and i not in scene.words.supports for i in range(mark, first))


def _left(scene: Scene, low: int, high: int) -> bool:
    """Say whether a clause ends between two tokens: at a mark or before a verb other than one of its outcome.

    «The crime that took place on Monday | and led to | the death of two».
    """
    return any(
        scene.units.norms[i][0] in CLAUSE_ENDS or (scene.verb(i) and not _outcome(scene, i)) for i in range(low, high)
    )


def _outcome(scene: Scene, i: int) -> bool:
    """Say whether a verb tells what something led to."""
    joined = scene.units.norms[i].startswith(AND)
    return joined and any(hit.entry.text("object") == "recipient" for hit in scene.words.supports.get(i, NONE))


def _opens(scene: Scene, i: int, time: int) -> bool:
    """Say whether another clause opens at a token: «rebuilt in 1864, | but»; a day at the head dates all clauses."""
    particle = scene.words.particle(i)
    return particle is not None and particle.parts and time - scene.units.sentence(i).first > _OPENS
