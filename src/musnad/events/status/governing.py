"""The word of status that governs what stands behind it, and the status that it gives."""

from musnad.arabic import AND, ARTICLE, BA, CONJUNCTIONS, FUTURE, LAM
from musnad.events.draft import OPEN, Draft
from musnad.events.scene import CLAUSE_ENDS, Scene
from musnad.events.words import NONE, WHAT
from musnad.lexicon import Hit
from musnad.model import Node

NEGATIONS = frozenset({"not", "not_past", "not_future"})


GOES_ON = "status_word.go_on"
"""The word of status of what goes on, which as an adjective with the article belongs to the noun before it."""
# With the article another word: «that goes on», «on the other hand», «social media»; «the proposal» of nothing.
_ADVERBS = frozenset(f"status_word.{word}" for word in ("go_on", "in_exchange", "goes_on_verb", "proposal_of"))
BEFORE = "particle.before"
_WHEN = "particle.when"  # before verbs
_STAGE = "stage"  # the context of «the end of, in the course of»
_DONE = "phase_verb.be_done"
ANY = "status_word.any"
"""The word «any», in Arabic with letters of «that is»."""
_WANT, _JUSSIVE = "status_word.want", 3  # letters of its jussive
AIMS = "status_word.aims"
"""The word of status that says what something is for, whose subject is an event itself."""
_OF_SUBJECT = frozenset(
    {AIMS, "status_word.goal", "status_word.provides_for2", "status_word.orders", "status_word.requires"}
)
_NEVER, _END = "status_word.never", "status_word.end_of"
_TRY = "status_word.try"
WHICH = frozenset({WHAT, "particle.which_so"})
"""The words that open a clause told of the whole clause before it: «which led to»."""
_TRYING = frozenset({"relative", "conjunction", "complementiser", "that_he", "when"})  # before who is still trying
_REPORTED = 4  # tokens from a denial over its subject to «what»
_ASKED = "particle.asked_whether"
_OUTER = 3  # tokens from a word that governs a word of success
_PHRASE = 3  # further tokens of a phrase that ends within the window: «has no evidence of»


def governing(scene: Scene, first: int, window: int, *, verbal: bool = False) -> Hit | None:
    """Return the word of status that governs what stands at `first`: before it in the clause, with no event between."""
    units = scene.units
    start = units.sentence(first).first
    weak: Hit | None = None
    aside = first
    for i in range(first - 1, start - 1, -1):
        if i >= aside or i in scene.covered or i in scene.timed:
            continue  # the subject and the day between a verb and its object cost nothing
        aside = _aside(scene, i)
        if aside <= i:
            continue
        window -= 1
        if closes_aside(scene, i) and (i + 1 == first or (i + 2 == first and scene.plain(i + 1))):
            continue  # closes an apposition: «expects, X, | the completion of | the withdrawal»
        if window < -_PHRASE or units.norms[i][0] in CLAUSE_ENDS:
            return weak
        if scene.idle(i):
            continue
        if any(h.last > i for at in (i - 1, i - 2) for h in scene.words.states.get(at, NONE)):
            continue  # «prevented», «did not prevent»: its last word alone would say «without»
        found = [hit for hit in _governors(scene, i, first) if window + hit.last - i > 0]
        if found and not (verbal and (_coordinate(scene, found[0], first) or _nominal(scene, found[0], first))):
            if not found[0].entry.flag("weak"):
                return found[0]
            weak = weak or found[0]
            continue
        carries = bool(scene.words.supports.get(i, NONE))
        known = (h for h in scene.words.triggers.get(i, NONE) if not h.entry.texts("support"))  # «a round | of talks»
        event = any(known) and not scene.words.is_particle(i)
        if event and i not in scene.covered and not verbal and not carries:
            return _aim_of(scene, i, first) or _denied_report(scene, i) or weak
        if _bars(scene, i):
            return _denied_report(scene, i) or weak
    return weak


def _denied_report(scene: Scene, verb: int) -> Hit | None:
    """Return the denial of what a verb behind «what» told: «denied | what reports brought about | the shelling»."""
    what = scene.words.particle_before(verb)
    told = what is not None and what.hit.entry.id == WHAT and scene.hits.has(verb, "cue")
    word = governing(scene, what.first, _REPORTED) if what is not None and told else None
    return word if word is not None and word.entry.text("status") == "denied" else None


def _aim_of(scene: Scene, i: int, first: int) -> Hit | None:
    """Return the word that tells what the event noun at a token, its subject, is for: «aims | the visit to urge».

    Or what a deal or a call holds: «provides | the deal for».
    """
    words = (hit for at in (i - 1, i - 2) for hit in scene.words.states.get(at, NONE))
    return next(
        (hit for hit in words if hit.entry.id in _OF_SUBJECT and hit.last == i and hangs(scene, hit, first)), None
    )


