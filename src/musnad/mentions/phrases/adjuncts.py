"""What belongs to a noun phrase by a preposition: «in the name of X», «at the embassy of X», «a delegation of | X».

So does «one of the X», which ends an idafa.
"""

from musnad.arabic import BA, BARE, LAM, LAM_ARTICLE, OBLIQUE, fold_word
from musnad.arabic.letters import HA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.phrases.spokesmen import named_in_full, named_so, theirs
from musnad.mentions.view import View, node_of
from musnad.model import Node

TYING = frozenset({"in_name_of", "role_preposition", "allegiance", "one_of"})
"""The kinds of words that tie a body, place or one of several to what stands before them."""
ONTO = ("organisation", "body", "agency", "elliptic_body", "place", "place_head", "role", "group")
"""What may be tied to a noun phrase."""
_WHOSE = frozenset({"role_preposition.members", "role_preposition.behalf"})
_IN, _FOR = "role_preposition.in", "role_preposition.behalf"
_NO_NOUNS = ("function_word", "title", "role", "given_name", "day_noun", "month", "weekday")
_PLACELESS = ("head", "owned", "party", "sports")  # who has his body in idafa, or none
_ASKED = {"on": "role_preposition.to", "about": _FOR}  # what a calling asks for, by the name that verbs have for it
_BY = "with"  # the preposition «ب» among the frames of verbs
_SEATED = frozenset({"body.authorities", "role.coordinator", "role.official", "role.official2"})
_SEATS = frozenset({"organisation", "body", "country"})
_STAFFED = frozenset({"organisation", "body"})
_DIVISIONS = frozenset(
    f"place_head.{part}"
    for part in ("state", "republic", "kingdom", "sultanate", "area", "governorate", "wilaya", "region", "district")
)  # of what an office may be; a town is rather where something happened
_SKILL = 3  # indefinite words of what somebody knows
_OF_PLACES = frozenset({"place", "place_head", "role"})
_LED = frozenset({"body", "group", "role", "source_noun"})  # who may be somebody's
_NAMES = frozenset({"organisation", "agency", "place"})
_TO = "for"
_LETTERS = {_TO: LAM, "by": BA}
_OPEN = frozenset({"body", "role", "place_head", "group"})  # what goes on until it is definite
_PEOPLE = frozenset({"group", "country"})
_WORKING = frozenset({"group", "role"})  # who serves in something, or is only there
_VIOLENT = frozenset({"ASSAULT", "PROTEST"})  # deeds in which nobody serves


def adjunct(view: View, phrase: Phrase, head: Hit, *, prepositions: bool) -> bool:
    """Take a prepositional phrase with a body or place, where the head is of those that have one, or whose it is."""
    if take_one(view, phrase, head) or _answers(view, phrase, head) or _knows(view, phrase, head):
        return True
    if concerns(view, phrase, head):
        return True
    return _tied(view, phrase, head, prepositions=prepositions) or _allied(view, phrase, head, phrase.last)


def concerns(view: View, phrase: Phrase, head: Hit) -> bool:
    """Take what the verbal noun in the name of a body governs («هيئة الرقابة ‹على السوق›», «لجنة الدفاع ‹عن …›»)."""
    i, before = phrase.last, phrase.last - 1
    body = view.any(head.last - 1, "body") or any(hit.kind == "body" for hit in phrase.known)
    inside = bool(phrase.nodes) or head.last > head.first + 1
    if not (body and phrase.closed and inside):
        return False
    nouns = (hit for hit in view.hits.at(before, "verbal_noun") if hit.definite)
    if all(fold_word(hit.entry.text("governs")) != view.norms[i] for hit in nouns):
        return False
    last = _up_to_definite(view, i + 1)
    many = view.hits.has(last, "role") and all(hit.form.number != "s" for hit in view.hits.at(last, "role"))
    noun = view.definite(last) and (many or not view.any(last, *_NO_NOUNS))
    if not (noun and view.same_sentence(head.first, last)):
        return False
    _fill(view, phrase, range(i, last + 1))
    phrase.joined += 1
    return True


def take_one(view: View, phrase: Phrase, head: Hit) -> bool:
    """Take one of several as what a lone office is of («مديرة أحد المراكز»)."""
    one = view.at(phrase.last, "one_of")
    if one is None or one.prefix or not one.entry.flag("single") or phrase.closed or phrase.free or phrase.nodes:
        return False
    i = one.last
    if head.kind != "role" or not view.definite(i) or view.any(i, "role", "group", "country"):
        return False
    phrase.take(one, closes=False)
    phrase.word(view, i, closes=True)
    return True


