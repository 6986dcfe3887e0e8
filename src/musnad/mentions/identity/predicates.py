"""Who somebody is by a verb of being or a post: «كان سالم وزيرا», «سالم الذي أصبح مديرا», «منصب المدير»."""

from collections.abc import Mapping, Sequence

from musnad.arabic import AND, BA, CONJUNCTIONS, LAM, LIKE
from musnad.arabic.letters import ALEF, HA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import Found
from musnad.mentions.identity.adverbs import before_adverbs, rated
from musnad.mentions.identity.reaching import is_hers, is_role
from musnad.mentions.person import Person, heads_of, of_one_gender, office
from musnad.mentions.view import COMMAS, OPENING, View

_JOINS = frozenset(CONJUNCTIONS) - {""}
_CLAUSE = 6  # tokens between a name and the post that «who» ties to it
_JOINED = 16  # tokens between two things that a verb of being tells of somebody


def predicates(view: View, found: Sequence[Found], named: Mapping[int, Person]) -> dict[int, int]:
    """Return which roles without a name are told of which named phrases, as places in `found`."""
    ending = {found[i].last: i for i in named}
    ties: dict[int, int] = {}
    for i, phrase in enumerate(found):
        if phrase.kind != "person" or phrase.number != "s" or i in named or not is_role(phrase):
            continue
        name = _been(view, phrase, ending, found)
        name = _of_dropped(view, phrase, found, named) if name is None else name
        name = _posted(view, phrase, found, named) if name is None else name
        name = _he_is(view, phrase, found, named) if name is None else name
        name = _so_called(view, phrase, ending) if name is None else name
        name = _with_other(view, found, i, ties) if name is None else name
        if name is not None and (of_one_gender(phrase, found[name]) or is_hers(view, phrase)):
            ties[i] = name
    return ties


def _with_other(view: View, found: Sequence[Found], i: int, ties: Mapping[int, int]) -> int | None:
    """Return of whom an accusative tells that stands behind another one («كان سالم عضوا في الهيئة ورئيسا للجمعية»)."""
    role = found[i]
    if not _is_accusative(view, role):
        return None
    before = max((j for j in ties if found[j].last <= role.first), key=lambda j: found[j].last, default=None)
    if before is None or not _is_accusative(view, found[before]):
        return None
    first, joined = found[before].last, role.start > view.units.starts[role.first]
    if not joined or not view.norms[role.first].startswith(AND):
        return ties[before] if first == role.first and not joined else None
    near = role.first - first <= _JOINED and view.same_sentence(first - 1, role.first)
    told = any(view.any(k, "cue", "complementiser", "copula", "pronoun") for k in range(first, role.first))
    return ties[before] if near and not told else None


def _been(view: View, role: Found, ending: Mapping[int, int], found: Sequence[Found]) -> int | None:
    """Return whom a verb of being ties to an indefinite role: it stands before his name, or right before the role."""
    if role.definite or role.start != view.units.starts[role.first]:
        return None
    first = before_adverbs(view, role.first - rated(view, role))
    name = ending.get(first)
    if name is not None:
        return name if _is_told_of(view, found[name], role) else None
    at = first - 1
    being = _being(view, at)
    if being is None or not view.same_sentence(at, role.first):
        return None
    who = at - 1
    if _is_that_he(view, who) and who in ending:
        return ending[who] if view.same_sentence(found[ending[who]].first, at) else None
    if _is_relative(view, who):
        who -= 1 + view.any(who - 1, "pronoun")  # «سالم، وهو الذي كان وزيرا»
    elif being.entry.flag("appoints"):
        return None
    elif _is_when(view, who) and not being.entry.flag("acts"):
        who -= 1  # «سالم عندما كان وزيرا»
    if view.norms[who] in COMMAS:
        who -= 1
    name = ending.get(who + 1)
    return name if name is not None and view.same_sentence(found[name].first, role.first) else None


def _is_that_he(view: View, i: int) -> bool:
    """Say whether «that he» stands at a token («وأوضح سالم ‹أنه› كان قائدا»)."""
    return any(hit.suffix for hit in view.hits.at(i, "complementiser"))


def _is_when(view: View, i: int) -> bool:
    return any(hit.entry.text("part") == "subordinator" for hit in view.hits.at(i, "connective"))


