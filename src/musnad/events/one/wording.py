"""In which words events are told: the same ones, or the same number of people, tell that it is one happening."""

from collections.abc import Iterable, Iterator
from itertools import islice

from musnad.arabic.stems import stem
from musnad.events.draft import FALLEN, Draft
from musnad.events.scene import Scene
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE

_BEHIND, _BEFORE = 16, 6  # tokens around a trigger that tell what is done
_SHORTEST = 3  # letters of a word that tells something
_SHARED = 3  # words that two mentions have in common at least
_SAID = 12  # words that tell what is done
_HEAD = 6  # words with which what is said begins
_SPOKEN = 2  # of what is said only the words behind the verb count
_AMONG = 0.6  # share of those that stand in the other mention
_ALIKE = 0.5  # share of the words of the shorter mention that the other one has; checked by eye on 300 articles
_STATE = "country."
_VIOLENT = "ASSAULT"
_PEOPLE = 3  # people from which their number tells who they are
_EMPTY = frozenset({"function_word", "complementiser", "cue", "demonstrative"})


class Wordings:
    """The words and numbers of the events of an article, each looked up once."""

    def __init__(self, scene: Scene) -> None:
        """Start with nothing looked up."""
        self._scene = scene
        self._stems: dict[int, dict[str, int]] = {}
        self._tolls: dict[int, frozenset[int]] = {}

    def alike(self, one: Draft, other: Draft) -> bool:
        """Say whether two mentions in different sentences are told in nearly the same words.

        What is said may also begin with words that all stand in the other mention, which goes on.
        """
        sentence_of = self._scene.units.sentence_of
        if sentence_of[one.first] == sentence_of[other.first]:
            return False
        spoken = one.type in SPOKEN
        if not spoken and self._elsewhere(one, other):
            return False
        first, second = self._words(one), self._words(other)
        if spoken and (_begins_in(first, second) or _begins_in(second, first)):
            return True
        near, beside = self._near(one), self._near(other)
        common = len(near & beside)
        return common >= (_SPOKEN if spoken else _SHARED) and common >= _ALIKE * min(len(near), len(beside))

    def _words(self, draft: Draft) -> dict[str, int]:
        """Return the stems of the words that tell what is done, with their first tokens, in order."""
        found = self._stems.get(draft.first)
        if found is None:
            found = {}
            for i, word in islice(self._tell(draft), _SAID):
                found.setdefault(word, i)
            self._stems[draft.first] = found
        return found

    def _near(self, draft: Draft) -> set[str]:
        """Return the stems of the words that stand close to a trigger."""
        return {word for word, i in self._words(draft).items() if i < draft.last + _BEHIND}

    def _elsewhere(self, one: Draft, other: Draft) -> bool:
        """Say whether the places close to two triggers are others; states are too large to tell."""
        places, more = self._places(one), self._places(other)
        return bool(places and more) and not any(a in b or b in a for a in places for b in more)

    def _places(self, draft: Draft) -> set[str]:
        """Return the names of the places, smaller than a state, that stand close to a trigger."""
        sentence = self._scene.units.sentence(draft.first)
        low, high = max(sentence.first, draft.first - _BEHIND), min(sentence.last, draft.last + _BEHIND)
        near = (p for p in self._scene.between(low, high) if p.mention.kind == "place")
        return {p.entity.name for p in near if not p.mention.entity.startswith(_STATE)}

    def tolls(self, draft: Draft) -> frozenset[int]:
        """Return how many people the recipients of a draft are, where it tells that."""
        found = self._tolls.get(draft.first)
        if found is None:
            found = self._tolls[draft.first] = frozenset(self._counts(draft))
        return found

    def _tell(self, draft: Draft) -> Iterator[tuple[int, str]]:
        """Yield tokens and stems of what stands around a trigger, without people, times and words that tell nothing."""
        scene, units = self._scene, self._scene.units
        sentence = units.sentence(draft.first)
        spoken = draft.type in SPOKEN
        parties = (*draft.actors, *draft.recipients) if spoken else ()
        people = {
            i for party in parties if party.phrase is not None for i in range(party.phrase.first, party.phrase.last)
        }
        low = draft.last if spoken else max(sentence.first, draft.first - _BEFORE)
        high = sentence.last if spoken else min(sentence.last, draft.last + _BEHIND)
        for i in range(low, high):
            norm = units.norms[i]
            own = draft.first <= i < draft.last or i in people or i in scene.timed
            if own or len(norm) < _SHORTEST or not norm[0].isalnum() or scene.words.is_particle(i):
                continue
            if not scene.hits.has(i, *_EMPTY):
                yield i, stem(norm)

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


def _begins_in(one: dict[str, int], other: dict[str, int]) -> bool:
    """Say whether most of the first words of a mention stand in another one."""
    head = list(one)[:_HEAD]
    common = sum(word in other for word in head)
    return common >= _SPOKEN and common >= _AMONG * len(head)


def toll(drafts: Iterable[Draft]) -> Iterator[str]:
    """Yield the names of people whom an attack hit, counted or fallen: «three others», «two guards were killed»."""
    for one in (one for draft in drafts if draft.type == _VIOLENT for one in (draft, *draft.absorbed)):
        phrases = [party.phrase for party in one.recipients if party.phrase is not None]
        yield from (p.entity.name for p in phrases if one.level == FALLEN or p.mention.rule.endswith("counted"))
