"""Who of those that could be meant makes a statement without a subject, by agreement."""

from collections.abc import Iterator
from dataclasses import replace

from musnad.arabic import AND, ARTICLE, NUNATED, PRONOUN_ENDINGS, SO, SUFFIX_AGREEMENT
from musnad.model import Node, Speaker
from musnad.statements.carried.governors import subject_between
from musnad.statements.cues.find import Cue
from musnad.statements.draft import Draft
from musnad.statements.scene import Scene
from musnad.statements.subjects.phrases import BY_THE
from musnad.statements.subjects.relatives import is_meant, means_another
from musnad.statements.told import Told, agrees, is_loose

JOINED = " + "
ISSUERS = frozenset({"office", "organisation"})
_ALOUD = frozenset({"colon", "quote", "verbatim"})
_DOT = "."
_TURN = 40  # tokens of what somebody says before he is answered
_SILENCE = 2  # sentences after somebody's last words, behind which he does not go on
_LONGER = 4  # such sentences before a verb with «و» that begins its sentence and must have a speaker
_LONGEST = 6  # such sentences before a verb of going on
_HEADING = 6  # tokens of a paragraph without a verb that heads what follows
_HEAD = 1  # tokens before a verb with which a sentence begins («وقد قال», «كما دعا»)
_LEADING = frozenset({"contrast", "there"})  # «…، لكنه يقول إن …», «وهو يقول إن …»


def choose(scene: Scene, draft: Draft, before: Draft | None, candidates: list[Told]) -> Told | None:
    """Return the first candidate that agrees with a cue, or whom newspapers mean although he does not."""
    if means_another(scene, draft.cue):  # «شكر الجنود الذين أشاد بهم»
        candidates = [told for told in candidates if not is_meant(scene, draft.cue, told)]
    chosen = next((told for told in candidates if agrees(draft.cue, told) and _fits(scene, draft.cue, told)), None)
    if chosen is None:
        slip = draft.family == "participle" and not (candidates and _is_man(candidates[0], draft.cue))
        slip = slip or (draft.is_sure and _is_body_of(scene, before, draft))
        nearest = bool(candidates) and (slip or _goes_on_for(scene, draft, candidates[0]))
        return carried(candidates[0], "nearest", None) if nearest else None
    if (body := _slipped(scene, before, draft, chosen)) is not None:
        return carried(body, "nearest", None)
    told = carried(chosen, "carried", None)
    others = tuple(_others(draft.cue, candidates, chosen))
    return replace(told, node=told.node._replace(children=(*told.node.children, *others)))


def _fits(scene: Scene, cue: Cue, told: Told) -> bool:
    """Say whether a verb in the singular can go on with many: a feminine one with sources or bodies, not people."""
    form = None if cue.hit is None or cue.flag("relays") else cue.hit.form
    if form is None or form.pos != "verb" or form.number != "s" or told.number == "s":
        return True
    if JOINED in told.speaker.name:
        return True  # a title and a name may be joined, and be one man
    at = scene.units.token_at(told.node.start)
    people = told.kind == "person" and not scene.hits.has(at, "source_noun")
    return form.gender != "m" and not people and not scene.norms[at].endswith(NUNATED)


def _is_man(told: Told, cue: Cue) -> bool:
    """Say whether one man cannot be meant by a feminine or plural participle («مؤكدة», «مؤكدين»), not by a slip."""
    form = None if cue.hit is None else cue.hit.form
    other = form is not None and (form.gender == "f" or form.number in {"d", "p"})
    return other and (told.kind, told.number, told.gender) == ("person", "s", "m")


def _slipped(scene: Scene, before: Draft | None, draft: Draft, chosen: Told) -> Told | None:
    """Return the body that spoke last in a sentence, where a participle agrees only with somebody outside that."""
    if before is None or before.told is None or scene.part(before.cue.first - 1) in {"what", "relative"}:
        return None
    if draft.family != "participle" or not same_sentence(scene, before, draft):
        return None
    first = scene.units.starts[scene.units.sentence(draft.cue.first).first]
    outside = chosen.node.start < first
    return before.told if outside and is_loose(before.told) and draft.parent is None else None


