"""Find the statements of an article: cues with their content, who says it, what stands inside what."""

from collections.abc import Sequence

from musnad.arabic import AND, ARTICLE, BA, LAM, PRESENT_STARTS, SO
from musnad.arabic.letters import ALEF
from musnad.lexicon import Hit, Hits
from musnad.model import (
    Cast,
    Chain,
    Link,
    Node,
    Published,
    Speaker,
    Statement,
    TimeExpression,
    Units,
    content_id,
    fact_id,
)
from musnad.statements.carried.history import History
from musnad.statements.confidence import confidence
from musnad.statements.content.extents import (
    content_end,
    continued,
    deed_end,
    dotted_on,
    occasion_end,
    quotation_end,
    quoted_on,
    with_fragments,
    without_sayer,
)
from musnad.statements.content.lead_ends import (
    aside_end,
    label_end,
    leading_end,
    main_end,
    predicate_end,
    protasis_end,
    related_end,
    subordinate_end,
    wish_end,
)
from musnad.statements.content.phrase_ends import nominal_end
from musnad.statements.draft import NOMINAL, Draft
from musnad.statements.drafts import drafts_of
from musnad.statements.headlines import believed, name_headlines
from musnad.statements.levels import arrange, interrupt
from musnad.statements.named_elsewhere import Elsewhere
from musnad.statements.occasions import Occasions
from musnad.statements.pieces import form_of, pieces_of
from musnad.statements.scene import Scene
from musnad.statements.subjects.unnamed import Unnamed

_JUDGING = frozenset({"accuse", "condemn", "demand", "praise"})  # stances taken after something was done
_OWN_WORDS = frozenset({"quote", "colon", "verbatim"})  # what brings words as they were spoken
_NEAR = 2  # sentences before a verb in which whoever it belongs to has spoken


def find(
    units: Units, hits: Hits, cast: Cast, times: Sequence[TimeExpression], published: Published
) -> tuple[Statement, ...]:
    """Return the statements in order of their cues.

    Each has its own hands as chain: the speaker, and whoever passed it on inside the text; the document's own hands
    and those of the statement around it are added by the chains stage.
    """
    scene = Scene(units, hits, cast, times)
    drafts = drafts_of(scene)
    arrange(scene, drafts, History())
    interrupt(scene, drafts)
    told = [d for d in drafts if d.told is not None or (d.is_sure and not _is_misread(scene, d, drafts))]
    _forget(drafts, told)
    drafts = told
    taken = frozenset(draft.first for draft in drafts if not draft.silent)
    for draft in drafts:
        if not draft.silent:
            _delimit(scene, draft, taken)
    drafts = [draft for draft in drafts if draft.pieces or draft.silent]
    drafts = believed(scene, drafts)
    name_headlines(scene, drafts)
    Elsewhere(scene, drafts).fill()
    Occasions(scene, published).fill(drafts)
    drafts = [draft for draft in drafts if not draft.silent]
    for draft in drafts:
        while draft.parent is not None and draft.parent.silent:
            draft.parent = draft.parent.parent
    version = content_id("t", units.text)
    made = [(draft, _rule(draft), fact_id(version, "statement", (draft.cue.span, *draft.pieces))) for draft in drafts]
    ids = {id(draft): name for draft, _, name in made}
    unnamed = Unnamed(scene)
    return tuple(_statement(draft, rule, name, ids, unnamed) for draft, rule, name in made)


def _forget(found: Sequence[Draft], drafts: Sequence[Draft]) -> None:
    """Let no clause end at a present verb of which nobody says anything («…، حيث يتوقع هطول الأمطار»)."""
    gone = {
        draft.begins
        for draft in found
        if draft.family == "verb" and draft.cue.hit is not None and draft.cue.hit.form.tense == "present"
    }
    gone -= {draft.begins for draft in drafts}
    for draft in drafts if gone else ():
        if draft.opening is not None and draft.opening.by == "that":
            draft.stops = [stop for stop in draft.stops if stop not in gone]


