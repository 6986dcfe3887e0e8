"""Routes: through which agency, release or own reporting a claim came, and how many of them are independent.

Attestations are first joined to strands: same words, or one dispatch. A strand has one tail (an agency, a release, a
paper's own reporting, or nobody who is credited) and the agencies that its text names inside.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musnad.arabic import fold_word
from musnad.claims.assertion import Assertion
from musnad.claims.rules import Rules
from musnad.claims.texts import Texts
from musnad.corpus.outlets import agency_key
from musnad.model.claims import Source, Sources

ALIKE = 8  # words in a row that two texts do not share by chance
_TWO = 2
_ORDER = ("agency", "release", "unknown", "own", "uncredited")  # what a strand is named by, surest first


@dataclass(frozen=True, slots=True)
class Tail:
    """Through whom one attestation came: kind and name, the key by which it is compared, on which grounds."""

    kind: str
    key: str
    name: str
    entity: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Strand:
    """Attestations (by number) that are one route: the tails of all, the one that names it, agencies named inside."""

    numbers: tuple[int, ...]
    tail: Tail
    inner: tuple[tuple[str, str], ...]
    basis: tuple[str, ...]
    disputed: tuple[str, ...] = ()


def routes_of(found: Sequence[Assertion], texts: Texts, rules: Rules) -> tuple[Sources, tuple[Strand, ...]]:
    """Return the routes of one proposition and the strands they are made of.

    Strands that share an agency, as their tail or as a source that their text names, are one route at least. A text
    without any credit beside credited ones is none at least.
    """
    strands = _strands(found, texts, rules)
    sources = tuple(_source(strand, texts, alone=len(strands) == 1) for strand in strands)
    certain = [strand for strand, source in zip(strands, sources, strict=True) if source.certain]
    doubts = sum(_is_doubtful(strand, found, texts) for strand in strands) if rules.on("doubtful") else 0
    return Sources(sources, max(1, _independent(certain)), len(strands) + doubts), strands


def _independent(strands: Sequence[Strand]) -> int:
    """Return how many groups of strands there are that share no agency."""
    parts = _Parts(len(strands))
    first: dict[str, int] = {}
    for number, strand in enumerate(strands):
        for key in (strand.tail.key, *(key for key, _ in strand.inner)):
            parts.join(first.setdefault(key, number), number)
    return len(parts.groups())


def _is_doubtful(strand: Strand, found: Sequence[Assertion], texts: Texts) -> bool:
    """Say whether most members of the dispatch of a strand, several papers, do not credit its agency."""
    for number in strand.numbers if strand.tail.basis == "dispatch" and strand.tail.kind == "agency" else ():
        at = found[number].attestation
        share = texts.share(at.key, at.spans, title=at.title)
        if share is not None:
            credited = [member.credit == "named" for member in share.dispatch.members]
            return len(credited) > _TWO * sum(credited) and len(credited) > _TWO
    return False


def _strands(found: Sequence[Assertion], texts: Texts, rules: Rules) -> tuple[Strand, ...]:
    tails = [_tail(each, texts, rules) for each in found]
    parts = _Parts(len(found))
    grounds: defaultdict[int, set[str]] = defaultdict(set)
    inner = [_inner(each, texts, rules) for each in found]
    joined = [*_by_tail(tails, inner), *(_by_words(found) if rules.on("passage") else ())]
    for one, other, basis in joined:
        parts.join(one, other)
        grounds[one].add(basis)
    made = [_strand(numbers, inner, tails, grounds) for numbers in parts.groups()]
    merged: defaultdict[tuple[str, ...], list[Strand]] = defaultdict(list)
    for strand in made:
        merged[strand.tail.key, *(key for key, _ in strand.inner)].append(strand)
    return tuple(_together(group) for _, group in sorted(merged.items()))


def _tail(each: Assertion, texts: Texts, rules: Rules) -> Tail:
    """Return through whom an attestation came to the page."""
    at = each.attestation
    share = texts.share(at.key, at.spans, title=at.title) if rules.on("dispatch") else None
    if share is not None:
        found = share.dispatch
        if found.agency is not None:
            return Tail("agency", agency_key(found.agency, found.entity), found.agency, found.entity, "dispatch")
        if found.basis == "release" and rules.on("release"):
            name = found.issuer or _publisher(found.fullest, texts)
            return Tail("release", f"release {fold_word(name)}", name, None, "release")
    agencies = [link for link in texts.agencies(at.key) if not link.unnamed]
    if agencies and rules.on("agency"):
        link = agencies[0]
        return Tail("agency", agency_key(link.name, link.entity), link.name, link.entity, "agency")
    if share is not None:
        name = _publisher(share.dispatch.fullest, texts)
        return Tail("uncredited", f"text {share.dispatch.id}", name, None, "dispatch")
    name = _publisher(at.key, texts)
    unnamed = next((link for link in texts.agencies(at.key) if link.unnamed), None)
    if unnamed is not None:
        return Tail("unknown", f"agencies {fold_word(name)}", unnamed.name, None, "unnamed")
    kind = "own" if texts.readings[at.key].article.byline else "uncredited"
    return Tail(kind, f"own {fold_word(name)}", name, None, "own")


def _publisher(key: str, texts: Texts) -> str:
    link = texts.publisher(key)
    return key if link is None else link.name


def _by_tail(tails: Sequence[Tail], inner: Sequence[list[tuple[str, str]]]) -> Iterator[tuple[int, int, str]]:
    """Yield attestations that have one tail and name the same agencies inside, and on which grounds."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, (tail, inside) in enumerate(zip(tails, inner, strict=True)):
        groups["|".join((tail.key, *sorted(key for key, _ in inside)))].append(number)
    for numbers in groups.values():
        yield from ((numbers[0], other, tails[other].basis) for other in numbers[1:])


