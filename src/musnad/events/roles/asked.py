"""Who takes part in what another word announces: who is asked for a deed, accused of it, threatened or promised it."""

from dataclasses import replace

from musnad.arabic import BA, LAM
from musnad.events.draft import Draft, Party
from musnad.events.roles.cast_roles import DEEDS
from musnad.events.scene import Scene
from musnad.events.voices import sayers

_ASKING, _ACCUSING = "REQUEST", "ACCUSE"
_OF_WHAT = 2  # tokens from whom somebody accuses to what he accuses him of: a day
_REQUESTED = "requested"
_COMMANDED = DEEDS | {"ACCUSE", "SANCTION"}  # who orders an arrest or an inquiry without saying of whom has it done
_OWN_CALL = frozenset({"PROTEST"})  # who calls for a strike strikes
_THREATENING, _PROMISING = "THREATEN", "AGREE"
_TO_WHOM = frozenset({"for", "on"})  # behind which stands to whom something is promised or offered
_HELPING = frozenset({"AID", "SUPPORT"})
_HELP = "help"  # the context of masdars of support
_VISIT = "visit"
_HELD = LAM | BA  # how an invitation is tied to the visit that follows from it: «by, in answer to»
_REASONS = frozenset({"from", "cause"})
_DEED = 3  # tokens from a threat or promise to the deed: «threatened | with the intensifying of | the war on X»


def charge(scene: Scene, drafts: list[Draft], every: list[Draft]) -> None:
    """Give deeds that are asked for those who are asked, and take away those who ask.

    `every` holds the drafts that were believed and those that were not: a request may be told only by what it asks for.
    """
    for draft in drafts:
        _blame(draft, every)
        _invite(scene, draft, drafts)
        _announce(scene, draft, every)
        if draft.status != _REQUESTED or draft.type == _ASKING:
            continue
        asking = _request(scene, draft, every)
        if asking is not None and draft.hit.entry.text("mode") == _VISIT and not draft.verbal:
            draft.recipients = [
                p for p in draft.recipients if not same(p, asking.recipients)
            ]  # «invited X | to visit Y»
        asked = [] if asking is None else [p for p in asking.recipients if not same(p, draft.recipients)]
        askers = _speakers(scene, draft) if asking is None else asking.actors
        if not asked and draft.type in _OWN_CALL:
            continue
        told = [p for p in draft.actors if not same(p, askers)]
        if draft.symmetric and asked:
            draft.actors = [*asked, *(p for p in told if not same(p, asked))]
        else:
            commanded = asking is not None and asking.hit.entry.flag("commands") and draft.type in _COMMANDED
            doers = asked or (asking.actors if asking is not None and commanded else [])
            draft.actors = told or [Party("subject", p.phrase, p.hit) for p in doers]


def _blame(draft: Draft, every: list[Draft]) -> None:
    """Give a deed that stands with «of» right behind whom somebody accuses to those: «accused X | of shelling Y»."""
    carried = draft.support is not None and draft.support.last <= draft.first and not draft.hit.prefix
    opens = draft.support if carried and draft.support is not None else draft.hit
    if draft.verbal or draft.type not in DEEDS or opens.prefix not in BA:
        return
    for accusing in every:
        ends = [p.phrase.last for p in accusing.recipients if p.phrase is not None and p.phrase.last <= opens.first]
        if accusing.type != _ACCUSING or not ends or opens.first - max(ends) > _OF_WHAT:
            continue
        told = [p for p in draft.actors if not same(p, accusing.actors)]
        draft.actors = told or [Party("subject", p.phrase, p.hit) for p in accusing.recipients]
        draft.recipients = [p for p in draft.recipients if not same(p, draft.actors)]
        return


