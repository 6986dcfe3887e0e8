"""Short names: the last or first part of a full name, used again without announcement."""

from musnad.arabic import BEFORE_NAMES
from musnad.mentions.found import Found
from musnad.mentions.view import View
from musnad.model import Node

_SHORTEST = 3  # letters of a part that may stand alone


def short_names(view: View, found: list[Found]) -> list[Found]:
    """Return mentions for the parts of full names that stand alone elsewhere in the article."""
    taken = {i for f in found for i in range(f.first, f.last) if f.kind == "person"}
    others = {i for f in found for i in range(f.first, f.last) if f.kind != "person" and f.last - f.first > 1}
    parts = _parts(view, found)
    short: list[Found] = []
    i = 0
    while i < len(view.norms):
        hit = None if i in taken or i in others else _match(view, i, parts)
        if hit is None:
            i += 1
            continue
        last, prefix, source = hit
        units = view.units
        start = units.starts[i] if not prefix else units.origin(units.folded_starts[i] + len(prefix))
        node = Node("name", "short", start, units.ends[last - 1])
        short.append(
            Found(
                first=i,
                last=last,
                start=start,
                end=units.ends[last - 1],
                kind="person",
                subkind="short",
                rule="mentions.person.short",
                nodes=(node,),
                name=(i, last),
                name_start=start,
                gender=source.gender,
                definite=True,
            )
        )
        i = last
    return short


def _parts(view: View, found: list[Found]) -> dict[str, tuple[tuple[str, ...], Found]]:
    """Return what may stand for a full name, by its first word: last word, last two words, first word."""
    parts: dict[str, tuple[tuple[str, ...], Found]] = {}
    for person in found:
        if person.kind != "person" or person.name is None or person.name[1] - person.name[0] < 2:  # noqa: PLR2004
            continue
        words = view.norms[person.name[0] : person.name[1]]
        for piece in (words[-2:] if len(words) > 2 else (), words[-1:]):  # noqa: PLR2004 - as above
            if piece and len(piece[0]) >= _SHORTEST:
                known = parts.get(piece[0])
                if known is None or len(known[0]) < len(piece):
                    parts[piece[0]] = (tuple(piece), person)
    return parts


def _match(view: View, i: int, parts: dict[str, tuple[tuple[str, ...], Found]]) -> tuple[int, str, Found] | None:
    norm = view.norms[i]
    for prefix in BEFORE_NAMES:
        if not norm.startswith(prefix) or len(norm) - len(prefix) < _SHORTEST:
            continue
        rest = norm[len(prefix) :]
        known = parts.get(rest)
        if known is None:
            continue
        words, person = known
        if prefix and view.hits.at(i) and not any(h.prefix == prefix for h in view.hits.at(i)):
            continue
        if tuple(view.norms[i + 1 : i + len(words)]) == words[1:]:
            return i + len(words), prefix, person
    return None
