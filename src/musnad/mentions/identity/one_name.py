"""Whether the words of two names can be one person's, within an article."""

from collections.abc import Mapping

from musnad.arabic import ARTICLE
from musnad.arabic.letters import ALEF, WAW, YA

_WEAK = str.maketrans("", "", ALEF + WAW + YA)
_SKELETON = 3  # consonants that two spellings of one foreign name must share
_TWO = 2  # words of a name and a family
_WITH_FATHER = 3  # words of a name that ends with «son of» and the father


def sound(word: str) -> str:
    """Return what all spellings of a word have in common: see `_one_word`."""
    plain = _plain(word)
    return plain[0] + plain.translate(_WEAK)


def _plain(word: str) -> str:
    """Return a family name without its article, which papers write or leave out («الراشدي», «راشدي»)."""
    article = word.startswith(ARTICLE) and len(word) >= len(ARTICLE) + _SKELETON
    return word.removeprefix(ARTICLE) if article else word


def one_name(one: tuple[str, ...], two: tuple[str, ...], given: Mapping[str, bool]) -> bool:
    """Say whether two names can be one person's: the shorter one's words stand in the longer one in order."""
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    if not short:
        return False
    if len(short) == len(long) == _TWO and short == long[::-1] and not (short[0] in given and short[1] in given):
        return True  # «الكستنائي سالم»
    if len(short) == 1 and len(long) > 1 and short[0] == long[0]:
        return False  # a first name alone is too common
    rest = iter(long)
    return all(any(_one_word(word, other, given) for other in rest) for word in short)


def is_family(full: str, word: str) -> bool:
    """Say whether a word is a family name without the article that it has in full («السرحان», «سرحان»)."""
    return full.startswith(ARTICLE) and _plain(full) == word and len(word) > _SKELETON


def is_spelling(one: tuple[str, ...], two: tuple[str, ...], given: Mapping[str, bool]) -> bool:
    """Say whether two names of one family are a foreigner's, whose first name differs in its vowels or in length."""
    if len(one) != len(two) or one[1:] != two[1:] or one[-1] in given or not one[-1][_SKELETON:]:
        return False
    known = [given[name] for name in (one[0], two[0]) if name in given]
    if not all(known) or one[0][0] != two[0][0] or min(len(one[0]), len(two[0])) <= _SKELETON:
        return False
    short, long = sorted((one[0], two[0]), key=len)
    return long.startswith(short) or (len(long) - len(short) <= 1 and short.translate(_WEAK) == long.translate(_WEAK))


def is_father(name: tuple[str, ...], word: str, sons: frozenset[str]) -> bool:
    """Say whether a word names the father or house in a name that ends so («عكرمة» in «عمر بن عكرمة», «آل عكرمة»)."""
    return len(name) >= _WITH_FATHER and name[-2] in sons and name[-1] == word


def are_kin(one: tuple[str, ...], two: tuple[str, ...], sons: frozenset[str]) -> bool:
    """Say whether a name of two words or more begins where the other one names the father, behind «son of».

    «سلمان بن عبدالعزيز» is the father of «محمد بن سلمان بن عبدالعزيز».
    """
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    if len(short) == 1 or short[0] == long[0]:
        return False
    return any(long[i - 1] in sons and long[i] == short[0] for i in range(2, len(long)))


def have_two_fathers(
    short: tuple[str, ...], long: tuple[str, ...], sons: frozenset[str], given: Mapping[str, bool]
) -> bool:
    """Say whether «son of» and another father stand behind one first name («سالم بن سعيد», «سالم بن حمد بن سعيد»)."""
    if len(short) < _WITH_FATHER or short[1] not in sons or short[1] != long[1]:
        return False
    return not _one_word(short[2], long[2], given)


def _one_word(one: str, two: str, given: Mapping[str, bool]) -> bool:
    """Say whether two words are one, or two spellings of a foreign one («ليفني», «لفني»)."""
    if one == two:
        return True
    if _plain(one) == _plain(two):
        return one[-1] == YA or not (one in given or two in given)  # «الحسن» is not «حسن»
    if one.startswith(ARTICLE) and (one[-1] == YA) != (two[-1] == YA):
        return False  # «الناصر» is not «الناصري»
    native = one in given and two in given and not (given[one] and given[two])
    if one[0] != two[0] or native or abs(len(one) - len(two)) > 1:
        return False
    skeleton = one.translate(_WEAK)
    return len(skeleton) >= _SKELETON and skeleton == two.translate(_WEAK)
