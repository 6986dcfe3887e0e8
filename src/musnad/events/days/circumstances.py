"""When and where: the time expression and the place that belong to an event."""

from bisect import bisect_left
from collections.abc import Iterator

from musnad.arabic import AND
from musnad.events.days.clauses import (
    in_a_relative_clause,
    in_another_clause,
    is_of_a_paper,
    is_of_another,
    is_of_main_clause,
    is_of_one_before,
    is_until,
)
from musnad.events.draft import DAY, FALLEN, Draft
from musnad.events.scene import Scene
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE
from musnad.lexicon import Hit
from musnad.model import Span, TimeExpression

_VERB_COST = 10  # tokens that a verb between an event and a day counts for; found on dev between 5 and 20
_MARK_COST = 3
_ITS_OWN = 6  # tokens from an event noun to the relative clause that tells of it
_CONTENT_COST = 25  # tokens that «that» counts for: «said on Tuesday that … had arrested» dates the saying
_FARTHEST = 25
_OPENS = 3  # tokens from the beginning of a clause to the day that opens it
_OPENED = 60  # tokens from the day that opens a sentence to a verb that it dates
_BEFORE = 3  # tokens before an event that goes on in which a day is its own
_REQUESTED, _DENIED, _ANNIVERSARY = "requested", "denied", "anniversary"
_VIOLENT = "ASSAULT"
_ANSWERED = frozenset({"AGREE", "ACCUSE"})  # types of events that others vote on or answer
_ATTACKS = frozenset({"attack", "clash"})
_HIT = "hit"  # the level of verbs that say whom an attack hit
_OF_LONG_AGO = frozenset({"RETREAT", "SANCTION"})  # who is freed or sentenced did or suffered something before


def date_of(scene: Scene, draft: Draft, others: list[int]) -> TimeExpression | None:
    """Return the nearest time expression of an event's sentence; verbs and other events (sorted) cost extra.

    Nearest to its trigger, to the verb that carries it, or to what the sentence tells of the same happening.
    """
    times = [time for time in scene.times_by(draft.first) if datable(time)]
    if not times:
        return None
    number = scene.units.sentence_of[draft.first]
    parts = [one for one in draft.absorbed if scene.units.sentence_of[one.first] == number and _dates(draft, one)]
    found = [near for one in (draft, *parts) if (near := _nearest(scene, one, times, others)) is not None]
    return min(found, key=lambda near: near[0])[1] if found else None


def _dates(draft: Draft, part: Draft) -> bool:
    """Say whether another word for the same happening may give its day: behind it only one for the attack itself."""
    if part.first < draft.first:
        return not _own_only(draft)
    return draft.level == FALLEN and part.level in _ATTACKS and part.status == "happened"


def _nearest(
    scene: Scene, draft: Draft, times: list[TimeExpression], others: list[int]
) -> tuple[int, TimeExpression] | None:
    """Return the one of the time expressions that costs least from a draft, with its cost."""
    best: tuple[int, TimeExpression] | None = None
    spoken = draft.type in SPOKEN
    told = _told(scene, draft) if spoken else []
    for time in times:
        if any(span.covers(time.span) for span in told):
            continue
        first, last = scene.units.tokens_of(time.span.start, time.span.end)
        vague = len(day(time)) < DAY
        if is_of_another(scene, draft, first, len(day(time))) or is_until(scene, draft, first):
            continue
        if last <= draft.first and (is_of_main_clause(scene, draft, last) or is_of_one_before(scene, draft, first)):
            continue
        if _only_since(scene, draft, first, coarse=vague):
            continue
        if _own_only(draft) and not _is_own(scene, draft, first, times):
            continue
        if vague and in_another_clause(scene, draft, first, last):
            continue
        if is_of_a_paper(scene, draft, first, last):
            continue
        if last <= draft.first and _of_its_telling(scene, draft):
            continue
        cost = min(_cost(scene, span, (first, last), others) for span in _spans(draft)) - _own_verb(draft, first)
        if cost > _FARTHEST and len(day(time)) == DAY and _dates_all(scene, draft, first, last):
            cost = _FARTHEST
        near = cost <= _FARTHEST
        cost += _VERB_COST if last <= draft.first and _goes_on(scene, draft) else 0
        nearest = near and (best is None or cost < best[0])
        coarse = vague or draft.type in _OF_LONG_AGO
        if nearest and not in_a_relative_clause(scene, draft, first, coarse=coarse):
            best = (cost, time)
    return best


