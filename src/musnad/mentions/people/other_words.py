"""Words for people that are other words too: nouns for things, participles, adjectives, and what tells them apart."""

from musnad.arabic import AND, ARTICLE, BARE, LAM, LIKE, OBLIQUE
from musnad.arabic.letters import ALEF, HA, TA, TA_MARBUTA, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.view import CLOSING, COMMAS, OPENING, View

_SPEAKER = 5  # tokens before a comma among which a verb of saying and a name stand
_LONGEST_COUNT = 2  # tokens before a role among which «several of» begins
_PEOPLE = ("role", "title", "source_noun", "one_of", "name_particle", *NAME_WORDS)
_BEFORE_PEOPLE = ("cue", "number_word", "copula", "pronoun", "complementiser", "in_name_of")
_OTHERS = ("role", "title", "body", "elliptic_body", "organisation", "place", *NAME_WORDS)
_SPEAKING = frozenset({"cue", "trigger"})
_COMPLEMENTS = frozenset({"head_of", "role_field", "quote"})
_NOMINAL = frozenset({"noun", "masdar"})
_AND_THE = AND + ARTICLE
_MEMBER = "role.mp"
_RULER, _RULING = "role.governor3", frozenset({"body.party", "body.coalition"})
_PARTY = 8  # tokens from the word for a party to «ruling» behind its name


def is_other_form(view: View, role: Hit) -> bool:
    """Say whether the form cannot be that of a role here, or is counted as only things can be."""
    if role.last > role.first + 1:
        return False
    if role.form.number == "p" and not role.suffix:
        pattern = role.form.pattern
        if is_verb_with_object(view, role):
            return True
        if pattern.endswith(WAW) and (role.definite or not _governs(view, role)):
            return True  # «المدعو», «مدعو إلى»
    return _is_counted(view, role) or _is_deed(view, role)


def is_verb_with_object(view: View, people: Hit) -> bool:
    """Say whether an indefinite plural without the dots of its ending is rather a verb («قاده» is «led him»)."""
    plural = people.form.number == "p" and not (people.suffix or people.definite)
    return plural and people.form.pattern.endswith(HA) and view.units.text[people.end - 1] == HA


def _governs(view: View, role: Hit) -> bool:
    """Say whether a noun can follow a plural in construct."""
    i = role.last
    return view.same_sentence(role.first, i) and view.norms[i][0].isalpha() and not view.any(i, "function_word")


def _is_counted(view: View, role: Hit) -> bool:
    """Say whether «several of», «one of» stand before a singular with the article («بعض المعارض»)."""
    if not (role.definite and role.form.number == "s" and role.prefix == ARTICLE):
        return False
    starts = range(max(role.first - _LONGEST_COUNT, 0), role.first)
    return any(hit.last == role.first for k in starts for hit in view.hits.at(k, "one_of"))


def _is_deed(view: View, role: Hit) -> bool:
    """Say whether a feminine is rather the verbal noun: behind a preposition («بمساعدة أهالي القرية»)."""
    if role.form.gender != "f" or role.form.number != "s" or role.suffix or not role.entry.flag("masdar"):
        return False
    if role.prefix not in {"", ARTICLE, AND} or any(hit.suffix for hit in view.all(role.last)):
        return True  # «مساعدة أطفالهم»
    before = role.first - 1
    return before >= 0 and view.any(before, "function_word") and not view.is_verb(before)


def means_nobody(view: View, role: Hit, phrase: Phrase) -> bool:
    """Say whether a role without a name is rather a thing, a club, a participle or an adjective."""
    if _of_things(view, role) or _is_member(view, role, phrase) or _foretells(view, role, phrase):
        return True
    if role.entry.flag("of_things") and _is_blamed(view, role):
        return True
    if _is_ruling(view, role) or _is_missing(view, role, phrase):
        return True
    entry = role.entry
    if entry.flag("thing"):
        return not (_speaks(view, role, phrase) or (entry.flag("plural_too") and _is_one_man(view, role)))
    if not entry.flag("quality") or role.suffix:
        return False
    if _is_name(view, role, phrase):
        return True
    if role.definite:
        return _is_abstract(view, role) or _is_of_noun(view, role)
    if role.form.number == "p":
        return _is_accusative(role) and role.entry.headword[-1:] != YA and _behind_mark(view, role)
    complements = {node.kind for node in phrase.nodes} & _COMPLEMENTS
    if entry.headword.endswith(YA):
        complements.discard("head_of")  # «فضاء روائي خاص»
        if role.form.number == "s" and phrase.known and _behind_noun(view, role):
            return True  # «ملتقى سياسي في الصويرة»
    whole = bool(phrase.known) or phrase.filled or bool(complements)
    return role.form.number == "s" and not whole and not _stands(view, role)


