"""One look at the words of an article for all finders: which hits start where, what a token may not be."""

from collections.abc import Mapping

from musnad.arabic import AND, ARTICLE, BARE, JOINED, PRESENT_STARTS, is_full_dual
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, NUN
from musnad.lexicon import Hit, Hits
from musnad.model import Node, Units

NAME_WORDS = ("public_person", "given_name", "family_name")
"""Kinds of words that begin or are the name of a person."""

_NAME_PARTS = frozenset({*NAME_WORDS, "name_particle"})
_NAMES = _NAME_PARTS | {"country", "place", "place_head", "organisation", "agency", "agency_credit"}
_SOFT_KINDS = _NAMES | {"number_word", "trigger", "publisher", "month", "weekday", "region_adjective"}
KINDS = (
    # In this order: what a particle may be decides whether a name is one.
    "function_word", "public_person", "given_name", "family_name", "name_particle", "country", "region_adjective",
    "organisation", "agency", "agency_credit", "body", "elliptic_body", "place", "place_head", "role", "title",
    "source_noun", "one_of", "in_name_of", "role_preposition", "role_field", "head_of", "adjective", "ordinary_word",
    "purpose", "group", "number_word", "counterpart", "pair_noun", "pronoun", "club_sign", "regnal", "cue",
    "complementiser", "trigger", "medium", "weekday", "day_word", "day_noun", "month", "vague", "part_of_day", "unit",
)  # fmt: skip
"""Kinds of words of which finders ask; those of other stages only tell what a token is not."""

_BARE_NAMES = frozenset({"country", "place", "organisation", "agency"})
_NOTHING: Mapping[str, Hit] = {}
_ORDINARY = frozenset({"verb", "participle", "masdar", "adjective"})
_SHORTEST_NAME = 3  # letters behind a preposition
_SHORTEST_VERB, _LONGEST_VERB = 4, 8