def _answers(view: View, phrase: Phrase, head: Hit) -> bool:
    """Take what an official is responsible for, supervises or stands for, if no verb before him may want it.

    «المسؤول عن ملف المياه», «المشرف على المعرض», «ممثلين عن المجتمع المدني», but «كشف النائب | عن».
    """
    word = view.at(phrase.last, "role_preposition")
    asked = head.entry.text("asks") if head.kind == "role" else ""
    if word is None or not asked or phrase.filled or word.entry.id != _ASKED[asked]:
        return False
    i = word.last
    if wanted(view, head, asked) or not view.same_sentence(head.first, i):
        return False
    target = view.at(i, "organisation", "body")
    if target is not None and target.prefix in BARE:
        if target.kind == "organisation" or target.definite or goes_on(view, target):
            _open(phrase, word)
            phrase.last = word.last
            take(phrase, target, lands=True, whole=ends_definite(view, target))
            phrase.filled = True
            return True
        if target.entry.flag("named") and not view.any(target.last, "body", "organisation"):
            return False  # «حزب صوت الصيادين»
    noun = _up_to_definite(view, i + view.hits.has(i, "pointing"))
    if not view.same_sentence(head.first, noun) or not view.definite(noun) or _is_no_noun(view, i, noun):
        return False
    _open(phrase, word)
    _fill(view, phrase, range(i, noun + 1))
    return True


def _is_no_noun(view: View, first: int, last: int) -> bool:
    """Say whether words up to a definite one are no nouns for what somebody answers for."""
    words = range(first + view.hits.has(first, "pointing"), last + 1)
    return view.any(first, "one_of") or any(view.any(k, *_NO_NOUNS) for k in words)  # «تساؤلات النواب | عن الكثير»


def goes_on(view: View, body: Hit) -> bool:
    """Say whether a definite noun or a mark stands right behind a body that wants its name."""
    after = body.last
    return view.same_sentence(body.first, after) and (view.definite(after) or not view.norms[after][0].isalpha())


def wanted(view: View, head: Hit, frame: str) -> bool:
    """Say whether a verb or deed right before somebody may want a preposition behind him («رحب نواب | بالحكومة»)."""
    before = head.first - 1
    if before < 0 or not view.same_sentence(before, head.first) or view.any(before, "copula"):
        return False
    cue = view.at(before, "cue")
    if cue is not None and view.is_verb(before):
        return frame in cue.entry.texts("frames")
    return view.is_verb(before) or view.any(before, "cue", "trigger")


def at_work(view: View, phrase: Phrase, head: Hit, target: Hit) -> bool:
    """Say whether «ب» ties the body where somebody works, or where his office is, to him.

    «عضو بحزب الصيادين», «مدير الأمن العام بجربة», but «التقى وزراء الخارجية | بالقاهرة».
    """
    entry = head.entry
    whole = phrase.closed and (bool(phrase.nodes) or head.last > head.first + 1)
    if entry.flag("abroad") and target.kind == "place" and phrase.closed:
        return True  # «سفير البلاد بكوناكري»
    seated = entry.flag("spokes") or entry.flag("abroad") or entry.id in _SEATED
    if seated and target.kind in _SEATS and bool(phrase.nodes or phrase.closed):
        return True
    if head.kind != "role" or entry.flag("owned") or entry.flag("sports") or wanted(view, head, _BY):
        return False
    if (entry.flag("party") and not (whole and entry.flag("decrees"))) or view.country(phrase.last - 1) is not None:
        return False
    if target.kind in _STAFFED:
        return whole or not entry.flag("head")
    local = whole and head.form.number == "s" and (entry.flag("head") or entry.flag("decrees"))
    division = view.at(target.first, "place_head") if local and not entry.flag("governs") else None
    if division is not None:
        return division.entry.id in _DIVISIONS  # «وزير الداخلية بدولة الكويت», «مدير التعليم بمنطقة الرياض»
    body = bool(phrase.known) and phrase.known[0].kind in _STAFFED and not entry.flag("governs")
    return local and (body or entry.flag("decrees")) and target.kind in {"place", "place_head"}


def _knows(view: View, phrase: Phrase, head: Hit) -> bool:
    """Take what somebody knows well or works in («خبير في شؤون المياه», «الناشط في مجال حقوق الإنسان»)."""
    word = view.at(phrase.last, "role_preposition")
    if word is None or word.entry.id != _IN or head.kind != "role" or any(map(head.entry.flag, _PLACELESS)):
        return False
    if not any(hit.entry.flag("discipline") and hit.prefix in BARE for hit in view.hits.at(word.last, "ordinary_word")):
        return False
    last = _up_to_definite(view, word.last)
    if not (view.same_sentence(head.first, last) and view.definite(last)) or view.any(last, *_NO_NOUNS):
        return False
    _open(phrase, word)
    _fill(view, phrase, range(word.last, _defended(view, last) + 1))
    return True


