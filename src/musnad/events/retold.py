"""Later mentions of a happening that was told before: one event a happening, with all its evidence."""

from dataclasses import replace

from musnad.arabic import ARTICLE
from musnad.events.draft import DAY, FALLEN, REAL, Draft, compatible
from musnad.events.scene import Scene
from musnad.model import Event, Participant, shared_id

_OPEN = frozenset({"planned", "hypothetical", "requested"})
_MEMORY = 20  # events of one type back to which a later mention may belong; articles tell fewer
_SEPARATE = frozenset({"ASSAULT", "CONSULT", "COERCE"})
_OPENING = 3  # sentences from the title in which the lead tells it again, whatever subtitles stand between
_STATE = "country."
_RESUMED = 3  # sentences from a meeting or bombing to who attended it, where it went off
_NEXT = 1  # sentences from a deed to the noun with a pronoun that names it again
_PHONE = "phone"
_NAMED_AGAIN = frozenset({FALLEN, "arrest", "visit"})  # deeds whose noun has the pronoun of who did or suffered it
_SOME = 2  # words of a name that tell somebody
_COUNTED = 2  # words that name counted people: «four soldiers», without what else is said of them
_TELLING = 20  # people whose number alone tells that they are the same
_MEETING, _BOTH = "CONSULT", 2
_VIOLENT = "ASSAULT"
_TARGETS = frozenset({"on", "against", "object", "hit"})


def merge(scene: Scene, events: list[tuple[Event, Draft]]) -> list[tuple[Event, Draft]]:
    """Return events without later mentions of ones told before, which take over what those add."""
    kept: list[tuple[Event, Draft]] = []
    by_type: dict[str, list[int]] = {}
    retold: set[int] = set()  # events of the title that the body has told: each once
    for event, draft in events:
        told = by_type.setdefault(event.type, [])
        for n in _nearest(told, kept, draft):
            first, first_draft = kept[n]
            in_title = n not in retold and _from_title(scene, first_draft, draft)
            resumed = _resumed(scene, first_draft, draft) or (
                _in_the_attack(draft) and _one_attack(first, event, first_draft)
            )
            if resumed or _same(first, event, draft, in_title=in_title):
                added = _under(first, event) if resumed else event
                kept[n] = (first if _detail(draft) else _joined(first, added, in_title=in_title), first_draft)
                retold.add(n)
                break
        else:
            told.append(len(kept))
            kept.append((event, draft))
    return kept


def _nearest(told: list[int], kept: list[tuple[Event, Draft]], draft: Draft) -> list[int]:
    """Return which events a later mention may belong to, the last first: «the attack» is one rather than a killing."""
    nearest = told[-_MEMORY:][::-1]
    if _the_attack(draft):
        nearest.sort(key=lambda n: kept[n][1].level != draft.level)
    return nearest


def _under(first: Event, later: Event) -> Event:
    """Return what a mention that goes on adds: not who takes part, where the first one has told that."""
    known = _keys(first.actors)
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
    return attack and not _apart(first.actors, later.actors) and not _other_day(first, later)


def _deed(draft: Draft) -> str:
    """Return what kind of deed a draft tells, where different words tell the same: a visit, an arrest, a death."""
    fell = draft.level == FALLEN or (draft.type == _VIOLENT and draft.toll)
    return FALLEN if fell else draft.hit.entry.text("mode")


def _of_known(scene: Scene, draft: Draft) -> bool:
    """Say whether what a verb tells of is known: a definite noun beside it, or a pronoun on it."""
    norms = scene.units.norms
    beside = (norms[i] for i in (draft.first - 1, draft.last) if 0 <= i < len(norms))
    return bool(draft.hit.suffix) or any(norm.startswith(ARTICLE) for norm in beside)


def _from_title(scene: Scene, first: Draft, later: Draft) -> bool:
    """Say whether the first mention stands in the title and the later one in the body's beginning."""
    title = scene.units.sentence(first.first).paragraph == 0
    near = scene.units.sentence_of[later.first] - scene.units.sentence_of[first.first] <= _OPENING
    return title and near and scene.units.sentence(later.first).paragraph > 0


