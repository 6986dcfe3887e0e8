"""Direction marks for mixed lines, so that a terminal that knows Arabic shows each part the right way round."""

FIRST_STRONG, END = "\u2068", "\u2069"


def isolate(text: str) -> str:
    r"""Return a piece of text that keeps its own direction inside a line of the other.

    Directions that the piece sets itself are closed inside it, so that nothing leaks.

    >>> isolate("abc") == "\u2068abc\u2069"
    True
    """
    flat = " ".join(text.split())
    opened = sum(flat.count(mark) for mark in "\u2066\u2067\u2068") - flat.count(END)
    return FIRST_STRONG + flat + END * max(opened, 0) + END
