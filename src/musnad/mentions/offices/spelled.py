"""Whom a full name that no list has in this form means, where the office beside it is his («كافين رود»)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from musnad.lexicon import Entry, Hits, Lexicon
from musnad.mentions.offices.held import Office, offices_of
from musnad.mentions.offices.home import Home
from musnad.model import Mention, Span, Units
from musnad.names.known import Known
from musnad.names.same import Match, same_name

_OFFICE_TELLS = ("spelling", "a father's name left out", "a middle name left out", "the rest of the descent left out")
"""How the reasons begin for which two names may be one, so that the office beside one of them makes it sure."""


def offices_beside(mentions: Sequence[Mention], units: Units, hits: Hits, home: Home) -> set[Office]:
    """Return the offices that mentions of one person tell of, beside his name and without it."""
    parts = (part for mention in mentions for part in _without_name(mention))
    return {office for part in parts for office in offices_of(part, units, hits, home)}


@lru_cache(maxsize=4)  # derived from the lexicon alone
def forms_of_people(lexicon: Lexicon) -> Mapping[str, Sequence[str]]:
    """Return the names of all known people by the id of their entry, folded."""
    found: dict[str, list[str]] = {}
    for form in lexicon.forms.of_kinds("public_person"):
        found.setdefault(form.entry.id, []).append(form.pattern)
    return found


def spelled(people: Sequence[Entry], mentions: Sequence[Mention], units: Units, lexicon: Lexicon) -> list[Entry]:
    """Return those of some known people one of whose names is a full name of the mentions in another spelling."""
    known = Known.of(lexicon)
    spans = {mention.proper for mention in mentions if mention.proper is not None}
    names = {units.text[span.start : span.end] for span in spans}
    full = sorted(name for name in names if " " in name)
    forms = forms_of_people(lexicon)
    return [person for person in people if any(_is_name(name, forms.get(person.id, ()), known) for name in full)]


def _is_name(name: str, forms: Sequence[str], known: Known) -> bool:
    """Say whether a name is one of some forms; where spelling or a part left out makes it possible the office tells."""
    found = (same_name(name, form, known) for form in forms)
    return any(match.verdict == "same" or _is_possible(match) for match in found)


def _is_possible(match: Match) -> bool:
    return match.verdict == "possible" and match.reason.startswith(_OFFICE_TELLS)


def _without_name(mention: Mention) -> Iterator[Mention]:
    """Yield a mention that says no name, else what stands before the name in it."""
    if mention.proper is None:
        yield mention
    elif mention.span.start < mention.proper.start:
        yield replace(mention, span=Span(mention.span.start, mention.proper.start), proper=None)