def _same(first: Event, later: Event, draft: Draft, *, in_title: bool) -> bool:
    """Say whether a later mention can be the happening that was told first."""
    if _detail(draft):
        return not _other_day(first, later)
    if _the_attack(draft):
        return not _apart(first.actors, later.actors) and not _other_day(first, later)
    if in_title and _shares(first.recipients, later.recipients):
        return True
    if _anaphoric(draft) and first.rule == later.rule and later.type not in _SEPARATE:
        return not _apart(first.actors, later.actors) and not _other_day(first, later)
    if _contradicts(first, later) if in_title else _conflict(first, later):
        return False
    told, new = (_keys(first.actors), _keys(first.recipients)), (_keys(later.actors), _keys(later.recipients))
    alike = first.rule == later.rule or compatible(first.status, later.status)
    planned = first.type == _VIOLENT and first.status in _OPEN and later.status in REAL
    alike = alike and not planned  # «plotted attacks», «after an attack on»
    if (in_title and alike and not _causes(first, later, draft)) or _one_day(first, later) or _still_open(first, later):
        return True
    if draft.symmetric and alike and _met(first, later):
        return True
    sides = ((first.actors, later.actors), (first.recipients, later.recipients))
    shared = [_shares(one, other) for one, other in sides]
    if _anaphoric(draft) and ((not any(new) and not _targeted(draft)) or any(shared)):
        return True
    if shared[1] and (shared[0] or not told[0] or not new[0]):
        return True
    equal = all(_equal(one, other) for one, other in sides)
    return shared[0] and equal and (draft.symmetric or not draft.verbal) and first.status == later.status


def _conflict(first: Event, later: Event) -> bool:
    """Say whether place, day or participants of two mentions exclude each other."""
    if first.place and later.place and not _nested(first.place, later.place):
        return True
    if _other_day(first, later):
        return True
    if _apart(first.actors, later.actors):
        return True
    # A toll and a target are two ways to tell whom an attack hit: they exclude each other only among themselves.
    told, new = _by_count(first.recipients), _by_count(later.recipients)
    return any(_apart(a, b) for a, b in zip(told, new, strict=True))


def _contradicts(title: Event, lead: Event) -> bool:
    """Say whether the lead tells another event than the title: another day, place, or people known by name.

    A title describes briefly («a gang leader», «gunmen», «dozens») whom the lead names or counts.
    """
    if lead.place and title.place and not _nested(title.place, lead.place):
        return True
    sides = ((title.actors, lead.actors), (title.recipients, lead.recipients))
    return _other_day(title, lead) or any(_apart(_known(one), _known(other)) for one, other in sides)