def closes_aside(scene: Scene, i: int) -> bool:
    """Say whether a token is a comma behind a name: it may close an apposition."""
    return scene.units.norms[i][0] in "،," and (i - 1 in scene.covered or i - 1 in scene.timed)


def _aside(scene: Scene, i: int) -> int:
    """Return where what is said by the way and ends with a token begins; behind the token if nothing does.

    «denied, on Tuesday, that»; «denied | at the same time».
    """
    if scene.units.norms[i][0] == "،" and (i - 1 in scene.timed or i + 1 in scene.timed):
        return i
    particle = scene.words.particle_before(i + 1)
    return i + 1 if particle is None or particle.part != "adverb" or particle.first == i else particle.first


def _governors(scene: Scene, i: int, first: int) -> list[Hit]:
    """Return the words of status at a token that can govern what stands at `first`, longest first."""
    return [
        hit
        for hit in scene.words.states.get(i, NONE)
        if not (hit.entry.flag("behind") or (hit.entry.id in _ADVERBS and hit.definite) or _said_of(hit))
        and not _another_sense(scene, hit, first)
        and (hit.last == first if hit.entry.flag("adjacent") else hit.last <= first)
        and (hit.form.pos != "verb" or scene.verb(i))
        and hangs(scene, hit, first)
    ]


def _another_sense(scene: Scene, hit: Hit, first: int) -> bool:
    """Say whether a word is «that is», no «any», or what goes on for a purpose: «the search goes on | to arrest»."""
    if hit.entry.id == _WANT and len(scene.units.norms[hit.first].removeprefix(hit.prefix)) == _JUSSIVE:
        negation = scene.words.particle_before(hit.first)
        return negation is None or negation.part != "not_past"  # letters of «answers»
    if hit.entry.id == ANY and hit.last <= first:
        return scene.opens_content(hit.last) or scene.units.norms[hit.last].startswith(ARTICLE)
    if hit.entry.id != GOES_ON:
        return False
    words = (*scene.words.triggers.get(first, NONE), *scene.words.supports.get(first, NONE))
    return any(one.prefix and one.prefix in LAM for one in words)


def doing(scene: Scene, i: int, first: int) -> Hit | None:
    """Return the verb or participle of status at a token that rules what stands at `first`, of others rather."""
    if i not in scene.words.states:
        return None
    verbs = (hit for hit in scene.words.states[i] if hit.form.pos in {"verb", "participle"})
    return max((v for v in verbs if hangs(scene, v, first)), key=lambda v: v.entry.flag("of_others"), default=None)


def hangs(scene: Scene, hit: Hit, first: int) -> bool:
    """Say whether what stands at `first` hangs on a word by the preposition that it asks for: «went back | on»."""
    wanted = hit.entry.texts("by")
    if not wanted:
        return True
    for i in range(hit.last, first):
        particle = scene.words.particle(i)
        if particle is not None and particle.part in wanted and (particle.part != _IN or particle.last == first):
            return True
    that = scene.words.particle_before(first)
    if that is not None and that.part == "complementiser":
        return "by" in wanted and scene.units.norms[that.first][0] in BA
    words = (*scene.words.triggers.get(first, NONE), *scene.words.supports.get(first, NONE))
    return any(one.prefix and one.prefix in _WRITTEN.get(part, ()) for one in words for part in wanted)


_IN = "in"  # tells where, unless right before what hangs on a word
_WRITTEN = {"by": BA, "for": LAM}  # prepositions of one letter


def _said_of(hit: Hit) -> bool:
    """Say whether a word only calls untrue what stands before it: «answers that were untrue | to the inquiry»."""
    return hit.entry.flag("predicate") and hit.entry.text("status") == "denied"


