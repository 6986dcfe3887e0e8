"""Statements in the making: cues that have a content, with the subject that stands beside them."""

from dataclasses import dataclass, field

from musnad.arabic import AND, ARTICLE, BA, LAM, OBLIQUE, SO
from musnad.arabic.letters import YA
from musnad.model import Chain, Span, Speaker
from musnad.statements.cues import Cue, cues_of, opens_clause
from musnad.statements.openings import Opening, antecedent, is_pronoun, opening_of
from musnad.statements.phrases import GOVERNING
from musnad.statements.scene import Scene
from musnad.statements.subjects import after_preposition, before, behind, carrier, creator, described, posted
from musnad.statements.told import Told, agrees

REACH = 12  # tokens behind a verb within which its subject must end
LED = 14  # tokens that may belong to the noun of a preposition before the clause that it leads into
ADDRESSED = 4  # tokens between a masdar that a verb carries and its content
LONGEST_BODY = 3  # words
RELATED = 4  # tokens between a relative pronoun and its verb
SURE = frozenset({"that", "quote", "colon"})
BY_THE = max(BA, key=len)  # «بالقول إن …»; «الإشارة إلى أن …» alone is mostly nobody's
PASSIVE = "passive"  # voice of a form
TITLE = 0  # the paragraph of the title


@dataclass(slots=True)
class Draft:
    """A statement in the making; lives inside one call of `find`.

    `first`, `start` are token and offset of the content, `last` the token behind it; `begins` the token at which the
    clause of the cue begins, at which the content of a statement before it must end. `resumed` are the tokens of the
    content behind a parenthesis («…، بحسب البيان، …»), `bearer` is the verb that passes on («نقلت عنه قوله»);
    `agentless` says that nobody is told to have said it («تم التأكيد على …»).
    """

    cue: Cue
    first: int
    start: int
    begins: int
    limit: int
    opening: Opening | None = None
    told: Told | None = None
    relayed_by: Told | None = None
    bearer: Cue | None = None
    agentless: bool = False
    parent: "Draft | None" = None
    resumed: tuple[int, int] | None = None
    stops: list[int] = field(default_factory=list)
    last: int = 0
    pieces: tuple[Span, ...] = ()
    form: str = "indirect"
    via: Chain = ()
    medium: str = "unknown"
    said: str | None = None
    addressee: Speaker | None = None

    @property
    def family(self) -> str:
        """Return the family of the cue."""
        return self.cue.family

    @property
    def is_sure(self) -> bool:
        """Say whether this is speech even if nobody is known to have said it."""
        plain = not self.cue.flag("weak") and not self.cue.flag("mental")
        sure = self.family == "verb" and plain and self.opening is not None and self.opening.by in SURE
        return sure or self.agentless


def drafts_of(scene: Scene) -> list[Draft]:
    """Return a draft for every cue that has a content, in order of the cues."""
    found: list[Draft] = []
    for readings in cues_of(scene):
        draft = next((d for cue in readings if (d := _draft(scene, cue)) is not None), None)
        if draft is not None:
            found.append(draft)
    return _without_asides(scene, _with_sources(_without_relays(scene, found)))


def _draft(scene: Scene, cue: Cue) -> Draft | None:
    if cue.family == "colon":
        return _headline(scene, cue)
    if cue.family == "preposition":
        return _according(scene, cue)
    opening = None if _holds_content(cue) else opening_of(scene, cue)
    if opening is None and cue.family == "verb" and cue.suffixed and "object" in cue.frames:
        return _relative(scene, cue)
    if opening is None:
        return _quoted_before(scene, cue)
    if _is_sign(scene, cue, opening) or _is_passive(scene, cue, opening):
        return None
    nobody = cue.family == "verb" and cue.hit is not None and cue.hit.form.voice == PASSIVE
    told, begins = (None, cue.first) if nobody else _subject(scene, cue, opening)
    if told is None and (cue.flag("finding") or _hangs(scene, cue, opening)):
        return None
    if _is_impersonal(scene, cue) and (told is None or told.speaker.basis == "subject_before"):
        return None
    if cue.family == "masdar" and (_is_purpose(cue) or _is_undergone(cue, opening)):
        return None
    if cue.family == "masdar" and not _speaks(cue, opening, told):
        return _borne(scene, cue, opening)
    _, limit = scene.region(opening.first)
    draft = Draft(cue, opening.first, opening.start, begins, limit, opening, told, agentless=nobody)
    if cue.flag("relays"):
        draft.relayed_by, draft.told = told, _origin(scene, cue, opening)
        if draft.told is None and not any(is_pronoun(scene, i) for i in range(cue.last, opening.at)):
            return None
        draft.bearer = cue
    return draft


