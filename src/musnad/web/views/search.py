"""The context of the search page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from musnad.query import LOOKED_AT, Collection, Coverage, Facet, FoundStatement, Page
from musnad.web.asking import Asked, Of, month, question
from musnad.web.views.found import Listed, listed

_PARAMETERS = {"agency": "via"}
_KINDS = {"agency": "agency", "publisher": "organisation", "place": "place", "speaker": "person"}
_NAMED = frozenset(_KINDS)
_SIZE = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: what it is called, how many there are, what it changes, whether it is set."""

    name: str
    key: str
    count: int
    changes: Mapping[str, Any]
    is_set: bool


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet with its values; `kind` is that of the names in it, None where they are values of the data."""

    facet: str
    kind: str | None
    choices: tuple[Choice, ...]

    @property
    def largest(self) -> int:
        """Return the largest count."""
        return max(choice.count for choice in self.choices)


@dataclass(frozen=True, slots=True)
class SearchView:
    """A page of finds.

    `asked` are the limits that are set, `names` what those by id are called; `all_counted` says whether the facets
    counted everything. `after` leads to the next page.
    """

    of: Of
    asked: Mapping[str, Any]
    names: Mapping[str, str]
    found: tuple[Listed, ...]
    total: int
    coverage: Coverage
    facets: tuple[FacetGroup, ...]
    after: str | None
    is_first: bool
    all_counted: bool
    looked_at: int = LOOKED_AT


def search(collection: Collection, of: Of, asked: Asked, after: str | None) -> SearchView:
    """Ask, and return the page. Raises `StoreError` for what cannot be asked."""
    limits = asked.of(of)
    asking = question(of, limits)
    page, facets = collection.narrowed(asking, after=after, limit=_SIZE)
    return SearchView(
        of=of,
        asked=limits.values(),
        names=_names(limits, facets, page),
        found=tuple(listed(item, limits.q) for item in page.items),
        total=page.total,
        coverage=page.coverage,
        facets=_groups(facets, limits),
        after=page.after,
        is_first=after is None,
        all_counted=page.total <= LOOKED_AT,
    )


def _groups(facets: tuple[Facet, ...], asked: Asked) -> tuple[FacetGroup, ...]:
    found: dict[str, list[Choice]] = {}
    for each in facets:
        changes, is_set = _change(each, asked)
        found.setdefault(each.facet, []).append(Choice(each.name, each.key, each.count, changes, is_set))
    return tuple(
        FacetGroup(facet, _KINDS.get(facet), tuple(choices))
        for facet, choices in found.items()
        if len(choices) > 1 or choices[0].is_set
    )


def _change(facet: Facet, asked: Asked) -> tuple[dict[str, Any], bool]:
    """Return what choosing a value changes, or taking it away where it is set."""
    if facet.facet == "month":
        since, until = month(facet.key)
        values = asked.values()
        is_set = (values.get("since"), values.get("until")) == (since, until)
        return {"since": None if is_set else since, "until": None if is_set else until}, is_set
    name = _PARAMETERS.get(facet.facet, facet.facet)
    is_set = getattr(asked, name) == facet.key
    return {name: None if is_set else facet.key}, is_set


def _names(asked: Asked, facets: tuple[Facet, ...], page: Page) -> dict[str, str]:
    """Return what the ids among the limits are called, as far as the finds tell."""
    told = {each.key: each.name for each in facets if each.facet in _NAMED}
    told |= {
        i.speaker_id: i.speaker for i in page.items if isinstance(i, FoundStatement) and i.speaker_id and i.speaker
    }
    values = (asked.speaker, asked.via, asked.place, asked.actor, asked.recipient, asked.mentions)
    return {key: told.get(key) or key.partition(":")[2] or key for key in values if key}
