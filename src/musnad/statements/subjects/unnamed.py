"""Sources that the article does not name (mubham): «مصدر أمني», «أحد المشاركين», «خبير في الجامعة»."""

from musnad.arabic import ARTICLE, BARE
from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.model import Speaker
from musnad.statements.scene import Noun, Scene

_KINDS = frozenset({"person", "group"})
_OURS = "relation.ours"  # «مصدرنا»
_SOURCE = "source"  # of media and authorities, which are bodies


class Unnamed:
    """The persons and groups of an article that bear no name in it and that no office identifies."""

    def __init__(self, scene: Scene) -> None:
        """Look at the first mention of everybody without a name."""
        first: dict[str, Noun] = {}
        named: set[str] = set()
        for at in sorted(scene.starting):
            noun = scene.starting[at]
            first.setdefault(noun.entity.id, noun)
            source = noun.mention.kind in _KINDS or noun.mention.subkind == _SOURCE
            if noun.mention.proper is not None or not source:
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
        at, hits = self._scene.units.token_at(speaker.span.start), self._scene.hits
        return hits.has(at, "source_noun", "one_of") or any(hit.entry.id == _OURS for hit in hits.at(at, "relation"))


def _is_indefinite(scene: Scene, first: int, last: int) -> bool:
    """Say whether a noun phrase leaves open who is meant: no article and no name in idafa with its head."""
    if scene.hits.has(first, "source_noun", "one_of"):
        return True
    for at in range(first, last):
        if at > first and (_is_governing(scene, at) or not scene.units.is_word(at)):
            return True
        inner = scene.starting.get(at)
        if scene.norms[at].startswith(ARTICLE) or (at > first and inner is not None):
            return False
    return True


def _is_governing(scene: Scene, at: int) -> bool:
    """Say whether a token is a preposition or has one written onto it: what follows does not define the head."""
    if scene.is_function(at) or scene.hits.has(at, "function_word"):
        return True
    inner = scene.starting.get(at)
    if inner is not None:
        return inner.mention.span.start > scene.units.starts[at]
    bare = any(hit.prefix in BARE for hit in scene.hits.at(at))
    return scene.norms[at].startswith(WRITTEN_PREPOSITIONS) and not bare
