"""Roles without a name that mean somebody met before.

«باحثون … قال الباحثون», «مقتل شرطي» in the title and «قتل شرطي» in the lead, «قال سالم … وأضاف المدير السابق».
"""

from musnad.arabic import OBLIQUE, fold_word
from musnad.mentions.found import Found
from musnad.mentions.identity.adverbs import rated
from musnad.mentions.identity.lone_roles import is_lone, is_profession, tells_what
from musnad.mentions.identity.people_register import Register
from musnad.mentions.labels import SOUND_PLURAL
from musnad.mentions.person import HEADS_OF_STATE, Person, of_one_gender, office
from musnad.mentions.view import View

_LEAD = 60
"""Tokens of the body in which the title's people are told again."""

_OTHERS = HEADS_OF_STATE | {"role.spokesman"}
"""Who seldom is somebody who spoke by another office."""

_NO_SPEECH = ("mental", "finding", "target")
"""Of verbs that tell what people think, find and call others."""

_NEAR = 80
"""Tokens behind some people within which «the people» of that kind mean them."""

_FAR = 300
"""Tokens behind the only one who speaks by name within which a role that goes on speaking means him."""


def in_body(view: View, register: Register, phrase: Found, fields: frozenset[str]) -> Person | None:
    """Return whom the body names, where the title says «an officer» of him."""
    if phrase.definite or phrase.number != "s" or phrase.first >= register.title or rated(view, phrase):
        return None
    holder = register.holder(phrase._replace(definite=True), fields)
    if holder is None or holder.role_only:
        return None
    return holder if not fields or any(fields & held[2] for held in holder.offices) else None


def met_again(view: View, register: Register, phrase: Found, fields: frozenset[str], name: str) -> Person | None:
    """Return the people without a name, met before, whom a role means again."""
    if phrase.head is None or phrase.subkind == "counterpart":
        return None
    if not phrase.definite and register.title <= phrase.first < register.title + _LEAD:
        return _of_title(view, register, phrase, fields, name)
    if phrase.definite and phrase.number == "p":
        return _group(view, register, phrase, fields, name)
    return None


def speaks_on(view: View, register: Register, phrase: Found, fields: frozenset[str]) -> Person | None:
    """Return who spoke last by name, where a role that nobody is known to have goes on speaking («وأضاف الأكاديمي»)."""
    if (
        phrase.number != "s"
        or not phrase.definite
        or phrase.start != view.units.starts[phrase.first]
        or not phrase.first
    ):
        return None
    cue = view.at(phrase.first - 1, "cue")
    if cue is None or cue.suffix or not view.is_verb(phrase.first - 1):
        return None
    plain = phrase.bare and view.any(phrase.last, "complementiser")
    plain = (plain and is_profession(view, phrase)) or tells_what(view, phrase)
    says = plain and is_lone(view, phrase, fields) and not any(map(cue.entry.flag, _NO_SPEECH))
    if not (cue.entry.flag("continues") or says):
        return None
    own = view.at(phrase.first, "role")
    if own is None or own.suffix or own.entry.flag("owned") or office(phrase.head) in _OTHERS:
        return None
    told = [p for p in register.people if p.told >= 0]
    last = max(told, key=lambda p: p.told, default=None)
    if last is None or last.role_only or not of_one_gender(last, phrase):
        return None
    if phrase.first - last.told > (_NEAR if sum(not p.role_only for p in told) > 1 else _FAR):
        return None
    if not phrase.bare and says and sum(phrase.first - p.told <= _NEAR for p in told if not p.role_only) > 1:
        return None
    if phrase.country is not None and (last.nation or last.country) not in {None, phrase.country}:
        return None
    holder = register.holder(phrase, fields)
    if holder is not None and _is_of_title(register, holder) and holder.last_seen < last.first:
        register.unite(last, holder)
        return last
    return last if holder is None else None


def _is_of_title(register: Register, person: Person) -> bool:
    """Say whether somebody without a name is told of in the title, and speaks nowhere behind it."""
    return person.role_only and person.indefinite and max(person.told, person.first) < register.title


