"""Sources that the article does not name (mubham): «مصدر أمني», «أحد المشاركين», «خبير في الجامعة»."""

from musnad.arabic import ARTICLE
from musnad.model import Speaker
from musnad.statements.scene import Noun, Scene

_KINDS = frozenset({"person", "group"})


class Unnamed:
    """The persons and groups of an article that bear no name in it and that no office identifies."""

    def __init__(self, scene: Scene) -> None:
        """Look at the first mention of everybody without a name."""
        first: dict[str, Noun] = {}
        named: set[str] = set()
        for at in sorted(scene.starting):
            noun = scene.starting[at]
            first.setdefault(noun.entity.id, noun)
            if noun.mention.proper is not None or noun.mention.kind not in _KINDS:
                named.add(noun.entity.id)
        self._scene = scene
        self._entities = {
            name for name, noun in first.items() if name not in named and _is_indefinite(scene, noun.first, noun.last)
        }

    def has(self, speaker: Speaker) -> bool:
        """Say whether a speaker is somebody whom the article leaves unnamed."""
        if speaker.entity is not None:
            return speaker.entity in self._entities
        if speaker.span is None:
            return False
        return self._scene.hits.has(self._scene.units.token_at(speaker.span.start), "source_noun", "one_of")


def _is_indefinite(scene: Scene, first: int, last: int) -> bool:
    """Say whether a noun phrase leaves open who is meant: no article on its head, none and no name in idafa with it."""
    if scene.hits.has(first, "source_noun", "one_of"):
        return True
    if scene.norms[first].startswith(ARTICLE) or (first + 1 < last and scene.norms[first + 1].startswith(ARTICLE)):
        return False
    return not any(_is_in_idafa(scene, at) for at in range(first + 1, last))


def _is_in_idafa(scene: Scene, at: int) -> bool:
    """Say whether a mention inside a noun phrase is governed by the noun before it, and by no preposition."""
    inner = scene.starting.get(at)
    if inner is None or inner.mention.span.start > scene.units.starts[at]:
        return False
    return not scene.is_function(at - 1) and not scene.hits.has(at - 1, "function_word")
