"""Proper names of people: where one starts, and what is believed to be one."""

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, SO
from musnad.arabic.letters import ALEF, HA, NUN, TA, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import unknown
from musnad.mentions.proper.apart import counted, governs, heads_phrase, is_torn, is_word, owned, stands_out
from musnad.mentions.proper.believed import describes, is_noun_too, like_name
from musnad.mentions.proper.bounds import owned_behind
from musnad.mentions.proper.family_alone import is_bearer, is_demonym, is_quality, second_family_of
from musnad.mentions.proper.reader import FREE, Name, NameReader
from musnad.mentions.proper.shapes import (
    before_foreign,
    fathered,
    has_father,
    is_son_of,
    named_by_next,
    served,
    shaped,
    unknown_run,
)
from musnad.mentions.view import COMMAS, View, node_of
from musnad.mentions.word_shapes import WEAK, like_masdar

AFTER_KNOWN = 2  # unknown tokens behind a known given name: grandfather's and family name
_PLURALS = (ALEF + TA, WAW + NUN)
_PARTS = frozenset({*NAME_WORDS, "name_particle", "famous_name"})
_BY_OR_FOR = BA | LAM
_PREPOSITIONS = tuple(filter(None, _BY_OR_FOR))
_LONG = 4  # letters of a name behind a preposition
_CLAUSE = 8  # tokens before a verb among which another one would say who speaks
_PAIR = 2  # words of a name that nothing but commas tells


def announced(view: View, i: int) -> Name | None:
    """Return the name that follows a title or role at token `i`, known or not, or None."""
    if i >= len(view.norms) or view.any(i, "title") or _prefixed(view, i):
        return None
    if not (_may_start(view, i) or unknown_run(view, i) or fathered(view, i)):
        return None
    role = view.at(i, "role")
    name = NameReader(view, i, FREE).read()
    if name is not None and (
        (role is not None and role.last > name.last) or (name.last == i + 1 and describes(view, i))
    ):
        return None  # «رئيس الحكومة الأمين العام …»
    city = view.at(i, "place")
    if name is not None and name.last == i + 1 and city is not None and view.definite(i) and city.prefix in BARE:
        return None  # «زار الرئيس الأمريكي الرياض»
    return name


def is_deed(view: View, name: Name) -> bool:
    """Say whether a lone word like a name is rather the verb of whoever stands before it («الحارس فتح على نفسه …»)."""
    given = view.at(name.first, "given_name")
    if given is None or name.last > name.first + 1 or not given.entry.flag("ambiguous"):
        return False
    if name.last >= len(view.norms) or not view.is_verb(name.first):
        return False
    return view.any(name.last, "role_preposition") or owned(view, name.last) or _demands(view, name)


def _demands(view: View, name: Name) -> bool:
    """Say whether a lone word like a name is the only verb of saying so far («بطل الكأس طالب الاتحاد بإعادة …»)."""
    verb, after = name.first, name.last
    if not view.any(verb, "cue") or not view.same_sentence(verb, after):
        return False
    before = range(max(verb - _CLAUSE, 0), verb)
    if any(view.any(k, "cue") for k in before if view.same_sentence(k, verb)):
        return False
    asked = any(hit.prefix in BA for hit in view.all(after))
    return asked or (view.definite(after) and view.any(after, "body", "organisation", "elliptic_body", "group"))


def before_person(view: View, name: Name) -> Name:
    """Return the part of a body's name before the given name of a person («قناة ‹حنبعل› زهير», «نادي ‹الفتح› محسن»)."""
    definite = view.definite(name.first) and name.last - name.first > _PAIR
    for k, node in enumerate(name.nodes):
        if node.rule != "unknown" and not (definite and k == 0):
            person = k > 0 and node.kind == "given_name"
            return name._replace(last=name.first + k, nodes=name.nodes[:k]) if person else name
    return name