def _up_to_definite(view: View, i: int) -> int:
    """Return the definite noun behind a few indefinite ones that begin at a token, or where they end without one."""
    last = i
    while not view.definite(last) and last - i < _SKILL and not view.any(last, *_NO_NOUNS):
        last += 1
    return last


def _fill(view: View, phrase: Phrase, words: range) -> None:
    """Take words into a phrase that has room for nothing else of the kind behind them."""
    for k in words:
        phrase.word(view, k, closes=view.definite(k))
    phrase.filled = True


def _defended(view: View, last: int) -> int:
    """Return the last word of what a field is about («مجال الدفاع عن حقوق الأسرى»), or the same one."""
    word = view.at(last + 1, "role_preposition") if view.same_sentence(last, last + 1) else None
    if word is None or word.entry.id != _FOR or word.prefix or not view.any(last, "trigger", "role_field"):
        return last
    end = word.last
    while end - word.last < _SKILL and view.same_sentence(last, end) and not view.any(end, *_NO_NOUNS):
        if view.definite(end):
            return end
        end += 1
    return last


def _tied(view: View, phrase: Phrase, head: Hit, *, prepositions: bool) -> bool:
    """Take a preposition between words, and the body or place behind it."""
    word = view.at(phrase.last, "in_name_of", "role_preposition")
    if word is None or word.prefix or word.last >= len(view.norms) or any(map(_of_whom, phrase.nodes)):
        return False  # «delegates of the X | in Geneva» are there for now
    spokes = word.kind == "in_name_of" and head.entry.flag("spokes")
    if word.entry.flag("owned"):
        return spokes and theirs(phrase, word)
    members, sent = word.entry.flag("members"), _sent(word, phrase, head)
    free = prepositions and not (phrase.closed and _of_lands(view, phrase.last - 1))
    free = free and not word.entry.flag("delegates")
    serves = _serves_in(view, word, head)
    if not (free or spokes or sent or serves or _of_members(word, head)) or (word.entry.flag("office") and not sent):
        return False  # «اجتمع وزراء خارجية مصر | في عمان», «وصل وزير الدفاع إلى جدة»
    i = word.last
    if (spokes or (_of_members(word, head) and view.any(i + 1, "body", "organisation"))) and (quoted := view.quoted(i)):
        phrase.nodes.append(Node("quote", "quote", view.units.starts[i], view.units.ends[quoted - 1]))
        phrase.last, phrase.closed = quoted, True  # «الناطق باسم "كتائب …"»
        return True
    in_full = spokes and named_in_full(view, i)  # «المتحدث باسم خليفة حفتر»
    target = None if in_full else view.land(i) or view.at(i, *ONTO)
    if target is not None and (target.prefix not in BARE or (sent and target.entry.text("loose"))):
        return False  # «سفير أستراليا في سلسلة تغريدات»
    if target is not None and word.entry.id == _IN and not sent and _happens(view, phrase, head, target):
        return False
    if members and (target is None or target.kind in _places(head) or _asked(view, head, target)):
        return False
    if target is None and spokes and (name := view.at(i, *NAME_WORDS)) is not None:
        phrase.nodes.append(node_of(word))
        phrase.take(name, closes=True)  # «الناطق باسم ميركل»
        return True
    if target is None and (word.entry.flag("office") or not named_so(view, i, spokes=spokes)):
        return False
    if (
        target is None
        and not spokes
        and head.kind in _WORKING
        and any(h.entry.text("type") in _VIOLENT for h in view.all(i))
    ):
        return False  # «قتل ناشطان | في المواجهات»
    _open(phrase, word)
    if target is None:
        phrase.word(view, i, closes=True)
        return True
    take(phrase, target, lands=True, whole=ends_definite(view, target))
    return True


def _of_lands(view: View, i: int) -> bool:
    """Say whether a phrase ends with a land, or with the second of two demonyms («وزيرا الخارجية المصري والعماني»)."""
    return view.land(i) is not None or (view.definite_behind_and(i) and view.country(i) is not None)


def _happens(view: View, phrase: Phrase, head: Hit, target: Hit) -> bool:
    """Say whether a place is rather where a deed was done («قتل مسلحون | في سيناء»), or where a state's minister is.

    «استقبل رئيس الوزراء الياباني | في القصر».
    """
    before = head.first - 1
    if target.kind not in {"place", "country", "place_head"}:
        return False
    whole = head.kind == "role" and head.last > head.first + 1 and not head.entry.flag("abroad")
    if whole and view.country(phrase.last - 1) is not None:
        return True
    if phrase.closed or before < 0 or not view.may(before, "trigger") or view.any(before, "cue"):
        return False
    return view.same_sentence(before, head.first) and view.is_verb(before)


def ends_definite(view: View, target: Hit) -> bool:
    """Say whether several words for an office or body are definite by the last («نائب رئيس الوزراء», «مجلس النواب»)."""
    whole = target.kind in {"role", "body"} and target.last > target.first + 1
    return whole and view.definite(target.last - 1)


