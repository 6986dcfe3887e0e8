"""Where an article begins behind its place, author or agency, and lines that hold nothing else."""

from musnad.model import Sentence
from musnad.statements.scene import Scene

_DATELINE = 6  # tokens of place and author at the head of an article
_DASHES = frozenset("-–—/")


def behind_dateline(scene: Scene, first: int) -> int:
    """Return the token behind the place, author or agency that a sentence may begin with: a colon, or brackets."""
    marks = 0  # «سامي حداد - الضفاف - تونس: …»
    for i in range(first, min(first + 2 * _DATELINE, len(scene.norms))):
        marks += scene.norms[i] in _DASHES
        if scene.norms[i] == ":":
            return i + 1
        if i >= first + _DATELINE - 1 and not marks:
            break
    return scene.behind_agency(first)


def is_byline(scene: Scene, sent: Sentence) -> bool:
    """Say whether a sentence only names author and paper («سامي حداد – الضفاف»)."""
    words = range(sent.first, sent.last)
    marked = len(words) <= 2 * _DATELINE and any(scene.norms[i] in _DASHES for i in words)
    return marked and not any(map(scene.hits.verbs, words))