def apposed(view: View, i: int) -> Name | None:
    """Return the name behind a comma: one that begins with a known part, or unknown words up to the next mark."""
    name = announced(view, i)
    if name is not None and view.any(i, *NAME_WORDS):
        given = view.at(i, "given_name")
        if given is None or not given.entry.flag("ambiguous") or name.last > i + 1 or _ends_at_mark(view, name):
            return name
        thing = (given.definite and not given.form.article) or view.any(i, "ordinary_word", "medium")
        return None if thing else name  # «، التهاني و…»
    closed = name is not None and _ends_at_mark(view, name)
    return name if name is not None and closed and name.last - name.first > 1 else _enclosed(view, i)


def _ends_at_mark(view: View, name: Name) -> bool:
    return name.last < len(view.norms) and not view.norms[name.last][0].isalpha()


def _enclosed(view: View, i: int) -> Name | None:
    """Return the words between two marks as a name, whatever their letters, if all are unknown or parts of names."""
    units, last = view.units, i
    while last < len(units) and view.same_sentence(i, last) and view.norms[last][0].isalpha():
        if last - i == FREE or not (view.is_name(last) or not view.any(last)) or view.norms[last].isascii():
            return None
        if not view.is_name(last) and served(view.norms[last], units.surface(last, last + 1)):
            return None  # «، مرورا بالحصينية،»
        last += 1
    if last - i < _PAIR or last >= len(units) or not view.same_sentence(i, last) or view.definite(i):
        return None
    if not any(map(view.is_name, range(i, last))) and not like_name(view, i, last):
        return None
    return Name(i, last, units.starts[i], None, unknown(units, i, last))


def free(view: View, i: int) -> Name | None:
    """Return a name that nothing announces: known parts, or an unknown one right behind a verb of saying."""
    if i and view.any(i, "in_name_of") and view.any(i - 1, "role"):
        return None  # «المتحدث باسم حاكم …»
    owned = announced(view, i) if _owns(view, i) else None
    return _unannounced(view, i) if owned is None else owned


def _unannounced(view: View, i: int) -> Name | None:
    here = view.here(i)
    if here.keys().isdisjoint(_PARTS):
        named = has_father(view, i) or _is_son(view, i) or before_foreign(view, i)
        return NameReader(view, i, AFTER_KNOWN).read() if named else _speaking(view, i)
    given, family = here.get("given_name"), view.at(i, "public_person", "family_name")
    opens = here.get("name_particle")
    doubt = given is not None and given.entry.flag("ambiguous") and opens is not None and opens.entry.flag("opens")
    if family is None and (given is None or doubt):
        if opens is not None and (opens.entry.flag("opens") or _is_mother(view, opens) or is_bearer(view, i)):
            name = NameReader(view, i, AFTER_KNOWN).read()
            return name if name is not None and name.nodes[0].kind == "name_particle" else None
        return _speaking(view, i)
    if governs(view, given) or (view.any(i, "function_word") and not (view.is_name(i) or _joined(view, given))):
        return None
    if (
        given is not None
        and (not given.definite or _linked(view, given.last) or view.any(given.last, "family_name"))
        and not (given.definite and i and view.definite(i - 1) and not (view.any(i - 1, "cue") or _full(view, given)))
        and (family is None or family.last <= given.last)
    ):
        name = NameReader(view, i, AFTER_KNOWN).read()
        if name is not None and _believed(view, given, name):
            return name
    if family is not None:
        if family.definite and (not family.form.article or is_quality(view, family) or is_demonym(view, family)):
            return None  # «الكاميرون» is not Cameron
        if family.kind == "public_person":
            return NameReader(view, i, 0).read()
        lone = family.kind == "family_name" and family.last == i + 1
        role = view.at(i, "role")
        relational = view.norms[i].endswith(YA) and view.any(i - 1, "ordinary_word")  # «أمر رئيسي»
        doubtful = family.entry.flag("ambiguous") and (
            relational or not view.any(i - 1, "cue") or view.any(i - 1, "function_word")  # «عبر»
        )
        doubtful = doubtful or (role is not None and not role.suffix and role.form.number != "d")
        if lone and (doubtful or _is_verb_too(view, family) or view.any(i, "ordinary_word", "group")):
            return _speaking(view, i)  # «ترأس», «العنصر»
        if family.prefix in {"", ARTICLE, AND} or not _other_word(view, i):
            families = (family, *second_family_of(view, family))
            return Name(i, families[-1].last, family.start, None, tuple(map(node_of, families)))
        return None
    return _speaking(view, i)


