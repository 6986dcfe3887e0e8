"""Where content begins: a complementiser, a colon, a quotation, an object or a preposition behind the cue."""

from dataclasses import dataclass

from musnad.arabic import ARABIC_LETTER, ARTICLE, BA, BARE, LAM, OBLIQUE, PRESENT_STARTS, PRONOUN_ENDINGS, before_article
from musnad.arabic.letters import ALEF, TA_MARBUTA
from musnad.lexicon import Hit
from musnad.model import Node
from musnad.statements.cues import Cue, is_accusative, is_definite
from musnad.statements.phrases import TO_THE
from musnad.statements.scene import LONGEST_NAME, Noun, Scene, Speech

LONGEST_ANTECEDENT = 3  # words of a noun phrase that a relative clause follows
SHORT_WORD = 5  # letters of a preposition with its pronoun («عنها»)
SHORT_REACH = 9  # the same for verbs that often say nothing
NEAR = 10  # tokens between a verb and a quotation that no mark announces
NAMED = 12  # tokens of an unknown subject before the preposition that brings the content
SPELT = 2  # letters of a name that is spelt («بي ان»)
REACH = 32  # tokens between a cue and its complementiser; the median is 2, nine in ten lie within 11
_PREPOSITIONS = frozenset({"to", "on", "about", "of"})
_JOINERS = frozenset({"contrast", "subordinator", "relative"})  # «كما أن», «إذ إن», «الذي إن» open no content
_ADVERBIAL = frozenset({"set_word", "vague"})  # «باستمرار» is an adverb, and a preposition with its noun
_GOVERN = frozenset({"in", "beside", "by", "issued"})  # prepositions that never bring content
_ENDS = frozenset("؛;؟?!…")
_TELLING = frozenset({"neutral", "affirm", "accuse", "condemn", "praise"})
_NOMINAL = _PREPOSITIONS | {"with", "for"}


@dataclass(frozen=True, slots=True)
class Opening:
    """Content begins with token `first` at offset `start`; `by` is the frame that brought it, `at` where that stands.

    `speech` is the quotation that the content opens with, `node` the evidence.
    """

    by: str
    at: int
    first: int
    start: int
    node: Node
    speech: Speech | None = None


def opening_of(scene: Scene, cue: Cue) -> Opening | None:
    """Return where the content of a verb, participle or masdar begins, or None where it has none.

    A complementiser, colon or quotation wins over an object before it; a preposition of the cue's frame wins over
    what follows it. Another cue on the way ends the search.
    """
    _, end = scene.region(cue.first)
    bare: int | None = None
    resumed = scene.part(cue.first - 1) == "relative" and is_pronoun(scene, cue.last)  # «التي أعلن عنها …»
    i, limit = cue.last, min(end, cue.last + (SHORT_REACH if cue.flag("weak") else REACH))
    while i < limit:
        if bare is not None and i in scene.speech_at and "object" in cue.frames:
            break
        found = _at(scene, cue, i, end)
        if found is not None and _is_sure_object(scene, cue, bare, found):
            break
        if found is not None:
            return _with_target(scene, cue, found, bare)
        if i > cue.last and _is_of_paper(scene, i):
            i = next((at for at in range(i + 1, limit) if _ends_aside(scene, at)), limit)
            continue
        if i > cue.last and _blocks(scene, i):
            break
        if bare is None and not resumed and _is_object(scene, cue, i):
            bare = i
        i = _governed(scene, i) if scene.part(i) in _GOVERN | _PREPOSITIONS else _step(scene, i)
        while scene.norms[i - 1].startswith(TO_THE) and i < limit and _is_adjective(scene, i):
            i += 1  # «الإدارة العامة للطيران المدني»
    if "object" in cue.frames and bare is not None and not cue.suffixed:
        return _nominal(scene, cue, "object", bare, bare, scene.units.starts[bare])
    return None


