"""Lexicon records: forms of entries, what a token may be, and the compiled whole."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from musnad.errors import LexiconError
from musnad.lexicon.entries import Entries, Entry
from musnad.lexicon.schema import KindSchema


class Override(NamedTuple):
    """A shipped entry in whose place one of a user's own stands: where both are, and the fields that differ."""

    id: str
    shipped: str
    own: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One spelled form of an entry with its grammar: see `musnad.arabic.Inflected`.

    `pattern` is the folded form; `prefixes` the proclitic chains that may stand before it; `suffix` as in `Inflected`;
    `article` says that the entry is written with the article, which the pattern leaves to the prefix.
    """

    entry: Entry
    pattern: str
    pos: str
    tense: str
    gender: str
    number: str
    voice: str
    person: int
    suffix: str
    prefixes: frozenset[str]
    article: bool


class Shape(NamedTuple):
    """All of a form but its entry and its pattern; see `Form` for the fields."""

    pos: str
    tense: str
    gender: str
    number: str
    voice: str
    person: int
    suffix: str
    prefixes: str
    article: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to read a token: a form, what is written onto it, and how many letters lie before and after the word.

    `entry` and `kind` are those of the form.
    """

    form: Form
    prefix: str
    suffix: str
    before: int
    after: int
    definite: bool
    entry: Entry
    kind: str


@dataclass(frozen=True, slots=True)
class Head:
    """A token that may begin phrases: its prefix, its stem, and how many words phrases have by their second word."""

    prefix: str
    stem: str
    lengths: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Word:
    """All that one token may be: words in order of their entries, their kinds, and beginnings of phrases."""

    cuts: tuple[Cut, ...]
    heads: tuple[Head, ...]
    kinds: frozenset[str]
    verb: bool


class Forms(Mapping[str, tuple[Form, ...]]):
    """Forms by pattern, made when first asked for: an article needs a hundredth of them."""

    __slots__ = ("_codes", "_entries", "_made", "_shapes")

    def __init__(
        self, codes: Mapping[str, int | list[int]], entries: Entries, shapes: Sequence[Callable[..., Form]]
    ) -> None:
        """Take for every pattern one code or several: number of the entry, times the number of shapes, plus shape."""
        self._codes = codes
        self._entries = entries
        self._shapes = shapes
        self._made: dict[str, tuple[Form, ...]] = {}

    def __getitem__(self, pattern: str) -> tuple[Form, ...]:
        """Return the forms that are spelled like a pattern."""
        made = self._made.get(pattern)
        if made is None:
            codes = self._codes[pattern]
            pairs = [divmod(code, len(self._shapes)) for code in (codes if isinstance(codes, list) else [codes])]
            made = tuple(
                self._shapes[shape](entry=self._entries.numbered(entry), pattern=pattern) for entry, shape in pairs
            )
            self._made[pattern] = made
        return made

    def of_kinds(self, *kinds: str) -> Iterator[Form]:
        """Yield the forms of the entries of some kinds; others are not made for it."""
        wanted, shapes = self._entries.numbers(*kinds), len(self._shapes)
        for pattern, codes in self._codes.items():
            if any(code // shapes in wanted for code in (codes if isinstance(codes, list) else (codes,))):
                yield from (form for form in self[pattern] if form.entry.kind in kinds)

    def __contains__(self, pattern: object) -> bool:
        """Say whether any form is spelled like a pattern."""
        return pattern in self._codes

    def __iter__(self) -> Iterator[str]:
        """Yield the patterns."""
        return iter(self._codes)

    def __len__(self) -> int:
        """Return the number of patterns."""
        return len(self._codes)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All entries, by id and kind, and all forms by pattern. `digest` names the exact data it was compiled from.

    A lexicon equals only itself, so that what is derived from it can be kept by it.

    `look_up` says what a token may be with what is written onto it (see `musnad.lexicon.index`). `overrides` are the
    shipped entries that a user replaced.
    """

    digest: str
    kinds: Mapping[str, KindSchema]
    entries: Entries
    forms: Forms
    look_up: Callable[[str, bool], Word | None]
    overrides: tuple[Override, ...] = ()

    def entry(self, entry_id: str) -> Entry:
        """Return the entry of an id. Raises `LexiconError` if there is none."""
        try:
            return self.entries[entry_id]
        except KeyError:
            message = f"no lexicon entry has the id {entry_id!r}"
            raise LexiconError(message) from None

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Yield the entries of a kind. Raises `LexiconError` if no schema declares it."""
        if kind not in self.kinds:
            message = f"no schema declares the kind {kind!r}"
            raise LexiconError(message)
        return self.entries.of_kind(kind)
