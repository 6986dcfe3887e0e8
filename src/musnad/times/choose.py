"""Choose the time expressions among all that the rules found: the longest win; names and ages are left out.

Each reason to leave one out is one function of the chart and the edge.
"""

from collections.abc import Callable

from musnad.arabic import ARTICLE
from musnad.arabic.letters import ALEF
from musnad.grammar import Chart, Edge, longest
from musnad.times.tense import future
from musnad.times.values import Clock, Date, DayWord, Fixed, Length, Offset, Part, Then, Weekday

KINDS = (
    "date", "day", "part", "period", "part_period", "anaphor", "length", "about", "offset", "clock_day", "clock_zone",
    "fixed", "fixed_day", "lead_year", "plural", "trap", "years", "season_value", "season_part", "timed_day",
    "since", "anchored", "week", "onset", "anaphor_day", "told", "line_date",
)  # fmt: skip
"""What counts as an expression of its own; everything else is only a part of one."""
_RANKS = {"trap": 4, "years": 3, "anaphor": 3, "offset": 1, "since": 1, "length": 0, "about": 0, "plural": 0}
_DATED = 5  # a date with its year or a day with its weekday is one, even where a name holds its first word
_OTHER = 2
MARKS = frozenset("،,-")  # between a name and an age
OPENING, CLOSING = frozenset('"«“'), frozenset('"»”')
NAME = 3  # tokens from a day word to the marks around a name
LINE_HEAD = 4  # tokens before the date of a dateline
AGE_REACH = 6  # tokens between a word for age and its number