def _is_verb_too(view: View, family: Hit) -> bool:
    """Say whether a family name is a verb too; a famous one not behind a proclitic («ليبرمان», «فيدان»)."""
    famous = view.any(family.first, "famous_name")
    return view.is_verb(family.first) and any(
        (hit.prefix in BARE or not famous) and not hit.suffix.endswith(YA) for hit in view.hits.verbs(family.first)
    )


def _full(view: View, given: Hit) -> bool:
    """Say whether a given name that always has the article stands before a family («السابق الحبيب الراشدي»)."""
    return given.form.article and view.any(given.last, "family_name") and view.country(given.last) is None


def _is_mother(view: View, particle: Hit) -> bool:
    """Say whether «mother of» stands before a given name («أم محمد»), and not «or» between two names."""
    given = view.at(particle.last, "given_name")
    if not particle.entry.flag("mother") or given is None or given.prefix or given.entry.flag("ambiguous"):
        return False
    return not particle.first or not view.is_name(particle.first - 1)


def _owns(view: View, i: int) -> bool:
    """Say whether a token stands right behind an indefinite kinsman or agent of somebody («زوجة سمير كامل …»)."""
    kin = view.at(i - 1, "role") if i and view.same_sentence(i - 1, i) and not view.definite(i) else None
    return kin is not None and kin.entry.flag("owned") and not (kin.definite or kin.suffix) and kin.last == i


def _believed(view: View, given: Hit, name: Name) -> bool:
    """Say whether a known given name and what follows are a name: ordinary words need another known part."""
    other = _other_word(view, given.first)
    ambiguous = given.entry.flag("ambiguous")
    doubtful = ambiguous or (given.prefix != "" and other) or view.any(given.first, "role")
    body = ambiguous and view.any(given.last, "body") and name.last <= given.last + 1
    land = name.last == given.last and view.land(given.first) is not None
    if body or land or (name.last == given.last and owned_behind(view, given.first, given.last)):
        return False  # «نجم نادي برشلونة», «بيرو», «حسن نيتها»
    lone = name.last == given.last and not view.any(given.first - 1, "cue")
    if lone and (other or heads_phrase(view, given) or counted(view, given)):
        return False  # «وحسن استغلالها», «حسن السيرة», «100 جواد»
    if is_torn(view, given):
        return False  # «ك‹يان› عنصري», «ل‹سان› الحال»
    if given.prefix == SO and not any(view.any(i, *NAME_WORDS) for i in range(given.last, name.last)):
        return False  # «فستان المرأة»
    if name.last == given.last:
        if ambiguous and not other and not given.prefix and _told_by(view, given.first):
            return not is_noun_too(view, given)  # «وتوقع فارس ارتفاع الأسعار»
        return not doubtful and (not given.prefix or (given.prefix == AND and not other) or _served(view, given))
    if stands_out(view, given, name, other=other):
        return not (ambiguous and is_word(view, given.last))
    quality = view.definite(given.last) and view.any(given.last, "ordinary_word", "common_word", "adjective")
    alien = given.entry.flag("foreign") and view.definite(given.last) and not view.is_name(given.last)
    if ambiguous and (quality or alien) and name.last == given.last + 1 and not view.any(given.last, "family_name"):
        return False  # «مناحي الحياة», «جيل الشباب»
    if ambiguous and other:
        return _sure(view, given)
    known = any(view.any(i, *NAME_WORDS, "name_particle") for i in range(given.last, name.last))
    written = given.entry.flag("foreign") and view.units.text[given.start : given.end] == given.entry.headword
    return known or not doubtful or (not other and (written or _relational(view, given.last)))


def _served(view: View, given: Hit) -> bool:
    """Say whether a preposition before a given name leaves no doubt: long, and nothing else («بعبدالفتاح»)."""
    if given.prefix not in _BY_OR_FOR or len(given.form.pattern) < _LONG or given.entry.flag("foreign"):
        return False
    return not _other_word(view, given.first) and len(view.all(given.first)) == 1


