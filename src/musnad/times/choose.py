"""Choose the time expressions among all that the rules found: the longest win; names and ages are left out.

Each reason to leave one out is one function of the chart and the edge.
"""

from musnad.arabic import ARTICLE
from musnad.arabic.letters import ALEF
from musnad.grammar import Chart, Edge, longest
from musnad.times.tense import future
from musnad.times.values import Clock, Date, DayWord, Length, Offset, Part, Weekday

KINDS = (
    "date", "day", "part", "period", "part_period", "anaphor", "length", "about", "offset", "clock_day", "clock_zone",
    "fixed", "fixed_day", "lead_year", "plural", "trap", "years", "season_value", "season_part", "timed_day",
    "since", "anchored", "week", "onset", "anaphor_day",
)  # fmt: skip
"""What counts as an expression of its own; everything else is only a part of one."""
_RANKS = {"trap": 4, "years": 3, "anaphor": 3, "offset": 1, "since": 1, "length": 0, "about": 0, "plural": 0}
_DATED = 5  # a date with its year or a day with its weekday is one, even where a name holds its first word
_OTHER = 2
MARKS = frozenset("،,-")  # between a name and an age
AGE_REACH = 6  # tokens between a word for age and its number


def chosen(chart: Chart) -> list[Edge]:
    """Return the expressions that win: the longest, names and ages excluded."""
    candidates = [edge for kind in KINDS for edge in chart.of(kind) if not _is_prayer(chart, edge)]
    return [
        edge
        for edge in longest(candidates, rank=_rank)
        if edge.node.kind != "trap" and not any(excluded(chart, edge) for excluded in _EXCLUDED)
    ]


def _rank(edge: Edge) -> int:
    """Prefer dates to names, names to all else, then days to lengths where both cover the same words."""
    value = edge.value
    full = isinstance(value, Date) and None not in {value.year, value.month, value.day}
    sure = full or (isinstance(value, DayWord) and value.weekday is not None)
    return _DATED if sure else _RANKS.get(edge.node.kind, _OTHER)


def _is_prayer(chart: Chart, edge: Edge) -> bool:
    """Say whether a part of day names a prayer: «صلاة الظهر يوم أمس» is of yesterday, not of its noon."""
    return isinstance(edge.value, Part | Clock) and chart.hits.has(edge.first - 1, "prayer_noun")


def _is_age(chart: Chart, edge: Edge) -> bool:
    """Say whether a length of time is somebody's age: a word for age before it, or years in brackets."""
    value = edge.value.length if isinstance(edge.value, Offset) else edge.value
    if not isinstance(value, Length):
        return False
    norms, years = chart.units.norms, value.unit == "Y"
    bracketed = edge.first > 0 and edge.last < len(norms) and norms[edge.first - 1] == "(" and norms[edge.last] == ")"
    words = [hit for at in range(max(0, edge.first - AGE_REACH), edge.first) for hit in chart.hits.at(at, "age_word")]
    words = [hit for hit in words if hit.last == edge.first or not hit.entry.flag("next")]
    named = years and _follows_name(chart, edge)
    return (bracketed and years) or named or any(years or not word.entry.flag("years") for word in words)


def _follows_name(chart: Chart, edge: Edge) -> bool:
    """Say whether a name with a mark, or an initial behind its dot, stands right before: «سهير، 15 عاما», «س.ع 15»."""
    norms, at = chart.units.norms, edge.first - 1
    if at < 1:
        return False
    if norms[at] in MARKS:
        return chart.hits.has(at - 1, "given_name", "family_name")
    return len(norms[at]) == 1 and norms[at].isalpha() and norms[at - 1] == "."


def _is_day_noun(chart: Chart, edge: Edge) -> bool:
    """Say whether a bare «day» only leads to its date: «منذ يوم 1 يناير»."""
    return edge.value == Length(1, "D") and any(chart.at(kind, edge.last) for kind in ("date", "day"))


def _is_verb(chart: Chart, edge: Edge) -> bool:
    """Say whether the word for tomorrow heads a sentence before its subject, where it is the verb «became»."""
    if not isinstance(edge.value, DayWord) or edge.value.offset != 1 or edge.value.weekday is not None:
        return False
    units = chart.units
    follows = edge.last < len(units) and units.norms[edge.last].startswith(ARTICLE)
    return follows and units.sentence(edge.first).first == edge.first


def _is_name(chart: Chart, edge: Edge) -> bool:
    """Say whether a bare weekday is somebody's given name: «son of» follows."""
    bare = isinstance(edge.value, Weekday) and edge.last - edge.first == 1
    return bare and chart.hits.has(edge.last, "name_particle") and not chart.hits.has(edge.first - 1, "day_word")


def _is_construct(chart: Chart, edge: Edge) -> bool:
    """Say whether a unit without a number governs the noun behind it: «ساعات العمل», «أيام 4 و5» are no lengths."""
    if edge.node.rule not in {"times.length.several", "times.length.during"}:
        return False
    norms = chart.units.norms
    if edge.last == len(norms) or norms[edge.first].endswith(ALEF):  # with its alef it governs nothing: «استمرت شهورا»
        return False
    following = norms[edge.last]
    return following.startswith(ARTICLE) or following[0].isdigit() or chart.hits.has(edge.last, "feast")


def _is_narrated(chart: Chart, edge: Edge) -> bool:
    """Say whether «later» is told of the past, where it only orders the story."""
    if edge.node.rule != "times.vague.word":
        return False
    follows = any(hit.entry.flag("follows") for hit in chart.hits.at(edge.first, "vague"))
    return follows and future(chart.units, chart.hits, edge.first) is not True


def _is_ordinal(chart: Chart, edge: Edge) -> bool:
    """Say whether a day in words counts the noun before it: «النصف الأول من سبتمبر» is no first of September."""
    if not isinstance(edge.value, Date) or all(node.rule != "times.day.ordinal" for node in edge.node.walk()):
        return False
    before = chart.hits.at(edge.first - 1, "time_unit", "fraction")
    return any(hit.definite or hit.entry.attrs.get("unit") != "D" for hit in before)  # «يوم الثاني والعشرين» is a day


def _is_named_for(chart: Chart, edge: Edge) -> bool:
    """Say whether a day and month without year name what stands before them: «ثورة 25 يناير», «حركة 20 فبراير»."""
    day = isinstance(edge.value, Date) and None not in {edge.value.day, edge.value.month} and edge.value.year is None
    return day and any(not hit.definite for hit in chart.hits.at(edge.first - 1, "name_head"))


def _is_contract(chart: Chart, edge: Edge) -> bool:
    """Say whether a bare dual of decades is that of contracts: «وقعت عقدين»."""
    bare = edge.node.rule == "times.length.dual" and edge.value.unit == "DE"
    if not bare or edge.last - edge.first > 1 or edge.prefix:
        return False
    leads = ("ago", "duration_lead", "approximate", "of_word", "range_word", "every")
    before = (hit for back in (1, 2) for hit in chart.hits.at(edge.first - back, *leads))
    return all(hit.last != edge.first for hit in before)


_EXCLUDED = (
    _is_age,
    _is_verb,
    _is_name,
    _is_construct,
    _is_narrated,
    _is_ordinal,
    _is_contract,
    _is_named_for,
    _is_day_noun,
)
