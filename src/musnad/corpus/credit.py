"""Whom a document credits for its text: the agencies of its own tail, and those that its words attribute to."""

from dataclasses import dataclass, replace

from musnad.arabic import LAM, fold_word
from musnad.lexicon import Hit, Hits, Lexicon, match
from musnad.model import Article, Link, Reading, Span
from musnad.text import cut

_KINDS = ("agency", "agency_credit")
_ADJECTIVE = "agency_adjective"  # stands for an agency only right behind a word that attributes
_AGENCY = "agency."
_LEAD = 3  # tokens between the word that attributes and the agency's name («وفقا لما ذكرته رويترز»)
_TEXT, _MENTION = 0.7, 0.5


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that a document names. `key` is its entity, or its folded name where nobody knows it.

    `place` is `line` (byline, dateline, footer, metadata), `text` (its words attribute to it) or `mention` (it is only
    named: the text may tell about it).
    """

    key: str
    name: str
    place: str
    link: Link


@dataclass(frozen=True, slots=True)
class Credits:
    """All agencies that a document names, credits in lines first; `unnamed` where a line credits «agencies»."""

    found: tuple[Credit, ...]
    unnamed: bool = False

    def of(self, *places: str) -> tuple[Credit, ...]:
        """Return the credits at some places."""
        return tuple(credit for credit in self.found if credit.place in places)

    def naming(self, key: str) -> Credit | None:
        """Return the first credit of an agency, wherever it stands."""
        return next((credit for credit in self.found if credit.key == key), None)


def credits_of(reading: Reading, lexicon: Lexicon) -> Credits:
    """Return whom a document credits. An agency that publishes its own text is credited by it."""
    tail = [link for link in reading.chain if link.role == "agency"]
    found = [Credit(_key(link), link.name, "line", link) for link in tail if not link.unnamed]
    publishing = [link for link in reading.chain if link.role == "publisher" and _publishes(link, lexicon)]
    for link in publishing:
        entity = _publishes(link, lexicon)
        found.append(Credit(entity, link.name, "line", replace(link, entity=entity)))
    inner = {link for s in reading.statements for link in s.chain if not link.tail}
    found += [Credit(_key(link), link.name, "text", link) for link in inner if _is_wire(_key(link), lexicon)]
    found += _attributed(reading, lexicon)
    for mention in reading.mentions:
        if mention.entity.startswith(_AGENCY) and _is_wire(mention.entity, lexicon):
            link = Link(mention.name, "agency", mention.span, "text", _MENTION, mention.entity)
            found.append(Credit(mention.entity, mention.name, "mention", link))
    places = ("line", "text", "mention")
    found.sort(key=lambda c: (places.index(c.place), c.key, c.link.span or Span(0, 1)))
    each = {(credit.key, credit.place, credit.link.span): credit for credit in found}
    return Credits(tuple(each.values()), any(link.unnamed for link in tail))


def _attributed(reading: Reading, lexicon: Lexicon) -> list[Credit]:
    """Return the wire agencies to which the words of the body attribute something."""
    article = reading.article
    units = cut(article)
    hits = match(units, lexicon)
    start = 0 if article.title_span is None else article.title_span.end
    found = []
    for hit in hits.of(*_KINDS, _ADJECTIVE):
        entity = _entity(hit)
        if hit.start < start or not _is_wire(entity, lexicon) or not _is_attributed(hit, hits):
            continue
        shown = units.text[hit.start : hit.end]
        link = Link(shown, "agency", Span(hit.start, hit.end), "text", _TEXT, entity)
        found.append(Credit(entity, shown, "text", link))
    return found


def _is_attributed(hit: Hit, hits: Hits) -> bool:
    """Say whether a word that attributes stands before a name, or «to» is written onto it («في تصريح لرويترز»)."""
    if hit.kind == _ADJECTIVE:
        return hit.definite and hits.has(hit.first - 1, "cue_preposition")
    if hit.prefix in LAM and hit.prefix:
        return True
    return any(hits.at(at, "cue_preposition") for at in range(max(0, hit.first - _LEAD), hit.first))


def _publishes(link: Link, lexicon: Lexicon) -> str:
    """Return the wire agency that a publisher is, or an empty string."""
    units = cut(Article(link.name))
    whole = [hit for hit in match(units, lexicon).at(0, *_KINDS) if hit.last == len(units) and not hit.prefix]
    return next((entity for hit in whole if _is_wire(entity := _entity(hit), lexicon)), "")


def _entity(hit: Hit) -> str:
    return hit.entry.id if hit.entry.kind == _KINDS[0] else hit.entry.text("agency")


def _is_wire(entity: str, lexicon: Lexicon) -> bool:
    """Say whether an entity is an agency that others print, and no newspaper or broadcaster."""
    return entity in lexicon.entries and lexicon.entry(entity).text("role") == _KINDS[0]


def _key(link: Link) -> str:
    return link.entity or fold_word(link.name)
