"""Sources without a name: «مصدر أمني», «المصادر ذاتها», and what is none («مصدر سعادة»)."""

from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.people.made import bare_person, called
from musnad.mentions.phrases.reach import extend
from musnad.mentions.view import View

_LANDS = ("country", "place")


def source_at(view: View, source: Hit) -> Found | None:
    """«مصدر أمني», «مصادر في الوزارة»; with the article it is the one told of before."""
    phrase = extend(view, source, prepositions=True)
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
    named = called(view, source, phrase)
    if named is not None:
        return named
    found = bare_person(view, source, phrase, "mentions.source.unnamed", "source")
    return found._replace(definite=source.definite, bare=phrase.last == source.last)


def _told(view: View, source: Hit) -> bool:
    """Say whether somebody says that a source speaks: a cue stands right before or behind it."""
    return view.any(source.first - 1, "cue") or view.any(source.last, "cue", "complementiser")


def _named_as_source(view: View, source: Hit) -> bool:
    """Say whether a lone source is one of two, follows a preposition («عن مصدر») or has a particle («المصدر ذاته»)."""
    before = source.first - 1
    preposition = before >= 0 and view.any(before, "function_word") and not view.is_verb(before)
    preposition = preposition and not view.any(before, "role_preposition")  # «في المصادر»
    return preposition or (source.form.number == "d" and not source.definite) or view.any(source.last, "function_word")
