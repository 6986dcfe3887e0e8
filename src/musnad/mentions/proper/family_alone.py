"""Family names that stand alone: which are rather adjectives or demonyms, and which begin a name of two."""

from musnad.arabic.letters import ALEF, NUN, TA, TA_MARBUTA, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.proper.shapes import is_son_of
from musnad.mentions.view import View

_UNLIKE = (TA_MARBUTA, ALEF + TA, WAW + NUN)  # endings that no adjective in the masculine singular follows


def second_family_of(view: View, family: Hit) -> tuple[Hit, ...]:
    """Return the family name behind one that is a given name here («رونالدو رودريغيز»), if nobody is known by one."""
    second = view.at(family.last, "family_name") if view.same_sentence(family.first, family.last) else None
    if second is None or second.prefix or second.entry.flag("ambiguous") or family.definite or second.definite:
        return ()
    famous = any(view.any(hit.first, "famous_name", "given_name") for hit in (family, second))
    return () if famous else (second,)


def is_bearer(view: View, i: int) -> bool:
    """Say whether «son of» before a known name begins one itself («بن أفليك», «بن مرادي»): no name is before it."""
    before = i - 1
    if not is_son_of(view, i) or not view.is_name(i + 1) or view.definite(i + 1):
        return False
    if before < 0 or not view.same_sentence(before, i) or not view.norms[before][0].isalpha():
        return True
    return view.any(before, "function_word", "complementiser", "cue") and not view.is_name(before)


def is_demonym(view: View, family: Hit) -> bool:
    """Say whether a family name says the land of somebody whose given name follows («، الليبي عبدالباسط …»)."""
    return view.country(family.first) is not None and view.any(family.last, "given_name")


def is_quality(view: View, family: Hit) -> bool:
    """Say whether a relational family name is rather the adjective of the noun before it («الرباط الخلفي للركبة»)."""
    before = family.first - 1
    if family.kind != "family_name" or before < 0 or not view.same_sentence(before, family.first):
        return False
    if not (view.has_article(before) and view.norms[family.first].endswith(YA)):
        return False
    if view.is_name(before) and not view.any(before, "ordinary_word", "trigger"):
        return False
    if view.any(before, "organisation") and not view.any(before, "body"):
        return False
    if view.units.surface(before, family.first).endswith(_UNLIKE):
        return False  # «هاجم المتظاهرون العمري»
    return not (view.any(before, "role", "title", "cue", "place", "country") or view.is_verb(before))
