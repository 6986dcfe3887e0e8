"""When two names of people are one: what may be left out, added or exchanged, and what makes another person."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import prod

from musnad.arabic.letters import YA
from musnad.names.known import Known
from musnad.names.parts import Part
from musnad.names.words import EQUAL, is_foreign, word_score

Told = tuple[float, str]

_LONGEST = 8  # parts; what follows them is left aside
_TURNED = 0.85
_SPELLED = 0.95  # the least two spellings share that may stand in another order
_PARTS = 2
_MARKED, _UNSURE = 0.9, 0.7
_LONG_ENOUGH = 3  # letters; many Chinese and Koreans share shorter names


def people_score(first: Sequence[Part], second: Sequence[Part], known: Known) -> Told:
    """Return score and reason of two names that are not equal; symmetric."""
    first, second = first[:_LONGEST], second[:_LONGEST]
    if _numbers(first, known) != _numbers(second, known):
        return _numbered(first, second, known)
    if len(first) == len(second):
        return _as_long(first, second, known)
    short, long = (first, second) if len(first) < len(second) else (second, first)
    best: Told = (0.0, "different words")
    for places, likeness in _alignments(short, long, known):
        base, reason = _left_out(short, long, places, known)
        if base * likeness > best[0]:
            best = (base * likeness, reason)
    return best


def _numbers(name: Sequence[Part], known: Known) -> tuple[str, ...]:
    """Return the numbers of kings and popes in a name."""
    found: list[str] = []
    for part in name[1:]:
        if not part.tie and (part.article or found) and "regnal" in known.kinds(part.text):
            found.append(part.text)
    return tuple(found)


def _numbered(first: Sequence[Part], second: Sequence[Part], known: Known) -> Told:
    """Match two names of which at least one holds a number that the other has not."""
    mine, theirs = _numbers(first, known), _numbers(second, known)
    if mine and theirs:
        return 0.0, "another number"
    left, right = ([part for part in name if part.text not in {*mine, *theirs}] for name in (first, second))
    one = bool(left) and len(left) == len(right) and _as_long(left, right, known)[0] == EQUAL
    return (0.45, "a number left out") if one else (0.0, "another number")


def _as_long(first: Sequence[Part], second: Sequence[Part], known: Known) -> Told:
    """Match names of as many words: in order, else in another order."""
    scores = [word_score(a.text, b.text, known) for a, b in zip(first, second, strict=True)]
    score = prod(scores)
    if score:
        reason = "equal" if score == EQUAL else "spelling"
        unlike = min(_unlike(a, b, known) for a, b in zip(first, second, strict=True))
        if unlike == EQUAL:
            return score, reason
        sure = len(first) > _PARTS or all(a.tie == b.tie for a, b in zip(first, second, strict=True))
        return score * min(unlike, EQUAL if sure else _UNSURE), "article or descent marked"
    foreign = all(is_foreign(part.text, known) for part in (*first, *second))
    if foreign and len(first) >= _PARTS and _turned(first, second, known):
        return _TURNED, "another order"
    return 0.0, "different words"


def _unlike(one: Part, two: Part, known: Known) -> float:
    """Return what it costs that one of two equal words bears an article, or a mark of descent, and the other not."""
    if one.article != two.article and known.is_native(one.text):
        return _UNSURE
    if one.tie != two.tie and "house" in {one.tie, two.tie} and not one.article:
        return _UNSURE
    return EQUAL if one.tie == two.tie else _MARKED


def _turned(first: Sequence[Part], second: Sequence[Part], known: Known) -> bool:
    rest = list(second)
    for part in first:
        found = next((other for other in rest if word_score(part.text, other.text, known) >= _SPELLED), None)
        if found is None:
            return False
        rest.remove(found)
    return True


def _alignments(short: Sequence[Part], long: Sequence[Part], known: Known) -> Iterator[tuple[tuple[int, ...], float]]:
    """Yield where the words of the shorter name can stand in the longer one, in order, and how alike they are."""
    for places in combinations(range(len(long)), len(short)):
        pairs = [(part, long[at]) for part, at in zip(short, places, strict=True)]
        likeness = prod(word_score(one.text, two.text, known) for one, two in pairs)
        if any(one.article != two.article and known.is_native(one.text) for one, two in pairs):
            likeness *= _UNSURE
        if likeness:
            yield places, likeness


def _left_out(short: Sequence[Part], long: Sequence[Part], places: tuple[int, ...], known: Known) -> Told:
    """Return how surely the longer name is the shorter one with words that the latter leaves out."""
    if len(short) == 1:
        return _single(short[0], long, places[0], known)
    if places[0]:
        compound = places[0] == 1 and places[-1] == len(long) - 1 and long[0].text in known.latin.common
        return (0.6, "a first name left out") if compound else (0.45, "the beginning left out")
    missing = [i for i in range(len(long)) if i not in places]
    inside = [long[i] for i in missing if i < places[-1]]
    behind = [long[i] for i in missing if i > places[-1]]
    told = [_inside(short, long[places[-1]], inside, known)] if inside else []
    told += [_behind(short, behind, known)] if behind else []
    return min(told)


def _single(part: Part, long: Sequence[Part], at: int, known: Known) -> Told:
    """Match a single word with a fuller name: a family name says little, a first name less, a father's name nothing."""
    if at == len(long) - 1 and long[at].tie != "descent":
        return 0.55, "a family name alone"
    if at == 0 and not part.article and part.text not in known.latin.common:
        return 0.45, "a first name alone"
    return 0.2, "one word of several"


def _inside(short: Sequence[Part], end: Part, left_out: Sequence[Part], known: Known) -> Told:
    """Match a name with one that says more between the first and the last word of it."""
    marked = any(part.tie == "descent" for part in left_out)
    last = short[-1]
    if end.tie == "descent" and last.tie == "descent":
        return 0.35, "another father"
    if end.tie == "descent" and last.tie != "descent":
        return 0.4, "the grandfather's name"
    family = last.article or last.tie == "house" or not known.kinds(last.text) & {"given_name"}
    telling = short[0].text not in known.latin.common
    if is_foreign(short[0].text, known) and is_foreign(last.text, known):
        long = min(len(part.text) for part in short) >= _LONG_ENOUGH
        return (0.85, "a middle name left out") if long else (0.55, "a middle name left out, short ones")
    if not family:
        return 0.55, "a father's name left out"
    if marked:
        rare = telling or not _tribal(last)
        return (0.9, "a marked father's name left out") if rare else (0.7, "a father's name left out, a common name")
    return (0.8, "a middle name left out") if telling else (0.65, "a middle name left out, a common name")


def _tribal(last: Part) -> bool:
    """Say whether a family name is that of a tribe or town, which thousands bear."""
    return last.text.endswith(YA)


def _behind(short: Sequence[Part], left_out: Sequence[Part], known: Known) -> Told:
    """Match a name with one that goes on behind it."""
    telling = any(part.text not in known.latin.common for part in short)
    if left_out[-1].tie == "house":
        sure = telling and short[-1].tie == "descent"
        return (0.85, "the house left out") if sure else (0.6, "a house more")
    if short[-1].tie == "descent" and (left_out[0].tie == "descent" or left_out[0].article):
        return 0.7, "the rest of the descent left out"
    if left_out[0].tie == "descent" and short[-1].article and telling:
        return 0.8, "the descent left out"
    if left_out[0].tie == "descent":
        return 0.6, "a descent left out"
    return 0.5, "the end left out"
