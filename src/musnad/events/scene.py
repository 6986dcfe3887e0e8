"""One look at an article for the events stage: its noun phrases with their prepositions, verbs, clauses, contexts."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from musnad.arabic import AND, ARTICLE, BA, LAM, fold_word
from musnad.arabic.letters import ALEF, HA, MIM, NUN, TA, YA
from musnad.events.contexts import Contexts
from musnad.events.joined import joins_masdars
from musnad.events.phrases import KNOWN, Phrase, known_over, outermost
from musnad.events.words import FOLLOWERS, LED_BY, NONE, PREPOSITIONS, Particle, Words
from musnad.lexicon import Hit, Hits
from musnad.model import Cast, Mention, Span, Statement, TimeExpression, Units

BREAKS = frozenset({"complementiser", "that_he", "conjunction", "when", "relative", "if"})
_STOPS = frozenset(".؛;:!?؟…")
COMMAS = frozenset("،,")
_LETTERS = {prefix: slot for prefixes, slot in ((LAM, "for"), (BA, "by")) for prefix in prefixes if len(prefix) == 1}
_SHORTEST_JOINED = 4  # letters of an unknown word whose first letter may be a preposition
CLAUSE_ENDS = frozenset(".؛:،")
QUOTES = frozenset("«\"“”'‘(")
_PERSON, _SENDING = "person", "MOBILIZE"
_LONGEST_HEAD = 3  # unnamed nouns in idafa before a name: «on the house and farm of one of …»


@dataclass(slots=True)
class Scene:
    """The article as the finders of this stage see it. Built once an article; never changed afterwards."""

    units: Units
    hits: Hits
    cast: Cast
    times: Sequence[TimeExpression]
    statements: Sequence[Statement]
    at_head: dict[int, Phrase] = field(default_factory=dict)
    at_last: dict[int, Phrase] = field(default_factory=dict)
    covered: dict[int, Phrase] = field(default_factory=dict)
    timed: set[int] = field(default_factory=set)
    words: Words = field(init=False)
    _times: dict[int, list[TimeExpression]] = field(default_factory=dict)
    _told: dict[int, list[Statement]] = field(default_factory=dict)
    _unread: dict[int, list[Mention]] = field(default_factory=dict)
    _of: dict[str, list[int]] = field(default_factory=dict)
    _ends: dict[int, int] = field(default_factory=dict)
    _verbal: frozenset[int] = field(init=False)
    _verbs: dict[int, bool] = field(default_factory=dict)
    _contexts: Contexts = field(init=False)

    def __post_init__(self) -> None:
        """Index words, particles, times, statements and phrases."""
        self.words = Words(self.hits, self.units, self.statements)
        self._verbal = self.words.verbal
        self._contexts = Contexts(self.units, self.hits)
        self._index_facts()
        self._file_mentions()
        for number in self.words.sentences:
            self.look_at(number)

    def look_at(self, number: int) -> None:
        """Read the phrases of a sentence, unless that is done: those without a trigger are seldom asked for."""
        for mention in self._unread.pop(number, ()):
            self.take(self._phrase(mention))

    def take(self, phrase: Phrase) -> None:
        """File a phrase under its tokens."""
        self.at_head[phrase.head] = phrase
        self.at_last[phrase.last] = phrase
        self.covered.update(dict.fromkeys(range(phrase.first, phrase.last), phrase))

    def _file_mentions(self) -> None:
        """File the mentions under their sentences; both come in order."""
        sentences, number = self.units.sentences, 0
        for mention in outermost(self.cast.mentions):
            start = mention.span.start
            while number < len(sentences) - 1 and sentences[number].end <= start:
                number += 1
            self._unread.setdefault(number, []).append(mention)

    def _index_facts(self) -> None:
        """File times and statements under the sentences that they stand in or reach over."""
        units = self.units
        for time in self.times:
            first, last = units.tokens_of(time.span.start, time.span.end)
            self.timed.update(range(first, last))
            self._times.setdefault(units.sentence_of[first], []).append(time)
        for statement in self.statements:
            spans = (statement.cue, *statement.content)
            numbers: set[int] = set()
            for span in spans:
                first, last = units.tokens_of(span.start, span.end)
                numbers.update(range(units.sentence_of[first], units.sentence_of[max(first, last - 1)] + 1))
            for number in sorted(numbers):
                self._told.setdefault(number, []).append(statement)

    def times_by(self, token: int) -> Sequence[TimeExpression]:
        """Return the time expressions of the sentence of a token."""
        return self._times.get(self.units.sentence_of[token], ())

    def statements_by(self, token: int) -> Sequence[Statement]:
        """Return the statements whose cue or content touches the sentence of a token."""
        return self._told.get(self.units.sentence_of[token], ())

    def _phrase(self, mention: Mention) -> Phrase:
        units = self.units
        first, last = units.tokens_of(mention.span.start, mention.span.end)
        whole = mention.rule.endswith(KNOWN) or mention.kind == _PERSON  # «the commander of | forces»
        last = last if whole else self._trimmed(first, last)
        own = fold_word(units.text[units.starts[first] : mention.span.start])
        joined, rest = own.startswith(AND), own.removeprefix(AND)
        head, slot = first, "for" if rest in LAM else "by" if rest in BA else ""
        if not slot:
            bare = first in self.at_last or mention.kind != "place"  # «Bahrain | Iran», no «two seas»
            head, slot, joined = self.look_back(first if bare else self.words.place_head(first), joined=joined)
        return Phrase(first, last, head, slot, joined, mention, self.cast.entity(mention))

    def _trimmed(self, first: int, last: int) -> int:
        """Return where a phrase ends that took in a word of a set phrase of event: «security forces | arrest on»."""
        for i in range(first + 1, last):
            for hit in self.words.triggers.get(i, NONE):
                carried = hit.entry.texts("support") and hit.entry.text("type") != _SENDING  # no «four | soldiers»
                if (hit.last - i > 1 or carried) and not known_over(self.cast.mentions, hit.start):
                    return i
        return last

    def look_back(self, first: int, *, joined: bool) -> tuple[int, str, bool]:
        """Return where the whole noun phrase starts, its preposition, and whether it is joined to the one before."""
        head = first
        start = self.units.sentence(first).first
        while True:
            if head <= start:
                return head, "", False  # «and X» opens a sentence: it has nothing to do with whom the last one ended
            before = self.at_last.get(head)
            if joined:
                return head, before.slot if before is not None else self._inherited(head), True
            if head in self.words.amounts:  # «more than | 40 people»
                head = self.words.amounts[head]
                continue
            particle = self.words.particle_before(head)
            if particle is not None:
                return (*self._governed(head, particle), False)
            norm = self.units.norms[head - 1]
            if norm in QUOTES and first - head < _LONGEST_HEAD:
                head -= 1
                continue
            if norm in LAM or norm in BA or norm == AND:
                return head - 1, "" if norm == AND else "for" if norm in LAM else "by", norm == AND
            if before is not None or first - head >= _LONGEST_HEAD or not self.plain(head - 1) or self._owned(head - 1):
                return head, "", False
            head -= 1
            if self.told_of(head, LED_BY):
                return head, "other", False  # «soldiers of the coalition led by | X»
            if self.prefixed(head) and (not self.hits.has(head) or (norm[0] in BA and self.words.only_behind(head))):
                return head, _LETTERS[norm[0]], False
            apart = norm.startswith(AND) and all(hit.prefix for hit in self.hits.at(head))  # «وصول» is one word
            if apart and (head in self.at_last or self._inherited(head)):
                return head, self._inherited(head), True

    def _owned(self, i: int) -> bool:
        """Say whether a token is a noun with a pronoun, which has nothing in its idafa: «in its statement | X»."""
        norm = self.units.norms[i]
        ends = norm.endswith(ALEF) and not norm.endswith(YA + ALEF)  # «a restaurant», an object, but «cells | of X»
        his = norm.endswith(HA) and any(hit.suffix for hit in self.hits.at(i) if hit.form.pos != "verb")
        his = his or any(hit.last == i + 1 for hit in self.hits.at(i - 1, "medium"))  # «at a press conference | X»
        his = ends or his or self.units.surface(i, i + 1).strip().endswith(_OWNED)
        return his and (not norm.startswith(AND) or self.told_of(i, FOLLOWERS))

    def _governed(self, head: int, particle: Particle) -> tuple[int, str]:
        """Return head and preposition of a phrase behind a particle: «on | five of the guards» is on the guards."""
        part = particle.part
        if particle.each:
            norm, outer = self.units.norms[particle.first], self.words.particle_before(particle.first)
            own = "for" if norm[0] in LAM else "by" if norm[0] in BA else ""
            return particle.first, own or (outer.part if outer is not None and outer.part in PREPOSITIONS else "")
        whole = self.words.amounts.get(particle.first - 1, particle.first - 1)
        outer = self.words.particle_before(whole) if part == "from" and self._counts(particle.first - 1) else None
        if outer is not None and outer.part in PREPOSITIONS:
            return whole, outer.part
        return head, part if part in PREPOSITIONS else "other" if part in {"other", "cause"} else ""

    def _counts(self, i: int) -> bool:
        """Say whether a token is a number or a quantity: «five | of», «a number | of»."""
        if i < 0 or i in self.timed:
            return False
        return self.units.norms[i].isdigit() or i in self.words.numbers or self.hits.has(i, "one_of")

    def _inherited(self, head: int) -> str:
        """Return the preposition of the phrase that ended a few tokens before: «on the army and, at dawn, police»."""
        for back in range(4):
            before = self.at_last.get(head - back)
            if before is not None:
                return before.slot
        return ""

    def plain(self, i: int) -> bool:
        """Say whether a token is an ordinary noun in construct: a word without article that no list knows."""
        norm = self.units.norms[i]
        if not norm[0].isalpha() or norm.startswith(ARTICLE) or i in self.timed or i in self.covered:
            return False
        return i not in self.words.known and not self.verb(i)

    def prefixed(self, i: int) -> bool:
        """Say whether a preposition may be written onto a token: «with wounds»; a list may know better."""
        norm = self.units.norms[i]
        return len(norm) >= _SHORTEST_JOINED and norm[0] in _LETTERS

    def verb(self, i: int) -> bool:
        """Say whether a token is a finite verb where it stands."""
        if i not in self._verbal or i in self.timed:
            return False
        if i not in self._verbs:
            self._verbs[i] = self._verb(i)
        return self._verbs[i]

    def _verb(self, i: int) -> bool:
        surely = None if i in self.covered or i in self.words.inner else self.words.verb(i)
        if surely is None:
            return False
        particle = self.words.particle(i)
        if particle is not None and particle.part != "was":
            return False
        start = i - (i > 0 and self.units.norms[i - 1] in QUOTES)  # «called for | «the imposing of …»»
        before = self.words.particle_before(start)
        letter = 0 < start < i and self.units.norms[start - 1].removeprefix(AND) in _LETTERS
        if letter or (before is not None and before.no_past and not self.units.norms[i].startswith(AND)):
            return any(hit.form.tense == "present" for hit in self.hits.verbs(i))
        return surely or self.words.told_in(i) or (self.opens(i) and not joins_masdars(self.words, self.units, i))

    def opens(self, i: int) -> bool:
        """Say whether a clause may open at a token: at a start, after a mark or clause word, behind a noun phrase."""
        units = self.units
        sentence = units.sentence(i)
        if i > sentence.first and units.norms[i - 1][0] in COMMAS and self.closes_apposition(i - 1):
            return False
        if i == sentence.first or units.norms[i - 1][0] in _OPENING or units.norms[i].startswith(AND):
            return True
        if not units.norms[i - 1][0].isalnum():
            return True
        before = self.words.particle_before(i)
        if before is not None:
            return before.part not in PREPOSITIONS | {"other", "cause"}
        phrase = self.at_last.get(i)
        if phrase is not None:  # behind a verb and its subject, or whom it is asked of, stands its object
            subject = self.at_last.get(phrase.head - 1) if phrase.slot == "from" else None  # «asked | X of Y»
            at = phrase.head - (2 if phrase.slot in PREPOSITIONS and self.is_preposition(phrase.head - 1) else 1)
            at = at if subject is None else subject.head - 1
            due = at in self.words.states or (phrase.slot == "on" and self.opens_content(at))
            return not (at >= sentence.first and (due or self.verb(at)))  # «must X | expel», «it is for X | to»
        return (i - 1 in self.timed and not self.verb(self._before_day(i))) or self.behind_subject(i)

    def _before_day(self, i: int) -> int:
        """Return the token before the day that ends before a token: behind a verb and a day stands what it rules."""
        return next((k for k in range(i - 1, self.units.sentence(i).first, -1) if k not in self.timed), i - 1)

    def behind_subject(self, i: int) -> bool:
        """Say whether only one accusative noun stands between «that» and a token: «that | a man | was killed»."""
        that = self.words.particle_before(i - 1) if self.units.norms[i - 1].endswith(_OBJECT) else None
        return that is not None and that.part == "complementiser" and self.plain(i - 1)

    def is_preposition(self, i: int) -> bool:
        """Say whether a token is a preposition."""
        return self.words.is_preposition(i)

    def closes_apposition(self, comma: int) -> bool:
        """Say whether a comma closes the apposition of a subject behind its verb: what follows is the object."""
        phrase = self.at_last.get(comma)
        before = -1 if phrase is None else phrase.head - 1
        if phrase is None or before < self.units.sentence(comma).first:
            return False
        if self.units.norms[before][0] in COMMAS:
            first = self.at_last.get(before)
            return first is not None and first.head > 0 and self.verb(first.head - 1)
        return "،" in self.units.surface(phrase.first, phrase.last) and self.verb(before)

    def idle(self, i: int) -> bool:
        """Say whether a token neither builds clauses nor tells what happens: no mark, particle, verb or event noun."""
        return i not in self.words.joints and self.units.norms[i][0].isalnum()

    def clause_end(self, start: int) -> int:
        """Return the token at which the clause that runs through `start` ends to the right."""
        end = self.units.sentence(start).last if start < len(self.units) else start
        i = start
        while i < end:
            known = self._ends.get(i)
            if known is not None:
                break
            if not self.idle(i) and self._breaks(i, end):
                known = i
                break
            i += 1
        else:
            known = end
        self._ends.update(dict.fromkeys(range(start, i), known))
        return known

    def _breaks(self, i: int, end: int) -> bool:
        """Say whether a token ends the clause before it: a stop, a comma before a new clause, «that», a verb."""
        mark = self.units.norms[i][0]
        if mark in _STOPS:
            return True
        if mark in COMMAS:
            return self._ends_at_comma(i, end)
        particle = self.words.particle(i)
        named = i in self.covered and self.covered[i].first < i  # a name that is written like «that»
        named = named or self.hits.has(i, "approximate")  # «what comes near to | ten»
        opens = particle is not None and not (named or (particle.each and particle.last in self.covered))
        return (opens and particle is not None and particle.part in BREAKS) or self.verb(i)

    def _ends_at_comma(self, i: int, end: int) -> bool:
        nxt = i + 1
        if nxt >= end or self.verb(nxt):
            return True
        particle = self.words.particle(nxt)
        return particle is not None and particle.part in BREAKS

    def opens_content(self, i: int) -> bool:
        """Say whether a token is «that»: what stands before it does not govern what stands behind it."""
        particle = None if i in self.covered else self.words.particle(i)
        return particle is not None and particle.part in {"complementiser", "that_he"}

    def ends_clause(self, i: int) -> bool:
        """Say whether a token is a mark that ends a clause, or «that»: nothing beyond it governs what stands here."""
        return self.units.norms[i][0] in CLAUSE_ENDS or self.opens_content(i)

    def in_headline(self, token: int) -> bool:
        """Say whether a token stands in a headline, which tells what happened in the present tense."""
        sentence, title = self.units.sentence(token), self.units.title
        heads = sentence.paragraph == 0 and self.units.norms[sentence.last - 1] != "."
        return heads if title is None else sentence.end <= title.end

    def told_of(self, i: int, context: str) -> bool:
        """Say whether a token is a word of a context."""
        return context in self.contexts_at(i)

    def contexts_at(self, i: int) -> frozenset[str]:
        """Return the contexts of the words that start at a token."""
        return self._contexts.at.get(i, frozenset())

    def contexts(self, i: int) -> frozenset[str]:
        """Return what the sentence of a token is about, with sport or culture where the article is about it."""
        return self._contexts.of(self.units.sentence_of[i])

    def bare(self, low: int, high: int) -> list[Phrase]:
        """Return the phrases without preposition whose head lies in `[low, high)`."""
        return [self.at_head[i] for i in range(low, high) if i in self.at_head and not self.at_head[i].slot]

    def told(self, hit: Hit) -> Statement | None:
        """Return the statement whose cue a word is: what it says has a content of its own."""
        trigger = Span(hit.start, hit.end)
        return next((s for s in self.statements_by(hit.first) if s.cue.overlaps(trigger)), None)

    def speaker(self, statement: Statement, before: int) -> Phrase | None:
        """Return the phrase of a statement's speaker; where none is written, the last one before a token for him."""
        speaker = statement.speaker
        if speaker is None:
            return None
        if speaker.span is not None:
            return self.phrase_at(speaker.span.start)
        if not self._of:
            for mention in outermost(self.cast.mentions):
                self._of.setdefault(mention.entity, []).append(mention.span.start)
        same = self._of.get(speaker.entity or "", [])
        at = bisect_left(same, self.units.starts[before])
        return self.phrase_at(same[at - 1]) if at else None

    def phrase_at(self, offset: int) -> Phrase | None:
        """Return the phrase over a code point of the text."""
        token = self.units.token_at(offset)
        if token < len(self.units):
            self.look_at(self.units.sentence_of[token])
        return self.covered.get(token)

    def between(self, low: int, high: int) -> list[Phrase]:
        """Return all phrases whose head lies in `[low, high)`."""
        return [self.at_head[i] for i in range(low, high) if i in self.at_head]

    def chain(self, phrase: Phrase) -> list[Phrase]:
        """Return a phrase with those that are joined to it."""
        found = [phrase]
        while True:
            nxt = next((self.at_head[i] for i in range(found[-1].last, found[-1].last + 3) if i in self.at_head), None)
            if nxt is None or not nxt.joined:
                return found
            norms, apart = self.units.norms, range(found[-1].last, nxt.head)
            if any(self.verb(i) or self.words.is_that(i) or self.words.is_unlisted(i) for i in apart):
                return found
            turns = norms[nxt.first].endswith(_OBJECT) and not norms[phrase.first].endswith(_OBJECT)
            if turns and any(norms[k].endswith(_OBJECT) and self.plain(k) for k in apart):
                return found  # «the police held | students and reporters»
            # «to Y, | and redeploying forces of Z», marks apart («X | and «Y»»)
            goes_on = sum(map(self.units.is_word, range(nxt.head, nxt.first))) > 1 and phrase.head == phrase.first
            goes_on = goes_on or self.units.sentence_of[nxt.first] != self.units.sentence_of[phrase.first]
            if goes_on or (phrase.mention.kind == "person" and nxt.mention.kind == "place"):
                return found  # «the foreign ministers of X | and Y»
            found.append(nxt)


_OWNED = (HA + ALEF, TA + HA, TA + HA + MIM)  # of a noun with a pronoun, which has nothing in its idafa
_OBJECT = ALEF, YA + NUN  # the endings of an indefinite object
_OPENING = frozenset('«"“(،,.:؛-–—')
