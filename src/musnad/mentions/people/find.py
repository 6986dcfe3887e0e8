"""People: roles with and without a name, titles with a name, names alone, unnamed sources."""

from musnad.arabic import AND, ARTICLE, BARE, JOINED, LAM
from musnad.arabic.letters import ALEF, HA, MIM, NUN, TA, TANWIN, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_PARTS, NAME_WORDS
from musnad.mentions.found import Found
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.people.appositions import with_apposition
from musnad.mentions.people.made import bare_person, is_counted, named_person, through_mark
from musnad.mentions.people.name_of_role import FULL, its_name
from musnad.mentions.people.other_words import means_nobody
from musnad.mentions.people.roles import gender_of, is_adjective, is_noun, role_at
from musnad.mentions.people.seats import reaching_name
from musnad.mentions.people.served import held_office, is_served, of_king, take_name
from musnad.mentions.people.several import with_others
from musnad.mentions.people.sources import is_told, source_at
from musnad.mentions.people.strangers import stranger
from musnad.mentions.people.titles import adjectival, titled
from musnad.mentions.person import SUPERVISOR, office
from musnad.mentions.phrases.reach import extend
from musnad.mentions.proper.names import announced, apposed, free
from musnad.mentions.proper.reader import Name
from musnad.mentions.view import COMMAS, View, node_of

_TIMES = ("weekday", "number_word", "unit", "month")
_ANNOUNCING = NAME_PARTS | frozenset({"role", "title", "source_noun", "one_of"})
_NAMED = (*_ANNOUNCING, "place", "country", "organisation", "agency", "cue")
_SLASH = "/"


def person_at(view: View, i: int) -> Found | None:
    """Return the person whose noun phrase starts at a token, or None."""
    here = view.here(i)
    if "country" in here and here.keys().isdisjoint(_ANNOUNCING):
        return _national(view, i)
    if "one_of" in here or "source_noun" in here:
        found = _unnamed(view, i)
        if found is not None:
            return found
    title = here.get("title")
    role = role_at(view, i) if "role" in here else None
    if title is not None and (role is None or title.last >= role.last):
        found = _titled(view, title)
        if found is not None:
            return found
    # A role that is no name is not asked for one.
    name = None if role is not None and here.keys().isdisjoint(NAME_PARTS) else free(view, i)
    if name is None and not here:
        name = stranger(view, i)
    if role is not None and (name is None or name.last <= role.last):
        return _role(view, role)
    if name is not None:
        ranked = _role(view, role) if role is not None and role.definite and role.entry.flag("rank") else None
        return ranked if ranked is not None and ranked.name else _named(view, name)  # «السلطان قلاوون»
    return _national(view, i) if "country" in here else None


def _unnamed(view: View, i: int) -> Found | None:
    """Return one of several, or a source without a name, whose phrase starts at a token."""
    one = view.at(i, "one_of")
    if one is not None and not (one.definite and view.any(i, "weekday")):  # «أفاد يوم الأحد مسؤولون …»
        role = role_at(view, one.last) or view.at(one.last, "source_noun")
        if role is not None and role.prefix in BARE and (role.kind == "role" or is_told(view, one, role)):
            found = _role(view, role, opener=one)
            body = found is not None and role.entry.flag("body")
            return found._replace(kind="organisation", subkind="source") if found is not None and body else found
        if view.definite(one.last) and not view.any(one.last, "group", "country", "body"):
            return _one_of_many(view, one)
    source = view.at(i, "source_noun")
    return None if source is None else source_at(view, source)


