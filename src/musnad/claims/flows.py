"""The source graph of a collection: from whom every outlet takes its texts, with or without credit, how much later.

An article takes from the agency or office of every dispatch that it carries; where a dispatch has none, from the outlet
that certainly printed it first; else from the agency that it credits. Outlets and agencies that the text itself names
as its sources are told apart (`quoted`): they leave it the outlet's own.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from musnad.arabic import fold_word
from musnad.claims.texts import Texts, agency_key
from musnad.lexicon import Lexicon
from musnad.model import Link, Published, Reading
from musnad.model.copies import Dispatch, Member
from musnad.model.flows import Flow, Outlet, SourceGraph

_LATE = 3  # days by which the day of a crawl may be late
_CREDITED = "named"


Names = tuple[tuple[str, str], ...]
"""Sources with the key by which they are compared, for newspapers abbreviate agencies in many ways."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the graph keeps of an article: its outlet, the number of its day, whom it credits and quotes, by key.

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
        texts = Texts({key: reading}, {}, lexicon)
        link = texts.publisher(key)
        outlet = "" if link is None else link.name
        inside = (x for s in reading.statements for x in s.chain if not x.tail and x.role in {"agency", "outlet"})
        quoted, agencies = (_names(links, outlet) for links in (inside, texts.agencies(key)))
        day = _day(reading.published)
        sure = not reading.published.approximate
        signed = bool(reading.article.byline) and not texts.agencies(key)
        return cls(key, outlet, day, sure, signed, agencies, quoted)


def _names(links: Iterable[Link], outlet: str) -> Names:
    """Return sources that are named and are not the outlet itself."""
    named = {agency_key(x.name, x.entity): x.name for x in links if not x.unnamed}
    return tuple((key, name) for key, name in sorted(named.items()) if fold_word(name) != fold_word(outlet))


@dataclass(frozen=True, slots=True)
class _Taken:
    """One article's taking from one source."""

    outlet: str
    by: str
    source: str
    kind: str
    key: str
    credited: bool
    days: int | None = None


def source_graph(printed: Iterable[Printed], dispatches: Sequence[Dispatch], lexicon: Lexicon) -> SourceGraph:
    """Return the graph of some articles and the dispatches among them, whatever their order."""
    known = {each.key: each for each in printed}
    carried: defaultdict[str, list[tuple[Dispatch, Member]]] = defaultdict(list)
    for dispatch in sorted(dispatches, key=lambda each: each.id):
        for member in dispatch.members:
            if member.key in known:
                carried[member.key].append((dispatch, member))
    taken = [each for key in sorted(known) for each in _takings(known[key], carried[key], known)]
    carrying = {each.key for each in taken if each.kind != "quoted"}
    return SourceGraph(len(known), _outlets(known, carrying, lexicon), _flows(taken))


def _takings(
    own: Printed, carried: Sequence[tuple[Dispatch, Member]], known: Mapping[str, Printed]
) -> Iterator[_Taken]:
    """Yield from whom one article takes: the names that dispatches have come first, for a credit may be wrong."""
    found: dict[str, _Taken] = {}
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
            found.setdefault(by, _Taken(own.outlet, by, source, kind, own.key, credited, days))
    if not found:
        found = {by: _Taken(own.outlet, by, name, "agency", own.key, credited=True) for by, name in own.agencies}
    yield from found.values()
    for by, name in own.quoted:
        if by not in found:
            yield _Taken(own.outlet, by, name, "quoted", own.key, credited=True)


def _first(dispatch: Dispatch, own: Printed, known: Mapping[str, Printed]) -> tuple[str | None, int | None]:
    """Return the outlet that certainly printed a dispatch before an article, and the days since the first print."""
    others = [known[m.key] for m in dispatch.members if m.key in known and m.key != own.key]
    dated = [each for each in others if each.day is not None]
    if own.day is None or not dated:
        return None, None
    first = min(dated, key=lambda each: (each.day or 0, each.key))
    days = own.day - (first.day or 0)
    least = 1 if own.sure and first.sure else _LATE + 1
    if days >= least:
        return first.outlet, days
    return None, max(0, days) if own.sure and first.sure else None


def _outlets(known: Mapping[str, Printed], carrying: Container[str], lexicon: Lexicon) -> tuple[Outlet, ...]:
    articles: defaultdict[str, list[Printed]] = defaultdict(list)
    for each in known.values():
        articles[each.outlet].append(each)
    texts = Texts({}, {}, lexicon)
    made = []
    for name, found in articles.items():
        left = [each for each in found if each.key not in carrying]
        own = sum(each.signed for each in left)
        made.append(Outlet(name, len(found), own, len(left) - own, *texts.owner(name)))
    return tuple(sorted(made, key=lambda each: (-each.articles, each.name)))


def _flows(taken: Iterable[_Taken]) -> tuple[Flow, ...]:
    groups: defaultdict[tuple[str, str, str], list[_Taken]] = defaultdict(list)
    for each in taken:
        groups[each.outlet, each.by, each.kind].append(each)
    made = []
    for (outlet, _, kind), found in groups.items():
        names = Counter(each.source for each in found)
        name = min(names, key=lambda each: (-names[each], each))
        late = [each.days for each in found if each.days is not None]
        keys = tuple(sorted(each.key for each in found))
        days = float(median(late)) if late else None
        made.append(Flow(outlet, name, kind, keys, sum(each.credited for each in found), days))
    return tuple(sorted(made, key=lambda each: (-each.articles, each.taker, each.source, each.kind)))


def _day(published: Published) -> int | None:
    return None if published.day is None else published.day.toordinal()
