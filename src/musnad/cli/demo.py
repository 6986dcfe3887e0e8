"""`musnad demo`: read the shipped example pages and end with what they tell of one call."""

from importlib import resources

import typer

from musnad.cli.engine import started
from musnad.ingest import Given, read_bytes
from musnad.pipeline import read
from musnad.render.screen import Screen
from musnad.render.summary import show_summary
from musnad.render.terminal import show

HELP = "Read the shipped example pages: tellings of one invented phone call, copies among them."


def demo() -> None:
    """Show the reading of every example page, and then who said what through whom over all of them."""
    engine = started()
    pages = resources.files("musnad") / "data" / "examples"
    readings = []
    for page in sorted(p.name for p in pages.iterdir() if p.name.endswith(".html")):
        data = (pages / page).read_bytes()
        readings.append(read(read_bytes(data, engine.lexicon, name=page, given=Given(id=page)), engine))
    screen = Screen()
    for reading in readings:
        show(reading, screen)
    show_summary(readings, screen)
    typer.echo("\nNow try one of your own: musnad read FILE --published DATE --publisher NAME")
