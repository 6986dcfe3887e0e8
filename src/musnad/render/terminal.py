"""A reading in the terminal: statements with their chains, events, timeline."""

from collections import defaultdict

from musnad.model import Event, Published, Reading, Statement
from musnad.render.screen import Screen
from musnad.render.words import chain_line, content_line, headline, participants_line, sentence_around

_CONTEXT = 22  # code points on either side in the timeline, which then fits one line
_MOST_DAYS = 6  # candidate days that are listed
STATUS_STYLES = {
    "happened": "green",
    "ongoing": "green",
    "planned": "cyan",
    "requested": "cyan",
    "hypothetical": "yellow",
    "denied": "bright_red",
    "failed": "bright_red",
}


def show(reading: Reading, screen: Screen | None = None) -> None:
    """Write a reading to a screen (standard output by default)."""
    out = Screen() if screen is None else screen
    article = reading.article
    out.rule(headline(article))
    out.line(("published ", "dim"), *_published(reading.published))
    out.row([("through   ", "dim")], chain_line(reading.chain) or "no agency or publisher known", "green")
    if article.byline:
        out.row([("byline    ", "dim")], article.byline)
    _statements(reading, out)
    _events(reading, out)
    _timeline(reading, out)


def _published(published: Published) -> list[tuple[str, str]]:
    shown = published.candidates[:_MOST_DAYS]
    more = len(published.candidates) - len(shown)
    by_reason: dict[str, list[str]] = defaultdict(list)  # a reason that many days share is said once
    for candidate in shown:
        by_reason[candidate.reason or candidate.basis].append(candidate.value)
    days = [f"{', '.join(values)} ({reason})" for reason, values in by_reason.items()]
    listed = "; ".join(days) + (f" and {more} more" if more > 0 else "")
    if published.value is None:
        return [("unknown", "bright_red"), (f"; days that fit: {listed}" if days else "", "")]
    about = " or up to three days before" if published.approximate else ""
    changed = ", ".join(dict.fromkeys(candidate.value for candidate in published.updated))
    return [
        (published.value, "bold"),
        (about, ""),
        (f" ({published.basis}{f': {published.reason}' if published.reason else ''})", "dim"),
        (f"; changed {changed}" if changed else "", "cyan"),
        (f"; also seen: {listed}" if days else "", "dim"),
    ]


def _statements(reading: Reading, out: Screen) -> None:
    numbers = {statement.id: n for n, statement in enumerate(reading.statements, 1)}
    out.heading(f"statements ({len(numbers)})")
    for statement in reading.statements:
        inside = [(f" · inside {numbers[statement.parent]}", "dim")] if statement.parent in numbers else []
        out.row(
            [(f"{numbers[statement.id]:3}  ", "bold"), *note(statement), *inside], chain_line(statement.chain), "green"
        )
        out.arabic(content_line(statement, reading.article.text))


def note(statement: Statement) -> list[tuple[str, str]]:
    """Return what there is to say of a statement beside its chain and content: form, medium, denial, day."""
    parts = [(statement.form, "dim")]
    if statement.medium != "unknown":
        parts.append((f" · {statement.medium.replace('_', ' ')}", "dim"))
    if statement.said:
        parts.append((f" · {statement.said}", "cyan"))
    if statement.speaker is None:
        parts.append((" · nobody named (munqaṭiʿ)", "yellow"))
    elif statement.chain[0].unnamed:
        parts.append((" · unnamed source (mubham)", "yellow"))
    if statement.denial:
        parts.append((" · denial", "bright_red"))
    return parts


def _events(reading: Reading, out: Screen) -> None:
    out.heading(f"events ({len(reading.events)})")
    for event in reading.events:
        show_event(event, reading, out)


def show_event(event: Event, reading: Reading, out: Screen, *before: tuple[str, str]) -> None:
    """Write an event: what became of it and when, who did it to whom, and the word that tells it in its line."""
    mode = f" {event.mode}" if event.mode else ""
    day = (f"{event.date:<11}", "cyan") if event.date else ("undated    ", "dim")
    status = (f"{event.status:<13}", STATUS_STYLES.get(event.status, ""))
    sides = participants_line(event.actors)
    if event.recipients:
        sides = f"{sides or '?'} ⇐ {participants_line(event.recipients)}"
    out.row([*before, ("     ", ""), day, status, (f"{event.type}{mode}", "bold")], sides, "yellow")
    place = f" @ {event.place}" if event.place else ""
    out.arabic(sentence_around(reading.article.text, event.trigger) + place, "dim")


def _timeline(reading: Reading, out: Screen) -> None:
    """List what has a day, in order of days: events, and time expressions that no event uses."""
    text = reading.article.text
    rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for event in reading.events:
        if event.date:
            rows[event.date].append((event.status, sentence_around(text, event.trigger, _CONTEXT)))
    told = set(rows)
    for time in reading.times:
        if time.value and time.start and time.value[:1].isdigit() and time.value not in told:
            rows[time.value].append(("", sentence_around(text, time.span, _CONTEXT)))
    out.heading(f"timeline ({len(rows)} days and periods)")
    for value in sorted(rows):
        for status, row in dict.fromkeys(rows[value]):
            out.row([(f"     {value:<17}", "cyan"), (status, STATUS_STYLES.get(status, ""))], row)
