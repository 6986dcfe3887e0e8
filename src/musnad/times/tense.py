"""Whether a clause speaks of the past or the future, for days that say it only by their verb."""

from musnad.arabic import FUTURE
from musnad.lexicon import Hit, Hits
from musnad.model import Units

REACH = 25  # tokens back to the verb that governs a day; beyond it another clause is likelier


def future(units: Units, hits: Hits, token: int) -> bool:
    """Say whether the clause around a token speaks of the future: by the nearest verb or marker before it.

    A present verb at the head of its sentence, or behind a complementiser, announces; without any sign it is past.
    """
    sent = units.sentence(token)
    for at in range(token - 1, max(sent.first, token - REACH) - 1, -1):
        found = hits.at(at)
        if any(hit.form.entry.kind == "future_marker" for hit in found):
            return True
        verbs = [hit for hit in found if hit.form.pos == "verb"]
        if not verbs:
            continue
        verdict = _verdict(verbs, at, sent.first)
        if verdict is not None:
            return verdict
    return False


def _verdict(verbs: list[Hit], at: int, first: int) -> bool | None:
    if any(FUTURE in hit.prefix for hit in verbs):
        return True
    if any(hit.form.tense == "past" for hit in verbs):
        return False
    return True if at == first else None
