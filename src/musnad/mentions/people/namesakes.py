"""Names that things bear: «ملعب الملك سالم» and «جائزة سالم كامل» tell of a stadium and a prize, not of a person."""

from musnad.arabic import ARTICLE, is_full_dual
from musnad.arabic.letters import ALEF_MAQSURA
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.people.short import SHORT_RULE
from musnad.mentions.view import OPENING, View

_NAMED, _TITLED, _HELD = "mentions.person.name", "mentions.person.title", "mentions.person.role_name"
_OFFICE = 6  # tokens before a thing among which who works there stands
_OWNED = frozenset({SHORT_RULE, _NAMED})
"""Rules of names that nothing announces."""

_AFTER_SON = 2  # words of a name with «house of»


def without_namesakes(view: View, found: list[Found]) -> list[Found]:
    """Return phrases without those people after whom the indefinite noun right before them is named."""
    kept = [phrase for phrase in found if not _names_thing(view, phrase)]
    return [phrase for phrase in kept if not (_is_family_name(view, phrase) and _is_borne(view, phrase, found))]


def _names_thing(view: View, phrase: Found) -> bool:
    """Say whether a phrase is a name, with a title or rank, behind what bears it."""
    if phrase.kind != "person" or phrase.name is None:
        return False
    return (phrase.rule in _OWNED and phrase.known is None and _is_firm(view, phrase.name[1])) or _bears(view, phrase)


def _bears(view: View, phrase: Found) -> bool:
    """Say whether what stands before a name bears it."""
    before = phrase.first - 1
    house = phrase.rule == _NAMED and phrase.known is None and _is_house(view, phrase.first)
    if house and before >= 0 and not view.any(before, "cue"):
        return True
    if before < 0 or not view.same_sentence(before, phrase.first):
        return False
    if phrase.rule in _OWNED and _described(view, before):
        return True
    things = view.hits.at(before, "namesake")
    if not things or phrase.start > view.units.starts[phrase.first]:
        return False  # «وسلطان مسرحي وسالم …»
    thing = things[0]
    if thing.definite or thing.suffix or thing.last != phrase.first or thing.entry.flag("quoted"):
        return False
    if thing.form.number == "d" and is_full_dual(thing.form.pattern):
        return False  # «شارعي الملك سالم والملك كامل», but not «ملعبان»
    if thing.entry.flag("tribe"):
        return _is_tribe(view, phrase) and view.units.text[thing.end - 1] != ALEF_MAQSURA  # «بنى أيوب قصرا»
    if thing.entry.flag("family"):
        return _is_family(view, phrase.first, phrase.last)
    name = phrase.first if phrase.name is None else phrase.name[0]
    if phrase.rule in _OWNED:
        return name == phrase.first and not thing.entry.flag("announced")
    if phrase.rule == _HELD:
        rank = view.at(phrase.first, "role")
        return rank is not None and rank.definite and rank.entry.flag("rank") and name == rank.last
    return phrase.rule == _TITLED and (view.definite(phrase.first) or view.any(phrase.first, "title"))


def _is_firm(view: View, i: int) -> bool:
    """Say whether an English word that ends the name of a firm stands at a token («كيلر سيستمز»)."""
    if i >= len(view.norms) or not view.same_sentence(i - 1, i):
        return False
    return any(hit.entry.flag("firm") for hit in view.hits.at(i, "common_word"))


def _described(view: View, i: int) -> bool:
    """Say whether a quotation mark or an adjective stands between a thing and the name behind a token.

    «المركب الأولمبي "سالم كامل"», «المدرسة الإعدادية ابن سالم».
    """
    quoted = view.norms[i] in OPENING and view.norms[i] != "("
    if quoted:
        i -= 1
    adjective = i > 0 and view.definite(i) and view.same_sentence(i - 1, i)
    adjective = adjective and (view.hits.has(i - 1, "namesake") or not view.hits.has(i, "namesake"))
    demonym = view.country(i) if adjective else None
    if adjective and (demonym is None or demonym.kind != "country"):
        i -= 1  # the adjective
    elif not quoted:
        return False
    things = view.hits.at(i, "namesake") if i >= 0 else []
    held = any(view.any(k, "role") for k in range(max(i - _OFFICE, 0), i))  # «قال مدير المتحف البلدي "سالم كامل"»
    if not things or held or things[0].suffix or things[0].form.number == "d":
        return False
    if quoted:
        return True  # «القاعدة "سالم كامل"»
    adjectival = not (things[0].entry.flag("announced") or things[0].entry.flag("quoted"))
    return adjectival and things[0].definite and _is_free(view, things[0])


def _is_free(view: View, thing: Hit) -> bool:
    """Say whether no noun governs a thing, as it does in «متوسط الميدان الهجومي سالم»."""
    before = thing.first - 1
    if thing.prefix != ARTICLE or before < 0 or not view.same_sentence(before, thing.first):
        return True
    noun = view.norms[before][0].isalpha() and not view.any(before, "function_word") and not view.is_verb(before)
    return not noun


def _is_house(view: View, i: int) -> bool:
    """Say whether a name begins with «house of»: that of a family, where nobody is said to speak («حكم آل سالم»)."""
    particle = view.at(i, "name_particle")
    return particle is not None and particle.entry.flag("opens") and particle.entry.flag("kin")


def _is_tribe(view: View, phrase: Found) -> bool:
    """Say whether a name behind «sons of» is that of their forefather alone («دولة بني أيوب»)."""
    return not any(view.any(i, "name_particle") for i in range(phrase.first, phrase.last))


def _is_family_name(view: View, phrase: Found) -> bool:
    """Say whether a family is called by one word that is no first name («عائلة الكستنائي», not «أسرة سالم»)."""
    i = phrase.first
    if phrase.rule not in _OWNED or phrase.last != i + 1 or not i or phrase.start > view.units.starts[i]:
        return False
    house = view.at(i - 1, "namesake")
    if house is None or not house.entry.flag("family") or house.definite or house.suffix or house.last != i:
        return False
    return view.same_sentence(i - 1, i) and not view.any(i, "given_name", "public_person")


def _is_borne(view: View, phrase: Found, found: list[Found]) -> bool:
    """Say whether the text names somebody of a family in full, whom its name alone would mean."""
    family = view.norms[phrase.first]
    names = (f.name for f in found if f.kind == "person" and f.name is not None)
    full = any(name[1] > name[0] + 1 and view.norms[name[1] - 1] == family for name in names)
    return full or phrase.rule == SHORT_RULE


def _is_family(view: View, first: int, last: int) -> bool:
    """Say whether tokens are the name of a family that begins with «house of» («أسرة آل سالم»)."""
    return last - first <= _AFTER_SON and _is_house(view, first)
