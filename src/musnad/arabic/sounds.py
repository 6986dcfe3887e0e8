"""How far apart two spellings of a name sound: pure functions on folded words without article.

Newspapers write foreign names by ear: long vowels come and go, «غ», «ج», «ك», «ق» all stand for g, «س» and «ش» for the
end of a Portuguese name. In Arabic names the same letters tell people apart, so there they weigh more.
"""

from functools import lru_cache

from musnad.arabic.letters import ALEF, HA, HAMZA, TA, WAW, YA

_WEAK = frozenset({ALEF, WAW, YA, HAMZA})
_VOWELS = frozenset({ALEF, WAW, YA})
_NATIVE = frozenset("حعصضظذ")
"""Letters that newspapers do not use for sounds of other languages."""

_ALIKE = ("غجكق", "تطث", "سصزشث", "دضذ", "بف", "فو", "هحخ", "ذز", "شج", "عا")
"""Letters by which one foreign sound is written."""

_NEAR = frozenset((a, b) for letters in _ALIKE for a in letters for b in letters if a != b)
_NATIVE_NEAR = frozenset({("ض", "ظ"), ("ظ", "ض")})
_SHAPES = str.maketrans("تثنيخحذزشضظغق", "ببببججدرسصطعف")
_LATIN = {
    **dict.fromkeys(map(ord, "اويءع"), None),
    **str.maketrans("بفتطدثجغقكخسصشزذضظحهرلمن", "bbttttkkkkkssssssshhrlnn"),
}
_CLASSES = str.maketrans("غجكقطثصزشذضظفحخ", "ققققتتسسسددضبهه")

FREE, CHEAP, LIKELY, HALF, WRONG = 0.1, 0.2, 0.3, 0.6, 1.0
"""What a difference weighs, by how easily one name is written in both ways."""

_FRONTED = 0.35  # «هاغل», «هيغل»
_ROUNDED = 0.5  # «الاسكا», «الوسكا»


def looks_foreign(word: str) -> bool:
    """Say whether a word holds no letter that only Arabic words have.

    >>> looks_foreign("نتنياهو"), looks_foreign("عريقات")
    (True, False)
    """
    return _NATIVE.isdisjoint(word)


@lru_cache(1 << 16)
def skeleton(word: str) -> str:
    """Return what all spellings of a word share: its consonants by class, none twice in a row.

    >>> skeleton("غوتيريش") == skeleton("جوتيريس")
    True
    """
    kept: list[str] = []
    ending = word[:-1] if len(word) > 2 and word[-1] == HA else word
    for letter in ending.translate(_CLASSES):
        if letter not in _WEAK and letter != "ع" and (not kept or kept[-1] != letter):
            kept.append(letter)
    return "".join(kept)


def latin_classes(word: str) -> str:
    """Return the consonants of a word as one Latin letter for each class of sounds, w and y left aside.

    >>> latin_classes("كوشنير")
    'ksnr'
    """
    return word.translate(_LATIN)


def differ_by_dots(one: str, two: str) -> bool:
    """Say whether two letters have one shape, so that a slip or a bad scan takes one for the other.

    >>> differ_by_dots("ر", "ز"), differ_by_dots("ب", "س")
    (True, False)
    """
    return one.translate(_SHAPES) == two.translate(_SHAPES)


def consonants(word: str) -> int:
    """Return how many letters of a word are no long vowels, and at least two."""
    return max(2, sum(letter not in _WEAK for letter in word))


@lru_cache(1 << 16)
def distance(one: str, two: str, *, foreign: bool) -> float:
    """Return the weight of the cheapest way to turn one spelling into the other: 0 for equal words, symmetric.

    >>> distance("نتنياهو", "نتانياهو", foreign=True) < distance("سعد", "سعيد", foreign=False)
    True
    """
    rows = [[0.0]]
    for j, letter in enumerate(two):
        rows[0].append(rows[0][j] + _alone(two, j, letter, foreign=foreign))
    for i, mine in enumerate(one):
        row = [rows[i][0] + _alone(one, i, mine, foreign=foreign)]
        for j, theirs in enumerate(two):
            best = min(
                rows[i][j] + _swap(mine, theirs, ending=i + 1 == len(one) and j + 1 == len(two), foreign=foreign),
                rows[i][j + 1] + _alone(one, i, mine, foreign=foreign),
                row[j] + _alone(two, j, theirs, foreign=foreign),
            )
            if i and j and one[i - 1] == theirs and mine == two[j - 1] and mine != theirs:
                best = min(best, rows[i - 1][j - 1] + HALF)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _alone(word: str, at: int, letter: str, *, foreign: bool) -> float:
    """Return what a letter weighs that the other spelling has not."""
    before, after = word[at - 1 : at] if at else "", word[at + 1 : at + 2]
    if letter == HAMZA:
        return FREE
    if letter == before:
        return CHEAP
    if letter in _VOWELS:
        nisba = letter == YA and at == len(word) - 1  # «جوليان», «جولياني»
        return CHEAP if foreign and not nisba else HALF
    if foreign and letter == TA and after in {"ش", "س"}:
        return LIKELY  # «تشافيز», «شافيز»
    return WRONG


def _swap(mine: str, theirs: str, *, ending: bool, foreign: bool) -> float:
    """Return what it weighs that two spellings have different letters in one place."""
    if mine == theirs:
        return 0.0
    if ending and {mine, theirs} == {ALEF, HA}:
        return FREE if foreign else HALF
    if mine in _VOWELS and theirs in _VOWELS:
        if not foreign:
            return HALF
        pair = {mine, theirs}
        return _FRONTED if pair == {ALEF, YA} else _ROUNDED if pair == {ALEF, WAW} else WRONG
    if foreign:
        return LIKELY if (mine, theirs) in _NEAR else WRONG
    return LIKELY if (mine, theirs) in _NATIVE_NEAR else WRONG
