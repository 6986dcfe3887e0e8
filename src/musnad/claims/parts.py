"""A short claim inside longer sentences of other articles: quoted in part, or one item of an enumeration.

The words of the short one must stand near each other in the longer one. The part is an attestation of the short claim,
with the chain of the sentence in which it stands.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from musnad.claims.assertion import Assertion, id_of, stems_of
from musnad.claims.match import NOTHING_DECIDED, Decided
from musnad.claims.texts import Texts
from musnad.model import Span, Units
from musnad.stories.traits import FunctionWords, function_words
from musnad.text import cut

LEAST, MOST = 4, 9  # stems of a claim that is looked for in longer ones
HELD = 0.75  # of its stems that a part must hold
LONGER = 1.4  # times the stems of the claim, from which a piece is a longer one
NEAR = 1.6  # times the words of the claim within which its stems must stand in the part

REMEMBERED = 256  # articles of a story, cut

Group = tuple[Assertion, ...]
Cut = Callable[[str], Units]


def with_parts(groups: Sequence[Group], texts: Texts, decided: Decided = NOTHING_DECIDED) -> list[Group]:
    """Return groups of told assertions with the parts of others that tell the same; events stay as they are."""
    told = [each for group in groups for each in group if each.kind != "event"]
    holders: defaultdict[str, list[Assertion]] = defaultdict(list)
    for each in told:
        if each.attestation.fact in decided.facts:
            continue  # what somebody decided of stays where he put it
        for stem in each.stems:
            holders[stem].append(each)
    units: Cut = lru_cache(REMEMBERED)(lambda key: cut(texts.readings[key].article))
    empty = function_words(texts.lexicon)
    return [_with(group, holders, units, empty) for group in groups]


def _with(group: Group, holders: Mapping[str, Sequence[Assertion]], units: Cut, empty: FunctionWords) -> Group:
    short = min(group, key=lambda each: (len(each.stems), each.id))
    if short.kind == "event" or not LEAST <= len(short.stems) <= MOST or short.attestation.title:
        return group
    known = {each.key for each in group}
    ids = {each.id for each in group}
    longer = {each.id: each for stem in sorted(short.stems) for each in holders[stem] if _may_hold(each, short, ids)}
    best: dict[str, Assertion] = {}
    for each in (longer[name] for name in sorted(longer)):
        if each.key not in known and each.key not in best:
            found = _part(each, short, units, empty)
            if found is not None:
                best[each.key] = found
    return (*group, *(best[key] for key in sorted(best)))


def _may_hold(each: Assertion, short: Assertion, own: set[str]) -> bool:
    if each.id in own or each.denies != short.denies or each.attestation.title:
        return False
    return len(each.stems) >= LONGER * len(short.stems) and len(each.stems & short.stems) >= HELD * len(short.stems)


def _part(each: Assertion, short: Assertion, units_of: Cut, empty: FunctionWords) -> Assertion | None:
    """Return the shortest stretch of a piece that holds enough stems of a claim, None where there is none."""
    stems = [empty.stem(word) for word in each.words]
    at = [n for n, stem in enumerate(stems) if stem in short.stems]
    wanted = HELD * len(short.stems)
    longest = NEAR * len(short.words)
    windows = [
        (b - a, a, b)
        for n, a in enumerate(at)
        for b in at[n:]
        if b - a < longest and len({stems[k] for k in range(a, b + 1)} & short.stems) >= wanted
    ]
    if not windows:
        return None
    _, a, b = min(windows)
    units = units_of(each.key)
    first, last = units.tokens_of(each.attestation.spans[0].start, each.attestation.spans[0].end)
    places = [i for i in range(first, last) if units.is_word(i)]
    attestation = replace(each.attestation, spans=(Span(units.starts[places[a]], units.ends[places[b]]),))
    words = each.words[a : b + 1]
    return replace(each, id=id_of(attestation), attestation=attestation, words=words, stems=stems_of(words, empty))
