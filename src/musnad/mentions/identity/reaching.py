"""Roles that a name beside them fills though they are phrases of their own.

«الخبير المتخصص في شؤون المياه سالم الكستنائي», «قال وزير الثقافة، الناطق باسم الحكومة سالم الكستنائي»,
«سالم الكستنائي (خبير قانوني)», «قال سالم الكستنائي، كاتب المقال».
"""

from collections.abc import Collection, Mapping, Sequence

from musnad.arabic import AND, JOINED, LAM
from musnad.arabic.letters import ALEF, HA, TA
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import Found
from musnad.mentions.identity.adverbs import before_adverbs, rated
from musnad.mentions.identity.complements import all_complement, complements
from musnad.mentions.identity.fitting import CROWNS
from musnad.mentions.person import EMIR, SUPERVISOR, may_have, of_one_gender, office
from musnad.mentions.view import CLOSING, OPENING, View

_ASIDE = 9  # tokens of brackets between a name and what is said of its bearer
_SLASH, _COLON = "/", ":"
_FAR = 12  # tokens between a role and its name
_SURNAME = 3  # tokens of a name in marks that no list knows
_PARTS_OF_ASIDE = 3  # tokens of a word between two commas
_COMMAS = frozenset("،,")
_COUNSELLOR = "role.adviser"
_BRACKETS = "()"
_ROLES = ("role.", "one_of.one")
_WHOSE = ("place", "country", "organisation")

DASHES = frozenset("-–—")


def reaching(view: View, found: Sequence[Found], named: Collection[int]) -> dict[int, int]:
    """Return which roles without a name reach to which named phrases, as places in `found`."""
    ties: dict[int, int] = {}
    ending = {found[i].last: i for i in named}
    for i, phrase in enumerate(found):
        if phrase.kind != "person" or i in named or phrase.number != "s":
            continue
        if not is_role(phrase):
            if (j := _peer(view, found, i, named)) is not None:
                ties[i] = j
            continue
        before = _inside(view, phrase, ending, found)
        before = _before(view, phrase, ending, found) if before is None else before
        if before is not None:
            ties[i] = before
            continue
        j = _next(view, found, i, named)
        if j in named and _is_called(view, phrase, found[j]):
            ties[i] = j
            continue
        sure = j in named and (
            _is_then(view, phrase.last) or _is_leaving(view, phrase, found[j]) or _is_aside(view, found[j])
        )
        if j not in named or not (sure or _may_hold(view, phrase)) or _is_other_ones(view, phrase, found, ending):
            continue
        if (of_one_gender(phrase, found[j]) or is_hers(view, phrase)) and _reaches(view, phrase, found[j]):
            ties[i] = j
    return ties


def _is_other_ones(view: View, role: Found, found: Sequence[Found], ending: Mapping[int, int]) -> bool:
    """Say whether a definite role stands right behind a full name («شكر سالم الكستنائي ‹أمين الغرفة› الأمير سامر»)."""
    before = ending.get(role.first)
    beside = before is not None and role.definite and role.start == view.units.starts[role.first]
    beside = beside and view.same_sentence(role.first - 1, role.first)
    return beside and before is not None and is_full(found[before]) and not found[before].head


def _next(view: View, found: Sequence[Found], i: int, named: Collection[int]) -> int:
    """Return the next person behind a role, but for those where or for whom somebody serves; -1 for nobody."""
    behind = (j for j in range(i + 1, len(found)) if found[j].kind == "person" and found[j].first >= found[i].last)
    return next((j for j in behind if j in named or not _is_served(view, found[j])), -1)


def _peer(view: View, found: Sequence[Found], i: int, named: Collection[int]) -> int | None:
    """Return the full name, between commas, of a counterpart whose country is told («نظيره العماني، سالم …،»).

    A rank makes the comma needless («نظيره العماني الفريق سالم …»).
    """
    peer, j = found[i], _next(view, found, i, named)
    if peer.subkind != "counterpart" or peer.country is None or j not in named:
        return None
    comma = found[j].first == peer.last + 1 and view.norms[peer.last] in _COMMAS
    own = found[j].name
    ranked = own is not None and peer.last == found[j].first < own[0]
    plain = (comma or ranked) and found[j].start == view.units.starts[found[j].first] and not _is_led(view, found[j])
    return j if plain and is_full(found[j]) and of_one_gender(peer, found[j]) else None


