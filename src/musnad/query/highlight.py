"""Where the words of a question stand in a text."""

import re

from musnad.arabic import fold
from musnad.model import Span
from musnad.store import patterns


def hits(text: str, *asked: str | None) -> tuple[Span, ...]:
    """Return where the words and phrases of some questions stand, in any form in which they are found, in order.

    >>> [span.of("قالت وزارته إنها للوزارة") for span in hits("قالت وزارته إنها للوزارة", "وزارة")]
    ['وزارته', 'للوزارة']
    """
    found: set[tuple[int, int]] = set()
    folded = fold(text)
    for words in asked:
        for pattern in patterns(words) if words else ():
            for match in re.finditer(pattern, folded.text):
                start, last = match.start(), match.end() - 1
                if folded.origins is not None:
                    start, last = folded.origins[start], folded.origins[last]
                found.add((start, last + 1))
    spans: list[Span] = []
    for start, end in sorted(found):
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)
