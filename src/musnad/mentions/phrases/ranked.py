"""What an office told by its rank is of, behind «ل»: «المدير التنفيذي ‹لسوق› الحرف», «السكرتير الخاص ‹للملك›»."""

from musnad.arabic import LAM, LAM_ARTICLE
from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.phrases.adjuncts import ends_definite, take, wanted
from musnad.mentions.phrases.fields import reaches
from musnad.mentions.view import View

_TO = min(LAM, key=len)
_SHORTEST = 4  # letters of a word behind «ل»
_KNOWN = ("role", "place", "place_head", "purpose")
_NO_SEATS = (
    "function_word", "role_preposition", "cue", "group", "country", "title", "pronoun", "medium", "press", "publisher",
    "agency", "source_noun", "phase_verb", "trigger",
    "weekday", "day_noun", "month", "given_name", "family_name",
)  # fmt: skip


def of_ranked(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take what follows «ل» right behind the rank of an office in the singular, unless a verb before it wants that."""
    norm = view.norms[i]
    if head.kind != "role" or head.form.number not in {"s", ""} or not norm.startswith(_TO) or len(norm) < _SHORTEST:
        return False
    bare = all(known.kind == "role" for known in phrase.known)
    ranked = phrase.closed and bare and view.has_article(i - 1) and view.any(i - 1, "head_of")
    if not ranked or view.is_verb(i) or view.any(i, *_NO_SEATS) or wanted(view, head, "for"):
        return False
    hit = view.at(i, *_KNOWN)
    if hit is not None and hit.prefix in LAM and not hit.suffix and hit.form.number in {"s", ""}:
        return _known(view, phrase, hit)
    if norm.startswith(LAM_ARTICLE):
        phrase.word(view, i, closes=True)
        return True
    if view.any(i + 1, "title", "role") and not view.hits.has(i, "namesake"):
        return False  # «الأمين العام لدارة الملك سالم»
    if not reaches(view, i + 1) or any(hit.suffix or not hit.prefix for hit in view.all(i)):
        return False
    phrase.closed = False
    phrase.word(view, i, closes=False)
    return True


def _known(view: View, phrase: Phrase, hit: Hit) -> bool:
    """Take a known office, place or purpose, one that is not whole only with what follows."""
    whole = hit.definite or hit.kind == "place" or ends_definite(view, hit)
    if not whole and not reaches(view, hit.last):
        return False
    take(phrase, hit, lands=True)
    phrase.closed, phrase.filled = whole, True
    return True