def _bars(scene: Scene, i: int) -> bool:
    """Say whether nothing before a token governs what stands behind it: a verb, «which», «after», but no day."""
    particle, wider = scene.words.particle(i), scene.words.particle(i - 1)
    if wider is not None and wider.last > i:
        particle = wider  # «through», not «during»
    if particle is not None and particle.part == "was":
        return False
    if particle is not None and particle.part == "be":
        return True  # «a possibility that | the attacks are …»
    if particle is not None and particle.part == "complementiser" and scene.units.norms[i].startswith(AND):
        return True  # «was unable to understand …, and that | her praise»
    sooner = particle is not None and particle.hit.entry.id == BEFORE  # «tried to enter it | before X was arrested»
    if particle is not None and (sooner or particle.part in {"cause", "relative", "conjunction"}):
        # «during last week», «before the end of the month»
        return not (sooner or particle.part == "cause") or particle.last not in scene.timed
    if particle is not None and particle.hit.entry.id == _WHEN and not _noun_at(scene, particle.last):
        return True  # «voiced its wish, when | the war changed …»
    if any(hit.form.pos == "masdar" and hit.prefix and hit.suffix for hit in scene.words.supports.get(i, NONE)):
        return True  # «decided to jail X for his blocking of | the road»
    if not scene.verb(i) or done_by(scene, i) or is_end(scene, i):
        return False
    # «a coup was foiled | and unrest broke out» tells of two things
    return not scene.words.supports.get(i, NONE) or (scene.units.norms[i].startswith(AND) and _all_past(scene, i))


def _all_past(scene: Scene, i: int) -> bool:
    return all(hit.form.tense == "past" for hit in scene.hits.verbs(i))


def will(scene: Scene, verb: int) -> bool:
    """Say whether the letter of the future is written onto a verb: «will include»."""
    return any(hit.prefix.endswith(FUTURE) for hit in scene.hits.verbs(verb))


def is_end(scene: Scene, i: int) -> bool:
    """Say whether letters of a verb are the end of the event behind them: «asked for | an end to | the fighting»."""
    ends = any(hit.entry.id == _END and hit.last == i + 1 for hit in scene.words.states.get(i, NONE))
    if not ends or i + 1 in scene.words.supports:
        return False  # «asked to stop | giving | aid», which goes on
    return any(hit.form.pos != "verb" for hit in scene.words.triggers.get(i + 1, NONE))


def done_by(scene: Scene, i: int) -> bool:
    """Say whether a token is the verb that only says that what follows is done: «that | be tried»."""
    return scene.hits.has(i, "phase_verb") and any(hit.entry.id == _DONE for hit in scene.hits.at(i, "phase_verb"))


def _coordinate(scene: Scene, word: Hit, first: int) -> bool:
    """Say whether a verb of status stands beside another verb and does not govern it: «denies … and accuses»."""
    joined = word.form.pos != "verb" and scene.units.norms[first].startswith(AND)  # «backs the demands | and calls»
    if not joined and (word.form.pos != "verb" or word.entry.text("status") in {"ongoing", "planned"}):
        return False
    return not any(scene.opens_content(i) for i in range(word.last, first))


def _nominal(scene: Scene, word: Hit, first: int) -> bool:
    """Say whether a word rules nouns and «that», and so no verb right behind: «the putting off of a suit | that asks».

    So it is with letters of a verb right before another one: «a text | that asks», not «provides».
    """
    if word.entry.id == _SAYS and word.last == first:
        return True
    if word.entry.flag("verbs") or (word.form.pos == "verb" and word.entry.text("status") != "planned"):
        return False
    if any(hit.prefix and hit.prefix not in CONJUNCTIONS for hit in scene.hits.verbs(first)):
        return False  # «aims | to ask», in Arabic with «for»
    nouns = (hit for i in range(word.last, first) for hit in scene.words.triggers.get(i, NONE))
    if any(hit.form.pos in {"noun", "masdar"} and not hit.entry.texts("support") for hit in nouns):
        return False  # «for fear of attacks | that aim at X»
    return not any(scene.opens_content(i) for i in range(word.last - 1, first + 1))


_SAYS = "status_word.provides_for"


def told_by(scene: Scene, draft: Draft, word: Hit) -> str:
    """Return the status that a word gives to what it governs; negated, another: «did not succeed in», «no doubt»."""
    note(draft, word)
    outer = _over(scene, word)
    if outer is not None:
        return told_by(scene, draft, outer)
    if word.prefix.endswith(FUTURE) and word.entry.text("status") in _OUTCOMES and not word.entry.text("negated"):
        return "planned"  # «will try to», «will have to»
    particle, status = scene.words.particle_before(word.first), word.entry.text("status")
    unless = scene.words.particle(word.first - 1)
    if unless is not None and unless.part == "if" and unless.last > word.first:
        note(draft, unless.hit)
        return "hypothetical"  # «unless | the release is carried out», in Arabic «as long as it is not»
    asked = particle is not None and particle.hit.entry.id == _ASKED  # «must they | be freed?»
    may = particle is not None and particle.part == "may" and (asked or word.form.tense == "present")
    if particle is not None and (may or particle.part == "if") and status in _SURE:
        note(draft, particle.hit)
        return "hypothetical"  # «if the talks fail»
    if word.entry.id == _TRY and word.form.tense == "present" and (particle is None or particle.part in _TRYING):
        return "ongoing"  # «fighters | are trying to retake»
    if particle is None or particle.part not in NEGATIONS:
        able = word.form.tense == "present" and word.entry.text("negated") != "" and status == "happened"
        # «before they managed to», not «which allows»
        before = particle is not None and particle.part == "conjunction" and particle.hit.entry.id not in WHICH
        if not able or before or scene.in_headline(word.first):
            return status
        that = particle is not None and particle.part == "complementiser"
        without = scene.words.particle_before(particle.first) if particle is not None and that else None
        return "failed" if without is not None and without.part in NEGATIONS else "hypothetical"
    note(draft, particle.hit)
    if status == "hypothetical" and excepted(scene, word.last):
        return status  # «cannot | be wiped out but by»
    negated = word.entry.text("negated") or "denied"
    return "hypothetical" if negated == "happened" and particle.part == "not_future" else negated  # «will not hesitate»


