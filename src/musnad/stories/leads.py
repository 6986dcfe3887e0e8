"""By what an article finds others that may tell of the same: its leading traits, and the times in which it may lie.

Leading traits are numbers, so that an index of them is small; times are stretches of twelve days.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

from musnad.stories.likeness import Weighed
from musnad.stories.statistics import WINDOW, Epoch
from musnad.stories.traits import KINDS

LEADING = 24  # traits of each kind by which an article finds others
SHARED = 2  # of them that a candidate shares
ANY = -1  # the time of an article of which no day is known well enough
_UNSURE = 31  # possible days of such an article


def leading_of(weighed: Weighed) -> list[tuple[str, str]]:
    """Return the leading traits of an article with their kinds."""
    return [(kind, trait) for kind in KINDS for trait in weighed.leading(kind, LEADING)]


def leads_of(weighed: Weighed, epoch: Epoch) -> tuple[int, ...]:
    """Return the numbers of the leading traits that find something."""
    return tuple(sorted({number(*each) for each in leading_of(weighed) if not epoch.is_common(*each)}))


@lru_cache(1 << 17)
def number(kind: str, trait: str) -> int:
    """Return the number of a trait: 63 bits, the same everywhere."""
    return int.from_bytes(blake2b(f"{kind}|{trait}".encode(), digest_size=8).digest(), "little") >> 1


def times_of(days: Sequence[int]) -> tuple[int, ...]:
    """Return the times under which an article is kept."""
    if not days or len(days) > _UNSURE:
        return (ANY,)
    return tuple(sorted({day // WINDOW for day in days}))


def times_around(days: Sequence[int]) -> tuple[int, ...] | None:
    """Return the times in which an article looks for others; None is all of them."""
    own = times_of(days)
    if own == (ANY,):
        return None
    return (ANY, *sorted({near for time in own for near in (time - 1, time, time + 1)}))
