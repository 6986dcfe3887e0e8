"""Who speaks by a full name far behind his office: «قال النائب عن حزب المزارعين سالم الكستنائي إن …»."""

from collections.abc import Collection, Sequence

from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import Found
from musnad.mentions.identity.complements import complements
from musnad.mentions.identity.reaching import is_hers, is_role, is_told
from musnad.mentions.person import of_one_gender
from musnad.mentions.view import COMMAS, OPENING, View

_FAR = 16  # tokens between an office and the name of whom it is


def announced_far(view: View, found: Sequence[Found], named: Collection[int]) -> dict[int, int]:
    """Return which definite roles that speak mean which full names behind them, as places in `found`."""
    ties: dict[int, int] = {}
    for i, role in enumerate(found):
        if role.kind != "person" or i in named or role.number != "s" or not (role.definite and is_role(role)):
            continue
        name = _ahead(view, found, i) if is_told(view, role) else -1
        if name in named and _is_his(view, role, found[name]):
            ties[i] = name
    return ties


def _ahead(view: View, found: Sequence[Found], i: int) -> int:
    """Return the next person named freely behind a role, where only what the role is of stands between; -1 for nobody.

    Bodies that were read are passed as a whole, whatever words are in them; so are many people, and whom «for» governs.
    """
    role = found[i]
    ahead = [j for j in range(i + 1, min(i + _FAR, len(found))) if role.last <= found[j].first <= role.last + _FAR]
    phrases = {found[j].first: j for j in reversed(ahead)}
    at = role.last
    while at <= role.last + _FAR and view.same_sentence(role.first, at):
        j = phrases.get(at, -1)
        if j >= 0 and found[j].kind == "person":
            governed = found[j].start > view.units.starts[at]
            if found[j].number == "s" and not (found[j].name is not None and governed):
                return j
        if j >= 0:
            at = found[j].last
        elif _passes(view, at):
            at += 1
        else:
            return -1
    return -1


def _is_his(view: View, role: Found, name: Found) -> bool:
    """Say whether a name stands free behind what a role is of: in full, without an office, before no other name."""
    span, last = name.name, name.first - 1
    if (
        span is None
        or span[1] - span[0] == 1
        or name.head is not None
        or not (of_one_gender(role, name) or is_hers(view, role))
    ):
        return False
    if last < role.last:
        return False  # «نجل الرئيس سالم …»
    if view.any(last, "function_word", "role_preposition", "cue", "trigger", "ordinary_word", "role"):
        return view.has_article(last)
    return last > role.last and not view.is_verb(last) and view.norms[last] not in OPENING


def _passes(view: View, at: int) -> bool:
    """Say whether a token may stand in what a role is of."""
    if view.norms[at] in COMMAS or view.any(at, "role_preposition", "country", "adjective"):
        return True
    if view.any(at, "complementiser", "pronoun", *NAME_WORDS):
        return False
    behind = view.any(at - 1, "role_preposition") and not view.any(at, "function_word")
    return behind or complements(view, at)
