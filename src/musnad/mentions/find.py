"""Find the mentions of an article: one walk over the tokens, the longest phrase wins, names inside are kept too."""

from collections.abc import Callable, Iterator

from musnad.arabic.letters import ALEF, HA, YA
from musnad.lexicon import Hits
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.bodies.find import body_at
from musnad.mentions.bodies.shared_names import shared_name_at
from musnad.mentions.found import Found
from musnad.mentions.identity.entities import identify
from musnad.mentions.people.find import person_at
from musnad.mentions.people.groups import group_at
from musnad.mentions.people.namesakes import without_namesakes
from musnad.mentions.people.objects import objects_apart
from musnad.mentions.people.pairs import pointer_at
from musnad.mentions.people.short import ranked_families, short_names, with_roles
from musnad.mentions.people.spoken import spoken_names, told_again
from musnad.mentions.people.strangers import with_first_names
from musnad.mentions.people.whole import whole_names
from musnad.mentions.places.again import places_again
from musnad.mentions.places.enumerations import listed
from musnad.mentions.places.find import KNOWN_PLACE, place_at
from musnad.mentions.proper.names import may_name_speaker
from musnad.mentions.tagger.second import with_names
from musnad.mentions.view import View, in_marks
from musnad.model import Cast, Units
from musnad.names.signals import NameSignal

Finder = Callable[[View, int], Found | None]

_PERSON = frozenset({"role", "title", "source_noun", "one_of", "name_particle"})
_BODY = frozenset({"body", "organisation", "agency", "elliptic_body"})
_BODIES = frozenset({"organisation", "office"})
_PLACE = frozenset({"place", "place_head"})
_GROUP = frozenset({"group", "number_word", "region_adjective", "one_of"})
_SHARED = frozenset({"shared_name", "agency_credit"})
_POINTER = frozenset({"counterpart", "pair_noun", "latter", "honorific_pronoun"})

FINDERS: tuple[tuple[Finder, frozenset[str]], ...] = (
    (pointer_at, _POINTER),
    (person_at, _PERSON),
    (shared_name_at, _SHARED),
    (body_at, _BODY),
    (place_at, _PLACE),
    (group_at, _GROUP),
)
"""Finders with the kinds of words at which they look, in order of preference where two phrases are equally long.

Which of them look at names and at countries depends on how these are written: see `_starts`.
"""

_LOOKS = {
    kind: sum(1 << k for k, (_, wanted) in enumerate(FINDERS) if kind in wanted)
    for kind in frozenset().union(*(wanted for _, wanted in FINDERS))
}
"""The finders that look at a kind of word, as bits."""

_NAMES = _LOOKS["title"]
"""The finders that look at the name of a person."""

_NESTING = sum(1 << k for k, (finder, _) in enumerate(FINDERS) if finder not in {pointer_at, group_at})
"""The finders of what may lie inside another phrase."""

_FINDERS = [
    tuple(finder for k, (finder, _) in enumerate(FINDERS) if looks >> k & 1) for looks in range(1 << len(FINDERS))
]
"""The finders of every sum of bits."""


def find(units: Units, hits: Hits, signal: NameSignal | None = None) -> Cast:
    """Return the cast of an article: who and what is named, and who is who.

    Mentions may nest: the country or body inside a person's noun phrase is a mention of its own. Names that only
    `signal` sees are added where the rules read none.
    """
    view = View(units, hits)
    found = phrases(view)
    if signal is not None:
        found = with_names(view, found, signal)
    return identify(view, sorted(found, key=lambda f: (f.first, -f.last, f.rule)))


def phrases(view: View) -> list[Found]:
    """Return all phrases that the rules find."""
    whole = whole_names(view, with_first_names(view, told_again(view, spoken_names(view, _walk(view)))))
    found = without_namesakes(view, listed(view, ranked_families(view, whole)))
    return places_again(view, objects_apart(view, with_roles(found, without_namesakes(view, short_names(view, found)))))


def _starts(view: View) -> dict[int, int]:
    """Return which finders look at which token: known words, numbers, and what may be a name by its neighbour."""
    looks: dict[int, int] = {}
    for kind, finders in _LOOKS.items():
        for i in view.tokens(kind):
            looks[i] = looks.get(i, 0) | finders
    for i in view.tokens("country"):
        looks[i] = looks.get(i, 0) | _LOOKS["place"] | _people_of(view.norms[i])
    for i in _names(view):
        looks[i] = looks.get(i, 0) | _NAMES
    for i, norm in enumerate(view.norms):
        if norm[0].isdigit():
            looks[i] = looks.get(i, 0) | _LOOKS["number_word"]
    return looks


def _names(view: View) -> Iterator[int]:
    """Yield where names may start: known ones that are no particles, and what a verb of saying or «son of» tells."""
    known = frozenset().union(*map(view.tokens, NAME_WORDS))
    particles = known.intersection(view.tokens("function_word"))
    yield from known - particles
    yield from (i - 1 for i in known if i and not view.may(i - 1) and view.norms[i - 1][0].isalpha())
    for i in particles:
        if view.is_name(i):
            yield i
    for i in view.tokens("cue"):
        if may_name_speaker(view, i + 1):
            yield i + 1
    for i in view.tokens("name_particle"):
        if i:
            yield i - 1


def _people_of(demonym: str) -> int:
    """Return the finders that look at a demonym by its ending: somebody of a country, or a people."""
    if demonym.endswith((YA, YA + HA)):
        return _NAMES
    return 0 if demonym.endswith(ALEF) else _LOOKS["group"]


