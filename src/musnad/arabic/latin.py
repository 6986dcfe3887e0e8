"""Latin letters for one Arabic word: a scheme that needs no knowledge of the word.

Consonants after BGN/PCGN without marks (ع and hamza are not written); long vowels as a, i, u. Newspapers write no short
vowels; where a word could not be spoken without one, a neutral vowel stands in: `a`, and `i` behind a long a
(«خالدي»). In foreign words و is `o`, غ is `g`, the neutral vowel is `e`, and clusters that Europeans speak stay whole.
The neutral vowel is a convention and no claim about the pronunciation.
"""

import re

from musnad.arabic.letters import ALEF, DELETED, PRESENTATION, TA_MARBUTA, WAW, YA

_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "ة": "", "پ": "p", "چ": "ch", "ژ": "zh", "ڤ": "v", "ڥ": "v", "گ": "g", "ک": "k",
    "ڪ": "k", "ہ": "h", "ھ": "h", "ء": "", "ئ": "", "ؤ": "",
}  # fmt: skip
_FOREIGN = {**_CONSONANTS, "غ": "g", "ث": "th", "ق": "k"}
_VOWELS = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ۀ": "a"}
_YAS = frozenset("يیېے")
_CARRIERS = frozenset("أإآٱا")
_PAIR = 2
_OPENING = "e"  # a vowel that opens the word is no long one
_NISBA, _AFTER_NISBA = "iy", frozenset({WAW, YA, TA_MARBUTA})
_LIQUID, _HISSED = frozenset("lr"), frozenset({"t", "k", "p", "b", "f", "m", "n", "l"})
_BEFORE_STOP, _STOPS = frozenset({"r", "l", "n", "m", "s"}), frozenset({"t", "d", "k", "g", "s", "z", "p", "b", "f"})

_TWO_CONSONANTS = re.compile("[" + "".join(c for c in _CONSONANTS if c != TA_MARBUTA) + "]{2}")

_ACTIVE = re.compile("م(?:ت|[^اوي]ا[^اوي][^اوي]).")
"""How participles begin that have a u behind their first letter."""

_SLAVIC = re.compile("of(?=a?$)")
"""How Russians end in Arabic letters."""

Sound = tuple[bool, str]
"""Whether it is a vowel, and its letters."""


def romanize(word: str, *, foreign: bool = False) -> str:
    """Return one word in small Latin letters; what is no Arabic letter stays.

    >>> romanize("مكتوب"), romanize("بلينكن", foreign=True)
    ('maktub', 'blinken')
    """
    letters = "".join(PRESENTATION.get(c, c) for c in word if c not in DELETED)
    sounds = _sounds(letters, foreign=foreign)
    spoken: list[str] = []
    if not foreign and _ACTIVE.match(letters):
        sounds.insert(1, (True, "u"))
    for start, end in _runs(sounds):
        run = [letters for _, letters in sounds[start:end]]
        before = sounds[start - 1][1] if start > 1 else _OPENING if start else ""
        spoken += _with_vowels(run, before, last=end == len(sounds), foreign=foreign)
        spoken += [sounds[end][1]] if end < len(sounds) else []
    latin = "".join(spoken)
    return _SLAVIC.sub("ov", latin) if foreign else latin


def _runs(sounds: list[Sound]) -> list[tuple[int, int]]:
    """Return the runs of consonants, empty ones between two vowels included."""
    runs: list[tuple[int, int]] = []
    start = 0
    for i, (vowel, _) in enumerate(sounds):
        if vowel:
            runs.append((start, i))
            start = i + 1
    runs.append((start, len(sounds)))
    return runs


def _sounds(word: str, *, foreign: bool) -> list[Sound]:
    """Return the sounds that a word writes."""
    consonants = _FOREIGN if foreign else _CONSONANTS
    sounds: list[Sound] = []
    for i, letter in enumerate(word):
        vowel_before = bool(sounds) and sounds[-1][0]
        after = word[i + 1] if i + 1 < len(word) else ""
        if letter == WAW or letter in _YAS:
            sounds.append(_glide(letter, sounds, after, foreign=foreign))
            if len(sounds) > 1 and i == 1 and word[0] in _CARRIERS and sounds[1][0]:
                del sounds[0]  # «أو», «إي» at the beginning are one vowel
        elif letter in _VOWELS:
            if letter == ALEF and vowel_before and sounds[-1][1] == "a":
                continue
            opening = letter == ALEF and i == 0 and not foreign and _TWO_CONSONANTS.match(word, 1)
            sounds.append((True, "i" if opening else _VOWELS[letter]))
        elif letter == TA_MARBUTA or (foreign and letter == "ه" and not after and not vowel_before):
            sounds.append((True, "a"))
        elif letter in consonants:
            sounds.append((False, consonants[letter]))
        else:
            sounds.append((False, letter))
    return sounds


def _glide(letter: str, sounds: list[Sound], after: str, *, foreign: bool) -> Sound:
    """Return waw or ya as a vowel or as a consonant."""
    back = letter == WAW
    consonant, vowel = ("w", "o" if foreign else "u") if back else ("y", "i")
    if not sounds:
        return (False, consonant)
    carried = len(sounds) == 1 and sounds[0][0]
    if sounds[-1] == (True, _NISBA):
        return (True, vowel)
    if sounds[-1][0] and not carried:
        return (False, consonant)
    opens = after in _VOWELS or after in {WAW, YA, TA_MARBUTA}
    if opens and after and not foreign:
        ending = after in _AFTER_NISBA and not back and len(sounds) > 1
        return (True, _NISBA) if ending else (False, consonant)
    return (True, vowel)


def _with_vowels(run: list[str], before: str, *, last: bool, foreign: bool) -> list[str]:
    """Return a run of consonants with the neutral vowels without which it could not be spoken.

    `before` is the vowel before it, nothing at the beginning of the word; `last` says that no vowel follows.
    """
    if len(run) == 1 and (last or before):
        return run
    if foreign and _speakable(run, last=last, inside=bool(before)):
        return run
    if not foreign and before == "a" and len(run) == _PAIR:
        return [run[0], "i", run[1]]
    neutral = "e" if foreign else "a"
    left = list(run if last else run[:-1])
    ending = [] if last else run[-1:]  # it opens the syllable of the vowel behind it
    closing = left[:1] if before and (not last or len(left) > _PAIR) else []  # closes that of the vowel before it
    del left[: len(closing)]
    while len(left) >= _PAIR:
        ending = [left[-2], neutral, left[-1], *ending]
        del left[-2:]
    return [*closing, *left, *([neutral] if left else []), *ending]


def _speakable(run: list[str], *, last: bool, inside: bool) -> bool:
    """Say whether Europeans speak two consonants together."""
    if len(run) != _PAIR:
        return inside and not last and len(run) == _PAIR + 1
    if last:
        return inside and run[0] in _BEFORE_STOP and run[1] in _STOPS
    return inside or run[1] in _LIQUID or (run[0] == "s" and run[1] in _HISSED)
