"""Do the fields of records hold what their annotations say? Asked where records are made of data from outside.

Inside the package mypy proves it; a JSON value of somebody else may hold a number where a record wants a name, and that
must show where it is loaded, not three stages later.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from math import isfinite
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from musnad.errors import RecordError

Fits = Callable[[Any], bool]


def require_types(record: Any) -> None:  # noqa: ANN401 - of any class
    """Raise `RecordError` where a field of a record, or of one inside it, holds a value of another type."""
    kind: Any = type(record)
    for name, fits in _fields(kind):
        value = getattr(record, name)
        if not fits(value):
            message = f"{type(record).__name__}.{name} cannot be {value!r:.80}"
            raise RecordError(message)


@cache
def _fields(kind: Any) -> tuple[tuple[str, Fits], ...]:  # noqa: ANN401 - the class of a record
    hints = get_type_hints(kind)
    return tuple((field.name, _fits(hints[field.name])) for field in fields(kind) if field.init)


def _fits(hint: Any) -> Fits:  # noqa: ANN401 - any annotation of a record
    """Return the test of one annotation: plain types, records, tuples and unions of these."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        either = [_fits(each) for each in inside]
        return lambda value: any(test(value) for test in either)
    if origin is tuple and inside[-1] is Ellipsis:
        every = _fits(inside[0])
        return lambda value: isinstance(value, tuple) and all(map(every, value))
    if origin is tuple:
        each = [_fits(part) for part in inside]
        return lambda value: (
            isinstance(value, tuple) and len(value) == len(each) and all(t(v) for t, v in zip(each, value, strict=True))
        )
    if hint is int:
        return _is_whole
    if hint is float:
        return lambda value: _is_whole(value) or (isinstance(value, float) and isfinite(value))
    return _record(hint) if is_dataclass(hint) else lambda value: isinstance(value, hint)


def _is_whole(value: Any) -> bool:  # noqa: ANN401 - what is asked
    return isinstance(value, int) and not isinstance(value, bool)


def _record(kind: Any) -> Fits:  # noqa: ANN401 - the class of a record
    def fits(value: Any) -> bool:  # noqa: ANN401 - what is asked
        if isinstance(value, kind):
            require_types(value)
            return True
        return False

    return fits
