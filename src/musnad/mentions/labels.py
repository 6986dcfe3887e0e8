"""The name that a mention is shown under: in the nominative, with the article whose alef a preposition took."""

from musnad.arabic import ARTICLE, DUAL, OBLIQUE, fold_word
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, HAMZA, HAMZA_SEATS, MIM, NUN, TA, TANWIN, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.view import View

_LAM = ARTICLE.removeprefix(ALEF)
_PEOPLE = YA + OBLIQUE
_RULING = (YA, ALEF_MAQSURA)
_PAIR = "pair_noun"  # words for two that are duals as they are («البلدين»)
SHORT = "short"
"""What is said of a phrase that is a part of a fuller name of the article."""
SOUND_PLURAL = WAW + NUN
"""How a sound masculine plural ends in the nominative."""
_TWICE = frozenset({2, 200, 2000})  # numbers that are duals of their own


def surface(view: View, start: int, end: int) -> str:
    """Return a stretch of text on one line with single spaces."""
    return " ".join(view.units.text[start:end].split())


def label(view: View, found: Found) -> str:
    """Return the name of a phrase.

    Sound plurals that head it, and the adjectives that agree with them, are put in the nominative («مسلحين» is shown
    as «مسلحون», «مراقبي الانتخابات» as «مراقبو الانتخابات»), as are duals («ضابطين»), indefinite nouns («متحدثا باسم
    …»، «شابا») and quantities («عددا من»); «للشرطة» is shown as «الشرطة».
    """
    if found.label:
        return found.label
    all_of = view.at(found.first, "one_of")
    if all_of is not None and all_of.entry.flag("whole") and found.number == "p" and all_of.last < found.last:
        return label(view, found._replace(first=all_of.last, start=view.units.starts[all_of.last], label=""))
    words = surface(view, found.start, found.end).split(" ")
    words[0] = _lost_article(view, found.first, found.last, found.start) + words[0]
    if found.number == "p" and found.kind in {"person", "group", "organisation"}:
        if view.any(found.first, "one_of"):  # «كبار المسؤولين» stay in the genitive
            words[0] = _quantity(words[0])
        elif found.kind in {"group", "person"} and view.any(found.first, "number_word"):
            _count(view, found.first, words)
        elif not _pair(view, found, words):
            _straighten(view, found, words)
            _unmark(view, found, words, "role" if found.kind == "person" else "group")  # «12 ضابطا»
    elif found.number == "d" and found.kind in {"group", "person"} and found.name is None:
        if not _pair(view, found, words) and found.definite and found.kind == "person":
            words[0] = _nominative(words[0])
    elif found.number == "s" and found.kind == "person" and found.name is None:
        _unmark(view, found, words, "")
    elif found.known is not None and found.repeats is None and words[-1].endswith(_PEOPLE):
        words = [_nominative(word) for word in words]
    return " ".join(words)


def proper(view: View, found: Found) -> str:
    """Return the proper name in a phrase as it is written, with the alef that the preposition «ل» took."""
    last = found.name[1] if found.name else found.last
    name = surface(view, found.name_start, view.units.ends[last - 1])
    if found.subkind == SHORT:
        return found.label or name
    lost = found.name is not None and _lost_article(view, *found.name, found.name_start) == ALEF
    return ALEF + name if lost else name


def _lost_article(view: View, first: int, last: int, start: int) -> str:
    """Return what the preposition «ل» swallowed of the article at an offset: an alef, or alef and lam.

    A word that begins with that letter itself may have had none: «للجنة المركزية», but «للجنة الحكام».
    """
    text = view.units.text
    if text[start] != _LAM or start == view.units.starts[first] or text[start - 1] != _LAM:
        return ""
    hits = [hit for hit in view.all(first) if hit.start == start]
    bodies = [hit for hit in hits if hit.kind == "body" and not hit.definite]
    if not bodies and any(hit.definite for hit in hits):
        return ALEF
    behind = first + 1
    if behind >= last or any(hit.last > behind for hit in bodies):
        return ARTICLE
    adjective = view.country(behind) or view.any(behind, "adjective", "taking")
    described = adjective and view.has_article(behind) and not view.any(behind, "body")  # «للاعبي المنتخب»
    return ARTICLE if described or view.any(behind, "role_preposition") else ""


