"""Facts of a changed page that stood there before: another version of the page has other ids for the same words."""

from musnad.query.found import Found, FoundArticle, FoundEvent, FoundPerson, FoundStatement
from musnad.store import Reader


def is_repeated(item: Found, reader: Reader) -> bool:
    """Say whether a version of the page that came earlier tells the same in the same words."""
    if isinstance(item, FoundArticle | FoundPerson):
        return False
    return any(_stands(item, row, reader) for row in reader.earlier(item.article.row))


def _stands(item: FoundStatement | FoundEvent, article: int, reader: Reader) -> bool:
    reading = reader.reading(article)
    text = reading.article.text
    if isinstance(item, FoundStatement):
        told = [(s.speaker and s.speaker.name, tuple(span.of(text) for span in s.content)) for s in reading.statements]
        return (item.speaker, item.content) in told
    events = [(e.type, e.status, e.trigger.of(text), tuple(who.name for who in e.actors)) for e in reading.events]
    return (item.type, item.status, item.trigger, tuple(who.name for who in item.actors)) in events
