"""Papers whose names head what they wrote, in a review of the press («الحياة اللندنية», «القدس العربي:»)."""

from collections.abc import Callable

from musnad.arabic import ARTICLE
from musnad.arabic.letters import HA
from musnad.model import Node, Speaker
from musnad.statements.scene import Noun, Scene
from musnad.statements.told import Told, told_by

_LONGEST = 6  # tokens of such a heading
_SHORTEST = 3  # words of one that no list has
_LEAST = 2  # papers that a review has
_NEWSPAPERS = frozenset({"body.newspaper", "body.newspaper2"})


class Papers:
    """The papers that head parts of a review of the press; none where one stands alone. Lives as `History`."""

    def __init__(self) -> None:
        """Start without having looked."""
        self._found: list[Told] | None = None

    def over(self, scene: Scene, at: int) -> Told | None:
        """Return the paper under whose name a token stands, or None."""
        if self._found is None:
            known = _headings(scene, _is_known)
            self._found = _headings(scene, _may_be) if len(known) >= _LEAST else []
        start = scene.units.starts[at]
        return next((told for told in reversed(self._found) if told.node.end <= start), None)

    def again(self, scene: Scene, at: int) -> Told | None:
        """Return the paper that «the newspaper» at a token means, in no other's words, or None."""
        newspaper = any(hit.entry.id in _NEWSPAPERS for hit in scene.hits.at(at, "body"))
        return self.over(scene, at) if newspaper and at not in scene.within else None


def _headings(scene: Scene, is_paper: Callable[[Scene, list[int]], bool]) -> list[Told]:
    """Return the papers of a kind that are all that stands in a short paragraph without a verb, in order."""
    found, sentences = [], scene.units.sentences
    for number, sent in enumerate(sentences):
        if not number or sent.last - sent.first > _LONGEST:
            continue
        words = [i for i in range(sent.first, sent.last) if scene.units.is_word(i)]
        apart = all(other.paragraph != sent.paragraph for other in sentences[number - 1 : number + 2 : 2])
        if apart and words and is_paper(scene, words):
            found.append(_told(scene, words))
    return found


def _is_known(scene: Scene, words: list[int]) -> bool:
    """Say whether words are a paper by its name, with what it is and of what country («صحيفة عكاظ السعودية»)."""
    head = any(hit.entry.flag("agency") for hit in scene.hits.at(words[0], "body"))
    at = words[head] if len(words) > head else words[0]
    noun = _outlet(scene, words[0]) or _outlet(scene, at)
    ends = [hit.last for hit in scene.hits.at(at, "publisher") if not hit.prefix]
    end = max([*ends, noun.last if noun is not None else 0, 0])
    rest = [i for i in words if i >= end]
    return end > 0 and all(scene.norms[i].startswith(ARTICLE) and scene.norms[i].endswith(HA) for i in rest)


def _may_be(scene: Scene, words: list[int]) -> bool:
    """Say whether words are a paper that is known, or definite ones that may be («الحياة», «الدستور الأردنية»)."""
    head = any(hit.entry.flag("agency") for hit in scene.hits.at(words[0], "body"))
    plain = all(scene.norms[i].startswith(ARTICLE) for i in words[head:])
    return _is_known(scene, words) or (plain and head < len(words) <= _SHORTEST + head)


def _outlet(scene: Scene, i: int) -> Noun | None:
    noun = scene.starting.get(i)
    return noun if noun is not None and noun.mention.kind == "agency" else None


def _told(scene: Scene, words: list[int]) -> Told:
    """Return the paper that some words are."""
    noun = _outlet(scene, words[0])
    if noun is not None:
        told = told_by(noun, "subject")
        return Told(told.speaker, "f", "s", told.kind, noun.last, told.node)
    span = scene.units.span(words[0], words[-1] + 1)
    name = scene.units.surface(words[0], words[-1] + 1).strip()
    node = Node("speaker", "phrase", span.start, span.end, name)
    return Told(Speaker(name, span, None, "phrase"), "f", "s", "agency", words[-1] + 1, node)
