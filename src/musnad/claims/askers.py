"""Who called, or at whose wish there was a call, in the words of one stretch of a text.

«تلقى … اتصالا من X», «أجرى X اتصالا بـ Y», «اتصل X بـ Y», «الاتصال … بمبادرة من الجانب X». A call between two, or with
somebody, says nothing of who called.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.arabic import BA
from musnad.lexicon import Hit, Hits
from musnad.model import Event, Participant, Reading, Units
from musnad.stories.traits import trait_of

_PHONE = "phone"
_ASKING, _CALL, _FROM, _INITIATIVE = "asking", "call", "from", "initiative"
_NEXT = 1  # tokens behind «from» in which the one begins who called
_SIDE = 3  # tokens behind «on the initiative of»: «of the Iranian side»
_BEHIND = 3  # tokens behind a call in which «from» stands
_TWO = 2


@dataclass(frozen=True, slots=True, order=True)
class Asker:
    """Who asked for a call: the key by which askers are compared (a country where it is known), and a name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A participant where he is named: the token, and whether «to» is written onto it."""

    token: int
    who: Participant
    called: bool

    @property
    def asker(self) -> Asker:
        return Asker(self.who.country or trait_of(self.who.entity, self.who.name), self.who.name)


def is_call(event: Event) -> bool:
    """Say whether one of two called the other."""
    return event.mode == _PHONE and event.status in {"happened", "ongoing"} and len(_who(event)) == _TWO


def _who(event: Event) -> tuple[Participant, ...]:
    return (*event.actors, *event.recipients)


def asker_of(event: Event, tokens: tuple[int, int], reading: Reading, units: Units, hits: Hits) -> Asker | None:
    """Return who called or wished a call, where the words between two tokens say so."""
    named = _named(event, tokens, reading, units, hits)
    words = [hit for hit in hits.of(_ASKING) if tokens[0] <= hit.first < tokens[1]]
    calls = [hit for hit in words if hit.entry.text("role") == _CALL]
    trigger = units.token_at(event.trigger.start)
    tells = tokens[0] <= trigger < tokens[1]
    for hit in words:
        role = hit.entry.text("role")
        behind = 0
        if role == _INITIATIVE and (calls or tells):
            behind = _SIDE
        elif role == _FROM and any(0 <= hit.first - call.last < _BEHIND for call in calls):
            behind = _NEXT
        found = next((each for each in named if 0 <= each.token - hit.last < behind), None)
        if found is not None:
            return found.asker
    return _caller(named, calls, trigger) if tells else None


def _caller(named: Sequence[_Named], calls: Sequence[Hit], trigger: int) -> Asker | None:
    """Return who alone stands before a call to the other: «أجرى X اتصالا بـ Y», «اتصل X بـ Y»."""
    for each in named:
        ahead = {other.who for other in named if other.token < each.token and other.who != each.who}
        follows = trigger < each.token and (not calls or any(call.first < each.token for call in calls))
        if each.called and follows and len(ahead) == 1:
            return next(other for other in named if other.who in ahead).asker
    return None


def _named(event: Event, tokens: tuple[int, int], reading: Reading, units: Units, hits: Hits) -> list[_Named]:
    """Return where the two who take part are named, or their states, in order."""
    countries = {entity.id: entity.country for entity in reading.entities}
    places = [(units.token_at(m.span.start), m.span.start, m.entity, countries.get(m.entity)) for m in reading.mentions]
    known = {at for at, *_ in places}
    adjectives = (hit for hit in hits.of("country") if hit.first not in known)
    places += [(hit.first, hit.start, "", hit.entry.id.partition(".")[2]) for hit in adjectives]
    found = []
    for at, start, entity, country in sorted(places):
        who = [p for p in _who(event) if p.entity == entity]
        who = who or [p for p in _who(event) if country is not None and p.country == country]
        if tokens[0] <= at < tokens[1] and len(who) == 1:
            joined = units.starts[at] < start and units.norms[at].startswith(min(BA, key=len))
            found.append(_Named(at, who[0], joined))
    return found
