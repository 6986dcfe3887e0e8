"""Sources without a name: «مصدر أمني», «المصادر ذاتها», and what is none («مصدر سعادة»)."""

from musnad.arabic import AND, BA, BARE, LIKE
from musnad.arabic.letters import ALEF, HA, YA
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.people.made import bare_person, called
from musnad.mentions.phrases.reach import extend
from musnad.mentions.view import View

_LANDS = ("country", "place")
_SEATS = ("body", "organisation", "agency")
_OWNERS = (*_SEATS, "elliptic_body", "adjective", "country", "group", "role")
_ELATIVE = "ordinary_word.elative"


def source_at(view: View, source: Hit) -> Found | None:
    """«مصدر أمني», «مصادر في الوزارة»; with the article it is the one told of before."""
    phrase = extend(view, source, prepositions=not (source.definite and source.entry.flag("body")))
    idafa = phrase.definite and not source.definite
    if (source.entry.flag("weak") and not phrase.nodes) or (idafa and not phrase.known):
        return None  # «مصادر الطاقة» tell nothing
    if idafa and source.entry.flag("weak") and all(hit.kind in _LANDS for hit in phrase.known):
        return None  # «جهات المملكة»
    if source.first and (before := view.at(source.first - 1, "source_noun")) is not None and before.last > source.first:
        return None  # «وسائل الإعلام الاجتماعية»
    alone = phrase.last == source.last and not source.definite
    if ((alone and source.form.number == "p") or source.entry.flag("weak")) and not _told(view, source):
        return None  # «من عدة مصادر», «مجمع الدوائر الحكومية», «الإعلام الرقمي»
    lone = phrase.last == source.last and source.entry.flag("other")
    if lone and not _told(view, source) and not _named_as_source(view, source):
        return None  # «مصدر سعادة», «فرنسا هي المصدر الأول»
    if _are_things(view, source, phrase) or _of_things(view, source, phrase):
        return None
    named = called(view, source, phrase)
    if named is not None:
        return named
    found = bare_person(view, source, phrase, "mentions.source.unnamed", "source")
    kind = "organisation" if source.entry.flag("body") else found.kind
    return found._replace(kind=kind, definite=source.definite, bare=phrase.last == source.last)


def _are_things(view: View, source: Hit, phrase: Phrase) -> bool:
    """Say whether sources in the plural with an article and an adjective are of things («المصادر المالية»).

    A verb of saying stands on neither side, no preposition before them, and nothing tells where they are.
    """
    if not (source.entry.flag("other") and source.form.number == "p" and source.definite) or source.last == phrase.last:
        return False
    land = phrase.country is not None and not view.any(source.last, "elliptic_body")  # «المالية» is not of Mali
    seated = land or any(hit.kind in _SEATS for hit in phrase.known)
    if seated or _told(view, source) or _named_as_source(view, source):
        return False
    after = phrase.last
    return not (after < len(view.norms) and view.same_sentence(source.first, after) and view.any(after, "cue"))


def _of_things(view: View, source: Hit, phrase: Phrase) -> bool:
    """Say whether a source is what things come from: «هو المصدر الأول», «أهم مصدر», «سندا ومصدرا للدخل»."""
    before = source.first - 1
    if not source.entry.flag("other") or not source.first:
        return False
    if source.prefix in BA or source.prefix.endswith(LIKE) or _is_of_thing(view, source):
        return True  # «كمصدر أساسي للدخل», «مصدر طاقة»
    if not source.definite and view.same_sentence(before, source.last) and view.hits.has(source.last, "pointing"):
        return True  # «مصدر هذا الصوت»
    rated = view.at(before, "copula")
    if rated is not None and rated.entry.flag("rates") and not view.any(source.last, "cue"):
        return True  # «تعتبر مصدرا غنيا بالحديد»
    if source.prefix in BARE and view.same_sentence(before, source.first):
        elative = any(hit.entry.id == _ELATIVE for hit in view.all(before))
        if elative or (view.any(before, "pronoun") and not view.any(source.last, "cue")):
            return True
    if source.definite or source.form.number != "s" or not source.form.pattern.endswith(ALEF):
        return False
    heard = _told(view, source) or view.any(phrase.last, "cue")
    return not (heard or view.any(before, "complementiser") or view.hits.has(before, "connective"))


def _is_of_thing(view: View, source: Hit) -> bool:
    """Say whether a noun for a thing stands right behind an indefinite source: no adjective, body or land."""
    i = source.last
    if source.definite or source.suffix or not view.same_sentence(source.first, i) or view.definite(i):
        return False
    if view.norms[i].endswith((YA, YA + HA)) or view.any(source.first - 1, "cue"):
        return False
    return view.any(i, "ordinary_word", "role_field", "purpose") and not view.any(
        i, "adjective", "function_word", *_LANDS, *_SEATS
    )


def is_told(view: View, one: Hit, source: Hit) -> bool:
    """Say whether several sources speak («قالت بعض المصادر»), and not «أغلب الجهات» or «أحد مصادر الدخل»."""
    told = view.any(one.first - 1, "cue") or view.any(source.last, "cue")
    of_thing = not source.definite and view.definite(source.last) and not view.any(source.last, *_OWNERS)
    return told or not (of_thing or source.entry.flag("weak"))


def _told(view: View, source: Hit) -> bool:
    """Say whether somebody says that a source speaks: a cue stands right before or behind it."""
    return view.any(source.first - 1, "cue") or view.any(source.last, "cue", "complementiser")


def _named_as_source(view: View, source: Hit) -> bool:
    """Say whether a lone source is one of two, follows a preposition («عن مصدر») or has a particle («المصدر ذاته»)."""
    before = source.first - 1
    joined = source.prefix.startswith(AND)  # «أملاك خاصة ومصدر دخل»
    preposition = before >= 0 and not joined and view.any(before, "function_word") and not view.is_verb(before)
    preposition = preposition and not view.any(before, "role_preposition")  # «في المصادر»
    return preposition or (source.form.number == "d" and not source.definite) or view.any(source.last, "function_word")