def _sure(view: View, given: Hit) -> bool:
    """Say whether a given name that is another word too is a name by the known part behind it."""
    last = view.at(given.last, "family_name")
    noun = view.any(given.first, "ordinary_word", "trigger", "cue", "medium", "body", "group")  # «خطاب الأسد»
    sure = last is not None and not last.entry.flag("ambiguous") and not noun
    if view.is_verb(given.first) or (view.definite(given.last) and not sure):
        return False
    second = view.at(given.last, "given_name")
    if given.prefix.endswith(_PREPOSITIONS) and second is not None and last is None and _ends_there(view, second):
        return False  # «بنجاح باهر»
    nouns = second is not None and second.entry.flag("ambiguous") and noun and not view.is_verb(given.last)
    words = ("ordinary_word", "trigger", "adjective", "role")
    if nouns and view.any(given.last, *words) and not view.any(given.first - 1, "cue"):
        return False  # «تحسين جودة الحياة», «بيان سابق», «خطاب أمير قطر»
    if second is not None and second.entry.flag("ambiguous") and view.norms[given.first].endswith(HA):
        return not view.norms[given.last].endswith(HA)  # «جودة عالية»
    return sure or view.any(given.last, "given_name", "name_particle")


def _ends_there(view: View, second: Hit) -> bool:
    """Say whether a second name that is another word too is the last known part of a name."""
    return second.entry.flag("ambiguous") and not view.any(second.last, *NAME_WORDS, "name_particle")


def _told_by(view: View, i: int) -> bool:
    """Say whether a word stands right behind a past verb of saying in the singular."""
    verb = view.at(i - 1, "cue") if i else None
    if verb is None or view.any(i - 1, "function_word"):
        return False  # «من دون حنان» is no «wrote»
    return verb.form.tense == "past" and verb.form.number == "s" and not verb.suffix


def _relational(view: View, i: int) -> bool:
    """Say whether a word that no list knows has the shape of a family name («الزهراني»)."""
    norm = view.norms[i]
    return norm.startswith(ARTICLE) and norm.endswith(YA) and not view.all(i)


def family(view: View, i: int) -> Name | None:
    """Return an unknown relational word as the family of somebody with a title or rank («العقيد النصيري»), or None."""
    if i >= len(view.norms) or not _relational(view, i) or named_behind(view, i):
        return None
    if i + 1 < len(view.norms) and view.norms[i + 1] in COMMAS and announced(view, i + 2) is not None:
        return None  # «الحارس الأساسي، سيلفان بووهو»
    units = view.units
    return Name(i, i + 1, units.starts[i], None, unknown(units, i, i + 1))


def named_behind(view: View, i: int) -> bool:
    """Say whether an unknown relational word stands before a known name («الفنان الجرافيتي علي كلاخ»)."""
    return i + 1 < len(view.norms) and _relational(view, i) and view.is_name(i + 1)


def _linked(view: View, i: int) -> bool:
    """Say whether a token links a name to the father's («الحسن بن علي»)."""
    particle = view.at(i, "name_particle")
    return particle is not None and not particle.entry.flag("strict")


def _joined(view: View, given: Hit | None) -> bool:
    """Say whether «son of» shows that a word joined by «and» is a given name («وعلي بن سالم»)."""
    return given is not None and given.prefix == AND and is_son_of(view, given.last) and view.is_name(given.last + 1)


def _is_son(view: View, i: int) -> bool:
    """Say whether another word before «son of» is a name: behind a title or a verb of saying, where no verb stands."""
    if not i or not fathered(view, i):
        return False
    verb = all(hit.form.pos == "verb" for hit in view.all(i))
    told = view.any(i - 1, "title") or _told_by(view, i)
    return told or (verb and view.any(i - 1, "complementiser"))  # «وأضاف ساير بن لافي أن»


