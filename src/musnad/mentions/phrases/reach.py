"""How far a noun phrase reaches behind its head: idafa, adjectives, and what belongs to it by a preposition.

A phrase is open until its head is definite by itself, by a name or by a definite noun; a closed phrase takes only
definite adjectives, a bracket, and further parts where its head is of those that have them.
"""

from musnad.arabic import ARTICLE, BA, BARE, LAM, LAM_ARTICLE, OBLIQUE
from musnad.arabic.letters import ALEF, HA, TANWIN
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_PARTS, NAME_WORDS
from musnad.mentions.labels import SOUND_PLURAL
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.phrases.adjuncts import ONTO, TYING, adjunct, concerns, ends_definite, take, take_one
from musnad.mentions.phrases.agreement import (
    before_imam,
    behind_his,
    like_adjective,
    of_another,
    of_other_land,
    of_others,
)
from musnad.mentions.phrases.brackets import take_bracket, take_quote
from musnad.mentions.phrases.fields import further
from musnad.mentions.phrases.idafa import constructed, of_these
from musnad.mentions.phrases.joined import SEVERAL, number_of
from musnad.mentions.phrases.own_names import family_firm, thing_before, unknown_name
from musnad.mentions.phrases.place_names import opened
from musnad.mentions.phrases.ranked import of_ranked
from musnad.mentions.phrases.ties import ties
from musnad.mentions.proper.names import announced, before_person, family
from musnad.mentions.view import View
from musnad.mentions.word_shapes import stands_free

LONGEST = 12  # tokens behind a head; longer phrases are clauses

_ENDS = frozenset({"weekday", "day_word", "day_noun", "month", "vague", "part_of_day"})
_DEMONYMS = frozenset({"country", "region_adjective"})
_DESCRIBING = _DEMONYMS | {"adjective", "word", "place_head", "place", "body", "organisation", "elliptic_body"}
_PARTS = frozenset({*ONTO, "country"})
_BARE_NOUNS = ("role", "group", "country")  # whose ending tells whether they are an object
_NUMBERED = frozenset({"MIL", "MED", "REB"})  # units and channels
_ADJECTIVES = frozenset({"adjective", "head_of", "role_field", "number_word"})


def extend(view: View, head: Hit, *, prepositions: bool = False) -> Phrase:
    """Return the phrase that a head begins.

    `prepositions` lets a prepositional phrase with a body or place follow, as after an indefinite role («موظف في
    السفارة»).
    """
    last = head.last - 1  # «القائم بأعمال السفارة», «المشتبه به»
    whole = head.definite if last == head.first or view.any(last, "function_word") else view.definite(last)
    closed = whole or bool(head.suffix)
    country = head.entry.text("country") if head.kind == "role" else ""
    phrase = Phrase(head.last, closed=closed, country=country or None, free=stands_free(head))
    if head.kind == "role" and head.last > head.first + 1:
        _reach(view, phrase, head)
    limit = min(head.last + LONGEST, len(view.norms))
    while phrase.last < limit and view.same_sentence(head.first, phrase.last):
        if _is_object(view, phrase.last, head) or of_another(view, phrase, head, phrase.last):
            break
        if not _step(view, phrase, head, prepositions=prepositions):
            break
    return phrase


def _is_object(view: View, i: int, head: Hit) -> bool:
    """Say whether a word has the ending of an object and the one before it has not («قتل جندي | فلسطينيا», «| لصا»)."""
    norm, before = view.norms[i], view.norms[i - 1]
    people = head.kind in {"role", "group"}
    if not people or norm.startswith(ARTICLE) or view.land(i) is not None or view.any(i, "place"):
        return False
    if norm.endswith(OBLIQUE):
        one = head.kind == "role" and head.form.number == "s" and head.last == i
        return (before.endswith(SOUND_PLURAL) or one) and view.at(i, "country") is not None
    man = head.kind == "group" and (head.form.number, head.form.gender) == ("s", "m") and not head.entry.flag("counted")
    if man and norm.endswith((HA, ALEF)) and not before.endswith(ALEF):
        return True  # «استهدف انتحاري | حافلة»
    if not norm.endswith(ALEF) or before.endswith(ALEF):
        return False
    hit = view.at(i, *_BARE_NOUNS)
    named = hit is not None and (hit.entry.headword[-1] == ALEF or (head.entry.flag("head") and hit.kind == "country"))
    return hit is not None and not (hit.prefix or hit.suffix or named)  # «رئيسة كوريا»


def _reach(view: View, phrase: Phrase, head: Hit) -> None:
    """Take the known body that the last word of an office begins («رئيس ‹جامعة› الملك سعود»)."""
    body = view.at(head.last - 1, "organisation")
    if body is not None and body.last > head.last:
        phrase.known.append(body)
        phrase.take(body, closes=True)


