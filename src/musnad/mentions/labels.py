"""The name that a mention is shown under: in the nominative, with the article whose alef a preposition took."""

from musnad.arabic import ARTICLE, fold_word
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, NUN, TANWIN, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.view import View

_LAM = ARTICLE.removeprefix(ALEF)
_OBLIQUE = YA + NUN
_PEOPLE = YA + _OBLIQUE
_RULING = (YA, ALEF_MAQSURA)
SHORT = "short"
"""What is said of a phrase that is a part of a fuller name of the article."""
SOUND_PLURAL = WAW + NUN
"""How a sound masculine plural ends in the nominative."""


def surface(view: View, start: int, end: int) -> str:
    """Return a stretch of text on one line with single spaces."""
    return " ".join(view.units.text[start:end].split())


def label(view: View, found: Found) -> str:
    """Return the name of a phrase.

    Sound plurals that head it, and the demonyms that agree with them, are put in the nominative («مسلحين» is shown
    as «مسلحون», «مراقبي الانتخابات» as «مراقبو الانتخابات»), as are indefinite offices («متحدثا باسم …»);
    «للشرطة» is shown as «الشرطة».
    """
    if found.label:
        return found.label
    words = surface(view, found.start, found.end).split(" ")
    words[0] = _lost_article(view, found.first, found.start) + words[0]
    if found.number == "p" and found.kind in {"person", "group", "organisation"}:
        if not view.any(found.first, "one_of"):  # «كبار المسؤولين» stay in the genitive
            _straighten(view, found, words)
    elif found.number == "s" and found.kind == "person" and found.name is None:
        _unmark(view, found, words)
    elif found.known is not None and found.repeats is None and words[-1].endswith(_PEOPLE):
        words = [_nominative(word) for word in words]
    return " ".join(words)


def proper(view: View, found: Found) -> str:
    """Return the proper name in a phrase as it is written, with the alef that the preposition «ل» took."""
    last = found.name[1] if found.name else found.last
    name = surface(view, found.name_start, view.units.ends[last - 1])
    if found.subkind == SHORT:
        return found.label or name
    lost = found.name is not None and _lost_article(view, found.name[0], found.name_start) == ALEF
    return ALEF + name if lost else name


def _lost_article(view: View, first: int, start: int) -> str:
    """Return what the preposition «ل» swallowed of the article at an offset: an alef, or alef and lam."""
    text = view.units.text
    if text[start] != _LAM or start == view.units.starts[first] or text[start - 1] != _LAM:
        return ""
    definite = any(hit.definite for hit in view.all(first) if hit.start == start)
    return ALEF if definite else ARTICLE


def _straighten(view: View, found: Found, words: list[str]) -> None:
    """Put the leading plurals of a phrase in the nominative, as long as each token is one word."""
    for k in range(min(len(words), found.last - found.first)):
        plurals = [hit for hit in view.all(found.first + k) if hit.form.number == "p"]
        ruling = k == 0 and len(words) > 1 and words[k].endswith(_RULING) and not words[k].startswith(ARTICLE)
        if ruling and any(map(_rules, plurals)):
            words[k] = words[k][:-1] + WAW  # «drivers of | cars», but «the loyal one»
        if not any(hit.form.gender == "m" or hit.entry.headword.endswith(SOUND_PLURAL) for hit in plurals):
            return
        words[k] = _nominative(words[k])


def _rules(hit: Hit) -> bool:
    """Say whether a hit is the oblique of a sound plural that rules the noun behind it: no «families of»."""
    stem = fold_word(hit.entry.headword).removesuffix(SOUND_PLURAL)
    return hit.form.pattern == stem + YA


def _unmark(view: View, found: Found, words: list[str]) -> None:
    """Take the accusative ending off the words that head an indefinite office («دبلوماسيا أفريقيا في …»)."""
    for k in range(min(len(words), found.last - found.first)):
        marked = words[k].replace(TANWIN, "").endswith(ALEF)
        bare = (not hit.entry.headword.endswith(ALEF) for hit in view.all(found.first + k) if _accusative(hit))
        if not (marked and any(bare)):
            return
        words[k] = words[k].replace(TANWIN, "").removesuffix(ALEF)


def _accusative(hit: Hit) -> bool:
    return hit.form.pattern.endswith(ALEF) and hit.form.number == "s"


def _nominative(word: str) -> str:
    return word.removesuffix(_OBLIQUE) + SOUND_PLURAL if word.endswith(_OBLIQUE) else word
