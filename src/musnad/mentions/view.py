"""One look at the words of an article for all finders: which hits start where, what a token may not be."""

from musnad.arabic import ARTICLE, PRESENT_STARTS, is_full_dual
from musnad.lexicon import Hit, Hits
from musnad.model import Node, Units

_NAME_KINDS = frozenset({"given_name", "family_name", "name_particle", "country", "place", "agency", "agency_credit"})
_SOFT_KINDS = frozenset({"number_word", "trigger", "organisation", "publisher", "month", "weekday", "region_adjective"})
_SHORTEST_VERB = 4


class View:
    """The tokens and hits of one article, with the questions that finders ask of them."""

    __slots__ = ("_cache", "hits", "norms", "units")

    def __init__(self, units: Units, hits: Hits) -> None:
        """Keep the article; answers are cached by token."""
        self.units = units
        self.hits = hits
        self.norms = units.norms
        self._cache: dict[int, bool] = {}

    def at(self, i: int, *kinds: str) -> Hit | None:
        """Return the longest hit of some kinds at a token."""
        found = self.hits.at(i, *kinds)
        return found[0] if found else None

    def country(self, i: int) -> Hit | None:
        """Return a demonym at a token: a country's or a region's."""
        for hit in self.hits.at(i, "country", "region_adjective"):
            if hit.form.pos == "adjective":
                return hit
        return None

    def land(self, i: int) -> Hit | None:
        """Return the name of a country at a token."""
        for hit in self.hits.at(i, "country"):
            if hit.form.pos != "adjective":
                return hit
        return None

    def same_sentence(self, i: int, j: int) -> bool:
        """Say whether two tokens lie in one sentence."""
        units = self.units
        return j < len(units) and units.sentence_of[i] == units.sentence_of[j]

    def is_verb(self, i: int) -> bool:
        """Say whether a token is surely a verb: a known one that is nothing else, or of the shape of one."""
        return any(hit.form.pos == "verb" for hit in self.hits.at(i))

    def ends_name(self, i: int) -> bool:
        """Say whether a token cannot continue a person's name."""
        cached = self._cache.get(i)
        if cached is None:
            cached = self._cache[i] = self._ends_name(i)
        return cached

    def _ends_name(self, i: int) -> bool:
        norm = self.norms[i]
        if not norm[0].isalpha() or norm[0].isascii() or len(norm) < 2:  # noqa: PLR2004 - single letters are no names
            return True
        found = [hit for hit in self.hits.at(i) if not _is_construct(hit)]
        if self.is_name(i):
            return False
        if {hit.form.entry.kind for hit in found} - _NAME_KINDS - _SOFT_KINDS:
            return True
        if any(hit.form.pos in {"verb", "participle", "masdar", "adjective"} for hit in found):
            return True
        return norm.startswith(PRESENT_STARTS) and len(norm) >= _SHORTEST_VERB and not norm.startswith(ARTICLE)

    def is_name(self, i: int) -> bool:
        """Say whether a token is a known part of names; a word that is a particle too needs a name behind it."""
        names = [h for h in self.hits.at(i, "given_name", "family_name", "name_particle") if not h.prefix or h.definite]
        if not names:
            return False
        if not self.hits.at(i, "function_word"):
            return True
        return i + 1 < len(self.norms) and bool(self.hits.at(i + 1, "given_name", "family_name"))

    def definite(self, i: int) -> bool:
        """Say whether a token begins with the article's letters and is more than that."""
        return self.norms[i].startswith(ARTICLE) and len(self.norms[i]) > 3  # noqa: PLR2004 - article and a letter or two


def _is_construct(hit: Hit) -> bool:
    """Say whether a hit is a dual or plural that only another noun behind it could complete."""
    return hit.form.number == "d" and not is_full_dual(hit.form.pattern)


def node_of(hit: Hit) -> Node:
    """Return the evidence node of a hit."""
    return Node(hit.form.entry.kind, hit.form.entry.id, hit.start, hit.end, hit.form.entry.id)
