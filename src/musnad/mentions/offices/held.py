"""Which offices a mention tells of, and whose: of a state, of a body, of the publisher's country, of a family name."""

from collections.abc import Iterator
from typing import NamedTuple

from musnad.arabic import ARTICLE, LAM
from musnad.lexicon import Hit, Hits
from musnad.mentions.offices.home import Home
from musnad.model import Mention, Units

_STATES = ("country", "demonym")


class Office(NamedTuple):
    """An office as a text names it: what it is, and whose: of a state (its code), of a body, or of a family name.

    An office in full without a state is nobody's (""), where not even the article tells which state it is about.
    """

    name: str
    owner: str


def families(mention: Mention, units: Units, hits: Hits) -> Iterator[Office]:
    """Yield the office and name of somebody whom his family name alone names behind it («الرئيس الروسي بوتين»)."""
    if mention.proper is None:
        return
    first, last = units.tokens_of(mention.proper.start, mention.proper.end)
    at = units.tokens_of(mention.span.start, mention.span.end)[0]
    while last == first + 1 and at < first:
        word = next(iter(hits.at(at, "title", "office_word")), None)
        if word is None:
            return
        land = word.kind == "office_word" and any(hit.form.pos != "adjective" for hit in hits.at(word.last, "country"))
        if word.kind == "office_word" and (word.definite or word.last > word.first + 1 or land):
            demonym = next(iter(hits.at(word.last, *_STATES)), None)
            if first in {word.last, demonym.last if demonym is not None else word.last}:
                yield Office(word.entry.text("office"), units.norms[first])
        at = word.last


def offices_of(mention: Mention, units: Units, hits: Hits, home: Home) -> Iterator[Office]:
    """Yield the offices that a mention without a name may mean: of today's holder, with state or body, or at home."""
    first, last = units.tokens_of(mention.span.start, mention.span.end)
    if not any(hits.has(at, "office_word") for at in range(first, last)):
        return
    while first < last and (title := next(iter(hits.at(first, "title")), None)) is not None:
        first = title.last
    if _is_of_era(first, hits) or any(hits.has(at, "former_word") for at in range(first + 1, last + 2)):
        return
    words = [word for word in hits.at(first, "office_word") if word.form.number in {"s", ""}]
    longest = [word for word in words if word.last == words[0].last]
    owned = [(word, _owner(word, last, units, hits)) for word in longest]
    if not any(owner for _, owner in owned):
        bodies = [(word, _body(word, last, units, hits)) for word in words if word not in longest]
        owned = [each for each in bodies if each[1]] or owned  # «رئيس» of «البنك المركزي الأوروبي»
    for word, owner in owned:
        plain = not owner and word in longest and _is_plain(word, last, units)
        if owner or plain:
            yield Office(word.entry.text("office"), owner or home.country)


def offices_once(mention: Mention, units: Units, hits: Hits, home: Home) -> Iterator[Office]:
    """Yield the offices of a state that a mention without a name says somebody held («الرئيس المصري الراحل»)."""
    first, last = units.tokens_of(mention.span.start, mention.span.end)
    ended = (hit.entry.flag("ended") for at in range(first + 1, last + 1) for hit in hits.at(at, "former_word"))
    if not any(ended):
        return
    while first < last and (title := next(iter(hits.at(first, "title")), None)) is not None:
        first = title.last
    for word in hits.at(first, "office_word"):
        if word.form.number in {"s", ""} and word.definite and not _is_of_era(first, hits):
            land = next((hit for hit in hits.at(word.last, *_STATES) if hit.definite), None)
            behind = word.last if land is None else land.last
            if hits.has(behind, "former_word"):
                yield Office(word.entry.text("office"), home.country if land is None else land.entry.text("code"))


def _is_of_era(first: int, hits: Hits) -> bool:
    """Say whether an office stands behind «in the days of», which is no part of another office («ولي العهد»)."""
    era = (at for at in (first - 2, first - 1) if hits.has(at, "era_word"))
    return any(not any(hit.last > at for hit in hits.at(at - 1, "office_word")) for at in era)


def _is_plain(word: Hit, last: int, units: Units) -> bool:
    """Say whether a mention is an office in full with nothing behind it («رئيس الحكومة», not «الرئيس»)."""
    full = word.last > word.first + 1 and units.norms[word.last - 1].startswith(ARTICLE)
    return full and word.last == last and not word.entry.flag("weak")


def _owner(word: Hit, last: int, units: Units, hits: Hits) -> str:
    """Return whose office a word names in a mention that ends at a token: "" where nobody or more is said."""
    only = word.entry.text("body") or word.entry.text("country")
    if only:
        same = (hit.last for hit in hits.at(word.last, "country") if hit.entry.text("code") == only)
        return only if _ends(next(same, word.last), last, hits) else ""
    if word.entry.flag("abroad"):
        return _host(word, last, hits)
    definite = word.definite or word.last > word.first + 1
    for hit in hits.at(word.last, *_STATES):
        if not _ends(hit.last, last, hits):
            continue
        demonym = hit.form.pos == "adjective" or hit.kind == "demonym"
        if hit.definite and definite and not word.entry.flag("weak") if demonym else not word.definite:
            return hit.entry.text("code")
    return _body(word, last, units, hits)


def _body(word: Hit, last: int, units: Units, hits: Hits) -> str:
    """Return the body whose office a word names; no office that somebody is only given («رئيس للبنك الدولي»)."""
    some = not units.norms[word.last - 1].startswith(ARTICLE)
    for hit in hits.at(word.last, "organisation"):
        if _ends(hit.last, last, hits) and not (some and hit.prefix in LAM):
            return hit.entry.id.partition(".")[2]
    return ""


def _host(word: Hit, last: int, hits: Hits) -> str:
    """Return the state to which an office is sent («المبعوث الأممي إلى ليبيا»)."""
    at = next((hit.last for hit in hits.at(word.last, "role_preposition")), word.last)
    lands = (hit for hit in hits.at(at, "country") if hit.form.pos != "adjective" and _ends(hit.last, last, hits))
    return next((hit.entry.text("code") for hit in lands), "")


def _ends(at: int, last: int, hits: Hits) -> bool:
    """Say whether an office has been said in full: nothing follows that could make it another one's."""
    return at == last or hits.has(at, "role_preposition", "function_word")
