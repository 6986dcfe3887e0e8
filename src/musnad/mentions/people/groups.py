"""Groups of people: armed, protesting, counted, and nationals in the plural."""

from musnad.arabic import AND, BARE, LIKE
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, HA, MIM, NUN, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.people.made import called, is_counted
from musnad.mentions.people.other_words import is_verb_with_object
from musnad.mentions.people.roles import by_whom
from musnad.mentions.phrases.agreement import MANY
from musnad.mentions.phrases.reach import extend
from musnad.mentions.proper.names import announced
from musnad.mentions.proper.reader import Name
from musnad.mentions.view import View, node_of
from musnad.model import Node

_FAMILY = "group.family"
_THINGS = "ordinary_word.no_group"
_NO_PEOPLE = {"group.thousands": ("ordinary_word", "unit"), "group.parties_sides": ("place_head", "place")}
"""What no people are, by the word before it."""
_PHRASE = 4  # tokens of a set phrase
_THEIRS = (HA, HA + ALEF, HA + MIM)
_ATTACK = "attack"  # the level of a trigger that names an attack as a whole
_FEW = 10  # people whom their number counts in the plural
_SUBJECT = 6  # tokens from a verb to its object, its subject between them


def group_at(view: View, i: int) -> Found | None:
    """Return the group whose noun phrase starts at a token, or None."""
    here = view.here(i)
    if "number_word" in here or view.norms[i][0].isdigit():
        counted = None if "weekday" in here and view.has_article(i) else _counted(view, i)
        if counted is not None or _goes_on(view, i):
            return counted
    opener = here.get("one_of")
    day = opener is not None and opener.definite and "weekday" in here
    if opener is not None and not day and view.any(opener.last, "group", "country"):
        inner = _noun_at(view, opener.last, opened=True)
        return None if inner is None else _opened(opener, inner)
    return _noun_at(view, i, opened=False)


def _noun_at(view: View, i: int, *, opened: bool) -> Found | None:
    """Return the group whose noun stands at a token, a quantity before it or not («أغلب ‹القوى السياسية›»)."""
    here = view.here(i)
    head = here.get("group")
    if (i > 0 and view.any(i - 1, "role_preposition")) or (head is not None and head.suffix):
        head = _several(view, head)
    if head is not None and head.form.number == "s" and (named := called(view, head, extend(view, head))) is not None:
        return named
    if (
        head is not None
        and not opened
        and head.definite
        and head.prefix in BARE
        and _is_adjective(view, i)
        and view.any(i, "adjective")
    ):
        return None  # «العمل الإرهابي», «حضوره القوي»
    if head is not None and ((not opened and _of_a_thing(view, head)) or _is_thing(view, head)):
        return None
    if head is not None and (is_verb_with_object(view, head) or (head.suffix and _is_no_group(view, head))):
        return None
    if head is not None and (not head.entry.flag("counted") or _told_of(view, head)):
        found = _group(view, head, i, head.start, ())
        if found.last == head.last and _is_strong(view, head):
            return None
        if _of_attack(view, head) or _alone(view, head):
            return found._replace(last=head.last, end=head.end)
        return None if head.entry.flag("of_land") and found.country is None and not head.suffix else found
    demonym = view.country(i) if "country" in here or "region_adjective" in here else None
    if demonym is not None and demonym.form.number == "p" and demonym.form.gender == "m":
        return None if _is_adjective(view, i) and not _joined(view, demonym) else _nationals(view, demonym)
    return None


def _is_no_group(view: View, head: Hit) -> bool:
    """Say whether a word with a pronoun is none for people («رجليها» are her legs, «قادتهم» led them)."""
    clause = AND in head.prefix and view.is_verb(head.last)  # «… | وأنصاره يحتجون»
    return head.form.number in {"d", "s"} or head.entry.flag("unowned") or view.is_verb(head.first) or clause


