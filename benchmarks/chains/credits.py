"""Does the tail read from the text alone name the agency that the byline credits, and is none invented?

usage: credits.py ARTICLES.jsonl[.gz] [--sample N] [--seed N]

Of the articles whose byline credits an agency, those whose text carries a credit too are read again with the byline
withheld, and the agencies of both readings compared. Of the articles without a byline, N drawn at random are read, and
those with an agency printed with the words that credit it, to be judged by eye.
"""

import argparse
import gzip
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from musnad import chains  # noqa: E402 - the checkout that this file lies in
from musnad.ingest import records  # noqa: E402
from musnad.lexicon import match  # noqa: E402
from musnad.model import Article, Chain  # noqa: E402
from musnad.pipeline import Engine, start  # noqa: E402
from musnad.text import cut  # noqa: E402

AROUND = 40  # code points printed before a credit


def main() -> None:
    """Print both counts, and the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sample", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    engine = start()
    with_byline: list[Article] = []
    without: list[Article] = []
    for article in _articles(given.articles, engine):
        (with_byline if article.byline else without).append(article)
    credited = carried = agreed = 0
    for article in with_byline:
        named = _agencies(_tail(article, engine), "byline")
        if not named:
            continue
        credited += 1
        found = _agencies(_tail(replace(article, byline=None), engine))
        carried += bool(found)
        agreed += bool(found & named)
    print(
        f"{len(with_byline)} bylines, {credited} credit an agency; {carried} texts carry a credit too, {agreed} agree"
    )
    random.Random(given.seed).shuffle(without)  # noqa: S311 - a sample, no secret
    drawn = [(article, _tail(article, engine)) for article in without[: given.sample]]
    read = [(article, link) for article, tail in drawn for link in tail if link.role == "agency"]
    print(f"{len(drawn)} articles without a byline, {len({a.id for a, _ in read})} of them with an agency:")
    for article, link in read:
        words = "" if link.span is None else article.text[max(0, link.span.start - AROUND) : link.span.end + 1]
        print(f"  {article.id}\t{link.basis}\t{link.name}\t{' '.join(words.split())}")


def _articles(path: Path, engine: Engine) -> Iterator[Article]:
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        for item in records(lines, engine.lexicon):
            if isinstance(item, Article):
                yield item


def _tail(article: Article, engine: Engine) -> Chain:
    units = cut(article)
    text = chains.Source(units, match(units, engine.lexicon, ignored=engine.boilerplate.in_article(article)))
    if article.byline is None:
        return chains.tail(article, text, None)
    byline = cut(Article(article.byline))
    return chains.tail(article, text, chains.Source(byline, match(byline, engine.lexicon)))


def _agencies(tail: Chain, basis: str = "") -> set[str]:
    known = [link for link in tail if link.role == "agency" and not link.unnamed]
    return {link.entity or link.name for link in known if not basis or link.basis == basis}


if __name__ == "__main__":
    main()
