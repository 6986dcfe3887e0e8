"""What stands in brackets or quotation marks behind a noun: its abbreviation, another script, whose it is."""

from musnad.arabic import AND
from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.view import View
from musnad.mentions.word_shapes import like_present
from musnad.model import Node

_LONGEST_BRACKET = 4  # tokens inside the brackets behind a name
_BEFORE_BODIES = ("function_word", "complementiser", "role", "cue", "cue_preposition")
_SHORTEST = 3  # letters
_AGENCIES = frozenset({"agency_credit", "agency"})
_BODIES = _AGENCIES | {"organisation"}


def take_bracket(view: View, phrase: Phrase, head: Hit) -> bool:
    """Take a short bracket with another name of the same («(وفا)», «(الناتو)»)."""
    last = bracket(view, phrase.last)
    if last == phrase.last and phrase.closed:
        last = _strange(view, head, phrase.last)
    if last == phrase.last:
        return False
    phrase.nodes.append(Node("bracket", "bracket", view.units.starts[phrase.last], view.units.ends[last - 1]))
    phrase.last = last
    phrase.closed = True
    return True


def bracket(view: View, i: int) -> int:
    """Return the token behind a short bracket that holds a name or abbreviation, or the same token."""
    norms = view.norms
    if i + 2 >= len(norms) or norms[i] != "(":
        return _alias(view, i)
    for close in range(i + 2, min(i + 2 + _LONGEST_BRACKET, len(norms))):
        if norms[close] == ")":
            inside = view.any(i + 1, "agency_credit", "agency", "organisation")
            latin = norms[i + 1].isascii() and norms[i + 1].isalpha()
            return close + 1 if inside or latin else i
    return i


def _alias(view: View, i: int) -> int:
    """Return where the quoted short name of a body ends («وكالة الأنباء "وفا"», «الاتحاد الدولي "فيفا"»), or `i`."""
    close = view.quoted(i) if i < len(view.norms) and view.has_article(i - 1) else 0
    if not close or _closes_other(view, i):
        return i
    last = close - 1
    while last > i + 1 and not view.norms[last - 1][0].isalnum():
        last -= 1  # «"وفا."»
    alike = any(hit.kind in _BODIES and hit.last == last for hit in view.all(i + 1))
    return close if alike else i


def short_name(view: View, i: int) -> int:
    """Return where the short name of an agency behind the long one ends («وكالة الأنباء الروسية نوفوستي»), or `i`.

    It is a known one, or a word that nothing knows before what the agency tells («وكالة الأنباء البلجيكية بيلغا عن …»).
    """
    if i >= len(view.norms) or not view.same_sentence(i - 1, i) or not view.has_article(i - 1):
        return i
    known = max((hit.last for hit in view.all(i) if hit.kind in _AGENCIES and not hit.prefix), default=0)
    if known:
        return known
    after = i + 1
    told = _is_strange(view, range(i, after)) and view.same_sentence(i, after)
    return after if told and view.any(after, "complementiser", "function_word") else i


def _is_strange(view: View, words: range) -> bool:
    """Say whether tokens are a name that no list has: words that nothing knows, without «and», article or verb."""
    norm = view.norms[words[0]]
    unknown = all(view.norms[k][0].isalpha() and not (view.known(k) or view.has_article(k)) for k in words)
    long = sum(len(view.norms[k]) for k in words) >= _SHORTEST
    return unknown and long and not (norm.startswith(AND) or like_present(norm))


def _closes_other(view: View, i: int) -> bool:
    """Say whether a mark is written onto the word before it, so that it rather closes what stands there."""
    return view.units.starts[i] == view.units.ends[i - 1]


def _strange(view: View, head: Hit, i: int) -> int:
    """Return the token behind a word in marks that nothing knows: what a described body is called for short, or `i`.

    «قالت شركة النفط النرويجية "شتات أويل" إن …»: not what a thing of the body is called («خدمة | وزارة العدل "ناجز"»).
    """
    if i >= len(view.norms) or head.kind != "body" or head.entry.flag("office") or not view.has_article(i - 1):
        return i
    close = view.quoted(i)
    words, before = range(i + 1, close - 1), head.first - 1
    if not words or len(words) >= _LONGEST_BRACKET or _closes_other(view, i):
        return i
    if not _is_strange(view, words):
        return i
    if not head.prefix and view.same_sentence(before, head.first) and view.norms[before][0].isalpha():
        return close if view.is_verb(before) or view.any(before, *_BEFORE_BODIES) else i
    return close


def take_quote(view: View, phrase: Phrase, head: Hit) -> bool:
    """Take the quoted name of what a role belongs to («منسق "مجموعة العمل"»), or people («عنصرين من تنظيم "داعش"»)."""
    i = phrase.last
    of_body = head.kind == "group" and i > head.last and view.any(i - 1, "body")
    belongs = (head.kind == "role" and not phrase.free) or of_body
    after = view.quoted(i) if belongs and not phrase.closed else 0
    if not after or view.norms[i] == "(":
        return False
    phrase.nodes.append(Node("quote", "quote", view.units.starts[i], view.units.ends[after - 1]))
    phrase.last, phrase.closed, phrase.filled = after, True, True
    return True
