"""Which hits at a token are no names as the word is written: its hamzas, article, proclitics, and longer phrases."""

import unicodedata

from musnad.arabic import BA, BARE, JOINED, NUNATED, fold_word
from musnad.arabic.letters import (
    ALEF,
    ALEF_ABOVE,
    ALEF_BELOW,
    ALEF_MADDA,
    ALEF_MAQSURA,
    HA,
    TA_MARBUTA,
    TANWIN,
    VARIANTS,
    WAW,
    YA,
)
from musnad.lexicon import Hit, Hits

NAME_WORDS = ("public_person", "given_name", "family_name")
"""Kinds of words that begin or are the name of a person."""
NAME_PARTS = frozenset({*NAME_WORDS, "name_particle"})
BARE_NAMES = frozenset({"country", "place", "organisation", "agency"})
WHOLE_NAMES = BARE_NAMES | frozenset(NAME_WORDS)

_BUILT = frozenset({"role", "group", "source_noun", "body"})
"""What has duals and plurals in construct."""
_HAMZAS = frozenset(c for c in VARIANTS if len(unicodedata.normalize("NFD", c)) > 1)
"""Letters written with a hamza or madda on them."""
_ON_ALEF = frozenset(c for c in _HAMZAS if VARIANTS[c] == ALEF)
_SEATED = _HAMZAS - _ON_ALEF
_MARKED = frozenset({TANWIN + ALEF, ALEF + TANWIN})
"""How an Arabic noun ends in the accusative, and no foreign name."""
_WEAK_ENDS = frozenset({ALEF, YA})
_JOINED_OR_BARE = JOINED | BARE
_WORDS = frozenset({"ordinary_word", "number_word", "function_word", "trigger", "medium", "role", "body"})
_LONG = 6  # letters of a place that is no noun with a pronoun («لشبونه»)
_OPENING = frozenset('«"“')
_MANY = NUNATED[0]  # how the plural of men ends
_SHORTEST = 3  # letters behind a preposition


def is_other(hit: Hit, text: str, hits: Hits) -> bool:
    """Say whether the hit of a name is another word as it is written in a text."""
    kind = hit.kind
    if kind in _BUILT and hit.definite and hit.form.pattern[-1] == YA and _is_construct(hit, hits):
        return True
    if kind == "adjective":
        return hit.definite and _wants_more(hit, hits)
    if kind == "name_particle" and hit.entry.flag("opens") and hit.entry.headword[0] != ALEF_MADDA:
        return text[hit.start] == ALEF_MADDA  # «آبي» is no father
    if kind in NAME_PARTS:
        return (
            _is_cut_short(hit) or _is_quoted(hit, text) or _has_other_hamza(hit, text) or _is_misspelt(hit, text, hits)
        )
    if kind in BARE_NAMES and hit.form.pos != "adjective":
        if (hit.definite and not hit.form.article) or text[hit.end - 2 : hit.end] in _MARKED:
            return True
        return _is_too_short(hit) or _is_noun(hit, text, hits)
    return False


def _wants_more(hit: Hit, hits: Hits) -> bool:
    """Say whether an adjective is nothing without what it takes («الجندي | البالغ من العمر …», «قوة | تابعة له»)."""
    return hits.has(hit.first, "age_word") or any(one.entry.flag("own") for one in hits.at(hit.first, "allegiance"))


def _is_construct(hit: Hit, hits: Hits) -> bool:
    """Say whether a dual or plural in construct bears the article, as none does («المرشدي», «المكتبي», «الموالي»)."""
    noun = fold_word(hit.entry.headword)
    many = hit.form.number in {"d", "p"} and hit.form.pattern in {noun + YA, noun.removesuffix(_MANY) + YA}
    return many and (hit.kind in {"body", "group"} or not hits.has(hit.first, *NAME_WORDS))


def _has_other_hamza(hit: Hit, text: str) -> bool:
    """Say whether a name is written with a hamza that it has not: on an alef or at its end.

    «هادئ» is not «هادي», «اليأس» not «إلياس», «جئنا» not «جينا»; hamzas behind an alef waver («فائز»), and those of
    foreign names beside one («يؤاف»).
    """
    written, name = text[hit.start : hit.end], hit.entry.headword
    if written[-1] in _HAMZAS and name[-1] not in _HAMZAS:
        return True
    if not hit.prefix and len(name) == _SHORTEST == len(written) and name[0] == ALEF_MADDA and written[0] == ALEF_ABOVE:
        return True  # «أبي» is no «آبي»
    if not hit.prefix and name[0] == WAW == written[0] and written[1] in _ON_ALEF and name[1] not in _ON_ALEF:
        return True  # «وأينشتاين» is «and Einstein», not «واينشتاين»
    if written == name or len(written) != len(name):
        return False
    if any(a in _ON_ALEF and b == ALEF for a, b in zip(written[1:], name[1:], strict=True)):
        return True
    return any(
        written[k] in _SEATED and name[k] in {WAW, YA} and ALEF not in _plain(written[k - 1], written[k + 1])
        for k in range(1, len(written) - 1)
    )


def _plain(*letters: str) -> frozenset[str]:
    """Return letters without what is written on them."""
    return frozenset(VARIANTS.get(letter, letter) for letter in letters)


