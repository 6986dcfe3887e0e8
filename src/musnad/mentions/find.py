"""Find the mentions of an article: one walk over the tokens, the longest phrase wins, names inside are kept too."""

from collections.abc import Callable

from musnad.lexicon import Hits
from musnad.mentions.bodies import body_at
from musnad.mentions.found import Found
from musnad.mentions.groups import group_at
from musnad.mentions.identity import identify
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

_STARTS = _PERSON | _BODY | _PLACE | _GROUP | _POINTER


def find(units: Units, hits: Hits) -> Cast:
    """Return the cast of an article: who and what is named, and who is who.

    Mentions may nest: the country or body inside a person's noun phrase is a mention of its own.
    """
    view = View(units, hits)
    found = _walk(view)
    found += short_names(view, found)
    return identify(view, sorted(found, key=lambda f: (f.first, -f.last, f.rule)))


def _starts(view: View) -> list[int]:
    """Return the tokens at which a phrase may start: known words, numbers, and what follows a verb of saying."""
    starts = set(view.starting(_STARTS))
    starts.update(i for i, norm in enumerate(view.norms) if norm[0].isdigit())
    starts.update(i + 1 for i in view.starting(frozenset({"cue"})) if i + 1 < len(view.norms))
    return sorted(starts)


def _at(view: View, i: int, *, inside: bool) -> list[Found]:
    """Return what the finders see at a token; `inside` a phrase only those whose finds may be nested."""
    looks = 0
    for kind in view.here(i):
        looks |= _LOOKS.get(kind, 0)
    if view.norms[i][0].isdigit():
        looks |= _LOOKS["number_word"]
    if view.any(i - 1, "cue"):
        looks |= _LOOKS["given_name"]
    if inside:
        looks &= _NESTING
    return [found for k, (finder, _) in enumerate(FINDERS) if looks >> k & 1 and (found := finder(view, i)) is not None]


def _nested(inner: Found, covered: int, around: list[Found]) -> bool:
    """Say whether a name inside a longer phrase is a mention of its own and not a part of its like."""
    if inner.last > covered:
        return False
    if inner.kind == "person":
        return inner.name is not None and not any(_names(f, inner) or _in_place(f, inner) for f in around)
    if inner.kind not in {"place", "organisation", "office", "agency"}:
        return False
    return not any(_like(f, inner) for f in around)


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
    for i in _starts(view):
        here = _at(view, i, inside=i < covered)
        if not here:
            continue
        best = max(here, key=lambda f: (f.last, f.name is not None))
        if i < covered:
            if _nested(best, covered, found[-3:]):
                found.append(best)
            continue
        found.append(best)
        covered = best.last
    return found
