"""Rows of the store made into records, with the words of their evidence."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from musnad.arabic import fold
from musnad.model import Span
from musnad.query.found import (
    ArticleRef,
    Found,
    FoundArticle,
    FoundEvent,
    FoundPerson,
    FoundStatement,
    Hand,
    Marks,
    Who,
)
from musnad.store import CHAINS, Correction, Key, Question, Reader, places

Row = tuple[Any, ...]
_AROUND = 80  # code points before and behind a find
_ARTICLE = 11  # columns of the article behind those of what is asked for
_STATEMENTS, _ARTICLES, _PEOPLE = "statements", "articles", "people"


def key_of(question: Question, row: Row) -> Key:
    """Return the place of a row in the order of its question."""
    if question.of == _PEOPLE:
        return row[3], row[0]
    return row[1 if question.of == _ARTICLES else 2], row[0]


class Shaper:
    """Makes records of the rows of one reader."""

    def __init__(self, reader: Reader) -> None:
        """Take texts and chains from a reader."""
        self._reader = reader
        self._text: tuple[int, str] = (0, "")

    def records(self, question: Question, rows: Sequence[Row]) -> tuple[Found, ...]:
        """Return the records of rows, in their order, with what analysts said of them."""
        found = self._records(question, rows) if rows else ()
        ids = {item: _ids(item) for item in found}
        said: dict[str, list[Correction]] = {}
        for each in self._reader.corrections(sorted({name for names in ids.values() for name in names})) if ids else ():
            if not each.undone:
                said.setdefault(each.subject, []).append(each)
        if not said:
            return found
        return tuple(
            replace(item, marks=_marks([c for name in ids[item] for c in said.get(name, ())])) for item in found
        )

    def refs(self, rows: Sequence[Row]) -> tuple[ArticleRef, ...]:
        """Return articles by their columns, in their order."""
        tails = self._reader.hands(CHAINS[_ARTICLES], [row[0] for row in rows])
        return tuple(_ref(row, tails) for row in rows)

    def _records(self, question: Question, rows: Sequence[Row]) -> tuple[Found, ...]:
        if question.of == _PEOPLE:
            return tuple(self._person(row) for row in rows)
        tails = self._reader.hands(CHAINS[_ARTICLES], sorted({row[-_ARTICLE] for row in rows}))
        if question.of == _ARTICLES:
            return tuple(self._article(row, question, _ref(row, tails)) for row in rows)
        ids = [row[0] for row in rows]
        chains = self._reader.hands(CHAINS[question.of], ids)
        if question.of == _STATEMENTS:
            return tuple(self._statement(row, _hands(chains, row[0]), _ref(row, tails)) for row in rows)
        people = self._reader.participants(ids)
        return tuple(self._event(row, _hands(chains, row[0]), people, _ref(row, tails)) for row in rows)

    def _text_of(self, article: int) -> str:
        """Return a text; facts of one article mostly come together."""
        if self._text[0] != article:
            self._text = (article, self._reader.text(article))
        return self._text[1]

    def _statement(self, row: Row, chain: tuple[Hand, ...], article: ArticleRef) -> FoundStatement:
        text = self._text_of(article.row)
        _, fact, day, said, form, denial, stance, medium, speaker, key, cue, cue_end, content, parent, rule = row[:15]
        spans = tuple(Span(start, end) for start, end in json.loads(content))
        return FoundStatement(
            id=fact,
            day=day or None,
            said=said,
            form=form,
            denial=bool(denial),
            stance=stance,
            medium=medium,
            speaker=speaker,
            speaker_id=key,
            cue=text[cue:cue_end],
            cue_span=Span(cue, cue_end),
            content=tuple(span.of(text) for span in spans),
            content_spans=spans,
            parent=parent,
            rule=rule,
            chain=chain,
            article=article,
        )

    def _event(
        self, row: Row, chain: tuple[Hand, ...], people: dict[int, list[Row]], article: ArticleRef
    ) -> FoundEvent:
        number, fact, day, date, kind, mode, status, place, place_key, start, end, rule = row[:12]
        text = self._text_of(article.row)
        sides: tuple[list[Who], list[Who]] = ([], [])
        for side, name, key, first, last, country, sector in people.get(number, ()):
            sides[side].append(Who(name, key, _span(first, last), country, sector))
        return FoundEvent(
            id=fact,
            day=day or None,
            date=date,
            type=kind,
            mode=mode,
            status=status,
            actors=tuple(sides[0]),
            recipients=tuple(sides[1]),
            place=place,
            place_id=place_key,
            trigger=text[start:end],
            trigger_span=Span(start, end),
            rule=rule,
            chain=chain,
            article=article,
            sentence=_around(text, start, end),
        )

    def _article(self, row: Row, question: Question, article: ArticleRef) -> FoundArticle:
        return FoundArticle(row[1] or None, excerpt(self._text_of(article.row), question.words), article)

    def _person(self, row: Row) -> FoundPerson:
        number, key, kind, articles, mentions, first, last = row
        names = self._reader.names(number)
        name, latin, _ = names[0]
        return FoundPerson(
            id=key,
            kind=kind,
            name=name,
            latin=latin,
            names=tuple(dict.fromkeys(each for each, _, _ in names)),
            articles=articles,
            mentions=mentions,
            first=first or None,
            last=last or None,
            ids=tuple(member[1] for member in self._reader.identities.members(number)),
            row=number,
        )


def excerpt(text: str, words: str | None) -> str:
    """Return the words of a text around the first that is asked for, else its first ones, on one line."""
    at = 0
    folded = fold(text if words else "")
    place = next(places(folded.text, words), None) if words else None
    if place is not None:
        at = place[0] if folded.origins is None else folded.origins[place[0]]
    start = max(0, at - _AROUND)
    shown = " ".join(text[start : at + 2 * _AROUND].split())
    return ("… " if start else "") + shown + (" …" if at + 2 * _AROUND < len(text) else "")


def _around(text: str, start: int, end: int) -> str:
    """Return a stretch of text with the words of its line on either side, cut between words, on one line."""
    line = text.rfind("\n", 0, start) + 1
    low = line if start - line <= _AROUND else text.find(" ", start - _AROUND, start) + 1 or start
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    high = stop if stop - end <= _AROUND else max(end, text.rfind(" ", end, end + _AROUND))
    shown = " ".join(text[low:high].split())
    return ("… " if low > line else "") + shown + (" …" if high < stop else "")


def _ids(item: Found) -> tuple[str, ...]:
    """Return the ids under which analysts may have said something of a find."""
    if isinstance(item, FoundPerson):
        return item.ids
    page = (item.article.version, item.article.document)
    return page if isinstance(item, FoundArticle) else (item.id, *page)


def _marks(said: Sequence[Correction]) -> Marks:
    return Marks(
        tags=tuple(dict.fromkeys(each.text for each in said if each.kind == "tag")),
        notes=tuple(dict.fromkeys(each.text for each in said if each.kind == "note")),
        is_wrong=any(each.kind == "wrong" for each in said),
    )


def _hands(chains: dict[int, list[Row]], fact: int) -> tuple[Hand, ...]:
    return tuple(
        Hand(name, role, key, _span(start, end), basis, bool(unnamed))
        for role, name, key, start, end, basis, unnamed in chains.get(fact, ())
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _ref(row: Row, tails: dict[int, list[Row]]) -> ArticleRef:
    number, version, document, name, publisher, day, basis, title, url, characters, current = row[-_ARTICLE:]
    return ArticleRef(
        version=version,
        document=document,
        input=name,
        publisher=publisher,
        day=day or None,
        basis=basis,
        title=title,
        url=url,
        characters=characters,
        is_current=bool(current),
        chain=_hands(tails, number),
        row=number,
    )
