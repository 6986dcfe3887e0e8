"""Whether a verb and a phrase agree in gender and number."""

from musnad.arabic import ARTICLE, OBLIQUE, fold_word
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, LAM, NUN, WAW, YA
from musnad.events.phrases import Phrase
from musnad.events.scene import Scene
from musnad.lexicon import Hit

_SINGLE = frozenset({"person", "office", "organisation", "place"})
_PLURAL = (WAW + NUN, YA + NUN)
BODIES = frozenset({"office", "organisation", "place"})


def agrees(hit: Hit, phrase: Phrase, *, before: bool = False) -> bool | None:
    """Say whether verb and phrase agree in gender and number; None where it cannot be told."""
    form, entity = hit.form, phrase.entity
    if form.pos != "verb" or form.person != 3:  # noqa: PLR2004 - the third person
        return None
    if entity.kind == "person" and entity.gender in {"m", "f"} and form.gender in {"m", "f"} and entity.number == "s":
        if form.gender != entity.gender:
            return False
        return not (form.number == "p" and before)
    if entity.kind == "group" and form.gender == "f" and form.number == "s" and entity.gender == "m" and before:
        return None
    return None


def differs(hit: Hit, phrase: Phrase) -> bool:
    """Say whether a verb cannot go on with a phrase named before it: another number, or another gender of a body."""
    if _plural(hit) and _one(phrase):
        return True
    form, entity = hit.form, phrase.entity
    if form.pos != "verb" or form.number != "s":
        return False
    other = {form.gender, entity.gender} == {"m", "f"} and entity.number == "s" and entity.kind in BODIES
    return other or entity.number == "d"


def _plural(hit: Hit) -> bool:
    return hit.form.pos == "verb" and hit.form.number in {"p", "d"}


def _one(phrase: Phrase) -> bool:
    """Say whether a phrase is a single person or body, with nobody joined to it: not whom «they» goes on with."""
    return phrase.entity.number == "s" and phrase.entity.kind in _SINGLE and not plural_body(phrase)


def plural_body(phrase: Phrase) -> bool:
    """Say whether the name of a body has the ending of a plural: «the Houthis»."""
    name = fold_word(phrase.mention.name)
    return phrase.entity.kind in BODIES and name.startswith(ARTICLE) and name.endswith(_PLURAL)


def plural_object(scene: Scene, phrase: Phrase) -> bool:
    """Say whether the ending of a definite plural says that it is an object: «called on | the donors»."""
    norm, entity = scene.units.norms[phrase.head], phrase.entity
    many = entity.number == "p" and phrase.mention.kind in _MANY
    if phrase.head != phrase.first or not (many or not entity.id):
        return False
    broken = norm.endswith(_BROKEN) or scene.units.surface(phrase.head, phrase.head + 1).endswith(ALEF_MAQSURA)
    ruling = many and norm.endswith(YA) and not broken and _rules(scene, phrase)  # no «powers | of the opposition»
    return ruling or (norm.startswith(ARTICLE) and norm.endswith(YA + NUN)) or _oblique(scene, phrase)


def _oblique(scene: Scene, phrase: Phrase) -> bool:
    """Say whether the adjective of people has the ending of an object: «called on | the military leaders».

    Behind a number or a quantity what is counted ends so anyhow.
    """
    first, norms = phrase.first, scene.units.norms
    counts = phrase.mention.rule.endswith(("counted", "part")) or first in scene.words.numbers
    if counts or scene.hits.has(first, "one_of") or phrase.last - first <= 1 or phrase.mention.proper is not None:
        return False
    alike = norms[first].startswith(ARTICLE) == norms[first + 1].startswith(ARTICLE)  # no «the leaders | of the rebels»
    return alike and norms[first + 1].endswith(OBLIQUE)


def _rules(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a noun is followed by another one in its idafa: «the citizens | of seven states»."""
    behind = scene.at_head.get(phrase.last)
    if behind is not None:
        return not (behind.slot or behind.joined)
    inside = phrase.last - phrase.first > 1 and not scene.words.is_particle(phrase.first + 1)
    return inside and scene.units.norms[phrase.last - 1].startswith(ARTICLE)


_MANY = frozenset({"group", "person"})
_BROKEN = ALEF + LAM + YA  # how a broken plural ends, whatever it is in the clause: «people of, nights of»
