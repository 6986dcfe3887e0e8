"""The regression gate: quality is a pinned number, and pinned numbers only go up.

A baseline holds a floor of F1 for every layer, and the digest and the counts of the annotations that it was measured
on: floors of other annotations say nothing. `repin` refuses to lower a floor unless told to.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from musnad.errors import GoldError, MusnadError
from musnad.evaluate.gold import GoldArticle, counts, digest
from musnad.evaluate.score import LAYERS, Scores, score, total
from musnad.evaluate.views import View

FORMAT = "musnad.baseline/1"
UPDATE = "python benchmarks/quality/gate.py --update"
"""The command that pins what the program reads now."""

_PLACES = 10_000  # floors keep four decimals, rounded down, so that a pinned score always reaches its own floor


@dataclass(frozen=True, slots=True)
class Baseline:
    """Floors of F1 by layer, and what they were measured on."""

    digest: str
    counts: Mapping[str, int]
    floors: Mapping[str, float]


def measure(gold: Sequence[GoldArticle], read: Callable[[GoldArticle], View]) -> Scores:
    """Return the scores of reading all annotated articles with `read`."""
    return total(score(article.view, read(article), article.text) for article in gold)


def pin(gold: Sequence[GoldArticle], scores: Scores) -> Baseline:
    """Return the baseline that these scores would make."""
    floors = {layer: math.floor(scores[layer].f1 * _PLACES) / _PLACES for layer in LAYERS}
    return Baseline(digest(gold), counts(gold), floors)


def compare(baseline: Baseline, now: Baseline) -> tuple[str, ...]:
    """Return what is wrong with today's numbers, one sentence each; empty where every floor is reached."""
    problems = list(changed(baseline, now))
    for layer in LAYERS:
        floor = baseline.floors.get(layer)
        if floor is None:
            problems.append(f"{layer} has no floor yet: run `{UPDATE}`")
        elif now.floors[layer] < floor:
            problems.append(f"{layer} fell to {now.floors[layer]:.4f}, its floor is {floor:.4f}")
    return tuple(problems)


def changed(baseline: Baseline, now: Baseline) -> tuple[str, ...]:
    """Return how the annotations differ from those of the baseline; empty where they are the same."""
    if baseline.digest == now.digest and baseline.counts == now.counts:
        return ()
    was, are = (", ".join(f"{n} {what}" for what, n in b.counts.items()) for b in (baseline, now))
    return (f"the annotations changed (pinned: {was}; now: {are}): look at the scores, then run `{UPDATE}`",)


def lowered(baseline: Baseline, now: Baseline) -> tuple[str, ...]:
    """Return the layers whose floor would go down, with both numbers."""
    pairs = ((layer, floor, now.floors.get(layer, 0.0)) for layer, floor in baseline.floors.items())
    return tuple(f"{layer}: {floor:.4f} to {new:.4f}" for layer, floor, new in pairs if new < floor)


def repin(baseline: Baseline | None, now: Baseline, *, allow_lower: bool = False) -> Baseline:
    """Return the new baseline. Raises `MusnadError` if a floor would go down and `allow_lower` is not set."""
    down = () if baseline is None or allow_lower else lowered(baseline, now)
    if down:
        message = f"refusing to lower floors ({'; '.join(down)}); --allow-lower does it, with the reason in the commit"
        raise MusnadError(message)
    return now


def load_baseline(path: Path) -> Baseline | None:
    """Return the pinned baseline, or None where there is none yet. Raises `GoldError` if the file is no baseline."""
    if not path.exists():
        return None
    try:
        value = json.loads(path.read_text("utf-8"))
        if value["format"] == FORMAT:
            return Baseline(value["gold"]["digest"], value["gold"]["counts"], value["floors"])
        message = f"{path}: format must be {FORMAT!r}, not {value['format']!r}"
    except (ValueError, KeyError, TypeError) as error:
        message = f"{path} is no baseline: {type(error).__name__}: {error}"
        raise GoldError(message) from error
    raise GoldError(message)


def dump_baseline(baseline: Baseline) -> str:
    """Return the text of a baseline file."""
    value = {
        "format": FORMAT,
        "gold": {"digest": baseline.digest, "counts": dict(baseline.counts)},
        "floors": dict(baseline.floors),
    }
    return json.dumps(value, indent=2) + "\n"