def _invite(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """Let who visits be whom somebody has invited: «X visited Y | at the invitation of Z»."""
    opening = scene.words.particle_before(draft.first)
    held = draft.hit.prefix in _HELD and opening is None
    if draft.type != _ASKING or draft.verbal or draft.recipients or not (draft.actors and held):
        return
    start = scene.units.sentence(draft.first).first
    visits = [one for one in drafts if start <= one.first < draft.first and one.hit.entry.text("mode") == _VISIT]
    if visits:
        draft.recipients = [Party("to", p.phrase, p.hit) for p in visits[-1].actors if not same(p, draft.actors)]


def _announce(scene: Scene, draft: Draft, every: list[Draft]) -> None:
    """Give a threat or promise to nobody those of the deed it announces: «threatened | to impose sanctions on X»."""
    threatens = draft.type == _THREATENING
    promises = draft.type == _PROMISING and bool(_TO_WHOM & {*draft.recipient_slots})
    if draft.recipients or draft.symmetric or not (threatens or promises):
        return
    last = draft.last
    for deed in (one for one in every if one.first >= last):
        opening = deed.hit if deed.support is None or deed.support.first > deed.first else deed.support
        reason = threatens and opening.prefix != "" and opening.prefix in LAM  # «revenge | for the killing of X»
        if reason or not _near(scene, last, opening.first) or not (threatens or deed.type in _HELPING):
            return
        parties = deed.actors if deed.symmetric else deed.recipients
        draft.recipients = [replace(p, slot="object") for p in parties if not same(p, draft.actors)]
        if draft.recipients:
            return
        last = deed.last  # «promised | the giving of | aid to X»: two words for one
    if promises:
        draft.recipients = _helped(scene, draft)


def _helped(scene: Scene, draft: Draft) -> list[Party]:
    """Return whom somebody promises to help, where the word is no event of its own: «promised the support | of X»."""
    for i in range(draft.last, scene.clause_end(draft.last)):
        if not scene.told_of(i, _HELP):
            continue
        phrase = scene.at_head.get(i) or scene.at_head.get(i + 1)
        right = phrase is not None and phrase.first == i + 1 and phrase.slot in {"", "by"} and not phrase.joined
        if phrase is None or not right or not _near(scene, draft.last, i):
            return []
        helped = [Party("object", one) for one in scene.chain(phrase)]
        return [party for party in helped if not same(party, draft.actors)]
    return []


def _near(scene: Scene, low: int, high: int) -> bool:
    """Say whether a deed stands close behind the word that announces it or behind its subject, and opens no clause."""
    words = [i for i in range(low, high) if i not in scene.timed and i not in scene.covered and scene.units.is_word(i)]
    apart = any(scene.verb(i) or scene.ends_clause(i) or _because(scene, i) for i in range(low, high))
    return len(words) <= _DEED and not apart


def _because(scene: Scene, i: int) -> bool:
    """Say whether a token tells why somebody threatens: «revenge | for the killing of X»."""
    particle = scene.words.particle(i)
    return particle is not None and particle.part in _REASONS


def _request(scene: Scene, draft: Draft, every: list[Draft]) -> Draft | None:
    """Return the request before a deed in its sentence, with nothing told as done between them."""
    number = scene.units.sentence_of[draft.first]
    for other in reversed(every):
        if other.first >= draft.first:
            continue
        if scene.units.sentence_of[other.first] != number:
            return None
        if other.type == _ASKING:
            return other
        if other.verbal and other.status != _REQUESTED:
            return None
    return None


def _speakers(scene: Scene, draft: Draft) -> list[Party]:
    """Return who says in what statement that a deed should be done."""
    return [Party("subject", one) for phrase in sayers(scene, draft.first) for one in scene.chain(phrase)]


def same(party: Party, others: list[Party]) -> bool:
    """Say whether a party is one of others: the same phrase, or another one of the same entity."""
    if party.phrase is None:
        return any(other.hit is not None and other.hit.entry is party.hit.entry for other in others if party.hit)
    phrase = party.phrase
    return any(
        other.phrase is not None
        and (other.phrase is phrase or (bool(phrase.entity.id) and other.phrase.entity.id == phrase.entity.id))
        for other in others
    )
