"""Who speaks: the noun phrase behind or before the cue, else whoever agrees with its verb and spoke last."""

from dataclasses import dataclass, replace

from musnad.arabic import ARTICLE, BARE, CONJUNCTIONS, JOINED, LAM, SUFFIX_AGREEMENT, fold_word
from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.arabic.letters import ALEF
from musnad.model import Node, Span, Speaker
from musnad.statements.cues import Cue
from musnad.statements.scene import Noun, Scene

KINDS = frozenset({"person", "office", "organisation", "agency", "group", "place"})
SHORTEST = 2  # letters of a noun with a preposition written onto it; shorter tokens are the preposition itself
LONGEST_ROLE = 14  # tokens between the head of a role and the name behind it
MAKER = 4  # tokens between a document and who made it
BACK = 6  # tokens before a verb within which its subject may end
_NO_SUBJECT = frozenset({"to", "on", "about", "of", "in", "beside", "by", "negation"})
_TO = max(LAM, key=len)
_SKIPPED = frozenset({"adverb", "auxiliary", "there"})


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker with what agreement and later cues ask: gender, number, kind, where the phrase ends."""

    speaker: Speaker
    gender: str | None
    number: str
    kind: str
    last: int
    node: Node


def name_of(noun: Noun) -> str:
    """Return the proper name of a mention, else the fuller of its own words and its entity's."""
    if noun.entity.number != "s" and noun.mention.proper is None and noun.surface > noun.entity.name:
        return noun.surface
    return noun.entity.name


def told_by(noun: Noun, basis: str) -> Told:
    """Return the speaker that a mention is."""
    mention, entity = noun.mention, noun.entity
    speaker = Speaker(name_of(noun), mention.span, entity.id, basis)
    node = Node("speaker", basis, mention.span.start, mention.span.end, speaker.name)
    return Told(speaker, entity.gender, entity.number, entity.kind, noun.last, node)


def behind(scene: Scene, cue: Cue, until: int, *, believe: bool = True) -> Told | None:
    """Return the subject that follows a verb, between it and the token where its content opens.

    Words that no mention knows are taken for the subject only if `believe` says that they cannot be the object.
    """
    i = cue.last
    while i < until:
        noun = scene.starting.get(i)
        if scene.hits.at(i, "medium") and (made := creator(scene, i, until)) is not None:
            return made
        if noun is not None and noun.last <= until and noun.mention.kind in KINDS and _bare(scene, noun):
            return _with_second(scene, noun, until)
        if i in scene.time_at:
            i = max(scene.time_at[i], i + 1)
        elif scene.part(i) in _SKIPPED or scene.is_comma(i):
            particle = scene.particle(i)
            i = particle.last if particle is not None else i + 1
        else:
            break
    if i >= until or scene.part(i) == "honour":
        return None
    quoted = _quoted_name(scene, i, until)
    return quoted or (_unknown(scene, i, until) if believe else None)


def _with_second(scene: Scene, noun: Noun, until: int) -> Told:
    """Return a subject, joined with a second one behind it («الناتو والسلطات العسكرية»)."""
    told = _with_name(scene, noun, until)
    other = scene.starting.get(told.last)
    if other is None or other.last > until or other.mention.kind not in KINDS or not _bare(scene, other, JOINED - {""}):
        return told
    span = Span(noun.mention.span.start, other.mention.span.end)
    name = f"{told.speaker.name} + {name_of(other)}"
    node = Node("speaker", "joined", span.start, span.end, name, (told.node,))
    return Told(Speaker(name, span, None, "subject"), "m", "d", told.kind, other.last, node)


def _with_name(scene: Scene, noun: Noun, until: int) -> Told:
    """Return a subject, with the name that a long role has behind it («قائد الكتيبة 80 المسؤولة عن … العميد …»)."""
    told = told_by(noun, "subject")
    if noun.mention.kind != "person" or noun.mention.proper is not None:
        return told
    for i in range(noun.last, min(until, noun.last + LONGEST_ROLE)):
        other = scene.starting.get(i)
        if other is None or other.mention.kind != "person" or other.mention.proper is None or other.last > until:
            continue
        ends = other.last == until or not scene.units.is_word(other.last) or other.last in scene.time_at
        if ends and _bare(scene, other) and scene.part(i - 1) is None:
            span = Span(noun.mention.span.start, other.mention.span.end)
            named = told_by(other, "subject")
            return replace(named, speaker=replace(named.speaker, span=span))
    return told


