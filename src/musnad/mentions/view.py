"""One look at the words of an article for all finders: which hits start where, what a token may not be."""

from collections.abc import Collection, Mapping, Sequence

from musnad.arabic import AND, ARTICLE, BA, BARE, JOINED, LAM
from musnad.arabic.letters import ALEF_ABOVE, ALEF_BELOW, ALEF_MAQSURA, YA
from musnad.lexicon import TOPICS, Entry, Hit, Hits
from musnad.mentions.as_written import (
    NAME_PARTS,
    NAME_WORDS,
    WHOLE_NAMES,
    before_name,
    drop_prefixed,
    drop_within,
    has_other_alef,
    is_other,
    plainer,
)
from musnad.mentions.word_shapes import SHORTEST_VERB, is_construct, like_present
from musnad.model import Node, Units

OPENING, CLOSING = frozenset('«"“„('), frozenset('»”"“)')
_LONGEST_QUOTED = 6  # marks and up to five words
COMMAS = frozenset("،,-–")
"""Marks between a phrase and its apposition."""

_NAMES = NAME_PARTS | {"country", "place", "place_head", "organisation", "agency", "agency_credit"}
_SOFT_KINDS = _NAMES | {
    "famous_name",
    "number_word",
    "trigger",
    "publisher",
    "month",
    "weekday",
    "region_adjective",
    "office_term",
}
KINDS = (
    # In this order: what a particle may be decides whether a name is one.
    "function_word", "public_person", "given_name", "family_name", "name_particle", "country", "region_adjective",
    "organisation", "agency", "agency_credit", "body", "elliptic_body", "place", "place_head", "role", "title",
    "source_noun", "one_of", "in_name_of", "role_preposition", "role_field", "head_of", "adjective",
    "ordinary_word", "common_word", "purpose", "group", "number_word", "counterpart", "pair_noun", "pronoun",
    "club_sign", "regnal", "cue", "complementiser", "trigger", "medium", "weekday", "day_word", "day_noun", "month",
    "vague", "part_of_day", "unit", "masculine_land", "land_turn", "place_epithet", "side", "press_adjective",
    "latter", "honorific_pronoun", "alias_word", "place_opener", "famous_name", "copula", "post", "allegiance",
)  # fmt: skip
"""Kinds of words of which finders ask; those of other stages only tell what a token is not."""

_BEFORE_NAMES = ("body", "organisation", "country", "adjective", "place")  # at the end of a role
_RANKS = {kind: rank for rank, kind in enumerate(KINDS)}
_ALL = frozenset(KINDS)

_HAMZA = frozenset({ALEF_ABOVE, ALEF_BELOW})
_THE = tuple(prefix for prefix in sorted(BARE | JOINED | BA | LAM) if len(prefix) > 1)
_TO = ARTICLE + YA  # «إلى», which only looks as if it had the article
_ORDINARY = frozenset({"verb", "participle", "masdar", "adjective"})


