"""The agency of a dispatch, from the credits of any member; agencies that others credit for the same text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.corpus.credit import Credit, Credits
from musnad.model import Span

_NEAR = 40  # code points around a shared passage: a credit behind its last word belongs to it


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency of a dispatch: the credit that names it, on which basis, how many members name it or another."""

    credit: Credit
    basis: str
    naming: int
    naming_others: int


@dataclass(frozen=True, slots=True)
class Naming:
    """What a member names: its credits, where it holds the common text, and whether it holds text of its own too."""

    credits: Credits
    shared: Sequence[Span]
    extends: bool


def agency_of(members: Sequence[Naming]) -> Agency | None:
    """Return the agency that most members credit in lines, else that to which most attribute the common text.

    A line of a member with text of its own may credit that text: it counts where no other member has a line. What a
    member attributes beside the common text is no credit for it. What all members attribute to an agency may be a
    source inside the text: the basis `text` says so.
    """
    lines = [credit for member in members if not member.extends for credit in member.credits.of("line")]
    lines = lines or [credit for member in members for credit in member.credits.of("line")]
    inside = [each for member in members for each in _inside(member)]
    return _most(lines, "credit") or _most(inside, "text")


def disputed(members: Sequence[Naming], agency: Credit) -> tuple[str, ...]:
    """Return the agencies that members without text of their own credit in lines, and `agency` nowhere."""
    others = [member.credits for member in members if not member.extends]
    wrong = [credits_ for credits_ in others if credits_.naming(agency.key) is None]
    found = {credit.key: credit.name for credits_ in wrong for credit in credits_.of("line")}
    return tuple(found[key] for key in sorted(found))


def _inside(member: Naming) -> list[Credit]:
    """Return the credits in the words of a text that stand in or beside what it shares, one an agency."""
    near = [Span(max(0, span.start - _NEAR), span.end + _NEAR) for span in member.shared]
    found = {
        credit.key: credit
        for credit in member.credits.of("text")
        if credit.link.span is not None and any(span.overlaps(credit.link.span) for span in near)
    }
    return list(found.values())


def _most(found: Sequence[Credit], basis: str) -> Agency | None:
    """Return the agency of most credits; the first by key among equals, in its most frequent spelling."""
    if not found:
        return None
    votes = Counter(credit.key for credit in found)
    key = min(votes, key=lambda each: (-votes[each], each))
    names = Counter(credit.name for credit in found if credit.key == key)
    name = min(names, key=lambda each: (-names[each], each))
    best = next(credit for credit in found if (credit.key, credit.name) == (key, name))
    return Agency(best, basis, votes[key], len(found) - votes[key])
