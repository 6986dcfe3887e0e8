"""Later mentions of a happening that was told before: one event a happening, with all its evidence."""

from dataclasses import replace

from musnad.arabic import ARTICLE
from musnad.events.draft import DAY, FALLEN, OPEN, REAL, Draft, compatible
from musnad.events.headings import in_heading
from musnad.events.one.references import (
    clashed,
    detail,
    in_the_attack,
    in_the_clash,
    other_day,
    the_attack,
    the_clash,
    the_meeting,
)
from musnad.events.one.same import OPENING, Sameness
from musnad.events.one.sides import apart, by_count, equal, keys, known, shares, vaguer
from musnad.events.places import closer
from musnad.events.scene import Scene
from musnad.events.voices import SPOKEN
from musnad.model import Event, Participant

Side = tuple[Participant, ...]

_VOTES = {"AGREE": "SUPPORT", "SUPPORT": "AGREE"}  # types by which one decision is told
_BELOW = 5  # sentences below a heading in which it is told
_MEMORY = 20  # events of one type back to which a later mention may belong; articles tell fewer
_RESUMED = 3  # sentences from a meeting or bombing to who attended it, where it went off
_NEXT = 1  # sentences from a deed to the noun with a pronoun that names it again
_PHONE, _ARREST, _MURDER = "phone", "arrest", "targeted"
_DEED = "the_deed"  # the context of «the operation, the incident»
_CAUSED = 5  # tokens from «the operation» to who fell in it
_NAMED_AGAIN = frozenset({FALLEN, "arrest", "visit"})  # deeds whose noun has the pronoun of who did or suffered it
_VIOLENT, _MEETING = "ASSAULT", "CONSULT"
_PAIR = 2  # who meet
_OCCASION = "occasion"  # the level of «the meeting», which has a beginning and an end
_BODIES = frozenset({"organisation", "office"})
_VISIT, _COMING = "visit", REAL | {"planned"}
_CAME, _OPENS, _WELL_BELOW = "came", 3, 6  # the context, its place in a sentence, sentences from the deed to it
_SET_APART = 6  # tokens behind a visit in which «the first», «last year» make it another one


def merge(scene: Scene, events: list[tuple[Event, Draft]]) -> list[tuple[Event, Draft]]:
    """Return events without later mentions of ones told before, which take over what those add."""
    kept: list[tuple[Event, Draft]] = []
    by_type: dict[str, list[int]] = {}
    sameness = Sameness(scene, (draft for _, draft in events))
    retold: set[int] = set()  # events of the title that the body has told: each once
    sentence_of = scene.units.sentence_of
    for event, draft in events:
        told = by_type.setdefault(event.type, [])
        for n in _nearest(told, kept, event, draft):
            first, first_draft = kept[n]
            untold = n not in retold and _heads(scene, first_draft, draft)
            in_title = untold and sentence_of[draft.first] - sentence_of[first_draft.first] <= OPENING
            fell = in_the_attack(draft) or _of_the_deed(scene, draft)
            fell = fell and _one_attack(first, event, first_draft)
            fell = fell or _named_after(scene, kept[n], (event, draft))
            resumed = _resumed(scene, first_draft, draft) or _two_met(first, event)
            again = resumed or fell or any(same(scene, kept[n], (event, draft)) for same in _AGAIN)
            if again or sameness.same(kept[n], (event, draft), in_title=in_title, untold=untold):
                added = _under(first, event) if resumed else replace(event, actors=first.actors) if fell else event
                if not detail(draft):
                    background = the_attack(draft)
                    joined = _joined(scene, first, added, sameness.toll, in_title=in_title, background=background)
                    if in_title and _tells_in_full(scene, kept[n], draft):
                        joined = _told_by(joined, event)
                    kept[n] = (joined, first_draft)
                sameness.note(first_draft, draft)
                retold.add(n)
                break
        else:
            votes = by_type.get(_VOTES.get(event.type, ""), [])
            if not any(sameness.decided(kept[n], (event, draft)) for n in votes):
                told.append(len(kept))
                kept.append((event, draft))
    return sorted(kept, key=lambda one: one[0].trigger.start)


def _tells_in_full(scene: Scene, told: tuple[Event, Draft], draft: Draft) -> bool:
    """Say whether the lead tells in full what a noun of the title leaves open or tells in passing."""
    event, title = told
    if title.verbal or all(party.slot != "subject" for party in draft.actors):
        return False
    if title.support is None and scene.is_preposition(title.first - 1) and draft.verbal:
        return True  # «stayed away from the signing», in the lead «signed»
    opening = draft.opening
    return not event.actors and title.first == 0 and scene.units.sentence(draft.first).first == opening


