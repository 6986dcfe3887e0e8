"""Print how many copies are found, by how they were edited. Nothing here asserts anything.

usage: edits.py [--articles FILE.jsonl[.gz]] [--originals N] [--peers]

Every third original gets a copy of each class: A with furniture above and below, B 3 % of the words changed, C the
first half of the text, D inside a longer text, E 15 % of the words changed and sentences in another order, F 30 %
changed.
«found» are pairs that share text, «joined» those that are members of one dispatch. A wrong pair is one between two
different originals (or their copies) that share nothing before; pairs of originals that do are left out. With --peers
datasketch and rensa, if they are installed, look for the same copies in the same texts: neither is a dependency.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from itertools import accumulate, combinations, islice
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from texts import records, text_of  # noqa: E402 - the checkout itself is measured

from musnad.corpus.copies import shared_words  # noqa: E402
from musnad.corpus.fingerprints import words  # noqa: E402
from musnad.corpus.groups import groups  # noqa: E402
from musnad.corpus.index import CopyIndex, Print  # noqa: E402
from musnad.corpus.passages import Words  # noqa: E402
from musnad.model import Article  # noqa: E402

SEED = 20261125
LEAST_WORDS = 80  # of an original: shorter texts have no half
CLASSES = "ABCDEF"
PEERS = 0.35  # the lowest threshold of Jaccard that peers are run with
PERMUTATIONS = 126

Found = set[tuple[str, str]]


def main() -> int:
    """Make the copies, look for them, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--originals", type=int, default=3000)
    parser.add_argument("--peers", action="store_true")
    chosen = parser.parse_args()
    chance = random.Random(SEED)  # noqa: S311 - the same copies every time
    every = (text_of(record) for record in records(chosen.articles))
    originals = list(islice((text for text in every if len(text.split()) >= LEAST_WORDS), chosen.originals))
    texts = {f"{number:06}": text for number, text in enumerate(originals)}
    known = set().union(*ours(texts))
    for number in range(0, len(originals), 3):
        for kind in CLASSES:
            texts[f"{number:06}{kind}"] = edited(kind, originals[number], originals, chance)
    print(f"{len(originals)} originals, {len(texts) - len(originals)} copies")
    print(f"{'':18}" + "".join(f"{kind:>7}" for kind in CLASSES) + "   wrong pairs   seconds")
    started = time.process_time()
    found, joined = ours(texts)
    seconds = time.process_time() - started
    show("musnad found", found, known, len(originals), seconds)
    show("musnad joined", joined, known, len(originals), seconds)
    for name, peer in peers().items() if chosen.peers else ():
        started = time.process_time()
        pairs = peer({key: grams(text) for key, text in texts.items()})
        show(name, pairs, known, len(originals), time.process_time() - started)
    return 0


def ours(texts: Mapping[str, str]) -> tuple[Found, Found]:
    """Return the pairs that share text, and those that are members of one group."""
    index = CopyIndex()
    for key, text in texts.items():
        index.add(key, Print.of(Article(text)))
    index.settle()
    pairs = list(index.pairs())
    cut = lru_cache(maxsize=1000)(lambda key: Words.of(Article(texts[key])))
    together = {pair for group in groups(pairs, index, partial(shared_words, cut)) for pair in combinations(group, 2)}
    return {(pair.first, pair.second) for pair in pairs}, together


def edited(kind: str, text: str, others: list[str], chance: random.Random) -> str:
    """Return a copy of a text, edited as the class says."""
    sentences = [part for part in text.replace("\n", ". ").split(". ") if part.strip()]
    other = chance.choice(others)
    if kind == "A":
        return f"{other[:120]}\n{text}\n{chance.choice(others)[:120]}"
    if kind == "C":
        half = len(text.split()) // 2
        sizes = list(accumulate(len(sentence.split()) for sentence in sentences))
        return ". ".join(sentences[: 1 + next(i for i, size in enumerate(sizes) if size >= half)])
    if kind == "D":
        half = len(other) // 2
        return f"{other[:half]}\n{text}\n{other[half:]}"
    if kind == "E":
        chance.shuffle(sentences)
        return changed(". ".join(sentences), 0.15, other, chance)
    return changed(text, {"B": 0.03, "F": 0.3}[kind], other, chance)


