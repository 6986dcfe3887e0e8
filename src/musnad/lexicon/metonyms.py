"""Names of cities, palaces and institutions that stand for those who rule there («موسكو», «قصر بعبدا», «الإليزيه»)."""

from typing import NamedTuple

from musnad.lexicon.entries import Entry


class Meant(NamedTuple):
    """Whom a name stands for: the full id of a state or body, and the office there; "" is all that govern it."""

    id: str
    office: str


def stands_for(entry: Entry) -> Meant | None:
    """Return whom the name of a place or institution stands for, None where it stands for itself only.

    A field says so (`stands_for`, `seat_of`); a place that is marked as a metonym and has none stands for its state.
    """
    named = entry.text("stands_for")
    if not named and entry.flag("metonym") and entry.text("country"):
        named = f"country.{entry.text('country')}"
    return Meant(named, entry.text("seat_of")) if named else None
