"""«The latter» that is no person but the body or place named last («تتهم واشنطن طهران فيما تصر الأخيرة»)."""

from collections.abc import Sequence

from musnad.arabic.letters import HA
from musnad.mentions.found import Found
from musnad.mentions.labels import label
from musnad.mentions.people.pairs import LATTER
from musnad.mentions.view import View

_THINGS = frozenset({"organisation", "place", "agency"})


def latter_things(view: View, found: list[Found]) -> list[Found]:
    """Return phrases where each «latter» that means a body or place is a mention of that."""
    if not any(phrase.subkind == LATTER for phrase in found):
        return found
    return [_meant(view, found, i) if phrase.subkind == LATTER else phrase for i, phrase in enumerate(found)]


def _meant(view: View, found: Sequence[Found], i: int) -> Found:
    """Return «the latter» as what it means: the nearest one before it of its gender, in its sentence or the last."""
    latter = found[i]
    told = latter.gender == "m" and view.any(latter.first - 1, "cue")
    for before in reversed(found[:i]):
        if view.units.sentence_of[latter.first] - view.units.sentence_of[before.first] > 1:
            break
        if before.last > latter.first or is_nested(found[:i], before):
            continue
        if before.kind == "person" and before.number == "s" and before.gender in {None, latter.gender}:
            return latter
        if before.kind in _THINGS and not told and of_gender(view, before, latter.gender):
            return before._replace(
                first=latter.first,
                last=latter.last,
                start=latter.start,
                end=latter.end,
                rule=latter.rule,
                nodes=latter.nodes,
                name=None,
                name_start=0,
                bare=False,
                label=label(view, before),
            )
    return latter


def is_nested(found: Sequence[Found], inner: Found) -> bool:
    """Say whether a phrase lies inside a longer one."""
    longer = (f for f in found if f.last - f.first > inner.last - inner.first)
    return any(f.first <= inner.first and inner.last <= f.last for f in longer)


def of_gender(view: View, thing: Found, gender: str | None) -> bool:
    """Say whether a body or place is of a gender: places are feminine but for some lands, bodies as their heads end."""
    if thing.kind == "place":
        return gender == "f" and not view.any(thing.first, "masculine_land")
    feminine = view.norms[thing.first].endswith(HA)
    return feminine if gender == "f" else not feminine and view.any(thing.first, "body")