def _is_missing(view: View, role: Hit, phrase: Phrase) -> bool:
    """Say whether an indefinite role is nobody, who is missing («يعمل المستشفى دون طبيب»)."""
    if role.definite or phrase.definite or role.prefix not in BARE or not role.first:
        return False
    before = view.hits.at(role.first - 1, "function_word")
    return view.same_sentence(role.first - 1, role.first) and any(hit.entry.flag("nobody") for hit in before)


def _is_blamed(view: View, role: Hit) -> bool:
    """Say whether a feminine behind «she is» says what is to blame («وهي المسؤولة عن الحصار»), and no woman."""
    behind = role.first and view.any(role.first - 1, "pronoun")
    blamed = role.form.gender == "f" and role.form.number == "s" and view.same_sentence(role.first, role.last)
    return bool(behind) and blamed and view.any(role.last, "role_preposition")


def _is_name(view: View, role: Hit, phrase: Phrase) -> bool:
    """Say whether a lone indefinite role is rather a name or power («مذهب مالك», «بسط سلطان»)."""
    if role.definite or role.suffix or phrase.last > role.last or role.form.number != "s" or role.form.gender == "f":
        return False
    given = view.at(role.first, "given_name")
    before = role.first - 1
    if given is None or given.last != role.last or role.form.pattern.endswith(ALEF):
        return False
    return before >= 0 and not view.any(before, "number_word", "one_of", "copula") and role.prefix[-1:] != LIKE


def _behind_mark(view: View, role: Hit) -> bool:
    before = role.first - 1
    return before >= 0 and view.same_sentence(before, role.first) and not view.norms[before][0].isalnum()


def _speaks(view: View, role: Hit, phrase: Phrase) -> bool:
    """Say whether a verb of saying stands right before or behind a phrase, or a name and a comma before it."""
    before, after = role.first - 1, phrase.last
    if before < 0 or not view.same_sentence(before, role.first):
        return view.same_sentence(role.first, after) and view.any(after, "cue")
    if view.any(before, "cue") or (view.same_sentence(role.first, after) and view.any(after, "cue")):
        return True
    told = range(max(before - _SPEAKER, 0), before)
    named = before > 0 and (view.any(before - 1, *NAME_WORDS) or any(view.any(k, "cue") for k in told))
    return view.norms[before] in COMMAS and named


def _is_one_man(view: View, role: Hit) -> bool:
    """Say whether what looks like a plural of things is somebody: by its ending, or by the words beside it."""
    if role.form.pattern.endswith(ALEF):
        return True
    i, before = role.last, role.first - 1
    if role.definite:  # «قصر المعارض», not «عانق المعارض زوجته»
        noun = before >= 0 and view.same_sentence(before, i - 1) and view.norms[before][0].isalpha()
        his = view.same_sentence(before, i) and any(hit.suffix for hit in view.all(i))
        return his or not noun or view.is_verb(before) or view.any(before, "function_word", "complementiser", "trigger")
    hit = (view.country(i) or view.at(i, "adjective")) if view.same_sentence(role.first, i) else None
    one = hit is not None and hit.form.number != "p" and not view.norms[i].endswith(HA)
    return one and hit is not None and hit.definite == role.definite