def _over(scene: Scene, word: Hit) -> Hit | None:
    """Return the word that decides what another one tells: «chances of success», «efforts failed», «denied that»."""
    outcome = word.form.pos == "masdar" and word.entry.text("status") in _OUTCOMES
    planned, reported = word.form.pos == "participle" or word.entry.id == AIMS, word.entry.flag("reported")
    planned = planned or (word.entry.flag("tried") and word.form.pos != "verb")
    outer = governing(scene, word.first, _OUTER) if outcome or planned or reported else None
    status = "" if outer is None else outer.entry.text("status")
    decides = (outcome and status in OPEN) or (planned and status == "failed") or (reported and status == "denied")
    return outer if decides else None


def in_another(scene: Scene, word: Hit, opening: int) -> bool:
    """Say whether «in» before what opens at a token belongs to a noun behind a word: «denied guilt | in the case».

    What stands behind it then tells where, or what about. Names between the two cost nothing.
    """
    opening -= scene.told_of(opening - 1, _STAGE)  # «decided, at the end of | the talks, that»
    particle = scene.words.particle_before(opening - scene.hits.has(opening - 1, "demonstrative"))
    if particle is None or particle.first < word.last:
        return False
    between = range(word.last, particle.first)
    if particle.part == "from" and word.entry.id == _MANAGE:
        return any(is_from(scene, i) for i in between)  # «could not learn from X | of the claims»
    return particle.part == "in" and any(scene.plain(i) or scene.units.norms[i].startswith(ARTICLE) for i in between)


_MANAGE = "status_word.manage"  # in Arabic with «from»


def _noun_at(scene: Scene, i: int) -> bool:
    """Say whether somebody or a deed told as a noun stands at a token («at | his arrival»), and no clause begins."""
    return i in scene.at_head or any(hit.form.pos == "masdar" for hit in scene.hits.at(i))


def is_from(scene: Scene, i: int) -> bool:
    """Say whether a token is «of, from»."""
    particle = scene.words.particle(i)
    return particle is not None and particle.part == "from"


def not_to(scene: Scene, draft: Draft) -> bool:
    """Say whether «not» stands right before a deed told as a noun: «called for | not shelling the city»."""
    return any(
        hit.entry.id == _NEVER for i in {draft.first, draft.opening} for hit in scene.words.states.get(i - 1, NONE)
    )


def in_phrase(scene: Scene, i: int) -> bool:
    """Say whether a token may be part of a noun phrase that no list knows: a noun, an adjective, «of»."""
    noun = scene.units.norms[i][0].isalnum() and not (scene.verb(i) or scene.words.is_particle(i))
    return is_from(scene, i) or (noun and i not in scene.timed)


def excepted(scene: Scene, token: int) -> bool:
    """Say whether an exception in the clause turns a negation round: «did not release him | but after»."""
    for i in range(token, min(token + _EXCEPTION, scene.units.sentence(token - 1).last)):
        if scene.units.norms[i][0] in CLAUSE_ENDS:
            return False
        if any(hit.entry.id == EXCEPT for hit in scene.hits.at(i, "particle")):
            return not scene.opens_content(i + 1)  # «but that»
    return False


EXCEPT = "particle.except"


_EXCEPTION = 16  # tokens from a negation to the exception that turns it round
_OUTCOMES = frozenset({"happened", "failed"})
_SURE = frozenset({"happened", "failed", "planned", "requested"})


def note(draft: Draft, hit: Hit) -> None:
    """Add a word to the evidence of a draft."""
    draft.evidence.append(Node(hit.entry.kind, hit.entry.id, hit.start, hit.end))
