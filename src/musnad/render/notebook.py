"""Rich display in notebooks: readings, statements, events, chains and claims as HTML that needs nothing beside itself.

Every text is escaped and isolated in its direction; styles stand in attributes, for a notebook has no sheet of ours. No
script, no address of anybody: a reading of a hostile article can be displayed.
"""

from dataclasses import dataclass
from html import escape
from itertools import groupby

from musnad.model.chains import Chain
from musnad.model.claims import Proposition, Source, Sources
from musnad.model.events import Event
from musnad.model.readings import Reading
from musnad.model.statements import Statement
from musnad.render.segments import CONTENT, CUE, EVENT, SPEAKER, TIME, Segment, layers, lines
from musnad.render.words import content_line

_TURNING = str.maketrans(dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""))
_FRAME = (
    "direction:rtl;text-align:right;font-family:'Noto Naskh Arabic','Amiri','Traditional Arabic',serif;font-size:1.1em;"
    "line-height:2;max-width:48em;color:#1d1b17;background:#fffdf8;padding:1em 1.2em;border:1px solid #ded6c5;"
    "border-radius:.4em;unicode-bidi:isolate"
)
_STYLES = {
    EVENT: "background:#f4d9df;border-bottom:3px double #a02b4c",
    TIME: "background:#dde9cf;border-bottom:2px dotted #43691b",
    SPEAKER: "background:#f6dfae;border-bottom:2px solid #996000",
    CUE: "border-bottom:2px solid #1b7a72",
    CONTENT: "background:#d9ece8",
}
_HOP = "display:inline-block;border:1.5px solid #1b7a72;border-radius:1em;padding:0 .8em;margin:.15em 0"
_UNNAMED = ";border-style:dashed"
_SOFT = "color:#5b564b;font-size:.85em"
_LONGEST = 20_000  # characters of a text that a notebook shows
_ARROW = '<span style="color:#5b564b"> ← </span>'


def reading_html(reading: Reading) -> str:
    """Return the text of a reading with its evidence coloured, then its statements with their chains."""
    cut = reading.article.text[:_LONGEST]
    shown = "".join(f"<p>{''.join(map(_piece, line))}</p>" for line in lines(cut, layers(reading)))
    left = len(reading.article.text) - len(cut)
    more = f'<p style="{_SOFT}">+{left:,}</p>' if left else ""
    statements = "".join(f"<li>{_statement(each, reading)}</li>" for each in reading.statements)
    head = " · ".join(_bdi(part) for part in (reading.article.publisher, reading.published.value) if part)
    return _framed(f'<div style="{_SOFT}">{head}</div>{shown}{more}<ol>{statements}</ol>{chain_line(reading.chain)}')


def statement_html(statement: Statement) -> str:
    """Return a statement as a record with its chain; its words stand in the article, which it does not hold."""
    speaker = "—" if statement.speaker is None else statement.speaker.name
    notes = [statement.stance, statement.form, statement.medium, *(["denial"] if statement.denial else [])]
    spans = ", ".join(f"{span.start}–{span.end}" for span in statement.content)
    about = " · ".join(_bdi(each) for each in (*notes, statement.said, f"[{spans}]", statement.rule) if each)
    return _framed(f'<b>{_bdi(speaker)}</b> <span style="{_SOFT}">{about}</span>{chain_line(statement.chain)}')


def event_html(event: Event) -> str:
    """Return an event as a record with its chain."""
    sides = [" + ".join(_bdi(who.name) for who in side) for side in (event.actors, event.recipients) if side]
    kind = event.type + (f".{event.mode}" if event.mode else "")
    about = " · ".join(_bdi(each) for each in (kind, event.status, event.date, event.place, event.rule) if each)
    return _framed(f'<b>{_ARROW.join(sides)}</b> <span style="{_SOFT}">{about}</span>{chain_line(event.chain)}')


@dataclass(frozen=True, slots=True)
class Path:
    """A chain to display by itself: chains are plain tuples, which a notebook shows as such."""

    chain: Chain

    def _repr_html_(self) -> str:
        """Return the chain as a path, origin first."""
        return _framed(chain_line(self.chain))


def claim_html(claim: Proposition) -> str:
    """Return a claim with its origins, routes and numbers."""
    behind = claim.corroboration
    numbers = f"{behind.articles} articles · {behind.copies} copies · {behind.grade}"
    rows = (("origins", behind.origins), ("routes", behind.routes))
    sources = "".join(_sources(name, found) for name, found in rows)
    conflicts = "".join(f'<li style="color:#8c2f1b">{_bdi(each.about)}</li>' for each in claim.conflicts)
    note = f'<p style="{_SOFT}">{_bdi(claim.sentence)}</p>' if claim.sentence else ""
    return _framed(
        f'<b>{_bdi(claim.text)}</b><div style="{_SOFT}">{_bdi(numbers)}</div>{note}{sources}<ul>{conflicts}</ul>'
    )


def chain_line(chain: Chain) -> str:
    """Return the hops of a chain; whoever stands twice in a row is named once."""
    links = [next(same) for _, same in groupby(chain, key=lambda link: link.name)]
    hops = [
        f'<span style="{_HOP}{_UNNAMED if link.unnamed else ""}" title="{escape(link.role)}">{_bdi(link.name)}</span>'
        for link in links
    ]
    return f"<div>{_ARROW.join(hops)}</div>" if hops else ""


def _sources(name: str, found: Sources) -> str:
    count = str(found.least) if found.least == found.most else f"{found.least}–{found.most}"
    named = " · ".join(_source(each) for each in found.found)
    return f'<div><span style="{_SOFT}">{escape(name)} {count}:</span> {named}</div>'


def _source(each: Source) -> str:
    return f'{_bdi(each.name)} <span style="{_SOFT}">({escape(each.kind)}{"" if each.certain else "?"})</span>'


def _statement(statement: Statement, reading: Reading) -> str:
    speaker = "—" if statement.speaker is None else statement.speaker.name
    said = content_line(statement, reading.article.text)
    stance = f'<span style="{_SOFT}">{escape(statement.stance)}</span>'
    return f"<b>{_bdi(speaker)}</b> {stance} {_bdi(said)}{chain_line(statement.chain)}"


def _piece(piece: Segment) -> str:
    kinds = [kind for kind in _STYLES if kind in piece.kinds]
    shown = escape(piece.text.translate(_TURNING))
    if not kinds:
        return shown
    style = ";".join(_STYLES[kind] for kind in reversed(kinds))
    return f'<span style="{style}" title="{escape(" ".join(kinds))}">{shown}</span>'


def _bdi(text: str) -> str:
    return f"<bdi>{escape(text.translate(_TURNING))}</bdi>"


def _framed(inner: str) -> str:
    return f'<div dir="rtl" lang="ar" style="{_FRAME}">{inner}</div>'
