"""Corroboration of a collection: its stories, what is claimed in them, and what stands behind every claim.

The answer is a function of the readings and their copies, whatever the order of the articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from musnad.claims.assertion import Assertion
from musnad.claims.assertions import assertions
from musnad.claims.conflicts import conflicts
from musnad.claims.contradictions import Pair, counts, denials
from musnad.claims.grade import common_link, first, grade
from musnad.claims.match import NOTHING_DECIDED, Decided, propositions
from musnad.claims.origins import origins_of
from musnad.claims.parts import with_parts
from musnad.claims.people import identified
from musnad.claims.readouts import readouts
from musnad.claims.routes import Strand, routes_of
from musnad.claims.rules import ALL_RULES, Rules
from musnad.claims.sentence import sentence
from musnad.claims.texts import Texts
from musnad.corpus.copies import Copies
from musnad.lexicon import Lexicon
from musnad.model import Reading, content_id
from musnad.model.claims import Conflict, Corroboration, Proposition, Readouts, Source, Sources, Story
from musnad.stories.find import stories


@dataclass(frozen=True, slots=True)
class Claims:
    """Stories of a collection, and the propositions of those that several articles tell; what was looked at.

    `readouts` are those of the stories, by their ids, that several sides tell.
    """

    documents: int
    publishers: int
    stories: tuple[Story, ...]
    propositions: tuple[Proposition, ...]
    readouts: Mapping[str, Readouts] = field(default_factory=dict)


def corroborate(readings: Mapping[str, Reading], copies: Copies, lexicon: Lexicon, rules: Rules = ALL_RULES) -> Claims:
    """Return stories and corroborated propositions of readings by key.

    `copies` are those of the same articles. Propositions are made for stories of several articles: first those that
    most articles tell.
    """
    texts = Texts.of(readings, copies.dispatches, lexicon)
    groups = [[member.key for member in dispatch.members] for dispatch in copies.dispatches]
    found = stories(readings, lexicon, groups)
    told = {story.id: of_story(story, texts, rules) for story in found if len(story.keys) > 1}
    publishers = {link.name for key in readings if (link := texts.publisher(key)) is not None}
    made = tuple(each for propositions_, _ in told.values() for each in propositions_)
    sides = {key: beside for key, (_, beside) in told.items() if beside.points}
    return Claims(copies.documents, len(publishers), found, made, sides)


def of_story(
    story: Story, texts: Texts, rules: Rules = ALL_RULES, decided: Decided = NOTHING_DECIDED
) -> tuple[list[Proposition], Readouts]:
    """Return the propositions of one story, those of most articles first, and what its sides tell beside each other.

    `decided` is what analysts put together and keep apart.
    """
    told = [each for key in story.keys for each in assertions(key, texts.readings[key], texts.lexicon, rules)]
    told = identified(told, [texts.readings[key] for key in story.keys])
    groups = [group for group in with_parts(propositions(told, decided), texts, decided) if _is_claim(group)]
    ordered = [sorted(group, key=lambda each: each.id) for group in groups]
    made = [_proposition(story, group, texts, rules) for group in ordered]
    claimed = {p.id: group for p, group in zip(made, ordered, strict=True)}
    denied = denials(claimed)

    def contradictions(pairs: Iterable[Pair]) -> Mapping[Pair, Conflict]:
        asked = list(pairs)
        return counts(claimed, asked, texts.lexicon) | {pair: denied[pair] for pair in asked if pair in denied}

    made = _with_denials(made, denied)
    made.sort(key=lambda each: (-len(each.keys), each.kind != "statement", each.id))
    return made, readouts(made, {name for each in told for name in each.who}, contradictions)


def _with_denials(made: Sequence[Proposition], denied: Mapping[Pair, Conflict]) -> list[Proposition]:
    """Return propositions with the denials of them, or what they deny."""
    of: defaultdict[str, list[Conflict]] = defaultdict(list)
    for pair, conflict in denied.items():
        for key in pair:
            of[key].append(conflict)
    return [replace(each, conflicts=(*each.conflicts, *of[each.id])) if each.id in of else each for each in made]


def _is_claim(group: Sequence[Assertion]) -> bool:
    """Say whether a group is a proposition: a headline alone claims nothing that its text does not say better."""
    return len({each.key for each in group}) > 1 or not all(each.attestation.title for each in group)


def _proposition(story: Story, found: Sequence[Assertion], texts: Texts, rules: Rules) -> Proposition:
    routes, strands = routes_of(found, texts, rules)
    origins = origins_of(found, strands, texts, rules)
    articles = {each.key for each in found}
    copies = len(articles) - len(_texts(found, strands))
    kinds = [each.kind for each in found]
    shown = max(
        found, key=lambda each: (each.kind != "narration", not each.attestation.title, len(each.words), each.id)
    )
    attestations = tuple(each.attestation for each in found)
    versions = {each.key: texts.readings[each.key].article.version for each in found}
    places = (f"{versions[a.key]}:{s.start}:{s.end}" for a in attestations for s in a.spans)
    kind = "statement" if "statement" in kinds else "event" if "event" in kinds else "narration"
    return Proposition(
        content_id("p", kind, *sorted(places)),
        kind,
        story.id,
        _text(shown, texts),
        attestations,
        Corroboration(
            len(articles),
            copies,
            origins,
            routes,
            grade(origins, routes),
            common_link(origins, routes),
            _unnamed(found, routes),
            first(found, texts),
            len({link.name for key in articles if (link := texts.publisher(key)) is not None}),
            _of(routes.found, "owner"),
            _of(routes.found, "state"),
        ),
        sentence(len(articles), copies, (origins.least, origins.most), (routes.least, routes.most), texts.lexicon),
        conflicts(found, origins, texts),
    )


def _text(shown: Assertion, texts: Texts) -> str:
    """Return a piece in its words, an event with the sentence that tells it."""
    span = shown.around if shown.around is not None else shown.attestation.spans[0]
    return " ".join(span.of(texts.readings[shown.key].article.text).split())


def _texts(found: Sequence[Assertion], strands: Sequence[Strand]) -> set[str]:
    """Return one article of each strand of copies, and all articles that copy nothing."""
    originals: set[str] = set()
    for strand in strands:
        keys = sorted({found[number].key for number in strand.numbers})
        is_copied = bool({"dispatch", "passage", "release"} & set(strand.basis))
        originals.update(keys[:1] if is_copied else keys)
    return originals


def _unnamed(found: Sequence[Assertion], routes: Sources) -> tuple[str, ...]:
    """Return the links without name: sources that no text names, and agencies that are credited as «agencies»."""
    links = {link.name for each in found for link in each.attestation.chain if link.unnamed}
    return tuple(sorted(links | {source.name for source in routes.found if source.kind == "unknown"}))


def _of(sources: Sequence[Source], field: str) -> tuple[str, ...]:
    return tuple(sorted({value for source in sources if (value := getattr(source, field))}))