def _of_attack(view: View, head: Hit) -> bool:
    """Say whether a word for a person tells the kind of the attack before it («تفجير ‹انتحاري› في غزة»)."""
    i = head.first - 1
    attack = view.at(i, "trigger") if i >= 0 and not (head.definite or head.prefix) else None
    noun = attack is not None and not (attack.definite or attack.suffix or view.is_verb(i))
    two = (view.norms[k].endswith(YA + NUN) for k in (i, head.first))  # «تفجيرين ‹انتحاريين›»
    one = head.form.number == "s" or (head.form.number == "d" and all(two))
    return noun and attack is not None and attack.entry.text("level") == _ATTACK and one


def _is_strong(view: View, head: Hit) -> bool:
    """Say whether letters that may be a slip for a plural are an adjective as they are written («موقف ‹قوي›»)."""
    return head.entry.headword.endswith(ALEF_MAQSURA) and view.units.text[head.start : head.end].endswith(YA)


def _alone(view: View, head: Hit) -> bool:
    """Say whether a definite noun behind a word for one armed man is not his («أطلق ‹مسلح› | النار»)."""
    one = head.entry.flag("describes") and head.form.number == "s"
    return one and not head.definite and view.has_article(head.last)


def _is_thing(view: View, head: Hit) -> bool:
    """Say whether a word for people counts or is rather a thing («آلاف الأميال», «أطراف المدينة»)."""
    words = view.hits.at(head.first, "ordinary_word")
    if any(word.entry.id == _THINGS and word.last > head.last for word in words):
        return True
    kinds = _NO_PEOPLE.get(head.entry.id)
    return kinds is not None and not view.any(head.last, "group", "role", "country") and view.any(head.last, *kinds)


def _of_a_thing(view: View, head: Hit) -> bool:
    """Say whether a word for one man describes the thing before it («عمل ‹إرهابي›», «الكفاح ‹المسلح›»)."""
    i = head.first - 1
    if not head.entry.flag("describes") or head.form.number != "s" or head.prefix not in BARE or i < 0:
        return False
    if not view.same_sentence(i, head.first) or view.norms[i].endswith(HA) or view.has_article(i) != head.definite:
        return False
    trigger = view.at(i, "trigger")
    if view.any(i, "thing") or (trigger is not None and trigger.last > head.first):
        return trigger is None or trigger.entry.text("level") != _ATTACK
    if trigger is not None or view.is_verb(i) or view.any(i, "particle", "role_preposition", "role", "group"):
        return False  # «مقتل | إرهابي»
    return view.any(i, "ordinary_word", "common_word", "naming_noun")


def _told_of(view: View, head: Hit) -> bool:
    """Say whether people whom no number counts take part: several, or one behind a verb, joined to others, an object.

    «Two men» are one word.
    """
    i = head.first
    whole = head.form.number == "d" and not head.definite and head.form.pattern.endswith(NUN)  # no «my daughter»
    if head.form.number in {"p", ""} or whole or any(h.form.number == "p" and h.last == head.last for h in view.all(i)):
        return True
    if i == 0:
        return False
    if head.prefix == AND:
        joined = view.any(i - 1, "group", "role", "country") or _ends_at(view, i, "group", "role")
        return joined and not head.definite
    if head.prefix:
        return False
    if view.any(i - 1, "trigger", "cue") or by_whom(view, i) or _ends_at(view, i, "trigger"):
        return True
    counted = view.norms[i - 1][0].isdigit() or view.any(i - 1, "number_word", "approximate")
    before = range(max(i - _SUBJECT, 0), i - 1)
    unchanged = head.form.gender == "f" or head.last > i + 1  # no ending tells the object: «a woman», «a cleric»
    behind_subject = view.has_article(i - 1) or view.norms[i - 1].endswith(WAW + NUN)
    object_ends = head.form.pattern.endswith(ALEF) or (unchanged and behind_subject)
    if counted or not object_ends:
        return False
    return any(view.any(k, "trigger") and view.same_sentence(k, i) for k in before)


def _ends_at(view: View, i: int, *kinds: str) -> bool:
    """Say whether a set phrase of some kinds ends before a token («ألقت القبض على ‹رجل›»)."""
    hits = (hit for k in range(max(i - _PHRASE, 0), i - 1) for hit in view.hits.at(k, *kinds))
    return any(hit.last == i for hit in hits)


