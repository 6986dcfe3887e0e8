"""The engine of a command: that of this process, or a clear word about the setting that forbids it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import typer

from musnad.errors import MusnadError
from musnad.pipeline import Engine, calm_collector, default_engine, start
from musnad.settings import Settings


def started(knowledge: Sequence[Path] | None = None) -> Engine:
    """Return the engine, with more folders of data than the settings name.

    A setting that is no value, or a data folder that cannot be read, is a wrong call.
    """
    try:
        engine = start(settings(knowledge)) if knowledge else default_engine()
    except MusnadError:
        raise
    except (ValueError, OSError) as error:
        message = f"a setting (MUSNAD_…) is wrong: {error}"
        raise typer.BadParameter(message) from error
    calm_collector()
    return engine


def settings(knowledge: Sequence[Path] | None = None) -> Settings:
    """Return the settings of this process, with more folders of data."""
    found = Settings.from_environment()
    return replace(found, knowledge=(*found.knowledge, *(knowledge or ())))