def creator(scene: Scene, i: int, until: int) -> Told | None:
    """Return who made the document at a token («بيان وزارة …», «بيان صادر عن …», «بيان ل…»), or None.

    A definite one («البيان») is returned as it stands: its maker was named before.
    """
    papers = [hit for hit in scene.hits.at(i, "medium") if hit.entry.flag("document")]
    if not papers:
        return None
    if papers[0].definite:
        return _phrase(scene, scene.units.span(i, papers[0].last), papers[0].last)
    for at in range(papers[0].last, min(until, papers[0].last + MAKER)):
        noun = scene.starting.get(at)
        if noun is not None and noun.mention.kind in KINDS - {"place"}:
            return told_by(noun, "creator")
        if scene.part(at) not in {None, "about", "of"}:
            return None
    return None


def _bare(scene: Scene, noun: Noun, allowed: frozenset[str] = frozenset({""})) -> bool:
    """Say whether nothing but one of the allowed proclitics is written before a mention."""
    at = noun.first
    low, high = scene.units.starts[at], noun.mention.span.start
    return fold_word(scene.units.text[low:high]) in allowed


def _quoted_name(scene: Scene, i: int, until: int) -> Told | None:
    """Return the name in short quotation marks at a token («أعلنت "المقاومة" …»)."""
    quote = scene.short_quote(i, until)
    if quote is None:
        return None
    first, last = scene.units.tokens_of(quote.inner_start, quote.inner_end)
    return _phrase(scene, scene.units.span(first, last), last + 1) if first < last else None


def _unknown(scene: Scene, i: int, until: int) -> Told | None:
    """Return a noun phrase that no mention knows, as it stands, up to the next mark, preposition or time."""
    last = i
    while last < until and scene.units.is_word(last) and last not in scene.time_at:
        if scene.part(last) is not None or scene.hits.at(last, "clause_opener", "press"):
            break
        if last > i and scene.hits.at(last, "medium"):
            break
        if last > i and (scene.norms[last].startswith(_TO) or _is_state(scene, last)):
            break
        if last > i and last in scene.starting and scene.norms[i].startswith(ARTICLE):
            break  # a definite noun takes no second one in idafa: another phrase begins
        last += 1
    if last == i or not _is_subject(scene, i):
        return None
    last = _with_quoted(scene, last, until)
    return _phrase(scene, scene.units.span(i, last), last)


def _is_state(scene: Scene, i: int) -> bool:
    """Say whether a word is an indefinite accusative behind a noun, which says how and no longer who."""
    norm = scene.norms[i]
    return norm.endswith(ALEF) and len(norm) > SHORTEST + 1 and not scene.hits.at(i, "given_name", "family_name")


def _is_subject(scene: Scene, i: int) -> bool:
    """Say whether an unknown word can be the head of a subject: no verb, no object, nothing written before it."""
    norm = scene.norms[i]
    hits = scene.hits.at(i)
    if scene.hits.at(i, "function_word", "complementiser"):
        return False
    if any(hit.form.pos == "verb" or hit.suffix for hit in hits):
        return False
    if any(hit.prefix not in BARE and hit.last == i + 1 for hit in hits):
        return False
    known = any(hit.prefix in BARE for hit in hits)
    accusative = norm.endswith(ALEF) and not norm.startswith(ARTICLE)
    return known or not (accusative or norm.startswith(WRITTEN_PREPOSITIONS) or len(norm) <= 3)  # noqa: PLR2004 - pronouns and particles


def _phrase(scene: Scene, span: Span, after: int) -> Told:
    name = " ".join(span.of(scene.units.text).split())
    node = Node("speaker", "phrase", span.start, span.end, name)
    return Told(Speaker(name, span, None, "phrase"), None, "s", "phrase", after, node)


def before(scene: Scene, cue: Cue) -> Told | None:
    """Return the subject that precedes a verb: a mention that ends right before it, adverbs and auxiliaries aside."""
    first, _ = scene.region(cue.first)
    i = cue.first
    if i == first and i in scene.within:
        i = scene.within[i].first  # the subject stands before the quotation that the verb opens
        first = scene.units.sentence(i).first
    if cue.hit is not None and cue.hit.prefix:  # a joined verb begins its clause, except behind a topic («أما … ف»)
        topic = scene.starting.get(first + 1) if scene.part(first) == "as_for" else None
        return None if topic is None else told_by(topic, "subject_before")
    low = max(first, i - BACK)
    while i > low:
        noun = scene.ending.get(i)
        if noun is not None and noun.first >= first and noun.mention.kind in KINDS:
            prepared = noun.first > first and scene.part(noun.first - 1) in _NO_SUBJECT
            return told_by(noun, "subject_before") if _bare(scene, noun, CONJUNCTIONS) and not prepared else None
        time = scene.time_before.get(i)
        named = _quoted_end(scene, i)
        if named is not None:
            return named
        if time is not None:
            i = time
        elif scene.part(i - 1) in _SKIPPED | {"relative"} or scene.is_comma(i - 1):
            i -= 1
        else:
            return _lone(scene, i - 1, first)
    return None


