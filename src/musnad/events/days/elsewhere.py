"""When events took place whose own sentence names no day: what the article tells of them elsewhere."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date as calendar_day

from musnad.events.days.circumstances import before_that, datable, day
from musnad.events.draft import DAY, REAL, Draft
from musnad.events.scene import Scene
from musnad.events.voices import SPOKEN
from musnad.model import Event, Sentence, Statement, TimeExpression

_TALK, _PROMISED, _VIOLENT = "CONSULT", "AGREE", "ASSAULT"
_MET = SPOKEN | {_TALK}
_IN_THE_FIELD = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_BEHIND = 2  # sentences from an attack to the next one of the same day
_BESIDE = 12  # tokens from a cue to the day of saying
_LEAD = 2  # sentences of title and lead, and from these to what the speaker says
_BYLINE = 8  # tokens of a line that is still a byline
_FRESH = 3  # days from what a lead tells as news to the article, with what a capture may be late
_RECENT = 7  # days back to an attack of which a report goes on to tell
_GOING_ON = 6  # sentences in which somebody goes on speaking
_REFERRING = frozenset({"cause", "on", "about"})
_STATE = "country."


def dated(scene: Scene, events: list[tuple[Event, Draft]], today: str) -> Iterator[tuple[Event, Draft]]:
    """Give events that name no day the one that the text means for them; `today` is the article's day or empty.

    That of the title has the day of the lead, an attack told right behind another one has its day, who goes on speaking
    does so on the day on which he spoke, and those who met agree and speak on the day of the meeting.
    """
    spoken, met = SpokenDays(scene), MeetingDays()
    attacked: str | None = None
    told = 0  # the sentence of the attack whose day that is
    for event, draft in events:
        day_of = event.date
        if day_of is None and event.status in REAL:
            if scene.units.sentence(draft.first).paragraph == 0:
                day_of = None if _referred(scene, draft) else _day_of_lead(scene, today)
                if day_of is None and draft.type in SPOKEN and draft.verbal:
                    day_of = spoken.below(today)
            elif before_that(scene, draft):
                day_of = None
            elif draft.type in SPOKEN or (
                draft.type == _TALK and not scene.times_by(draft.first) and not _named(draft)
            ):
                beside = draft.hit.form.tense == "present" or draft.hit.form.pos == "participle"  # «said, | demanding»
                inside = draft.type in SPOKEN and bool(event.statements) and not beside
                day_of = None if inside else spoken.of(event, draft)
                if day_of is None and (not inside or draft.type == _PROMISED):
                    day_of = met.of(event, draft) or spoken.soon(event, draft)
            elif event.status == "happened" and draft.type in _IN_THE_FIELD:
                day_of = attacked if _goes_on(scene, draft, told) else None
        placed = event if day_of == event.date else replace(event, date=day_of)
        met.note(placed)
        news = event.type == _VIOLENT and not before_that(scene, draft)
        if news and day_of is not None and len(day_of) == DAY and _fresh(day_of, today, _RECENT):
            attacked, told = day_of, scene.units.sentence_of[draft.first]
        yield placed, draft


def _referred(scene: Scene, draft: Draft) -> bool:
    """Say whether a title only refers to what a noun tells: «in answer to | the killing of», «after | the attack»."""
    particle = None if draft.verbal else scene.words.particle_before(draft.first)
    return particle is not None and particle.part in _REFERRING


def _named(draft: Draft) -> bool:
    """Say whether a noun only names talks or visits: «his part in | the talks», «one of | the visits»."""
    return not draft.verbal and draft.support is None and (draft.hit.definite or draft.hit.form.number == "p")


def _day_of_lead(scene: Scene, today: str) -> str | None:
    """Return the first day that the lead names, if it is news: when the event of a title took place that names none."""
    sentences = (s for s in scene.units.sentences if s.paragraph > 0)
    lead = next(filter(_long, sentences), None)
    if lead is None:
        return None
    days = (day(t) for t in scene.times_by(lead.first) if datable(t))
    named = next((one for one in days if len(one) == DAY), None)
    return None if named is None or not _fresh(named, today, _FRESH) else named


def _long(sentence: Sentence) -> bool:
    """Say whether a sentence is more than a byline."""
    return sentence.last - sentence.first > _BYLINE


def _fresh(named: str, today: str, limit: int) -> bool:
    """Say whether a day is of the last `limit` ones before the article's, as far as that is known."""
    if not today:
        return True
    return (calendar_day.fromisoformat(today) - calendar_day.fromisoformat(named)).days <= limit


