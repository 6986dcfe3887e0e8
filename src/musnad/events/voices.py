"""What the statements know of events of speech: who demands, accuses, praises, warns, and whom."""

from musnad.events.draft import Draft, Party
from musnad.events.scene import Scene
from musnad.model import Span

SPOKEN = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "THREATEN", "REJECT", "CONCEDE", "AGREE"})


def listen(scene: Scene, drafts: list[Draft]) -> None:
    """Give events of speech the speakers of the statements whose cues their triggers are."""
    for draft in drafts:
        if draft.type not in SPOKEN or draft.symmetric:
            continue
        trigger = Span(draft.hit.start, draft.hit.end)
        statement = next((s for s in scene.statements_by(draft.first) if s.cue.overlaps(trigger)), None)
        if statement is None:
            continue
        speaker = scene.speaker(statement, draft.first)
        if speaker is not None:
            draft.actors = [Party("subject", one) for one in scene.chain(speaker)]
            taken = {id(party.phrase) for party in draft.actors}
            draft.recipients = [party for party in draft.recipients if id(party.phrase) not in taken]
        addressee = statement.addressee
        if addressee is not None and addressee.span is not None and not draft.recipients:
            phrase = scene.phrase_at(addressee.span.start)
            if phrase is not None and phrase.mention.kind != "agency":
                draft.recipients = [Party("object", one) for one in scene.chain(phrase)]