def _several(view: View, head: Hit | None) -> Hit | None:
    """Return the plural that is written like a dual («المواطنين»), else the same hit."""
    if head is None or head.form.number != "d":
        return head
    plurals = (h for h in view.all(head.first) if h.kind == "group" and h.form.number == "p" and h.last == head.last)
    return next(plurals, head)


def _goes_on(view: View, i: int) -> bool:
    """Say whether a number word goes on a number («3 آلاف»)."""
    return i > 0 and (view.norms[i - 1].isdigit() or view.any(i - 1, "number_word"))


def _is_adjective(view: View, i: int) -> bool:
    """Say whether a plural demonym belongs to a noun before it."""
    before = i - 1
    if before < 0 or not view.same_sentence(before, i) or view.is_verb(before) or _behind_subject(view, i):
        return False
    people = view.any(before, "role", "group", "source_noun")
    if view.norms[i].endswith(MANY) and not view.definite(before):
        theirs = view.has_article(i) and view.units.surface(before, i).strip().endswith(_THEIRS)
        return people or theirs  # «اعتقال | المسلحين», «خصومه الاشتراكيين»
    return view.definite(before) or people or view.any(before, "ordinary_word", "body")


def _joined(view: View, demonym: Hit) -> bool:
    """Say whether «and» joins a people to another one («بين الفلسطينيين ‹والإسرائيليين›»)."""
    before = view.country(demonym.first - 1) if AND in demonym.prefix else None
    several = before is not None and before.form.number == "p" and before.form.gender == "m"
    return several and not _is_adjective(view, demonym.first - 1)


def _behind_subject(view: View, i: int) -> bool:
    """Say whether a plural of men stands behind a verb and its subject, a body («هاجم الجيش السوري | المدنيين»)."""
    if not view.norms[i].endswith(MANY):
        return False
    first = i - 1
    while first > 0 and view.has_article(first) and (view.country(first) or view.at(first, "adjective")):
        first -= 1
    body = view.at(first, "body")
    return body is not None and body.last == first + 1 and first > 0 and view.is_verb(first - 1)


def _opened(opener: Hit, inner: Found) -> Found:
    """Put «one of», «some» before a group."""
    return Found(
        first=opener.first,
        last=inner.last,
        start=opener.start,
        end=inner.end,
        kind="group",
        subkind=inner.subkind,
        rule="mentions.group.part",
        nodes=(node_of(opener), *inner.nodes),
        head=inner.head,
        country=inner.country,
        sector=inner.sector,
        gender="m",
        number="p",
    )


def _counted(view: View, i: int) -> Found | None:
    """«17 شخصا», «خمسة جنود»: a number and a noun for people."""
    norm = view.norms[i]
    number = norm[0].isdigit()
    word = view.at(i, "number_word")
    if not number and (word is None or word.entry.text("role") == "ordinal" or word.prefix[-1:] == LIKE):
        return None  # «الأول», «كمية»
    last = _behind_rest(view, i + 1 if number else word.last if word is not None else i + 1)
    if last >= len(view.norms) or not view.same_sentence(i, last):
        return None
    of = view.at(last, "role_preposition")
    if of is not None and word is not None and word.definite:
        return None  # «90 في ‹المائة› من …»
    if of is not None and of.entry.flag("members") and view.same_sentence(i, of.last):
        last = of.last
        head = _of_whom(view, i, last)
    else:
        head = view.at(last, "group") or view.country(last) or _many_of_office(view, last)
    if head is None or head.prefix not in BARE or (of is None and head.prefix):
        return None
    start = view.units.starts[i] if number or word is None else word.start
    node = Node("number", norm if number else "words", start, view.units.ends[last - 1])
    found = _group(view, head, i, start, (node,))
    return None if found.last == head.last and view.any(head.first, "number_word") else found  # «3 آلاف»


def _many_of_office(view: View, i: int) -> Hit | None:
    """Return the role of which a number before it makes several («خمسة ‹وزراء›», «12 ‹ضابطا›»), or None."""
    role = view.at(i, "role")
    if role is None or role.suffix or role.definite or view.any(i - 1, "one_of"):
        return None
    few = not view.norms[i - 1].isdigit() or int(view.norms[i - 1]) <= _FEW  # more take the singular: «في 2003 | وزراء»
    return role if (role.form.number == "p" and few) or is_counted(view, role) else None


