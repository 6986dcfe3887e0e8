"""Documents as speakers: whom a verb behind a paper, «… said in a paper» or a post means."""

from dataclasses import replace

from musnad.arabic import ARTICLE, BARE
from musnad.arabic.letters import ALEF, HA, TANWIN
from musnad.lexicon import Hit
from musnad.model import Span
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_definite
from musnad.statements.scene import Scene
from musnad.statements.subjects.issuers import creator, is_given_to_press
from musnad.statements.subjects.phrases import phrase, unknown
from musnad.statements.subjects.printed import printed_in
from musnad.statements.told import KINDS, Told, agrees, told_by

SPOKEN = 14  # tokens between what was said or written and «قال فيه»
RECEIVED = 8  # tokens between a verb that tells of a paper's coming, the paper, and what that says
DESCRIBED = 4  # tokens between an indefinite document and a verb that tells what it says
OPENED = 14  # tokens of a clause that opens with a document, up to its verb
_STATEMENT = "statement"


def described(scene: Scene, cue: Cue) -> Told | None:
    """Return whoever made what a verb behind it describes, or that itself where nobody is named, or None.

    That is an indefinite document («أصدرت بيانا شديد اللهجة طالب …»), or whatever is meant by «فيه» behind the verb.
    """
    within = scene.part(cue.last) == "within"
    if cue.hit is None or cue.hit.prefix or (scene.is_function(cue.first - 1) and not within):
        return None
    first, _ = scene.region(cue.first)
    if not within and (received := _received(scene, first, cue)) is not None:
        return received
    if not within and (issued := _behind_that(scene, first, cue)) is not None:
        return issued
    for at in range(cue.first - 1, max(first, cue.first - (SPOKEN if within else DESCRIBED)) - 1, -1):
        led = scene.is_function(at) or scene.hits.has(at, "complementiser")  # «تقريرا يفيد بأن حداد أبلغ …»
        if not within and (not scene.units.is_word(at) or led):
            return None
        papers = [h for h in scene.hits.at(at, "medium") if (within or h.entry.flag("document")) and not h.suffix]
        written = bool(papers) and papers[0].prefix not in BARE  # «جاء بقرارات يعلن …»
        if written and not within and at == cue.first - 1 and cue.hit.form.tense == "past":
            return phrase(scene, Span(papers[0].start, papers[0].end), cue.first)  # «انتهى ببيان أكد أن …»
        if (
            papers
            and not within
            and (written or scene.part(at - 1) == "in" or scene.hits.has(at - 1, "cue_preposition"))
        ):
            return None  # «وفي منشور لها قالت الرئاسة …»
        if papers and not papers[0].definite:
            made = _interviewed(scene, papers[0], first, cue) or creator(scene, at, cue.first, papers)
            if made is not None or is_given_to_press(scene, papers[0]):
                return made
            if not within and not _is_issued(scene, at):
                return phrase(scene, scene.units.span(at, cue.first), cue.first)
            named = phrase(scene, scene.units.span(at, papers[0].last), cue.first)
            return replace(named, speaker=replace(named.speaker, basis="document"))
    return None


def _behind_that(scene: Scene, first: int, cue: Cue) -> Told | None:
    """Return who made the document with which a clause opens before its verb («أن بيانا صدر عن الوزارة أكد أن …»)."""
    last = max(first, cue.first - OPENED)
    at = next((i + 1 for i in range(cue.first - 2, last - 1, -1) if scene.is_that(i)), cue.first)
    papers = [hit for hit in scene.hits.at(at, "medium") if hit.entry.flag("document") and not hit.suffix]
    made = creator(scene, at, cue.first, papers) if papers and not papers[0].definite else None
    verbs = [i for i in range(at, cue.first) for hit in scene.hits.verbs(i) if hit.kind == "cue"]
    return None if verbs or made is None or made.last > cue.first else made