def _ends_aside(scene: Scene, i: int) -> bool:
    """Say whether what was told of a paper is over at a token: a mark, a clause, a quotation, another cue."""
    return _begins(scene, i) or scene.is_comma(i) or _blocks(scene, i)


def _is_of_paper(scene: Scene, i: int) -> bool:
    """Say whether a verb tells who sent or printed the words before it («في كلمة نقلتها القنوات، …»)."""
    papers = scene.hits.at(i - 1, "medium") if scene.hits.verbs(i) else []
    return bool(papers) and not papers[0].definite and any(hit.suffix for hit in scene.hits.verbs(i))


def antecedent(scene: Scene, cue: Cue) -> Opening | None:
    """Return the indefinite noun before a verb whose object is a pronoun («اتهامات تنفيها طهران»), as content."""
    at = cue.first
    while at > 0 and cue.first - at < LONGEST_ANTECEDENT and _is_indefinite(scene, at - 1):
        at -= 1
    if at == cue.first:
        return None
    units = scene.units
    node = Node("frame", "antecedent", units.starts[at], units.ends[cue.first - 1], "antecedent")
    return Opening("antecedent", cue.last, at, units.starts[at], node)


def _is_indefinite(scene: Scene, i: int) -> bool:
    """Say whether a token can belong to an indefinite noun phrase."""
    units, norm = scene.units, scene.norms[i]
    if not units.is_word(i) or norm.startswith(ARTICLE) or scene.part(i) is not None or i in scene.time_at:
        return False
    verb = scene.is_verb(i, "cue", "trigger", "common_verb")
    return not verb and not scene.hits.at(i, "function_word", "complementiser") and i not in scene.named


def _at(scene: Scene, cue: Cue, i: int, end: int) -> Opening | None:
    """Return the opening that stands at a token."""
    frames = cue.frames
    clause = scene.hits.at(i, "complementiser")
    before = scene.units.text[scene.units.starts[i] - 1]
    spelt = before == "." or before.isdigit() or _is_spelt(scene, i - 1)  # «دي.إيه.إن», «إتش1إن1», «بي ان سبورت»
    if clause and clause[0].prefix == "" and scene.part(i) is None and scene.part(i - 1) not in _JOINERS and not spelt:
        return None if _is_wish(scene, cue, clause[0]) else _clause(scene, i, clause[0], end)
    if scene.norms[i] == ":" and "quote" in frames:
        return _colon(scene, i, end)
    speech = scene.speech_at.get(i)
    if speech is not None and "quote" in frames and _is_said(scene, cue, i, end, speech):
        return _quote(scene, i, i, speech)
    particle = scene.particle(i)
    if particle is not None and particle.last < end:
        part = particle.entry.text("part")
        if part in _PREPOSITIONS and part in frames and not particle.prefix and not _is_goal(scene, particle.last, part):
            return _behind(scene, cue, part, particle.last, end)
    if "with" in frames and (cut := _proclitic(scene, i, "with")) and not (
        _is_of_role(scene, cue, i) or _is_place(scene, i) or _is_of_adjective(scene, i) or _is_school(scene, cue, i)
    ):
        return _nominal(scene, cue, "with", i, i, scene.offset(i, cut))
    if ("for" in frames or "to" in frames) and i > cue.last and (cut := _proclitic(scene, i, "for")):
        return _nominal(scene, cue, "for", i, i, scene.offset(i, cut))
    return None


