"""Whom a profession without a name means where nobody has been called just that: «اللاعب» of a goalkeeper."""

from collections.abc import Sequence

from musnad.mentions.found import Found
from musnad.mentions.person import Person

_PLAYERS = frozenset(
    f"role.{name}" for name in ("player", "striker", "keeper", "defender", "midfielder", "scorer", "full_back")
)
_COACH = "role.coach"
_ENVOYS = frozenset(f"role.{name}" for name in ("ambassador", "envoy", "consul", "delegate", "charge_affaires"))
_SCHOLARS = frozenset(f"role.{name}" for name in ("professor", "scientist", "scientist_of", "academic", "lecturer"))
_POLITICIANS = frozenset(
    f"role.{name}"
    for name in ("leader", "secretary_general", "deputy", "mp", "member", "senator", "minister", "ex", "spokesman")
)
_AUTHORS = frozenset(
    f"role.{name}" for name in ("writer", "author", "novelist", "poet", "translator", "critic", "historian", "thinker")
)
_NARROWER = {
    "role.player": _PLAYERS | {"role.star", "role.athlete", "role.swimmer", "role.boxer", "role.champion"},
    _COACH: frozenset({_COACH}),
    "role.star": _PLAYERS,
    "role.diplomat": _ENVOYS,
    "role.envoy": frozenset({"role.ambassador", "role.delegate"}),
    "role.minister": frozenset({"role.minister_state"}),
    "role.man_of_letters": _AUTHORS,
    "role.researcher": _SCHOLARS | {"role.expert"},
    "role.expert": _SCHOLARS | {"role.researcher", "role.analyst", "role.economist", "role.specialist"},
    "role.economist": _SCHOLARS | {"role.expert", "role.analyst", "role.researcher", "role.specialist"},
    "role.analyst": frozenset({"role.expert"}),
    "role.academic": _SCHOLARS,
    "role.artist": frozenset({"role.singer", "role.actor", "role.composer", "role.painter"}),
    "role.actor": frozenset({"role.artist", "role.star"}),
    "role.singer": frozenset({"role.artist", "role.star"}),
    "role.writer": _AUTHORS | {"role.journalist"},
    "role.author": _AUTHORS,
    "role.novelist": _AUTHORS,
    "role.thinker": _AUTHORS | {"role.philosopher"} | _SCHOLARS,
    "role.journalist": frozenset({"role.correspondent", "role.broadcaster", "role.presenter", "role.media_man"}),
    "role.media_man": frozenset({"role.journalist", "role.broadcaster", "role.presenter", "role.correspondent"}),
    "role.broadcaster": frozenset({"role.presenter", "role.media_man"}),
    "role.presenter": frozenset({"role.broadcaster", "role.media_man"}),
    "role.preacher": frozenset({"role.imam", "role.imam_mosque", "role.sheikh"}),
    "role.doctor": frozenset({"role.surgeon", "role.consultant"}),
    "role.leading": _POLITICIANS,
    "role.politician": _POLITICIANS | {"role.leading"},
    "role.parliamentarian": frozenset({"role.deputy", "role.mp", "role.member", "role.senator"}),
    "role.jurist": frozenset({"role.lawyer"}),
    "role.businessman": frozenset({"role.owner", "role.founder", "role.head_exec"}),
}
"""Offices of which each profession is a wider word."""

NEARBY = 60
"""Tokens behind somebody within which a profession still means him."""

_TEAMS = _PLAYERS | {_COACH}
"""Who has another country than that of the team that he is said to be of."""


def narrower(wanted: str) -> frozenset[str]:
    """Return the offices of which a profession is a wider word («مهاجم» of «لاعب»)."""
    return _NARROWER.get(wanted, frozenset())


def of_other_team(person: Person, wanted: str) -> bool:
    """Say whether somebody is known as a coach where a player is meant, or the other way round."""
    held = {held[0] for held in person.offices} & _TEAMS
    return wanted in _TEAMS and bool(held) and (wanted == _COACH) != (_COACH in held)


def by_profession(people: Sequence[Person], wanted: str, found: Found, *, speaks: bool) -> Person | None:
    """Return the only person told of before a profession without a name who can be meant by it, or None.

    It is the only one of a narrower one, or the only player of another country than that of his team; the bare word
    may mean somebody without a name where nobody is named. Of several the one is meant who spoke last, where the
    profession speaks.
    """
    offices = narrower(wanted) | ({wanted} if wanted in _TEAMS else set())
    if not offices or found.number != "s" or not found.definite:
        return None
    seen = [p for p in people if 0 <= p.last_seen < found.first and p.plural == "s"]
    alike = [p for p in seen if any(held[0] in offices for held in p.offices)]
    holders = [p for p in alike if not p.role_only] or (alike if found.bare else [])
    if len(holders) > 1 and speaks:
        holders = [p for p in holders if 0 <= p.told == max(p.told for p in holders)]
    if len(holders) != 1:
        return None
    one = holders[0]
    fits = one.gender in {None, found.gender} and _may_be_of(one, found, wanted)
    return one if fits and found.first - one.last_seen <= NEARBY else None


def _may_be_of(person: Person, found: Found, wanted: str) -> bool:
    """Say whether somebody may be of the country that a profession names."""
    if found.country is None or found.country in {person.country, person.nation}:
        return True
    return person.nation is None and (person.country is None or wanted in _TEAMS)
