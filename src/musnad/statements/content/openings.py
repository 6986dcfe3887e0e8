"""Where content begins: a complementiser, a colon, a quotation, an object or a preposition behind the cue."""

from dataclasses import dataclass

from musnad.arabic import AND, ARTICLE, BA, LAM
from musnad.arabic.letters import ALEF_BELOW
from musnad.lexicon import Hit
from musnad.model import Node
from musnad.statements.content.addressees import asked_of, called_for, is_called_upon, is_wished, told_there
from musnad.statements.content.asides import behind_aside, behind_maker, hides_object, is_marked, lists, names_in_marks
from musnad.statements.content.belongings import is_goal, only_tells_where
from musnad.statements.content.complementisers import REACH, is_name, is_of_nearer, is_of_subject, is_wish
from musnad.statements.content.framed import (
    asks_with,
    clause_later,
    counts,
    is_called_for,
    is_named_first,
    is_occasion,
    is_of_clause,
    is_of_role,
    is_reaction,
    is_repeated,
    is_said_later,
    is_told_later,
    is_with_what,
    leads_to,
)
from musnad.statements.content.later_deeds import behind_some, deed_later, is_behind_clause, is_later_deed
from musnad.statements.content.objects import LETTERS, is_object, is_sure_object, proclitic
from musnad.statements.content.verbatim import bracketed, is_said, is_spoken, spoken_from
from musnad.statements.cues.find import Cue
from musnad.statements.scene import TO_THE, Scene, Speech, is_with
from musnad.statements.steps import (
    GOVERN,
    PREPOSITIONS,
    adds_that,
    behind_governed,
    behind_noun,
    blocks,
    closes,
    comments,
    is_adjective,
    is_of_paper,
    is_pronoun,
    step,
    tells_more,
    turns,
)

SHORT_REACH = 9  # tokens between a verb that often says nothing and its complementiser
PLAIN = 2  # words beside names, days and prepositions with their nouns, over which such a verb reaches further
BEHIND = PREPOSITIONS | {"with", "for"}  # frames that stand before their noun
_GOVERNING = GOVERN | PREPOSITIONS
_POINTING = frozenset({"on", "about", "to"})
_STEP = "clause_opener.turn_step"
_NOTABLY = "connective.notably"
_JOINERS = frozenset({"contrast", "subordinator", "relative"})  # «كما أن», «إذ إن», «الذي إن» open no content


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
    behind = resumed and scene.part(cue.last) != "within"  # «التي يطالب بها … بمهنة …», not «الذي اتهم فيه … بكذا»
    behind = behind or (is_pronoun(scene, cue.last) and scene.norms[cue.last].startswith(tuple(BA)))  # «مشيدا بها»
    pointed = scene.part(cue.last) == "this"  # «أعلن ذلك الوزير»
    short, objects = cue.flag("weak") and not cue.flag("relays"), "object" in cue.frames
    sought = not (resumed or pointed) and (objects or cue.flag("target") or not PREPOSITIONS.isdisjoint(cue.frames))
    noun = scene.starting.get(cue.last)
    i, limit, plain = behind_some(scene, cue), (cue.last if noun is None else noun.last) + REACH, 0
    reach = SHORT_REACH * 2 if cue.flag("finding") else SHORT_REACH  # «أظهرت دراسة نشرت في دورية … أن …»
    limit = min(end, limit, scene.units.sentence(cue.first).last)
    while i < limit and not (short and i >= cue.last + reach and plain > PLAIN):
        if i in scene.speech_at and (led := _led_inside(scene, cue, i, bare)) is not None:
            return led
        if is_of_nearer(scene, cue, i):
            break
        named = i > cue.last and i in scene.speech_at and names_in_marks(scene, i, limit)
        if bare is not None and objects and (comments(scene, i) or (i in scene.speech_at and not named)):
            break
        found = None if named or is_called_upon(scene, cue, i) else _at(scene, cue, i, end)
        if found is not None and (
            is_sure_object(scene, cue, bare, found.by, found.at)
            or (behind and found.by in BEHIND)
            or (pointed and found.by == "about")
            or (bare is not None and objects and _is_notable(scene, found.at))
        ):
            break
        if found is not None:
            return _with_target(scene, cue, found, bare)
        if i > cue.last and is_of_paper(scene, i):
            i = behind_maker(scene, cue, i, limit)
            continue
        more = bare is not None and objects and (tells_more(scene, i) or adds_that(scene, i) or turns(scene, i))
        of_verb = cue.family == "masdar" and i == cue.last and cue.suffixed and bool(scene.hits.verbs(i))
        if of_verb or (i > cue.last and (more or _ends(scene, cue, i))):
            break  # «إن اقتراحه يشكل صفقة»
        sought = sought and not hides_object(scene, cue, i)
        bare = i if sought and _is_taken(scene, cue, bare, i) else bare
        after = behind_aside(scene, cue, i, limit, bare=bare) if bare in {None, cue.last} else i
        bare = None if after > i and not cue.flag("target") else bare
        after = after if after > i else _behind_phrase(scene, cue, i)
        plain += after == i + 1 and scene.units.is_word(i) and i not in scene.starting
        i = after
        wished = is_wished(scene, cue, i - 1)  # «تمنى للجرحى | الشفاء العاجل»
        while i < limit and not wished and scene.norms[i - 1].startswith(TO_THE) and is_adjective(scene, i):
            i += 1  # «الإدارة العامة للطيران المدني»
    if (late := _behind_stop(scene, cue, i, end)) is not None:
        return late
    if objects and bare is not None and not cue.suffixed:
        bare = deed_later(scene, cue, bare, end)
        return _nominal(scene, cue, "object", bare, bare, scene.units.starts[bare])
    far = short and cue.family == "verb" and not cue.flag("continues")
    return _far_colon(scene, cue, i, limit, end) if far else None


