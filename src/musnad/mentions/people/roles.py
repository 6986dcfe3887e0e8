"""Which words are roles where they stand, and of which gender: the rest of their readings are verbs and adjectives."""

from musnad.arabic import AND, ARTICLE, BA, BARE, CONJUNCTIONS, LAM, is_full_dual
from musnad.arabic.letters import ALEF, ALEF_ABOVE, ALEF_BELOW, HA, NUN, TA, TA_MARBUTA, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.people.other_words import is_other_form
from musnad.mentions.view import View
from musnad.mentions.word_shapes import stands_free

_DEFINITE = ("place", "country", "organisation", "agency", "name_particle", *NAME_WORDS)
_HERS = HA + ALEF
_PEOPLE = ("role", "group", "source_noun", "title", "one_of")  # those whom people in the plural may describe
_NOUNS = frozenset({"thing", "ordinary_word"})
_AGENT = "agent"  # the particles of who did what was done
_SULTAN = "role.sultan"
_TYING = frozenset({*BA, *LAM})
_NOT_GOVERNING = BARE | frozenset(CONJUNCTIONS)


def role_at(view: View, i: int) -> Hit | None:
    """Return the longest role at a token: before a dual a plural in construct, before an accusative the dual."""
    if not view.any(i, "role"):
        return None
    goes_on = view.any(i, "cue") and view.norms[i].endswith((ALEF, WAW + NUN, YA + NUN))
    if goes_on and not (_is_headword(view, i) or view.any(i + 1, "in_name_of")):
        return None  # «مشيرا», «مشيرين» go on speaking
    marked = not i or not view.norms[i - 1][0].isalpha()
    if marked and view.any(i, "cue") and view.norms[i].endswith(HA) and not view.definite(i):
        return None  # «، متهمة …»
    roles = [hit for hit in view.all(i) if hit.kind == "role" and not _is_other_word(view, hit)]
    return max(roles, key=lambda hit: (hit.last, not stands_free(hit), hit.form.number != "d"), default=None)


def _is_headword(view: View, i: int) -> bool:
    """Say whether a token is a role in the singular that ends as duals and plurals do («المدون»)."""
    role = view.at(i, "role")
    return role is not None and role.definite and not role.suffix and role.form.number == "s"


def _is_other_word(view: View, role: Hit) -> bool:
    """Say whether the word is no role here: an adjective of a noun, or a dual in construct («رئيسي») without one."""
    if role.first and (_is_negated(view, role) or (role.entry.flag("adjectival") and _qualifies(view, role))):
        return True
    if _in_phrase(view, role) or _decrees(view, role) or is_other_form(view, role) or _are_two(view, role):
        return True
    if view.any(role.first, "function_word") and view.units.surface(role.first, role.last) != role.entry.headword:
        return True  # «وإلى» in the spelling of «والي»
    if role.entry.headword[0] == ALEF_BELOW and _has_other_alef(view, role):
        return True  # «أمامه» in the spelling of «إمامه»
    woman = role.entry.flag("adjectival") and role.form.gender == "f"
    if woman and (view.any(role.first, "body") or (role.entry.flag("idafa") and not view.any(role.last, "role"))):
        return True  # «أكاديمية الشرطة», «كبيرة الحجم»
    if role.suffix and not role.suffix.startswith(HA):
        return True  # «رئيسي» is «main», not «my president»
    if role.suffix == HA and role.entry.id == _SULTAN and not _named_behind(view, role):
        return True  # «his rule»
    if role.suffix and _is_action(view, role):
        return True  # «لمساعدتها» is «to help her», «قادته» «she led him»
    if (
        role.prefix not in _NOT_GOVERNING
        and role.form.pattern.endswith(ALEF)
        and not role.entry.headword.endswith(ALEF)
    ):
        return True  # «كاميرا»: neither accusative nor nominative dual behind a preposition
    definite = role.definite or bool(role.suffix)
    if not definite and (_is_masdar(view, role) or _is_participle(view, role)):
        return True
    if (
        not definite
        and not role.entry.flag("head")
        and role.last < len(view.norms)
        and view.definite(role.last)
        and view.is_verb(role.first)
    ):
        return True  # «شاهد المباراة»
    return role.form.number == "d" and not role.suffix and _is_no_dual(view, role)


def _has_other_alef(view: View, role: Hit) -> bool:
    """Say whether the alef of a role is written as it has none («للأمام» is no imam), before no name."""
    if not role.definite:
        return view.units.text[role.start] != ALEF_BELOW
    one = role.form.number != "p" and ALEF_ABOVE in view.units.text[role.start : role.end]  # not «الأئمة»
    return one and not _named_behind(view, role)


def _decrees(view: View, role: Hit) -> bool:
    """Say whether a role is a participle with what is decreed behind it («القرار القاضي بمنع …»)."""
    i = role.last
    if not (role.definite and role.entry.flag("decrees")) or not view.same_sentence(role.first, i):
        return False
    seat = view.any(i, "body", "place_head", "role", "title", *_DEFINITE)
    return not seat and any(hit.prefix in BA for hit in view.all(i))


