"""Who is joined to somebody behind the place where that one is, or the body in which he serves."""

from musnad.arabic import AND, ARTICLE
from musnad.events.phrases import Phrase
from musnad.events.scene import Scene

_ROLES = frozenset({"person", "group"})  # what people are, known to the cast or not
_WITHIN = frozenset({"in", "from", "about"})  # where somebody serves
_MODIFIERS = 2  # «a soldier | of the guards | in the army»
_TO_PLACE, _TO_MODIFIER = 2, 4  # tokens up to one: «an officer with the rank of major | in the army»


def beyond(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """Return those joined to a phrase behind where he is or serves: «on X in Syria | and Y», «a major of Z | and Y»."""
    last = resumed(scene, phrase)
    then = scene.at_head.get(last)
    if last == scene.chain(phrase)[-1].last or then is None or not then.joined or then.head != then.first:
        return []
    kinds = {then.mention.kind, phrase.mention.kind}
    alike = len(kinds) == 1 or kinds <= _ROLES
    alike = alike and lone(scene, then) == lone(scene, phrase)  # «fighters of | the tribes and the clans»
    same = scene.units.sentence_of[then.first] == scene.units.sentence_of[phrase.first]
    return scene.chain(then) if alike and same else []


def resumed(scene: Scene, phrase: Phrase) -> int:
    """Return the token behind the place where somebody is, or the bodies in which somebody unnamed serves."""
    last, alone = scene.chain(phrase)[-1].last, lone(scene, phrase)
    for _ in range(_MODIFIERS):
        near = range(last, min(last + (_TO_MODIFIER if alone else _TO_PLACE), len(scene.units)))
        if last < len(scene.units) and scene.units.norms[last].startswith(AND):
            return last
        more = next((scene.at_head[i] for i in near if i in scene.at_head), None)
        if more is None or more.slot not in _WITHIN or more.joined or any(map(scene.verb, near[: more.first - last])):
            return last
        if not alone and (more.slot != "in" or more.mention.kind != "place"):
            return last
        last = more.last
    return last


def lone(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a phrase is an indefinite noun for people."""
    people = phrase.mention.kind in _ROLES and phrase.mention.proper is None
    norms = (norm.removeprefix(AND) for norm in scene.units.norms[phrase.first : phrase.last])
    return people and not any(norm.startswith(ARTICLE) for norm in norms)
