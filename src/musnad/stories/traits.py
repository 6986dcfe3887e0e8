"""Traits: what tells of which happening an article is: words, names, places, events, days.

A trait is a number of 32 bits, so that many articles can be held and compared; two traits of one number do no harm.
"""

from array import array
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

from musnad.arabic import fold_word
from musnad.lexicon import Lexicon
from musnad.model import Event, Reading, Units, shared_id
from musnad.stories.days import possible
from musnad.stories.stems import SHORTEST, stem
from musnad.text import cut

KINDS = ("words", "names", "places", "events")
PLACES = KINDS.index("places")
_TITLE = 3  # times a word of the title counts
_LEAD = 2  # times a word of the first sentences counts
_LEAD_WORDS = 40
MOST = 255  # times that a trait can count
_REMEMBERED = 1 << 16  # words; a memory only, never a difference


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of an article: of every kind in order its traits and how often each counts; those of its title.

    `days` are the numbers of its possible days, `where` the places of its title. `figures` are all numbers that it
    writes in digits, `headed` those of its title that are no times.
    """

    key: str
    days: tuple[int, ...]
    numbers: tuple["array[int]", ...]
    counts: tuple[bytes, ...]
    where: frozenset[int] = frozenset()
    headed: frozenset[int] = frozenset()
    figures: "array[int]" = field(default_factory=lambda: array("I"))

    @property
    def places(self) -> "array[int]":
        """Return the places."""
        return self.numbers[PLACES]


def traits_of(key: str, reading: Reading, lexicon: Lexicon) -> Traits:
    """Return the traits of an article, which has this key in its collection."""
    article = reading.article
    names: Counter[str] = Counter()
    places: Counter[str] = Counter()
    known = {entity.id: entity for entity in reading.entities}
    tail = {link.name for link in reading.chain}
    title = 0 if article.title_span is None else article.title_span.end
    where: set[int] = set()
    for mention in reading.mentions:
        entity = known.get(mention.entity)
        if mention.name in tail or (mention.proper is None and entity is not None and shared_id(entity.id) is None):
            continue
        trait = trait_of(mention.entity, entity.name if entity is not None else mention.name)
        (places if mention.kind == "place" else names)[trait] += 1
        if mention.kind == "place" and mention.span.end <= title:
            where.add(number("places", trait))
    events = dict.fromkeys(sorted({trait for event in reading.events for trait in _event(event)}), 1)
    units = cut(article)
    found = (_words(units, reading, lexicon), names, places, events)
    numbers = tuple(array("I", (number(kind, t) for t in some)) for kind, some in zip(KINDS, found, strict=True))
    counts = tuple(bytes(min(n, MOST) for n in some.values()) for some in found)
    figures = _figures(units)
    timed = [each.span for each in reading.times if each.span.start < title]
    headed = {n for at, n in figures.items() if at < title and not any(span.start <= at < span.end for span in timed)}
    written = array("I", sorted(set(figures.values())))
    return Traits(key, possible(reading.published), numbers, counts, frozenset(where), frozenset(headed), written)


@lru_cache(1 << 16)
def number(kind: str, trait: str) -> int:
    """Return the number of a trait of a kind: 32 bits, the same everywhere."""
    return int.from_bytes(blake2b(f"{kind}|{trait}".encode(), digest_size=4).digest(), "little")


def trait_of(entity: str | None, name: str) -> str:
    """Return how an entity is compared across articles: by its known id, else by its folded name."""
    return shared_id(entity) or fold_word(name)


class FunctionWords(Container[str]):
    """The folded words that tell nothing of a subject; asked of the lexicon when they are first met."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Know nothing yet."""
        self._lexicon = lexicon
        self._known: dict[str, bool] = {}
        self._stems: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """Return the stem of a folded word that tells something, else nothing."""
        found = self._stems.get(word)
        if found is None:
            if len(self._stems) >= _REMEMBERED:
                self._stems.clear()
            found = self._stems[word] = "" if len(word) < SHORTEST or word in self else stem(word)
        return found

    def __contains__(self, word: object) -> bool:
        """Say whether a folded word tells nothing."""
        key = str(word)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            forms = self._lexicon.forms.get(key, ())
            found = self._known[key] = any(form.entry.kind == "function_word" for form in forms)
        return found


@lru_cache(4)
def function_words(lexicon: Lexicon) -> FunctionWords:
    """Return the folded words that tell nothing of a subject; asked again, the same."""
    return FunctionWords(lexicon)


def _figures(units: Units) -> dict[int, int]:
    """Return the numbers that a text writes in digits, as traits by their offset."""
    figures = ((start, norm) for start, norm in zip(units.starts, units.norms, strict=True) if norm[0].isdigit())
    return {start: number("figures", norm.replace(",", "")) for start, norm in figures}


def _words(units: Units, reading: Reading, lexicon: Lexicon) -> dict[str, int]:
    """Return the stems of an article without names of people, which are traits of their own."""
    empty = function_words(lexicon)
    body = units.token_at(0 if reading.article.title_span is None else reading.article.title_span.end)
    counts: Counter[str] = Counter()
    named = bytearray(len(units))
    for mention in reading.mentions:
        if mention.kind == "person" and mention.proper is not None:
            first, last = units.tokens_of(mention.proper.start, mention.proper.end)
            named[first:last] = b"\x01" * (last - first)
    for i, norm in enumerate(units.norms):
        if named[i] or not (told := empty.stem(norm)) or not units.is_word(i):
            continue
        counts[told] += _TITLE if i < body else _LEAD if i < body + _LEAD_WORDS else 1
    return dict(counts)


def _event(event: Event) -> Iterable[str]:
    """Yield an event with each of its participants, for papers name more or fewer of them."""
    kind = event.type if event.mode is None else f"{event.type}.{event.mode}"
    people = sorted({trait_of(p.entity, p.name) for p in (*event.actors, *event.recipients)})
    yield from (f"{kind}|{name}" for name in people)
