"""The source graph of a collection: who takes from whom, with or without credit, how much later; what is one's own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from musnad.corpus.outlets import owner
from musnad.corpus.takings import QUOTED, Printed, Taken
from musnad.lexicon import Lexicon
from musnad.model.flows import Flow, Outlet, SourceGraph

Prints = Sequence[tuple[Printed, Sequence[Taken]]]
"""Articles with what they take from others."""


def source_graph(prints: Prints, lexicon: Lexicon) -> SourceGraph:
    """Return the graph of some articles, whatever their order."""
    ordered = sorted(prints, key=lambda each: each[0].key)
    return SourceGraph(len(ordered), _outlets(ordered, lexicon), _flows(ordered))


def _outlets(prints: Prints, lexicon: Lexicon) -> tuple[Outlet, ...]:
    articles: defaultdict[str, list[tuple[Printed, bool]]] = defaultdict(list)
    for printed, taken in prints:
        articles[printed.outlet].append((printed, any(each.kind != QUOTED for each in taken)))
    made = []
    for name, found in articles.items():
        left = [printed for printed, carries in found if not carries]
        own = sum(printed.signed for printed in left)
        made.append(Outlet(name, len(found), own, len(left) - own, *owner(name, None, lexicon)))
    return tuple(sorted(made, key=lambda each: (-each.articles, each.name)))


def _flows(prints: Prints) -> tuple[Flow, ...]:
    groups: defaultdict[tuple[str, str, str], list[tuple[str, Taken]]] = defaultdict(list)
    for printed, taken in prints:
        for each in taken:
            groups[printed.outlet, each.by, each.kind].append((printed.key, each))
    made = [_flow(outlet, kind, found) for (outlet, _, kind), found in groups.items()]
    return tuple(sorted(made, key=lambda each: (-each.articles, each.taker, each.source, each.kind)))


def _flow(outlet: str, kind: str, found: Iterable[tuple[str, Taken]]) -> Flow:
    keys, taken = zip(*found, strict=True)
    names = Counter(each.source for each in taken)
    name = min(names, key=lambda each: (-names[each], each))
    late = [each.days for each in taken if each.days is not None]
    days = float(median(late)) if late else None
    return Flow(outlet, name, kind, tuple(sorted(keys)), sum(each.credited for each in taken), days)
