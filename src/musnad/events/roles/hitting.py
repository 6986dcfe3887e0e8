"""What an attack hit where a verb before its noun says so: «a raid hit | sites», in Arabic the verb first."""

from dataclasses import replace

from musnad.arabic import ARTICLE, BARE, LAM
from musnad.arabic.letters import ALEF, HA, NUN, TA, WAW, YA
from musnad.events.draft import Draft
from musnad.events.parts import unit_of
from musnad.events.phrases import Phrase
from musnad.events.roles.attached import HIT, OWNER, add
from musnad.events.roles.suffering import target_at, unnamed_object
from musnad.events.scene import Scene
from musnad.events.unnamed import owned
from musnad.events.words import NONE

_VIOLENT = "ASSAULT"
_ARMED = "gunman"
_ADJECTIVAL = frozenset({_ARMED, "terrorist", "bomber", "suicide_bomber", "martyr_bomber"})
_NISBA = (YA, YA + HA)
_FEMININE, _PLURAL = (HA, ALEF + TA), (WAW + NUN, YA + NUN)


def behind_hit(scene: Scene, draft: Draft) -> None:
    """Take what stands behind a verb of hitting and its attack: «there hit | a raid by X | sites»."""
    at, told = draft.first - 1, any(party.slot in {HIT, OWNER, "object", "sufferer"} for party in draft.parties)
    verbs = scene.words.supports.get(at, NONE) if draft.type == _VIOLENT and not told else NONE
    hits = any(hit.entry.text("group") == HIT for hit in verbs)
    if not hits or not scene.verb(at) or at < scene.units.sentence(draft.first).first:
        return
    beside = [p.phrase.last for p in draft.parties if p.phrase is not None and p.slot == "idafa"]
    start = max(draft.last, *beside, 0)
    target = _target(scene, draft, start)
    whose = target if target is scene.at_head.get(draft.last) and not (beside or draft.hit.definite) else None
    other = None if whose is None else _target(scene, draft, scene.chain(whose)[-1].last)
    if whose is not None and other is not None:  # «there hit | a raid of the coalition | sites»
        target = other
        if "idafa" in draft.actor_slots:
            add(scene, draft, "idafa", whose)
    if target is not None:
        inside = range(target.first, target.last)
        draft.parties = [p for p in draft.parties if p.phrase is None or p.phrase.first not in inside]
        rule = target.mention.rule or "events.counted"
        add(scene, draft, HIT, target._replace(mention=replace(target.mention, rule=rule)))


def _target(scene: Scene, draft: Draft, i: int) -> Phrase | None:
    """Return who or what stands behind the adjectives, days and owner of an attack that start at a token."""
    end = scene.units.sentence(draft.first).last
    while i < end:
        phrase = scene.at_head.get(i)
        if phrase is not None and phrase.slot == "for":
            i = phrase.last
        elif i in scene.timed or _describes(scene, draft, i) or _owns(scene, draft, i):
            i += 1
        else:
            break
    if i >= end or scene.at_head.get(i) is not None:
        phrase = scene.at_head.get(i) if i < end else None
        return phrase if phrase is not None and not (phrase.slot or phrase.joined) else None
    around = any(hit.entry.flag("known_only") for hit in scene.hits.at(i, "place_head"))
    if around or (owned(scene, i) and scene.hits.has(i, "one_of")):
        return None  # «the surroundings of a store», «raids, | most of them | on sites»
    return unit_of(scene, i) or next(iter(unnamed_object(scene, draft, i, subject=True)), None)


def _owns(scene: Scene, draft: Draft, i: int) -> bool:
    """Say whether a noun that no list knows says whose an attack is: «a raid of | the planes of X»."""
    norms, unlisted = scene.units.norms, i not in scene.at_head and i not in scene.covered
    if unlisted and scene.prefixed(i) and norms[i].startswith(tuple(LAM - BARE)):
        return True
    behind = (i == draft.last or scene.prefixed(i - 1)) and i + 1 < scene.units.sentence(i).last
    return unlisted and behind and not draft.hit.definite and norms[i].startswith(ARTICLE) and scene.plain(i + 1)


def _describes(scene: Scene, draft: Draft, i: int) -> bool:
    """Say whether a word is an adjective of the attack before it: «an air | raid», «another | raid»."""
    phrase = scene.at_head.get(i)
    if phrase is not None:
        return qualifies(scene, draft, phrase)
    if scene.units.norms[i].endswith(ALEF) or target_at(scene, i) is not None:
        return False  # it is what was hit
    listed = scene.hits.has(i, "adjective", "another", "further") or i in scene.words.demonyms
    return listed or (
        scene.units.norms[i].endswith(_NISBA) and unit_of(scene, i) is None
    )  # no «patrol | of the police»


def qualifies(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether a word for a person is only an adjective of the attack: «a suicide attack», «an armed clash»."""
    if phrase.mention.kind != "group" or phrase.mention.subkind not in _ADJECTIVAL:
        return False
    if scene.units.norms[phrase.head].startswith(ARTICLE) and not draft.hit.definite:
        return False  # «the bombardment of | the gunmen»
    accusative = (scene.units.norms[i].endswith(ALEF) for i in (draft.last - 1, phrase.last - 1))
    if phrase.mention.subkind == _ARMED and phrase.last - phrase.head == 1 and all(accusative):
        return True  # «launched an armed rebellion»: both are in the accusative
    if draft.level not in {"attack", "clash"} or phrase.mention.rule.endswith("nationals"):
        return False
    one_word = phrase.last - phrase.head == 1
    if one_word and (phrase.entity.number == "p" or draft.hit.definite):
        return True
    ends = scene.units.norms[draft.last - 1].endswith(_FEMININE) or scene.units.norms[phrase.head].endswith(_PLURAL)
    done_to = draft.hit.form.pos == "masdar" and phrase.mention.subkind == _ARMED  # «the shelling of | gunmen of X»
    return phrase.head == phrase.first == draft.last and not (ends or done_to)  # «a suicide | coordinated attack»