def _goes_on(scene: Scene, draft: Draft, told: int) -> bool:
    """Say whether an event goes on with an attack of the sentence `told`: a further one behind it, a deed beside it."""
    sentences = scene.units.sentence_of[draft.first] - told
    if draft.type == _VIOLENT and not scene.times_by(draft.first):
        return sentences <= _BEHIND and not (draft.hit.definite and draft.support is None)
    return sentences == 0 and draft.verbal


class MeetingDays:
    """On which day somebody last met others or spoke: what he agrees on and says behind it is of that day."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._days: dict[str, str] = {}

    def note(self, event: Event) -> None:
        """Remember the day of a meeting or word, for all who took part but states."""
        if event.type in _MET and event.status == "happened" and event.date is not None and len(event.date) == DAY:
            entities = (actor.entity for actor in event.actors)
            self._days.update((e, event.date) for e in entities if e is not None and not e.startswith(_STATE))

    def of(self, event: Event, draft: Draft) -> str | None:
        """Return the day of the first actor who met others, for what he says by a verb; a masdar refers to a word."""
        if event.type not in SPOKEN or not (draft.verbal or draft.hit.form.pos != "masdar"):
            return None
        entities = (actor.entity for actor in event.actors)
        return next((self._days[e] for e in entities if e in self._days), None)


class SpokenDays:
    """On which day somebody last spoke: who goes on speaking in sentences without a day does so on that day."""

    def __init__(self, scene: Scene) -> None:
        """Note for every speaker the days that stand beside the cues of his statements, in order of the text."""
        self._scene = scene
        self._days: dict[str, list[tuple[int, str]]] = {}
        self._all: list[tuple[int, str]] = []
        for statement in scene.statements:
            entity = None if statement.speaker is None else statement.speaker.entity
            lead = scene.units.sentence(scene.units.tokens_of(statement.cue.start, statement.cue.end)[0]).paragraph
            time = None if entity is None and lead > _LEAD else _day_of_cue(scene, statement)
            if time is None or len(day(time)) != DAY:
                continue
            self._all.append((statement.cue.start, day(time)))
            if entity is not None:
                self._days.setdefault(entity, []).append(self._all[-1])

    def of(self, event: Event, draft: Draft) -> str | None:
        """Return the day on which the first actor of an event spoke a few sentences before it, if it is told."""
        units = self._scene.units
        relative = self._scene.words.particle_before(draft.first)
        if relative is not None and relative.part == "relative":
            return None  # «X, whom he | had endorsed»
        for actor in event.actors:
            days = self._days.get(actor.entity or "", [])
            at = bisect_right(days, (event.trigger.start, "")) if days else 0
            if not at:
                continue
            start, named = days[at - 1]
            since = units.sentence_of[draft.first] - units.sentence_of[units.tokens_of(start, start + 1)[0]]
            if since <= _GOING_ON:
                return named
        return None

    def below(self, today: str) -> str | None:
        """Return the day on which what the title tells was said, where the lead names none but what follows it does."""
        units = self._scene.units
        lead = next((n for n, one in enumerate(units.sentences) if one.paragraph > 0 and _long(one)), None)
        if lead is None or not today:
            return None
        end = units.sentences[min(lead + _LEAD, len(units.sentences) - 1)].end
        named = next((named for at, named in self._all if units.sentences[lead].start <= at < end), None)
        return named if named is not None and _fresh(named, today, _FRESH) else None

    def soon(self, event: Event, draft: Draft) -> str | None:
        """Return the day that stands beside what the first actor of a lead without one says right behind it.

        What goes on is no word of that day («تكشف التحقيقات التي تجريها النيابة …. وقالت النيابة أمس إن …»).
        """
        units = self._scene.units
        number = units.sentence_of[draft.first]
        spoken = event.type in SPOKEN and event.status != "ongoing"
        if number > _LEAD or not spoken or self._scene.times_by(draft.first):
            return None
        end = units.sentences[min(number + _LEAD, len(units.sentences) - 1)].end
        days = self._days.get((event.actors[0].entity or "") if event.actors else "", [])
        return next((named for at, named in days if event.trigger.start < at < end), None)


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
