"""Nouns that refer to what was told before: «the attack», «the meeting», banners of a protest."""

from collections.abc import Mapping

from musnad.events.draft import FALLEN, Draft, Party, compatible
from musnad.events.one.sides import akin, apart, equal, shares
from musnad.model import Cast, Event

Lands = Mapping[str, str]
"""The names of countries by the names of places in them."""

_VIOLENT, _ATTACK, _CLASH, _MEETING = "ASSAULT", "attack", "clash", "CONSULT"
_OCCASION, _BOTH = "occasion", 2
UNDONE = frozenset({"denied", "hypothetical", "requested"})
"""The statuses of what is not told as done."""
_MEMBERS = frozenset({"between", "with", "idafa", "nisba", "pair", "for", "to"})
_TARGETS = frozenset({"on", "against", "object", "hit"})
_NAMED_TARGET = 5  # tokens from «the attack» to its target


def detail(draft: Draft) -> bool:
    """Say whether a word tells a detail of a protest: banners, chants; the protest told before is meant."""
    return draft.type == "PROTEST" and draft.hit.entry.number("doubt") > 0


def in_the_attack(draft: Draft) -> bool:
    """Say whether casualties fell in «the attack», which was told before."""
    return draft.level == FALLEN and any(map(the_attack, draft.absorbed))


def the_attack(draft: Draft) -> bool:
    """Say whether the trigger is «the attack» without a target of its own: the one told before."""
    support = draft.support
    launched = bool(draft.hit.entry.texts("support"))  # «opened | fire»: the article tells nothing
    definite = draft.hit.definite and not launched
    if launched and support is not None:  # «the explosion of | a car bomb»
        definite = support.definite and support.form.pos != "verb" and support.first < draft.first
    return draft.level == _ATTACK and definite and not targeted(draft, within=_NAMED_TARGET)


def the_clash(draft: Draft) -> bool:
    """Say whether the trigger is «the clashes» without anybody who fights in them: those told before."""
    own = any(party.slot in _MEMBERS for party in draft.parties)
    return draft.level == _CLASH and draft.hit.definite and not (draft.verbal or own)


def in_the_clash(draft: Draft) -> bool:
    """Say whether casualties fell in «the clashes», which were told before."""
    return draft.level == FALLEN and any(map(the_clash, draft.absorbed))


def clashed(draft: Draft) -> bool:
    """Say whether a mention tells of clashes: as such, or as what somebody fell in."""
    return _CLASH in {draft.level, *(one.level for one in draft.absorbed)}


def the_meeting(draft: Draft) -> bool:
    """Say whether the trigger is «the meeting» without people of its own: the one told before."""
    own = any(party.slot in _MEMBERS for party in draft.parties)
    return draft.type == _MEETING and draft.hit.definite and not (own or draft.verbal)


def targeted(draft: Draft, within: int = 0) -> bool:
    """Say whether an attack has a target of its own, though it be a place; for a noun one behind it, not far away."""
    targets = (party for party in draft.parties if party.slot in _TARGETS and not (within and _toll(draft, party)))
    return draft.type == _VIOLENT and any(
        party.phrase is None or not within or draft.support is not None or party.phrase.first - draft.last <= within
        for party in targets
    )


def _toll(draft: Draft, party: Party) -> bool:
    """Say whether those behind the verb of a noun are counted, and so fell: «the attack that cost | 100 lives»."""
    counted = party.phrase is not None and party.phrase.mention.rule.endswith("counted")
    return counted and not draft.verbal and party.slot in {"object", "hit"}


def anaphoric(draft: Draft) -> bool:
    """Say whether the trigger is a definite noun: «the agreement», «his visit»."""
    return draft.hit.definite or bool(draft.hit.suffix and not draft.verbal)


def refers(one: tuple[Event, Draft], other: tuple[Event, Draft], lands: Lands) -> bool:
    """Say whether a definite noun can refer to an event: nobody is told with it, or somebody of that event.

    An attack on somebody else is another one, as is one that its doer makes by another word; so is a meeting of
    another kind.
    """
    (first, first_draft), (later, draft) = one, other
    alone = not (later.actors or later.recipients) and not targeted(draft)
    acting, suffering = (shares(*side) for side in ((first.actors, later.actors), (first.recipients, later.recipients)))
    if later.type == _VIOLENT:
        acting = acting and (first.rule == later.rule or not draft.hit.suffix)
        suffering = suffering or (acting and not (targeted(draft) and first_draft.hit.definite))
        return alone or suffering
    if later.type == _MEETING and not alone:
        occasion = one_occasion(first, later, draft, lands) and not (_others_met(first, later) or to_come(first, later))
        received = draft.hit.definite and first.status == later.status  # «received X»: «the meeting» of both
        hosted = received and shares(first.recipients, later.actors)
        return hosted or ((acting or suffering) and (occasion or equal(first.actors, later.actors)))
    return alone or acting or suffering


def unsaid(first: Event, later: Event) -> bool:
    """Say whether one mention tells that something was not said, or is asked for, which the other one tells."""
    return not compatible(first.status, later.status) and (first.status in UNDONE or later.status == "requested")


def _others_met(first: Event, later: Event) -> bool:
    """Say whether of two people on both sides of a meeting one has met others: «X met Y», «his meeting with Z»."""
    mine = tuple(p for p in first.actors if not shares((p,), later.actors))
    theirs = tuple(p for p in later.actors if not shares((p,), first.actors))
    pairs = len(first.actors) >= _BOTH and len(later.actors) >= _BOTH
    return pairs and apart(mine, theirs) and not akin(mine, theirs)


def to_come(first: Event, later: Event) -> bool:
    """Say whether one meeting has been held and the other one is yet to come: «met X», «the coming meeting»."""
    return first.status == "happened" and later.status == "planned"


def tells(draft: Draft) -> bool:
    """Say whether a word tells a deed of its own rather than names one: a verb, a participle, a noun that one carries.

    Who meets whom tells a meeting by a verb too.
    """
    if draft.symmetric and draft.type == _MEETING:
        return False
    carried = draft.support is not None and draft.type != _VIOLENT and not anaphoric(draft)
    return draft.verbal or carried or draft.hit.form.pos == "participle"


def one_occasion(first: Event, later: Event, draft: Draft, lands: Lands) -> bool:
    """Say whether «the meeting» can be the one told before: a visit is a visit, a call is a call.

    Words of negotiations, which go on for long, only name what the same word has told.
    """
    if first.rule != later.rule and not (draft.level == _OCCASION or later.mode):
        return False
    held = first.status not in UNDONE or draft.level != _OCCASION
    return first.mode == later.mode and held and not elsewhere(first, later, lands) and not other_day(first, later)


def other_day(first: Event, later: Event) -> bool:
    """Say whether two mentions name different days."""
    one, other = first.date, later.date
    return bool(one and other and not (one.startswith(other) or other.startswith(one)))


def elsewhere(first: Event, later: Event, lands: Lands) -> bool:
    """Say whether two mentions name different places, neither of which lies in the other: «Aden», «the port of Aden».

    `lands` are the names of the countries in which places lie, by the names of these: a later mention may name the
    place in the country that was told before, but not the country of the place.
    """
    one, other = first.place, later.place
    if not one or not other:
        return False
    return not (one in other or other in one or lands.get(other) == one)


def lands_of(cast: Cast) -> Lands:
    """Return the country of each place of an article by name, if the article names both."""
    places = [entity for entity in cast.entities if entity.kind == "place" and entity.country]
    names = {place.country: place.name for place in places if place.id == f"country.{place.country}"}
    return {place.name: names[place.country] for place in places if place.country in names}