def _lone(scene: Scene, i: int, first: int) -> Told | None:
    """Return a noun phrase that no mention knows, from the start of its clause to the verb, or None.

    It is one definite noun («لكن الحركة نفت»), or stands between two auxiliaries («وكان متهم سادس قد اعترف»).
    """
    norm = scene.norms[i]
    if scene.part(i + 1) == "auxiliary":
        for at in range(i - 1, max(first, i - BACK) - 1, -1):
            if scene.part(at) == "auxiliary" and _is_subject(scene, at + 1):
                return _phrase(scene, scene.units.span(at + 1, i + 1), i + 1)
    opens = (
        i == first or scene.part(i - 1) in {"contrast", "subordinator"} or bool(scene.hits.at(i - 1, "complementiser"))
    )
    if not opens or not norm.startswith(ARTICLE) or not _is_subject(scene, i):
        return None
    return _phrase(scene, scene.units.span(i, i + 1), i + 1)


def _quoted_end(scene: Scene, i: int) -> Told | None:
    """Return a noun with a short quoted name that ends right before a token («موقع "الخبر" قد نقل»), or None."""
    opening = scene.closing.get(scene.units.starts[i - 1]) if i else None
    first = scene.units.token_at(opening) if opening is not None else 0
    if (
        first < 1
        or first in scene.speech_at
        or scene.short_quote(first, i) is None
        or not _is_subject(scene, first - 1)
    ):
        return None
    return _phrase(scene, scene.units.span(first - 1, i), i)


def agrees(cue: Cue, told: Told) -> bool:
    """Say whether a speaker can be the dropped subject of a verb or participle, by gender and number."""
    if cue.hit is None:
        return True
    form = cue.hit.form
    if form.pos == "masdar":
        return _fits_suffix(cue.hit.suffix, told)
    plural = told.number == "p"
    if form.number == "d":
        return told.number == "d"
    if form.number == "p":
        return plural or told.kind in {"organisation", "group", "agency", "office"} or told.gender is None
    if plural:
        return form.gender == "f" or told.kind == "group"
    return told.gender is None or not form.gender or told.gender == form.gender


def _fits_suffix(suffix: str, told: Told) -> bool:
    gender, number = SUFFIX_AGREEMENT.get(suffix, ("", ""))
    if number == "p":
        return told.number == "p" or told.gender is None
    if gender == "f":
        return told.gender != "m" or told.number == "p"
    return gender != "m" or (told.gender != "f" and told.number != "p")


def after_preposition(scene: Scene, i: int, until: int) -> Told | None:
    """Return the noun phrase behind a preposition, over «ما» and a verb of saying («وفقا لما ذكره المتحدث»)."""
    at = i
    while at < min(until, i + 3):
        made = creator(scene, at, until)
        if made is not None:
            return made
        noun = scene.starting.get(at)
        if noun is not None and noun.mention.kind in KINDS:
            return told_by(noun, "preposition")
        saying = any(hit.form.pos == "verb" for hit in scene.hits.at(at, "cue"))
        if not saying and not any(hit.form.pos == "verb" for hit in scene.hits.at(at + 1, "cue")):
            break
        at += 1
    if at >= until:
        return None
    return _quoted_name(scene, at, until) or _governed(scene, at, until)


def _governed(scene: Scene, i: int, until: int) -> Told | None:
    """Return an unknown noun phrase behind a preposition, which may be written onto it."""
    last = i
    while last < until and scene.units.is_word(last) and last not in scene.time_at:
        if last > i and (scene.part(last) is not None or scene.hits.at(last, "clause_opener", "complementiser")):
            break
        last += 1
    if last == i:
        return None
    last = _with_quoted(scene, last, until)
    norm = scene.norms[i]
    written = (
        len(norm) > SHORTEST
        and norm.startswith(WRITTEN_PREPOSITIONS)
        and not any(h.prefix in BARE for h in scene.hits.at(i))
    )
    start = scene.offset(i, 1) if written else scene.units.starts[i]
    told = _phrase(scene, Span(start, scene.units.ends[last - 1]), last)
    if not norm.startswith(_TO):
        return told
    # «للسلطات» is the preposition and a definite noun whose alef it swallowed.
    return replace(told, speaker=replace(told.speaker, name=ARTICLE + told.speaker.name[1:]))


def _with_quoted(scene: Scene, i: int, until: int) -> int:
    """Return the token behind a short quotation at a token, which names the noun before it («موقع "الخبر"»)."""
    quote = scene.short_quote(i, until)
    return i if quote is None else scene.units.tokens_of(quote.start, quote.end)[1]