def _step(view: View, phrase: Phrase, head: Hit, *, prepositions: bool) -> bool:
    """Take the next part of the phrase; False where it ends."""
    i = phrase.last
    norm = view.norms[i]
    if not norm[0].isalpha():
        return take_bracket(view, phrase, head) or _number(view, phrase, head, i) or take_quote(view, phrase, head)
    if norm == ARTICLE and i + 1 < len(view.norms) and view.norms[i + 1].isdigit():
        phrase.word(view, i + 1, closes=True)
        return True
    kinds = view.here(i).keys()
    if "place_opener" in kinds and _place(view, phrase, i):
        return True
    if kinds:
        if not kinds.isdisjoint(_ENDS):
            return take_one(view, phrase, head)  # «أحد» is Sunday too
        if "title" in kinds and _honoured(view, phrase, head):
            return True
        if not kinds.isdisjoint(_DEMONYMS) and _demonym(view, phrase, i):
            return True
        if not kinds.isdisjoint(_PARTS) and _known(view, phrase, head, i):
            return True
        if not kinds.isdisjoint(TYING) and adjunct(view, phrase, head, prepositions=prepositions):
            return True
        if not kinds.isdisjoint(_ADJECTIVES) and _adjective(view, phrase, head, i):
            return True
        if "function_word" in kinds and kinds.isdisjoint(NAME_WORDS):
            purpose = "purpose" in kinds and further(view, phrase, head, i)
            return purpose or concerns(view, phrase, head) or of_these(view, phrase, head, i)
    return further(view, phrase, head, i) or of_ranked(view, phrase, head, i) or _noun(view, phrase, head, i)


def _place(view: View, phrase: Phrase, i: int) -> bool:
    """Take a name of two words behind the head noun of a place («رئيس مقاطعة بني مكادة»)."""
    head = phrase.known[-1] if phrase.known else None
    last = opened(view, i)
    if head is None or head.kind != "place_head" or head.last != i or phrase.closed or last == i:
        return False
    phrase.word(view, i, closes=False)
    phrase.word(view, last - 1, closes=True)
    return True


def _honoured(view: View, phrase: Phrase, head: Hit) -> bool:
    """Take a title with the office behind it as whom somebody serves («مستشار جلالة الملك»)."""
    title = view.at(phrase.last, "title")
    if title is None or title.prefix or phrase.closed or phrase.nodes or head.kind != "role":
        return False
    office = view.at(title.last, "role")
    if office is None or office.prefix not in BARE or not office.definite or announced(view, office.last) is not None:
        return False
    phrase.take(title, closes=False)
    phrase.take(office, closes=True)
    return True


def _demonym(view: View, phrase: Phrase, i: int) -> bool:
    hit = view.country(i)
    if hit is None or hit.prefix not in BARE or (phrase.closed and not hit.definite):
        return False
    if phrase.free and not phrase.closed and hit.definite:
        return False
    land = view.land(i) or view.at(i, "place")
    if land is not None and not hit.definite and (land.last > hit.last or _is_land(view, hit)):
        return False
    finance = view.any(i, "elliptic_body") or (view.any(i, "role_field") and view.land(i + 1) is not None)
    if finance and not phrase.closed:
        return False  # «وزير المالية» is not a minister of Mali, nor is «وزير مالية اليونان»
    if hit.kind == "country":
        phrase.country = phrase.country or view.code(hit)
    in_full = phrase.free
    phrase.take(hit, closes=hit.definite)
    phrase.free = not hit.definite and (in_full or hit.form.number != "p")  # «مسؤولون أكراد»
    return True


def _is_land(view: View, demonym: Hit) -> bool:
    """Say whether what is written like the accusative of a demonym is the land, behind no accusative («سفير كوريا»)."""
    marked = demonym.form.number == "s" and demonym.form.pattern.endswith(ALEF)
    return marked and not view.norms[demonym.first - 1].replace(TANWIN, "").endswith(ALEF)


