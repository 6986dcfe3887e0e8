"""The book of rules: every id that a fact may name with what the rule reads, and which of them made something.

Rules of times say themselves what they are made of, and a trigger of events says it in its entry; of all others a line
in `NOTES` says it. A rule that is in no book is a defect of the book, and one that makes nothing on any text an orphan.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from musnad.evaluate.sound import facts
from musnad.grammar import Context, Kind, Mark, Number, Optional, Rule
from musnad.grammar.items import Item, inner
from musnad.lexicon import Entry, Lexicon
from musnad.model import Reading
from musnad.times.rules import RULES

STAGES = ("times", "mentions", "statements", "events")
TRAPS = frozenset({"trap"})
"""What such a rule makes keeps words from being read, and stands in no tree."""

NOTES: Mapping[str, str] = {
    "times.clock.one_token": "hour and minute written as one number with a mark between them",
    "times.numeric.dotted": "day, month and year written as one token with full stops",
    "times.clock.head": "hour and minute at the head of a line of a live page, or behind its label",
    "times.onset.since": "«since» with the beginning or end of a happening: a time without a known day",
    "times.open.end": "a word before it leaves the end open: «since»",
    "times.open.start": "a word before it leaves the start open: «until»",
    "times.tense.future": "the verb of the clause gives the direction: ahead",
    "times.tense.past": "the verb of the clause gives the direction: back",
    "times.year.bare_lead": "a bare year before a colon or at the head of a line of a chronicle",
    "mentions.body.elliptic": "a ministry named by its field alone, with the demonym of its state",
    "mentions.body.headed": "a noun for bodies with the name behind it",
    "mentions.body.known": "a body of the knowledge base under one of its names",
    "mentions.body.shared": "a paper, firm or club called like an ordinary word, a city or a month",
    "mentions.body.credited": "the abbreviation of an agency in a dateline",
    "mentions.group.counted": "a noun for people with the number of them",
    "mentions.group.nationals": "a demonym in the plural: the people of a state",
    "mentions.group.noun": "a noun for groups with what describes it",
    "mentions.group.part": "one or some of a group",
    "mentions.model.name": "a name that only the small model or a model of your own takes for one",
    "mentions.person.called": "a noun for people, «called», and the name",
    "mentions.person.listed": "words among enumerated names of people",
    "mentions.person.name": "the name of a person by its own parts",
    "mentions.person.name_apposition": "a name with the role behind a comma",
    "mentions.person.national": "a demonym in the singular: somebody of a state",
    "mentions.person.role_name": "a role and the name that it announces",
    "mentions.person.short": "part of a name that stood in full before",
    "mentions.person.title": "a title and the name",
    "mentions.place.capital": "«the Qatari capital»: the city that a state's adjective means",
    "mentions.place.headed": "a noun for places with the name behind it",
    "mentions.place.listed": "a word among enumerated places",
    "mentions.place.realm": "the noun of a realm alone: the publisher's country, or the only one of its kind named",
    "mentions.place.known": "a place of the knowledge base under one of its names",
    "mentions.pointer.counterpart": "«his counterpart»: the same office of another state",
    "mentions.pointer.honorific": "an honorific («His Majesty») for the one named before",
    "mentions.pointer.latter": "«the latter»: the last one named",
    "mentions.pointer.pair": "a dual: both who were named last with that role",
    "mentions.role.phrase": "a role without a name",
    "mentions.source.unnamed": "sources without a name",
    "statements.marks.long": "a pair of marks around many words that nobody is known to say",
    "statements.marks.mention": "a pair of marks around a name",
    "statements.marks.noun": "a pair of marks behind a noun that announces a title or name",
    "statements.marks.short": "a pair of marks around a word or two: held at a distance",
    "statements.marks.statement": "a pair of marks around what a statement says",
}
_CUES = {
    "verb": "a verb of saying",
    "participle": "a participle that goes on («adding»)",
    "masdar": "a verbal noun («his saying»)",
    "document": "a statement, report or paper as what speaks",
    "preposition": "«according to»",
    "answer": "a name or role at the head of a line, as in interviews and headlines",
    "post": "what somebody posts",
}
_OPENINGS = {
    "that": "a clause with a complementiser",
    "quote": "a quotation",
    "quoted_before": "a quotation before it",
    "colon": "what follows a colon",
    "verbatim": "the speaker's own words, which no colon, mark or complementiser announces",
    "object": "its object",
    "to": "what follows «to»",
    "about": "what follows «about»",
    "of": "what follows «of»",
    "on": "what follows «on»",
    "with": "what follows «with»",
    "for": "what follows «for»",
    "in": "what follows «in»",
    "from": "what follows «from»",
    "clause": "the clause that it stands in",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A rule in the book: its id, its stage, what it reads. `traps` says that it only keeps words from being read."""

    id: str
    stage: str
    doc: str
    traps: bool = False


def book(lexicon: Lexicon) -> dict[str, Note]:
    """Return every known rule by id, in the order of the stages; statements are known by their family and opening."""
    notes = [Note(rule.id, "times", _pattern(rule), rule.makes in TRAPS) for rule in RULES]
    notes += [Note(name, name.partition(".")[0], doc) for name, doc in NOTES.items()]
    notes += [Note(_event_rule(entry), "events", _trigger(entry)) for entry in lexicon.of_kind("trigger")]
    return {note.id: note for stage in STAGES for note in sorted(notes, key=_by_id) if note.stage == stage}


def note(name: str, known: Mapping[str, Note]) -> Note | None:
    """Return what the book says of a rule id, None where it says nothing."""
    if name in known:
        return known[name]
    stage, _, rest = name.partition(".")
    family, _, opening = rest.partition(".")
    if stage == "statements" and family in _CUES and opening in _OPENINGS:
        return Note(name, stage, f"{_CUES[family]}; content is {_OPENINGS[opening]}")
    return None


def fired(reading: Reading) -> Counter[str]:
    """Return how often every rule made something in a reading, its parts included."""
    return Counter(
        node.rule
        for fact in facts(reading)
        if fact.node is not None
        for node in fact.node.walk()
        if node.rule.partition(".")[0] in STAGES
    )


def _by_id(found: Note) -> str:
    return found.id


def _event_rule(entry: Entry) -> str:
    return f"events.{entry.id.partition('.')[2]}"


def _trigger(entry: Entry) -> str:
    mode = entry.text("mode")
    return f"{entry.text('type')}{f' ({mode})' if mode else ''} by «{entry.headword}»"


def _pattern(rule: Rule) -> str:
    """Return what a rule of the grammar is made of and what it makes."""
    return f"{' + '.join(_items(rule.pattern))} → {rule.makes}"


def _items(pattern: Mapping[str, Item]) -> Iterator[str]:
    for item in pattern.values():
        told = _item(item)
        yield f"[{told}]" if isinstance(item, Optional) else f"({told})" if isinstance(item, Context) else told


def _item(item: Item) -> str:
    asked = inner(item)
    if isinstance(asked, Mark):
        return f"one of {asked.marks}" if len(asked.marks) > 1 else f"{asked.marks}"
    if isinstance(asked, Number):
        return "number"
    if isinstance(asked, Kind):
        return asked.kind
    told = ", ".join(f"{name} {value}" for name, value in asked.attrs.items())
    return f"{asked.kind} ({told})" if told else asked.kind
