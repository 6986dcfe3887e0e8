"""What the statements know of events of speech: who demands, accuses, praises, warns, and whom."""

from musnad.events.draft import Draft, Party
from musnad.events.phrases import Phrase, unknown
from musnad.events.scene import Scene
from musnad.model import Statement

SPOKEN = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "THREATEN", "REJECT", "CONCEDE", "AGREE"})


def listen(scene: Scene, drafts: list[Draft]) -> None:
    """Give events of speech the speakers of the statements whose cues their triggers are."""
    for draft in drafts:
        if draft.type not in SPOKEN or draft.symmetric:
            continue
        statement = scene.told(draft.hit)
        if statement is None:
            continue
        speaker = scene.speaker(statement, draft.first) or _unnamed(scene, statement)
        if speaker is not None:
            heard = draft.actors if draft.type == _ASKING and not draft.recipients else []
            draft.recipients += [party for party in heard if party.slot == "subject" and _behind(draft, party)]
            draft.actors = [Party("subject", one) for one in scene.chain(speaker)]
            taken = {id(party.phrase) for party in draft.actors}
            draft.recipients = [party for party in draft.recipients if id(party.phrase) not in taken]
        addressee = statement.addressee
        if addressee is not None and addressee.span is not None and not draft.recipients:
            phrase = scene.phrase_at(addressee.span.start)
            if phrase is not None and phrase.mention.kind != "agency":
                draft.recipients = [Party("object", one) for one in scene.chain(phrase)]


def _unnamed(scene: Scene, statement: Statement) -> Phrase | None:
    """Return the speaker whom the cast does not know, under the name that the statement has for him."""
    speaker = statement.speaker
    if speaker is None or speaker.span is None:
        return None
    return unknown(scene.units.tokens_of(speaker.span.start, speaker.span.end), speaker.span, speaker.name)


def _behind(draft: Draft, party: Party) -> bool:
    """Say whether a party stands behind the verb: not who asks, since the statement knows that, but who is asked."""
    return party.phrase is not None and draft.verbal and party.phrase.first >= draft.last


_ASKING = "REQUEST"