def _holds_content(cue: Cue) -> bool:
    """Say whether the pronoun on a verb is what is said («نفاه»), and not whom it is said to or of."""
    return cue.family == "verb" and cue.suffixed and not cue.text("addressee") and not cue.flag("target")


def _is_sign(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """«، ما يؤكد مكانة …» and «ما يشير إلى …» are signs; «ما قال إنه …», «ما تقول إنها …» are speech."""
    if scene.part(cue.first - 1) != "what" or cue.suffixed:
        return False
    if opening.at != cue.last:
        return True
    present = cue.hit is not None and cue.hit.form.tense == "present"
    return present and (opening.by not in SURE or cue.text("stance") == "affirm")


def _is_passive(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """«اتهموا في العام الماضي بالمشاركة»: a verb that speaks of somebody, with nobody between it and its «ب»."""
    if cue.family != "verb" or not cue.flag("target") or cue.suffixed or opening.by in {"quote", "colon"}:
        return False
    i, end = cue.last, scene.units.token_at(opening.node.start)
    while i < end:
        if i in scene.time_at:
            i = max(scene.time_at[i], i + 1)
        elif scene.part(i) == "in":
            i = scene.particle_end(i)
        else:
            return False
    return True


def _borne(scene: Scene, cue: Cue, opening: Opening) -> Draft | None:
    """«واصلت واشنطن تحذير طهران من …»: the subject of the verb that carries the masdar says it."""
    verb = carrier(scene, cue)
    if verb is None or opening.at - cue.last > ADDRESSED:
        return None
    agentless = verb.entry.flag("agentless")
    if agentless and verb.form.tense != "past":
        return None
    bearer = Cue(verb.first, verb.last, cue.span, "verb", verb)
    told = None if agentless else behind(scene, bearer, cue.first, believe=False) or before(scene, bearer)
    _, limit = scene.region(opening.first)
    return Draft(cue, opening.first, opening.start, verb.first, limit, opening, told, agentless=agentless)


def _relative(scene: Scene, cue: Cue) -> Draft | None:
    """«هدنة أعلنها التحالف»: what the pronoun on the verb stands for is the content; the subject stands behind."""
    opening = antecedent(scene, cue)
    _, end = scene.region(cue.first)
    told = behind(scene, cue, min(end, cue.last + REACH), believe=False)
    if opening is None or told is None or cue.flag("weak"):
        return None
    return Draft(cue, opening.first, opening.start, opening.first, cue.first, opening, told)


def _hangs(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a present verb without a subject stands where it can only be impersonal or belong to a noun."""
    hit = cue.hit
    if cue.family != "verb" or hit is None or hit.form.tense != "present":
        return False
    return not opens_clause(scene, hit) or (opening.by not in {"quote", "colon"} and _is_thing(scene, cue.first - 1))


def _is_impersonal(scene: Scene, cue: Cue) -> bool:
    """Say whether people in general think what a relative clause tells («الذي يعتقد أنه …»)."""
    present = cue.hit is not None and cue.hit.form.tense == "present"
    return present and cue.flag("mental") and scene.part(cue.first - 1) == "relative"


def _is_thing(scene: Scene, i: int) -> bool:
    """Say whether a definite noun that nobody can be stands at a token («هذا الخيار يؤكد …»)."""
    if i + 1 in scene.ending or i + 1 in scene.time_before or scene.part(i - 1) in GOVERNING:
        return False
    return scene.norms[i].startswith(ARTICLE)


def _is_purpose(cue: Cue) -> bool:
    """Say whether a masdar is wished and not done («سعى لإنكار …», «اتصلت بها لحثها على …»; not «للتأكيد على …»)."""
    return cue.hit is not None and cue.hit.prefix.removeprefix(AND) == min(LAM, key=len)


def _is_undergone(cue: Cue, opening: Opening) -> bool:
    """Say whether the pronoun on a masdar is who it is done to («بعد اتهامهم بالتخطيط …», not «اتهامه لها بـ»)."""
    return cue.flag("target") and cue.suffixed and opening.by == "with" and opening.at == cue.last


def _speaks(cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether a masdar is a cue: with a pronoun or a named subject, and close to its content."""
    spoken = told.last if told is not None and told.speaker.basis == "subject" else cue.last
    close = opening.at - spoken <= (0 if opening.by == "object" else 1)
    if cue.suffixed or not close:
        return close
    if told is not None and told.speaker.basis == "subject":
        return cue.text("addressee") != "object" or opening.by in {"to", "for"}
    return opening.by in {"that", "quote"} and cue.hit is not None and cue.hit.prefix.endswith(BY_THE)


def _subject(scene: Scene, cue: Cue, opening: Opening) -> tuple[Told | None, int]:
    """Return the subject beside a cue and the token at which its clause begins.

    A verb in the dual or plural has its subject before it: before its subject, an Arabic verb is singular.
    """
    if cue.family == "document":
        return creator(scene, cue.last - 1, opening.at), cue.first
    if cue.family == "participle" or cue.suffixed:
        return None, cue.first
    paper = described(scene, cue)
    if paper is not None:
        return paper, cue.first
    ahead = before(scene, cue) if cue.family == "verb" else None
    single = cue.hit is not None and cue.hit.form.number == "s"  # groups and bodies agree as they like
    if ahead is not None and single and ahead.kind == "person" and ahead.number == "s" and not agrees(cue, ahead):
        ahead = None
    related = scene.part(cue.first - 1) == "relative"
    if ahead is not None and (related or scene.is_comma(cue.first - 1)):
        told = behind(scene, cue, opening.at, believe=False)
        if told is not None and (related or (told.kind == "person" and agrees(cue, told))):
            return told, cue.first
    if ahead is not None and (_takes_object(cue) or (_titled(scene, cue) and ahead.last == cue.first)):
        return ahead, _clause_start(scene, cue, ahead)
    if cue.hit is not None and cue.family == "verb" and cue.hit.form.number in {"d", "p"}:
        return (None, cue.first) if ahead is None else (ahead, _clause_start(scene, cue, ahead))
    told = behind(scene, cue, opening.at, believe=opening.by != "object" or opening.at > cue.last)
    if told is not None and not _is_addressee(scene, cue, opening, told):
        return told, cue.first
    return (posted(scene, cue), cue.first) if ahead is None else (ahead, _clause_start(scene, cue, ahead))


def _is_addressee(scene: Scene, cue: Cue, opening: Opening, told: Told) -> bool:
    """Say whether the one noun behind a verb is whom it addresses: «ودعا أنصاره إلى …», going on with a sentence."""
    if cue.text("addressee") != "object":
        return False
    if cue.flag("needs_addressee") and told.last >= opening.at - 1:
        return True
    if opening.by in SURE:
        return False
    span, hit = told.speaker.span, cue.hit
    if told.kind == "phrase" and span is not None and _is_oblique(scene, scene.units.token_at(span.start)):
        return True
    first, _ = scene.region(cue.first)
    return told.last >= opening.at - 1 and hit is not None and bool(hit.prefix) and cue.first > first


def _is_oblique(scene: Scene, i: int) -> bool:
    """Say whether a word is a sound plural that is no subject («المواطنين», «مستعملي الطرق»)."""
    norm = scene.norms[i]
    construct = norm.endswith(YA) and not norm.startswith(ARTICLE) and scene.norms[i + 1].startswith(ARTICLE)
    return norm.endswith(OBLIQUE) or (construct and not scene.hits.has(i))


def _clause_start(scene: Scene, cue: Cue, told: Told) -> int:
    span = told.speaker.span
    return cue.first if span is None else min(cue.first, scene.units.tokens_of(span.start, span.end)[0])


def _titled(scene: Scene, cue: Cue) -> bool:
    return scene.units.sentence(cue.first).paragraph == TITLE


def _takes_object(cue: Cue) -> bool:
    return cue.text("addressee") == "object" or "object" in cue.frames


def _origin(scene: Scene, cue: Cue, opening: Opening) -> Told | None:
    """«نقلت … عن …»: who is quoted stands behind the preposition."""
    wanted = cue.text("origin") or "about"  # «نقلت عن …», «نسبت إلى …»
    for i in range(cue.last, opening.at):
        if scene.part(i) == wanted:
            return after_preposition(scene, i + 1, opening.at)
    return None


def _quoted_before(scene: Scene, cue: Cue) -> Draft | None:
    """«…»، قال الوزير: a quotation that ends right before the verb is what was said."""
    if cue.family != "verb" or "quote" not in cue.frames or cue.flag("weak") or (cue.hit is not None and cue.hit.prefix):
        return None
    before = cue.first - 1 if scene.is_comma(cue.first - 1) else cue.first
    speech = scene.speech_before.get(before)
    if speech is None:
        return None
    _, end = scene.region(cue.first)
    told = behind(scene, cue, min(end, cue.last + REACH))
    if told is None:
        return None
    return Draft(cue, speech.inner, scene.units.starts[speech.inner], speech.first, speech.inner_last, None, told)


def _headline(scene: Scene, cue: Cue) -> Draft | None:
    """«الوزير: …»: whom the words before the colon name, if it is somebody who can speak."""
    title = scene.units.title
    if title is None:
        return None
    first, last = scene.units.tokens_of(title.start, title.end)
    noun = scene.ending.get(cue.first)
    if noun is not None and noun.mention.kind == "place":
        return None
    told = behind(scene, Cue(first, first, cue.span, "colon", None), cue.first)
    if told is None or told.kind == "place" or (told.kind == "phrase" and not _is_body(scene, first, cue.first)):
        return None
    return Draft(cue, cue.last, scene.units.starts[cue.last], first, last, None, told)


def _is_body(scene: Scene, first: int, last: int) -> bool:
    """Say whether unknown words before the colon of a title are somebody: two or three, the last a demonym."""
    if not 1 < last - first <= LONGEST_BODY:
        return False
    return any(hit.form.pos == "adjective" for hit in scene.hits.at(last - 1, "country", "region_adjective"))


def _according(scene: Scene, cue: Cue) -> Draft | None:
    """«…، بحسب مصادر»: the clause before the preposition, or behind it where it opens its sentence."""
    first, end = scene.region(cue.first)
    if cue.flag("clause") and not scene.is_verb(cue.last, "cue"):
        return None
    if scene.is_verb(cue.first - 1, "appearing"):
        return None  # «ما جاء على لسان …»
    told = None if cue.flag("pronoun") else after_preposition(scene, cue.last, end)
    if not cue.flag("pronoun") and (told is None or (cue.flag("norms") and told.speaker.basis == "phrase")):
        return None
    after = cue.last if told is None else told.last
    units = scene.units
    at = _led(scene, after, end)
    joined = cue.hit is not None and cue.hit.prefix == AND and scene.is_comma(cue.first - 1)
    if cue.first == first or (joined and at < end and _is_clause(scene, at)):
        if at < end and any(not hit.suffix for hit in scene.hits.at(at, "complementiser")):
            at += 1
        return Draft(cue, at, units.starts[at], cue.first, end, None, told) if at < end else None
    at = first
    for hit in scene.hits.at(first, "clause_opener"):
        at = max(at, at if hit.entry.flag("predicate") else hit.last)
    limit = cue.first - 1 if scene.is_break(cue.first - 1) else cue.first
    if at >= limit:
        return None
    draft = Draft(cue, at, units.starts[at], limit, limit, None, told)
    if limit < cue.first and scene.is_comma(after) and after + 1 < end:
        draft.resumed = after + 1, end
    return draft


def _is_clause(scene: Scene, i: int) -> bool:
    """Say whether a clause without a complementiser begins at a token: a verb, or «ف» behind what leads into it."""
    return not scene.hits.has(i, "complementiser") and (bool(scene.hits.verbs(i)) or scene.norms[i].startswith(SO))


def _led(scene: Scene, after: int, end: int) -> int:
    """Return the token at which the clause begins that a preposition with its noun leads into.

    What still belongs to the noun is passed over, up to «فإن», «فقد» or a word with «ف» behind a comma.
    """
    for at in range(after, min(end, after + LED)):
        joined = any(hit.prefix.startswith(SO) for hit in scene.hits.at(at)) or scene.norms[at].startswith(SO + ARTICLE)
        if joined and (scene.is_comma(at - 1) or scene.hits.has(at, "complementiser") or scene.part(at) == "auxiliary"):
            return at
    return after + 1 if scene.is_comma(after) else after


def _without_relays(scene: Scene, found: list[Draft]) -> list[Draft]:
    """Join two cues of one content: «نقلت … عن … قوله», «مضى بالقول», «علق … قائلا».

    The later one is the cue; the earlier verb tells who speaks, or through whom it came.
    """
    kept: list[Draft] = []
    for draft in found:
        last = kept[-1] if kept else None
        if last is not None and _share(last, draft) and _is_aside(scene, draft):
            continue  # «القوة التي تعتبر …، أن …» goes on with what stands around it
        joins = draft.family in {"masdar", "participle"} or (last is not None and _announces(scene, last.cue))
        if last is not None and not joins and _share(last, draft) and _owns(scene, draft):
            kept.pop()
        if last is not None and joins and _share(last, draft):
            told = None if _is_cue(last.told, draft.cue) else last.told
            draft.told, draft.relayed_by, draft.begins = told or draft.told, last.relayed_by, last.begins
            draft.bearer = last.bearer
            kept.pop()
        kept.append(draft)
    return kept


def _announces(scene: Scene, cue: Cue) -> bool:
    """Say whether a verb only tells of the words that a later one brings («نقلت عنه …», «أكد ذلك …، حيث كتب: …»)."""
    return cue.flag("relays") or scene.part(cue.last) == "this"


def _owns(scene: Scene, draft: Draft) -> bool:
    """Say whether a content stands right behind a relative verb, so that no verb before has it («… التي اعتبروا أنها …»)."""
    opening = draft.opening
    return opening is not None and opening.at == draft.cue.last and scene.part(draft.cue.first - 1) == "relative"


def _is_aside(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb belongs to a relative clause that a comma closes before the content begins."""
    opening = draft.opening
    back = range(draft.cue.first - 1, max(0, draft.cue.first - RELATED) - 1, -1)
    near = next((scene.part(i) for i in back if scene.part(i) == "relative" or scene.is_break(i)), None)
    relative = draft.family == "verb" and near == "relative"
    return relative and opening is not None and scene.is_comma(opening.at - 1)


def _is_cue(told: Told | None, cue: Cue) -> bool:
    """Say whether what was taken for the subject of an earlier verb is the cue itself («جدد التأكيد أن …»)."""
    return (
        told is not None
        and told.speaker.span is not None
        and told.speaker.span.start <= cue.span.start < told.speaker.span.end
    )


def _share(last: Draft, draft: Draft) -> bool:
    """Say whether two cues bring the same content."""
    return last.family == "verb" and last.first == draft.first and draft.cue.first < draft.first


def _without_asides(scene: Scene, found: list[Draft]) -> list[Draft]:
    """Leave out «… على حد قوله» behind a statement in its sentence: it says again who speaks, and ends what he says."""
    kept: list[Draft] = []
    for draft in found:
        last = kept[-1] if kept else None
        aside = draft.family == "preposition" and draft.cue.flag("pronoun")
        if aside and last is not None and scene.region(last.first) == scene.region(draft.cue.first):
            if draft.resumed is None:
                last.stops.append(draft.begins)
            continue
        kept.append(draft)
    return kept


def _with_sources(found: list[Draft]) -> list[Draft]:
    """Make a preposition that leads into a statement its relay: «ووفقا لصحيفة …، قال الوزير», «قال، بحسب …، إن»."""
    kept: list[Draft] = []
    for i, draft in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        led = kept[-1] if kept and kept[-1].cue.last <= draft.cue.first < kept[-1].first else None
        if led is None and following is not None and following.family == "verb" and following.begins == draft.first:
            led = following
        if draft.family != "preposition" or draft.told is None or led is None:
            kept.append(draft)
        elif led.relayed_by is None:
            led.relayed_by = draft.told
    return kept
