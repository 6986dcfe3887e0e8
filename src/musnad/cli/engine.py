"""The engine of a command: that of this process, or a clear word about the setting that forbids it."""

import gc

import typer

from musnad.errors import MusnadError
from musnad.pipeline import Engine, default_engine


def started() -> Engine:
    """Return the engine. A setting that is no value, or a data folder that cannot be read, is a wrong call."""
    try:
        engine = default_engine()
    except MusnadError:
        raise
    except (ValueError, OSError) as error:
        message = f"a setting (MUSNAD_…) is wrong: {error}"
        raise typer.BadParameter(message) from error
    gc.collect()
    gc.freeze()  # the lexicon stays: looking through it again and again would take a tenth of the time
    return engine
