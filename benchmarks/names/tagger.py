"""What the small model of names is worth: the same sets with and without it.

usage: tagger.py BENCH [--folds N]

On names/anercorp.train every fold is read with a model trained on the others; on articles/dev, whose texts no model
has seen, with the shipped one. Prints what the scorers of the bench folder say.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]

import train_tagger  # noqa: E402 - the checkout itself is measured
from musnad.ingest import records  # noqa: E402
from musnad.mentions import shipped  # noqa: E402
from musnad.mentions.tagger.perceptron import Tagger  # noqa: E402
from musnad.model import Article, reading_to_json, rejection_to_json  # noqa: E402
from musnad.pipeline import Engine, default_engine, read  # noqa: E402

Row = dict[str, Any]
ANNOTATIONS = frozenset({"entities", "statements", "events", "times", "tail"})


def main() -> int:
    """Print both tables of both sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    engine = default_engine()
    names = options.bench / "names" / "anercorp.train.jsonl"
    articles = options.bench / "articles" / "dev.jsonl"
    without = replace(engine, signal=None)
    show("names/anercorp.train without", names, lambda rows: readings(rows, without))
    show("names/anercorp.train with, cross-validated", names, lambda rows: crossed(rows, names, engine, options.folds))
    show("articles/dev without", articles, lambda rows: readings(rows, without))
    show("articles/dev with", articles, lambda rows: readings(rows, replace(engine, signal=shipped())))
    return 0


def show(title: str, gold: Path, answer: Callable[[Sequence[Row]], Iterator[Row]]) -> None:
    """Print what the scorer of a set says of the answers."""
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "readings.jsonl"
        file.write_text("".join(json.dumps(each) + "\n" for each in answer(rows)), "utf-8")
        call = [sys.executable, str(gold.parent / "score.py"), str(gold), str(file)]
        done = subprocess.run(call, capture_output=True, text=True, check=True)  # noqa: S603 - the bench's own scorer
    print(f"{title}\n{done.stdout}", flush=True)


def readings(rows: Sequence[Row], engine: Engine) -> Iterator[Row]:
    """Yield the public form of the reading of every row."""
    plain = ({key: value for key, value in row.items() if key not in ANNOTATIONS} for row in rows)
    for item in records((json.dumps(row).encode() for row in plain), engine.lexicon):
        if isinstance(item, Article):
            yield reading_to_json(read(item, engine))
        else:
            yield rejection_to_json(item)


def crossed(rows: Sequence[Row], corpus: Path, engine: Engine, folds: int) -> Iterator[Row]:
    """Yield readings, each with a model that was trained on other stretches of the corpus."""
    sentences = list(train_tagger.read(corpus))
    size, part = -(-len(sentences) // folds), -(-len(rows) // folds)
    for k in range(folds):
        # Sentences that cannot be read are missing among `sentences`: leave a margin, so that none is in both.
        low, high = max(0, k * size - len(rows) + len(sentences)), (k + 1) * size + len(rows) - len(sentences)
        data = train_tagger.train([*sentences[:low], *sentences[high:]])
        yield from readings(rows[k * part : (k + 1) * part], replace(engine, signal=Tagger.of(data)))


if __name__ == "__main__":
    sys.exit(main())