def _at(view: View, i: int, looks: int) -> list[Found]:
    """Return what some finders see at a token."""
    return [found for finder in _FINDERS[looks] if (found := finder(view, i)) is not None]


def _nested(view: View, inner: Found, covered: int, around: list[Found]) -> bool:
    """Say whether a name inside a longer phrase is a mention of its own and not a part of its like."""
    if inner.last > covered:
        return False
    if inner.kind == "person":
        if any(_tells_whose(view, f, inner) for f in around):
            return False
        return inner.name is not None and not any(_bears(f, inner) or _in_place(f, inner) for f in around)
    if any(_names_with(f, inner) for f in around) or _is_purpose(view, inner, around):
        return False
    if inner.kind not in {"place", "organisation", "office", "agency"} or (inner.bare and _agrees(view, inner, around)):
        return False
    return _in_marks(view, inner, around) or not any(_like(f, inner) or _in_site(f, inner) for f in around)


def _in_marks(view: View, inner: Found, around: list[Found]) -> bool:
    """Say whether a body stands in quotation marks behind the name of another phrase («الاتحاد الدولي "فيفا"»)."""
    quoted = inner.kind == "organisation" and in_marks(view.norms, inner.first, inner.last)
    behind = any(f.name is not None and f.name[1] < inner.first < f.last for f in around)
    return quoted and behind and view.norms[inner.first - 1] != "("


def _tells_whose(view: View, around: Found, inner: Found) -> bool:
    """Say whether a family is an adjective between the rank and the name of a person («السلطان ‹العثماني› أحمد»)."""
    before = around.kind == "person" and around.name is not None and inner.last == around.name[0]
    return before and around.first < inner.first and view.definite(around.first) and view.definite(inner.first)


def _names_with(around: Found, inner: Found) -> bool:
    """Say whether a phrase lies inside the name of a person («فهد السويد»)."""
    if around.kind != "person" or around.name is None:
        return False
    return around.name[0] <= inner.first and inner.last <= around.name[1]


def _is_purpose(view: View, inner: Found, around: list[Found]) -> bool:
    """Say whether what a body is for is written like a body right behind its head («مجلس ‹إدارة الشركة›»)."""
    if inner.kind not in _BODIES or inner.known is not None or not view.any(inner.first, "purpose"):
        return False
    return any(f.kind in _BODIES and f.first == inner.first - 1 and view.any(f.first, "body") for f in around)


def _agrees(view: View, inner: Found, around: list[Found]) -> bool:
    """Say whether a bare definite noun is rather the adjective of a person before it («النائبة المعارضة»)."""
    before = inner.first - 1
    if view.definite_behind_and(inner.first):
        return False  # «قادة الجيش | والمقاومة»
    return any(f.kind == "person" and f.first <= before < f.last for f in around) and view.has_article(before)


def _in_place(around: Found, inner: Found) -> bool:
    """Say whether a name of a person is a part of the name of a place or body («حرف سفيان», «معهد باستور»)."""
    if not (around.first <= inner.first and inner.last <= around.last):
        return False
    named = around.name is not None and inner.name is not None and inner.name[1] <= around.name[1]
    if named and inner.name is not None and inner.name[0] > inner.first + 1:
        return around.kind == "place"  # «كتلة | رئيس الوزراء السابق فلان», but «جامعة الملك سعود»
    return around.kind == "place" or (around.kind in {"organisation", "agency"} and named)


def _in_site(around: Found, inner: Found) -> bool:
    """Say whether the name of a body is a part of the name of a known place («سد النهضة»)."""
    inside = around.first <= inner.first and inner.last <= around.last
    return inside and around.kind == "place" and around.rule == KNOWN_PLACE and inner.kind != "place"


def _like(around: Found, inner: Found) -> bool:
    """Say whether a phrase has the kind of the one inside it and a name that makes the inner one a part of it."""
    if not (around.first <= inner.first and inner.last <= around.last and around.kind == inner.kind):
        return False
    return inner.known is None or around.known is not None or around.name is not None


def _bears(around: Found, inner: Found) -> bool:
    """Say whether a phrase bears the very name that lies inside it."""
    if around.name is None or inner.name is None or around.kind != "person":
        return False
    return around.name[0] < inner.name[1] and inner.name[0] < around.name[1]


def _preference(found: Found) -> tuple[int, bool, bool]:
    """Order phrases at one token: the longest, a known one of several words («هونغ كونغ»), one with a name."""
    return found.last, found.known is not None and found.last > found.first + 1, found.name is not None


def _within(view: View, inner: Found, end: int) -> Found:
    """Leave out what follows a name and begins behind the phrase around it («محامي سمير كامل، المعتقل في …»)."""
    if inner.kind != "person" or inner.name is None or not inner.name[1] <= end < inner.last:
        return inner
    return inner._replace(last=inner.name[1], end=view.units.ends[inner.name[1] - 1])


def _walk(view: View) -> list[Found]:
    """Take the longest phrase at each start; look inside phrases for names of other kinds."""
    found: list[Found] = []
    outer: Found | None = None
    for i, looks in sorted(_starts(view).items()):
        inside = outer is not None and i < outer.last
        here = _at(view, i, looks & _NESTING if inside else looks)
        if not here:
            continue
        best = here[0] if len(here) == 1 else max(here, key=_preference)
        if inside and outer is not None:
            best = _within(view, best, outer.last)
        if outer is None or not inside:
            found.append(best)
            outer = best
        elif _nested(view, best, outer.last, [outer, *found[-2:]]):
            found.append(best)
    return found