def _national(view: View, i: int) -> Found | None:
    """«البرازيلي كارلوس كوريا»: somebody named by country and name."""
    demonym = view.country(i)
    if demonym is None or not demonym.definite or demonym.form.number != "s" or demonym.kind != "country":
        return None
    before = i - 1
    dual = view.at(before, "role")
    if dual is not None and dual.definite and dual.form.number == "d":
        before = -1  # «الرئيسين التركي والأمريكي», each with his name
    if before >= 0 and view.same_sentence(before, i) and view.norms[before][0].isalpha() and demonym.prefix[:1] != AND:
        whose = demonym.form.gender == "f" and view.has_article(before) and view.norms[before].endswith(HA)
        noun = (
            view.definite(before)
            or whose
            or view.any(before, "body", "group", "place", "organisation", "ordinary_word")
        )
        if noun and not view.is_verb(before):
            return None
    name = announced(view, demonym.last)
    if name is not None and adjectival(view, name):
        name = announced(view, name.first + 1)  # «الهولندي الشهير ليو بينهاكر»
    if name is None:
        return None
    unsure = (name.last == name.first + 1 and not _ended(view, name)) or view.any(i, "elliptic_body")
    if unsure and not view.any(name.first, *NAME_WORDS):
        return None  # «المالية رصدت …» is no Malian
    gender = demonym.form.gender or "m"
    found = named_person(view, demonym, name, "mentions.person.national", gender, (node_of(demonym), *name.nodes))
    return with_apposition(view, found._replace(country=view.code(demonym)))


def _ended(view: View, name: Name) -> bool:
    """Say whether a mark or a function word ends a name."""
    i = name.last
    return i >= len(view.norms) or not view.norms[i][0].isalpha() or view.any(i, "function_word")


def _one_of_many(view: View, one: Hit) -> Found | None:
    """«أحد المشاركين في …», «عدد من المشاركين»: one or some out of a definite plural that the lexicon does not know."""
    i = one.last
    participle = view.norms[i].startswith(ARTICLE + MIM) and view.norms[i].endswith(YA + NUN)
    if not participle or view.any(i, *_TIMES):
        return None
    head = one._replace(last=i + 1, end=view.units.ends[i], definite=True)
    phrase = extend(view, head, prepositions=True)
    with_others(view, phrase, head)
    number = "s" if one.entry.flag("single") else "p"
    return bare_person(view, head, phrase, "mentions.role.phrase", "role")._replace(definite=False, number=number)


def _titled(view: View, title: Hit) -> Found | None:
    """A title announces a name, or a role that may announce one («السيد الرئيس»)."""
    nxt = title.last
    if nxt >= len(view.norms) or not view.same_sentence(title.first, nxt):
        return None
    more = view.at(nxt, "title", "role")
    if more is None or more.prefix not in BARE:
        return titled(view, title)
    inner = None if title.entry.flag("calls") else person_at(view, nxt)  # «يسمي المهندسون الأرض»
    if inner is None:
        return None
    return inner._replace(first=title.first, start=title.start, nodes=(node_of(title), *inner.nodes))


def _named(view: View, name: Name) -> Found:
    units = view.units
    found = Found(
        first=name.first,
        last=name.last,
        start=name.start,
        end=units.ends[name.last - 1],
        kind="person",
        subkind=None,
        rule="mentions.person.name",
        nodes=name.nodes,
        name=(name.first, name.last),
        name_start=name.start,
        gender=name.gender,
        definite=True,
    )
    return with_apposition(view, found)


def _each_named(view: View, i: int) -> bool:
    """Say whether a demonym in the singular and a name follow a dual («الرئيسان التركي … والأمريكي …»)."""
    demonym = view.country(i)
    return demonym is not None and demonym.form.number == "s" and announced(view, demonym.last) is not None


def _other_role(view: View, role: Hit, phrase: Phrase) -> Found | None:
    """Return a second office of one person, with the name («السياسي والكاتب …», «إمام وخطيب الجامع …»)."""
    more = view.at(phrase.last, "role", "title")
    if more is None or not view.same_sentence(role.first, more.first):
        return None
    joined = phrase.last == role.last and role.definite and not role.entry.flag("head")
    joined = joined and more.prefix in JOINED and not more.entry.flag("head") and view.definite_behind_and(more.first)
    beside = phrase.closed and more.kind == "role" and more.prefix in BARE
    beside = beside and (_takes_no_object(view, role) or (more.definite and office(more.entry.id) == SUPERVISOR))
    two = phrase.last == role.last and not (role.definite or more.definite or role.suffix or more.suffix)
    two = two and more.kind == "role" and more.prefix in JOINED and _takes_no_object(view, role)
    told = role.first > 0 and view.any(role.first - 1, "cue") and phrase.definite
    told = told and more.kind == "role" and more.prefix in JOINED and more.form.number in {"s", ""}
    other = person_at(view, more.first) if joined or beside or two or told else None
    if other is None or other.name is None or other.name[0] == more.first:
        return None
    return other._replace(also=() if other.head is None else (other.head, *other.also))