def _are_two(view: View, role: Hit) -> bool:
    """Say whether what looks like an idafa has the article twice: «دعا الرئيس | البرلمان», not «النائب العام»."""
    if role.last == role.first + 1 or not role.definite or not view.has_article(role.first + 1):
        return False
    return role.prefix != "" and view.any(role.first + 1, "body", "organisation", "elliptic_body")


def _in_phrase(view: View, role: Hit) -> bool:
    """Say whether a role is a part of a longer phrase that tells of nobody («الأعضاء الحيوية», «زراعة الأعضاء»)."""
    for at in (role.first, role.first - 1):
        if at >= 0 and view.hits.has_phrase(at):
            hits = (hit for hit in view.hits.at(at, "ordinary_word") if hit.entry.flag("nobody"))
            if any(hit.last >= role.last for hit in hits):
                return True
    return False


def _named_behind(view: View, role: Hit) -> bool:
    """Say whether a name or a title with one stands right behind a role («سلطانه نور الدين»)."""
    after = role.last
    return view.same_sentence(role.first, after) and (view.is_name(after) or view.honorific(after) is not None)


def _is_no_dual(view: View, role: Hit) -> bool:
    """Say whether what looks like a dual is none: in construct without a noun, or in full with a definite adjective."""
    if is_full_dual(role.form.pattern):  # «والدين العام» is «and the public debt»
        return not role.definite and view.any(role.last, "adjective") and view.definite(role.last)
    if role.definite or role.last >= len(view.norms):
        return True
    field = view.at(role.last, "role_field")
    return not (view.definite(role.last) or (field is not None and field.prefix in BARE))  # «وزيرا للزراعة» is one


def _is_negated(view: View, role: Hit) -> bool:
    """Say whether «not» stands before a role, which makes it an adjective («غير مسؤولة»)."""
    negation = view.at(role.first - 1, "function_word")
    return negation is not None and negation.entry.flag("negates")


def _qualifies(view: View, role: Hit) -> bool:
    """Say whether a word that is an adjective too belongs to the noun before it, or is the second of two."""
    before = role.first - 1
    if role.entry.flag("idafa") and view.any(role.last, "role"):
        return False  # «وقاد كبير مفاوضي …»
    if not is_noun(view, before) or by_whom(view, role.first):
        return _is_second(view, role)
    if _are_others(view, role):
        return False
    noun = view.at(before, "role")
    if role.prefix[:1] == AND and role.definite and role.form.number == "s" and noun is not None and noun.definite:
        return noun.entry.flag("adjectival")  # «المحامي والناشط», but «المحلل السياسي والإعلامي»
    if not role.definite and role.entry.flag("owned") and (view.definite(role.last) or view.is_name(role.last)):
        return False  # «سالم الكستنائي شقيق القتيلة»
    if not role.definite:
        deed = any(view.any(k, "trigger") for k in (before - 2, before - 1) if k >= 0)
        return not (view.has_article(before) and deed)  # «اعتقلت الشرطة ‹ناشطة›»
    if view.has_article(before) or view.any(before, *_DEFINITE):
        return True
    written = view.units.surface(before, role.first).strip()
    return any(hit.suffix for hit in view.all(before)) or written.endswith((HA, HA + ALEF))  # no «شقة القيادي»


def _are_others(view: View, role: Hit) -> bool:
    """Say whether people in the plural stand behind what is nobody, whose adjective they cannot be.

    «منعت إسرائيل | الصحافيين», «دعت الوزارة | القضاة».
    """
    before = role.first - 1
    if role.form.number != "p" or role.form.gender == "f" or not role.definite or view.any(before, *_PEOPLE):
        return False
    land = view.country(before)
    if land is not None:
        return land.form.number != "p"
    return view.any(before, "body", "place", "organisation") or view.norms[before].endswith((HA, ALEF + TA))


def _is_second(view: View, role: Hit) -> bool:
    """Say whether an indefinite word is the second of two adjectives («أثر علمي واقتصادي»)."""
    before = view.at(role.first - 1, "adjective")
    return role.prefix == AND and before is not None and not (before.definite or before.prefix)


def _is_masdar(view: View, role: Hit) -> bool:
    """Say whether an indefinite role before a definite noun is rather a verbal noun or participle of speech.

    «رغم معارضة البرلمان», «لمساعدة الناس», «داعية الأطراف».
    """
    if role.last >= len(view.norms) or role.last > role.first + 1:
        return False
    body = view.any(role.last, "organisation", "body")
    if not view.definite(role.last) and not view.any(role.last, "country", "place") and not body:
        return False
    speech = None if body else view.at(role.first, "cue")
    verbal = role.form.gender == "f" and view.any(role.first, "ordinary_word") and not role.entry.flag("owned")
    return verbal or (speech is not None and not role.entry.flag("head"))


