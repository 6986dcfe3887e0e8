"""Read a stored article again, without the stages whose rules, data and inputs are what they were.

Chains are attached to statements and events when these are finished, so the last three stages run together.
"""

from musnad.model import Cast, Reading
from musnad.pipeline import STAGES, Engine, draft, finish, read

_FRONT = frozenset({"text", "mentions", "times", "holders"})
"""The stages whose results a reading keeps as they left them; words and tokens are cut anew every time."""


def changed(reading: Reading, engine: Engine) -> frozenset[str]:
    """Return the stages that would read otherwise than those that made a reading."""
    made = dict(reading.digests)
    return frozenset(name for name, digest in engine.digests if made.get(name) != digest)


def read_again(reading: Reading, engine: Engine) -> Reading:
    """Return what the engine reads in the article of a reading; the same as if it were read whole."""
    stale = changed(reading, engine)
    if not stale:
        return reading
    if stale & _FRONT:
        return read(reading.article, engine)
    work = draft(reading.article)
    for stage in STAGES:
        if stage.name == "text" or stage.name not in _FRONT:
            stage.run(engine, work)
        else:
            work.published, work.times = reading.published, reading.times
            work.cast = Cast(reading.mentions, reading.entities)
    return finish(work, engine)
