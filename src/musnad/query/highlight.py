"""Where the words of a question stand in a text."""

from musnad.arabic import fold
from musnad.model import Span
from musnad.store import places


def hits(text: str, *asked: str | None) -> tuple[Span, ...]:
    """Return where the words and phrases of some questions stand, in any form in which they are found, in order.

    >>> [span.of("قالت وزارته إنها للوزارة") for span in hits("قالت وزارته إنها للوزارة", "وزارة")]
    ['وزارته', 'للوزارة']
    """
    found: set[tuple[int, int]] = set()
    folded = fold(text)
    for words in asked:
        for start, end in places(folded.text, words) if words else ():
            if folded.origins is None:
                found.add((start, end))
            else:
                found.add((folded.origins[start], folded.origins[end - 1] + 1))
    spans: list[Span] = []
    for start, end in sorted(found):
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)
