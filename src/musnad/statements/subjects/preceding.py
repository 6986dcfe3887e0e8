"""The subject before a verb: a mention, a name or a phrase with which its clause begins."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, BARE, CONJUNCTIONS, SO
from musnad.arabic.letters import ALEF, HA, TA
from musnad.model import Node, Span, Speaker
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_accusative, is_definite
from musnad.statements.scene import Noun, Scene
from musnad.statements.subjects.companions import around
from musnad.statements.subjects.counted import share_before
from musnad.statements.subjects.descriptions import with_description
from musnad.statements.subjects.fronted import (
    called_before,
    lone,
    press_before,
    quoted_end,
    set_off,
    some_before,
    told_apart,
)
from musnad.statements.subjects.issuers import tells_which
from musnad.statements.subjects.phrases import BACK, GOVERNING, phrase, unknown
from musnad.statements.subjects.relatives import RELATED, extended
from musnad.statements.subjects.scripture import is_aside, wish_before
from musnad.statements.subjects.tails import with_all
from musnad.statements.told import KINDS, Told, agrees, name_of, told_by

STATE = 5  # tokens between a verb and a participle behind its subject
LONGEST_TOPIC = 24  # tokens between «as for» and the verb behind its topic
LONGEST_OPENING = 16  # tokens from the head of a clause to its verb
_OPENING = frozenset({"person", "group", "organisation", "office"})
LONGEST_BRACKET = 12  # tokens between the brackets behind a subject
_BARE_FRAMES = frozenset({"that", "quote"})  # of a verb that takes no object
_NO_SUBJECT = GOVERNING | {"negation"}
SKIPPED = frozenset({"adverb", "auxiliary", "there", "within", "manner", "this"})


def before(scene: Scene, cue: Cue) -> Told | None:
    """Return the subject that precedes a verb, with the rest of his description («الخبير في شؤون المناخ | أكد»)."""
    return _opened(scene, cue) or _before(scene, cue)


def _opened(scene: Scene, cue: Cue) -> Told | None:
    """Return whom a clause opens with and whose description fills it up to the verb, or None."""
    first, hit = scene.region(cue.first)[0], cue.hit
    if hit is None or hit.prefix or hit.form.number != "s" or scene.part(cue.first - 1) == "relative":
        return None
    until = cue.first - (scene.part(cue.first - 1) in {"auxiliary", "adverb"})
    low = max(first, until - LONGEST_OPENING)
    that = next((i for i in range(until - 1, low, -1) if scene.is_that(i)), None)
    at = first + (scene.part(first) == "auxiliary") if that is None else that + 1
    noun = scene.starting.get(at) if at >= low else None
    if noun is None or noun.last >= until or noun.mention.kind not in _OPENING or not scene.is_bare(noun):
        return None
    if any(scene.is_comma(i) for i in range(noun.last, until)):
        return None
    told = with_all(scene, cue, with_description(scene, told_by(noun, "subject_before"), until), until)
    return told if told.last == until and agrees(cue, told) else None


def _before(scene: Scene, cue: Cue) -> Told | None:
    """Return a mention that ends right before a verb, adverbs and auxiliaries aside, or a phrase that does."""
    first, _ = scene.region(cue.first)
    ways = (as_for, set_off, told_apart, some_before, share_before)
    opening = next((told for way in ways if (told := way(scene, cue, first)) is not None), None)
    if opening is not None:
        return opening
    i = cue.first
    if i == first and i in scene.within:
        i = scene.within[i].first  # the subject stands before the quotation that the verb opens
        first = scene.units.sentence(i).first
    if cue.hit is not None and cue.hit.prefix:  # a joined verb begins its clause
        return None
    i = _before_wish(scene, _before_bracket(scene, i, first))
    low = max(first, i - BACK)
    while i > low:
        noun = scene.ending.get(i)
        if noun is not None and noun.first >= first and noun.mention.kind in KINDS:
            return _named_before(scene, cue, noun, first)
        if _is_where(scene, i - 1):
            i -= 1
            continue
        time = scene.time_before.get(i)
        named = quoted_end(scene, i)
        if named is not None:
            return None if _is_of_many(scene, cue) else named
        if time is not None:
            i = time
        elif scene.is_covered(i - 1) or _begins(scene, i - 1):
            return None  # «في الوقت الذي …», «…، وقد حذر الفريق من …»
        elif scene.part(i - 1) in SKIPPED | {"relative"} or scene.is_comma(i - 1):
            i -= 1
        elif scene.part(cue.first - 1) == "relative" and (whom := extended(scene, i, low)) is not None:
            return whom
        else:
            return _headed(scene, cue, i - 2, first) or press_before(scene, i, low) or _lone(scene, cue, i - 1, first)
    return None


def _begins(scene: Scene, i: int) -> bool:
    """Say whether a clause begins at an auxiliary with «و» that stands right before a verb («وقد»)."""
    return scene.part(i) == "auxiliary" and scene.norms[i].startswith(AND)


def _before_bracket(scene: Scene, i: int, first: int) -> int:
    """Return the bracket that closes before a verb («وحداد (ت 1401هـ) الذي | يروي …»), else the verb itself."""
    led = scene.part(i - 1) in {"relative", "auxiliary"} and not scene.norms[i - 1].startswith(AND)
    last = i - 1 - led
    if last <= first or scene.norms[last] != ")":
        return i
    return next((at for at in range(last - 1, max(first, last - LONGEST_BRACKET) - 1, -1) if scene.norms[at] == "("), i)


def _before_wish(scene: Scene, i: int) -> int:
    """Return the token at which a wish for somebody begins that ends before a verb, else that of the verb itself.

    «وإن الرسول - صلى الله عليه وسلم - | قال …»: marks around it aside.
    """
    wish = wish_before(scene, i)
    if wish is None or wish.first == 0:
        return i
    return wish.first - is_aside(scene, wish.first - 1)


def as_for(scene: Scene, cue: Cue, first: int) -> Told | None:
    """Return the topic that «ف» on a verb or «قد» takes up («أما اتحاد الطلبة، فقد دعا إلى …»), or None."""
    led = scene.part(cue.first - 1) == "auxiliary" and scene.norms[cue.first - 1].startswith(SO)
    joined = cue.hit is not None and bool(cue.hit.prefix)
    if not (led or joined):
        return None
    so = led or (cue.hit is not None and cue.hit.prefix == SO)
    low = max(first, cue.first - (BACK if so and not led else LONGEST_TOPIC))
    at = next((at for at in (*range(cue.first - 1, low, -1), first) if scene.part(at) == "as_for"), None)
    if at is None:
        return None
    noun = scene.starting.get(at + 1)
    if noun is not None:
        return with_description(scene, told_by(noun, "subject_before"), cue.first - led)
    if not so or cue.last in scene.starting or scene.hits.has(at + 1, "thing"):
        return None  # «أما الأسعار فأكد الوزير أنها …»
    named = scene.starting.get(at + 2)
    if named is not None and named.last <= cue.first and _is_called(scene, at + 1, named):
        told = told_by(named, "subject_before")
        span = Span(scene.units.starts[at + 1], named.mention.span.end)
        return replace(told, speaker=replace(told.speaker, span=span))
    end = next((i for i in range(at + 1, cue.first) if scene.is_comma(i)), cue.first - led)
    return unknown(scene, at + 1, end, sure=True)


def _is_called(scene: Scene, i: int, noun: Noun) -> bool:
    """Say whether a definite word that no list has is what somebody is whose name follows («أما الزائر سامي حداد»)."""
    named = noun.mention.kind == "person" and noun.mention.proper is not None
    return named and scene.norms[i].startswith(ARTICLE) and scene.is_plain(i) and scene.is_bare(noun)


def of_state(scene: Scene, cue: Cue) -> Told | None:
    """Return the unknown subject before a participle, behind a verb without object («ومضى التاجر قائلا …»), or None.

    A present verb may stand for the participle («وكتبت الضفاف اليومي تقول: …»).
    """
    first, _ = scene.region(cue.first)
    verb = next((i for i in range(cue.first - 2, max(first - 1, cue.first - STATE), -1) if scene.hits.verbs(i)), None)
    if verb is None or not (verb == first or scene.norms[verb].startswith(AND) or not scene.units.is_word(verb - 1)):
        return None
    i = verb + 1
    if i in scene.starting or scene.has_pronoun(i) or is_accusative(scene.norms[i]):
        return None  # «وتابع حديثه قائلا …»
    if cue.family == "verb" and not scene.norms[i].startswith(ARTICLE):
        return None  # «وردته اتصالات تسأل عن …»
    if not any(_BARE_FRAMES.issuperset(hit.entry.texts("frames")) for hit in scene.hits.at(verb, "cue")):
        return None
    told = unknown(scene, i, cue.first, sure=True)
    return told if told is not None and told.last == cue.first and agrees(cue, told) else None


def _lone(scene: Scene, cue: Cue, i: int, first: int) -> Told | None:
    """Return the unknown noun phrase before a verb, of the gender that the verb shows."""
    told = lone(scene, i, first, past=_is_past(cue))
    single = cue.hit is not None and cue.hit.form.number == "s"
    if told is None or told.kind != "phrase" or cue.hit is None or not single:
        return told
    return replace(told, gender=told.gender or cue.hit.form.gender or None)


def _named_before(scene: Scene, cue: Cue, noun: Noun, first: int) -> Told | None:
    """Return whom a mention before a verb shows to be its subject, or None where it is governed by something else."""
    if (paper := _paper(scene, noun, first)) is not None:
        return paper
    if (office := _office(scene, noun, first)) is not None:
        return office
    own = scene.part(cue.first - 1) == "relative"  # «… التي أجرتها المنظمة التي أكدت …»
    if not own and (relative := noun.first - 2) > first and _is_supported(scene, relative):
        return _topic(scene, relative, first)
    own = cue.hit is not None and cue.hit.form.number == noun.entity.number == "p"  # «مؤتمر عقده جنود زعموا …»
    related = None if own else _related(scene, noun.first - 1, first)
    if (meant := related or _people(scene, cue, noun, first) or called_before(scene, noun, first)) is not None:
        return meant
    if _is_of_many(scene, cue) and noun.entity.number != "p" and (many := _many(scene, noun, first)) is not None:
        return many
    led = scene.part_before(noun.first) in _NO_SUBJECT  # «وإلى جانب حداد، أكد …»
    prepared = noun.first > first and (led or _is_deed(scene, noun.first - 1))
    if noun.first > first and (near := around(scene, noun.first - 1, cue.first)) is not None:
        return near  # «أن أهل عدن يثمنون …»
    prepared = prepared or _is_owned_by(scene, noun, first)
    if not scene.is_bare(noun, CONJUNCTIONS):
        return _described(scene, noun)
    prepared = prepared or _is_of_governed(scene, noun, first)
    return _headed(scene, cue, noun.first - 1, first) if prepared else _both(scene, cue, noun)


def _is_of_governed(scene: Scene, noun: Noun, first: int) -> bool:
    """Say whether a place is joined to places that a preposition governs («رئيسها في أوروبا وإفريقيا | قال»)."""
    if noun.mention.kind != "place" or scene.is_bare(noun):
        return False
    other = scene.ending.get(noun.first)
    while other is not None and other.mention.kind == "place" and other.first > first:
        if scene.part(other.first - 1) in GOVERNING:
            return True
        other = None if scene.is_bare(other) else scene.ending.get(other.first)
    return False


def _headed(scene: Scene, cue: Cue, by: int, first: int) -> Told | None:
    """Return the head right behind «أن» of which a preposition at a token tells more, or None.

    «أن الطبيب في العيادة أكد …», «أن التحقيقات مع المتهم كشفت …»: people, or feminine things with all their words.
    """
    governs = scene.part(by) in GOVERNING and not cue.flag("weak")
    nearest = range(by, max(first, by - BACK), -1) if governs else ()
    at = next((i for i in nearest if scene.is_that(i - 1)), None)
    if at is None or cue.hit is None or cue.hit.form.number != "s" or any(map(scene.hits.verbs, range(at, by))):
        return None
    head = scene.starting.get(at)
    if head is not None:
        told = told_by(head, "subject_before")
        known = head.mention.kind in KINDS and scene.is_bare(head) and head.last <= by and agrees(cue, told)
        if not known:
            return None
        if head.mention.kind != "person" or head.entity.name in head.surface:
            return with_description(scene, told, cue.first)
        apart = phrase(scene, scene.units.span(at, cue.first), cue.first)  # somebody else of that calling
        return replace(apart, kind="person", gender=told.gender)
    words = range(at, cue.first)
    plain = all(scene.units.is_word(i) and scene.part(i) in {None, *GOVERNING} for i in words)
    feminine = scene.norms[at].endswith((HA, ALEF + TA)) and cue.hit.form.gender == "f"
    if not (plain and feminine and scene.norms[at].startswith(ARTICLE)):
        return None
    return phrase(scene, scene.units.span(at, cue.first), cue.first)


def _described(scene: Scene, noun: Noun) -> Told | None:
    """Return whom a place or body with a preposition describes («وكان مسؤول بمكتب الوزير قد ذكر …»), or None."""
    who = scene.ending.get(noun.first)
    if who is None or who.mention.kind not in KINDS or not scene.is_bare(who, CONJUNCTIONS):
        return None
    told = with_description(scene, told_by(who, "subject_before"), noun.last)
    return told if told.last == noun.last else None


def _both(scene: Scene, cue: Cue, noun: Noun) -> Told:
    """Return a subject before its verb, and who is joined to it where that is plural («أن حداد والسفير أكدا …»)."""
    told, other = told_by(noun, "subject_before"), scene.ending.get(noun.first)
    number = "" if cue.hit is None else cue.hit.form.number
    many = number in {"d", "p"} and noun.entity.number == "s"
    both = number == noun.entity.number == "p" and scene.part(cue.first - 1) != "relative"
    if not (many or both) or other is None or scene.is_bare(noun) or other.mention.kind not in KINDS:
        return told
    span = Span(other.mention.span.start, noun.mention.span.end)
    name = f"{name_of(other)} + {told.speaker.name}"
    node = Node("speaker", "joined", span.start, span.end, name, (told.node,))
    return Told(Speaker(name, span, None, "subject_before"), "m", "d", told.kind, noun.last, node)


def _office(scene: Scene, noun: Noun, first: int) -> Told | None:
    """Return the office of somebody named behind a comma («أن مكتب حاكم الولاية، سامي حداد، قال إن …»), or None."""
    comma = noun.first - 1
    if noun.mention.kind != "person" or not scene.is_comma(comma):
        return None
    for at in range(comma - 1, max(first, comma - BACK) - 1, -1):
        if not scene.is_plain(at):
            return None
        office = scene.starting.get(at)
        if office is not None and office.mention.kind == "office":
            opens = at == first or scene.is_that(at - 1)
            held = scene.hits.has(at + 1, "role")
            return phrase(scene, scene.units.span(at, comma), comma) if opens and held else None
    return None


def _is_supported(scene: Scene, i: int) -> bool:
    """Say whether a relative clause tells of whoever stands before it («الذي يدعمه | حداد», «الذي عالج | الأطفال»)."""
    if scene.part(i) != "relative" or scene.hits.has(i - 1, "medium"):
        return False  # «التقارير التي نشرتها الصحف تحدثت عن …»
    return scene.has_pronoun(i + 1) or is_definite(scene.norms[i + 1]) or scene.is_surely_verb(i + 1)


def _topic(scene: Scene, until: int, first: int) -> Told | None:
    """Return who opens a clause before a relative one with its own subject («أن فلانا الذي يدعمه حداد قال …»)."""
    at = next((i for i in range(until, first, -1) if scene.is_that(i - 1) or scene.contrasts(i)), first)
    noun = scene.starting.get(at)
    if noun is not None:
        return told_by(noun, "subject_before") if noun.mention.kind in KINDS and scene.is_bare(noun) else None
    return None if scene.hits.verbs(at) or scene.is_function(at) else unknown(scene, at, until, sure=True)


def _paper(scene: Scene, noun: Noun, first: int) -> Told | None:
    """Return the paper of which a mention is only the adjectives («دراسة أكاديمية حديثة تشير إلى …»), or None."""
    at = noun.first - 1
    papers = [] if at < first else [hit for hit in scene.hits.at(at, "medium") if hit.entry.flag("document")]
    if not papers or papers[0].definite or papers[0].suffix or not scene.is_bare(noun):
        return None
    return phrase(scene, scene.units.span(at, noun.last), noun.last) if tells_which(scene, at, noun) else None


def _is_past(cue: Cue) -> bool:
    """Say whether a verb tells what was said: past, and nothing that a thing can do («أثبتت المفاوضات أن …»)."""
    return cue.hit is not None and cue.hit.form.tense == "past" and not cue.flag("finding")


def _related(scene: Scene, i: int, first: int) -> Told | None:
    """Return what a relative verb before a noun speaks of, the real subject («دراسة نشرتها الصحيفة أشارت إلى …»)."""
    if i - 1 < first or not any(hit.suffix for hit in scene.hits.verbs(i)) or scene.is_function(i - 1):
        return None
    known = scene.ending.get(i)
    if known is not None:
        return told_by(known, "subject_before")
    return phrase(scene, scene.units.span(i - 1, i), i) if scene.units.is_word(i - 1) else None


def _is_deed(scene: Scene, i: int) -> bool:
    """Say whether a word before a noun is what that did («إن زيارة الوفد تؤكد …», «وفد برئاسة الوزير يؤكد …»)."""
    nouns = [hit for hit in scene.hits.at(i, "trigger", "cue") if hit.form.pos not in {"verb", "participle"}]
    nouns += [hit for hit in scene.hits.at(i, "body") if hit.entry.flag("verbal")]
    return any(hit.last == i + 1 and not hit.definite and not hit.suffix for hit in nouns)


def _is_owned_by(scene: Scene, noun: Noun, first: int) -> bool:
    """Say whether a place only tells whose a plain noun before it is («محاولة تفجير طائرة ديترويت»)."""
    at = noun.first - 1
    if noun.mention.kind != "place" or at <= first or not scene.units.is_word(at) or scene.is_function(at):
        return False
    if scene.hits.has(at, "complementiser", "function_word", "clause_opener") or scene.hits.has_phrase(at - 1):
        return False  # «لا تزال كوريا الشمالية تهدد …»
    plain = not is_definite(scene.norms[at]) and at not in scene.ending and not scene.hits.verbs(at)
    return plain and not is_definite(scene.norms[at - 1]) and scene.units.is_word(at - 1)


def _is_of_many(scene: Scene, cue: Cue) -> bool:
    """Say whether a verb tells of people behind their relative pronoun («الذين أعربوا عن …»)."""
    return cue.hit is not None and cue.hit.form.number == "p" and scene.part(cue.first - 1) == "relative"


def _many(scene: Scene, noun: Noun, first: int) -> Told | None:
    """Return the nearest people before a body («نواب الكتلة، القريبة من الحزب، الذين أعربوا عن …»), or None."""
    for at in range(noun.first, max(first, noun.first - RELATED), -1):
        other = scene.ending.get(at)
        if other is not None and other.mention.kind in {"person", "group"} and other.entity.number == "p":
            return told_by(other, "subject_before")
    return None


def _people(scene: Scene, cue: Cue, noun: Noun, first: int) -> Told | None:
    """Return the people of a body that a plural verb speaks of («رواد مواقع التواصل الذين عبروا عن …»)."""
    at = noun.first - 1
    if not _is_of_many(scene, cue) or noun.entity.number == "p" or at < first or scene.part(at - 1) in GOVERNING:
        return None
    if not scene.units.is_word(at) or scene.is_function(at):
        return None
    return None if is_definite(scene.norms[at]) else phrase(scene, scene.units.span(at, noun.last), noun.last)


def _is_where(scene: Scene, i: int) -> bool:
    """Say whether a word only says where the noun before it is («أن مركز الأمن بالمدينة قد تعهد»)."""
    noun = scene.starting.get(i)
    known = noun is not None and noun.mention.kind == "place" and noun.last == i + 1
    written = scene.norms[i].startswith(min(BA, key=len)) and not scene.hits.verbs(i)
    return i in scene.ending and written and (known or not any(hit.prefix in BARE for hit in scene.hits.at(i)))
