"""How far content reaches: to the next cue of the same speaker, a word by which the writer goes on, or the end."""

from bisect import bisect_left
from itertools import pairwise

from musnad.arabic import AND, ARTICLE, LAM
from musnad.lexicon import Hit
from musnad.statements.content.belongings import CLOSING
from musnad.statements.scene import LONGEST_NAME, Scene, Speech
from musnad.statements.steps import GOVERN, MEETING
from musnad.statements.told import Told

FRONTED = 7  # tokens of a phrase that stands before its clause

OCCASIONS = frozenset({"statement", "remarks", "speech", "press_conference"})
"""Media that tell on which occasion it was said."""
INTERVIEW = "interview"  # its words also name talks: «المشاركة في حوار وطني»
_TRAILING = frozenset('،,؛;:-–—(.…؟!؟»”"')
_TELLING = frozenset({"auxiliary", "there", "this"})  # words of sentences without another verb; «مع هذا»
_LEADERS = frozenset({"contrast", "auxiliary", "subordinator", "relative", "as_for"})
_ASKED = frozenset({"about", "in"})  # «وعن», «وحول», «وبشأن», «وفيما يخص»
_MEANS, _BESIDES = "connective.means", "connective.besides"
_HOW_SAID = "connective.how_said"  # «أدان الهجوم بشدة»
_DURING = "connective.during"
_UNTIL = "connective.until"
_BOUND = frozenset({"connective.because", "connective.explaining", "connective.fact"})  # open no sentence
_NEVER_LEADING = frozenset({"connective.prayer", "connective.pleased", "connective.only"})  # «- رحمهم الله»
THEREFORE = "clause_opener.therefore"
_ASIDE = 9  # tokens of an aside between two commas
_SAYER = 9  # tokens behind a content that may tell again who says it


def content_end(scene: Scene, first: int, stops: list[int], limit: int) -> int:
    """Return the token after the content that begins at `first`: at the nearest of `stops`, or at `limit`.

    `stops` are tokens at which another statement of the same level begins; what only leads over to it is cut off.
    """
    end = min([stop for stop in stops if stop > first], default=limit)
    end = min(end, limit, _writer(scene, first, limit))
    return trimmed(scene, first, end, leading=end < limit)


def behind_topic(scene: Scene, first: int) -> int:
    """Return the token behind the topic of the clause that begins at `first`, and behind what stands before its verb.

    It is a pronoun written onto «أن», or definite words: a name, or a noun with those that it governs.
    """
    i = first
    if scene.hits.has(i, "complementiser"):
        i += 1
    elif i in scene.starting:
        i = scene.starting[i].last
    elif scene.is_plain(i) and not scene.hits.verbs(i):
        i += 1
        if not scene.norms[first].startswith(ARTICLE) and not _is_definite(scene, i):
            return first
    else:
        return first
    while _is_definite(scene, i):
        i = max(i + 1, scene.starting[i].last if i in scene.starting else 0)
    if scene.is_comma(i) and scene.norms[i + 1].startswith(AND) and scene.is_function(i + 1):
        aside = next((at for at in range(i + 2, min(len(scene.norms), i + _ASIDE)) if scene.is_comma(at)), None)
        return i if aside is None else aside + 1  # «إن المدن، وعلى الرغم من ذلك، …»
    while i < len(scene.norms) and (scene.is_function(i) or i in scene.opening):
        i += 1
    return i


def _is_definite(scene: Scene, i: int) -> bool:
    """Say whether a definite word that is no function word stands at a token."""
    return i < len(scene.norms) and scene.norms[i].startswith(ARTICLE) and scene.is_plain(i)


def without_sayer(scene: Scene, first: int, end: int) -> int:
    """Return the end of a content without whoever is told behind it to say it («…، يقول الوزير.»), else `end`."""
    if end < len(scene.norms) and scene.units.is_word(end):
        return end
    for i in range(end - 2, max(first + 1, end - _SAYER), -1):
        noun = scene.starting.get(i + 1)
        whole = noun.last == end if noun is not None else i + 2 == end and scene.norms[i + 1].startswith(ARTICLE)
        apart = scene.is_break(i - 1) or scene.norms[i - 1] in CLOSING
        if whole and apart and scene.begins_present(i) and any(h.entry.flag("utters") for h in scene.hits.at(i, "cue")):
            return trimmed(scene, first, i, leading=False)
    return end


