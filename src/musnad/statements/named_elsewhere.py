"""Speakers without a name, or with one word of it, by the name that the article tells elsewhere.

«السفير السعودي» behind «السفير السعودي سامي حداد», «متحدث باسم البلدية» of a lead before «المتحدث سامي حداد»,
«حداد» before or behind «سامي حداد».
"""

from collections.abc import Sequence
from dataclasses import replace

from musnad.arabic import ARTICLE, BARE, fold_word
from musnad.statements.draft import Draft
from musnad.statements.scene import LONGEST_NAME, Noun, Scene
from musnad.statements.told import Told, told_by

_LONGEST = 3  # words of a calling that may mean a fuller one
_NEAR = 4  # sentences behind a lead in which it is told who that was
_LEAD = 2  # the last sentence of a lead: behind a title and a dateline
_DESCRIBED = 2  # words by which somebody without a name is told of
_NEXT = 2  # sentences between a lead and the name alone of whoever spoke in it

_Key = tuple[str, str | None]


class Elsewhere:
    """The people of an article with their names and callings. Lives inside one call of `find`."""

    def __init__(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Look at the statements of an article, whose speakers have been found."""
        self._scene = scene
        self._drafts = drafts
        self._called: list[Noun] | None = None
        self._found: dict[_Key, Told | None] = {}

    def fill(self) -> None:
        """Give speakers the names that are told elsewhere."""
        for draft in self._drafts:
            for told in (draft.told, draft.relayed_by):
                if told is not None and (named := self._named(told)) is not None:
                    speaker = replace(told.speaker, name=named.speaker.name, entity=named.speaker.entity)
                    whole = replace(told, speaker=speaker, kind=named.kind)
                    draft.told = whole if told is draft.told else draft.told
                    draft.relayed_by = whole if told is draft.relayed_by else draft.relayed_by

    def _named(self, told: Told) -> Told | None:
        """Return one man or woman by the name that is told elsewhere, or None."""
        if told.number != "s" or told.kind not in {"person", "phrase"}:
            return None
        key = (told.speaker.name, told.speaker.entity)
        if key not in self._found:
            named = self._by_calling(told)
            self._found[key] = self._in_full(named or told) or named
        return self._found[key]

    def _in_full(self, told: Told) -> Told | None:
        """Return who speaks elsewhere under the whole name of which a speaker's only word is an end, or None.

        A name that begins so is that of the same person («عبدالقادر», then «عبدالقادر فتح»).
        """
        word, entity = fold_word(told.speaker.name), told.speaker.entity
        if " " in word or told.kind != "person" or not self._bears_name(told):
            return None
        first = self._scene.hits.has(self._at(told), "given_name")
        whole = {}
        for draft in self._drafts:
            other = draft.told
            if other is not None and other.number == "s" and other.kind in {"person", "phrase"}:
                name = fold_word(other.speaker.name)
                own = first and name.startswith(f"{word} ") and other.speaker.entity == entity
                if (own or name.endswith(f" {word}")) and len(name.split()) <= LONGEST_NAME:
                    whole[name] = other
        return next(iter(whole.values())) if len(whole) == 1 else None

    def _bears_name(self, told: Told) -> bool:
        """Say whether a speaker is told by a name."""
        at = self._at(told)
        noun = self._scene.starting.get(at)
        return noun is not None and noun.mention.proper is not None and noun.entity.id == told.speaker.entity

    def _by_calling(self, told: Told) -> Told | None:
        """Return the only person whose calling has all words of a nameless speaker's, or None."""
        scene = self._scene
        own = scene.starting.get(self._at(told))
        if own is None or told.kind != "person" or not self._is_nameless(own, told):
            return None
        words = scene.norms[own.first : own.last]
        definite = words[0].startswith(ARTICLE) or (len(words) > 1 and words[-1].startswith(ARTICLE))
        before = [noun for noun in self._people() if noun.first < own.first]
        found = self._only(before, own, len(words)) if definite and len(words) <= _LONGEST else None
        lead = found is None and scene.units.sentence_of[own.first] <= _LEAD
        return (self._told_later(own) or self._named_next(own)) if lead else found

    def _is_nameless(self, own: Noun, told: Told) -> bool:
        """Say whether a speaker is one person told by his role or title alone, wherever he is told of."""
        hits = self._scene.hits
        calling = hits.has(own.first, "role", "title") and not hits.has(own.first, "source_noun", "one_of", "relation")
        alone = own.mention.proper is None and own.entity.number == "s" and own.entity.id == told.speaker.entity
        mentions = (one.mention for one in self._scene.starting.values() if one.entity.id == own.entity.id)
        return calling and alone and all(mention.proper is None for mention in mentions)

    def _people(self) -> list[Noun]:
        """Return the mentions of people who are called something beside their names, in order."""
        if self._called is None:
            self._called = [
                noun
                for _, noun in sorted(self._scene.starting.items())
                if noun.mention.kind == "person"
                and noun.mention.proper is not None
                and noun.mention.proper != noun.mention.span
                and noun.entity.number == "s"
            ]
        return self._called

    def _only(self, people: Sequence[Noun], own: Noun, size: int) -> Told | None:
        """Return the only one of some people who is called by the first words of another mention, or None."""
        found = {noun.entity.id: noun for noun in people if self._is_called(noun, own, size)}
        if len(found) != 1:
            return None
        noun = next(iter(found.values()))
        return told_by(noun, "again") if noun.entity.gender in {own.entity.gender, ""} else None

    def _told_later(self, own: Noun) -> Told | None:
        """Return the speaker near behind a lead who alone bears the head of its nameless one («وزير يمني»), or None."""
        scene = self._scene
        limit = scene.units.sentence_of[own.first] + _NEAR
        spoke = {draft.told.speaker.entity for draft in self._drafts if draft.told is not None}
        near = [noun for noun in self._people() if noun.entity.id in spoke]
        near = [noun for noun in near if own.last <= noun.first and scene.units.sentence_of[noun.first] <= limit]
        return self._only(near, own, 1)

    def _named_next(self, own: Noun) -> Told | None:
        """Return who speaks next behind a lead by a name alone, of whom nothing was told before, or None.

        «نفى المتحدث باسم الوزارة …. وقال الدكتور سامي حداد إن …»: only who was told of needs no calling.
        """
        scene = self._scene
        if own.last - own.first < _DESCRIBED:
            return None
        draft = next((one for one in self._drafts if one.cue.first > own.first and self._is_new(one, own)), None)
        noun = None if draft is None or draft.told is None else scene.starting.get(self._at(draft.told))
        if draft is None or noun is None or noun.mention.kind != "person" or noun.mention.proper is None:
            return None
        first, last = scene.units.tokens_of(noun.mention.proper.start, noun.mention.proper.end)
        titles = range(draft.cue.last, first)
        alone = noun.last == last and draft.cue.last <= noun.first
        alone = alone and all(scene.hits.has(i, "title") and not scene.hits.has(i, "role") for i in titles)
        near = scene.units.sentence_of[noun.first] - scene.units.sentence_of[own.first] <= _NEXT
        met = min(at for at, one in scene.starting.items() if one.entity.id == noun.entity.id)
        fresh = met == noun.first or scene.units.sentence_of[met] == 0
        fits = noun.entity.gender in {own.entity.gender, ""} and noun.entity.number == "s" and " " in noun.entity.name
        return told_by(noun, "again") if near and alone and fresh and fits else None

    def _at(self, told: Told) -> int:
        return self._scene.units.token_at(told.node.start)

    def _is_new(self, draft: Draft, own: Noun) -> bool:
        """Say whether somebody else speaks in a statement of its own."""
        told = draft.told
        return draft.parent is None and told is not None and told.speaker.entity != own.entity.id

    def _is_called(self, noun: Noun, own: Noun, size: int) -> bool:
        """Say whether the first words of a mention stand in what a person is called, articles aside.

        No office stands before them («نائب الرئيس»); one who speaks for a body may be called otherwise («الناطق»).
        """
        scene, proper = self._scene, noun.mention.proper
        if proper is None:
            return False
        words = self._bare(own.first, size)
        first, last = scene.units.tokens_of(proper.start, proper.end)
        for at in range(noun.first, noun.last - size + 1):
            if first < at + size and at < last:
                continue  # a part of his name
            alike = size == 1 and self._speaks_for(own.first) and self._speaks_for(at)
            if self._bare(at, size) == words or alike:
                of = at > noun.first and scene.norms[at].startswith(ARTICLE) and self._governs(at - 1)
                return not of and any(hit.prefix in BARE | {ARTICLE} for hit in scene.hits.at(at, "role", "title"))
        return False

    def _bare(self, first: int, size: int) -> list[str]:
        """Return some words without their articles."""
        return [self._scene.norms[i].removeprefix(ARTICLE) for i in range(first, first + size)]

    def _speaks_for(self, i: int) -> bool:
        """Say whether the word for a spokesman stands at a token."""
        return any(hit.entry.flag("spokes") for hit in self._scene.hits.at(i, "role"))

    def _governs(self, i: int) -> bool:
        """Say whether a role stands at a token that wants a noun behind it («نائب | الرئيس»)."""
        return self._scene.hits.has(i, "role") and not self._scene.norms[i].startswith(ARTICLE)
