"""Which country «the kingdom», «the sultanate» is: the publisher's own, else the only one of its kind that is named.

And how the city is called that is only «the Qatari capital» in its article.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from musnad.lexicon import Lexicon
from musnad.mentions.places.find import CAPITAL, REALM
from musnad.model import Cast, Entity, Mention

_COUNTRY = "country"


def with_realms(cast: Cast, lexicon: Lexicon, home: Callable[[], str]) -> Cast:
    """Return a cast in which the noun of a realm means a country, where one can be told.

    `home` tells the publisher's country, ISO 3166 alpha-3, or "". Of several that are named none is picked.
    """
    alone = {mention.entity: mention for mention in cast.mentions if mention.rule == REALM}
    if not alone:
        return cast
    countries = {entity.id: entity.country for entity in cast.entities}
    named = {countries.get(mention.entity) for mention in cast.mentions}
    lands = {entity: _land(lexicon, mention, named, home()) for entity, mention in alone.items()}
    ids = {entity: f"{_COUNTRY}.{land}" for entity, land in lands.items() if land}
    known = {entity.id for entity in cast.entities}
    entities = (
        _country(lexicon, entity, ids[entity.id]) if entity.id in ids else entity
        for entity in cast.entities
        if ids.get(entity.id) not in known
    )
    mentions = (
        replace(mention, entity=ids[mention.entity], subkind=_COUNTRY) if mention.entity in ids else mention
        for mention in cast.mentions
    )
    return Cast(tuple(mentions), tuple(entities))


def with_capitals(cast: Cast, lexicon: Lexicon) -> Cast:
    """Return a cast in which a city has its own name that only «the capital» of its state means."""
    meant = {mention.entity for mention in cast.mentions if mention.rule == CAPITAL}
    meant -= {mention.entity for mention in cast.mentions if mention.rule != CAPITAL} if meant else set()
    if not meant:
        return cast
    entities = (
        replace(entity, name=lexicon.entry(entity.id).headword) if entity.id in meant else entity
        for entity in cast.entities
    )
    return Cast(cast.mentions, tuple(entities))


def _land(lexicon: Lexicon, mention: Mention, named: Collection[str | None], home: str) -> str:
    """Return the country that a noun alone means, "" where several may be meant or none is told.

    `named` are the countries that the article names, or of its people, places and bodies.
    """
    possible = lexicon.entry(f"place_head.{mention.subkind}").texts("lands")
    if home in possible:
        return home
    told = [land for land in possible if land in named]
    return told[0] if len(told) == 1 else ""


def _country(lexicon: Lexicon, entity: Entity, name: str) -> Entity:
    """Return the entity of a country that the article does not name itself."""
    entry = lexicon.entry(name)
    return replace(entity, id=name, name=entry.headword, country=entry.text("code"), aliases=(entity.name,))