def deed_end(scene: Scene, first: int, end: int, told: Told) -> int:
    """Return the end of a content before a deed of whoever speaks that the writer tells with his name, else `end`.

    «أكد حداد أن الخطة جيدة، وتفقد حداد …»; a body may speak so of itself («قالت الشركة إن …، وحققت الشركة …»), but
    hardly of its words.
    """
    around = scene.within.get(first)
    for i in range(first + 2, end):
        noun = scene.starting.get(i)
        if noun is None or noun.entity.id != told.speaker.entity or scene.within.get(i) is not around:
            continue
        joint = "" if scene.is_as(i - 2) else AND  # «…، كما شكر حداد …»
        verbs = [hit for hit in scene.hits.verbs(i - 1) if hit.form.tense == "past" and hit.prefix == joint]
        verbs = verbs if told.kind == "person" else [hit for hit in verbs if hit.kind == "cue"]
        was = scene.part(i - 1) == "auxiliary" and scene.norms[i - 1].startswith(AND) and told.kind == "person"
        if (verbs or was) and not any(hit.form.pos == "masdar" for hit in scene.hits.at(i - 1)):
            return trimmed(scene, first, i - 1, leading=True)
    return end


def occasion_end(scene: Scene, first: int, end: int) -> int:
    """Return the end of a clause before the paper or speech in which it was said («…، وذلك خلال مؤتمر صحفي»)."""
    at = next((i for i in range(end - 1, first, -1) if scene.is_comma(i)), None)
    if at is None:
        return end
    thus = scene.part(at + 1) == "this" and scene.norms[at + 1].startswith(AND)
    occasion = at + 2 if thus else at + 1
    if scene.part(occasion) != "in" or any(scene.part(i) == "contrast" for i in range(occasion, end)):
        return end
    told = is_occasion(scene, scene.particle_end(occasion), end)
    return trimmed(scene, first, at, leading=True) if told else end


def is_occasion(scene: Scene, i: int, end: int) -> bool:
    """Say whether a paper or speech that is told nothing of before stands at a token («مؤتمر صحفي», not «البيان»)."""
    if i >= end:
        return False
    papers = [hit for hit in scene.hits.at(i, "medium") if not (hit.definite or hit.prefix)]
    if papers and papers[0].entry.text("medium") in OCCASIONS | {INTERVIEW}:
        return True
    lead = scene.lead(i - 1)
    met = [hit for hit in scene.hits.at(i, "trigger") if not hit.definite and hit.entry.text("type") == MEETING]
    return bool(met) and lead is not None and lead.entry.id == _DURING  # «…، خلال لقاء مع نظيره»


def trimmed(scene: Scene, first: int, end: int, *, leading: bool) -> int:
    """Return `end` moved back over marks, and over what leads to a following statement if there is one."""
    while end > first + 1:
        mark = scene.norms[end - 1]
        leads = leading and not scene.is_covered(end - 1) and _leads(scene, end - 1)  # not «في الوقت | الذي»
        if (mark in _TRAILING and not _closes(scene, end - 1, first)) or leads:
            end -= 1
        else:
            led = fronted(scene, first, end) or asked_before(scene, first, end) if leading else None
            turn = led or (_turn(scene, end, first) if leading else None)
            if turn is None:
                break
            end = turn
    return end


def _closes(scene: Scene, i: int, first: int) -> bool:
    """Say whether a mark closes a pair that opened inside the content."""
    if scene.norms[i] not in CLOSING:
        return False
    opening = scene.closing.get(scene.units.starts[i])
    return opening is not None and opening >= scene.units.starts[first]


def _leads(scene: Scene, i: int) -> bool:
    """Say whether a word only leads over to the next statement: and, as, but, when, who, «وذلك», a bare conjunction."""
    thus = scene.part(i) == "this" and scene.norms[i].startswith(AND)
    if scene.part(i) == "auxiliary" and scene.is_break(i + 1):
        return False  # «كائنا من كان، مشيرا إلى …»
    return thus or scene.part(i) in _LEADERS or scene.norms[i] == AND


def _turn(scene: Scene, end: int, first: int) -> int | None:
    """Return the first token of a phrase before `end` that opens what follows («من جهته», «فيما»), or None."""
    for i in range(max(first + 1, end - 4), end):
        for hit in scene.hits.at(i, "clause_opener", "connective"):
            opens = hit.kind == "clause_opener" and (hit.entry.id != THEREFORE or _is_led(scene, hit))
            opens = opens or hit.entry.text("part") == "contrast"
            opens = opens or (hit.entry.text("part") == "subordinator" and hit.last - hit.first > 1)  # «قبل أن»
            opens = opens or (hit.entry.text("part") == "adverb" and _stands_apart(scene, hit, first))
            if hit.last == end and opens:
                return i
    return None


