"""Find the events of an article."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as calendar_day

from musnad.events.belief import believed
from musnad.events.days.circumstances import date_of, day, manner_of
from musnad.events.days.elsewhere import dated
from musnad.events.draft import DAY, DONE, REAL, Draft
from musnad.events.nobody import of_somebody
from musnad.events.one.merge import absorb
from musnad.events.one.retold import merge
from musnad.events.places import going_on, place_of
from musnad.events.roles.asked import charge
from musnad.events.roles.cast_roles import participants, suffered, told, with_others
from musnad.events.roles.countries import name_countries
from musnad.events.roles.demands import cry, voice
from musnad.events.roles.governed import govern
from musnad.events.roles.operations import launch
from musnad.events.roles.pronouns import set_free
from musnad.events.roles.two_sides import name_pairs
from musnad.events.scene import Scene
from musnad.events.status.decide import settle
from musnad.events.status.tense import due_behind, told_in_past
from musnad.events.triggers import drafts
from musnad.events.voices import SPOKEN, listen, whose
from musnad.lexicon import Hit, Hits
from musnad.model import (
    Cast,
    Event,
    Node,
    Published,
    Span,
    Statement,
    TimeExpression,
    Units,
    content_id,
    fact_id,
)


def find(
    units: Units,
    hits: Hits,
    cast: Cast,
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
    published: Published,
) -> tuple[Event, ...]:
    """Return the events in order of their triggers, one for each happening."""
    if not hits.tokens("trigger"):
        return ()
    scene = Scene(units, hits, cast, times, statements)
    name_countries(scene)
    every = drafts(scene)
    if not every:
        return ()
    listen(scene, every)
    cry(scene, every)
    launch(scene, every)
    settle(scene, every)
    whose(scene, every)
    govern(scene, [draft for draft in every if draft.status in DONE], every, own=True)
    set_free(scene, every)
    found = believed(scene, absorb(scene, every))
    govern(scene, found, every)
    voice(scene, found, every)
    charge(scene, found, every)
    name_pairs(scene, found)
    found = [draft for draft in found if of_somebody(scene, draft)]
    text_id = content_id("t", units.text)
    firsts = sorted(draft.first for draft in found)
    events = merge(scene, going_on(scene, [(_event(scene, draft, text_id, firsts), draft) for draft in found]))
    today = (published.value or "")[:DAY]
    whole = ((_with_others(scene, event, draft), draft) for event, draft in dated(scene, events, today))
    return tuple(_to_come(scene, event, draft, today) for event, draft in whole)


def _with_others(scene: Scene, event: Event, draft: Draft) -> Event:
    """Add those who fell and are only counted: «three men were killed and | five others | wounded»."""
    recipients = with_others(scene, draft, event.recipients) if draft.type == _VIOLENT else event.recipients
    return event if recipients == event.recipients else replace(event, recipients=recipients)


def _to_come(scene: Scene, event: Event, draft: Draft, today: str) -> Event:
    """Call an event planned that is told as a fact but lies after the article's day."""
    date = event.date or ""
    if event.status == "planned" and today and date and date < today[: len(date)] and _decided_then(draft, date):
        return replace(event, status="happened")
    wanted = event.status == "requested" or (
        event.status == "planned" and (event.type != _MEETING or _told_before(scene, event))
    )
    if wanted and today and _first_day(date) < today[: len(_first_day(date))]:
        return replace(event, date=None)
    later = _first_day(date) > today[: len(_first_day(date))] if today else _is_due(scene, event, draft)
    if not later or event.status not in REAL:
        return event
    told = draft.hit.form.tense == "past" if draft.verbal else draft.hit.form.pos == "masdar"
    promised = told and draft.hit.entry.flag("promises")
    if not draft.verbal and (_occasion(scene, draft) or _over(draft)):
        return replace(event, date=None)  # «at the meeting they looked at what will be done next month»
    if promised or event.type in SPOKEN - {"AGREE"}:
        return replace(event, date=None)  # «called for a strike on Monday»: the day is that of the strike
    if draft.verbal and told:  # «those who were banned from the elections of next month»
        return replace(event, date=None)
    return replace(event, status="planned")


def _is_due(scene: Scene, event: Event, draft: Draft) -> bool:
    """Say whether a noun is of a day to come, in an article whose own day is not known: «his visit | next Sunday»."""
    return not draft.verbal and event.date is None and due_behind(scene, draft.hit, draft) != ""


def _decided_then(draft: Draft, date: str) -> bool:
    """Say whether a decision was taken in a year or month that is past: «decided in 2003 | to invade»."""
    return len(date) < DAY and date[-1:].isdigit() and any(node.rule == _DECIDED for node in draft.evidence)


