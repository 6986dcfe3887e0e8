"""The publisher's own clock, by which the day of publication is counted."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from musnad.model import Published


def at_home(published: Published, zone: str) -> Published:
    """Return the times of publication and change as the publisher's own clock shows them.

    Near midnight it is another day in UTC. A time without a zone is taken for the publisher's own and stays as it is.
    """
    if not zone:
        return published
    updated = tuple(replace(candidate, value=_shown(candidate.value, zone)) for candidate in published.updated)
    value = None if published.value is None else _shown(published.value, zone)
    return replace(published, value=value, updated=updated)


def _shown(value: str, zone: str) -> str:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        return value
    try:
        return moment.astimezone(ZoneInfo(zone)).isoformat()
    except (OverflowError, ValueError):  # the first or last day that there is
        return value
