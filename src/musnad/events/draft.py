"""An event in the making: its trigger, and what was found around it."""

from dataclasses import dataclass, field

from musnad.events.phrases import Phrase
from musnad.lexicon import Hit
from musnad.model import Node

_MAKING = frozenset({"do", "launch"})  # the groups of verbs that make a deed: «committed | a massacre»
_MURDERING = frozenset({"targeted"})  # the mode of assassinations
DEFAULT_ACTOR = ("subject", "idafa", "nisba", "agent")
DEFAULT_RECIPIENT = ("object",)
WHERE = "where"
"""The slot of a place that is the subject of «saw, witnessed»: where it took place."""
REAL = frozenset({"happened", "ongoing"})
"""The statuses of what took place."""
DONE = REAL | {"planned", "failed"}
"""The statuses of what somebody did, tried or will do, which who does it makes believable."""
OPEN = frozenset({"planned", "hypothetical", "requested"})
"""The statuses of what may yet come."""

OTHER = "events.other"
"""The rule of a phrase that cannot be whom the cast takes it for, since that one acts on it."""
SEIZING = frozenset({"arrest", "abduct"})
"""The modes of events that take somebody."""
HARMING = frozenset({"ASSAULT", "COERCE"})
"""Types of events that harm or hold somebody."""

FALLEN = "casualty"
"""The level of words that tell who was killed or wounded."""
UNDERGONE = "undergo"
"""The group of verbs of those to whom a thing is done."""
DAY = 10
"""The letters of an ISO day."""


def compatible(one: str, two: str) -> bool:
    """Say whether two statuses can be told of one happening."""
    return one == two or {one, two} <= REAL


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in an event: a phrase of the text, or a country that only an adjective names (`hit`)."""

    slot: str
    phrase: Phrase | None = None
    hit: Hit | None = None

    @property
    def sure(self) -> bool:
        """Say whether this is more than a noun that only its preposition or place makes somebody."""
        return self.phrase is None or self.phrase.mention.rule != OTHER


@dataclass(slots=True)
class Draft:
    """An event in the making; lives inside one call of `find`.

    `first` and `last` are the tokens of the trigger, `verbal` says whether it is a finite verb; `support` is the verb
    that carries a noun; `parties` are all that stand around it, by slot; `reach` is where its clause ends;
    `absorbed` are the drafts that tell the same happening. The fields from `type` on are those of the trigger's entry.
    """

    hit: Hit
    first: int
    last: int
    verbal: bool
    passive: bool = False
    support: Hit | None = None
    parties: list[Party] = field(default_factory=list)
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    carried: bool = False
    toll: bool = False
    negated: bool = False
    status: str = "happened"
    reach: int = 0
    evidence: list[Node] = field(default_factory=list)
    absorbed: list["Draft"] = field(default_factory=list)

    type: str = ""
    level: str = ""
    symmetric: bool = False
    actor_slots: tuple[str, ...] = ()
    recipient_slots: tuple[str, ...] = ()

    @property
    def opening(self) -> int:
        """Return the token at which it begins to be told: its own, or that of what carries it and stands before it."""
        return self.first if self.support is None else min(self.first, self.support.first)

    @property
    def fells_or_seizes(self) -> bool:
        """Say whether it is done to people's bodies: who is killed or wounded, arrested, abducted."""
        return self.level == FALLEN or self.hit.entry.text("mode") in SEIZING

    @property
    def takes_people(self) -> bool:
        """Say whether those to whom it is done are people: who is killed, arrested, abducted, accused."""
        return self.fells_or_seizes or self.hit.entry.text("mode") in _MURDERING or self.type == "ACCUSE"

    @property
    def committed(self) -> bool:
        """Say whether a verb before a noun tells that somebody made or underwent a deed: «X committed | a massacre».

        A masdar or what has an article is as often one told elsewhere: «the attack | that X launched».
        """
        support = self.support
        if (
            support is None
            or self.status not in REAL
            or support.first > self.first
            or self.hit.definite
            or self.hit.form.pos == "masdar"
        ):
            return False
        group = support.entry.text("group")
        return (group == UNDERGONE and self.level == "attack") or (group in _MAKING and bool(self.actors))

    def __post_init__(self) -> None:
        """Take over what the entry of the trigger says; an empty list of recipients in the data means nowhere."""
        entry = self.hit.entry
        self.type = entry.text("type")
        self.level = entry.text("level")
        self.symmetric = entry.flag("symmetric")
        self.actor_slots = entry.texts("actor") or DEFAULT_ACTOR
        self.recipient_slots = entry.texts("recipient") if "recipient" in entry.attrs else DEFAULT_RECIPIENT
