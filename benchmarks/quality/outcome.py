"""What running a set gives: measures with numbers, or the reason why there are none."""

from dataclasses import asdict, dataclass, field

MEASURED, ABSENT, FAILED = "measured", "absent", "failed"


@dataclass(frozen=True, slots=True)
class Measure:
    """One number: what it is, over how many items, and what else belongs to it.

    `better` is +1 where more is better, -1 where less is, 0 for a number that is neither.
    """

    name: str
    value: float
    n: int
    detail: str = ""
    better: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one set."""

    status: str
    measures: tuple[Measure, ...] = ()
    reason: str = ""
    before: dict[str, float] = field(default_factory=dict)


def to_json(outcome: Outcome) -> dict[str, object]:
    """Return an outcome as plain JSON values."""
    return asdict(outcome)


def from_json(value: dict[str, object]) -> Outcome:
    """Return the outcome that `to_json` wrote."""
    measures, before = value["measures"], value["before"]
    if not isinstance(measures, list) or not isinstance(before, dict):
        message = "an outcome holds a list of measures and the numbers before"
        raise TypeError(message)
    return Outcome(str(value["status"]), tuple(Measure(**m) for m in measures), str(value["reason"]), before)
