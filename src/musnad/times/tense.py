"""Whether a clause speaks of the past or the future, for days that say it only by their verb."""

from typing import NamedTuple

from musnad.arabic import FUTURE, FUTURE_STARTS, PRESENT_STARTS
from musnad.arabic.inflect import JUSSIVE
from musnad.lexicon import Hit, Hits
from musnad.model import Units

REACH = 25  # tokens back to the verb that governs a day; beyond it another clause is likelier
OPENERS = 9  # tokens of a dateline or of what else stands before the verb that opens a sentence
PAUSES = frozenset("-–—:،,")
LIMIT = 2  # tokens of the longest word for a limit
OPENING = frozenset('"«“')
SHORTEST_VERB = 4  # letters of a word that may be a verb though no lexicon knows it


class Tense(NamedTuple):
    """Whether a clause speaks of the future, None where nothing tells; and the token that tells it.

    `announced` says that only a present verb in a place where it announces tells it.
    """

    future: bool | None = None
    token: int | None = None
    announced: bool = False


def future(units: Units, hits: Hits, token: int) -> bool | None:
    """Say whether the clause around a token speaks of the future, None where nothing tells."""
    return tense(units, hits, token).future


def tense(units: Units, hits: Hits, token: int) -> Tense:
    """Return the tense of the clause around a token, by the nearest verb or marker before it.

    A present verb at the head of its sentence announces, and so does one anywhere in the title. «Since» looks back, and
    what lies before a day that is a limit («قبل الأحد») is still to come.
    """
    since = looking_back(hits, token)
    if since.future is not None:
        return since
    happened = next((at for at in (token - 2, token - 3) if hits.has(at, "since_noun")), None)
    if happened is not None and not any(hits.verbs(at) for at in range(happened, token)):
        return Tense(future=False, token=happened)  # «بعد الإعلان الأربعاء»
    limit = _limit(hits, token)
    if limit is not None and limit.entry.flag("ahead"):
        return Tense(future=True, token=limit.first) if limit.entry.flag("sure") else before_limit(units, hits, token)
    return _clause(units, hits, token, limit)


def looking_back(hits: Hits, token: int) -> Tense:
    """Return that a time is past behind «since», or behind a noun that stands behind it: «since the attack of»."""
    noun = not (hits.verbs(token - 1) or hits.has(token - 1, "connective"))
    places = (token - 1, token - 2) if noun else (token - 1,)
    since = next((hit for at in places for hit in hits.at(at, "ago") if not hit.entry.number("sign")), None)
    return Tense() if since is None else Tense(future=False, token=since.first)


def before_limit(units: Units, hits: Hits, token: int) -> Tense:
    """Return what a limit tells of a date without year behind it: it is to come, if its clause is not of the past.

    Nothing else does: «ستسدد رواتب مايو» is of the last May.
    """
    limit = _limit(hits, token)
    if limit is None or not limit.entry.flag("ahead") or _clause(units, hits, token, None).future is False:
        return Tense()
    return Tense(future=True, token=limit.first)


def beside_past(units: Units, hits: Hits, first: int, last: int) -> Tense:
    """Return that a month without year is past whose clause begins with it, or whose verb stands right before it.

    «في يوليو رفع السودان شكوى», «انتخابات نظمت في سبتمبر». Further off, what was announced or agreed is yet to come.
    """
    if last < len(units) and units.norms[last] in PAUSES:
        last += 1
    opens = first - units.sentence(first).first <= 1 or units.norms[first - 2] in PAUSES
    for at in (last,) * opens + (first - 2,):
        verbs = hits.verbs(at) if 0 <= at < len(units) else []
        if verbs and all(hit.form.tense == "past" for hit in verbs) and not hits.has(at, "cue"):
            return Tense(future=False, token=at)
    return Tense()


def _limit(hits: Hits, token: int) -> Hit | None:
    """Return the word right before a token that makes it a limit."""
    places = range(max(0, token - LIMIT), token)
    return next((hit for at in places for hit in hits.at(at, "limit_word") if hit.last == token), None)


