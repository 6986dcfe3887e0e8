"""Stories and claims of a collection as records: a page of stories, a story with all its claims, a trace."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from musnad.claims.jsonio import proposition_to_json, readouts_to_json, story_to_json
from musnad.model import Reading
from musnad.model.claims import Chapter, Proposition, Readouts, Story
from musnad.query.found import ArticleRef
from musnad.store import UnknownIdError

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FoundStory:
    """A story: the title of its first article, its first and last day, its articles oldest first, its chapters.

    Keys of chapters, and of all that is told of the story, are the `document` of its articles.
    """

    id: str
    title: str
    first: str | None
    last: str | None
    articles: tuple[ArticleRef, ...]
    chapters: tuple[Chapter, ...]

    @property
    def publishers(self) -> tuple[str, ...]:
        """Return who tells it, once each, in the order of the articles."""
        return tuple(dict.fromkeys(each.publisher for each in self.articles if each.publisher))

    def article(self, key: str) -> ArticleRef | None:
        """Return the article with a key, None where it is not one of the story's."""
        return next((each for each in self.articles if each.document == key), None)


@dataclass(frozen=True, slots=True)
class Stories:
    """Some stories, those of most recent news first; `after` leads to the next page, None on the last one.

    `total` counts those that fit; `articles` and `publishers` what was looked at, `waiting` articles that were not
    compared with others yet.
    """

    items: tuple[FoundStory, ...]
    after: str | None
    total: int
    articles: int
    publishers: int
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """A story with all that is claimed in it, most articles first, the readouts of its sides, and its readings by key.

    `texts` holds the readings, from which the words of every attestation come.
    """

    story: FoundStory
    propositions: tuple[Proposition, ...]
    readouts: Readouts
    texts: Mapping[str, Reading]

    def proposition(self, key: str) -> Proposition:
        """Return a proposition by its id. Raises `UnknownIdError` where the story has none of it."""
        found = next((each for each in self.propositions if each.id == key), None)
        if found is None:
            message = f"story {self.story.id} has no proposition {key!r}"
            raise UnknownIdError(message)
        return found


@dataclass(frozen=True, slots=True)
class Trace:
    """What was asked for, and the propositions that answer it, each story once, the best fitting ones first."""

    asked: str
    accounts: tuple[Account, ...]


STORY, ACCOUNT, TRACE = "musnad.story/1", "musnad.account/1", "musnad.trace/1"


def found_story_to_json(found: FoundStory) -> Json:
    """Return a story in the form `musnad.story/1`."""
    keys = tuple(each.document for each in found.articles)
    return {
        "format": STORY,
        **story_to_json(Story(found.id, keys, found.chapters)),
        "title": found.title,
        "first": found.first,
        "last": found.last,
        "publishers": list(found.publishers),
        "articles": [_article(each) for each in found.articles],
    }


def account_to_json(found: Account) -> Json:
    """Return a story with its claims in the form `musnad.account/1`."""
    return {
        "format": ACCOUNT,
        "story": found_story_to_json(found.story),
        "propositions": [proposition_to_json(each, found.texts) for each in found.propositions],
        "readouts": readouts_to_json(found.readouts),
    }


def trace_to_json(found: Trace) -> Json:
    """Return a trace in the form `musnad.trace/1`."""
    return {"format": TRACE, "asked": found.asked, "accounts": [account_to_json(each) for each in found.accounts]}


def _article(article: ArticleRef) -> Json:
    names = ("version", "document", "input", "publisher", "day", "title", "url")
    return {name: getattr(article, name) for name in names}
