"""Who somebody is by a verb of being or a post: «كان سالم وزيرا», «سالم الذي أصبح مديرا», «عين سالم في منصب المدير»."""

from collections.abc import Mapping, Sequence

from musnad.mentions.found import Found
from musnad.mentions.person import Person
from musnad.mentions.reaching import fits, is_role
from musnad.mentions.view import COMMAS, View


def predicates(view: View, found: Sequence[Found], named: Mapping[int, Person]) -> dict[int, int]:
    """Return which roles without a name are told of which named phrases, as places in `found`."""
    ending = {found[i].last: i for i in named}
    ties: dict[int, int] = {}
    for i, phrase in enumerate(found):
        if phrase.kind != "person" or phrase.number != "s" or i in named or not is_role(phrase):
            continue
        name = _been(view, phrase, ending, found)
        name = _posted(view, phrase, found, named) if name is None else name
        if name is not None and fits(phrase, found[name]):
            ties[i] = name
    return ties


def _been(view: View, role: Found, ending: Mapping[int, int], found: Sequence[Found]) -> int | None:
    """Return whom a verb of being ties to an indefinite role: it stands before his name, or right before the role."""
    if role.definite or role.start != view.units.starts[role.first]:
        return None
    name = ending.get(role.first)
    if name is not None:
        return name if _is_being(view, found[name].first - 1) else None
    at = role.first - 1
    if not _is_being(view, at) or not view.same_sentence(at, role.first):
        return None
    who = at - 1
    if any(hit.entry.text("part") == "relative" for hit in view.hits.at(who, "connective")):
        who -= 1
    if view.norms[who] in COMMAS:
        who -= 1
    name = ending.get(who + 1)
    return name if name is not None and view.same_sentence(found[name].first, role.first) else None


def _is_being(view: View, i: int) -> bool:
    return i >= 0 and view.any(i, "copula")


def _posted(view: View, role: Found, found: Sequence[Found], named: Mapping[int, Person]) -> int | None:
    """Return the only one who is named in the sentence before a post and its role, in the clause of the post."""
    at = role.first - 1
    if at < 1 or not view.any(at, "post") or not view.same_sentence(at, role.first):
        return None
    before = [j for j in named if found[j].first < at and view.same_sentence(found[j].first, at)]
    if not before or len({named[j].number for j in before}) > 1:
        return None
    last = max(before, key=lambda j: found[j].last)
    clause = range(found[last].last, at)
    return None if any(view.any(k, "cue", "complementiser") for k in clause) else last
