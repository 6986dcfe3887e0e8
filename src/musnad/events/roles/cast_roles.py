"""From parties to participants: who of those around the trigger acts, and to whom it is done."""

from collections.abc import Iterable

from musnad.arabic import AND, ARTICLE, BA, NUNATED, OBLIQUE, fold_word
from musnad.arabic.letters import ALEF, NUN
from musnad.events.draft import OTHER, UNDERGONE, Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.scene import Scene
from musnad.events.unnamed import owned
from musnad.events.words import NONE
from musnad.lexicon import Hit
from musnad.model import Entity, Mention, Participant, Span

_ACTING = frozenset({"person", "office", "organisation", "agency", "group", "place"})
DEEDS = frozenset({"AID", "ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
"""Types of what is done rather than said: somebody did it, known or not."""
_MEETING = frozenset({"group", "office", "organisation"})
_HARM = frozenset({"ASSAULT"})
_ADDRESSED = frozenset({"REQUEST"})
_BACKING, _CROWD = "SUPPORT", "PROTEST"
_BLAMING = "ACCUSE"
_VOICED = frozenset({_BLAMING, "THREATEN"})
_PUNISHED = frozenset({"SANCTION"})
_TARGETS = frozenset({"on", "against", "object"})
_AIMED = frozenset({"on", "against"})
_FORCES = frozenset({"organisation", "office"})
_SUFFERING = frozenset({"hit", "owner", "sufferer"})
_FAMILY = "family"
_OTHERS = "others"
_NOBODY = frozenset({_OTHERS, "number"})
_ARMY = "MIL"
_COERCING, _SEIZED = "COERCE", "seize"
_UNNAMED = "events."  # how the rules begin of those whom this stage finds
_STATES, _COUNTRY = "states", "country"
_CAPITAL = "capital"  # the kind of places that states have
_AND = " + "
_COUNTED = "events.counted"
_DUAL = (ALEF + NUN, OBLIQUE)
_NO_ONE = "no_one"  # the context of things that are nobody
_VISIT = "visit"
_UNIT = "time_unit"  # what is counted in ages and durations
_WITH_BY = 5  # letters of a noun with «in, by» written onto it: most shorter ones begin with that letter
_SUM = 2  # tokens behind a number to what is counted: «50 | million francs»
_FROM = ("from",)  # whom somebody takes a place from
_NEAR = 2  # adjectives between an attack or a meeting and «of»


def assign(draft: Draft) -> None:
    """Divide the parties of a draft into actors and recipients after the frame of its trigger."""
    actors, recipients = draft.actor_slots, draft.recipient_slots
    for party in draft.parties:
        slot = party.slot
        if (
            not stands(party)
            or not _known(draft, party)
            or _where(draft, party)
            or _others(party)
            or _tells(draft, party)
        ):
            continue
        if draft.symmetric:
            if (slot in actors and _may_act(draft, party)) or slot in {"subject", "nisba"}:
                draft.actors.append(party)
            elif slot == "sufferer":
                draft.recipients.append(party)  # who received a call
            continue
        suffers = slot == "subject" or (slot == "object" and draft.passive and slot not in actors)  # «was found guilty»
        if slot in _SUFFERING or (suffers and "subject" in recipients and "subject" not in actors):
            draft.recipients.append(party)
        elif slot in actors and slot in recipients:
            (draft.recipients if draft.passive else draft.actors).append(party)
        elif slot in actors:
            draft.actors.append(party)
        elif slot in recipients:
            draft.recipients.append(party)
    faced = [party for party in draft.recipients if party.slot == "sufferer"]
    if faced and draft.type in _VOICED and not draft.verbal:
        draft.recipients = faced  # «the cabinet faces charges | of spying on Y»: only its clause tells of Y
    askers = [party for party in draft.parties if party.slot == "from" and stands(party) and _known(draft, party)]
    if askers and draft.type in _ADDRESSED and not (draft.verbal or _asking_of(draft, askers[0])):
        asked = [party for party in draft.recipients if party.slot == "sufferer"]  # «Y received | an invitation of X»
        draft.actors, draft.recipients = askers, asked  # «at the request of X», whoever carries the sentence
    _back(draft)
    _owned(draft)
    _one_sided(draft)


def _one_sided(draft: Draft) -> None:
    """Let whom a fight is against be its target where nobody tells whose it is: «its fight | against X»."""
    if draft.symmetric and all(party.slot == "against" for party in draft.actors):
        draft.actors, draft.recipients = [], [*draft.recipients, *draft.actors]


def _owned(draft: Draft) -> None:
    """Let an unnamed target stand for whom it belongs to: «bombed positions | of …»."""
    unnamed = all(p.phrase is not None and not (p.phrase.entity.id or _counted(p)) for p in draft.recipients)
    if draft.type != "ASSAULT" or not unnamed or "object" not in draft.recipient_slots:
        return
    owners = [p for p in draft.parties if p.slot == "for" and stands(p) and _known(draft, p)]
    if _theirs(draft, owners):
        draft.actors = draft.actors or owners
    else:
        draft.recipients = owners or draft.recipients


def _theirs(draft: Draft, owners: list[Party]) -> bool:
    """Say whether a noun of attack has right behind it whose it is: «a bombardment | of the regime's forces»."""
    phrase = owners[0].phrase if owners else None
    noun = draft.hit.form.pos == "masdar" and draft.level == "attack" and not (draft.hit.definite or draft.hit.suffix)
    return noun and phrase is not None and phrase.head == draft.last and phrase.mention.kind in _FORCES


def _asking_of(draft: Draft, party: Party) -> bool:
    """Say whether a participle has right behind it of whom it asks something: «asking | of Iran | that it change»."""
    near = party.phrase is not None and party.phrase.head - draft.last <= 1
    return near and draft.hit.form.pos == "participle"


def _back(draft: Draft) -> None:
    """Let who stands behind a word of support be supported where another gives it: «X confirmed support | of Y»."""
    slots = {party.slot for party in draft.actors}
    if draft.type == _BACKING and not draft.recipients and {"subject", "idafa"} <= slots:
        draft.recipients = [party for party in draft.actors if party.slot == "idafa"]
        draft.actors = [party for party in draft.actors if party.slot != "idafa"]


def stands(party: Party) -> bool:
    """Say whether a party can take part in an event: people, bodies, and states by their name or capital."""
    phrase = party.phrase
    if phrase is None or phrase.mention.kind != "place" or phrase.entity.sector is not None:
        return True
    seat = phrase.mention.subkind == _CAPITAL and fold_word(phrase.entity.name).startswith(ARTICLE)
    return seat and phrase.entity.country is not None  # «the Kenyan capital», no «capital of the province»


def _known(draft: Draft, party: Party) -> bool:
    """Say whether a party is of the cast, or the unnamed subject of a deed: a statement of nobody known is no event."""
    phrase = party.phrase
    if phrase is None or phrase.entity.id or phrase.mention.rule == OTHER:
        return True
    asked = party.slot == "from" and draft.type in _ADDRESSED and draft.verbal
    if asked or (party.slot == "agent" and draft.type in DEEDS):
        return True
    if party.slot == "object" and (draft.type in _ADDRESSED | _HARM | _PUNISHED or draft.fells_or_seizes):
        return True
    if party.slot == "object" and draft.type == _BLAMING and _many(party, phrase):
        return True
    if draft.type in _PUNISHED and party.slot == "idafa" and _counted(party):
        return True  # «the execution of | three men»
    if (draft.type in _PUNISHED and party.slot in _AIMED) or (draft.type == _BLAMING and party.slot == "against"):
        return True
    if draft.type in _HARM and (party.slot in _TARGETS or _underwent(draft, party)):
        return True
    if party.slot == "subject" and draft.verbal and phrase.last <= draft.first and _indefinite(phrase):
        return True  # «that | foreign banks | refused»
    visits = draft.hit.entry.text("mode") == _VISIT and "object" in draft.recipient_slots
    acts = draft.type in DEEDS or (phrase.definite and visits)
    acts = acts or (draft.verbal and _counted(party) and _beside(draft, phrase))  # «14 states | voted for it»
    takes_part = draft.type in DEEDS or draft.symmetric  # «X | and some of the unions | met»
    return (_counted(party) and takes_part) or (party.slot == "subject" and acts)


def _underwent(draft: Draft, party: Party) -> bool:
    """Say whether an unknown thing, or a definite noun whatever the verb, came under an attack."""
    under = draft.support is not None and draft.support.entry.text("group") == UNDERGONE
    return party.slot == "sufferer" and party.phrase is not None and (party.phrase.definite or under)


def _indefinite(phrase: Phrase) -> bool:
    """Say whether a phrase is an indefinite noun with its adjectives: «foreign banks»."""
    words = phrase.entity.name.split()
    return len(words) > 1 and not any(word.startswith(ARTICLE) for word in words)


def _beside(draft: Draft, phrase: Phrase) -> bool:
    """Say whether a phrase stands before a verb or near behind it, and so is no object far behind it."""
    return phrase.head - draft.last <= _NEAR


def _many(party: Party, phrase: Phrase) -> bool:
    """Say whether the ending of a noun tells that it is people: «the protesters», «three suspects»."""
    name = phrase.entity.name
    return name.partition(" ")[0].endswith(NUNATED[0]) or (_counted(party) and name.endswith(OBLIQUE))


def _counted(party: Party) -> bool:
    """Say whether a party is people told by number or by a noun, whom the cast need not know."""
    return party.phrase is not None and party.phrase.mention.rule.endswith("counted")


def _others(party: Party) -> bool:
    """Say whether a party is only «others», uncounted: who they are is told by those before them."""
    phrase = party.phrase
    alone = phrase is not None and phrase.last - phrase.head == 1 and phrase.mention.subkind == _OTHERS
    return alone and party.slot != "idafa"


def _tells(draft: Draft, party: Party) -> bool:
    """Say whether a party only told the reporter of a deed."""
    phrase = party.phrase
    source = phrase is not None and phrase.mention.subkind == "source"
    return source and draft.type in DEEDS - {_CROWD} and party.slot == "subject"


def _where(draft: Draft, party: Party) -> bool:
    """Say whether a place behind a noun of attack is where it took place: «the bombings of X», without a target.

    So is what somebody takes back: «the liberation of | X». Behind an attack «of» says whose it is only near it.
    """
    phrase = party.phrase
    if phrase is not None and party.slot == "from" and draft.type in _HARM and phrase.mention.kind == "place":
        return "from" not in draft.recipient_slots  # «rockets | from Lebanon», «in parts | of Iraq»
    if phrase is not None and party.slot == "for" and draft.type in _HARM and not draft.verbal:
        far = phrase.head - draft.last > _NEAR and not phrase.joined
        return far and party.slot in draft.actor_slots
    if party.slot != "idafa" or phrase is None or phrase.mention.kind != "place":
        return False
    if draft.type in _HARM and draft.recipient_slots == _FROM:
        return True
    if draft.level != "attack":
        return False
    return draft.hit.form.pos != "masdar" and all(one.slot not in _TARGETS for one in draft.parties)


def _may_act(draft: Draft, party: Party) -> bool:
    """Say whether a party can take part in a meeting; a place behind «in, by» is where it is."""
    phrase, slot = party.phrase, party.slot
    if phrase is None:
        return True
    if slot == "for":  # «a meeting | of the leaders of X», none «for the protection of X»
        some = phrase.mention.kind in _MEETING or phrase.entity.number == "p"
        near = phrase.joined or phrase.head - draft.last <= _NEAR
        return some and near and phrase.mention.kind != "place" and phrase.head == phrase.first
    by = slot == "by" and (phrase.mention.kind == "place" or phrase.first - phrase.head > 1)  # «with the aim of …»
    return phrase.mention.kind in _ACTING and not by


def suffered(draft: Draft) -> list[Party]:
    """Return the recipients of a draft that can take part: no things that are only seized: «seized | 17 tons»."""
    if draft.type != _COERCING or draft.hit.entry.text("mode") != _SEIZED:
        return draft.recipients
    return [p for p in draft.recipients if p.phrase is None or p.phrase.entity.id or _listed(p.phrase)]


def _listed(phrase: Phrase) -> bool:
    """Say whether the cast has a phrase as people, known or not."""
    return phrase.mention.rule != "" and not phrase.mention.rule.startswith(_UNNAMED)


def told(parties: list[Party], *, hit: bool = False) -> list[Party]:
    """Return the parties without those who name nobody, and without the place in which others were `hit`."""
    named = [p for p in parties if not _vague(p)] or parties
    people = [p for p in named if not (p.slot == "in" and p.phrase is not None and p.phrase.mention.kind == "place")]
    return people if hit else people or named


def with_others(scene: Scene, draft: Draft, recipients: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return the recipients with those who are only counted, by a number that none of them has: «20 others».

    They tell nothing of who somebody is, so nobody is compared with them.
    """
    words = {word for one in recipients for word in one.name.split()}
    more = [party for party in draft.recipients if _only_counted(party, words)] if recipients else []
    return (*recipients, *participants(scene, more))


def _only_counted(party: Party, words: set[str]) -> bool:
    """Say whether people are told by a number alone that is not among some words."""
    phrase = party.phrase
    if phrase is None or phrase.mention.subkind not in _NOBODY:
        return False
    number = phrase.last - phrase.head > (phrase.mention.subkind == _OTHERS)
    return number and not words & {*phrase.entity.name.split()}


def _vague(party: Party) -> bool:
    """Say whether a party names nobody where others are named: an unknown target, «others», a number alone."""
    phrase = party.phrase
    if phrase is None:
        return False
    people = phrase.definite and phrase.mention.name.endswith(NUNATED)  # «against | the citizens»
    if phrase.mention.subkind == _FAMILY and (phrase.head < phrase.first or party.slot in {"for", "owner"}):
        return True  # «the house of | a family»: those who were in it are told
    people = people or (phrase.mention.rule == _COUNTED and not phrase.entity.name[0].isdigit())  # «on | a man and X»
    aimed = party.slot in _AIMED and not (phrase.entity.id or people)
    return aimed or phrase.mention.subkind in _NOBODY or phrase.entity.name.isdigit()


def participants(scene: Scene, parties: Iterable[Party]) -> tuple[Participant, ...]:
    """Return participants for parties, each entity once; a pair of two is taken apart, who is doubted left out."""
    found: dict[str, Participant] = {}
    for party in (one for one in parties if one.phrase is None or not _nobody(scene, one.phrase)):
        for one in _participants(scene, party):
            found.setdefault(one.entity or one.name, one)
    return tuple(found.values())


def _nobody(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a phrase is doubted, or a thing that neither acts nor suffers: «the decision», «30 tons», «a year».

    Nor is it anybody where «in, by» is written onto it: «ordered | an inquiry».
    """
    if phrase.doubted or phrase.entity.id:
        return phrase.doubted
    counted = phrase.mention.rule == _COUNTED
    unlisted = counted or phrase.mention.rule == ""
    if not unlisted or phrase.mention.name.partition(" ")[0] not in scene.units.surface(phrase.first, phrase.last):
        return False  # whom a statement calls by another name
    heads = range(phrase.first, min(phrase.last, phrase.first + 1 + _SUM * counted))  # behind a number stands the noun
    return _ruled(scene, phrase.first) or any(scene.told_of(i, _NO_ONE) or scene.hits.has(i, _UNIT) for i in heads)


def _ruled(scene: Scene, i: int) -> bool:
    """Say whether «in, by» is written onto a long token that no list knows without it, and no pronoun behind it."""
    norm = scene.units.norms[i]
    written = norm[0] in BA and len(norm) >= _WITH_BY and not owned(scene, i)
    return written and all(hit.prefix for hit in scene.hits.at(i))


def _participants(scene: Scene, party: Party) -> list[Participant]:
    phrase = party.phrase
    if phrase is not None:
        names = phrase.entity.name.split(_AND)
        span = phrase.mention.span
        if len(names) > 1:
            both = [next((e for e in scene.cast.entities if e.name == name), None) for name in names]
            return [_of(entity, span) for entity in both if entity is not None]
        lands = _lands(scene, phrase) if phrase.mention.subkind == _STATES else []
        if len(lands) > 1:
            return [_of(scene.cast.entity(land), land.span) for land in lands]  # «the states of X, Y and Z»
        land = _capital(scene, phrase)
        if land is not None:
            return [land]
        both_lands = _both_lands(scene, phrase)
        if both_lands:
            return both_lands
        return [_of(_forces(scene, phrase) or _state(scene, phrase.entity), span)]
    return [] if party.hit is None else [_country(scene, party.hit)]


def _lands(scene: Scene, phrase: Phrase) -> list[Mention]:
    """Return the states that are named inside a phrase."""
    span = phrase.mention.span
    inside = (one for one in scene.cast.mentions if one.kind == "place" and span.covers(one.span))
    return [one for one in inside if one.subkind == _COUNTRY]


def _both_lands(scene: Scene, phrase: Phrase) -> list[Participant]:
    """Return the two states whose adjectives follow a dual: «the governments | of Malta and Austria»."""
    if phrase.mention.kind == "person":
        return []  # «the presidents of X and Y» are men
    norms, i = scene.units.norms, phrase.last - (phrase.last - 1 in scene.words.demonyms)
    i -= any(hit.prefix.startswith(AND) for hit in scene.words.demonyms.get(i, NONE))  # the phrase has both
    if not (norms[phrase.first].startswith(ARTICLE) and norms[phrase.first].endswith(_DUAL)) or i <= phrase.first:
        return []
    lands = [
        next((h for h in scene.words.demonyms.get(k, NONE) if h.definite and h.prefix.startswith(AND) == joined), None)
        for k, joined in ((i, False), (i + 1, True))
    ]
    named = [hit for hit in lands if hit is not None]
    return [_country(scene, hit) for hit in named] if len(named) == len(lands) else []


def _capital(scene: Scene, phrase: Phrase) -> Participant | None:
    """Return the state that the adjective of a capital names: «the Kenyan capital»."""
    if phrase.mention.kind != "place" or phrase.mention.subkind != _CAPITAL or phrase.entity.sector is not None:
        return None
    hits = (hit for i in range(phrase.first, phrase.last) for hit in scene.words.demonyms.get(i, NONE))
    return next((_country(scene, hit) for hit in hits), None)


def _country(scene: Scene, hit: Hit) -> Participant:
    """Return the country that an adjective names."""
    entry = hit.entry
    code = entry.text("code")
    known = scene.cast.get(f"country.{code}")
    name = known.name if known is not None else entry.text("name")
    span = Span(hit.start, hit.end)
    return Participant(name, span, f"country.{code}" if known is not None else None, code, None)


def _forces(scene: Scene, phrase: Phrase) -> Entity | None:
    """Return the armed body of the article for which the power alone stands whose it is: «the regime», «its forces»."""
    name = phrase.entity.name
    if phrase.entity.id or not phrase.definite or " " in name:
        return None
    bodies = (one for one in scene.cast.entities if one.kind == "organisation" and one.sector == _ARMY)
    return next((one for one in bodies if one.name.split()[1:2] == [name]), None)


def _state(scene: Scene, entity: Entity) -> Entity:
    """Return the state for which a capital stands, where the article names it."""
    if entity.kind != "place" or entity.sector is None or entity.country is None:
        return entity
    return scene.cast.get(f"country.{entity.country}") or entity


def _of(entity: Entity, span: Span) -> Participant:
    return Participant(entity.name, span, entity.id or None, entity.country, entity.sector)
