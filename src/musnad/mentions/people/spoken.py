"""Names cut short between a verb of saying and what is said («وقالت ليلى الكبير إن …»): nothing else stands there."""

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, LIKE, SO
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, HA, TA_MARBUTA, TANWIN, YA
from musnad.lexicon import Hit
from musnad.mentions.found import Found, unknown
from musnad.mentions.proper.bounds import foreign_first
from musnad.mentions.proper.shapes import THEIRS, served
from musnad.mentions.view import CLOSING, COMMAS, OPENING, View
from musnad.mentions.word_shapes import like_present

_REST = 2  # words behind as much of a name as is known
_LONGEST = 4  # words of a name that nothing knows behind a title
_FAMILIES = 3  # behind the name of who died long ago
_SHORTEST = 3  # letters
_COLON, _BRACKET = ":", "("
_NEVER = (
    "complementiser", "weekday", "day_word", "day_noun", "month", "vague", "part_of_day", "unit", "number_word",
    "pronoun", "latter", "counterpart", "group", "source_noun", "medium", "in_name_of", "cue", "alias_word", "body",
    "place_head", "regnal",
)  # fmt: skip
_OTHERS = ("particle", "connective", "attribute", "time_unit", "another", "year_noun", "further")
_QUALITIES = ("adjective", "role", "given_name", "family_name")
_CALLINGS = ("role", "title", "adjective", "demonym", "country", "place_head")
_TOLD = ("agency", "publisher", "press", "medium", "body")
_NAMES = ("given_name", "family_name", "name_particle", "public_person")


def spoken_names(view: View, found: list[Found]) -> list[Found]:
    """Return phrases where the name of who speaks goes on up to the clause, the colon or the comma behind it."""
    named = {f.first: f.name[1] for f in found if f.kind == "person" and f.name is not None}
    whole = [_whole(view, f, named) for f in found]
    grown = {i for old, new in zip(found, whole, strict=True) for i in range(old.last, new.last)}
    return found if not grown else [f for f in whole if f.first not in grown]


def told_again(view: View, found: list[Found]) -> list[Found]:
    """Return phrases where a name takes in the unknown word behind it that speaks alone elsewhere in the article.

    «المصور مارك ‹سيليجر›», and later «وقال سيليجر».
    """
    speakers: frozenset[str] | None = None
    again = list(found)
    for k, phrase in enumerate(found):
        at = phrase.last
        if phrase.kind != "person" or phrase.name is None or phrase.name[1] != at or not _is_unknown(view, at):
            continue
        if speakers is None:
            speakers = _speakers(view)
        if view.norms[at] in speakers and not view.norms[at].startswith((AND, min(LAM, key=len), ARTICLE)):
            again[k] = lengthened(view, phrase, at + 1)
    return again


def _is_unknown(view: View, at: int) -> bool:
    """Say whether a word of some length stands at a token, inside its sentence, of which nothing is known."""
    if at >= len(view.norms) or not view.same_sentence(at - 1, at) or view.known(at):
        return False
    if view.units.surface(at, at + 1).endswith((HA, HA + ALEF)):
        return False  # «أعلن سالم ترشحه»
    return len(view.norms[at]) > _SHORTEST and view.norms[at][0].isalpha() and not view.norms[at].isascii()


def _speakers(view: View) -> frozenset[str]:
    """Return the words of which nothing is known right behind verbs of saying."""
    verbs = (i for i in view.tokens("cue") if i + 1 < len(view.norms) and view.is_verb(i))
    return frozenset(view.norms[i + 1] for i in verbs if view.same_sentence(i, i + 1) and not view.known(i + 1))


def _whole(view: View, phrase: Found, named: dict[int, int]) -> Found:
    """Return a person behind a verb of saying with the words that can only be his name, or as he is."""
    if _is_heir(view, phrase):
        return lengthened(view, phrase, phrase.last + 1)
    dead = _before_death(view, phrase)
    if dead > phrase.last:
        return lengthened(view, phrase, dead)
    verb = _verb(view, phrase)
    if verb is None:
        return (
            lengthened(view, phrase, _before_apposition(view, phrase, utters=True))
            if _is_source(view, phrase)
            else phrase
        )
    utters, first = verb.entry.flag("utters"), phrase.last
    last = first
    if phrase.name is not None:
        while last - first < _REST and _may_end(view, phrase, last, utters=utters):
            last += 1
            if view.definite(last - 1):
                break
    else:
        while last - first < _LONGEST and _may_be_named(view, last, first):
            last += 1
        if last - first == 1 and not (view.is_name(first) or _is_lone(view, phrase, first, utters=utters)):
            return phrase
        if not (phrase.definite_head or _is_stranger(view, first, last)):
            return phrase
    titled = phrase.name is None and phrase.definite_head
    if last == first and titled and _is_nisba(view, first + 1) and _is_plain(view, first):
        last = first + 2  # «الأستاذة رابعة الشميسي، …»
    told = titled and last - first > 1 and turns(view, last, utters=utters)  # «… رابعة الشميسي لصحيفة …»
    if last > first and (closes(view, last, utters=utters) or told):
        return phrase if any(named.get(k, last) > last for k in range(first, last)) else lengthened(view, phrase, last)
    return phrase if phrase.name is None else lengthened(view, phrase, _before_apposition(view, phrase, utters=utters))