def _other_word(view: View, i: int) -> bool:
    """Say whether a token may be something else than a name, as it stands or behind the same proclitic."""
    name = view.at(i, *NAME_WORDS)
    whole = name is not None and name.prefix in BARE
    return any(hit.kind not in _PARTS and not (whole and hit.prefix not in BARE) for hit in view.all(i))


def may_name_speaker(view: View, i: int) -> bool:
    """Say whether the word behind a verb of saying may be a name that no list knows."""
    if i >= len(view.norms) or not view.norms[i][0].isalpha():
        return False
    if view.definite(i):
        return view.norms[i].endswith(YA) and not view.may(i)
    return not view.may(i, "function_word", "complementiser", "role", "body", "place_head", "source_noun")


def _speaking(view: View, i: int) -> Name | None:
    """Return the unknown word between a past verb of saying and what is said («وأضاف بلازي أن»)."""
    if not i or not view.may(i - 1, "cue") or view.any(i - 1, "ordinary_word", "function_word"):
        return None
    if view.any(i, "role", "medium") or (view.norms[i][0] in BA and not view.any(i + 1, "complementiser", "place")):
        return None  # «طالب بكسر الحصار»
    if not _told_by(view, i):
        return None
    if view.definite(i):
        return _nisba(view, i) if not view.any(i) else None
    name = NameReader(view, i, AFTER_KNOWN).read() if _may_start(view, i) and not _prefixed(view, i) else None
    if name is None or name.last >= len(view.norms):
        return None
    after = name.last
    if name.last == i + 1 and view.any(i, "month") and not view.any(i, "given_name"):
        return None  # «وشهد مايو تراجعا»
    if not view.any(i) and (like_masdar(view.norms[i]) or view.hits.has(i + 1, "attribute")):
        return None  # «أكد امتلاك كنوز أكثر», «أكد راكب آخر»
    if name.last == i + 1 and view.norms[i].endswith(_PLURALS) and not view.is_name(i):
        return None  # «شهدت اضطرابات», «تساءل كثيرون»
    mark = not view.norms[after][0].isalnum() or len(view.norms[after]) == 1
    full = after - name.first > 1 and view.any(after, "role")
    member = view.at(after, "role_preposition")
    if member is not None and member.entry.flag("members") and not view.is_name(i):
        return None  # «كشف جزءا من»
    return name if mark or full or view.any(after, "function_word", "complementiser", "cue") else None


def _nisba(view: View, i: int) -> Name | None:
    """Return an unknown relational word as a name («وقال العيساوي إن»)."""
    return family(view, i) if view.any(i + 1, "complementiser", "function_word", "role") else None


def _prefixed(view: View, i: int) -> bool:
    """Say whether a token carries a conjunction or preposition before a known name, so that it starts anew."""
    hit = view.at(i, *NAME_WORDS)
    return hit is not None and hit.prefix not in BARE


def _may_start(view: View, i: int) -> bool:
    if view.definite(i) and view.any(i, "weekday"):
        return False  # «، الخميس،»
    if view.any(i, "role") and view.any(i + 1, "place", "place_head", "country") and not view.is_name(i + 1):
        return view.any(i, "public_person")  # «حاكم دبي»
    if view.any(i + 1, *NAME_WORDS) and any(hit.kind == "complementiser" and hit.prefix for hit in view.all(i)):
        return False  # «فان جورج ميتشل سيزور …»
    if view.is_name(i):
        last = view.at(i, "family_name")
        if last is not None and last.definite and not last.form.article and not view.any(i, "given_name"):
            return False  # «اللواء الرئيسي ماسيمو …»
        # «فإن» is no «فان»: a particle that is a function word too must be spelled as one.
        doubtful = view.any(i, "function_word") and not view.any(i, *NAME_WORDS)
        return not doubtful or view.units.surface(i, i + 1) == view.norms[i]
    if view.definite(i) or view.any(i, "function_word", "country", "place", "organisation", "agency"):
        return False
    if view.norms[i].startswith(AND) and view.norms[i][1:2] not in WEAK:
        return False  # «الشاهد وصرصار»
    return not view.ends_name(i) and (shaped(view, i) or named_by_next(view, i))