def _goes_on_for(scene: Scene, draft: Draft, told: Told) -> bool:
    """Say whether a sure verb can only be a body's, whose man speaks («أعلنت الوزارة … . وأفاد أن …»)."""
    hit = draft.cue.hit
    joined = draft.family == "verb" and hit is not None and hit.prefix == AND and hit.form.tense == "past"
    at = draft.cue.last
    free = scene.is_function(at) or not scene.norms[at].startswith(ARTICLE)  # «وصف المركزي الاقتصاد بأنه …»
    body = is_loose(told) and told.kind in ISSUERS
    return joined and free and draft.parent is None and draft.is_sure and body


def _is_body_of(scene: Scene, before: Draft | None, draft: Draft) -> bool:
    """Say whether a body spoke last in the sentence, whose parts agree as they like («أعلنت قيادة الجيش …، وقال …»)."""
    if before is None or before.told is None or not same_sentence(scene, before, draft):
        return False
    return is_loose(before.told)


def _others(cue: Cue, candidates: list[Told], chosen: Told) -> Iterator[Node]:
    """Yield as evidence who was not chosen, the nearest one before and behind the choice, with the reason."""
    at = candidates.index(chosen)
    for told in (_other(candidates[:at], chosen), _other(candidates[at:], chosen)):
        if told is not None:
            reason = "further" if agrees(cue, told) else "disagrees"
            yield Node("not_chosen", reason, told.node.start, told.node.end, told.speaker.name)


def _other(candidates: list[Told], chosen: Told) -> Told | None:
    return next((told for told in candidates if told.speaker.name != chosen.speaker.name), None)


def is_reply(scene: Scene, draft: Draft, last: Draft | None) -> bool:
    """Say whether a verb with «ف» brings the answer to what somebody else just said («قال له: من أين؟ فقال: …»).

    Nobody has done anything in between («قال له: زدنا! فتلا آيتين، فقال له: …» goes on).
    """
    hit = draft.cue.hit
    said = draft.family == "verb" and hit is not None and hit.prefix == SO and draft.cue.flag("utters")
    if not said or last is None or last.told is None or last.parent is not draft.parent:
        return False
    aloud = all(d.opening is not None and d.opening.by in _ALOUD for d in (last, draft))
    between = range(last.first, draft.cue.first)
    done = any(scene.norms[i] == _DOT or any(v.prefix == SO for v in scene.hits.verbs(i)) for i in between)
    near = 0 < len(between) <= _TURN and scene.units.sentence(last.first).paragraph == _paragraph(scene, draft)
    return aloud and near and not done


def is_silent_since(scene: Scene, earlier: Draft, draft: Draft) -> bool:
    """Say whether whoever spoke earlier has been silent too long to be meant by a verb without a subject.

    Sentences behind his last words, none of which tells of him, he does not go on; amid a sentence that tells of
    something else he does so only where the one before it names him («في تلك الليلة دخل الضيوف وقالوا إن …»).
    """
    at, told = draft.cue.first, earlier.told
    if draft.family != "verb" or draft.parent is not None or at in scene.within or draft.first < at or told is None:
        return False
    number, silence = scene.units.sentence_of[at], _silence(scene, earlier, at)
    if silence < 1 or _has_topic(scene, at):
        return False
    if silence > _SILENCE:
        return not _is_told_of(scene, told, number, _SILENCE)
    goes_on = draft.cue.hit is not None and draft.cue.hit.prefix == SO  # «يوضح ذلك …، فيقول: "…"»
    return not goes_on and _is_amid(scene, at) and not _is_told_of(scene, told, number, 1)


def speaks_later(scene: Scene, earlier: Draft, draft: Draft) -> bool:
    """Say whether whoever has been silent for sentences is meant after all, where nobody else can be.

    A verb of going on needs somebody who has spoken («المطابخ قديما وأضاف أن …»), another that is sure and begins its
    sentence may follow on words that are not marked as his («وأكد أن …»).
    """
    hit, told, at = draft.cue.hit, earlier.told, draft.cue.first
    if hit is None or told is None or draft.parent is not None or draft.family != "verb":
        return False
    behind = range(scene.units.sentence_of[earlier.cue.first] + 1, scene.units.sentence_of[at])
    if any(_is_heading(scene, number) for number in behind):
        return False
    silence = _silence(scene, earlier, at)
    begins = draft.is_sure and hit.prefix == AND and at == scene.units.sentence(at).first
    alike = told.kind != "phrase" and (hit.form.number == "s" or told.number != "s")
    return silence <= _LONGEST if draft.cue.flag("continues") else begins and alike and silence <= _LONGER