def _is_participle(view: View, role: Hit) -> bool:
    """Say whether an indefinite role goes on about a noun («لجنة ممثلة في», «ممثلا بالمدير», «عصابة متهمة»)."""
    feminine = role.form.gender == "f"
    if not (feminine or role.form.pattern.endswith(ALEF)) or role.entry.headword.endswith(ALEF):
        return False
    if not feminine and role.form.number == "s" and _has_object(view, role):
        return True
    before = role.first - 1
    noun = before >= 0 and is_noun(view, before) and not view.any(before, "role", "trigger", "cue", "one_of")
    if noun and feminine and view.norms[before].endswith((HA, ALEF + TA)) and not view.definite(before):
        return True
    by = view.at(role.last, "role_preposition")
    if feminine and by is not None and by.entry.flag("members") and not (before >= 0 and view.any(before, "cue")):
        return True  # «آلية مؤلفة من خبراء»
    tied = (by is not None and not by.entry.flag("office")) or any(hit.prefix in BA for hit in view.all(role.last))
    return tied and any(hit.entry.flag("abroad") for hit in view.all(role.first) if hit.kind == "role")


def _has_object(view: View, role: Hit) -> bool:
    """Say whether a noun stands right behind an accusative, which no idafa can have («محققا إيرادات بلغت …»)."""
    i = role.last
    if i >= len(view.norms) or not view.same_sentence(role.first, i) or not is_noun(view, i):
        return False
    other = any(hit.prefix not in BARE for hit in view.all(i)) or view.norms[i].endswith(ALEF)
    other = other or view.norms[i][0] in _TYING
    return not other and not view.any(i, "role_preposition", "adjective", "country", "role", "title", *NAME_WORDS)


def is_adjective(view: View, role: Hit) -> bool:
    """Say whether a lone definite role is the adjective of the definite noun before it («القضية الرئيسة»)."""
    before = role.first - 1
    if role.prefix not in BARE or not role.definite or before < 0 or not view.same_sentence(before, role.first):
        return False
    if view.norms[before].isdigit():
        return True  # «رقم 20 المؤرخ في»
    if _are_others(view, role):
        return False
    owned = any(hit.suffix for hit in view.all(before)) or (not view.any(before) and view.norms[before].endswith(_HERS))
    owned = owned and not view.any(before, "role")
    article = view.has_article(before) or any(hit.prefix.endswith(ARTICLE) for hit in view.all(before))  # «كالركود»
    if not (article or owned) or (view.is_verb(before) and not _is_owned_thing(view, role)):
        return False  # «أجهزتنا المسؤولة»
    noun = view.at(before, "role")
    if (noun is not None and not noun.entry.flag("adjectival")) or view.any(
        before, "title", "head_of", "place", *NAME_WORDS
    ):
        return False
    feminine = role.form.gender == "f" or view.norms[role.first].endswith(HA)  # «المبادرة الداعية إلى»
    return owned or feminine or not view.norms[before].endswith((HA, ALEF + TA))  # «المدن الرئيسة»


def _is_owned_thing(view: View, role: Hit) -> bool:
    """Say whether the word before an adjective with the article is rather a noun with a pronoun («عمله السياسي»)."""
    before = role.first - 1
    noun = any(hit.suffix and hit.kind in _NOUNS for hit in view.all(before))
    return noun and role.entry.flag("adjectival") and not view.any(before, "cue", "trigger")


def _is_action(view: View, role: Hit) -> bool:
    """Say whether a role with a pronoun is rather a verb, a verbal noun or a thing («كتابه»); kinsmen never are."""
    if role.entry.flag("owned"):
        return False
    if role.entry.flag("idafa") and role.form.gender == "f":
        return True
    others = (hit for hit in view.all(role.first) if hit.kind != "role")
    return any(hit.form.pos in {"verb", "masdar"} or hit.kind in {"ordinary_word", "body", "trigger"} for hit in others)


def by_whom(view: View, i: int) -> bool:
    """Say whether somebody at a token did what was done: «على يد», «من قبل», «برصاص» end before it."""
    before = (hit for k in (i - 2, i - 1) if k >= 0 for hit in view.hits.at(k, "particle"))
    return any(hit.last == i and hit.entry.text("part") == _AGENT for hit in before)


def is_noun(view: View, i: int) -> bool:
    """Say whether a token may be a noun with an adjective behind it: no mark, verb or function word."""
    return view.norms[i][0].isalpha() and not view.is_verb(i) and not view.any(i, "function_word")


def gender_of(view: View, role: Hit) -> str | None:
    """Return the gender of a role: of its form, or of its ending where the form is written out."""
    if role.form.gender:
        return role.form.gender
    return "f" if view.units.surface(role.first, role.first + 1).endswith(TA_MARBUTA) else None
