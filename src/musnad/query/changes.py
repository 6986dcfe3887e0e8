"""What changed between two versions of a document, sentence by sentence, and whether the page says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from musnad.model import Article, Reading
from musnad.text import cut


@dataclass(frozen=True, slots=True)
class Edit:
    """Sentences that were replaced by others; `before` is empty where some were added, `after` where some are gone."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Two versions of a document that follow each other.

    `told` says whether the new one states a moment of change that the old one did not: without it the edit is a
    stealth edit. `fields` are those beside the text that differ.
    """

    document: str
    before: str
    after: str
    url: str | None
    publisher: str | None
    seen_before: str | None
    seen_after: str | None
    told: bool
    fields: tuple[str, ...]
    edits: tuple[Edit, ...]


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """Return the sentences that differ, in the order of the texts.

    >>> edits("قتل اثنان. عاد الهدوء.", "قتل ثلاثة. عاد الهدوء.")
    (Edit(before=('قتل اثنان.',), after=('قتل ثلاثة.',)),)
    """
    old, new = tuple(_sentences(before)), tuple(_sentences(after))
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(Edit(old[a:b], new[c:d]) for name, a, b, c, d in found if name != "equal")


def changed(document: str, before: Reading, after: Reading, seen: tuple[str | None, str | None]) -> Changed:
    """Return what changed from one reading to the next; `seen` are the moments at which each was last seen."""
    old, new = before.article, after.article
    return Changed(
        document=document,
        before=old.version,
        after=new.version,
        url=new.url,
        publisher=new.publisher,
        seen_before=seen[0],
        seen_after=seen[1],
        told=bool({c.value for c in new.published.updated} - {c.value for c in old.published.updated}),
        fields=tuple(_fields(old, new)),
        edits=edits(old.text, new.text),
    )


def _fields(old: Article, new: Article) -> Iterator[str]:
    if old.title != new.title:
        yield "title"
    if old.byline != new.byline:
        yield "byline"
    if old.published.value != new.published.value:
        yield "published"


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, as the stages cut it."""
    for sentence in cut(Article(text)).sentences:
        yield " ".join(text[sentence.start : sentence.end].split())
