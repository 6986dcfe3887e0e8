"""Phrases that point back at others: his counterpart, the two sides, the latter, His Highness."""

from musnad.arabic.letters import ALEF
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.people.appositions import with_apposition
from musnad.mentions.phrases.reach import extend
from musnad.mentions.proper.names import announced, apposed
from musnad.mentions.view import View, node_of

LATTER, HONOURED = "latter", "honorific"
_COMMAS = frozenset("،,")
_WHAT = frozenset({"connective.what", "connective.with_what"})


def pointer_at(view: View, i: int) -> Found | None:
    """Return the counterpart or pair whose phrase starts at a token, or None."""
    counterpart = view.at(i, "counterpart")
    if counterpart is not None:
        return _counterpart(view, counterpart)
    latter = view.at(i, "latter")
    if latter is not None:
        return _latter(view, latter)
    honorific = view.at(i, "honorific_pronoun")
    if honorific is not None:
        return _honoured(view, honorific)
    pair = view.at(i, "pair_noun")
    if pair is None:
        return None
    return Found(
        first=pair.first,
        last=pair.last,
        start=pair.start,
        end=pair.end,
        kind="group",
        subkind="pair" if pair.entry.flag("people") else "countries",
        rule="mentions.pointer.pair",
        nodes=(node_of(pair),),
        head=pair.entry.id,
        number="d",
        gender="m",
        definite=True,
    )


def _latter(view: View, hit: Hit) -> Found | None:
    """Return «the latter» as a person behind a verb of saying or «that», or where a demonstrative makes it a noun."""
    before = max(hit.first - 1, 0)
    told = view.is_verb(before) and view.any(before, "cue")
    told = told or (view.any(before, "complementiser") and hit.first < hit.last and view.is_verb(hit.last))
    if not (told or hit.last > hit.first + 1) or not view.same_sentence(before, hit.first):
        return None
    return _pointer(hit, LATTER, hit.entry.text("gender"))


def _honoured(view: View, hit: Hit) -> Found | None:
    """Return «His Highness» as a person; what may be another noun only between a verb of saying and what is said."""
    told = hit.first > 0 and view.any(hit.first - 1, "cue") and view.any(hit.last, "complementiser")
    called = hit.first > 0 and any(what.entry.id in _WHAT for what in view.hits.at(hit.first - 1, "connective"))
    if called or (hit.entry.flag("ambiguous") and not told):
        return None  # «ما ‹سموه› مؤامرة»
    return _pointer(hit, HONOURED, "f" if view.norms[hit.first].endswith(ALEF) else "m")


def _pointer(hit: Hit, subkind: str, gender: str) -> Found:
    return Found(
        first=hit.first,
        last=hit.last,
        start=hit.start,
        end=hit.end,
        kind="person",
        subkind=subkind,
        rule=f"mentions.pointer.{subkind}",
        nodes=(node_of(hit),),
        head=hit.entry.id,
        gender=gender,
        definite=True,
    )


def _counterpart(view: View, hit: Hit) -> Found | None:
    phrase = extend(view, hit)
    last = phrase.last
    if any(known.kind == "organisation" for known in phrase.known) or view.any(hit.last, "organisation", "body"):
        return None  # a club's
    comma = last < len(view.norms) and view.norms[last] in _COMMAS
    name = apposed(view, last + 1) if comma else announced(view, last)
    nodes = (node_of(hit), *phrase.nodes, *(name.nodes if name else ()))
    last = name.last if name else last
    found = Found(
        first=hit.first,
        last=last,
        start=hit.start,
        end=view.units.ends[last - 1],
        kind="person",
        subkind=None if name else "counterpart",
        rule="mentions.pointer.counterpart",
        nodes=nodes,
        name=(name.first, name.last) if name else None,
        name_start=name.start if name else 0,
        head=hit.entry.id,
        country=phrase.country,
        sector="GOV",
        gender=hit.entry.text("gender"),
        number=hit.entry.text("number"),
        definite=True,
    )
    return found if name is None else with_apposition(view, found)
