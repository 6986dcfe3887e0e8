"""When and where: the time expression and the place that belong to an event."""

from bisect import bisect_left, bisect_right

from musnad.events.draft import WHERE, Draft
from musnad.events.phrases import Phrase
from musnad.events.scene import CLAUSE_ENDS, Scene
from musnad.events.voices import SPOKEN
from musnad.lexicon import Hit
from musnad.model import Event, Span, Statement, TimeExpression

_VERB_COST = 10  # tokens that a verb between an event and a day counts for; found on dev between 5 and 20
_MARK_COST = 3
_ITS_OWN = 6  # tokens from an event noun to the relative clause that tells of it
_CONTENT_COST = 25  # tokens that «that» counts for: «said on Tuesday that … had arrested» dates the saying
_FARTHEST = 25
_BEFORE = 3  # tokens before an event that goes on in which a day is its own
_VIOLENT = "ASSAULT"
_DAY = 10  # letters of an ISO day


def date_of(scene: Scene, draft: Draft, others: list[int]) -> TimeExpression | None:
    """Return the nearest time expression of an event's sentence; verbs and other events (sorted) cost extra."""
    best: tuple[int, TimeExpression] | None = None
    times = [time for time in scene.times_by(draft.first) if datable(time)]
    spoken = draft.type in SPOKEN
    told = _told(scene, draft) if spoken and times else []
    for time in times:
        if any(span.covers(time.span) for span in told):
            continue
        first, last = scene.units.tokens_of(time.span.start, time.span.end)
        if (
            first >= draft.last
            and (spoken or not draft.verbal)
            and draft.status != "ongoing"
            and _since(scene, draft.last, first)
        ):
            continue
        if _own_only(draft) and not draft.first - _BEFORE <= first < max(draft.reach, draft.last):
            continue
        cost = _cost(scene, draft, first, last, others)
        nearest = cost <= _FARTHEST and (best is None or cost < best[0])
        if nearest and not _in_a_relative_clause(scene, draft, first):
            best = (cost, time)
    return None if best is None else best[1]


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


def _in_a_relative_clause(scene: Scene, draft: Draft, token: int) -> bool:
    """Say whether a day stands in a relative clause to something else: «barred from elections | that … in March»."""
    for i in range(token - 1, scene.units.sentence(token).first - 1, -1):
        if i < draft.last and i >= draft.first:
            return False
        if scene.units.norms[i][0] in CLAUSE_ENDS:
            return False
        particle = scene.words.particle(i)
        if particle is not None and particle.part == "relative" and any(map(scene.verb, range(i, token))):
            if i < draft.first:
                return _left(scene, token, draft.first)
            return draft.verbal or i - draft.last > _ITS_OWN
    return False


def _left(scene: Scene, low: int, high: int) -> bool:
    """Say whether a clause ends between two tokens: at a mark or before a verb."""
    return any(scene.units.norms[i][0] in CLAUSE_ENDS or scene.verb(i) for i in range(low, high))


def _own_only(draft: Draft) -> bool:
    """Say whether only a day in its own clause dates an event: what goes on, or an attack that is only referred to."""
    launched = draft.support is not None and draft.support.first < draft.first
    return draft.status == "ongoing" or (draft.type == _VIOLENT and draft.hit.definite and not launched)


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


def datable(time: TimeExpression) -> bool:
    """Say whether a time expression can date an event."""
    return time.type in {"DATE", "TIME"} and time.value is not None and time.value[:4].isdigit()


def day(time: TimeExpression) -> str:
    """Return the day or longer period of a time expression, without its part of day or clock."""
    value = time.value or ""
    return value[:_DAY] if "T" in value else value


def _cost(scene: Scene, draft: Draft, first: int, last: int, others: list[int]) -> int:
    low, high = (draft.last, first) if first >= draft.last else (last, draft.first)
    cost = 0
    for i in range(low, high):
        cost += 1
        if scene.idle(i):
            continue
        if scene.verb(i):
            cost += _VERB_COST
        elif not scene.units.is_word(i):
            cost += _MARK_COST
        elif scene.opens_content(i):
            cost += _CONTENT_COST
    return cost + (bisect_left(others, high) - bisect_left(others, low)) * _VERB_COST // 2


def place_of(scene: Scene, draft: Draft) -> Phrase | None:
    """Return the place of an event: one behind «in» in the rest of its sentence, or the one that saw it."""
    end = scene.units.sentence(draft.first).last
    for phrase in scene.between(draft.last, end):
        if phrase.slot == "in" and phrase.mention.kind == "place":
            return phrase
    return next((party.phrase for party in draft.parties if party.slot == WHERE), None)


def manner_of(scene: Scene, draft: Draft) -> Hit | None:
    """Return the word in the clause of an event that says in which mode it was done, where its trigger says none."""
    if draft.hit.entry.text("mode"):
        return None
    manners = (hit for i in range(draft.last, draft.reach) for hit in scene.hits.at(i, "manner"))
    return next((hit for hit in manners if hit.entry.text("type") == draft.type), None)


def day_of_lead(scene: Scene) -> TimeExpression | None:
    """Return the first day that the lead names: when the event of a title took place that names none."""
    sentence = next((s for s in scene.units.sentences if s.paragraph == 1), None)
    if sentence is None:
        return None
    inside = [t for t in scene.times_by(sentence.first) if datable(t)]
    return next((t for t in inside if t.granularity == "day" or len(day(t)) == _DAY), None)


class SpokenDays:
    """On which day somebody last spoke: who goes on speaking in sentences without a day does so on that day."""

    def __init__(self, scene: Scene) -> None:
        """Note for every speaker the days that stand beside the cues of his statements, in order of the text."""
        self._days: dict[str, list[tuple[int, str]]] = {}
        for statement in scene.statements:
            entity = None if statement.speaker is None else statement.speaker.entity
            time = None if entity is None else _day_of_cue(scene, statement)
            if entity is not None and time is not None:
                self._days.setdefault(entity, []).append((statement.cue.start, day(time)))

    def of(self, event: Event) -> str | None:
        """Return the day on which the first actor of an event spoke before it, if the text tells one."""
        for actor in event.actors:
            days = self._days.get(actor.entity or "", [])
            at = bisect_right(days, (event.trigger.start, "")) if days else 0
            if at:
                return days[at - 1][1]
        return None


def _day_of_cue(scene: Scene, statement: Statement) -> TimeExpression | None:
    """Return the day that stands within a few tokens of a cue, outside what is said."""
    first, _ = scene.units.tokens_of(statement.cue.start, statement.cue.end)
    near: tuple[int, TimeExpression] | None = None
    for time in scene.times_by(first):
        if not datable(time) or any(span.overlaps(time.span) for span in statement.content):
            continue
        cost = abs(scene.units.tokens_of(time.span.start, time.span.end)[0] - first)
        if cost <= _BESIDE and (near is None or cost < near[0]):
            near = cost, time
    return None if near is None else near[1]


_BESIDE = 12  # tokens from a cue to the day of saying
