"""Who does the deed that hangs on another word: «managed | to arrest», «determined | to impose», «kept X | from».

A list tells of each word how a deed hangs on it and who of those around it does the deed. Nothing but names, days and a
few nouns may stand between the two.
"""

from musnad.arabic import AND, BA, BARE, LAM
from musnad.events.draft import FALLEN, OTHER, Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.referring import presupposed
from musnad.events.roles.acting import DOERS
from musnad.events.roles.asked import same
from musnad.events.roles.verbs import verb_parties
from musnad.events.scene import Scene
from musnad.events.status.governing import done_by
from musnad.events.words import NONE, PREPOSITIONS
from musnad.lexicon import TOPICS, Hit

_GOVERNOR = "governor"
_SUBJECT, _OBJECT = "subject", "object"
_NOMINAL = frozenset({"masdar", "noun", "word"})
_MADE = frozenset({"masdar", "word"})
_ACTORS = frozenset({"subject", "agent", "idafa"})
_PASSED_OVER = frozenset({"status_word.never", "status_word.any"})  # «not releasing Y», «any talks»
_ASKING, _ACCUSING = "REQUEST", "ACCUSE"
_ATTACK = "attack"  # the level of attacks, whose idafa tells who did them
_WITH = "with"
_TAKEN_UP = "taken_up"  # the context of words for taking something up
_CLOSE = 1  # tokens between a masdar and the deed that it carries out
_NEAR = 2  # tokens from a subject to its verb: «who», «had»
_BETWEEN = 3  # nouns that no list knows between a word and the deed that hangs on it
_NAMES = 4  # names between the two


def govern(scene: Scene, drafts: list[Draft], every: list[Draft], *, own: bool = False) -> None:
    """Give deeds that hang on another word those whom that says to do them; `own` are those of its subject alone."""
    for draft in drafts:
        told = _doers(scene, draft, every, own=own)
        if told is None:
            draft.actors = draft.actors or _of_joined(scene, draft, every)
            continue
        acting, others = told
        kept = [p for p in draft.actors if not same(p, others)]
        if draft.symmetric:  # «refused | talks with Y»: who would meet him
            draft.actors = [*acting, *(p for p in kept if not same(p, acting))]
            continue
        draft.actors = kept or acting
        draft.recipients = [p for p in draft.recipients if kept or not same(p, acting)]


def _of_joined(scene: Scene, draft: Draft, every: list[Draft]) -> list[Party]:
    """Return who does the deed to which a masdar is joined by «and»: «managed to kill X | and the arrest of Y»."""
    alike = (hit for hit in scene.words.triggers.get(draft.first, NONE) if hit.form.pos == "masdar")
    opens = next(alike, None) if draft.verbal else _opening(scene, draft)  # «prevented» has the letters of its masdar
    if opens is None or opens.form.pos not in _MADE or not opens.prefix.startswith(AND) or draft.symmetric:
        return []
    if not draft.recipients and draft.level == FALLEN:
        return []  # «accused of acts of plunder | and killing»
    before = next((one for one in reversed(every) if one.first < opens.first), None)
    if before is None or before.hit.form.pos not in _MADE or before.symmetric or before.hit.suffix:
        return []
    start = scene.units.sentence(before.first).first
    if any(start <= one.first < before.first and one.type == _ACCUSING for one in every):
        return []  # «accused X of shelling Y | and the siege of Z»
    apart = scene.units.sentence_of[before.first] != scene.units.sentence_of[draft.first]
    apart = apart or any(scene.verb(i) or scene.opens_content(i) for i in range(before.last, opens.first))
    ruled = before.status == draft.status and _SUBJECT in draft.actor_slots and draft.type != _ASKING
    if apart or not ruled:
        return []
    told = None if before.actors else _doers(scene, before, every, own=False)
    acting = before.actors if told is None else told[0]
    return [p for p in acting if p.slot == _SUBJECT and not same(p, draft.recipients)]


