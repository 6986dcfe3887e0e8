"""How long a term of office lasts, beside the possible days of an article."""

from datetime import date

from musnad.lexicon import Entry, stretch

Days = tuple[date, date]


def share(term: Entry, days: Days) -> float:
    """Return how much of some days lies within a term."""
    low = max(days[0], stretch(term.text("from"))[0])
    high = min(days[1], stretch(term.text("to"))[1] if term.text("to") else date.max)
    return max((high - low).days + 1, 0) / ((days[1] - days[0]).days + 1)