def _is_source(view: View, phrase: Found) -> bool:
    """Say whether a name stands right behind a preposition that attributes («بحسب سالم بلاجي، رئيس الجمعية»)."""
    at = phrase.first - 1
    if phrase.kind != "person" or phrase.name is None or phrase.name[1] != phrase.last or at < 0:
        return False
    return view.same_sentence(at, phrase.last) and view.hits.has(at, "cue_preposition")


def _before_apposition(view: View, phrase: Found, *, utters: bool) -> int:
    """Return the token behind one or two words between a name and what tells who that is, or who is told.

    «قالت ليلى الميرد مديرة المتحف: …», «وقال سالم وخزان، وهو نحات، إن …», «وقالت ليلى العين لـ"الضفاف" …».
    """
    first, last = phrase.last, phrase.last
    titled = phrase.name is not None and phrase.first < phrase.name[0]
    while last - first < _REST and _is_of_name(view, last, titled=titled):
        last += 1
        if turns(view, last, utters=utters):
            return last
    return first + 1 if _is_joined(view, phrase, first) else first


def _is_of_name(view: View, at: int, *, titled: bool) -> bool:
    """Say whether a word is a part of names, or nothing that is known; a definite noun may be a family too."""
    if not _is_word(view, at) or view.is_verb(at) or (like_present(view.norms[at]) and not titled):
        return False
    if not view.any(at):
        return True
    if view.is_name(at):
        other = view.definite(at) and view.any(at, "adjective")
        return not (other or view.any(at, "role"))  # «علي مساعد رئيس …»
    return view.definite(at) and not view.any(at, "function_word", *_CALLINGS)


def _is_joined(view: View, phrase: Found, at: int) -> bool:
    """Say whether «and» or «by» only seems to be written onto the end of a name, before what one person is.

    «قال سالم وخزان، وهو نحات، إن …», «بحسب عبد السلام بلاجي، رئيس الجمعية».
    """
    if at + 2 >= len(view.norms) or not view.same_sentence(at - 1, at + 2) or view.norms[at + 1] not in COMMAS:
        return False
    norm, first = view.norms[at], phrase.name[0] if phrase.name is not None else at
    if not (norm.startswith(AND) and at - first == 1) and not norm.startswith(min(BA, key=len)):
        return False
    named = view.any(at, "family_name", "title", "role", "body", "group", "country")
    named = named or any(not hit.entry.flag("ambiguous") for hit in view.hits.at(at, "given_name"))
    if len(norm) <= _SHORTEST or ARTICLE in norm[1:4] or named or view.is_verb(at):
        return False
    role = view.at(at + 2, "role")
    one = role is not None and role.form.number == "s" and role.prefix == "" and not view.norms[at + 2].endswith(ALEF)
    return _is_he(view, at + 2) or one


def _is_he(view: View, at: int) -> bool:
    """Say whether «and he is» stands at a token, which sets apart who one person is."""
    return view.norms[at].startswith(AND) and view.any(at, "pronoun")


def turns(view: View, at: int, *, utters: bool) -> bool:
    """Say whether a token tells who somebody is or whom he tells something, behind a comma or at once.

    Behind a verb with an object that may be whoever it is done to («انتقد حداد سالم الميرد مدير المتحف»).
    """
    if at >= len(view.norms) or not view.same_sentence(at - 1, at):
        return False
    apart = view.norms[at] in COMMAS and view.same_sentence(at, at + 1)
    at += apart
    role, some = view.at(at, "role"), view.at(at, "one_of")
    plain = role is not None and not role.suffix and role.form.number == "s"
    if role is not None and plain and (role.prefix == "" or (utters and role.prefix == ARTICLE)):
        return (apart or utters) and not view.is_name(at) and not view.is_verb(at)
    if (apart or utters) and some is not None and some.prefix == "" and some.entry.flag("single"):
        return True
    if _is_he(view, at) or view.norms[at] in LAM:
        return True
    return any(hit.prefix in LAM for hit in view.hits.at(at, *_TOLD))