def _known(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return the participants whom the knowledge base knows."""
    return tuple(p for p in participants if shared_id(p.entity))


def _causes(title: Event, lead: Event, draft: Draft) -> bool:
    """Say whether the lead names the attack, without its toll, in the course of which those of the title fell."""
    attack = lead.type == _VIOLENT and draft.level == "attack" and not draft.toll
    return attack and title.rule != lead.rule and bool(lead.actors and lead.recipients)


def _by_count(participants: tuple[Participant, ...]) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Divide participants into those that are counted and those that are named."""
    counted = tuple(p for p in participants if p.entity is None and p.name[:1].isdigit())
    return counted, tuple(p for p in participants if p not in counted)


def _detail(draft: Draft) -> bool:
    """Say whether a word tells a detail of a protest: banners, chants; the protest told before is meant."""
    return draft.type == "PROTEST" and draft.hit.entry.number("doubt") > 0


def _in_the_attack(draft: Draft) -> bool:
    """Say whether casualties fell in «the attack», which was told before."""
    return draft.level == FALLEN and any(map(_the_attack, draft.absorbed))


def _the_attack(draft: Draft) -> bool:
    """Say whether the trigger is «the attack» without a target of its own: the one told before."""
    support = draft.support
    launched = bool(draft.hit.entry.texts("support"))  # «opened | fire»: the article tells nothing
    definite = draft.hit.definite and not launched
    if launched and support is not None:  # «the explosion of | a car bomb»
        definite = support.definite and support.form.pos != "verb" and support.first < draft.first
    return draft.level == "attack" and definite and not _targeted(draft)


def _targeted(draft: Draft) -> bool:
    """Say whether an attack has a target of its own, though it be a place."""
    return draft.type == _VIOLENT and any(party.slot in _TARGETS for party in draft.parties)


def _anaphoric(draft: Draft) -> bool:
    """Say whether the trigger is a definite noun: «the agreement», «his visit»."""
    return draft.hit.definite or bool(draft.hit.suffix and not draft.verbal)


def _still_open(first: Event, later: Event) -> bool:
    """Say whether two mentions tell by the same word what is only planned, asked for or thought of."""
    return first.rule == later.rule and first.status == later.status and first.status in _OPEN


def _one_day(first: Event, later: Event) -> bool:
    """Say whether two mentions name an attack by the same word and day, and nothing sets them apart."""
    dated = first.date is not None and first.date == later.date and len(first.date) == DAY
    return dated and first.type == _VIOLENT and first.rule == later.rule and first.status == later.status


def _met(first: Event, later: Event) -> bool:
    """Say whether two people met in both mentions, and not once on the phone: others may have been there too."""
    both = sum(_shares((one,), later.actors) for one in first.actors) >= _BOTH
    called = _PHONE in {first.mode, later.mode} and first.mode != later.mode
    return first.type == _MEETING and both and not called


def _shares(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether somebody stands on both sides, by identity or by a name that the other one's holds whole."""
    return bool(_keys(one) & _keys(other)) or any(_within(a, b) or _within(b, a) for a in one for b in other)


def _equal(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether the same people stand on both sides."""
    return len(one) == len(other) and all(_shares((a,), other) for a in one)


def _within(short: Participant, long: Participant) -> bool:
    """Say whether a name of some words is the beginning of another one: «ministers of the Union», «of the European»."""
    words = short.name.split()
    return len(words) >= _SOME and long.name.split()[: len(words)] == words


def _other_day(first: Event, later: Event) -> bool:
    one, other = first.date, later.date
    return bool(one and other and not (one.startswith(other) or other.startswith(one)))


def _apart(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether nobody of one side can be somebody of the other; a state may stand for its people and bodies."""
    if not one or not other or _shares(one, other):
        return False
    states = {p.country for p in (*one, *other) if p.country and (p.entity or _STATE).startswith(_STATE)}
    return not any(a.country == b.country and a.country in states for a in one for b in other)


def _nested(one: str, other: str) -> bool:
    return one in other or other in one


def _keys(participants: tuple[Participant, ...]) -> frozenset[str]:
    """Return what tells participants apart; of counted people the number and the noun, of many the number alone."""
    return frozenset(_many(p.name) or p.entity or " ".join(p.name.split()[:_COUNTED]) for p in participants)


def _many(name: str) -> str:
    """Return the number of people of whom so many are counted that it tells them: «23 dead» are «23 people»."""
    number = name.partition(" ")[0]
    return number if number.isdecimal() and int(number) >= _TELLING else ""


def _vaguer(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether the first mention names another side, or only its country: «an Israeli raid», «the army»."""
    nisba = all(p.entity is None and p.country for p in one)
    return _apart(one, other) or (nisba and bool(other) and all(p.entity for p in other))


def _joined(first: Event, later: Event, *, in_title: bool) -> Event:
    """Return the first mention with what the later one adds; a title leaves to the lead that it is yet to come."""
    if in_title and first.status == "happened" and later.status in _OPEN:
        first = replace(first, status=later.status)
    real = compatible(first.status, later.status)
    return replace(
        first,
        actors=later.actors if _vaguer(first.actors, later.actors) else first.actors or later.actors,
        recipients=first.recipients or later.recipients,
        date=first.date or (later.date if real else None),
        place=first.place or later.place,
        place_span=first.place_span or later.place_span,
        statements=first.statements or (later.statements if in_title else ()),  # a title says it by the lead's mouth
    )
