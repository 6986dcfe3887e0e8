"""The publisher's own clock, by which the day of publication is counted."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from musnad.model import Published


def at_home(published: Published, zone: str) -> Published:
    """Return a publication time as the publisher's own clock shows it: near midnight it is another day in UTC.

    A time without a zone is taken for the publisher's own and stays as it is.
    """
    if published.value is None or published.value[10:] == "":
        return published
    moment = datetime.fromisoformat(published.value)
    if moment.tzinfo is None or not zone:
        return published
    try:
        return replace(published, value=moment.astimezone(ZoneInfo(zone)).isoformat())
    except (OverflowError, ValueError):  # the first or last day that there is
        return published