def _told_by(joined: Event, later: Event) -> Event:
    """Return an event with the trigger of a later mention."""
    mode = later.mode or joined.mode
    return replace(joined, id=later.id, trigger=later.trigger, rule=later.rule, node=later.node, mode=mode)


def _nearest(told: list[int], kept: list[tuple[Event, Draft]], event: Event, draft: Draft) -> list[int]:
    """Return which events a later mention may belong to, the last first: «the attack» is one rather than a killing."""
    nearest = told[-_MEMORY:][::-1]
    if len(nearest) <= 1:
        return nearest
    if event.type in SPOKEN:
        nearest.sort(key=lambda n: kept[n][0].rule != event.rule)
    nearest.sort(key=lambda n: not shares(kept[n][0].recipients, event.recipients))
    if the_attack(draft):
        nearest.sort(key=lambda n: kept[n][1].level != draft.level)
    if the_meeting(draft):
        nearest.sort(key=lambda n: kept[n][0].rule != event.rule)
    return nearest


def _under(first: Event, later: Event) -> Event:
    """Return what a mention that goes on adds: not who takes part, where the first one has told that."""
    known = keys(first.actors)
    recipients = tuple(p for p in first.recipients or later.recipients if (p.entity or p.name) not in known)
    return replace(later, actors=first.actors, recipients=recipients)


def _resumed(scene: Scene, first: Draft, draft: Draft) -> bool:
    """Say whether a mention goes on with what was told right before it: «his visit», «attended the meeting».

    A noun with a pronoun names the same deed again; who attends «the meeting», or where «the bomb» went off, is told of
    the meeting or bombing before it.
    """
    apart = scene.units.sentence_of[draft.first] - scene.units.sentence_of[first.first]
    if draft.hit.entry.flag("resumes") and _of_known(scene, draft):
        return apart <= _RESUMED and first.hit.entry.text("mode") != _PHONE and first.status in REAL
    named = draft.hit.suffix and not draft.verbal and _deed(draft) in _NAMED_AGAIN
    named = named and (draft.type != _VIOLENT or draft.level == FALLEN)  # «its attack» has its own target
    return bool(named) and apart <= _NEXT and _deed(first) == _deed(draft) and compatible(first.status, draft.status)


def _one_attack(first: Event, later: Event, told: Draft) -> bool:
    """Say whether casualties in «the attack» can be those of an attack told before."""
    attack = told.level == "attack" and first.type == _VIOLENT and first.status in REAL and later.status in REAL
    return attack and not apart(first.actors, later.actors) and not other_day(first, later)


def _of_the_deed(scene: Scene, draft: Draft) -> bool:
    """Say whether casualties are those of «the operation, the incident» right before: of the attack told before."""
    if draft.level != FALLEN:
        return False
    start = max(scene.units.sentence(draft.first).first, draft.first - _CAUSED)
    return any(scene.told_of(i, _DEED) for i in range(start, draft.first))


