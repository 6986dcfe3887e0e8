"""In which words events are told: the same ones, or the same number of people, tell that it is one happening."""

from collections.abc import Iterator

from musnad.arabic.stems import stem
from musnad.events.draft import Draft
from musnad.events.scene import Scene
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE

_BEHIND, _BEFORE = 16, 6  # tokens around a trigger that tell what is done
_SHORTEST = 3  # letters of a word that tells something
_SHARED = 3  # words that two mentions have in common at least
_SPOKEN = 2  # of what is said only the words behind the verb count
_ALIKE = 0.5  # share of the words of the shorter mention that the other one has; checked by eye on 300 articles
_PEOPLE = 3  # people from which their number tells who they are
_EMPTY = frozenset({"function_word", "complementiser", "cue", "demonstrative"})


class Wordings:
    """The words and numbers of the events of an article, each looked up once."""

    def __init__(self, scene: Scene) -> None:
        """Start with nothing looked up."""
        self._scene = scene
        self._stems: dict[int, frozenset[str]] = {}
        self._tolls: dict[int, frozenset[int]] = {}

    def alike(self, one: Draft, other: Draft) -> bool:
        """Say whether two mentions in different sentences are told in nearly the same words."""
        sentence_of = self._scene.units.sentence_of
        if sentence_of[one.first] == sentence_of[other.first]:
            return False
        first, second = self.stems(one), self.stems(other)
        common, shorter = len(first & second), min(len(first), len(second))
        return common >= (_SHARED if one.type not in SPOKEN else _SPOKEN) and common >= _ALIKE * shorter

    def stems(self, draft: Draft) -> frozenset[str]:
        """Return the stems of the words that tell what is done; of speech only those behind its verb."""
        found = self._stems.get(draft.first)
        if found is None:
            found = self._stems[draft.first] = frozenset(self._tell(draft))
        return found

    def tolls(self, draft: Draft) -> frozenset[int]:
        """Return how many people the recipients of a draft are, where it tells that."""
        found = self._tolls.get(draft.first)
        if found is None:
            found = self._tolls[draft.first] = frozenset(self._counts(draft))
        return found

    def _tell(self, draft: Draft) -> Iterator[str]:
        """Yield the stems of what stands around a trigger, but for participants, times and words that tell nothing."""
        scene, units = self._scene, self._scene.units
        sentence = units.sentence(draft.first)
        spoken = draft.type in SPOKEN
        parties = (*draft.actors, *draft.recipients) if spoken else ()
        people = {
            i for party in parties if party.phrase is not None for i in range(party.phrase.first, party.phrase.last)
        }
        low = draft.last if spoken else max(sentence.first, draft.first - _BEFORE)
        for i in range(low, min(sentence.last, draft.last + _BEHIND)):
            norm = units.norms[i]
            own = draft.first <= i < draft.last or i in people or i in scene.timed
            if own or len(norm) < _SHORTEST or not norm[0].isalpha() or scene.words.is_particle(i):
                continue
            if not scene.hits.has(i, *_EMPTY):
                yield stem(norm)

    def _counts(self, draft: Draft) -> Iterator[int]:
        """Yield the numbers that stand in the recipients of a draft and of what it took over."""
        scene = self._scene
        for one in (draft, *draft.absorbed):
            for party in one.recipients:
                if party.phrase is None:
                    continue
                for i in range(party.phrase.head, party.phrase.last):
                    norm = scene.units.norms[i]
                    words = [hit.entry.number("value") for hit in scene.words.numbers.get(i, NONE)]
                    value = int(norm) if norm.isdecimal() else max(words, default=0)
                    if value >= _PEOPLE:
                        yield value
