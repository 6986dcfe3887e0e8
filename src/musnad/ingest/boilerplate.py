"""Lines that belong to the page and not to the article."""

from musnad.arabic import fold_word
from musnad.lexicon import Lexicon

_LONGEST = 160  # code points; a longer line is prose whatever it begins with
_EDGES = " \t\u00a0\u200f\u200e.:!|-–—…«»\"'()[]<>*•‹›←→"


def without_boilerplate(lines: list[str], lexicon: Lexicon) -> list[str]:
    """Return the lines that are not known as boilerplate, in their order."""
    whole: set[str] = set()
    starts: list[str] = []
    for entry in lexicon.of_kind("boilerplate"):
        whole.update(_key(line) for line in entry.texts("line"))
        starts += [_key(start) for start in entry.texts("start")]
    beginnings = tuple(starts)
    return [line for line in lines if not _is_boilerplate(line, whole, beginnings)]


def _key(line: str) -> str:
    return " ".join(fold_word(line).split()).strip(_EDGES)


def _is_boilerplate(line: str, whole: set[str], beginnings: tuple[str, ...]) -> bool:
    key = _key(line)
    return key in whole or not key or (len(line) <= _LONGEST and key.startswith(beginnings))