def _known(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take a country, place, body or known organisation: in idafa, or behind the preposition «ل» or «ب»."""
    land, hit = view.land(i), view.at(i, *ONTO)
    if hit is not None and of_other_land(view, hit):
        hit = view.at(i, "body")
    target = land if land is not None and (hit is None or land.last >= hit.last) else hit
    if target is None or before_imam(view, target) or not ties(view, phrase, head, target) or _honorific(view, target):
        return False
    if target.kind in {"role", "group"} and target.prefix == "" and view.norms[i].endswith(SOUND_PLURAL):
        phrase.take(target, closes=False)
        phrase.free = True  # «نواب معارضون» are opponents, and not of somebody
        return True
    club = target.entry.flag("ambiguous") and target.entry.text("org_type") == "sport"
    lands = not (club and head.entry.flag("fields"))  # «وزارة الشباب» is not of the club's state
    phrase.filled = True
    if target.prefix not in BARE:
        phrase.indefinite = phrase.indefinite or not phrase.closed
        phrase.closed = False
    take(phrase, target, lands=lands, whole=ends_definite(view, target) or _has_article_too(view, target))
    return True


def _has_article_too(view: View, target: Hit) -> bool:
    """Say whether «for» and the first letter of a body are written like the article («المدير التنفيذي للجنة»)."""
    one = target.kind == "body" and target.last == target.first + 1 and not target.suffix
    if not one or target.definite or target.prefix not in LAM or not view.norms[target.first].startswith(LAM_ARTICLE):
        return False
    return target.last < len(view.norms) and view.is_name(target.last)


def _honorific(view: View, target: Hit) -> bool:
    """Say whether a role is rather the title of a name behind it («نجل الشيخ سالم»)."""
    return target.kind == "role" and view.any(target.first, "title") and announced(view, target.last) is not None


def _adjective(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take an adjective that agrees in definiteness, or a field of office without article."""
    hit = view.at(i, "adjective", "head_of") or number_of(view, phrase, head, i)
    if hit is not None and not phrase.closed and view.any(i, "purpose") and view.definite(i + 1):
        return False  # «لجنة مناهضة التعذيب»
    indefinite = hit is not None and not hit.definite
    if indefinite and hit is not None and view.same_sentence(i, hit.last) and view.norms[hit.last][0].isdigit():
        return False  # «14 عراقيا | عام 2007»
    agrees = (
        hit is not None
        and hit.prefix in BARE
        and hit.definite == phrase.closed
        and not (i == head.last and of_others(head, hit))
        and not (hit.definite and behind_his(view, i, hit))
    )
    if hit is not None and (agrees or (hit.kind == "head_of" and not phrase.closed)):
        in_full = view.norms[i].endswith(SOUND_PLURAL) and not hit.definite  # «خبراء سياسيون | الشعب»
        free = phrase.free or in_full or not (hit.definite or hit.kind == "head_of" or view.any(i, "role_field"))
        phrase.take(hit, closes=False)
        phrase.free = free
        return True
    of_office = view.at(i, "role_field")
    if of_office is not None and not (phrase.closed or of_office.prefix or _in_full(view, phrase, head)):
        phrase.take(of_office, closes=bool(of_office.suffix))
        return True
    return False


def _in_full(view: View, phrase: Phrase, head: Hit) -> bool:
    """Say whether a noun stands in full, behind which no idafa stands («مسلحون ‹سيارة›»); «رجلا ‹أمن›» may be two."""
    return phrase.free and (head.form.number == "p" or TANWIN in view.units.text[head.start : head.end])


def _noun(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take the second part of an idafa: the name of a person behind a body or kinsman, or a definite noun."""
    if phrase.free and not phrase.closed:
        return False
    if view.any(i, *NAME_WORDS) and _owner(view, phrase, head):
        lone = view.at(i, *NAME_WORDS) if head.kind == "group" and not view.any(i, "function_word") else None
        if lone is not None and not view.any(lone.last, *NAME_PARTS):
            phrase.take(lone, closes=True)  # «اقتحم أنصار القذافي | السفارة»
            return True
        name = announced(view, i)
        if name is not None:
            phrase.last, phrase.closed, phrase.person, phrase.filled = name.last, True, False, True
            phrase.nodes += name.nodes
            return True
    if _honours(view, phrase, head, i) or _firm(view, phrase, i) or constructed(view, phrase, head, i):
        return True
    # «شركة دار النخيل», «مديرة دار الرعاية»
    noun = view.any(i, "ordinary_word") and (head.kind == "body" or (view.any(i, "place_opener") and not phrase.closed))
    if (view.is_verb(i) and not noun) or view.any(i, "function_word", "title"):
        return False
    if view.any(i, *NAME_WORDS) and not (view.any(i, "ordinary_word", "adjective") or _is_thing(view, i)):
        return head.kind == "role" and family_firm(view, phrase, i)
    if not view.definite(i):
        return not phrase.closed and _middle(view, phrase, head, i)
    if phrase.closed and (
        not like_adjective(view, i, clause=head.kind == "body")
        or (head.entry.flag("rank") and family(view, i) and i == head.last)
    ):
        return False  # «العقيد النصيري» is a name
    phrase.filled = phrase.filled or not phrase.closed
    phrase.word(view, i, closes=True)
    return True


def _is_thing(view: View, i: int) -> bool:
    """Say whether a name that is an ordinary word too has an article that the name has not («قسم الفلك»)."""
    given = view.at(i, "given_name")
    return given is not None and given.definite and not given.form.article and given.entry.flag("ambiguous")


def _honours(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take the title and name after which a body or place is called («مستشفى الملك فهد»)."""
    inner = phrase.known[-1] if phrase.known else head
    named = inner.last == i and (inner.kind == "place_head" or inner.entry.flag("named"))
    if phrase.closed or not (named or thing_before(view, i)):
        return False
    first = view.behind_titles(i)
    name = announced(view, first) if view.same_sentence(i, first) else None
    if name is None or (first == i and head.kind != "role"):
        return False
    name = before_person(view, name) if first == i else name
    phrase.last, phrase.closed, phrase.filled = name.last, True, True
    phrase.nodes += name.nodes
    return True


def _firm(view: View, phrase: Phrase, i: int) -> bool:
    """Take the unknown name of the body in a phrase that wants one («خبير من شركة تورفيدا الهندية»)."""
    body = phrase.known[-1] if phrase.wants else None
    if body is None or body.kind != "body" or not body.entry.flag("named"):
        return False
    last = unknown_name(view, body, i)
    for k in range(i, last):
        phrase.word(view, k, closes=True)
    return last > i


def _is_rank(view: View, inner: Hit) -> bool:
    """Say whether the name of a unit is a rank too («قوات ‹اللواء› سليم الحداد»)."""
    return inner.kind == "body" and inner.definite and view.any(inner.first, "role")


def _owner(view: View, phrase: Phrase, head: Hit) -> bool:
    """Say whether a person may follow in idafa («حكومة نتنياهو», «مكتب رئيس الوزراء العراقي حيدر العبادي»)."""
    inner = phrase.known[-1] if phrase.known else None
    office = next((hit for hit in reversed(phrase.known) if hit.kind == "role"), inner)
    if office is not None and office.form.number not in SEVERAL and (office.kind == "role" or _is_rank(view, office)):
        described = all(node.kind in _DESCRIBING for node in phrase.nodes if node.start >= office.end)
        loyal = any(node.kind == "allegiance" for node in phrase.nodes)  # «وزراء محسوبون على الرئيس سليم الحداد»
        return described and (loyal or head.kind in {"body", "elliptic_body", "group"})
    inner = inner if inner is not None and inner.last == phrase.last else None
    owned = inner.entry.flag("owned") if inner is not None else head.entry.flag("owned") and not phrase.nodes
    return owned and not phrase.closed


def _middle(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take a noun in the middle of an idafa («محكمة استئناف ديالى»), if a definite noun or a place follows."""
    body = head.kind == "body" or (bool(phrase.known) and phrase.known[-1].kind == "body")
    noun = view.any(i, "ordinary_word", "purpose", "trigger")
    follows = i + 1 < len(view.norms) and view.same_sentence(i, i + 1)
    unknown = view.norms[i][0].isalpha() and (view.any(i, "common_word") or not view.any(i))
    seat = follows and view.at(i + 1, "place_head", "place", "body")
    served = head.kind == "role" and bool(seat) and not (head.definite or head.suffix or head.entry.flag("rank"))
    chief = head.kind == "role" and head.entry.flag("idafa") and not head.entry.flag("serves")  # «كبير مستشاري الرئيس»
    many = chief and any(hit.kind == "role" and hit.form.number == "p" for hit in view.all(i))
    known = noun or many or ((body or phrase.nodes or served) and unknown)
    if not follows or not known or not view.norms[i][0].isalpha():
        return False
    if not many and any(hit.prefix or hit.suffix for hit in view.all(i)):
        return False
    after = view.at(i + 1, "country", "place", "body", "place_head" if served else "place")
    known = after is not None and not after.prefix and after.form.pos != "adjective"
    if not (known or (view.definite(i + 1) and not view.is_verb(i + 1) and view.country(i + 1) is None)):
        return False
    phrase.word(view, i, closes=False)
    return True


def _number(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take the number of a unit or channel («الكتيبة 80»)."""
    unit = phrase.known[-1] if phrase.known and phrase.known[-1].last == i else head
    if not view.norms[i].isdigit() or unit.last != i or unit.kind not in {"body", "agency"} or unit.entry.flag("alone"):
        return False
    where = unit.prefix != "" and unit.prefix in BA  # «قاضي التحقيق بالمكتب 12»
    if unit.definite and not where and (unit.form.number != "s" or unit.entry.text("sector") not in _NUMBERED):
        return False  # «أصدر المجلس | 41 قرارا»
    last = i + 1
    if not unit.definite and view.same_sentence(i, last) and view.any(last, "month"):  # «جامعة ‹8 ماي 1945›»
        last += 1 + (view.same_sentence(i, last + 1) and view.norms[last + 1].isdigit())
    for k in range(i, last):
        phrase.word(view, k, closes=True)
    return True
