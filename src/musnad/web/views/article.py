"""The context of the article page: of a stored article, and of one that is only read now."""

from collections.abc import Mapping
from dataclasses import dataclass

from musnad.model import Capture, Document, Entity, Published, Reading
from musnad.query import Collection, Correction, hits
from musnad.render.segments import HIT, Layer, Segment, layers, lines
from musnad.store import keys_of
from musnad.web.views.hops import Hop, hops_of_links
from musnad.web.views.records import Records, Said, decided, link, records

_LONGEST = 300_000  # characters of a text that a page shows; browsers hardly scroll more
_CAST = 40  # entities beside a text


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its evidence.

    `lines` are the lines of the text in coloured pieces, the title first where `has_title`; `cut` is how many
    characters are left out behind them. `stored` is None for a text that is only read now.
    """

    title: str | None
    version: str
    publisher: str | None
    byline: str | None
    url: str | None
    published: Published
    characters: int
    lines: tuple[tuple[Segment, ...], ...]
    has_title: bool
    cut: int
    records: Records
    hops: tuple[Hop, ...]
    cast: tuple[Entity, ...]
    keys: Mapping[str, str]
    stored: "Stored | None" = None

    @property
    def namesakes(self) -> tuple[tuple[str, str], ...]:
        """Return id and name of those who may be somebody else of the same name."""
        return tuple((key, each.name) for each in self.cast if (key := self.keys.get(each.id)) is not None)


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of a stored article: its document, other versions, captures, what analysts said of it."""

    document: str
    versions: tuple[tuple[str, bool], ...]
    is_current: bool
    captures: tuple[Capture, ...]
    said: Said


def stored_article(collection: Collection, key: str, words: str | None) -> ArticleView:
    """Return the view of an article by the id of its version, document or fact. Raises `MusnadError`."""
    reading = collection.reading(key)
    document = Document.of(reading.article).id
    versions = collection.versions(document)
    version = reading.article.version
    facts = [*(each.id for each in reading.statements), *(each.id for each in reading.events)]
    said = [each for each in collection.said([version, document, *facts]) if not each.undone]
    others = (each for each in decided(collection, [document], "namesake").decisions if each.object == document)
    stored = Stored(
        document,
        versions,
        dict(versions).get(version, True),
        collection.captures(version),
        Said((*(each for each in said if each.subject in {version, document}), *others)),
    )
    return view(reading, stored, said=tuple(said), words=words)


def view(
    reading: Reading, stored: Stored | None = None, *, said: tuple[Correction, ...] = (), words: str | None = None
) -> ArticleView:
    """Return the view of a reading."""
    article = reading.article
    keys = keys_of(reading)
    text = article.text[:_LONGEST]
    found = [*layers(reading), *(Layer(span, HIT, "") for span in hits(text, words))]
    named = {m.entity for m in reading.mentions if m.proper is not None}
    return ArticleView(
        title=article.title,
        version=article.version,
        publisher=article.publisher,
        byline=article.byline,
        url=link(article.url),
        published=reading.published,
        characters=len(article.text),
        lines=lines(text, found),
        has_title=article.title_span is not None,
        cut=len(article.text) - len(text),
        records=records(reading, keys, said),
        hops=hops_of_links(reading.chain, keys),
        cast=tuple(e for e in reading.entities if e.id in named)[:_CAST],
        keys=keys,
        stored=stored,
    )
