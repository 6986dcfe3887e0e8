"""When two words of names are one word: a score for one pair of parts."""

from functools import lru_cache

from musnad.arabic.clitics import LAM_ARTICLE
from musnad.arabic.sounds import consonants, differ_by_dots, distance, looks_foreign, skeleton
from musnad.names.known import Known

EQUAL = 1.0
_SLIP_ONE, _SLIP_UNSURE = 0.82, 0.6
_SLIP_SHORTEST = 5  # letters; a letter in a shorter word makes another word
_FOREIGN_MOST, _NATIVE_MOST = 0.18, 0.05  # weight for each consonant, or letter, up to which two spellings are one word
_UNSURE_MOST = 0.2


@lru_cache(1 << 18)
def word_score(one: str, two: str, known: Known) -> float:
    """Return how surely two parts are one word: 1 for equal ones, 0 for different ones; symmetric."""
    if one > two:
        one, two = two, one
    if one == two or (known.share_entry(one, two) and skeleton(one) == skeleton(two)):
        return EQUAL
    told = _told(one, two, known)
    if told == EQUAL:
        return told
    bones = skeleton(one), skeleton(two)
    if bones[0] != bones[1] and not one_letter_apart(*bones):
        return 0.0
    foreign = is_foreign(one, known) and is_foreign(two, known)
    weight = distance(one, two, foreign=foreign)
    ratio = weight / (min(consonants(one), consonants(two)) if foreign else max(len(one), len(two)))
    if told is None and ratio <= (_FOREIGN_MOST if foreign else _NATIVE_MOST):
        return 1 - ratio
    if told is not None:
        return _spelled_so(ratio, foreign=foreign)
    unsure = ratio <= _UNSURE_MOST or known.of_faith(one, two)
    return max(_slip(one, two, known), _SLIP_UNSURE if unsure else 0.0)


def _spelled_so(ratio: float, *, foreign: bool) -> float:
    """Return the score of two parts that are known for two names: near ones may be one man's («جوزيه», «خوسيه»)."""
    if foreign:
        return _SLIP_UNSURE if ratio <= _FOREIGN_MOST else 0.0
    return 1 - ratio if ratio <= _NATIVE_MOST else 0.0


def is_foreign(part: str, known: Known) -> bool:
    """Say whether a part is, or looks like, no name of Arabs."""
    return known.is_foreign(part) or (looks_foreign(part) and not known.is_native(part) and not known.is_word(part))


def _told(one: str, two: str, known: Known) -> float | None:
    """Return what is known of two parts: that they are one name, or two; None where that is not known."""
    first, second = known.latin.get(one), known.latin.get(two)
    if "foreign" in first and "foreign" in second:
        return EQUAL if first["foreign"] == second["foreign"] else 0.0
    shared = {*map(str.lower, first.values())} & {*map(str.lower, second.values())}
    if shared and ("foreign" in first or "foreign" in second):
        return EQUAL
    if known.is_native(one) and known.is_native(two):
        return 0.0
    return None


def _slip(one: str, two: str, known: Known) -> float:
    """Return the score of two words that differ by one letter: surest where only one of them is a word."""
    if min(len(one), len(two)) < _SLIP_SHORTEST or not one_letter_apart(one, two):
        return 0.0
    if LAM_ARTICLE[0] + one == two or LAM_ARTICLE[0] + two == one:
        return _SLIP_ONE  # the article lost its alef («لرئاسة»)
    if one[0] != two[0] or not _slips(one, two):
        return 0.0
    if len(one) != len(two) and not (known.is_foreign(one) or known.is_foreign(two)):
        return _SLIP_UNSURE  # so do two families differ («المساري», «المسماري»)
    words = bool(known.forms(one)) + bool(known.forms(two))
    return (_SLIP_UNSURE, _SLIP_ONE, 0.0)[words]


def _slips(one: str, two: str) -> bool:
    """Say whether the letter that differs is missing, exchanged with its neighbour, or differs by its dots alone."""
    wrong = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    return len(one) != len(two) or len(wrong) > 1 or differ_by_dots(*wrong[0])


def one_letter_apart(one: str, two: str) -> bool:
    """Say whether one letter is wrong, missing or too many, or two neighbours are exchanged.

    >>> one_letter_apart("abcd", "abd"), one_letter_apart("abcd", "acbd"), one_letter_apart("abcd", "abef")
    (True, True, False)
    """
    if abs(len(one) - len(two)) > 1:
        return False
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    first, second = one[start:], two[start:]
    if len(first) == len(second):
        return first[1:] == second[1:] or (first[:2] == second[1::-1] and first[2:] == second[2:])
    return first[1:] == second or first == second[1:]
