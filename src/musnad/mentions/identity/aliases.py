"""Two names of one person: tied by the text («المكنى بأبي …», a nickname in brackets), or spelled in two ways."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from musnad.arabic import AND
from musnad.mentions.found import Found
from musnad.mentions.identity.one_name import is_family, is_spelling
from musnad.mentions.identity.reaching import is_told
from musnad.mentions.person import Person
from musnad.mentions.view import CLOSING, COMMAS, OPENING, View

_LONGEST = 6  # tokens between a name and the alias


def alias_pairs(view: View, found: Sequence[Found], named: Mapping[int, Person]) -> Iterator[tuple[int, int]]:
    """Yield the places in `found` of a name and of the alias behind it."""
    for i, j in pairwise(sorted(named)):
        name = found[j].name
        between = range(found[i].last, name[0] if name is not None else 0)
        near = 0 < len(between) <= _LONGEST and view.same_sentence(found[i].last - 1, found[j].first)
        if near and (_ties(view, between) or _bracketed(view, found[j], between)):
            yield i, j


def respelled(
    view: View, found: Sequence[Found], named: Mapping[int, Person], given: Mapping[str, bool]
) -> Iterator[tuple[int, int]]:
    """Yield the places in `found` of a full name and of another spelling of it.

    That is a family that speaks without its article though it is a first name too («وائل السرحان», «وقال سرحان»), or
    a foreigner's first name with other vowels or cut short before the same family («ماكسيميليان», «ماكس»).
    """
    first: dict[int, int] = {}
    for i in sorted(named):
        first.setdefault(named[i].number, i)
    people = {number: named[i] for number, i in first.items()}
    full = [person for person in people.values() if len(person.words) > 1]
    for number, i in first.items():
        words = people[number].words
        if len(words) == 1:
            told = any(found[j].head is None and is_told(view, found[j]) for j in named if named[j].number == number)
            alike = [p for p in full if is_family(p.words[-1], words[0])] if told else []
            called = any(person.words[0] == words[0] for person in full)
        else:
            alike = [p for p in full if p.number < number and is_spelling(p.words, words, given)]
            called = False
        if len(alike) == 1 and not called:
            yield first[alike[0].number], i


def _ties(view: View, between: range) -> bool:
    """Say whether all words between two names only say that the second is an alias."""
    words = [i for i in between if view.norms[i] not in OPENING | CLOSING | COMMAS]
    hits = [view.at(i, "alias_word") for i in words]
    ties = [hit for hit in hits if hit is not None and not hit.entry.flag("joins")]
    last = max((hit.last for hit in hits if hit is not None), default=0)
    others = [i for i, hit in zip(words, hits, strict=True) if hit is None]
    return bool(ties) and all(i < last and not _is_another(view, i) for i in others)


def _is_another(view: View, i: int) -> bool:
    """Say whether a word begins somebody else («وأمه المطربة الشهيرة …»)."""
    return view.norms[i].startswith(AND) or view.any(i, "role")


def _bracketed(view: View, alias: Found, between: range) -> bool:
    """Say whether a nickname that begins with «father of» stands in brackets right behind a name."""
    opens = view.at(between.stop, "name_particle")
    if opens is None or not opens.entry.flag("opens") or opens.entry.flag("kin"):
        return False
    marked = len(between) == 1 and view.norms[between.start] in OPENING
    return marked and alias.last < len(view.norms) and view.norms[alias.last] in CLOSING
