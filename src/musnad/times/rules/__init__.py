"""All rules of the stage, one family a file."""

from musnad.times.rules import (
    anaphora,
    clock,
    durations,
    fixed,
    month_day,
    months,
    numeric,
    periods,
    relative,
    seasons,
    twins,
    vague,
    weekdays,
)

RULES = (
    *month_day.RULES,
    *months.RULES,
    *numeric.RULES,
    *twins.RULES,
    *relative.RULES,
    *weekdays.RULES,
    *periods.RULES,
    *anaphora.RULES,
    *seasons.RULES,
    *durations.RULES,
    *clock.RULES,
    *fixed.RULES,
    *vague.RULES,
)
"""Every rule, in the order of their files; the engine orders them by the kinds they make."""