def _is_told_of(view: View, name: Found, role: Found) -> bool:
    """Say whether a role right behind a name is what its bearer is, was or becomes."""
    if _is_accusative(view, role) and not (name.first and view.is_verb(name.first - 1)):
        return True  # «الكستنائي رئيسا للبلدية»
    bare = name.name is not None and view.behind_titles(name.first) == name.name[0] and name.head is None
    if bare and name.start > view.units.starts[name.first] and _is_accusative(view, role):
        return True  # «وسالم الكستنائي نائبا للرئيس»
    at = name.first - 1
    if at > 0 and not view.any(at, "role", "title", "copula") and view.any(at - 1, "copula"):
        at -= 1  # «عين أمس سالم الكستنائي مديرا»
    being = _being(view, at)
    if being is None or not (_is_accusative(view, role) or role.gender == "f" or not being.entry.flag("acts")):
        return False
    if not being.entry.flag("appoints"):
        return True
    marked = _is_accusative(view, role) or (role.gender == "f" and name.gender == "f")
    return marked and (bare or not view.is_verb(at))


def _of_dropped(view: View, role: Found, found: Sequence[Found], named: Mapping[int, Person]) -> int | None:
    """Return the only one who is named before a verb of being without a subject («وانتخب نائبا عن المدينة»)."""
    at = role.first - 1
    being = _being(view, at)
    if being is None or being.entry.flag("rates"):
        return None
    if role.definite:
        return _become(view, role, found, named) if not being.entry.flag("appoints") else None
    if not _is_accusative(view, role):
        return None
    if at and _is_relative(view, at - 1):
        return None
    before = [j for j in named if found[j].first < role.first]
    if len({named[j].number for j in before}) == 1:
        return max(before)
    if being.entry.flag("appoints") or (at and view.any(at - 1, "role_preposition")):
        return None  # «وعين مديرا», «فمنهم من كان كاتبا»
    return _told_so_far(view, found, named, at)


def _told_so_far(
    view: View, found: Sequence[Found], named: Mapping[int, Person], at: int, *, near: bool = False
) -> int | None:
    """Return the only one who is told of before a verb without a subject: in its clause, else in the sentence before.

    `near` asks for the clause alone. Anybody else between him and the verb may be the subject.
    """
    said = next((k for k in range(at - 1, -1, -1) if _opens_clause(view, k)), -1)
    sentence = view.units.sentence_of
    people = [j for j, f in enumerate(found) if f.kind == "person" and f.number == "s" and f.last <= at]
    told = [j for j in people if found[j].first > said and view.same_sentence(found[j].first, at)]
    if not (near or told) and (said < 0 or not view.same_sentence(said, at)):
        told = [j for j in people if sentence[found[j].first] == sentence[at] - 1]
    names = [j for j in told if j in named]
    if len({named[j].number for j in names}) != 1:
        return None
    last = max(names, key=lambda j: found[j].last)
    return None if _is_owner(view, found[last]) or any(found[j].first >= found[last].last for j in told) else last


def _opens_clause(view: View, i: int) -> bool:
    """Say whether what somebody says or thinks begins behind a token."""
    return view.norms[i] in OPENING or view.any(i, "complementiser")


def _become(view: View, role: Found, found: Sequence[Found], named: Mapping[int, Person]) -> int | None:
    """Return the only one named so far in the sentence, who came into a definite office («وأصبح الرئيس …»)."""
    at = role.first - 1
    after = view.norms[role.last] if role.last < len(view.norms) else ""
    goes_on = view.norms[at].startswith(AND) or any(hit.prefix in LAM for hit in view.hits.at(at, "copula"))
    if not goes_on or view.is_verb(role.last) or not after[:1].isalpha():
        return None  # «كان الرئيس قال»
    if view.any(role.last, "function_word", "cue", "role_preposition", *NAME_WORDS):
        return None
    before = [j for j in named if found[j].first < at and view.same_sentence(found[j].first, at)]
    return max(before) if len({named[j].number for j in before}) == 1 else None


def _so_called(view: View, role: Found, ending: Mapping[int, int]) -> int | None:
    """Return whom a name right before «that he is» calls a role («وصف سالم الكستنائي بأنه خبير»)."""
    that = role.first - 1
    if that < 1 or not view.same_sentence(that, role.first) or role.start != view.units.starts[role.first]:
        return None
    called = view.norms[that].startswith(min(BA, key=len)) and any(
        hit.suffix for hit in view.hits.at(that, "complementiser")
    )
    return ending.get(that) if called else None


