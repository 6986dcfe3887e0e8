"""Several readings beside each other: who said what through whom, what happened, what each office put on record.

Names and contents are compared as they are written (letters folded): this is a way to look at a few pages, not the
corroboration of a collection.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from musnad.arabic import fold_word
from musnad.model import Event, Link, Reading, Statement
from musnad.render.screen import Screen
from musnad.render.terminal import note, show_event
from musnad.render.words import chain_line, content_line

_OFFICES = frozenset({"office", "organisation"})
_TWO = 2


@dataclass(slots=True)
class _Told:
    """One content as several pages tell it."""

    content: str
    statement: Statement
    chains: list[str] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)


def show_summary(readings: Sequence[Reading], screen: Screen | None = None) -> None:
    """Write who said what through whom over several readings, their events, and the two fullest readouts."""
    out = Screen() if screen is None else screen
    out.rule(f"who said what, through whom: {len(readings)} pages")
    _speakers(readings, out)
    out.rule(f"what happened: {len(readings)} pages")
    _happenings(readings, out)
    _readouts(readings, out)


def _speakers(readings: Sequence[Reading], out: Screen) -> None:
    names: dict[str, str] = {}
    told: dict[str, dict[str, _Told]] = defaultdict(dict)
    for page, reading in enumerate(readings):
        for statement in reading.statements:
            if statement.speaker is not None:
                key = fold_word(statement.speaker.name)
                names.setdefault(key, statement.speaker.name)
                _add(told[key], statement, reading, page)
    for key in sorted(told, key=lambda k: (-len(_pages(told[k])), -len(told[k]), k)):
        counts = f"{_many(len(told[key]), 'statement')} on {_many(len(_pages(told[key])), 'page')}"
        out.line("")
        out.row([(counts, "dim")], names[key], "bold cyan")
        for one in told[key].values():
            for number, chain in enumerate(dict.fromkeys(one.chains)):
                out.row(note(one.statement) if number == 0 else [], chain, "green")
            out.arabic(one.content)


def _many(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")


def _add(contents: dict[str, _Told], statement: Statement, reading: Reading, page: int) -> None:
    content = content_line(statement, reading.article.text)
    one = contents.setdefault(fold_word(content), _Told(content, statement))
    one.chains.append(chain_line(statement.chain))
    one.pages.add(page)


def _pages(contents: dict[str, _Told]) -> set[int]:
    return set().union(*(one.pages for one in contents.values()))


def _happenings(readings: Sequence[Reading], out: Screen) -> None:
    """List events, those of most pages first, each by its fullest telling."""
    found: list[_Happening] = []
    for page, reading in enumerate(readings):
        for event in reading.events:
            one = next((known for known in found if known.fits(event)), None)
            if one is None:
                found.append(_Happening([(event, reading)], {page}))
            else:
                one.tellings.append((event, reading))
                one.pages.add(page)
    for one in sorted(found, key=lambda each: (-len(each.pages), each.day or "9")):
        event, reading = max(one.tellings, key=lambda telling: _fullness(telling[0]))
        count = len(one.pages)
        show_event(event, reading, out, (f"{count} of {len(readings)} pages", "bold" if count > 1 else "dim"))


@dataclass(slots=True)
class _Happening:
    """One happening as several pages tell it: same type, status and sides, and no other day or mode."""

    tellings: list[tuple[Event, Reading]]
    pages: set[int]

    @property
    def day(self) -> str | None:
        return next((event.date for event, _ in self.tellings if event.date), None)

    def fits(self, event: Event) -> bool:
        first = self.tellings[0][0]
        mode = next((each.mode for each, _ in self.tellings if each.mode), None)
        if (event.type, event.status) != (first.type, first.status):
            return False
        if event.mode and event.date and (event.mode, event.date) == (mode, self.day):
            return bool(_sides(event) & _sides(first))  # as good as the same, if one page names one side only
        free = (None, "")
        return (
            _sides(event) == _sides(first)
            and (event.date in free or self.day in free or event.date == self.day)
            and (event.mode in free or mode in free or event.mode == mode)
        )


def _fullness(event: Event) -> int:
    return (event.date is not None) + (event.mode is not None) + len((*event.actors, *event.recipients))


def _sides(event: Event) -> set[str]:
    return {p.country or fold_word(p.name) for p in (*event.actors, *event.recipients)}


def _readouts(readings: Sequence[Reading], out: Screen) -> None:
    """Write what the two offices with most to say put on record, side by side."""
    said: dict[str, dict[str, _Told]] = defaultdict(dict)
    names: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for page, reading in enumerate(readings):
        kinds = {entity.id: entity.kind for entity in reading.entities}
        whole: set[str] = set()  # what stands inside a statement of the same office is told with it
        for statement in reading.statements:
            issuer = _issuer(statement)
            if statement.parent in whole:
                whole.add(statement.id)
            elif issuer is not None and kinds.get(issuer.entity or "") in _OFFICES:
                whole.add(statement.id)
                key = fold_word(issuer.name)
                spelled.setdefault(key, issuer.name)
                _add(said[key], statement, reading, page)
                names[key] = len(said[key])
    top = [name for name, _ in names.most_common(_TWO)]
    if len(top) < _TWO:
        return
    out.rule("two offices on record")
    right, left = ([spelled[name], *(_counted(one) for one in said[name].values())] for name in top)
    out.beside(right, left)


def _counted(one: _Told) -> str:
    return f"• {one.content}" + (f" (×{len(one.pages)})" if len(one.pages) > 1 else "")


def _issuer(statement: Statement) -> Link | None:
    """Return the last of a statement's own hands before the document's: the office that gave it out."""
    own = [link for link in statement.chain if not link.tail]
    return own[-1] if own else None