class View:
    """The tokens and hits of one article, with the questions that finders ask of them."""

    __slots__ = ("_demonyms", "_ends", "_hits", "_kinds", "_lands", "norms", "units")

    def __init__(self, units: Units, hits: Hits) -> None:
        """Index the hits of `KINDS` by token and kind, without names that are none as they are written."""
        self.units = units
        self.norms = units.norms
        self._hits = hits
        self._ends: dict[int, bool] = {}
        self._kinds: dict[int, dict[str, Hit]] = {}
        self._demonyms: dict[int, Hit] = {}
        self._lands: dict[int, Hit] = {}
        table = self._kinds
        for kind in KINDS:
            bare, part = kind in _BARE_NAMES, kind in _NAME_PARTS
            for hit in hits.of(kind):
                first = hit.first
                if hit.suffix and hit.definite:
                    continue
                adjective = bare and hit.form.pos == "adjective"
                if bare and not adjective and (_foreign_article(hit) or _too_short(hit)):
                    continue
                if part and hit.last == first + 1 and self._is_preposition(first):
                    continue
                here = table.get(first)
                if here is None:
                    table[first] = {kind: hit}
                elif kind not in here or _plainer(hit, here[kind]):
                    here[kind] = hit
                if kind == "country":
                    (self._demonyms if adjective else self._lands).setdefault(first, hit)
                elif kind == "region_adjective":
                    self._demonyms.setdefault(first, hit)

    def _is_preposition(self, i: int) -> bool:
        """Say whether a name is rather the particle that ends in a maqsura («على», not «علي»)."""
        return self.any(i, "function_word") and self.units.text[self.units.ends[i] - 1] == ALEF_MAQSURA

    def at(self, i: int, *kinds: str) -> Hit | None:
        """Return the longest hit of some kinds at a token; of two as long, that of the kind named first in `KINDS`."""
        here = self._kinds.get(i)
        if here is None:
            return None
        if len(kinds) == 1:
            return here.get(kinds[0])
        best: Hit | None = None
        for kind, hit in here.items():
            if kind in kinds and (best is None or hit.last > best.last):
                best = hit
        return best

    def any(self, i: int, *kinds: str) -> bool:
        """Say whether a word of some kinds starts at a token, or any word at all."""
        if not kinds:
            return self._hits.has(i)
        here = self._kinds.get(i)
        return here is not None and not here.keys().isdisjoint(kinds)

    def all(self, i: int) -> list[Hit]:
        """Return all hits at a token, longest first, whatever their kind."""
        return self._hits.at(i)

    def here(self, i: int) -> Mapping[str, Hit]:
        """Return the longest hit of every kind that starts at a token."""
        return self._kinds.get(i, _NOTHING)

    def starting(self, kinds: frozenset[str]) -> list[int]:
        """Return the tokens at which a word of some kinds starts, in order."""
        return sorted(i for i, here in self._kinds.items() if not kinds.isdisjoint(here))

    def country(self, i: int) -> Hit | None:
        """Return a demonym at a token: a country's or a region's."""
        return self._demonyms.get(i)

    def land(self, i: int) -> Hit | None:
        """Return the name of a country at a token."""
        return self._lands.get(i)

    def same_sentence(self, i: int, j: int) -> bool:
        """Say whether two tokens lie in one sentence."""
        units = self.units
        return j < len(units) and units.sentence_of[i] == units.sentence_of[j]

    def is_verb(self, i: int) -> bool:
        """Say whether a token may be a known verb."""
        return any(hit.form.pos == "verb" for hit in self._hits.at(i))

    def ends_name(self, i: int) -> bool:
        """Say whether a token cannot continue a person's name."""
        known = self._ends.get(i)
        if known is None:
            known = self._ends[i] = self._ends_name(i)
        return known

    def _ends_name(self, i: int) -> bool:
        norm = self.norms[i]
        if not norm[0].isalpha() or norm[0].isascii() or len(norm) < 2:  # noqa: PLR2004 - single letters are no names
            return True
        if self.is_name(i):
            return False
        for hit in self._hits.at(i):
            if hit.definite and hit.suffix:
                continue  # no word has both the article and a pronoun: «العمري» is not «my life»
            if (hit.kind not in _SOFT_KINDS or hit.form.pos in _ORDINARY) and not _is_construct(hit):
                return True
        return _like_present(norm.removeprefix(AND) if len(norm) > _SHORTEST_VERB else norm)

    def is_name(self, i: int) -> bool:
        """Say whether a token is a known part of names; a word that is a particle too needs a name behind it."""
        here = self._kinds.get(i)
        if here is None or _NAME_PARTS.isdisjoint(here):
            return False
        if not any(not hit.prefix or hit.definite for kind, hit in here.items() if kind in _NAME_PARTS):
            return False
        return not self.any(i, "function_word") or self.any(i + 1, *NAME_WORDS, "name_particle")

    def definite(self, i: int) -> bool:
        """Say whether a token begins with the article's letters and is more than that."""
        return self.norms[i].startswith(ARTICLE) and len(self.norms[i]) > 3  # noqa: PLR2004 - article and a letter or two


def _plainer(hit: Hit, other: Hit) -> bool:
    """Say whether a hit takes the word as it stands, where another one cuts a proclitic off («كامل», not «ك» «امل»)."""
    return not hit.prefix and other.prefix != "" and hit.last == other.last


def _foreign_article(hit: Hit) -> bool:
    """Say whether a name carries an article of which its entry knows nothing."""
    return hit.definite and not hit.form.article


def _too_short(hit: Hit) -> bool:
    """Say whether a short name behind a preposition is rather one word («باب», not «ب» and «إب»)."""
    return hit.prefix not in JOINED | BARE and len(hit.form.pattern) < _SHORTEST_NAME


def _like_present(norm: str) -> bool:
    """Say whether an unknown word has the shape of a present verb; long ones, and two alefs, are foreign names."""
    foreign = (norm.count(ALEF) > 1 or len(norm) >= _LONGEST_VERB) and not norm.endswith((NUN, ALEF))
    return norm.startswith(PRESENT_STARTS) and len(norm) >= _SHORTEST_VERB and not foreign


def _is_construct(hit: Hit) -> bool:
    """Say whether a hit is a dual or plural that only another noun behind it could complete."""
    return hit.form.number == "d" and not is_full_dual(hit.form.pattern)


def node_of(hit: Hit) -> Node:
    """Return the evidence node of a hit."""
    return Node(hit.kind, hit.entry.id, hit.start, hit.end, hit.entry.id)
