"""Find the document's own hands: agency, publisher, republisher."""

from collections.abc import Iterator

from musnad.arabic import fold_word
from musnad.chains.credits import Credit, Source, credits_in
from musnad.chains.zones import dateline, footer, inner_datelines
from musnad.model import Article, Chain, Link, Span

_CONFIDENCE = {"dateline": 0.95, "byline": 0.95, "footer": 0.9, "metadata": 0.9}


def tail(article: Article, body: Source, byline: Source | None) -> Chain:
    """Return the links of the document itself, origin first.

    Agencies come from dateline, byline and footer; the publisher from the same places or from metadata. A publisher
    that the text credits, other than that of the metadata, makes the latter a republisher.
    """
    links: list[Link] = []
    publisher = article.publisher
    seen: set[str] = set()
    for credit, basis in _credited(body, byline):
        own = (
            publisher is not None
            and (credit.publishes or _carries(credit, publisher))
            and _same(credit.name, publisher)
        )
        if not own and (credit.doubtful or not (credit.alone or basis == "byline")):
            continue
        role = "publisher" if own or credit.publishes else "agency"
        key = role if own else credit.entity or fold_word(credit.name)
        if key in seen:
            continue
        seen.add(key)
        span = None if basis == "byline" else Span(credit.start, credit.end)
        name = publisher if own and publisher is not None else credit.name
        links.append(
            Link(name, role, span, basis, _CONFIDENCE[basis], credit.entity, tail=True, unnamed=credit.unnamed)
        )
    if publisher is not None and "publisher" not in seen:
        role = "republisher" if any(link.role == "publisher" for link in links) else "publisher"
        links.append(Link(publisher, role, None, "metadata", _CONFIDENCE["metadata"], tail=True))
    order = ("agency", "publisher", "republisher")
    return tuple(sorted(links, key=lambda link: order.index(link.role)))


def _credited(body: Source, byline: Source | None) -> Iterator[tuple[Credit, str]]:
    """Yield the credits of an article with where each stands: byline first, then dateline, then footer."""
    if byline is not None:
        for credit in credits_in(byline, 0, len(byline.units)):
            yield credit, "byline"
    zone = dateline(body)
    if zone is not None:
        for credit in credits_in(body, *zone):
            yield credit, "dateline"
    for first, last in inner_datelines(body):
        for credit in credits_in(body, first, last):
            yield credit, "dateline"
    for first, last in footer(body):
        for credit in credits_in(body, first, last):
            yield credit, "footer"


def _carries(credit: Credit, publisher: str) -> bool:
    """Say whether a credited agency is the very name of the publisher, and not a part of it («CNN» in a longer one)."""
    return fold_word(credit.name) == fold_word(publisher)


def _same(name: str, publisher: str) -> bool:
    """Say whether two names of a publisher are one: equal, or one begins with the other."""
    one, other = _words(name), _words(publisher)
    size = min(len(one), len(other))
    return size > 0 and one[:size] == other[:size]


def _words(name: str) -> list[str]:
    """Return the words of a name without a bracket behind it («الوطن (السعودية)») and without marks."""
    words = fold_word(name.partition("(")[0]).replace(".", " ").split()
    return [word.strip("«»\"'“”:،") for word in words]