class View:
    """The tokens and hits of one article, with the questions that finders ask of them.

    A token is looked at when a finder first asks for it: most never are.
    """

    __slots__ = ("_apart", "_demonyms", "_ends", "_kinds", "_known", "_lands", "_sentences", "hits", "norms", "units")

    def __init__(self, units: Units, hits: Hits) -> None:
        """Take the words of an article and what the lexicon knows of them."""
        self.units = units
        self.norms = units.norms
        self.hits = hits
        self._sentences = units.sentence_of
        self._apart: frozenset[str] | None = None
        self._ends: dict[int, bool] = {}
        self._kinds: dict[int, dict[str, Hit]] = {}
        self._known = hits.known()
        self._demonyms: dict[int, Hit] = {}
        self._lands: dict[int, Hit] = {}

    def here(self, i: int) -> Mapping[str, Hit]:
        """Return the longest hit of each of `KINDS` that starts at a token, without names that are none as written."""
        here = self._kinds.get(i)
        if here is None:
            here = self._kinds[i] = self._look(i)
        return here

    def _look(self, i: int) -> dict[str, Hit]:
        here: dict[str, Hit] = {}
        text = self.units.text
        for hit in self.hits.among(i, _ALL):
            kind = hit.kind
            if is_other(hit, text, self.hits):
                continue
            if kind == "country":
                (self._demonyms if hit.form.pos == "adjective" else self._lands).setdefault(i, hit)
            if kind not in here or plainer(hit, here[kind]):
                here[kind] = hit
        if "region_adjective" in here:
            self._demonyms.setdefault(i, here["region_adjective"])
        if len(here) > 1 and not WHOLE_NAMES.isdisjoint(here):
            drop_prefixed(here)
            drop_within(here)
        if "role" in here and "given_name" in here and self._is_first_name(here["role"]):
            del here["role"]
        if "title" in here and "given_name" in here and self._is_of_house(here["title"]):
            del here["title"]
        if i and not NAME_PARTS.isdisjoint(here) and self.hits.has_phrase(i - 1):
            self._drop_inside(i, here)
        if "function_word" in here and not NAME_PARTS.isdisjoint(here) and self._is_preposition(i):
            return {kind: hit for kind, hit in here.items() if kind not in NAME_PARTS or hit.last > i + 1}
        return here

    def _drop_inside(self, i: int, here: dict[str, Hit]) -> None:
        """Drop names that end a phrase which is none («نصيب الأسد»)."""
        end = max((hit.last for hit in self.hits.at(i - 1, "ordinary_word")), default=0)
        for kind in NAME_PARTS.intersection(here):
            if i < end >= here[kind].last:
                del here[kind]

    def _is_first_name(self, role: Hit) -> bool:
        """Say whether a rank without the article is a given name before a family («الدكتور سلطان الشايع»)."""
        after = role.last
        if role.prefix or role.suffix or not role.entry.flag("rank") or after >= len(self.norms):
            return False
        if not self.definite(after) or self.hits.has(after, "country", "place", "place_head", "body", "organisation"):
            return False
        if self.hits.has(after, "family_name", "given_name"):
            return True
        return self.norms[after].endswith(YA) and not self.known(after)

    def _is_of_house(self, title: Hit) -> bool:
        """Say whether «son of» behind a title without the article makes it a name («سيدي ولد سالم»)."""
        particles = () if title.definite else self.hits.at(title.last, "name_particle")
        return any(hit.entry.flag("kin") and not hit.prefix for hit in particles)

    def _is_preposition(self, i: int) -> bool:
        """Say whether a name is rather the particle that ends in a maqsura («على», not «علي»)."""
        return self.units.text[self.units.ends[i] - 1] == ALEF_MAQSURA

    def at(self, i: int, *kinds: str) -> Hit | None:
        """Return the longest hit of some kinds at a token; of two as long, that of the kind named first in `KINDS`."""
        here = self._kinds.get(i)
        if here is None:
            if not self.hits.has(i, *kinds):
                return None
            here = self._kinds[i] = self._look(i)
        if len(kinds) == 1:
            return here.get(kinds[0])
        best: Hit | None = None
        for kind, hit in here.items():
            if kind not in kinds:
                continue
            if best is None or hit.last > best.last or (hit.last == best.last and _RANKS[kind] < _RANKS[best.kind]):
                best = hit
        return best

    def any(self, i: int, *kinds: str) -> bool:
        """Say whether a word of some kinds starts at a token, or any word at all."""
        here = self._kinds.get(i)
        if not kinds:
            return self.known(i)
        if here is None:
            if not self.hits.has(i, *kinds):
                return False
            here = self._kinds[i] = self._look(i)
        return not here.keys().isdisjoint(kinds)

    def known(self, i: int) -> bool:
        """Say whether the lexicon knows a word at a token; what only tells topics says nothing of names."""
        return i in self._known

    def may(self, i: int, *kinds: str) -> bool:
        """Say whether a token may be of some kinds, without a look at how it is written: `any` at less cost."""
        return self.hits.has(i, *kinds)

    def all(self, i: int) -> list[Hit]:
        """Return all hits at a token, longest first, whatever their kind."""
        hits = self.hits.every(i)
        return [hit for hit in hits if hit.kind != TOPICS] if self.hits.has(i, TOPICS) else hits

    def tokens(self, kind: str) -> Collection[int]:
        """Return the tokens at which a word of a kind starts, in order; it may be none as it is written."""
        return self.hits.tokens(kind)

    def country(self, i: int) -> Hit | None:
        """Return a demonym at a token: a country's or a region's."""
        if i not in self._kinds:
            if not self.hits.has(i, "country", "region_adjective"):
                return None
            self.here(i)
        return self._demonyms.get(i)

    def land(self, i: int) -> Hit | None:
        """Return the name of a country at a token."""
        if i not in self._kinds:
            if not self.hits.has(i, "country"):
                return None
            self.here(i)
        return self._lands.get(i)

    def code(self, demonym: Hit) -> str | None:
        """Return the code of a demonym's country, with an adjective that turns it into another («الكوري الشمالي»)."""
        code = demonym.entry.text("code") or None
        turn = self.at(demonym.last, "land_turn")
        if turn is not None and turn.definite == demonym.definite and turn.entry.text("of") == code:
            return turn.entry.text("code")
        return code

    def same_sentence(self, i: int, j: int) -> bool:
        """Say whether two tokens lie in one sentence."""
        sentences = self._sentences
        return j < len(sentences) and sentences[i] == sentences[j]

    def is_verb(self, i: int) -> bool:
        """Say whether a token may be a known verb."""
        hits = self.hits
        if hits.has_phrase(i):
            return any(hit.form.pos == "verb" for hit in hits.at(i))
        return bool(hits.verbs(i))

    def of_things(self, i: int) -> bool:
        """Say whether a token is a verb that has nobody for its object («افتتح», «عقد»)."""
        return any(hit.entry.flag("things") for hit in self.hits.at(i, "common_verb"))

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
        for hit in self.all(i):
            if hit.suffix == YA and hit.form.pos == "verb":
                continue  # no verb has the pronoun «ي»: «إيدي» is not «he supported me»
            if (hit.kind not in _SOFT_KINDS or hit.form.pos in _ORDINARY) and not is_construct(hit):
                return True
        return like_present(norm.removeprefix(AND) if len(norm) > SHORTEST_VERB else norm)

    def is_name(self, i: int) -> bool:
        """Say whether a token is a known part of names; a word that is a particle too needs a name behind it."""
        if self.hits.has(i, "function_word") and not self._may_be_name(i) and not self._behind_foreign(i):
            # «بان كي مون»
            return self.hits.has_phrase(i) and any(hit.last > i + 1 for hit in self.hits.at(i, *NAME_WORDS))
        here = self.here(i)
        if not here or NAME_PARTS.isdisjoint(here):
            return False
        parts = [hit for kind, hit in here.items() if kind in NAME_PARTS]
        if not any(not hit.prefix or hit.definite for hit in parts):
            return False
        if "function_word" not in here:
            return True
        written = self.units.surface(i, i + 1)
        if written[-1] == YA and self.norms[i] in self._spelled_apart():
            return not self._is_mine(i)
        as_written = any(
            hit.kind == "name_particle" or hit.last > i + 1 or hit.entry.headword == written.removeprefix(hit.prefix)
            for hit in parts
        )
        if not as_written:
            return False
        return (
            has_other_alef(self.hits, self.units.text, i)
            or self._behind_given(i)
            or self._behind_foreign(i)
            or self._fathered(i)
            or self._announced(i)
            or (before_name(self.hits, i) and not self.any(i + 1, "function_word"))
        )

    def _announced(self, i: int) -> bool:
        """Say whether a word in «ي» stands before a word of which nothing is known, behind a role («الحارس علي خصيف»).

        Or where the article ends particles in a maqsura and the name is one of Arabs («وعلي الشعيلان»).
        """
        nxt = i + 1
        if self.units.text[self.units.ends[i] - 1] != YA or not i or not self.same_sentence(i, nxt):
            return False
        unknown = not self.known(nxt) and self.norms[nxt][0].isalpha()
        if not unknown or self.hits.has(i - 1, "title", "role"):
            return unknown
        if not (self.norms[i].startswith(AND) or self.hits.has(i - 1, *_BEFORE_NAMES)):
            return False
        names = [hit.entry for hit in self.hits.at(i, "given_name") if not hit.entry.flag("foreign")]
        return any(not n.flag("ambiguous") for n in names) and not self._is_mine(i) and bool(self._spelled_apart())

    def _is_mine(self, i: int) -> bool:
        """Say whether a particle in «ي» behind a verb that says nothing is rather «upon me» («كان علي استكشاف …»)."""
        named = not i or self.norms[i].startswith(AND) or self.hits.has(i + 1, *NAME_WORDS)
        return not named and bool(self.hits.verbs(i - 1)) and not self.hits.has(i - 1, "cue")

    def _behind_given(self, i: int) -> bool:
        """Say whether a particle in «ي» ends a name behind a sure given name («ياسر علي المتحدث», «‹علي› … إلى»)."""
        if self.units.text[self.units.ends[i] - 1] != YA or not i or not self.same_sentence(i - 1, i):
            return False
        if not any(not hit.prefix and not hit.entry.flag("ambiguous") for hit in self.hits.at(i - 1, "given_name")):
            return False
        nxt = i + 1
        ended = not self.same_sentence(i, nxt) or not self.norms[nxt][0].isalnum()
        role = self.definite(nxt) and self.hits.has(nxt, "role")
        return ended or role or (self.at(i - 1, "given_name") is not None and bool(self._spelled_apart()))

    def _behind_foreign(self, i: int) -> bool:
        """Say whether a name that is a particle too stands right behind a foreign given name («ديفيد لي»)."""
        if not i or not self.same_sentence(i - 1, i):
            return False
        given = next(iter(self.hits.at(i - 1, "given_name")), None)
        if given is None or given.prefix not in {"", AND} or given.entry.flag("ambiguous"):
            return False
        return given.entry.flag("foreign") and any(hit.entry.flag("foreign") for hit in self.hits.at(i, "given_name"))

    def _fathered(self, i: int) -> bool:
        """Say whether a token stands behind «father of» or «son of» («أبو علي»)."""
        particle = self.at(i - 1, "name_particle") if i else None
        return particle is not None and (particle.entry.flag("opens") or particle.entry.flag("son"))

    def honorific(self, i: int) -> Hit | None:
        """Return a title, or a rank that stands before a name as titles do."""
        hit, rank = self.at(i, "title"), self.at(i, "role")
        if hit is None and rank is not None and rank.entry.flag("rank") and rank.form.number in {"s", ""}:
            hit = None if self.any(i, "given_name") and self.at(rank.last, "name_particle") else rank
        return hit if hit is not None and hit.prefix in BARE else None

    def behind_titles(self, i: int) -> int:
        """Return the token behind the titles and ranks at a token: the same one where there are none."""
        while (title := self.honorific(i)) is not None:
            i = self.behind_slash(title.last)
        return i

    def behind_slash(self, i: int) -> int:
        """Return the token behind a slash at one, as papers set it between title and name («العقيد/ سالم»)."""
        return i + (i + 1 < len(self.norms) and self.norms[i] == "/" and self.norms[i + 1][0].isalpha())

    def quoted(self, i: int) -> int:
        """Return the token behind the quotation marks or brackets that open at a token around a few words, else 0."""
        if self.norms[i] not in OPENING:
            return 0
        for end in range(i + 2, min(i + _LONGEST_QUOTED, len(self.norms))):
            if self.norms[end] in CLOSING:
                return end + 1 if self.same_sentence(i, end) else 0
        return 0

    def _may_be_name(self, i: int) -> bool:
        """Say whether a function word may be a name too: before a name, or ending in «ي» where particles do not."""
        hits, text = self.hits, self.units.text
        if before_name(hits, i) or has_other_alef(hits, text, i) or self._behind_given(i):
            return True
        apart = self.norms[i][-1] == YA and self.norms[i] in self._spelled_apart()
        return apart or self._fathered(i) or self._announced(i)

    def _spelled_apart(self) -> frozenset[str]:
        """Return the function words that this article ends in a maqsura, so that with «ي» they are names («علي»).

        They are none where it writes one both ways that is no name («إلى», «إلي»).
        """
        if self._apart is None:
            words = self.tokens("function_word")
            apart = frozenset(self.norms[i] for i in words if self._is_preposition(i))
            others = [i for i in words if not self.hits.has(i, *NAME_WORDS)]
            wavers = any(self.norms[i] in apart and not self._is_preposition(i) for i in others)
            self._apart = frozenset() if wavers else apart
        return self._apart

    def definite_behind_and(self, i: int) -> bool:
        """Say whether a token is «and» with a definite word."""
        return self.norms[i].startswith(AND + ARTICLE)

    def definite(self, i: int) -> bool:
        """Say whether a token begins with the article's letters and is more than that; «ألفونسو» has none."""
        if i >= len(self.norms) or not self.norms[i].startswith(ARTICLE) or len(self.norms[i]) <= 3:  # noqa: PLR2004 - article and a letter or two
            return False
        return self.units.text[self.units.starts[i]] not in _HAMZA

    def has_article(self, i: int) -> bool:
        """Say whether a token begins with the article's letters, behind «and» or a preposition too."""
        return i < len(self.norms) and self.norms[i].startswith(_THE) and self.norms[i].removeprefix(AND) != _TO


def in_marks(norms: Sequence[str], first: int, last: int) -> bool:
    """Say whether marks stand around tokens, as around the name of a thing («هاربر»)."""
    return first > 0 and last < len(norms) and norms[first - 1] in OPENING and norms[last] in CLOSING


def same_as(entry: Entry) -> str:
    """Return the id of the body or place that an entry names: its own, or that of the entry it adds names to."""
    other = entry.text("same_as")
    if entry.kind == "shared_name":
        return other
    return f"{entry.kind}.{other}" if other else entry.id


def node_of(hit: Hit) -> Node:
    """Return the evidence node of a hit."""
    return Node(hit.kind, hit.entry.id, hit.start, hit.end, hit.entry.id)