def _is_wish(scene: Scene, cue: Cue, clause: Hit) -> bool:
    """Say whether a clause belongs to another verb on the way to it («أوضحت اللبس الذي حاول الخصوم أن يسبغوه على …»).

    Behind its complementiser stands a present verb: it is wished, and the cue tells what is so.
    """
    if clause.suffix or cue.text("stance") not in _TELLING or clause.last >= len(scene.norms):
        return False
    if clause.first > cue.last + 1 and scene.is_surely_verb(clause.first - 1):
        return True  # «التي تتابع دراستها، فقد اختارت أن …»
    if not any(scene.hits.verbs(i) or scene.part(i) == "negation" for i in range(cue.last + 1, clause.first)):
        return False
    verbs = scene.hits.verbs(clause.last)
    norm = scene.norms[clause.last]
    unknown = not scene.hits.has(clause.last) and clause.last not in scene.starting and norm.startswith(PRESENT_STARTS[0])
    return unknown or (bool(verbs) and all(hit.form.tense == "present" and not hit.prefix for hit in verbs))


def _is_place(scene: Scene, i: int) -> bool:
    """Say whether «ب» only tells where («عقدت بالعاصمة، أن …»): a place, with the clause right behind it."""
    noun = scene.starting.get(i)
    last = i + 1 if noun is None else noun.last
    if not scene.is_comma(last) and (noun is None or noun.mention.kind != "place"):
        return False
    at = last + 1 if scene.is_comma(last) else last
    return any(hit.prefix == "" for hit in scene.hits.at(at, "complementiser"))


def _is_goal(scene: Scene, i: int, part: str) -> bool:
    """Say whether «إلى» with a place only tells whither («أشار موفدنا إلى سوريا إلى أن …»)."""
    noun = scene.starting.get(i)
    return part == "to" and noun is not None and noun.mention.kind == "place" and scene.part(noun.last) == "to"


def _is_spelt(scene: Scene, i: int) -> bool:
    """Say whether a token is the name of a letter in a name that is spelt."""
    norm = scene.norms[i]
    return len(norm) <= SPELT and ARABIC_LETTER.match(norm) is not None and not scene.hits.has(i)


def _is_of_adjective(scene: Scene, i: int) -> bool:
    """Say whether «ب» belongs to an adjective of the subject («أفاد عدد من المسافرين الموجودين بالمطار أن …»)."""
    plural = scene.norms[i - 1].endswith(OBLIQUE)
    return plural and _is_adjective(scene, i - 1) and i - 1 in scene.ending and i not in scene.ending


