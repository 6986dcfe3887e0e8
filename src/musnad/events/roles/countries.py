"""«His country»: the state of who speaks or acts in the sentence, where he has one."""

from dataclasses import replace

from musnad.arabic import AND, BA, LAM
from musnad.arabic.letters import HA
from musnad.events.draft import OTHER
from musnad.events.phrases import Phrase, unknown
from musnad.events.scene import Scene
from musnad.events.voices import sayers
from musnad.lexicon import Hit
from musnad.model import Entity

COUNTRY = "role_field.country"
_OFFICIALS = frozenset({"person", "office"})


def name_countries(scene: Scene) -> None:
    """Let «his country» stand for the state of the last one named before it, in every sentence with an event."""
    for token in sorted(scene.hits.tokens("role_field")):
        number = scene.units.sentence_of[token]
        if number not in scene.words.sentences or token in scene.covered:
            continue
        hits = (hit for hit in scene.hits.at(token, "role_field") if hit.entry.id == COUNTRY)
        hit = next((hit for hit in hits if hit.suffix.startswith(HA)), None)
        state = None if hit is None else _state(scene, token, scene.units.sentences[number].first)
        if hit is not None and state is not None:
            scene.take(_phrase(scene, hit, state))


def _state(scene: Scene, token: int, start: int) -> Entity | None:
    """Return the state of who says what a token belongs to, else of the last person or office before it."""
    for phrase in list(sayers(scene, token)) or reversed(scene.bare(start, token)):
        if phrase.mention.kind not in _OFFICIALS or phrase.entity.country is None:
            continue
        return state_of(scene, phrase)
    return None


def state_of(scene: Scene, phrase: Phrase) -> Entity | None:
    """Return the state to which a phrase belongs, under its name in the article, else after an adjective there."""
    code = phrase.entity.country
    known = None if code is None else scene.cast.get(f"country.{code}")
    if known is not None or code is None:
        return known
    words = (hit.entry for hit in scene.hits.of("demonym"))
    name = next((entry.text("name") for entry in words if entry.text("code") == code), "")
    return Entity("", "place", name, country=code) if name else None


def _phrase(scene: Scene, hit: Hit, state: Entity) -> Phrase:
    first, prefix = hit.first, hit.prefix.removeprefix(AND)
    joined = hit.prefix.startswith(AND)
    slot = "for" if prefix and prefix in LAM else "by" if prefix and prefix in BA else ""
    head = first
    if not slot:
        head, slot, joined = scene.look_back(first, joined=joined)
    span = scene.units.span(first, hit.last)
    bare = unknown((first, hit.last), span, state.name, rule=OTHER)
    mention = replace(bare.mention, kind="organisation")
    return bare._replace(head=head, slot=slot, joined=joined, entity=state, mention=mention)
