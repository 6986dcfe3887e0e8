"""Whom a relative clause qualifies, and where a clause behind «that» starts: «the man | who», «said that | X»."""

from musnad.arabic import AND
from musnad.arabic.letters import DHAL, TA, YA
from musnad.events.phrases import Phrase
from musnad.events.roles.agreement import BODIES
from musnad.events.roles.asides import CLOSING
from musnad.events.scene import Scene
from musnad.events.status.governing import done_by
from musnad.events.unnamed import definite
from musnad.events.words import NONE, Particle
from musnad.lexicon import Hit

AUXILIARIES = frozenset({"adverb", "may", "future", "not_past", "not_future", "not", "was", "was_may"})
"""Particles that stand between «who» or a subject and its verb: «had, not, will»."""
_OPEN = frozenset({"requested", "hypothetical"})  # what «must» and «may» say
_STILL = 2  # tokens of «still»
_MARKS = 3  # closing marks and commas between a phrase and its relative clause
_WHO = {TA + YA: "f", DHAL + YA: "m"}  # how «who» ends
_AGE = 5  # tokens of brackets that tell somebody's age
_THIRD = 3  # person of a verb
_DESCRIBED = 7  # tokens of what somebody is, between the name and «who»


def relative_antecedent(scene: Scene, first: int) -> Phrase | None:
    """Return the phrase that a relative clause qualifies whose verb stands at `first`."""
    particle = _relative(scene, first)
    if particle is None:
        return None
    phrase = _right_before(scene, particle)
    suits = phrase is not None and {_gender(scene, particle.first), phrase.entity.gender} != {"m", "f"}
    earlier = None if suits else _first_of_two(scene, particle)
    return phrase if earlier is None else _right_before(scene, earlier)


def _right_before(scene: Scene, particle: Particle) -> Phrase | None:
    """Return the phrase that ends before «who», brackets and closing marks between, if «who» can mean it."""
    first = particle.first
    i, start = _before_brackets(scene, particle.first), scene.units.sentence(first).first
    while i not in scene.at_last and i - 1 > start and particle.first - i < _MARKS:
        if scene.units.norms[i - 1][0] not in CLOSING:
            break
        i -= 1  # «the group «X», | which it banned»
    phrase = _qualified_by(scene, particle, scene.at_last.get(i))
    named = phrase is not None and phrase.mention.kind == "person" and phrase.mention.proper is not None
    apart = phrase is not None and i < particle.first and (phrase.slot or phrase.mention.kind == "place") and not named
    return None if phrase is None or (apart and not _and_who(scene, particle, phrase)) else phrase


def _first_of_two(scene: Scene, particle: Particle) -> Particle | None:
    """Return the «who» with which another goes on: «the movement | that rebels and | that backs X»; None without."""
    if not particle.hit.prefix.startswith(AND):
        return None
    who = scene.units.norms[particle.first].removeprefix(AND)
    start = scene.units.sentence(particle.first).first
    alike = (scene.words.particle(i) for i in range(particle.first - 1, start, -1) if scene.units.norms[i] == who)
    return next((one for one in alike if one is not None and one.part == particle.part), None)


def _and_who(scene: Scene, particle: Particle, phrase: Phrase) -> bool:
    """Say whether «and who» takes up the body right before its comma: «was sent to the council, | and who asked»."""
    gender = _gender(scene, particle.first)
    body = phrase.mention.kind in BODIES and phrase.entity.number == "s"
    return particle.hit.prefix != "" and body and phrase.entity.gender == gender


def _before_brackets(scene: Scene, i: int) -> int:
    """Return the token before brackets with a number that end at or before a token: «X (27 years), | who»."""
    norms, start = scene.units.norms, scene.units.sentence(i - 1).first if i else 0
    last = i - 1 - (i > start and norms[i - 1][0] in "،,")
    if last <= start or norms[last] != ")":
        return i
    opened = next((k for k in range(last - 1, max(start, last - _AGE), -1) if norms[k] == "("), start)
    return opened if opened > start and norms[opened + 1].isdigit() and opened in scene.at_last else i


def _qualified_by(scene: Scene, particle: Particle, phrase: Phrase | None) -> Phrase | None:
    """Return whom «who» means: where the phrase before it is of the other gender, the one whose body or place that is.

    «X, the commissioner of the Union, | who» is X.
    """
    if phrase is None or phrase.entity.number != "s" or phrase.mention.kind not in BODIES:
        return phrase
    gender = _gender(scene, particle.first)
    if {gender, phrase.entity.gender} != {"m", "f"}:
        return phrase
    for other in reversed(scene.between(scene.units.sentence(particle.first).first, phrase.head)):
        near = particle.first - other.last <= _DESCRIBED and other.mention.kind == "person"
        if not near or any(scene.verb(k) for k in range(other.last, particle.first)):
            return phrase
        if other.entity.gender == gender and other.entity.number == "s":
            return other
    return phrase


