"""Does `explain` tell the truth? Take facts of articles at random and rebuild each from its explanation.

usage: reproduce.py --articles FILE.jsonl[.gz] [--facts 200] [--seed N]

For every fact, the article is read anew and explained at the fact's offset. The explanation must hold the very fact,
its tree must begin with the rule that the fact names, stay inside the text, and end in words: every leaf that names an
entry of the lexicon is looked up again by its words alone and must be that entry. Beside that it prints how many facts
their sentence alone gives again, with the article's day: the others rest on what stands before or behind. Exit code 1
where an explanation fails.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from musnad.evaluate.sound import Fact, evidence, facts  # noqa: E402 - the checkout itself is looked at
from musnad.ingest.decode import clean  # noqa: E402
from musnad.lexicon import match  # noqa: E402
from musnad.model import Article, Published, Reading, Span, reading_to_json  # noqa: E402
from musnad.pipeline import Engine, default_engine, read  # noqa: E402
from musnad.render.explanation import explanations_to_json  # noqa: E402
from musnad.text import cut  # noqa: E402

PARTS = ("mentions", "times", "statements", "events", "quotations")
Json = dict[str, object]


def main() -> int:
    """Check and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True, metavar="FILE.jsonl[.gz]")
    parser.add_argument("--facts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    engine, chance = default_engine(), Random(options.seed)
    texts = list(_texts(options.articles, options.facts, chance))
    done, alone, failed = Counter[str](), Counter[str](), list[str]()
    for reading, part, number in chosen(texts, options.facts, chance, engine):
        done[part] += 1
        where = f"{part} {number} of «{reading.article.text[:40]}»"
        failed += [f"{where}: {each}" for each in wrong(reading, part, number, engine)]
        alone[part] += stands_alone(reading, part, number, engine)
    print("| part | explained | again from its sentence alone |\n|---|--:|--:|")
    for part in PARTS:
        print(f"| {part} | {done[part]} | {alone[part]} |")
    print(f"\n{done.total()} facts; explanations that failed: {len(failed)}")
    print("\n".join(failed))
    return 1 if failed else 0


def _texts(path: Path, count: int, chance: Random) -> Iterator[str]:
    """Return some texts of a file at random, without keeping all."""
    kept: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if len(kept) < count:
                kept.append(line)
            elif (at := chance.randrange(number + 1)) < count:
                kept[at] = line
    return (clean(json.loads(line)["text"]) for line in kept)


def chosen(texts: Sequence[str], count: int, chance: Random, engine: Engine) -> Iterator[tuple[Reading, str, int]]:
    """Yield facts at random: a text, a part of its reading, a fact of that part."""
    found = 0
    while found < count:
        article = Article(chance.choice(texts), published=Published("2021-09-14", "given", 1.0), publisher="A")
        reading = read(article, engine)
        parts = [part for part in PARTS if getattr(reading, part)]
        if parts:
            part = chance.choice(parts)
            yield reading, part, chance.randrange(len(getattr(reading, part)))
            found += 1


def wrong(reading: Reading, part: str, number: int, engine: Engine) -> Iterator[str]:
    """Yield what is wrong with the explanation of one fact of a reading."""
    told = reading_to_json(reading)[part][number]
    fact: Fact = getattr(reading, part)[number]
    again = read(reading.article, engine)
    explained = [
        each
        for each in explanations_to_json(again, evidence(fact)[0].start)
        if each["part"] == part and each["fact"] == told
    ]
    if len(explained) != 1:
        yield f"explained {len(explained)} times"
        return
    tree = explained[0]["tree"]
    if tree is None or tree["rule"] != told["rule"]:
        yield f"made by {told['rule']}, and the tree begins with {tree and tree['rule']}"
        return
    yield from (problem for leaf in _leaves(tree) for problem in _leaf(leaf, reading.article.text, engine))


def _leaves(tree: Json) -> Iterator[Json]:
    children = tree["children"]
    if not children:
        yield tree
    for child in children if isinstance(children, list) else ():
        yield from _leaves(child)


def _leaf(leaf: Json, text: str, engine: Engine) -> Iterator[str]:
    """Yield what is wrong with a leaf: words that are not those of the text, or not those of the entry it names."""
    start, end = leaf["span"]  # type: ignore[misc]  # JSON
    if text[start:end] != leaf["text"]:
        yield f"{leaf['rule']}: {leaf['text']!r} is not what stands there"
    if str(leaf["rule"]) in engine.lexicon.entries:
        units = cut(Article(text))
        first, last = units.tokens_of(start, end)  # with what is written onto the words
        words = text[units.starts[first] : units.ends[last - 1]]
        if not any(hit.entry.id == leaf["rule"] for hit in match(cut(Article(words)), engine.lexicon).all):
            yield f"{leaf['rule']} is no word of {words!r}"


def stands_alone(reading: Reading, part: str, number: int, engine: Engine) -> bool:
    """Say whether the sentence of a fact alone gives a fact of that kind by that rule at that place again."""
    fact: Fact = getattr(reading, part)[number]
    places = evidence(fact)
    units = cut(reading.article)
    around = [s for s in units.sentences if s.start < places[-1].end and places[0].start < s.end]
    if not around:
        return False
    start, end = around[0].start, max(around[-1].end, places[-1].end)
    alone = read(Article(reading.article.text[start:end], published=reading.article.published), engine)
    moved = tuple(Span(span.start - start, span.end - start) for span in places)
    return any(type(f) is type(fact) and evidence(f) == moved and f.rule == fact.rule for f in facts(alone))


if __name__ == "__main__":
    sys.exit(main())
