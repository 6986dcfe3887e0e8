"""Why nothing fits a question: names and types that the collection does not know at all."""

from collections.abc import Iterator

from musnad.store import Question, Reader

_NAMES = ("speaker", "actor", "recipient", "place", "via", "mentions", "name")


def hints(reader: Reader, question: Question) -> Iterator[str]:
    """Yield what a question asks that nothing here has; nothing where only the combination fits nothing."""
    for field in _NAMES:
        name = getattr(question, field)
        if name is not None and not reader.identities.is_named(name):
            yield f"nothing here is called {name!r} ({field})"
    if question.type is not None:
        held = reader.types()
        if question.type.upper() not in held:
            yield f"no event here is of the type {question.type}: there are {', '.join(held) or 'none'}"
    if question.publisher is not None and not reader.count(Question("articles", publisher=question.publisher))[0][1]:
        yield f"no publisher here is called {question.publisher!r}"