def _before_death(view: View, phrase: Found) -> int:
    """Return the token behind the families between a name and the bracket of a death («ابن حجر ‹الحلبي› (ت 702هـ)»)."""
    last = at = phrase.last
    if phrase.kind != "person" or last >= len(view.norms) or not view.definite(last):
        return last
    whole = phrase.name[1] == last if phrase.name is not None else phrase.definite_head and last == phrase.first + 1
    if not whole or phrase.number != "s":
        return last
    most = 1 if phrase.name is None else _FAMILIES
    while at - last < most and view.definite(at) and view.same_sentence(last - 1, at):
        at += 1
    after = at + 1
    closed = view.same_sentence(last - 1, after) and view.norms[at] == _BRACKET
    return at if closed and len(view.norms[after]) == 1 and view.norms[after].isalpha() else last


def _is_stranger(view: View, first: int, last: int) -> bool:
    """Say whether two words behind an office, before «that», can only be a name («قال مراسل القناة شهدي كيلاش إن»)."""
    if last - first != _REST or view.definite(first) or last >= len(view.norms):
        return False
    plain = all(not view.any(k) or view.is_name(k) for k in range(first, last))
    that = any(not hit.prefix for hit in view.hits.at(last, "complementiser"))
    return plain and that and not view.any(last, "cue")


def lengthened(view: View, phrase: Found, last: int) -> Found:
    """Return a person with the words up to a token as the end of his name, or as all of it."""
    units, first = view.units, phrase.last
    if last == first:
        return phrase
    nodes = unknown(units, first, last)
    start = phrase.name[0] if phrase.name is not None else first
    name_start = phrase.name_start if phrase.name is not None else units.starts[first]
    return phrase._replace(
        last=last, end=units.ends[last - 1], name=(start, last), name_start=name_start, nodes=(*phrase.nodes, *nodes)
    )


def _is_heir(view: View, phrase: Found) -> bool:
    """Say whether «the son» or «the father» behind a family name tells one bearer from another («حداد الأب»)."""
    at = phrase.last
    if phrase.kind != "person" or phrase.name is None or phrase.name[1] != at or at >= len(view.norms):
        return False
    heir = view.at(at, "regnal") if view.same_sentence(at - 1, at) else None
    if heir is None or not heir.entry.flag("heir") or heir.prefix not in BARE:
        return False
    if not (phrase.name[0] + 1 < at or view.any(at - 1, "family_name", "famous_name")):
        return False
    after = at + 1
    free = after >= len(view.norms) or not view.norms[after].startswith((min(LAM, key=len), ARTICLE))
    return free or view.any(after, "complementiser")


def _verb(view: View, phrase: Found) -> Hit | None:
    """Return the verb of saying right before somebody with a name or one definite title, who ends inside a sentence."""
    at, last = _behind_told(view, phrase.first - 1), phrase.last
    if phrase.kind != "person" or at < 0 or last >= len(view.norms) or not view.may(at, "cue"):
        return None
    if phrase.name is None and not (phrase.definite and phrase.number == "s"):
        return None
    if phrase.name is not None and phrase.name[1] != last:
        return None
    if not view.norms[last][0].isalpha() or not view.same_sentence(at, last):
        return None
    verb = view.at(at, "cue")
    said = verb is not None and verb.form.pos == "verb" and not verb.suffix and "that" in verb.entry.texts("frames")
    return verb if said and not view.hits.has(at, "function_word") else None


def _behind_told(view: View, at: int) -> int:
    """Return the token before the marks of an outlet that is told something («وقال لـ«الضفاف» سالم …»), or `at`."""
    if at < _SHORTEST or view.norms[at] not in CLOSING:
        return at
    opened = next((k for k in range(at - 1, max(0, at - _LONGEST), -1) if view.norms[k] in OPENING), 0)
    return opened - _REST if opened > 1 and view.norms[opened - 1] in LAM else at


def closes(view: View, at: int, *, utters: bool) -> bool:
    """Say whether the subject is over at a token: «that», a colon, a comma and an office, a bracket with his day."""
    if at >= len(view.norms) or not view.same_sentence(at - 1, at):
        return False
    norm, after = view.norms[at], at + 1
    if not norm.startswith(tuple(BA)) and any(not hit.prefix for hit in view.hits.at(at, "complementiser")):
        return True  # not «وصف سالم الحادث بأنه …»
    if norm == _COLON:
        return utters
    if not view.same_sentence(at, after):
        return False
    if norm in COMMAS:
        return utters or view.any(after, "role") or view.any(after, "complementiser")
    return norm == _BRACKET and (view.norms[after].isascii() or len(view.norms[after]) == 1)