def changed(text: str, share: float, other: str, chance: random.Random) -> str:
    """Return a text with a share of its words replaced by words of another."""
    spare = other.split()
    return " ".join(chance.choice(spare) if chance.random() < share else word for word in text.split())


def show(name: str, found: Found, known: Found, originals: int, seconds: float) -> None:
    """Print recall by class and the wrong pairs."""
    hits: Counter[str] = Counter()
    wrong = 0
    for one, other in found:
        first, second = sorted((one[:6], other[:6]))
        if first == second:
            hits[other[6:] if len(one) == len(first) else ""] += 1
        elif (first, second) not in known and "D" not in (one[6:] + other[6:]) and "A" not in (one[6:] + other[6:]):
            wrong += 1
    of = len(range(0, originals, 3))
    shown = "".join(f"{hits[kind] / of:7.3f}" for kind in CLASSES)
    print(f"{name:18}{shown}{wrong:8} of {len(found):<7}{seconds:7.1f}")


def grams(text: str) -> set[str]:
    """Return the three-word shingles of a text, as peers take them."""
    norms = words(text)
    return {" ".join(norms[i : i + 3]) for i in range(len(norms) - 2)}


def peers() -> dict[str, Callable[[Mapping[str, set[str]]], Found]]:
    """Return the peers that are installed."""
    found: dict[str, Callable[[Mapping[str, set[str]]], Found]] = {}
    try:
        from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]  # noqa: PLC0415

        def datasketch(texts: Mapping[str, set[str]]) -> Found:
            lsh = MinHashLSH(threshold=PEERS, num_perm=PERMUTATIONS)
            return _looked_up(texts, lambda each: _sketch(MinHash(num_perm=PERMUTATIONS), each), lsh.insert, lsh.query)

        found["datasketch"] = datasketch
    except ImportError:
        print("datasketch is not installed")
    try:
        from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found]  # noqa: PLC0415

        def rensa(texts: Mapping[str, set[str]]) -> Found:
            lsh = RMinHashLSH(threshold=PEERS, num_perm=PERMUTATIONS, num_bands=42)
            keys = list(texts)
            numbers = {key: number for number, key in enumerate(keys)}
            return _looked_up(
                texts,
                lambda each: _rensa(RMinHash(num_perm=PERMUTATIONS, seed=42), each),
                lambda key, sketch: lsh.insert(numbers[key], sketch),
                lambda sketch: [keys[number] for number in lsh.query(sketch)],
            )

        found["rensa"] = rensa
    except ImportError:
        print("rensa is not installed")
    return found


def _sketch(sketch: Any, each: set[str]) -> Any:  # noqa: ANN401 - of a library that may be absent
    sketch.update_batch([gram.encode() for gram in sorted(each)])
    return sketch


def _rensa(sketch: Any, each: set[str]) -> Any:  # noqa: ANN401 - of a library that may be absent
    sketch.update(sorted(each))
    return sketch


def _looked_up(
    texts: Mapping[str, set[str]],
    sketched: Callable[[set[str]], Any],
    insert: Callable[[str, Any], object],
    query: Callable[[Any], Iterable[str]],
) -> Found:
    """Insert every text and look every text up; pairs below the threshold that only share a band are kept."""
    sketches = {key: sketched(each) for key, each in texts.items() if each}
    for key, sketch in sketches.items():
        insert(key, sketch)
    return {(key, other) for key, sketch in sketches.items() for other in query(sketch) if key < other}


if __name__ == "__main__":
    sys.exit(main())
