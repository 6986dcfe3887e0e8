"""Words of God and of his prophet, whom only words of praise name, and words that come down from somebody by name.

«قال تعالى …», «قال صلى الله عليه وسلم …»; «عن أنس رضي الله عنه قال: …».
"""

from dataclasses import replace

from musnad.lexicon import Hit
from musnad.model import Node, Span, Speaker
from musnad.statements.cues.find import Cue
from musnad.statements.scene import DASHES, LONGEST_NAME, Scene
from musnad.statements.steps import is_pronoun
from musnad.statements.subjects.phrases import phrase
from musnad.statements.told import Told, agrees, told_by

KIND = "holy"
"""Kind of a speaker whom no later verb means."""
_PROPHET = frozenset({"connective.prophet", "connective.peace"})
_OLD = _PROPHET | {"connective.pleased"}  # praise of people of old
_PRAISE = _OLD | {"connective.prayer"}


def scripture(scene: Scene, cue: Cue) -> Told | None:
    """Return whom the words of praise behind a cue mean («وحث - صلى الله عليه وسلم - على …»), or None."""
    if cue.family == "participle":
        return None  # «سائلا الله تعالى أن …» is a man's prayer
    praise = _praise_behind(scene, cue)
    asked = cue.text("addressee") == "object" and scene.units.is_word(cue.last)  # «وسأل الله تعالى أن …»
    if praise is None or (asked and praise.first > cue.last):
        return None
    return _meant_by(praise)


def _praise_behind(scene: Scene, cue: Cue) -> Hit | None:
    """Return the words of praise behind a cue: right there, behind one word, or behind a pronoun («قال لهم - …»)."""
    told = is_pronoun(scene, cue.last) and cue.last + 1 < len(scene.norms) and scene.norms[cue.last + 1] in DASHES
    for i in range(cue.last, cue.last + 2 + told):
        praise = scene.particle(i)
        if praise is not None and (scene.part(i) == KIND or (i == cue.last and praise.entry.id in _PROPHET)):
            return praise
    return None


def _meant_by(praise: Hit) -> Told:
    span, name = Span(praise.start, praise.end), praise.entry.text("means")
    node = Node("speaker", "phrase", span.start, span.end, name)
    return Told(Speaker(name, span, None, "phrase"), "m", "s", KIND, praise.last, node)


def wish_before(scene: Scene, i: int) -> Hit | None:
    """Return the words of praise that end before a token, a dash or comma aside («… - رضي الله عنه - | قال»)."""
    wish = scene.lead(i - 1 - is_aside(scene, i - 1))
    praises = wish is not None and (wish.entry.id in _PRAISE or wish.entry.text("part") == KIND)
    return wish if praises else None


def is_aside(scene: Scene, i: int) -> bool:
    """Say whether a token is a mark with which words of praise are set off."""
    return scene.norms[i] in DASHES or scene.is_comma(i)


def handed_down(scene: Scene, cue: Cue) -> Told | None:
    """Return from whom words come down that a verb brings: a name with praise behind «عن» («عن أنس رضي الله عنه قال»).

    «ثبت عنه صلى الله عليه وسلم أنه قال» means the prophet.
    """
    i = cue.first - any(hit.suffix for hit in scene.hits.at(cue.first - 1, "complementiser"))
    plain = cue.family == "verb" and cue.hit is not None and not cue.hit.prefix
    wish = wish_before(scene, i) if plain and i else None
    if wish is None or wish.entry.id not in _OLD:
        return None
    last = wish.first - is_aside(scene, wish.first - 1)
    if is_pronoun(scene, last - 1):
        return _meant_by(wish) if wish.entry.id in _PROPHET else None
    at = next((at for at in range(last - 1, max(0, last - LONGEST_NAME), -1) if scene.part(at - 1) == "about"), None)
    if at is None:
        return None
    noun = scene.starting.get(at)
    named = noun is not None and noun.last == last
    told = told_by(noun, "phrase") if named and noun is not None else phrase(scene, scene.units.span(at, last), last)
    return replace(told, kind=KIND) if agrees(cue, told) else None