def _is_heading(scene: Scene, number: int) -> bool:
    """Say whether a paragraph of few words without a verb stands at a sentence, as names of papers in a review do."""
    sent = scene.units.sentences[number]
    alone = all(one.paragraph != sent.paragraph for one in scene.units.sentences[number - 1 : number + 2 : 2])
    return alone and sent.last - sent.first <= _HEADING and not any(map(scene.hits.verbs, range(sent.first, sent.last)))


def _silence(scene: Scene, earlier: Draft, at: int) -> int:
    """Return how many sentences before a token have begun since somebody's last words."""
    speech, numbers = None if earlier.opening is None else earlier.opening.speech, scene.units.sentence_of
    last = numbers[earlier.cue.first if speech is None else speech.last - 1]
    return sum(not _is_quoted(scene, i) for i in range(last + 1, numbers[at])) + (last < numbers[at])


def _is_quoted(scene: Scene, number: int) -> bool:
    """Say whether a sentence begins within quotation marks, as more of somebody's words do."""
    first = scene.units.sentences[number].first
    return first in scene.within or first in scene.quote_at


def _is_told_of(scene: Scene, told: Told, number: int, back: int) -> bool:
    """Say whether one of a few sentences before a verb names somebody, or its own does."""
    numbers = scene.units.sentence_of
    if number - numbers[scene.units.token_at(told.node.start)] <= 1:
        return True
    first = scene.units.sentences[max(0, number - back)].first
    near, starting, entity = range(first, scene.units.sentences[number].last), scene.starting, told.speaker.entity
    return entity is not None and entity in [starting[i].entity.id for i in near if i in starting]


def _has_topic(scene: Scene, at: int) -> bool:
    """Say whether the sentence of a verb begins with what is spoken of («وعن القمح قال إن …», «وردا على سؤال، قال»)."""
    first = scene.units.sentence(at).first
    behind = range(scene.particle_end(first), at)
    done = any(scene.is_surely_verb(i) and scene.part(i - 1) != "relative" for i in behind)
    return scene.part(first) == "about" or (scene.part(first) == "in" and not done)


def _is_amid(scene: Scene, at: int) -> bool:
    """Say whether something else begins the sentence of a verb."""
    begins = at - scene.units.sentence(at).first <= _HEAD
    return not (begins or scene.part(at - 1) in _LEADING or scene.contrasts(at))


def _paragraph(scene: Scene, draft: Draft) -> int:
    return scene.units.sentence(draft.cue.first).paragraph


def same_sentence(scene: Scene, one: Draft, other: Draft) -> bool:
    """Say whether two cues stand in one sentence."""
    numbers = scene.units.sentence_of
    return numbers[one.cue.first] == numbers[other.cue.first]


def carried(told: Told, basis: str, own: Told | None) -> Told:
    """Return a speaker named elsewhere: the same name without a place of its own, or with that of its document."""
    span = None if own is None else own.speaker.span
    speaker = Speaker(told.speaker.name, span, told.speaker.entity, basis)
    start, end = (told.node.start, told.node.end) if span is None else (span.start, span.end)
    node = Node("speaker", basis, start, end, told.speaker.name, (told.node,))
    gender = None if basis == "document" else told.gender  # what follows agrees with the document, or with its maker
    number = told.number if own is None or own.number == "s" else own.number  # «وقال الوزراء إن …» after their paper
    number = "s" if basis == "document" else number
    return Told(speaker, gender, number, told.kind, told.last, node)


