"""Entities in the making: what every mention adds, and under which id and name they come out."""

from collections import Counter
from dataclasses import dataclass, field

from musnad.arabic import ARTICLE
from musnad.lexicon import Entry, stands_for
from musnad.mentions.found import Found
from musnad.mentions.labels import SOUND_PLURAL
from musnad.mentions.person import Person
from musnad.mentions.view import View
from musnad.model import Entity
from musnad.model.mentions import LOCAL

Key = tuple[str, ...]

_GOVERNMENT = "GOV"


@dataclass(slots=True)
class Draft:
    """An entity in the making."""

    kind: str
    known: str | None
    name: str
    words: int
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    number: str = "s"
    latin: str | None = None
    stands_for: str | None = None
    seat_of: str | None = None
    aliases: list[str] = field(default_factory=list)


def of_person(person: Person) -> Draft:
    """Return what is known of a person after a mention of him."""
    return Draft(
        kind="person",
        known=None,
        name=person.name,
        words=len(person.words),
        country=person.country,
        sector=person.sector,
        gender=person.gender,
        number=person.plural,
        latin=person.latin,
        aliases=list(person.aliases),
    )


def of_phrase(view: View, phrase: Found, name: str) -> Draft:
    """Return what a mention of a body, place or group tells of it, and what the lexicon knows."""
    entry = _entry(view, phrase)
    meant = stands_for(entry) if entry is not None else None
    draft = Draft(
        kind=phrase.kind,
        known=phrase.known,
        name=name,
        words=0 if phrase.bare else phrase.last - phrase.first,
        country=phrase.country,
        sector=phrase.sector,
        gender=phrase.gender,
        number=phrase.number,
        latin=(entry.text("latin") or None) if entry is not None else None,
        aliases=[name],
    )
    if entry is not None and meant is not None:
        draft.stands_for, draft.seat_of = meant.id, meant.office or None
        body = entry.named("organisation")
        draft.country = draft.country or entry.text("country") or None
        draft.sector = (body.text("sector") if body is not None else "") or draft.sector or _GOVERNMENT
    return draft


def _entry(view: View, phrase: Found) -> Entry | None:
    """Return the entry of a known body or place, which may stand behind a head noun («العاصمة موسكو»)."""
    if phrase.known is None:
        return None
    hits = (hit for i in range(phrase.first, phrase.last) for hit in view.all(i))
    return next((hit.entry for hit in hits if hit.entry.id in {phrase.known, phrase.head}), None)


def merge(drafts: dict[Key, Draft], key: Key, draft: Draft, *, repeated: bool) -> None:
    """Keep the fullest name and everything that any mention knows."""
    known = drafts.get(key)
    if known is None:
        drafts[key] = draft
        return
    if draft.words > known.words and key[0] not in {"person", "known"}:
        known.name, known.words = draft.name, draft.words
    for part in ("country", "sector", "gender", "latin", "stands_for", "seat_of"):
        if getattr(known, part) is None:
            setattr(known, part, getattr(draft, part))
    if not repeated:
        known.aliases += draft.aliases


def settle_names(drafts: dict[Key, Draft]) -> None:
    """Choose the names of what the lexicon knows among all that the article calls it."""
    for key, draft in drafts.items():
        if key[0] == "known":
            draft.name = _commonest(draft.aliases) if draft.kind == "place" else _usual(draft.aliases)


def _commonest(aliases: list[str]) -> str:
    """Return the form of a place used most, the shorter where two are used alike («إيران»)."""
    counts = Counter(aliases)
    return max(counts, key=lambda alias: (counts[alias], -len(alias.split())))


def _usual(aliases: list[str]) -> str:
    """Return the fullest form; where a people name the body («الحوثيون»), the form used most that holds it."""
    counts = Counter(aliases)
    most = max(counts, key=lambda alias: (counts[alias], len(alias)))
    words = set(most.split()) if most.endswith(SOUND_PLURAL) else set()
    fitting = [alias for alias in counts if words <= set(alias.split())]
    return max(fitting, key=lambda alias: (len(alias.split()), not alias.startswith(ARTICLE), counts[alias]))


def ids_of(drafts: dict[Key, Draft]) -> dict[Key, str]:
    """Return entity ids: the lexicon's, else numbers in order of first mention."""
    ids: dict[Key, str] = {}
    count = 0
    for key, draft in drafts.items():
        if draft.known is not None:
            ids[key] = draft.known
        else:
            count += 1
            ids[key] = f"{LOCAL}{count}"
    return ids


def entity_of(entity_id: str, draft: Draft) -> Entity:
    """Return the finished entity."""
    return Entity(
        id=entity_id,
        kind=draft.kind,
        name=draft.name,
        latin=draft.latin,
        country=draft.country,
        sector=draft.sector,
        gender=draft.gender,
        number=draft.number,
        aliases=tuple(dict.fromkeys(draft.aliases)),
        stands_for=draft.stands_for,
        seat_of=draft.seat_of,
    )