def _he_is(view: View, role: Found, found: Sequence[Found], named: Mapping[int, Person]) -> int | None:
    """Return the only one named so far in a sentence of whom «and he is» says a role («سالم، 45 عاما، وهو مدير …»)."""
    he = view.at(role.first - 1, "pronoun") if role.first > 1 else None
    if he is None or he.prefix not in _JOINS or role.start != view.units.starts[role.first]:
        return None
    if view.any(he.first - 1, "country", "organisation", "body"):
        return None  # «فرنسا وهي عضو …»
    before = [j for j in named if found[j].first < he.first and view.same_sentence(found[j].first, he.first)]
    if len({named[j].number for j in before}) == 1:
        return max(before)
    if not before or role.definite or view.units.surface(role.first, role.last).endswith((HA, HA + ALEF)):
        return None
    name = _told_so_far(view, found, named, he.first, near=True)
    hers = role.gender == "f" and name is not None and "f" not in {found[name].gender, named[name].gender}
    return None if hers else name


def _is_accusative(view: View, role: Found) -> bool:
    hit = view.at(role.first, "role")
    return hit is not None and hit.form.pattern.endswith(ALEF) and not hit.entry.headword.endswith(ALEF)


def _is_relative(view: View, i: int) -> bool:
    return any(hit.entry.text("part") == "relative" for hit in view.hits.at(i, "connective"))


def _is_who(view: View, i: int) -> bool:
    """Say whether a relative clause begins at a token or behind its comma."""
    return _is_relative(view, i + (view.norms[i] in COMMAS))


def _being(view: View, i: int) -> Hit | None:
    return view.at(i, "copula") if i >= 0 else None


def _posted(view: View, role: Found, found: Sequence[Found], named: Mapping[int, Person]) -> int | None:
    """Return the only one who is named in the sentence before a post and its role, in the clause of the post."""
    rate = rated(view, role)
    at, kinds = role.first - 1 - rate, ("day_ordinal", "ordinary_word") if rate else ("role",)
    like = any(hit.prefix.endswith(LIKE) for hit in view.hits.at(at + 1, *kinds))
    at -= at > 1 and view.norms[at] in OPENING  # «على وظيفة (سفير)»
    if at < 1 or not (like or view.any(at, "post")) or not view.same_sentence(at, role.first):
        return None
    if not like and role.start > view.units.starts[role.first]:
        return None  # «منذ انتخابه والرئيس الكيني»
    if like or view.any(at, "post"):
        ends = {at, at - (view.norms[at - 1] in COMMAS), at + like}  # «تنصيب سالم كرئيس»
        ends |= {at - 1} if view.any(at - 1, "role_preposition") else set()  # «تعيين سالم في منصب …»
        beside = next((j for j in named if found[j].last in ends), None)
        if beside is not None and of_one_gender(role, found[beside]):
            return beside  # «سالم، بصفته رئيس المنظمة»
    so_far = [j for j in named if found[j].first < at and of_one_gender(role, found[j])]
    before = [j for j in so_far if view.same_sentence(found[j].first, at) and not _is_owner(view, found[j])]
    last = max(before, key=lambda j: found[j].last, default=None)
    if last is not None and at - found[last].last <= _CLAUSE and _is_who(view, found[last].last):
        return last  # «سالم الذي سبق أن شغل منصب المدير»
    owned = like or any(hit.suffix for hit in view.all(at) if hit.kind == "post")  # not «منصب المدير»
    if not before and not owned and view.is_verb(at - 1) and len({named[j].number for j in so_far}) == 1:
        return max(so_far)  # «الفقيدة شغلت منصب المديرة»
    if len({named[j].number for j in before}) != 1:
        holder = _holder(role, found, so_far, named) if owned else None
        if holder is not None or not (owned or view.is_verb(at - 1)):
            return holder
        name = _told_so_far(view, found, named, at, near=like)
        return name if name is not None and of_one_gender(role, found[name]) else None
    last = max(before, key=lambda j: found[j].last)
    clause = range(found[last].last, at)
    if any(view.any(k, "cue", "complementiser") for k in clause):
        return _holder(role, found, so_far, named) if owned else None
    return last


def _is_owner(view: View, name: Found) -> bool:
    """Say whether a name only says whose a body is («حملة سالم»)."""
    before = name.first - 1
    return view.any(before, "body") and not view.is_verb(before)


def _holder(role: Found, found: Sequence[Found], before: Sequence[int], named: Mapping[int, Person]) -> int | None:
    """Return the only one named before whose own role is the one of a post («منصبها كوزيرة»)."""
    if role.last == role.first + 1:
        return None  # «كرئيس» of what no list knows
    of_role = [j for j in before if office(role.head) in {office(head) for head in heads_of(found[j])}]
    return max(of_role) if len({named[j].number for j in of_role}) == 1 else None