def _idle(view: View, role: Hit) -> bool:
    """Say whether a lone role tells of nobody: a kinsman without kin, a participle («، محققا انتصاره»)."""
    if role.entry.flag("owned"):
        return not role.definite or role.entry.flag("adjectival")  # «أريد زوجا», «الدولة الشقيقة»
    before, after = role.first - 1, role.last
    if role.definite:
        mark = before >= 0 and view.norms[before] in COMMAS
        return mark and role.entry.flag("adjectival") and role.form.number == "s"  # «المجتمعي، الاقتصادي، …»
    if role.form.gender == "f" and before >= 0 and is_noun(view, before) and not view.any(before, *_ANNOUNCING, "cue"):
        apart = view.has_article(before) and not role.entry.flag("adjectival")  # «اعتقلت الشرطة ‹ناشطة›»
        apart = apart or view.any(before, "trigger")
        return view.norms[before].endswith((HA, ALEF + TA)) and not apart  # «جهات مسؤولة»
    if _is_adverb(view, role):
        return True
    if after < len(view.norms) and view.norms[after] == _SLASH:
        return True  # «اقتصادي / …»: the desk of an agency
    if before >= 0 and _qualifies(view, role):
        return True  # «عاملا رئيسا», «عاملين رئيسين»
    if view.is_verb(role.first) and not view.any(before, "cue", "trigger"):
        return True  # «وشاهد 12 مليونا»
    mark = before < 0 or not view.norms[before][0].isalpha()
    return mark and role.form.pattern.endswith(ALEF) and not role.entry.headword.endswith(ALEF)


def _is_adverb(view: View, role: Hit) -> bool:
    """Say whether a word that is an adjective too tells how or in what («دعمه سياسيا», «يكون الحل إلا سياسيا»)."""
    word, before, after = role.entry.headword, role.first - 1, role.last
    if not (role.entry.flag("adjectival") and word.endswith(YA) and view.norms[role.first].endswith(ALEF)):
        return False
    described = after < len(view.norms) and view.norms[after].endswith(ALEF) and view.same_sentence(before + 1, after)
    told = before >= 0 and view.any(before, "copula", "cue", "trigger", "number_word", *_NAMED)
    return not (described or told or (before >= 0 and view.norms[before].isdigit()))


def _qualifies(view: View, role: Hit) -> bool:
    """Say whether an accusative or dual role agrees with a noun like it right before it."""
    before = view.units.surface(role.first - 1, role.first)
    if role.entry.flag("spokes") and role.form.number == "s":
        return is_noun(view, role.first - 1) and not view.any(role.first - 1, *_ANNOUNCING)  # «فيديو ناطق»
    if role.form.number == "d":
        return before.endswith((YA + NUN, ALEF + NUN)) and not view.is_verb(role.first - 1)
    accusative = role.form.pattern.endswith(ALEF) and not role.entry.headword.endswith(ALEF)
    noun = before.endswith(ALEF) and is_noun(view, role.first - 1) and not view.any(role.first - 1, *_NAMED)
    return accusative and (noun or before.endswith((TANWIN + ALEF, ALEF + TANWIN)))


def _takes_no_object(view: View, role: Hit) -> bool:
    """Say whether nobody else can follow a role directly: it is no subject, or that of a verb that only tells."""
    if role.prefix not in BARE or not role.first or view.any(role.first - 1, "function_word", "title"):
        return True
    if not (view.same_sentence(role.first - 1, role.first) and _verbal(view, role.first - 1)):
        return True
    cue = view.at(role.first - 1, "cue")
    return cue is not None and cue.entry.text("addressee") != "object"


