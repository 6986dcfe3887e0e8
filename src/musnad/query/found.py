"""What questions find: records with their evidence, their chain and the article in which they stand."""

from dataclasses import asdict, dataclass, field
from typing import Any

from musnad.model import Span
from musnad.query.changes import Changed


@dataclass(frozen=True, slots=True)
class Marks:
    """What analysts said of a find or of its article: tags, notes, and whether they found the fact wrong."""

    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand of a chain: `id` is that of the entity across articles, `span` where it stands."""

    name: str
    role: str
    id: str
    span: Span | None
    basis: str
    unnamed: bool


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """The article in which something was found: version, document, what it is called, where and when it stood.

    `basis` says what speaks for the day; `chain` are the article's own hands; `row` is its place in this database.
    """

    version: str
    document: str
    input: str | None
    publisher: str | None
    day: str | None
    basis: str
    title: str | None
    url: str | None
    characters: int
    is_current: bool
    chain: tuple[Hand, ...] = ()
    row: int = field(default=0, repr=False)


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement: `day` is that on which it was said, else that of its article; `chain` its own hands, origin first.

    `content` are the words of `content_spans`, `cue` those of `cue_span`.
    """

    id: str
    day: str | None
    said: str | None
    form: str
    denial: bool
    stance: str
    medium: str
    speaker: str | None
    speaker_id: str | None
    cue: str
    cue_span: Span
    content: tuple[str, ...]
    content_spans: tuple[Span, ...]
    parent: str | None
    rule: str
    chain: tuple[Hand, ...]
    article: ArticleRef
    marks: Marks = Marks()


@dataclass(frozen=True, slots=True)
class Who:
    """An actor or recipient of an event."""

    name: str
    id: str | None
    span: Span | None
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event: `day` is that on which it was, where the text tells (`date`), else that of its article.

    `sentence` are the words around the trigger, on one line.
    """

    id: str
    day: str | None
    date: str | None
    type: str
    mode: str | None
    status: str
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    place: str | None
    place_id: str | None
    trigger: str
    trigger_span: Span
    rule: str
    chain: tuple[Hand, ...]
    article: ArticleRef
    sentence: str = ""
    marks: Marks = Marks()


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article, with the words around the first place that fits the question, else its first words."""

    day: str | None
    excerpt: str
    article: ArticleRef
    marks: Marks = Marks()


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person (or another kind of entity) with all forms of the name, the most frequent first.

    `id` is that of the knowledge base, else kind and folded name: people of one name are one there. `ids` are those of
    all that are one with it, `id` first.
    """

    id: str
    kind: str
    name: str
    latin: str
    names: tuple[str, ...]
    articles: int
    mentions: int
    first: str | None
    last: str | None
    ids: tuple[str, ...] = ()
    marks: Marks = Marks()
    row: int = field(default=0, repr=False)


Found = FoundStatement | FoundEvent | FoundArticle | FoundPerson


def to_json(found: Found | Changed) -> dict[str, Any]:
    """Return a record as plain JSON values; spans are `[start, end]`, rows of the database are left out."""
    value: dict[str, Any] = _plain(asdict(found))
    value.get("article", value).pop("row", None)
    return value


def _plain(value: Any) -> Any:  # noqa: ANN401 - any part of a record
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            return [value["start"], value["end"]]
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value
