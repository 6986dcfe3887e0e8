"""Write the results of a run as one Markdown table, with the numbers before it beside them."""

from collections.abc import Iterator, Mapping

from outcome import MEASURED, Measure, Outcome

_SMALL = 0.0005  # below this two numbers are the same: scorers print three decimals

_HEAD = """\
# Quality on the bench

Written by `benchmarks/quality/run.py`; see `benchmarks/README.md` for what each set is. Every set is run whole, nothing
is sampled, but the sets themselves are samples: the second half of each is hidden and scored elsewhere, rules were
developed against these halves, and intervals in brackets (95 %, resampled articles) show how small the sets are.
«before» is the last run that wrote this file and had the set.

| set | measure | now | before | change | n | detail |
|---|---|--:|--:|:-:|--:|---|
"""


def markdown(outcomes: Mapping[str, Outcome], revision: str) -> str:
    """Return the page: a row a measure, in the order of the sets; sets without numbers are one row with the reason."""
    rows = [row for name, outcome in outcomes.items() for row in _rows(name, outcome)]
    return _HEAD + "\n".join(rows) + f"\n\nMeasured at revision {revision}.\n"


def _rows(name: str, outcome: Outcome) -> Iterator[str]:
    if outcome.status != MEASURED:
        yield f"| {name} | *{outcome.status}* | | | | | {outcome.reason} |"
        return
    for measure in outcome.measures:
        before = outcome.before.get(measure.name)
        was = "" if before is None else _number(before)
        cells = (
            name,
            measure.name,
            _number(measure.value),
            was,
            arrow(measure, before),
            f"{measure.n:,}",
            measure.detail,
        )
        yield "| " + " | ".join(cells) + " |"


def arrow(measure: Measure, before: float | None) -> str:
    """Return the change since before: its direction, its size, and a mark where it is for the worse."""
    if before is None:
        return "new"
    change = measure.value - before
    if abs(change) < _SMALL:
        return "="
    sign = "▲" if change > 0 else "▼"
    worse = " (worse)" if change * measure.better < 0 else ""
    return f"{sign} {_number(abs(change))}{worse}"


def _number(value: float) -> str:
    return f"{value:.0f}" if float(value).is_integer() and abs(value) > 1 else f"{value:.3f}".rstrip("0").rstrip(".")
