"""From whom an article takes its text: what a source graph keeps of it, made of the article and of who prints it too.

An article takes from the agency or office of every dispatch that it carries; where a dispatch has none, from the outlet
that certainly printed it first; else from the agency that it credits. Outlets and agencies that the text itself names
as its sources are told apart (`quoted`): they leave it the outlet's own.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from musnad.arabic import fold_word
from musnad.corpus.outlets import agencies, agency_key, publisher
from musnad.lexicon import Lexicon
from musnad.model import Link, Published, Reading
from musnad.model.copies import Dispatch, Member
from musnad.model.documents import LATE

QUOTED = "quoted"
_CREDITED = "named"

Names = tuple[tuple[str, str], ...]
"""Sources with the key by which they are compared, for newspapers abbreviate agencies in many ways."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is kept of an article: its outlet, the number of its day, whom it credits and quotes, by key.

    `sure` is False where the day may be late. `signed` says that it names a reporter.
    """

    key: str
    outlet: str
    day: int | None = None
    sure: bool = True
    signed: bool = False
    agencies: Names = ()
    quoted: Names = ()

    @classmethod
    def of(cls, key: str, reading: Reading, lexicon: Lexicon) -> "Printed":
        """Return what is kept of a reading."""
        link = publisher(reading)
        outlet = "" if link is None else link.name
        inside = (x for s in reading.statements for x in s.chain if not x.tail and x.role in {"agency", "outlet"})
        credited = agencies(reading, lexicon)
        quoted, named = (_names(links, outlet) for links in (inside, credited))
        signed = bool(reading.article.byline) and not credited
        return cls(key, outlet, _day(reading.published), not reading.published.approximate, signed, named, quoted)

    def to_row(self) -> list[Any]:
        """Return it as plain values, without its key."""
        return [self.outlet, self.day, self.sure, self.signed, self.agencies, self.quoted]

    @classmethod
    def from_row(cls, key: str, row: Sequence[Any]) -> "Printed":
        """Return what plain values were made of."""
        outlet, day, sure, signed, credited, quoted = row
        return cls(key, outlet, day, sure, signed, _pairs(credited), _pairs(quoted))


@dataclass(frozen=True, slots=True)
class Taken:
    """One article's taking from one source, `by` which key, how many days after its first print, where that is known.

    `kind` is that of a flow; `credited` says that the article tells whom it takes from.
    """

    by: str
    source: str
    kind: str
    credited: bool
    days: int | None = None


def packed_takings(found: Iterable[Taken]) -> str:
    """Return takings as JSON."""
    rows = [[each.by, each.source, each.kind, each.credited, each.days] for each in found]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def unpacked_takings(text: str) -> tuple[Taken, ...]:
    """Return the takings that JSON was made of."""
    return tuple(Taken(*row) for row in json.loads(text))


def taken_by(printed: Iterable[Printed], dispatches: Iterable[Dispatch]) -> dict[str, tuple[Taken, ...]]:
    """Return from whom each of some articles takes, by key. All who print one of the dispatches must be among them."""
    known = {each.key: each for each in printed}
    carried: defaultdict[str, list[tuple[Dispatch, Member]]] = defaultdict(list)
    for dispatch in sorted(dispatches, key=lambda each: each.id):
        for member in dispatch.members:
            carried[member.key].append((dispatch, member))
    return {key: tuple(_takings(known[key], carried[key], known)) for key in sorted(known)}


def quotations(own: Printed, taken: Iterable[Taken]) -> tuple[Taken, ...]:
    """Return takings with what an article quotes now in the place of what it quoted before."""
    others = tuple(each for each in taken if each.kind != QUOTED)
    return (*others, *_quoted(own, {each.by for each in others}))


def _takings(own: Printed, carried: Sequence[tuple[Dispatch, Member]], known: Mapping[str, Printed]) -> Iterator[Taken]:
    """Yield from whom one article takes: the names that dispatches have come first, for a credit may be wrong."""
    found: dict[str, Taken] = {}
    quoted = dict(own.quoted)
    for dispatch, member in carried:
        first, days = _first(dispatch, own, known)
        if dispatch.agency is not None:
            source, kind, by = dispatch.agency, "agency", agency_key(dispatch.agency, dispatch.entity)
        else:
            is_release = dispatch.basis == "release"
            source, kind = ((dispatch.issuer if is_release else first) or "", "release" if is_release else "outlet")
            by = fold_word(source)
        if source and fold_word(source) != fold_word(own.outlet):
            credited = member.credit == _CREDITED or kind == "release" or by in quoted
            found.setdefault(by, Taken(by, source, kind, credited, days))
    if not found:
        found = {by: Taken(by, name, "agency", credited=True) for by, name in own.agencies}
    yield from found.values()
    yield from _quoted(own, found)


def _quoted(own: Printed, others: Iterable[str]) -> Iterator[Taken]:
    known = set(others)
    yield from (Taken(by, name, QUOTED, credited=True) for by, name in own.quoted if by not in known)


def _first(dispatch: Dispatch, own: Printed, known: Mapping[str, Printed]) -> tuple[str | None, int | None]:
    """Return the outlet that certainly printed a dispatch before an article, and the days since the first print."""
    others = [known[m.key] for m in dispatch.members if m.key != own.key]
    dated = [each for each in others if each.day is not None]
    if own.day is None or not dated:
        return None, None
    first = min(dated, key=lambda each: (each.day or 0, each.key))
    days = own.day - (first.day or 0)
    least = 1 if own.sure and first.sure else LATE + 1
    if days >= least:
        return first.outlet, days
    return None, max(0, days) if own.sure and first.sure else None


def _names(links: Iterable[Link], outlet: str) -> Names:
    """Return sources that are named and are not the outlet itself."""
    named = {agency_key(x.name, x.entity): x.name for x in links if not x.unnamed}
    return tuple((key, name) for key, name in sorted(named.items()) if fold_word(name) != fold_word(outlet))


def _pairs(found: Iterable[Sequence[str]]) -> Names:
    return tuple((key, name) for key, name in found)


def _day(published: Published) -> int | None:
    return None if published.day is None else published.day.toordinal()