def _of_things(view: View, role: Hit) -> bool:
    """Say whether an adjective or pronoun in the feminine makes a masculine the plural of things («المعارض الفنية»)."""
    i = role.last
    if role.form.number != "s" or role.last > role.first + 1 or not view.same_sentence(role.first, i):
        return False
    if role.form.gender == "f" or role.entry.headword.endswith(TA_MARBUTA):
        return False
    if role.entry.flag("plural_too") and not role.suffix and _with_feminine(view, role):
        return True
    if not (role.definite or role.suffix):
        return False
    relative = view.at(i, "function_word")
    if relative is not None and relative.entry.flag("feminine"):
        return relative.prefix == ""
    norm = view.norms[i]
    if not (view.definite(i) and norm.endswith(HA)) or view.any(i, "function_word", *_OTHERS):
        return False
    if _is_owned(view, role) or (view.same_sentence(i, i + 1) and view.norms[i + 1].endswith(HA)):
        return False  # «زيارة الوزير الأخيرة», «الرئيس المنتهية ولايته»
    return norm.endswith(YA + HA) or view.any(i, "adjective", "country", "region_adjective")


def _with_feminine(view: View, role: Hit) -> bool:
    """Say whether a feminine adjective or verb stands behind the plural of things («مدافع بعيدة», «المدافع تطلق»)."""
    i = role.last
    if view.definite(i) != role.definite or not view.norms[i].endswith(HA):
        return _is_feminine_present(view, i)
    if view.units.text[view.units.ends[i] - 1] != TA_MARBUTA or view.any(i, "function_word", *_OTHERS):
        return False
    unknown = not (view.any(i) or role.entry.flag("governs"))
    return unknown or view.any(i, "adjective", "country", "region_adjective")


def _is_member(view: View, role: Hit, phrase: Phrase) -> bool:
    """Say whether «member» is rather what states and bodies are («الدول الأوروبية الأعضاء», «ليبيا العضو في …»)."""
    if role.entry.id != _MEMBER or not role.definite or role.suffix or phrase.last > role.last:
        return False
    i = role.first - 1
    while i > 0 and view.definite(i) and view.norms[i].endswith(YA + HA) and view.same_sentence(i, role.first):
        i -= 1
    if i < 0 or role.prefix != ARTICLE or not view.same_sentence(i, role.first):
        return False
    return view.land(i) is not None or (view.has_article(i) and view.any(i, "group", "thing", "ordinary_word", "body"))


def _is_ruling(view: View, role: Hit) -> bool:
    """Say whether «ruler» is rather what a party is, behind its name («حزب العدالة والتنمية الحاكم»)."""
    if role.entry.id != _RULER or role.prefix != ARTICLE or role.suffix:
        return False
    for k in range(role.first - 1, max(role.first - _PARTY, -1), -1):
        if not view.same_sentence(k, role.first) or view.any(k, "function_word", "cue") or view.is_verb(k):
            return False
        party = view.at(k, "body")
        if party is not None:
            return party.entry.id in _RULING
    return False


def _foretells(view: View, role: Hit, phrase: Phrase) -> bool:
    """Say whether a feminine participle tells what becomes of a thing («السوق مرشحة للهبوط», «صيغة، مسؤولة عن»)."""
    if not role.entry.flag("of_things") or role.form.gender != "f" or role.form.number != "s":
        return False
    if role.definite or role.suffix or role.prefix:
        return False
    i, after = role.first - 1, role.last
    if phrase.last > after or i < 0 or not view.same_sentence(i, after):
        return False
    tied = view.any(after, "function_word", "role_preposition") or any(hit.prefix in LAM for hit in view.all(after))
    if view.norms[i] in COMMAS:
        return tied and i > 0 and view.any(i - 1, "adjective") and not view.any(i - 1, *_PEOPLE)
    return tied and view.has_article(i) and not (view.is_verb(i) or view.any(i, *_PEOPLE, "group", "country"))


def _is_of_noun(view: View, role: Hit) -> bool:
    """Say whether a relational adjective with the article describes what stands before it, with the article or not.

    «تعاونهما الاقتصادي», «منتدى أسوان الاقتصادي», «"الضمير" السياسي», «المهني أو السياسي».
    """
    i = role.first - 1
    if not role.entry.headword.endswith(YA) or role.form.number != "s" or role.prefix != ARTICLE:
        return False
    if i < 1 or not view.same_sentence(i - 1, role.first):
        return False
    if view.norms[i] in CLOSING or (view.norms[i] in OPENING and view.has_article(i - 1)):
        return not view.any(i - 1, *_PEOPLE)
    if view.any(i, "function_word"):
        joined = view.at(i, "function_word")
        plain = joined is not None and not joined.prefix and view.any(i - 1, "adjective")
        return plain and view.has_article(i - 1) and view.norms[i - 1].endswith(YA)
    owned = any(hit.suffix for hit in view.all(i)) or view.any(i, "place", "organisation") or view.land(i) is not None
    return owned and _behind_noun(view, role)  # not «تصريحات القيادي»