def fronted(scene: Scene, first: int, end: int) -> int | None:
    """Return where a phrase begins that stands before the comma at `end` and opens a clause with «و», or None.

    Such a phrase is a preposition with its noun between two marks: «…، وفي الوقت نفسه، اتهم الوزير …».
    """
    return _phrase_before(scene, first, end, GOVERN) if scene.is_comma(end) else None


def asked_before(scene: Scene, first: int, at: int) -> int | None:
    """Return where a phrase begins of which a verb of saying at a token tells («…، وعن القمح قال …»), or None."""
    hits = [hit for hit in scene.hits.at(at, "cue") if hit.form.pos == "verb" and not hit.prefix]
    if not any(hit.form.tense == "past" and not hit.entry.flag("weak") for hit in hits):
        return None
    return _phrase_before(scene, first, at, _ASKED) if scene.units.is_word(at - 1) else None


def _phrase_before(scene: Scene, first: int, end: int, parts: frozenset[str]) -> int | None:
    """Return where a preposition with «و» behind a mark begins whose noun ends before a token, or None."""
    for i in range(end - 1, max(first, end - FRONTED), -1):
        if scene.is_break(i) or (scene.hits.verbs(i) and scene.part(i) is None and not scene.is_covered(i)):
            return None
        if scene.norms[i].startswith(AND) and scene.part(i) in parts and scene.is_break(i - 1):
            return i
    return None


def _stands_apart(scene: Scene, adverb: Hit, first: int) -> bool:
    """Say whether an adverb before a statement leads to it («…، من جهته أكد …»), and ends no clause («… كذلك، …»).

    How something was said is told behind a noun phrase («أدان الهجوم بشدة»), not in a clause («إن الباب أغلق بقوة»).
    """
    if adverb.entry.id in _NEVER_LEADING:
        return False
    joined = scene.is_break(adverb.last) or any(n.startswith(AND) for n in scene.norms[adverb.last : adverb.last + 1])
    apart = scene.is_break(adverb.first - 1) or not joined
    clause = any(scene.hits.has(i, "complementiser") for i in (first - 1, first))
    return apart or adverb.prefix == AND or (adverb.entry.id == _HOW_SAID and not clause)


def _is_led(scene: Scene, hit: Hit) -> bool:
    """Say whether words have a mark or «و» before them («…، لذلك أكد …», not «برنامج خصص لذلك، مشيرا …»)."""
    return scene.is_break(hit.first - 1) or hit.prefix == AND


def _writer(scene: Scene, first: int, limit: int) -> int:
    """Return the first token at which the writer speaks again inside the sentence, else `limit`."""
    turns = (scene.writer[k] for k in range(bisect_left(scene.writer, first + 2), len(scene.writer)))
    return next((min(at, limit) for at in turns if at >= limit or not _is_paired(scene, first, at)), limit)


def _is_paired(scene: Scene, first: int, at: int) -> bool:
    """Say whether words with «و» only answer to the same ones before («من جهة، ومن جهة أخرى»)."""
    norm = scene.norms[at]
    joined = norm.startswith(AND) and at + 1 < len(scene.norms)
    return joined and (norm.removeprefix(AND), scene.norms[at + 1]) in pairwise(scene.norms[first:at])


def continued(scene: Scene, end: int) -> int:
    """Return the end of sentences behind `end` that go on with a joined complementiser («وأن …») in the same line."""
    units = scene.units
    sent = units.sentence(end - 1)
    number = units.sentence_of[end - 1]
    while number + 1 < len(units.sentences):
        nxt = units.sentences[number + 1]
        joined = [h for h in scene.hits.at(nxt.first, "complementiser") if h.prefix == AND]
        joined = [] if scene.part(nxt.first) is not None else joined  # «. وإن كانت …»
        if nxt.paragraph != sent.paragraph or not joined:
            break
        end, number = trimmed(scene, nxt.first, nxt.last, leading=False), number + 1
    return end


