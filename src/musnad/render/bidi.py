"""Direction marks for mixed lines, so that a terminal that knows Arabic shows each part the right way round."""

FIRST_STRONG, RIGHT_TO_LEFT, END = "\u2068", "\u2067", "\u2069"
_MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


def isolate(text: str) -> str:
    r"""Return a piece of text that keeps its own direction inside a line of the other.

    Directions that the piece sets itself are closed inside it, so that nothing leaks.

    >>> isolate("abc") == "\u2068abc\u2069"
    True
    """
    return FIRST_STRONG + _closed(text) + END


def right_to_left(text: str) -> str:
    """Return a piece of text that runs from right to left as a whole, whatever it begins with: chains of names."""
    return RIGHT_TO_LEFT + _closed(text) + END


def plain(text: str) -> str:
    """Return a text without the marks of this module: for files and pipes, where nobody displays them."""
    return text.translate(_MARKS)


def _closed(text: str) -> str:
    flat = " ".join(text.split())
    opened = sum(flat.count(mark) for mark in "\u2066\u2067\u2068") - flat.count(END)
    return flat + END * max(opened, 0)