def _is_school(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether «ب» only tells where somebody belongs («طالب بكلية الحقوق»): nobody demands a body."""
    noun = scene.starting.get(i)
    return cue.text("stance") == "demand" and i == cue.last and noun is not None and noun.mention.kind == "organisation"


def _is_of_role(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a place behind «ب» belongs to a role whose name follows («طالب مدير الصحة بالوزارة سامي …»)."""
    noun, role = scene.starting.get(i), scene.starting.get(cue.last)
    if noun is None or role is None or role.mention.proper is not None or role.last != i:
        return False
    name = scene.starting.get(noun.last)
    return name is not None and name.mention.kind == "person" and name.mention.proper is not None


def _begins(scene: Scene, i: int) -> bool:
    """Say whether a token brings a clause or quotation."""
    return scene.norms[i] == ":" or i in scene.speech_at or scene.hits.has(i, "complementiser")


def _is_said(scene: Scene, cue: Cue, i: int, end: int, speech: Speech) -> bool:
    """Say whether a quotation without a colon is what is said, and not a name.

    A name stands right behind the verb as its subject, with the clause going on behind it, or far from it.
    """
    if speech.inner_last - speech.inner > LONGEST_NAME:
        return True
    after = speech.last
    if after < len(scene.norms) and scene.units.is_word(after) and not scene.is_function(after) and after not in scene.within:
        return False  # «تابع جمهور "مسرح المدينة الكبير" العرض …»
    if i - cue.last > NEAR and not scene.is_break(i - 1):
        return False
    goes_on = after < len(scene.norms) and scene.units.is_word(after) and scene.units.is_word(i - 1)
    if i > cue.last and goes_on and any(_begins(scene, at) for at in range(after, min(end, after + NEAR))):
        return False  # «قال … لبرنامج "صباح المدينة" عبر القناة: …»
    if i != cue.last or speech.last >= len(scene.norms):
        return True
    return not scene.units.is_word(speech.last) or scene.part(speech.last) is not None


def _with_target(scene: Scene, cue: Cue, opening: Opening, bare: int | None) -> Opening:
    """«وصف الوضع بأنه متوتر»: what is spoken of belongs to the content."""
    if not cue.flag("target") or bare is None or cue.suffixed:
        return opening
    return Opening(opening.by, bare, bare, scene.units.starts[bare], opening.node)


def _clause(scene: Scene, i: int, hit: Hit, end: int) -> Opening | None:
    """A complementiser; with a pronoun it belongs to the content, without one it does not."""
    units = scene.units
    node = Node("complementiser", hit.entry.id, hit.start, units.ends[i])
    if hit.suffix or hit.entry.flag("kept"):
        return Opening("that", i, i, units.starts[i], node)
    if hit.last >= end:
        return None
    return Opening("that", i, hit.last, units.starts[hit.last], node, scene.speech_at.get(hit.last))


def _colon(scene: Scene, i: int, end: int) -> Opening | None:
    units = scene.units
    if i + 1 >= end:
        return _next_line(scene, i)
    clause = scene.hits.at(i + 1, "complementiser")
    if clause:
        return _clause(scene, i + 1, clause[0], end)
    speech = scene.speech_at.get(i + 1)
    if speech is not None:
        return _quote(scene, i, i + 1, speech)
    return Opening("colon", i, i + 1, units.starts[i + 1], Node("mark", "mark", units.starts[i], units.ends[i]))


def _next_line(scene: Scene, i: int) -> Opening | None:
    """A colon at the end of its line: what is said is the quotation that opens the next one."""
    speech = scene.speech_at.get(i + 1)
    return None if speech is None else _quote(scene, i, i + 1, speech)


def _quote(scene: Scene, at: int, first: int, speech: Speech) -> Opening:
    units = scene.units
    node = Node("quote", "quote", units.starts[speech.first], units.ends[speech.last - 1])
    inside = [hit for hit in scene.hits.at(speech.inner, "complementiser") if not hit.suffix]
    if inside and inside[0].last < speech.inner_last:  # «قال "إن …"»
        return Opening("quote", at, inside[0].last, units.starts[inside[0].last], node, speech)
    return Opening("quote", at, first, units.starts[first], node, speech)


def _behind(scene: Scene, cue: Cue, frame: str, i: int, end: int) -> Opening | None:
    """What follows a preposition of the frame: a clause, or a noun phrase."""
    clause = scene.hits.at(i, "complementiser")
    if clause and clause[0].prefix == "":
        return _clause(scene, i, clause[0], end)
    if not scene.units.is_word(i) and i not in scene.speech_at:
        return None
    noun = scene.starting.get(i)
    told = scene.hits.at(i + 1 if noun is None else noun.last, "complementiser") if frame == "on" else []
    if told and told[0].prefix == "" and told[0].entry.id.endswith("_with"):
        return _clause(scene, told[0].first, told[0], end)  # «أكد على الحضور بأن …»
    return _nominal(scene, cue, frame, i - 1, i, scene.units.starts[i])


def _nominal(scene: Scene, cue: Cue, frame: str, at: int, first: int, start: int) -> Opening | None:
    if cue.flag("weak") or cue.flag("support"):
        return None
    units = scene.units
    node = Node("frame", frame, units.starts[at], units.ends[first], frame)
    return Opening(frame, at, first, start, node, scene.speech_at.get(first))


def _proclitic(scene: Scene, i: int, frame: str) -> int:
    """Return how many folded letters of a token are the preposition «ب» or «ل» written onto a noun, else 0."""
    norm = scene.norms[i]
    wanted = BA if frame == "with" else LAM
    letter = min(wanted, key=len)
    if len(norm) <= len(letter) + 2 or not norm.startswith(letter):
        return 0
    hits = scene.hits.at(i)
    if any(hit.prefix in BARE and hit.last == i + 1 and hit.form.entry.kind not in _ADVERBIAL for hit in hits):
        return 0
    noun = scene.starting.get(i)
    if frame == "for" and noun is not None:
        return 0
    if any(hit.prefix in wanted or before_article(hit.prefix) in wanted for hit in hits):
        return len(letter)
    return len(letter) if all(hit.form.entry.kind in _ADVERBIAL for hit in hits) else 0


def _is_object(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a token may begin the noun phrase that is the object of a cue."""
    if not scene.units.is_word(i) or scene.is_function(i) or i in scene.time_at:
        return False
    noun = scene.starting.get(i)
    if i == cue.last and noun is not None and not cue.suffixed and not _has_subject_before(cue):
        return noun.mention.proper is None and is_accusative(scene.norms[i])  # «تتهم موقعا بالتضليل»
    if scene.is_surely_verb(i) or _proclitic(scene, i, "with") or scene.norms[i].startswith(TO_THE):
        return False
    if noun is not None and noun.mention.kind == "person" and (i in scene.ending or _names(scene, cue, noun)):
        return False  # an apposition of the name before it, or the name of the role
    if i == cue.last and _is_subject(scene, i):
        return False
    return not is_pronoun(scene, i) and not scene.hits.has(i, "clause_opener", "complementiser", "cue_preposition")


def _names(scene: Scene, cue: Cue, noun: Noun) -> bool:
    """Say whether a name belongs to the role right behind the cue («أكد عضو الهيئة للشبكة محسن أبو رمضان …»)."""
    role = scene.starting.get(cue.last)
    return noun.mention.proper is not None and role is not None and role.mention.proper is None


def _is_subject(scene: Scene, i: int) -> bool:
    """Say whether a definite word behind a verb is its subject, because an indefinite object follows it."""
    if not scene.norms[i].startswith(ARTICLE) or i + 1 >= len(scene.norms) or not scene.units.is_word(i + 1):
        return False
    plain = not is_definite(scene.norms[i + 1]) and not scene.is_function(i + 1) and i + 1 not in scene.time_at
    return plain and not scene.hits.has(i) and not scene.hits.verbs(i + 1)


def is_pronoun(scene: Scene, i: int) -> bool:
    """Say whether a token is a preposition with a pronoun («عنها»)."""
    norm = scene.norms[i] if i < len(scene.norms) else ""
    short = len(norm) <= SHORT_WORD and norm.endswith(PRONOUN_ENDINGS) and not norm.startswith(PRONOUN_ENDINGS)
    return short and scene.hits.has(i, "function_word")  # «هذه» is none


def _has_subject_before(cue: Cue) -> bool:
    """Say whether the noun behind a verb cannot be its subject: it is a dual or plural, whose subject precedes it."""
    return cue.family == "verb" and cue.hit is not None and cue.hit.form.number in {"d", "p"}


def _is_sure_object(scene: Scene, cue: Cue, bare: int | None, found: Opening) -> bool:
    """Say whether an indefinite noun right behind the cue is its object, whatever follows it.

    Behind a participle a subject cannot stand, so even a complementiser belongs to the object («مؤكدا فشل … في أن …»).
    """
    if bare is None or "object" not in cue.frames or scene.norms[bare].startswith(ARTICLE):
        return False
    if found.by == "about" and cue.family == "verb" and _is_about_whom(scene, bare, found.at):
        return False
    return found.by in _NOMINAL or (found.by == "that" and cue.family == "participle" and bare == cue.last)


def _is_about_whom(scene: Scene, bare: int, at: int) -> bool:
    """Say whether an indefinite noun before «عن» is the subject, or belongs to it («أعلنت مبادرة … عن إطلاق …»).

    It is none where «عن» belongs to another noun («أعلنت مسؤوليتها عن …», «… في الدفاع عن …»).
    """
    owned = is_definite(scene.norms[at - 1]) and not scene.norms[at - 1].startswith(ARTICLE)
    return at - bare <= NAMED and not owned and not is_accusative(scene.norms[bare]) and scene.part(at - 2) not in _GOVERN


def _governed(scene: Scene, i: int) -> int:
    """Return the token behind a preposition and the noun that it governs, with a definite adjective of that noun."""
    at = scene.particle_end(i)
    if at >= len(scene.norms) or not scene.units.is_word(at) or scene.is_function(at) or at in scene.speech_at:
        return at
    if scene.hits.has(at, "complementiser"):
        return at
    if at in scene.starting or at in scene.time_at:
        return _step(scene, at)
    if not is_definite(scene.norms[at]):
        after = _step(scene, at)
        return after + 1 if _is_alike(scene, at, after) else after
    at += 1
    while at < len(scene.norms) and _is_adjective(scene, at):
        at += 1
    return at


def _is_alike(scene: Scene, i: int, other: int) -> bool:
    """Say whether a word behind an indefinite feminine noun can be its adjective («في ساعة مبكرة»)."""
    if other != i + 1 or other >= len(scene.norms) or not scene.units.is_word(other):
        return False
    feminine = all(scene.units.text[scene.units.ends[at] - 1] == TA_MARBUTA for at in (i, other))
    return feminine and not scene.is_function(other) and other not in scene.starting and other not in scene.time_at


def _is_adjective(scene: Scene, i: int) -> bool:
    """Say whether a word behind a definite noun can be an adjective of it."""
    return scene.norms[i].startswith(ARTICLE) and not scene.is_function(i) and i not in scene.starting


def _according(scene: Scene, i: int) -> int:
    """Return the token behind «وفقا لوكالة …» inside the clause of a cue, 0 where there is nothing of the kind."""
    hits = scene.hits.at(i, "cue_preposition")
    if not hits:
        return 0
    noun = scene.starting.get(hits[0].last)
    return hits[0].last + 1 if noun is None else max(noun.last, hits[0].last + 1)


def _step(scene: Scene, i: int) -> int:
    """Return the token behind the phrase at a token: a name, a time, a conjunction of several words, else one word."""
    if i in scene.time_at:
        return max(scene.time_at[i], i + 1)
    if i in scene.speech_at:
        return scene.speech_at[i].last
    if aside := _according(scene, i):
        return aside
    quote = scene.short_quote(i, len(scene.norms))
    if quote is not None:
        return scene.units.tokens_of(quote.start, quote.end)[1]
    noun = scene.starting.get(i)
    return scene.particle_end(i) if noun is None else max(noun.last, i + 1)


def _blocks(scene: Scene, i: int) -> bool:
    """Say whether a token ends the search: another cue, a new clause of the writer, a semicolon."""
    if scene.norms[i] in _ENDS:
        return True
    openers = scene.hits.at(i, "clause_opener")  # between commas it only leads over («، من جهة أخرى، أن …»)
    if openers and openers[0].last >= scene.particle_end(i):
        return not openers[0].entry.id.startswith("clause_opener.turn_") and not scene.is_comma(openers[0].last)
    if scene.part(i) is not None or scene.part(i - 1) == "negation" or i in scene.named:
        return False
    led = scene.part(i - 1) in {"contrast", "subordinator"} or scene.hits.has(i - 1, "complementiser")
    marked = led or scene.is_break(i - 1)
    for hit in scene.hits.at(i, "cue"):
        if hit.entry.flag("weak"):
            continue
        if hit.form.pos == "verb" and hit.form.person != 1 and (marked or hit.prefix):
            return True  # right behind a noun it would be a relative clause («مسؤول طلب …»)
        if hit.form.pos == "participle" and hit.form.pattern.endswith(ALEF):
            return True
    return False