def _in_campaign(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether an arrest is one of a campaign of arrests that its sentence told of nobody."""
    (first, first_draft), (later, draft) = told, new
    arrests = first.mode == later.mode == _ARREST and not (first_draft.verbal or first.recipients)
    beside = scene.units.sentence_of[first_draft.first] == scene.units.sentence_of[draft.first]
    return arrests and beside and compatible(first.status, later.status) and not apart(first.actors, later.actors)


def _once_more(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether a deed of one day is told again as background: «a blast | had gone off on Sunday»."""
    (first, _), (later, draft) = told, new
    if draft.verbal or first.rule != later.rule:
        return False
    before = scene.words.particle_before(draft.first)
    noun = before is not None and before.part == "was"
    day = first.date is not None and first.date == later.date and len(first.date) == DAY
    return noun and day and first.status in REAL and later.status in REAL and not apart(first.actors, later.actors)


def _visit_named(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether a noun names a visit that was told: «the visit of X», to nowhere else and at no other time."""
    (first, first_draft), (later, draft) = told, new
    noun = first.mode == later.mode == _VISIT and not draft.verbal and draft.support is None
    whose = any(party.slot == "idafa" for party in draft.actors) and equal(first.actors, later.actors)
    if not (noun and whose) or other_day(first, later) or later.status not in REAL or first.status not in _COMING:
        return False
    untold = not first.recipients and scene.in_headline(first_draft.first)
    if later.recipients and not untold and not shares(first.recipients, later.recipients):
        return False
    behind = range(draft.last, min(scene.units.sentence(draft.first).last, draft.last + _SET_APART))
    return not any(i in scene.timed or i in scene.words.numbers for i in behind)


def _came(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether a sentence that goes on with a deed names it: «there came | the refusal of X in a statement».

    It has somebody of the deed that was told, or nobody else: «there comes | the arrest of these pirates».
    """
    (first, first_draft), (later, draft) = told, new
    beside = scene.units.sentence_of[draft.first] - scene.units.sentence_of[first_draft.first]
    if draft.verbal or draft.support is not None or not 0 < beside <= _WELL_BELOW:
        return False
    if draft.first - scene.units.sentence(draft.first).first > _OPENS or not scene.told_of(draft.first - 1, _CAME):
        return False
    real = first.status in REAL and later.status in REAL and not other_day(first, later)
    sides = (first.actors, later.actors), (first.recipients, later.recipients)
    shared = any(shares(*side) for side in sides) and not any(apart(known(one), known(other)) for one, other in sides)
    alone = first.type != _VIOLENT and first.rule == later.rule and not _other_people(first, later)
    return real and (shared or alone)


def _other_people(first: Event, later: Event) -> bool:
    """Say whether two mentions name different people on a side."""
    return apart(first.actors, later.actors) or apart(first.recipients, later.recipients)


def _two_met(first: Event, later: Event) -> bool:
    """Say whether two people met in both mentions, on whichever side: «X received Y», «discussed with Y»."""
    called = _PHONE in {first.mode, later.mode} and first.mode != later.mode
    if first.type != _MEETING or called or other_day(first, later):
        return False
    here, there = (first.actors + first.recipients, later.actors + later.recipients)
    both = sum(shares((one,), there) for one in here) >= _PAIR and sum(shares((one,), here) for one in there) >= _PAIR
    return both and compatible(first.status, later.status)


def _fell_once(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether both mentions tell by whatever word that one person was killed: nobody dies twice."""
    (first, first_draft), (later, draft) = told, new
    if first.status != "happened" or later.status != "happened" or len(later.recipients) != 1:
        return False
    fell = all(one.level == FALLEN or one.hit.entry.text("mode") == _MURDER for one in (first_draft, draft))
    if not fell or other_day(first, later):
        return False
    victims = [p.entity for p in later.recipients]
    who = scene.cast.get(victims[0] or "") if len(first.recipients) == 1 else None
    if who is None or who.kind != "person" or victims[0] != first.recipients[0].entity:
        return False
    phrases = [party.phrase for one in (first_draft, draft) for party in one.recipients]
    # «A soldier» may be another.
    return any(phrase is not None and phrase.mention.proper is not None for phrase in phrases)


def _the_clash(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether «the clashes», or who fell in them, are those told right before."""
    (first, first_draft), (later, draft) = told, new
    if not clashed(first_draft) or not (the_clash(draft) or in_the_clash(draft)):
        return False
    beside = scene.units.sentence_of[draft.first] - scene.units.sentence_of[first_draft.first]
    real = first.status == later.status and first.status in REAL and not other_day(first, later)
    alike = first.rule == later.rule or FALLEN in {draft.level, first_draft.level}
    return 0 < beside <= _RESUMED and real and alike and not _other_people(first, later)


def _of_day(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether a noun is made definite by the day right behind it: «the attacks | of today» were told before."""
    (first, _), (later, draft) = told, new
    if draft.last not in scene.timed or draft.verbal or draft.hit.definite or draft.hit.suffix:
        return False
    alone = not (later.actors or later.recipients) and first.rule == later.rule and not other_day(first, later)
    one_day = first.date is not None and first.date == later.date
    return alone and (one_day or compatible(first.status, later.status))


def _this_again(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether a verb does again to «this» what was done before: «passed | this law»."""
    (first, first_draft), (later, draft) = told, new
    if not draft.verbal or first.rule != later.rule or not scene.hits.has(draft.last, "demonstrative"):
        return False
    beside = scene.units.sentence_of[draft.first] - scene.units.sentence_of[first_draft.first]
    return beside > 0 and first.status == later.status and not _other_people(first, later)


def _named_after(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether an attack goes by the place of the one told before: «the attack of | Nairobi»."""
    (first, first_draft), (later, draft) = told, new
    phrase = scene.at_head.get(draft.last)
    place = phrase is not None and phrase.mention.kind == "place" and not (phrase.slot or phrase.joined)
    attacks = first.type == _VIOLENT and first_draft.level in {"attack", FALLEN} and draft.level == "attack"
    if not (place and attacks) or draft.verbal or draft.support is not None or phrase is None:
        return False
    one = first.place == phrase.entity.name and not other_day(first, later) and first.status == later.status
    return one and not _other_people(first, later)


def _at_the_meeting(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether «during, after the meeting» names what was told right before: «received X, who said in | it»."""
    (first, first_draft), (later, draft) = told, new
    if draft.level != _OCCASION or first.mode != _VISIT or not the_meeting(draft):
        return False
    before = scene.words.particle_before(draft.first)
    at = before is not None and before.part == "cause"
    beside = scene.units.sentence_of[draft.first] - scene.units.sentence_of[first_draft.first]
    if not at or beside > _NEXT or first.status not in REAL or other_day(first, later):
        return False
    people = first.actors + first.recipients
    entities = [scene.cast.get(p.entity or "") for p in people]
    met = len(people) >= _PAIR and not any(entity is not None and entity.kind == "place" for entity in entities)
    return met and first_draft.verbal and (not later.actors or shares(people, later.actors))


def _said_in_it(scene: Scene, told: tuple[Event, Draft], new: tuple[Event, Draft]) -> bool:
    """Say whether a verb tells what was said in what a noun named: «the call of X, | in which he urges the states»."""
    (first, first_draft), (later, draft) = told, new
    if first.type not in SPOKEN or first_draft.verbal or not draft.verbal:
        return False
    bound = (hit for i in (draft.last, draft.first - 1) for hit in scene.hits.at(i, "bound_preposition"))
    in_it = any(hit.entry.text("part") == "in" for hit in bound)
    beside = scene.units.sentence_of[draft.first] == scene.units.sentence_of[first_draft.first]
    return in_it and beside and compatible(first.status, later.status) and not _other_people(first, later)


_AGAIN = (
    *(_of_day, _this_again, _the_clash, _in_campaign, _once_more, _visit_named, _came, _fell_once),
    *(_at_the_meeting, _said_in_it),
)


def _deed(draft: Draft) -> str:
    """Return what kind of deed a draft tells, where different words tell the same: a visit, an arrest, a death."""
    fell = draft.level == FALLEN or (draft.type == _VIOLENT and draft.toll)
    return FALLEN if fell else draft.hit.entry.text("mode")


def _of_known(scene: Scene, draft: Draft) -> bool:
    """Say whether what a verb tells of is known: a definite noun beside it, or a pronoun on it."""
    norms = scene.units.norms
    beside = (norms[i] for i in (draft.first - 1, draft.last) if 0 <= i < len(norms))
    return bool(draft.hit.suffix) or any(norm.startswith(ARTICLE) for norm in beside)


def _heads(scene: Scene, first: Draft, later: Draft) -> bool:
    """Say whether the first mention stands in the title and the later one in the body, or in a heading above it."""
    head, body = scene.units.sentence(first.first), scene.units.sentence(later.first)
    if head.paragraph == 0:
        return body.paragraph > 0
    below = scene.units.sentence_of[later.first] - scene.units.sentence_of[first.first]
    return 0 < below <= _BELOW and in_heading(scene, first.first)


def _joined(
    scene: Scene, first: Event, later: Event, toll: frozenset[str], *, in_title: bool, background: bool
) -> Event:
    """Return the first mention with what the later one adds; a title leaves to the lead that it is yet to come.

    What only refers to it («the attack») may stand in the background, whose month or year is that of something else.
    """
    if in_title and first.status == "happened" and later.status in OPEN:
        first = replace(first, status=later.status)
    real = compatible(first.status, later.status)
    placed = later if later.place and (not first.place or closer(scene, first, later)) else first
    vague = vaguer(first.actors, later.actors) or (in_title and apart(first.actors, later.actors))
    return replace(
        first,
        actors=later.actors if vague else _fuller(scene, first, later, in_title=in_title),
        recipients=_hit(scene, first, later, toll) or first.recipients or later.recipients,
        date=first.date or (later.date if real and not (background and len(later.date or "") < DAY) else None),
        place=placed.place,
        place_span=placed.place_span,
        statements=first.statements or (later.statements if in_title else ()),  # a title says it by the lead's mouth
    )


def _fuller(scene: Scene, first: Event, later: Event, *, in_title: bool) -> Side:
    """Return who met: as the later mention tells it, where the first one leaves somebody out; else as the first."""
    more = keys(first.actors) < keys(later.actors)
    alone = in_title or len(first.actors) < _PAIR
    met = first.type == _MEETING and not (first.mode or first.recipients or later.recipients)
    entities = [scene.cast.get(p.entity or "") for p in later.actors]
    alike = len({entity.kind if entity is not None else "" for entity in entities} - {""}) == 1 and all(entities)
    return later.actors if not first.actors or (met and more and alone and alike) else first.actors


def _hit(scene: Scene, first: Event, later: Event, toll: frozenset[str]) -> Side:
    """Return who was hit where one mention of an attack tells the target and the other one who fell; else nobody."""
    (fell, named), (then, other) = by_count(first.recipients, toll), by_count(later.recipients, toll)
    apart_told = bool(fell) != bool(then) and bool(named) != bool(other)
    if first.type != _VIOLENT or not apart_told or not compatible(first.status, later.status):
        return ()
    entities = [scene.cast.get(p.entity or "") for p in (*named, *other)]
    bodies = all(entity is not None and entity.kind in _BODIES for entity in entities)
    return (*first.recipients, *later.recipients) if bodies else ()
