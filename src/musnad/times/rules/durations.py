"""Lengths of time, and days at a length of time from the present one."""

from musnad.arabic import AND, ARTICLE, BARE, LAM, is_full_dual
from musnad.grammar import Context, Kind, Mark, Number, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import Fixed, Length, Offset

LONGEST = 5000  # units; a larger number is no length of time
DECADES = 30  # more are contracts: «112 عقدا»
FIRST_YEAR, LAST_YEAR = 1800, 2150
_LONG = frozenset({"DE", "CE"})
_DIVIDED = {"MIN": (60, "S"), "H": (60, "MIN"), "D": (24, "H"), "Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y")}
_AND_PART = frozenset({AND, AND + ARTICLE})


def _counted(count: int, unit: Hit) -> Length | None:
    counted = unit.form.number in {"s", "p"} and not unit.definite
    counted = counted and (unit.entry.text("unit") != "DE" or count <= DECADES)
    return Length(count, unit.entry.text("unit")) if counted else None


def _dual(unit: Hit) -> Length | None:
    """The dual is a count of its own, if nothing makes it two particular ones."""
    full = unit.form.number == "d" and is_full_dual(unit.form.pattern)
    return Length(2, unit.entry.text("unit")) if full and not unit.definite else None


def _rolling(length: Length, shift: Hit) -> Length | None:
    return length if shift.entry.flag("rolling") else None


def _units_rolling(unit: Hit, count: int, shift: Hit) -> Length | None:
    if not shift.entry.flag("rolling") or unit.form.number != "p":
        return None
    return Length(count, unit.entry.text("unit"))


def _dual_rolling(unit: Hit, shift: Hit) -> Length | None:
    if unit.form.number != "d" or not shift.entry.flag("rolling"):
        return None
    return Length(2, unit.entry.text("unit"))


def _one(unit: Hit) -> Length | None:
    single = unit.form.number == "s" and not unit.definite and not unit.prefix
    return Length(1, unit.entry.text("unit")) if single else None


def _offset(ago: Hit, length: Length) -> Offset:
    return Offset(length, ago.entry.number("sign"))


def _several(unit: Hit) -> Length | None:
    """An indefinite plural; decades and centuries need a preposition, their plurals have other meanings too."""
    sure = unit.entry.text("unit") not in _LONG and not unit.entry.flag("weak")
    return _indefinite(unit) if sure else None


def _indefinite(unit: Hit) -> Length | None:
    plural = unit.form.number == "p" and not unit.definite and not unit.prefix
    return Length(None, unit.entry.text("unit")) if plural else None


def _for_several(unit: Hit) -> Length | None:
    """«لسنوات»."""
    sure = unit.entry.text("unit") not in _LONG and not unit.entry.flag("weak")
    return _any_plural(unit) if sure else None


def _any_plural(unit: Hit) -> Length | None:
    plural = unit.form.number == "p" and not unit.definite
    return Length(None, unit.entry.text("unit")) if plural else None


def _during(unit: Hit) -> Length | None:
    return _indefinite(unit) or _one(unit)


def _first_of_range(count: int, length: Length) -> Length | None:
    """The first of two counts is of the unit that is written behind the second."""
    return Length(count, length.unit) if length.count is not None and count < length.count else None


