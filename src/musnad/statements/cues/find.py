"""Words that may attribute: verbs, participles and masdars of saying, prepositions, the colon of a headline."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from musnad.arabic import (
    AND,
    ARTICLE,
    BA,
    BARE,
    CONJUNCTIONS,
    FUTURE,
    LAM,
    OWN,
    SO,
    SUFFIX_AGREEMENT,
)
from musnad.arabic.inflect import JUSSIVE
from musnad.arabic.letters import ALEF, ALEF_ABOVE, ALEF_BELOW, HA, SHADDA, WAW
from musnad.lexicon import Entry, Hit
from musnad.model import Node, Span
from musnad.statements.cues.blaming import blaming
from musnad.statements.cues.nominal import (
    comes_after,
    gives_name,
    is_between,
    is_counted,
    is_masdar_of,
    is_other_present,
    is_other_spelt,
    is_plain,
    is_student,
    is_vowelled,
    names_sayer,
    opens_clause,
)
from musnad.statements.cues.states import NOUN_BEFORE, brings_clause, is_state
from musnad.statements.cues.supposed import is_supposed, is_wanting, joins_wish
from musnad.statements.endings import is_definite
from musnad.statements.scene import SHORT, Noun, Scene

_PARTING = frozenset(".…!؟?")
LONGEST_HEAD = 9  # tokens before the colon of a headline that may name its speaker
NAME = 2  # tokens behind a word up to the mark that closes a name of one or two («أمر اليوم»)
VOICED = 14  # tokens between «عبر» and the «عن» before what is felt
_FAMILIES = {"verb": 0, "participle": 1, "masdar": 2}
ORDER = "cue.order"
_SAY = "cue.say"
_IN, _INSIDE = "connective.in", "connective.inside"
EXISTS = "connective.exists"
_TURNS_ROUND = frozenset({"deny", "doubt"})
_NO_ENTRY = Entry("", "", {}, "")  # of a colon


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue on tokens `[first, last)`; `span` leaves out what is written before it, but not a pronoun behind it.

    `family` is verb, participle, masdar, preposition, document or colon; `hit` the lexicon word (None for a colon);
    `frames` what may bring the content; `flag` and `text` return boolean and string fields of the word's entry.
    """

    first: int
    last: int
    span: Span
    family: str
    hit: Hit | None
    frames: tuple[str, ...] = field(init=False, repr=False, compare=False)
    flag: Callable[[str], bool] = field(init=False, repr=False, compare=False)
    text: Callable[[str], str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take over what the entry of the word says."""
        entry = _NO_ENTRY if self.hit is None else self.hit.entry
        frames = ("that", "quote") if self.family == "document" else entry.texts("frames")
        for name, value in (("frames", frames), ("flag", entry.flag), ("text", entry.text)):
            object.__setattr__(self, name, value)

    @property
    def suffixed(self) -> bool:
        """Say whether a pronoun is written onto the cue."""
        return self.hit is not None and bool(self.hit.suffix)

    @property
    def is_pretext(self) -> bool:
        """Say whether the cue is a set phrase by which a subject justifies what it does («بحجة أن»)."""
        return self.family == "participle" and self.hit is not None and self.hit.form.pos == "word"

    def node(self) -> Node:
        """Return the evidence of the cue itself."""
        name = "colon" if self.hit is None else self.hit.entry.id
        return Node("cue", name, self.span.start, self.span.end, name)


def cues_of(scene: Scene) -> Iterator[list[Cue]]:
    """Yield the readings of every token that may be a cue, the likeliest first, in order of position."""
    by_token: dict[int, list[Cue]] = {}
    for hit in (*scene.hits.of("cue"), *blaming(scene)):
        if hit.form.pos in _FAMILIES and _may_be(scene, hit):
            by_token.setdefault(hit.first, []).append(_cue(scene, hit, hit.form.pos))
        elif hit.form.pos == "word" and not hit.suffix:  # «بحجة أن» goes with a subject, as «زاعما أن» does
            by_token.setdefault(hit.first, []).append(_cue(scene, hit, "participle"))
    for hit in scene.hits.of("cue_preposition"):
        by_token.setdefault(hit.first, []).append(_cue(scene, hit, "preposition"))
    for hit in scene.hits.of("appearing"):
        cue = _document(scene, hit)
        if cue is not None:
            by_token.setdefault(hit.first, []).append(cue)
    colon = _headline(scene)
    if colon is not None:
        by_token.setdefault(colon.first, []).append(colon)
    for cue in _answers(scene):
        by_token.setdefault(cue.first, []).append(cue)
    for first in sorted(by_token):
        yield sorted(by_token[first], key=lambda cue: (-cue.last, _FAMILIES.get(cue.family, 3)))


def _cue(scene: Scene, hit: Hit, family: str) -> Cue:
    end = scene.units.ends[hit.last - 1] if hit.suffix else hit.end
    return Cue(hit.first, hit.last, Span(hit.start, end), family, hit)


def _may_be(scene: Scene, hit: Hit) -> bool:
    """Say whether a word of saying can be a cue where it stands, by its form and its neighbours."""
    at = hit.first
    if hit.suffix and hit.suffix not in SUFFIX_AGREEMENT:
        return False
    if (
        (at in scene.named and not _is_behind_noun(scene, hit))
        or at in scene.opening
        or scene.hits.has(at, "number_word")
        or _is_in_name(scene, hit)
        or (scene.is_function(at) and not _is_certain(scene, hit))
        or is_other_spelt(scene, hit)
    ):
        return False
    before = scene.part(at - 1) if at else None
    lead = scene.lead(at - 1) if at else None
    this = lead is not None and lead.last - lead.first > 1  # «"…"، هذا ما قاله الوزير», not «محذرا مما سماه …»
    told = this and bool(hit.suffix) and hit.form.tense == "past"
    if (at and scene.part_before(at) == "fact" and not told) or (hit.suffix and _is_of_paper(scene, hit)):
        return False
    if hit.form.pos == "verb":
        own = hit.form.person != 1 and any(h.entry.flag("own") for h in scene.hits.at(at - 1, "speech_opener"))
        return not own and _may_be_verb(scene, hit, before)  # «لكنني اعتقد»
    if hit.form.pos == "participle":
        return is_state(scene, hit, before)
    whole = len(hit.form.pattern) < SHORT and hit.prefix in BA and any(not h.prefix for h in scene.hits.at(at))
    if whole:
        return False  # «بحث وتطوير» is no «حث»
    said = any(h.last >= at for back in (1, 2) for h in scene.hits.at(at - back, "cue_preposition"))  # «وفق إعلان …»
    return before not in {"relative", "auxiliary"} and not said and not is_wanting(scene, at)


def _is_behind_noun(scene: Scene, hit: Hit) -> bool:
    """Say whether a participle with its clause was taken for the rest of a name («رممت مدرسة مضيفا أن …»)."""
    state = hit.form.pos == "participle" and hit.form.pattern.endswith((ALEF, HA)) and brings_clause(scene, hit)
    return state and hit.first not in scene.starting


def _is_in_name(scene: Scene, hit: Hit) -> bool:
    """Say whether a word opens a name of two words in marks («في "أمر اليوم"»), and is not marked alone."""
    quote = scene.short_quote(hit.first - 1, hit.last + NAME)
    return quote is not None and scene.units.is_word(hit.last)


def _is_of_paper(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb only tells who sent a paper («في تعميم وجهته إلى المنشآت»), the words following elsewhere."""
    papers = [h for h in scene.hits.at(hit.first - 1, "medium") if h.entry.flag("document")]
    return hit.form.pos == "verb" and bool(papers) and not papers[0].definite and not hit.entry.flag("relays")


def _is_certain(scene: Scene, hit: Hit) -> bool:
    """Say whether a word that is spelt like a preposition is a verb: «عبر» before a person, «وبين أن»."""
    at = hit.first
    if hit.form.pos != "verb" or not opens_clause(scene, hit):
        return False
    noun = scene.starting.get(hit.last)
    one = noun is not None and noun.mention.kind == "person" and noun.entity.number == "s"
    fits = one and noun is not None and not _is_anybody(scene, noun)  # not «عبر مترجم», «بين مرشحي الحزب»
    fits = fits or _voices(scene, hit)
    if fits or SHADDA in scene.units.span(hit.first, hit.last).of(scene.units.text) or hit.last >= len(scene.norms):
        return hit.last < len(scene.norms)
    last = hit.last + 1 if scene.units.is_word(hit.last) and not scene.is_function(hit.last) else hit.last
    relative = scene.part(at - 1) == "relative" and scene.is_that(hit.last)  # «… الذي بين أن …»
    if not (hit.prefix or relative or scene.is_comma(at - 1)):
        return False
    named = scene.starting.get(last)  # «من جهته، بين البائع سامي حداد أن …»
    if named is not None and named.mention.kind == "person" and scene.is_bare(named):
        last = named.last + scene.is_comma(named.last)
    return any(scene.hits.has(i, "complementiser") for i in (hit.last, last))


def _voices(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb with «عن» expresses what its subject feels («عبر الأهالي عن شكرهم», «عبر الوفد عن قلقه»)."""
    through = not (hit.prefix or scene.is_break(hit.first - 1) or hit.last >= len(scene.norms))
    if (through and scene.has_pronoun(hit.last)) or "about" not in hit.entry.texts("frames"):
        return False  # «نفى النادي عبر حسابه صحة ما تردد عن …»
    for i in range(hit.last, min(scene.region(hit.first)[1] - 1, hit.last + VOICED)):
        if scene.part(i) == "about":
            felt = scene.norms[i + 1]
            return (is_definite(felt) and not felt.startswith(ARTICLE)) or scene.has_pronoun(i + 1)
        own = any(h.form.pos == "verb" and h.form.tense == "present" for h in scene.hits.at(i, "cue"))
        if own or not scene.units.is_word(i):
            return False  # «عبر إعداد رسوم يعبرون بها عن …»
    return False


def _is_anybody(scene: Scene, noun: Noun) -> bool:
    """Say whether a mention is one indefinite noun («مترجم»)."""
    return noun.last - noun.first == 1 and noun.mention.proper is None and not is_definite(scene.norms[noun.first])


def _may_be_verb(scene: Scene, hit: Hit, before: str | None) -> bool:
    if (
        is_vowelled(scene, hit)
        or _is_own(scene, hit)
        or _is_masdar(scene, hit)
        or hit.form.tense == JUSSIVE
        or (hit.form.tense != "past" and hit.entry.flag("past"))
        or FUTURE in hit.prefix
        or _is_governed(scene, hit.first)
        or names_sayer(scene, hit)
        or is_other_present(scene, hit)
        or is_between(scene, hit)
        or is_supposed(scene, hit)
        or is_student(scene, hit)
        or is_masdar_of(scene, hit)
        or gives_name(scene, hit)
    ):
        return False
    if before == "auxiliary" and hit.prefix in CONJUNCTIONS - {""}:
        return False  # «لقد ورد إلى مسامعنا أن …» is no «ورد»
    if before == "negation":
        return hit.entry.flag("denial") or hit.entry.text("stance") in _TURNS_ROUND
    if hit.suffix and hit.entry.flag("weak") and hit.entry.text("addressee") != "object":
        return False
    if hit.form.tense == "past" and hit.prefix not in CONJUNCTIONS:
        return False  # «وجها لوجه»
    if hit.form.tense == "past" and not (hit.prefix or hit.entry.flag("only_verb")) and _is_topic(scene, hit.first):
        return False
    if hit.form.tense != "past":
        return not (comes_after(scene, hit, before) or _is_subjunctive(scene, hit))
    if hit.entry.flag("weak") and scene.part(hit.last) == "what" and scene.units.text[hit.start] == ALEF_ABOVE:
        return False  # «أخطر ما تفعله …»
    if is_counted(scene, hit.first) or any(other.prefix == SO for other in scene.hits.at(hit.last, "cue")):
        return False  # «سامي حداد، طالب، فقال …»
    short = len(hit.form.pattern) <= SHORT and not hit.suffix
    if (before in NOUN_BEFORE and not hit.prefix) or (short and _names_thing(scene, hit, before)):
        return False  # «هي رد على …»
    owned = bool(hit.suffix) and not hit.entry.flag("weak")  # «ولي أمرها»
    if len(hit.form.pattern) > SHORT or owned or hit.entry.flag("only_verb") or _tells(scene, hit):
        return True
    return opens_clause(scene, hit) and not _is_field(scene, hit)


def _names_thing(scene: Scene, hit: Hit, before: str | None) -> bool:
    """Say whether a short word tells what something is («هي رد على …», «هناك أمر», «وهذا أمر», «الأمن أمر مهم»)."""
    at = hit.first
    if before == "there" or hit.prefix:
        return before == "there"
    led = scene.particle(at - 1)
    that = before == "this" and scene.norms[at - 1].startswith(AND)  # «وذلك أمر», and not «إلى ذلك قال …»
    if that or (led is not None and led.entry.id == EXISTS) or scene.hits.has(at - 1, "demonstrative"):
        return True
    behind = at > scene.region(at)[0] and (at in scene.ending or is_definite(scene.norms[at - 1]))
    described = any(h.form.pos == "verb" and h.form.tense == "present" for h in scene.hits.verbs(hit.last))
    described = described or (hit.entry.id == ORDER and is_plain(scene, hit.last) and not scene.is_that(hit.last))
    described = described or (hit.entry.id != _SAY and scene.hits.has(hit.last, "adjective"))  # «… قال جوهري»
    return behind and described and hit.last not in scene.starting


def _tells(scene: Scene, hit: Hit) -> bool:
    """Say whether a person stands behind a short word, and behind him a clause («أكد الوزير فلان أن …»)."""
    noun = scene.starting.get(hit.last)
    if noun is None or noun.mention.kind != "person" or noun.mention.proper is None:
        return False
    return scene.hits.has(noun.last, "complementiser")


def _is_field(scene: Scene, hit: Hit) -> bool:
    """Say whether a short word behind a bare role is what that is about («أستاذ علم الاجتماع»)."""
    noun, after = scene.ending.get(hit.first), hit.last
    if hit.first == scene.region(hit.first)[0]:
        return False
    bare = noun is not None and noun.last == noun.first + 1 and noun.mention.proper is None
    return bare and after < len(scene.norms) and scene.norms[after].startswith(ARTICLE)


def _is_topic(scene: Scene, at: int) -> bool:
    """Say whether a word stands right behind «أن», where a clause has its noun («أكدت أن "ثمن التوغل …»)."""
    behind = at - 2 if at - 1 in scene.quote_at else at - 1
    noun = scene.ending.get(behind)
    if noun is not None and scene.is_bare(noun, frozenset(LAM)) and not scene.is_bare(noun):
        return False  # «سبق لمسؤولين أن ذكروا …»
    if scene.part(behind) is not None or scene.is_covered(behind):
        return False  # «بعد أن أكدت …»
    return scene.is_that(behind)


def _is_own(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb is in the first person; «أعتقد» with its hamza is no «اعتقد», although folded alike.

    Nor is that without it where «we» or «I» stand right behind («اعتقد أننا سنفوز»).
    """
    if hit.form.person == 1:
        return True
    above = scene.units.text[hit.start] == ALEF_ABOVE and hit.entry.headword[:1] == ALEF
    own = any(one.suffix in OWN for one in scene.hits.at(hit.last, "complementiser"))
    return (above or own) and any(h.form.person == 1 and h.entry is hit.entry for h in scene.hits.at(hit.first))


def _is_masdar(scene: Scene, hit: Hit) -> bool:
    """Say whether a past verb is written with the hamza of its masdar («إجابته», not «أجابته»)."""
    below = scene.units.text[hit.start] == ALEF_BELOW and hit.entry.headword[:1] == ALEF_ABOVE
    return below and hit.form.tense == "past"


def _is_governed(scene: Scene, at: int) -> bool:
    """Say whether a verb belongs to a preposition before it («حسبما ذكرت», «وفقا لما أعلنته»), which is the cue."""
    behind = at - 2 if at > 1 and scene.part(at - 1) == "what" else at - 1
    found = scene.hits.at(behind, "cue_preposition") if behind >= 0 else []
    return bool(found) and (behind < at - 1 or found[0].entry.flag("clause"))


def _is_subjunctive(scene: Scene, hit: Hit) -> bool:
    """Say whether a present verb stands behind «أن», where it is wished and not said, or has lost its nun («ينفوا»)."""
    if hit.form.number == "p" and hit.form.pattern.endswith(WAW + ALEF):
        return True
    before = scene.hits.at(hit.first - 1, "complementiser") if hit.first else []
    if scene.part(hit.first - 2) == "subordinator" and (hit.entry.flag("continues") or brings_clause(scene, hit)):
        return False  # «قبل أن يضيف …», «قبل أن يؤكد أن …»
    return (bool(before) and not before[0].suffix and not hit.prefix) or joins_wish(scene, hit)


def _document(scene: Scene, hit: Hit) -> Cue | None:
    """«جاء في بيان», «جاء فيه»: the verb, the preposition and the noun of the document or its pronoun are one cue."""
    at = hit.last
    if scene.part(at) == "within":
        return Cue(hit.first, at + 1, Span(hit.start, scene.units.ends[at]), "document", hit)
    inside = scene.particle(at)
    if inside is None or inside.entry.id not in {_IN, _INSIDE} or at + 1 >= len(scene.norms):
        return None  # «جاءت بعد دراسات أثبتت أن …»
    papers = (h for i in (at + 1, at + 2) for h in scene.hits.at(i, "medium") if h.prefix in BARE)  # «في نص البلاغ»
    noun = next(papers, None) if scene.is_plain(at + 1) else None
    if noun is not None:
        return Cue(hit.first, noun.last, Span(hit.start, noun.end), "document", noun)
    brings = inside.entry.id == _INSIDE and scene.is_plain(at + 1) and _is_told_in(scene, at + 2)
    return Cue(hit.first, at + 2, Span(hit.start, scene.units.ends[at + 1]), "document", hit) if brings else None


def _is_told_in(scene: Scene, i: int) -> bool:
    """Say whether a clause stands at a token or behind one word («جاء في الالتماس | أن …», «… مقدمة | الكتاب أن …»)."""
    at = i + 1 if i < len(scene.norms) and scene.is_plain(i) and not scene.hits.has(i, "complementiser") else i
    return any(not hit.prefix for hit in scene.hits.at(at, "complementiser"))


def _headline(scene: Scene) -> Cue | None:
    """The colon of a title, if few words stand before it, or between it and what tells of something else."""
    title = scene.units.title
    if title is None:
        return None
    first, last = scene.units.tokens_of(title.start, title.end)
    colon = next((i for i in range(first + 1, last - 1) if scene.norms[i] == ":"), last)
    if colon == last or colon - head_of_title(scene, first, colon) >= LONGEST_HEAD:
        return None
    return Cue(colon, colon + 1, scene.units.span(colon, colon + 1), "colon", None)


def head_of_title(scene: Scene, first: int, colon: int) -> int:
    """Return where the words before the colon of a title begin, behind what ends a clause («السوق تغلق.. حداد: …»)."""
    marks = (i + 1 for i in range(colon - 1, first, -1) if scene.norms[i] in _PARTING)
    return next(marks, first)


def _answers(scene: Scene) -> list[Cue]:
    """The colons of an interview: behind a person who alone heads two paragraphs or more («المرابطي: طلبنا دعما …»)."""
    found: dict[str, list[Cue]] = {}
    for number, sent in enumerate(scene.units.sentences):
        opens = number > 0 and scene.units.sentences[number - 1].paragraph != sent.paragraph
        noun = scene.starting.get(sent.first) if opens else None
        if noun is None or noun.mention.kind != "person" or noun.last + 1 >= sent.last or scene.norms[noun.last] != ":":
            continue
        at = noun.last
        found.setdefault(noun.entity.id, []).append(Cue(at, at + 1, scene.units.span(at, at + 1), "answer", None))
    return [cue for cues in found.values() if len(cues) > 1 for cue in cues]