def _doers(scene: Scene, draft: Draft, every: list[Draft], *, own: bool) -> tuple[list[Party], list[Party]] | None:
    """Return who does a deed that hangs on another word, and who does not; None if it hangs on none."""
    whose = draft.level == _ATTACK and any(party.slot == "idafa" for party in draft.parties)  # «the bombings of | X»
    both = draft.symmetric and not _one_sided(scene, draft)
    if both or whose or draft.type == _ASKING or not _ACTORS & {*draft.actor_slots}:
        return None
    opens = _opening(scene, draft)
    if opens is None or (not draft.verbal and opens.form.pos not in _NOMINAL):
        return None
    at, part = _governor(scene, opens)
    words = scene.hits.at(at, _GOVERNOR) if at >= 0 and not done_by(scene, at) else NONE
    hit = next((one for one in words if _rules(scene, one, part, draft)), None)
    if hit is None or (own and hit.entry.text("doer") != _SUBJECT and not hit.entry.flag("tells")):
        return None
    if presupposed(scene, draft):
        return None
    told = next((one for one in every if one.first == at and not one.verbal), None)
    if draft.symmetric and told is not None and told.hit.suffix and hit.entry.text("doer") == _SUBJECT:
        return told.actors, []  # «announced | its refusal of | talks with Y»
    masdar = next((one for one in words if one.form.pos == "masdar" and scene.covered.get(one.last)), None)
    if hit.form.pos == "verb" and (masdar is None or hit.entry.text("doer") != _SUBJECT):
        return _of_verb(scene, hit, opens.first, every)
    found = _of_noun(scene, masdar or hit, opens.first)
    doers = _of_land(scene, hit) if found is None else [Party(_SUBJECT, one) for one in scene.chain(found)]
    return (doers, []) if doers else None


def _of_land(scene: Scene, hit: Hit) -> list[Party]:
    """Return the state whose adjective stands behind a noun with article: «the American decision | to impose»."""
    lands = scene.words.demonyms.get(hit.last, NONE) if hit.definite and hit.entry.text("doer") == _SUBJECT else NONE
    return [Party("nisba", hit=land) for land in lands if land.definite][:1]


def _one_sided(scene: Scene, draft: Draft) -> bool:
    """Say whether of those who meet only the other side stands beside the noun: «talks | with Y», «to | meet Y».

    One person alone is the other side where nothing but names stands between the noun and the word that rules it.
    """
    party = draft.actors[0] if len(draft.actors) == 1 else None
    if party is not None and party.phrase is not None and party.slot == "idafa":
        before, other = draft.first - 1, party.phrase
        near = before in scene.covered or before in scene.timed or scene.is_preposition(before)
        one = other.mention.kind == "person" and other.entity.number == "s" and not other.doubted
        return one and (near or scene.hits.has(before, _GOVERNOR))
    return bool(draft.actors) and all(party.slot == _WITH for party in draft.actors)


def _opening(scene: Scene, draft: Draft) -> Hit | None:
    """Return the first word of a deed: the masdar that carries it, or «that» before its verb."""
    if draft.verbal:
        particle = scene.words.particle_before(draft.first)
        return None if particle is None or particle.part != "complementiser" else particle.hit
    carries = draft.support
    made = carries is not None and carries.form.pos == "masdar" and 0 <= draft.first - carries.last <= _CLOSE
    made = made and carries is not None and carries.entry.text("subject") == "actor"
    made = made and scene.words.particle_before(draft.first) is None and draft.hit.prefix in BARE
    return carries if made else draft.hit


def _governor(scene: Scene, opens: Hit) -> tuple[int, str]:
    """Return the token on which a deed hangs, over names and days, and how it does; -1 where there is none."""
    first, prefix = opens.first, opens.prefix
    start = scene.units.sentence(first).first
    undone = scene.words.states.get(first - 1, NONE)
    if len(undone) == 1 and undone[0].entry.id in _PASSED_OVER:  # «accused X of | not | releasing Y»
        first, prefix = undone[0].first, undone[0].prefix
    particle = scene.words.particle_before(first)
    taken = None if particle is None else _taken_up(scene, particle.first) or _taken_up(scene, particle.first - 1)
    if taken is not None:  # «refused | to enter into | talks with Y»
        first, prefix = taken.first, taken.prefix
        particle = scene.words.particle_before(first)
    part = "by" if prefix in BA else "for" if prefix in LAM else _OBJECT
    i = first - 1
    if particle is not None:
        part, i = particle.part, particle.first - 1
    if part not in {_OBJECT, *PREPOSITIONS}:
        return -1, ""
    nouns = names = 0
    while i >= start:
        if i in scene.timed:
            i -= 1
        elif i in scene.covered:
            phrase = scene.covered[i]
            names += 1
            i = phrase.first - 1
            i -= scene.is_preposition(i)
        elif scene.hits.has(i, _GOVERNOR):
            return i, part
        elif nouns < _BETWEEN and _noun(scene, i):
            nouns += 1
            i -= 1
        else:
            break
        if names > _NAMES:
            break
    return -1, ""