def _by_words(found: Sequence[Assertion]) -> Iterator[tuple[int, int, str]]:
    """Yield attestations of two articles in the same words.

    Two papers that quote one document say the same, and neither took it from the other: quotations say nothing.
    """
    first: dict[tuple[str, ...], int] = {}
    for number, each in enumerate(found):
        if each.quoted:
            continue
        for at in range(len(each.words) - ALIKE + 1):
            run = each.words[at : at + ALIKE]
            if run in first and found[first[run]].key != each.key:
                yield first[run], number, "passage"
            first.setdefault(run, number)


def _inner(each: Assertion, texts: Texts, rules: Rules) -> list[tuple[str, str]]:
    """Return the agencies and outlets that the text names as its own source, by key and name; not who prints it."""
    if not rules.on("chain"):
        return []
    links = [link for link in each.attestation.chain if not link.tail and link.role in {"agency", "outlet"}]
    own = fold_word(_publisher(each.key, texts))
    others = [link for link in links if not link.unnamed and fold_word(link.name) != own]
    return [(agency_key(link.name, link.entity), link.name) for link in others]


def _strand(
    numbers: Sequence[int], inner: Sequence[list[tuple[str, str]]], tails: Sequence[Tail], grounds: dict[int, set[str]]
) -> Strand:
    own = [tails[number] for number in numbers]
    votes = Counter(tail.key for tail in own)
    tail = min(own, key=lambda each: (_ORDER.index(each.kind), -votes[each.key], each.key))
    agencies = {each.key: each.name for each in own if each.kind == "agency"}
    inside = {key: name for number in numbers for key, name in inner[number] if key != tail.key}
    basis = {tail.basis}.union(*(grounds[number] for number in numbers))
    disputed = tuple(name for key, name in sorted(agencies.items()) if key != tail.key)
    return Strand(tuple(numbers), tail, tuple(sorted(inside.items())), tuple(sorted(basis)), disputed)


def _together(strands: Sequence[Strand]) -> Strand:
    """Return strands of one tail and the same inner agencies as one."""
    first = strands[0]
    numbers = tuple(sorted(number for strand in strands for number in strand.numbers))
    basis = tuple(sorted({each for strand in strands for each in strand.basis}))
    disputed = tuple(sorted({each for strand in strands for each in strand.disputed}))
    return Strand(numbers, first.tail, first.inner, basis, disputed)


def _source(strand: Strand, texts: Texts, *, alone: bool) -> Source:
    owner, state = texts.owner(strand.tail.name, strand.tail.entity)
    certain = alone or strand.tail.kind in {"agency", "release", "own"}
    return Source(
        strand.tail.name,
        strand.tail.kind,
        strand.numbers,
        strand.tail.entity,
        certain,
        strand.basis,
        owner,
        state,
        tuple(name for _, name in strand.inner),
        strand.disputed,
    )


class _Parts:
    """Numbers joined to parts."""

    def __init__(self, size: int) -> None:
        self._of = list(range(size))

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        self._of[high] = low

    def groups(self) -> list[list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(len(self._of)):
            found[self._root(number)].append(number)
        return [found[root] for root in sorted(found)]

    def _root(self, number: int) -> int:
        while self._of[number] != number:
            self._of[number] = number = self._of[self._of[number]]
        return number