def _is_taken(scene: Scene, cue: Cue, bare: int | None, i: int) -> bool:
    """Say whether an object of a cue begins at a token, where none was found or what was found tells who speaks."""
    if bare is None:
        return is_object(scene, cue, i) or is_marked(scene, cue, i) or is_behind_clause(scene, cue, i)
    return is_later_deed(scene, cue, bare, i)


def _far_colon(scene: Scene, cue: Cue, i: int, limit: int, end: int) -> Opening | None:
    """Return the quotation behind a colon far from a verb that often says nothing («كتب محرر …، القريب من …: "…"»)."""
    while i < limit and not _ends(scene, cue, i) and i not in scene.speech_at:
        colon = scene.norms[i] == ":" and i + 1 in scene.speech_at and "quote" in cue.frames
        if colon and not (scene.is_title(i) or lists(scene, cue, i)):
            return _colon(scene, i, end)
        i = _behind_phrase(scene, cue, i)
    return None


def _is_notable(scene: Scene, i: int) -> bool:
    """Say whether a clause only says why what stands before it is told («أكد ضرورة الحوار، خاصة أن …»)."""
    lead = scene.lead(i - 1)
    return lead is not None and lead.entry.id == _NOTABLY


def _is_aside(scene: Scene, i: int) -> bool:
    """Say whether a preposition belongs to words that say again who speaks («على حد تعبيره»)."""
    return any(hit.entry.flag("pronoun") for hit in scene.hits.at(i, "cue_preposition"))


