"""Whom a role that says no more than what somebody does means: «اللاعب», «وأضاف الخبير الاقتصادي»."""

from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import Found
from musnad.mentions.identity.people_register import Register
from musnad.mentions.identity.professions import NEARBY, by_profession
from musnad.mentions.identity.reaching import is_told
from musnad.mentions.person import Person, office
from musnad.mentions.view import COMMAS, View

_OFFICIAL, _FOR = "role.official", "role_preposition.behalf"
_SHORT = 2  # tokens of a role that speaks again
_LONG_AGO = 220  # tokens behind somebody
_TELLING = ("cue", "cue_preposition", "complementiser")


def is_lone(view: View, phrase: Found, fields: frozenset[str]) -> bool:
    """Say whether a definite role says only what somebody does, or of which country he is."""
    national = phrase.country is not None and not fields and not _is_land(view, phrase.first + 1)
    works = bool(phrase.nodes[1:]) and phrase.nodes[1].kind == "role_preposition" and is_told(view, phrase)
    lone = phrase.bare or national or works or _is_described(view, phrase)  # «وأضاف القيادي في الحركة»
    lone = lone or (_speaks(view, phrase) and view.has_article(phrase.last - 1))  # «وأضاف الخبير الاقتصادي»
    return lone and not _goes_on(view, phrase)


def _is_land(view: View, i: int) -> bool:
    """Say whether a token names a state itself («حارس اسكتلندا», not «الحارس الاسكتلندي»)."""
    return any(hit.form.pos != "adjective" for hit in view.all(i) if hit.kind in {"country", "place"})


def of_profession(view: View, register: Register, phrase: Found, fields: frozenset[str]) -> Person | None:
    """Return whom a lone profession means, if nobody is known to have it: the only one who is named or may be meant."""
    holder = register.holder(phrase, fields)
    if holder is not None and holder.last_seen >= 0:
        return None
    narrower = by_profession(register.people, office(phrase.head), phrase, speaks=_speaks(view, phrase))
    if narrower is not None or holder is not None or not is_profession(view, phrase):
        return narrower
    only = register.only_one(phrase, famous=_has(view, phrase, "sports", "fame"))
    far = only is not None and _has(view, phrase, "fame") and phrase.first - only.last_seen > NEARBY
    return None if far or (only is not None and _is_told_of(view, phrase, only)) else only


def _is_told_of(view: View, phrase: Found, speaker: Person) -> bool:
    """Say whether the words of somebody begin with a profession, which is not his («يرى سالم أن ‹التاجر› يربح»)."""
    begins = phrase.first > 0 and view.any(phrase.first - 1, "complementiser") and not _has(view, phrase, "sports")
    return begins and speaker.told >= 0 and view.same_sentence(speaker.told, phrase.first)


def any_responsible(view: View, phrase: Found) -> bool:
    """Say whether a word for officials means whoever is responsible («معاقبة المسؤول»), and nobody who is told of."""
    if office(phrase.head) != _OFFICIAL or phrase.number != "s" or not phrase.definite:
        return False
    if not (phrase.bare or any(node.rule == _FOR for node in phrase.nodes)):
        return False
    first, last = phrase.first, phrase.last
    told = any(
        view.any(k, "cue") or view.hits.has(k, "same_before", "demonstrative") for k in range(max(first - 2, 0), first)
    )
    return not (told or view.hits.has(last, "same", "likeness"))


def _speaks(view: View, phrase: Found) -> bool:
    """Say whether a verb of saying stands right before a role of one or two words."""
    at = phrase.first - 1
    return at >= 0 and phrase.last - phrase.first <= _SHORT and view.any(at, "cue") and view.is_verb(at)


def _is_described(view: View, phrase: Found) -> bool:
    """Say whether only adjectives and demonyms stand behind a role that makes famous («الفنان المصري الراحل»)."""
    return _has(view, phrase, "sports", "fame") and only_described(view, phrase)


def only_described(view: View, phrase: Found) -> bool:
    """Say whether a role is followed by adjectives and demonyms, and by nothing else («الباحث المغربي»)."""
    role = view.at(phrase.first, "role")
    if role is None or role.last == phrase.last:
        return False
    described = all(view.any(k, "adjective", "country", "region_adjective") for k in range(role.last, phrase.last))
    return described and not _is_land(view, role.last)


def tells_what(view: View, phrase: Found) -> bool:
    """Say whether a role says only what somebody does and of which people he is, and not what his office is."""
    flags = ("head", "owned", "party")
    held = any(any(map(hit.entry.flag, flags)) for hit in view.hits.at(phrase.first, "role"))
    return only_described(view, phrase) and not held  # «the actor» is written like «the representative»


def _goes_on(view: View, phrase: Found) -> bool:
    """Say whether two words that may be a name stand behind a role («الشاعر سيدار سنغور», «الشاعر، سيدار سنغور»)."""
    comma = phrase.last < len(view.norms) and view.norms[phrase.last] in COMMAS
    behind = range(phrase.last + comma, phrase.last + comma + 2)
    if not view.same_sentence(phrase.first, behind.stop - 1) or view.any(behind.start, "complementiser"):
        return False  # «that» is written like a first name
    return all(view.norms[k][0].isalpha() and (view.any(k, *NAME_WORDS) or not view.known(k)) for k in behind)


def is_anybody(view: View, phrase: Found, holder: Person) -> bool:
    """Say whether a bare profession far behind its bearer, which says nothing, is rather whoever has it."""
    far = phrase.first - max(holder.last_seen, 0) > _LONG_AGO and holder.last_seen >= 0
    if not (far and phrase.bare and phrase.definite and phrase.number == "s") or not is_profession(view, phrase):
        return False
    near = range(max(phrase.first - 2, 0), phrase.first)
    told = any(view.any(k, *_TELLING) or view.hits.has(k, "demonstrative", "same_before") for k in near)
    told = told or (phrase.first > 0 and view.is_verb(phrase.first - 1))  # «ويورد المؤلف أمثلة»
    return not (told or view.hits.has(phrase.last, "same", "likeness"))


def is_profession(view: View, phrase: Found) -> bool:
    """Say whether a bare role is what somebody does, rather than an office, a kinsman or a party to a case."""
    return view.any(phrase.first, "role") and not _has(view, phrase, "head", "owned", "adjectival", "party")


def _has(view: View, phrase: Found, *flags: str) -> bool:
    """Say whether the role that heads a phrase has one of some flags."""
    role = view.at(phrase.first, "role")
    return role is not None and any(role.entry.flag(flag) for flag in flags)
