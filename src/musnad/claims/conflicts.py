"""Where the attestations of one proposition do not agree, and what explains a difference that is none.

Numbers that stand in place of others, the same words given to two speakers, days of one event, who did it to whom, who
called whom. A slip in one copy of a text, the same amount in other units, one day in the words of two are explained.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from musnad.claims.amounts import Amount, amounts, are_like, differ
from musnad.claims.assertion import Assertion
from musnad.claims.texts import Texts
from musnad.model.claims import Conflict, Source, Sources

SAME_WORDS = 0.75  # of the stems of two attestations: words that are given to two speakers
LEAST_WORDS = 4  # stems of such words
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types of events in which it does not matter who is named first."""


def conflicts(found: Sequence[Assertion], origins: Sources, texts: Texts) -> tuple[Conflict, ...]:
    """Return what differs."""
    return (
        *(*_numbers(found, texts), *_speakers(found, origins), *_dates(found, texts)),
        *(*_roles(found), *_askers(found)),
    )


def _numbers(found: Sequence[Assertion], texts: Texts) -> Iterator[Conflict]:
    own: dict[str, tuple[Amount, ...]] = {}
    carried: dict[str, str] = {}
    for each in sorted(found, key=lambda e: (len(e.numbers), e.id)):
        told = amounts(each.words, texts.lexicon)
        if told:
            own[each.key] = told
            share = texts.share(each.key, each.attestation.spans, title=each.attestation.title)
            carried[each.key] = each.key if share is None else share.dispatch.id
    if not _differ(own.values()):
        return
    values = ((key, ", ".join(sorted({amount.shown for amount in told}))) for key, told in own.items())
    yield Conflict.of("numbers", values, _explained(own, carried))


def _explained(own: Mapping[str, tuple[Amount, ...]], carried: Mapping[str, str]) -> str | None:
    """Return why numbers that differ are no conflict: most copies of one text agree, or the amounts are the same."""
    texts: defaultdict[str, list[tuple[Amount, ...]]] = defaultdict(list)
    for key, told in own.items():
        texts[carried[key]].append(told)
    chosen = []
    for told_by in texts.values():
        votes = Counter(tuple(sorted({a.value for a in told})) for told in told_by)
        best = min(votes, key=lambda values: (-votes[values], values))
        chosen.append(next(told for told in told_by if tuple(sorted({a.value for a in told})) == best))
    if all(are_like(one, other) for one, other in combinations(own.values(), 2)):
        return "units"
    return None if _differ(chosen) else "slip"


def _differ(found: Iterable[Sequence[Amount]]) -> bool:
    return any(differ(one, other) for one, other in combinations(found, 2))


def _speakers(found: Sequence[Assertion], origins: Sources) -> Iterator[Conflict]:
    """Yield the same words that are given to two: by copies of one text, or by texts that name two as their source."""
    instead = {number for source in origins.found if "copied" in source.basis for number in source.attested}
    given = [(found[n].key, found[n].speaker or "") for n in sorted(instead) if found[n].kind == "statement"]
    named = [s for s in origins.found if s.certain and s.kind in {"person", "body"} and "copied" not in s.basis]
    for one, other in combinations(named, 2):
        if _are_two(one, other):
            given += [
                (found[n].key, source.name) for source, numbers in _same_words(one, other, found) for n in numbers
            ]
    if len({speaker for _, speaker in given}) > 1:
        yield Conflict.of("speaker", given)


def _are_two(one: Source, other: Source) -> bool:
    """Say whether two origins cannot both have said the same words as one: two states, or two people of one."""
    if one.country and other.country and one.country != other.country:
        return True
    return one.kind == other.kind == "person"


def _same_words(one: Source, other: Source, found: Sequence[Assertion]) -> list[tuple[Source, set[int]]]:
    """Return the statements of two origins that are in the same words."""
    left: set[int] = set()
    right: set[int] = set()
    for a in one.attested:
        for b in other.attested:
            first, second = found[a].stems, found[b].stems
            shared, all_ = len(first & second), len(first | second)
            said = found[a].kind == found[b].kind == "statement"
            if said and found[a].key != found[b].key and shared >= max(LEAST_WORDS, SAME_WORDS * all_):
                left.add(a)
                right.add(b)
    return [(one, left), (other, right)] if left else []


def _dates(found: Sequence[Assertion], texts: Texts) -> Iterator[Conflict]:
    days = {each.key: each.day for each in found if each.day is not None and len(each.day) == len("2024-01-01")}
    if len(set(days.values())) > 1:
        explained = all(_printed_later(one, other, days, texts) for one, other in combinations(sorted(days), 2))
        yield Conflict.of("dates", days.items(), "day words" if explained else None)


def _printed_later(one: str, other: str, days: Mapping[str, str], texts: Texts) -> bool:
    """Say whether two days differ only because one word for a day was printed on two, or nobody knows when."""
    if days[one] == days[other]:
        return True
    first, second = (texts.readings[key].published for key in (one, other))
    if first.day is None or second.day is None:
        return False
    apart = (date.fromisoformat(days[one]) - date.fromisoformat(days[other])).days
    printed = (first.day - second.day).days
    return abs(apart - printed) <= max(first.slack, second.slack)


def _roles(found: Sequence[Assertion]) -> Iterator[Conflict]:
    """Yield where one text has it that somebody did to another what another text has the other way round."""
    acts = [each for each in found if each.actors and each.recipients and each.type not in _MUTUAL]
    for one, other in combinations(acts, 2):
        if one.key != other.key and one.actors & other.recipients and other.actors & one.recipients:
            values = ((e.key, f"{', '.join(sorted(e.actors))} → {', '.join(sorted(e.recipients))}") for e in acts)
            yield Conflict.of("roles", values)
            return


def _askers(found: Sequence[Assertion]) -> Iterator[Conflict]:
    """Yield where texts, or those whom one text quotes, do not agree on who called whom."""
    told = [(each.key, each.asker) for each in found if each.asker is not None]
    if len({asker.key for _, asker in told}) > 1:
        yield Conflict.of("asker", ((key, asker.name) for key, asker in told))
