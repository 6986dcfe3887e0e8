"""What rules make: typed times that are not yet placed on a calendar."""

from dataclasses import dataclass
from typing import NamedTuple

GREGORIAN, HIJRI = "gregorian", "hijri"


class Month(NamedTuple):
    """A month by name; `weak` names are ordinary words too and need company, `named` ones are people's too.

    That of a `nought` one is the word for nought too.
    """

    number: int
    calendar: str
    weak: bool = False
    named: bool = False
    nought: bool = False


class Date(NamedTuple):
    """A date as written: any of year, month and day may be missing.

    `shift` is that of a relative adjective (last -1, this 0, next 1), or None; `month_shift` and `year_shift` count
    from the reference month or year («17 من الشهر الجاري»); `weekday` is ISO, as a check and a help; `twin` is the date
    in the other calendar that the text puts beside it, `beside` the day word («غدا الأحد») before it.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: str = GREGORIAN
    shift: int | None = None
    month_shift: int | None = None
    year_shift: int | None = None
    weekday: int | None = None
    twin: "Date | None" = None
    beside: "DayWord | None" = None


class DayWord(NamedTuple):
    """A day counted from the reference day, perhaps with its weekday."""

    offset: int
    weekday: int | None = None


class Weekday(NamedTuple):
    """A weekday, perhaps with a relative adjective; `weeks` counts further weeks (before last: 1)."""

    number: int
    shift: int | None = None
    weeks: int = 0
    last: int | None = None


class Period(NamedTuple):
    """A week, month, year or day counted from the present one; `code` is a quarter or half of a year."""

    unit: str
    shift: int
    code: str | None = None


class Season(NamedTuple):
    """A season or quarter counted from the present one: -1 the last, 0 that of this year, 1 the next.

    None is the last one that has begun.
    """

    code: str
    shift: int | None


class Years(NamedTuple):
    """Two years that follow each other, told together: a school, budget or sports year."""

    first: int
    calendar: str = GREGORIAN


class MonthWeek(NamedTuple):
    """A week of a month, counted from 1."""

    number: int
    month: "Date | Period"


class YearPart(NamedTuple):
    """A quarter, half or season of a given year."""

    year: int
    code: str


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: a count (None: several) of a unit."""

    count: int | None
    unit: str


class Offset(NamedTuple):
    """A day, month or year at a length of time from the reference day."""

    length: Length
    sign: int


class Clock(NamedTuple):
    """A clock time; `day` is what the text says of its day, `zone` as in ISO 8601 or empty."""

    hour: int
    minute: int
    zone: str = ""
    day: "Date | DayWord | Weekday | None" = None


class Part(NamedTuple):
    """A part (MO, AF, EV, NI) of a day; without one it is of the day told before, else of the present one."""

    code: str
    day: "Date | DayWord | Weekday | None" = None


class Fixed(NamedTuple):
    """A value that needs no calendar: a vague reference, a set, a decade or century."""

    type: str
    value: str


class Anaphor(NamedTuple):
    """The same day, month or year as the one last named, or one that lies `shift` of them later.

    `length` is what remains where nothing was named.
    """

    unit: str
    shift: int
    length: Length | None = None


class DayOf(NamedTuple):
    """A day of a month that was named before."""

    day: int
    month: Anaphor


@dataclass(frozen=True, slots=True)
class Then:
    """The time that was told last, whatever it is; what is still present is meant by no «then»."""


class SameIn(NamedTuple):
    """The period that was told last, in another year: «الفترة نفسها من العام الماضي»."""

    year: Date | Period


Value = (
    Date
    | DayWord
    | Weekday
    | Period
    | Season
    | MonthWeek
    | Years
    | YearPart
    | Length
    | Offset
    | Clock
    | Part
    | Fixed
    | Anaphor
    | DayOf
    | Then
    | SameIn
)
