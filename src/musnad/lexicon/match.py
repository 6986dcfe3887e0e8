"""Find all lexicon words of an article in one pass over its tokens, with clitic-aware word boundaries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from musnad.arabic import before_article, has_article
from musnad.arabic.inflect import REQUIRED
from musnad.arabic.letters import DELETED, HA, PRESENTATION, TA_MARBUTA
from musnad.lexicon.entries import Entry
from musnad.lexicon.records import Cut, Form, Head, Lexicon, Word
from musnad.model import Span, Units

_MARKS = "".join(sorted(DELETED))
# Kinds told only to those who ask for them: one says of a word that no name is made of it, one who does what it rules,
# one that it is a stance.
_QUIET = frozenset({"common_word", "governor", "stance_noun"})
TOPICS = "context"
"""The kind of words that tell what a sentence is about: no sign that a word is an ordinary one."""


class Hit(NamedTuple):
    """A form found in the text: tokens `[first, last)`, code points `[start, end)` without proclitics or suffix.

    The article counts as part of the word, conjunctions and prepositions do not. `prefix` and `suffix` are what was
    written onto the form, folded; `entry` and `kind` are those of the form, `definite` says whether it carries the
    article.
    """

    form: Form
    first: int
    last: int
    start: int
    end: int
    prefix: str
    suffix: str
    entry: Entry
    kind: str
    definite: bool


_new = tuple.__new__


class Hits:
    """The words of one article that the lexicon knows: in order of position, longest first at each.

    A hit is made when somebody asks for its token or kind: of all that a token may be, most is never asked.
    """

    __slots__ = ("_kinds", "_made", "_phrases", "_quiet", "_units", "_words")

    def __init__(
        self,
        words: Mapping[int, Word] | Iterable[tuple[int, Word]] = (),
        units: Units | None = None,
        phrases: Mapping[int, list[Hit]] | None = None,
    ) -> None:
        """Take by their first token what the tokens of `units` may be, and phrases, in order. Nothing: no hits."""
        self._words = dict(words)
        self._units = units
        self._phrases = phrases or {}
        self._made: dict[int, list[Hit]] = {}
        kinds: defaultdict[str, dict[int, None]] = defaultdict(dict)  # tokens in order, to be looked up
        for token, word in self._words.items():
            found = word.kinds
            if token in self._phrases:
                found = found.union([hit.kind for hit in self._phrases[token]])
            for kind in found:
                kinds[kind][token] = None
        self._kinds = dict(kinds)
        self._quiet = {token for kind in _QUIET for token in self._kinds.get(kind, ()) if self._is_quiet(token)}

    @property
    def all(self) -> tuple[Hit, ...]:
        """Return every hit in order."""
        return tuple(hit for token in self._words for hit in self._at(token))

    def of(self, *kinds: str) -> list[Hit]:
        """Return the hits of some kinds in order."""
        if len(kinds) == 1:
            (kind,) = kinds
            return [hit for token in self._kinds.get(kind, ()) for hit in self._at(token) if hit.kind == kind]
        tokens = sorted({token for kind in kinds for token in self._kinds.get(kind, ())})
        return [hit for token in tokens for hit in self._at(token) if hit.kind in kinds]

    def at(self, token: int, *kinds: str) -> list[Hit]:
        """Return the hits that start at a token, longest first, of all kinds but the quiet ones, or of some."""
        if len(kinds) == 1:
            (kind,) = kinds
            if token not in self._kinds.get(kind, ()):
                return []
            return [hit for hit in self._made.get(token) or self._at(token) if hit.kind == kind]
        if kinds:
            return self.among(token, kinds)
        return [hit for hit in self._at(token) if hit.kind not in _QUIET] if token in self._words else []

    def every(self, token: int) -> list[Hit]:
        """Return the hits that start at a token, longest first, of all kinds."""
        return self._at(token).copy() if token in self._words else []

    def among(self, token: int, kinds: Collection[str]) -> list[Hit]:
        """Return the hits that start at a token of some kinds, longest first; as `at`, for a large set of kinds."""
        word = self._words.get(token)
        if word is None or (token not in self._phrases and word.kinds.isdisjoint(kinds)):
            return []
        return [hit for hit in self._made.get(token) or self._at(token) if hit.kind in kinds]

    def forms(self, kind: str) -> list[tuple[int, Form]]:
        """Return the forms of a kind by their first tokens, in order: those of `of` without making the hits."""
        words, phrases = self._words, self._phrases
        tokens = self._kinds.get(kind, ())
        of_tokens = [(token, [*phrases.get(token, ()), *words[token].cuts]) for token in tokens]
        return [(token, one.form) for token, found in of_tokens for one in found if one.kind == kind]

    def has(self, token: int, *kinds: str) -> bool:
        """Say whether a word of some kinds starts at a token, or any not quiet: `at` without making the hits."""
        if len(kinds) == 1:
            return token in self._kinds.get(kinds[0], ())
        word = self._words.get(token)
        if word is None or not kinds:
            return word is not None and token not in self._quiet
        if token in self._phrases:
            return any(token in self._kinds.get(kind, ()) for kind in kinds)
        return not word.kinds.isdisjoint(kinds)

    def known(self) -> set[int]:
        """Return the tokens that are words of the language: not those known for their topic or quiet kinds alone."""
        topics = {token for token in self.tokens(TOPICS) if self.only(token, TOPICS)}
        return (self._words.keys() - self._quiet - topics).union(self.tokens("common_word"))

    def only(self, token: int, kind: str) -> bool:
        """Say whether all words and phrases that start at a token are of one kind."""
        word = self._words[token]
        phrases = self._phrases.get(token, ())
        return len(word.kinds) <= 1 and kind in (word.kinds or {kind}) and all(hit.kind == kind for hit in phrases)

    def _is_quiet(self, token: int) -> bool:
        """Say whether all words and phrases that start at a token are of kinds that must be asked for."""
        phrases = self._phrases.get(token, ())
        return self._words[token].kinds <= _QUIET and all(hit.kind in _QUIET for hit in phrases)

    def verbs(self, token: int) -> list[Hit]:
        """Return the verb forms that a token may be; without making hits where it is none."""
        word = self._words.get(token)
        if word is None or not word.verb:
            return []
        return [hit for hit in self._at(token) if hit.form.pos == "verb" and hit.kind not in _QUIET]

    def has_phrase(self, token: int) -> bool:
        """Say whether a phrase of several words starts at a token."""
        return token in self._phrases

    def tokens(self, kind: str) -> Collection[int]:
        """Return the tokens at which words of a kind start, in order."""
        return self._kinds.get(kind, {}).keys()

    def ends(self, kind: str) -> dict[int, list[int]]:
        """Return the tokens at which words of a kind start by the token behind the word; a hit may not be of one word.

        Behind a phrase its first word ends too.
        """
        found = {token + 1: [token] for token in self.tokens(kind)}
        for token in self._phrases.keys() & self.tokens(kind):
            for hit in self._phrases[token]:
                if hit.kind == kind:
                    found.setdefault(hit.last, []).append(token)
        return found

    def kinds(self) -> Iterator[str]:
        """Return the kinds that occur, one by one."""
        return iter(self._kinds)

    def _at(self, token: int) -> list[Hit]:
        """Return the hits at a token where there are any, made at the first call."""
        made = self._made.get(token)
        if made is None and self._units is not None:
            made = _words(self._units, token, self._words[token].cuts)
            if token in self._phrases:
                made = self._phrases[token] + made
            self._made[token] = made
        return made or []


def match(units: Units, lexicon: Lexicon, *, ignored: Iterable[Span] = ()) -> Hits:
    """Return every known word of an article outside the `ignored` spans. One pass; no hit depends on another."""
    look_up = lexicon.look_up
    skipped = {i for span in ignored for i in range(*units.tokens_of(span.start, span.end))}
    words: dict[int, Word] = {}
    phrases: dict[int, list[Hit]] = {}
    for i, (norm, following) in enumerate(zip(units.norms, (*units.norms[1:], ""), strict=False)):
        word = look_up(norm, norm[-1] == HA and _ends_in_ta_marbuta(units.text[units.starts[i] : units.ends[i]]))
        if word is None or i in skipped:
            continue
        for head in word.heads:
            if following in head.lengths:
                found = _phrases(units, lexicon.forms, i, word.heads)
                if found:
                    phrases[i] = found
                break
        if word.cuts or i in phrases:
            words[i] = word
    return Hits(words, units, phrases)


def _ends_in_ta_marbuta(word: str) -> bool:
    """Say whether the last letter of a word as written is ة, whatever marks stand on it («سنةٌ»)."""
    last = word.rstrip(_MARKS)[-1:]
    return PRESENTATION.get(last, last) == TA_MARBUTA


def _words(units: Units, token: int, cuts: tuple[Cut, ...]) -> list[Hit]:
    """Return the words of one token, in order."""
    hits: list[Hit] = []
    first, last, start, end = token, token + 1, units.starts[token], units.ends[token]
    at = units.folded_starts[token]
    for cut in cuts:
        low = units.origin(at + cut.before) if cut.before else start
        high = units.origin(at + len(units.norms[token]) - cut.after - 1) + 1 if cut.after else end
        # Almost twice as fast as `Hit(…)`, and nothing is made as often as hits.
        made = (cut.form, first, last, low, high, cut.prefix, cut.suffix, cut.entry, cut.kind, cut.definite)
        hits.append(_new(Hit, made))
    return hits


def _phrases(units: Units, forms: Mapping[str, tuple[Form, ...]], first: int, heads: tuple[Head, ...]) -> list[Hit]:
    """Return the phrases of several words that begin at a token, in order. Nothing is written onto their ends."""
    norms = units.norms
    found: list[Hit] = []
    following = norms[first + 1] if first + 1 < len(norms) else ""
    for head in heads:
        for length in head.lengths.get(following, ()):
            last = first + length
            pattern = " ".join((head.stem, *norms[first + 1 : last]))
            if last > len(norms) or pattern not in forms:
                continue
            prefix = head.prefix
            before = len(before_article(prefix))
            start = units.origin(units.folded_starts[first] + before) if before else units.starts[first]
            for form in forms[pattern]:
                if prefix in form.prefixes and form.suffix != REQUIRED:
                    entry, end = form.entry, units.ends[last - 1]
                    hit = Hit(form, first, last, start, end, prefix, "", entry, entry.kind, has_article(prefix))
                    found.append(hit)
    if len(found) > 1:
        found.sort(key=lambda hit: (-hit.last, hit.entry.id))
    return found
