"""Roles behind the name of a person: after a comma, a pronoun, or directly."""

from musnad.arabic import AND, BARE
from musnad.arabic.letters import ALEF
from musnad.lexicon import Entry, Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import Found
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.people.roles import role_at
from musnad.mentions.people.served import held_office
from musnad.mentions.person import SUPERVISOR, office
from musnad.mentions.phrases.reach import extend
from musnad.mentions.proper.names import announced, apposed
from musnad.mentions.view import COMMAS, View, in_marks, node_of

APPOSED = "mentions.person.name_apposition"
"""The rule of a name with a role behind it."""

_ROLES = 3  # appositions of one name
_SEMICOLON = "؛"
_NICKNAME = 3  # tokens of a nickname in marks («أحمد سالم «ميدو» المدير الفني …»)
_NO_OWNERS = ("function_word", "role_preposition", "adjective", "country", "cue", "role", "number_word")
_OBJECT = "object"  # where a recipient may stand
_FULL = 2  # words of a name that an apposition may follow without a comma


def with_apposition(view: View, found: Found) -> Found:
    """Add the roles behind a name: after a comma («جرايم سميث، أحد كبار المحللين في …»), a pronoun, or directly."""
    for _ in range(_ROLES):
        longer = _with_role(view, found)
        if longer is found:
            break
        found = longer
    return found


def _with_role(view: View, found: Found) -> Found:
    """Add the role behind a name or behind the role there; return the same phrase where there is none."""
    at = _apposition_at(view, found)
    opener = view.at(at, "one_of")
    if opener is not None and (opener.prefix not in BARE or not opener.entry.flag("single")):
        return found  # «، وكبار أعضاء …»
    role = role_at(view, at if opener is None else opener.last)
    if role is None or role.prefix not in BARE or role.form.number not in {"s", "", "p"}:
        return found
    if opener is None and role.form.number == "p":
        return found
    phrase = _of_kin(view, role, _idafa(view, role, extend(view, role, prepositions=True)))
    full = phrase.nodes or phrase.closed or at > found.last + 1 or _is_state(view, role)
    behind = phrase.last if role.entry.flag("serves") else view.behind_titles(phrase.last)
    another = not role.entry.flag("owned") and _names_another(view, phrase.last)  # «ابنة الرئيس، سالم الكستنائي»
    if announced(view, behind) is not None or another or not full:
        return found
    first = found.first - _is_marked(view, found)
    return found._replace(
        first=first,
        last=phrase.last,
        start=found.start if first == found.first else view.units.starts[first],
        end=view.units.ends[phrase.last - 1],
        rule=APPOSED,
        nodes=(*found.nodes, node_of(role), *phrase.nodes),
        head=found.head or role.entry.id,
        also=found.also if found.head is None else (*found.also, role.entry.id),
        country=found.country or phrase.country,
        sector=found.sector or role.entry.text("sector") or None,
        gender=found.gender or role.form.gender or None,
    )


def _of_kin(view: View, role: Hit, phrase: Phrase) -> Phrase:
    """Take the title and name behind the kinship of somebody who was named: the other's («والد الطفل سامي»)."""
    owned = role.entry.flag("owned") and not role.suffix and not (role.definite or role.form.pattern.endswith(ALEF))
    titled = owned and view.any(role.last, "title")
    name = announced(view, view.behind_titles(phrase.last)) if titled else None
    if name is not None and view.same_sentence(role.first, name.first) and view.any(name.first, *NAME_WORDS):
        phrase.last, phrase.closed = name.last, True
        phrase.nodes += name.nodes
    return phrase


def _idafa(view: View, role: Hit, phrase: Phrase) -> Phrase:
    """Take two words that no list knows as what a lone office is of («مدير كرسي الزهراوي», «رئيس خدمة «برق»»)."""
    i = phrase.last
    second = role_at(view, i) if i == role.last and not role.definite else None
    if second is not None and second.prefix == AND and not second.definite and view.same_sentence(role.first, i):
        both = extend(view, second, prepositions=True)
        if both.nodes and both.closed and announced(view, both.last) is None:
            return both  # «مؤسس ومدير المتحف»
    lone = i == role.last and not (role.definite or role.suffix or role.form.pattern.endswith(ALEF))
    if not (lone and role.entry.flag("head")) or i + 1 >= len(view.norms) or not view.same_sentence(role.first, i + 1):
        return phrase
    other = view.any(i, *_NO_OWNERS, *NAME_WORDS) or any(hit.prefix for hit in view.all(i))
    if other or not view.norms[i][0].isalpha() or view.definite(i):
        return phrase
    quoted = view.quoted(i + 1)
    if view.is_verb(i) and not view.any(i, "ordinary_word"):
        return phrase
    if not quoted and (not view.has_article(i + 1) or view.any(i + 1, "role", "title") or view.is_verb(i + 1)):
        return phrase
    phrase.word(view, i, closes=False)
    phrase.word(view, i + 1, closes=True)
    phrase.last = quoted or phrase.last
    return phrase


def _names_another(view: View, i: int) -> bool:
    """Say whether a comma and the full name of somebody known stand behind a role, which is then his."""
    if i + 1 >= len(view.norms) or view.norms[i] not in COMMAS or not view.any(i + 1, "public_person"):
        return False
    name = apposed(view, i + 1)
    return name is not None and name.last - name.first >= _FULL


