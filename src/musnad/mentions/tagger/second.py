"""A second opinion beside the rules: what a model takes for names where the rules found nothing."""

from collections.abc import Iterable, Sequence

from musnad.arabic import AND, ARTICLE
from musnad.mentions.found import Found
from musnad.mentions.view import View
from musnad.mentions.word_shapes import WEAK
from musnad.model import Node
from musnad.names.signals import NO_NAME, Named, NameSignal

RULE = "mentions.model.name"
_SHORTEST = 5  # letters of a word that holds an «and» and a name


def cover_of(found: Iterable[Found]) -> dict[int, str]:
    """Return what phrases read at each token: the kind of a name, or the kind of a phrase behind a sign."""
    cover: dict[int, str] = {}
    for phrase in found:
        name = range(*phrase.name) if phrase.name is not None else range(0)
        for i in range(phrase.first, phrase.last):
            if i in name:
                cover[i] = phrase.kind
            else:
                cover.setdefault(i, NO_NAME + phrase.kind)
    return cover


def with_names(view: View, found: Sequence[Found], signal: NameSignal) -> list[Found]:
    """Return phrases with the names that a model adds: behind a name of its kind it makes that longer."""
    joined = list(found)
    for named in signal.names(view.units, view.hits, cover_of(found)):
        n = next((n for n, phrase in enumerate(joined) if _touch(view, phrase, named)), None)
        if n is None:
            joined.append(_phrase(view, named))
        else:
            joined[n] = _longer(view, joined[n], named)
    return joined


def _touch(view: View, phrase: Found, named: Named) -> bool:
    """Say whether a name goes on where a phrase ends with one of its kind, or the other way round."""
    if phrase.name is None or phrase.kind != named.kind:
        return False
    goes_on = _start(view, named.first) == view.units.starts[named.first]
    behind = (
        goes_on and phrase.name[1] == phrase.last == named.first and view.same_sentence(named.first - 1, named.first)
    )
    before = phrase.name[0] == phrase.first == named.last and view.same_sentence(named.last - 1, named.last)
    return behind or before


def _longer(view: View, phrase: Found, named: Named) -> Found:
    """Return a phrase whose name takes in the one beside it."""
    units = view.units
    node = Node("name", RULE, units.starts[named.first], units.ends[named.last - 1])
    if named.first >= phrase.last:
        name = (phrase.name or (phrase.first, phrase.last))[0], named.last
        return phrase._replace(last=named.last, end=node.end, name=name, nodes=(*phrase.nodes, node))
    name = named.first, (phrase.name or (phrase.first, phrase.last))[1]
    return phrase._replace(
        first=named.first, start=node.start, name=name, name_start=node.start, nodes=(node, *phrase.nodes)
    )


def _start(view: View, i: int) -> int:
    """Return where a name begins at a token: behind an «and», unless its letter rather begins the name («ويليام»)."""
    norm = view.norms[i]
    joined = norm.startswith(AND + ARTICLE) or (norm.startswith(AND) and norm[1:2] not in WEAK)
    if not joined or len(norm) < _SHORTEST:
        return view.units.starts[i]
    return view.units.origin(view.units.folded_starts[i] + len(AND))


def _phrase(view: View, named: Named) -> Found:
    start, end = _start(view, named.first), view.units.ends[named.last - 1]
    return Found(
        first=named.first,
        last=named.last,
        start=start,
        end=end,
        kind=named.kind,
        subkind=None,
        rule=RULE,
        nodes=(Node("name", RULE, start, end),),
        name=(named.first, named.last),
        name_start=start,
        definite=True,
    )
