"""What each side of a story tells of one claim, beside each other: in whose words, or that it does not tell it."""

from dataclasses import dataclass

from musnad.model.claims import Proposition, Side, Source
from musnad.query import Account, ArticleRef

_WORDINGS = 4  # of one side that are shown
_OTHERS = 3  # claims of one side that contradict this one


@dataclass(frozen=True, slots=True)
class Wording:
    """How a side tells a claim: the words, where they stand, whether they deny it."""

    text: str
    article: ArticleRef
    fact: str | None
    denies: bool


@dataclass(frozen=True, slots=True)
class SideView:
    """A side: how it tells the claim, if it does; and claims of its own that contradict it, by id and words."""

    side: Side
    wordings: tuple[Wording, ...]
    against: tuple[tuple[str, str], ...]


def sides(account: Account, claim: Proposition) -> tuple[SideView, ...]:
    """Return the sides of a story before one of its claims; none where fewer than two tell it or contradict it."""
    against = _against(account, claim)
    found = tuple(
        SideView(side, _wordings(account, claim, side), tuple(against.get(number, ()))[:_OTHERS])
        for number, side in enumerate(account.readouts.sides)
    )
    return found if any(each.wordings or each.against for each in found) else ()


def _wordings(account: Account, claim: Proposition, side: Side) -> tuple[Wording, ...]:
    """Return the words of a side, each of them once."""
    own = {n for source in claim.corroboration.origins.found if _speaks_for(source, side) for n in source.attested}
    found: dict[str, Wording] = {}
    for number in sorted(own):
        each = claim.attestations[number]
        ref = account.story.article(each.key)
        if ref is not None:
            text = account.texts[each.key].article.text
            words = " … ".join(" ".join(span.of(text).split()) for span in each.spans)
            found.setdefault(words, Wording(words, ref, each.fact, each.denies))
    return tuple(found.values())[:_WORDINGS]


def _speaks_for(source: Source, side: Side) -> bool:
    return source.certain and source.name in side.hands and source.country == side.country


def _against(account: Account, claim: Proposition) -> dict[int, list[tuple[str, str]]]:
    """Return the claims that contradict one, by the numbers of the sides that tell them."""
    found: dict[int, list[tuple[str, str]]] = {}
    by_id = {each.id: each for each in account.propositions}
    for point in account.readouts.points:
        if point.kind != "contradiction" or claim.id not in point.propositions:
            continue
        for key in point.propositions:
            other = by_id.get(key)
            if other is None or key == claim.id:
                continue
            for number, side in enumerate(account.readouts.sides):
                if any(_speaks_for(source, side) for source in other.corroboration.origins.found):
                    found.setdefault(number, []).append((key, other.text))
    return found
