"""A statement in the making."""

from dataclasses import dataclass, field

from musnad.model import Chain, Span, Speaker
from musnad.statements.content.openings import Opening
from musnad.statements.cues.find import Cue
from musnad.statements.told import Told

NOMINAL = frozenset({"object", "with", "to", "on", "about", "of", "for"})  # frames whose content is a noun phrase
SURE = frozenset({"that", "quote", "colon", "verbatim"})


@dataclass(slots=True)
class Draft:
    """A statement in the making; lives inside one call of `find`.

    `first`, `start` are token and offset of the content, `last` the token behind it; `begins` the token at which the
    clause of the cue begins, at which the content of a statement before it must end. `resumed` are the tokens of the
    content behind a parenthesis («…، بحسب البيان، …»), `bearer` is the verb that passes on («نقلت عنه قوله»);
    `agentless` says that nobody is told to have said it («تم التأكيد على …»), `silent` that nothing is
    said yet: the next sentences bring what was passed on («نقلت الوكالة عن متحدث ينتقد …. وقال المتحدث …») or said of a
    topic («وتحدث المدير عن المشروع. وقال …»).
    """

    cue: Cue
    first: int
    start: int
    begins: int
    limit: int
    opening: Opening | None = None
    told: Told | None = None
    relayed_by: Told | None = None
    bearer: Cue | None = None
    agentless: bool = False
    silent: bool = False
    parent: "Draft | None" = None
    resumed: tuple[int, int] | None = None
    stops: list[int] = field(default_factory=list)
    last: int = 0
    pieces: tuple[Span, ...] = ()
    form: str = "indirect"
    via: Chain = ()
    medium: str = "unknown"
    said: str | None = None
    addressee: Speaker | None = None

    family: str = field(init=False)

    def __post_init__(self) -> None:
        """Take over the family of the cue."""
        self.family = self.cue.family

    @property
    def is_attributed(self) -> bool:
        """Say whether the cue stands behind what is said («…، وفقا للوزارة», «…، كما ذكرت الوكالة»)."""
        led = self.opening is None and self.first < self.cue.first and not self.silent
        return led and self.family in {"preposition", "verb"}

    @property
    def is_sure(self) -> bool:
        """Say whether this is speech even if nobody is known to have said it."""
        now = self.cue.hit is not None and self.cue.hit.form.tense == "present"
        plain = not self.cue.flag("weak") and not self.cue.flag("mental") and not (now and self.cue.flag("impersonal"))
        sure = self.family == "verb" and plain and self.opening is not None and self.opening.by in SURE
        return sure or self.agentless
