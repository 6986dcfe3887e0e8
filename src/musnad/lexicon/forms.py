"""Spell out the forms of an entry: inflect, fold, and set the article aside."""

import re
from collections.abc import Iterator

from musnad.arabic import ARTICLE, Inflected, fold_word, nisba, noun, verb
from musnad.arabic.inflect import NEVER, OPTIONAL, REQUIRED, THIRD
from musnad.errors import LexiconError
from musnad.lexicon.cldr import territory
from musnad.lexicon.files import Row
from musnad.lexicon.records import Shape
from musnad.lexicon.schema import KindSchema

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_SHORTEST_BARE = 3  # letters; below this, a word that begins with the article's letters is left whole


def spell(row: Row, kind: KindSchema) -> Iterator[tuple[str, Shape]]:
    """Yield the distinct patterns and shapes of a row. Raises `LexiconError` if a word folds to nothing."""
    seen: set[tuple[str, Shape]] = set()
    for form, prefixes in _inflected(row, kind):
        pattern = " ".join(_TOKEN.findall(fold_word(form.text)))
        if not pattern:
            message = f"{row.path}, line {row.line}: {row.id}: {form.text!r} holds no letter"
            raise LexiconError(message)
        if not kind.suffixes and form.suffix == REQUIRED:
            continue
        # Dictionary forms of nouns and verbs carry no article; a word of theirs that begins with its letters is whole.
        literal = form.pos == "word" and prefixes == "noun" and form.text.startswith(ARTICLE)
        article = literal and len(pattern.split()[0]) - len(ARTICLE) >= _SHORTEST_BARE
        suffix = form.suffix if kind.suffixes and " " not in pattern else NEVER
        suffix = THIRD if kind.third and suffix == OPTIONAL else suffix
        grammar = (form.pos, form.tense, form.gender, form.number, form.voice, form.person)
        spelled = (pattern.removeprefix(ARTICLE) if article else pattern, Shape(*grammar, suffix, prefixes, article))
        if spelled not in seen:
            seen.add(spelled)
            yield spelled


def headword(row: Row, kind: KindSchema) -> str:
    """Return the first form of a row as it is written; nothing for a row without words."""
    return next((form.text for form, _ in _inflected(row, kind)), "")


def _inflected(row: Row, kind: KindSchema) -> Iterator[tuple[Inflected, str]]:
    words = row.words
    for text in words.get("forms", ()):
        yield Inflected(text, "word", suffix=OPTIONAL), kind.prefixes
    if "cldr" in words:
        yield Inflected(territory(words["cldr"]), "word", suffix=OPTIONAL), kind.prefixes
    if "verb" in words:
        for form in verb(words["verb"]):
            yield form, "verb" if form.pos == "verb" else "noun"
    if "noun" in words:
        for form in noun(words["noun"]):
            yield form, "noun"
    if "nisba" in words:
        for form in nisba(words["nisba"], words.get("nisba_plural", ())):
            yield form, "noun"
