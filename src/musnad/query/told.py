"""What a collection tells: its stories as they are kept, and what is claimed in them, made when it is asked for.

Claims are a function of the readings of a story and of the texts that others carry too, so nothing of them is kept but
the last ones that were asked for.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from musnad.claims.find import of_story
from musnad.claims.flows import source_graph
from musnad.claims.match import Decided
from musnad.claims.rules import Rules
from musnad.claims.texts import Texts
from musnad.corpus.copies import shared_words
from musnad.corpus.dispatches import Carrier, dispatch
from musnad.corpus.groups import groups_around
from musnad.corpus.passages import Words
from musnad.corpus.takings import Printed, Taken, quotations, taken_by, unpacked_takings
from musnad.lexicon import Lexicon
from musnad.model import Reading, content_id
from musnad.model.claims import Story
from musnad.model.copies import Dispatch
from musnad.model.flows import SourceGraph
from musnad.query.accounts import Account, FoundStory, Stories
from musnad.query.found import ArticleRef
from musnad.query.shape import Shaper
from musnad.store import TOLD_APART, TOLD_TOGETHER, Reader
from musnad.stories.find import chapters
from musnad.stories.shelf import Shelf, ShelfIndex

UNTITLED = 60  # code points of a text that stand in for a missing title
_REMEMBERED = 16  # stories with their claims
_CUT = 500  # texts whose words are kept for the next pair
_READ = 400  # readings


def wrong_facts(reader: Reader) -> frozenset[str]:
    """Return the ids of the facts that an analyst found wrong."""
    return frozenset(c.subject for c in reader.corrections() if c.kind == "wrong" and not c.undone)


def without(reading: Reading, wrong: frozenset[str]) -> Reading:
    """Return a reading without some facts."""
    if not wrong:
        return reading
    statements = tuple(fact for fact in reading.statements if fact.id not in wrong)
    return replace(
        reading, statements=statements, events=tuple(fact for fact in reading.events if fact.id not in wrong)
    )


class Told:
    """Stories and claims of one database as it stands now."""

    def __init__(self, reader: Reader, shaper: Shaper, lexicon: Lexicon) -> None:
        """Ask a reader. What it holds must not change: make another one then."""
        self._reader = reader
        self._shape = shaper
        self._lexicon = lexicon
        self._comparisons, self._stories = reader.comparing()
        self._shelf = Shelf(self._comparisons)
        decided = self._stories.decided
        self._decided = Decided(decided(TOLD_TOGETHER), decided(TOLD_APART))
        self._wrong = wrong_facts(reader)
        self._wrongly = frozenset(row for fact in sorted(self._wrong) for row, *_ in reader.articles_of(fact))
        self.reading = lru_cache(_READ)(self._reading)
        self._words = lru_cache(_CUT)(self._words_of)
        self.account = lru_cache(_REMEMBERED)(self._account)

    def page(self, days: tuple[str, str], least: int, after: str | None, limit: int) -> Stories:
        """Return the stories of at least so many articles with one between two days, those of latest news first."""
        last, _, key = (after or "").partition(":")
        rows = self._stories.page(days, least, (last, key) if after else None, limit + 1)
        items = tuple(self._shown(key, self._stories.articles(key)) for key, *_ in rows[:limit])
        more = f"{rows[limit - 1][2]}:{rows[limit - 1][0]}" if len(rows) > limit else None
        held, wanted = self._comparisons.count()
        publishers = sum(1 for each in self._reader.coverage() if each.publisher)
        return Stories(items, more, self._stories.count(days, least), wanted, publishers, wanted - held)

    def story(self, key: str) -> FoundStory:
        """Return the story of an id without what is claimed in it."""
        return self._shown(key, self._stories.articles(key))

    def named(self, key: str) -> str | None:
        """Return the id under which a story is found now, None where there is none."""
        return self._stories.named(key)

    def holding(self, documents: Iterable[str]) -> list[str]:
        """Return the ids of the stories that hold some documents, in the order of these."""
        return self._stories.of_documents(documents)

    def alone(self, row: int, rules: Rules) -> Account:
        """Return what an article claims that was not compared with others yet."""
        return self._told((), [row], rules)

    def _account(self, key: str, rules: Rules) -> Account:
        """Return all that is claimed in the story of an id."""
        return self._told((key,), self._stories.articles(key), rules)

    def sources(self, days: tuple[str, str]) -> SourceGraph:
        """Return who takes from whom, of the articles between two days."""
        prints = [
            self._print(row, Printed.from_row(key, json.loads(printed)), taken)
            for row, key, printed, taken in self._comparisons.printings(self._stories.between(*days))
        ]
        return source_graph(prints, self._lexicon)

    def _print(self, row: int, kept: Printed, taken: str | None) -> tuple[Printed, tuple[Taken, ...]]:
        """Return what the graph keeps of an article, without what an analyst found wrong."""
        found = taken_by([kept], ())[kept.key] if taken is None else unpacked_takings(taken)
        if row not in self._wrongly:
            return kept, found
        own = Printed.of(kept.key, self.reading(row), self._lexicon)
        return own, quotations(own, found)

    def _told(self, name: Sequence[str], rows: Collection[int], rules: Rules) -> Account:
        refs = self._refs(rows)
        keys = {ref.document: ref.row for ref in refs}
        carried = self._dispatches(keys) if name else []
        around = {member.key: row for each, rows_ in carried for member, row in zip(each.members, rows_, strict=True)}
        readings = {key: self.reading(row) for key, row in sorted((around | keys).items())}
        own = {key: readings[key] for key in sorted(keys)}
        shown = self._shown(name[0] if name else content_id("y", *(ref.version for ref in refs)), rows)
        story = Story(shown.id, tuple(own), shown.chapters)
        texts = Texts.of(readings, [each for each, _ in carried], self._lexicon)
        propositions, beside = of_story(story, texts, rules, self._decided)
        return Account(shown, tuple(propositions), beside, own)

    def _shown(self, key: str, rows: Collection[int]) -> FoundStory:
        refs = sorted(self._refs(rows), key=lambda ref: (ref.day or "9", ref.document))
        known = [ref.day for ref in refs if ref.day]
        title = refs[0].title or self._reader.text(refs[0].row)[:UNTITLED]
        days = chapters({ref.document: ref.day for ref in refs})
        return FoundStory(key, title, min(known, default=None), max(known, default=None), tuple(refs), days)

    def _dispatches(self, keys: Mapping[str, int]) -> list[tuple[Dispatch, list[int]]]:
        """Return the texts that articles carry, with the rows of all who carry them."""
        index = ShelfIndex(self._shelf, keys)
        worded = lru_cache(_CUT)(partial(shared_words, lambda key: self._words(index.row(key))))
        found: set[tuple[str, ...]] = set()
        seen: set[str] = set()
        for key in sorted(keys):
            if key not in seen:  # what hangs together with it was found with another
                around = groups_around(key, index, worded)
                found.update(around)
                seen.update(*around)
        made = []
        for group in sorted(group for group in found if keys.keys() & set(group)):
            rows = {key: index.row(key) for key in group}
            made_of = dispatch([Carrier.of(key, self.reading(row), self._lexicon) for key, row in rows.items()])
            made.append((made_of, [rows[member.key] for member in made_of.members]))
        return made

    def _refs(self, rows: Collection[int]) -> tuple[ArticleRef, ...]:
        return self._shape.refs(self._stories.columns(rows))

    def _reading(self, row: int) -> Reading:
        return without(self._reader.reading(row), self._wrong)

    def _words_of(self, row: int) -> Words:
        return Words.of(self.reading(row).article)