def _received(scene: Scene, first: int, cue: Cue) -> Told | None:
    """Return who sent a paper that came to somebody and whose words a present verb tells, or that itself, or None.

    «تلقت الشرطة بلاغا من السكان يفيد بـ…» is theirs, «ورد بلاغ إلى الشرطة يفيد بـ…» nobody's that is known.
    """
    if cue.hit is None or cue.hit.form.tense != "present":
        return None
    for at in range(cue.first - 1, max(first, cue.first - RECEIVED) - 1, -1):
        if scene.is_comma(at) or scene.part(at) == "relative" or scene.hits.has(at, "complementiser"):
            return None
        papers = [hit for hit in scene.hits.at(at, "medium") if hit.prefix in BARE and not (hit.definite or hit.suffix)]
        if not papers:
            continue
        came = any(_comes(scene, i) for i in range(max(first, at - RECEIVED), at))
        if not came or cue.hit.form.gender != ("f" if scene.norms[at].endswith(HA) else "m"):
            return None
        sender = scene.starting.get(papers[0].last + 1) if scene.part(papers[0].last) == "of" else None
        if sender is not None and sender.mention.kind in KINDS - {"place"}:
            return told_by(sender, "creator")
        paper = phrase(scene, scene.units.span(at, papers[0].last), cue.first)
        return replace(paper, speaker=replace(paper.speaker, name=paper.speaker.name.rstrip(ALEF + TANWIN)))
    return None


def _comes(scene: Scene, i: int) -> bool:
    """Say whether a verb at a token tells that something comes to somebody («تلقى», «ورد»)."""
    return any(hit.entry.flag("receives") for hit in scene.hits.verbs(i)) or scene.is_verb(i, "appearing")


def made_in(scene: Scene, cue: Cue, until: int) -> Told | None:
    """Return who made the paper of a cue («جاء في بيان الوزارة …», «أصدرت الوزارة بيانا جاء فيه …»)."""
    if scene.part(cue.last - 1) == "within":
        return described(scene, replace(cue, last=cue.last - 1))
    made, listed = creator(scene, cue.last - 1, until), cue.hit is not None and cue.hit.kind == "medium"
    if made is not None or (listed and scene.norms[cue.last - 1].startswith(ARTICLE)):
        return made
    named = printed_in(scene, cue.last, until) or unknown(scene, cue.last - 1, until)
    if named is None or not listed or cue.text("medium") != _STATEMENT:
        return named  # «جاء في تقرير صحفي أن …»
    return replace(named, speaker=replace(named.speaker, basis="document"))


def _interviewed(scene: Scene, paper: Hit, first: int, cue: Cue) -> Told | None:
    """Return with whom a conversation was, or whose letter came («أجرت مع الوزير حوارا قال فيه …»), or None."""
    wanted = {"interview": "beside", "phone_call": "of", "letter": "of"}.get(paper.entry.text("medium"))
    if wanted is None:
        return None
    for at in range(first if wanted == "beside" else paper.last, cue.first):
        noun = scene.starting.get(at + 1) if scene.part(at) == wanted else None
        if noun is not None and noun.mention.kind == "person" and agrees(cue, told_by(noun, "subject")):
            return told_by(noun, "subject")
    return None


def posted(scene: Scene, cue: Cue) -> Told | None:
    """Return whose post or paper a sentence opens with («وفي تدوينة لترامب على المنصة قال …»), or None."""
    first, _ = scene.region(cue.first)
    if scene.part(first) != "in" or first + 1 >= cue.first:
        return None
    papers = [hit for hit in scene.hits.at(first + 1, "medium") if not hit.definite]
    return creator(scene, first + 1, cue.first, papers) if papers else None


def _is_issued(scene: Scene, at: int) -> bool:
    """Say whether an indefinite document is the object of a verb, and not of a noun or preposition before it."""
    before = scene.norms[at - 1] if at else ""
    stands = at in scene.ending or at in scene.time_before or is_definite(before) or scene.is_break(at - 1)
    return scene.norms[at].endswith(ALEF) or stands


def headed(scene: Scene, i: int, until: int) -> Told | None:
    """Return who made the document behind a noun that tells which («أحدث تقرير لمصرف …», «نص بيان الوزارة»)."""
    if i + 1 >= until or not scene.units.is_word(i) or scene.is_function(i) or is_definite(scene.norms[i]):
        return None
    papers = [hit for hit in scene.hits.at(i + 1, "medium") if hit.entry.flag("document") and hit.prefix == ""]
    return creator(scene, i + 1, until, papers) if papers and i not in scene.starting else None
