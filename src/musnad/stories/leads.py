"""By what an article finds others that may tell of the same: its leading traits, and the times in which it may lie.

Times are stretches of twelve days.
"""

from collections.abc import Iterable, Sequence

from musnad.stories.likeness import Weighed
from musnad.stories.statistics import WINDOW, Epoch

LEADING = 24  # traits of each kind by which an article finds others
SHARED = 3  # of them that a candidate shares
UNDATED = 5  # where a day is not known, the rest must say more
ANY = -1  # the time of an article of which no day is known well enough
_UNSURE = 31  # possible days of such an article


def leading_of(weighed: Weighed) -> list[int]:
    """Return the leading traits of an article."""
    return weighed.leading(LEADING)


def leads_of(leading: Iterable[int], epoch: Epoch) -> tuple[int, ...]:
    """Return the leading traits that find something."""
    return tuple(sorted({trait for trait in leading if not epoch.is_common(trait)}))


def times_of(days: Sequence[int]) -> tuple[int, ...]:
    """Return the times under which an article is kept."""
    if not days or len(days) > _UNSURE:
        return (ANY,)
    return tuple(sorted({day // WINDOW for day in days}))


def is_dated(days: Sequence[int]) -> bool:
    """Say whether the day of an article is known well enough."""
    return times_of(days) != (ANY,)


def is_near(shared: int, *, dated: bool) -> bool:
    """Say whether two articles are to be compared that share so many leads; `dated` says that both days are known."""
    return shared >= (SHARED if dated else UNDATED)


def times_around(days: Sequence[int]) -> tuple[int, ...] | None:
    """Return the times in which an article looks for others; None is all of them."""
    own = times_of(days)
    if own == (ANY,):
        return None
    return (ANY, *sorted({near for time in own for near in (time - 1, time, time + 1)}))
