"""Organisations, offices and agencies: known ones, and those that a head noun and its complement name."""

from musnad.arabic import ARTICLE, BARE, LAM
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.names import announced
from musnad.mentions.phrase import extend
from musnad.mentions.view import View, node_of
from musnad.model import Node

_OF = min(LAM, key=len)
_LONGEST_ABBREVIATION = 3  # tokens inside the brackets behind a name


def body_at(view: View, i: int) -> Found | None:
    """Return the organisation, office or agency whose noun phrase starts at a token, or None."""
    known = view.at(i, "organisation", "agency")
    head = view.at(i, "body")
    if known is not None and known.entry.flag("ambiguous") and not _sure(view, known):
        known = None
    if known is not None and (head is None or known.last > head.last):
        return _known(view, known)
    if head is not None:
        return _headed(view, head)
    elliptic = view.at(i, "elliptic_body")
    if elliptic is not None and not _follows_noun(view, i):
        return _elliptic(view, elliptic)
    return None


def _sure(view: View, hit: Hit) -> bool:
    """Say whether an ambiguous name is the body: after a head noun, or without an adjective behind it."""
    if hit.first and view.hits.at(hit.first - 1, "body"):
        return True
    return hit.last >= len(view.norms) or not view.definite(hit.last)


def _follows_noun(view: View, i: int) -> bool:
    """Say whether a definite noun or a role stands right before, so that a word is its adjective or complement."""
    return i > 0 and (view.definite(i - 1) or bool(view.hits.at(i - 1, "role", "body"))) and not view.is_verb(i - 1)


def _known(view: View, hit: Hit) -> Found:
    """A known body, with the demonym, adjective and bracketed abbreviation behind it."""
    last, nodes = hit.last, [node_of(hit)]
    for i in range(hit.last, min(hit.last + 3, len(view.norms))):
        adjective = view.country(i)
        official = view.at(i, "role_adjective")
        if adjective is not None and adjective.definite:
            nodes.append(node_of(adjective))
        elif official is not None and official.form.pos and view.norms[i]:
            nodes.append(Node("word", "article", view.units.starts[i], view.units.ends[i]))
        else:
            break
        last = i + 1
    last = _abbreviation(view, last)
    entry = hit.entry
    agency = entry.kind == "agency"
    return Found(
        first=hit.first,
        last=last,
        start=hit.start,
        end=view.units.ends[last - 1] if last > hit.last else hit.end,
        kind="agency" if agency else "organisation",
        subkind=entry.text("role") or entry.text("org_type") or None,
        rule="mentions.body.known",
        nodes=tuple(nodes),
        name=(hit.first, last),
        name_start=hit.start,
        head=entry.id,
        known=entry.id,
        country=entry.text("country") or None,
        sector="MED" if agency else entry.text("sector") or None,
        gender="f" if agency else None,
        definite=True,
    )


def _abbreviation(view: View, i: int) -> int:
    """Return the token behind a short bracket («(وفا)»), or the same token."""
    norms = view.norms
    if i + 2 < len(norms) and norms[i] == "(":
        for close in range(i + 2, min(i + 2 + _LONGEST_ABBREVIATION, len(norms))):
            if norms[close] == ")":
                inside = view.hits.at(i + 1, "agency_credit", "agency", "organisation")
                latin = norms[i + 1].isascii() and norms[i + 1].isalpha()
                return close + 1 if inside or latin else i
    return i


def _headed(view: View, head: Hit) -> Found | None:
    entry = head.entry
    phrase = extend(view, head, definite=head.definite)
    last, nodes = phrase.last, [node_of(head), *phrase.nodes]
    named = entry.flag("named")
    if named and not head.definite and last < len(view.norms):
        last, nodes = _proper(view, last, nodes)
    complete = last > head.last
    if head.form.number in {"p", "d"} and entry.flag("named") and not entry.flag("alone"):
        return None
    if not complete and not (entry.flag("alone") and head.definite):
        return None
    last = _abbreviation(view, last)
    slip = _lost_alef(view, head)
    agency = entry.flag("agency")
    kind = "agency" if agency else "office" if entry.flag("office") else "organisation"
    known = _inner(view, phrase.last, last, phrase.known) if agency or named else None
    return Found(
        first=head.first,
        last=last,
        start=head.start if slip is None else view.units.starts[head.first],
        end=view.units.ends[last - 1],
        kind=kind,
        subkind="composed",
        rule="mentions.body.headed",
        nodes=tuple(nodes),
        name=(head.first, last) if complete and (head.form.number != "p" or entry.flag("alone")) else None,
        name_start=head.start,
        head=entry.id,
        known=known,
        country=phrase.country,
        sector=entry.text("sector") or None,
        gender=head.form.gender or None,
        number="p" if head.form.number == "p" else "s",
        definite=head.definite or complete,
        bare=not complete,
        label=slip and slip + view.units.text[head.start : view.units.ends[last - 1]],
    )


def _inner(view: View, phrase_last: int, last: int, taken: list[Hit]) -> str | None:
    """Return the known body that a headed name ends in («وكالة رويترز», «وكالة "سبوتنيك"»)."""
    hits = [hit for hit in taken if hit.form.entry.kind in {"agency", "organisation"} and hit.last == phrase_last]
    for i in range(phrase_last, last):
        hits += view.hits.at(i, "agency", "organisation")[:1]
    return hits[0].entry.id if hits else None


def _lost_alef(view: View, head: Hit) -> str | None:
    """Return the article where a slip cut its alef («لرئاسة الإيرانية»): definite adjectives want definite nouns."""
    if head.prefix != _OF or head.last >= len(view.norms):
        return None
    demonym = view.country(head.last)
    return ARTICLE if demonym is not None and demonym.definite else None


def _proper(view: View, last: int, nodes: list[Node]) -> tuple[int, list[Node]]:
    """Take the proper name behind a head («شركة سامسونج», «حركة نداء تونس», «تنظيم "داعش"»)."""
    units = view.units
    if view.norms[last] in '«“"' and last + 1 < len(units):
        for quote in units.quotes:
            if quote.start == units.starts[last] and quote.closed:
                end = units.token_at(quote.end - 1) + 1
                if end - last <= 6:  # noqa: PLR2004 - marks and up to four words
                    return end, [*nodes, Node("quote", "quote", quote.start, quote.end)]
    inner = view.at(last, "organisation", "agency")
    if inner is not None and inner.prefix in BARE:
        return inner.last, [*nodes, node_of(inner)]
    name = announced(view, last)
    if name is not None:
        return name.last, [*nodes, *name.nodes]
    return last, nodes


def _elliptic(view: View, hit: Hit) -> Found | None:
    """«الخارجية الإيرانية»: a ministry named by its field; some fields need the demonym."""
    phrase = extend(view, hit, definite=True)
    if hit.entry.flag("weak") and phrase.country is None:
        return None
    return Found(
        first=hit.first,
        last=phrase.last,
        start=hit.start,
        end=view.units.ends[phrase.last - 1],
        kind="office",
        subkind="ministry",
        rule="mentions.body.elliptic",
        nodes=(node_of(hit), *phrase.nodes),
        name=(hit.first, phrase.last),
        name_start=hit.start,
        head=hit.entry.id,
        country=phrase.country,
        sector=hit.entry.text("sector") or None,
        gender="f",
        definite=True,
        bare=phrase.last == hit.last,
    )