def _verbal(view: View, i: int) -> bool:
    """Say whether a token is a verb or noun of a deed, whose subject or object may follow."""
    deed = view.is_verb(i) or view.any(i, "trigger", "cue") or not view.norms[i][0].isalpha()
    return deed and not view.of_things(i)


def _role(view: View, role: Hit, opener: Hit | None = None) -> Found | None:
    """A role, with the name that it announces directly, after a comma, or not at all."""
    phrase = _phrase(view, role, opener)
    head = role.entry
    if role.entry.flag("idafa") and ((role.definite and not role.suffix) or not phrase.definite):
        return None
    if role.entry.flag("idafa") and any(hit.prefix in LAM for hit in view.all(role.last) if hit.prefix):
        return None  # «تجمع كبير لسكان المدينة»
    if opener is not None and opener.entry.flag("single") and (named := _one_named(view, opener, role, phrase)):
        return named
    if opener is None and role.form.number in {"s", ""}:
        held = _held(view, role, phrase)
        if held is None and (longer := reaching_name(view, role, phrase)) is not None:
            held, phrase = _held(view, role, longer), longer if longer.filled else phrase
        if held is not None:
            return held
    lone = not phrase.nodes or phrase.nodes[0].kind == "role_preposition"
    lone = lone or all(node.kind == "bracket" for node in phrase.nodes)
    if head.flag("named") or (lone and is_adjective(view, role)) or means_nobody(view, role, phrase):
        return None
    if opener is None and phrase.last == role.last and not role.suffix:
        given = view.at(role.first, "given_name")
        told = given is not None and not role.definite and view.any(role.first - 1, "cue") and given.last == role.last
        if told and given is not None and not view.any(role.last, "role"):  # «أكد إمام وخطيب المسجد»
            return _named(
                view, Name(role.first, given.last, given.start, given.entry.text("gender"), (node_of(given),))
            )
        if _idle(view, role):
            return None
    single = opener is not None and opener.entry.flag("single")
    found = bare_person(view, role if opener is None else opener, phrase, "mentions.role.phrase", "role")
    many = opener is None and not phrase.definite and role.form.number != "d" and is_counted(view, role)
    number = "p" if many else found.number
    return found._replace(
        head=head.id,
        number=number if opener is None else "s" if single else "p",
        gender=(opener.entry.text("gender") if opener is not None and single else gender_of(view, role)) or "m",
        sector=head.text("sector") or None,
        definite=(phrase.definite or role.definite) and (opener is None or opener.entry.flag("whole")),
        bare=phrase.last == role.last,
        nodes=(*(() if opener is None else (node_of(opener),)), node_of(role), *phrase.nodes),
    )


def _phrase(view: View, role: Hit, opener: Hit | None) -> Phrase:
    """Return the phrase that a role begins; behind «some of» with further people that «and» joins to it."""
    if role.definite and role.form.number == "d" and _each_named(view, role.last):
        return Phrase(role.last, closed=True)
    phrase = extend(view, role, prepositions=not role.definite or opener is not None)
    if opener is not None:
        with_others(view, phrase, role)
    return phrase


def _held(view: View, role: Hit, phrase: Phrase) -> Found | None:
    """Return whom a role names: by another office and a name, or by the name that it announces; None for nobody."""
    if of_king(view, phrase):
        return None
    other = _other_role(view, role, phrase)
    head = role.entry
    if other is not None and _is_ruler_of(view, role, phrase, other):
        phrase.nodes += other.nodes
        phrase.last, phrase.closed, phrase.filled = other.last, True, True
        return None
    if other is not None:
        nodes = (node_of(role), *phrase.nodes, *other.nodes)
        other = other._replace(country=other.country or phrase.country, first=role.first, start=role.start, nodes=nodes)
        return other._replace(head=head.id, sector=head.text("sector") or other.sector)
    name, title = its_name(view, role, phrase)
    if name is None or (
        title is None and (_possessed(view, role, phrase, name) or is_served(view, role, phrase, name))
    ):
        return None
    if _of_the_other(view, role, phrase, name) or _is_kin_of(view, role, phrase, name):
        return None
    gender = gender_of(view, role) or name.gender or "m"
    nodes = (node_of(role), *phrase.nodes, *((node_of(title),) if title is not None else ()), *name.nodes)
    found = through_mark(view, named_person(view, role, name, "mentions.person.role_name", gender, nodes), name)
    found = found._replace(head=head.id, country=phrase.country, sector=head.text("sector") or None)
    return with_apposition(view, found)


