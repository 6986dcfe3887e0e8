"""A collection of articles in memory: what the commands that compare articles with each other work on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import typer

from musnad.cli.engine import started
from musnad.cli.progress import Tally
from musnad.cli.sources import articles as articles_of
from musnad.corpus.copies import Copies, find, key_of
from musnad.ingest import Given
from musnad.model import Article, Document, Reading, Rejection
from musnad.pipeline import Engine, read
from musnad.store import Reader

_DATABASE = b"SQLite format 3\x00"  # how every database begins


@dataclass(slots=True)
class Collection:
    """Articles by key, and the engine that reads them."""

    engine: Engine
    articles: dict[str, Article] = field(default_factory=dict)

    def add(self, article: Article) -> None:
        """Add an article by its id, or by that of its document where another article has the same."""
        found = article.retrieval
        lean = replace(article, raw_map=None, retrieval=None if found is None else replace(found, data=None))
        key = key_of(lean)
        taken = key in self.articles and self.articles[key] != lean
        self.articles[Document.of(lean).id if taken else key] = lean

    def read(self, article: Article) -> Reading:
        """Return the reading of an article."""
        return read(article, self.engine)

    def copies(self) -> Copies:
        """Return the copies among all articles."""
        return find(self.articles, self.read, self.engine.lexicon)


def collected(sources: Sequence[str], knowledge: Sequence[Path] | None = None) -> Collection:
    """Return all articles of some inputs, databases among them. Rejections are counted and told on standard error."""
    found = Collection(started(knowledge))
    tally = Tally()
    for source in sources:
        for item in _items(source, found.engine):
            if isinstance(item, Rejection):
                tally.add(item)
            else:
                tally.read += 1
                found.add(item)
    if tally.reasons:
        typer.echo(tally.summary(), err=True)
    return found


def _items(source: str, engine: Engine) -> Iterator[Article | Rejection]:
    """Yield the articles of an input: the current versions of a database, else whatever the input holds."""
    path = Path(source)
    if not path.is_file() or not _is_database(path):
        yield from articles_of([source], Given(), engine)
        return
    with Reader(path) as reader:
        for reading in reader.readings():
            yield reading.article


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE
