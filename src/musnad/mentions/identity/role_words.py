"""What a role is about: the words beside it that tell one office from another."""

from musnad.arabic import AND, ARTICLE, LAM
from musnad.arabic.clitics import LAM_ARTICLE
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.person import ABOUT, FORMER, OF, THEIRS
from musnad.mentions.view import View

_ARTICLES = (ARTICLE, LAM_ARTICLE, AND + ARTICLE)
_TIED = ("body", "role_field", "ordinary_word")
_NO_ADJECTIVE = ("role", "title", "one_of", "in_name_of", "role_preposition", "counterpart", "source_noun")
_NO_FIELD = (*_NO_ADJECTIVE, "adjective")


def fields_of(view: View, phrase: Found) -> frozenset[str]:
    """Return what a role is about: the words beside the name, folded, without roles, article and demonyms."""
    name = range(*phrase.name) if phrase.name else range(0)
    first = name.stop if name and name.start == phrase.first else phrase.first
    role = view.at(first, "role")
    plain = role is not None and role.definite and role.entry.flag("fields")  # «أوضح الوزير للصحافة»
    rules = role is not None and role.entry.flag("governs")  # «والي الجهة»
    within = _within_adjectives(view, phrase)
    behind = range(first if role is None else role.last, phrase.last)
    words = [OF + code for code in _lands_of_body(view, behind) if code]
    for i in behind:
        norm = view.norms[i]
        former = any(hit.entry.flag("ended") for hit in view.hits.at(i, "former_word"))
        field_word = former or view.any(i, "role_field", "elliptic_body")
        if (
            i in name
            or i in within
            or not norm[0].isalpha()
            or (view.any(i, *_NO_FIELD) and not (field_word or _is_noun(view, role, i)))
            or view.country(i) is not None
            or view.land(i) is not None
            or (plain and norm.startswith(LAM_ARTICLE))
            or (rules and view.definite(i) and view.any(i, "place_head", "ordinary_word") and not view.any(i, "place"))
        ):
            continue
        words.append(FORMER if view.may(i, "former_word") else _plain(_without_for(view, i)))
    about = any(hit.entry.flag("relates") for hit in view.hits.at(phrase.last, "function_word"))
    if about and not (phrase.first and view.is_verb(phrase.first - 1)):  # not «كشف المسؤول عن …»
        words.append(ABOUT)
    if role is not None and role.suffix:
        words.append(THEIRS)
    return frozenset(words)


def lands_of(view: View, phrase: Found) -> tuple[str, ...]:
    """Return the codes of the countries whose demonyms stand in a phrase («الرئيسان المصري والروسي»)."""
    demonyms = (view.country(i) for i in range(phrase.first, phrase.last))
    return tuple(code for hit in demonyms if hit is not None and hit.definite and (code := view.code(hit)))


def _lands_of_body(view: View, tokens: range) -> tuple[str, ...]:
    """Return the codes of demonyms behind a body among some tokens («الاتحاد الآسيوي», «البنك المركزي الأوروبي»)."""
    codes, body = [], False
    for i in tokens:
        demonym = view.country(i)
        if body and demonym is not None:
            codes.append(view.code(demonym) or "")
        elif not (body and view.any(i, "adjective")):
            body = view.any(i, "body")
    return tuple(codes)


def _within_adjectives(view: View, phrase: Found) -> frozenset[int]:
    """Return the tokens behind the first one of adjectives of several words («المنتهية ‹ولايته›»)."""
    hits = (hit for i in range(phrase.first, phrase.last) for hit in view.hits.at(i, "adjective"))
    return frozenset(k for hit in hits for k in range(hit.first + 1, hit.last))


def _is_noun(view: View, role: Hit | None, i: int) -> bool:
    """Say whether a word that is an adjective elsewhere is what a role in construct is of («رئيس ‹البحرية›»)."""
    if role is None or role.definite or role.suffix or not role.first + 1 == role.last == i or not view.has_article(i):
        return False
    if view.any(i, "body") and not role.entry.flag("head"):
        return False  # «لاعب المنتخب» is one of a club too
    return view.any(i, "adjective") and not view.any(i, "head_of", *_NO_ADJECTIVE)


def plain(view: View, tokens: range) -> frozenset[str]:
    """Return some words without article and the «for» that ties them to an office."""
    return frozenset(_plain(_without_for(view, k)) for k in tokens if view.norms[k][0].isalpha())


def _without_for(view: View, i: int) -> str:
    """Return a word without the «for» that ties it to an office («الأمين العام لهيئة الإغاثة»)."""
    norm = view.norms[i]
    tied = any(hit.prefix in LAM and hit.prefix for hit in view.all(i) if hit.kind in _TIED)
    return norm[1:] if tied and not norm.startswith(LAM_ARTICLE) else norm


def _plain(norm: str) -> str:
    """Return a word without its article, also behind «for» and «and»."""
    article = next((a for a in _ARTICLES if norm.startswith(a) and len(norm) > len(a) + 1), "")
    return norm.removeprefix(article)