def antecedent(scene: Scene, first: int) -> Phrase | None:
    """Return whom a relative clause qualifies whose verb stands at `first`, known or a definite noun: «the man who»."""
    known = relative_antecedent(scene, first)
    particle = _relative(scene, first)
    if known is not None or particle is None:
        return known
    return definite(scene, particle.first - 1) if particle.first else None


def relative_before(scene: Scene, first: int) -> bool:
    """Say whether a verb opens a relative clause: its subject is what the clause qualifies, known or not."""
    return _relative(scene, first) is not None


def qualified_at(scene: Scene, first: int) -> int:
    """Return the token that the clause of a verb at `first` qualifies, with or without «who»: the one before it."""
    particle = _relative(scene, first)
    return first - 1 if particle is None else particle.first - 1


def qualifies_other(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb opens a relative clause whose subject is somebody else: «the march (f.) that X (m.) called».

    «Who» and a verb in the singular that do not agree in gender tell it.
    """
    particle = _relative(scene, hit.first)
    if particle is None or hit.form.pos != "verb" or hit.form.number != "s" or hit.form.person != _THIRD:
        return False
    return {_gender(scene, particle.last - 1), hit.form.gender} == {"m", "f"}


def _gender(scene: Scene, i: int) -> str:
    """Return the gender of «who» at a token, empty where it has none."""
    return next((gender for ending, gender in _WHO.items() if scene.units.norms[i].endswith(ending)), "")


def left_out(scene: Scene, hit: Hit) -> bool:
    """Say whether a relative clause leaves its subject out, who is another: «the reforms that | he promised, and»."""
    i = hit.last + scene.hits.has(hit.last, "bound_preposition")
    if i >= scene.units.sentence(hit.first).last or not scene.units.is_word(i):
        return qualifies_other(scene, hit)
    phrase = scene.at_head.get(i)
    held = phrase is not None and phrase.slot != ""
    closed = held or i in scene.timed or scene.words.is_particle(i) or scene.hits.has(i, "pronoun")
    return closed and qualifies_other(scene, hit)


def _relative(scene: Scene, first: int) -> Particle | None:
    """Return the particle that opens the relative clause of a verb, auxiliaries between: «who | had not yet | met»."""
    particle = scene.words.particle_before(first)
    while particle is None or particle.part in AUXILIARIES:
        still = None if particle is not None else lasting(scene, first)
        if particle is None and still is None:
            return None
        first = particle.first if particle is not None else first if still is None else still.first
        particle = scene.words.particle_before(first)
    return particle if particle.part == "relative" else None


def lasting(scene: Scene, first: int) -> Hit | None:
    """Return the word that ends before a verb and says that it goes on: «still»."""
    start, states = scene.units.sentence(first).first, scene.words.states
    words = [hit for i in range(max(start, first - _STILL), first) if i in states for hit in states[i]]
    return next((hit for hit in words if hit.last == first and hit.entry.text("status") == "ongoing"), None)


def obliging(scene: Scene, first: int) -> Hit | None:
    """Return the verb behind a subject that rules «that» before another verb: «X | must | that he resign»."""
    particle = scene.words.particle_before(first)
    if particle is None or particle.part != "complementiser" or particle.hit.suffix:
        return None
    at = particle.first - 1
    words = (hit for hit in scene.words.states.get(at, NONE) if hit.last == particle.first)
    present = at >= 0 and scene.units.norms[at].startswith(YA)
    return next((hit for hit in words if present and hit.entry.text("status") in _OPEN), None)


def resumed(scene: Scene, behind: int) -> bool:
    """Say whether a pronoun with a preposition behind a verb stands for what its relative clause qualifies.

    «The hill that | the army seized it», «the meeting that | X called for holding it»: that is not who acts.
    """
    if behind >= len(scene.units):
        return False
    if scene.hits.has(behind, "bound_preposition"):
        return True
    held = behind + 1 if scene.is_preposition(behind) else behind if scene.prefixed(behind) else -1
    return (
        held >= 0
        and held not in scene.covered
        and any(hit.suffix and hit.form.pos != "verb" for hit in scene.hits.at(held))
    )


def clause_start(scene: Scene, at: int) -> int:
    """Return the token behind the last «that» before a token: whoever is named before it says something."""
    start = scene.units.sentence(at).first
    return next((i for i in range(at, start, -1) if scene.opens_content(i) and not _his_own(scene, i)), start)


def _his_own(scene: Scene, i: int) -> bool:
    """Say whether a token is «that he», who is the one before it, or «that» before what that one is to do.

    Not where «it is done that» follows.
    """
    particle = scene.words.particle(i)
    if particle is None or particle.last >= len(scene.units):
        return False
    behind = scene.words.particle(particle.last)
    acts = scene.verb(particle.last) or (behind is not None and behind.part == "was")
    return (particle.part == "that_he" or acts) and not done_by(scene, particle.last)