def is_impersonal(cue: Cue) -> bool:
    """Say whether a verb may tell what people think («ويعتقد أن …»): present and masculine, as a passive is."""
    form = cue.hit.form if cue.hit is not None else None
    thinks = cue.flag("mental") or (cue.flag("impersonal") and not cue.suffixed)
    return thinks and form is not None and (form.tense, form.gender, form.number) == ("present", "m", "s")


def may_think(scene: Scene, draft: Draft, last: Draft | None) -> bool:
    """Say whether the person who made the last statement may be who believes what follows.

    Where the verb is rather a passive, a pronoun before it has to mean him, or he spoke in the present too.
    """
    told, at = draft.told, draft.cue.first - 1
    if told is None or last is None or last.told is None or last.told.speaker.name != told.speaker.name:
        return False
    pronoun = any(hit.suffix for hit in scene.hits.at(at, "complementiser"))
    pronoun = pronoun or (scene.contrasts(at + 1) and scene.norms[at].endswith(PRONOUN_ENDINGS))
    now = pronoun or scene.part(at) == "there" or (last.cue.hit is not None and last.cue.hit.form.tense == "present")
    return told.kind == "person" and (now or not draft.cue.flag("impersonal"))


def joined(before: Draft | None, draft: Draft) -> list[Told | None]:
    """Return who speaks in the words around a verb that «و» joins to his («إن القنصلية وعدت بـ…، وتعهدت بـ…»)."""
    hit = draft.cue.hit
    if before is None or draft.parent is None or before.parent is not draft.parent or before.family != "verb":
        return []
    by_and = draft.family == "verb" and hit is not None and hit.prefix == AND and not draft.cue.flag("relays")
    return [before.told] if by_and else []


def around(scene: Scene, draft: Draft, before: Draft | None) -> list[Told | None]:
    """Return whom a cue inside a statement can mean: the first noun in that, or who says it («… "…، وفق تعبيره"»).

    Who says it goes on in participles, unless his words begin with somebody else («ذكرت الشرطة أن مسلحين قتلوا من
    اتهموهم بالتجسس لحكومة …، مؤكدة أن …», «قال المتحدث إن الرئيس رحب بـ…، مؤكدا أن …»).
    """
    if draft.parent is None:
        return []
    outer, cue, parent = draft.parent.told, draft.cue, draft.parent
    subject = subject_between(scene, parent.first, cue.first)
    accuses = parent.cue.flag("target")
    topic = subject is not None and scene.units.token_at(subject.node.start) == parent.first and not accuses
    if cue.family == "participle" and not topic:
        beside = before is not None and before.parent is parent and same_sentence(scene, before, draft)
        inner = before.told if before is not None and beside else None  # «"رحب الوزير بالدعوة وأكد …، مشيرا إلى أن …"»
        return [outer, None if parent.parent is None else parent.parent.told, inner, subject]
    done_to = cue.family == "verb" and cue.suffixed and cue.text("addressee") == "object"  # «احتج على … وطالبها بـ…»
    means = cue.family == "masdar" and cue.hit is not None and cue.hit.prefix.endswith(BY_THE)  # «واستدل … بالقول إن …»
    means = means or (accuses and (cue.family == "masdar" or scene.part(cue.first - 1) == "what"))
    alone = outer is not None and outer.number == "s" and not (subject is not None and agrees(cue, subject))
    if outer is not None and alone and _is_own_deed(scene, draft):
        return [replace(outer, gender=None)]
    return [outer, subject] if cue.flag("pronoun") or done_to or means else [subject, outer]


def _is_own_deed(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb in a quotation is in the first person, spelt as that of a woman («قال: "لقد طلبت من …"»)."""
    hit, before, opening = draft.cue.hit, draft.cue.first - 1, draft.opening
    if draft.family != "verb" or hit is None or draft.cue.first not in scene.within:
        return False
    mine = (hit.form.tense, hit.form.gender, hit.form.number) == ("past", "f", "s")
    begins = before in scene.quote_at or scene.part(before) == "auxiliary" or scene.is_break(before)
    thats = () if opening is None else scene.hits.at(opening.at, "complementiser")
    hers = any(SUFFIX_AGREEMENT.get(that.suffix, ("", ""))[0] == "f" for that in thats)
    return mine and begins and not hers  # not «"…، وأعلنت أنها …"»
