"""What rules make: typed times that are not yet placed on a calendar."""

from dataclasses import dataclass

GREGORIAN, HIJRI = "gregorian", "hijri"


@dataclass(frozen=True, slots=True)
class Month:
    """A month by name; `weak` names are ordinary words too and need company, `named` ones are people's too.

    That of a `nought` one is the word for nought too.
    """

    number: int
    calendar: str
    weak: bool = False
    named: bool = False
    nought: bool = False


@dataclass(frozen=True, slots=True)
class Date:
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


@dataclass(frozen=True, slots=True)
class DayWord:
    """A day counted from the reference day, perhaps with its weekday."""

    offset: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, perhaps with a relative adjective; `weeks` counts further weeks (before last: 1)."""

    number: int
    shift: int | None = None
    weeks: int = 0
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A week, month, year or day counted from the present one; `code` is a quarter or half of a year."""

    unit: str
    shift: int
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season or quarter counted from the present one: -1 the last, 0 that of this year, 1 the next.

    None is the last one that has begun.
    """

    code: str
    shift: int | None


@dataclass(frozen=True, slots=True)
class Years:
    """Two years that follow each other, told together: a school, budget or sports year."""

    first: int
    calendar: str = GREGORIAN


@dataclass(frozen=True, slots=True)
class MonthWeek:
    """A week of a month, counted from 1."""

    number: int
    month: "Date | Period"


@dataclass(frozen=True, slots=True)
class YearPart:
    """A quarter, half or season of a given year."""

    year: int
    code: str


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: a count (None: several) of a unit."""

    count: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class Offset:
    """A day, month or year at a length of time from the reference day."""

    length: Length
    sign: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time; `day` is what the text says of its day, `zone` as in ISO 8601 or empty."""

    hour: int
    minute: int
    zone: str = ""
    day: "Date | DayWord | Weekday | None" = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part (MO, AF, EV, NI) of a day; without one it is of the day told before, else of the present one."""

    code: str
    day: "Date | DayWord | Weekday | None" = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no calendar: a vague reference, a set, a decade or century."""

    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Anaphor:
    """The same day, month or year as the one last named, or one that lies `shift` of them later.

    `length` is what remains where nothing was named.
    """

    unit: str
    shift: int
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day of a month that was named before."""

    day: int
    month: Anaphor


@dataclass(frozen=True, slots=True)
class Then:
    """The time that was told last, whatever it is; what is still present is meant by no «then»."""


@dataclass(frozen=True, slots=True)
class SameIn:
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
