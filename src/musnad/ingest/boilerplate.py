"""Lines that belong to the page and not to the article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from musnad.arabic import fold_word
from musnad.ingest.days import Calendar
from musnad.ingest.site import Site, Sites
from musnad.lexicon import Entry, Lexicon
from musnad.model import Article, Span

_LONGEST = 160  # code points; a longer line is prose whatever it begins with
_LONGEST_NOTICE = 600  # code points of a notice behind the body; so long are the rules for comments of some sites
_LONGEST_REST = 60  # code points of a line that belongs to the notice before it
_MOST_REST = 8  # such lines: the numbers of telephone companies, the tags of an article
_MARKS = "-–—:|/"  # what stands between the word and the name
_NO_NAME = re.compile(r"[\d.:?؟،«\"]")
_MOST_NAMES = 6  # words of a name, or of two
_EDGES = " \t\u00a0\u200f\u200e.:!|-–—…«»\"'()[]<>*•‹›←→/"
_CLOCK = re.compile(r"[\s(/]*\d{1,2}[:.]\d\d[\s)/]*(?!\d)")
_MARK_UP = re.compile(r"""\A\s*(?:<\w+\s[^>]*=|(?:class|alt|href|src|style)=")|<(?:img|iframe)\s[^>]*=""", re.ASCII)
_MACHINE = re.compile(
    rf"""{_MARK_UP.pattern}|\(@\w+\)\s+\w+\s\d{{1,2}},\s\d{{4}}"""
    r"""|\A[\s(*-]*(?:https?://|www\.)\S+[\s.)]*\Z|\A[\s(*-]*[\w.+\- ]+@[\w.\- ]+\.\w{2,}[\s.)]*\Z""",
    re.ASCII,
)
"""What machines write: broken mark-up, posts of a network shown in a page, a lonely address."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What is known of boilerplate: whole lines, how lines begin anywhere or behind the body, what notices say."""

    whole: frozenset[str]
    starts: re.Pattern[str]
    behind: re.Pattern[str]
    phrases: tuple[str, ...]
    walls: tuple[str, ...]
    authors: frozenset[str]
    nobody: frozenset[str]
    glued: tuple[str, ...]
    beside_clock: frozenset[str]
    lexicon: Lexicon
    own: re.Pattern[str] = field(default=re.compile(r"(?!)"))

    @classmethod
    @lru_cache(maxsize=2)  # derived from the lexicon alone; a page must not wait for it
    def of(cls, lexicon: Lexicon) -> "Boilerplate":
        """Return what a lexicon knows."""
        entries = tuple(lexicon.of_kind("boilerplate"))
        return cls(
            frozenset(_key(line) for entry in entries for line in entry.texts("line")),
            _beginning(_words(entries, "start")),
            _beginning(_words(entries, "behind")),
            tuple(_key(phrase) for entry in entries for phrase in entry.texts("phrase")),
            tuple(_key(phrase) for entry in entries for phrase in entry.texts("wall")),
            frozenset(_key(word) for entry in entries for word in entry.texts("author")),
            frozenset(_key(word).lower() for entry in entries for word in entry.texts("nobody")),
            tuple(_key(line) for entry in entries for line in entry.texts("glued")),
            frozenset(word for entry in entries for stamp in entry.texts("stamp") for word in _folded(stamp).split()),
            lexicon,
        )

    @property
    def sites(self) -> Sites:
        """Return the known sites, which a text without address and publisher does not wait for."""
        return Sites.of(self.lexicon)

    def at(self, site: Site) -> "Boilerplate":
        """Return the same with the lines that only one site has."""
        return replace(self, own=_own(site.furniture)) if site.furniture else self

    def without(self, lines: list[str], calendar: Calendar) -> list[str]:
        """Return the lines of an article that are no boilerplate, in their order.

        Notices behind the last line are left out too, and printed days of publication before the first and behind it.
        """
        kept = [line for line in lines if not self.is_line(line)]
        while kept and ((cut := self._end(kept)) < len(kept) or calendar.stamp(kept[-1]) is not None):
            del kept[min(cut, len(kept) - 1) :]
        while kept and calendar.stamp(kept[0]) is not None:
            kept.pop(0)
        return kept

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the boilerplate lines of a text that is kept verbatim, and the notices behind its last line.

        Nothing is said or done there: whoever looks for statements or events passes over them.
        """
        lines = [line for line in re.finditer(r"[^\n]+", text) if not line.group().isspace()]
        prose = [line for line in lines if not self.is_line(line.group())]
        end = self._end([line.group() for line in prose])
        kept = {line.start() for line in prose[:end]}
        return tuple(Span(line.start(), line.end()) for line in lines if line.start() not in kept)

    def in_article(self, article: Article) -> tuple[Span, ...]:
        """Return the same for an article, with the lines that only its publisher's pages have."""
        from_site = article.url or article.publisher
        known = self.at(self.sites.at(article.url, article.publisher)) if from_site else self
        return known.spans(article.text)

    def is_line(self, line: str) -> bool:
        """Say whether a line is boilerplate wherever it stands."""
        if len(line) > _LONGEST_NOTICE:
            return False
        if len(line) > _LONGEST:
            return self.own.match(_key(line[:_LONGEST])) is not None or _MARK_UP.search(line) is not None
        key = _key(line)
        begins = self.starts.match(key) or self.own.match(key)
        return not key or key in self.whole or begins is not None or _MACHINE.search(line) is not None

    def is_notice(self, line: str) -> bool:
        """Say whether a line tells readers how to comment, or whose opinion it is not: known by what it says."""
        if len(line) > _LONGEST_NOTICE:
            return False
        key = _key(line)
        return sum(phrase in key for phrase in self.phrases) > (len(line) > _LONGEST)

    def is_wall(self, lines: list[str]) -> bool:
        """Say whether a page asks to log in or to subscribe instead of showing its article."""
        text = " ".join(lines)
        if len(text) > _LONGEST_NOTICE:
            return False
        key = _key(text)
        return sum(phrase in key for phrase in self.walls) > 1

    def is_nobody(self, name: str) -> bool:
        """Say whether a name is what systems write where no author is known («admin»)."""
        return _key(name).lower() in self.nobody

    def author(self, line: str) -> str | None:
        """Return the name in a line that says who wrote the article («كتب - فلان:») and nothing else."""
        words = line.split() if len(line) <= _LONGEST_REST else []
        for size in (2, 1):
            if _key(" ".join(words[:size])) in self.authors:
                name = " ".join(words[size:])
                is_marked = words[:size][-1][-1] in _MARKS or name[:1] in _MARKS or name.endswith(":")
                name = name.strip(_MARKS + " ")
                if is_marked and name and len(name.split()) <= _MOST_NAMES and _NO_NAME.search(name) is None:
                    return name
        return None

    def _end(self, lines: list[str]) -> int:
        """Return how many lines there are before the notices behind the body; the first line is never one of them."""
        end = len(lines)
        while end > 1:
            rest = 0
            while rest < min(_MOST_REST, end - 2) and len(lines[end - 1 - rest]) <= _LONGEST_REST:
                rest += 1
            found = next((back for back in range(rest + 1) if self._is_behind(lines[end - 1 - back])), None)
            if found is None:
                break
            end -= found + 1
        return end

    def _is_behind(self, line: str) -> bool:
        key = _key(line[:_LONGEST_NOTICE])
        begins = len(line) <= _LONGEST and self.behind.match(key) is not None
        return begins or key.startswith(self.glued) or self._is_clock(line) or self.is_notice(line)

    def _is_clock(self, line: str) -> bool:
        """Say whether a line prints a clock time and nothing else, as agencies end their dispatches."""
        if len(line) > _LONGEST_REST or (found := _CLOCK.match(line)) is None:
            return False
        return self.beside_clock.issuperset(_folded(line[found.end() :]).split())


@lru_cache(maxsize=256)  # a site has many pages
def _own(furniture: tuple[str, ...]) -> re.Pattern[str]:
    return _beginning(sorted((re.escape(_folded(line)) for line in furniture), key=len, reverse=True))


def _words(entries: Iterable[Entry], field: str) -> list[str]:
    """Return the words of a field, folded, as parts of a pattern, the longest first."""
    found = {_folded(word) for entry in entries for word in entry.texts(field)}
    return [re.escape(word) for word in sorted(found, key=len, reverse=True)]


def _beginning(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words)})(?:(?<=\W)|(?!\w)|(?<=http))" if words else r"(?!)")


def _folded(line: str) -> str:
    return " ".join(fold_word(line).split())


def _key(line: str) -> str:
    return _folded(line).strip(_EDGES)
