"""The proper name in a phrase of a body: unknown words behind its head, and where the demonym is no part of it."""

from musnad.arabic import AND, BARE, fold_word
from musnad.arabic.letters import ALEF, ALEF_MADDA, ALEF_MAQSURA, TA, VARIANTS, WAW, YA
from musnad.arabic.sounds import looks_foreign
from musnad.lexicon import Entry, Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.proper.shapes import shaped
from musnad.mentions.view import OPENING, View
from musnad.mentions.word_shapes import like_present

_SEATED = frozenset(
    c for c, plain in VARIANTS.items() if plain in {ALEF, WAW, YA} and c not in {ALEF_MADDA, ALEF_MAQSURA}
)
_LATIN, _LONGEST = 8, 3  # unknown words of a name
_NO_THINGS = ("tribe", "family", "quoted")  # what people do not give their names to
_PLURAL = 5  # letters of a word whose last two may be an ending


def unknown_name(view: View, head: Hit, i: int) -> int:
    """Return the token behind the unknown words at a token if they are the name of a body, else that token.

    They are where a definite adjective of the body follows, which an indefinite noun could not have before it («شركة
    شيودا اليابانية»), where they are in Latin letters, or where two or three in a row look foreign («شركة كاي نيكسون»).
    """
    latin = view.norms[i].isascii()
    end = min(i + (_LATIN if latin else _LONGEST), len(view.norms))
    last = i
    while (
        last < end
        and view.norms[last].isascii() == latin
        and view.same_sentence(head.first, last)
        and _is_unknown(view, last, first=last == i)
    ):
        last += 1
    if last == i or head.definite:
        return i
    foreign = last - i > 1 and all(_looks_foreign(view, k) for k in range(i, last))
    return last if _describes(view, head, last) or latin or foreign else i


def family_firm(view: View, phrase: Phrase, i: int) -> bool:
    """Take the family with the article after which a body is called («الرئيس التنفيذي لشركة ‹الكستنائي›»)."""
    body = phrase.known[-1] if phrase.wants else None
    if body is None or body.kind != "body" or not body.entry.flag("named") or not view.definite(i):
        return False
    phrase.word(view, i, closes=True)
    return True


def thing_before(view: View, i: int) -> bool:
    """Say whether a thing that people give their names to ends before a token («مدير مهرجان ‹الملك فهد›»)."""
    things = (hit for hit in view.hits.at(i - 1, "namesake") if hit.last == i and not (hit.definite or hit.suffix))
    return any(not any(map(hit.entry.flag, _NO_THINGS)) for hit in things)


def is_plural(view: View, i: int) -> bool:
    """Say whether a word of which nothing is known ends like a feminine plural («شركة مقاولات», «فريق متطوعات»)."""
    norm = view.norms[i]
    return not view.any(i) and norm.endswith(ALEF + TA) and len(norm) > _PLURAL


def _is_unknown(view: View, i: int, *, first: bool) -> bool:
    norm = view.norms[i]
    if not norm[0].isalpha() or view.definite(i) or (norm.startswith(AND) and not first):
        return False
    return not view.any(i)


def _looks_foreign(view: View, i: int) -> bool:
    """Say whether an unknown word has neither letters nor a beginning that only Arabic words have."""
    surface = view.units.surface(i, i + 1)
    return (
        shaped(view, i)
        and looks_foreign(view.norms[i])
        and not like_present(view.norms[i])
        and _SEATED.isdisjoint(surface[1:])
    )


def _describes(view: View, head: Hit, i: int) -> bool:
    """Say whether a definite demonym agrees with the head of a body."""
    demonym = view.country(i) if view.same_sentence(head.first, i) else None
    if demonym is None or not demonym.definite or demonym.prefix not in BARE:
        return False
    return (demonym.form.gender, demonym.form.number) == (head.form.gender, "s")


def known_name(view: View, hit: Hit, head: Hit | None) -> tuple[int, int]:
    """Return the tokens of the name in the hit of a known body: without a head noun that names no body of its kind.

    The demonym is no part of it where it has a shorter name too, unless its full name ends so («منظمة التحرير
    الفلسطينية»).
    """
    entry = hit.entry
    first = head.last if head is not None and head.last < hit.last and _is_apart(entry, head) else hit.first
    last = _before_bracket(view, first, hit.last)
    if fold_word(entry.headword.split()[-1]) == view.norms[last - 1]:
        return first, last
    shorter = any(h.entry is entry and h.last < last and h.kind == hit.kind for h in view.all(hit.first))
    alone = entry.text("org_type") == "sport" or (entry.text("role") == "outlet" and not view.any(first, "body"))
    return first, without_demonym(view, first, last, known=shorter or alone)


def _is_apart(entry: Entry, head: Hit) -> bool:
    """Say whether a club, firm or paper has its name behind a head noun that says no more than that it is one."""
    noun = head.entry
    if head.definite or not noun.flag("apart"):
        return False
    firm = entry.text("org_type") == "company" and "company" in noun.texts("types")
    return firm or entry.text("org_type") == "sport" or (entry.text("role") == "outlet" and not noun.flag("generic"))


def without_demonym(view: View, first: int, last: int, *, known: bool = False) -> int:
    """Return where a name ends without a bracket and the demonym of its state («أرسنال | الإنجليزي»).

    It stays where the word before it has the article («الاتصالات السعودية»), unless the name before it is `known`.
    """
    last = _before_bracket(view, first, last)
    while last - 1 > first and _national(view, last - 1) and (known or not view.has_article(last - 2)):
        last -= 1
    return last


def _before_bracket(view: View, first: int, last: int) -> int:
    """Return where a name ends before the marks in it, behind which another name of the same stands."""
    return next((k for k in range(first + 1, last) if view.norms[k] in OPENING), last)


def _national(view: View, i: int) -> bool:
    demonym = view.country(i)
    national = demonym is not None and demonym.kind == "country" and demonym.definite
    return national and not view.any(i, "adjective")  # «سوق دبي المالي» is not of Mali
