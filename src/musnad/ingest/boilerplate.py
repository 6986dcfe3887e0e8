"""Lines that belong to the page and not to the article."""

import re
from dataclasses import dataclass
from functools import lru_cache

from musnad.arabic import fold_word
from musnad.ingest.days import Calendar
from musnad.lexicon import Lexicon
from musnad.model import Span

_LONGEST = 160  # code points; a longer line is prose whatever it begins with
_LONGEST_NOTICE = 600  # code points of a notice behind the body; so long are the rules for comments of some sites
_EDGES = " \t\u00a0\u200f\u200e.:!|-–—…«»\"'()[]<>*•‹›←→"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What is known of boilerplate: whole lines, how lines begin, what notices say; all folded."""

    whole: frozenset[str]
    starts: tuple[str, ...]
    phrases: tuple[str, ...]

    @classmethod
    @lru_cache(maxsize=2)  # derived from the lexicon alone; a page must not wait for it
    def of(cls, lexicon: Lexicon) -> "Boilerplate":
        """Return what a lexicon knows."""
        entries = tuple(lexicon.of_kind("boilerplate"))
        return cls(
            frozenset(_key(line) for entry in entries for line in entry.texts("line")),
            tuple(_key(start) for entry in entries for start in entry.texts("start")),
            tuple(_key(phrase) for entry in entries for phrase in entry.texts("phrase")),
        )

    def without(self, lines: list[str], calendar: Calendar) -> list[str]:
        """Return the lines of an article that are no boilerplate, in their order.

        Notices behind the last line are left out too, and printed days of publication before the first and behind it.
        """
        kept = [line for line in lines if not self.is_line(line)]
        while kept and (self.is_notice(kept[-1]) or calendar.stamp(kept[-1]) is not None):
            kept.pop()
        while kept and calendar.stamp(kept[0]) is not None:
            kept.pop(0)
        return kept

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the boilerplate lines of a text that is kept verbatim, and the notices behind its last line.

        Nothing is said or done there: whoever looks for statements or events passes over them.
        """
        lines = [line for line in re.finditer(r"[^\n]+", text) if not line.group().isspace()]
        found = [line for line in lines if self.is_line(line.group())]
        for line in lines[:0:-1]:
            if line not in found:
                if not self.is_notice(line.group()):
                    break
                found.append(line)
        return tuple(sorted((Span(line.start(), line.end()) for line in found), key=lambda span: span.start))

    def is_line(self, line: str) -> bool:
        """Say whether a line is boilerplate wherever it stands."""
        if len(line) > _LONGEST:
            return False
        key = _key(line)
        return not key or key in self.whole or key.startswith(self.starts)

    def is_notice(self, line: str) -> bool:
        """Say whether a line tells readers how to comment, or whose opinion it is not: known by what it says."""
        if len(line) > _LONGEST_NOTICE:
            return False
        key = _key(line)
        return any(phrase in key for phrase in self.phrases)


def _key(line: str) -> str:
    return " ".join(fold_word(line).split()).strip(_EDGES)
