"""What somebody is of in idafa, where no list knows it: «مدير متحف الخزف», «وكيل أعماله», «قائد هذه القوة»."""

from musnad.arabic import AND, ARTICLE, BA, LAM, OWNED_ENDINGS
from musnad.arabic.letters import WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.proper.names import announced
from musnad.mentions.view import View
from musnad.mentions.word_shapes import like_present

_MIDDLE = 2  # nouns without article between a role and the definite noun
_WHOLE = ("place", "country", "organisation", "elliptic_body")
_NO_OWNERS = (
    "function_word", "role_preposition", "in_name_of", "adjective", "country", "role", "title", "group",
    "number_word", "one_of", "complementiser", "day_noun", "day_word", "weekday", "month", "medium", *NAME_WORDS,
)  # fmt: skip
_THINGS = frozenset({"ordinary_word", "common_word", "purpose", "body", "place_head", "medium"})
_FOR = min(LAM, key=len)
_TIED = (AND, _FOR, min(BA, key=len))  # what the first letter of a word that no list knows may be
_SHORTEST = 2  # letters of a name
_OWNED = 6  # letters of a word that no list knows with a pronoun
_DEEDS = ("trigger", "cue")


def constructed(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take nouns up to a definite one, a place or a body behind a bare role, or one noun with a pronoun."""
    if head.kind != "role" or not _is_open(view, phrase, head, i):
        return False
    if _is_owned(view, head, i) or _governed(view, head, i):
        phrase.word(view, i, closes=True)
        return True
    last = i
    while last - i < _MIDDLE and _is_noun(view, head, last) and view.same_sentence(head.first, last + 1):
        last += 1
        if _closes(view, last):
            for k in range(i, last + 1):
                phrase.word(view, k, closes=k == last)
            return True
    named = _is_plural(head) and not view.any(i) and view.norms[i].isalpha() and len(view.norms[i]) > _SHORTEST
    if named:
        phrase.word(view, i, closes=True)  # «موظفو بلاكووتر»
    return named


def of_these(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take a demonstrative and its noun behind a bare role or group («قائد هذه القوة», «سكان هذه القرى»)."""
    if not (_is_open(view, phrase, head, i) and view.hits.has(i, "pointing") and view.definite(i + 1)):
        return False
    if view.is_verb(i + 1):
        return False
    phrase.word(view, i, closes=False)
    phrase.word(view, i + 1, closes=True)
    return True


def _governed(view: View, head: Hit, i: int) -> bool:
    """Say whether an unknown word is the place that somebody governs («محافظ حريملاء الأستاذ عبدالعزيز …»)."""
    if not head.entry.flag("governs") or view.any(i) or view.norms[i].isascii() or view.definite(i):
        return False
    nxt = i + 1
    if not view.same_sentence(i, nxt) or not view.norms[nxt][0].isalpha():
        return True
    given = view.at(nxt, "given_name")
    return view.honorific(nxt) is not None or (
        given is not None and not (given.prefix or given.entry.flag("ambiguous"))
    )


def _is_open(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Say whether people stand without article or pronoun, and what follows is no object of the verb before it."""
    bare = i == head.last == head.first + 1 and not (phrase.closed or phrase.free or head.suffix)
    if head.kind not in {"role", "group"} or not bare or not view.same_sentence(head.first, i):
        return False
    return (head.entry.flag("head") and head.form.number == "s") or _is_plural(head) or not _acts(view, head)


def _acts(view: View, head: Hit) -> bool:
    """Say whether a verb or deed stands right before a role, whose object may follow («أعلن مسؤول | وفاة …»)."""
    before = head.first - 1
    bound = head.entry.flag("bound") and head.form.number == "s"
    return before >= 0 and not bound and (view.is_verb(before) or view.any(before, *_DEEDS))


def _is_plural(head: Hit) -> bool:
    """Say whether a role is a sound plural without its last letter, which only a noun behind it could complete."""
    return head.form.number == "p" and head.form.pattern.endswith((WAW, YA)) and not head.definite


def _is_owned(view: View, head: Hit, i: int) -> bool:
    """Say whether a noun with a pronoun stands at a token, and no deed («وكيل أعماله», but «أكد قائد استعداده»)."""
    if view.is_verb(i) or view.any(i, *_DEEDS, "function_word") or view.norms[i].startswith(_FOR):
        return False
    if not view.any(i):
        long = len(view.norms[i]) >= _OWNED and not head.entry.flag("idafa")
        return long and view.norms[i].endswith(OWNED_ENDINGS)
    return any(hit.suffix and not hit.prefix and hit.kind in _THINGS for hit in view.all(i))


def _is_noun(view: View, head: Hit, i: int) -> bool:
    """Say whether a word without article may be a noun in idafa: no verb, name, person or adjective."""
    norm = view.norms[i]
    if not norm[0].isalpha() or norm.isascii() or view.definite(i) or view.any(i, *_NO_OWNERS):
        return False
    deed = view.is_verb(i) or view.any(i, "cue")
    if deed and not view.any(i, "ordinary_word"):
        return False
    if (deed or view.any(i, "trigger")) and _acts(view, head):
        return False  # «أعلن متحدث | اغتيال القائد»
    other = norm.startswith(_TIED) or like_present(norm)
    if any(hit.prefix or hit.suffix for hit in view.all(i)) or (not view.any(i) and other):
        return False
    return announced(view, i) is None


def _closes(view: View, i: int) -> bool:
    """Say whether a definite noun, place or body stands at a token, which ends an idafa."""
    if view.norms[i].startswith(ARTICLE) and view.definite(i):
        return not (view.is_verb(i) or view.any(i, "role_preposition"))
    hit = view.at(i, *_WHOLE)
    return hit is not None and not hit.prefix and hit.form.pos != "adjective" and hit.last == i + 1
