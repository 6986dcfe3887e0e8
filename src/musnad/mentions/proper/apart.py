"""Given names with an unknown word behind them that are names by where they stand: in lists, or closed off."""

from musnad.arabic import AND
from musnad.arabic.letters import ALEF, HA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.proper.reader import Name
from musnad.mentions.proper.shapes import served
from musnad.mentions.view import COMMAS, View

_STOPS = COMMAS | frozenset(".؛»")
_LONG = 4  # letters of a name behind a preposition
_BEARERS = (
    "role", "title", "adjective", "country", "region_adjective", "weekday", "day_word", "place", "organisation",
    *NAME_WORDS,
)  # fmt: skip
"""Kinds of words that may stand behind somebody's name."""

_THINGS = ("ordinary_word", "common_word", "medium", "unit", "trigger")
_PAIR = 2  # words of a name that nothing but commas tells


def stands_out(view: View, given: Hit, name: Name, *, other: bool) -> bool:
    """Say whether a given name and an unknown word stand in a list of names or are closed off («سلوى الجسار، في …»).

    `other` says that the given name may be another word.
    """
    if name.last != given.last + 1:
        return False
    if given.prefix == AND:
        listed = not view.any(given.last) and _listed(view, given.first, name.last)
        return listed or _enumerated(view, given.first, name.last)
    if view.any(given.last) or given.prefix:
        return False
    office = view.at(name.last, "role") if view.same_sentence(given.first, name.last) else None
    plain = office is not None and not (office.definite or office.prefix or office.form.pattern.endswith(ALEF))
    acted_on = view.is_verb(given.first) and view.norms[given.last].endswith((ALEF, HA))  # «شهد اضمحلالا كبيرا»
    if plain and not (view.definite(given.last) or acted_on):
        return True  # «إقالة صادق بوعبان مدير القناة»
    if _apart(view, given.first, name.last):
        return True
    if other or not closed_off(view, name.last):
        return False
    return not view.definite(given.last) or (given.first > 0 and view.is_verb(given.first - 1))


def is_torn(view: View, given: Hit) -> bool:
    """Say whether a short foreign name behind a preposition is rather the end of a word: no known part follows."""
    short = len(given.form.pattern) < _LONG and given.entry.flag("foreign") and given.entry.flag("ambiguous")
    return short and given.prefix not in {"", AND} and not view.any(given.last, "family_name", "given_name")


def is_word(view: View, i: int) -> bool:
    """Say whether an unknown word without the article has a preposition before it («لقاء سابق | لغريفيث»)."""
    return not view.definite(i) and served(view.norms[i], view.units.surface(i, i + 1))


def _apart(view: View, first: int, last: int) -> bool:
    """Say whether an unknown family with the article ends at a mark, behind somebody («الزعيم السابق طارق التايب،»)."""
    if not view.definite(last - 1) or not view.same_sentence(first, last) or view.norms[last] not in _STOPS:
        return False
    before = first - 1
    if before < 0 or not view.same_sentence(before, first) or not view.definite(before):
        return False
    return view.any(before, "role", "title", "function_word")


def _enumerated(view: View, first: int, last: int) -> bool:
    """Say whether «and» with two words stands between commas behind a name of two («سامر شيعان، وعمر هوساوي، و…»)."""
    before = first - 1
    marks = before > _PAIR and view.norms[before] in COMMAS and last < len(view.norms) and view.norms[last] in _STOPS
    listed = marks and view.any(before - _PAIR, "given_name") and not view.any(first, "place_head")
    return listed and not view.is_verb(last - 1)


def _listed(view: View, first: int, last: int) -> bool:
    """Say whether a name goes before a phrase that begins with «and», or another one stands behind it with «and»."""
    before = any(view.is_name(i) and view.same_sentence(i, first) for i in range(max(first - 2, 0), first))
    after = view.at(last, "given_name") if view.same_sentence(first, last) else None
    return before or (after is not None and after.prefix == AND)


def closed_off(view: View, i: int) -> bool:
    """Say whether a name can end before a token: a mark, a function word, a role of his, or nothing."""
    if i >= len(view.norms) or not view.same_sentence(i - 1, i):
        return True
    return not view.norms[i][0].isalnum() or view.any(i, "function_word", "complementiser", "role")


def heads_phrase(view: View, given: Hit) -> bool:
    """Say whether a lone given name is rather a noun with what it is of or like («حسن السيرة», «عماد المخاوف»)."""
    at, before = given.last, given.first - 1
    acted = before >= 0 and view.is_verb(before)
    if view.definite(at) and given.last == given.first + 1:  # not «نالت فخر الدين الدكتوراه»
        clause = acted or view.is_verb(at) or view.hits.has(at, "connective")
        thing = view.any(at) and not (clause or view.any(at, *_BEARERS))
        if thing or view.any(at, "ordinary_word", "common_word", "trigger"):
            return True
    if given.prefix == AND and owned(view, at):
        return True  # «وحسن استغلالها»
    word = view.at(at, "ordinary_word")
    governed = word is not None and not (word.prefix or word.suffix or view.is_verb(at))
    if governed and before >= 0 and not acted:
        return True  # «حسن نية»
    return before >= 0 and view.any(before, "place_head", "place_opener")  # «منطقة معن»


def counted(view: View, given: Hit) -> bool:
    """Say whether a number stands before a lone given name («500 باوند», «100 جواد»)."""
    before = given.first - 1
    return before >= 0 and not given.prefix and view.norms[before].isdigit() and view.same_sentence(before, given.first)


def owned(view: View, i: int) -> bool:
    """Say whether a token is a noun with a pronoun, no kinsman, so that a noun before it governs it."""
    hits = [hit for hit in view.all(i) if hit.suffix]
    return bool(hits) and not view.is_verb(i) and not view.any(i, "role", "function_word")


def governs(view: View, given: Hit | None) -> bool:
    """Say whether an ambiguous word is about a name behind it («نجاة فائز السراج», «المعروف باسم …»)."""
    if given is None or not given.entry.flag("ambiguous"):
        return False
    before = given.first - 1
    if view.any(given.first, "alias_word") and view.any(before, "alias_word"):
        return True  # «المعروفة باسم»
    if view.hits.has(given.first, "former_word") and not given.prefix and view.any(before, *_THINGS):
        return True  # «في وقت سابق سالم كامل»
    if view.any(given.first, "place_head") and view.land(given.last) is not None:
        return True  # «ليما عاصمة بيرو»
    behind = view.at(given.last, "public_person")
    if behind is not None and not behind.prefix and behind.last > given.last + 1:
        return True
    famous = view.any(given.last, "famous_name") and not view.any(given.last, "given_name")
    return famous and not view.any(given.first, "public_person")  # «أحلام نابليون»