def _is_served(view: View, phrase: Found) -> bool:
    """Say whether a phrase tells where or for whom somebody serves («أمين الهيئة للمهندسين سالم …»)."""
    own = view.at(phrase.first, "role")
    many = phrase.number == "p" and own is not None and own.prefix in LAM
    return many or view.any(phrase.first - 1, "role_preposition")


def _is_called(view: View, role: Found, name: Found) -> bool:
    """Say whether a name only says what somebody is called («أحد الموقوفين في القضية ويدعى سالم الكستنائي»)."""
    if name.first - role.last > _FAR or not name.first or name.head is not None:
        return False
    last = name.first - (view.norms[name.first - 1] in OPENING)
    near = (i for i in (last - 1, name.first) if not view.has_article(i))  # not «بحق المدعو سالم»
    calls = any(hit.entry.flag("calls") for i in near for hit in view.hits.at(i, "title"))
    if not calls and not (name.first > role.last and view.any(role.last, "alias_word")):  # «المنفذ يكنى بأبي سالم»
        return False
    return view.same_sentence(role.first, name.first) and of_one_gender(role, name)


def _reaches(view: View, role: Found, name: Found) -> bool:
    if office(role.head) in CROWNS and name.first > role.last + 2 and view.any(name.first, "title"):
        return False  # «في وداع الملك عند باب الطائرة صاحب السمو …»
    if name.first == role.last + 1 and _speaks_of(view, role, name):
        return False  # «وأضاف المدرب "سالم لاعب كبير"»
    return _goes_on(view, role, name) or _joins(view, role, name) or _is_governed(view, role, name)


def _speaks_of(view: View, role: Found, name: Found) -> bool:
    """Say whether what somebody says begins with a name: the mark right behind his role closes far behind it."""
    mark, before = role.last, max(role.first - 1, 0)
    if view.norms[mark] not in OPENING or view.norms[mark] == _COLON or view.norms[before] in OPENING:
        return False
    whole = name.last < len(view.norms) and view.norms[name.last] in CLOSING  # «الوزير "المهندس سالم الكستنائي"»
    return not (whole or name.last <= view.quoted(mark) <= name.last + _SURNAME)


def _is_governed(view: View, role: Found, name: Found) -> bool:
    """Say whether a full name stands right behind a role with a pronoun behind a preposition («من مديرها سالم»)."""
    own = view.at(role.first, "role")
    if own is None or not own.suffix or name.first != role.last or not is_full(name):
        return False
    return bool(own.prefix) or view.any(role.first - 1, "role_preposition", "cue_preposition")


def is_role(phrase: Found) -> bool:
    """Say whether a phrase for a person is headed by a role, or by one of many, and by no word for another's."""
    return phrase.head is not None and phrase.head.startswith(_ROLES) and phrase.subkind != "counterpart"


def _inside(view: View, role: Found, ending: Mapping[int, int], found: Sequence[Found]) -> int | None:
    """Return the name that fills a phrase behind a kinsman with a pronoun («ابنه سالم»)."""
    name, kin = ending.get(role.last), view.at(role.first, "role")
    if name is None or kin is None or not kin.entry.flag("owned") or found[name].first != kin.last:
        return None
    return name if _is_his(view, role.first, kin.last) else None


def _is_his(view: View, first: int, last: int) -> bool:
    """Say whether words for a kinsman end in a pronoun («ابنه», «زوج شقيقتها»)."""
    return view.units.surface(first, last).endswith((HA, HA + ALEF))


def is_whose(view: View, role: Found, name: Found) -> bool:
    """Say whether a name within a role only tells whose he is («نجل سالم», not «نجله سالم»)."""
    inside = role.first < name.first and name.last <= role.last
    return inside and not _is_his(view, role.first, name.first)


