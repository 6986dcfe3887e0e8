"""Fields that name other entries: every one of them must exist, and knows who names it."""

from collections.abc import Iterator, Mapping, Sequence

from musnad.errors import LexiconError
from musnad.lexicon.files import Row
from musnad.lexicon.schema import KindSchema


def references(rows: Sequence[Row], kinds: Mapping[str, KindSchema]) -> dict[int, list[int]]:
    """Return for the number of every row that others name the numbers of these, in order.

    Raises `LexiconError` where a field names an entry that there is none of.
    """
    numbers = {row.id: number for number, row in enumerate(rows)}
    found: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        for field, name in _named(row, kinds[row.kind]):
            if name not in numbers:
                message = f"{row.path}, line {row.line}: {row.id}: field {field!r} names {name!r}, which is no entry"
                raise LexiconError(message)
            found.setdefault(numbers[name], []).append(number)
    return found


def _named(row: Row, kind: KindSchema) -> Iterator[tuple[str, str]]:
    """Yield the fields of a row that name an entry, each with the full id of that entry."""
    for field in kind.fields:
        if field.refers and field.name in row.attrs:
            name = str(row.attrs[field.name])
            yield field.name, f"{field.refers[0]}.{name}" if len(field.refers) == 1 else name
