"""Find the mentions of an article: one walk over the tokens, the longest phrase wins, names inside are kept too."""

from musnad.lexicon import Hits
from musnad.mentions.bodies import body_at
from musnad.mentions.found import Found
from musnad.mentions.groups import group_at
from musnad.mentions.identity import identify
from musnad.mentions.pairs import pointer_at
from musnad.mentions.people import person_at
from musnad.mentions.places import place_at
from musnad.mentions.short import short_names
from musnad.mentions.view import View
from musnad.model import Cast, Units

FINDERS = (pointer_at, person_at, body_at, place_at, group_at)
"""In order of preference where two phrases are equally long."""

_HEAD_KINDS = (
    "role", "title", "source_noun", "one_of", "given_name", "family_name", "counterpart", "pair_noun", "body",
    "organisation", "agency", "elliptic_body", "country", "place", "place_head", "group", "number_word",
    "region_adjective",
)  # fmt: skip


def find(units: Units, hits: Hits) -> Cast:
    """Return the cast of an article: who and what is named, and who is who.

    Mentions may nest: the country or body inside a person's noun phrase is a mention of its own.
    """
    view = View(units, hits)
    found = _walk(view)
    found += short_names(view, found)
    return identify(view, sorted(found, key=lambda f: (f.first, -f.last, f.rule)))


def _nested(inner: Found, covered: int, around: list[Found]) -> bool:
    """Say whether a name inside a longer phrase is a mention of its own and not a part of its like."""
    if inner.kind not in {"place", "organisation", "office", "agency"} or inner.last > covered:
        return False
    return not any(f.first <= inner.first and inner.last <= f.last and f.kind == inner.kind for f in around)


def _starts(view: View) -> list[int]:
    """Return the tokens at which a phrase may start."""
    starts = {hit.first for hit in view.hits.of(*_HEAD_KINDS)}
    starts.update(i for i, norm in enumerate(view.norms) if norm[0].isdigit())
    return sorted(starts)


def _walk(view: View) -> list[Found]:
    """Take the longest phrase at each start; look inside phrases for names of other kinds."""
    found: list[Found] = []
    covered = 0
    for i in _starts(view):
        here = [f for finder in FINDERS if (f := finder(view, i)) is not None]
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