def _before(view: View, role: Found, ending: Mapping[int, int], found: Sequence[Found]) -> int | None:
    """Return the name of which a role is said in brackets, or behind it where he who speaks is named."""
    start = role.first - rated(view, role)
    mark = start - 1
    if mark < 1 or not view.same_sentence(mark, role.first) or role.start != view.units.starts[role.first]:
        return None
    if view.norms[mark] == _BRACKETS[0] or (view.norms[mark] in DASHES and _is_closed_by_dash(view, role.last)):
        return ending.get(mark)
    mark = before_adverbs(view, start) - 1
    if mark < 1 or (mark < start - 1 and not view.any(mark, "pronoun")):
        mark = start - 1
    he = view.any(mark, "pronoun")
    at = mark - he
    comma = view.norms[at] in _COMMAS or (he and view.norms[at] in DASHES)
    at -= comma
    while comma and at > 1 and view.norms[at].isascii() and view.norms[at].isalpha():
        at -= 1  # «ماريا كوستا Maria Costa، رئيسة المجلس»
    aside = _behind_aside(view, at)
    name = ending.get(aside - (view.norms[aside - 1] in _COMMAS) if aside <= at else at + 1)
    marked = name is None and view.norms[at] in CLOSING
    name = ending.get(at) if marked else name  # «"سالم الكستنائي"، مدير المتحف»
    marked = marked and name is not None and view.norms[found[name].first - 1] in OPENING
    if name is None or not may_have(role, found[name]):
        return None
    if (he or (comma and not _may_be_name(view, role))) and view.same_sentence(found[name].first, role.first):
        return name
    told = found[name].first - 1 - marked
    if not (role.definite or he or start < role.first or _heads(view, role) or _is_speakers(view, role, found[name])):
        return None
    if told < 0 or not view.same_sentence(found[name].first, role.first):
        return name if aside <= at or not (role.definite or he) else None
    beside = found[name].last == start - marked
    if beside and told > 0 and view.any(told, "body") and not view.is_verb(told):
        told -= 1  # «أغضبت حكومة سالم وزير الزراعة»
    if view.any(told, "cue"):
        return None if beside and _takes(view, told) else name
    filled = view.of_things(told) or any(hit.suffix for hit in view.hits.verbs(told))
    governed = beside and (filled or not view.is_verb(told))
    return name if (aside <= at or governed) and not view.any(told, "trigger") else None


def _may_be_name(view: View, role: Found) -> bool:
    """Say whether a lone role in an enumeration may be a first name («سالم عوار، أمين غويري»)."""
    if role.definite or not role.bare or not view.any(role.first, "given_name"):
        return False
    return not any(hit.prefix in JOINED for hit in view.all(role.last))  # «سالم الكستنائي، إمام وخطيب الجامع»


def _is_closed_by_dash(view: View, at: int) -> bool:
    """Say whether a dash, or what a role is about and a dash, stands right behind it («سالم - شاعر، وكاتب -»)."""
    close = next((k for k in range(at, min(at + _ASIDE, len(view.norms))) if view.norms[k] in DASHES), None)
    between = range(at, at if close is None else close)
    return close is not None and all(
        view.norms[k] in _COMMAS or complements(view, k) or view.any(k, "role") for k in between
    )


def _heads(view: View, role: Found) -> bool:
    """Say whether more stands behind an indefinite role than the word, known or not («سالم حارس مدينتنا»)."""
    i, own = role.last, view.at(role.first, "role")
    if own is None or own.form.pattern.endswith(ALEF) or own.entry.flag("adjectival") or own.entry.flag("owned"):
        return False
    if not role.bare or not view.same_sentence(role.first, i) or not view.norms[i][0].isalpha():
        return not role.bare
    if i + 1 < len(view.norms) and view.has_article(i + 1) and view.norms[role.first - 1] in _COMMAS:
        return not view.any(i, "function_word", "role_preposition")  # «سالم، أستاذ علم النبات»
    if view.any(role.first, "given_name") or view.any(i, "function_word", "role_preposition", "cue", *NAME_WORDS):
        return view.hits.has(i, "demonstrative")
    return not view.is_verb(i)