def _straighten(view: View, found: Found, words: list[str]) -> None:
    """Put the leading plurals of a phrase in the nominative, as long as each token is one word."""
    head = next((hit for hit in view.all(found.first) if hit.kind == "group" and hit.suffix), None)
    if head is not None:
        words[0] = _owned(head, words[0])
    for k in range(min(len(words), found.last - found.first)):
        if k and head is None and words[k].startswith(ARTICLE) and not words[0].startswith(ARTICLE):
            return  # «the leaders of | the gunmen»
        plurals = [hit for hit in view.all(found.first + k) if hit.form.number == "p"]
        ruling = k == 0 and len(words) > 1 and words[k].endswith(_RULING) and not words[k].startswith(ARTICLE)
        if ruling and any(map(_rules, plurals)):
            words[k] = words[k][:-1] + WAW  # «drivers of | cars», but «the loyal one»
        agrees = k > 0 and words[k].startswith(ARTICLE) and words[k - 1].startswith(ARTICLE)
        if not k and plurals and words[k].startswith(ARTICLE) and not words[k].endswith(OBLIQUE):
            continue  # «the soldiers | of Israel»: a broken plural, whose adjectives are sound ones
        masculine = any(hit.form.gender == "m" or hit.entry.headword.endswith(SOUND_PLURAL) for hit in plurals)
        loose = not view.all(found.first + k) or view.any(found.first + k, "taking")  # «المسلحين ‹المتمركزين› في …»
        if not (masculine or (agrees and loose)):  # «the leaders | loyal to»
            return
        words[k] = _nominative(words[k])


def _owned(head: Hit, word: str) -> str:
    """Return a plural with a pronoun in the nominative («مقاتليه» is «مقاتلوه», «حلفائه» is «حلفاؤه»)."""
    stem = word.removesuffix(head.suffix)
    if _rules(head):
        return stem[:-1] + WAW + head.suffix
    broken = stem.endswith(tuple(ALEF + seat for seat in HAMZA + HAMZA_SEATS))
    return stem[:-1] + HAMZA_SEATS[0] + head.suffix if broken else word


def _pair(view: View, found: Found, words: list[str]) -> bool:
    """Put the leading duals of a phrase in the nominative; say whether its head is one."""
    heads = [hit for hit in view.all(found.first) if hit.kind in {"group", "role", _PAIR} and hit.start == found.start]
    oblique = words[0].endswith(OBLIQUE) and words[0].startswith(ARTICLE) == found.definite
    if not (heads and oblique and all(hit.kind == _PAIR or hit.form.number == "d" for hit in heads)):
        return False
    if found.definite and words[0].startswith(ARTICLE + MIM) and not words[0].endswith(TA + OBLIQUE):
        return False  # «the convicts», whose plural is written like their dual
    for k in range(min(len(words), found.last - found.first)):
        if not words[k].endswith(OBLIQUE) or words[k].startswith(ARTICLE) != words[0].startswith(ARTICLE):
            break
        words[k] = words[k].removesuffix(OBLIQUE) + DUAL
    return True


def _count(view: View, first: int, words: list[str]) -> None:
    """Put a number that counts people in the nominative: «اثنين آخرين», «عشرين جنديا»."""
    values = [hit.entry.number("value") for hit in view.all(first) if hit.kind == "number_word"]
    ending = DUAL if values and values[0] in _TWICE else SOUND_PLURAL
    for k in range(len(words) if ending == DUAL else 1):
        if not words[k].endswith(OBLIQUE):
            return
        words[k] = words[k].removesuffix(OBLIQUE) + ending


def _quantity(word: str) -> str:
    """Return a quantity of people in the nominative: «عددا من», «اثنين من»."""
    if word.replace(TANWIN, "").endswith(ALEF):
        return word.replace(TANWIN, "").removesuffix(ALEF)
    return word


def _rules(hit: Hit) -> bool:
    """Say whether a hit is the oblique of a sound plural that rules the noun behind it: no «families of»."""
    stem = fold_word(hit.entry.headword).removesuffix(SOUND_PLURAL)
    return hit.form.pattern == stem + YA


def _unmark(view: View, found: Found, words: list[str], kind: str) -> None:
    """Take the accusative ending off the words that head an indefinite noun («دبلوماسيا أفريقيا في …»).

    `kind` is that of the head where only a word of that kind is one.
    """
    heads = [hit for hit in view.all(found.first) if hit.kind == kind and hit.form.number == "s"]
    if kind and not heads:
        return
    length = max((hit.last - hit.first for hit in heads), default=1)
    first = length if length > 1 else 0  # «a businessman»: two words, of which none changes
    ruling = kind and not first and len(words) > 1 and not words[1].replace(TANWIN, "").endswith(ALEF)
    if ruling and not view.any(found.first + 1, "role_preposition"):
        return  # «two men | of the police»
    for k in range(first, min(len(words), found.last - found.first)):
        marked = words[k].replace(TANWIN, "").endswith(ALEF)
        bare = (not hit.entry.headword.endswith(ALEF) for hit in view.all(found.first + k) if _accusative(hit))
        if not (marked and any(bare)):
            return
        words[k] = words[k].replace(TANWIN, "").removesuffix(ALEF)


def _accusative(hit: Hit) -> bool:
    return hit.form.pattern.endswith(ALEF) and hit.form.number == "s" and not hit.definite  # «البابا»


def _nominative(word: str) -> str:
    return word.removesuffix(OBLIQUE) + SOUND_PLURAL if word.endswith(OBLIQUE) else word
