"""Titles and the names that they announce, with the adjectives that may stand between."""

from musnad.arabic import BARE, JOINED
from musnad.arabic.letters import HA, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import Found
from musnad.mentions.people.appositions import with_apposition
from musnad.mentions.people.made import named_person, through_mark
from musnad.mentions.people.roles import is_adjective, is_noun
from musnad.mentions.proper.names import announced, family, is_deed, named_behind
from musnad.mentions.proper.reader import Name
from musnad.mentions.view import COMMAS, OPENING, View, node_of

_FULL = 2  # words of a name that a title of one letter announces


def titled(view: View, title: Hit) -> Found | None:
    """Return the person whose name a title announces, or None: a title may be an adjective («ظهوره الإعلامي»)."""
    if view.norms[title.last - 1].endswith((YA, YA + HA)) and is_adjective(view, title):
        return None
    if title.entry.flag("calls") and view.units.text[title.end - 1] == YA and view.any(title.first, "cue"):
        return None  # «يدعي» is «claims»
    nxt = _behind_adjectives(view, view.behind_slash(title.last))
    name = announced(view, nxt) or (None if view.any(title.first, "body") else family(view, nxt) or marked(view, nxt))
    if name is not None and title.entry.flag("letter") and name.last < nxt + _FULL and not view.any(nxt, *NAME_WORDS):
        return None  # «أ. الموقع»
    if name is None or (view.any(title.first, "body") and not (sure(view, name) and not view.definite(nxt))):
        return None  # «الفريق الهلالي»
    if _quality(view, title, name) or is_deed(view, name) or _governs(view, title, name):
        return None
    woman = title.definite and view.norms[title.last - 1].endswith(HA)  # «الدكتورة نور»
    gender = title.entry.text("gender") or title.form.gender or ("f" if woman else name.gender) or "m"
    nodes = (node_of(title), *name.nodes)
    found = through_mark(view, named_person(view, title, name, "mentions.person.title", gender, nodes), name)
    role = view.at(title.first, "role")
    if role is not None and role.last == title.last:
        found = found._replace(head=role.entry.id, sector=role.entry.text("sector") or None)
    if title.entry.flag("calls"):
        found = _behind_noun(view, found, title)
    return with_apposition(view, found)


def marked(view: View, i: int) -> Name | None:
    """Return the name that fills the quotation marks at a token («الشيخ "نعمان بن حافظ"»), or None."""
    after = view.quoted(i)
    name = announced(view, i + 1) if after else None
    return name if name is not None and name.last == after - 1 and sure(view, name) else None


def _behind_adjectives(view: View, i: int) -> int:
    """Return the token behind an adjective of a title at a token («الفنان الجرافيتي علي كلاخ»), else the same one."""
    if named_behind(view, i):
        i += 1
    name = announced(view, i)
    return i + 1 if name is not None and adjectival(view, name) else i


def _quality(view: View, title: Hit, name: Name) -> bool:
    """Say whether a lone word with the article is what somebody is like («الممثلة الشهيرة», «المدرب الوحيد»)."""
    given = view.at(name.first, "given_name")
    if given is None or name.last > name.first + 1 or not view.any(title.first, "role"):
        return False
    return given.definite and not given.form.article and view.any(name.first, "adjective", "alias_word")


def _governs(view: View, title: Hit, name: Name) -> bool:
    """Say whether a title is rather a noun with what it is of («سير الحياة», «سعادة التلاقي», «الطفل باسم …»)."""
    if name.last > name.first + 1:
        return title.entry.flag("abstract") and title.prefix not in JOINED | BARE
    if title.entry.flag("abstract") and not title.definite and view.definite(name.first):
        return not view.any(name.first, "family_name", "public_person")
    if not view.any(name.first, "in_name_of") or not view.same_sentence(name.first, name.last):
        return False
    return view.norms[name.last][0].isalnum() or view.norms[name.last] in OPENING


def _behind_noun(view: View, found: Found, title: Hit) -> Found:
    """Begin at the unknown noun before «called», right behind a verb («روت نازحة تدعى …»), else at the name."""
    noun = title.first - 1
    if noun > 0 and view.same_sentence(noun - 1, noun) and view.is_verb(noun - 1) and is_noun(view, noun):
        return found._replace(first=noun, start=view.units.starts[noun])
    first, last = found.name or (found.first, found.last)
    return found._replace(first=first, start=found.name_start, last=last, end=view.units.ends[last - 1])


def adjectival(view: View, name: Name) -> bool:
    """Say whether a name begins with an adjective of the role before it («الشاعر المعروف خالد البذال»)."""
    given, nxt = view.at(name.first, "given_name"), name.first + 1
    if given is None and name.last > nxt and _relational(view, name.first):
        second = view.at(nxt, "given_name")  # «القائد الهلالي ياسر القحطاني»
        return second is not None and not (second.definite or second.entry.flag("ambiguous"))
    if (
        given is None
        or not (given.definite and given.entry.flag("ambiguous") and not given.form.article)
        or not view.same_sentence(name.first, nxt)
    ):
        return False
    behind = view.at(nxt, "given_name")
    if behind is not None:
        return not behind.definite and name.last > nxt
    alone = view.same_sentence(name.first, nxt) and not view.definite(nxt)
    return alone and announced(view, nxt) is not None  # «الممثلة الشهيرة تشارليز ثيرون»


def _relational(view: View, i: int) -> bool:
    """Say whether a family name says of which land or club somebody is."""
    return view.definite(i) and view.norms[i].endswith(YA) and view.any(i, "family_name")


def sure(view: View, name: Name) -> bool:
    """Say whether the words behind a role without complement are its name, not the land or club that it belongs to."""
    after = name.last
    if after < len(view.norms) and view.norms[after] in COMMAS and view.any(after + 1, *NAME_WORDS):
        return False  # «عمدة إيدي، رينيه فيرهولست»
    return view.any(name.first, *NAME_WORDS)
