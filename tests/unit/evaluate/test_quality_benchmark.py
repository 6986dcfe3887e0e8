"""The benchmark program: what scorers print becomes numbers, and runs are compared with the ones before."""

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

QUALITY = Path(__file__).parents[3] / "benchmarks" / "quality"
NAMES = ("outcome", "parse", "cues", "report", "sets", "run")


@pytest.fixture(scope="module")
def program() -> Iterator[dict[str, ModuleType]]:
    """Import the files of the program as it does itself, and take them away again."""
    before = list(sys.path)
    sys.path.insert(0, str(QUALITY))
    yield {name: import_module(name) for name in NAMES}
    sys.path[:] = before
    for name in NAMES:
        sys.modules.pop(name)


PRINTED = {
    "articles": json.dumps(
        {
            "articles": 2,
            "missing": 1,
            "layers": {"cue": {"p": 0.5, "r": 0.25, "f1": 0.3333, "gold": 8, "ci95": [0.2, 0.4]}},
        }
    ),
    "times": json.dumps(
        {
            "expressions": {
                "ALL": {"n": 4, "found": 75.0, "value": 50.0, "sole": 50.0, "exact": 25.0},
                "kind نص": {"n": 1, "found": 0, "value": 0, "sole": 0, "exact": 0},
            },
            "traps": 3,
            "false_alarms": 1,
        }
    ),
    "detection": (
        "majority  P 0.500  R 0.250  F1 0.333  (n 12, events 4)\n"
        "clear     P 1.000  R 0.500  F1 0.667  (n 8, events 2)\n"
    ),
    "event_spans": (
        "type recall 0.500   trigger 0.250 (any annotator's 0.300)   "
        "actor 0.100 of 10   recipient 0.200 of 20   (n 40)\n"
        "codes  actor.country 1/4   recipient.sector 0/0\n"
    ),
    "names": (
        "      exact P      R     F1  overlap P      R     F1   gold\n"
        "PER      0.500  0.250  0.333      0.600  0.300  0.400     12\n"
    ),
    "pages": (
        "one      body P 1.000 R 0.500 F1 0.667         date right\n"
        "two      body P 1.000 R 1.000 F1 1.000         date wrong (none, not 2020-01-01)\n"
        "three    body -                                date -\n"
        "four     no reading\n"
    ),
    "corroboration": (
        "stories (B3)     P 0.500  R 0.250  F1 0.333   n 9\n"
        "claim.found 0.500   claim.routes 0.250   claim.origins 0.125   n 8   "
        "claims with two or more routes right: 1 of 2\n"
    ),
}
EXPECTED = {
    "articles": [("cue F1", 0.3333, 8), ("articles without a reading", 1, 2)],
    "times": [
        ("found %", 75.0, 4),
        ("value %", 50.0, 4),
        ("sole %", 50.0, 4),
        ("exact %", 25.0, 4),
        ("false alarms on traps", 1, 3),
    ],
    "detection": [("majority F1", 0.333, 12), ("clear F1", 0.667, 8)],
    "event_spans": [
        ("type recall", 0.5, 40),
        ("trigger overlap", 0.25, 40),
        ("actor overlap", 0.1, 10),
        ("recipient overlap", 0.2, 20),
        ("actor.country", 0.25, 4),
        ("recipient.sector", 0.0, 0),
    ],
    "names": [("PER exact F1", 0.333, 12)],
    "pages": [("body F1, mean", 0.417, 4), ("dates right", 1, 2), ("pages without a reading", 1, 4)],
    "corroboration": [
        ("stories (B3) F1", 0.333, 9),
        ("claim.found", 0.5, 8),
        ("claim.routes", 0.25, 8),
        ("claim.origins", 0.125, 8),
        ("claims of two or more routes right", 1, 2),
    ],
}


@pytest.mark.parametrize("reader", PRINTED)
def test_what_a_scorer_prints_becomes_numbers(reader: str, program: dict[str, ModuleType]) -> None:
    measures = getattr(program["parse"], reader)(PRINTED[reader])
    assert [(m.name, m.value, m.n) for m in measures] == EXPECTED[reader]


