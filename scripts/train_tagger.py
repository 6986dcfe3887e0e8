"""Train the small model of people's names on a corpus, and say by cross-validation what it is worth.

usage: train_tagger.py CORPUS.jsonl [--write] [--folds N]

CORPUS: one sentence a line, {"id", "text", "entities": [{"start", "end", "label"}]} with labels PER, LOC, ORG; in the
order of their documents, so that a fold is a stretch of whole ones. The shipped model was trained on the training split
of ANERcorp (Benajiba and others 2007, split of Obeid and others 2020; CC BY-SA 4.0). --write puts the model, trained
on all of it, into src/musnad/data/models.
"""

import argparse
import json
import random
import sys
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from musnad.ingest import records  # noqa: E402 - the checkout itself is trained
from musnad.lexicon import Hits  # noqa: E402
from musnad.mentions.find import phrases  # noqa: E402
from musnad.mentions.tagger.features import alone, around  # noqa: E402
from musnad.mentions.tagger.perceptron import FILE, FORMAT, Tagger, candidates  # noqa: E402
from musnad.mentions.tagger.second import cover_of  # noqa: E402
from musnad.mentions.view import View  # noqa: E402
from musnad.model import Article, Units  # noqa: E402
from musnad.names.signals import Cover  # noqa: E402
from musnad.pipeline import STAGES, default_engine, draft  # noqa: E402

BUCKETS = 1 << 17
EPOCHS, RUNS = 6, 4  # runs in other orders, averaged: one alone varies by a tenth
MARGIN = 2.0
LEAST = 0.0  # cross-validated: 49 names right and 18 wrong; 63 and 28 at -2, 34 and 14 at 2
MODELS = ROOT / "src" / "musnad" / "data" / "models"


class Sentence(NamedTuple):
    """One sentence: its words, what the rules read, the ranges of people's names, and their number."""

    units: Units
    hits: Hits
    cover: Cover
    people: tuple[tuple[int, int], ...]


class Example(NamedTuple):
    """One candidate: places of its own features and of those around it, and whether it belongs to a name."""

    alone: list[int]
    around: list[int]
    name: bool


def main() -> int:
    """Print what cross-validation says; with --write keep the model trained on everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    sentences = list(read(options.corpus))
    size = -(-len(sentences) // options.folds)
    right = wrong = 0
    for k in range(options.folds):
        held = sentences[k * size : (k + 1) * size]
        tagger = Tagger.of(train([*sentences[: k * size], *sentences[(k + 1) * size :]]))
        good, bad = judge(tagger, held)
        right, wrong = right + good, wrong + bad
    missed = sum(len(unread(sentence)) for sentence in sentences)
    print(f"{len(sentences)} sentences, {missed} people whom the rules do not read at all")
    print(f"cross-validated: {right} names found that overlap a person, {wrong} that do not")
    if options.write:
        data = train(sentences)
        (MODELS / FILE).write_bytes(data)
        print(f"{MODELS / FILE}: {len(data)} bytes")
    return 0


def read(corpus: Path) -> Iterator[Sentence]:
    """Yield the sentences of a corpus with what the rules, without a model, read in them."""
    engine = default_engine()
    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    lines = (json.dumps({"id": row["id"], "text": row["text"]}).encode() for row in rows)
    entities = {row["id"]: row["entities"] for row in rows}
    for article in records(lines, engine.lexicon):
        if not isinstance(article, Article):
            continue
        work = draft(article)
        STAGES[0].run(engine, work)
        people = [(e["start"], e["end"]) for e in entities[article.id] if e["label"] == "PER"]
        cover = cover_of(phrases(View(work.units, work.hits)))
        yield Sentence(work.units, work.hits, cover, tuple(people))


def is_name(sentence: Sentence, i: int) -> bool:
    """Say whether a token belongs to the name of a person."""
    start, end = sentence.units.starts[i], sentence.units.ends[i]
    return any(start < last and first < end for first, last in sentence.people)


def unread(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the people of whom no token is read as a name."""
    units = sentence.units
    named = [i for i, kind in sentence.cover.items() if kind.isalpha()]
    return [
        (first, last)
        for first, last in sentence.people
        if not any(units.starts[i] < last and first < units.ends[i] for i in named)
    ]


def examples(sentences: Sequence[Sentence]) -> Iterator[Example]:
    """Yield all candidates."""
    mask = BUCKETS - 1
    for sentence in sentences:
        units, hits, cover, _ = sentence
        chosen = set(candidates(units, hits, cover))
        for i in sorted(chosen):
            before = i - 1 in chosen and is_name(sentence, i - 1)
            yield Example(
                [feature & mask for feature in alone(units.norms[i])],
                [feature & mask for feature in around(i, units, hits, cover, named_before=before)],
                is_name(sentence, i),
            )


def train(sentences: Sequence[Sentence]) -> bytes:
    """Return the model file of an averaged perceptron; the same sentences give the same bytes."""
    data = list(examples(sentences))
    runs = [learned(data, seed) for seed in range(RUNS)]
    mean = [sum(each) / RUNS for each in zip(*runs, strict=True)]
    scale = 127 / max(map(abs, mean))
    whole = array("b", (round(weight * scale) for weight in mean))
    gates = sorted(sum(whole[p] for p in example.alone) for example in data if example.name)
    head = {
        "format": FORMAT,
        "least": round(LEAST * scale),
        "gate": gates[len(gates) // 50],  # two in a hundred names are lost, and most other words with them
        "licence": "CC-BY-SA-4.0",
        "source": "ANERcorp, training split",
    }
    return json.dumps(head).encode() + b"\n" + whole.tobytes()


def learned(data: Sequence[Example], seed: int) -> list[float]:
    """Return the averaged weights of one run over shuffled examples."""
    weights, summed = array("d", bytes(8 * BUCKETS)), array("d", bytes(8 * BUCKETS))
    shuffled = list(data)
    order = random.Random(seed)  # noqa: S311 - an order, not a secret
    time = 1
    for _ in range(EPOCHS):
        order.shuffle(shuffled)
        for example in shuffled:
            sign = 1 if example.name else -1
            places = [*example.alone, *example.around]
            if sign * sum([weights[place] for place in places]) < MARGIN:
                for place in places:
                    weights[place] += sign
                    summed[place] += sign * time
            time += 1
    return [weight - total / time for weight, total in zip(weights, summed, strict=True)]


def judge(tagger: Tagger, sentences: Sequence[Sentence]) -> tuple[int, int]:
    """Return how many names the tagger finds that overlap a person, and how many that do not."""
    right = wrong = 0
    for sentence in sentences:
        for name in tagger.names(sentence.units, sentence.hits, sentence.cover):
            good = any(is_name(sentence, i) for i in range(name.first, name.last))
            right, wrong = right + good, wrong + (not good)
    return right, wrong


if __name__ == "__main__":
    sys.exit(main())
