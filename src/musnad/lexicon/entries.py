"""Entries of the data files, made when first asked for: an article needs a hundredth of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, overload

from musnad.lexicon.packed import length, texts, unpacked


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a data file: `id` is `kind.name` and stable, `attrs` are the fields that its kind declares.

    `headword` is its first form as it is written. `referrers` are the entries of which a field names this one,
    `referred` those that this one names.
    """

    id: str
    kind: str
    attrs: Mapping[str, object]
    headword: str
    referrers: Sequence["Entry"] = field(default=(), compare=False, repr=False)
    referred: Sequence["Entry"] = field(default=(), compare=False, repr=False)

    def text(self, name: str, default: str = "") -> str:
        """Return a string field."""
        value = self.attrs.get(name)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: int = 0) -> int:
        """Return an integer field."""
        value = self.attrs.get(name, default)
        return value if isinstance(value, int) else default

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a field of strings (empty where absent)."""
        value: Any = self.attrs.get(name, ())
        return value if isinstance(value, tuple) else ()

    def flag(self, name: str) -> bool:
        """Return a boolean field (False where absent)."""
        return self.attrs.get(name) is True

    def tables(self, name: str) -> tuple[Mapping[str, object], ...]:
        """Return a field of tables (empty where absent)."""
        value: Any = self.attrs.get(name, ())
        return value if isinstance(value, tuple) else ()

    def referring(self, kind: str) -> tuple["Entry", ...]:
        """Return the entries of a kind of which a field names this one, such as the terms of a person."""
        return tuple(entry for entry in self.referrers if entry.kind == kind)

    def named(self, kind: str) -> "Entry | None":
        """Return the entry of a kind that a field of this one names, such as the person of a term."""
        return next((entry for entry in self.referred if entry.kind == kind), None)


class Table:
    """The entries of one kind by columns: names (ids without the kind), headwords, and the values of every field.

    A value is None where an entry has no such field. Columns may be packed; they are unpacked when first asked for,
    since an article needs entries of few kinds.
    """

    def __init__(self, kind: str, names: Any, headwords: Any, columns: Mapping[str, Any]) -> None:  # noqa: ANN401
        """Take the columns, packed or not."""
        self.kind = kind
        self.size = length(names)
        self._packed = names, headwords, columns

    @cached_property
    def names(self) -> Sequence[str]:
        """Return the names."""
        return texts(self._packed[0])

    @cached_property
    def headwords(self) -> Sequence[str]:
        """Return the headwords, "" for an entry without words."""
        return texts(self._packed[1])

    @cached_property
    def columns(self) -> Mapping[str, Sequence[object]]:
        """Return the values by field."""
        return {name: unpacked(column) for name, column in self._packed[2].items()}


class Entries(Mapping[str, Entry]):
    """All entries by id, and by their numbers, which run through the tables in order."""

    __slots__ = ("_made", "_numbers", "_referred", "_referrers", "_starts", "_tables")

    def __init__(self, tables: Sequence[Table], references: Iterable[tuple[int, Sequence[int]]]) -> None:
        """Take the tables of all kinds, and for every entry that others name these, all by number."""
        self._tables = tables
        self._starts: list[int] = []
        total = 0
        for table in tables:
            self._starts.append(total)
            total += table.size
        self._made: list[Entry | None] = [None] * total
        self._numbers: dict[str, dict[str, int]] = {}
        self._referrers = dict(references)
        self._referred: dict[int, list[int]] = {}
        for number, others in self._referrers.items():
            for other in others:
                self._referred.setdefault(other, []).append(number)

    def numbered(self, number: int) -> Entry:
        """Return the entry of a number."""
        entry = self._made[number]
        if entry is None:
            at = bisect_right(self._starts, number) - 1
            table, row = self._tables[at], number - self._starts[at]
            cells = ((name, column[row]) for name, column in table.columns.items())
            values = {name: tuple(v) if isinstance(v, list) else v for name, v in cells if v is not None}
            entry = Entry(
                f"{table.kind}.{table.names[row]}",
                table.kind,
                values,
                table.headwords[row],
                _Some(self, self._referrers.get(number, ())),
                _Some(self, self._referred.get(number, ())),
            )
            self._made[number] = entry
        return entry

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Yield the entries of a kind in order."""
        for start, table in zip(self._starts, self._tables, strict=True):
            if table.kind == kind:
                yield from map(self.numbered, range(start, start + table.size))

    def tables(self, kind: str) -> Iterator[Table]:
        """Yield the tables of a kind: its entries by columns, for whoever wants some fields of all of them."""
        return (table for table in self._tables if table.kind == kind)

    def numbers(self, *kinds: str) -> frozenset[int]:
        """Return the numbers of the entries of some kinds."""
        tables = zip(self._starts, self._tables, strict=True)
        return frozenset(n for start, table in tables if table.kind in kinds for n in range(start, start + table.size))

    def __getitem__(self, entry_id: str) -> Entry:
        """Return the entry of an id."""
        kind, _, name = entry_id.partition(".")
        return self.numbered(self._of_kind(kind)[name])

    def __contains__(self, entry_id: object) -> bool:
        """Say whether there is an entry of an id."""
        kind, _, name = str(entry_id).partition(".")
        return name in self._of_kind(kind)

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return (f"{table.kind}.{name}" for table in self._tables for name in table.names)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._made)

    def _of_kind(self, kind: str) -> dict[str, int]:
        """Return the numbers of the entries of a kind by name, made at the first call."""
        numbers = self._numbers.get(kind)
        if numbers is None:
            found = [k for k, table in enumerate(self._tables) if table.kind == kind]
            numbers = {name: self._starts[k] + row for k in found for row, name in enumerate(self._tables[k].names)}
            self._numbers[kind] = numbers
        return numbers


class _Some(Sequence[Entry]):
    """Some of all entries, by their numbers."""

    __slots__ = ("_all", "_numbers")

    def __init__(self, entries: Entries, numbers: Sequence[int]) -> None:
        self._all = entries
        self._numbers = numbers

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(at, slice):
            return [self._all.numbered(number) for number in self._numbers[at]]
        return self._all.numbered(self._numbers[at])

    def __len__(self) -> int:
        return len(self._numbers)
