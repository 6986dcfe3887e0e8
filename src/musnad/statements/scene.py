"""What the stage looks at: the tokens of an article with the names, times and quotations that stand on them."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from musnad.arabic import AND, ARTICLE, LAM_ARTICLE, SO, fold_word
from musnad.arabic.letters import ALEF, ALEF_BELOW, HA, YA
from musnad.lexicon import Hit, Hits
from musnad.model import Cast, Entity, Mention, Quote, TimeExpression, Units

HEADING = "naming_noun.heading"  # words that announce a title, and no speech: «بعنوان», «تحت شعار»
LEAST_SPEECH = 3  # words between quotation marks from which they hold speech and not a name or a scare quote
SHORT = 3  # letters up to which a past verb is likely to be a noun as well
LONGEST_NAME = 5  # words of a name in quotation marks
TO_THE = LAM_ARTICLE
_AS = "connective.as"
_ANSWERING = frozenset({"affirm", "deny", "doubt"})
_DENYING = frozenset({"deny", "doubt"})
_TURNING = ("clause_opener", "appearing", "phase_verb")
DATELINE = 12  # tokens of a place, its country and an agency
DASHES = frozenset({"-", "--", "–", "—"})
_BEHIND_AGENCY = DASHES | {":"}
_COMMAS, BRACKETS, SEMICOLON = frozenset("،,"), frozenset("()[]"), "؛"
_BACK = frozenset({"to", "on", "about", "by"})
_BREAKS = frozenset("،,؛;-–—…") | BRACKETS


@dataclass(frozen=True, slots=True)
class Noun:
    """A mention on tokens `[first, last)` with its words and whom it stands for."""

    mention: Mention
    entity: Entity
    first: int
    last: int
    surface: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation of several words: tokens `[first, last)` with the marks, `[inner, inner_last)` without."""

    first: int
    last: int
    inner: int
    inner_last: int
    closed: bool = True


