"""Proper names of people: where one starts, how far it reaches."""

from dataclasses import dataclass

from musnad.arabic import AND, BARE, LAM
from musnad.arabic.letters import ALEF
from musnad.mentions.view import View, node_of
from musnad.model import Node

_BEFORE_ARTICLE = max(LAM, key=len)
LONGEST = 6  # tokens of a name, particles included
FREE = 4  # unknown tokens that may follow a title or role as a name


@dataclass(frozen=True, slots=True)
class Name:
    """A name on tokens `[first, last)` with what it is known by."""

    first: int
    last: int
    start: int
    gender: str | None
    nodes: tuple[Node, ...]


def announced(view: View, i: int) -> Name | None:
    """Return the name that follows a title or role at token `i`, known or not, or None."""
    if i >= len(view.norms) or _prefixed(view, i) or not _may_start(view, i):
        return None
    return _read(view, i, announced_by=True)


def free(view: View, i: int) -> Name | None:
    """Return a name that nothing announces: a known given name and another name, or a known family name."""
    given = view.at(i, "given_name")
    if view.hits.at(i, "function_word") and not view.is_name(i):
        return None
    if given is not None and not given.definite:
        name = _read(view, i, announced_by=False)
        if name is not None and name.last > given.last:
            known = view.at(given.last, "given_name", "family_name", "name_particle")
            if known is not None or not given.entry.flag("ambiguous"):
                return name
    family = view.at(i, "family_name")
    if family is not None:
        return Name(i, family.last, family.start, None, (node_of(family),))
    return None


def _prefixed(view: View, i: int) -> bool:
    """Say whether a token carries a conjunction or preposition before a known name, so that it starts anew."""
    hit = view.at(i, "given_name", "family_name")
    return hit is not None and hit.prefix not in BARE


def _may_start(view: View, i: int) -> bool:
    if view.is_name(i):
        return True
    if view.hits.at(i, "function_word"):
        return False
    return not view.ends_name(i) and not view.definite(i) and not _is_place(view, i)


def _is_place(view: View, i: int) -> bool:
    return bool(view.hits.at(i, "country", "place", "organisation", "agency"))


def _read(view: View, i: int, *, announced_by: bool) -> Name | None:
    """Read the tokens of a name from `i` on."""
    units = view.units
    nodes: list[Node] = []
    gender: str | None = None
    at = i
    start = units.starts[i]
    unknown = 0
    while at < len(view.norms) and at - i < LONGEST and view.same_sentence(i, at):
        hit = view.at(at, "given_name", "family_name", "name_particle")
        if hit is not None and (at == i or hit.prefix in BARE) and (at == i or view.is_name(at)):
            if at == i:
                start = hit.start
            if hit.form.entry.kind == "given_name" and gender is None and at == i:
                gender = hit.entry.text("gender") or None
            if hit.form.entry.kind == "name_particle" and not _continues(view, hit.last):
                break
            nodes.append(node_of(hit))
            at = hit.last
            if hit.form.entry.kind == "family_name":
                break
            continue
        if view.ends_name(at) or (at > i and _is_place(view, at) and not view.definite(at)):
            break
        if at > i and _is_prefix_split(view, at):
            break
        unknown += 1
        if unknown > (FREE if announced_by else FREE - 1):
            break
        nodes.append(Node("name", "unknown", units.starts[at], units.ends[at]))
        at += 1
    if at == i or (unknown and unknown == len(nodes) and not _believable(view, i, at)):
        return None
    return Name(i, at, start, gender, tuple(nodes))


def _believable(view: View, first: int, last: int) -> bool:
    """Say whether tokens of which none is a known name are one: they end at a mark, a verb or a function word."""
    if last < len(view.norms) and view.same_sentence(first, last):
        ends = not view.norms[last][0].isalpha() or view.is_verb(last) or bool(view.hits.at(last, "function_word"))
        if not ends:
            return False
    accusative = view.norms[last - 1].endswith(ALEF) and last - first == 1
    return not accusative and not view.norms[first].startswith(_BEFORE_ARTICLE)


def _continues(view: View, i: int) -> bool:
    return i < len(view.norms) and view.norms[i][0].isalpha() and not view.hits.at(i, "function_word")


def _is_prefix_split(view: View, at: int) -> bool:
    """Say whether a token is a known word behind a conjunction: another person, or another clause."""
    return view.norms[at].startswith(AND) and any(hit.prefix.startswith(AND) for hit in view.hits.at(at))