def test_no_text_of_a_set_gets_into_the_results(program: dict[str, ModuleType]) -> None:
    assert "نص" not in str(program["parse"].times(PRINTED["times"]))


def test_records_are_given_without_their_annotations(program: dict[str, ModuleType], tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "نص", "byline": None, "statements": [1]}) + "\n", "utf-8")
    given = program["sets"].stripped(path, tmp_path, published="2021-09-14")
    assert json.loads(given.read_text("utf-8")) == {"id": "a", "text": "نص", "published": "2021-09-14"}


def test_a_set_that_is_not_there_is_absent(program: dict[str, ModuleType], tmp_path: Path) -> None:
    outcomes = [program["sets"].run(one, tmp_path) for one in program["sets"].SETS]
    assert {outcome.status for outcome in outcomes} == {"absent"}
    assert all(outcome.reason for outcome in outcomes)


def test_a_scorer_that_ends_badly_is_a_failed_row_and_ends_nothing(
    program: dict[str, ModuleType], tmp_path: Path
) -> None:
    scorer = tmp_path / "score.py"
    scorer.write_text("raise SystemExit('no such thing')", "utf-8")
    one = program["sets"].Set("x", (), lambda _, __: program["sets"].call(str(scorer)))
    outcome = program["sets"].run(one, tmp_path)
    assert outcome.status == "failed"
    assert outcome.reason.endswith("score.py ended with 1: no such thing")


@pytest.mark.parametrize(
    ("value", "before", "better", "shown"),
    [
        (0.5, None, 1, "new"),
        (0.5, 0.5, 1, "="),
        (0.6, 0.5, 1, "▲ 0.1"),
        (0.4, 0.5, 1, "▼ 0.1 (worse)"),
        (3, 1, -1, "▲ 2 (worse)"),
        (1, 3, -1, "▼ 2"),
        (1, 3, 0, "▼ 2"),
    ],
)
def test_an_arrow_tells_direction_and_whether_it_is_for_the_worse(
    program: dict[str, ModuleType], value: float, before: float | None, better: int, shown: str
) -> None:
    assert program["report"].arrow(program["outcome"].Measure("m", value, 1, better=better), before) == shown


def test_a_run_is_compared_with_the_one_before_and_keeps_what_was_not_run(program: dict[str, ModuleType]) -> None:
    outcome, measure = program["outcome"].Outcome, program["outcome"].Measure
    last = {
        "times/dev": outcome("measured", (measure("m", 0.5, 1),)),
        "articles/dev": outcome("failed", reason="broken", before={"m": 0.2}),
        "articles/cues": outcome("measured", (measure("m", 0.9, 1),)),
    }
    found = {
        "articles/dev": outcome("measured", (measure("m", 0.3, 1),)),
        "times/dev": outcome("failed", reason="broken"),
    }
    merged = program["run"].merge(last, found)
    assert list(merged) == ["articles/dev", "times/dev", "articles/cues"]
    assert merged["articles/dev"].before == {"m": 0.2}
    assert merged["times/dev"].before == {"m": 0.5}
    assert merged["articles/cues"] == last["articles/cues"]


def test_results_survive_their_file(program: dict[str, ModuleType]) -> None:
    outcome = program["outcome"].Outcome(
        "measured", (program["outcome"].Measure("m", 0.5, 3, "d", -1),), "", {"m": 0.4}
    )
    value = json.loads(json.dumps(program["outcome"].to_json(outcome)))
    assert program["outcome"].from_json(value) == outcome


def test_the_table_says_why_a_set_has_no_numbers(program: dict[str, ModuleType]) -> None:
    outcomes = {"html/pages": program["outcome"].Outcome("absent", reason="no html/pages")}
    assert "| html/pages | *absent* | | | | | no html/pages |" in program["report"].markdown(outcomes, "abc")