def _is_speakers(view: View, role: Found, name: Found) -> bool:
    """Say whether an indefinite role right behind the full name of who speaks is his («قال سالم الكستنائي عضو …»)."""
    own = view.at(role.first, "role")
    if own is None or own.suffix or own.form.pattern.endswith(ALEF):
        return False
    if own.entry.flag("adjectival") or own.entry.flag("owned") or own.entry.flag("quality"):
        return False
    return name.last == role.first and is_full(name) and is_told(view, name)


def _takes(view: View, i: int) -> bool:
    """Say whether a verb of saying takes somebody for its object («وصف سالم المدير بأنه …»)."""
    cue = view.at(i, "cue")
    return cue is not None and view.is_verb(i) and (cue.entry.flag("target") or cue.entry.text("addressee") == "object")


def _is_then(view: View, i: int) -> bool:
    return view.hits.has(i, "that_time") or any(hit.entry.flag("ended") for hit in view.hits.at(i, "former_word"))


def _is_leaving(view: View, role: Found, name: Found) -> bool:
    """Say whether what ends between a role and a name is the term of office («الرئيس المنتهية ولايته سالم»)."""
    return any(hit.last == name.first > role.last for hit in view.hits.at(role.last - 1, "former_word"))


def _behind_aside(view: View, at: int) -> int:
    """Return the token that opens short brackets which close at one («سالم (45 عاما)، مدير …»), else the one behind."""
    if view.norms[at] == _BRACKETS[1]:
        for k in range(at - 1, max(at - _ASIDE, 0), -1):
            if view.norms[k] == _BRACKETS[0]:
                return k
    return at + 1


def _may_hold(view: View, role: Found) -> bool:
    """Say whether a role is what a name behind it is said of: it is no subject of a verb whose object that may be."""
    before = role.first - 1
    if before < 0 or not view.same_sentence(before, role.first) or office(role.head) == SUPERVISOR:
        return True
    if role.start > view.units.starts[role.first] and not view.norms[role.first].startswith(AND):
        return True  # «أشاد بالوزير (الكستنائي)»
    if view.any(before, "cue") or view.of_things(before):
        return True
    return not view.is_verb(before) or any(hit.suffix for hit in view.hits.verbs(before))  # «قدمها رئيس …»


def _is_aside(view: View, name: Found) -> bool:
    """Say whether commas stand on both sides of a full name."""
    after = name.last < len(view.norms) and view.norms[name.last] in _COMMAS
    return after and name.first > 0 and view.norms[name.first - 1] in _COMMAS and is_full(name)


def _goes_on(view: View, role: Found, name: Found) -> bool:
    """Say whether nothing but what a role is about stands between it and a name that has no role of its own."""
    if _is_led(view, name) or not 0 < name.first - role.last <= _FAR or not view.same_sentence(role.first, name.first):
        return False
    if name.start > view.units.starts[name.first]:
        return False  # «وزيرا للشؤون الدينية وسالم الكستنائي»
    if _is_leaving(view, role, name):
        return role.definite
    if name.first == role.last + 1 and view.norms[role.last] == _SLASH:
        return role.definite
    if _is_then(view, role.last) and name.first - (view.norms[name.first - 1] in _COMMAS) == role.last + 1:
        return role.definite  # «الأستاذ/ سالم الكستنائي», «الوزير آنذاك سالم الكستنائي»
    before = max(role.first - 1, 0)
    if name.first == role.last + 1 and view.norms[role.last] == _COLON:
        told = not view.same_sentence(before, role.first) or view.any(before, "cue") or view.is_verb(before)
        return role.definite and is_full(name) and not (told and view.same_sentence(role.first, name.last))
    if role.definite and _is_demonym_aside(view, role.last, name.first):
        return is_full(name)
    first = name.name[0] if name.name is not None and _is_team(view, name.first) else name.first
    comma = name.first - 1 > role.last and not _is_seat(view, role) and view.norms[name.first - 1] in _COMMAS
    between = range(role.last, first - (comma and (is_told(view, role) or is_full(name))))
    marks = [view.norms[k] for k in between if view.norms[k] in _BRACKETS]
    if not all_complement(view, between) or marks[:1] == [_BRACKETS[1]]:
        return False  # «سالم (خبير) وسامر الكستنائي»
    last = between.stop - 1
    if view.norms[last] in OPENING and _is_closed(view, name):
        last -= 1  # «الرئيس (سالم الكستنائي)»
        if last < role.last:
            return role.definite
    its = view.hits.has(last, "bound_preposition")  # «مدير الإدارة بها سالم الكستنائي»
    opens = view.any(last, "function_word", "role_preposition", "cue")
    if opens and not (its or view.has_article(last) or view.any(last, "place")):
        return False
    ends = view.norms[last] in CLOSING or (comma and (view.norms[last].isdigit() or view.any(last, "month")))
    ends = ends or its or view.any(last, *_WHOSE) or any(hit.suffix for hit in view.all(last))  # «مديرة أعماله ليلى …»
    return ends or view.has_article(last)


