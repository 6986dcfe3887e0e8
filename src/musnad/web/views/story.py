"""The contexts of stories: one with its timeline, copies, claims and readouts, and two copies compared."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from musnad.corpus.copies import compare, find
from musnad.errors import MusnadError
from musnad.lexicon import Lexicon
from musnad.model import Article, Reading, Span
from musnad.model.claims import Proposition, Readouts
from musnad.model.copies import Copy, Dispatch, Edit, Member
from musnad.pipeline import Engine, read
from musnad.query import Account, ArticleRef, Collection, FoundStory
from musnad.render.segments import HIT, Layer, Segment, segments
from musnad.web.views.records import PAIRS, Said, decided

MOST_TOLD = 100  # articles of a story whose claims are worked out while a reader waits
_MOST_COMPARED = 60  # articles of a story whose copies are looked for while a reader waits
_SIDE = 280  # characters of a side of an edit


@dataclass(frozen=True, slots=True)
class Stop:
    """A day of a story with its articles; `since_first` is how many days after the first one it is."""

    day: str | None
    since_first: int | None
    articles: tuple[ArticleRef, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """An article that carries a text: how it does, whom it credits; `is_fullest` marks the one with most of it."""

    member: Member
    article: ArticleRef
    is_fullest: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """A text that several articles carry, and these, the earliest first."""

    dispatch: Dispatch
    leaves: tuple[Leaf, ...]
    fullest: ArticleRef


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story: days, copies, claims (most articles first), readouts; `more` claims are left out.

    Of a story that is too large these are not `told`. `address` is the id under which it is found: that of its article
    where it was not compared with others yet. `said` are decisions about its articles, `waiting` whether the story is
    still to follow some.
    """

    story: FoundStory
    address: str
    stops: tuple[Stop, ...]
    trees: tuple[Tree, ...]
    compared: bool
    claims: tuple[Proposition, ...]
    more: int
    readouts: Readouts
    said: Said
    waiting: bool
    told: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One edit: the sentence on either side with what was changed marked; empty where nothing stands."""

    edit: Edit
    first: tuple[Segment, ...]
    second: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """Two articles side by side: what they share, which was taken from which and why, every difference."""

    copy: Copy
    first: Article
    second: Article
    differences: tuple[Difference, ...]
    kinds: Mapping[str, int]


def story(collection: Collection, key: str, lexicon: Lexicon, most: int) -> StoryView:
    """Return the view of a story by its id, or that of one of its articles. Raises `UnknownIdError`."""
    large = collection.story(key)
    if large is not None and len(large.articles) > MOST_TOLD:
        account = Account(large, (), Readouts(), {})
    else:
        account = collection.account(key)
    small = len(account.story.articles) <= _MOST_COMPARED
    _, shelf = collection.reader.comparing()
    return StoryView(
        story=account.story,
        address=address(collection, account.story),
        stops=tuple(_stops(account.story)),
        trees=tuple(_trees(account, lexicon)) if small else (),
        compared=small,
        claims=account.propositions[:most],
        more=max(0, len(account.propositions) - most),
        readouts=account.readouts,
        said=decided(collection, (each.document for each in account.story.articles), *PAIRS),
        waiting=not {each.row for each in account.story.articles}.isdisjoint(shelf.stale()),
        told=len(account.story.articles) <= MOST_TOLD,
    )


def account_of(collection: Collection, key: str) -> Account:
    """Return what is claimed in a story. Raises `MusnadError` where it takes longer than one waits."""
    large = collection.story(key)
    if large is not None and len(large.articles) > MOST_TOLD:
        message = f"a story of {len(large.articles)} articles takes too long: musnad trace tells what it claims"
        raise MusnadError(message)
    return collection.account(key)


def address(collection: Collection, found: FoundStory) -> str:
    """Return the id under which a story is found."""
    _, shelf = collection.reader.comparing()
    return found.id if shelf.named(found.id) is not None else found.articles[0].version


def compared(collection: Collection, first: str, second: str, engine: Engine) -> tuple[Reading, Reading, Copy]:
    """Return two articles by their ids, and what they share. Raises `UnknownIdError`."""
    one, two = collection.reading(first), collection.reading(second)
    return one, two, compare(one, two, lambda part: read(part, engine), engine.lexicon)


def comparison(collection: Collection, first: str, second: str, engine: Engine) -> CompareView:
    """Return two articles side by side, by their ids. Raises `UnknownIdError`."""
    one, two, found = compared(collection, first, second, engine)
    differences = tuple(
        Difference(
            each,
            _side(each.first, each.first_sentence, one),
            _side(each.second, each.second_sentence, two),
        )
        for each in found.edits
    )
    return CompareView(found, one.article, two.article, differences, Counter(each.kind for each in found.edits))


def _stops(found: FoundStory) -> Iterable[Stop]:
    first = next((chapter.day for chapter in found.chapters if chapter.day), None)
    for chapter in found.chapters:
        articles = tuple(ref for key in chapter.keys if (ref := found.article(key)) is not None)
        yield Stop(chapter.day, _days(first, chapter.day), articles)


def _days(first: str | None, day: str | None) -> int | None:
    if first is None or day is None:
        return None
    return (date.fromisoformat(day) - date.fromisoformat(first)).days


def _trees(account: Account, lexicon: Lexicon) -> Iterable[Tree]:
    """Yield the texts that articles of a story carry, those of most articles first."""
    readings = account.texts
    by_version = {reading.article.version: reading for reading in readings.values()}
    copies = find({key: reading.article for key, reading in readings.items()}, lambda a: by_version[a.version], lexicon)
    for each in sorted(copies.dispatches, key=lambda dispatch: (-len(dispatch.members), dispatch.id)):
        leaves = [
            Leaf(member, ref, member.key == each.fullest)
            for member in each.members
            if (ref := account.story.article(member.key)) is not None
        ]
        fullest = account.story.article(each.fullest)
        if fullest is not None and len(leaves) > 1:
            leaves.sort(key=lambda leaf: (leaf.article.day or "9", leaf.article.document))
            yield Tree(each, tuple(leaves), fullest)


def _side(span: Span | None, sentence: Span | None, reading: Reading) -> tuple[Segment, ...]:
    """Return the sentence of an edit with its words marked."""
    if span is None:
        return ()
    around = sentence if sentence is not None and sentence.covers(span) else span
    start = max(around.start, span.start - _SIDE // 2)
    end = min(around.end, max(span.end, start + _SIDE))
    low, high = span.start - start, min(span.end, end) - start
    text = reading.article.text[start:end]
    before = (Segment("… "),) if start > around.start else ()
    return (
        *before,
        *segments(text, [Layer(Span(low, high), HIT, "")]),
        *((Segment(" …"),) if end < around.end else ()),
    )