def _is_state(view: View, role: Hit) -> bool:
    """Say whether a role is an accusative, as behind a name («عين سالم مدربا»); offices may only be meant for him."""
    accusative = role.form.pattern.endswith(ALEF) and not role.entry.headword.endswith(ALEF)
    return accusative and not role.definite and not view.hits.has(role.first, "office_word")


def _behind_mark(view: View, found: Found) -> int:
    """Return the token behind a name, and behind the mark that closes a quotation around it, or behind a nickname."""
    i = found.last
    if _is_marked(view, found):
        return i + 1
    nickname = view.quoted(i) if i < len(view.norms) and view.norms[i] != "(" else 0
    return nickname if nickname == i + _NICKNAME else i


def _is_marked(view: View, found: Found) -> bool:
    """Say whether marks of quotation stand around a name."""
    own = found.name is not None and found.last == found.name[1]
    return own and in_marks(view.norms, found.first, found.last)


def _apposition_at(view: View, found: Found) -> int:
    """Return the token at which an apposition to a name may start; -1 where none can."""
    i = _behind_mark(view, found)
    if i + 1 >= len(view.norms) or not view.same_sentence(found.first, i + 1) or found.name is None:
        return -1
    if view.norms[i] in COMMAS or view.norms[i] == _SEMICOLON:
        he = view.at(i + 1, "pronoun")
        return i + 1 if he is None else he.last
    he = view.at(i, "pronoun")
    if he is not None and he.prefix:
        return he.last  # «وهو متحدث باسم …»
    if _official_asks(view, found):
        return -1
    full = found.name[1] - found.name[0] >= _FULL or _tells(view, found.first)
    acts = found.first > 0 and _may_have_object(view, found.first - 1) and not view.any(found.first - 1, "cue")
    acts = acts and view.is_verb(found.first - 1)  # «وقع الاتفاقية سالم الكستنائي مدير …»
    acts = acts and not any(hit.suffix for hit in view.hits.verbs(found.first - 1))  # «مؤتمر عقده سالم المتحدث …»
    acts = acts or _body_acts(view, found.first - 1)
    rank = view.at(found.first, "role")
    told = found.first > 0 and (view.any(found.first - 1, "cue") or not view.is_verb(found.first - 1))
    things = found.first > 0 and view.of_things(found.first - 1)
    ranked = found.head is None or found.last > found.name[1] or (rank is not None and rank.entry.flag("rank"))
    sure = _holds(view, found.name, i) or (found.last > found.name[1] and _supervises(view, i))
    return i if full and (((ranked or told) and not acts) or sure or things) else -1


def _may_have_object(view: View, i: int) -> bool:
    """Say whether a token names a deed done to somebody: no «agreed», behind which only a preposition tells whom."""
    deeds = (hit.entry for hit in view.hits.at(i, "trigger"))
    return any(_OBJECT in {*deed.texts("recipient"), *deed.texts("actor")} or _is_plain(deed) for deed in deeds)


def _is_plain(deed: Entry) -> bool:
    """Say whether nothing tells where the recipient of a deed stands, who then is its object."""
    return not (deed.texts("recipient") or deed.texts("prepositions") or deed.flag("symmetric"))


def _official_asks(view: View, found: Found) -> bool:
    """Say whether an official of something says it to somebody: «دعا رئيس الحزب سالم رئيس الحكومة إلى …» are two."""
    role, before = view.at(found.first, "role"), found.first - 1
    if found.name is None or role is None or not role.entry.flag("head") or found.name[0] - role.first < _FULL:
        return False
    cue = view.at(before, "cue")
    asks = _may_have_object(view, before) or (cue is not None and cue.entry.text("addressee") == _OBJECT)
    return asks and view.is_verb(before) and not view.of_things(before) and found.last == found.name[1]


def _body_acts(view: View, i: int) -> bool:
    """Say whether a body is the subject of a verb that may have an object («استدعت ‹حكومة› سالم وزير …»)."""
    if i < 1 or not view.any(i, "body") or view.is_verb(i) or not view.same_sentence(i - 1, i):
        return False
    return view.is_verb(i - 1) and not (_tells(view, i) or view.of_things(i - 1))


def _supervises(view: View, i: int) -> bool:
    """Say whether a supervisor, which is a second office, stands at a token («وزير الزراعة المشرف العام على …»)."""
    role = role_at(view, i)
    return role is not None and role.definite and office(role.entry.id) == SUPERVISOR


def _tells(view: View, i: int) -> bool:
    """Say whether the verb before a name only tells, so that no object follows («وقال الحلواني المدرب السابق …»)."""
    cue = view.at(i - 1, "cue") if i else None
    return cue is not None and view.is_verb(i - 1) and cue.entry.text("addressee") not in {"", "object"}


def _holds(view: View, name: tuple[int, int], at: int) -> bool:
    """Say whether the known bearer of a name held the office at a token, or the one behind it."""
    if not view.any(at, "role") or not view.any(name[0], "public_person"):
        return False
    role = role_at(view, at)
    after = at if role is None else extend(view, role, prepositions=True).last
    return held_office(view, name, at) or held_office(view, name, after)
