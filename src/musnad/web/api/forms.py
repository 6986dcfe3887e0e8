"""The JSON forms of the API, for its description; the values themselves are those of `musnad.query.to_json`."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]
"""`[start, end]`, half open, in code points of the article's text."""


class Form(BaseModel):
    """A JSON object; readers ignore fields that they do not know."""

    model_config = ConfigDict(extra="allow")


class Hand(Form):
    """One hand of a chain."""

    name: str
    role: str
    id: str = Field(description="Of the entity, across articles.")
    span: Span | None
    basis: str
    unnamed: bool


class ArticleRef(Form):
    """The article in which something stands."""

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
    chain: list[Hand]


class Marks(Form):
    """What analysts said of it."""

    tags: list[str]
    notes: list[str]
    is_wrong: bool


class Statement(Form):
    """Who says what."""

    id: str
    day: str | None
    said: str | None
    form: str
    denial: bool
    stance: str
    medium: str
    speaker: str | None
    speaker_id: str | None
    speaker_latin: str | None
    cue: str
    cue_span: Span
    content: list[str]
    content_spans: list[Span]
    parent: str | None
    rule: str
    chain: list[Hand]
    article: ArticleRef
    marks: Marks


class Who(Form):
    """An actor or recipient."""

    name: str
    id: str | None
    span: Span | None
    country: str | None
    sector: str | None


class Event(Form):
    """Who did what to whom."""

    id: str
    day: str | None
    date: str | None
    type: str
    mode: str | None
    status: str
    actors: list[Who]
    recipients: list[Who]
    place: str | None
    place_id: str | None
    trigger: str
    trigger_span: Span
    sentence: str
    rule: str
    chain: list[Hand]
    article: ArticleRef
    marks: Marks


class Article(Form):
    """An article, with the words around the first hit."""

    day: str | None
    excerpt: str
    article: ArticleRef
    marks: Marks


class Entity(Form):
    """A person, body or place."""

    id: str
    kind: str
    name: str
    latin: str
    names: list[str]
    articles: int
    mentions: int
    first: str | None
    last: str | None
    marks: Marks


class Held(Form):
    """What is held of one publisher."""

    publisher: str | None
    articles: int
    within: int
    first: str | None
    last: str | None
    captured: str | None


class Coverage(Form):
    """What was looked at: an absent publisher is not a silent one."""

    matched_publishers: int
    articles: int
    last_capture: str | None
    publishers: list[Held]


class Page(Form):
    """Some of what fits."""

    format: Literal["musnad.page/1"]
    of: str
    total: int
    after: str | None = Field(description="What leads to the next page; null on the last one.")
    next: str | None = Field(description="Address of the next page.")
    coverage: Coverage


class Statements(Page):
    """A page of statements."""

    items: list[Statement]


class Events(Page):
    """A page of events."""

    items: list[Event]


class Articles(Page):
    """A page of articles."""

    items: list[Article]


class People(Page):
    """A page of names."""

    items: list[Entity]


class Group(Form):
    """How many there are of a group; `name` is null for those of none."""

    name: str | None
    count: int


class Counts(Form):
    """Counts by a group."""

    of: str
    by: str
    groups: list[Group]
    coverage: Coverage


class Facet(Form):
    """A value by which a question can be narrowed."""

    facet: str
    key: str
    name: str
    count: int


class Facets(Form):
    """What a question can be narrowed by, counted over the newest `looked_at` finds."""

    of: str
    looked_at: int
    facets: list[Facet]
