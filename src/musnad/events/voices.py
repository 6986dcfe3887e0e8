"""What the statements know of events of speech: who demands, accuses, praises, warns, and whom."""

from collections.abc import Iterator

from musnad.arabic import ARTICLE, BA
from musnad.arabic.letters import ALEF, HA, TA, YA
from musnad.events.draft import FALLEN, HARMING, Draft, Party
from musnad.events.phrases import Phrase, of_role, unknown
from musnad.events.scene import CLAUSE_ENDS, Scene
from musnad.events.unnamed import owned, qualifies_noun
from musnad.events.words import NONE, OF_WHAT
from musnad.lexicon import Hit
from musnad.model import Statement

SPOKEN = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "THREATEN", "REJECT", "CONCEDE", "AGREE"})


def sayers(scene: Scene, token: int) -> Iterator[Phrase]:
    """Yield the phrases of those who say what a token belongs to."""
    start = scene.units.starts[token]
    for statement in scene.statements_by(token):
        if any(span.start <= start < span.end for span in statement.content):
            phrase = scene.speaker(statement, token)
            if phrase is not None:
                yield phrase


def listen(scene: Scene, drafts: list[Draft]) -> None:
    """Give events of speech the speakers of the statements whose cues their triggers are."""
    for draft in drafts:
        if draft.type not in SPOKEN or draft.symmetric:
            continue
        statement = scene.told(draft.hit)
        if statement is None:
            continue
        if draft.passive and all(party.slot != "agent" for party in draft.parties):
            continue  # «X was accused»: who only tells it accuses nobody
        speaker = scene.speaker(statement, draft.first) or _written(scene, statement)
        if speaker is not None and draft.hit.entry.flag("charges") and _accused(scene, draft, speaker):
            continue
        if speaker is not None and not (_asked(scene, draft, speaker) or _told_beside(scene, draft, speaker)):
            heard = [party for party in draft.actors if draft.type == _ASKING and _heard(draft, party, speaker)]
            if heard and all(party.slot != "object" for party in draft.recipients):
                draft.recipients = heard
            draft.actors = [Party("subject", one) for one in scene.chain(speaker)]
            taken = {id(party.phrase) for party in draft.actors}
            draft.recipients = [party for party in draft.recipients if id(party.phrase) not in taken]
        addressee = statement.addressee
        if addressee is not None and addressee.span is not None and not draft.recipients:
            phrase = scene.phrase_at(addressee.span.start)
            # Whom somebody tells it is not whom he blames: «criticised, in a statement | to the reporter».
            told = phrase is not None and draft.type in _JUDGING and phrase.slot == "for"
            told = told or (phrase is not None and phrase.slot != "" and phrase.last <= draft.first)
            met = phrase is not None and phrase.slot == "with" and draft.type != _ASKING
            told = told or met  # «criticised, in talks | with Y»
            if phrase is not None and phrase.mention.kind != "agency" and not told:
                draft.recipients = [Party("object", one) for one in scene.chain(phrase)]


def past_adverbs(scene: Scene, i: int) -> int:
    """Return the token behind «also, then» that start at a token, or the token itself."""
    particle = scene.words.particle(i) if i < len(scene.units) else None
    while particle is not None and particle.part == "adverb":
        i = particle.last
        particle = scene.words.particle(i) if i < len(scene.units) else None
    return i


def _accused(scene: Scene, draft: Draft, speaker: Phrase) -> bool:
    """Say whether who seems to speak is the one behind the verb who is accused: «X was accused | of it»."""
    at = past_adverbs(scene, speaker.last)
    behind = at < len(scene.units) and scene.units.norms[at][0] in BA
    named = draft.verbal and not (draft.hit.suffix or draft.hit.entry.texts("then"))  # no «X called it | a mistake»
    named = named and behind and speaker.first >= draft.last
    return named and any(party.slot == "object" and party.phrase is speaker for party in draft.parties)


def whose(scene: Scene, drafts: list[Draft]) -> None:
    """Give praise and blame without a recipient those whose deed it is: «the Egyptian role», «the stand of X»."""
    for draft in drafts:
        judges = draft.type in _JUDGING and draft.hit.entry.text("mode") not in _LEGAL and draft.recipient_slots != ()
        judges = judges or draft.type == _REFUSING
        if not judges or (draft.verbal and draft.hit.suffix) or draft.symmetric or draft.recipients or not draft.actors:
            continue
        judged = [one for one in _of_whom(scene, draft) if not _is_hit(scene, draft, one, drafts)]
        draft.recipients = judged or _who_did(scene, draft, drafts)