def _of_title(view: View, register: Register, phrase: Found, fields: frozenset[str], name: str) -> Person | None:
    """Return the only one of the title whom the lead calls the same, for the first time.

    Several are the same by the same words, or where the title begins with them («نواب: …»).
    """
    seen = [p for p in _of_kind(register, phrase) if p.indefinite]
    if len(seen) != 1 or seen[0].last_seen >= register.title or rated(view, phrase):
        return None
    one = seen[0]
    fits = any(not fields or not held or fields <= held or held <= fields for held in _fields(one, phrase))
    if not fits or (one.country is not None and phrase.country not in {None, one.country}):
        return None
    called = _plain(name)
    if phrase.number != "s" and one.first > 0 and _plain(one.name)[: len(called)] != called:
        return None
    words = tuple(view.norms[phrase.first : phrase.last])
    if len(words) > len(one.words):
        one.words, one.name = words, name
    return one


def _group(view: View, register: Register, phrase: Found, fields: frozenset[str], name: str) -> Person | None:
    """Return whom a definite plural means: who was called just that, else, as a subject, the only ones of the kind."""
    seen = _of_kind(register, phrase)
    words = _plain(name)
    called = next((p for p in seen if words in {_plain(p.name), p.called}), None)
    called = _in_short(view, phrase, seen, words) if called is None else called
    if called is None and phrase.first and view.hits.has(phrase.first - 1, "pointing"):
        last = max(seen, key=lambda p: p.last_seen, default=None)  # «هؤلاء الباحثون»
        called = last if last is not None and phrase.first - last.last_seen <= _NEAR else None
    if called is not None or not _acts(view, phrase):
        return called
    if len(seen) != 1 or phrase.first - seen[0].last_seen > _NEAR:
        return None
    if not (seen[0].indefinite or (phrase.bare and len(seen[0].words) > 1)):
        return None  # «نواب الكتلة», «أعلن النواب»
    fits = phrase.country in {None, seen[0].country} and any(fields <= held for held in _fields(seen[0], phrase))
    if not fits:
        return None
    seen[0].called = words
    return seen[0]


def _in_short(view: View, phrase: Found, seen: list[Person], words: tuple[str, ...]) -> Person | None:
    """Return the only people called by fewer or more words of one office («نواب الكتلة», «نواب الكتلة الخضراء»)."""
    role = view.at(phrase.first, "role")
    office_words = 1 if role is None else role.last - role.first
    names = [(p, _plain(p.name)) for p in seen]
    alike = [p for p, own in names if min(len(words), len(own)) > office_words and _begin_alike(words, own)]
    return alike[0] if len(alike) == 1 and not alike[0].indefinite else None


def _begin_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[: len(other)] == other[: len(one)]


def _acts(view: View, phrase: Found) -> bool:
    """Say whether a plural may be the subject of a verb right before it («ووجد الباحثون أن …»)."""
    i = phrase.first
    free = i > 0 and view.is_verb(i - 1) and phrase.start == view.units.starts[i]
    return free and not view.norms[i].endswith(OBLIQUE)


def _fields(person: Person, phrase: Found) -> list[frozenset[str]]:
    """Return what the offices of a person that a phrase names are about."""
    return [held[2] for held in person.offices if held[0] == office(phrase.head)]


def _of_kind(register: Register, phrase: Found) -> list[Person]:
    """Return all without a name who were met before and are called the same, in the same number."""
    wanted = office(phrase.head)
    return [
        p
        for p in register.people
        if p.role_only
        and p.last_seen >= 0
        and p.plural == phrase.number
        and of_one_gender(p, phrase)
        and any(o[0] == wanted for o in p.offices)
    ]


def _plain(name: str) -> tuple[str, ...]:
    """Return the words of what some people are called, whatever the case is."""
    words = fold_word(name).split()
    return tuple(w.removesuffix(OBLIQUE) + SOUND_PLURAL if w.endswith(OBLIQUE) else w for w in words)
