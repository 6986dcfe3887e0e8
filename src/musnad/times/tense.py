"""Whether a clause speaks of the past or the future, for days that say it only by their verb."""

from typing import NamedTuple

from musnad.arabic import FUTURE, FUTURE_STARTS, PRESENT_STARTS
from musnad.arabic.inflect import JUSSIVE
from musnad.lexicon import Hit, Hits
from musnad.model import Units

REACH = 25  # tokens back to the verb that governs a day; beyond it another clause is likelier
SHORTEST_VERB = 4  # letters of a word that may be a verb though no lexicon knows it


class Tense(NamedTuple):
    """Whether a clause speaks of the future, None where nothing tells; and the token that tells it."""

    future: bool | None = None
    token: int | None = None


def future(units: Units, hits: Hits, token: int) -> bool | None:
    """Say whether the clause around a token speaks of the future, None where nothing tells."""
    return tense(units, hits, token).future


def tense(units: Units, hits: Hits, token: int) -> Tense:
    """Return the tense of the clause around a token, by the nearest verb or marker before it.

    A present verb at the head of its sentence announces, and so does one anywhere in the title.
    """
    sent = units.sentence(token)
    titled = units.title is not None and sent.start < units.title.end
    hint = Tense()
    for at in range(token - 1, max(sent.first, token - REACH) - 1, -1):
        markers = hits.at(at, "future_marker")
        if any(not hit.entry.flag("weak") for hit in markers):
            return Tense(future=True, token=at)
        hint = Tense(future=True, token=at) if markers else hint
        verbs = hits.verbs(at)
        verdict = _verdict(verbs, heads=titled or at == sent.first) if verbs else None
        if verdict is not None:
            return Tense(verdict, at)
        if not hits.has(at) and _announces(units, hits, at):
            return Tense(future=True, token=at)
    return hint


def _verdict(verbs: list[Hit], *, heads: bool) -> bool | None:
    if any(FUTURE in hit.prefix for hit in verbs):
        return True
    tenses = {hit.form.tense for hit in verbs}
    if "past" in tenses or tenses == {JUSSIVE}:  # «وصل», «لم يصل»
        return False
    return True if heads else None


def _announces(units: Units, hits: Hits, at: int) -> bool:
    """Say whether a word that no lexicon knows is a verb of the future, or of the present at the head of its sentence.

    It begins like one, and stands where a name hardly stands.
    """
    norm, heads = units.norms[at], units.sentence(at).first == at
    if len(norm) < SHORTEST_VERB or not (heads or hits.has(at - 1, "verb_lead")):
        return False
    return norm.startswith(FUTURE_STARTS) or (heads and norm.startswith(PRESENT_STARTS[0]))