def _is_hit(scene: Scene, draft: Draft, party: Party, drafts: list[Draft]) -> bool:
    """Say whether a phrase behind a noun of violence is not who did it: «condemned | the bombing of | X's mosque»."""
    phrase = party.phrase
    between = range(draft.last, draft.last if phrase is None else phrase.head)
    if any(map(scene.words.is_relative, between)) or not _of_deed(scene, between.start, between.stop, HARMING):
        return False
    deeds = (one for one in drafts if one.first in between and not one.verbal)
    return not any(doer.phrase is phrase for deed in deeds for doer in deed.actors)


def _who_did(scene: Scene, draft: Draft, drafts: list[Draft]) -> list[Party]:
    """Return who did the violence that is judged, named right behind its noun: «condemned | X's killing of Y»."""
    if draft.type != _ACCUSING:
        return []
    reach = range(draft.last, min(draft.last + _DEED, scene.units.sentence(draft.first).last))
    deed = next((one for one in drafts if one.first in reach and not one.verbal), None)
    if deed is None or deed.type not in HARMING:
        return []
    doers = (party.phrase for party in deed.actors)
    return [Party("object", one) for one in doers if one is not None and one.entity.id and one.head == deed.last]


def _of_whom(scene: Scene, draft: Draft) -> list[Party]:
    """Return whom the few words behind a draft name that are none of its actors: by adjective, idafa or «of»."""
    steps = 0
    for i in range(draft.last, min(_judged_end(scene, draft), scene.units.sentence(draft.first).last)):
        phrase = scene.at_head.get(i)
        taken = phrase is not None and _taken(scene, draft, phrase)
        beside = phrase is not None and steps == 0 and phrase.slot == "" and phrase.head == phrase.first
        if beside and i > draft.last and scene.units.norms[i - 1][0] in _COMMAS:
            continue  # «the leader of the party, | X, | criticised»
        if scene.words.is_relative(i) and any(p.phrase is scene.at_last.get(i, p) for p in draft.actors):
            return []  # «the party | that X leads | praised»
        if phrase is not None and (not taken or _owns_judged(scene, draft, phrase)):
            return [Party("object", phrase)] if _is_whose(scene, draft, phrase) else []
        particle = scene.words.particle(i)
        if draft.type == _REFUSING and particle is not None and particle.part == "about":
            return []  # «abstained | from the vote»
        if i in scene.covered or i in scene.timed or (steps == 0 and _beside_subject(scene, i)):
            continue
        doer = _doer(scene, i)
        if doer is not None:
            return [Party("object", doer)]
        steps += 1
        demonym = next((hit for hit in scene.words.demonyms.get(i, NONE) if hit.definite), None)
        if demonym is not None:
            return [Party("nisba", hit=demonym)]
        ends = (scene.verb(i) and i >= draft.reach + 1) or scene.units.norms[i][0] in CLAUSE_ENDS
        if steps > _DEED or ends:
            return []
    return []


def _beside_subject(scene: Scene, i: int) -> bool:
    """Say whether a token is the comma of a day or a name beside the subject: «the president, X, | on Monday, | …»."""
    norms, behind = scene.units.norms, i + 1
    if norms[i][0] not in _COMMAS or behind >= len(norms):
        return False
    judged = i in scene.at_last and norms[behind][0] in BA
    return judged or i - 1 in scene.timed or behind in scene.timed or behind in scene.covered


def _judged_end(scene: Scene, draft: Draft) -> int:
    """Return the token up to which whose deed is judged may stand: over a noun whose letters are those of a verb.

    «Condemned | the denial by X», «criticised | the ruling of X».
    """
    end = draft.reach
    ruled = draft.verbal and "object" in draft.recipient_slots and scene.at_last.get(end) is not None
    owner = scene.at_head.get(end + 1) if ruled and scene.verb(end) else None
    named = owner is not None and owner.head == owner.first and owner.slot == "" and not owner.joined
    named = named and not _of_deed(scene, end, end + 1, _DONE)  # «condemned | the barring of X»: he suffers it
    return end + (2 if named else 1)