def _is_kin_of(view: View, role: Hit, phrase: Phrase, name: Name) -> bool:
    """Take a title and name right behind a noun for kin as whose kin somebody is («ابنة الشيخ سالم الكستنائي»).

    Behind a comma the name is rather that of the kinsman, if it can be («والد الطفلة، سالم الكستنائي»).
    """
    title = view.at(role.last, "title")
    if title is None or role.definite or role.suffix or not role.entry.flag("owned"):
        return False
    apart = any(view.norms[k] in COMMAS for k in range(title.last, name.first))
    if apart and name.gender in {gender_of(view, role) or "m", None}:
        return False
    phrase.nodes += (node_of(title), *name.nodes)
    phrase.last, phrase.closed, phrase.filled = name.last, True, True
    return True


def _of_the_other(view: View, role: Hit, phrase: Phrase, name: Name) -> bool:
    """Take the name behind somebody's kinship that is that of whose kin he is («والدة الممثل سالم الكستنائي»).

    It is a man's behind a woman («زوجة ولي العهد، حسين …»), or of who held the office («نجل الرئيس جمال عبد الناصر»).
    """
    if not role.entry.flag("owned") or role.suffix:
        return False
    offices = [known for known in phrase.known if known.kind == "role"]
    his = gender_of(view, role) == "f" and name.gender == "m"
    his = his or any(held_office(view, (name.first, name.last), office.first) for office in offices)
    return bool(offices) and his and take_name(phrase, name)


def _is_ruler_of(view: View, role: Hit, phrase: Phrase, other: Found) -> bool:
    """Say whether a second office and a name are of whose kin somebody is («عقيلة العاهل … الملك سالم»)."""
    if not role.entry.flag("owned") or role.suffix or all(known.kind != "role" for known in phrase.known):
        return False
    return gender_of(view, role) == "f" and other.gender == "m"


def _one_named(view: View, opener: Hit, role: Hit, phrase: Phrase) -> Found | None:
    """Return one of several whose name stands behind a comma («أحد أعضاء المجموعة، سالم …»), or None."""
    i = phrase.last
    if i + 1 >= len(view.norms) or view.norms[i] not in COMMAS or not view.same_sentence(role.first, i + 1):
        return None
    name = apposed(view, view.behind_titles(i + 1))
    if name is None or name.last < name.first + FULL or not view.any(name.first, *NAME_WORDS):
        return None
    nodes = (node_of(opener), node_of(role), *phrase.nodes, *name.nodes)
    found = named_person(view, opener, name, "mentions.person.role_name", name.gender or "m", nodes)
    return found._replace(head=role.entry.id, country=phrase.country, sector=role.entry.text("sector") or None)


def _possessed(view: View, role: Hit, phrase: Phrase, name: Name) -> bool:
    """Take the name right behind an indefinite role as whose agent or coach somebody is («وكيل مونتاري»)."""
    ranked = role.entry.flag("rank") and not role.entry.flag("serves")  # «عقيد سالم», but «نائب سالم»
    bare = phrase.last == name.first == role.first + 1 and not (role.definite or role.suffix or ranked)
    if not bare or view.any(role.first, "title") or role.form.number not in {"s", ""}:
        return False
    phrase.nodes += name.nodes
    phrase.last, phrase.closed = name.last, True
    return True