def chosen(chart: Chart) -> list[Edge]:
    """Return the expressions that win: the longest, names and ages excluded."""
    candidates = [
        edge
        for kind in KINDS
        if kind in chart.kinds
        for edge in chart.of(kind)
        if not _is_prayer(chart, edge) and not _is_fiscal(chart, edge)
    ]
    return [
        edge
        for edge in longest(candidates, rank=_rank)
        if edge.node.kind != "trap"
        and not any(excluded(chart, edge) for excluded in _EXCLUDED.get(type(edge.value), ()))
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


def _is_fiscal(chart: Chart, edge: Edge) -> bool:
    """Say whether a part of «the year» may be that of another than the calendar's: «الربع الأول من العام المالي»."""
    bare, norms = edge.node.rule == "times.period.ordinal_of_unit", chart.units.norms
    return bare and edge.last < len(norms) and norms[edge.last].startswith(ARTICLE)


def _is_age(chart: Chart, edge: Edge) -> bool:
    """Say whether a length of time is somebody's age: a word for age before it, or years in brackets."""
    value = edge.value.length if isinstance(edge.value, Offset) else edge.value
    if not isinstance(value, Length):
        return False
    norms, years = chart.units.norms, value.unit == "Y"
    bracketed = edge.first > 0 and edge.last < len(norms) and norms[edge.first - 1] == "(" and norms[edge.last] == ")"
    words = [hit for at in range(max(0, edge.first - AGE_REACH), edge.first) for hit in chart.hits.at(at, "age_word")]
    words = [hit for hit in words if hit.last == edge.first or not hit.entry.flag("next")]
    words = [hit for hit in words if not hit.entry.flag("dying") or _tells_death(chart, hit.first)]
    named = years and isinstance(edge.value, Length) and _follows_name(chart, edge)
    told = any(years or not word.entry.flag("years") for word in words)
    return (bracketed and years) or named or told or _of_life(chart, edge)


def _of_life(chart: Chart, edge: Edge) -> bool:
    """Say whether «of age» follows: «30 سنة من العمر», «ستة أشهر من عمرها»; «ثلاثين سنة من عمره» were spent."""
    length = edge.value.length if isinstance(edge.value, Offset) else edge.value
    own = [hit for hit in chart.hits.at(edge.last + 1, "age_word") if hit.entry.flag("own")]
    return chart.hits.has(edge.last, "of_word") and any(hit.definite or length.unit != "Y" for hit in own)


def _tells_death(chart: Chart, at: int) -> bool:
    """Say whether the sentence tells of a death before a token."""
    return any(chart.hits.has(i, "death_word") for i in range(chart.units.sentence(at).first, at))


def _follows_name(chart: Chart, edge: Edge) -> bool:
    """Say whether a name with a mark, or an initial behind its dot, stands right before: «سهير، 15 عاما», «س.ع 15»."""
    norms, at = chart.units.norms, edge.first - 1
    if at > 1 and norms[at] in MARKS:
        at -= 1
        if chart.hits.has(at, "given_name", "family_name"):
            return True
        at -= norms[at] in CLOSING
    if at < 1:
        return False
    if norms[edge.first] == "(":  # «سهير (15) عاما»
        return chart.hits.has(at, "given_name", "family_name")
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
    if edge.node.rule not in {"times.length.several", "times.length.for_several", "times.length.during"}:
        return False
    norms = chart.units.norms
    if edge.last >= chart.units.sentence(edge.first).last or norms[edge.first].endswith(
        ALEF
    ):  # with its alef it governs nothing: «استمرت شهورا»
        return False
    following = norms[edge.last]
    return following.startswith(ARTICLE) or following[0].isdigit() or chart.hits.has(edge.last, "feast", "place")


def _is_epithet(chart: Chart, edge: Edge) -> bool:
    """Say whether «then» only says that an office is no longer held: «رئيس الوزراء آنذاك فلان»."""
    if edge.node.rule != "times.anaphor.that_time":
        return False
    held = (hit for back in (1, 2, 3) for hit in chart.hits.at(edge.first - back, "role", "office_word"))
    named = chart.hits.has(edge.last, "given_name", "public_person")
    named = named and not chart.hits.has(edge.last, "function_word")  # «إن» is a name too
    return named or any(hit.last == edge.first for hit in held)


def _is_score(chart: Chart, edge: Edge) -> bool:
    """Say whether day and month in digits are no dateline: that stands at the head of its line before an agency."""
    if edge.node.rule != "times.numeric.day_month":
        return False
    place = edge.first - chart.units.sentence(edge.first).first
    heads = 0 < place <= LINE_HEAD and chart.units.norms[edge.first - 1] in MARKS
    return not heads or not chart.hits.has(edge.last + 1, "agency", "agency_credit")


def _is_title(chart: Chart, edge: Edge) -> bool:
    """Say whether a bare day word is part of a name in quotation marks: «اليوم» in that of a newspaper."""
    value, norms = edge.value, chart.units.norms
    if not isinstance(value, DayWord) or value.weekday is not None:
        return False
    first = next((i for i in range(edge.first - 1, max(-1, edge.first - NAME), -1) if norms[i] in OPENING), None)
    last = next((i for i in range(edge.last, min(len(norms), edge.last + NAME)) if norms[i] in CLOSING), None)
    spoken = first is None or (first > 0 and norms[first - 1] == ":")
    return not spoken and last is not None and not any(chart.hits.verbs(i) for i in range(first or 0, last))


def _is_adjective(chart: Chart, edge: Edge) -> bool:
    """Say whether «formerly» describes the noun before it: «يحاكم وزيرا سابقا»."""
    word = edge.node.rule == "times.vague.word" and edge.first > 0
    if not word or not any(hit.entry.flag("adjective") for hit in chart.hits.at(edge.first, "vague")):
        return False
    return chart.units.norms[edge.first - 1].endswith(ALEF) and not chart.hits.verbs(edge.first - 1)


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


_EXCLUDED: dict[type, tuple[Callable[[Chart, Edge], bool], ...]] = {
    Length: (_is_age, _is_construct, _is_contract, _is_day_noun),
    Offset: (_is_age,),
    DayWord: (_is_verb, _is_title),
    Weekday: (_is_name,),
    Date: (_is_score, _is_ordinal, _is_named_for),
    Fixed: (_is_adjective, _is_narrated),
    Then: (_is_epithet,),
}
"""Why a value of some type may be none after all."""