def _clause(units: Units, hits: Hits, token: int, limit: Hit | None) -> Tense:
    """Return what the words before a token tell; before a limit what was put off or goes on lies ahead."""
    sent = units.sentence(token)
    titled = units.title is not None and sent.start < units.title.end
    hint = Tense()
    for at in range(token - 1, max(sent.first, token - REACH) - 1, -1):
        markers = hits.at(at, "future_marker")
        if any(not hit.entry.flag("weak") for hit in markers):
            return Tense(future=True, token=at)
        hint = Tense(future=True, token=at) if markers else hint
        if limit is not None and hits.has(at, "deadline_marker"):
            return Tense(future=True, token=at)
        verbs = hits.verbs(at)
        present = bool(verbs) or (hits.has(at, "scheduled_verb") and _heads(units, hits, at))
        heads = present and (titled or limit is not None or _announced(units, hits, at, token))
        verdict = _verdict(verbs, heads=heads) if present else None
        if verdict is False and hint.future and _told(hits, at):
            return hint  # «announced that it closes | as of Sunday»
        if verdict is not None:
            marked = any(FUTURE in hit.prefix and hit.form.tense == "present" for hit in verbs) or hits.has(
                at - 1, "future_marker"
            )
            return Tense(verdict, at, announced=verdict and not marked)
        if not hits.has(at) and _announces(units, hits, at):
            return Tense(future=True, token=at, announced=not units.norms[at].startswith(FUTURE_STARTS))
    return hint


def _announced(units: Units, hits: Hits, at: int, token: int) -> bool:
    """Say whether a present verb announces: at the head of its sentence, or because of what it tells.

    «يقول الباحث الجمعة إن» does not, nor does what only describes.
    """
    if hits.has(at, "standing_verb") or any(hits.has(token + n, "complementiser") for n in (1, 2, 3)):
        return False
    return _heads(units, hits, at) or _scheduled(hits, at, token)


def _heads(units: Units, hits: Hits, at: int) -> bool:
    """Say whether a verb opens its sentence, a dateline or «in Japan,» before it left aside."""
    first = units.sentence(at).first
    if at == first:
        return True
    opened = at - first <= OPENERS and units.norms[at - 1] in PAUSES
    return opened and not any(hits.verbs(before) for before in range(first, at))


def _scheduled(hits: Hits, at: int, token: int) -> bool:
    """Say whether a present verb tells of what has its day: neither «was meeting» nor «meets after Sunday»."""
    if not hits.has(at, "scheduled_verb") or hits.has(token - 1, "ago"):
        return False
    return not any(hits.has(before, "past_marker") for before in (at - 1, at - 2))


def _verdict(verbs: list[Hit], *, heads: bool) -> bool | None:
    if any(FUTURE in hit.prefix and hit.form.tense == "present" for hit in verbs):
        return True
    tenses = {hit.form.tense for hit in verbs}
    if "past" in tenses or tenses == {JUSSIVE}:  # «وصل», «لم يصل»
        return False
    return True if heads else None


def _told(hits: Hits, at: int) -> bool:
    """Say whether a word is surely a verb of speech: what it tells may still be to come."""
    return hits.has(at, "cue") and not any(hit.form.pos == "masdar" for hit in hits.at(at))


def _announces(units: Units, hits: Hits, at: int) -> bool:
    """Say whether a word that no lexicon knows is a verb of the future, or of the present at the head of its sentence.

    It begins like one, and stands where a name hardly stands.
    """
    norm, heads = units.norms[at], units.sentence(at).first == at
    quoted = at > 0 and units.norms[at - 1] in OPENING
    if len(norm) < SHORTEST_VERB or not (heads or quoted or hits.has(at - 1, "verb_lead")):
        return False
    return norm.startswith(FUTURE_STARTS) or (heads and norm.startswith(PRESENT_STARTS[0]))
