"""dateparser.search in Arabic, a paragraph at a time; it gives words without places, which are looked up in order."""

from datetime import datetime

from dateparser.search import search_dates
from exchange import Found, lines, serve, to_grain


def read(text: str, published: datetime) -> list[Found]:
    """Return the expressions of a text."""
    found: list[Found] = []
    settings = {"RELATIVE_BASE": published, "PREFER_DATES_FROM": "past"}
    for at, line in lines(text):
        place = 0
        for words, moment in search_dates(line, languages=["ar"], settings=settings) or ():
            start = line.find(words, place)
            if start >= 0:
                place = start + len(words)
                clock = (moment.hour, moment.minute) not in {(0, 0), (published.hour, published.minute)}
                found.append((at + start, at + place, to_grain(moment, "minute" if clock else "day")))
    return found


if __name__ == "__main__":
    serve(read)
