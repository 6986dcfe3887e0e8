"""Find the mentions of an article: one walk over the tokens, the longest phrase wins, names inside are kept too."""

from collections.abc import Callable

from musnad.lexicon import Hits
from musnad.mentions.bodies import body_at
from musnad.mentions.found import Found
from musnad.mentions.groups import group_at
from musnad.mentions.identity import identify
from musnad.mentions.names import may_name_speaker
from musnad.mentions.pairs import pointer_at
from musnad.mentions.people import person_at
from musnad.mentions.places import place_at
from musnad.mentions.short import short_names
from musnad.mentions.view import NAME_WORDS, View
from musnad.model import Cast, Units

Finder = Callable[[View, int], Found | None]

_PERSON = frozenset({"role", "title", "source_noun", "one_of", "name_particle", "country", *NAME_WORDS})
_BODY = frozenset({"body", "organisation", "agency", "elliptic_body"})
_PLACE = frozenset({"country", "place", "place_head"})
_GROUP = frozenset({"group", "number_word", "country", "region_adjective", "one_of"})
_POINTER = frozenset({"counterpart", "pair_noun"})

FINDERS: tuple[tuple[Finder, frozenset[str]], ...] = (
    (pointer_at, _POINTER),
    (person_at, _PERSON),
    (body_at, _BODY),
    (place_at, _PLACE),
    (group_at, _GROUP),
)
"""Finders with the kinds of words at which they look, in order of preference where two phrases are equally long."""

_LOOKS = {
    kind: sum(1 << k for k, (_, wanted) in enumerate(FINDERS) if kind in wanted)
    for kind in frozenset().union(*(wanted for _, wanted in FINDERS))
}
"""The finders that look at a kind of word, as bits."""

_NESTING = sum(1 << k for k, (finder, _) in enumerate(FINDERS) if finder not in {pointer_at, group_at})
"""The finders of what may lie inside another phrase."""

_FINDERS = [
    tuple(finder for k, (finder, _) in enumerate(FINDERS) if looks >> k & 1) for looks in range(1 << len(FINDERS))
]
"""The finders of every sum of bits."""


def find(units: Units, hits: Hits) -> Cast:
    """Return the cast of an article: who and what is named, and who is who.

    Mentions may nest: the country or body inside a person's noun phrase is a mention of its own.
    """
    view = View(units, hits)
    found = _walk(view)
    found += short_names(view, found)
    return identify(view, sorted(found, key=lambda f: (f.first, -f.last, f.rule)))


def _starts(view: View) -> dict[int, int]:
    """Return which finders look at which token: known words, numbers, and what follows a verb of saying."""
    looks: dict[int, int] = {}
    for kind, finders in _LOOKS.items():
        for i in view.tokens(kind):
            looks[i] = looks.get(i, 0) | finders
    for i, norm in enumerate(view.norms):
        if norm[0].isdigit():
            looks[i] = looks.get(i, 0) | _LOOKS["number_word"]
    for i in view.tokens("cue"):
        if may_name_speaker(view, i + 1):
            looks[i + 1] = looks.get(i + 1, 0) | _LOOKS["given_name"]
    return looks


def _at(view: View, i: int, looks: int) -> list[Found]:
    """Return what some finders see at a token."""
    return [found for finder in _FINDERS[looks] if (found := finder(view, i)) is not None]


def _nested(view: View, inner: Found, covered: int, around: list[Found]) -> bool:
    """Say whether a name inside a longer phrase is a mention of its own and not a part of its like."""
    if inner.last > covered:
        return False
    if inner.kind == "person":
        return inner.name is not None and not any(_names(f, inner) or _in_place(f, inner) for f in around)
    if inner.kind not in {"place", "organisation", "office", "agency"} or (inner.bare and _agrees(view, inner, around)):
        return False
    return not any(_like(f, inner) for f in around)


def _agrees(view: View, inner: Found, around: list[Found]) -> bool:
    """Say whether a bare definite noun is rather the adjective of a person before it («النائبة المعارضة»)."""
    before = inner.first - 1
    return any(f.kind == "person" and f.first <= before < f.last for f in around) and view.definite(before)


def _in_place(around: Found, inner: Found) -> bool:
    """Say whether a name of a person is a part of the name of a place («حرف سفيان»)."""
    return around.kind == "place" and around.first <= inner.first and inner.last <= around.last


def _like(around: Found, inner: Found) -> bool:
    """Say whether a phrase has the kind of the one inside it and a name that makes the inner one a part of it."""
    if not (around.first <= inner.first and inner.last <= around.last and around.kind == inner.kind):
        return False
    return inner.known is None or around.known is not None or around.name is not None


def _names(around: Found, inner: Found) -> bool:
    """Say whether a phrase bears the very name that lies inside it."""
    if around.name is None or inner.name is None or around.kind != "person":
        return False
    return around.name[0] < inner.name[1] and inner.name[0] < around.name[1]


def _walk(view: View) -> list[Found]:
    """Take the longest phrase at each start; look inside phrases for names of other kinds."""
    found: list[Found] = []
    covered = 0
    for i, looks in sorted(_starts(view).items()):
        here = _at(view, i, looks & _NESTING if i < covered else looks)
        if not here:
            continue
        best = here[0] if len(here) == 1 else max(here, key=lambda f: (f.last, f.name is not None))
        if i < covered:
            if _nested(view, best, covered, found[-3:]):
                found.append(best)
            continue
        found.append(best)
        covered = best.last
    return found