def _may_end(view: View, phrase: Found, at: int, *, utters: bool) -> bool:
    """Say whether a word behind a name may be its end: no adverb, state, time or object of the verb."""
    if not _is_word(view, at):
        return False
    if view.hits.has(at, "given_name", "family_name"):
        free = view.is_name(at) and not view.is_verb(at)
        return free or closes(view, at + 1, utters=utters)  # «قال سالم خلف، …»
    if (view.any(at, "function_word") and not view.definite(at)) or view.is_verb(at) or like_present(view.norms[at]):
        return False
    if not view.any(at):
        return view.definite(at) or _sure(view, phrase)
    return utters or view.any(at, *_QUALITIES) or view.country(at) is not None


def _sure(view: View, phrase: Found) -> bool:
    """Say whether a name leaves no doubt that an unknown word behind it is a part of it: a foreign one, or full."""
    first, last = phrase.name or (0, 0)
    return last - first > 1 or foreign_first(view, first)


def _may_be_named(view: View, at: int, first: int) -> bool:
    """Say whether a word behind a title may be a part of a name: unknown, or known as one."""
    if at < len(view.norms) and view.any(at, "name_particle") and view.same_sentence(first, at):
        return view.norms[at][0].isalpha()
    if not _is_word(view, at, shortest=_SHORTEST - 1):
        return False
    if view.definite(at):
        nisba = not view.any(at) and view.norms[at].endswith(YA)
        family = view.any(at, "family_name") and not (view.is_name(first) or view.any(at, *_CALLINGS))
        return at > first and (nisba or family)
    return view.any(at, *_NAMES) or not view.any(at) or all(hit.prefix == LIKE for hit in view.all(at))


def _is_lone(view: View, phrase: Found, at: int, *, utters: bool) -> bool:
    """Say whether one word that nothing knows, and no adjective, is all between «the historian» and his clause."""
    head = phrase.definite_head and view.definite(phrase.last - 1)
    that = at + 1 < len(view.norms) and any(not hit.prefix for hit in view.hits.at(at + 1, "complementiser"))
    return utters and head and that and not view.definite(at) and not view.any(at)


def _is_nisba(view: View, at: int) -> bool:
    """Say whether a family by its look stands at a token: a relational word with the article, known as one or not."""
    if at >= len(view.norms) or not view.same_sentence(at - 1, at) or not view.definite(at):
        return False
    return view.norms[at].endswith(YA) and (not view.any(at) or view.any(at, "family_name"))


def _is_plain(view: View, at: int) -> bool:
    """Say whether a word has nothing written onto it and is no particle, role or verb."""
    known = view.any(at, "function_word", "role", "body", "adjective", *_NEVER) or view.is_verb(at)
    return not known and not view.definite(at) and not view.norms[at].startswith(AND)


def _is_word(view: View, at: int, shortest: int = _SHORTEST) -> bool:
    """Say whether a token is a word that may be a part of a name by its letters and by what is known of it."""
    if at >= len(view.norms) or not view.same_sentence(at - 1, at):
        return False
    norm, surface = view.norms[at], view.units.surface(at, at + 1)
    if not norm[0].isalpha() or norm.isascii() or len(norm) < shortest or view.any(at, *_NEVER):
        return False
    if view.any(at, "function_word") and surface.endswith(ALEF_MAQSURA):
        return False  # «على»
    named, known = view.hits.has(at, "given_name", "family_name"), view.all(at)
    if any(hit.entry.flag("opens") for hit in view.hits.at(at, "name_particle")):
        return False  # «محمود عباس أبو مازن»
    if not named:
        if view.hits.has(at, *_OTHERS) or surface.endswith((HA, TANWIN + ALEF, ALEF + TANWIN, *THEIRS)):
            return False
        if norm.startswith(AND) or served(norm, surface):
            return False
        if norm.endswith(ALEF) or (surface.endswith(TA_MARBUTA) and not view.definite(at)):
            return False
    return not known or any(_is_bare(hit) for hit in known)


def _is_bare(hit: Hit) -> bool:
    """Say whether a word is known with nothing written onto it, or cut where no name is («كمالي» is no «ك»)."""
    if hit.prefix in {SO, LIKE}:
        return not hit.suffix or hit.suffix == YA
    if hit.prefix in BA | LAM and hit.prefix:
        return hit.form.pos == "verb"
    return hit.prefix in BARE and hit.suffix in {"", YA}