def _taken(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether a phrase takes part already, or stands where the frame of the word knows a place for it."""
    before = scene.at_last.get(phrase.head)
    if any(party.phrase is phrase or (phrase.slot == "for" and party.phrase is before) for party in draft.actors):
        return True  # «the committee | of the congress»: whose body it is
    slots = {"subject", "object", *draft.actor_slots, *draft.recipient_slots}
    return any(party.phrase is phrase and (party.slot in slots or party.slot != "for") for party in draft.parties)


def _is_whose(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether what is judged is a phrase's, by where it stands and who it is: no town, and nobody who suffers."""
    states = phrase.mention.subkind == _STATES
    named = phrase.slot in _WHOSE and (phrase.entity.kind in _DOERS or states) and phrase.entity.id != ""
    named = named and not of_role(scene.at_last.get(phrase.head), phrase)
    town = phrase.entity.kind == "place" and phrase.entity.sector is None  # «refused the treaty of | Kyoto»
    other = draft.type == _REFUSING and _of_deed(scene, draft.last, phrase.head, _DONE)
    return named and not (town or other or suffers_deed(scene, phrase))


def suffers_deed(scene: Scene, phrase: Phrase) -> bool:
    """Say whether the noun that a phrase completes is a deed done to it: «criticised | the killing of X»."""
    at = phrase.head if phrase.head < phrase.first else phrase.head - 1
    nouns = (hit.entry for hit in scene.words.triggers.get(at, NONE) if hit.form.pos != "verb")
    behind = scene.at_head.get(phrase.last)
    if scene.told_of(at, _DONE_TO) and phrase.mention.kind in _PEOPLE and (behind is None or behind.slot != "for"):
        return True  # «criticised | the neglect of the farmers»
    return any(entry.text("type") == _COERCING or entry.text("level") == FALLEN for entry in nouns)


def _owns_judged(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether a phrase that seems an object has what is judged right before it: «praised X | by-the offer of Y»."""
    at = phrase.head - 1
    judged = draft.type in _JUDGING and "object" not in draft.recipient_slots and scene.units.norms[at][0] in BA
    if not judged or at < draft.last or scene.words.is_particle(at) or _of_deed(scene, draft.last, phrase.head, _DONE):
        return False
    return all(party.phrase is None or party.phrase.entity != phrase.entity for party in draft.actors)


def _doer(scene: Scene, i: int) -> Phrase | None:
    """Return whose deed the clause that opens at a token tells: «the efforts | that X makes», «for | what X did»."""
    particle = scene.words.particle(i)
    who = particle is not None and particle.part == "relative"
    verb = particle.last if who and particle is not None else i + 1
    if not (who or scene.told_of(i, OF_WHAT)) or verb + 1 >= len(scene.units) or scene.told_of(verb, _NOT_DONE):
        return None
    pronouns = scene.hits.at(verb + 1, "bound_preposition")  # «the way | that X goes on it»
    harmed = any(hit.entry.text("type") in HARMING for hit in scene.words.triggers.get(verb, NONE))
    held = any(hit.entry.text("part") in (_MEANS if harmed else _DONE_WITH) for hit in pronouns)
    made = held or owned(scene, verb)
    made = made and not (verb in scene.covered or scene.words.is_particle(verb) or scene.is_preposition(verb))
    phrase = scene.at_head.get(verb + 1 + held) if made else None
    named = phrase is not None and not phrase.slot and phrase.entity.kind in _MAKERS and phrase.entity.id
    return phrase if named else None


def _of_deed(scene: Scene, low: int, high: int, types: frozenset[str]) -> bool:
    """Say whether the noun of a deed stands between two tokens: «refused an inquiry into | the killing of X»."""
    nouns = (hit for i in range(low, high) for hit in scene.words.triggers.get(i, NONE) if hit.form.pos != "verb")
    return any(hit.entry.text("type") in types for hit in nouns)


def _written(scene: Scene, statement: Statement) -> Phrase | None:
    """Return the speaker behind a word that the cast does not know («the liberal | X»), or under his words alone."""
    speaker = statement.speaker
    if speaker is None or speaker.span is None:
        return None
    named = (one.span.start for one in scene.cast.within(speaker.span) if one.entity == speaker.entity)
    unknown_one = unknown(scene.units.tokens_of(speaker.span.start, speaker.span.end), speaker.span, speaker.name)
    return next(filter(None, map(scene.phrase_at, named)), unknown_one)


def _asked(scene: Scene, draft: Draft, speaker: Phrase) -> bool:
    """Say whether who seems to speak is the one behind the verb whom another asks: «and called on | the League»."""
    asked = any(party.slot == "object" and party.phrase is speaker for party in draft.parties)
    if asked and (qualifies_noun(scene, draft.hit) or only_object(scene, draft.hit, speaker)):
        return True  # «banners | that call on the government to», «(he) called on | the political forces»
    other = {draft.hit.form.gender, speaker.entity.gender} == {"m", "f"}
    return asked and other and draft.type == _ASKING and draft.actors != []


def _told_beside(scene: Scene, draft: Draft, speaker: Phrase) -> bool:
    """Say whether the clause tells better than the statement who speaks.

    Who speaks stands last among those who do so together, or far behind the verb, whose subject its relative clause
    qualifies or is right behind it; or nobody knows him, and somebody known is right before the verb.
    """
    own = [party.phrase for party in draft.actors if party.slot == "subject" and party.phrase is not None]
    if not (draft.verbal and own and own[0].entity.id) or own[0].doubted:
        return False  # the statement is surer of who is named from afar
    first = own[0]
    if draft.hit.entry.flag("charges") and any(p.slot == "object" and p.phrase is speaker for p in draft.parties):
        return True
    if any(one.mention.span == speaker.mention.span for one in own):
        return True
    apart = speaker.last <= draft.first and first.first >= draft.last
    if apart and scene.words.is_relative(draft.first - 1):
        return True  # «X rejected the changes that | the council | called for»
    if speaker.first >= draft.last:
        qualified = first.last <= draft.first and scene.words.is_relative(draft.first - 1)
        qualified = qualified and not owned(
            scene, speaker.last
        )  # «X, whom | the group threatened | with his execution»
        return qualified or (first.head == draft.last and first.last <= speaker.first)
    return not speaker.entity.id and 0 <= draft.first - first.last <= _BESIDE


def _heard(draft: Draft, party: Party, speaker: Phrase) -> bool:
    """Say whether a party behind the verb is not who asks, since the statement knows that one, but who is asked."""
    phrase = party.phrase
    if phrase is None or party.slot != "subject" or not draft.verbal or phrase.first < draft.last:
        return False
    return not phrase.entity.id or phrase.entity != speaker.entity


def only_object(scene: Scene, hit: Hit, phrase: Phrase) -> bool:
    """Say whether bodies behind a verb cannot be its subject, by their form: «(he) called on | the political forces».

    A verb of many bodies is feminine, which their ending or that of their adjective shows; a dual in construct may end
    like an object.
    """
    norms, head = scene.units.norms, phrase.first
    if hit.form.gender != "m" or phrase.mention.kind not in _BODIES or phrase.mention.proper is not None:
        return False
    if phrase.head < head or any(scene.hits.has(i, "one_of") for i in (head - 1, head)):
        return False  # «some of | the parties», whose verb agrees with «some»
    definite = norms[head].startswith(ARTICLE)
    behind = norms[head + 1] if head + 1 < scene.units.sentence(head).last else ""
    qualified = definite and behind.startswith(ARTICLE) and behind.endswith(HA) and not norms[head].endswith(HA)
    qualified = qualified and head + 1 not in scene.at_head  # «blamed | the students | the government»
    return qualified or norms[head].endswith(ALEF + TA) or (norms[head].endswith(TA + YA) and not definite)


_DONE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "PROTEST"})
_ASKING, _REFUSING, _COERCING = "REQUEST", "REJECT", "COERCE"
_DOERS = frozenset({"person", "office", "organisation", "place"})
_MAKERS = _DOERS | {"group"}
_BODIES = frozenset({"organisation", "office", "group"})
_STATES = "states"  # the kind of people that are countries
_DONE_TO = "done_to"  # the context of masdars of what people suffer
_PEOPLE = frozenset({"person", "group"})
_NOT_DONE = "not_done"  # the context of what one only sees, bears or calls something
_MEANS = frozenset({"by"})  # no «the crime | in which X was killed»
_DONE_WITH = frozenset({"by", "on", "in"})  # no «the massacre | that they fell to»
_COMMAS = frozenset("،,")
_WHOSE = frozenset({"", "for", "agent"})  # «the role | of X», «the initiative | by X»
_ACCUSING = "ACCUSE"
_JUDGING = frozenset({"SUPPORT", _ACCUSING})
_LEGAL = frozenset({"allege", "investigate"})  # courts judge people, not deeds
_BESIDE = 2  # tokens from a subject to its verb, «who» between them
_DEED = 4  # tokens from praise or blame to whose deed it is about