def dotted_on(scene: Scene, end: int, stops: list[int]) -> int:
    """Return the end of own words behind `end` that two dots join to them in the same line («قال: نريد حلا.. ونريد …»).

    The next of `stops`, at which somebody else is told to speak, ends them.
    """
    units = scene.units
    number = units.sentence_of[end - 1]
    while number + 1 < len(units.sentences):
        sent, nxt = units.sentences[number], units.sentences[number + 1]
        dots = [norm == "." for norm in scene.norms[sent.last - 3 : sent.last]] == [False, True, True]
        if nxt.paragraph != sent.paragraph or not dots:
            return end
        stop = min([at for at in stops if nxt.first <= at < nxt.last], default=nxt.last)
        if stop == nxt.first:
            return end
        end, number = trimmed(scene, nxt.first, stop, leading=stop < nxt.last), number + 1
        if stop < nxt.last:
            return end
    return end


def with_fragments(scene: Scene, end: int) -> int:
    """Return the end of what is written behind `end` as sentences of their own in the same paragraph but is none."""
    units = scene.units
    number = units.sentence_of[end - 1]
    while number + 1 < len(units.sentences):
        nxt = units.sentences[number + 1]
        if nxt.paragraph != units.sentences[number].paragraph or not _is_fragment(scene, nxt.first, nxt.last):
            break
        end, number = trimmed(scene, nxt.first, nxt.last, leading=False), number + 1
    return end


def _is_fragment(scene: Scene, first: int, last: int) -> bool:
    """Say whether what is written as a sentence is only the end of the one before it.

    It begins with «مع», «من خلال» or «إضافة إلى» and has no verb («… الملف النووي. مع مراعاة مصالح الجانبين.»), with
    a relative pronoun or «بما» («رفض تسليم الوزير. الذي أدانه القضاء.»), with «لأن», «حيث», «مما» where nobody is
    quoted, with «حتى» before a verb, or with «وذلك» before a preposition («ارتفعت الأرباح. وذلك رغم زيادة المصاريف.»).
    """
    part, particle = scene.part(first), scene.particle(first)
    if particle is None:
        return False
    after, name = particle.last, particle.entry.id
    if part == "this" and particle.prefix == AND:
        return scene.part(after) in GOVERN or any(hit.prefix in LAM for hit in scene.hits.at(after))
    if particle.prefix:
        return False
    if name == _UNTIL:
        return any(hit.form.tense == "present" for hit in scene.hits.verbs(after))
    told = any(scene.is_surely_verb(i) or scene.part(i) in _TELLING for i in range(first, last))
    alone = (part == "beside" or name in {_MEANS, _BESIDES}) and not told
    bound = name in _BOUND and not scene.is_verb(after, "cue")  # «. حيث يرى الوزير أن …»
    said = (scene.hits.has(i, "cue") and scene.hits.has(i + 1, "complementiser") for i in range(after, last))
    bound = bound and not any(said)  # «. حيث زادت الشركة إنتاجها، موضحة أن …»
    return alone or bound or part in {"relative", "with_what"}


def quotation_end(scene: Scene, first: int, end: int) -> int:
    """Return the end of the quotation that opened inside a content and goes on behind its sentence, else `end`."""
    speech = scene.within.get(end - 1)
    sent = scene.units.sentence(end - 1)
    opened = speech is not None and speech.first > first and speech.first in scene.quote_at
    return speech.last if speech is not None and opened and end < speech.inner_last and speech.last > sent.last else end


def quoted_on(scene: Scene, speech: Speech, taken: frozenset[int]) -> int:
    """Return the end of a quotation and of those that go on behind it in the same paragraph («"…". "…"»).

    Inside a sentence a conjunction may join them («"…"، لكن "…"»). `taken` are the tokens at which the contents of all
    statements begin: a quotation of another ends the search.
    """
    units = scene.units
    paragraph = units.sentence(speech.first).paragraph
    last = speech.last
    while True:
        at = last
        while at < len(scene.norms) and at not in scene.speech_at and not units.is_word(at):
            at += 1
        if at not in scene.speech_at and _joins(scene, at) and units.sentence_of[at] == units.sentence_of[last - 1]:
            at = max(at + 1, scene.particle_end(at))
        more = scene.speech_at.get(at)
        if more is None or units.sentence(at).paragraph != paragraph or taken & {more.first, more.inner}:
            return last
        if more.inner_last - more.inner <= LONGEST_NAME:
            return last
        last = more.last


def _joins(scene: Scene, i: int) -> bool:
    """Say whether a word joins a quotation to the one before it: «و», «لكن», «وهو»."""
    return i < len(scene.norms) and (scene.norms[i] == AND or scene.part(i) in {"contrast", "there"})
