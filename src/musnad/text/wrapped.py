"""Lines that were broken at a fixed width: in a mail, a copied PDF or an old page, where a line ends no sentence.

Whoever breaks lines so puts as many words into one as fit: the first word of the next line would not have fitted. A
text is wrapped if the breaks within its paragraphs are like that; verses, lists and headlines are not.
"""

import re
from itertools import pairwise

FEWEST = 4  # breaks that a wrapped text has at least
NARROWEST, WIDEST = 40, 140  # characters of its longest line
SHARE = 2  # of that many breaks one or more stands amid a sentence
HEADINGS = 8  # to that many breaks there may be one line that neither fills the width nor ends a sentence
_LINE = re.compile(r"[^\n]+")
_ENDS = frozenset('.!?؟:؛»”")]')


def unwrapped(text: str) -> str:
    """Return a text with a space for every line break that only its width has made: nothing moves.

    >>> unwrapped("سطر واحد")
    'سطر واحد'
    """
    breaks = _soft(text)
    if not breaks:
        return text
    pieces = list(text)
    for at in breaks:
        pieces[at] = " "
        if pieces[at - 1] == "\r":
            pieces[at - 1] = " "
    return "".join(pieces)


def _soft(text: str) -> list[int]:
    """Return where the line breaks stand that the width of a wrapped text has made, none where it is not wrapped."""
    lines = [(line.start(), line.end(), line.group().strip()) for line in _LINE.finditer(text)]
    pairs = [(line, after) for line, after in pairwise(lines) if after[0] == line[1] + 1 and line[2] and after[2]]
    if len(pairs) < FEWEST:
        return []
    width = max(max(len(line[2]), len(after[2])) for line, after in pairs)
    if not NARROWEST <= width <= WIDEST:
        return []
    full = [line for line, after in pairs if len(line[2]) + 1 + len(after[2].split(maxsplit=1)[0]) > width]
    open_ = sum(line[2][-1] not in _ENDS for line, _ in pairs)
    amid = sum(line[2][-1] not in _ENDS for line in full)
    if len(full) < FEWEST or amid * SHARE < len(full) or (open_ - amid) * HEADINGS > len(full):
        return []
    return [line[1] for line in full]