def _allied(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take whom a body or people are loyal to, backed by, tied to: «militias | loyal to Iran»."""
    word = view.at(i, "allegiance")
    named = head.kind != "role" and any(hit.kind in _NAMES for hit in phrase.known)
    if word is None or head.kind not in _LED or word.prefix not in BARE or word.definite != phrase.closed or named:
        return False
    j, letter = word.last, word.entry.text("letter")
    men = view.norms[head.first].endswith(OBLIQUE)
    if not view.same_sentence(i, j) or (men and view.norms[i].endswith(HA)):
        return False  # «وكالة غوث اللاجئين ‹التابعة› للأمم المتحدة»
    target = view.land(j) or view.at(j, *ONTO) or _leader(view, j)
    told = word.definite and letter == _TO and view.norms[j].startswith(LAM_ARTICLE)
    if target is None and told and not view.is_verb(j):
        _open(phrase, word)
        phrase.last = word.last
        phrase.word(view, j, closes=True)  # «القوات الموالية للشرعية»
        phrase.filled = True
        return True
    if target is None or target.prefix not in _LETTERS.get(letter, BARE):
        return False
    _open(phrase, word)
    phrase.last = word.last
    take(phrase, target, lands=word.entry.flag("own"), whole=ends_definite(view, target))
    phrase.filled = True
    return True


def _leader(view: View, i: int) -> Hit | None:
    """Return the name at a token of whom a force is loyal to, if it is one that all know or of one word."""
    name = view.at(i, *NAME_WORDS)
    one = name is not None and (name.kind == "public_person" or not view.any(name.last, *NAME_WORDS))
    return name if one else None


def _open(phrase: Phrase, word: Hit) -> None:
    """Take a preposition, behind which a phrase is open again."""
    phrase.nodes.append(node_of(word))
    phrase.indefinite = phrase.indefinite or not phrase.closed
    phrase.closed = False


def take(phrase: Phrase, target: Hit, *, lands: bool, whole: bool = False) -> None:
    """Take a body, place or country into a phrase, which it closes if it is one by itself.

    `lands` says that those before it are of its country, `whole` that its words are definite though it is not.
    """
    if lands:
        phrase.country = phrase.country or target.entry.text("code") or target.entry.text("country") or None
    if target.kind != "country":
        phrase.known.append(target)
    phrase.take(target, closes=whole or target.definite or target.kind not in _OPEN)


def _of_whom(node: Node) -> bool:
    """Say whether a word has told whose delegates or members those before it are."""
    return node.rule in _WHOSE


def _serves_in(view: View, word: Hit, head: Hit) -> bool:
    """Say whether the body where somebody works follows his calling, which alone says little («القيادي في حركة …»).

    An office has its body in idafa, and does something where a preposition follows it.
    """
    if head.kind != "role" or any(map(head.entry.flag, _PLACELESS)) or not head.definite or word.entry.id != _IN:
        return False
    target = view.at(word.last, "organisation", "body", "place", "place_head", "country")
    if view.any(word.last, "place"):
        return False  # «استقبل رئيس الوزراء الياباني | في قصر اليمامة»
    return target is not None and target.kind in {"organisation", "body"} and target.prefix in BARE


def _of_members(word: Hit, head: Hit) -> bool:
    """Say whether a preposition tells what people are members of, or for whom they stand: «delegates | of the X»."""
    for_others = word.entry.flag("delegates")
    formed = head.entry.flag("members") and (for_others or not head.definite)  # «a delegation | of Hamas»
    return word.entry.flag("members") and (formed or (head.kind in _PEOPLE and not for_others))


def _asked(view: View, head: Hit, target: Hit) -> bool:
    """Say whether people behind «of» are rather whom the subject of a verb asks: «the doctors asked | the patients»."""
    return head.definite and target.kind == "group" and head.first > 0 and view.is_verb(head.first - 1)


def _places(head: Hit) -> frozenset[str]:
    """Return what nobody is a member of; a delegation may come from a country."""
    return _OF_PLACES if head.entry.flag("members") else _OF_PLACES | {"country"}


def _sent(word: Hit, phrase: Phrase, head: Hit) -> bool:
    """Say whether a preposition tells where somebody is posted: an ambassador, an embassy."""
    if head.kind in _PEOPLE or word.kind != "role_preposition" or word.entry.flag("members"):
        return False
    if head.entry.flag("abroad"):
        return all(hit.kind != "place" or hit.prefix not in LAM for hit in phrase.known)  # «مبعوث للشرق الأوسط»
    posted = any(node.kind == "role_preposition" for node in phrase.nodes)  # «مستشار المبعوث إلى عمان | في بيروت»
    return not posted and any(hit.entry.flag("abroad") for hit in phrase.known)
