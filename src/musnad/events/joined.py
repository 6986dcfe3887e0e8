"""Masdars written like a verb of the past and joined by «and» to another: «called for talks | and the expulsion of»."""

from musnad.arabic import AND, ARTICLE, BA, LAM
from musnad.events.draft import OPEN
from musnad.events.words import NONE, Words
from musnad.lexicon import Hit
from musnad.model import Units

_NEAR = 4  # tokens from a masdar that names an event to one that is joined to it
_REACH = 14  # tokens from the word that rules what is to be done to the last of it
_RULE = ("asks", "promises", "threatens")
# Deeds that nobody does in the same breath as asking for others; who asks may well refuse or praise.
_DEEDS = frozenset({"RETREAT", "SANCTION", "COERCE", "MOBILIZE", "AID", "COOPERATE"})
_PARTING = frozenset({"relative", "conjunction", "when", "if", "complementiser", "that_he", "cause"})
_GOVERNING = frozenset({"to", "on", "by", "for"})


def joins_masdars(words: Words, units: Units, i: int) -> bool:
    """Say whether letters of a past verb with «and» go on with masdars: «to spread strife | and kill»."""
    return units.norms[i].startswith(AND) and (_purpose(words, units, i) or _asked(words, units, i))


def _purpose(words: Words, units: Units, i: int) -> bool:
    """Say whether the masdar before stands behind a preposition."""
    for j in range(i - 1, max(units.sentence(i).first, i - _NEAR) - 1, -1):
        if not units.norms[j][0].isalnum():
            return False
        for hit in words.triggers.get(j, NONE):
            ruled = hit.prefix != "" and hit.prefix in LAM | BA
            return hit.form.pos == "masdar" and (ruled or words.is_preposition(j - 1))
    return False


def _asked(words: Words, units: Units, i: int) -> bool:
    """Say whether a request, promise or plan rules the masdars before: «called for talks | and the withdrawal of»."""
    if not (_deed(words, i) or _carries(words, units, i)):
        return False
    behind = False  # whether a preposition by which what is to be done hangs on such a word stands between
    for j in range(i - 1, max(units.sentence(i).first, i - _REACH) - 1, -1):
        particle = words.particle(j)
        if not units.norms[j][0].isalnum() or (particle is not None and particle.part in _PARTING):
            return False
        if behind and any(map(_rules, (*words.triggers.get(j, NONE), *words.states.get(j, NONE)))):
            return True
        if words.verb(j):
            return False
        behind = behind or (particle is not None and particle.part in _GOVERNING) or _written_on(words, units, j)
    return False


def _deed(words: Words, i: int) -> bool:
    """Say whether a token may be the masdar of a deed."""
    hits = words.triggers.get(i, NONE)
    return any(hit.form.pos == "masdar" and hit.entry.text("type") in _DEEDS for hit in hits)


def _carries(words: Words, units: Units, i: int) -> bool:
    """Say whether a token may be a masdar that carries the event noun behind it: «and the imposing of | sanctions»."""
    masdar = any(hit.form.pos == "masdar" for hit in words.supports.get(i, NONE))
    return masdar and words.is_event_noun(i + 1) and not units.norms[i + 1].startswith(ARTICLE)


def _written_on(words: Words, units: Units, j: int) -> bool:
    """Say whether a preposition is written onto an event noun, what carries it or what says that it is to end."""
    hits = (*words.triggers.get(j, NONE), *words.supports.get(j, NONE))
    written = any(hit.form.pos != "verb" and hit.prefix != "" and hit.prefix in LAM | BA for hit in hits)
    return written or (j in words.states and units.norms[j][0] in LAM | BA)


def _rules(hit: Hit) -> bool:
    """Say whether a word asks for, promises, threatens with or plans what stands behind it."""
    if hit.entry.kind == "status_word":
        return hit.entry.text("status") in OPEN and not hit.entry.flag("behind")
    return any(map(hit.entry.flag, _RULE))
