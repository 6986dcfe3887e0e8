"""Score the own sentences of events: does each have its status, and are the types found that articles seldom have?

usage: sentences.py [--errors] [--update]

Without options: print the tables beside their floors; exit 1 if a floor is not reached. --errors lists the sentences
that are read wrongly. --update pins what is read now in tests/gold/events_baseline.json.

`events_status.tsv`: in every sentence the event of a type at a trigger has a status; those of the class «background»
are told as happened with the day of the past that the sentence gives, or with none, never with the article's day.
`events_types.tsv`: sentences for rare types, with participants; those of status «none» are traps that hold no event.
"""

import argparse
import csv
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

import musnad  # noqa: E402 - the checkout itself is measured, not an installed copy
from musnad.evaluate.names import same_name  # noqa: E402
from musnad.model import Event  # noqa: E402

GOLD = ROOT / "tests" / "gold"
BASELINE = GOLD / "events_baseline.json"
DAY = "2021-09-14"
MISSED, BACKGROUND, TRAP = "missed", "background", "none"
_PLACES = 1000  # floors keep three decimals, rounded down


@dataclass(frozen=True, slots=True)
class Answer:
    """What was wanted of a sentence and what was read."""

    wanted: str
    read: str
    text: str


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of sentences."""
    with (GOLD / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def found(row: Mapping[str, str], events: Iterable[Event]) -> Event | None:
    """Return the event of a row's type at its trigger, or the only one of that type: «killed in an attack» is one."""
    start = row["text"].index(row["trigger"])
    end = start + len(row["trigger"])
    same = [e for e in events if e.type == row["type"]]
    only = same[0] if len(same) == 1 else None
    return next((e for e in same if e.trigger.start < end and start < e.trigger.end), only)


def statuses() -> list[Answer]:
    """Read the sentences of status."""
    answers = []
    for row in rows("events_status.tsv"):
        event = found(row, musnad.read(row["text"], published=DAY).events)
        told = MISSED if event is None else event.status
        if (
            event is not None
            and row["class"] == BACKGROUND
            and told == "happened"
            and (event.date or "") == row["date"]
        ):
            told = BACKGROUND
        answers.append(Answer(row["class"], told, row["text"]))
    return answers


def types() -> tuple[list[Answer], list[Answer], Counter[str]]:
    """Read the sentences of rare types: answers by type, answers by status, and counts of participants."""
    kinds, states, counts = [], [], Counter[str]()
    for row in rows("events_types.tsv"):
        events = musnad.read(row["text"], published=DAY).events
        event = found(row, events)
        if row["status"] == TRAP:
            kinds.append(Answer(TRAP, row["type"] if event is not None else TRAP, row["text"]))
            continue
        kinds.append(Answer(row["type"], MISSED if event is None else row["type"], row["text"]))
        if event is None:
            kinds += [Answer(MISSED, e.type, row["text"]) for e in events if e.type == row["type"]]
            continue
        states.append(Answer(row["status"], event.status, row["text"]))
        for side, told in (("actors", event.actors), ("recipients", event.recipients)):
            names = [name for name in row[side].split(";") if name]
            right = sum(any(same_name(name, one.name) for one in told) for name in names)
            counts.update({f"{side} right": right, f"{side} read": len(told), f"{side} gold": len(names)})
    return kinds, states, counts


def f1(right: int, read: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (read + gold) if read + gold else 0.0


def by_class(answers: Iterable[Answer]) -> dict[str, float]:
    """Return the F1 of every class that was wanted."""
    wanted, read, right = Counter[str](), Counter[str](), Counter[str]()
    for answer in answers:
        wanted[answer.wanted] += 1
        read[answer.read] += 1
        right[answer.wanted] += answer.wanted == answer.read
    return {c: f1(right[c], read[c], n) for c, n in wanted.items() if c not in {MISSED, TRAP}}


def measure() -> tuple[dict[str, float], list[Answer]]:
    """Return every number by name, and the answers that are wrong."""
    told = statuses()
    kinds, states, counts = types()
    numbers: dict[str, float] = {}
    for family, answers in (("status", told), ("type", kinds)):
        classes = by_class(answers)
        numbers |= {f"{family}.{name}": value for name, value in classes.items()}
        numbers[f"{family} macro-F1"] = sum(classes.values()) / len(classes)
    numbers["type.status right"] = sum(a.wanted == a.read for a in states) / len(states)
    for side in ("actors", "recipients"):
        numbers[f"type.{side} F1"] = f1(*(counts[f"{side} {what}"] for what in ("right", "read", "gold")))
    return numbers, [a for a in (*told, *kinds, *states) if a.wanted != a.read]


def floors() -> dict[str, float]:
    """Return the pinned floors."""
    pinned: dict[str, float] = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
    return pinned


def pinned(numbers: Mapping[str, float]) -> dict[str, float]:
    """Return numbers as floors: rounded down."""
    return {name: math.floor(value * _PLACES) / _PLACES for name, value in numbers.items()}


def main() -> int:
    """Print the table, and pin or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list the sentences that are read wrongly")
    parser.add_argument("--update", action="store_true", help="pin the numbers of now")
    options = parser.parse_args()
    numbers, wrong = measure()
    low = floors()
    for name, value in numbers.items():
        print(f"{name:24}{value:8.3f}{low.get(name, 0):8.3f}")
    if options.errors:
        for answer in wrong:
            print(f"{answer.wanted} read {answer.read} | {answer.text}")
    if options.update:
        BASELINE.write_text(json.dumps(pinned(numbers), indent=2) + "\n", "utf-8")
        return 0
    fallen = [name for name, floor in low.items() if pinned(numbers).get(name, 0) < floor]
    for name in fallen:
        print(f"sentences: {name} fell below its floor", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