def _part_of_unit(half: Hit, unit: Hit) -> Length | None:
    one, divided = _one(unit), _DIVIDED.get(unit.entry.text("unit"))
    if one is None or divided is None:
        return None
    count, code = divided
    return Length(count * half.entry.number("percent") // 100, code)


def _and_part(length: Length, half: Hit) -> Length | None:
    divided = _DIVIDED.get(length.unit)
    if divided is None or length.count is None:
        return None
    count, code = divided
    return Length(length.count * count + count * half.entry.number("percent") // 100, code)


def _vaguely(ago: Hit, unit: Hit) -> Fixed | None:
    if _indefinite(unit) is None:
        return None
    return _side(ago)


def _vaguely_period(ago: Hit, period: Hit) -> Fixed | None:
    """«قبل عدة أيام»; what names its side itself needs no preposition."""
    return _side(ago) if period.entry.text("value").startswith("P") and not period.definite else None


def _side(ago: Hit) -> Fixed:
    return Fixed("DATE", "PAST_REF" if ago.entry.number("sign") < 0 else "FUTURE_REF")


def _same(length: Length) -> Length:
    return length


_AGO = Word("ago", {"sign": (-1, 1)})
_SINCE = Context(Word("ago", {"sign": 0}), taken=True)
_FROM = Context(Word("anchor_word"))
_FEW = Word("few_word")

RULES = (
    Rule("times.length.several", "plural", {"unit": Word("time_unit")}, _several),
    Rule("times.offset.several_of", "offset", {"ago": _AGO, "period": Word("vague_period")}, _vaguely_period),
    Rule("times.offset.several", "offset", {"ago": _AGO, "unit": Word("time_unit")}, _vaguely),
    Rule("times.length.several_few", "plural", {"unit": Word("time_unit"), "_few": _FEW}, _indefinite),
    Rule("times.length.for_few", "plural", {"unit": Word("time_unit", prefixes=LAM), "_few": _FEW}, _any_plural),
    Rule("times.offset.several_few", "offset", {"ago": _AGO, "unit": Word("time_unit"), "_few": _FEW}, _vaguely),
    Rule(
        "times.offset.event_few",
        "anchored",
        {"_ago": Context(_AGO, taken=True), "unit": Word("time_unit"), "_few": _FEW, "_from": _FROM},
        _indefinite,
    ),
    Rule(
        "times.length.during",
        "length",
        {"_lead": Context(Word("duration_lead")), "unit": Word("time_unit")},
        _during,
    ),
    Rule(
        "times.length.first_of_range",
        "length",
        {"count": Number(1, LONGEST), "_to": Context(Word("range_word")), "length": Context(Kind("length"))},
        _first_of_range,
    ),
    Rule(
        "times.length.first_of_dash",
        "length",
        {"count": Number(1, LONGEST), "_to": Context(Mark("-–")), "length": Context(Kind("length"))},
        _first_of_range,
    ),
    Rule("times.length.part", "length", {"half": Word("fraction"), "unit": Word("time_unit")}, _part_of_unit),
    Rule(
        "times.length.and_part",
        "length",
        {"length": Kind("length"), "half": Word("fraction", prefixes=_AND_PART)},
        _and_part,
    ),
    Rule(
        "times.length.one_and_part",
        "length",
        {"length": Kind("one_unit"), "half": Word("fraction", prefixes=_AND_PART)},
        _and_part,
    ),
    Rule("times.length.counted", "length", {"count": Number(2, LONGEST), "unit": Word("time_unit")}, _counted),
    Rule("times.length.dual", "length", {"unit": Word("time_unit")}, _dual),
    Rule("times.length.whole", "length", {"length": Kind("length"), "_whole": Word("whole_word")}, _same),
    Rule("times.length.one_whole", "length", {"unit": Word("time_unit"), "_whole": Word("whole_word")}, _one),
    Rule("times.length.rolling", "length", {"length": Kind("length"), "shift": Word("relative")}, _rolling),
    Rule(
        "times.length.units_rolling",
        "length",
        {"unit": Word("time_unit"), "count": Number(2, LONGEST, prefixes=BARE), "shift": Word("relative")},
        _units_rolling,
    ),
    Rule("times.length.dual_rolling", "length", {"unit": Word("time_unit"), "shift": Word("relative")}, _dual_rolling),
    Rule(
        "times.length.approximate",
        "about",
        {"_about": Word("approximate"), "length": Kind("length")},
        lambda length: length,
    ),
    Rule("times.length.approximate_one", "about", {"_about": Word("approximate"), "unit": Word("time_unit")}, _one),
    Rule("times.length.any", "extent", {"length": Kind("length")}, _same),
    Rule("times.length.any_about", "extent", {"length": Kind("about")}, _same),
    Rule("times.length.any_one", "extent", {"length": Kind("one_unit")}, _same),
    Rule("times.offset.length", "offset", {"ago": _AGO, "length": Kind("extent")}, _offset),
    Rule(
        "times.offset.at_most",
        "offset",
        {"ago": _AGO, "length": Kind("extent"), "_most": Word("at_most")},
        _offset,
    ),
    Rule("times.offset.since", "since", {"_ago": _SINCE, "length": Kind("extent")}, _same),
    Rule("times.offset.since_several", "since", {"_ago": _SINCE, "unit": Word("time_unit")}, _indefinite),
    Rule(
        "times.offset.event",
        "anchored",
        {"_ago": Context(_AGO, taken=True), "length": Kind("extent"), "_from": _FROM},
        _same,
    ),
    Rule(
        "times.offset.event_several",
        "anchored",
        {"_ago": Context(_AGO, taken=True), "unit": Word("time_unit"), "_from": _FROM},
        _indefinite,
    ),
    Rule(
        "times.offset.event_at_most",
        "anchored",
        {"_ago": Context(_AGO, taken=True), "length": Kind("extent"), "_most": Word("at_most"), "_from": _FROM},
        _same,
    ),
    Rule("times.length.for_several", "plural", {"unit": Word("time_unit", prefixes=LAM)}, _for_several),
    Rule("times.length.one", "one_unit", {"unit": Word("time_unit")}, _one),
    Rule(
        "times.year.bare",
        "bare_year",
        {"year": Number(FIRST_YEAR, LAST_YEAR, digits=True)},
        lambda year: year,
    ),
)
