"""`musnad demo`: read the shipped example pages and end with what they tell of one call."""

from importlib import resources

import typer

from musnad.ingest import Given, read_bytes
from musnad.pipeline import default_engine, read
from musnad.render import terminal

HELP = "Read the shipped example pages: one invented phone call, told by four pages."


def demo() -> None:
    """Show the reading of every example page, and then who said what through whom over all of them."""
    engine = default_engine()
    pages = resources.files("musnad") / "data" / "examples"
    readings = []
    for page in sorted(p.name for p in pages.iterdir() if p.name.endswith(".html")):
        data = (pages / page).read_bytes()
        readings.append(read(read_bytes(data, engine.lexicon, name=page, given=Given(id=page)), engine))
    for reading in readings:
        terminal.show(reading)
    terminal.show_summary(readings)
    typer.echo("\nNow try one of your own: musnad read FILE --published DATE --publisher NAME")
