"""CSV and TSV: a header with the names of record fields, then one article or rejection a row."""

import codecs
import csv
from collections.abc import Iterator
from io import StringIO
from itertools import chain

from musnad.errors import InputError
from musnad.ingest.days import as_iso
from musnad.ingest.decode import clean, decode
from musnad.ingest.records import read_record
from musnad.ingest.source import Source
from musnad.ingest.stream import Stream
from musnad.model import Article, Rejection

_DELIMITERS = ("\t", ",", ";")  # a semicolon is what spreadsheets write where the comma stands in numbers
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
FIELDS = frozenset(("id", "text", "html", "title", "url", "publisher", "byline", "published", "date_basis"))
"""The names of columns that are read."""
_TOO_LONG = "\ufffe"  # no character: stands for a line above the limit
_BODY = frozenset(("text", "html"))


def table(stream: Stream, source: Source) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every row that is not blank.

    Columns are known by the names of record fields, whatever their order; others are passed over. An empty cell states
    nothing. A row with more or fewer cells than the header is a rejection: its cells may stand in the wrong columns.
    """
    lines = _lines(stream, source.max_bytes)
    first = next((line for line in lines if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    if csv.field_size_limit() < source.max_bytes:
        csv.field_size_limit(source.max_bytes)  # of the whole process, and so only ever raised
    rows = _rows(csv.reader(chain([first], lines), delimiter=delimiter))
    _, header = next(rows, ("", []))
    names = [name.strip().lower() for name in header] if isinstance(header, list) else []
    if not _BODY & set(names):
        reason = ("record", f"the header names neither text nor html but {names}") if header else ("empty", "no header")
        yield Rejection(source.label, *reason)
        return
    count = 0
    for where, row in rows:
        count += 1
        yield _read(names, row, where, source)
    damage = stream.damage()
    if damage is not None:
        yield Rejection(source.label, "truncated", f"{damage}, behind {count} rows")
    elif not count:
        yield Rejection(source.label, "empty", "a table without a single row")


def _read(names: list[str], row: list[str] | csv.Error, where: str, source: Source) -> Article | Rejection:
    if isinstance(row, csv.Error):
        return Rejection(None, "too-large" if "limit" in str(row) else "record", f"{where}: {row}")
    if any(_TOO_LONG in cell for cell in row):
        return Rejection(_id(names, row), "too-large", f"{where}: more than {source.max_bytes} bytes")
    if len(row) != len(names):
        return Rejection(_id(names, row), "record", f"{where}: {len(row)} cells, not {len(names)}")
    return read_record(_record_of(names, row), where, source.lexicon, source.given)


def _record_of(names: list[str], row: list[str]) -> dict[str, object]:
    """Return a row as a record; days that are written otherwise than in ISO form are put into it."""
    cells = zip(names, row, strict=True)
    record: dict[str, object] = {name: cell for name, cell in cells if name in FIELDS and cell.strip()}
    published = record.get("published")
    if isinstance(published, str):
        record["published"] = as_iso(published) or published
    return record


def _rows(rows: Iterator[list[str]]) -> Iterator[tuple[str, list[str] | csv.Error]]:
    """Yield the rows that are not blank with their number, and the errors of those that are none."""
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"row {number}", error
            continue
        if any(cell.strip() for cell in row):
            yield f"row {number}", row


def _id(names: list[str], row: list[str]) -> str | None:
    """Return the id in a row that is too long or too short, if it stands first, where nothing can shift it."""
    first = row[0].strip() if names[0] == "id" else ""
    return first if first and _TOO_LONG not in first else None


def _lines(stream: Stream, limit: int) -> Iterator[str]:
    """Yield the lines of a table as text; each is decoded for itself, for files are put together from others."""
    wide = _WIDE.get(stream.head(2))
    if wide is not None:
        text = stream.whole(limit).decode(wide, "replace").removeprefix("\ufeff")
        yield from map(clean, StringIO(text, newline=""))
        return
    for line in stream.lines(limit):
        if len(line) > limit:
            yield _TOO_LONG + "\n"
            continue
        try:
            text = line.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        except UnicodeDecodeError:
            text = _old(line, limit)
        yield text.replace("\0", "\ufffd")


def _old(line: bytes, limit: int) -> str:
    try:
        return decode(line, limit)
    except InputError:
        return line.decode("utf-8", "replace")
