"""Where the attestations of one proposition do not agree: numbers, and to whom the same words are given."""

from collections.abc import Sequence

from musnad.claims.assertion import Assertion
from musnad.model.claims import Conflict, Sources


def conflicts(found: Sequence[Assertion], origins: Sources) -> tuple[Conflict, ...]:
    """Return what differs: numbers that stand in place of others, and the same words that are given to two speakers."""
    made = []
    numbers = {each.key: each.numbers for each in sorted(found, key=lambda e: (len(e.numbers), e.id)) if each.numbers}
    sets = set(numbers.values())
    if any(not one <= other and not other <= one for one in sets for other in sets):
        made.append(Conflict.of("numbers", ((key, ", ".join(sorted(own))) for key, own in numbers.items())))
    instead = {number for source in origins.found if "copied" in source.basis for number in source.attested}
    given = [(found[n].key, found[n].speaker or "") for n in sorted(instead) if found[n].kind == "statement"]
    if len({speaker for _, speaker in given}) > 1:
        made.append(Conflict.of("speaker", given))
    return tuple(made)