def _told_before(scene: Scene, event: Event) -> bool:
    """Say whether the day of a meeting to come stands before it: «issued, yesterday, a paper on | the talks due»."""
    times = scene.times_by(scene.units.tokens_of(event.trigger.start, event.trigger.end)[0])
    its = [time.span.start for time in times if day(time) == event.date]
    return bool(its) and max(its) < event.trigger.start


def _occasion(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun only tells at which occasion something else took place."""
    particle = scene.words.particle_before(draft.first)
    return particle is not None and particle.part == "cause" and told_in_past(scene, draft)


def _over(draft: Draft) -> bool:
    """Say whether a noun tells what is over, whatever is due on a day to come: an attack, a resignation."""
    deed = draft.type == _VIOLENT or draft.hit.entry.text("mode") == _RESIGNED
    return deed and (draft.support is None or draft.support.form.tense != "present")


def _first_day(date: str) -> str:
    """Return a date as text that compares with days: the Monday of a week, the year of a season, else as it is."""
    year, _, rest = date.partition("-")
    if rest[:1].isdigit() or not rest:
        return date
    week = rest.removeprefix(_WEEK)[:2]
    return calendar_day.fromisocalendar(int(year), int(week), 1).isoformat() if week.isdigit() else year


_MEETING = "CONSULT"  # planned as told, it may have been held by now: «killed before | yesterday's talks»
_DECIDED = "status_word.decide"
_VIOLENT, _RESIGNED = "ASSAULT", "resign"
_WEEK = "W"  # in the ISO form of a week, which does not compare with that of a day


def _event(scene: Scene, draft: Draft, text_id: str, firsts: list[int]) -> Event:
    entry = draft.hit.entry
    trigger = _trigger(scene, draft)
    actors = participants(scene, draft.actors)
    recipients = participants(scene, told(suffered(draft), hit=draft.type == _VIOLENT))
    taken = {p.entity or p.name for p in actors}
    recipients = tuple(p for p in recipients if (p.entity or p.name) not in taken)
    time = date_of(scene, draft, firsts) if draft.status != "hypothetical" else None
    place, manner = place_of(scene, draft), manner_of(scene, draft)
    name = entry.id.split(".", 1)[1]
    rule = f"events.{name}"
    return Event(
        id=fact_id(text_id, "event", [trigger]),
        type=draft.type,
        mode=(entry if manner is None else manner.entry).text("mode") or None,
        trigger=trigger,
        status=draft.status,
        actors=actors,
        recipients=recipients,
        place=None if place is None else scene.cast.entity(place).name,
        place_span=None if place is None else place.span,
        date=None if time is None else day(time),
        statements=tuple(
            s.id for s in scene.statements_by(draft.first) if any(span.covers(trigger) for span in s.content)
        ),
        rule=rule,
        node=_node(draft, trigger, rule, time, manner),
    )


def _trigger(scene: Scene, draft: Draft) -> Span:
    """Return the trigger with its pronoun: with the verb where a noun is an event only by it («opened fire»)."""
    hit, support = draft.hit, draft.support
    end = scene.units.ends[draft.last - 1]
    if support is not None and hit.entry.texts("support") and 0 <= hit.first - support.last <= _CLOSE:
        return Span(support.start, end)
    if support is not None and support.first < hit.first and support.entry.text("group") == _SIGNING:
        return Span(support.start, support.end)  # «signed an agreement»: the signing makes it
    return Span(hit.start, end)


_SIGNING = "sign"
_CLOSE = 3  # tokens between a carrying verb and its noun that are still read as one trigger


def _node(draft: Draft, trigger: Span, rule: str, time: TimeExpression | None, manner: Hit | None) -> Node:
    """Return the evidence: the words that tell it, its trigger first, those of status, verb, manner, parties, day."""
    told = (one.hit for one in (draft, *draft.absorbed))
    parts = [Node("trigger", hit.entry.id, hit.start, hit.end, hit.entry.text("type")) for hit in told]
    parts += draft.evidence
    if draft.support is not None:
        parts.append(Node("support_verb", draft.support.entry.id, draft.support.start, draft.support.end))
    if manner is not None:
        parts.append(Node("manner", manner.entry.id, manner.start, manner.end, manner.entry.text("mode")))
    for party in (*draft.actors, *draft.recipients):
        if party.phrase is not None and party.phrase.mention.node is not None:
            parts.append(party.phrase.mention.node)
        elif party.hit is not None:
            parts.append(Node("demonym", party.hit.entry.id, party.hit.start, party.hit.end))
    if time is not None and time.node is not None:
        parts.append(time.node)
    return Node("event", rule, trigger.start, trigger.end, draft.status, tuple(parts))