def _spans(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield the tokens `[first, last)` of a trigger and of the finite verb before it that carries it."""
    yield draft.first, draft.last
    carrier = draft.support
    if carrier is not None and carrier.form.pos == "verb" and carrier.first < draft.first:
        yield carrier.first, carrier.last


def _told(scene: Scene, draft: Draft) -> list[Span]:
    """Return what is said in the sentence of an event, whose days are not those of saying it.

    «Threatened to avenge the killing of X | in August». What «was» puts before what is told has a day, and rather that
    of the past: «had accused it of the attack, in May».
    """
    if before_that(scene, draft):
        return []
    trigger = Span(draft.hit.start, draft.hit.end)
    contents = (span for statement in scene.statements_by(draft.first) for span in statement.content)
    return [span for span in contents if not span.covers(trigger)]


def before_that(scene: Scene, draft: Draft) -> bool:
    """Say whether «was» puts an event before what is told: «gunmen had attacked»."""
    start = scene.units.sentence(draft.first).first
    particles = map(scene.words.particle, range(start, draft.first))
    return any(particle is not None and particle.part == "was" for particle in particles)


def _goes_on(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb opens a clause of its own: «arrested in May | and released on Sunday»."""
    if not draft.verbal:
        return False
    opening = scene.words.particle_before(draft.first)
    return (opening is not None and opening.parts) or scene.units.norms[draft.first].startswith(AND)


def _of_its_telling(scene: Scene, draft: Draft) -> bool:
    """Say whether a day before a deed is that of asking for it, of denying it, of voting on it, of remembering it."""
    return draft.status == _REQUESTED or _decided_on(scene, draft) or _remembered(scene, draft)


def _decided_on(scene: Scene, draft: Draft) -> bool:
    """Say whether a day before a noun is that of a word about it: «denied on Sunday | the arrest», «voted on | it».

    So it is of an answer: «replied on Sunday to | the criticism of X».
    """
    if draft.verbal or draft.support is not None:
        return False
    particle = scene.words.particle_before(draft.first)
    on = particle is not None and particle.part == "on"
    return draft.status == _DENIED or (draft.type in _ANSWERED and on)


def _remembered(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun tells only what is remembered: «the anniversary of | the killing of»."""
    return not draft.verbal and any(scene.told_of(i, _ANNIVERSARY) for i in range(draft.first - _BEFORE, draft.first))


def _own_only(draft: Draft) -> bool:
    """Say whether only a day in its own clause dates an event: what goes on, or an attack that is only referred to."""
    launched = draft.support is not None and draft.support.first < draft.first
    return draft.status == "ongoing" or (draft.type == _VIOLENT and draft.hit.definite and not launched)


def _dates_all(scene: Scene, draft: Draft, first: int, last: int) -> bool:
    """Say whether a day opens a sentence and so dates what a verb of the past tells in it, however far that is."""
    if not draft.verbal or draft.hit.form.tense != "past" or not last <= draft.first <= last + _OPENED:
        return False
    if first - scene.units.sentence(first).first >= _OPENS or scene.words.is_relative(draft.first - 1):
        return False
    return not any(i in scene.timed or scene.opens_content(i) for i in range(last, draft.first))


def _own_clause(scene: Scene, draft: Draft) -> int:
    """Return where the clause of an event ends, with one that only tells of it: «the attack, | which was on Friday».

    Its verb is one that carries events or says whom they hit.
    """
    end = max(draft.reach, draft.last)
    for i in range(draft.last, min(draft.last + _ITS_OWN + 1, scene.units.sentence(draft.first).last - 1)):
        particle = scene.words.particle(i)
        if particle is None or particle.part != "relative":
            continue
        verb = particle.last
        told = verb in scene.words.supports or any(
            hit.entry.text("level") == _HIT for hit in scene.words.triggers.get(verb, NONE)
        )
        return max(end, scene.clause_end(verb + 1)) if told and scene.verb(verb) else end
    return end


def _is_own(scene: Scene, draft: Draft, first: int, times: list[TimeExpression]) -> bool:
    """Say whether a time expression is in an event's own clause, or close before it where none is behind it there.

    «Condemned today | the attack that hit X yesterday».
    """
    end = _own_clause(scene, draft)
    behind = draft.type == _VIOLENT and any(draft.last <= scene.units.token_at(time.span.start) < end for time in times)
    return (draft.last if behind else draft.first - _BEFORE) <= first < end


def _only_since(scene: Scene, draft: Draft, token: int, *, coarse: bool) -> bool:
    """Say whether a time is only where something began: what goes on began then, other events did not happen then.

    «In one of its worst phases since 1990, | the arrests»; «the first visit | since the vote of last year», which may
    still go on.
    """
    particle = scene.words.particle_before(token)
    right_behind = particle is not None and particle.hit.entry.id == SINCE
    if draft.status == "ongoing":
        return token >= draft.last and not right_behind and _since(scene, draft.last, token)
    opening = scene.words.particle_before(draft.first)
    when = opening is not None and opening.part == "when"
    if coarse and right_behind and not when:
        return True
    noun = draft.type in SPOKEN or not draft.verbal
    return token >= draft.last and (noun or not right_behind) and _since(scene, draft.last, token)


def _since(scene: Scene, low: int, token: int) -> bool:
    """Say whether a day is only where something began: «the first talks since 2009», «since the death of X in May»."""
    for i in range(token, low, -1):
        particle = scene.words.particle_before(i)
        if particle is not None and particle.hit.entry.id == SINCE:
            return True
        if not scene.units.norms[i - 1][0].isalnum():
            return False
    return False


SINCE = "particle.since"
_DECADE = 3  # digits; centuries date no event


def datable(time: TimeExpression) -> bool:
    """Say whether a time expression can date an event."""
    value = time.value or ""
    return time.type in {"DATE", "TIME"} and len(value) >= _DECADE and value[:_DECADE].isdigit()


def day(time: TimeExpression) -> str:
    """Return the day or longer period of a time expression, without its part of day or clock."""
    value = time.value or ""
    return value[:DAY] if "T" in value else value


def _own_verb(draft: Draft, token: int) -> int:
    """Return what a verb costs where that between a noun and a day is its own: «a visit | that he paid today»."""
    carrier = draft.support
    between = carrier is not None and carrier.form.pos == "verb" and draft.last <= carrier.first < token
    return _VERB_COST if between else 0


def _cost(scene: Scene, span: tuple[int, int], time: tuple[int, int], others: list[int]) -> int:
    """Return how far a time expression stands from a word, both as tokens `[first, last)`."""
    low, high = (span[1], time[0]) if time[0] >= span[1] else (time[1], span[0])
    cost = 0
    for i in range(low, high):
        cost += 1
        if scene.idle(i):
            continue
        if scene.verb(i):
            cost += 0 if _in_quotes(scene, i, low, high) else _VERB_COST
        elif not scene.units.is_word(i):
            cost += _MARK_COST
        elif scene.opens_content(i):
            cost += _CONTENT_COST
    return cost + (bisect_left(others, high) - bisect_left(others, low)) * _VERB_COST // 2


def _in_quotes(scene: Scene, i: int, low: int, high: int) -> bool:
    """Say whether a token stands in quotation marks that open and close between two others."""
    at, first, last = scene.units.starts[i], scene.units.starts[low], scene.units.ends[high - 1]
    return any(
        quote.start < at < quote.end and first <= quote.start and quote.end <= last for quote in scene.units.quotes
    )


def manner_of(scene: Scene, draft: Draft) -> Hit | None:
    """Return the word in the clause of an event that says in which mode it was done, where its trigger says none."""
    if draft.hit.entry.text("mode"):
        return None
    manners = (hit for i in range(draft.last, draft.reach) for hit in scene.hits.at(i, "manner"))
    return next((hit for hit in manners if hit.entry.text("type") == draft.type), None)
