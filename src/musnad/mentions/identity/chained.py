"""Further offices of somebody whom the role beside them names.

«ولي العهد، وزير الدفاع الأمير سالم», «وقال المشرف على المجلة والناطق باسم الجمعية سالم الكستنائي»,
«سالم الكستنائي، الكاتب والباحث في التاريخ».
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from musnad.arabic import AND, BA, LAM
from musnad.arabic.letters import ALEF, HA, TA_MARBUTA
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import Found
from musnad.mentions.identity.complements import all_complement
from musnad.mentions.identity.reaching import is_role
from musnad.mentions.identity.role_words import fields_of
from musnad.mentions.people.appositions import APPOSED
from musnad.mentions.people.served import held_office
from musnad.mentions.person import HEADS_OF_STATE, heads_of, of_one_gender, office
from musnad.mentions.view import COMMAS, OPENING, View

_OWNERS = ("place", "country", "organisation")
_MEMBER = "role.member"
_APART = HEADS_OF_STATE | {""}
_BRACKETS = "()"
_SLASH = "/"
_HERS = HA + ALEF
_ASIDE = 10  # tokens of brackets between two roles of one person
_FAR = 10  # tokens between «he is» and a second role
_NEAR = 4  # tokens between a person and «he is»
_TIMES = ("weekday", "day_word", "day_noun", "part_of_day")


def chained(view: View, found: Sequence[Found], named: Collection[int], ties: Mapping[int, int]) -> dict[int, int]:
    """Return which more roles without a name belong to which named phrases, as places in `found`.

    `ties` are the roles that are known to belong to one; each of them may pass the name on to the role before it.
    """
    held = {**{i: i for i in named}, **ties}
    people = [i for i, phrase in enumerate(found) if phrase.kind == "person"]
    names = {found[i].last for i in named}
    more: dict[int, int] = {}
    for at in range(len(people) - 2, -1, -1):
        i = people[at]
        if i in held or not _may_belong(found[i]):
            continue
        j = next((j for j in people[at + 1 :] if found[j].first >= found[i].last), -1)
        if j not in held or _is_apposed(view, found[i], names):
            continue
        ahead = found[held[j]].first >= found[j].first
        both = ahead and _is_of_both(view, found[i], found[j]) and not _is_known(found, named, i)
        if both or _leads(view, found[i], found[j]):
            held[i] = more[i] = held[j]
    ending = {found[i].last: i for i in sorted(held)}
    for i in people:
        if i in held or not _may_belong(found[i]):
            continue
        before = ending.get(_behind_aside(view, found[i]), _across(view, found[i], ending))
        beside = _beside(view, found, found[i], ending)
        if beside is not None and of_one_gender(found[held[beside]], found[i]):
            held[i] = more[i] = held[beside]
        elif before is not None and _follows(view, found[held[before]], found[before], found[i]):
            held[i] = more[i] = held[before]
        elif before is None and (name := _of_whom(view, found, found[i], held)) is not None:
            held[i] = more[i] = held[name]
        if i in held:
            ending[found[i].last] = i
    return more


def two_offices(view: View, found: Sequence[Found], told: Collection[int]) -> dict[int, int]:
    """Return which roles without a name stand right behind another one of the same man, and that one's place.

    `told` are the phrases of whom it is known already whose they are («قال وزير السياحة الناطق باسم الحكومة إن»).
    """
    people = [i for i, phrase in enumerate(found) if phrase.kind == "person"]
    pairs: dict[int, int] = {}
    for i, j in pairwise(people):
        first, second, last = found[i], found[j], found[i].last - 1
        free = i not in told and j not in told and second.name is None and all(map(_may_belong, (first, second)))
        if not free or second.first - found[i].last > _only_tells(view, first):
            continue  # a comma only where he speaks
        whole = view.has_article(last) or view.any(last, *_OWNERS)
        whole = whole and not (first.first and view.any(first.first - 1, "trigger"))  # whose object may follow
        joined = second.first and view.norms[second.first].startswith(AND) and view.any(first.first - 1, "cue")
        whole = whole and not joined  # «قال وزير الدفاع ورئيس الأركان»: two may speak
        if whole and office(first.head) != office(second.head) and _leads(view, first, second):
            pairs[j] = i
    return pairs


def _behind_aside(view: View, role: Found) -> int:
    """Return the token at which a role begins, or the comma or brackets before it («السفير (حتى 2005) ورئيس …»)."""
    first = _start(view, role)
    if view.norms[first - 1] == _BRACKETS[1]:
        for k in range(first - 2, max(first - _ASIDE, 0), -1):
            if view.norms[k] == _BRACKETS[0]:
                return k
    comma = view.norms[first - 1] in COMMAS and _joined(view, role)
    return first - comma


def _beside(view: View, found: Sequence[Found], role: Found, ending: Mapping[int, int]) -> int | None:
    """Return behind whose role a further one stands without «and», and behind what that is about («عضو … لبلدية …»)."""
    if not role.definite or role.start != view.units.starts[role.first] or _may_name(view, role.last):
        return None
    k = role.first
    while k > max(role.first - _ASIDE, 0) and k not in ending:
        k -= 1
    before = ending.get(k)
    if before is None or not view.same_sentence(found[before].first, role.first):
        return None
    other = found[before]
    slash = view.norms[role.first - 1] == _SLASH or (view.norms[role.first - 1] in COMMAS and _only_tells(view, other))
    between = range(k, role.first - slash)
    if other.name is None and not other.definite:
        return None  # «عين سالم مدير ديوان وزير الزراعة»
    apposed = other.rule == APPOSED or other.name is None
    if not apposed or not (_only_tells(view, other) or not _acts(view, other, comma=False)):
        return None
    return before if not between or (_ties(view, k) and _is_whole(view, between)) else None


def _ties(view: View, i: int) -> bool:
    """Say whether a word begins what a role is about: by a preposition."""
    return view.any(i, "role_preposition") or any(hit.prefix in LAM | BA for hit in view.all(i))


def _is_whole(view: View, between: range) -> bool:
    """Say whether tokens are all of what a role is about."""
    last = between[-1]
    return all_complement(view, between) and (view.has_article(last) or view.any(last, *_OWNERS))


def _across(view: View, role: Found, ending: Mapping[int, int]) -> int | None:
    """Return behind whose role, and what that is about, one joined by «and» stands («مدير … في الحي ورئيس …»)."""
    if not _joined(view, role):
        return None
    last = _start(view, role)
    last -= view.norms[last - 1] in COMMAS
    k = next((k for k in range(last - 1, max(last - _ASIDE, 0), -1) if k in ending), last)
    whole = k < last and view.same_sentence(k, role.first) and _ties(view, k) and all_complement(view, range(k, last))
    return ending[k] if whole else None


def _of_whom(view: View, found: Sequence[Found], role: Found, held: Mapping[int, int]) -> int | None:
    """Return of whom «and he is» says something that no list knows, and then a role behind «and»."""
    he = role.first - 1
    while he > max(role.first - _FAR, 0) and not view.any(he, "pronoun"):
        if not view.norms[he][0].isalpha() or view.any(he, "complementiser", "cue"):
            return None
        he -= 1
    pronoun = view.at(he, "pronoun")
    if pronoun is None or not pronoun.prefix or not _joined(view, role) or not view.same_sentence(he, role.first):
        return None
    before = [i for i in held if found[i].first < he and he - found[i].last < _NEAR]
    name = max(before, key=lambda i: found[i].first, default=None)
    agrees = name is not None and view.same_sentence(found[name].first, he) and of_one_gender(role, found[name])
    return name if agrees else None


def _may_belong(phrase: Found) -> bool:
    return is_role(phrase) and phrase.number == "s"


def _leads(view: View, role: Found, other: Found) -> bool:
    """Say whether a role is a further office of him whose role stands behind it."""
    by_role = other.name is None or other.first < other.name[0]
    if not (by_role and role.definite and other.definite and other.number == "s"):
        return False
    if role.bare and role.last == role.first + 1:
        return False  # «الوزير» is somebody who was named before
    own = view.at(other.first, "role")
    if own is not None and (own.suffix or own.entry.headword.endswith(HA)) and not _is_its(view, role, other):
        return False  # «الرئيس ورئيس وزرائه سالم»
    if _begins_anew(view, other) or not of_one_gender(role, other) or not view.same_sentence(role.first, other.first):
        return False
    start = _start(view, other)
    comma = start > role.last and view.norms[start - 1] in COMMAS
    between = range(role.last, start - comma)
    told = _only_tells(view, role)
    if not all_complement(view, between) or (between and not (comma or told)):
        return False
    if between and not comma and not (view.has_article(between[-1]) or view.any(between[-1], *_OWNERS)):
        return False  # «نقل وزير الخارجية تحيات الملك سالم»
    if other.start > view.units.starts[start]:
        sure = told or _held(view, role, other) or _is_its(view, role, other)
        return not comma and _joined(view, other) and sure
    return told or not _acts(view, role, comma=comma) or (comma and _is_aside(view, other))


def _is_aside(view: View, other: Found) -> bool:
    """Say whether a comma ends an office and full name («دعا مفتي الديار، خطيب الجامع سالم الكستنائي، إلى …»)."""
    full = other.name is not None and other.name[1] - other.name[0] > 1
    return full and view.same_sentence(other.first, other.last) and view.norms[other.last] in COMMAS


def _is_of_both(view: View, role: Found, other: Found) -> bool:
    """Say whether an office that is joined to the next by «and» is of the same man («عضو المجلس ووريث الدار سالم …»).

    Two offices of one kind are two people's, as are those of heads of state and what is only a title.
    """
    mine, his = office(role.head), office(other.head)
    shares = role.bare and role.last == _start(view, other) and not view.has_article(other.first)
    one = role.number == other.number == "s" and (role.definite or shares) and of_one_gender(role, other)
    close = other.name is not None and view.norms[other.name[0] - 1] not in COMMAS
    apart = _APART if close else {""}  # «رئيس النادي والخبير في البناء، سالم …»
    if mine == his or not {mine, his}.isdisjoint(apart) or not (one and _joined(view, other)):
        return False
    if None not in {role.country, other.country} and role.country != other.country:
        return False
    led = other.name is None or other.first < other.name[0]
    if not led or not view.same_sentence(role.first, other.first):
        return False
    own, second = view.at(role.first, "role"), view.at(other.first, "role")
    if own is None or own.suffix or own.entry.flag("owned") or view.any(role.first - 1, "post"):
        return False
    if second is not None and second.suffix and not _is_its(view, role, other):
        return False  # «مدير المدرسة ومساعده سالم»
    between = range(role.last, _start(view, other))
    return not between or (all_complement(view, between) and _is_whole(view, between))


def _is_known(found: Sequence[Found], named: Collection[int], i: int) -> bool:
    """Say whether somebody was named with an office before, whom it then means."""
    mine = office(found[i].head)
    return any(found[k].first < found[i].first and mine in map(office, heads_of(found[k])) for k in named)


def _held(view: View, role: Found, other: Found) -> bool:
    """Say whether the known bearer of the name behind another role held an office too («الوزير والسفير سالم …»)."""
    return other.name is not None and other.name[1] > other.name[0] + 1 and held_office(view, other.name, role.first)


def _is_apposed(view: View, role: Found, names: Collection[int]) -> bool:
    """Say whether a name, or a name and a comma, end right before a role, so that it is rather said of that one."""
    comma = role.first > 0 and view.norms[role.first - 1] in COMMAS
    return role.start == view.units.starts[role.first] and role.first - comma in names


def _begins_anew(view: View, phrase: Found) -> bool:
    """Say whether a title stands before a role, as before somebody else («ولي العهد معالي وزير الصحة …»)."""
    title = view.at(phrase.first, "title")
    return title is not None and view.any(title.last, "role")


def _follows(view: View, name: Found, before: Found, role: Found) -> bool:
    """Say whether a role is joined by «and» to one that stands behind a name."""
    behind = before.name is None or before.rule == APPOSED
    first = _start(view, role)
    apart = before.last < first and view.norms[first - 1] != _BRACKETS[1]
    agrees = of_one_gender(name, role) or role.gender == "m"  # «نادية الكستنائي، العضو المنتدب والرئيس التنفيذي»
    fits = agrees if view.norms[first - 1] not in COMMAS else of_one_gender(name, role)
    if apart and not (name.first > 0 and _only_tells(view, name) and fits):
        return False  # «حضر سالم، مدير الأمن، ومدير المدرسة»
    if not (behind and _joined(view, role) and agrees) or _may_name(view, role.last):
        return False
    own = view.at(role.first, "role")
    of_state = office(role.head) in HEADS_OF_STATE and role.country is not None and not fields_of(view, role)
    if own is None or of_state or (own.suffix and not _is_its(view, before, role)):
        return False
    if own.suffix:
        return True  # «مؤسس الشركة ومديرها»
    if office(role.head) == _MEMBER and _MEMBER in map(office, heads_of(before)):
        return role.last > role.first + 1  # «سالم، عضو المجلس وعضو مجلس إدارة الغرفة»
    if not (role.definite or before.definite) and before.last == first and not before.name:
        return True  # «سالم الكستنائي شاعر وكاتب»
    if role.definite or any(view.any(k, "pronoun") for k in range(name.name[1] if name.name else 0, before.last)):
        return True
    own_matter = not role.bare or _ties(view, role.last) or (apart and _has_matter(view, role.last))
    return behind and (before.last == first or apart) and own_matter  # «سالم رئيس النادي وعضو في لجنة …»


def _has_matter(view: View, i: int) -> bool:
    """Say whether a noun that no list knows, or a thing, stands at a token («وعضو | مجمع اللغة»)."""
    word = i < len(view.norms) and view.norms[i][0].isalpha() and not view.is_verb(i)
    return word and not view.any(i, "function_word", "cue", "complementiser", "pronoun")


def _is_its(view: View, role: Found, other: Found) -> bool:
    """Say whether the pronoun of a man's second office means the feminine body of his first («رئيس الحركة ومؤسسها»)."""
    own = view.at(other.first, "role")
    if own is None or own.suffix != _HERS or "f" in {role.gender, other.gender} or own.entry.flag("serves"):
        return False
    body = range((role.name[1] if role.name is not None else role.first) + 1, role.last)
    return any(view.units.surface(k, k + 1).endswith(TA_MARBUTA) for k in body)