def _taken_up(scene: Scene, i: int) -> Hit | None:
    """Return the word for taking something up at a token: «the part in, the entry into»."""
    return next((hit for hit in scene.hits.at(i, TOPICS) if hit.entry.text("context") == _TAKEN_UP), None)


def _noun(scene: Scene, i: int) -> bool:
    """Say whether a token is a noun or adjective that nothing rules and that is no deed: part of a subject."""
    ruled = scene.prefixed(i) and scene.words.only_behind(i)
    words = scene.words
    return (
        scene.idle(i) and not ruled and all(i not in table for table in (words.triggers, words.supports, words.states))
    )


def _rules(scene: Scene, hit: Hit, part: str, draft: Draft) -> bool:
    """Say whether a word rules a deed of some type by a preposition, and is the verb or noun that it seems to be."""
    only = hit.entry.texts("only")
    if part not in hit.entry.texts("rules") or (only and draft.type not in only):
        return False
    if hit.entry.text("doer") != _SUBJECT and draft.support is None and draft.hit.form.pos == "noun":
        return False  # «warned X | of new sanctions»
    return scene.verb(hit.first) == (hit.form.pos == "verb")


def _of_verb(scene: Scene, hit: Hit, before: int, every: list[Draft]) -> tuple[list[Party], list[Party]] | None:
    """Return who of those around a verb does the deed that hangs on it, and its subject where that is another one."""
    told = next((one for one in every if one.verbal and one.first == hit.first), None)
    doer, known = hit.entry.text("doer"), told is not None
    if told is None:
        told = Draft(hit, hit.first, hit.last, verbal=True)
        verb_parties(scene, told)
        subjects = [p for p in told.parties if p.slot == _SUBJECT]
        others = [p for p in told.parties if p.slot == doer]
    else:
        subjects = told.actors
        others = told.recipients if doer == _OBJECT else [p for p in told.parties if p.slot == doer]
    subjects, others = [p for p in subjects if _stands(p, before)], [p for p in others if _stands(p, before)]
    if doer == _SUBJECT:
        near = known or any(p.phrase is None or hit.first - p.phrase.last <= _NEAR for p in subjects)
        return (_whole(subjects), []) if subjects and near and not told.passive else None
    if others:
        return _whole(others), subjects
    if hit.entry.flag("tells"):
        return None  # whom somebody accuses may be taken for one of those who do
    before_it = [p for p in subjects if known or (p.phrase is not None and p.phrase.last <= hit.first)]
    return ([], before_it) if before_it else None


def _whole(parties: list[Party]) -> list[Party]:
    """Return parties as those who act."""
    return [Party(_SUBJECT, p.phrase, p.hit) for p in parties]


def _stands(party: Party, before: int) -> bool:
    """Say whether a party stands before a token and may act, and nobody doubts it."""
    phrase = party.phrase
    if phrase is None:
        return True
    listed = phrase.entity.id != "" or phrase.mention.rule not in {"", OTHER}
    return phrase.last <= before and not phrase.doubted and listed and phrase.mention.kind in DOERS


def _of_noun(scene: Scene, hit: Hit, before: int) -> Phrase | None:
    """Return who does a deed that hangs on a noun or an adjective: in its idafa, its pronoun, or before it."""
    behind = scene.covered.get(hit.last)
    behind = behind if behind is not None and behind.first == hit.last and behind.last <= before else None
    doer, slot = hit.entry.text("doer"), ""
    if hit.form.pos in {"participle", "word"}:
        phrase = scene.at_last.get(hit.first) or scene.at_last.get(hit.first - 1)  # «X is | not | able to»
        named = phrase is not None and not (phrase.slot or phrase.joined) and phrase.mention.kind in DOERS
        return phrase if named else None
    if behind is None:
        return None
    if behind.head == behind.first:
        slot = behind.slot
    fits = slot == (doer if doer not in {_SUBJECT, _OBJECT} else "") and not behind.joined
    return behind if fits and behind.mention.kind in DOERS else None