class Scene:
    """One article, indexed by token. Nothing in it changes."""

    __slots__ = (
        "_connectives",
        "_covered",
        "_size",
        "_thats",
        "_titles",
        "closing",
        "ending",
        "heads",
        "hits",
        "named",
        "norms",
        "opened",
        "opening",
        "part",
        "quote_at",
        "speech_at",
        "speech_before",
        "speeches",
        "starting",
        "time_at",
        "time_before",
        "units",
        "when",
        "within",
        "writer",
    )

    def __init__(self, units: Units, hits: Hits, cast: Cast, times: Sequence[TimeExpression]) -> None:
        """Index mentions, times and quotations by their tokens."""
        self.units = units
        self.hits = hits
        self.norms, self._size = units.norms, len(units)
        self._connectives: dict[int, Hit] = {}
        for hit in filter(self.is_written, hits.of("connective")):
            self._connectives.setdefault(hit.first, hit)
        self._covered = {i: hit for hit in self._connectives.values() for i in range(hit.first + 1, hit.last)}
        self.starting: dict[int, Noun] = {}
        self.ending: dict[int, Noun] = {}
        for mention in cast.mentions:
            first, last = units.tokens_of(mention.span.start, mention.span.end)
            noun = Noun(mention, cast.entity(mention), first, last, _flat(mention.span.of(units.text)))
            if first not in self.starting or last > self.starting[first].last:
                self.starting[first] = noun
            if last not in self.ending or first < self.ending[last].first:
                self.ending[last] = noun
        for at, noun in self.starting.items():
            if at in self._connectives and self._is_of_name(self._connectives[at], noun):
                del self._connectives[at]
        parts = {i: hit.entry.text("part") for i, hit in self._connectives.items()}
        # What the function word at a token does (see the kind `connective`); nothing is asked as often.
        self.part: Callable[[int], str | None] = parts.get
        self._thats = {hit.first for hit in hits.of("complementiser") if not hit.suffix}
        self._titles = {hit.last for hit in hits.of("naming_noun") if hit.entry.id == HEADING}
        turns = {hit.first for hit in hits.of(*_TURNING) if self._writes(hit)}
        self.writer = sorted(turns.union(i for i, hit in self._connectives.items() if self._is_turn(hit)))
        self.opened = {hit.last for hit in hits.of("clause_opener") if not self._is_amid(hit)}
        self.opening = {i for hit in hits.of("clause_opener") for i in range(hit.first, hit.last)}
        self.named = {i for noun in self.starting.values() if _holds_words(noun) for i in range(noun.first, noun.last)}
        self.when = {units.token_at(time.span.start): time for time in times}
        self.time_at = {i: units.tokens_of(time.span.start, time.span.end)[1] for i, time in self.when.items()}
        self.time_before = {last: first for first, last in self.time_at.items()}
        self.speeches = tuple(speech for speech in _speeches(units) if not self._is_name(speech))
        self.speech_at = {speech.first: speech for speech in self.speeches}
        self.speech_before = {speech.last: speech for speech in self.speeches}
        self.quote_at = {units.token_at(quote.start): quote for quote in units.quotes if quote.closed}
        self.closing = {quote.end - 1: quote.start for quote in units.quotes if quote.closed}
        self.heads: dict[str, list[Noun]] = {}
        for first in sorted(self.starting):
            self.heads.setdefault(self.norms[first].removeprefix(ARTICLE), []).append(self.starting[first])
        self.within: dict[int, Speech] = {
            i: speech for speech in self.speeches for i in range(speech.first, speech.last)
        }

    def is_written(self, hit: Hit) -> bool:
        """Say whether a word has the hamza it must have («ألا», not «إلا») and no conjunction («لي», not «ولي»)."""
        amid = hit.prefix == SO and self.units.text[hit.end - 1] == YA and self.units.is_word(hit.first - 1)
        if (amid and self.hits.has(hit.first, "adjective")) or (hit.prefix and hit.entry.flag("bare")):
            return False  # «بشكل فعلي»
        return not (hit.entry.flag("hamza_above") and ALEF_BELOW in self.units.text[hit.start : hit.end])

    def _is_name(self, speech: Speech) -> bool:
        """Say whether all that stands between quotation marks is one name («لـ"الجوهرة أف أم"»)."""
        noun = self.starting.get(speech.inner)
        if noun is not None and noun.last >= speech.inner_last:
            return True
        return any(hit.last == speech.inner_last for hit in self.hits.at(speech.inner, "publisher", "agency"))

    def _is_amid(self, hit: Hit) -> bool:
        """Say whether «كان قد» stands amid its clause, behind its subject («أن المركز كان قد وجه …»)."""
        led = hit.prefix or hit.first == 0 or not self.units.is_word(hit.first - 1)
        return not led and self.part(hit.first) == "auxiliary"

    def _is_of_name(self, hit: Hit, noun: Noun) -> bool:
        """Say whether a function word with a conjunction is the first word of a longer name («والي الولاية»)."""
        return bool(hit.prefix) and noun.last > hit.last and noun.mention.span.start == self.units.starts[noun.first]

    def _writes(self, hit: Hit) -> bool:
        """Say whether the writer speaks again at a word: it opens a clause of his, behind a mark or a conjunction."""
        at = hit.first
        broken = at > 0 and self.is_break(at - 1) and self.norms[at - 1] not in BRACKETS
        if hit.kind == "appearing":
            past = broken and hit.form.tense == "past"  # «…، وجاء في البيان»
            return past and self.part(hit.last) == "in" and self.hits.has(hit.last + 1, "medium")
        if hit.kind == "phase_verb":  # «…، موجها تحذيرا …»
            return broken and hit.form.pos == "participle" and hit.form.pattern.endswith(ALEF)
        ends = hit.entry.flag("ends") or (hit.entry.flag("verbal") and self._brings_verb(hit.last))
        return ends and (broken or hit.entry.flag("anywhere") or self.norms[at].startswith(AND))

    def _brings_verb(self, i: int) -> bool:
        """Say whether a verb stands at a token, or a word that goes before one («في وقت كانت …», «في وقت لم …»)."""
        return self.part(i) in {"auxiliary", "negation"} or any(not hit.suffix for hit in self.hits.verbs(i))

    def _is_turn(self, hit: Hit) -> bool:
        """Say whether the writer goes on at a function word."""
        return self._answers(hit) or (self.is_break(hit.first - 1) and (self._withholds(hit) or self._tells_of(hit)))

    def _tells_of(self, hit: Hit) -> bool:
        """Say whether «while» leads to a deed of somebody with his name («، فيما أقال رئيس الوزراء سامي حداد …»)."""
        if not hit.entry.flag("apart"):
            return False
        if any(cue.form.tense == "past" for cue in self.hits.at(hit.last, "cue")):
            return False  # «…، فيما أشار سامي حداد إلى أن …» may be told by whoever speaks
        if not any(verb.form.tense == "past" and not verb.prefix for verb in self.hits.verbs(hit.last)):
            return False
        noun = self.starting.get(hit.last + 1)
        return noun is not None and noun.mention.kind == "person" and noun.mention.proper is not None

    def _withholds(self, hit: Hit) -> bool:
        """Say whether the writer tells what the speaker left out («…، من دون أن يحدد المكان»)."""
        return (
            hit.last - hit.first > 1
            and hit.entry.text("part") == "negation"
            and any(h.form.tense == "present" for h in self.hits.verbs(hit.last))
            and (
                self.is_verb(hit.last, "cue")
                or (self.hits.has(hit.last, "common_verb") and not self.is_function(hit.last + 1))
            )
        )

    def _answers(self, hit: Hit) -> bool:
        """Say whether the writer tells who confirmed or denied what was said («وهو ما نفاه …», «الأمر الذي أكده …»)."""
        at, part = hit.last, self.part(hit.first)
        if part not in {"fact", "there"} or (part == "fact" and self.part(hit.first - 1) == "there"):
            return False  # «وهو الأمر الذي …»
        named = part == "there" and self.part(at) != "what"
        if named and (self.is_function(at) or not self.norms[hit.first].startswith(AND)):
            return False
        at += part == "there"
        at += named and self.part(at) == "relative"
        at = self.particle_end(at) if self.part(at) == "negation" else at
        cues = [one for one in self.hits.at(at, "cue") if one.form.pos == "verb" and one.suffix]
        stances = _DENYING if named else _ANSWERING  # «وهو أمر تنفيه طهران»
        return any(one.entry.text("stance") in stances for one in cues)

    def lead(self, i: int) -> Hit | None:
        """Return the function word of one or several words that ends at a token («في حين»)."""
        return self._covered.get(i) or self._connectives.get(i)

    def is_function(self, i: int) -> bool:
        """Say whether a token is a function word or belongs to one of several words («لم تذكر اسمه»)."""
        return i in self._connectives or i in self._covered

    def is_plain(self, i: int) -> bool:
        """Say whether a token is a word that is neither a function word nor begins a time."""
        return self.units.is_word(i) and not self.is_function(i) and i not in self.time_at

    def is_covered(self, i: int) -> bool:
        """Say whether a token belongs to a function word of several words without opening it."""
        return i in self._covered

    def contrasts(self, i: int) -> bool:
        """Say whether a contrast of one or several words ends before a token («غير أنه أبدى»)."""
        inside = self._covered.get(i - 1)
        return (self.part(i - 1) if inside is None else inside.entry.text("part")) == "contrast"

    def leads(self, i: int) -> bool:
        """Say whether a function word ends at a token behind which a clause may begin («قبل أن», «إلا أنه»)."""
        inside = self._covered.get(i)
        return i in self._connectives if inside is None else inside.entry.text("part") in {"subordinator", "contrast"}

    def part_before(self, i: int) -> str | None:
        """Return what the function word of one or several words does that ends right before a token, or None."""
        inside = self._covered.get(i - 1)
        if inside is None:
            return self.part(i - 1)
        return inside.entry.text("part") if inside.last == i else None

    def is_as(self, i: int) -> bool:
        """Say whether the word is at a token that likens or adds («…، كما قال الوزير»)."""
        hit = self._connectives.get(i)
        return hit is not None and hit.entry.id == _AS

    def is_turn(self, i: int) -> bool:
        """Say whether a contrast at a token joins a clause to the one before it («كما دعا», «ولكنه لم …»)."""
        return self.is_break(i - 1) or not (self.norms[i].startswith(AND) and self.is_as(i))

    def begins_verb(self, i: int) -> bool:
        """Say whether a token may be a verb without anything written onto it."""
        return any(not hit.prefix and not hit.suffix for hit in self.hits.verbs(i))

    def begins_present(self, i: int) -> bool:
        """Say whether a token is a present verb of saying, and no share («ومضى يقول، …», not «نصف السكان»)."""
        return not self.hits.has(i, "fraction") and any(
            hit.form.pos == "verb" and hit.form.tense == "present" and not (hit.prefix or hit.suffix)
            for hit in self.hits.at(i, "cue")
        )

    def is_that(self, i: int) -> bool:
        """Say whether a complementiser without a pronoun stands at a token («أن», not «أنه»)."""
        return i in self._thats

    def is_apart(self, i: int) -> bool:
        """Say whether a subordinator at a token opens what stands beside a content («فيما …», «بينما …»)."""
        hit = self._connectives.get(i)
        if hit is None or not hit.entry.flag("apart"):
            return False
        into = hit.last < len(self.norms) - 1 and bool(self.hits.verbs(hit.last)) and hit.last - i == 1
        return not (into and self.points_back(hit.last + 1, _BACK))  # «نتائج التحقيق فيما توصل إليه الخبراء»

    def points_back(self, i: int, parts: Collection[str]) -> bool:
        """Say whether some preposition with a pronoun stands at a token («توصل إليه», «عنها»)."""
        return any(hit.entry.text("part") in parts for hit in self.hits.at(i, "bound_preposition"))

    def particle(self, i: int) -> Hit | None:
        """Return the longest function word at a token."""
        return self._connectives.get(i)

    def particle_end(self, i: int) -> int:
        """Return the token behind the function word at a token."""
        found = self._connectives.get(i)
        return i + 1 if found is None else found.last

    def short_quote(self, i: int, until: int) -> Quote | None:
        """Return the closed quotation of few words that opens at a token and ends before `until`, or None."""
        quote = self.quote_at.get(i)
        if quote is None:
            return None
        first, last = self.units.tokens_of(quote.start, quote.end)
        return quote if last <= until and last - first <= LONGEST_NAME + 2 else None

    def is_title(self, i: int) -> bool:
        """Say whether the word before a token, a colon aside, announces a title («تحت عنوان: "…"»)."""
        return (i - 1 if i > 1 and self.norms[i - 1] == ":" else i) in self._titles

    def head(self, i: int) -> str:
        """Return a word without its article, be that written behind «ل» («للصحيفة»)."""
        norm = self.norms[i]
        return norm.removeprefix(TO_THE if norm.startswith(TO_THE) else ARTICLE)

    def named_before(self, i: int) -> list[Noun]:
        """Return the fuller names before a definite word that have its head («صحيفة الضفاف» before «الصحيفة»)."""
        head = self.head(i)
        named = [] if head == self.norms[i] else self.heads.get(head, [])
        return [noun for noun in named if noun.first < i and self._is_fuller(noun)]

    def _is_fuller(self, noun: Noun) -> bool:
        """Say whether a noun says more than its head, and not only what that does («الحزب للانتخابات»)."""
        return noun.last > noun.first + 1 and not self.norms[noun.first + 1].startswith(TO_THE)

    def between(self, start: int, end: int) -> Iterator[Speech]:
        """Yield the quotations of several words whose words lie within code points `[start, end)`, in order."""
        at = bisect_left(self.speeches, start - 1, key=lambda speech: self.units.starts[speech.first])
        for speech in self.speeches[at:]:
            if self.units.starts[speech.first] >= end:
                return
            if self.units.ends[speech.inner_last - 1] <= end:
                yield speech

    def is_verb(self, i: int, *kinds: str) -> bool:
        """Say whether a token may be a verb of some kinds."""
        return any(hit.form.pos == "verb" for hit in self.hits.at(i, *kinds))

    def is_surely_verb(self, i: int) -> bool:
        """Say whether a token is a verb and no noun: a present form, or a past one of a stem beyond three letters."""
        return any(
            hit.form.tense in {"present", "past"}
            and (hit.form.tense == "present" or len(hit.form.pattern) > SHORT + (hit.form.number == "d"))
            and not (hit.prefix or hit.suffix or self.hits.has(i, "number_word"))
            for hit in self.hits.at(i, "cue", "common_verb")
        )

    def is_own_words(self, i: int) -> bool:
        """Say whether a token is a masdar of saying with its speaker as a pronoun («قوله», «تأكيدهم»)."""
        return any(hit.form.pos == "masdar" and hit.suffix for hit in self.hits.at(i, "cue"))

    def is_comma(self, i: int) -> bool:
        """Say whether a token is a comma."""
        return i < self._size and self.norms[i] in _COMMAS

    def is_break(self, i: int) -> bool:
        """Say whether a token is a mark that parts phrases inside a sentence."""
        return i < self._size and self.norms[i] in _BREAKS

    def is_bare(self, noun: Noun, allowed: frozenset[str] = frozenset({""})) -> bool:
        """Say whether nothing but one of the allowed proclitics is written before a mention."""
        return fold_word(self.units.text[self.units.starts[noun.first] : noun.mention.span.start]) in allowed

    def has_pronoun(self, i: int) -> bool:
        """Say whether a longer word ends in «ه» as it is written, which is no «ة» («زملاءه», «سعادته»)."""
        return len(self.norms[i]) > SHORT and self.units.text[self.units.ends[i] - 1] == HA

    def region(self, i: int) -> tuple[int, int]:
        """Return the tokens of the quotation around a token, else of its sentence: what a clause there cannot leave."""
        speech = self.within.get(i)
        sent = self.units.sentence(i)
        if speech is not None and speech.inner <= i < speech.inner_last:
            return max(speech.inner, sent.first), speech.inner_last
        return sent.first, sent.last

    def behind_agency(self, first: int) -> int:
        """Return the token behind a place with its agency in brackets («طهران (…) --», «باكو (…):»), else `first`."""
        for i in range(first + 2, min(first + DATELINE, len(self.norms) - 1)):
            if self.norms[i - 1] == ")" and self.norms[i] in _BEHIND_AGENCY:
                while i < len(self.norms) and self.norms[i] in _BEHIND_AGENCY:
                    i += 1  # noqa: PLW2901 - to the end of the dashes
                return i
        return first

    def offset(self, token: int, letters: int) -> int:
        """Return the offset in the text behind the first folded letters of a token."""
        units = self.units
        return units.origin(units.folded_starts[token] + letters) if letters else units.starts[token]


def _holds_words(noun: Noun) -> bool:
    """Say whether the words of a mention can be nothing else: a bare role of one word may be a participle too."""
    return noun.last - noun.first > 1 or noun.mention.proper is not None


def _flat(text: str) -> str:
    return " ".join(text.split())


def _speeches(units: Units) -> list[Speech]:
    found = []
    for quote in units.quotes:
        inner, inner_last = units.tokens_of(quote.inner_start, quote.inner_end)
        if sum(units.is_word(i) for i in range(inner, inner_last)) >= LEAST_SPEECH:
            found.append(Speech(*units.tokens_of(quote.start, quote.end), inner, inner_last, quote.closed))
    return sorted(found, key=lambda it: (it.first, -it.last))


def is_with(hit: Hit) -> bool:
    """Say whether a complementiser is written with «ب» («بأن»)."""
    return hit.entry.id.endswith("_with")