def _may_name(view: View, i: int) -> bool:
    """Say whether a name may begin at a token, or a quotation."""
    name = view.any(i, *NAME_WORDS) and not view.any(i, "function_word")
    name = name and not (view.any(i, "role") and any(hit.prefix == AND for hit in view.all(i)))  # «… وخطيب الجامع»
    return name or (i < len(view.norms) and view.norms[i] in OPENING)


def _joined(view: View, phrase: Found) -> bool:
    """Say whether nothing but «and» is written before a phrase, in its first word or apart from it («و الرئيس»)."""
    start = view.units.starts[_start(view, phrase)]
    return view.units.text[start : phrase.start].rstrip() == AND


def _start(view: View, phrase: Found) -> int:
    """Return the first token of a phrase, or that of an «and» before it that stands apart."""
    apart = phrase.first > 0 and view.norms[phrase.first - 1] == AND
    return phrase.first - (apart and phrase.start == view.units.starts[phrase.first])


def _only_tells(view: View, role: Found) -> bool:
    """Say whether a verb of saying stands right before somebody that takes nobody for its object."""
    cue = view.at(role.first - 1, "cue") if role.first else None
    return cue is not None and view.is_verb(role.first - 1) and cue.entry.text("addressee") != "object"


def _acts(view: View, role: Found, *, comma: bool) -> bool:
    """Say whether a role may be the subject of a deed, whose object then follows («استقبل اليوم وزير …»).

    Behind a comma the object stands only in news of meetings and the like.
    """
    k = role.first - 1
    while k >= 0 and view.any(k, *_TIMES) and not view.is_verb(k):
        k -= 1
    if k < 0:
        return False
    deed = view.any(k, "trigger") and not view.has_article(k)  # «حضر الاجتماع رئيس اللجنة مساعد المدير سالم»
    deed = deed or (not comma and (view.is_verb(k) or view.any(k, "cue")))
    return deed and view.same_sentence(k, role.first) and not view.of_things(k)