def _is_misread(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a cue without anybody to belong to it is spelt like a dual, or like what the writer says of himself.

    The one is a noun («هناك وعدا بذلك»), the other is in the first person («وقد اقترحتُ أن …»), where nobody speaks in
    the sentences before it.
    """
    hit, opening = draft.cue.hit, draft.opening
    if hit is None or hit.form.pos != "verb":
        return False
    if hit.form.number == "d" and not hit.prefix:
        return True
    near = opening is not None and opening.at == draft.cue.last and not draft.cue.flag("utters")
    own = (hit.form.tense, hit.form.gender, hit.form.number) == ("past", "f", "s") and near and not draft.agentless
    number = scene.units.sentence_of[draft.cue.first]
    near_by = range(number - _NEAR, number + 1)
    spoken = any(d.told is not None and scene.units.sentence_of[d.cue.first] in near_by for d in drafts)
    return own and not spoken


def _delimit(scene: Scene, draft: Draft, taken: frozenset[int]) -> None:
    """Find the end of the content, its pieces and its form."""
    units = scene.units
    opening = draft.opening
    speech = opening.speech if opening is not None else None
    parent = _around(draft)
    draft.parent = parent
    limit = min(draft.limit, parent.last) if parent is not None and parent.last > draft.first else draft.limit
    end = content_end(scene, draft.first, draft.stops, limit)
    if draft.told is not None and (opening is None or opening.by not in _OWN_WORDS):
        end = deed_end(scene, draft.first, end, draft.told)
    end = _clause_end(scene, draft, end)
    stopped = any(draft.first < stop < limit for stop in draft.stops)
    cut = speech is not None and not speech.closed and stopped and end < speech.inner_last  # «"نريد حلا، مضيفا أن …»
    if speech is not None and not cut and (opening is None or opening.by == "quote" or speech.last >= end):
        end = quoted_on(scene, speech, taken)
    elif parent is None and not stopped:
        end = with_fragments(scene, end if draft.family == "preposition" else continued(scene, end))
        end = quotation_end(scene, draft.first, end)
    if speech is None and opening is not None and opening.by in {"colon", "verbatim"}:
        end = dotted_on(scene, end, draft.stops)
    draft.last = end
    whole = speech is not None and draft.first >= speech.first and end == speech.last
    start, stop = _without_and(scene, draft), units.ends[end - 1]
    if speech is not None and whole:  # the marks are no part of what is said
        start, stop = max(start, units.starts[speech.inner]), units.ends[speech.inner_last - 1]
    draft.pieces, quoted, plain = pieces_of(scene, start, stop)
    first, last = draft.resumed or (0, 0)
    if first < last and first not in draft.stops:
        last = with_fragments(scene, content_end(scene, first, draft.stops, last))
        more, *counts = pieces_of(scene, units.starts[first], units.ends[last - 1])
        draft.pieces, quoted, plain = (*draft.pieces, *more), quoted + counts[0], plain + counts[1]
    verbatim = opening is not None and (opening.by in {"colon", "verbatim"} or (cut and opening.by == "quote"))
    inside = draft.cue.first in scene.within
    draft.form = form_of(quoted, plain, verbatim=verbatim or inside or whole)


def _without_and(scene: Scene, draft: Draft) -> int:
    """Return where a content begins, behind what only joins it («وقتل …، وفقا لـ…», «وبحسب الشرطة فقد وقع …»)."""
    i, start = draft.first, draft.start
    norm = scene.norms[i]
    led = draft.family == "preposition" and norm.startswith(SO)
    if not (led or (draft.is_attributed and norm.startswith(AND))):
        return start
    if start != scene.units.starts[i] or i in scene.within or len(norm) == 1:
        return start
    noun, hits = scene.starting.get(i), scene.hits.at(i)
    if noun is not None:
        return max(start, noun.mention.span.start)
    known = _is_joined(hits) if hits else norm[1:].startswith((ARTICLE, ALEF, *PRESENT_STARTS, *BA, *LAM))
    particle = scene.particle(i)
    known = known or (particle is not None and particle.prefix in {AND, SO})  # «فقد»
    return scene.offset(i, 1) if known else start


def _is_joined(hits: Sequence[Hit]) -> bool:
    """Say whether words at a token have something written before them; verbs may have their like in a dual («ودعا»)."""
    if all(hit.prefix for hit in hits):
        return True
    verb = any(hit.prefix == AND and hit.form.pos == "verb" for hit in hits)
    return verb and all(hit.prefix or hit.form.number == "d" or hit.kind == "context" for hit in hits)


def _clause_end(scene: Scene, draft: Draft, end: int) -> int:
    """Return the end of a noun phrase or a clause before what its verb does not govern, else `end`."""
    opening = draft.opening
    speech = opening.speech if opening is not None else None
    deed = draft.family == "masdar"
    if opening is not None and opening.by not in _OWN_WORDS:
        end = protasis_end(scene, draft.cue.first, draft.first, end)
    if opening is not None and opening.by in NOMINAL:
        if speech is None or speech.last < end:
            first = draft.first if speech is None else speech.last - 1
            loose = deed or scene.part(draft.cue.first - 1) == "relative"
            end = nominal_end(scene, first, end, loose=loose, judges=draft.cue.text("stance") in _JUDGING)
        end = subordinate_end(scene, draft.begins, draft.first, end)
        end = predicate_end(scene, draft.cue.first, draft.first, end)
        end = related_end(scene, draft.cue.first, draft.first, end, clause=False)
        end = aside_end(scene, draft.cue.first, draft.first, end)
        return main_end(scene, draft.cue.first, draft.first, end) if deed else end
    if opening is None or opening.by != "that":
        return end
    end = without_sayer(scene, draft.first, occasion_end(scene, draft.first, end))
    if deed:
        end = leading_end(scene, draft.begins, draft.first, end)
        end = main_end(scene, draft.cue.first, draft.first, end, clause=True)
    end = subordinate_end(scene, draft.begins, draft.first, end, clause=True)
    end = aside_end(scene, draft.cue.first, draft.first, wish_end(scene, draft.first, end))
    end = related_end(scene, draft.cue.first, draft.first, end, clause=True)
    end = label_end(scene, draft.cue.first, draft.first, end, aimed=draft.cue.flag("target"))
    return nominal_end(scene, speech.last - 1, end, loose=False) if speech is not None and speech.last < end else end


def _around(draft: Draft) -> Draft | None:
    """Return the nearest statement around a draft whose content reaches to its cue."""
    parent = draft.parent
    while parent is not None and parent.pieces and parent.first < parent.last <= draft.cue.first:
        if parent.resumed is not None and parent.resumed[0] <= draft.cue.first < parent.resumed[1]:
            break
        parent = parent.parent
    return parent


def _rule(draft: Draft) -> str:
    """Return the rule that made a statement: the family of its cue and what brought its content."""
    by = draft.opening.by if draft.opening is not None else "quoted_before" if draft.family == "verb" else "clause"
    return f"statements.{draft.family}.{by}"


def _statement(draft: Draft, rule: str, name: str, ids: dict[int, str], unnamed: Unnamed) -> Statement:
    told = draft.told
    start = min(draft.cue.span.start, draft.pieces[0].start)
    end = max(draft.cue.span.end, draft.pieces[-1].end)
    children = [draft.cue.node()]
    children += [] if told is None else [told.node]
    children += [] if draft.opening is None else [draft.opening.node]
    children += [Node("content", draft.form, piece.start, piece.end) for piece in draft.pieces]
    return Statement(
        id=name,
        form=draft.form,
        cue=draft.cue.span,
        content=draft.pieces,
        speaker=None if told is None else told.speaker,
        addressee=draft.addressee,
        medium=draft.medium,
        denial=draft.cue.flag("denial"),
        stance=draft.cue.text("stance") or "neutral",
        said=draft.said,
        parent=ids.get(id(draft.parent)) if draft.parent is not None else None,
        chain=_chain(draft, unnamed),
        rule=rule,
        node=Node("statement", rule, start, end, draft.form, tuple(children)),
    )


def _chain(draft: Draft, unnamed: Unnamed) -> Chain:
    """Return the statement's own hands: the speaker, if anybody is known to be it, then whoever passed it on."""
    own = () if draft.told is None else (_link(draft.told.speaker, "speaker", draft, unnamed),)
    relay = () if draft.relayed_by is None else (_link(draft.relayed_by.speaker, "outlet", draft, unnamed),)
    links = [*own]
    for link in (*relay, *draft.via):
        if all(link.name != known.name for known in links):
            links.append(link)
    return tuple(links)


def _link(speaker: Speaker, role: str, draft: Draft, unnamed: Unnamed) -> Link:
    medium = draft.medium if role == "speaker" and draft.medium != "unknown" else None
    return Link(
        speaker.name,
        role,
        speaker.span,
        speaker.basis,
        confidence(speaker.basis),
        entity=speaker.entity,
        medium=medium,
        unnamed=unnamed.has(speaker),
    )