def _of_whom(view: View, first: int, i: int) -> Hit | None:
    """Return the people at a token of whom a number before them counts some («من ‹الجنود›», «من ‹أفراد الأمن›»)."""
    of = view.at(i, "group", "organisation", "role") or view.country(i)
    if of is None or (not of.definite and view.any(first, "one_of")):
        return None  # «واحدة من دول …»
    several = of.form.number != "s"
    if of.kind in {"group", "role"}:
        known = (of.definite and (of.kind == "group" or several)) or (of.kind == "group" and of.suffix)
        several = several and extend(view, of).last > of.first + 1
        return of if known or several or _family_name(view, of) is not None else None
    return of if of.definite and (of.form.number == "p" or view.norms[i].endswith(MANY)) else None


def _behind_rest(view: View, i: int) -> int:
    """Return the token behind what goes on with a number up to a token: «4 | thousand and 100 | members»."""
    thousands = view.at(i, "number_word") if i < len(view.norms) else None
    at = i if thousands is None else thousands.last
    joined = at + 2 < len(view.norms) and view.norms[at] == AND and view.norms[at + 1].isdigit()
    many = thousands is not None or view.any(i - 1, "number_word")
    if joined and many and view.same_sentence(i, at + 2):
        return at + 2
    people = thousands is not None and (
        view.any(at, "group", "country", "role_preposition") or _many_of_office(view, at) is not None
    )
    return at if people and view.norms[i - 1].isdigit() else i  # «500 | ألف | شخص», but «4 | آلاف ضحية»


def _group(view: View, head: Hit, first: int, start: int, before: tuple[Node, ...]) -> Found:
    several = head.form.number != "s" or not head.entry.flag("counted")
    member = not before or head.kind == "role"  # «ثلاثة أعضاء ‹في الحزب›», but «خمسة جنود | في المدينة»
    phrase = extend(view, head, prepositions=several and not (head.definite or head.suffix) and member)
    name = _family_name(view, head) if phrase.last == head.last else None
    last, named = (phrase.last, ()) if name is None else (name.last, name.nodes)
    entry = head.entry
    return Found(
        first=first,
        last=last,
        start=start,
        end=view.units.ends[last - 1] if last > head.last or head.suffix else head.end,
        kind="person" if head.kind == "role" else "group",
        subkind={"group": entry.id.split(".", 1)[1], "role": "role"}.get(head.kind, "nationals"),
        rule="mentions.group.counted" if before else "mentions.group.noun",
        nodes=(*before, node_of(head), *phrase.nodes, *named),
        head=entry.id,
        country=phrase.country or entry.text("code") or None,
        sector=_sector(view, head, phrase.last),
        gender="m",
        number="p",
        definite=head.definite,
        bare=head.definite and phrase.last == head.last and not before,
    )


def _family_name(view: View, head: Hit) -> Name | None:
    """Return the name of a family behind its noun («منزل عائلة ‹الكستنائي›»), or None."""
    family = head.entry.id == _FAMILY and not (head.definite or head.suffix)
    return announced(view, head.last) if family and view.same_sentence(head.first, head.last) else None


def _sector(view: View, head: Hit, last: int) -> str:
    """Return the sector of a group: that of the body whose members it names («عناصر الشرطة»), else its noun's own."""
    if head.entry.flag("members"):
        hits = (view.at(i, "organisation", "body") for i in range(head.last, last))
        body = next((sector for hit in hits if hit is not None and (sector := hit.entry.text("sector"))), None)
        if body is not None:
            return body
    return head.entry.text("sector") or "CVL"


def _nationals(view: View, demonym: Hit) -> Found:
    return Found(
        first=demonym.first,
        last=demonym.last,
        start=demonym.start,
        end=demonym.end,
        kind="group",
        subkind="nationals",
        rule="mentions.group.nationals",
        nodes=(node_of(demonym),),
        head=demonym.entry.id,
        country=view.code(demonym),
        sector="CVL",
        gender="m",
        number="p",
        definite=demonym.definite,
    )