def _is_demonym_aside(view: View, first: int, last: int) -> bool:
    """Say whether only a demonym stands between two tokens, with commas around it («مدرب النادي، الإيطالي، …»)."""
    if last - first != _PARTS_OF_ASIDE or {view.norms[first], view.norms[last - 1]} - _COMMAS:
        return False
    demonym = view.country(first + 1)
    return demonym is not None and demonym.definite


def _is_team(view: View, i: int) -> bool:
    """Say whether a word that is a rank too is a team of which somebody is in charge («المشرف على الفريق سالم»)."""
    on = view.at(i - 1, "role_preposition") if i else None
    return on is not None and on.entry.flag("office") and view.any(i, "body") and view.any(i, "title")


def _is_seat(view: View, role: Found) -> bool:
    """Say whether a preposition makes an office where somebody serves («المستشار لدى رئيس الحكومة …، سالم …»)."""
    word = view.at(role.first - 1, "role_preposition") if role.first else None
    return word is not None and not word.entry.flag("office") and not word.entry.flag("members")


def is_full(name: Found) -> bool:
    """Say whether a name has more words than one, or a title."""
    return name.name is not None and (name.name[1] - name.name[0] > 1 or name.first < name.name[0])


def _is_led(view: View, name: Found) -> bool:
    """Say whether a role that is no title stands before a name."""
    return (
        not view.any(name.first, "title")
        and name.head is not None
        and name.name is not None
        and name.first < name.name[0]
        and not _is_rank(view, name)
    )


def _is_rank(view: View, name: Found) -> bool:
    """Say whether nothing but a rank stands before a name, as a title does («النائب العام، المستشار سالم …»)."""
    rank = view.at(name.first, "role")
    if rank is None or not rank.definite or name.name is None or rank.last != name.name[0]:
        return False
    return rank.entry.id in {_COUNSELLOR, EMIR} or (rank.entry.flag("rank") and not rank.entry.flag("head"))


def _is_closed(view: View, name: Found) -> bool:
    """Say whether a mark closes the quotation or brackets around a name, right behind it."""
    return name.last < len(view.norms) and view.norms[name.last] in CLOSING


def _joins(view: View, role: Found, name: Found) -> bool:
    """Say whether a named second office of whoever speaks follows a comma."""
    comma = name.first == role.last + 1 and view.norms[role.last] in _COMMAS
    ranked = _is_rank(view, name) and name.start == view.units.starts[name.first]
    own = view.at(role.first, "role")
    apart = own is not None and bool(own.suffix) and _is_aside(view, name)  # «مرشدها، الرئيس السابق سالم …،»
    apart = apart and name.start == view.units.starts[name.first]
    led = comma and _is_led(view, name) and (is_told(view, role) or apart)
    return role.definite and (led or (ranked and (comma or name.first == role.last)))  # «النائب العام المستشار سالم …»


def is_hers(view: View, role: Found) -> bool:
    """Say whether a verb in the feminine stands before a masculine role («التي كانت عضوا», «قالت النائب …»)."""
    verb = view.norms[role.first - 1] if role.first and role.gender == "m" else ""
    return TA in {verb[:1], verb[-1:]} and view.any(role.first - 1, "copula", "cue")


def is_told(view: View, phrase: Found) -> bool:
    """Say whether a verb of saying stands right before a role or name."""
    return phrase.first > 0 and view.any(phrase.first - 1, "cue") and view.is_verb(phrase.first - 1)
