"""Where texts are shown: a terminal, with colours, wrapped lines and Arabic on the right; or a plain file or pipe.

On a terminal every line is isolated for itself, so that no direction leaks over a line break. Elsewhere a text is one
line without colours, marks or wrapping, for other programs to read.
"""

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from musnad.render.bidi import plain, right_to_left

_WIDEST = 100  # columns; longer lines of Arabic are hard to read
_NARROWEST = 40
MARGIN = 6  # columns left of a text
_GUTTER = 4  # columns between two texts side by side


class _Screen(Console):
    """A console that leaves a broken pipe to its caller."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Screen:
    """Writes lines to a console."""

    def __init__(self, console: Console | None = None) -> None:
        """Write to `console`, by default to standard output."""
        self.console = console if console is not None else _Screen(highlight=False, soft_wrap=True)
        self.width = max(_NARROWEST, min(self.console.width, _WIDEST))

    def line(self, *parts: str | tuple[str, str]) -> None:
        """Write one line of parts, each a string or a string with its style."""
        shown = self.console.is_terminal
        texts = [(part, "") if isinstance(part, str) else part for part in parts]
        self.console.print(Text.assemble(*((t if shown else plain(t), style) for t, style in texts)), soft_wrap=True)

    def heading(self, text: str) -> None:
        """Write a heading with an empty line above it."""
        self.line("")
        self.line((text, "bold cyan"))

    def rule(self, text: str) -> None:
        """Write the title of a part between lines."""
        self.line("")
        if not self.console.is_terminal:
            self.line(f"=== {text} ===")
            return
        self.line(("━" * self.width, "dim"))
        if text.isascii():
            self.line((text, "bold"))
        else:
            self.arabic(text, "bold")
        self.line(("━" * self.width, "dim"))

    def arabic(self, text: str, style: str = "") -> None:
        """Write a text that runs from right to left: wrapped and on the right side of a terminal."""
        if not self.console.is_terminal:
            self.line(" " * MARGIN + text)
            return
        for each in wrapped(text, self.width - MARGIN):
            self._right(each, style)

    def row(self, left: Sequence[tuple[str, str]], right: str, style: str = "") -> None:
        """Write a note and, on the other side of the same line if there is room, a text from right to left."""
        flat = plain(right)
        room = self.width - sum(cell_len(plain(text)) for text, _ in left) - cell_len(flat)
        if self.console.is_terminal and room > 1:
            self.line(*left, " " * room, (right_to_left(flat), style))
            return
        if left:
            self.line(*left)
        if flat:
            self.arabic(flat, style)

    def beside(self, right: Sequence[str], left: Sequence[str]) -> None:
        """Write two columns of texts side by side, one after the other where nobody watches."""
        if not self.console.is_terminal:
            for text in (*right, "", *left):
                self.line(" " * MARGIN + text if text else "")
            return
        column = (self.width - _GUTTER) // 2
        for one, other in zip_longest(_column(left, column), _column(right, column), fillvalue=""):
            self.line(_padded(one, column), " " * _GUTTER, _padded(other, column))

    def _right(self, text: str, style: str) -> None:
        self.line(" " * max(0, self.width - cell_len(text)), (right_to_left(text), style))


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text that are at most `width` columns wide, cut between words and without marks.

    >>> wrapped("one two three", 8)
    ['one two', 'three']
    """
    lines: list[str] = []
    used = 0
    for word in plain(text).split():
        size = cell_len(word)
        if lines and used + 1 + size <= width:
            lines[-1] += " " + word
            used += 1 + size
        else:
            lines.append(word)
            used = size
    return lines


def _column(texts: Sequence[str], width: int) -> list[str]:
    return [line for text in texts for line in (*wrapped(text, width), "")]


def _padded(text: str, width: int) -> str:
    return " " * max(0, width - cell_len(text)) + (right_to_left(text) if text else "")