def _ends(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether the search is over at a token: a new clause, the end of an aside, or what the cue cannot bring."""
    clauses = scene.hits.at(i, "complementiser")
    none = "that" not in cue.frames or (cue.flag("own") and not is_with(clauses[0])) if clauses else False
    turned = scene.part(i) == "contrast" and scene.particle_end(i) - i > 1 and scene.is_break(i - 1)  # «، إلا أن …»
    turned = turned or (i > cue.last and scene.part(i - 1) == "contrast" and scene.part(i) == "negation")  # «لكن لم …»
    listed = scene.norms[i] == ":" and lists(scene, cue, i)
    return none or turned or listed or _is_step(scene, i) or blocks(scene, i) or closes(scene, cue.first, i)


def _is_step(scene: Scene, i: int) -> bool:
    """Say whether the writer tells what to think of it («…، في خطوة …»), and no aside that another comma closes."""
    steps = [hit for hit in scene.hits.at(i, "clause_opener") if hit.entry.id == _STEP]
    if not steps or not scene.is_break(i - 1):
        return False
    return not any(scene.is_comma(at) for at in range(i + 1, min(len(scene.norms), i + PLAIN + SHORT_REACH)))


def _led_inside(scene: Scene, cue: Cue, i: int, bare: int | None) -> Opening | None:
    """Return a quotation that begins with the preposition of the cue («أكد الوزير "على أهمية التنسيق …"»)."""
    speech = scene.speech_at.get(i)
    part = None if speech is None else scene.part(speech.inner)
    if bare is not None and not scene.norms[bare].startswith(ARTICLE):
        return None  # «أكدت عزمها "على …"»
    if speech is None or part not in PREPOSITIONS or part not in cue.frames or cue.flag("weak"):
        return None
    quoted = _quote(scene, i, i, speech)
    first = scene.particle_end(speech.inner)
    if first >= speech.inner_last or scene.hits.has(first, "complementiser"):
        return None
    return Opening("quote", i, first, scene.units.starts[first], quoted.node, speech)


def _behind_stop(scene: Scene, cue: Cue, i: int, end: int) -> Opening | None:
    """Return the clause with which the next sentence begins, a full stop written for a comma («كشف الوزير. أن …»)."""
    units = scene.units
    number = units.sentence_of[cue.first] + 1
    if i < end or number >= len(units.sentences) or cue.first in scene.within or cue.family == "masdar":
        return None
    following = units.sentences[number]
    at = following.first
    if following.paragraph != units.sentences[number - 1].paragraph or units.text[units.starts[at]] == ALEF_BELOW:
        return None
    if scene.norms[at - 1] != ".":
        return None
    found = _at(scene, cue, at, following.last)
    that = found is not None and found.by == "that" and not any(h.entry.flag("kept") for h in scene.hits.at(found.at))
    return found if that else None


def _behind_phrase(scene: Scene, cue: Cue, i: int) -> int:
    """Return the token behind a preposition with what it governs, be it written onto that, else behind one phrase."""
    if scene.part(i) in _GOVERNING:
        return behind_governed(scene, i)
    if is_wished(scene, cue, i):
        return scene.starting[i].last if i in scene.starting else i + 1
    return behind_noun(scene, i) if i > cue.last and proclitic(scene, i, "for") else step(scene, i)


def _at(scene: Scene, cue: Cue, i: int, end: int) -> Opening | None:
    """Return the opening that stands at a token."""
    clause = [hit for hit in scene.hits.at(i, "complementiser") if scene.is_written(hit)]
    plain = bool(clause) and clause[0].prefix == "" and scene.part(i) is None
    if (
        plain
        and "that" in cue.frames
        and not (cue.flag("own") and not is_with(clause[0]))
        and scene.part(i - 1) not in _JOINERS
        and scene.norms[i - 1] != AND  # «رضاه عن الأداء و أن …»
        and not is_name(scene, cue, i)
    ):
        other = is_wish(scene, cue, clause[0]) or is_of_subject(scene, cue, clause[0], end)
        return None if other else _clause(scene, i, clause[0], end)
    if scene.norms[i] == ":" and "quote" in cue.frames:
        named = scene.is_title(i) or (i > cue.last and scene.part(i - 1) in PREPOSITIONS)  # «في دراسته عن: "…"»
        if not (named or _is_cited(scene, cue, i) or lists(scene, cue, i)):
            return _colon(scene, i, end)
    asked = cue.flag("asks") and scene.hits.has(i, "question_word")  # «وتساءل هل …»
    if asked or ("quote" in cue.frames and is_spoken(scene, cue, i)):
        i = i if asked else spoken_from(scene, cue, i)
        start, by = scene.units.starts[i], "that" if asked else "verbatim"
        return Opening(by, i, i, start, Node("frame", by, start, scene.units.ends[i]))
    speech = None if scene.norms[i - 1] in LAM else scene.speech_at.get(i)  # «لـ"صباح المدينة اليوم"» is who is told
    if speech is not None and "quote" in cue.frames and is_said(scene, cue, i, end, speech):
        led = i > cue.last and scene.norms[i - 1] in BA  # «نادى بـ"…"»
        return _quote(scene, i - led, i, speech)
    particle = scene.particle(i)
    if particle is not None and particle.last < end and not _is_aside(scene, i):
        part = particle.entry.text("part")
        meant = (
            part in cue.frames
            and not (particle.prefix or is_of_role(scene, cue, i, end) or is_of_clause(scene, cue, i))
            and not ((part == "on" and is_reaction(scene, i - 1)) or counts(scene, i))
        )
        if meant and not is_occasion(scene, cue, part, particle.last) and not is_goal(scene, particle.last, part):
            return _behind(scene, cue, part, particle.last, end)
    with_deed = "with" in cue.frames or asks_with(scene, cue, i, end)
    if with_deed and (found := _behind_with(scene, cue, i, end)) is not None:
        return found
    if (cut := proclitic(scene, i, "for")) and ("for" in cue.frames or leads_to(scene, cue, i, end)):
        swallowed = scene.norms[i].startswith(TO_THE)  # «للتنسيق»: the article has lost its alef
        if (
            i > cue.last
            or cue.family == "participle"
            or any(hit.form.pos == "masdar" and hit.prefix for hit in scene.hits.at(i))
            or (swallowed and i not in scene.starting and scene.hits.has(i, "trigger", "cue"))
            or is_called_for(scene, cue, i)
        ):
            return _nominal(scene, cue, "for", i, i, scene.offset(i, 0 if swallowed else cut))
    return None


def _is_cited(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a colon stands between brackets behind a cue («(البقرة: 185)»)."""
    opened = next((at for at in range(i - 1, cue.first, -1) if scene.norms[at] in {"(", ")"}), None)
    return opened is not None and scene.norms[opened] == "("


def _behind_with(scene: Scene, cue: Cue, i: int, end: int) -> Opening | None:
    """Return the opening behind «ب» at a token, be it written onto a noun or before a name in marks («بـ"رد قاس"»)."""
    if scene.norms[i] == LETTERS["with"] and i + 1 in scene.quote_at:
        if is_named_first(scene, i + 1, end):
            return None
        return _nominal(scene, cue, "with", i, i + 1, scene.units.starts[i + 1])
    if is_with_what(scene, i):
        return _nominal(scene, cue, "with", i, i, scene.offset(i, 1))
    cut = 0 if scene.part(i) == "adverb" else proclitic(scene, i, "with")  # «بهذه المناسبة»
    if not cut or is_told_later(scene, cue, i, end) or (cue.flag("target") and is_said_later(scene, i, end)):
        return None
    if only_tells_where(scene, cue, i):
        return None
    return _nominal(scene, cue, "with", i, i, scene.offset(i, cut))


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
    speech = scene.speech_at.get(i + 1) or _short_speech(scene, i + 1, end) or bracketed(scene, i + 1, end)
    if speech is not None:
        return _quote(scene, i, i + 1, speech)
    return Opening("colon", i, i + 1, units.starts[i + 1], Node("mark", "mark", units.starts[i], units.ends[i]))


def _short_speech(scene: Scene, i: int, end: int) -> Speech | None:
    """Return a quotation of few words right behind a colon, where it is all that is said («قال: "مرحبا بك" ثم …»)."""
    quote = scene.short_quote(i, end)
    if quote is None:
        return None
    first, last = scene.units.tokens_of(quote.start, quote.end)
    return Speech(first, last, *scene.units.tokens_of(quote.inner_start, quote.inner_end))


def _next_line(scene: Scene, i: int) -> Opening | None:
    """A colon at the end of its line: what is said is the quotation that opens the next one."""
    speech = scene.speech_at.get(i + 1)
    return None if speech is None else _quote(scene, i, i + 1, speech)


def _quote(scene: Scene, at: int, first: int, speech: Speech) -> Opening:
    node = Node("quote", "quote", scene.units.starts[speech.first], scene.units.ends[speech.last - 1])
    at_that = scene.particle_end(speech.inner) if scene.part(speech.inner) in _POINTING else speech.inner
    inside = [hit for hit in scene.hits.at(at_that, "complementiser") if not (hit.suffix or hit.entry.flag("kept"))]
    other = scene.is_function(at_that)  # «"إن كان الأمر …"», «"آن الأوان …"»
    if inside and not other and inside[0].last < speech.inner_last:  # «قال "إن …"», «لفت: "إلى أن …"»
        first = inside[0].last
    return Opening("quote", at, first, scene.units.starts[first], node, speech)


def _behind(scene: Scene, cue: Cue, frame: str, i: int, end: int) -> Opening | None:
    """What follows a preposition of the frame: a clause, or a noun phrase."""
    clause = scene.hits.at(i, "complementiser")
    if clause and clause[0].prefix == "":
        return _clause(scene, i, clause[0], end)
    counted = scene.norms[i] == "(" and i + 1 < end and scene.norms[i + 1].isdigit()  # «عن (350) وظيفة»
    if not (scene.units.is_word(i) or i in scene.speech_at or i in scene.quote_at or counted):
        return None
    pointed = (
        frame in _POINTING and scene.part(i) == "this" and not (i + 1 < end and scene.norms[i + 1].startswith(ARTICLE))
    )
    if pointed or is_repeated(scene, frame, i, end):
        return None  # «أكد على ذلك بقوله إن …»
    if (later := clause_later(scene, cue, frame, i, end)) is not None:
        return _clause(scene, later.first, later, end)
    if frame == "to" and (said := _saying(scene, cue, i, end)) is not None:
        return said
    if frame == "to" and (deed := called_for(scene, cue, i, end)) is not None:
        cut = 0 if scene.norms[deed].startswith(TO_THE) else 1
        return _nominal(scene, cue, "for", deed, deed, scene.offset(deed, cut))
    if frame == "on" and (told := told_there(scene, cue, i, end)) is not None:
        return _clause(scene, told.first, told, end)
    if frame == "on" and (deed := asked_of(scene, i, end)) is not None:
        return _nominal(scene, cue, frame, i - 1, deed, scene.units.starts[deed])
    return _nominal(scene, cue, frame, i - 1, i, scene.units.starts[i])


def _saying(scene: Scene, cue: Cue, i: int, end: int) -> Opening | None:
    """Return what follows the saying at which somebody arrives («خلص الوزير إلى القول إن …», «… "…"»), or None."""
    words = [hit for hit in scene.hits.at(i, "cue") if hit.form.pos == "masdar" and hit.definite]
    at = words[0].last if words else end
    if at >= end:
        return None
    if "quote" in cue.frames and words[0].entry.flag("utters") and (scene.norms[at] == ":" or at in scene.speech_at):
        return _colon(scene, at, end) if scene.norms[at] == ":" else _quote(scene, at, at, scene.speech_at[at])
    clause = scene.hits.at(at, "complementiser")
    return _clause(scene, at, clause[0], end) if clause else None


def _nominal(scene: Scene, cue: Cue, frame: str, at: int, first: int, start: int) -> Opening | None:
    if (cue.flag("weak") and cue.family == "verb") or cue.flag("support"):
        return None
    units = scene.units
    node = Node("frame", frame, units.starts[at], units.ends[first], frame)
    return Opening(frame, at, first, start, node, scene.speech_at.get(first))
