"""Enumerations: what stands between names that are sure is judged by them.

In «سالم كامل، وشيا لابوف، ومروان حداد» the middle one is a person although no list knows it, in «العراق وفارس ومصر» it
is a place although people are called so. A name of a person that stops before its mark takes in the words up to it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from musnad.arabic import AND
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.places.find import known_place
from musnad.mentions.proper.listed import gives_name, is_listed_person, is_listed_place, is_more
from musnad.mentions.view import View
from musnad.model import Node

PERSON, PLACE = "mentions.person.listed", "mentions.place.listed"
_FREE = "mentions.person.name"
_KINDS = frozenset({"person", "place"})
_COMMAS = frozenset("،,؛")
_LONGEST = 4  # words of an item
_REMARK = 7  # tokens of a remark in brackets, with these
_FULL = 2  # words of a name


class _Item(NamedTuple):
    """Tokens `[first, last)` of an enumeration, and the offset at which they start behind «and»."""

    first: int
    last: int
    start: int


def listed(view: View, found: list[Found]) -> list[Found]:
    """Return phrases with what stands among enumerated names of people or places, and these names up to their marks."""
    return _Enumerations(view, found).judged()


class _Enumerations:
    """The names of an article by where they start and end."""

    __slots__ = ("covered", "ends", "found", "gone", "new", "starts", "view")

    def __init__(self, view: View, found: list[Found]) -> None:
        """Take the phrases of an article."""
        self.view = view
        self.found = found
        self.new: list[Found] = []
        self.gone: list[Found] = []
        self.starts: dict[int, Found] = {}
        self.ends: dict[int, Found] = {}
        self.covered: dict[int, Found] = {}
        for phrase in found:
            if phrase.kind in _KINDS and phrase.name is not None:
                self.starts[phrase.first] = self.ends[phrase.last] = phrase
            for i in range(phrase.first, phrase.last):
                self.covered.setdefault(i, phrase)

    def judged(self) -> list[Found]:
        """Return all phrases, with those that their neighbours make names."""
        for phrase in [*self.starts.values()]:
            if self._is_city(phrase):
                phrase = self._city(phrase)  # noqa: PLW2901 - goes on with what it is
            one: Found | None = self._longer(phrase) or phrase
            while one is not None:
                one = self._next(one)
        if not (self.new or self.gone):
            return self.found
        return sorted([f for f in self.found if f not in self.gone] + self.new, key=lambda f: (f.first, -f.last))

    def _next(self, phrase: Found) -> Found | None:
        """Return the name that the item behind a name is by its neighbours, or None."""
        item = self._item(self._behind(phrase.last))
        if item is None or item.first in self.starts:
            return None
        inside = {self.covered[i] for i in range(item.first, item.last) if i in self.covered}
        beside = [f for f in (phrase, self._following(item.last)) if f is not None]
        beside += [f for f in (self._preceding(phrase),) if f is not None and self._closed(item)]
        if len(beside) < _FULL or any(f.kind != phrase.kind for f in beside):
            return None
        made = self._person(item, beside) if phrase.kind == "person" else self._place(item)
        if made is None or not all(_gives_way(f, item) for f in inside):
            return None
        self.gone += inside
        return self._put(made)

    def _put(self, made: Found) -> Found:
        self.new.append(made)
        self.starts[made.first] = self.ends[made.last] = made
        return made

    def _longer(self, phrase: Found) -> Found | None:
        """Return a name between enumerated ones with the words up to its mark, or None where it goes as far."""
        view, last = self.view, phrase.last
        if phrase.kind != "person" or phrase.name is None or phrase.name[1] != last or self._behind(last):
            return None
        if not view.same_sentence(last - 1, last) or view.norms[last].startswith(AND):
            return None
        item = self._item((last, view.units.starts[last]))
        before = self._preceding(phrase)
        if item is None or before is None or any(i in self.covered for i in range(last, item.last)):
            return None
        beside = (before, self._following(item.last) or self._preceding(before))
        if any(f is None or f.kind != "person" for f in beside) or not is_more(view, phrase.name, item.last):
            return None
        nodes = tuple(Node("name", PERSON, view.units.starts[k], view.units.ends[k]) for k in range(last, item.last))
        made = phrase._replace(
            last=item.last,
            end=view.units.ends[item.last - 1],
            name=(phrase.name[0], item.last),
            nodes=(*phrase.nodes, *nodes),
        )
        self.gone.append(phrase)
        return self._put(made)

    def _is_city(self, phrase: Found) -> bool:
        """Say whether one word that is a name of people too stands between two places («أدرار، بشار، تلمسان»)."""
        if (
            phrase.rule != _FREE
            or phrase.last > phrase.first + 1
            or phrase.start > self.view.units.starts[phrase.first]
        ):
            return False
        before, after = self._preceding(phrase), self._following(phrase.last)
        return all(f is not None and f.kind == "place" and f.last == f.first + 1 for f in (before, after))

    def _city(self, phrase: Found) -> Found:
        """Return a name of people as that of a place."""
        self.gone.append(phrase)
        return self._put(self._named(_Item(phrase.first, phrase.last, phrase.start), PLACE, "place"))

    def _behind(self, i: int) -> tuple[int, int] | None:
        """Return the token and offset at which the next item starts behind the mark or «and» at a token, or None."""
        view = self.view
        if not i or not view.same_sentence(i - 1, i):
            return None
        if view.norms[i] == "(":
            i = next((k + 1 for k in range(i, min(i + _REMARK, len(view.norms))) if view.norms[k] == ")"), i)
        mark = i < len(view.norms) and view.norms[i] in _COMMAS | {AND}
        i += mark
        if i >= len(view.norms) or not view.same_sentence(i - 1, i):
            return None
        joined = _joined(view, i)
        if joined is not None:
            return i, joined
        return (i, view.units.starts[i]) if mark else None

    def _item(self, at: tuple[int, int] | None) -> _Item | None:
        """Return the words up to the next mark, «and» or remark, or None where these are none or too many."""
        if at is None:
            return None
        view, (first, start) = self.view, at
        last = first
        while last < len(view.norms) and view.same_sentence(first, last) and view.norms[last][0].isalpha():
            if last > first and (_joined(view, last) is not None or view.norms[last] == AND):
                break
            if last - first == _LONGEST:
                return None
            last += 1
        return _Item(first, last, start) if last > first else None

    def _following(self, last: int) -> Found | None:
        """Return the name that starts behind the mark at a token."""
        at = self._behind(last)
        return None if at is None else self.starts.get(at[0])

    def _preceding(self, phrase: Found) -> Found | None:
        """Return the name that ends before the mark or «and» before a phrase."""
        view, first = self.view, phrase.first
        joined = phrase.start > view.units.starts[first]
        marked = first > 0 and view.norms[first - 1] in _COMMAS | {AND} and view.same_sentence(first - 1, first)
        return self.ends.get(first - marked) if joined or marked else None

    def _closed(self, item: _Item) -> bool:
        """Say whether a mark or the end of the sentence stands behind an item."""
        return not self.view.same_sentence(item.first, item.last) or not self.view.norms[item.last][0].isalnum()

    def _person(self, item: _Item, beside: list[Found]) -> Found | None:
        full = [f for f in beside if f.name is not None and f.name[1] - f.name[0] >= _FULL]
        if not is_listed_person(self.view, item.first, item.last, full=bool(full)):
            return None
        given = gives_name(self.view, item.first)
        made = self._named(item, PERSON, "person")
        return made._replace(gender=given.entry.text("gender") or None if given is not None else None)

    def _place(self, item: _Item) -> Found | None:
        view = self.view
        for hit in _places(view, item):
            return known_place(view, hit)
        if item.last - item.first > 1 or not is_listed_place(view, item.first):
            return None
        return self._named(item, PLACE, "place")

    def _named(self, item: _Item, rule: str, kind: str) -> Found:
        units = self.view.units
        end = units.ends[item.last - 1]
        nodes = tuple(
            Node("name", rule, item.start if k == item.first else units.starts[k], units.ends[k])
            for k in range(item.first, item.last)
        )
        return Found(
            first=item.first,
            last=item.last,
            start=item.start,
            end=end,
            kind=kind,
            subkind=None,
            rule=rule,
            nodes=nodes,
            name=(item.first, item.last),
            name_start=item.start,
            definite=True,
        )


def _gives_way(inner: Found, item: _Item) -> bool:
    """Say whether a phrase inside an item may be a part of a name: a role, or one word of it."""
    if inner.kind != "person" or inner.first < item.first or inner.last > item.last:
        return False
    return inner.name is None or inner.last == inner.first + 1


def _places(view: View, item: _Item) -> Iterator[Hit]:
    """Yield what the lexicon knows as a place and is the whole item."""
    for hit in (view.land(item.first), view.at(item.first, "place")):
        if hit is not None and hit.last == item.last and hit.start == item.start:
            yield hit


def _joined(view: View, i: int) -> int | None:
    """Return the offset behind the «and» with which a token begins, or None; what nobody knows begins with one too."""
    norm, units = view.norms[i], view.units
    if not norm.startswith(AND) or norm == AND:
        return None
    known = [hit for hit in view.all(i) if hit.kind != "adjective" or hit.prefix]
    if known:
        if not all(hit.prefix for hit in known) or not any(hit.prefix.startswith(AND) for hit in known):
            return None
    elif len(norm) - len(AND) <= _FULL:
        return None
    return units.origin(units.folded_starts[i] + len(AND))
