"""When two names are one, whichever article they come from.

A verdict is about names, not about people: two people can bear one name, and callers who know more (a country, an
office, the ids of the knowledge base) must use it. Scores at or above `SAME` may be merged; from `POSSIBLE` on, names
stay apart until somebody decides. The benchmark in `benchmarks/names` says how often that is right.
"""

from dataclasses import dataclass

from musnad.arabic.sounds import consonants
from musnad.names.keys import SHORTEST_SPELLING, keys
from musnad.names.known import Known
from musnad.names.parts import Part, is_head, letters, parts, without_head
from musnad.names.people import people_score
from musnad.names.words import word_score

SAME, POSSIBLE = 0.75, 0.4
_BODY_WORD = 0.75  # the least that every word of the name of a body or place must share
_LEFT_OUT = 0.5
_TOGETHER = 0.95
_SINGLE_SHORTEST, _SINGLE_LEAST = 4, 0.92  # consonants; what the two spellings share
_UNLISTED = 0.7
_ALONE = 0.6  # a single given name, or a short one in two spellings


@dataclass(frozen=True, slots=True)
class Match:
    """What two names are to each other: `verdict` is same, possible or different; `reason` says what decided."""

    score: float
    reason: str

    @property
    def verdict(self) -> str:
        """Return what the score means."""
        return "same" if self.score >= SAME else "possible" if self.score >= POSSIBLE else "different"


def same_name(one: str, two: str, known: Known, *, kind: str = "person") -> Match:
    """Return how surely two names are one. Symmetric, and a name is the same as itself unless it tells nobody apart.

    `kind` is that of the entities; the names must be proper names, not roles («الرئيس التركي» says no name). A single
    given name is only possibly the same as itself: too many bear it. Nothing is the same as a name without letters.
    """
    if (one, kind) > (two, kind):
        one, two = two, one
    first, second = parts(one, known), parts(two, known)
    if not first or not second:
        return Match(0.0, "no name")
    if letters(one) == letters(two) and len(letters(one)) >= SHORTEST_SPELLING and max(len(first), len(second)) > 1:
        return Match(1.0, "equal letters")
    match = _person(one, two, known) if kind == "person" else _body(first, second, known, place=kind == "place")
    one_of_several = match.score < SAME and 1 in {len(first), len(second)}
    if match.score < POSSIBLE or one_of_several:
        return match
    apart = keys(one, known, kind=kind).isdisjoint(keys(two, known, kind=kind))
    return Match(0.0, "no key in common") if apart else match


def _person(one: str, two: str, known: Known) -> Match:
    first, second = parts(one, known), parts(two, known)
    told = known.person(one), known.person(two)
    if all(told):
        return Match(1.0, "known person") if told[0] & told[1] else Match(0.0, "two known people")
    if first == second:
        return _equal(first, known)
    score, reason = people_score(first, second, known)
    if first[0].text in known.latin.common and any(told) and len(first) != len(second):
        score = min(score, _UNLISTED)  # the forms of a known person are listed, and this one is not among them
    if len(first) == len(second) == 1 and score < 1:
        score = min(score, _single(first[0].text, second[0].text, score))
    if score < SAME and len(first) != len(second):
        together = word_score(_joined(first), _joined(second), known)
        if together >= _TOGETHER and min(len(first), len(second)) > 1:
            return Match(_TOGETHER, "written together")
    return Match(score, reason)


def _single(one: str, two: str, score: float) -> float:
    """Return the score of two spellings of a single word: only a long one is sure without a word beside it."""
    sure = min(len(one), len(two)) >= SHORTEST_SPELLING and consonants(one) >= _SINGLE_SHORTEST
    return score if sure and score >= _SINGLE_LEAST else _ALONE


def _equal(name: tuple[Part, ...], known: Known) -> Match:
    (part, *more) = name
    if not more and known.is_native(part.text) and "given_name" in known.kinds(part.text) and not part.article:
        return Match(_ALONE, "one given name")
    return Match(1.0, "equal")


def _joined(name: tuple[Part, ...]) -> str:
    return "".join(part.text for part in name)


def _body(first: tuple[Part, ...], second: tuple[Part, ...], known: Known, *, place: bool) -> Match:
    """Match names of bodies and places word by word: word order and every word count."""
    if place:
        heads = first[0], second[0]
        first, second = without_head(first, known), without_head(second, known)
        if all(is_head(part, known) for part in heads) and heads[0] != heads[1]:
            return Match(min(_LEFT_OUT, _body(first, second, known, place=False).score), "places of two kinds")
    if len(first) != len(second):
        short, long = sorted((first, second), key=len)
        if len(short) > 1 and not place and _least(short, long[: len(short)], known) >= _BODY_WORD:
            return Match(_LEFT_OUT, "one says more")
        return Match(0.0, "different words")
    score = _least(first, second, known)
    if len(first) == 1 and score < 1:
        score = min(score, _single(first[0].text, second[0].text, score))
    if score < _BODY_WORD:
        return Match(min(score, _LEFT_OUT), "words perhaps the same" if score else "different words")
    return Match(score, "equal" if score == 1 else "spelling")


def _least(first: tuple[Part, ...], second: tuple[Part, ...], known: Known) -> float:
    return min(word_score(a.text, b.text, known) for a, b in zip(first, second, strict=True))
