"""Places: countries, known cities and regions, and those that a head noun names."""

from musnad.arabic import BA, BARE
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.view import View, node_of
from musnad.model import Node

_LONGEST = 3  # words of an unknown place name behind its head


def place_at(view: View, i: int) -> Found | None:
    """Return the place whose noun phrase starts at a token, or None."""
    head = view.at(i, "place_head")
    land, place = view.land(i), view.at(i, "place")
    best = max((h for h in (land, place) if h is not None), key=lambda h: h.last, default=None)
    if best is not None and (head is None or best.last > head.last):
        if best.entry.flag("ambiguous") and not _in_place(view, i, best):
            return None
        return _known(best)
    return None if head is None else _headed(view, head)


def _in_place(view: View, i: int, hit: Hit) -> bool:
    """Say whether an ambiguous name stands where a place would: behind a preposition of place."""
    preposition = i > 0 and view.hits.at(i - 1, "role_preposition", "place_head")
    return bool(preposition) or hit.prefix in BA


def _known(hit: Hit) -> Found:
    entry = hit.entry
    country = entry.text("code") or entry.text("country") or None
    kind = "country" if entry.kind == "country" else entry.text("place_type")
    known = f"country.{entry.text('code')}" if entry.kind == "country" else entry.id
    return Found(
        first=hit.first,
        last=hit.last,
        start=hit.start,
        end=hit.end,
        kind="place",
        subkind=kind,
        rule="mentions.place.known",
        nodes=(node_of(hit),),
        name=(hit.first, hit.last),
        name_start=hit.start,
        head=entry.id,
        known=known,
        country=country,
        sector="GOV" if entry.kind == "country" or entry.flag("metonym") else None,
        definite=True,
    )


def _headed(view: View, head: Hit) -> Found | None:
    """«محافظة مأرب», «بلدة الفخاري»: the head and the name behind it, known or not."""
    i = head.last
    if head.form.number in {"p", "d"} or i >= len(view.norms) or not view.same_sentence(head.first, i):
        return None
    land, place = view.land(i), view.at(i, "place")
    best = max((h for h in (land, place) if h is not None), key=lambda h: h.last, default=None)
    if best is not None and best.prefix in BARE:
        last = best.last
        nodes: tuple[Node, ...] = (node_of(head), node_of(best))
        known: str | None = best.entry.id if best.entry.kind == "place" else None
        country = best.entry.text("country") or best.entry.text("code") or None
        name_first = best.first
    else:
        last, nodes = _unknown(view, head, i)
        known, country, name_first = None, None, i
        if last == i:
            return None
    units = view.units
    return Found(
        first=head.first,
        last=last,
        start=head.start,
        end=units.ends[last - 1],
        kind="place",
        subkind=head.entry.id.split(".", 1)[1],
        rule="mentions.place.headed",
        nodes=nodes,
        name=(name_first, last),
        name_start=units.starts[name_first],
        head=head.entry.id,
        known=known,
        country=country,
        definite=True,
    )


def _unknown(view: View, head: Hit, i: int) -> tuple[int, tuple[Node, ...]]:
    """Take up to three words that may be a name: not definite adjectives of the head, no verbs or function words."""
    units = view.units
    nodes = [node_of(head)]
    last = i
    while last < len(units) and last - i < _LONGEST and view.same_sentence(head.first, last):
        known = bool(view.hits.at(last, "given_name", "family_name"))
        if not known and (view.ends_name(last) or view.country(last) is not None):
            break
        if head.definite:
            break
        nodes.append(Node("name", "unknown", units.starts[last], units.ends[last]))
        last += 1
        if not known and not view.definite(last - 1):
            break
    return last, tuple(nodes)
