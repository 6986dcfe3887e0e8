"""Whether the noun of a body means one where it stands: many are verbal nouns, ranks and common things too."""

from musnad.arabic import AND, ARTICLE, BA, BARE
from musnad.arabic.letters import HA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.person import RULING
from musnad.mentions.view import OPENING, View

_BARE, _NAMED, _NEVER_ALONE, _RULED = "without_article", "named", "qualified", "ruled"
_RULERS = (*NAME_WORDS, "famous_name", "place")
_FIELDS = ("role_field", "purpose", "elliptic_body", "body")
_BODIES = frozenset({"organisation", "agency", "body", "elliptic_body", "role", "group"})


def is_other_noun(view: View, head: Hit) -> bool:
    """Say whether a head is no body at all, whatever follows."""
    return (
        _is_common(view, head)
        or _of_leader(view, head)
        or _is_rank(view, head)
        or _is_adjective(view, head)
        or _is_spelled_apart(view, head)
    )


def _is_common(view: View, head: Hit) -> bool:
    """Say whether a head begins the name of a common thing («التيار الكهربائي»), and nothing tells what a body is for.

    «الوحدة الوطنية ‹المتخصصة›», «الوحدة الوطنية ‹للأبحاث›».
    """
    before = view.hits.at(head.first - 1, "ordinary_word") if head.entry.flag("verbal") and head.first else ()
    if any(hit.last >= head.last for hit in before):
        return True  # «نظام | قيادة ذاتي»
    thing = view.at(head.first, "ordinary_word")
    if thing is None or thing.last <= head.last:
        return False
    return not (view.hits.has(thing.last, "binding", "taking") or view.any(thing.last, "purpose"))


def is_verbal(view: View, head: Hit) -> bool:
    """Say whether a bare head is rather a verbal noun («القضاء على»)."""
    behind = view.at(head.last, "role_preposition")
    return head.entry.flag("verbal") and behind is not None and behind.entry.flag("office")


def is_loose(view: View, head: Hit, phrase: Phrase) -> bool:
    """Say whether nothing in the phrase of a noun that mostly is no body tells one («حركة البيع», «فريق معين»)."""
    loose = head.entry.text("loose")
    if not loose or phrase.last == head.last or phrase.country or phrase.person:
        return loose == _NEVER_ALONE and phrase.last == head.last
    if loose == _RULED:
        return not _is_ruled(view, head)
    if loose == _NAMED and not head.definite:
        return not (_is_named(view, head) or _acts(view, head, phrase))
    if loose == _BARE and (head.definite or head.form.number == "p"):
        return False
    if any(hit.kind in _BODIES for hit in phrase.known) or _acts(view, head, phrase):
        return False
    if loose == _BARE and view.any(head.last, "role_field") and not view.has_article(head.last):
        return False  # «حركة تحرير الجبال»
    return not any(_is_official(view, k) for k in range(head.last, phrase.last))


def _is_ruled(view: View, head: Hit) -> bool:
    """Say whether somebody or a faith rules in what may be a system too («نظام الرئيس المخلوع», «النظام الإسلامي»)."""
    rulers = [hit for hit in view.hits.at(head.last, "role") if hit.entry.id in RULING]
    if any(ruler.definite and ruler.form.number == "s" for ruler in rulers):
        return not head.definite
    if head.definite and view.any(head.last, "region_adjective"):
        return True
    return view.any(head.last, *_RULERS) and not view.any(head.last, "ordinary_word", "role_field", "common_word")


def _is_named(view: View, head: Hit) -> bool:
    """Say whether a name, marks, a body of its sort or an adjective of bodies stands right behind a head.

    «تنظيم "الفجر"», «تنظيم متطرف», but «تنظيم لجان الأحياء».
    """
    i = head.last
    body = view.at(i, "organisation", "body")
    if body is not None and not view.any(i, "adjective"):
        return body.kind == "organisation" and body.entry.text("org_type") in head.entry.texts("types")
    return i < len(view.norms) and (view.norms[i] in OPENING or _is_official(view, i))


def is_civil(view: View, head: Hit, phrase: Phrase) -> bool:
    """Say whether an agency is one of a state and none of news («الوكالة الوطنية للتشغيل», «وكالة التنمية»)."""
    if head.last >= len(view.norms) or not view.norms[head.last][0].isalpha():
        return False  # «وكالة "مهر" للأنباء»
    if any(view.any(k, "press_adjective") for k in range(head.last, phrase.last)):
        return False
    if phrase.joined > 0 or any(hit.kind == "organisation" for hit in phrase.known):
        return True
    return any(_is_field(view, k) for k in range(head.last, phrase.last))


def _is_field(view: View, i: int) -> bool:
    """Say whether a word says what an agency is for, or that it is one of all the state."""
    adjective = view.at(i, "adjective")
    if adjective is not None:
        return adjective.entry.flag("public")
    return view.any(i, *_FIELDS)


def _acts(view: View, head: Hit, phrase: Phrase) -> bool:
    """Say whether somebody belongs to a body or it says something («الناطق باسم حركة الإصلاح», «قالت حركة الإصلاح»)."""
    before, after = head.first - 1, phrase.last
    led = before >= 0 and view.same_sentence(before, head.first) and head.prefix in BARE
    if led and (view.any(before, "role", "in_name_of") or _says(view, before)):
        return True
    return view.same_sentence(head.first, after) and _says(view, after)


def _says(view: View, i: int) -> bool:
    return view.any(i, "cue") and view.is_verb(i)


def _is_official(view: View, i: int) -> bool:
    adjective = view.at(i, "adjective")
    if adjective is not None and (adjective.entry.flag("official") or adjective.entry.flag("public")):
        return True
    return view.country(i) is not None or view.any(i, *NAME_WORDS, "elliptic_body")


def _of_leader(view: View, head: Hit) -> bool:
    """Say whether a verbal noun says who leads, and names no body («برئاسة وزير الداخلية», «بقيادة السعودية»)."""
    if head.prefix in BA and head.entry.flag("verbal") and not head.entry.flag("office") and head.form.number == "s":
        return not head.definite
    leader = view.at(head.last, "role")
    if leader is None or head.definite or head.form.number != "s" or not head.entry.flag("verbal"):
        return False
    joined = view.same_sentence(head.first, leader.first) and (not leader.prefix or leader.prefix == ARTICLE)
    return joined and leader.form.number == "s"


def _is_rank(view: View, head: Hit) -> bool:
    """Say whether a head is rather the place that somebody comes in («المركز الثاني»)."""
    ordinal = view.at(head.last, "number_word") if head.entry.flag("counted") and head.definite else None
    return ordinal is not None and ordinal.definite


def _is_adjective(view: View, head: Hit) -> bool:
    """Say whether a head is rather the adjective of the noun before it («العلاقات الدبلوماسية»)."""
    before = head.first - 1
    joined = head.prefix == AND + ARTICLE and view.any(before, "adjective")  # «القوات الجوية والبحرية»
    if before < 0 or not head.entry.flag("adjectival") or not (joined or head.prefix == ARTICLE):
        return False
    if not view.same_sentence(before, head.first) or view.any(before, "role_preposition", "function_word"):
        return False
    return view.has_article(before) and not view.is_verb(before)


def _is_spelled_apart(view: View, head: Hit) -> bool:
    """Say whether the ending of a head is rather a pronoun: «وحده» is «he alone», and no unit."""
    return head.entry.flag("spelled") and view.units.text[view.units.ends[head.last - 1] - 1] == HA