def _behind_noun(view: View, role: Hit) -> bool:
    """Say whether a noun that tells of no deed, speech or person stands right before a word."""
    i = role.first - 1
    if role.prefix not in BARE or i < 0 or not view.same_sentence(i, role.first) or not view.norms[i][0].isalpha():
        return False
    if view.is_verb(i) or view.any(i, "function_word", "trigger", "cue", "complementiser", "copula", *_BEFORE_PEOPLE):
        return False
    return not view.any(i, *_PEOPLE, "group")


def _is_owned(view: View, role: Hit) -> bool:
    """Say whether a role may be the second part of an idafa, so that the adjective is of the first one."""
    before = role.first - 1
    if role.prefix != ARTICLE or before < 0 or not view.same_sentence(before, role.first):
        return False
    noun = view.norms[before][0].isalpha() and not view.has_article(before) and not view.any(before, "function_word")
    return noun and (view.norms[before].endswith((HA, ALEF + TA, ALEF)) or not view.is_verb(before))


def _is_abstract(view: View, role: Hit) -> bool:
    """Say whether an adjective with the article is joined to another one, without a noun («بين السياسي والفكري»)."""
    i = role.last
    if not role.entry.headword.endswith(YA) or role.form.number != "s" or not view.same_sentence(role.first, i):
        return False
    norm = view.norms[i]
    if not (norm.startswith(_AND_THE) and norm.endswith(YA) and view.any(i, "adjective")) or view.any(
        i, "role", "title"
    ):
        return False
    speaks = role.first > 0 and view.any(role.first - 1, "cue") and not view.any(role.first - 1, "function_word")
    return not (speaks or (role.first > 0 and view.any(role.first - 1, *_PEOPLE)))


def _stands(view: View, role: Hit) -> bool:
    """Say whether a lone indefinite role stands where somebody does, and no adjective or adverb."""
    before, accusative = role.first - 1, _is_accusative(role)
    if role.prefix.endswith(LIKE) or before < 0 or not view.same_sentence(before, role.first):
        return True
    if not view.norms[before][0].isalnum():
        return not accusative  # «، محققا أرباحا»
    if view.norms[before].isdigit() or view.any(before, *_PEOPLE):
        return True
    if accusative and view.norms[before].endswith(ALEF):
        return False  # «عرضا مصورا»
    if view.any(before, *_BEFORE_PEOPLE):
        return not (role.entry.headword.endswith(YA) and _is_feminine_present(view, before))  # «توافق سياسي»
    if role.prefix.startswith(AND):
        return False  # «مشاهدا بل ومصورا»
    if view.any(before, "function_word"):
        return not (role.entry.headword.endswith(YA) and view.norms[before - 1].endswith(YA))  # «اجتماعي أو اقتصادي»
    verbs = [hit for hit in view.all(before) if hit.form.pos == "verb"]
    if role.form.gender == "f" and not view.norms[before].endswith((HA, ALEF + TA)):
        deeds = {hit.form.pos for hit in view.all(before) if hit.kind == "trigger"}
        if deeds & {"masdar", "verb"}:
            return True  # «طرد صحفية», «أقدمت مصورة»
    if role.entry.headword.endswith(YA):
        nominal = any(hit.form.pos in _NOMINAL for hit in view.all(before)) or _is_feminine_present(view, before)
        return not nominal and any(hit.kind in _SPEAKING for hit in verbs)
    return bool(verbs) and not accusative


def _is_feminine_present(view: View, i: int) -> bool:
    """Say whether a token can be a verb in the feminine present only, which a masculine noun looks like."""
    verbs = [hit.form for hit in view.all(i) if hit.form.pos == "verb"]
    return view.norms[i].startswith(TA) and bool(verbs) and all(form.tense == "present" for form in verbs)


def _is_accusative(role: Hit) -> bool:
    """Say whether an indefinite role ends as no subject does."""
    pattern = role.form.pattern
    return pattern.endswith(OBLIQUE) or (pattern.endswith(ALEF) and not role.entry.headword.endswith(ALEF))
