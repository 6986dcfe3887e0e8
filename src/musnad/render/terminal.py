"""A reading in the terminal: statements with their chains, events, timeline."""

from collections import defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from musnad.model import Published, Reading
from musnad.render.bidi import isolate
from musnad.render.words import chain_line, content_line, event_line, participants_line, sentence_around

_UNTITLED = 60  # code points of the text that stand in for a missing title


def show(reading: Reading, console: Console | None = None) -> None:
    """Write a reading to a console (standard output by default)."""
    out = Console(highlight=False, soft_wrap=True) if console is None else console
    text = reading.article.text
    title = reading.article.title or text[:_UNTITLED]
    out.print(Rule(Text(isolate(title), style="bold")))
    out.print(Text.assemble(("published ", "dim"), _published(reading.published)))
    out.print(Text.assemble(("through ", "dim"), chain_line(reading.chain) or "no agency or publisher known"))
    _statements(reading, out)
    _events(reading, out)
    _timeline(reading, out)


def _published(published: Published) -> str:
    if published.value is None:
        days = [c.value for c in published.candidates]
        return f"unknown; days that fit: {', '.join(days)}" if days else "unknown"
    others = [f"{c.value} ({c.basis}{': ' + c.reason if c.reason else ''})" for c in published.candidates]
    return f"{published.value} ({published.basis})" + (f"; also seen: {', '.join(others)}" if others else "")


def _statements(reading: Reading, out: Console) -> None:
    text = reading.article.text
    numbers = {statement.id: n for n, statement in enumerate(reading.statements, 1)}
    out.print(Text(f"\nstatements ({len(numbers)})", style="bold cyan"))
    for statement in reading.statements:
        inside = f", inside {numbers[statement.parent]}" if statement.parent in numbers else ""
        denial = ", denial" if statement.denial else ""
        said = f", said {statement.said}" if statement.said else ""
        head = f"{numbers[statement.id]:3}  {statement.form}{denial}{said}{inside}  "
        out.print(Text.assemble((head, "dim"), (isolate(statement.cue.of(text)), "magenta")))
        out.print(Text.assemble("     ", (chain_line(statement.chain), "green")))
        out.print(Text.assemble("     ", isolate(content_line(statement, text))))


def _events(reading: Reading, out: Console) -> None:
    out.print(Text(f"\nevents ({len(reading.events)})", style="bold cyan"))
    for event in reading.events:
        out.print(Text.assemble("     ", (event_line(event, reading.article.text), "yellow")))
        who = participants_line(event.actors)
        whom = participants_line(event.recipients)
        if who or whom:
            out.print(Text.assemble("       ", ("who ", "dim"), who or "-", ("  whom ", "dim"), whom or "-"))


def _timeline(reading: Reading, out: Console) -> None:
    """List what has a day, in order of days: events first, then other time expressions."""
    text = reading.article.text
    rows: dict[str, list[str]] = defaultdict(list)
    for event in reading.events:
        if event.date:
            rows[event.date].append(f"{event.type.lower()} ({event.status}) {isolate(event.trigger.of(text))}")
    for time in reading.times:
        if time.value and time.start:
            rows[time.value].append(isolate(sentence_around(text, time.span)))
    out.print(Text(f"\ntimeline ({len(rows)} days and periods)", style="bold cyan"))
    for value in sorted(rows):
        for row in dict.fromkeys(rows[value]):
            out.print(Text.assemble((f"     {value:17}", "blue"), row))
    out.print()


def show_summary(readings: Sequence[Reading], console: Console | None = None) -> None:
    """Write who said what through whom over several readings, by the speaker's name as read."""
    out = Console(highlight=False, soft_wrap=True) if console is None else console
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for reading in readings:
        for statement in reading.statements:
            if statement.speaker is not None:
                line = content_line(statement, reading.article.text)
                said[statement.speaker.name].append((chain_line(statement.chain), line))
    out.print(Rule(Text(f"who said what, through whom: {len(readings)} pages", style="bold")))
    for name, lines in sorted(said.items(), key=lambda item: (-len(item[1]), item[0])):
        out.print(Text(f"\n{isolate(name)}  {len(lines)}", style="bold cyan"))
        for chain, line in lines:
            out.print(Text.assemble("     ", (chain, "green")))
            out.print(Text.assemble("     ", isolate(line)))