def _is_misspelt(hit: Hit, text: str, hits: Hits) -> bool:
    """Say whether a given name has an article that it cannot bear, or ends in another letter.

    A foreign one bears none («الروس» is not «روس»), nor does one that is a particle with it («السابق»), and one that is
    an ordinary word too ends as it should («مني» is not «منى»).
    """
    if TANWIN in text[hit.end - 2 : hit.end] and hit.form.pattern[-1] in _WEAK_ENDS:
        return True  # «لمامًا», «موتًا», «بأسىً»
    if hit.kind != "given_name":
        return hit.kind == "family_name" and _ends_in_maqsura(hit, text, hits)
    ambiguous = hit.entry.flag("ambiguous")
    if hit.definite and not hit.form.article:
        particle = ambiguous and hits.has(hit.first, "function_word", "regnal")
        if particle or hit.entry.flag("foreign"):
            return True
        met = hit.entry.headword[-1] == YA and text[hit.end - 1] == ALEF_MAQSURA
        if met and hits.verbs(hit.first):
            return True  # «التقى» is «he met», not «the pious»
    if hit.entry.headword[-1] == TA_MARBUTA and text[hit.end - 1] == HA:
        owned = hit.prefix not in _JOINED_OR_BARE or any(other.suffix for other in hits.at(hit.first))
        named = hits.has(hit.last, *NAME_WORDS) or hits.has(hit.first - 1, "given_name")
        return owned or (TA_MARBUTA in text and not named)  # «ناديه» is rather «his club»
    return ambiguous and hit.entry.headword[-1] == ALEF_MAQSURA and text[hit.end - 1] == YA


def _ends_in_maqsura(hit: Hit, text: str, hits: Hits) -> bool:
    """Say whether a family name in «ي» is rather a word in «ى» («القربى», «مرسى»), where the text has both letters."""
    if hit.entry.headword[-1] != YA or text[hit.end - 1] != ALEF_MAQSURA or hits.has(hit.first - 1, "given_name"):
        return False
    return YA + " " in text


def _is_cut_short(hit: Hit) -> bool:
    """Say whether two letters behind a proclitic are no name («واد» is a valley, not «and Ed»)."""
    return hit.prefix != "" and hit.last == hit.first + 1 and len(hit.form.pattern) < _SHORTEST


def _is_quoted(hit: Hit, text: str) -> bool:
    """Say whether a quotation mark stands before the preposition of a name, which is no one («"‹بريتش› بتروليوم"»)."""
    before = hit.start - len(hit.prefix) - 1
    return hit.prefix not in _JOINED_OR_BARE and before >= 0 and text[before] in _OPENING


def _is_too_short(hit: Hit) -> bool:
    """Say whether a short name behind a preposition is rather one word («باب», not «ب» and «إب»)."""
    return hit.prefix not in _JOINED_OR_BARE and len(hit.form.pattern) < _SHORTEST


def _is_noun(hit: Hit, text: str, hits: Hits) -> bool:
    """Say whether a place is rather a noun: with «his» behind it («حديثه»), or as the word stands («بليون»).

    «ب» and «ليون» are no place where the lexicon knows the whole word as something that is no name.
    """
    if hit.kind != "place" or hit.last > hit.first + 1:
        return False
    written, name = text[hit.end - 1], hit.entry.headword[-1]
    if name == HA and written == TA_MARBUTA:
        return True  # «مالية» is not «ماليه»
    if name == TA_MARBUTA and written == HA and TA_MARBUTA in text:
        placed = hit.prefix in BA or hits.has(hit.first - 1, "role_preposition")
        return hit.entry.flag("ambiguous") or not (placed or len(hit.form.pattern) >= _LONG)
    if hit.prefix in _JOINED_OR_BARE:
        return False
    return any(other.kind in _WORDS and other.prefix in BARE for other in hits.at(hit.first))


def drop_prefixed(here: dict[str, Hit]) -> None:
    """Drop names behind a preposition where the token is a name as it stands («بابل» is not «ب» and «آبل»)."""
    names = [kind for kind in here if kind in WHOLE_NAMES and here[kind].form.pos != "adjective"]
    if len(names) > 1 and any(here[kind].prefix in BARE for kind in names):
        for kind in names:
            hit = here[kind]
            if hit.prefix not in _JOINED_OR_BARE and hit.last == hit.first + 1:
                del here[kind]


def drop_within(here: dict[str, Hit]) -> None:
    """Drop names that are the first word of a longer phrase which is none («عيد ميلاد», «رضي الله عنه»)."""
    longest = max((here[kind].last for kind in ("ordinary_word", "function_word") if kind in here), default=0)
    for kind in NAME_PARTS.intersection(here):
        if here[kind].first + 1 < longest and here[kind].last < longest:
            del here[kind]


def plainer(hit: Hit, other: Hit) -> bool:
    """Say whether a hit takes the word as it stands, where another one cuts a proclitic off («كامل», not «ك» «امل»).

    Or the article that belongs to the name («العامري», where «عامري» is one too).
    """
    if hit.last != other.last:
        return False
    if hit.kind in NAME_WORDS and hit.form.article and not other.form.article and hit.prefix == other.prefix:
        return True
    return not hit.prefix and other.prefix != ""


def has_other_alef(hits: Hits, text: str, i: int) -> bool:
    """Say whether a given name that is a particle too begins with an alef that the particle has not.

    A foreign one with a madda («آلان», «آنا»), one of Arabs with the hamza below («إمام», not «أمام»).
    """
    names = [hit for hit in hits.at(i, "given_name") if not hit.prefix]
    first = text[names[0].start] if names else ""
    if first not in {ALEF_MADDA, ALEF_BELOW}:
        return False
    return any(hit.entry.flag("foreign") == (first == ALEF_MADDA) for hit in names)


def before_name(hits: Hits, i: int) -> bool:
    """Say whether a name stands behind a particle: behind one that is a foreign name too («لولا») no ambiguous one."""
    known = hits.at(i + 1, *NAME_PARTS)
    if not known or any(not hit.entry.flag("ambiguous") for hit in known):
        return bool(known)
    return any(not hit.entry.flag("foreign") for hit in hits.at(i, "given_name") if hit.prefix in _JOINED_OR_BARE)
